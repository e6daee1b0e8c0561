"""Whether a PDF that came from elsewhere can be kept for decades: whole, open to everybody, with pages that show
something, and nothing in it that acts."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from io import BytesIO
from typing import Final

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject

from vanban.errors import DamagedPdf
from vanban.pdf.reading import readable

_START: Final = b"%PDF-"
_HEAD, _TAIL = 1024, 2048
"""Within how many bytes of its two ends a reader looks for the marks of a PDF (ISO 32000-1, Annex H.3)."""

_ACTING: Final = frozenset({"/JavaScript", "/Launch", "/ImportData", "/SubmitForm"})
"""Actions (ISO 32000-1, 12.6.4) that run something, or send away what the paper says."""

_PAINTING: Final = frozenset(
    {b"Tj", b"TJ", b"'", b'"', b"Do", b"INLINE IMAGE", b"sh", b"S", b"s", b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"}
)
"""Operators that put something on the page (ISO 32000-1, Table 51)."""


class PdfFlaw(Enum):
    """Why a PDF is not kept."""

    OTHER_FILE = "other_file"
    DAMAGED = "damaged"
    LOCKED = "locked"
    NO_PAGES = "no_pages"
    BLANK = "blank"
    ACTING = "acting"


def flaw_of(data: bytes) -> PdfFlaw | None:
    """The first thing that speaks against keeping this file as a PDF; nothing where it is sound."""
    if _START not in data[:_HEAD]:
        return PdfFlaw.OTHER_FILE
    if b"%%EOF" not in data[-_TAIL:]:
        return PdfFlaw.DAMAGED
    try:
        with readable("PDF"):
            return _flaw(PdfReader(BytesIO(data)))
    except DamagedPdf:
        return PdfFlaw.DAMAGED


def _flaw(reader: PdfReader) -> PdfFlaw | None:
    if reader.is_encrypted and not reader.decrypt(""):
        return PdfFlaw.LOCKED
    pages = list(_pages(reader))
    if not pages:
        return PdfFlaw.NO_PAGES
    if _said_count(reader) != len(pages):
        return PdfFlaw.DAMAGED
    if any(_acts(one) for one in _objects(reader)):
        return PdfFlaw.ACTING
    return None if any(_shows(page, reader) for page in pages) else PdfFlaw.BLANK


def _said_count(reader: PdfReader) -> object:
    tree = reader.root_object["/Pages"].get_object()
    return tree.get("/Count") if isinstance(tree, DictionaryObject) else None


def _pages(reader: PdfReader) -> Iterator[DictionaryObject]:
    """The pages that are there, whatever their number is said to be; ``ValueError`` for a tree that is none."""
    waiting: list[object] = [reader.root_object["/Pages"]]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if isinstance(node, IndirectObject):
            if node.idnum in seen:
                raise ValueError("a page tree that bites its tail")
            seen.add(node.idnum)
            node = node.get_object()
        if not isinstance(node, DictionaryObject):
            raise ValueError("a page that is not there")
        if "/Kids" in node:
            waiting.extend(reversed(list(node["/Kids"].get_object())))  # type: ignore[call-overload]
        else:
            yield node


def _objects(reader: PdfReader) -> Iterator[object]:
    numbers = {(number, generation) for generation, held in reader.xref.items() for number in held}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    yield reader.trailer
    for number, generation in sorted(numbers):
        yield IndirectObject(number, generation, reader).get_object()


def _acts(value: object) -> bool:
    """Whether an action stands in this object itself; what it points to is looked at in its own turn."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, DictionaryObject):
            if "/JS" in one or one.get("/S") in _ACTING:
                return True
            waiting.extend(dict.values(one))
        elif isinstance(one, ArrayObject):
            waiting.extend(list.__iter__(one))
    return False


def _shows(page: DictionaryObject, reader: PdfReader) -> bool:
    """Whether anything is put on the page: letters, an image, lines, or a note such as a digital signature."""
    if page.get("/Annots"):
        return True
    contents = page.get("/Contents")
    if contents is None:
        return False
    operations = ContentStream(contents.get_object(), reader).operations
    return any(operator in _PAINTING for _, operator in operations)
