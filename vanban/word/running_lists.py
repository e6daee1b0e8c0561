"""Lists that Word numbers by itself inside a loop, each round of which holds a whole list.

For Word a list is one numbering, however often a loop repeats its paragraphs: the second round would go on from the
numbers of the first. Here each round begins anew, unless the list goes on outside of the loop as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from jinja2 import nodes

from vanban.word.list_formats import ListFormats, ListUse, with_list

_PROPERTIES: Final = re.compile(r"<w:pPr>.*?</w:pPr>", re.DOTALL)
_ROUND: Final = "<?vanban-round {number} {level}?>"
_TOKEN: Final = re.compile(rf"<\?vanban-round (\S+) (\d+)\?>|{_PROPERTIES.pattern}", re.DOTALL)
_MANY: Final = 2


@dataclass(frozen=True)
class RunningList:
    """A list that each round of ``loop`` holds as a whole; ``begins_anew`` where no paragraph outside belongs to it."""

    loop: nodes.For
    use: ListUse
    begins_anew: bool


@dataclass
class BegunLists:
    """The lists that rounds begin anew in one document: what each new number stands for; ``free`` is the next one."""

    free: int
    begun: dict[int, ListUse] = field(default_factory=dict)

    def begin(self, use: ListUse) -> int:
        """A new number for the list of ``use``."""
        self.begun[self.free] = use
        self.free += 1
        return self.free - 1


def running_lists(tree: nodes.Template, lists: ListFormats) -> Iterator[RunningList]:
    """The lists that a round of some loop holds as a whole: two of its paragraphs of one level, or a loop of its own.

    A loop that repeats one numbered paragraph is the list itself.
    """
    everywhere = _all_uses(tree.body, lists)
    if not everywhere:
        return
    for loop in tree.find_all(nodes.For):
        uses = _in_a_round(loop.body, lists)
        inner = [other for node in loop.body for other in _loops(node)]
        for number in sorted({use.number for use in uses}):
            top = min((use for use in uses if use.number == number), key=lambda use: use.level)
            if uses[top] < _MANY or any(_in_a_round(one.body, lists)[top] >= _MANY for one in inner):
                continue
            here = _all_uses(loop.body, lists)
            yield RunningList(loop, top, here[lists.counter(top)] == everywhere[lists.counter(top)])


def mark_rounds(tree: nodes.Template, lists: ListFormats) -> None:
    """Let each round of a loop say that a list begins; :func:`begin_lists` reads that and takes it out."""
    for running in list(running_lists(tree, lists)):
        if running.begins_anew:
            data = nodes.TemplateData(_ROUND.format(number=running.use.number, level=running.use.level))
            running.loop.body.insert(0, nodes.Output([data], lineno=running.loop.lineno))
    if tree.environment is not None:
        tree.set_environment(tree.environment)


def begin_lists(xml: str, lists: ListFormats, begun: BegunLists) -> str:
    """Rendered ``xml`` in which the paragraphs of every round but the first have a list of their own."""
    seen: set[str] = set()
    current: dict[str, int] = {}

    def one(found: re.Match[str]) -> str:
        number, level = found.groups()
        if number is not None:
            if number in seen:
                current[number] = begun.begin(ListUse(number, int(level)))
            seen.add(number)
            return ""
        use = lists.use(found[0]) if current else None
        return with_list(found[0], use, current[use.number]) if use and use.number in current else found[0]

    return _TOKEN.sub(one, xml)


def _loops(node: nodes.Node) -> Iterator[nodes.For]:
    if isinstance(node, nodes.For):
        yield node
    yield from node.find_all(nodes.For)


def _uses(text: str, lists: ListFormats) -> Iterator[ListUse]:
    return (use for found in _PROPERTIES.findall(text) if (use := lists.use(found)))


def _in_a_round(body: Sequence[nodes.Node], lists: ListFormats) -> Counter[ListUse]:
    """How many paragraphs of each list one round prints, as far as the template tells; a loop in it stands for many."""
    found: Counter[ListUse] = Counter()
    for node in body:
        if isinstance(node, nodes.If):
            branches = [node.body, node.else_, *(other.body for other in node.elif_)]
            largest: Counter[ListUse] = Counter()
            for branch in branches:
                largest |= _in_a_round(branch, lists)
            found += largest
        elif isinstance(node, nodes.For):
            found.update({use: _MANY * times for use, times in _in_a_round(node.body, lists).items()})
        elif isinstance(node, nodes.With):
            found += _in_a_round(node.body, lists)
        else:
            found.update(use for data in node.find_all(nodes.TemplateData) for use in _uses(data.data, lists))
    return found


def _all_uses(body: Sequence[nodes.Node], lists: ListFormats) -> Counter[str]:
    """How many paragraphs each counter has in the template under ``body``."""
    texts = (data.data for node in body for data in node.find_all(nodes.TemplateData))
    return Counter(lists.counter(use) for text in texts for use in _uses(text, lists))
