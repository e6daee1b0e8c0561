"""Nominees in tables: each column is known by its header, so a table is read in whichever paper it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from vanban.domain.agreement import Mention, Reading, StatedFact, Topic
from vanban.domain.paper import Paper, PaperTable
from vanban.domain.receiver import WORDS
from vanban.domain.unit_kind import BY_NOUN, UNIT_KINDS

NOUNS: Final = "|".join(
    re.escape(noun) for noun in sorted({*(words.noun for words in WORDS.values()), *BY_NOUN}, key=len, reverse=True)
)
"""What receivers of every sort are called where they are counted, for a regular expression."""

_NAMES: Final[Mapping[str, str]] = {
    **{words.header: words.noun for words in WORDS.values()},
    **{kind.name: kind.noun for kind in UNIT_KINDS},
    "Tập thể": "tập thể",
    "Họ và tên, chức vụ; tên tập thể": "",
}
"""Headers over names → what the rows are; empty where the column holds both, a person's position after a comma."""

_FACTS: Final[Mapping[str, Topic]] = {
    "Ngày sinh": Topic.BORN_ON,
    "Nam/Nữ": Topic.GENDER,
    "Chức vụ, đơn vị công tác": Topic.POSITION,
    "Chức vụ": Topic.POSITION,
    "Số người": Topic.MEMBERS,
    "Người đứng đầu": Topic.HEAD,
    "Số hộ": Topic.HOUSEHOLDS,
    "Danh hiệu, hình thức": Topic.AWARD,
    "Danh hiệu, hình thức đề nghị": Topic.AWARD,
    "Danh hiệu, hình thức khen thưởng": Topic.AWARD,
    "Danh hiệu đăng ký": Topic.REGISTERED,
    "Đồng ý": Topic.VOTES,
    "Tiền thưởng": Topic.PRIZE,
    "Tiền thưởng (đồng)": Topic.PRIZE,
}


def in_tables(paper: Paper, *, numbered: bool = False) -> tuple[Mention, ...]:
    """Every row of every table that has a column of names; ``numbered`` where the row's number is a fact as well."""
    return tuple(mention for table in paper.tables for mention in _rows(paper.file, table, numbered))


def _rows(file: str, table: PaperTable, numbered: bool) -> Iterator[Mention]:
    headers = table.rows[0] if table.rows else ()
    named = next((column for column, header in enumerate(headers) if header in _NAMES), None)
    if named is None:
        return
    for number, row in enumerate(table.rows[1:], start=2):
        if len(row) == len(headers) and row[named] and row[0].rstrip(".").isdigit():
            stated = _Row(file, f"bảng {table.ordinal}, dòng {number}", dict(enumerate(headers)))
            mention = _mention(stated, row, named)
            counted = StatedFact(topic=Topic.ORDINAL, reading=stated.reading(0, row[0]))
            yield mention.model_copy(update={"facts": (*mention.facts, counted)}) if numbered else mention


@dataclass(frozen=True)
class _Row:
    """Where a row stands, and what stands over its columns."""

    file: str
    place: str
    headers: Mapping[int, str]

    def reading(self, column: int, value: str) -> Reading:
        """What one cell says."""
        return Reading(value=value, file=self.file, place=f"{self.place}, cột “{self.headers[column]}”")


def _mention(stated: _Row, row: tuple[str, ...], named: int) -> Mention:
    receiver, name, position = _NAMES[stated.headers[named]], row[named], ""
    if not receiver:
        name, _, position = name.partition(", ")
    facts = [
        StatedFact(topic=topic, reading=stated.reading(column, row[column].strip("“”")))
        for column, header in stated.headers.items()
        if (topic := _FACTS.get(header)) and row[column]
    ]
    if position:
        facts.append(StatedFact(topic=Topic.POSITION, reading=stated.reading(named, position)))
    return Mention(name=stated.reading(named, name), receiver=receiver, facts=tuple(facts))
