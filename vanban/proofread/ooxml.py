"""The names and the parser of WordprocessingML; the only place that turns bytes into a tree."""

from __future__ import annotations

from typing import Final

from lxml import etree

from vanban.errors import DamagedPackage

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS: Final = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V: Final = "{urn:schemas-microsoft-com:vml}"
PACKAGE_RELATIONS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"

OFFICE_RELATIONS: Final = R.strip("{}")

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
TRANSITIONAL: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A),
)
_FALSE: Final = frozenset({"0", "false", "off"})


def tree(content: bytes, name: str) -> etree._Element:
    """The root of an XML part; strict OOXML namespaces are read as the transitional ones.

    ``name`` is the Word file's name in the message. Raises :class:`vanban.errors.DamagedPackage`.
    """
    if _STRICT in content:
        for strict, transitional in TRANSITIONAL:
            content = content.replace(strict, transitional.strip("{}").encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedPackage(name=name) from error


def on(element: etree._Element) -> bool:
    """Whether an on/off element such as ``w:b`` says yes."""
    value = element.get(W + "val")
    return value is None or value not in _FALSE


def val(parent: etree._Element | None, child: str) -> str | None:
    """``w:val`` of the child ``w:child`` of ``parent``, if both are there."""
    found = None if parent is None else parent.find(W + child)
    return None if found is None else found.get(W + "val")


def whole(value: str | None) -> int | None:
    """A measure of WordprocessingML in its own unit, if it is a number; ``12.5`` and ``12pt`` are understood."""
    if value is None:
        return None
    factor = 20.0 if value.endswith("pt") else 1.0
    try:
        return round(float(value.removesuffix("pt")) * factor)
    except (ValueError, OverflowError):
        return None
