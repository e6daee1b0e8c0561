"""Ten thousand documents in the register and archive: giving numbers, one page of the book, a search, the quick check.

    python bench/register.py            each against its limit, beside what SQLite and the disk alone take, in one run
    python bench/register.py --documents 1000 --at /dev/shm

Ratios hold from machine to machine, absolute figures do not: a full disk cache and a quiet machine are not said here.
Exit code 1: a limit does not hold.
"""

from __future__ import annotations

import argparse
import gc
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from small_office import batch, draft, founded, render  # noqa: E402

from vanban.register import Query, Register  # noqa: E402
from vanban.workflows.issuing import issue  # noqa: E402
from vanban.workflows.issuing_terms import Places  # noqa: E402
from vanban.workflows.proving import verify  # noqa: E402

BATCH, ROUNDS = 25, 5
NUMBER_S, PAGE_S, CHECK_S = 0.050, 0.2, 5.0
"""What a clerk waits for at most: ninety-nine of a hundred numbers and pages; the quick check in the median."""

_PAGE = "SELECT * FROM entry ORDER BY series, year, ordinal LIMIT 50 OFFSET 5000"

_Answer = TypeVar("_Answer")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000, help="how many (10,000)")
    parser.add_argument("--at", type=Path, help="the folder in which to work (the system's temporary one)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.at) as folder:
        places = founded(Path(folder) / "office")
        plain = Path(folder) / "plain.sqlite"
        held = [
            _numbers(places, plain, options.documents // BATCH),
            *_pages(places, options.documents),
            _check(places),
        ]
    raise SystemExit(not all(held))


def _numbers(places: Places, plain: Path, batches: int) -> bool:
    """A batch through the whole protocol, and one transaction of as many rows by SQLite alone, in turn."""
    bare = sqlite3.connect(plain, isolation_level=None)
    bare.execute("PRAGMA synchronous = EXTRA")
    bare.execute("CREATE TABLE entry (ordinal INTEGER PRIMARY KEY, subject TEXT) STRICT")
    ours, theirs = [], []
    for number in range(batches):
        names = [f"{number}-{place}" for place in range(BATCH)]
        drafts = [draft(name) for name in names]
        ours.append(_seconds(lambda: issue(places, batch(f"b{number}"), drafts, render))[0] / BATCH)  # noqa: B023
        theirs.append(_seconds(lambda: _bare(bare, names))[0] / BATCH)  # noqa: B023
    _line("a number, from asking to the answer", ours, theirs)
    return _holds("p99", _worst(ours), NUMBER_S)


def _bare(connection: sqlite3.Connection, names: list[str]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.executemany("INSERT INTO entry (subject) VALUES (?)", [(name,) for name in names])
    connection.execute("COMMIT")


def _pages(places: Places, documents: int) -> Iterator[bool]:
    with Register.open(places.register, reading_only=True) as register:
        bare = sqlite3.connect(f"file:{places.register}?mode=ro", uri=True)
        for title, query in (
            ("a page of the register", Query(offset=documents // 2)),
            ("the newest page", Query(newest_first=True)),
            ("a page of a search in every text", Query(text="phat dong thi dua")),
        ):
            ours = [_seconds(lambda: register.page(query))[0] for _ in range(ROUNDS * 4)]  # noqa: B023
            theirs = [_seconds(lambda: bare.execute(_PAGE).fetchall())[0] for _ in range(ROUNDS * 4)]
            _line(title, ours, theirs)
            yield _holds("p99", _worst(ours), PAGE_S)


def _check(places: Places) -> bool:
    """The quick check, and SQLite's own check with a walk over every file."""
    ours, theirs = [], []
    gc.disable()  # as the command does
    for _ in range(ROUNDS):
        seconds, verdict = _seconds(lambda: verify(places))
        if not verdict.sound:
            raise SystemExit(f"the office is not sound: {verdict.damages[:3]}")
        ours.append(seconds)
        theirs.append(_seconds(lambda: _walked(places))[0])
    _line(f"quick check of {verdict.documents} documents", ours, theirs)
    return _holds("median", statistics.median(ours), CHECK_S)


def _walked(places: Places) -> None:
    sqlite3.connect(places.register).execute("PRAGMA integrity_check").fetchall()
    for folder in (places.archive, places.published):
        for path in folder.rglob("*"):
            path.stat()


def _seconds(work: Callable[[], _Answer]) -> tuple[float, _Answer]:
    began = time.perf_counter()
    answer = work()
    return time.perf_counter() - began, answer


def _line(title: str, ours: list[float], theirs: list[float]) -> None:
    ratio = statistics.median(ours) / statistics.median(theirs)
    sys.stdout.write(
        f"{title}: median {statistics.median(ours) * 1000:.1f} ms, p99 {_worst(ours) * 1000:.1f} ms;"
        f" {ratio:.1f} times what SQLite and the disk alone take\n"
    )


def _worst(seconds: list[float]) -> float:
    """Ninety-nine of a hundred are no slower."""
    return sorted(seconds)[max(0, round(len(seconds) * 0.99) - 1)]


def _holds(what: str, seconds: float, limit: float) -> bool:
    held = seconds <= limit
    sys.stdout.write(f"  {what} within {limit * 1000:.0f} ms: {'holds' if held else 'DOES NOT HOLD'}\n")
    return held


if __name__ == "__main__":
    main()
