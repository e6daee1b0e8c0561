"""The parts of a Word file as trees: the document itself, its headers, footers, footnotes, styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from vanban import gate, ooxml
from vanban.ooxml import MC, Element, W, main_part, related

_WRAPPINGS: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "footnote"))

_TEXT_PROPERTIES: Final = (
    "title",
    "subject",
    "creator",
    "description",
    "keywords",
    "category",
    "identifier",
    "language",
)


class WordParts:
    """A Word file let in by the gate. Raises a :class:`vanban.errors.PackageError` for any other bytes."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self.parts: Mapping[str, bytes] = gate.open_package(data, name=name, kind="docx")
        self.main = main_part(self.parts, name)

    def tree(self, part: str) -> Element:
        """The root of a part; an empty one where the file has no such part."""
        return ooxml.tree(self.parts.get(part, b"<empty/>"), self._name, comments=False)

    def related(self, kind: str) -> tuple[str, ...]:
        """The names of the parts that the document is related to as ``kind``: ``styles``, ``header``, ``footnotes``."""
        return tuple(related(self.parts, self.main, kind, self._name).values())

    def target(self, kind: str, relation: str) -> str:
        """The name of the part behind a relation's id, none where it is not of that ``kind``."""
        return related(self.parts, self.main, kind, self._name).get(relation, "")

    def properties(self) -> dict[str, str]:
        """The file properties that have text: ``title``, ``creator`` and so on, dates and numbers left out."""
        core = next(iter(related(self.parts, "", "core-properties", self._name).values()), "")
        named = ((element.tag.rpartition("}")[2], (element.text or "").strip()) for element in self.tree(core))
        return {name: text for name, text in named if text and name in _TEXT_PROPERTIES}


def in_order(parent: Element) -> Iterator[Element]:
    """The children, with the first choice in place of each alternative."""
    for child in parent:
        if child.tag == MC + "AlternateContent":
            choice = child.find(MC + "Choice")
            yield from choice if choice is not None else ()
        else:
            yield child


def blocks(parent: Element | None) -> Iterator[Element]:
    """The paragraphs and tables of a body, cell, header or text box, out of any wrapping."""
    for child in in_order(parent) if parent is not None else ():
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in _WRAPPINGS:
            yield from blocks(child)
