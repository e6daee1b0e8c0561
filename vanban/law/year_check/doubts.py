"""What has to be compared, told once for a year: amended law without its words, a form that another text is to set."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from vanban.domain.award_decision import AwardDecision
from vanban.domain.consistency.fault import Fault
from vanban.domain.finding import Severity
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year
from vanban.law.certificates import certificate_form
from vanban.law.document_day import planned_day
from vanban.law.forms import form_of
from vanban.law.provision import EMULATION_LAW
from vanban.law.year_check.papers import DatedPaper, awarded, papers


def certificate_forms(year: Year) -> Iterator[Fault]:
    """Certificates of a day on which the form that is printed has to be compared: told at the first decision."""
    for paper in papers(year):
        if not isinstance(paper.document, AwardDecision) or paper.day is None or not awarded(year, paper):
            continue
        found = certificate_form(year.law, paper.day)
        if found.certainty is not found.certainty.READ:
            objection = found.reminder(
                rule="certificate_form",
                about="Giấy khen, giấy chứng nhận",
                reason=f"Mẫu in của ngày {numeric_date(paper.day)} chưa chắc chắn: {found.certainty}.",
                remedy="Hãy đối chiếu mẫu do Thủ tướng Chính phủ quy định trước khi in.",
            )
            yield paper.fault((*paper.path, "decided_on"), objection)
            return


def amended_law(year: Year) -> Iterator[Fault]:
    """That what is said of awards rests on a law that was amended and is not read: what may have changed, and how many
    papers it concerns."""
    for amending in year.law.amendments.get(EMULATION_LAW, ()):
        since = amending.valid_from
        concerned = [paper for paper in papers(year) if since and amending.unread and paper.last >= since]
        if not concerned or since is None:
            continue
        text = year.law.texts[EMULATION_LAW]
        changes = f" Có thể đổi: {amending.may_change}." if amending.may_change else ""
        transition = f" Chuyển tiếp: {amending.transition}." if amending.transition else ""
        yield Fault(
            path=_first(concerned, since).path,
            value=amending.numbered_name,
            reason=f"{amending.numbered_name} sửa đổi {text.short_name} từ ngày {numeric_date(since)}; chương trình "
            f"chưa có nguyên văn nên {len(concerned)} văn bản từ ngày ấy được xét theo quy định trước khi sửa."
            f"{changes}{transition}",
            remedy="Hãy đối chiếu với văn bản sửa đổi trước khi trình ký; khi có bộ quy định mới thì nhận bằng lệnh: "
            "vanban law update TỆP.",
            severity=Severity.WARNING,
            rule="law_amended",
        )


def _first(concerned: list[DatedPaper], since: date) -> DatedPaper:
    return min(concerned, key=lambda paper: (max(paper.first, since), paper.path != ("decision",)))


def forms_of_another_day(year: Year) -> Iterator[Fault]:
    """A document that is issued on a day for which the law prescribes another form than the one that was signed."""
    for paper in papers(year):
        planned = planned_day(year, paper.document, paper.kind, paper.key) if paper.kind else None
        if planned is None or paper.day is None:
            continue
        signed, then = (form_of(year.law, paper.kind, day) for day in (planned, paper.day))
        if signed != then:
            yield Fault(
                path=paper.path,
                value=numeric_date(paper.day),
                reason=f"Bản đã lập theo mẫu của ngày dự kiến {numeric_date(planned)}; ngày {numeric_date(paper.day)} "
                "thì phải dùng mẫu khác.",
                remedy="Hãy ghi ngày ban hành dự kiến (planned_on, decided_on) là ngày ban hành, lập lại rồi trình ký.",
                severity=Severity.WARNING if paper.issued else Severity.ERROR,
                rule="form_of_another_day",
            )


RULES: Final = (certificate_forms, amended_law, forms_of_another_day)
