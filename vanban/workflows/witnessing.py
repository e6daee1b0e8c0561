"""Hold the register against what was seen of it before: heads kept apart from it, and papers that the clerk has.

A copy of last week proves itself as well as the newest register does. Only what lies elsewhere knows better: the heads
beside the data and on the machine, and the published files.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from vanban.archive import Archive, Witnesses
from vanban.domain.damage import Damage, Harm
from vanban.domain.ledger import Event
from vanban.domain.register_entry import Entry
from vanban.domain.witness import Occasion, WitnessedHead
from vanban.errors import (
    ForkedRegister,
    LostRegister,
    OlderThanWitnessed,
    RestoredRegister,
    RewrittenRegister,
    TwoHistories,
    VanbanError,
)
from vanban.register import Register
from vanban.workflows.issuing_terms import Places, files_of

_PUBLISHED: Final = re.compile(r"(\d{4,})_[A-Za-z0-9-]+_\d{4}\.(docx|pdf)")
_SHOWN: Final = 10


def require_newest(places: Places, register: Register) -> None:
    """The register contains every head that was seen of it, and the number of every published paper.

    Raises:
        OlderThanWitnessed: it is an older copy; the papers that are newer are named.
        RewrittenRegister: it is another history than the one that was seen.
    """
    for fault in _faults(places, register):
        raise fault


def damages(places: Places, register: Register) -> Iterator[Damage]:
    """The same as findings of a check, and witnesses that cannot be read."""
    for fault in _faults(places, register):
        yield Damage(harm=Harm.WITNESS, reason=fault.said)
    for witnesses in _kept(places):
        witnesses.heads()
        if witnesses.damaged:
            reason = "Tệp giữ đầu chuỗi đã chứng kiến có dòng không đọc được."
            yield Damage(harm=Harm.WITNESS_ILLEGIBLE, path=witnesses.path.name, reason=reason)


def require_contains(places: Places, events: Sequence[Event], entries: Iterable[Entry]) -> None:
    """A history that is about to become the register contains every head that was seen, and every published number.

    Raises :class:`OlderThanWitnessed`, :class:`RewrittenRegister`.
    """
    held = {event.seq: event.hash for event in events}
    for one in _of(_all(places), held.get(1)):
        if one.head.seq not in held:
            raise OlderThanWitnessed(path=places.register, papers=_event(one))
        if held[one.head.seq] != one.head.hash:
            raise RewrittenRegister(path=places.register, seq=one.head.seq, moment=one.moment)
    given: dict[tuple[str, int], int] = {}
    for entry in entries:
        series = entry.series, entry.year
        given[series] = max(entry.ordinal, given.get(series, 0))
    papers = newer_papers(places, given, lambda: {series: ordinal + 1 for series, ordinal in given.items()})
    if papers:
        raise OlderThanWitnessed(path=places.register, papers=", ".join(papers[:_SHOWN]))


def require_one_history(places: Places, archive: Archive, entries: Iterable[Entry]) -> None:
    """No published file is a document that was issued under the number of another. Raises :class:`TwoHistories`.

    A file that the clerk changed is in no archive; one that another copy of the office has issued is.
    """
    twice = twice_given(places, archive, entries)
    if twice:
        raise TwoHistories(documents="; ".join(reason for _, reason in twice[:_SHOWN]))


def twice_given(places: Places, archive: Archive, entries: Iterable[Entry]) -> tuple[tuple[str, str], ...]:
    """The numbers under which the clerk has another issued document than the register: each with a sentence."""
    found = []
    for entry in entries:
        for item, path in files_of(places, entry):
            number = f"{entry.number} năm {entry.year}"
            if path.is_file() and (seal := _sha256(path)) != item.sha256 and archive.path_of(seal).exists():
                where = path.relative_to(places.published).as_posix()
                found.append((number, f"số {number} trong sổ là “{entry.subject}”, tệp {where} là văn bản khác"))
                break
    return tuple(found)


def require_home(places: Places, register: Register) -> None:
    """The register is written where it always was, or the folder was moved whole. Raises :class:`ForkedRegister`.

    A copy that issues would give the numbers that the original gives; one out of a backup those given since. Raises
    :class:`RestoredRegister` for that.
    """
    if places.restored and places.restored.exists():
        raise RestoredRegister(path=places.register)
    home = _newest(_seen(places, register))
    if not (home and home.place and places.place) or home.place == places.place:
        return
    machine, _, folder = home.place.partition(":")
    if places.place.startswith(f"{machine}:") and places.gone(folder):
        return
    raise ForkedRegister(here=places.place.partition(":")[2], home=folder, machine=machine)


def require_none_before(places: Places) -> None:
    """No register was ever here of which somebody saw a head. Raises :class:`LostRegister`."""
    for witnesses in _kept(places):
        lost = _newest(one for one in witnesses.heads() if not one.given_up)
        if lost:
            raise LostRegister(path=places.register, last=_last(lost), witness=witnesses.path)


def note(places: Places, register: Register, occasion: Occasion = Occasion.RECORDED, moment: str = "") -> None:
    """Keep the register's head in every place for it. For one writer at a time."""
    if not (head := register.head()).seq:
        return
    # Other processes may have added events since.
    newest = next(iter(register.events(after=head.seq - 1)))
    seen = WitnessedHead(
        register_id=register.hash_of(1) or "",
        head=head,
        moment=newest.moment,
        occasion=occasion,
        place=places.place,
        last=last_numbers(register),
        seen_at=moment,
    )
    for witnesses in _kept(places):
        witnesses.note(seen)


