"""The end of a document: recipients and signature (ô số 7, 9b)."""

from __future__ import annotations

from typing import Final

from pydantic import Field

from vanban.domain.document import Document, Recipient
from vanban.domain.measure import mm
from vanban.domain.people import Unit
from vanban.domain.record import Record
from vanban.domain.signatory import signature_lines
from vanban.domain.wording import itemised
from vanban.domain.year import Year
from vanban.kinds.parts.line_breaks import balanced, in_capitals
from vanban.law.nd30 import Part

SIGNATURE_COLUMN: Final = mm(80)
"""The room for each of two people who sign side by side: our choice, half of the text."""


OWN_COLUMN: Final = mm(70)
"""The room for the one who signs beside Nơi nhận."""


class Closing(Record):
    """Ô số 9b and 7: the recipients' list and the signature block, ready to print.

    ``other_position`` is what somebody who signs for a council is in the office whose seal it uses (ô số 7b).
    """

    recipients: tuple[str, ...] = Field(title="Các dòng nơi nhận")
    signature_lines: tuple[str, ...] = Field(title="Quyền hạn, chức vụ của người ký")
    other_position: str = Field(default="", title="Chức vụ khác của người ký")
    signer_name: str = Field(title="Họ và tên người ký")


class TwoSignatures(Record):
    """The end of a unit's paper: whoever confirms it on the left, whoever writes it on the right."""

    left_lines: tuple[str, ...] = Field(title="Chức danh ký bên trái")
    left_name: str = Field(title="Họ và tên người ký bên trái")
    right_lines: tuple[str, ...] = Field(title="Chức danh ký bên phải")
    right_name: str = Field(title="Họ và tên người ký bên phải")


def signed_by_unit(year: Year, unit: Unit) -> TwoSignatures:
    """A unit's paper: its head on the right; on the left the head of its Front committee, where people live in it."""
    return TwoSignatures(
        left_lines=("TRƯỞNG BAN", "CÔNG TÁC MẶT TRẬN") if unit.front_head else (),
        left_name=unit.front_head or "",
        right_lines=(year.office.unit_kind.signs,),
        right_name=unit.leader,
    )


def signing_position(position: str) -> tuple[str, ...]:
    """The position of one of two people who sign side by side, in capitals, broken where it must be."""
    return in_capitals(position, Part.POSITION, SIGNATURE_COLUMN)


def confirmed(by: tuple[str, ...], head: str, person: str, right: str) -> TwoSignatures:
    """A person's paper, confirmed by the head of the unit; by its superior where the person is that head."""
    if person == head:
        return TwoSignatures(
            left_lines=("XÁC NHẬN CỦA", "CẤP TRÊN TRỰC TIẾP"),
            left_name="",
            right_lines=(right,),
            right_name=person,
        )
    return TwoSignatures(left_lines=by, left_name=head, right_lines=(right,), right_name=person)


def closing(year: Year, document: Document) -> Closing:
    """Nơi nhận with “;” and “.”, first “Như trên” where the document is addressed (Phụ lục I, Mục II khoản 9)."""
    signatory = year.signatory(document.signature.signatory)
    lines = ["Như trên"] if document.addressees else []
    lines += [_recipient(recipient) for recipient in document.recipients]
    return Closing(
        recipients=itemised((*lines, str(document.retained_copy))),
        signature_lines=signature_lines(document.signature, signatory, year.issuer(document.issuer)),
        other_position="\n".join(balanced((signatory.other_position or "").upper(), Part.POSITION, OWN_COLUMN)),
        signer_name=signatory.name,
    )


def _recipient(recipient: Recipient) -> str:
    return f"{recipient.name} ({recipient.purpose})" if recipient.purpose else recipient.name
