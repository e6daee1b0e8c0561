"""What must hold of an office whatever happened to it: I1 to I12, each a function that lists what is violated."""

from __future__ import annotations

import hashlib
import io
import sqlite3
import zipfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from vanban.archive import Archive
from vanban.domain.ledger import Head, unbroken
from vanban.domain.register_entry import Entry, EntryState, ObjectRole
from vanban.domain.wording import full_date
from vanban.register import Register
from vanban.workflows.issuing import inputs_of, request_of
from vanban.workflows.issuing_terms import Numbered, Places, Render, published_files


@dataclass(frozen=True)
class Acknowledged:
    """What a clerk was told: this batch has these numbers, and these are its files."""

    batch: str
    numbers: tuple[str, ...]
    sha256: tuple[str, ...]


_at_rest: dict[Path, tuple[Entry, ...]] | None = None


@contextmanager
def at_rest() -> Iterator[None]:
    """While nobody writes, the rows of an office are read once and not once for each invariant."""
    global _at_rest
    before, _at_rest = _at_rest, {} if _at_rest is None else _at_rest
    try:
        yield
    finally:
        _at_rest = before


def entries(places: Places) -> tuple[Entry, ...]:
    """All rows; none where there is no register."""
    if _at_rest is None:
        return _entries(places)
    if places.register not in _at_rest:
        _at_rest[places.register] = _entries(places)
    return _at_rest[places.register]


def _entries(places: Places) -> tuple[Entry, ...]:
    if not places.register.exists() or not places.register.stat().st_size:
        return ()
    with Register.open(places.register) as register:
        return register.entries()


def i1_numbers_are_one_to_n(places: Places) -> Iterator[str]:
    """No number missing, doubled or in an unknown state; a void one keeps its reason."""
    held: dict[tuple[str, int], list[Entry]] = defaultdict(list)
    for entry in entries(places):
        held[entry.series, entry.year].append(entry)
    first = {}
    if held:
        with Register.open(places.register) as register:
            first = {(opening.series, opening.year): opening.first for opening in register.openings()}
    for series, rows in held.items():
        numbers = [entry.ordinal for entry in rows if entry.state is not EntryState.PAPER]
        if numbers != list(range(first[series], first[series] + len(numbers))):
            yield f"I1 {series}: {numbers}"
        yield from (f"I1 void {entry.number} without a reason" for entry in rows if _void_without_reason(entry))


def _void_without_reason(entry: Entry) -> bool:
    return (entry.state is EntryState.VOID) != bool(entry.void_reason)


def i2_issued_rows_have_their_objects(places: Places) -> Iterator[str]:
    """Every object of an issued row is there byte for byte, its manifest too; every object has the name of its hash."""
    archive = Archive(places.archive)
    for entry in entries(places):
        if entry.state is EntryState.ISSUED:
            manifest = archive.manifest_path(entry.entry_key)
            if not manifest.is_file() or _sha256(manifest.read_bytes()) != entry.manifest_sha256:
                yield f"I2 manifest of {entry.number}"
            for item in (*entry.objects, *entry.inputs):
                path = archive.path_of(item.sha256)
                if not path.is_file() or _sha256(path.read_bytes()) != item.sha256:
                    yield f"I2 {item.name} of {entry.number}"
    for path in _files(archive.objects):
        if _sha256(path.read_bytes()) != path.name:
            yield f"I2 {path.name} is not what its name says"


def i3_only_issued_files_are_visible(places: Places) -> Iterator[str]:
    """Whatever the clerk sees belongs to an issued row and has just its bytes."""
    expected = {path: item.sha256 for entry in entries(places) for item, path in published_files(places, entry)}
    for path in _files(places.published):
        if path not in expected:
            yield f"I3 {path.name} is no issued file"
        elif _sha256(path.read_bytes()) != expected[path]:
            yield f"I3 {path.name} is not what was issued"


def i3_all_issued_files_are_visible(places: Places) -> Iterator[str]:
    """After recovery none is missing."""
    expected = {path for entry in entries(places) for _, path in published_files(places, entry)}
    yield from (f"I3 {path.name} is missing" for path in expected if not path.is_file())


def i4_nothing_is_left_behind(places: Places) -> Iterator[str]:
    """No temporary file, no batch half done."""
    for folder in (places.archive / "staging", places.publishing, places.published):
        yield from (f"I4 {path}" for path in _files(folder) if path.name.endswith(".tam"))
    with Register.open(places.register) as register:
        yield from (f"I4 batch {key} is not through" for key, _ in register.unfinished())


def i5_nothing_acknowledged_is_lost(places: Places, told: Iterable[Acknowledged]) -> Iterator[str]:
    """Every answer that was given still holds."""
    held: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries(places):
        held[entry.batch].append(entry)
    for answer in told:
        rows = sorted(held[answer.batch], key=lambda entry: entry.position)
        if tuple(entry.number for entry in rows) != answer.numbers:
            yield f"I5 {answer.batch}: {[entry.number for entry in rows]} instead of {answer.numbers}"
        if tuple(entry.sha256 for entry in rows) != answer.sha256:
            yield f"I5 {answer.batch}: other bytes"


