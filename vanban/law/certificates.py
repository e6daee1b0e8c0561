"""Giấy khen, bằng chứng nhận: sheet, lines and colours (Nghị định 98/2023/NĐ-CP Điều 104)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle
from vanban.domain.measure import Length, mm
from vanban.law.provision import DECREE_98, DECREE_152, QUOTATION, THREE_LEVELS, TWO_LEVELS, Certainty, Stated, in_force


@dataclass(frozen=True)
class CertificateForm:
    """The sheet on its side, and the colour of the two lines that are not black: who gives it, and what is given."""

    width: Length
    height: Length
    color: str


_FORM: Final = CertificateForm(mm(297), mm(210), "FF0000")

FORMS: Final = (
    Stated(_FORM, f"Điều 104 {DECREE_98}", QUOTATION, Certainty.READ, THREE_LEVELS),
    Stated(
        _FORM,
        f"Điều 6 {DECREE_152}",
        "Nghị định giao Thủ tướng Chính phủ quy định mẫu; chưa tìm thấy văn bản nên in theo mẫu cũ",
        Certainty.TO_CHECK,
        TWO_LEVELS,
    ),
)
"""The form on each day. Border, emblem and the place of the lines are for whoever prints the blank sheets."""

GIVEN: Final = {EmulationTitle: "TẶNG DANH HIỆU", Commendation: "TẶNG"}
"""The line above the award (Điều 104): a title is given as such, a giấy khen without a word before it."""


def certificate_form(day: date) -> Stated[CertificateForm]:
    """The form on ``day``; :class:`~vanban.errors.NoLawBook` for a day before 01/01/2024."""
    return in_force(FORMS, day)


def given(award: Award) -> str:
    """The words above the award: ``TẶNG DANH HIỆU``, ``TẶNG``."""
    return GIVEN[type(award)]
