"""Look into a PDF: its pages, its text, the fonts it prints with."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from vanban.errors import DamagedPdf

# pypdf would print what it mends to the clerk's screen.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

# What pypdf lets through besides its own errors where the objects of a file contradict each other.
_CONTRADICTIONS = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RuntimeError, AssertionError)

_FAMILIES = frozenset({"TimesNewRoman", "TimesNewRomanPS", "TimesNewRomanPSMT", "LiberationSerif"})


_MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, order=True)
class Font:
    """A font that pages print with: its PostScript name without the subset's tag, and whether the file holds it."""

    name: str
    embedded: bool


def page_count(data: bytes, name: str = "PDF") -> int:
    """How many pages there are. Raises :class:`DamagedPdf`, saying ``name``, where the file is unreadable or empty."""
    return len(opened(data, name).pages)


def page_sizes(data: bytes, name: str = "PDF") -> tuple[tuple[float, float], ...]:
    """Width and height of each page in millimetres. Raises :class:`DamagedPdf`."""
    with readable(name):
        boxes = [page.mediabox for page in opened(data, name).pages]
        return tuple((float(box.width) * _MM_PER_POINT, float(box.height) * _MM_PER_POINT) for box in boxes)


def text(data: bytes, name: str = "PDF") -> str:
    """The text of all pages, a form feed between them. Raises :class:`DamagedPdf`."""
    with readable(name):
        return "\f".join(page.extract_text() for page in opened(data, name).pages)


def fonts(data: bytes, name: str = "PDF") -> tuple[Font, ...]:
    """The fonts of all pages, sorted by name. Raises :class:`DamagedPdf`."""
    with readable(name):
        found = set()
        for page in opened(data, name).pages:
            for font in _dictionary(_dictionary(page, "/Resources"), "/Font").values():
                found.add(_font(font.get_object()))
        return tuple(sorted(found))


def font_warnings(data: bytes, name: str = "PDF") -> tuple[str, ...]:
    """What a clerk should know about the fonts: another one took the place of Times New Roman, or is not inside.

    Liberation Serif has the same widths as Times New Roman, so the pages break alike. Raises :class:`DamagedPdf`.
    """
    warnings = []
    for font in fonts(data, name):
        if re.split("[-,]", font.name)[0] not in _FAMILIES:
            warnings.append(
                f"Có chữ in bằng phông “{font.name}”, không phải Times New Roman: mẫu dùng phông khác, "
                "hoặc máy thiếu Times New Roman và Liberation Serif."
            )
        if not font.embedded:
            warnings.append(f"Phông “{font.name}” không nằm trong tệp PDF nên máy khác có thể in sai chữ.")
    return tuple(warnings)


def opened(data: bytes, name: str) -> PdfReader:
    """A reader over a PDF with at least one page. Raises :class:`DamagedPdf`."""
    with readable(name):
        reader = PdfReader(BytesIO(data))
        if (not reader.is_encrypted or reader.decrypt("")) and len(reader.pages) > 0:
            return reader
    raise DamagedPdf(name=name)


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Say :class:`DamagedPdf` of ``name`` where pypdf gives up within the block."""
    try:
        yield
    except (PyPdfError, *_CONTRADICTIONS) as error:
        raise DamagedPdf(name=name) from error


def _dictionary(owner: DictionaryObject, key: str) -> DictionaryObject:
    value = owner.get(key, DictionaryObject()).get_object()
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _font(font: DictionaryObject) -> Font:
    descendants = font.get("/DescendantFonts")
    described = descendants.get_object()[0].get_object() if descendants else font
    descriptor = _dictionary(described, "/FontDescriptor")
    name = re.sub(r"^[A-Z]{6}\+", "", str(font.get("/BaseFont", "/?"))[1:])
    return Font(name, any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")))