def i6_repeating_changes_nothing(
    places: Places, repeat: Callable[[], Acknowledged], first: Acknowledged
) -> Iterator[str]:
    """The same request gets the same numbers and bytes, and nothing is added."""
    before = len(entries(places))
    again = repeat()
    if again != first:
        yield f"I6 {again} instead of {first}"
    if len(entries(places)) != before:
        yield "I6 rows were added"


def i7_number_and_day_are_printed(places: Places) -> Iterator[str]:
    """What stands in the Word file, the PDF, the text and the file name is what stands in the row."""
    archive = Archive(places.archive)
    for entry in entries(places):
        if entry.state is not EntryState.ISSUED:
            continue
        expected = f"Số: {entry.number}\n{full_date(entry.issued_on)}\n"
        for item in entry.objects:
            data = archive.get(item)
            if item.role is ObjectRole.WORD:
                data = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")
            if item.role is not ObjectRole.SIGNED_COPY and expected.encode() not in data:
                yield f"I7 {item.name} of {entry.number}"
        for _, path in published_files(places, entry):
            if not path.name.startswith(f"{entry.ordinal:04d}_"):
                yield f"I7 {path.name}"


def i8_the_chain_holds(places: Places, witnesses: Iterable[Head] = ()) -> Iterator[str]:
    """The chain reaches the head, passes every head that was printed, and every row follows from it."""
    with Register.open(places.register) as register:
        if unbroken(register.events()) != register.head():
            yield "I8 the chain is broken"
        for witness in witnesses:
            if witness.seq and register.hash_of(witness.seq) != witness.hash:
                yield f"I8 the head at {witness.seq} is another"
        yield from (f"I8 {damage}" for damage in register.damages())


def i8_the_ledger_is_a_prefix(places: Places, *, complete: bool) -> Iterator[str]:
    """The archive's ledger says the same as the register, only perhaps not yet all."""
    lines = list(Archive(places.archive).ledger.events())
    with Register.open(places.register) as register:
        events = list(register.events())
    if events[: len(lines)] != lines or (complete and len(lines) != len(events)):
        yield f"I8 ledger of {len(lines)} lines, register of {len(events)} events"


def i9_recovery_changes_nothing_more(places: Places, recovery: Callable[[], object]) -> Iterator[str]:
    """A second recovery leaves every byte as it is."""
    before = image_of(places)
    recovery()
    if image_of(places) != before:
        yield "I9 the second recovery changed something"


def i10_days_follow_numbers(places: Places) -> Iterator[str]:
    """A later number never has an earlier day."""
    valid = [entry for entry in entries(places) if entry.state in (EntryState.RESERVED, EntryState.ISSUED)]
    for before, after in pairwise(valid):
        if (before.series, before.year) == (after.series, after.year) and after.issued_on < before.issued_on:
            yield f"I10 {after.number} has an earlier day than {before.number}"


def i11_everything_can_be_made_again(places: Places, render: Render) -> Iterator[str]:
    """From the archived inputs the same bytes come out."""
    archive = Archive(places.archive)
    for entry in entries(places):
        if entry.state is EntryState.ISSUED:
            request = request_of(entry)
            rendered = render(Numbered(request, entry.ordinal, entry.issued_on, inputs_of(archive, request)))
            made = [_sha256(piece.data) for piece in rendered.pieces]
            kept = [item.sha256 for item in entry.objects if item.role is not ObjectRole.SIGNED_COPY]
            if made != kept:
                yield f"I11 {entry.number}"


def i12_no_value_was_changed(places: Places, asked: dict[str, dict[str, object]]) -> Iterator[str]:
    """What was asked for by a key is what stands in the row, to the last sign."""
    for entry in entries(places):
        for field, value in asked.get(entry.key, {}).items():
            if getattr(entry, field) != value:
                yield f"I12 {field} of {entry.number}"


@at_rest()
def while_broken(places: Places) -> list[str]:
    """What must hold even before recovery."""
    checks = (i1_numbers_are_one_to_n, i2_issued_rows_have_their_objects, i3_only_issued_files_are_visible,
              i10_days_follow_numbers)  # fmt: skip
    found = [fault for check in checks for fault in check(places)]
    return found + (list(i8_the_ledger_is_a_prefix(places, complete=False)) if entries(places) else [])


@at_rest()
def when_whole(places: Places, told: Iterable[Acknowledged], render: Render) -> list[str]:
    """What must hold after recovery."""
    return [
        *while_broken(places),
        *i3_all_issued_files_are_visible(places),
        *i4_nothing_is_left_behind(places),
        *i5_nothing_acknowledged_is_lost(places, told),
        *i7_number_and_day_are_printed(places),
        *i8_the_chain_holds(places),
        *i8_the_ledger_is_a_prefix(places, complete=True),
        *i11_everything_can_be_made_again(places, render),
        *(f"{entry.number} is {entry.state}" for entry in entries(places) if entry.state is EntryState.RESERVED),
    ]


def image_of(places: Places) -> dict[str, object]:
    """Every byte of an office, the register as its rows."""
    files = {str(path): path.read_bytes() for root in (places.archive, places.published) for path in _files(root)}
    connection = sqlite3.connect(places.register)
    try:
        return {**files, "register": list(connection.iterdump())}
    finally:
        connection.close()


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
