"""The old book of outgoing documents, paper or another program's, as a clerk types it to be taken over."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from pydantic import Field

from vanban.domain.record import Record
from vanban.domain.register_entry import Addressee, DocumentRequest, Entry, EntryState, SeriesKey, Sha256
from vanban.domain.typed import Typed

_NUMBER: Final = re.compile(r"0*([1-9]\d{0,6})\s*([A-Za-zđĐ]{1,4}|[/-]\s*[0-9A-Za-zđĐ]{1,3}|\.\s*[0-9A-Za-zđĐ]{1,2})?")
TAKEN_OVER: Final = "Nhận từ sổ cũ"
"""How the book marks what the old book said and nothing here can prove."""


class OldNumber(Record):
    """A number as old books have them: ``5``, ``01a``, ``01/1``, ``7-2``, ``12 bis``."""

    ordinal: int = Field(ge=1, le=9_999_999)
    suffix: str = Field(default="", max_length=4)

    @classmethod
    def read(cls, written: str, symbol: str = "") -> OldNumber | None:
        """The number that a clerk wrote, with the ``symbol`` behind it or without; nothing where it is none."""
        found = _NUMBER.fullmatch(written.strip().removesuffix(f"/{symbol}").strip())
        return cls(ordinal=int(found[1]), suffix="".join((found[2] or "").split())) if found else None

    def __str__(self) -> str:
        return f"{self.ordinal:02d}{self.suffix}"


class PaperRow(Record):
    """One row of an old book, as a clerk types it to be taken over."""

    ordinal: Typed = Field(title="Số")
    symbol: str = Field(title="Ký hiệu", min_length=1, max_length=30)
    issued_on: date = Field(title="Ngày tháng văn bản")
    type_name: str = Field(title="Tên loại", max_length=100)
    subject: str = Field(title="Trích yếu nội dung", min_length=1, max_length=500)
    signer: str = Field(title="Người ký", min_length=1, max_length=50)
    recipients: str | None = Field(default=None, title="Nơi nhận văn bản")
    retained_by: str | None = Field(default=None, title="Đơn vị, người nhận bản lưu")
    copies: int | None = Field(default=None, title="Số lượng bản", ge=0, le=999)
    note: str | None = Field(default=None, title="Ghi chú", max_length=500)

    @property
    def number(self) -> OldNumber | None:
        """The number, where the row has one that can be read."""
        return OldNumber.read(self.ordinal, self.symbol)

    @property
    def addressees(self) -> tuple[Addressee, ...]:
        """Every recipient that the row names."""
        named = (name.strip() for name in (self.recipients or "").split(";"))
        return tuple(Addressee(organ_name=name) for name in named if name)


class TakenOver(Record):
    """A document of the old book that stands beside a number of the register: on 01a, or as the second on 05.

    The register never gives such a number itself; ``position`` is the row's place in the table that it came in.
    """

    series: SeriesKey = Field(title="Hệ thống số")
    year: int = Field(title="Năm", ge=1945, le=2200)
    ordinal: int = Field(title="Số", ge=1, le=9_999_999)
    suffix: str = Field(default="", title="Phần sau số", pattern=r"^([A-Za-zđĐ]{1,4}|[/.-][0-9A-Za-zđĐ]{1,3})?$")
    symbol: str = Field(title="Ký hiệu", min_length=1, max_length=30)
    issued_on: date = Field(title="Ngày tháng văn bản")
    type_name: str = Field(title="Tên loại", max_length=100)
    subject: str = Field(title="Trích yếu nội dung", min_length=1, max_length=500)
    organ_name: str = Field(title="Cơ quan ban hành", min_length=1, max_length=200)
    signer_name: str = Field(title="Người ký", min_length=1, max_length=50)
    recipients: tuple[Addressee, ...] = Field(default=(), title="Nơi nhận")
    retained_by: str = Field(default="", title="Đơn vị, người nhận bản lưu")
    copies: int | None = Field(default=None, title="Số lượng bản", ge=0, le=999)
    note: str = Field(default="", title="Ghi chú", max_length=500)
    batch: str = Field(title="Lượt nhập", min_length=1)
    position: int = Field(title="Thứ tự trong lượt", ge=0)

    @property
    def number(self) -> str:
        """Số và ký hiệu as printed: ``01a/KH-UBND``."""
        return f"{OldNumber(ordinal=self.ordinal, suffix=self.suffix)}/{self.symbol}"

    def to_json(self) -> dict[str, object]:
        """With the number as printed."""
        return {**super().to_json(), "number": self.number}


class PaperBook(Record):
    """The old book that is taken over: of which series and year, of whom, and as which batch of the register."""

    series: str = Field(title="Hệ thống số")
    year: int = Field(title="Năm")
    organ_name: str = Field(title="Cơ quan ban hành")
    batch: str = Field(title="Lượt cấp số")


def batch_of(series: str, year: int, seal: Sha256) -> str:
    """The batch as which a table with that hash is taken over: the same table again is the same batch."""
    return f"paper-{series}-{year}-{seal}"


def paper_entry(row: PaperRow, ordinal: int, book: PaperBook, position: int) -> Entry:
    """The entry that takes a row of an old book over: a number without files."""
    request = DocumentRequest(
        series=book.series,
        kind="paper",
        key=f"{ordinal}",
        plan_year=book.year,
        type_name=row.type_name,
        symbol=row.symbol,
        subject=row.subject,
        organ_name=book.organ_name,
        signer_position="",
        signer_name=row.signer,
        recipients=row.addressees,
        retained_by=row.retained_by or "",
        copies=row.copies,
        note=row.note or "",
    )
    return Entry(
        **dict(request),
        year=book.year,
        ordinal=ordinal,
        issued_on=row.issued_on,
        state=EntryState.PAPER,
        batch=book.batch,
        position=position,
    )


def beside(row: PaperRow, number: OldNumber, book: PaperBook, position: int) -> TakenOver:
    """The same for a row whose number is no number of its own in the register."""
    return TakenOver(
        series=book.series,
        year=book.year,
        ordinal=number.ordinal,
        suffix=number.suffix,
        symbol=row.symbol,
        issued_on=row.issued_on,
        type_name=row.type_name,
        subject=row.subject,
        organ_name=book.organ_name,
        signer_name=row.signer,
        recipients=row.addressees,
        retained_by=row.retained_by or "",
        copies=row.copies,
        note=row.note or "",
        batch=book.batch,
        position=position,
    )
