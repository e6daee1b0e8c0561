"""A thousand and a hundred thousand documents in register and archive: one number by itself, pages, the quick check.

    python bench/register.py            each against its limit, beside what SQLite and the disk alone take, in one run
    python bench/register.py --documents 10000 --at /dev/shm

Every number is a batch of its own through the whole protocol and is timed alone. The offices issue five thousand
documents a year. The quick check runs over the small office and over one of ten thousand documents.

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

from full_office import day_after, full_office  # noqa: E402
from small_office import batch, draft, render  # noqa: E402

from vanban.register import Query, Register  # noqa: E402
from vanban.workflows.issuing import issue  # noqa: E402
from vanban.workflows.issuing_terms import Places, Terms  # noqa: E402
from vanban.workflows.proving import verify  # noqa: E402

FEW, CHECKED, A_YEAR = 1_000, 10_000, 5_000
NUMBERS, PAGES, CHECKS = 200, 100, 3
NUMBER_S, PAGE_S, CHECK_S = 0.050, 0.2, 5.0
"""What a clerk waits for at most: ninety-nine of a hundred numbers and pages; the quick check in the median."""
AS_FAST = 1.5
"""So many times what it takes among few documents may the newest page take among many, in the median."""

_PAGE = "SELECT * FROM entry ORDER BY series, year, ordinal LIMIT 50 OFFSET ?"

_Answer = TypeVar("_Answer")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000, help="how many in the full office (100,000)")
    parser.add_argument("--at", type=Path, help="the folder in which to work (the system's temporary one)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.at) as folder:
        offices = {
            documents: _filled(Path(folder) / str(documents), documents) for documents in (FEW, options.documents)
        }
        held, newest = [], []
        for documents, places in offices.items():
            sys.stdout.write(f"\n{documents} documents\n")
            held.append(_numbers(places, Path(folder) / f"plain-{documents}.sqlite", documents))
            held.extend(_pages(places, documents, newest))
        as_fast = newest[1] <= newest[0] * AS_FAST
        sys.stdout.write(
            f"\nthe newest page: {newest[1] / newest[0]:.2f} times the time that it takes among {FEW}\n"
            f"  within {AS_FAST} times: {'holds' if as_fast else 'DOES NOT HOLD'}\n"
        )
        held.append(as_fast)
        held.append(_check(_filled(Path(folder) / "checked", min(CHECKED, options.documents))))
    raise SystemExit(not all(held))


def _filled(root: Path, documents: int) -> Places:
    root.mkdir()
    return full_office(root / "office", documents, A_YEAR)


def _numbers(places: Places, plain: Path, documents: int) -> bool:
    """One document by itself through the whole protocol, and one transaction of one row by SQLite alone, in turn."""
    bare = sqlite3.connect(plain, isolation_level=None)
    bare.execute("PRAGMA synchronous = EXTRA")
    bare.execute("CREATE TABLE entry (ordinal INTEGER PRIMARY KEY, subject TEXT) STRICT")
    moment = day_after(documents, A_YEAR)
    ours, theirs, begun = [], [], time.process_time()
    for number in range(NUMBERS):
        asked, wanted = batch(f"single-{number}", moment), [draft(f"single-{number}")]
        ours.append(_seconds(lambda: issue(places, asked, wanted, render, Terms(confirmed=True)))[0])  # noqa: B023
        theirs.append(_seconds(lambda: _bare(bare, f"single-{number}"))[0])  # noqa: B023
    each = (time.process_time() - begun) / NUMBERS
    _line("one number by itself, from asking to the answer", ours, theirs)
    sys.stdout.write(f"  {each * 1000:.1f} ms of CPU each: the rest is the disk, and what else the machine does\n")
    return _holds("p99", _worst(ours), NUMBER_S)


def _bare(connection: sqlite3.Connection, name: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO entry (subject) VALUES (?)", (name,))
    connection.execute("COMMIT")


def _pages(places: Places, documents: int, newest: list[float]) -> Iterator[bool]:
    """Pages of the register, each against its limit; the median of the newest one is added to ``newest``."""
    with Register.open(places.register, reading_only=True) as register:
        bare = sqlite3.connect(f"file:{places.register}?mode=ro", uri=True)
        for title, query in (
            ("the newest page", Query(newest_first=True)),
            ("a page from the middle", Query(offset=documents // 2)),
            ("a page of a search in every text", Query(text="phat dong thi dua")),
        ):
            ours = [_seconds(lambda: register.page(query))[0] for _ in range(PAGES)]  # noqa: B023
            theirs = [_seconds(lambda: bare.execute(_PAGE, (query.offset,)).fetchall())[0] for _ in range(PAGES)]  # noqa: B023
            _line(title, ours, theirs)
            if query.newest_first:
                newest.append(statistics.median(ours))
            yield _holds("p99", _worst(ours), PAGE_S)


def _check(places: Places) -> bool:
    """The quick check, and SQLite's own check with a walk over every file."""
    ours, theirs = [], []
    gc.disable()  # as the command does
    for _ in range(CHECKS):
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