def newest(places: Places) -> WitnessedHead | None:
    """The newest head that was seen of whatever register lay here."""
    return _newest(_all(places))


def last_numbers(register: Register) -> dict[str, int]:
    """The last number of each series and year that has any: ``ke-hoach/2024``."""
    last = {f"{one.series}/{one.year}": register.next_ordinal(one.series, one.year) - 1 for one in register.openings()}
    return {name: ordinal for name, ordinal in last.items() if ordinal}


def seen(places: Places, register: Register) -> tuple[WitnessedHead, ...]:
    """Every head that was seen of this register, each once, the oldest first."""
    found: list[WitnessedHead] = []
    for one in _seen(places, register):
        if one not in found:
            found.append(one)
    return tuple(found)


def given_beyond(places: Places, register: Register, year: int) -> dict[str, int]:
    """The last number of each series of that year that was seen, or lies among the papers, and the register lacks."""
    found: dict[str, int] = {}
    newest = _newest(_seen(places, register))
    for name, ordinal in (newest.last if newest else {}).items():
        series, _, of = name.partition("/")
        if int(of) == year and ordinal >= register.next_ordinal(series, year):
            found[series] = ordinal
    opened = ((one.series, one.year) for one in register.openings() if one.year == year)
    for path in newer_papers(places, opened, lambda: _upcoming(register)):
        _, series, name = path.split("/")
        found[series] = max(found.get(series, 0), int(name.partition("_")[0]))
    return dict(sorted(found.items()))


def give_up(places: Places, register: Register) -> None:
    """Take every head that the register does not contain for lost: a person has answered for the numbers after it."""
    for witnesses in _kept(places):
        heads = witnesses.heads()
        witnesses.rewrite(
            tuple(
                one if register.hash_of(one.head.seq) == one.head.hash else one.model_copy(update={"given_up": True})
                for one in heads
            )
        )


def newer_papers(
    places: Places, series: Iterable[tuple[str, int]], upcoming: Callable[[], Mapping[tuple[str, int], int]]
) -> tuple[str, ...]:
    """The published files of these series and years whose numbers are not given yet by what is ``upcoming`` in each.

    That is asked after the files are listed: other processes give a number before they publish it.
    """
    names = {one: _names(places.published / str(one[1]) / one[0]) for one in sorted(set(series), key=_by_folder)}
    known = upcoming() if any(names.values()) else {}
    return tuple(
        f"{one[1]}/{one[0]}/{name}"
        for one, listed in names.items()
        if one in known
        for name in sorted(_maybe_later(listed, known[one]))
        if (found := _PUBLISHED.fullmatch(name)) and int(found[1]) >= known[one]
    )


