"""A document that an office writes besides those of its emulation year: any type of the decree's list (Điều 7)."""

from __future__ import annotations

from datetime import date, time

from pydantic import Field

from vanban.domain.document import Document
from vanban.domain.letter import Letter
from vanban.domain.record import Record


class Gathering(Record):
    """To what an invitation asks, and when, where, under whom (Phụ lục III, Mẫu 1.7)."""

    name: str = Field(title="Tới dự")
    chair: str | None = Field(default=None, title="Chủ trì")
    day: date = Field(title="Ngày")
    starts_at: time = Field(title="Giờ")
    place: str = Field(title="Địa điểm")


class Invitation(Document):
    """An invitation of the year: whom it asks stands in ``addressees``."""

    gathering: Gathering = Field(title="Cuộc họp, hội nghị được mời dự")


class CoSigner(Record):
    """One of several who sign side by side: of minutes, an agreement, a pledge."""

    lines: tuple[str, ...] = Field(title="Các dòng trên chữ ký", min_length=1)
    name: str = Field(default="", title="Họ và tên")


class FreeDocument(Letter):
    """A document of any type: its words are the clerk's, its layout the type's.

    ``type_code`` follows from the type; a paper of another type, such as a pledge, has none and gets no number. Where
    there are ``co_signers`` they alone sign; ``signature`` is who answers for it in the register.
    """

    type_name: str = Field(title="Tên loại")
    type_code: str | None = Field(default=None, title="Chữ viết tắt tên loại, nếu loại này có")
    unnumbered: bool = Field(default=False, title="Không có số, ký hiệu")
    gathering: Gathering | None = Field(default=None, title="Cuộc họp được mời dự")
    co_signers: tuple[CoSigner, ...] = Field(default=(), title="Những người cùng ký")
