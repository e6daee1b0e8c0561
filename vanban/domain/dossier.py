"""A dossier (hồ sơ): documents of one affair kept together, for how long (Nghị định 30/2020, Điều 28-31, Phụ lục V)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final, Self

from pydantic import Field, model_validator

from vanban.domain.record import Record
from vanban.domain.register_entry import Entry, EntryKey, StoredObject
from vanban.domain.wording import count, lower_first, numeric_date

CREATOR_LENGTH: Final = 30
"""How many letters of who made it a dossier keeps (Phụ lục VI)."""

_CODE_LENGTH: Final = 20
_CODE: Final = r"\d{2,4}\.\w[\w.-]*"


def is_dossier_code(text: str) -> bool:
    """Whether a dossier may have that number and symbol: ``01.TĐKT``."""
    return len(text) <= _CODE_LENGTH and re.fullmatch(_CODE, text) is not None


class RetentionPeriod(Record):
    """How long something is kept (thời hạn bảo quản; thời hạn lưu trữ since 01/7/2025): years, or for ever."""

    years: int | None = Field(default=None, title="Số năm", ge=1, le=100)

    def __str__(self) -> str:
        return "Vĩnh viễn" if self.years is None else f"{count(self.years)} năm"


def longest(periods: Iterable[RetentionPeriod]) -> RetentionPeriod:
    """The period of a dossier whose documents have several: the longest. ``ValueError`` of none."""
    return max(periods, key=lambda period: (period.years is None, period.years or 0))


class Dossier(Record):
    """One dossier of the year's list: number and symbol, title, retention period, who keeps it."""

    code: str = Field(title="Số và ký hiệu hồ sơ", pattern=f"^{_CODE}$", max_length=_CODE_LENGTH)
    year: int = Field(title="Năm hình thành hồ sơ", ge=1945, le=2200)
    heading: str = Field(default="", title="Đề mục", max_length=200)
    title: str = Field(title="Tiêu đề hồ sơ", min_length=1, max_length=500)
    retention: RetentionPeriod = Field(title="Thời hạn bảo quản")
    creator: str = Field(title="Người lập hồ sơ", min_length=1, max_length=CREATOR_LENGTH)
    organ_id: str = Field(default="", title="Mã định danh cơ quan lập danh mục", max_length=13)
    rights: str = Field(default="", title="Chế độ sử dụng", max_length=30)
    language: str = Field(default="Tiếng Việt", title="Ngôn ngữ", max_length=50)
    note: str = Field(default="", title="Ghi chú", max_length=500)
    closed_on: date | None = Field(default=None, title="Ngày kết thúc")


class DossierDocument(Record):
    """One line of a dossier's index: an entry of the register, or a document that came from outside."""

    entry_key: EntryKey | None = Field(default=None, title="Văn bản trong sổ")
    number: str = Field(default="", title="Số, ký hiệu văn bản")
    dated: date | None = Field(default=None, title="Ngày tháng năm văn bản")
    subject: str = Field(default="", title="Tên loại và trích yếu nội dung văn bản", max_length=600)
    author: str = Field(default="", title="Tác giả văn bản", max_length=200)
    sheets: int | None = Field(default=None, title="Tờ số/Trang số", ge=1)
    note: str = Field(default="", title="Ghi chú", max_length=500)
    objects: tuple[StoredObject, ...] = Field(default=(), title="Các tệp lưu trữ")

    @model_validator(mode="after")
    def _says_what_it_is(self) -> Self:
        if self.entry_key is None and not self.subject:
            raise ValueError("Văn bản không có trong sổ thì phải ghi tên loại và trích yếu.")
        return self


class IndexLine(Record):
    """A line of Mục lục văn bản, tài liệu (Phụ lục V, Mục IV), ready to print."""

    ordinal: int = Field(title="STT")
    number: str = Field(title="Số, ký hiệu văn bản")
    dated: str = Field(title="Ngày tháng năm văn bản")
    subject: str = Field(title="Tên loại và trích yếu nội dung văn bản")
    author: str = Field(title="Tác giả văn bản")
    sheet: str = Field(title="Tờ số/Trang số")
    note: str = Field(title="Ghi chú")


def sheets_of(documents: Iterable[DossierDocument], entries: Iterable[Entry]) -> tuple[int | None, ...]:
    """How many sheets each document of a dossier takes, ``None`` where that is not known."""
    pages = {entry.entry_key: entry.pages for entry in entries}
    return tuple((pages.get(one.entry_key) if one.entry_key else None) or one.sheets for one in documents)


def index(documents: Iterable[DossierDocument], entries: Iterable[Entry]) -> tuple[IndexLine, ...]:
    """A dossier's documents in the order in which they were filed, with the sheet on which each begins: blank where
    the length of one before it is not known.

    ``entries`` holds the rows of the register that the documents point to.
    """
    documents, entries = tuple(documents), tuple(entries)
    known = {entry.entry_key: entry for entry in entries}
    lines: list[IndexLine] = []
    sheet: int | None = 1
    for ordinal, (document, length) in enumerate(zip(documents, sheets_of(documents, entries), strict=True), start=1):
        entry = known.get(document.entry_key) if document.entry_key else None
        dated = entry.issued_on if entry else document.dated
        lines.append(
            IndexLine(
                ordinal=ordinal,
                number=entry.number if entry else document.number,
                dated=numeric_date(dated) if dated else "",
                subject=f"{entry.type_name} {lower_first(entry.subject)}" if entry else document.subject,
                author=entry.organ_name if entry else document.author,
                sheet=str(sheet) if sheet else "",
                note=document.note,
            )
        )
        sheet = sheet + length if sheet and length else None
    return tuple(lines)


def list_footer(dossiers: Iterable[Dossier]) -> tuple[str, str, str]:
    """The three closing lines of Danh mục hồ sơ (Phụ lục V, Mục II)."""
    kept = list(dossiers)
    forever = sum(1 for dossier in kept if dossier.retention.years is None)
    return (
        f"Danh mục hồ sơ này có {count(len(kept))} hồ sơ, bao gồm:",
        f"{count(forever)} hồ sơ bảo quản vĩnh viễn;",
        f"{count(len(kept) - forever)} hồ sơ bảo quản có thời hạn.",
    )
