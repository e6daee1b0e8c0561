"""Who decides on an award and who submits it: three levels of government until 30/6/2025, two since."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from vanban.domain.award import Award, quoted
from vanban.domain.law_pack import Law
from vanban.domain.level import Level
from vanban.domain.objection import Objection
from vanban.domain.text import matching_key
from vanban.domain.wording import listing, numeric_date
from vanban.law.provision import Stated, in_force, statement


@dataclass(frozen=True)
class Authority:
    """The levels whose chairman may decide on an award, the lowest first, and who submits it to the lowest.

    ``by_practice``: no text names that level as the one that submits.
    """

    deciders: tuple[Level, ...]
    submits: Level
    by_practice: bool = False

    def __str__(self) -> str:
        practice = " (theo thông lệ)" if self.by_practice else ""
        return f"{' hoặc '.join(self.deciders)} quyết định; {self.submits} đề nghị{practice}"


def authority(law: Law, award: Award, day: date) -> Stated[Authority]:
    """Who decides on ``award`` on ``day``; :class:`~vanban.errors.NoLawBook` for a day before the law book."""
    rows = (row for row in law.authorities if award in row.awards)
    return in_force(law, rows, day, lambda row: Authority(row.deciders, row.submits, row.submits_by_practice))


def decided_by(law: Law, award: Award, level: Level, day: date) -> Objection | None:
    """The objection to a decision on ``award`` by the chairman of ``level`` on ``day``, or ``None``."""
    found = authority(law, award, day)
    if level in found.value.deciders:
        return None
    return found.objection(
        rule="award_authority",
        about=quoted(award),
        reason=f"Ngày {numeric_date(day)}, {level} không có thẩm quyền quyết định tặng; thẩm quyền thuộc về "
        f"{' hoặc '.join(found.value.deciders)}.",
        remedy=f"Hãy lập tờ trình đề nghị {found.value.deciders[0]} quyết định.",
    )


def submitted_to(law: Law, award: Award, day: date) -> Level | None:
    """The level to which a ward sends its submission for ``award`` on ``day``; ``None`` where its chairman decides.

    Until 30/6/2025 what the province decides goes there through the city, by practice.
    """
    rule = authority(law, award, day).value
    above = [level for level in rule.deciders if level is not Level.WARD]
    if not above:
        return None
    return Level.CITY if rule.submits is Level.CITY else above[0]


def submission_objection(law: Law, award: Award, name: str, day: date) -> Objection | None:
    """The objection to a ward's submission of ``day`` that asks a higher level for ``award``, or ``None``."""
    found = authority(law, award, day)
    if submitted_to(law, award, day) is not None:
        return None
    return found.objection(
        rule="award_is_the_wards",
        about=f"{name}, {quoted(award)}",
        reason=f"Ngày {numeric_date(day)}, {Level.WARD} tự quyết định tặng, không trình cấp trên.",
        remedy="Hãy lập quyết định khen thưởng (decision) và để trống cột “Trình cấp trên” của dòng này.",
    )


def addressee_objection(law: Law, award: Award, day: date, wanted: str, addressees: Iterable[str]) -> Objection | None:
    """The objection to a submission for ``award`` that is not sent to the committee ``wanted``, or ``None``.

    Only a warning where it is practice alone that the submission goes to that level.
    """
    addressees = tuple(addressees)
    if any(matching_key(wanted) in matching_key(addressee) for addressee in addressees):
        return None
    found = authority(law, award, day)
    tell = found.reminder if found.value.by_practice else found.objection
    practice = " Gửi qua cấp này là thông lệ, văn bản không quy định." if found.value.by_practice else ""
    return tell(
        rule="submission_addressee",
        about=quoted(award),
        reason=f"Ngày {numeric_date(day)}, nơi nhận tờ trình là Chủ tịch {wanted}; kính gửi đang ghi: "
        f"{listing(addressees) or 'chưa ghi ai'}.{practice}",
        remedy=f"Hãy ghi “Chủ tịch {wanted}” ở mục kính gửi (addressees) của tờ trình.",
    )


def issuer_objection(law: Law, issuer: str, committee: str, day: date, *, decides: bool) -> Objection | None:
    """The objection to awards that another body than the committee submits or, where it ``decides``, gives."""
    if matching_key(issuer) == matching_key(committee):
        return None
    act = "quyết định khen thưởng" if decides else "đề nghị khen thưởng"
    return statement(law, "award_issuer_decides" if decides else "award_issuer_submits", day).objection(
        rule="award_issuer",
        about=issuer,
        reason=f"Không có thẩm quyền {act}; thẩm quyền thuộc về Chủ tịch {committee}.",
        remedy=f"Hãy sửa cơ quan ban hành (issuer) thành {committee}.",
    )


def two_levels_since(law: Law) -> date:
    """The first day of government in two levels: that on which nobody at the level of a city decides any more."""
    ends = [law.period(row).last for row in law.authorities if Level.CITY in row.deciders]
    last = max(filter(None, ends), default=None)
    return last + timedelta(days=1) if last else date.max
