"""A paper of the office's own: what a clerk says of it in one small file, and the rows of its table.

It is a kind of document like those of the program (:mod:`vanban.kinds.own`): the text stands in a Word template of the
same name, what changes in a table of the same name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final, Self

from pydantic import Field, model_validator

from vanban.domain.accents import accent_free
from vanban.domain.document import Document
from vanban.domain.record import Record
from vanban.domain.rows import Rows
from vanban.domain.step import Step
from vanban.domain.text import matching_key
from vanban.domain.text_tree import Block

_APART: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_KEY: Final = 50
_OF_MAPPINGS: Final = frozenset(dir(dict))
"""What a template would take for a method of the row, not for a column."""


class ColumnKind(StrEnum):
    """What stands in a column: words as they are typed, numbers that are added up, days."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"

    @property
    def aliases(self) -> tuple[str, ...]:
        """What a clerk calls it."""
        return {"TEXT": ("chữ",), "NUMBER": ("số", "điểm", "tiền"), "DATE": ("ngày",)}[self.name]


class OnePer(StrEnum):
    """Of what there is one document each: one for the whole table, one for each row, one for each unit."""

    DOCUMENT = "document"
    ROW = "row"
    UNIT = "unit"

    @property
    def aliases(self) -> tuple[str, ...]:
        """What a clerk calls it."""
        return {"DOCUMENT": ("văn bản", "cả bảng"), "ROW": ("dòng", "mỗi dòng"), "UNIT": ("đơn vị", "mỗi đơn vị")}[
            self.name
        ]


class OwnColumn(Record):
    """One column of the table of a paper of one's own."""

    name: str = Field(title="Tên cột", min_length=1, max_length=120)
    kind: ColumnKind = Field(default=ColumnKind.TEXT, title="Loại (text, number, date)")
    required: bool = Field(default=False, title="Bắt buộc điền")

    @property
    def slug(self) -> str:
        """How a template may name the column without marks and spaces: ``diem_chuan``."""
        return slug(self.name)


def slug(name: str) -> str:
    """``Điểm chuẩn (tối đa)`` → ``diem_chuan_toi_da``."""
    made = _APART.sub("_", accent_free(name)).strip("_") or "cot"
    made = f"cot_{made}" if made[0].isdigit() else made
    return f"{made}_" if made in _OF_MAPPINGS else made


def key_of_words(words: str) -> str:
    """A key for a document, out of what a person would call it: ``Nguyễn Văn A`` → ``nguyen-van-a``."""
    return _APART.sub("-", accent_free(words)).strip("-")[:_LONGEST_KEY].strip("-")


class PaperDescription(Document):
    """What a clerk writes of a paper of their own; issuer, subject, signature, recipients as in any document.

    ``type_name``: one of the decree's kinds of document (Điều 7) gets a number; another name is printed and gets none.
    ``table``: the table of the program whose rows are meant, where they are not those of the paper's own table.
    ``owner``: the column of its own table that says to which of these rows, or to which unit, a row belongs.
    ``series``: the run of numbers, where the office has more than one for that type.
    """

    title: str = Field(title="Tên gọi của loại văn bản", min_length=1)
    type_name: str = Field(title="Tên loại in trên văn bản", min_length=1)
    step: Step = Field(default=Step.OTHER, title="Thư mục của bước trong output")
    one_per: OnePer = Field(default=OnePer.DOCUMENT, title="Mỗi văn bản cho (document, row, unit)")
    table: str | None = Field(default=None, title="Bảng của chương trình, nếu lập theo dòng của bảng ấy")
    columns: tuple[OwnColumn, ...] = Field(default=(), title="Các cột của bảng")
    owner: str | None = Field(default=None, title="Cột ghi mã đơn vị, đối tượng của dòng")
    series: str | None = Field(default=None, title="Mã hệ thống số")
    body: tuple[Block, ...] = Field(default=(), title="Nội dung, nếu không viết trong mẫu Word")

    @model_validator(mode="after")
    def _columns_told_apart(self) -> Self:
        for said in ([matching_key(column.name) for column in self.columns], [one.slug for one in self.columns]):
            twin = next((at for at, name in enumerate(said) if name in said[:at]), None)
            if twin is not None:
                raise ValueError(f"Hai cột trùng tên hoặc chỉ khác dấu: “{self.columns[twin].name}”.")
        if self.owner is not None and self.owner not in {column.name for column in self.columns}:
            raise ValueError(f"Cột “{self.owner}” (owner) không có trong các cột của bảng (columns).")
        if self.one_per is OnePer.ROW and not self.columns and self.table is None:
            raise ValueError("Văn bản lập theo từng dòng cần các cột (columns) hoặc tên một bảng (table).")
        return self


class OwnRow(Record):
    """One row of the table: what stands in each column as it is printed, and the numbers."""

    ordinal: int = Field(title="Số thứ tự")
    key: str = Field(title="Mã văn bản của dòng")
    cells: Mapping[str, str] = Field(title="Các ô, theo tên cột")
    numbers: Mapping[str, Decimal] = Field(default={}, title="Các số, theo tên cột")


class OwnPaper(PaperDescription):
    """A paper of one's own as a year has it. ``type_code`` is ``None`` where its documents get no number."""

    key: str = Field(title="Tên loại văn bản, như tên tệp")
    type_code: str | None = Field(default=None, title="Chữ viết tắt tên loại")
    rows: Rows[OwnRow] = Field(default=(), title="Các dòng của bảng")

    @property
    def is_numbered(self) -> bool:
        """Whether its documents get a number."""
        return self.type_code is not None


class TitledRow(Record):
    """A row of a table as a template sees it: ``row["Cột"]`` by a column's header, ``row.cot`` by its slug.

    Declarations are classes of their own for each set of columns; what is composed is a mapping.
    """


def row_keys(names: Iterable[str]) -> tuple[str, ...]:
    """A key for each row out of what stands in its first column; of two that say the same the second gets “-2”."""
    taken: set[str] = set()
    made: list[str] = []
    for ordinal, name in enumerate(names, start=1):
        stem = key_of_words(name) or f"dong-{ordinal}"
        key, again = stem, 1
        while key in taken:
            again += 1
            key = f"{stem}-{again}"
        taken.add(key)
        made.append(key)
    return tuple(made)


def part_names(key: str) -> tuple[str, str]:
    """What the description and the table of that paper are called among the parts of a year."""
    return key, f"{key}.rows"
