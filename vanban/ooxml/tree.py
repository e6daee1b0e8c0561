"""The one parser of WordprocessingML: the bytes of a part into its tree; and the values that its elements hold."""

from __future__ import annotations

from typing import Final, overload

from lxml import etree

from vanban.errors import DamagedPackage
from vanban.ooxml.names import TRANSITIONAL, W

Element = etree._Element

_STRICT: Final = b"http://purl.oclc.org/ooxml/"
_TWIPS: Final = {"pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "mm": 1440 / 25.4, "cm": 14400 / 25.4}
"""The units of ``ST_UniversalMeasure`` (ISO/IEC 29500-1, 22.9.2.15)."""

_FALSE: Final = frozenset({"0", "false", "off"})


def tree(content: bytes, name: str, *, comments: bool = True) -> Element:
    """The root of an XML part; strict OOXML namespaces are read as the transitional ones.

    ``name`` is the Word file's name in the message; without ``comments`` those of XML are left out.
    Raises :class:`vanban.errors.DamagedPackage`.
    """
    if _STRICT in content:
        for strict, transitional in TRANSITIONAL:
            content = content.replace(strict, transitional.strip("{}").encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=not comments
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise DamagedPackage(name=name) from error


def on(element: Element) -> bool:
    """Whether an on/off element such as ``w:b`` says yes."""
    value = element.get(W + "val")
    return value is None or value not in _FALSE


def val(parent: Element | None, path: str) -> str | None:
    """``w:val`` of the element at ``path`` (names of ``w:`` joined by ``/``) under ``parent``, if it is there."""
    found = None if parent is None else parent.find("/".join(W + name for name in path.split("/")))
    return None if found is None else found.get(W + "val")


@overload
def whole(value: str | None) -> int | None: ...
@overload
def whole(value: str | None, default: int) -> int: ...
def whole(value: str | None, default: int | None = None) -> int | None:
    """A measure of WordprocessingML in its own unit, ``default`` where it is no number; ``12.5`` and a length
    with its unit, in twips, are understood."""
    if value is None:
        return default
    factor = _TWIPS.get(value[-2:])
    try:
        return round(float(value[:-2]) * factor) if factor else round(float(value))
    except (ValueError, OverflowError):
        return default
