"""The harness finds the mistakes that people make in such a protocol: each is planted, and must not go unseen."""

from __future__ import annotations

import itertools
import os
import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from invariants import Acknowledged, entries, when_whole, while_broken
from small_office import NOON, draft, founded, issued, places_in, recovered, render
from torture.auditor import answered, audited
from torture.kill import killed_at, points_of, started, telling

import vanban.domain.ledger
import vanban.register.register
from vanban import durable
from vanban.archive import Archive, Ledger
from vanban.domain.ledger import EventFields
from vanban.domain.register_entry import ObjectRole
from vanban.errors import VanbanError
from vanban.register import Register
from vanban.workflows import issuing
from vanban.workflows.issuing_terms import Outcome, Places, Recovery

Patch = pytest.MonkeyPatch


def _seen_by_killing(root: Path) -> str | None:
    """Killed at every point, then recovered: what is wrong then."""
    office = root / "office"
    first = issued(founded(office), "first", "a", "b")
    told = [
        Acknowledged("first", tuple(row.number for row in first.entries), tuple(row.sha256 for row in first.entries))
    ]
    trial = places_in(Path(shutil.copytree(office, root / "trial")))
    for fatal in telling(points_of(partial(issued, trial, "second", "c")), every=1):
        places = places_in(Path(shutil.copytree(office, root / str(fatal))))
        killed_at(fatal, partial(issued, places, "second", "c"))
        found = while_broken(places)
        if not found:
            recovered(places)
            found = when_whole(places, told, render)
            found += [f"{entry.number} was given up" for entry in entries(places) if entry.void_reason]
        if found:
            return found[0]
    return None


def _seen_by_crowding(root: Path) -> str | None:
    """Eight at once, ten batches each."""
    places = founded(root)
    children = [started(partial(_ten, places, str(me))) for me in range(8)]
    ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    rows = [entry.number for entry in entries(places)]
    if any(ends) or len(rows) != 80:
        return f"ends {ends}, {len(rows)} rows"
    return next(iter(when_whole(places, [], render)), None)


def _ten(places: Places, me: str) -> None:
    for number in range(10):
        issued(places, f"{me}-{number}", f"{me}-{number}")


def _seen_by_clearing(root: Path) -> str | None:
    """Temporary files are cleared while their writer is held up at each of its steps, then goes on."""
    places = founded(root)
    child = started(partial(_held_up_everywhere, places))
    status = os.waitpid(child, os.WUNTRACED)[1]
    while os.WIFSTOPPED(status):
        for folder in (places.archive / "staging", places.publishing):
            if folder.is_dir():
                durable.remove_leftovers(folder)
        os.kill(child, signal.SIGCONT)
        status = os.waitpid(child, os.WUNTRACED)[1]
    if status:
        return f"its writer ended with {os.waitstatus_to_exitcode(status)}"
    return next(iter(when_whole(places, [], render)), None)


def _held_up_everywhere(places: Places) -> None:
    durable.point = lambda name: os.kill(os.getpid(), signal.SIGSTOP)  # in a child that ends with the deed
    issued(places, "one", "a")


def _seen_by_auditing(root: Path, patch: Patch) -> str | None:
    places = founded(root)
    with audited(places, patch) as auditor:
        issued(places, "one", "a")
        answered(auditor, places)
    return next(iter(auditor.faults), None)


def _seen_by_repeating(root: Path) -> str | None:
    places = founded(root)
    first, again = issued(places, "one", "a"), issued(places, "one", "a")
    return None if first.entries == again.entries and len(entries(places)) == 1 else "the number was given twice"


def _seen_by_looking(root: Path) -> str | None:
    places = founded(root)
    issued(places, "one", "a", "b")
    return next(iter(when_whole(places, [], render)), None)


def _seen_by_forging(root: Path) -> str | None:
    """Somebody changes who did it, everywhere but in the seals."""
    places = founded(root)
    issued(places, "one", "a")
    with closing(sqlite3.connect(places.register)) as connection, connection:
        for table in ("journal", "batch"):
            connection.execute(f"DROP TRIGGER {table}_no_update")
            connection.execute(f"UPDATE {table} SET actor = 'Hoa'")
        for (statement,) in _guards():
            connection.execute(statement)
    with Register.open(places.register) as register:
        return None if register.damages() else "a forged row went unseen"


def _guards() -> list[tuple[str]]:
    from vanban.register.connection import in_memory

    query = "SELECT sql FROM sqlite_master WHERE name IN ('journal_no_update', 'batch_no_update')"
    with closing(in_memory()) as fresh:
        return fresh.execute(query).fetchall()


