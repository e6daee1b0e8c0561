"""Who recognises an initiative, and what is wrong with the office's own recognition of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vanban.domain.consistency import Fault
from vanban.domain.consistency.fault import Path, unknown
from vanban.domain.evaluation import InitiativeScope, WorkSort
from vanban.domain.finding import Severity
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.law_pack import Law
from vanban.domain.selection import InitiativeVote
from vanban.domain.year import Year
from vanban.law.council import own_rule
from vanban.law.document_day import document_day
from vanban.law.provision import Stated, has_book, in_force


def recognised_by(law: Law, scope: InitiativeScope, day: date) -> Stated[str]:
    """Who recognises an initiative, by how far its effect reaches; :class:`~vanban.errors.NoLawBook` without a rule.

    Whether a ward is a “cơ sở” that recognises by itself, or its superior does it, the province's rules may say.
    """
    rows = (row for row in law.initiatives if row.scope is scope)
    return in_force(law, rows, day, lambda row: row.recognised_by)


def recognition_faults(year: Year) -> tuple[Fault, ...]:
    """Everything wrong with recognising the year's initiatives by the office's own decision."""
    return (*_faults(year), *_votes(year))


def _faults(year: Year) -> Iterator[Fault]:
    day = document_day(year, "initiative_confirmation") or year.year.ends
    for position, initiative in enumerate(year.initiatives if has_book(year.law, day) else ()):
        path = ("initiatives", position)
        stated = recognised_by(year.law, initiative.scope, day)
        if initiative.accepted and initiative.sort is not WorkSort.INITIATIVE:
            yield _no_initiative(path, initiative)
        elif initiative.accepted and initiative.scope is not InitiativeScope.GRASSROOTS:
            yield Fault(
                path=(*path, "accepted"),
                value=initiative.name,
                reason=f"Sáng kiến có phạm vi ảnh hưởng {initiative.scope} do {stated.value} công nhận, cơ quan không "
                f"tự công nhận được ({stated.article}).",
                remedy=(
                    "Hãy bỏ mục Công nhận (accepted) và ghi quyết định ấy vào mục Quyết định công nhận "
                    "(decision), hoặc sửa phạm vi ảnh hưởng."
                ),
                rule="initiative_scope",
            )
        if initiative.accepted and year.initiative_confirmation is None:
            yield Fault(
                path=(*path, "accepted"),
                value=initiative.name,
                reason="Chưa có lời văn của quyết định công nhận sáng kiến (initiative_confirmation.yaml) nên "
                f"sáng kiến này chưa có văn bản công nhận ({stated.article}).",
                remedy=(
                    "Hãy thêm tệp Quyết định công nhận sáng kiến (initiative_confirmation.yaml), hoặc ghi "
                    "quyết định đã có vào mục Quyết định công nhận (decision)."
                ),
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


def council_passed(year: Year, row: InitiativeVote) -> bool | None:
    """Whether the initiative council found that one to be an initiative; ``None`` until it has voted."""
    meeting = year.initiative_meeting
    if meeting is None or row.in_favour is None or row.against is None:
        return None
    present = len(meeting.attending(year.initiative_council))
    return own_rule(year.law, meeting.day).value.passes(row.in_favour, present)


def _votes(year: Year) -> Iterator[Fault]:
    """An initiative recognised that the council voted down or did not see; more votes than members present."""
    meeting = year.initiative_meeting
    if meeting is None or not has_book(year.law, meeting.day):
        return
    present = len(meeting.attending(year.initiative_council))
    known = {row.key: row for row in year.initiatives}
    for position, row in enumerate(meeting.votes):
        path: Path = ("initiative_meeting", "votes", position)
        if row.initiative not in known:
            yield unknown((*path, "initiative"), row.initiative, "sáng kiến", known)
        elif (row.in_favour or 0) + (row.against or 0) > present:
            yield Fault(
                path=(*path, "in_favour"),
                value=str(row.in_favour),
                reason=f"Số phiếu nhiều hơn {present} thành viên Hội đồng sáng kiến có mặt.",
                remedy="Hãy đối chiếu với biên bản rồi sửa số phiếu hoặc danh sách vắng mặt.",
            )
        elif known[row.initiative].accepted and council_passed(year, row) is False:
            yield Fault(
                path=(*path, "in_favour"),
                value=str(row.in_favour),
                reason=f"Sáng kiến “{known[row.initiative].name}” được ghi là công nhận nhưng chỉ được {row.in_favour}/"
                f"{present} phiếu đồng ý của Hội đồng sáng kiến.",
                remedy="Hãy bỏ mục Cơ quan công nhận (accepted) của sáng kiến, hoặc sửa số phiếu nếu nhập nhầm.",
            )
    seen = {row.initiative for row in meeting.votes}
    for position, initiative in enumerate(year.initiatives if seen else ()):
        if initiative.accepted and initiative.key not in seen:
            yield Fault(
                path=("initiatives", position, "accepted"),
                value=initiative.name,
                reason="Sáng kiến được ghi là công nhận nhưng biên bản của Hội đồng sáng kiến không có kết quả xét.",
                remedy=(
                    "Hãy ghi số phiếu (votes) ở tệp Họp Hội đồng sáng kiến (initiative_meeting.yaml), hoặc "
                    "bỏ mục Công nhận (accepted)."
                ),
            )


def _no_initiative(path: Path, initiative: ReportedInitiative) -> Fault:
    return Fault(
        path=(*path, "accepted"),
        value=initiative.name,
        reason=f"“{initiative.name}” là {initiative.sort}: phải có văn bản {initiative.sort.confirmation} của nơi "
        "có thẩm quyền, cơ quan không công nhận bằng quyết định công nhận sáng kiến.",
        remedy="Hãy bỏ mục Công nhận (accepted) và ghi văn bản ấy vào mục Quyết định công nhận (decision).",
        rule="work_not_an_initiative",
    )


def accepted(year: Year) -> tuple[ReportedInitiative, ...]:
    """The initiatives that the office recognises by its own decision, in the order of the data."""
    return tuple(initiative for initiative in year.initiatives if initiative.accepted)
