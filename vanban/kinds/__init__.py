"""Turn a year's data into the context of each document: one module a kind. Pure.

A new kind is one module here, one template, one golden, one line in ``KINDS``.
"""

from __future__ import annotations

from vanban.kinds import (
    achievement_report,
    announcement,
    annual_report,
    award_list,
    ballot,
    campaign_decision,
    campaign_plan,
    campaign_submission,
    certificate,
    collective_registration,
    council_invitation,
    council_minutes,
    counting_minutes,
    decision,
    dossier_cover,
    dossier_index,
    group_minutes,
    group_registration,
    individual_registration,
    initiative_confirmation,
    initiative_report,
    letter,
    nominee_list,
    plan,
    progress_sheet,
    proof_sheet,
    registration_summary,
    reminder,
    six_month_report,
    standards_table,
    submission,
    target_assignment,
)
from vanban.kinds.kind import Kind, Step

KINDS: tuple[Kind, ...] = (
    plan.KIND,
    target_assignment.KIND,
    group_registration.KIND,
    collective_registration.KIND,
    individual_registration.KIND,
    reminder.REGISTRATION,
    registration_summary.KIND,
    campaign_plan.KIND,
    campaign_submission.KIND,
    campaign_decision.KIND,
    group_minutes.KIND,
    council_invitation.KIND,
    ballot.KIND,
    counting_minutes.KIND,
    council_minutes.KIND,
    submission.KIND,
    nominee_list.KIND,
    achievement_report.KIND,
    initiative_report.KIND,
    initiative_confirmation.KIND,
    standards_table.KIND,
    dossier_cover.KIND,
    dossier_index.KIND,
    decision.KIND,
    award_list.KIND,
    certificate.KIND,
    announcement.KIND,
    progress_sheet.KIND,
    six_month_report.KIND,
    reminder.REPORT,
    annual_report.KIND,
    letter.KIND,
    proof_sheet.KIND,
)
"""Every kind, in the order of the year."""

__all__ = ["KINDS", "Kind", "Step"]
