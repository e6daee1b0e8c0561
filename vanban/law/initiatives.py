"""Who recognises an initiative, and what is wrong with the office's own recognition of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from vanban.domain.consistency import Fault
from vanban.domain.evaluation import InitiativeScope
from vanban.domain.finding import Severity
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.year import Year
from vanban.law.provision import LAW, REPORT, Certainty, Period, Stated

REGULATION: Final = "Điều lệ Sáng kiến ban hành kèm theo Nghị định số 13/2012/NĐ-CP"
_SINCE: Final = Period(date(2012, 5, 2))

RECOGNISED_BY: Final = {
    InitiativeScope.GRASSROOTS: Stated(
        "người đứng đầu cơ sở, theo đánh giá của Hội đồng sáng kiến của cơ sở",
        f"khoản 2 Điều 23 {LAW}; Điều 7, Điều 8 {REGULATION}",
        REPORT,
        Certainty.TO_CHECK,
        _SINCE,
    ),
    InitiativeScope.PROVINCE: Stated("người đứng đầu Bộ, ban, ngành, tỉnh", f"khoản 2 Điều 22 {LAW}"),
    InitiativeScope.NATION: Stated("người đứng đầu Bộ, ban, ngành, tỉnh", f"khoản 2 Điều 21 {LAW}"),
}
"""Who recognises an initiative, by how far its effect reaches.

Whether a ward is a “cơ sở” that recognises by itself, or its superior does it, the province's rules may say otherwise.
"""

PARTS: Final = Stated(
    "tên sáng kiến; tác giả, đồng tác giả; chủ đầu tư tạo ra sáng kiến; tóm tắt nội dung; lợi ích kinh tế - xã hội",
    f"Điều 7 {REGULATION}",
    REPORT,
    Certainty.TO_CHECK,
    _SINCE,
)
"""What the paper that recognises an initiative says."""


def recognition_faults(year: Year) -> tuple[Fault, ...]:
    """Everything wrong with recognising the year's initiatives by the office's own decision."""
    return tuple(_faults(year))


def _faults(year: Year) -> Iterator[Fault]:
    for position, initiative in enumerate(year.initiatives):
        path = ("initiatives", position)
        stated = RECOGNISED_BY[initiative.scope]
        if initiative.accepted and initiative.scope is not InitiativeScope.GRASSROOTS:
            yield Fault(
                path=(*path, "accepted"),
                value=initiative.name,
                reason=f"Sáng kiến có phạm vi ảnh hưởng {initiative.scope} do {stated.value} công nhận, cơ quan không "
                f"tự công nhận được ({stated.article}).",
                remedy="Hãy bỏ mục accepted và ghi quyết định công nhận vào mục decision, hoặc sửa phạm vi ảnh hưởng.",
                rule="initiative_scope",
            )
        if initiative.accepted and year.initiative_confirmation is None:
            yield Fault(
                path=(*path, "accepted"),
                value=initiative.name,
                reason="Chưa có lời văn của quyết định công nhận sáng kiến (initiative_confirmation.yaml) nên "
                f"sáng kiến này chưa có văn bản công nhận ({stated.article}).",
                remedy="Hãy thêm tệp initiative_confirmation.yaml, hoặc ghi quyết định công nhận vào mục decision.",
                severity=Severity.WARNING,
                rule="recognition_missing",
            )
    if year.initiative_confirmation and not accepted(year):
        yield Fault(
            path=("initiative_confirmation",),
            reason="Có lời văn quyết định công nhận sáng kiến nhưng không có sáng kiến nào được công nhận.",
            remedy="Hãy ghi “accepted: có” ở sáng kiến được công nhận, hoặc xóa tệp này.",
            severity=Severity.WARNING,
        )


def accepted(year: Year) -> tuple[ReportedInitiative, ...]:
    """The initiatives that the office recognises by its own decision, in the order of the data."""
    return tuple(initiative for initiative in year.initiatives if initiative.accepted)
