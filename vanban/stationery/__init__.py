"""Turn the layout constants of Nghị định 30 into the default Word templates, one for each kind of document.

The committed files in ``templates/docx`` are what :func:`build_templates` makes, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from vanban.kinds import KINDS
from vanban.stationery.achievement_report import achievement_report
from vanban.stationery.award_list import award_list
from vanban.stationery.books import dossier_index
from vanban.stationery.certificate import certificate
from vanban.stationery.decision import decision
from vanban.stationery.documents import document, letter, registration_summary, report
from vanban.stationery.dossier_cover import dossier_cover
from vanban.stationery.forms import collective_registration, group_registration, individual_registration
from vanban.stationery.household_list import household_list
from vanban.stationery.initiative_report import initiative_report
from vanban.stationery.invitation import invitation
from vanban.stationery.minutes import ballot, minutes
from vanban.stationery.nominee_list import nominee_list
from vanban.stationery.occasion_submission import occasion_submission
from vanban.stationery.package import package
from vanban.stationery.paragraphs import remark
from vanban.stationery.progress_sheet import progress_sheet
from vanban.stationery.proof_sheet import proof_sheet
from vanban.stationery.standards_table import standards_table
from vanban.stationery.target_assignment import target_assignment

_BLOCKS: Final[dict[str, Callable[[], tuple[Any, ...]]]] = {
    "plan": document,
    "target_assignment": target_assignment,
    "group_registration": group_registration,
    "household_list": household_list,
    "collective_registration": collective_registration,
    "individual_registration": individual_registration,
    "registration_reminder": letter,
    "registration_summary": registration_summary,
    "campaign_plan": document,
    "campaign_submission": occasion_submission,
    "campaign_decision": decision,
    "sudden_submission": occasion_submission,
    "sudden_decision": decision,
    "group_minutes": minutes,
    "council_invitation": invitation,
    "ballot": ballot,
    "counting_minutes": minutes,
    "council_minutes": minutes,
    "submission": document,
    "nominee_list": nominee_list,
    "achievement_report": achievement_report,
    "initiative_report": initiative_report,
    "initiative_confirmation": decision,
    "standards_table": standards_table,
    "dossier_cover": dossier_cover,
    "dossier_index": dossier_index,
    "decision": decision,
    "award_list": award_list,
    "certificate": certificate,
    "announcement": document,
    "progress_sheet": progress_sheet,
    "six_month_report": report,
    "annual_report": report,
    "report_reminder": letter,
    "letter": letter,
    "proof_sheet": proof_sheet,
}
_FRAMED: Final = frozenset({"certificate"})
_LANDSCAPE: Final = frozenset({"certificate", "nominee_list", "target_assignment"})


def build_templates() -> dict[str, bytes]:
    """The Word file of every kind's default template, by the kind's name; the same bytes on every machine."""
    return {
        kind.name: package(
            (remark(_hint(kind.title)), *_BLOCKS[kind.name]()),
            kind.title,
            landscape=kind.name in _LANDSCAPE,
            framed=kind.name in _FRAMED,
        )
        for kind in KINDS
    }


def _hint(title: str) -> str:
    return (
        f"MẪU: {title}. Dòng chữ xám là lệnh của chương trình và không in ra: giữ nguyên. Chữ trong ngoặc nhọn là chỗ "
        "điền dữ liệu. Lời văn khác và các kiểu chữ (Home, Styles) có thể sửa."
    )


__all__ = ["build_templates"]
