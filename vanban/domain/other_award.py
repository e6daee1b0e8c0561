"""Titles and forms of other systems (Công đoàn, Đoàn, a branch, the locality): what the law of the state does not list.

Kỷ niệm chương, Cờ thi đua and the like are data: to whom, by whom, on what ground, with which prize and certificate.
"""

from __future__ import annotations

from pydantic import Field

from vanban.domain.award import NomineeKind
from vanban.domain.record import Record
from vanban.domain.unit_kind import also_called


class OtherAward(Record):
    """One of them. ``own``: the office itself decides, by the free document ``decision``; else it only proposes.

    ``certificate``: what is handed over on paper (``Giấy chứng nhận``); without it nothing is printed.
    """

    key: str = Field(title="Mã danh hiệu, hình thức")
    name: str = Field(title="Tên danh hiệu, hình thức")
    system: str = Field(title="Hệ thống", json_schema_extra=also_called("Của hệ thống"))
    receivers: tuple[NomineeKind, ...] = Field(title="Tặng cho", min_length=1)
    decided_by: str = Field(title="Người, cơ quan quyết định", json_schema_extra=also_called("Thẩm quyền quyết định"))
    own: bool = Field(default=False, title="Do cơ quan mình quyết định (có/không)")
    basis: str = Field(title="Căn cứ")
    prize: int | None = Field(default=None, title="Tiền thưởng, đồng", ge=0)
    certificate: str | None = Field(default=None, title="Giấy chứng nhận kèm theo")
    decision: str | None = Field(default=None, title="Mã văn bản quyết định")


class OtherNomination(Record):
    """Somebody for whom such an award is proposed, or who is given it; ``given`` is ``False`` for whom it is not."""

    nominee: str = Field(title="Mã đối tượng", json_schema_extra=also_called("Họ và tên", "Đối tượng"))
    award: str = Field(title="Mã danh hiệu, hình thức", json_schema_extra=also_called("Danh hiệu, hình thức"))
    achievement: str = Field(title="Thành tích", json_schema_extra=also_called("Tóm tắt thành tích"))
    given: bool | None = Field(default=None, title="Được tặng (có/không)")
    note: str | None = Field(default=None, title="Ghi chú")
