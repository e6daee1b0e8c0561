"""The text of a document as a tree, as the office writes it: what stands in what; numbers are computed, never typed.

:func:`numbered` is the one owner of every number: Phần, Chương, Mục, Điều, I., 1., 1.1., a), -, + (Nghị định 30/2020,
Phụ lục I, Mục II khoản 6 điểm đ; Mục V hàng 6a, 6b).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from typing import Final, Self

from pydantic import Field, model_validator

from vanban.domain.number_words import in_words
from vanban.domain.record import Record
from vanban.domain.text_table import TextTable
from vanban.domain.wording import roman


class Inset(StrEnum):
    """What a document's text calls for at one point instead of saying it."""

    TARGETS = "targets"
    TARGET_RESULTS = "target_results"
    AWARD_COUNTS = "award_counts"
    GROUP_REGISTRATIONS = "group_registrations"
    COLLECTIVE_REGISTRATIONS = "collective_registrations"
    INDIVIDUAL_REGISTRATIONS = "individual_registrations"
    MEMBERS = "members"
    BALLOT_FIGURES = "ballot_figures"
    COUNCIL_VOTES = "council_votes"
    COUNCIL_CONCLUSIONS = "council_conclusions"
    NOMINATIONS = "nominations"
    INITIATIVES = "initiatives"
    AWARDS = "awards"
    RECOGNISED_INITIATIVES = "recognised_initiatives"
    FAMILY_UNITS = "family_units"
    INITIATIVE_FACTS = "initiative_facts"
    AUTHORS = "authors"
    HANDWRITTEN = "handwritten"
    AWARDEES = "awardees"
    SUMMARIES = "summaries"
    OTHER_AWARDS = "other_awards"
    PAST_TITLES = "past_titles"
    PAST_COMMENDATIONS = "past_commendations"


class Outline(StrEnum):
    """How the titled sections of a text are numbered, from the outermost inwards.

    ``roman``: I., 1., 1.1. (Mục V hàng 6b); ``letters``: A., I., 1., 1.1.; ``arabic``: 1., 1.1.
    """

    ROMAN = "roman"
    LETTERS = "letters"
    ARABIC = "arabic"

    @property
    def called(self) -> str:
        """What a clerk calls it."""
        return {
            "ROMAN": "I., 1., 1.1.",
            "LETTERS": "A., I., 1., 1.1.",
            "ARABIC": "1., 1.1.",
        }[self.name]


class PartNumbers(StrEnum):
    """How the parts of a text are numbered: ``Phần I`` as the decree shows, or ``Phần thứ nhất``."""

    ROMAN = "roman"
    WORDS = "words"

    @property
    def called(self) -> str:
        """What a clerk calls it."""
        return {
            "ROMAN": "Phần I, Phần II",
            "WORDS": "Phần thứ nhất, Phần thứ hai",
        }[self.name]


SAYING: Final = ("part", "chapter", "section", "article", "clause", "point", "text", "item")
"""The fields of a block that hold words."""

HOLDING: Final = ("part", "chapter", "section", "article", "clause", "point", "item")
"""The fields of a block inside which others may stand; each of them is numbered or marked."""

_CALLED: Final = {
    "part": "Phần",
    "chapter": "Chương",
    "section": "Mục",
    "article": "Điều",
    "clause": "Khoản",
    "point": "Điểm",
    "item": "Gạch đầu dòng",
}
_NOT_INSIDE: Final = {
    "part": HOLDING,
    "chapter": HOLDING[1:],
    "article": ("article", "clause", "point", "item"),
    "section": ("article", "point", "item"),
    "clause": ("point", "item"),
    "point": ("item",),
}
"""What cannot stand inside which others."""


def may_hold(own: str, inner: str) -> bool:
    """Whether a block whose words are of the field ``own`` may have one of the field ``inner`` inside it."""
    return own in HOLDING and own not in _NOT_INSIDE.get(inner, ())


_TYPED: Final = re.compile(
    r"(?:[-–—+•*▪]|(?:[IVX]{1,5}|[A-ZĐ]|[0-9]{1,2}(?:\.[0-9]{1,2}){0,3})\.|[0-9]{1,2}\)|[a-zđ](?:\.?[0-9]{1,2})?\)"
    r"|(?:Điều|Phần|Chương|Mục|Tiểu mục) (?:[0-9]{1,3}|[IVXL]{1,6}|thứ \w+)[.:]?)(?=\s)\s+(?=\S)"
)


def typed_label(words: str) -> str:
    """The number or dash that somebody typed at the start of ``words``, as typed; empty where there is none."""
    found = _TYPED.match(words)
    return found[0].strip() if found else ""


