"""Turn the layout constants of Nghị định 30 into the default Word templates, one for each kind of document.

The committed files in ``templates/docx`` are what :func:`build_templates` makes, byte for byte.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Final

from vanban.kinds import KINDS
from vanban.stationery.achievement_report import achievement_report
from vanban.stationery.award_list import award_list
from vanban.stationery.books import dossier_index
from vanban.stationery.certificate import certificate
from vanban.stationery.decision import decision
from vanban.stationery.documents import document, letter, registration_summary, report
from vanban.stationery.dossier_cover import dossier_cover
from vanban.stationery.family_list import family_list
from vanban.stationery.forms import collective_registration, group_registration, individual_registration
from vanban.stationery.free_document import annex, free_document
from vanban.stationery.household_list import household_list
from vanban.stationery.initiative_report import initiative_report
from vanban.stationery.invitation import invitation
from vanban.stationery.minutes import ballot, minutes
from vanban.stationery.nominee_list import nominee_list
from vanban.stationery.occasion_submission import occasion_submission
from vanban.stationery.ornament import frame_drawing
from vanban.stationery.package import LANDSCAPE_TEXT_WIDTH, package
from vanban.stationery.paragraphs import remark
from vanban.stationery.progress_sheet import progress_sheet
from vanban.stationery.proof_sheet import proof_sheet
from vanban.stationery.scoring import criteria_annex, score_sheet, score_summary
from vanban.stationery.standards_table import standards_table
from vanban.stationery.target_assignment import target_assignment

_FORMS: Final[dict[str, Callable[[], tuple[Any, ...]]]] = {
    "achievement_report": achievement_report,
    "award_list": award_list,
    "ballot": ballot,
    "certificate": certificate,
    "collective_registration": collective_registration,
    "decision": decision,
    "document": document,
    "dossier_cover": dossier_cover,
    "dossier_index": dossier_index,
    "free_document": free_document,
    "annex": annex,
    "wide_annex": partial(annex, LANDSCAPE_TEXT_WIDTH),
    "family_list": family_list,
    "group_registration": group_registration,
    "household_list": household_list,
    "individual_registration": individual_registration,
    "initiative_report": initiative_report,
    "invitation": invitation,
    "letter": letter,
    "minutes": minutes,
    "nominee_list": nominee_list,
    "occasion_submission": occasion_submission,
    "progress_sheet": progress_sheet,
    "proof_sheet": proof_sheet,
    "registration_summary": registration_summary,
    "report": report,
    "criteria_annex": criteria_annex,
    "score_sheet": score_sheet,
    "score_summary": score_summary,
    "year_score_summary": partial(score_summary, LANDSCAPE_TEXT_WIDTH),
    "standards_table": standards_table,
    "target_assignment": target_assignment,
}
"""What a kind names as its form → the paragraphs and tables of that form."""

_FRAMED: Final = frozenset({"certificate"})
_LANDSCAPE: Final = frozenset(
    {
        "certificate",
        "dossier_index",
        "nominee_list",
        "progress_sheet",
        "target_assignment",
        "wide_annex",
        "year_score_summary",
    }
)


def build_templates() -> dict[str, bytes]:
    """The Word file of every kind's default template, by the kind's name; the same bytes on every machine."""
    return {kind.name: _template(kind.title, kind.form or kind.name) for kind in KINDS}


def _template(title: str, form: str) -> bytes:
    blocks = (remark(_hint(title)), *_FORMS[form]())
    behind = frame_drawing() if form in _FRAMED else None
    return package(blocks, title, landscape=form in _LANDSCAPE, behind=behind)


def _hint(title: str) -> str:
    return (
        f"MẪU: {title}. Dòng chữ xám là lệnh của chương trình và không in ra: giữ nguyên. Chữ trong ngoặc nhọn là chỗ "
        "điền dữ liệu. Lời văn khác và các kiểu chữ (Home, Styles) có thể sửa."
    )


__all__ = ["build_templates"]
