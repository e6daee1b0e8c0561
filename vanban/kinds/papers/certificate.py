"""Giấy khen, giấy chứng nhận (Nghị định 98/2023/NĐ-CP Điều 104): one sheet for everybody whom a decision rewards.

It has no number of its own: it prints the decision's, and under it the receiver's order number there (số sổ vàng).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pydantic import Field

from vanban.domain.award import EmulationTitle, award_name
from vanban.domain.award_decision import Awardee
from vanban.domain.certificate_stock import StockField
from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.document import Document
from vanban.domain.finding import Severity
from vanban.domain.measure import Length, mm, pt
from vanban.domain.receiver import receiver
from vanban.domain.receiver_row import Receiver
from vanban.domain.record import Record
from vanban.domain.signatory import signature_lines
from vanban.domain.wording import lower_first
from vanban.domain.year import Year, once_a_year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.awardees import GRANTED, awardees, decision_of, decisions
from vanban.kinds.parts.fitting import Fitted, fitted
from vanban.kinds.parts.occasions import certificates_of
from vanban.kinds.parts.reference import day_of, number_of
from vanban.kinds.parts.stock_lines import PlacedLine, placed_lines
from vanban.law.certificates import given

TEXT_WIDTH: Final = mm(237)
"""The sheet's 297 mm without 30 mm at each side: our choice, the decree leaves it open."""

AUTHORITY_SIZES: Final = (pt(19), pt(17), pt(14))
AWARD_SIZES: Final = (pt(34), pt(30), pt(24))
NAME_SIZES: Final = (pt(26), pt(23), pt(20), pt(16))
PLACE_SIZES: Final = (pt(16), pt(14), pt(12))
ACHIEVEMENT_SIZES: Final = (pt(16), pt(14), pt(12))
"""From the largest to the least; a line that does not fit at the least is printed in more lines: our choice."""

_ACHIEVEMENT_LINES: Final = 2
_SHORT: Final = 250
"""So many letters of achievement always fit."""

_PAGE: Final = mm(170).points
SEAL_GAPS: Final = (mm(32), mm(30), mm(26))
"""The room for signature and seal: 30 to 36 mm, custom; less only where the least sizes do not fit without."""
_TRIED: Final = (*((step, room) for step in range(len(AWARD_SIZES)) for room in (1, 2)), (len(AWARD_SIZES) - 1, 3))
"""By how many sizes the text is smaller than it could be, and which room: that gives way first, within custom."""
_FIXED: Final = 177.0
_SIGNATURE_LINE: Final = 16.1
LEADING: Final = 1.3
TIGHT: Final = 1.15
_ABOVE: Final = 6.0
"""In points: the height between the margins, what is always there (measured), a line of the signer's position; the
height of a line in its size, wide so that what is read from afar has air, and in the least; the room above each."""


class CertificateContext(Record):
    """One certificate, ready to print."""

    authority: Fitted = Field(title="Chức vụ của người có thẩm quyền")
    given: str = Field(title="Dòng “Tặng”, “Tặng danh hiệu”")
    award: Fitted = Field(title="Tên danh hiệu, hình thức khen thưởng")
    name: Fitted = Field(title="Tên cá nhân, tập thể")
    place: Fitted = Field(title="Chức vụ, đơn vị công tác; địa chỉ")
    achievement: Fitted = Field(title="Thành tích")
    decision_line: str = Field(title="Dòng số, ngày của quyết định")
    ordinal_line: str = Field(title="Dòng số sổ vàng")
    place_and_date: str = Field(title="Địa danh và thời gian")
    signature_lines: tuple[str, ...] = Field(title="Quyền hạn, chức vụ của người ký")
    room: int = Field(title="Khoảng trống để ký, đóng dấu thứ mấy, 1 là rộng nhất")
    signer_name: str = Field(title="Họ và tên người ký")
    placed: tuple[PlacedLine, ...] = Field(default=(), title="Các dòng in lên phôi có sẵn, nếu cơ quan dùng phôi")


@dataclass(frozen=True)
class Certified:
    """One receiver of one decision, with the order number in it."""

    kind: str
    key: str
    ordinal: int
    awardee: Awardee


@dataclass(frozen=True)
class Entitled:
    """Who gets a certificate of which award, under which words and which number of which decision."""

    kind: str
    key: str
    ordinal: int
    given: str
    award: str
    honoured: Receiver
    achievement: str = ""


