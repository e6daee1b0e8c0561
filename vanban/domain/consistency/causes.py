"""One mistake, one message: what follows from a mistake is counted where the mistake is told.

A key that was changed in the table of people and nowhere else is one mistake, however many rows still say the old one:
it is told at its row, and everything else is asked of the year as it would be with the key put right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Final, NamedTuple

from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.receiver import receiver_rows
from vanban.domain.record import Record
from vanban.domain.suggestion import nearest, plain
from vanban.domain.year import Year, workplaces

IS_KEY: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")
"""Keys stand in file names, on command lines and between braces."""

_SEVERAL: Final = 2
"""So many places that say one key are right, rather than the one row that says another."""

_COUNTS: Final = ("titles_counted",)
"""Rules that hold a typed number against the people who are named: untrue while somebody is not found."""

Check = Callable[[Year], Iterable[Fault]]


class ChangedKey(NamedTuple):
    """A row whose key is not the one by which so many places name it."""

    part: str
    position: int
    key: str
    places: int

    def fault(self, year: Year) -> Fault:
        """The one message about it."""
        row = getattr(year, self.part)[self.position]
        return Fault(
            path=(self.part, self.position, "key"),
            value=row.key,
            reason=f"Mã của “{row.name}” ở đây khác với mã “{self.key}” mà {self.places} chỗ khác đang dùng.",
            remedy=f"Hãy sửa mã ở đây thành “{self.key}”; nếu mã mới đúng thì sửa cả {self.places} chỗ dùng mã này.",
        )


class Examined(NamedTuple):
    """What was found wrong with a year, each mistake once.

    ``right`` is the year with the changed keys put right and with everybody at a workplace that is there, of which to
    ask whatever else there is to ask; ``lost`` are the rows that name nobody, of whom nothing else is worth saying.
    """

    faults: tuple[Fault, ...]
    right: Year
    lost: frozenset[Path]

    def without_consequences(self, faults: Iterable[Fault]) -> tuple[Fault, ...]:
        """Those of ``faults`` that say something of other rows, or of another field of a lost one."""
        counted = _COUNTS if self.lost else ()
        return tuple(
            fault for fault in faults if (*fault.path[:2], fault.value) not in self.lost and fault.rule not in counted
        )


def told_once(year: Year, check: Check) -> Examined:
    """What ``check`` finds in ``year``, each mistake once: changed keys first, then what is left with them right."""
    faults = tuple(check(year))
    changed, right = _put_right(year, faults)
    rest = tuple(check(right)) if changed else faults
    lost = frozenset((*fault.path[:2], str(fault.value)) for fault in rest if _names_nobody(fault))
    made = Examined((), _placed(right), lost)
    causes = (fault for fault in rest if _names_nobody(fault) or fault in made.without_consequences([fault]))
    return made._replace(faults=(*(one.fault(year) for one in changed), *_counted(tuple(causes))))


def _placed(year: Year) -> Year:
    """The year with people at the workplace that was probably meant; without those who work nowhere that is known."""
    known = workplaces(year)
    if all(one.collective in known for one in year.people):
        return year
    meant = {one.collective: nearest(one.collective, known) for one in year.people if one.collective not in known}
    placed = tuple(
        one.model_copy(update={"collective": meant.get(one.collective) or one.collective})
        for one in year.people
        if one.collective in known or meant[one.collective]
    )
    return year.model_copy(update={"people": placed})


def _put_right(year: Year, faults: tuple[Fault, ...]) -> tuple[tuple[ChangedKey, ...], Year]:
    missing = [fault for fault in faults if _names_nobody(fault)]
    unknown = Counter(str(fault.value) for fault in missing)
    found = (_changed(year, key, number) for key, number in unknown.items() if IS_KEY.fullmatch(key))
    changed = tuple(one for one in found if one is not None)
    for one in changed:
        rows = tuple(
            row.model_copy(update={"key": one.key}) if position == one.position else row
            for position, row in enumerate(getattr(year, one.part))
        )
        year = year.model_copy(update={one.part: rows})
    return changed, year


def _names_nobody(fault: Fault) -> bool:
    """Whether the fault is a mention of somebody who is not there."""
    return fault.cause.startswith("/")


def _changed(year: Year, key: str, places: int) -> ChangedKey | None:
    """The one row that was most likely meant by ``key``; its own key is said nowhere."""
    meant = [
        (part, position)
        for part, position, row in receiver_rows(year)
        if row.key != key and _is_meant(row.key, row.name, key, places)
    ]
    if len(meant) != 1:
        return None
    part, position = meant[0]
    own = getattr(year, part)[position].key
    if plain(own) != plain(key) and any(path[:2] != (part, position) for path in _saying(own, (), year)):
        return None
    return ChangedKey(part, position, key, places)


def _is_meant(own: str, name: str, key: str, places: int) -> bool:
    """Keys are made from names without accents (``tran-thi-b``); or they differ in case, hyphens, zeros alone."""
    return plain(name) == plain(key) or (plain(own) == plain(key) and places >= _SEVERAL)


def _saying(text: str, path: Path, value: object) -> Iterator[Path]:
    """Where a year says exactly that, but as a row's own name or key of another sort."""
    if isinstance(value, str):
        if value == text:
            yield path
    elif isinstance(value, tuple):
        for position, row in enumerate(value):
            yield from _saying(text, (*path, position), row)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            if name != "law":
                yield from _saying(text, (*path, name), getattr(value, name))


def _counted(faults: tuple[Fault, ...]) -> Iterator[Fault]:
    """The faults in their order, those of one cause as the first of them, with how many more there are."""
    number = Counter(fault.cause for fault in faults if fault.cause)
    told: set[str] = set()
    for fault in faults:
        if fault.cause in told:
            continue
        told |= {fault.cause} - {""}
        more = number[fault.cause] - 1
        said = {"reason": f"{fault.reason} Còn {more} chỗ khác cũng dùng mã này."} if more > 0 else {}
        yield fault.model_copy(update={**said, "cause": ""}) if fault.cause else fault
