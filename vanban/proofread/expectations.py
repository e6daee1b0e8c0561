"""What a proofreader is told besides the file: its stage, its day, its year, who was in office."""

from __future__ import annotations

import datetime

from pydantic import Field

from vanban.domain.record import Record
from vanban.domain.work_year import WorkYear
from vanban.law.lapsed import Lapsed


class TermOfOffice(Record):
    """A person's time in a position, both ends included; without an end it goes on."""

    name: str = Field(title="Họ và tên")
    since: datetime.date = Field(title="Từ ngày")
    until: datetime.date | None = Field(default=None, title="Đến ngày")

    def covers(self, day: datetime.date) -> bool:
        """Whether ``day`` is inside."""
        return self.since <= day and (self.until is None or day <= self.until)


class OwnBody(Record):
    """A body of the office that issues papers, with its letters in their symbols."""

    name: str = Field(title="Tên ở đầu văn bản")
    abbreviation: str = Field(title="Chữ viết tắt trong ký hiệu")


class Expectations(Record):
    """What is known of a document. ``signing_copy``: number and day must be blank, as on every build.

    ``bodies`` and ``units`` are the office's own; the units bind its letters alone.
    ``lapsed``: names and texts that have ended by the law packs of the office; none where nothing is known of them.
    """

    signing_copy: bool = Field(default=False, title="Bản trình ký")
    date: datetime.date | None = Field(default=None, title="Ngày văn bản")
    year: WorkYear | None = Field(default=None, title="Năm đang làm")
    bodies: tuple[OwnBody, ...] = Field(default=(), title="Các cơ quan ban hành của cơ quan")
    units: frozenset[str] = Field(default=frozenset(), title="Chữ viết tắt các đơn vị của cơ quan")
    officials: tuple[TermOfOffice, ...] = Field(default=(), title="Người giữ chức vụ")
    lapsed: Lapsed = Field(default=Lapsed(), title="Tên gọi, văn bản không còn dùng")
