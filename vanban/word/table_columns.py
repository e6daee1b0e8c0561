"""Tell from a template whether its tables keep their columns, whatever the data.

docxtpl counts, after rendering, the cells of each table's rows, and adds or removes columns of its grid. Where no data
can make it do so, documents need no counting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from vanban.word.balance import BRANCH, END_OF_BRANCH

_TOKEN: Final = re.compile(
    rf'[{BRANCH}{END_OF_BRANCH}]|<(/?)w:(tbl|gridCol|tr|tc)(?:\s[^<>]*?)?(/?)>|<w:gridSpan\s+w:val="([^"]*)"'
)


@dataclass
class _Table:
    depth: int
    columns: int = 0
    longest: int = 0
    reached: bool = False


@dataclass
class _Row:
    depth: int
    cells: int = 0
    spanned: int = 0


@dataclass
class _Reader:
    depth: int = 0
    tables: list[_Table] = field(default_factory=list)
    rows: list[_Row] = field(default_factory=list)
    is_certain: bool = True

    def open(self, tag: str) -> None:
        if tag == "tbl":
            self.tables.append(_Table(self.depth))
        elif tag == "gridCol" and self.tables:
            self.tables[-1].columns += 1
        elif tag == "tr":
            self.rows.append(_Row(self.depth))
        elif tag == "tc" and self.rows:
            row = self.rows[-1]
            row.cells, row.spanned = row.cells + 1, row.spanned + 1
            # A cell that comes and goes inside its row.
            self.is_certain &= row.depth == self.depth

    def span(self, value: str) -> None:
        if not value.isdecimal():
            self.is_certain = False
        elif self.rows:
            self.rows[-1].spanned += int(value) - 1

    def close(self, tag: str) -> None:
        if tag == "tbl" and self.tables:
            table = self.tables.pop()
            self.is_certain &= table.reached and table.longest <= table.columns
        elif tag == "tr" and self.rows and self.tables:
            row = self.rows.pop()
            own = self.tables[-1]
            own.reached |= row.depth == own.depth and row.spanned >= own.columns
            # docxtpl counts the rows of inner tables for the outer ones too.
            for table in self.tables:
                table.longest = max(table.longest, row.cells)


def keeps_columns(skeleton: str) -> bool:
    """Whether every table in the ``skeleton`` of a balanced template has a row that is always there and as long as its
    grid, and no row with more cells.
    """
    reader = _Reader()
    for token in _TOKEN.finditer(skeleton):
        closing, tag, alone, value = token.groups()
        if token[0] in (BRANCH, END_OF_BRANCH):
            reader.depth += 1 if token[0] == BRANCH else -1
        elif value is not None:
            reader.span(value)
        elif closing:
            reader.close(tag)
        else:
            reader.open(tag)
            if alone:
                reader.close(tag)
    return reader.is_certain
