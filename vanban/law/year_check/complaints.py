"""What letters against awards stand in the way of: while they are looked into, and once they are found right.

Nghị định Điều 4 khoản 4; Luật Điều 15 (prohibited acts) and Điều 93 khoản 2, 8 (revocation).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from vanban.domain.award import Award, quoted
from vanban.domain.complaint import Complaint
from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.finding import Severity
from vanban.domain.given_award import award_key
from vanban.domain.objection import Objection
from vanban.domain.receiver import receiver_names
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year
from vanban.law.award_memory import revoked_awards
from vanban.law.document_day import last_day
from vanban.law.provision import has_book, statement
from vanban.law.ward_awards import day_judging, for_the_ward
from vanban.law.year_check.papers import awarded, papers


def complaints(year: Year) -> Iterator[Fault]:
    """A letter that stands against what is asked for, in the year's own nominations or for an occasion."""
    for asked in _asked(year):
        for row in year.complaints:
            if not _concerns(row, asked.nominee, asked.award) or not has_book(year.law, asked.day):
                continue
            objection = _against(year, row, asked.award, asked.day)
            if objection and asked.issued:
                objection = objection.model_copy(update={"severity": Severity.WARNING})
            if objection:
                yield objection.in_data((*asked.path, "nominee"), asked.nominee)


@dataclass(frozen=True)
class _Asked:
    """What is asked for or given: where, for whom, the day that judges it, whether its paper is out already."""

    path: Path
    nominee: str
    award: Award
    day: date
    issued: bool = False


def _asked(year: Year) -> Iterator[_Asked]:
    issued = {paper.path[0] for paper in papers(year) if paper.issued}
    for position, row in enumerate(year.nominations):
        paper = "decision" if for_the_ward(year, row) else "submission"
        yield _Asked(("nominations", position), row.nominee, row.award, day_judging(year, row), paper in issued)
    for occasion in papers(year):
        if occasion.path != ("decision",):
            for path, key, award in awarded(year, occasion):
                yield _Asked(path, key, award, occasion.first, occasion.issued)


def _concerns(row: Complaint, key: str, award: Award) -> bool:
    """Whether a letter is about that award of that receiver and nothing has been taken back for it yet."""
    return row.nominee == key and row.award in (None, award) and row.revoked_by is None


def _against(year: Year, row: Complaint, award: Award, day: date) -> Objection | None:
    about = f"{receiver_names(year).get(row.nominee, row.nominee)}, {quoted(award)}"
    said = f"đơn {row.sort} nhận ngày {numeric_date(row.received_on)}: {row.content}"
    if row.received_on <= day and (row.concluded_on is None or row.concluded_on > day):
        return statement(year.law, "complaint_open", day).objection(
            "complaint_open",
            about,
            f"Đang có {said}; ngày {numeric_date(day)} chưa có kết luận nên chưa khen thưởng.",
            (
                "Hãy chờ kết luận rồi ghi vào bảng Đơn khiếu nại, tố cáo, phản ánh (complaints.xlsx), "
                "hoặc đưa khỏi danh sách đề nghị."
            ),
        )
    if not row.is_upheld:
        return None
    if row.act is not None:
        return statement(year.law, "prohibited_acts", day).objection(
            "prohibited_act",
            about,
            f"Đã kết luận {row.outcome} {said}. Hành vi bị nghiêm cấm (khoản {row.act.clause}): {row.act}.",
            "Hãy đưa khỏi danh sách đề nghị; nếu đã tặng thì hủy bỏ quyết định theo Điều 93.",
        )
    return statement(year.law, "complaint_upheld", day).reminder(
        "complaint_upheld",
        about,
        f"Đã kết luận {row.outcome} {said}.",
        "Hãy xem lại thành tích còn đúng không, rồi giữ hoặc đưa khỏi danh sách đề nghị.",
    )


def to_be_revoked(year: Year) -> Iterator[Fault]:
    """An award of an issued decision whose receiver a conclusion has found to have got it by what Điều 15 forbids."""
    for paper in papers(year):
        for _, key, award in awarded(year, paper) if paper.issued else ():
            for position, row in enumerate(year.complaints):
                if row.act is not None and _concerns(row, key, award):
                    objection = _to_be_revoked(year, row, award, paper.first)
                    yield objection.in_data(("complaints", position, "act"), row.act)


def _to_be_revoked(year: Year, row: Complaint, award: Award, decided: date) -> Objection:
    return statement(year.law, "revocation", row.concluded_on or last_day(year)).reminder(
        "revocation_due",
        f"{receiver_names(year).get(row.nominee, row.nominee)}, {quoted(award)}",
        f"Quyết định ngày {numeric_date(decided)} đã ban hành; kết luận về hành vi “{row.act}” thì người quyết định "
        "tặng phải hủy bỏ quyết định, thu hồi hiện vật và tiền thưởng.",
        "Hãy ban hành quyết định hủy bỏ, rồi ghi số, ngày vào cột “Quyết định hủy bỏ khen thưởng”. Thủ tục do Chính "
        "phủ quy định: cần đối chiếu.",
    )


def revoked_in_reports(year: Year) -> Iterator[Fault]:
    """An achievement report that still counts an award which was taken back."""
    revoked = revoked_awards(year)
    for position, report in enumerate(year.achievements):
        for table in ("past_titles", "past_commendations"):
            for ordinal, row in enumerate(getattr(report, table)):
                decision = revoked.get((report.nominee, row.year, award_key(row.award)))
                if decision is None:
                    continue
                objection = statement(year.law, "revocation", last_day(year)).objection(
                    "revoked_award",
                    receiver_names(year).get(report.nominee, report.nominee),
                    f"Báo cáo thành tích kể {row.award} {row.year.phrase}, đã bị hủy bỏ: {decision}.",
                    "Hãy bỏ dòng này khỏi báo cáo thành tích.",
                )
                yield objection.in_data(("achievements", position, table, ordinal, "award"), row.award)


RULES: Final = (complaints, to_be_revoked, revoked_in_reports)
