"""Who signs, and in which capacity (Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Mục II khoản 7)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from vanban.domain.office import IssuingBody
from vanban.domain.record import Record


class SigningCapacity(StrEnum):
    """The words before a position: for the collective, for the head, by order, by authorization, acting head."""

    ON_BEHALF = "TM."
    FOR_HEAD = "KT."
    BY_ORDER = "TL."
    BY_AUTHORIZATION = "TUQ."
    ACTING = "Q."


class Signatory(Record):
    """A person who signs for a body, and since when and until when."""

    key: str = Field(title="Mã")
    name: str = Field(title="Họ và tên")
    position: str = Field(title="Chức vụ")
    issuer: str = Field(title="Mã cơ quan ban hành")
    valid_from: date | None = Field(default=None, title="Giữ chức từ")
    valid_to: date | None = Field(default=None, title="Giữ chức đến")


class Signature(Record):
    """Who signs one document and how; no capacity means in the signatory's own right."""

    signatory: str = Field(title="Mã người ký")
    capacity: tuple[SigningCapacity, ...] = Field(default=(), title="Quyền hạn")


def signature_lines(signature: Signature, signatory: Signatory, body: IssuingBody) -> tuple[str, ...]:
    """The lines above the signature, in capitals: ``TM. ỦY BAN NHÂN DÂN``, ``KT. CHỦ TỊCH``, ``PHÓ CHỦ TỊCH``."""
    lines: list[str] = []
    for capacity in signature.capacity:
        if capacity is SigningCapacity.ON_BEHALF:
            lines.append(f"{capacity} {body.collective_name}")
        else:
            lines.append(f"{capacity} {body.head_position}")
    if SigningCapacity.ACTING not in signature.capacity:
        lines.append(signatory.position)
    return tuple(line.upper() for line in lines)
