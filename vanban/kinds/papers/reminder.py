"""Công văn đôn đốc (Phụ lục III, Mẫu 1.5): a letter to each unit that is late with its registration or its report."""

from __future__ import annotations

from vanban.domain.late_units import reminded
from vanban.domain.receiver import units
from vanban.domain.rows import keyed
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, own_unit
from vanban.kinds.papers.letter import LetterContext, compose_letter

_READS = (
    "office",
    "signatories",
    "legal_bases",
    "plan",
    "people",
    "groups",
    "collectives",
)


def _unit_name(year: Year, key: str) -> str:
    return keyed(units(year))[key].name


REGISTRATION = Kind(
    name="registration_reminder",
    title="Công văn đôn đốc đăng ký thi đua",
    step=Step.REGISTRATION,
    slug="don-doc-dang-ky",
    form="letter",
    context=LetterContext,
    reads=(
        *_READS,
        "registration_reminder",
        "group_registrations",
        "collective_registrations",
        "individual_registrations",
    ),
    keys=lambda year: reminded(year, "registration_reminder"),
    compose=lambda year, key: compose_letter(year, "registration_reminder", key),
    headline=lambda year, key: f"Công văn đôn đốc đăng ký thi đua, gửi {_unit_name(year, key)}",
    receivers=own_unit,
)

REPORT = Kind(
    name="report_reminder",
    title="Công văn đôn đốc báo cáo",
    step=Step.REPORT,
    slug="don-doc-bao-cao",
    form="letter",
    context=LetterContext,
    reads=(*_READS, "report_reminder", "received_reports"),
    keys=lambda year: reminded(year, "report_reminder"),
    compose=lambda year, key: compose_letter(year, "report_reminder", key),
    headline=lambda year, key: f"Công văn đôn đốc báo cáo, gửi {_unit_name(year, key)}",
    receivers=own_unit,
)