@once_a_year
def certified(year: Year) -> Mapping[str, Certified]:
    """Every certificate of the year by its key: the receiver's, with the decision's before it where that has one."""
    found: dict[str, Certified] = {}
    taken: set[str] = set()
    for kind, key in decisions(year):
        for ordinal, row in enumerate(awardees(year, kind, key), start=1):
            if not given_on_paper(year, row):
                continue
            name = "-".join(filter(None, (certificates_of(kind), key, row.nominee)))
            while name.casefold() in taken:
                name += "-2"
            taken.add(name.casefold())
            found[name] = Certified(kind, key, ordinal, row)
    return found


def given_on_paper(year: Year, row: Awardee) -> bool:
    """Whether the receiver gets a sheet: “Lao động tiên tiến” has none unless the office wants it."""
    wanted = year.local_rules is not None and year.local_rules.advanced_worker_certificates
    return wanted or row.award is not EmulationTitle.ADVANCED_WORKER


def compose(year: Year, key: str) -> CertificateContext:
    """The certificate of that key; ``KeyError`` where nobody has it."""
    one = certified(year)[key]
    document = decision_of(year, one.kind, one.key)
    if document is None:
        raise KeyError(key)
    honoured = receiver(year, one.awardee.nominee)
    award = one.awardee.award
    named = given(award), award_name(award, year.office)
    entitled = Entitled(one.kind, one.key, one.ordinal, *named, honoured, one.awardee.achievement)
    return certificate_of(year, entitled, document)


def certificate_of(year: Year, entitled: Entitled, document: Document) -> CertificateContext:
    """The certificate that goes with that decision, in the largest sizes that fit on its page."""
    tried = (_printed(year, entitled, document, step, room) for step, room in _TRIED)
    made = next((context for context in tried if fits(context)), None) or _printed(
        year, entitled, document, *_TRIED[-1]
    )
    stock = year.certificate_stock
    return (
        made.model_copy(update={"placed": placed_lines(stock, _said(year, entitled, document, made))})
        if stock
        else made
    )


def hardest(year: Year) -> CertificateContext | None:
    """The longest name, place and achievement of the year's certificates on one; ``None`` where there is none."""
    keys = tuple(certified(year))
    if not keys:
        return None
    one = certified(year)[keys[0]]
    document = decision_of(year, one.kind, one.key)
    honoured = [receiver(year, certified(year)[key].awardee.nominee) for key in keys]
    if document is None:
        return None
    longest = max(honoured, key=lambda who: (len(who.addressed), who.key))
    place = max((_place(year, who) for who in honoured), key=len)
    achievement = max((certified(year)[key].awardee.achievement for key in keys), key=len)
    named = given(one.awardee.award), award_name(one.awardee.award, year.office)
    worst = longest.model_copy(update={"title": place})
    return certificate_of(year, Entitled(one.kind, one.key, len(keys), *named, worst, achievement), document)


def _said(year: Year, one: Entitled, document: Document, made: CertificateContext) -> dict[StockField, str]:
    """Every line as it is worded, whatever sheet it is for."""
    return {
        StockField.AUTHORITY: _authority(year, document),
        StockField.GIVEN: made.given,
        StockField.AWARD: one.award.upper(),
        StockField.NAME: one.honoured.addressed,
        StockField.PLACE: _place(year, one.honoured),
        StockField.ACHIEVEMENT: honoured_for(one.achievement),
        StockField.DECISION: made.decision_line,
        StockField.ORDINAL: made.ordinal_line,
        StockField.PLACE_AND_DATE: made.place_and_date,
        StockField.SIGNATURE: "\n".join(made.signature_lines),
        StockField.SIGNER: made.signer_name,
    }


def _place(year: Year, honoured: Receiver) -> str:
    """Post and unit of a person, address of a household; a unit's address is where the office is (Điều 104)."""
    if honoured.title or honoured.is_person:
        return honoured.title
    known = honoured.name.casefold()
    parts = (year.office.locality, year.office.province)
    said = ", ".join(part for part in parts if part and part.casefold() not in known)
    return said[:1].upper() + said[1:]


def _authority(year: Year, document: Document) -> str:
    body = year.issuer(document.issuer)
    return f"{body.head_position} {body.name}".upper()


