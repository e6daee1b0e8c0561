"""What a clerk waits for walks over no whole table: the figures are ``make bench-register``'s, the reason is here."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from small_office import NOON, batch, draft, founded, issued, render, request

from vanban.domain.register_entry import EntryKey
from vanban.errors import DocumentsMissing, OlderThanWitnessed
from vanban.register import Query, Register
from vanban.workflows.issuing import issue
from vanban.workflows.issuing_terms import Terms

LARGE = ("entry", "of", "journal", "object", "sought", "batch")
"""``of`` is what some questions call the entries; the journal is only asked for its end."""
Asking = Callable[[Register], object]


def plans_of(path: Path, asking: Asking) -> list[str]:
    """How SQLite goes about every question that ``asking`` puts to the register at ``path``."""
    asked: list[str] = []
    with Register.open(path) as register:
        register._connection.set_trace_callback(asked.append)
        asking(register)
    steps = []
    plain = sqlite3.connect(path)
    for statement in asked:
        if statement.startswith("SELECT"):
            steps += [detail for *_, detail in plain.execute(f"EXPLAIN QUERY PLAN {statement}")]
    plain.close()
    return steps


def walks(steps: list[str]) -> list[str]:
    """Those that go over a whole large table, or sort all of it."""
    scans = [step for step in steps if step.split()[:2] in [["SCAN", table] for table in LARGE]]
    in_order = ("SCAN entry USING INDEX entry_newest", "SCAN journal")
    return [step for step in scans if step not in in_order] + [step for step in steps if "B-TREE FOR ORDER BY" in step]


@pytest.mark.parametrize(
    "asking",
    [
        lambda register: register.reserve(batch("moi"), [request("moi")]),
        lambda register: register.page(Query(newest_first=True)),
        lambda register: register.issued_as(2024, "plan", "a"),
        lambda register: register.last_day("chung"),
        lambda register: register.archived_sample(),
        lambda register: register.entry(EntryKey(series="chung", year=2024, ordinal=1)),
    ],
    ids=[
        "giving a number",
        "the newest page",
        "the numbers of one document",
        "the last day",
        "a sample of what is archived",
        "one number",
    ],
)
def test_no_question_that_a_clerk_waits_for_walks_over_every_entry(asking: Asking, tmp_path: Path) -> None:
    office = founded(tmp_path)
    issued(office, "a", "a", "b")
    steps = plans_of(office.register, asking)
    assert steps
    assert walks(steps) == []


def test_the_newest_page_is_by_day_then_series_then_number(tmp_path: Path) -> None:
    office = founded(tmp_path)
    issued(office, "a", "a", "b")
    issued(office, "b", "c", series="quyet-dinh")
    issued(office, "c", "d", moment=NOON.replace(day=6))
    with Register.open(office.register, reading_only=True) as register:
        page = register.page(Query(newest_first=True))
    assert [(entry.issued_on, entry.series, entry.ordinal) for entry in page] == [
        (date(2024, 3, 6), "chung", 3),
        (date(2024, 3, 5), "chung", 2),
        (date(2024, 3, 5), "chung", 1),
        (date(2024, 3, 5), "quyet-dinh", 1),
    ]


@pytest.mark.parametrize("newer", ["0003_KH-UBND_2024.docx", "10001_KH-UBND_2024.pdf"])
def test_a_published_paper_with_a_later_number_is_seen_however_many_digits_it_has(newer: str, tmp_path: Path) -> None:
    office = founded(tmp_path)
    issued(office, "a", "a", "b")
    (office.published / "2024" / "chung" / newer).write_bytes(b"x")
    with pytest.raises(OlderThanWitnessed, match=newer):
        issued(office, "b", "c")


def test_a_lost_document_of_an_earlier_year_is_told_before_the_next_number(tmp_path: Path) -> None:
    office = founded(tmp_path)
    issued(office, "a", *(f"d{number}" for number in range(30)))
    shutil.rmtree(office.archive / "documents" / "chung" / "2024")
    with pytest.raises(DocumentsMissing, match=r"năm 2024: số 01-30"):
        issue(office, batch("b", NOON.replace(year=2025)), [draft("e")], render, Terms(confirmed=True))
