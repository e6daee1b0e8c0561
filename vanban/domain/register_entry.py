"""What the register of outgoing documents knows of a document (Nghị định 30/2020, Phụ lục IV Mục I, Phụ lục VI)."""

from __future__ import annotations

import unicodedata
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Annotated, Final

from pydantic import AfterValidator, Field, TypeAdapter, ValidationError

from vanban.domain.document_name import document_name
from vanban.domain.record import Record

_WINDOWS_NAMES: Final = ("con", "prn", "aux", "nul", "com", "lpt")


def _usable_name(text: str) -> str:
    if text.rstrip("0123456789") in _WINDOWS_NAMES:
        raise ValueError("Windows không cho đặt tên này; hãy đặt tên khác")
    return text


SeriesKey = Annotated[str, Field(pattern=r"^[a-z0-9]([a-z0-9_-]{0,30}[a-z0-9])?$"), AfterValidator(_usable_name)]
"""The key of a number series: part of file names, so nothing that a disk refuses."""

_SERIES_KEY: Final[TypeAdapter[str]] = TypeAdapter(SeriesKey)


def is_series_key(text: str) -> bool:
    """Whether a series may be named so."""
    try:
        _SERIES_KEY.validate_python(text)
    except ValidationError:
        return False
    return True


Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_FIRST_YEAR, _LAST_YEAR = 1945, 2200


class EntryState(StrEnum):
    """What has become of a number: given to a document in work, issued, given up, or taken over from a paper book."""

    RESERVED = "reserved"
    ISSUED = "issued"
    VOID = "void"
    PAPER = "paper"


class EntryKey(Record):
    """One number of one series in one year."""

    series: SeriesKey = Field(title="Hệ thống số")
    year: int = Field(title="Năm", ge=_FIRST_YEAR, le=_LAST_YEAR)
    ordinal: int = Field(title="Số", ge=1, le=9_999_999)


class Addressee(Record):
    """Who a document is sent to (Phụ lục VI, trường 13)."""

    organ_id: str = Field(default="", title="Mã định danh", max_length=13)
    organ_name: str = Field(title="Tên cơ quan, tổ chức, cá nhân", min_length=1, max_length=200)


class ObjectRole(StrEnum):
    """What a stored file is to its document."""

    WORD = "word"
    PDF = "pdf"
    TEXT = "text"
    SIGNED_COPY = "signed_copy"
    RETRACTED_COPY = "retracted_copy"
    INPUT = "input"
    ATTACHMENT = "attachment"


class StoredObject(Record):
    """A file in the archive: its name there is its SHA-256."""

    role: ObjectRole = Field(title="Vai trò")
    name: str = Field(title="Tên", pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,119}$")
    sha256: Sha256 = Field(title="Dấu kiểm chứng của tệp")
    size: int = Field(title="Cỡ tệp", ge=0)


class Relation(StrEnum):
    """What a document does to an earlier one (khoản 3 Điều 18)."""

    CORRECTS = "corrects"
    REPLACES = "replaces"
    RECALLS = "recalls"
    AMENDS = "amends"

    @property
    def called(self) -> str:
        """What a clerk calls it."""
        return {
            "CORRECTS": "đính chính",
            "REPLACES": "thay thế",
            "RECALLS": "thu hồi",
            "AMENDS": "sửa đổi",
        }[self.name]


class ActsOn(Record):
    """An earlier entry that a new document corrects, replaces, recalls or amends."""

    relation: Relation = Field(title="Quan hệ")
    target: EntryKey = Field(title="Văn bản trước")


class DocumentRequest(Record):
    """A document that asks for a number: all that the register keeps of it and is known before it has one.

    ``kind``, ``key``, ``plan_year`` and ``revision`` say which document of the office's data it is: as long as its
    number is not given up it gets no second one. Lengths are those of Phụ lục VI, Phần II, Mục I.
    """

    series: SeriesKey = Field(title="Hệ thống số")
    kind: str = Field(title="Loại", min_length=1)
    key: str = Field(default="", title="Mã")
    plan_year: int = Field(title="Năm kế hoạch", ge=_FIRST_YEAR, le=_LAST_YEAR)
    revision: int = Field(default=0, title="Lần ban hành lại", ge=0)
    type_name: str = Field(title="Tên loại văn bản", max_length=100)
    symbol: str = Field(title="Ký hiệu", min_length=1, max_length=30)
    subject: str = Field(title="Trích yếu nội dung", min_length=1, max_length=500)
    organ_id: str = Field(default="", title="Mã định danh cơ quan", max_length=13)
    organ_name: str = Field(title="Cơ quan ban hành", min_length=1, max_length=200)
    signer_position: str = Field(title="Chức vụ người ký", max_length=100)
    signer_name: str = Field(title="Người ký", min_length=1, max_length=50)
    recipients: tuple[Addressee, ...] = Field(default=(), title="Nơi nhận")
    retained_by: str = Field(default="", title="Đơn vị, người nhận bản lưu")
    copies: int | None = Field(default=None, title="Số lượng bản", ge=0, le=999)
    language: str = Field(default="Tiếng Việt", title="Ngôn ngữ", max_length=30)
    priority: int = Field(default=0, title="Mức độ khẩn, độ mật", ge=0, le=9)
    due_on: date | None = Field(default=None, title="Hạn trả lời")
    sent_on: date | None = Field(default=None, title="Ngày chuyển")
    note: str = Field(default="", title="Ghi chú", max_length=500)
    acts_on: tuple[ActsOn, ...] = Field(default=(), title="Sửa, thay, đính chính, thu hồi")
    inputs: tuple[StoredObject, ...] = Field(default=(), title="Dữ liệu và mẫu đã dùng")
    signed_content: str = Field(default="", title="Mã nội dung của bản đã ký")

    @property
    def name(self) -> str:
        """As commands and messages name the document: KIND or KIND/KEY."""
        return document_name(self.kind, self.key)

    @property
    def called(self) -> str:
        """As a sentence names the document: its type, with the name that commands take behind it."""
        return f"{self.type_name} ({self.name})"


