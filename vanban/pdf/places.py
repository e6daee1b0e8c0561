"""Find where words stand on the pages of a PDF."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2

from vanban.errors import DamagedPdf


@dataclass(frozen=True)
class WordsPlace:
    """A line's worth of words: the page from 1, and left, top, width, height as shares of the page."""

    page: int
    left: float
    top: float
    width: float
    height: float


def places_of(data: bytes, quotes: Sequence[str], name: str) -> tuple[tuple[WordsPlace, ...], ...]:
    """Of each quote where it stands first, one place a line, whatever breaks and spaces the PDF has; none where it is
    not found. Raises :class:`vanban.errors.DamagedPdf`."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DamagedPdf(name=name) from error
    try:
        sought = {number: bare for number, quote in enumerate(quotes) if (bare := _bare(quote))}
        found: dict[int, tuple[WordsPlace, ...]] = {}
        for at in range(len(document)):
            missing = {number: bare for number, bare in sought.items() if number not in found}
            if not missing:
                break
            found |= _on_page(document[at], at + 1, missing)
        return tuple(found.get(number, ()) for number in range(len(quotes)))
    finally:
        document.close()


def _bare(text: str) -> str:
    """Without spaces, and without the sign that a quote goes on."""
    return "".join(unicodedata.normalize("NFC", text).split()).removesuffix("…")


def _on_page(sheet: pypdfium2.PdfPage, page: int, sought: dict[int, str]) -> dict[int, tuple[WordsPlace, ...]]:
    read = sheet.get_textpage()
    letters: list[str] = []
    places: list[int] = []
    for at in range(read.count_chars()):
        letter = _bare(read.get_text_range(at, 1))
        letters.append(letter)
        places += [at] * len(letter)
    text, size = "".join(letters), (sheet.get_width(), sheet.get_height())
    found = {}
    for number, bare in sought.items():
        start = text.find(bare)
        if start >= 0:
            boxes = [read.get_charbox(at) for at in dict.fromkeys(places[start : start + len(bare)])]
            found[number] = tuple(_share(line, page, size) for line in _lines(boxes))
    return found


Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points, from the lower left corner."""


def _lines(boxes: Sequence[Box]) -> list[Box]:
    """The boxes of letters put together line by line."""
    lines: list[Box] = []
    for left, bottom, right, top in boxes:
        if right <= left or top <= bottom:
            continue
        if lines and lines[-1][1] <= (bottom + top) / 2 <= lines[-1][3] and left >= lines[-1][0]:
            last = lines[-1]
            lines[-1] = (last[0], min(last[1], bottom), max(last[2], right), max(last[3], top))
        else:
            lines.append((left, bottom, right, top))
    return lines


def _share(box: Box, page: int, size: tuple[float, float]) -> WordsPlace:
    (left, bottom, right, top), (width, height) = box, size
    return WordsPlace(page, left / width, 1 - top / height, (right - left) / width, (top - bottom) / height)
