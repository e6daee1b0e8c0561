"""Turn paragraphs into the lines of a page's head and foot: what stands left, right or across, whatever lays it out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from vanban.ooxml.face import Face
from vanban.proofread.facts import LineKind, Paragraph, Run
from vanban.proofread.gathering import is_row

_NOT_LETTERS: Final = re.compile(r"[^a-z0-9]")
_RIGHT_STARTS: Final = re.compile(
    r"(?:[ \u00a0]{3,}|[ \u00a0]*\t\s*)(?=CỘNG H|Độc [lL]ập|"
    r"(?![ \u00a0]*/)(?:(?![ \u00a0]{3})[^,\t\n]){2,40}(?:, *| )ngày(?=[^\w\n].{0,14}tháng)|"
    r"TM\.|KT\.|TL\.|TUQ\.|Q\. |(?:PHÓ )?CHỦ T|GIÁM ĐỐC)"
)
_FAR: Final = 0.4


class Side(StrEnum):
    """Where a line stands across the page."""

    LEFT = "left"
    RIGHT = "right"
    FULL = "full"


@dataclass(slots=True, eq=False)
class PrintedLine:
    """One printed line of a head or foot, a paragraph or a stretch of one; not ``laid_out`` where tabs place it."""

    paragraph: Paragraph
    runs: tuple[Run, ...]
    text: str
    side: Side
    laid_out: bool

    def face(self) -> Face:
        """The look of its first visible characters."""
        visible = (run.face for run in self.runs if run.text.strip() and not run.face.raised)
        return next(visible, self.paragraph.mark)

    @property
    def capitals(self) -> bool:
        """Whether its letters print as capitals, typed so or by the font's “All caps”."""
        return is_upper(printed(self.runs))

    @property
    def underlined(self) -> bool:
        """Whether all of it is underlined."""
        return bool(self.text) and all(run.face.underline for run in self.runs if run.text.strip())


def printed(runs: Iterable[Run]) -> str:
    """The text of runs as it prints, “All caps” applied."""
    return "".join(run.text.upper() if run.face.caps else run.text for run in runs if not run.face.hidden)


def is_upper(text: str) -> bool:
    """Whether most letters are capitals: a name in capitals may hold a word such as “và”."""
    letters = sum(map(str.isalpha, text))
    return letters > 1 and sum(map(str.isupper, text)) > 0.8 * letters


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """``text`` without tones, case, spaces and signs, for finding things however they were typed."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D").replace("Ð", "D"))
    return _NOT_LETTERS.sub("", plain.lower())


def is_rule(paragraph: Paragraph) -> bool:
    """Whether a paragraph is nothing but a drawn line."""
    drawn = any(line.kind in (LineKind.CHARACTERS, LineKind.BORDER) for line in paragraph.drawn)
    return drawn and all(is_row(row) for row in paragraph.text.split("\n") if row.strip())


def lines_of(paragraph: Paragraph) -> Iterator[PrintedLine]:
    """The printed lines of ``paragraph``, left before right; rows of underscores and empty lines are left out."""
    if is_rule(paragraph):
        return
    side = _side(paragraph)
    for stretch in _split(paragraph.runs, "\n"):
        pieces = list(_columns(stretch) if paragraph.cell is None else _at_what_stands_right(stretch))
        texts = ["".join(run.text for run in piece if not run.face.hidden).strip() for piece in pieces]
        if len(pieces) == 1 or not texts[0]:
            leading = bool(texts[1:])
            for piece, text in zip(pieces, texts, strict=True):
                if text and not is_row(text):
                    label = f"{paragraph.label} " if paragraph.label and piece is pieces[0] else ""
                    where = Side.RIGHT if leading and paragraph.cell is None else side
                    yield PrintedLine(paragraph, piece, label + text, where, not leading)
            continue
        for piece, text, where in zip(pieces, texts, (Side.LEFT, *[Side.RIGHT] * (len(pieces) - 1)), strict=True):
            if text:
                yield PrintedLine(paragraph, piece, text, where, False)


def _side(paragraph: Paragraph) -> Side:
    if paragraph.cell is not None:
        if paragraph.cell.table.columns < 2 or (paragraph.cell.column == 0 and paragraph.cell.last):
            return Side.FULL
        return Side.LEFT if paragraph.cell.column == 0 else Side.RIGHT
    if paragraph.box is not None:
        if paragraph.box.left is None:
            return Side.FULL
        return Side.LEFT if paragraph.box.left + paragraph.box.width / 2 < 225 else Side.RIGHT
    if paragraph.alignment == "right" or (paragraph.width and paragraph.left > _FAR * paragraph.width):
        return Side.RIGHT
    if paragraph.width and paragraph.right > _FAR * paragraph.width:
        return Side.LEFT
    return Side.FULL


def _split(runs: Iterable[Run], mark: str) -> list[tuple[Run, ...]]:
    """The runs cut wherever ``mark`` stands."""
    found: list[list[Run]] = [[]]
    for run in runs:
        if mark not in run.text:
            found[-1].append(run)
            continue
        for place, text in enumerate(run.text.split(mark)):
            if place:
                found.append([])
            if text:
                found[-1].append(Run(text, run.face, run.element))
    return [tuple(piece) for piece in found]


def _columns(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """The runs cut at the tabs between them, or at a wide space before what always stands on the right."""
    pieces = _split(runs, "\t")
    filled = [piece for piece in pieces if "".join(run.text for run in piece).strip()]
    if len(filled) > 1:
        yield filled[0]
        yield tuple(run for piece in filled[1:] for run in piece)
        return
    if len(pieces) > 1 and filled:
        yield () if filled[0] is not pieces[0] else filled[0]
        yield filled[0] if filled[0] is not pieces[0] else ()
        return
    yield from _at_what_stands_right(runs)


def _at_what_stands_right(runs: tuple[Run, ...]) -> Iterator[tuple[Run, ...]]:
    """The runs cut at a wide space before what always stands on the right: tabs in a cell mean nothing else."""
    text = "".join(run.text for run in runs)
    match = next((found for found in _RIGHT_STARTS.finditer(text) if text[: found.start()].strip()), None)
    if match is None:
        yield runs
        return
    yield _slice(runs, 0, match.start())
    yield _slice(runs, match.end(), len(text))


def _slice(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    found, position = [], 0
    for run in runs:
        first, last = max(start - position, 0), min(end - position, len(run.text))
        if first < last:
            found.append(Run(run.text[first:last], run.face, run.element))
        position += len(run.text)
    return tuple(found)
