"""The number and day that a document of the year was issued with, as the register knows them."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from vanban.domain.record import Record


class IssuedNumber(Record):
    """That one document of the year's set is issued: which one, its number and its day (Điều 15)."""

    kind: str = Field(title="Loại văn bản")
    key: str = Field(default="", title="Mã văn bản")
    ordinal: int = Field(title="Số", ge=1)
    symbol: str = Field(title="Ký hiệu")
    issued_on: date = Field(title="Ngày ban hành")
    content: str = Field(default="", title="Mã nội dung của bản đã ký")


class AwaitedNumber(IssuedNumber):
    """The number that a document is about to get: its day counts, but nothing is done yet that could not be undone."""