class Entry(DocumentRequest):
    """One row of the register: the request with its number, its date and what became of it."""

    year: int = Field(title="Năm", ge=_FIRST_YEAR, le=_LAST_YEAR)
    ordinal: int = Field(title="Số", ge=1)
    issued_on: date = Field(title="Ngày tháng văn bản")
    state: EntryState = Field(title="Tình trạng")
    batch: str = Field(title="Lượt cấp số")
    position: int = Field(title="Thứ tự trong lượt", ge=0)
    pages: int | None = Field(default=None, title="Số trang", ge=0, le=999)
    manifest_sha256: str = Field(default="", title="Mã kiểm chứng của bản kê")
    text_sha256: str = Field(default="", title="Mã kiểm chứng của lời văn")
    void_reason: str = Field(default="", title="Lý do hủy số")
    objects: tuple[StoredObject, ...] = Field(default=(), title="Các tệp lưu trữ")

    @property
    def entry_key(self) -> EntryKey:
        """Which number it is."""
        return EntryKey(series=self.series, year=self.year, ordinal=self.ordinal)

    @property
    def number(self) -> str:
        """Số và ký hiệu as printed: ``03/KH-UBND``, ``1024/QĐ-UBND``."""
        return f"{self.ordinal:02d}/{self.symbol}"

    @property
    def sha256(self) -> str:
        """The hash of the file that was issued: the Word file, else the first object; empty until there is one."""
        words = [item.sha256 for item in self.objects if item.role is ObjectRole.WORD]
        return (words or [item.sha256 for item in self.objects] or [""])[0]

    def to_json(self) -> dict[str, object]:
        """With the number as printed and the hash of the file."""
        return {**super().to_json(), "number": self.number, "sha256": self.sha256}


class Issued(Record):
    """What the archive holds of one number once its document is made."""

    entry_key: EntryKey
    manifest_sha256: Sha256
    objects: tuple[StoredObject, ...] = Field(min_length=1)
    pages: int | None = Field(default=None, ge=0, le=999)
    text: str = ""


class Link(Record):
    """That one entry corrects, replaces, recalls or amends another; read both ways."""

    source: EntryKey
    relation: Relation
    target: EntryKey


class SeriesOpening(Record):
    """A series taken into use in a year, its first number included: above 1 where a paper book goes before."""

    series: SeriesKey = Field(title="Hệ thống số")
    year: int = Field(title="Năm", ge=_FIRST_YEAR, le=_LAST_YEAR)
    first: int = Field(default=1, title="Số đầu tiên", ge=1, le=9_999_999)
    name: str = Field(default="", title="Tên hệ thống số")
    last_paper_day: date | None = Field(default=None, title="Ngày của số cuối trong sổ giấy")
    confidential: bool = Field(default=False, title="Văn bản mật")


class SkippedNumbers(Record):
    """Numbers of a series that the paper book or another system gave; each may be filled in later, or left."""

    series: SeriesKey = Field(title="Hệ thống số")
    year: int = Field(title="Năm", ge=_FIRST_YEAR, le=_LAST_YEAR)
    first: int = Field(title="Từ số", ge=1, le=9_999_999)
    last: int = Field(title="Đến số", ge=1, le=9_999_999)
    reason: str = Field(title="Lý do", min_length=1, max_length=500)


class UnfilledNumber(Record):
    """One of those numbers of which the register knows nothing else."""

    series: SeriesKey = Field(title="Hệ thống số")
    year: int = Field(title="Năm")
    ordinal: int = Field(title="Số")
    reason: str = Field(title="Lý do")


@lru_cache(maxsize=256)
def ascii_slug(text: str) -> str:
    """``QĐ-UBND`` → ``QD-UBND``: letters, digits and single hyphens only, safe in any file name."""
    plain = unicodedata.normalize("NFKD", text.replace("đ", "d").replace("Đ", "D"))
    kept = "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in plain if not _is_mark(sign))
    return "-".join(filter(None, kept.split("-")))[:40]


def _is_mark(sign: str) -> bool:
    return unicodedata.combining(sign) != 0


def file_stem(entry: Entry) -> str:
    """``0024_KH-UBND_2024``: a file name that any disk takes, from the number alone, never from the subject."""
    return f"{entry.ordinal:04d}_{ascii_slug(entry.symbol) or 'VB'}_{entry.year}"
