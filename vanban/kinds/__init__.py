"""Turn a year's data into the context of each document: one module a kind. Pure.

A new kind is one module here, one template, one golden, one line in ``KINDS``.
"""

from __future__ import annotations

from typing import Any, Final, get_args

from vanban.domain.numbering import NUMBERINGS
from vanban.domain.record import Record
from vanban.domain.year import Year, once_a_year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.own import own_kind
from vanban.kinds.papers import (
    achievement_report,
    annex,
    announcement,
    annual_report,
    award_list,
    ballot,
    campaign_decision,
    campaign_minutes,
    campaign_plan,
    campaign_submission,
    certificate,
    collective_registration,
    conference_invitation,
    council_invitation,
    council_minutes,
    council_setup,
    counting_minutes,
    criteria_annex,
    criteria_decision,
    decision,
    dossier_cover,
    dossier_index,
    family_certificate,
    family_decision,
    family_list,
    free_document,
    group_minutes,
    group_registration,
    household_list,
    individual_registration,
    initiative_confirmation,
    initiative_minutes,
    initiative_report,
    letter,
    nominee_list,
    other_certificate,
    plan,
    progress_sheet,
    proof_sheet,
    registration_summary,
    reminder,
    score_sheet,
    score_summary,
    six_month_report,
    standards_table,
    submission,
    sudden_decision,
    sudden_minutes,
    sudden_submission,
    target_assignment,
)

KINDS: tuple[Kind, ...] = (
    plan.KIND,
    target_assignment.KIND,
    council_setup.COUNCIL,
    criteria_decision.KIND,
    criteria_annex.KIND,
    group_registration.KIND,
    household_list.KIND,
    collective_registration.KIND,
    individual_registration.KIND,
    reminder.REGISTRATION,
    registration_summary.KIND,
    campaign_plan.KIND,
    campaign_minutes.KIND,
    campaign_submission.KIND,
    campaign_decision.KIND,
    sudden_minutes.KIND,
    sudden_submission.KIND,
    sudden_decision.KIND,
    score_sheet.KIND,
    score_summary.KIND,
    score_summary.YEAR,
    group_minutes.KIND,
    council_setup.COUNTING_BOARD,
    council_invitation.KIND,
    ballot.KIND,
    counting_minutes.KIND,
    council_minutes.KIND,
    submission.KIND,
    nominee_list.KIND,
    achievement_report.KIND,
    initiative_report.KIND,
    council_setup.INITIATIVE_COUNCIL,
    initiative_minutes.KIND,
    initiative_confirmation.KIND,
    standards_table.KIND,
    dossier_cover.KIND,
    dossier_index.KIND,
    decision.KIND,
    award_list.KIND,
    certificate.KIND,
    family_decision.KIND,
    family_list.KIND,
    family_certificate.KIND,
    other_certificate.KIND,
    announcement.KIND,
    progress_sheet.KIND,
    six_month_report.KIND,
    reminder.REPORT,
    conference_invitation.KIND,
    annual_report.KIND,
    letter.KIND,
    free_document.KIND,
    free_document.UNNUMBERED,
    annex.KIND,
    annex.WIDE,
    proof_sheet.KIND,
)
"""Every kind, in the order of the year."""

TEXT_KINDS: tuple[Kind, ...] = tuple(kind for kind in KINDS if kind.type_name)
"""The kinds that have no part of the year of their own: each is read from a file of its own name."""

NUMBERED: frozenset[str] = frozenset(NUMBERINGS) | {kind.name for kind in TEXT_KINDS}
"""The names of the program's kinds whose documents get a number."""


def _row_model(annotation: Any) -> type[Record] | None:
    """The model of the rows of a field that holds a table."""
    row = next(iter(get_args(annotation)), None)
    return row if isinstance(row, type) and issubclass(row, Record) else None


TABLES: Final = {
    name: model
    for name, field in Year.model_fields.items()
    if field.metadata and (model := _row_model(field.annotation)) is not None
}
"""The tables of a year, and what a row of each is: a paper of an office's own may be made for each row of one."""


@once_a_year
def kinds_of(year: Year) -> tuple[Kind, ...]:
    """Every kind of which that year may have documents: those of the program, then the office's own."""
    return (*KINDS, *(own_kind(paper, year.office, TABLES) for paper in year.own_papers))


@once_a_year
def numbered_of(year: Year) -> frozenset[str]:
    """The names of all kinds of that year whose documents get a number."""
    return NUMBERED | {paper.key for paper in year.own_papers if paper.is_numbered}


__all__ = ["KINDS", "NUMBERED", "TABLES", "TEXT_KINDS", "Kind", "Step", "kinds_of", "numbered_of"]
