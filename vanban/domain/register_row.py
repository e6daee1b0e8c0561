"""A row of the register as a clerk reads it: the ten columns of the book, and what proves them."""

from __future__ import annotations

from datetime import date
from typing import Final

from pydantic import Field

from vanban.domain.ledger import Head
from vanban.domain.record import Record
from vanban.domain.register_entry import Addressee, DocumentRequest, Entry, EntryState, UnfilledNumber
from vanban.domain.wording import lower_first

STATES: Final = {
    EntryState.RESERVED: "đang hoàn tất",
    EntryState.ISSUED: "đã ban hành",
    EntryState.VOID: "hủy",
    EntryState.PAPER: "sổ giấy",
}
"""What has become of a number, as lists and the book say it."""


class ExportRow(Record):
    """One row of an export; the head of the chain in each, so that a part of the table is a witness too."""

    number: str = Field(title="Số, ký hiệu văn bản")
    issued_on: date | None = Field(default=None, title="Ngày tháng văn bản")
    subject: str = Field(default="", title="Tên loại và trích yếu nội dung văn bản")
    signer: str = Field(default="", title="Người ký")
    recipients: str = Field(default="", title="Nơi nhận văn bản")
    retained_by: str = Field(default="", title="Đơn vị, người nhận bản lưu")
    copies: str = Field(default="", title="Số lượng bản")
    sent_on: date | None = Field(default=None, title="Ngày chuyển")
    note: str = Field(title="Ghi chú")
    state: str = Field(title="Tình trạng")
    series: str = Field(title="Hệ thống số")
    document: str = Field(default="", title="Văn bản")
    actor: str = Field(default="", title="Người cấp số")
    sha256: str = Field(default="", title="SHA-256")
    head: str = Field(title="Đầu chuỗi của sổ")


class PaperRow(Record):
    """One row of an old paper book, as a clerk types it to be taken over."""

    ordinal: int = Field(title="Số", ge=1)
    symbol: str = Field(title="Ký hiệu", min_length=1, max_length=30)
    issued_on: date = Field(title="Ngày tháng văn bản")
    type_name: str = Field(title="Tên loại", max_length=100)
    subject: str = Field(title="Trích yếu nội dung", min_length=1, max_length=500)
    signer: str = Field(title="Người ký", min_length=1, max_length=50)
    recipients: str | None = Field(default=None, title="Nơi nhận văn bản")
    retained_by: str | None = Field(default=None, title="Đơn vị, người nhận bản lưu")
    copies: int | None = Field(default=None, title="Số lượng bản", ge=0, le=999)
    note: str | None = Field(default=None, title="Ghi chú", max_length=500)


def titled(entry: Entry) -> str:
    """``Kế hoạch tổ chức phát động …``: type and subject, as the third column has them."""
    return f"{entry.type_name} {lower_first(entry.subject)}".strip()


def noted(entry: Entry) -> str:
    """The note, with what became of a number that was not simply issued (Ghi chú)."""
    if entry.state is EntryState.VOID:
        return "; ".join(filter(None, (f"Hủy: {entry.void_reason}", entry.note)))
    if entry.state is EntryState.RESERVED:
        return "; ".join(filter(None, ("Đang hoàn tất", entry.note)))
    return entry.note


def sent_to(entry: Entry) -> str:
    """Every recipient, one after the other."""
    return "; ".join(recipient.organ_name for recipient in entry.recipients)


def witness(head: Head) -> str:
    """The head of the chain as it is printed and exported: ``12:3f…``."""
    return f"{head.seq}:{head.hash}"


def export_row(entry: Entry | UnfilledNumber, head: Head, actor: str = "") -> ExportRow:
    """The row of ``entry``, numbered by ``actor``, in an export of the register whose chain ends with ``head``."""
    if isinstance(entry, UnfilledNumber):
        return ExportRow(
            number=f"{entry.ordinal:02d}", state=entry.reason, series=entry.series, note=f"Năm {entry.year}",
            head=witness(head),
        )  # fmt: skip
    return ExportRow(
        number=entry.number,
        issued_on=entry.issued_on,
        subject=titled(entry),
        signer=entry.signer_name,
        recipients=sent_to(entry),
        retained_by=entry.retained_by,
        copies="" if entry.copies is None else str(entry.copies),
        sent_on=entry.sent_on,
        note=noted(entry),
        state=STATES[entry.state],
        series=entry.series,
        document=entry.name,
        actor=actor,
        sha256=entry.sha256,
        head=witness(head),
    )


class PaperBook(Record):
    """The paper book that is taken over: of which series and year, of whom, and as which batch of the register."""

    series: str = Field(title="Hệ thống số")
    year: int = Field(title="Năm")
    organ_name: str = Field(title="Cơ quan ban hành")
    batch: str = Field(title="Lượt cấp số")


def paper_entry(row: PaperRow, book: PaperBook, position: int) -> Entry:
    """The entry that takes a row of a paper book over: a number without files."""
    request = DocumentRequest(
        series=book.series,
        kind="paper",
        key=f"{row.ordinal}",
        plan_year=book.year,
        type_name=row.type_name,
        symbol=row.symbol,
        subject=row.subject,
        organ_name=book.organ_name,
        signer_position="",
        signer_name=row.signer,
        recipients=tuple(
            Addressee(organ_name=name.strip()) for name in (row.recipients or "").split(";") if name.strip()
        ),
        retained_by=row.retained_by or "",
        copies=row.copies,
        note=row.note or "",
    )
    return Entry(
        **dict(request),
        year=book.year,
        ordinal=row.ordinal,
        issued_on=row.issued_on,
        state=EntryState.PAPER,
        batch=book.batch,
        position=position,
    )
