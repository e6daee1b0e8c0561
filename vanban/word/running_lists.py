"""Lists that Word numbers by itself inside a loop: the second round goes on from the numbers of the first.

A list is one numbering for Word, however often a loop repeats its paragraphs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from jinja2 import nodes

_NUMBERED: Final = re.compile(r'<w:numId\s+w:val="([1-9]\d*)"')


def running_lists(tree: nodes.Template) -> Iterator[int]:
    """The lines of the loops that repeat a whole list: two of its paragraphs, or a loop of its own, in each round.

    A loop that repeats one numbered paragraph is the list itself.
    """
    for loop in tree.find_all(nodes.For):
        inner = [one for node in loop.body for one in (node, *node.find_all(nodes.For)) if isinstance(one, nodes.For)]
        listed = any(_lists((one,)) for one in inner)
        if listed or any(times > 1 for times in _lists(loop.body).values()):
            yield loop.lineno


def _lists(body: Iterable[nodes.Node]) -> Counter[str]:
    """How many paragraphs of each list stand in ``body``."""
    texts = (data.data for node in body for data in node.find_all(nodes.TemplateData))
    return Counter(number for text in texts for number in _NUMBERED.findall(text))
