"""A row of the register as a clerk reads it: the ten columns of the book, and what proves them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from pydantic import Field

from vanban.domain.ledger import Head
from vanban.domain.old_book import TAKEN_OVER, TakenOver
from vanban.domain.record import Record
from vanban.domain.register_entry import Entry, EntryState, UnfilledNumber
from vanban.domain.wording import lower_first

STATES: Final = {
    EntryState.RESERVED: "đang hoàn tất",
    EntryState.ISSUED: "đã ban hành",
    EntryState.VOID: "hủy",
    EntryState.PAPER: lower_first(TAKEN_OVER),
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
    sha256: str = Field(default="", title="Dấu kiểm chứng của tệp")
    head: str = Field(title="Đầu chuỗi của sổ")


BookLine = Entry | TakenOver | UnfilledNumber
"""What a line of the book is: a number of the register, a document beside one, a number of which nothing is known."""


def in_order(lines: Iterable[BookLine]) -> tuple[BookLine, ...]:
    """In the order of the book; what the old book had beside a number follows it."""
    return tuple(sorted(lines, key=lambda one: (one.series, one.year, one.ordinal, isinstance(one, TakenOver))))


def titled(entry: Entry | TakenOver) -> str:
    """``Kế hoạch tổ chức phát động …``: type and subject, as the third column has them."""
    return f"{entry.type_name} {lower_first(entry.subject)}".strip()


def noted(entry: Entry | TakenOver) -> str:
    """The note, with what became of a number that was not simply issued (Ghi chú)."""
    if isinstance(entry, TakenOver) or entry.state is EntryState.PAPER:
        return "; ".join(filter(None, (TAKEN_OVER, entry.note)))
    if entry.state is EntryState.VOID:
        return "; ".join(filter(None, (f"Hủy: {entry.void_reason}", entry.note)))
    if entry.state is EntryState.RESERVED:
        return "; ".join(filter(None, ("Đang hoàn tất", entry.note)))
    return entry.note


def sent_to(entry: Entry | TakenOver) -> str:
    """Every recipient, one after the other."""
    return "; ".join(recipient.organ_name for recipient in entry.recipients)


def witness(head: Head) -> str:
    """The head of the chain as it is printed and exported: ``12:3f…``."""
    return f"{head.seq}:{head.hash}"


def export_row(entry: BookLine, head: Head, actor: str = "") -> ExportRow:
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
        sent_on=None if isinstance(entry, TakenOver) else entry.sent_on,
        note=noted(entry),
        state=STATES[EntryState.PAPER if isinstance(entry, TakenOver) else entry.state],
        series=entry.series,
        document="" if isinstance(entry, TakenOver) else entry.name,
        actor=actor,
        sha256="" if isinstance(entry, TakenOver) else entry.sha256,
        head=witness(head),
    )
