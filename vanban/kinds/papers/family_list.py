"""Danh sách kèm theo quyết định tặng danh hiệu “Gia đình văn hóa”: every family, unit by unit, numbered through."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.award import quoted
from vanban.domain.measure import Length
from vanban.domain.record import Record
from vanban.domain.wording import count, roman
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.papers.family_decision import keys
from vanban.kinds.parts.families import FAMILY, FAMILY_DECISION, RecognisedFamily, by_unit, told_in_all
from vanban.kinds.parts.letterhead import annex_title, attachment_line
from vanban.law import nd30


class FamilyListRow(Record):
    """One family of the list."""

    ordinal: str = Field(title="Số thứ tự trong quyết định")
    head: str = Field(title="Họ và tên chủ hộ")
    members: str = Field(title="Số nhân khẩu")
    address: str = Field(title="Số nhà, địa chỉ")
    note: str = Field(title="Ghi chú")


class FamilyListUnit(Record):
    """The families of one unit."""

    title: str = Field(title="Tên đơn vị và số hộ")
    rows: tuple[FamilyListRow, ...] = Field(title="Các hộ")


class FamilyListContext(Record):
    """The list that goes with the decision."""

    title: str = Field(title="Tên danh sách")
    subject: str = Field(title="Nội dung danh sách")
    attached_to: str = Field(title="Kèm theo quyết định nào")
    attached_rule: Length = Field(title="Độ dài đường kẻ dưới dòng kèm theo")
    units: tuple[FamilyListUnit, ...] = Field(title="Các đơn vị")
    total: str = Field(title="Câu tổng số")


def compose(year: Year, key: str) -> FamilyListContext:
    """The list of the year's decision; ``KeyError`` where there is none."""
    attached, rule = attachment_line(year, FAMILY_DECISION, key)
    subject = f"Hộ gia đình được tặng danh hiệu {quoted(FAMILY)} {year.year.phrase}"
    return FamilyListContext(
        title="DANH SÁCH",
        subject=annex_title(subject),
        attached_to=attached,
        attached_rule=rule,
        units=tuple(
            FamilyListUnit(title=f"{roman(at)}. {name}: {count(len(families))} hộ", rows=tuple(map(_row, families)))
            for at, (name, families) in enumerate(by_unit(year), start=1)
        ),
        total=told_in_all(year) + nd30.END_MARK,
    )


def _row(family: RecognisedFamily) -> FamilyListRow:
    row = family.household
    return FamilyListRow(
        ordinal=str(family.ordinal),
        head=row.head,
        members=count(row.members),
        address=row.address or "",
        note=row.note or "",
    )


KIND = Kind(
    name="family_list",
    title="Danh sách kèm theo quyết định tặng danh hiệu “Gia đình văn hóa”",
    step=Step.RESULT,
    slug="danh-sach-gia-dinh-van-hoa",
    context=FamilyListContext,
    reads=("office", FAMILY_DECISION, "groups", "households"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Danh sách “Gia đình văn hóa” {year.year.phrase}",
)
