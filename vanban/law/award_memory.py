"""Who an earlier award was given to, and what somebody was given before: the identity of the award memory.

A row with a key is that receiver's. Without a key it is the receiver of that very name whose year of birth and unit do
not speak against it. Where only the accents, the year of birth or the unit differ nobody decides but the clerk, once:
the answer is the key, or the key of whom it is not, in the row itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from vanban.domain.accents import accent_free
from vanban.domain.award import Award, EmulationTitle
from vanban.domain.award_decision import Awardee
from vanban.domain.consistency.fault import Fault, unknown
from vanban.domain.document import DocumentNumber
from vanban.domain.finding import Severity
from vanban.domain.given_award import GivenAward, award_key
from vanban.domain.nomination import PastAward
from vanban.domain.receiver import receiver, receiver_names, sorts_named
from vanban.domain.receiver_row import Receiver
from vanban.domain.rows import those
from vanban.domain.text import matching_key
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year, once_a_year

IN_THE_YEAR: Final[Mapping[str, str]] = {"campaign_decision": "campaigns", "sudden_decision": "sudden_achievements"}
"""The decisions of a year that reward before its end, and the lists in whose records they stand."""


@once_a_year
def remembered(year: Year) -> Mapping[str, tuple[GivenAward, ...]]:
    """The rows of the award memory by the key of the receiver, in the order of the file; doubtful ones are nobody's.

    What was revoked counts for nobody. What the year's own decisions gave is not told a second time.
    """
    found: dict[str, list[GivenAward]] = {}
    own = {str(DocumentNumber(ordinal=one.ordinal, symbol=one.symbol)).casefold() for one in year.issued}
    for row in year.award_history:
        if row.revoked_by or (row.year == year.year and _number(row.decision) in own):
            continue
        if key := _whose(year, row):
            found.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


@once_a_year
def revoked_awards(year: Year) -> Mapping[tuple[str, WorkYear, str], str]:
    """The decision that took an award back, by whose it was, its year and its name as awards are compared."""
    rows = [(key, row) for row in year.award_history if row.revoked_by and (key := _whose(year, row))]
    return {(key, row.year, award_key(row.award)): row.revoked_by or "" for key, row in rows}


def _whose(year: Year, row: GivenAward) -> str | None:
    """The key of whom a row is surely about."""
    return row.nominee or next((one.key for one in _alike(year, row) if _is(one, row)), None)


def issued_in_the_year(year: Year, key: str) -> Iterator[tuple[str, str, Awardee]]:
    """What issued decisions of the year itself gave that receiver: kind and key of the decision, and the award."""
    for kind, part in IN_THE_YEAR.items():
        for occasion in getattr(year, part):
            if year.issued_number(kind, occasion.key):
                yield from ((kind, occasion.key, row) for row in those(occasion.awardees, nominee=key))


def past_awards(
    year: Year, key: str, typed: tuple[PastAward, ...], given: tuple[PastAward, ...]
) -> tuple[PastAward, ...]:
    """``typed`` by hand and ``given`` by the memory, each award once, the latest year first."""
    known: dict[tuple[WorkYear, str, str], PastAward] = {}
    for row in (*typed, *given):
        known.setdefault((row.year, award_key(row.award), _number(row.decision)), row)
    return tuple(sorted(known.values(), key=lambda row: row.year.last, reverse=True))


def _number(decision: str) -> str:
    """The number in a citation, by which one decision is known however it is cited."""
    words = decision.replace(",", " ").split()
    return next((word.casefold() for word in words if "/" in word and word[:1].isdigit()), matching_key(decision))


def _alike(year: Year, row: GivenAward) -> tuple[Receiver, ...]:
    """Whoever has that name, accents apart, and is not said to be another."""
    keys = _by_name(year).get(accent_free(row.name), ())
    return tuple(receiver(year, key) for key in keys if key != row.not_nominee)


@once_a_year
def _by_name(year: Year) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, name in receiver_names(year).items():
        found.setdefault(accent_free(name), []).append(key)
    return {name: tuple(keys) for name, keys in found.items()}


def _is(one: Receiver, row: GivenAward) -> bool:
    """Whether the row is surely that receiver's: a person's year of birth must be said, nothing may speak against."""
    same_name = matching_key(one.name) == matching_key(row.name)
    same_unit = row.unit is None or matching_key(row.unit) in (matching_key(one.unit_name), matching_key(one.title))
    if not one.is_person:
        return same_name
    return same_name and same_unit and one.born_on is not None and one.born_on.year == row.born_year


def memory_faults(year: Year) -> Iterator[Fault]:
    """A row of the memory of which somebody must say whose it is, or whose key leads to nobody."""
    names = receiver_names(year)
    for position, row in enumerate(year.award_history):
        if row.nominee:
            if row.nominee not in names:
                found = unknown(("award_history", position, "nominee"), row.nominee, sorts_named(year.office), names)
                yield found.model_copy(update={"severity": Severity.WARNING})
            continue
        alike = _alike(year, row)
        if alike and not any(_is(one, row) for one in alike):
            yield _asked(position, row, alike[0])


def _asked(position: int, row: GivenAward, one: Receiver) -> Fault:
    born = f", sinh năm {one.born_on.year}" if one.born_on else ""
    return Fault(
        path=("award_history", position, "name"),
        value=row.name,
        reason=f"Có phải là {one.name}{born}, {one.title or one.name} (mã {one.key}) không? Họ tên giống nhau nhưng "
        "dấu, năm sinh hoặc đơn vị chưa khớp nên chương trình không tự nhận.",
        remedy=f"Nếu phải, hãy ghi mã “{one.key}” vào cột “Mã đối tượng”; nếu không phải, ghi mã ấy vào cột “Không "
        "phải đối tượng mang mã”. Lần sau chương trình không hỏi nữa.",
        severity=Severity.WARNING,
    )


def given_already(year: Year) -> Iterator[Fault]:
    """A nomination for an award that the memory has for the same year: by this unit or another, it was given."""
    for position, row in enumerate(year.nominations):
        wanted = row.counted_for or year.year
        for given in remembered(year).get(row.nominee, ()):
            if given.year == wanted and _same_award(row.award, given.award) and isinstance(row.award, EmulationTitle):
                yield Fault(
                    path=("nominations", position, "award"),
                    value=row.award.value,
                    reason=f"{given.name} đã được tặng {given.award} {given.year.phrase}: {given.decision}.",
                    remedy=(
                        "Hãy bỏ dòng đề nghị này, hoặc sửa dòng ghi nhầm trong bảng Khen thưởng các năm trước "
                        "(award_history.xlsx)."
                    ),
                    rule="given_already",
                )


def _same_award(award: Award, said: str) -> bool:
    return award_key(said) in {award_key(name) for name in (award.value, *getattr(award, "aliases", ()))}


RULES: Final = (memory_faults, given_already)
