"""Danh sách kèm theo quyết định khen thưởng (Mẫu 2.1): everybody whom one decision rewards, with the prize money."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.award import Commendation, EmulationTitle, NomineeKind, quoted
from vanban.domain.award_decision import Awardee
from vanban.domain.measure import Length
from vanban.domain.money import in_digits, money_in_words
from vanban.domain.receiver import WORDS, receiver, words_for
from vanban.domain.record import Record
from vanban.domain.wording import decimal, listing, roman
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.awardees import (
    GRANTED,
    AwardeeGroup,
    awardees,
    decision_of,
    decisions,
    grouped,
    prizes,
    receivers_counted,
)
from vanban.kinds.parts.letterhead import annex_title, attachment_line
from vanban.law import nd30
from vanban.law.document_day import deciding_day

NO_PRIZE = "-"
"""What stands where no money goes with an award."""


class AwardListRow(Record):
    """One receiver of the list."""

    ordinal: str = Field(title="Số thứ tự trong quyết định")
    name: str = Field(title="Tên đối tượng")
    position: str = Field(title="Chức vụ, đơn vị công tác")
    award: str = Field(title="Danh hiệu, hình thức khen thưởng")
    prize: str = Field(title="Tiền thưởng bằng số")


class AwardListGroup(Record):
    """Those who get one award and are of one sort; the order numbers go on from group to group."""

    title: str = Field(title="Tên nhóm và số lượng")
    header: str = Field(title="Tên cột họ tên")
    people: bool = Field(title="Là nhóm cá nhân")
    rows: tuple[AwardListRow, ...] = Field(title="Các dòng")
    prize: str = Field(title="Cộng tiền thưởng của nhóm")


class AwardListContext(Record):
    """The list that goes with one decision."""

    title: str = Field(title="Tên danh sách")
    subject: str = Field(title="Nội dung danh sách")
    attached_to: str = Field(title="Kèm theo quyết định nào")
    attached_rule: Length = Field(title="Độ dài đường kẻ dưới dòng kèm theo")
    groups: tuple[AwardListGroup, ...] = Field(title="Các nhóm")
    total: str = Field(title="Dòng tổng cộng, có tiền bằng chữ")


def decision_kind(year: Year, key: str) -> str:
    """The kind of the decision of that key; ``KeyError`` where no decision of the year has it."""
    kinds = {own: kind for kind, own in reversed(decisions(year))}
    return kinds[key]


def compose(year: Year, key: str) -> AwardListContext:
    """The list of the decision of that key; ``KeyError`` where there is none."""
    return compose_list(year, decision_kind(year, key), key)


def compose_list(year: Year, kind: str, key: str) -> AwardListContext:
    """The list of the decision ``key`` of ``kind``; ``KeyError`` where the year has no such decision."""
    document, rows = decision_of(year, kind, key), awardees(year, kind, key)
    if document is None:
        raise KeyError(f"{kind}/{key}")
    money = prizes(year, rows, deciding_day(year, kind, key))
    attached, rule = attachment_line(year, kind, key)
    subject = f"{_who(year, rows)} được tặng {_what(rows)} {year.year.phrase}"
    return AwardListContext(
        title="DANH SÁCH",
        subject=annex_title(subject),
        attached_to=attached,
        attached_rule=rule,
        groups=tuple(_group(year, n, group, money) for n, group in enumerate(grouped(year, rows), start=1)),
        total=f"Danh sách này có {receivers_counted(year, rows)}; tổng số tiền thưởng: {in_digits(sum(money))} "
        f"(Bằng chữ: {money_in_words(sum(money))}){nd30.END_MARK}",
    )


def _who(year: Year, rows: tuple[Awardee, ...]) -> str:
    sorts = dict.fromkeys(group.receivers for group in grouped(year, rows))
    return ", ".join(words_for(year.office, sort).noun for sort in WORDS if sort in sorts) or "cá nhân, tập thể"


def _what(rows: tuple[Awardee, ...]) -> str:
    awards = {row.award for row in rows}
    named = (("danh hiệu thi đua", EmulationTitle), ("hình thức khen thưởng", Commendation))
    if awards == {Commendation.CERTIFICATE}:
        return "giấy khen"
    return listing(words for words, sort in named if not awards or any(isinstance(award, sort) for award in awards))


def _group(year: Year, ordinal: int, group: AwardeeGroup, money: tuple[int, ...]) -> AwardListGroup:
    return AwardListGroup(
        title=f"{roman(ordinal)}. {group}",
        header=group.words.header,
        people=group.receivers is NomineeKind.PERSON,
        rows=tuple(_row(year, number, row, money[number - 1]) for number, row in group.rows),
        prize=_prize(sum(money[number - 1] for number, _ in group.rows)),
    )


def _row(year: Year, number: int, row: Awardee, money: int) -> AwardListRow:
    honoured = receiver(year, row.nominee)
    return AwardListRow(
        ordinal=str(number),
        name=honoured.name,
        position=honoured.title,
        award=quoted(row.award, year.office),
        prize=_prize(money),
    )


def _prize(money: int) -> str:
    return decimal(money) if money else NO_PRIZE


def keys(year: Year) -> tuple[str, ...]:
    """One list for every decision that rewards somebody, under the decision's key."""
    return tuple(dict.fromkeys(key for _, key in decisions(year)))


KIND = Kind(
    name="award_list",
    title="Danh sách kèm theo quyết định khen thưởng",
    step=Step.RESULT,
    slug="danh-sach-khen-thuong",
    context=AwardListContext,
    reads=("office", "campaigns", "sudden_achievements", *GRANTED),
    keys=keys,
    compose=compose,
    headline=lambda year, key: (
        f"Danh sách kèm theo quyết định khen thưởng {year.year.phrase}" + (f" ({key})" * bool(key))
    ),
)
