"""Turn the lines of a text that somebody wrote elsewhere into the tree of its blocks: one parser for Word files, plain
text and outlines.

Where the style of a line says what it is, that holds. Else its number does: a number of a row that is open goes on that
row, any other begins one inside of the line above. What has no number belongs to the titled line above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pydantic import Field

from vanban.domain.draft_line import DraftLine
from vanban.domain.record import Record
from vanban.domain.text_mark import read_inset
from vanban.domain.text_tree import HOLDING, Block, Outline, PartNumbers, may_hold, numbered
from vanban.domain.typed_label import DASHES, TypedLabel, automatic, label_of

_END: Final = re.compile(r"\s*\./\.?\s*$|\s*/\.\s*$")
_TITLE: Final = 130
_STOPS: Final = (".", ";", ",")
_RANKS: Final = {"part": 0, "chapter": 1, "division": 2, "subdivision": 3, "article": 4}
_TITLED_SORTS: Final = frozenset({"part", "chapter", "division", "subdivision", "roman", "capital"})
_FIELDS: Final = {
    "part": "part",
    "chapter": "chapter",
    "division": "section",
    "subdivision": "section",
    "article": "article",
    "roman": "section",
    "capital": "section",
    "letter": "point",
    "subletter": "point",
    "parenthesis": "point",
    "dash": "item",
    "plus": "item",
    "bullet": "item",
}


class ReadLine(Record):
    """What one line was understood as: which field of a block, inside how many others, its number there and here."""

    line: DraftLine = Field(title="Dòng")
    said: str = Field(title="Hiểu là")
    depth: int = Field(title="Nằm trong mấy khối")
    typed: str = Field(default="", title="Số ở bản gốc")
    printed: str = Field(default="", title="Số sẽ in")


class ReadDraft(Record):
    """The tree of a text, how it is numbered, and what every line became, in order."""

    blocks: tuple[Block, ...] = Field(title="Các khối")
    outline: Outline = Field(default=Outline.ROMAN, title="Cách đánh số các mục")
    part_numbers: PartNumbers = Field(default=PartNumbers.ROMAN, title="Cách đánh số các phần")
    lines: tuple[ReadLine, ...] = Field(default=(), title="Các dòng")


@dataclass
class _Open:
    """A block in the making; ``row`` is the row of numbers that it belongs to."""

    said: str
    words: str
    line: DraftLine
    label: TypedLabel | None = None
    titled: bool = False
    inside: list[_Open] = field(default_factory=list)
    fixed: Block | None = None
    depth: int = 0

    @property
    def row(self) -> tuple[str, int] | None:
        return self.label.row if self.label else None

    def block(self) -> Block:
        if self.fixed is not None:
            return self.fixed
        body = tuple(inner.block() for inner in self.inside)
        return Block.model_validate({self.said: self.words, "body": body})


def read_draft(lines: Sequence[DraftLine]) -> ReadDraft:
    """The tree of the text that ``lines`` are, in reading order."""
    reader = _Reader(lines)
    for line in reader.lines:
        reader.take(line)
    reader.finish()
    blocks = tuple(one.block() for one in reader.roots)
    outline, parts = _outline(reader.roots), _part_numbers(reader.roots)
    labels = {id(one): label for one, label in _labels(reader.roots, blocks, outline, parts)}
    told = tuple(
        ReadLine(
            line=one.line,
            said=one.said,
            depth=one.depth,
            typed=one.label.typed if one.label else "",
            printed=labels.get(id(one), ""),
        )
        for one in _walk(reader.roots)
    )
    return ReadDraft(blocks=blocks, outline=outline, part_numbers=parts, lines=told)


class _Reader:
    """The tree so far and the chain of blocks that the next line may stand in."""

    def __init__(self, lines: Sequence[DraftLine]) -> None:
        self.lines = _without_end([line for line in lines if line.table is not None or line.text.strip()])
        self.roots: list[_Open] = []
        self._chain: list[_Open] = []
        self._has_bold = any(line.bold and label_of(line.printed) for line in self.lines)
        self._titles = _Titles(self.lines, self._has_bold)
        self._waiting: _Open | None = None

    def take(self, line: DraftLine) -> None:
        """Put one line where it belongs."""
        if line.said:
            self._styled(line)
            return
        inset = read_inset(line.text) if line.table is None else None
        if line.table is not None or inset is not None:
            fixed = Block(table=line.table) if line.table is not None else inset
            said = "table" if line.table is not None else "inset"
            self._add(_Open(said, "", line, fixed=fixed), self._home_of_text(line))
            return
        label = automatic(line.label, line.text) if line.label.strip() else label_of(line.text)
        if self._waiting is not None and self._goes_on_title(line, label):
            self._waiting.words = f"{self._waiting.words} {line.text}".strip()
            return
        self._waiting = None
        if label is None:
            self._add(_Open("text", line.text, line), self._home_of_text(line))
        else:
            self._labelled(line, self._as_it_goes_on(label))

    def finish(self) -> None:
        """Make of empty titles what can stand without a body."""
        for one in _walk(self.roots):
            if not one.words.strip() and one.fixed is None:
                one.words = one.label.typed if one.label else "…"

    # Lines whose style says what they are

    def _styled(self, line: DraftLine) -> None:
        inset = read_inset(line.text) if line.said == "inset" else None
        fixed = Block(table=line.table) if line.table is not None else inset
        said = line.said if fixed is not None or line.said not in ("inset", "table") else "text"
        label = None if said == "text" or fixed is not None else _own_label(line.text, said)
        one = _Open(said, label.rest if label is not None else line.text, line, label, fixed=fixed)
        one.titled = said in ("part", "chapter", "section")
        depth = len(self._chain) if line.depth is None else min(line.depth, len(self._chain))
        while depth and not may_hold(self._chain[depth - 1].said, said):
            depth -= 1
        self._add(one, depth)

    # Lines with a number

    def _as_it_goes_on(self, label: TypedLabel) -> TypedLabel:
        """A letter that is a Roman number too is what goes on the row that is open."""
        if not label.may_be_capital:
            return label
        letter = label.as_capital()
        for one in reversed(self._chain):
            if one.label and one.label.sort == "capital" and one.label.ordinal + 1 == letter.ordinal:
                return letter
            if one.label and one.label.sort == "roman":
                return label
        is_one = label.typed.rstrip(" .)/:-") in ("I", "V", "X")
        return label if is_one else letter

    def _labelled(self, line: DraftLine, label: TypedLabel) -> None:
        depth = self._place_of(label)
        said = self._field(line, label, depth)
        while depth and not may_hold(self._chain[depth - 1].said, said):
            depth -= 1
        if said == "section" and depth and not may_hold(self._chain[depth - 1].said, "section"):
            said = "clause"
        one = _Open(said, label.rest, line, label)
        one.titled = said in ("part", "chapter", "section") or (said == "article" and self._titles.is_one(line, label))
        self._add(one, depth)
        if label.sort in _RANKS and not label.rest and label.sort != "article":
            self._waiting = one

    def _place_of(self, label: TypedLabel) -> int:
        """Inside how many of the open blocks the line stands."""
        rank = _RANKS.get(label.sort)
        if rank is not None:
            ranks = [_RANKS.get(one.label.sort, 9) if one.label else 9 for one in self._chain]
            return next((place for place, held in enumerate(ranks) if held >= rank), len(self._chain))
        for depth in range(len(self._chain) - 1, -1, -1):
            held = self._chain[depth]
            if held.row == label.row or (held.label is None and _same_sort(held.said, label)):
                return depth
            if held.label and held.label.sort == "arabic" == label.sort and held.label.level > label.level:
                continue
        if label.sort == "arabic" and label.level > 1:
            wider = [d for d, one in enumerate(self._chain) if one.label and one.label.sort == "arabic"]
            fitting = [d for d in wider if (self._chain[d].label or label).level < label.level]
            if fitting:
                return fitting[-1] + 1
        return len(self._chain)

    def _field(self, line: DraftLine, label: TypedLabel, depth: int) -> str:
        if label.sort == "bracket":
            inside = any(one.label and one.label.sort in ("arabic", "letter") for one in self._chain[:depth])
            return "point" if inside else "clause"
        if label.sort != "arabic":
            return _FIELDS[label.sort]
        return "section" if self._titles.is_one(line, label) else "clause"

    # Lines without a number

    def _home_of_text(self, line: DraftLine) -> int:
        """Inside the line above where that announces it, else inside the nearest titled one."""
        if self._chain and _announces(self._chain[-1]) and may_hold(self._chain[-1].said, "text"):
            return len(self._chain)
        titled = [place for place, one in enumerate(self._chain) if one.titled]
        if titled:
            return titled[-1] + 1
        held = [place for place, one in enumerate(self._chain) if one.said == "article"]
        return held[-1] + 1 if held else 0

    def _goes_on_title(self, line: DraftLine, label: TypedLabel | None) -> bool:
        """Whether a line is the title of the heading above it, which says nothing but its number."""
        waiting = self._waiting
        if waiting is None or (label is not None and label.sort not in DASHES):
            return False
        loud = line.text.upper() == line.text
        return not waiting.words or ((line.centred or loud) and waiting.line.centred and loud)

    def _add(self, one: _Open, depth: int) -> None:
        del self._chain[depth:]
        one.depth = depth
        (self._chain[-1].inside if self._chain else self.roots).append(one)
        if one.said in HOLDING:
            self._chain.append(one)


class _Titles:
    """Tells a numbered title from a numbered sentence: bold where a text has bold, else short and without a stop."""

    def __init__(self, lines: Sequence[DraftLine], has_bold: bool) -> None:
        self._following = {id(line): below for line, below in zip(lines, [*lines[1:], None], strict=True)}
        self._has_bold = has_bold

    def is_one(self, line: DraftLine, label: TypedLabel) -> bool:
        """Whether a numbered line is a title."""
        words = label.rest.rstrip()
        if len(words) > 2 * _TITLE or words.endswith((";", ",")):
            return False
        if line.bold:
            return True
        short = len(words) <= _TITLE and not words.endswith(_STOPS)
        if not short or (self._has_bold and words.endswith(":")):
            return False
        return self._holds_something(line, label)

    def _holds_something(self, line: DraftLine, label: TypedLabel) -> bool:
        below = self._following.get(id(line))
        if below is None:
            return False
        other = automatic(below.label, below.text) if below.label.strip() else label_of(below.text)
        if other is None:
            return True
        if other.sort == label.sort:
            return other.level > label.level
        return other.sort not in _RANKS and other.sort not in ("roman", "capital")


def _announces(one: _Open) -> bool:
    return one.titled or one.words.rstrip().endswith(":")


def _same_sort(said: str, label: TypedLabel) -> bool:
    """Whether a block that a style told belongs to the row of a typed number."""
    return {"point": "letter", "clause": "arabic", "item": "dash", "article": "article"}.get(said) == label.sort


_SORTS_OF: Final = {
    "part": ("part",),
    "chapter": ("chapter",),
    "article": ("article",),
    "section": ("roman", "capital", "arabic", "division", "subdivision"),
    "clause": ("arabic", "bracket"),
    "point": ("letter", "subletter", "parenthesis"),
    "item": DASHES,
}
"""The field of a block → the sorts of numbers that stand before its words."""


def _own_label(text: str, said: str) -> TypedLabel | None:
    """The number before the words of a styled line, which the program counts itself; another one is of its words."""
    label = label_of(text)
    return label if label is not None and label.rest and label.sort in _SORTS_OF.get(said, ()) else None


def _without_end(lines: list[DraftLine]) -> list[DraftLine]:
    """The lines without the “./.” that the program puts at the end of every text."""
    if lines and not lines[-1].said and lines[-1].table is None and _END.search(lines[-1].text):
        text = _END.sub("", lines[-1].text)
        lines = [*lines[:-1], *([lines[-1].model_copy(update={"text": text})] if text else [])]
    return lines


def _walk(roots: Sequence[_Open]) -> Iterator[_Open]:
    for one in roots:
        yield one
        yield from _walk(one.inside)


def _outline(roots: Sequence[_Open]) -> Outline:
    """How the outermost titled lines are numbered; as usual where there are none."""
    outermost = [one.label.sort for one in _walk(roots) if one.said == "section" and one.label]
    if "capital" in outermost and "roman" not in outermost[: outermost.index("capital")]:
        return Outline.LETTERS
    return (
        Outline.ARABIC
        if outermost and not {"roman", "capital"} & set(outermost) and ("arabic" in outermost)
        else Outline.ROMAN
    )


def _part_numbers(roots: Sequence[_Open]) -> PartNumbers:
    typed = [one.label.typed.casefold() for one in _walk(roots) if one.said == "part" and one.label]
    return PartNumbers.WORDS if any("thứ" in one for one in typed) else PartNumbers.ROMAN


def _labels(
    roots: Sequence[_Open], blocks: tuple[Block, ...], outline: Outline, parts: PartNumbers
) -> Iterator[tuple[_Open, str]]:
    """Each block with the number that will be printed before it."""
    printed = [one for one in numbered(blocks, outline, parts) if one.role != "heading_title"]
    yield from zip(_walk(roots), (one.label for one in printed), strict=False)
