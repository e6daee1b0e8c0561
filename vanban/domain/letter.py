"""An official letter (công văn) of the year, and what it does to an earlier document (Nghị định 30/2020, Điều 18)."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.document import AnnexedDocument
from vanban.domain.record import Record
from vanban.domain.register_entry import Relation


class Act(Record):
    """That a document corrects, replaces, recalls or amends another of the set, once both are issued."""

    relation: Relation = Field(title="Quan hệ (đính chính, thu hồi, sửa đổi, thay thế)")
    document: str = Field(title="Văn bản trước, LOẠI hoặc LOẠI/MÃ")


class Letter(AnnexedDocument):
    """One công văn: the subject goes on after “V/v”."""

    key: str = Field(title="Mã công văn")
    acts_on: tuple[Act, ...] = Field(default=(), title="Đính chính, thu hồi, sửa đổi văn bản nào")
