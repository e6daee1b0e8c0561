"""Phụ lục của quyết định ban hành tiêu chí thi đua: every criterion with its highest points and how it is counted."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.measure import Length
from vanban.domain.record import Record
from vanban.domain.wording import decimal
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, every_unit
from vanban.kinds.papers.criteria_decision import NAME, keys
from vanban.kinds.parts.letterhead import annex_title, attachment_line
from vanban.kinds.parts.printed_table import PrintedTable
from vanban.kinds.parts.score_tables import criteria_table, scoring_named


class CriteriaAnnexContext(Record):
    """The annex, ready to print."""

    title: str = Field(title="Chữ Phụ lục")
    subject: str = Field(title="Tiêu đề của phụ lục")
    attached_to: str = Field(title="Chỉ dẫn kèm theo văn bản")
    attached_rule: Length = Field(title="Độ dài đường kẻ dưới chỉ dẫn")
    table: PrintedTable = Field(title="Bảng tiêu chí")
    grades: tuple[str, ...] = Field(title="Các dòng xếp loại")


def compose(year: Year, key: str) -> CriteriaAnnexContext:
    """The annex of the decision of that scoring; ``KeyError`` where there is none."""
    scoring = scoring_named(year, key)
    attached, rule = attachment_line(year, NAME, key)
    subject = f"Tiêu chí, thang điểm {scoring.name[:1].lower()}{scoring.name[1:]}"
    return CriteriaAnnexContext(
        title="Phụ lục",
        subject=annex_title(subject),
        attached_to=attached,
        attached_rule=rule,
        table=criteria_table(year, key),
        grades=tuple(f"{grade.name}: từ {decimal(grade.least)} điểm trở lên" for grade in scoring.grades),
    )


KIND = Kind(
    name="criteria_annex",
    title="Phụ lục tiêu chí, thang điểm thi đua",
    step=Step.LAUNCH,
    slug="phu-luc-tieu-chi-thi-dua",
    context=CriteriaAnnexContext,
    reads=("office", "scorings", "criteria"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Phụ lục tiêu chí, thang điểm: {scoring_named(year, key).name}",
    receivers=every_unit,
)