class Block(Record):
    """One piece of a document's text: just one of the fields from ``part`` to ``table``.

    ``part``, ``chapter``, ``section`` have titles; ``article``, ``clause``, ``point`` are numbered sentences; the words
    of an article that has a body and ends in no stop are a title. ``about`` and ``of_unit`` narrow an inset: to targets
    of one field, of one unit; ``of_award`` says whose list is called for.
    """

    part: str | None = Field(default=None, title="Phần")
    chapter: str | None = Field(default=None, title="Chương")
    section: str | None = Field(default=None, title="Mục có tiêu đề")
    article: str | None = Field(default=None, title="Điều")
    clause: str | None = Field(default=None, title="Khoản đánh số, không có tiêu đề")
    point: str | None = Field(default=None, title="Điểm a), b), c)")
    text: str | None = Field(default=None, title="Đoạn văn")
    item: str | None = Field(default=None, title="Gạch đầu dòng")
    inset: Inset | None = Field(default=None, title="Nội dung lấy từ dữ liệu")
    table: TextTable | None = Field(default=None, title="Bảng")
    about: str | None = Field(default=None, title="Chỉ lấy chỉ tiêu của lĩnh vực này")
    of_unit: str | None = Field(default=None, title="Chỉ lấy chỉ tiêu của đơn vị mang mã này")
    of_award: str | None = Field(default=None, title="Mã danh hiệu, hình thức của hệ thống khác")
    body: tuple[Block, ...] = Field(default=(), title="Nội dung bên trong")

    @model_validator(mode="after")
    def _one_of_each(self) -> Self:
        said = [name for name in (*SAYING, "inset", "table") if getattr(self, name) is not None]
        if len(said) != 1:
            raise ValueError(f"Mỗi khối phải có đúng một trong các mục: {', '.join((*SAYING, 'inset', 'table'))}.")
        if self.body and said[0] not in HOLDING:
            raise ValueError(
                "Đoạn văn (text), bảng (table), nội dung lấy từ dữ liệu (inset) không chứa khối khác (body)."
            )
        for inner in self.body:
            self._holds(said[0], inner)
        if (self.about or self.of_unit) and self.inset not in (Inset.TARGETS, Inset.TARGET_RESULTS):
            raise ValueError(
                "Lĩnh vực (about), đơn vị (of_unit) chỉ đi với danh sách chỉ tiêu (inset: targets) hoặc "
                "kết quả chỉ tiêu (inset: target_results)."
            )
        if (self.inset is Inset.OTHER_AWARDS) != (self.of_award is not None):
            raise ValueError(
                "Danh sách của hệ thống khác phải ghi cả hai dòng “inset: other_awards” và “of_award: mã danh hiệu”."
            )
        return self

    def _holds(self, own: str, inner: Block) -> None:
        for name, wider in _NOT_INSIDE.items():
            if getattr(inner, name) is not None and own in wider:
                raise ValueError(f"{_CALLED[name]} không nằm trong {_CALLED[own].lower()} được.")

    @property
    def words(self) -> str:
        """What the block says, without a number or dash that was typed where the program puts its own."""
        said = next((value for name in SAYING if (value := getattr(self, name)) is not None), "")
        return said if self.text is not None else said.removeprefix(typed_label(said)).lstrip()

    @property
    def is_title(self) -> bool:
        """Whether an article's words are its title, with its sentences below."""
        return self.article is not None and bool(self.body) and not self.words.rstrip().endswith((".", ":", ";", ","))