def _seen_by_half_an_object(root: Path) -> str | None:
    """A file under the right name with half of its bytes: what a power cut leaves where nobody synced."""
    places = founded(root)
    data = render(issuing.Numbered(draft("a").request, 1, NOON.date(), draft("a").inputs)).pieces[0].data
    archive = Archive(places.archive)
    path = archive.path_of(archive.put(ObjectRole.WORD, "x.docx", data).sha256)
    path.chmod(0o644)
    path.write_bytes(data[: len(data) // 2])
    issued(places, "one", "a")
    return next(iter(when_whole(places, [], render)), None)


def _seen_by_voiding(root: Path) -> str | None:
    places = founded(root)
    issued(places, "one", "a", "b")
    issuing.void(places, entries(places)[1].entry_key, "không ký", NOON, "Lan")
    issued(places, "two", "c")
    return next(iter(when_whole(places, [], render)), None)


# What is planted


def _write_in_place(patch: Patch) -> None:
    def put(path: Path, data: bytes, via: Path | None, read_only: bool, rename: object) -> None:
        durable.make_folder(path.parent)
        with path.open("wb", buffering=0) as stream:
            stream.write(data[: len(data) // 2])
            durable.point("piece-written")
            stream.write(data[len(data) // 2 :])
            durable.point("piece-written")

    patch.setattr(durable, "_put", put)


def _publish_before_commit(patch: Patch) -> None:
    def settle(self: Archive, manifest: object, _real: Callable[..., object] = Archive.settle) -> object:
        found = _real(self, manifest)
        target = self.root.parent.parent / "out" / "issued" / "2024" / "chung" / "0003_KH-UBND_2024.docx"
        durable.write(target, self.get(found.objects[0]))  # type: ignore[attr-defined]
        return found

    patch.setattr(Archive, "settle", settle)


def _no_recovery(patch: Patch) -> None:
    patch.setattr(issuing, "_left_behind", lambda *_: ())


def _roll_back(patch: Patch) -> None:
    def back(places: Places, archive: Archive, register: Register, *_: object) -> tuple[Path, ...]:
        for entry in register.reserved():
            register.void(entry.entry_key, "x", NOON, "Lan")
        register.finish("second")
        issuing.project(places, register)
        return ()

    def recover(*args: object, _real: Callable[..., Recovery] = issuing.recover, **named: object) -> Recovery:
        with patch.context() as inner:
            inner.setattr(issuing, "_finish", back)
            return _real(*args, **named)

    patch.setattr("small_office.recover", recover)


def _no_key(patch: Patch) -> None:
    numbers = itertools.count()
    real = issuing.issue

    def issue(places: Places, batch: object, drafts: Sequence[issuing.Draft], *rest: object) -> Outcome:
        number = next(numbers)
        fresh = [replace(item, request=item.request.model_copy(update={"revision": number})) for item in drafts]
        return real(places, replace(batch, key=f"key-{number}"), fresh, *rest)  # type: ignore[type-var, arg-type]

    patch.setattr("small_office.issue", issue)


def _unstable_render(patch: Patch) -> None:
    times = itertools.count()

    def again(numbered: issuing.Numbered) -> issuing.RenderedDocument:
        made = render(numbered)
        pieces = (*made.pieces[:1], replace(made.pieces[1], data=made.pieces[1].data + str(next(times)).encode()))
        return replace(made, pieces=pieces)

    patch.setattr("small_office.render", again)


def _no_transaction(patch: Patch) -> None:
    @contextmanager
    def transaction(connection: sqlite3.Connection) -> Iterator[None]:
        yield

    patch.setattr(vanban.register.register, "transaction", transaction)


def _no_sync_of_files(patch: Patch) -> None:
    def fill(handle: int, data: bytes, before: int = 0) -> None:
        os.write(handle, data)

    patch.setattr(durable, "_fill", fill)


def _no_sync_of_folders(patch: Patch) -> None:
    patch.setattr(durable, "_sync_folder", lambda folder: None)


def _no_sync_above_new_folders(patch: Patch) -> None:
    patch.setattr(durable, "make_folder", lambda path: path.mkdir(parents=True, exist_ok=True))


def _clear_the_living(patch: Patch) -> None:
    def remove(path: Path) -> bool:
        with suppress(FileNotFoundError):
            path.unlink()
        return True

    patch.setattr(durable, "_remove_unheld", remove)


def _seal_without_actor(patch: Patch) -> None:
    def seal(said: EventFields, _real: Callable[[EventFields], str] = vanban.domain.ledger._seal) -> str:
        return _real(said._replace(actor=""))

    patch.setattr(vanban.domain.ledger, "_seal", seal)


def _existence_is_enough(patch: Patch) -> None:
    patch.setattr(Archive, "_holds", lambda self, path, item: path.is_file())


def _another_number_printed(patch: Patch) -> None:
    def wrong(numbered: issuing.Numbered) -> issuing.RenderedDocument:
        return render(replace(numbered, ordinal=numbered.ordinal + 1))

    patch.setattr("small_office.render", wrong)


def _day_taken_when_rendering(patch: Patch) -> None:
    def wrong(numbered: issuing.Numbered) -> issuing.RenderedDocument:
        return render(replace(numbered, day=numbered.day + timedelta(days=1)))

    patch.setattr("small_office.render", wrong)


def _ledger_before_commit(patch: Patch) -> None:
    real = Register._record

    def record(self: Register, *args: object) -> None:
        real(self, *args)  # type: ignore[arg-type]
        Ledger(self.path.parent / "archive" / "ledger.jsonl").add(self.events())

    patch.setattr(Register, "_record", record)


def _answer_before_entering(patch: Patch) -> None:
    patch.setattr(issuing, "_finish", lambda *_: ())


def _done_before_publishing(patch: Patch) -> None:
    real = issuing.publish

    def publish(places: Places, archive: Archive, entry: object, register: Register) -> tuple[Path, ...]:
        register.finish(entry.batch)  # type: ignore[attr-defined]
        return real(places, archive, entry, register)  # type: ignore[arg-type]

    patch.setattr(issuing, "publish", publish)


def _nothing_cleared(patch: Patch) -> None:
    patch.setattr(durable, "remove_leftovers", lambda folder: ())


def _torn_line_stays(patch: Patch) -> None:
    real = durable.append
    patch.setattr(
        durable,
        "append",
        lambda path, data, after: real(path, data, after=path.stat().st_size if path.exists() else 0),
    )

    def fill(handle: int, data: bytes, before: int = 0) -> None:
        for start in (0, len(data) // 2):
            os.write(handle, data[start : start + len(data) // 2 + 1] if start else data[: len(data) // 2])
            durable.point("piece-written")

    patch.setattr(durable, "_fill", fill)


def _void_numbers_again(patch: Patch) -> None:
    def next_ordinal(self: Register, series: str, year: int) -> int:
        held = [row.ordinal for row in self.entries() if row.series == series and row.state != "void"]
        return max(held, default=0) + 1

    patch.setattr(Register, "next_ordinal", next_ordinal)


_BUGS: list[tuple[Callable[[Patch], None], Callable[..., str | None]]] = [
    (_write_in_place, _seen_by_killing),
    (_publish_before_commit, _seen_by_killing),
    (_no_recovery, _seen_by_killing),
    (_roll_back, _seen_by_killing),
    (_ledger_before_commit, _seen_by_killing),
    (_done_before_publishing, _seen_by_killing),
    (_nothing_cleared, _seen_by_killing),
    (_torn_line_stays, _seen_by_killing),
    (_no_transaction, _seen_by_crowding),
    (_clear_the_living, _seen_by_clearing),
    (_no_sync_of_files, _seen_by_auditing),
    (_no_sync_of_folders, _seen_by_auditing),
    (_no_sync_above_new_folders, _seen_by_auditing),
    (_no_key, _seen_by_repeating),
    (_unstable_render, _seen_by_looking),
    (_another_number_printed, _seen_by_looking),
    (_day_taken_when_rendering, _seen_by_looking),
    (_answer_before_entering, _seen_by_looking),
    (_seal_without_actor, _seen_by_forging),
    (_existence_is_enough, _seen_by_half_an_object),
    (_void_numbers_again, _seen_by_voiding),
]


@pytest.mark.parametrize(("plant", "look"), _BUGS, ids=[plant.__name__.strip("_") for plant, _ in _BUGS])
def test_a_planted_bug_is_seen(
    plant: Callable[[Patch], None], look: Callable[..., str | None], tmp_path: Path, monkeypatch: Patch
) -> None:
    plant(monkeypatch)
    arguments = (tmp_path, monkeypatch) if look is _seen_by_auditing else (tmp_path,)
    try:
        seen = look(*arguments)
    except (VanbanError, AssertionError, OSError) as error:
        seen = str(error)
    assert seen


@pytest.mark.parametrize("look", sorted({look for _, look in _BUGS}, key=lambda look: look.__name__))
def test_without_a_bug_nothing_is_seen(look: Callable[..., str | None], tmp_path: Path, monkeypatch: Patch) -> None:
    arguments = (tmp_path, monkeypatch) if look is _seen_by_auditing else (tmp_path,)
    assert look(*arguments) is None