def _maybe_later(names: list[str], ordinal: int) -> list[str]:
    """Of the names of a year those that could be of that number or a later one: a look at each of ten thousand."""
    first = f"{ordinal:04d}"
    return [name for name in names if name >= first or name[4:5] != "_"]


def _by_folder(one: tuple[str, int]) -> tuple[str, str]:
    return str(one[1]), one[0]


def _names(folder: Path) -> list[str]:
    """What lies in a folder, without a path for each: a full office has ten thousand files a year."""
    return os.listdir(folder) if folder.is_dir() else []  # noqa: PTH208


def _still_given(register: Register) -> list[tuple[str, int]]:
    """The series and years in which numbers may have been given that an older copy of the register lacks.

    The days of a series never go back (:func:`vanban.domain.issuing_day.check_day`), so no number was given after the
    copy was made in a year before the one of its last day.
    """
    openings = register.openings()
    last = {series: register.last_day(series) for series in {opening.series for opening in openings}}
    return [(one.series, one.year) for one in openings if (day := last[one.series]) is None or one.year >= day.year]


def _upcoming(register: Register) -> dict[tuple[str, int], int]:
    years = [(opening.series, opening.year) for opening in register.openings()]
    return {one: register.next_ordinal(*one) for one in years}


def _faults(places: Places, register: Register) -> Iterator[VanbanError]:
    seen = _seen(places, register)
    if seen and seen[0].register_id != register.hash_of(1):
        yield RewrittenRegister(path=register.path, seq=seen[-1].head.seq, moment=seen[-1].moment)
        return
    for one in seen:
        held = register.hash_of(one.head.seq)
        if held is not None and held != one.head.hash:
            yield RewrittenRegister(path=register.path, seq=one.head.seq, moment=one.moment)
            return
    newest = _newest(seen)
    papers = newer_papers(places, _still_given(register), lambda: _upcoming(register))
    if newest and newest.head.seq > register.head().seq:
        named = ", ".join(papers[:_SHOWN]) or _missing(register, newest)
        yield OlderThanWitnessed(path=register.path, papers=named)
    elif papers:
        yield OlderThanWitnessed(path=register.path, papers=", ".join(papers[:_SHOWN]))


def _missing(register: Register, newest: WitnessedHead) -> str:
    """Which numbers the register has not given that were given when ``newest`` was seen; else its last event."""
    missing = []
    for name, ordinal in sorted(newest.last.items()):
        series, _, year = name.partition("/")
        first = register.next_ordinal(series, int(year))
        if ordinal >= first:
            until = f" đến {ordinal:02d}" if ordinal > first else ""
            missing.append(f"số {first:02d}{until} năm {year} (“{series}”)")
    return ", ".join(missing) or _event(newest)


def _last(seen: WitnessedHead) -> str:
    return ", ".join(f"{name}: {ordinal:02d}" for name, ordinal in sorted(seen.last.items())) or "chưa cấp số nào"


def _event(seen: WitnessedHead) -> str:
    return f"việc thứ {seen.head.seq}, lúc {seen.moment}"


def _seen(places: Places, register: Register) -> tuple[WitnessedHead, ...]:
    """What was seen of this register, in order; nothing where it is empty."""
    return _of(_all(places), register.hash_of(1)) if register.head().seq else ()


def _all(places: Places) -> tuple[WitnessedHead, ...]:
    heads = (one for witnesses in _kept(places) for one in witnesses.heads() if not one.given_up)
    return tuple(sorted(heads, key=lambda one: one.head.seq))


def _of(heads: tuple[WitnessedHead, ...], identity: str | None) -> tuple[WitnessedHead, ...]:
    """Those of the register that begins with ``identity``; all where none is: then it is another register."""
    return tuple(one for one in heads if one.register_id == identity) or heads


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _newest(seen: Iterable[WitnessedHead]) -> WitnessedHead | None:
    return max(seen, key=lambda one: one.head.seq, default=None)


def _kept(places: Places) -> tuple[Witnesses, ...]:
    return tuple(map(Witnesses, places.witnesses))
