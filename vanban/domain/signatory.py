"""Who signs, and in which capacity (Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, Mục II khoản 7)."""

from __future__ import annotations

import re
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
    other_position: str | None = Field(default=None, title="Chức vụ trong cơ quan có con dấu")
    valid_from: date | None = Field(default=None, title="Giữ chức từ")
    valid_to: date | None = Field(default=None, title="Giữ chức đến")


class Signature(Record):
    """Who signs one document and how; no capacity means in the signatory's own right."""

    signatory: str = Field(title="Mã người ký")
    capacity: tuple[SigningCapacity, ...] = Field(default=(), title="Quyền hạn")


_BELOW_THE_HEAD = re.compile(r"(?:Phó|Quyền)\s+(?=\S)", re.IGNORECASE)


def position_of_head(position: str) -> str:
    """Whose deputy or acting holder that is: ``Phó Chánh Văn phòng`` → ``Chánh Văn phòng``; a head's own as it is."""
    head = _BELOW_THE_HEAD.sub("", position.strip(), count=1) if _BELOW_THE_HEAD.match(position.strip()) else position
    return head[:1].upper() + head[1:]


def signature_lines(signature: Signature, signatory: Signatory, body: IssuingBody) -> tuple[str, ...]:
    """The lines above the signature, in capitals: ``TM. ỦY BAN NHÂN DÂN``, ``KT. CHỦ TỊCH``, ``PHÓ CHỦ TỊCH``.

    By order or authorization a unit's head signs for the office's; whoever stands for that head is named after him:
    ``TL. CHỦ TỊCH``, ``KT. CHÁNH VĂN PHÒNG``, ``PHÓ CHÁNH VĂN PHÒNG`` (Điều 13 khoản 3, khoản 4).
    """
    lines: list[str] = []
    head = body.head_position
    collective = body.collective_name or head
    for capacity in signature.capacity:
        lines.append(f"{capacity} {collective if capacity is SigningCapacity.ON_BEHALF else head}")
        if capacity in (SigningCapacity.BY_ORDER, SigningCapacity.BY_AUTHORIZATION):
            head = position_of_head(signatory.position)
    if SigningCapacity.ACTING not in signature.capacity:
        lines.append(signatory.position)
    return tuple(line.upper() for line in lines)
