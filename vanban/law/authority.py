"""Who decides on an award and who submits it: three levels of government until 30/6/2025, two since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle, quoted
from vanban.domain.objection import Objection
from vanban.domain.text import matching_key
from vanban.domain.wording import listing, numeric_date
from vanban.law.provision import (
    DECREE_129,
    LAW,
    QUOTATION,
    THREE_LEVELS,
    TWO_LEVELS,
    Certainty,
    Stated,
    in_force,
)


class Level(StrEnum):
    """A level at which awards are proposed, submitted and decided."""

    UNIT = "tập thể, đơn vị cơ sở"
    WARD = "Chủ tịch Ủy ban nhân dân cấp xã"
    CITY = "Chủ tịch Ủy ban nhân dân cấp huyện"
    PROVINCE = "Chủ tịch Ủy ban nhân dân cấp tỉnh"


@dataclass(frozen=True)
class Authority:
    """The levels whose chairman may decide on an award, the lowest first, and who submits it to the lowest."""

    deciders: tuple[Level, ...]
    submits: Level

    def __str__(self) -> str:
        return f"{' hoặc '.join(self.deciders)} quyết định; {self.submits} đề nghị"


_W, _C, _P = Level.WARD, Level.CITY, Level.PROVINCE
_BY_WARD_OR_CITY: Final = Stated(
    Authority((_W, _C), Level.UNIT), f"khoản 2, khoản 3 Điều 80; khoản 1 Điều 83 {LAW}", period=THREE_LEVELS
)
_BY_WARD: Final = Stated(Authority((_W,), Level.UNIT), f"khoản 3 Điều 80; khoản 1 Điều 83 {LAW}", period=THREE_LEVELS)
_BY_CITY: Final = Stated(Authority((_C,), _W), f"khoản 2 Điều 80; khoản 1 Điều 83 {LAW}", period=THREE_LEVELS)
_BY_PROVINCE: Final = Stated(Authority((_P,), _C), f"khoản 4 Điều 79; khoản 1 Điều 83 {LAW}", period=THREE_LEVELS)
_BY_WARD_NOW: Final = Stated(
    Authority((_W,), Level.UNIT), f"Điều 59 {DECREE_129}", QUOTATION, Certainty.READ, TWO_LEVELS
)
_BY_PROVINCE_NOW: Final = Stated(Authority((_P,), _W), f"khoản 4 Điều 79; khoản 1 Điều 83 {LAW}", period=TWO_LEVELS)

AUTHORITY: Final[dict[Award, tuple[Stated[Authority], ...]]] = {
    EmulationTitle.ADVANCED_WORKER: (_BY_WARD_OR_CITY, _BY_WARD_NOW),
    EmulationTitle.GRASSROOTS_EMULATION_FIGHTER: (_BY_CITY, _BY_WARD_NOW),
    EmulationTitle.ADVANCED_COLLECTIVE: (_BY_CITY, _BY_WARD_NOW),
    EmulationTitle.EXCELLENT_COLLECTIVE: (_BY_PROVINCE, _BY_PROVINCE_NOW),
    EmulationTitle.CULTURAL_RESIDENTIAL_GROUP: (_BY_CITY, _BY_WARD_NOW),
    EmulationTitle.CULTURAL_FAMILY: (_BY_WARD, _BY_WARD_NOW),
    EmulationTitle.PROVINCIAL_EMULATION_FIGHTER: (_BY_PROVINCE, _BY_PROVINCE_NOW),
    EmulationTitle.PROVINCIAL_EMULATION_FLAG: (_BY_PROVINCE, _BY_PROVINCE_NOW),
    EmulationTitle.EXEMPLARY_WARD: (_BY_PROVINCE, _BY_PROVINCE_NOW),
    Commendation.CERTIFICATE: (_BY_WARD_OR_CITY, _BY_WARD_NOW),
    Commendation.PROVINCIAL_MERIT_CERTIFICATE: (_BY_PROVINCE, _BY_PROVINCE_NOW),
}


def authority(award: Award, day: date) -> Stated[Authority]:
    """Who decides on ``award`` on ``day``; :class:`~vanban.errors.NoLawBook` for a day before 01/01/2024."""
    return in_force(AUTHORITY[award], day)


def decided_by(award: Award, level: Level, day: date) -> Objection | None:
    """The objection to a decision on ``award`` by the chairman of ``level`` on ``day``, or ``None``."""
    stated = authority(award, day)
    if level in stated.value.deciders:
        return None
    return Objection(
        rule="award_authority",
        article=stated.article,
        about=quoted(award),
        reason=f"Ngày {numeric_date(day)}, {level} không có thẩm quyền quyết định tặng; thẩm quyền thuộc về "
        f"{' hoặc '.join(stated.value.deciders)}.",
        remedy=f"Hãy lập tờ trình đề nghị {stated.value.deciders[0]} quyết định.",
    )


def submitted_to(award: Award, day: date) -> Level | None:
    """The level to which a ward sends its submission for ``award`` on ``day``; ``None`` where its chairman decides.

    Until 30/6/2025 what the province decides goes there through the city.
    """
    rule = authority(award, day).value
    above = [level for level in rule.deciders if level is not Level.WARD]
    if not above:
        return None
    return Level.CITY if rule.submits is Level.CITY else above[0]


def submission_objection(award: Award, name: str, day: date) -> Objection | None:
    """The objection to a ward's submission of ``day`` that asks a higher level for ``award``, or ``None``."""
    stated = authority(award, day)
    if submitted_to(award, day) is not None:
        return None
    return Objection(
        rule="award_is_the_wards",
        article=stated.article,
        about=f"{name}, {quoted(award)}",
        reason=f"Ngày {numeric_date(day)}, {Level.WARD} tự quyết định tặng, không trình cấp trên.",
        remedy="Hãy lập quyết định khen thưởng (decision) và để trống cột “Trình cấp trên” của dòng này.",
    )


def addressee_objection(award: Award, day: date, wanted: str, addressees: Iterable[str]) -> Objection | None:
    """The objection to a submission for ``award`` that is not sent to the committee ``wanted``, or ``None``."""
    addressees = tuple(addressees)
    if any(matching_key(wanted) in matching_key(addressee) for addressee in addressees):
        return None
    stated = authority(award, day)
    return Objection(
        rule="submission_addressee",
        article=stated.article,
        about=quoted(award),
        reason=f"Ngày {numeric_date(day)}, phường trình Chủ tịch {wanted}; kính gửi đang ghi: "
        f"{listing(addressees) or 'chưa ghi ai'}.",
        remedy=f"Hãy ghi “Chủ tịch {wanted}” ở mục kính gửi (addressees) của tờ trình.",
    )


def issuer_objection(issuer: str, committee: str, *, decides: bool) -> Objection | None:
    """The objection to awards that another body than the committee submits or, where it ``decides``, gives."""
    if matching_key(issuer) == matching_key(committee):
        return None
    act, article = ("quyết định khen thưởng", "Điều 80") if decides else ("đề nghị khen thưởng", "khoản 1 Điều 83")
    return Objection(
        rule="award_issuer",
        article=f"{article} {LAW}",
        about=issuer,
        reason=f"Không có thẩm quyền {act}; thẩm quyền thuộc về Chủ tịch {committee}.",
        remedy=f"Hãy sửa cơ quan ban hành (issuer) thành {committee}.",
    )
