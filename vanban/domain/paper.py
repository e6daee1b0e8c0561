"""A finished Word file as somebody reads it: its lines and its tables, each with the place where a person finds it."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.record import Record


class PaperLine(Record):
    """One paragraph that is not in a table; white space of any sort is one space."""

    text: str = Field(title="Lời văn")
    place: str = Field(title="Vị trí")


class PaperTable(Record):
    """One table: the text of each cell, row by row; a cell that spans columns is followed by empty ones."""

    ordinal: int = Field(title="Bảng thứ", ge=1)
    rows: tuple[tuple[str, ...], ...] = Field(title="Các dòng")


class Paper(Record):
    """Everything that one finished file says, in reading order."""

    file: str = Field(title="Tệp")
    lines: tuple[PaperLine, ...] = Field(title="Các đoạn")
    tables: tuple[PaperTable, ...] = Field(title="Các bảng")
