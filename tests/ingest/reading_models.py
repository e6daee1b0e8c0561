"""Small models for the reading tests: every sort of field that the domain uses."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import Literal, Self

from pydantic import Field, model_validator

from vanban.domain.record import Record


class Gender(StrEnum):
    MALE = "Nam"
    FEMALE = "Nữ"


class Title(StrEnum):
    WORKER = "Lao động tiên tiến"
    GROUP = "Tổ dân phố văn hóa"


class Medal(StrEnum):
    CERTIFICATE = "Giấy khen"


class Person(Record):
    key: str = Field(title="Mã người")
    name: str = Field(title="Họ và tên", max_length=40)
    born_on: date = Field(title="Ngày sinh")
    phone: str | None = Field(default=None, title="Điện thoại")
    gender: Gender | None = Field(default=None, title="Giới tính")
    households: int | None = Field(default=None, title="Số hộ", ge=1)
    share: Decimal | None = Field(default=None, title="Tỷ lệ")
    award: Title | Medal | None = Field(default=None, title="Danh hiệu")
    done: bool | None = Field(default=None, title="Đạt (có/không)")
    units: tuple[str, ...] = Field(default=(), title="Đơn vị")


class Everything(Record):
    text: str | None = None
    whole: int | None = None
    number: Decimal | None = None
    real: float | None = None
    truth: bool | None = None
    day: date | None = None
    clock: time | None = None
    gender: Gender | None = None
    either: Title | Medal | None = None
    day_or_year: date | int | None = None
    text_or_day: str | date | None = None
    mark: Literal["a", "b"] | None = None


class Measure(Record):
    key: str = Field(title="Mã")
    value: Decimal | None = Field(default=None, title="Mức")
    upper: Decimal | None = Field(default=None, title="Mức trên")

    @model_validator(mode="after")
    def _upper_is_above(self) -> Self:
        if self.upper is not None and (self.value is None or self.upper <= self.value):
            raise ValueError(f"Mức trên của “{self.key}” không lớn hơn mức dưới.", "Hãy ghi mức trên lớn hơn.")
        return self


class Block(Record):
    section: str | None = Field(default=None, title="Mục")
    text: str | None = Field(default=None, title="Đoạn văn")
    body: tuple[Block, ...] = Field(default=(), title="Nội dung")


class Paragraph(Record):
    text: str


class Picture(Record):
    file: str
    width: int


class Coloured(Record):
    kind: Literal["coloured"]
    colour: str


class Plain(Record):
    kind: Literal["plain"]
    colour: str


class Plan(Record):
    """A record of records, lists, pairs and alternatives."""

    subject: str = Field(title="Trích yếu")
    year: int = Field(title="Năm", ge=2000, le=2100)
    measures: tuple[Measure, ...] = Field(title="Các nội dung", min_length=1)
    body: tuple[Block, ...] = Field(default=(), title="Nội dung")
    pieces: tuple[Paragraph | Picture, ...] = Field(default=(), title="Các phần")
    paint: Coloured | Plain | None = Field(default=None, title="Màu")
    span: tuple[int, int] | None = Field(default=None, title="Khoảng")
    words: dict[str, str] = Field(default_factory=dict, title="Từ ngữ")
    names: list[str] = Field(default_factory=list, title="Tên")
