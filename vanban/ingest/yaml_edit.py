"""Change single values of a YAML file that somebody keeps: every other character stays, comments and breaks too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from vanban.ingest.reading import Path


@dataclass(frozen=True)
class YamlPlace:
    """Where a value stands in the text, by characters, without what is blank behind it; ``entry`` is where its name or
    dash begins, ``is_flow`` says that it stands between brackets on one line with others."""

    start: int
    end: int
    entry: int
    is_flow: bool = False


@dataclass
class YamlText:
    """The text of a file that was read without trouble, with where its values stand, and the changes so far."""

    text: str
    changes: list[tuple[int, int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        root = yaml.compose(self.text, Loader=yaml.SafeLoader)
        self.places: Mapping[Path, YamlPlace] = dict(_places(root, (), self.text)) if root else {}

    def said(self, path: Path) -> str:
        """The characters of the value at ``path``, as they are written."""
        return self.text[self.places[path].start : self.places[path].end]

    def replace(self, start: int, end: int, new: str) -> None:
        """Put ``new`` in place of those characters."""
        self.changes.append((start, end, new))

    def remove(self, path: Path) -> None:
        """Take out the value at ``path`` with its name or dash and the rest of its lines."""
        place = self.places[path]
        if place.is_flow:
            self._remove_from_flow(path, place)
            return
        start = self.text.rfind("\n", 0, place.entry) + 1
        if self.text[start : place.entry].strip():
            # The first name behind a dash: the dash stays for the next one.
            start = place.entry
            following = self.text.find("\n", place.end)
            end = (
                len(self.text) if following < 0 else following + 1 + (place.entry - self.text.rfind("\n", 0, start) - 1)
            )
        else:
            following = self.text.find("\n", place.end)
            end = len(self.text) if following < 0 else following + 1
        self.changes.append((start, end, ""))

    def _remove_from_flow(self, path: Path, place: YamlPlace) -> None:
        end = place.end
        while end < len(self.text) and self.text[end] in " ,":
            end += 1
        start = place.entry
        if end < len(self.text) and self.text[end] == "]":
            while start and self.text[start - 1] in " ,":
                start -= 1
            end = place.end
        self.changes.append((start, end, ""))

    def changed(self) -> str:
        """The text with every change; what lies inside something that is taken out goes with it."""
        taken = [(start, end) for start, end, new in self.changes if not new]
        text = self.text
        for start, end, new in sorted(set(self.changes), reverse=True):
            if not any(first <= start and end <= last and (first, last) != (start, end) for first, last in taken):
                text = text[:start] + new + text[end:]
        return text

    def leaves(self) -> Iterator[tuple[Path, YamlPlace]]:
        """Every value that holds no other, in the order of the text."""
        inner = {path[:-1] for path in self.places if path}
        return ((path, place) for path, place in self.places.items() if path not in inner)

    def comments(self) -> Iterator[tuple[int, str]]:
        """Every line that is a comment, with where it begins."""
        inside = [(place.start, place.end) for _, place in self.leaves()]
        start = 0
        for line in self.text.splitlines(keepends=True):
            if line.lstrip().startswith("#") and not any(first <= start < last for first, last in inside):
                yield start, line
            start += len(line)


def _places(node: yaml.Node, path: Path, text: str, entry: int | None = None) -> Iterator[tuple[Path, YamlPlace]]:
    start, end = node.start_mark.index, end_of(node, text)
    yield path, YamlPlace(start, end, start if entry is None else entry)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield from _places(value, (*path, str(name.value)), text, name.start_mark.index)
    elif isinstance(node, yaml.SequenceNode):
        for position, item in enumerate(node.value):
            here = (*path, position)
            if node.flow_style:
                yield here, YamlPlace(item.start_mark.index, end_of(item, text), item.start_mark.index, is_flow=True)
            else:
                yield from _places(item, here, text, text.rfind("-", 0, item.start_mark.index))


def end_of(node: yaml.Node, text: str) -> int:
    """Where the last character of a value stands: the parser counts blanks and comments behind a block to it."""
    if isinstance(node, (yaml.MappingNode, yaml.SequenceNode)) and not node.flow_style and node.value:
        last: yaml.Node = node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
        return end_of(last, text)
    end: int = node.end_mark.index
    while end > node.start_mark.index and text[end - 1].isspace():
        end -= 1
    return end


def removed(text: str, paths: Iterable[Path]) -> str:
    """``text`` without the values at ``paths``."""
    yaml_text = YamlText(text)
    for path in paths:
        yaml_text.remove(path)
    return yaml_text.changed()
