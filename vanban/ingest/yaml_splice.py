"""Bring a YAML file to what it shall say: the lines of what changed are written anew, every other character stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import yaml

from vanban.domain.alignment import aligned
from vanban.domain.text import tidy_lines
from vanban.ingest import yaml_writing
from vanban.ingest.written_tree import Written, as_said
from vanban.ingest.yaml_edit import end_of
from vanban.ingest.yaml_tree import parse

_KEY: Final = ":"


class _Anew(Exception):
    """This piece cannot be changed in part."""


def spliced(text: str, new: Written) -> str:
    """The YAML ``text``, which was read without trouble, changed so that it says ``new``.

    What is equal keeps its characters, comments and breaks too. Where the change in part would not say what it shall,
    the whole is written anew.
    """
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is not None:
        try:
            made = _Splice(text)
            made.value(root, new, 0)
            changed = made.changed()
            if same(_read(changed), new):
                return changed
        except _Anew:
            pass
    return yaml_writing.block(new, 0) + "\n"


def said(text: str) -> Written:
    """What a YAML text says; nothing of an empty one."""
    return as_said(parse(text)[0])


def same(one: Written, other: Written) -> bool:
    """Whether two trees are read alike: a text is what tidying leaves of it."""
    return _canonical(one) == _canonical(other)


def _read(text: str) -> Written:
    root, troubles = parse(text)
    return as_said(root) if not troubles else ""


def _canonical(value: Written) -> object:
    if isinstance(value, dict):
        return {name: _canonical(inner) for name, inner in value.items()}
    return [_canonical(inner) for inner in value] if isinstance(value, list) else tidy_lines(value)


def _of(node: yaml.Node) -> Written:
    if isinstance(node, yaml.MappingNode):
        return {str(name.value): _of(value) for name, value in node.value}
    return [_of(one) for one in node.value] if isinstance(node, yaml.SequenceNode) else str(node.value)


@dataclass
class _Splice:
    """The text of one file with the changes so far, by characters."""

    text: str
    changes: list[tuple[int, int, str]] = field(default_factory=list)

    def changed(self) -> str:
        text = self.text
        # Of two that are put in at one place the later one stands below.
        for (start, end, new), _ in sorted(
            zip(self.changes, range(len(self.changes)), strict=True),
            key=lambda one: (*one[0][:2], one[1]),
            reverse=True,
        ):
            text = text[:start] + new + text[end:]
        return text

    def value(self, node: yaml.Node, new: Written, indent: int, *, in_flow: bool = False) -> None:
        """Change what stands at ``node``; further lines of a text stand at column ``indent``."""
        if same(_of(node), new):
            return
        flows = in_flow or bool(getattr(node, "flow_style", False))
        if isinstance(node, yaml.ScalarNode) and isinstance(new, str):
            written = yaml_writing.scalar(new, indent, in_flow=in_flow)
            self._put(node, yaml_writing.quoted(new) if "\n" in written and self._is_followed(node) else written)
        elif flows and not isinstance(node, yaml.ScalarNode) and type(_of(node)) is type(new):
            self._put(node, yaml_writing.flow(new))
        elif isinstance(node, yaml.MappingNode) and isinstance(new, dict) and new and not flows:
            self._mapping(node, new)
        elif isinstance(node, yaml.SequenceNode) and isinstance(new, list) and new and not flows:
            self._sequence(node, new)
        else:
            raise _Anew

    def _put(self, node: yaml.Node, written: str) -> None:
        self.changes.append((node.start_mark.index, end_of(node, self.text), written))

    # Values by name

    def _mapping(self, node: yaml.MappingNode, new: dict[str, Written]) -> None:
        column = node.start_mark.column
        kept = [(name, value) for name, value in node.value if name.value in new]
        if not kept or (kept[0][0] is not node.value[0][0] and self._shares_line(node.value[0][0])):
            raise _Anew
        for name, value in node.value:
            if name.value not in new:
                self._take_lines(name.start_mark.index, end_of(value, self.text))
                continue
            kept_changes = list(self.changes)
            try:
                self.value(value, new[name.value], column + 2)
            except _Anew:
                self.changes = kept_changes
                written = yaml_writing.entry(str(name.value), new[name.value], column)
                self.changes.append((name.start_mark.index, self._end_of_entry(name, value), written))
        known = {str(name.value) for name, _ in node.value}
        added = [yaml_writing.entry(name, value, column) for name, value in new.items() if name not in known]
        if added:
            self._insert_below(end_of(node, self.text), added, column)

    def _end_of_entry(self, name: yaml.Node, value: yaml.Node) -> int:
        """The end of a value, or of the colon where nothing is written."""
        colon = self.text.index(_KEY, name.end_mark.index) + 1
        return max(end_of(value, self.text), colon)

    # Values one after another

    def _sequence(self, node: yaml.SequenceNode, new: list[Written]) -> None:
        items = node.value
        dashes = [self.text.rfind("-", 0, max(one.start_mark.index, 1)) for one in items]
        column = dashes[0] - self.text.rfind("\n", 0, dashes[0]) - 1
        if self._blank_before(dashes[0]) is False:
            raise _Anew
        pairs = aligned([repr(_canonical(_of(one))) for one in items], [repr(_canonical(one)) for one in new])
        if not any(mine is not None and other is not None for mine, other in pairs):
            raise _Anew
        waiting: list[str] = []
        last: int | None = None
        for mine, other in pairs:
            if mine is None and other is not None:
                waiting.append(yaml_writing.item(new[other], column))
                continue
            assert mine is not None
            if other is None:
                self._take_lines(dashes[mine], max(end_of(items[mine], self.text), dashes[mine] + 1))
                continue
            self._insert(waiting, items, dashes, (last, mine), column)
            waiting, last = [], mine
            self._item(items[mine], new[other], dashes[mine], column)
        self._insert(waiting, items, dashes, (last, None), column)

    def _item(self, node: yaml.Node, new: Written, dash: int, column: int) -> None:
        kept_changes = list(self.changes)
        try:
            self.value(node, new, column + 2)
        except _Anew:
            self.changes = kept_changes
            end = max(end_of(node, self.text), dash + 1)
            self.changes.append((dash, end, yaml_writing.item(new, column)))

    def _insert(
        self,
        lines: list[str],
        items: list[yaml.Node],
        dashes: list[int],
        between: tuple[int | None, int | None],
        column: int,
    ) -> None:
        """Put new items below the one that stays above them, or above the first that stays."""
        above, below = between
        if not lines:
            return
        if above is not None:
            self._insert_below(max(end_of(items[above], self.text), dashes[above] + 1), lines, column)
        elif below is not None:
            start = self.text.rfind("\n", 0, dashes[below]) + 1
            made = "".join(" " * column + line + "\n" for line in lines)
            self.changes.append((start, start, made))

    # Lines

    def _insert_below(self, end: int, lines: list[str], column: int) -> None:
        following = self.text.find("\n", end)
        made = "".join(" " * column + line + "\n" for line in lines)
        if following < 0:
            self.changes.append((len(self.text), len(self.text), "\n" + made.removesuffix("\n")))
        else:
            self.changes.append((following + 1, following + 1, made))

    def _take_lines(self, start: int, end: int) -> None:
        """Take out whole lines; what stands behind a value on its last line goes too."""
        first = self.text.rfind("\n", 0, start) + 1
        if self._blank_before(start) is False:
            raise _Anew
        following = self.text.find("\n", end)
        self.changes.append((first, len(self.text) if following < 0 else following + 1, ""))

    def _is_followed(self, node: yaml.Node) -> bool:
        """Whether a comment stands behind a value on its last line."""
        end = end_of(node, self.text)
        following = self.text.find("\n", end)
        return bool(self.text[end : None if following < 0 else following].strip())

    def _blank_before(self, index: int) -> bool:
        return not self.text[self.text.rfind("\n", 0, index) + 1 : index].strip()

    def _shares_line(self, name: yaml.Node) -> bool:
        return not self._blank_before(name.start_mark.index)