def as_articles(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The outermost clauses of a decision's text as the articles that they are."""
    return tuple(
        block.model_copy(update={"article": block.clause, "clause": None}) if block.clause is not None else block
        for block in blocks
    )


class LineRole(StrEnum):
    """How one line of a document's text is printed (Phụ lục I, Mục V hàng 6a, 6b)."""

    HEADING = "heading"
    HEADING_TITLE = "heading_title"
    SECTION = "section"
    ARTICLE_TITLE = "article_title"
    ARTICLE = "article"
    CLAUSE_TITLE = "clause_title"
    CLAUSE = "clause"
    POINT = "point"
    TEXT = "text"
    ITEM = "item"
    INSET = "inset"
    TABLE = "table"


class NumberedBlock(Record):
    """A block's own words with the number computed from where it stands: ``Phần I``, ``II.``, ``a)``, ``-``."""

    role: LineRole
    label: str
    text: str
    inset: Inset | None = None
    table: TextTable | None = None


def numbered(
    blocks: tuple[Block, ...], outline: Outline = Outline.ROMAN, parts: PartNumbers = PartNumbers.ROMAN
) -> Iterator[NumberedBlock]:
    """Every block of a text in reading order, with its number.

    Sections and clauses of one level count together where they are numbered alike; chapters and articles count through
    the whole text.
    """
    return _Counting(outline, parts).walk(blocks, _Place())


@dataclass(frozen=True)
class _Place:
    """Where blocks stand: how many titled sections above, the numbers that go before theirs, what holds them."""

    depth: int = 0
    dotted: tuple[int, ...] = ()
    in_chapter: bool = False
    letter: str = ""
    dashes: int = 0


_DASHES: Final = ("-", "+", "•")
_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""The order of points: the letters of the alphabet without ă, â, ê, ô, ơ, ư, as the decree's own lists."""


def _letter(ordinal: int) -> str:
    """``a`` to ``y``, then ``aa``: no text of the law goes on after its last letter."""
    rounds, place = divmod(ordinal - 1, len(_LETTERS))
    return _LETTERS[place] * (rounds + 1)


def _ordinal_word(ordinal: int) -> str:
    """``nhất``, ``hai``, ``ba``, ``tư``: how parts are counted."""
    return {1: "nhất", 4: "tư"}.get(ordinal) or in_words(ordinal)


@dataclass
class _Counting:
    """The numbers of one text: what counts through the whole of it, and how it is numbered."""

    outline: Outline
    parts: PartNumbers
    counted: dict[str, int] = field(default_factory=dict)

    def walk(self, blocks: tuple[Block, ...], place: _Place) -> Iterator[NumberedBlock]:
        """The blocks that stand side by side at ``place``, each followed by those inside it."""
        parts, titled, clauses, points = count(1), count(1), count(1), count(1)
        special = _SPECIAL[self.outline][place.depth :] if not place.dotted else ()
        for block in blocks:
            if block.part is not None:
                yield from self._headed(block, self._part_label(next(parts)), _Place())
            elif block.chapter is not None:
                label = f"Chương {roman(self._next('chapter'))}"
                yield from self._headed(block, label, _Place(in_chapter=True))
            elif block.article is not None:
                yield from self._article(block, place)
            elif block.section is not None and (special or place.in_chapter):
                yield from self._section(block, next(titled), place)
            elif block.section is not None or block.clause is not None:
                yield from self._dotted(block, next(clauses), place)
            elif block.point is not None:
                yield from self._point(block, next(points), place)
            else:
                yield self._plain(block, place)
                yield from self.walk(block.body, _Place(dashes=place.dashes + 1))

    def _next(self, name: str) -> int:
        self.counted[name] = self.counted.get(name, 0) + 1
        return self.counted[name]

    def _part_label(self, ordinal: int) -> str:
        return f"Phần thứ {_ordinal_word(ordinal)}" if self.parts is PartNumbers.WORDS else f"Phần {roman(ordinal)}"

    def _headed(self, block: Block, label: str, inside: _Place) -> Iterator[NumberedBlock]:
        """A heading in the middle of the page: the number on a line of its own, the title in capitals below."""
        yield NumberedBlock(role=LineRole.HEADING, label=label, text="")
        yield NumberedBlock(role=LineRole.HEADING_TITLE, label="", text=block.words.upper())
        yield from self.walk(block.body, inside)

    def _article(self, block: Block, place: _Place) -> Iterator[NumberedBlock]:
        role = LineRole.ARTICLE_TITLE if block.is_title else LineRole.ARTICLE
        yield NumberedBlock(role=role, label=f"Điều {self._next('article')}.", text=block.words)
        yield from self.walk(block.body, _Place(depth=len(_SPECIAL[self.outline])))

    def _section(self, block: Block, ordinal: int, place: _Place) -> Iterator[NumberedBlock]:
        """A titled section of a chapter, ``Mục 1`` and ``Tiểu mục 1``, or of the outermost levels: ``I.``, ``A.``."""
        if place.in_chapter:
            name = "Mục" if place.depth == 0 else "Tiểu mục"
            inside = _Place(depth=place.depth + 1, in_chapter=place.depth == 0)
            yield from self._headed(block, f"{name} {ordinal}", inside)
        else:
            label = _SPECIAL[self.outline][place.depth](ordinal)
            yield NumberedBlock(role=LineRole.SECTION, label=f"{label}.", text=block.words)
            yield from self.walk(block.body, _Place(depth=place.depth + 1))

    def _dotted(self, block: Block, ordinal: int, place: _Place) -> Iterator[NumberedBlock]:
        """A clause, or a titled section of the levels below: ``1.``, ``1.1.``."""
        dotted = (*place.dotted, ordinal)
        role = LineRole.CLAUSE if block.clause is not None else LineRole.CLAUSE_TITLE
        yield NumberedBlock(role=role, label=".".join(map(str, dotted)) + ".", text=block.words)
        yield from self.walk(block.body, _Place(depth=place.depth + 1, dotted=dotted))

    def _point(self, block: Block, ordinal: int, place: _Place) -> Iterator[NumberedBlock]:
        label = f"{place.letter}.{ordinal}" if place.letter else _letter(ordinal)
        yield NumberedBlock(role=LineRole.POINT, label=f"{label})", text=block.words)
        yield from self.walk(block.body, _Place(letter=label))

    def _plain(self, block: Block, place: _Place) -> NumberedBlock:
        if block.inset is not None:
            return NumberedBlock(role=LineRole.INSET, label="", text="", inset=block.inset)
        if block.table is not None:
            return NumberedBlock(role=LineRole.TABLE, label="", text="", table=block.table)
        if block.item is None:
            return NumberedBlock(role=LineRole.TEXT, label="", text=block.words)
        dash = _DASHES[min(place.dashes, len(_DASHES) - 1)]
        return NumberedBlock(role=LineRole.ITEM, label=dash, text=block.words)


def _capital(ordinal: int) -> str:
    return _letter(ordinal).upper()


_SPECIAL: Final = {
    Outline.ROMAN: (roman,),
    Outline.LETTERS: (_capital, roman),
    Outline.ARABIC: (),
}
"""How the outermost titled sections are numbered; all below them by dotted numbers."""
