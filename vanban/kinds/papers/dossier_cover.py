"""Bìa hồ sơ khen thưởng: whose dossier it is, for which award, how long it is kept; sheets and number by hand."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.measure import Length
from vanban.domain.nomination import Nomination
from vanban.domain.receiver import receiver
from vanban.domain.record import Record
from vanban.domain.wording import count, numeric_date
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.dossier_papers import READS, dossier_documents, dossier_title
from vanban.kinds.parts.form import Fact
from vanban.kinds.parts.letterhead import Heading, centred, heading, unit_letterhead
from vanban.law.nd30 import Part
from vanban.law.nomination_dossier import decider, decider_named, dossiers
from vanban.law.retention import award_dossier
from vanban.law.ward_awards import day_judging


class DossierCoverContext(Record):
    """A cover; an empty value of a fact is a dotted line."""

    parent_lines: tuple[str, ...] = Field(title="Các dòng tên cơ quan chủ quản")
    issuer_lines: tuple[str, ...] = Field(title="Các dòng tên cơ quan")
    issuer_rule: Length = Field(title="Độ dài đường kẻ dưới tên cơ quan")
    heading: Heading = Field(title="Tên hồ sơ")
    nominee: str = Field(title="Tên đối tượng đề nghị")
    place: str = Field(title="Chức vụ, đơn vị công tác")
    facts: tuple[Fact, ...] = Field(title="Các dòng thông tin")


def keys(year: Year) -> tuple[str, ...]:
    """Every dossier: one for each nominee and award."""
    return tuple(dossiers(year))


def compose(year: Year, key: str) -> DossierCoverContext:
    """The cover of the dossier ``key``; ``KeyError`` where the year has none."""
    row = dossiers(year)[key]
    body = year.office.bodies[0]
    head = unit_letterhead(year, body.parent_lines, body.name_lines)
    return DossierCoverContext(
        parent_lines=head.parent_lines,
        issuer_lines=head.issuer_lines,
        issuer_rule=head.issuer_rule,
        heading=heading("HỒ SƠ", dossier_title(year, row)),
        nominee=centred(receiver(year, row.nominee).name),
        place=centred(receiver(year, row.nominee).title, Part.APPENDIX_REFERENCE),
        facts=_facts(year, row),
    )


def _facts(year: Year, row: Nomination) -> tuple[Fact, ...]:
    documents = dossier_documents(year, row)
    known = sorted(document.dated for document in documents if document.dated)
    whole = known and all(document.dated for document in documents)
    sheets = [document.sheets for document in documents]
    kept = award_dossier(year.law, decider(year, row), day_judging(year, row)).value
    facts = (
        ("Người quyết định", decider_named(year, row)),
        ("Thời gian tài liệu", f"{numeric_date(known[0])} - {numeric_date(known[-1])}" if whole else ""),
        ("Số văn bản", count(len(documents))),
        ("Số tờ", count(sum(sheet or 0 for sheet in sheets)) if sheets and all(sheets) else ""),
        ("Hồ sơ số", row.dossier or ""),
        ("Thời hạn bảo quản", str(kept)),
    )
    return tuple(Fact(label=label, value=value) for label, value in facts)


KIND = Kind(
    name="dossier_cover",
    title="Bìa hồ sơ khen thưởng",
    step=Step.NOMINATION,
    slug="bia-ho-so",
    context=DossierCoverContext,
    reads=READS,
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Bìa hồ sơ khen thưởng của {receiver(year, dossiers(year)[key].nominee).name}",
)
