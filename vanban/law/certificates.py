"""Giấy khen, bằng chứng nhận: sheet, lines and colours, by the decree of the day (Nghị định 98/2023/NĐ-CP Điều 104)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle
from vanban.domain.law_pack import Law
from vanban.domain.measure import Length, mm
from vanban.law.provision import Stated, in_force


@dataclass(frozen=True)
class CertificateForm:
    """The sheet on its side, and the colour of the two lines that are not black: who gives it, and what is given."""

    width: Length
    height: Length
    color: str


GIVEN: Final = {EmulationTitle: "TẶNG DANH HIỆU", Commendation: "TẶNG"}
"""The line above the award (Điều 104): a title is given as such, a giấy khen without a word before it."""


def certificate_form(law: Law, day: date) -> Stated[CertificateForm]:
    """The form on ``day``; :class:`~vanban.errors.NoLawBook` for a day before the law book.

    Border, emblem and the place of the lines are for whoever prints the blank sheets.
    """
    return in_force(law, law.certificates, day, lambda row: CertificateForm(mm(row.width), mm(row.height), row.color))


def given(award: Award) -> str:
    """The words above the award: ``TẶNG DANH HIỆU``, ``TẶNG``."""
    return GIVEN[type(award)]
