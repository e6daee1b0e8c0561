"""Báo cáo sáng kiến: one report for every initiative, signed by its author, confirmed by the head of the unit.

No text prescribes a report; its parts are those that the application for recognition must have (Phụ lục I Thông tư số
18/2013/TT-BKHCN). What the data do not say is dots, to be written by hand.
"""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from vanban.domain.birth import birth_in_digits
from vanban.domain.initiative import ReportedInitiative
from vanban.domain.money import in_digits_and_words
from vanban.domain.people import Collective, Person
from vanban.domain.record import Record
from vanban.domain.text_tree import Block, Inset, numbered
from vanban.domain.wording import numeric_date, sentence_case
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Meeting, Step
from vanban.kinds.parts.closing import TwoSignatures, confirmed
from vanban.kinds.parts.document import no_expansion
from vanban.kinds.parts.form import Fact, unit_head
from vanban.kinds.parts.letterhead import Heading, Letterhead, heading
from vanban.kinds.parts.text import TextLine, ended, lines

_DOTS = Block(inset=Inset.HANDWRITTEN)


class AuthorRow(Record):
    """One author in the table of authors."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Họ và tên")
    born_on: str = Field(title="Ngày, tháng, năm sinh")
    unit: str = Field(title="Nơi công tác")
    position: str = Field(title="Chức danh")
    qualification: str = Field(title="Trình độ chuyên môn")
    share: str = Field(title="Tỷ lệ đóng góp")


class InitiativeReportContext(Record):
    """The report of one initiative; an empty value of a fact is a dotted line."""

    letterhead: Letterhead = Field(title="Phần đầu")
    heading: Heading = Field(title="Tên báo cáo")
    lines: tuple[TextLine, ...] = Field(title="Các dòng nội dung")
    facts: tuple[Fact, ...] = Field(title="Các dòng thông tin chung")
    authors: tuple[AuthorRow, ...] = Field(title="Bảng tác giả")
    signatures: TwoSignatures = Field(title="Người ký")


def keys(year: Year) -> tuple[str, ...]:
    """Every initiative whose authors are entered."""
    return tuple(initiative.key for initiative in year.initiatives if year.authors(initiative.key))


def compose(year: Year, key: str) -> InitiativeReportContext:
    """The report of the initiative ``key``; ``ValueError`` where it has no author."""
    initiative = year.initiative(key)
    first, unit = _first_author(year, key)
    several = len(year.authors(key)) > 1
    return InitiativeReportContext(
        letterhead=unit_head(year, unit.name, unit.parent),
        heading=heading("BÁO CÁO SÁNG KIẾN", f"“{initiative.name}”"),
        lines=ended(lines(numbered((*_sections(initiative), _pledge(several))), {}, no_expansion)),
        facts=_facts(initiative),
        authors=tuple(
            _author(year.person(row.person), year, row.share, ordinal=ordinal)
            for ordinal, row in enumerate(year.authors(key), start=1)
        ),
        signatures=_signatures(first, unit, several=several),
    )


def _first_author(year: Year, key: str) -> tuple[Person, Collective]:
    """Who has the largest share, and the unit that the report comes from."""
    authors = year.authors(key)
    if not authors:
        raise ValueError(key)
    first = year.person(authors[0].person)
    return first, year.collective(first.collective)


def _facts(initiative: ReportedInitiative) -> tuple[Fact, ...]:
    applied_from = initiative.applied_from
    facts = (
        ("Lĩnh vực áp dụng", initiative.field),
        ("Ngày được áp dụng lần đầu hoặc áp dụng thử", numeric_date(applied_from) if applied_from else None),
        ("Nơi áp dụng", initiative.applied_at),
        ("Chủ đầu tư tạo ra sáng kiến", initiative.investor),
        ("Phạm vi ảnh hưởng", sentence_case(initiative.scope.value)),
    )
    return tuple(Fact(label=label, value=value or "") for label, value in facts)


def _author(person: Person, year: Year, share: int, *, ordinal: int) -> AuthorRow:
    return AuthorRow(
        ordinal=str(ordinal),
        name=person.name,
        born_on=birth_in_digits(person.born_on),
        unit=year.collective(person.collective).name,
        position=person.position,
        qualification=person.qualification or "",
        share=f"{share}%",
    )


def _sections(initiative: ReportedInitiative) -> tuple[Block, ...]:
    saved = (
        (f"Số tiền làm lợi trong năm đầu áp dụng: {in_digits_and_words(initiative.saved)}.",)
        if initiative.saved
        else ()
    )
    return (
        Block(
            section="THÔNG TIN CHUNG",
            body=(Block(inset=Inset.INITIATIVE_FACTS), Block(text="Tác giả sáng kiến:"), Block(inset=Inset.AUTHORS)),
        ),
        Block(
            section="MÔ TẢ SÁNG KIẾN",
            body=(
                _part("Thực trạng trước khi có sáng kiến", initiative.situation),
                _part("Mô tả bản chất của sáng kiến", initiative.solution),
                _part("Tính mới của sáng kiến", initiative.novelty),
                _part("Khả năng áp dụng, nhân rộng", initiative.applicability),
                _part("Các điều kiện cần thiết để áp dụng", initiative.conditions),
                _part("Những thông tin cần được bảo mật", initiative.confidential),
            ),
        ),
        Block(
            section="HIỆU QUẢ, LỢI ÍCH THU ĐƯỢC",
            body=(
                _part("Theo ý kiến của tác giả", (*initiative.benefits, *saved)),
                _part("Theo ý kiến của tổ chức, cá nhân đã áp dụng", initiative.benefits_of_users),
            ),
        ),
    )


def _part(title: str, paragraphs: Iterable[str]) -> Block:
    return Block(section=title, body=tuple(Block(text=paragraph) for paragraph in paragraphs) or (_DOTS,))


def _pledge(several: bool) -> Block:
    who = "Chúng tôi" if several else "Tôi"
    return Block(
        text=f"{who} cam đoan mọi thông tin nêu trong báo cáo là trung thực, đúng sự thật và hoàn toàn chịu trách "
        "nhiệm trước pháp luật"
    )


def _signatures(first: Person, unit: Collective, *, several: bool) -> TwoSignatures:
    signs = "ĐẠI DIỆN NHÓM TÁC GIẢ" if several else "TÁC GIẢ SÁNG KIẾN"
    return confirmed(("XÁC NHẬN CỦA", "THỦ TRƯỞNG ĐƠN VỊ"), unit.head, first.name, signs)


KIND = Kind(
    name="initiative_report",
    title="Báo cáo sáng kiến",
    step=Step.NOMINATION,
    slug="bao-cao-sang-kien",
    context=InitiativeReportContext,
    reads=("office", "initiatives", "authorships", "people", "collectives"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Báo cáo sáng kiến “{year.initiative(key).name}”",
    receivers=lambda year, key: (_first_author(year, key)[1].key,),
    meetings=frozenset({Meeting.COUNCIL}),
)
