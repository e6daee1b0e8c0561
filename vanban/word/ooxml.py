"""The parts of a Word file as trees: the document itself, its headers, footers, footnotes, styles."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from vanban import gate
from vanban.errors import DamagedPackage

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WRAPPINGS: Final = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "footnote"))
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

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

Element = etree._Element


class WordFile:
    """A Word file let in by the gate. Raises a :class:`vanban.errors.PackageError` for any other bytes."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self.parts: Mapping[str, bytes] = gate.open_package(data, name=name, kind="docx")
        self.main = self._relations("")[0].get("officeDocument", ("",))[0]
        if self.main not in self.parts:
            raise DamagedPackage(name=name)
        self._by_type, self._by_id = self._relations(self.main)

    def tree(self, part: str) -> Element:
        """The root of a part; an empty one where the file has no such part."""
        content = self.parts.get(part, b"<empty/>")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            return etree.fromstring(content, parser)
        except etree.XMLSyntaxError as failure:
            raise DamagedPackage(name=self._name) from failure

    def related(self, kind: str) -> tuple[str, ...]:
        """The names of the parts that the document is related to as ``kind``: ``styles``, ``header``, ``footnotes``."""
        return self._by_type.get(kind, ())

    def target(self, relation: str) -> str:
        """The name of the part behind a relation's id."""
        return self._by_id.get(relation, "")

    def properties(self) -> dict[str, str]:
        """The file properties that have text: ``title``, ``creator`` and so on, dates and numbers left out."""
        core = self._relations("")[0].get("core-properties", ("",))[0]
        named = ((element.tag.rpartition("}")[2], (element.text or "").strip()) for element in self.tree(core))
        return {name: text for name, text in named if text and name in _TEXT_PROPERTIES}

    def _relations(self, part: str) -> tuple[dict[str, tuple[str, ...]], dict[str, str]]:
        folder, name = posixpath.split(part)
        by_type: dict[str, tuple[str, ...]] = {}
        by_id: dict[str, str] = {}
        for relation in self.tree(posixpath.join(folder, "_rels", f"{name}.rels")).iter(_RELATION):
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).removeprefix("/")
                kind = relation.get("Type", "").rpartition("/")[2]
                by_type[kind] = (*by_type.get(kind, ()), target)
                by_id[relation.get("Id", "")] = target
        return by_type, by_id


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


def whole(value: str | None, default: int = 0) -> int:
    """A whole number of twips, half points or the like; ``default`` where ``value`` is none or no number."""
    try:
        return int(float(value or default))
    except (ValueError, OverflowError):
        return default


def val(parent: Element | None, path: str) -> str | None:
    """``w:val`` of the element at ``path`` (names of ``w:`` joined by ``/``) under ``parent``, if it is there."""
    found = None if parent is None else parent.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(W + "val")