def fits(context: CertificateContext) -> bool:
    """Whether the certificate takes no more than its one page, by the heights of its lines; on blanks, their places."""
    if context.placed:
        return all(line.fits for line in context.placed)
    sized = (
        (context.authority, AUTHORITY_SIZES),
        (context.award, AWARD_SIZES),
        (context.name, NAME_SIZES),
        (context.place, PLACE_SIZES),
        (context.achievement, ACHIEVEMENT_SIZES),
    )
    heights = (_height(line, sizes) for line, sizes in sized if line.text)
    signed = SEAL_GAPS[context.room - 1].points + _SIGNATURE_LINE * len(context.signature_lines)
    return sum(heights) + _FIXED + signed <= _PAGE


def overfull(year: Year) -> tuple[Fault, ...]:
    """A certificate that would run over to a second page, told at the achievement that is too long for it."""
    return tuple(
        Fault(
            path=_where(year, one),
            value=one.awardee.achievement,
            reason=f"Giấy khen của {receiver(year, one.awardee.nominee).name} không vừa một trang dù in chữ nhỏ nhất.",
            remedy="Hãy rút gọn thành tích ghi trên giấy khen.",
            severity=Severity.WARNING,
        )
        for key, one in certified(year).items()
        if len(one.awardee.achievement) > _SHORT and not fits(compose(year, key))
    )


def _where(year: Year, one: Certified) -> Path:
    if one.kind != "decision":
        return ("campaigns",)
    wanted = (one.awardee.nominee, one.awardee.award)
    position = next(at for at, row in enumerate(year.nominations) if (row.nominee, row.award) == wanted)
    return ("nominations", position, "summary")


def _height(line: Fitted, sizes: Sequence[Length]) -> float:
    """In points, with the room above."""
    leading = LEADING if line.step < len(sizes) else TIGHT
    return _ABOVE + leading * sizes[line.step - 1].points * (line.text.count("\n") + 1)


def _printed(year: Year, one: Entitled, document: Document, step: int, room: int) -> CertificateContext:
    """The certificate with who gives it and the award printed ``step`` sizes smaller than they could be, and that of
    the rooms for the seal, counted from 1."""
    body, signatory = year.issuer(document.issuer), year.signatory(document.signature.signatory)
    day = day_of(year, one.kind, one.key)
    return CertificateContext(
        authority=_fit(_authority(year, document), AUTHORITY_SIZES, bold=True, step=step),
        given=one.given,
        award=_fit(one.award.upper(), AWARD_SIZES, bold=True, step=step),
        name=_fit(one.honoured.addressed, NAME_SIZES, bold=True),
        place=_fit(_place(year, one.honoured), PLACE_SIZES),
        achievement=_fit(honoured_for(one.achievement), ACHIEVEMENT_SIZES, most_lines=_ACHIEVEMENT_LINES),
        decision_line=f"Số quyết định: {number_of(year, one.kind, one.key)}, {day}",
        ordinal_line=f"Số sổ vàng: {one.ordinal}",
        place_and_date=f"{year.office.place}, {day}",
        signature_lines=signature_lines(document.signature, signatory, body),
        room=room,
        signer_name=signatory.name,
    )


def honoured_for(achievement: str) -> str:
    """The achievement as the form words it: “Đã có thành tích …”, without a stop at the end (Điều 104)."""
    bare = achievement.rstrip(" .;,")
    return f"Đã {lower_first(bare)}" if bare.casefold().startswith("có thành tích") else bare


def _fit(text: str, sizes: Sequence[Length], *, bold: bool = False, most_lines: int = 1, step: int = 0) -> Fitted:
    made = fitted(text, sizes[step:], TEXT_WIDTH, bold=bold, most_lines=most_lines)
    return made.model_copy(update={"step": made.step + step})


def _unit(year: Year, key: str) -> tuple[str, ...]:
    """The unit that hands the certificate over: a person's own, or the one that is rewarded; none to an outsider."""
    return tuple(filter(None, (receiver(year, certified(year)[key].awardee.nominee).unit,)))


def _headline(year: Year, key: str) -> str:
    row = certified(year)[key].awardee
    return f"{award_name(row.award, year.office)}: {receiver(year, row.nominee).name}"


KIND = Kind(
    name="certificate",
    title="Giấy khen, giấy chứng nhận",
    step=Step.RESULT,
    slug="giay-khen",
    context=CertificateContext,
    reads=("office", "certificate_stock", "local_rules", "campaigns", "sudden_achievements", *GRANTED),
    keys=lambda year: tuple(certified(year)),
    compose=compose,
    headline=_headline,
    receivers=_unit,
    goes_with=lambda year, key: (certified(year)[key].kind, certified(year)[key].key),
)
