"""Find words in everything that a year has: rows of tables, papers, numbers, texts; accents make no difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from vanban.domain.accents import accent_free
from vanban.domain.register_entry import Entry
from vanban.errors import DataUnfit, NoRegister, TableUnread, UnfitData
from vanban.register import Query
from vanban.workflows.board import YearPaper, board
from vanban.workflows.check import Checked
from vanban.workflows.register_desk import find
from vanban.workflows.tables import GRIDS, open_table
from vanban.workflows.text_writing import list_texts, open_text
from vanban.workspace import Workspace

_MOST = 30


@dataclass(frozen=True)
class RowFound:
    """A row of a table: the table's name and title, the line of its file, the column in which the words stand (empty
    where they stand in several), the row's words."""

    table: str
    title: str
    line: int
    column: str
    words: str


@dataclass(frozen=True)
class LineFound:
    """A line of a text: the text's name and title, and the line."""

    text: str
    title: str
    words: str


@dataclass(frozen=True)
class WordsFound:
    """What was found, at most thirty of each sort."""

    rows: tuple[RowFound, ...]
    papers: tuple[YearPaper, ...]
    entries: tuple[Entry, ...]
    lines: tuple[LineFound, ...]

    def to_json(self) -> dict[str, object]:
        """How many of each sort."""
        return {
            "rows": len(self.rows),
            "papers": len(self.papers),
            "entries": len(self.entries),
            "lines": len(self.lines),
        }


def seek(workspace: Workspace, checked: Checked, words: str, moment: datetime) -> WordsFound:
    """Whatever has every word of ``words`` in it; nothing for no words. What cannot be read is passed over."""
    wanted = accent_free(words).split()
    if not wanted:
        return WordsFound((), (), (), ())
    steps = board(workspace, checked, moment).steps
    papers = [paper for step in steps for paper in step.papers if _has(f"{paper.title} {paper.number}", wanted)]
    entries: tuple[Entry, ...] = ()
    with suppress(NoRegister):
        entries = find(workspace, Query(text=words, newest_first=True, limit=_MOST)).entries
    return WordsFound(
        rows=tuple(_rows(workspace, checked, wanted))[:_MOST],
        papers=tuple(papers)[:_MOST],
        entries=entries,
        lines=tuple(_lines(workspace, checked, wanted))[:_MOST],
    )


def _has(text: str, wanted: list[str]) -> bool:
    """Whether each word begins a word of ``text``: “q” is in “Nguyễn Văn Q”, not in every “Ngô Quyền”'s middle."""
    said = re.findall(r"[\w/-]+", accent_free(text))
    return all(any(one.startswith(word) for one in said) for word in wanted)


def _column(titles: Sequence[str], row: Sequence[str], wanted: list[str]) -> str:
    """The title of the last cell that has all the words: a name stands behind the key that is made of it."""
    return next((title for title, cell in reversed(list(zip(titles, row, strict=False))) if _has(cell, wanted)), "")


def _rows(workspace: Workspace, checked: Checked, wanted: list[str]) -> Iterator[RowFound]:
    for part in GRIDS:
        with suppress(TableUnread):
            opened = open_table(workspace, checked.work_year, part.name)
            for line, row in zip(opened.cells.lines, opened.cells.rows, strict=False):
                if _has(" ".join(row), wanted):
                    column = _column(opened.cells.titles, row, wanted)
                    yield RowFound(part.name, opened.title, line, column, " · ".join(filter(None, row)))


def _lines(workspace: Workspace, checked: Checked, wanted: list[str]) -> Iterator[LineFound]:
    with suppress(DataUnfit, UnfitData):
        for one in list_texts(workspace, checked.work_year):
            for line in open_text(workspace, checked.work_year, one.name).lines:
                if _has(line.text, wanted):
                    yield LineFound(one.name, one.title, line.text)
