"""Numbers that the paper book or the provincial system gave: passed over, taken, filled in, printed; none twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from invariants import entries
from small_office import NOON, batch, draft, founded, issued, places_in, render, request

from vanban.archive import EVERYTHING
from vanban.domain.office import IssuingBody
from vanban.domain.register_entry import Entry, EntryKey, EntryState
from vanban.errors import ClockBehind, DayBeforeLast, LateNumber, NotPossible, PaperBookNumber
from vanban.kinds.books import register_book
from vanban.register import Register
from vanban.workflows.issuing import issue, opened, recording
from vanban.workflows.issuing_terms import Outcome, Places
from vanban.workflows.proving import Restored, restore, verify

BODY = IssuingBody(
    key="ubnd",
    name="Ủy ban nhân dân phường",
    name_lines=("ỦY BAN NHÂN DÂN",),
    collective_name="ỦY BAN NHÂN DÂN",
    head_position="CHỦ TỊCH",
    abbreviation="UBND",
)
LATER = NOON + timedelta(days=2)


def given(places: Places, name: str, number: int, moment: datetime = NOON) -> Outcome:
    return issue(places, replace(batch(name, moment), given=number), [draft(name)], render)


def numbers(places: Places) -> list[tuple[int, str]]:
    return [(row.ordinal, row.key) for row in entries(places) if row.series == "chung"]


def unfilled(places: Places) -> list[int]:
    with opened(places, reading_only=True) as register:
        return [one.ordinal for one in register.unfilled()]


def paper(name: str, ordinal: int) -> Entry:
    return Entry(
        **dict(request(name)),
        year=2024,
        ordinal=ordinal,
        issued_on=NOON.date(),
        state=EntryState.PAPER,
        batch="p",
        position=0,
    )


def test_a_number_given_elsewhere_is_taken_and_those_before_it_stand_as_given_outside(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    given(places, "b", 5)
    issued(places, "three", "c")
    assert numbers(places) == [(1, "a"), (5, "b"), (6, "c")]
    assert unfilled(places) == [2, 3, 4]
    assert verify(places, EVERYTHING, render=render).damages == ()


def test_the_next_number_named_as_given_passes_over_nothing(tmp_path: Path) -> None:
    places = founded(tmp_path)
    given(places, "a", 1)
    given(places, "b", 2)
    assert unfilled(places) == []
    assert numbers(places) == [(1, "a"), (2, "b")]


def test_a_number_passed_over_is_filled_in_later_by_a_document_or_by_a_row_of_the_book(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    given(places, "b", 4)
    given(places, "c", 3)
    with recording(places) as register:
        register.import_paper([paper("giay", 2)], "p", NOON, "Lan")
    assert numbers(places) == [(1, "a"), (2, "giay"), (3, "c"), (4, "b")]
    assert unfilled(places) == []
    assert verify(places, EVERYTHING, render=render).damages == ()


def test_after_number_01_the_numbers_of_another_system_are_entered_from_its_book(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    with recording(places) as register:
        register.import_paper([paper("giay", 3)], "p", NOON, "Lan")
    issued(places, "two", "b")
    assert numbers(places) == [(1, "a"), (3, "giay"), (4, "b")]
    assert unfilled(places) == [2]
    assert verify(places).damages == ()


@pytest.mark.parametrize("number", [1, 5])
def test_a_number_that_is_taken_is_not_given_again(tmp_path: Path, number: int) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    given(places, "b", 5)
    with pytest.raises(NotPossible, match="đã có trong sổ, ngày 05/3/2024: Kế hoạch phát động"):
        given(places, "c", number)
    assert numbers(places) == [(1, "a"), (5, "b")]


def test_a_number_before_the_first_of_the_series_belongs_to_the_paper_book(tmp_path: Path) -> None:
    places = founded(tmp_path, first=8)
    with pytest.raises(PaperBookNumber, match=r"Số 07 năm 2024 .* thuộc sổ giấy: .* bắt đầu từ số 08"):
        given(places, "a", 7)


def test_a_slip_of_the_finger_passes_over_no_thousand_numbers(tmp_path: Path) -> None:
    places = founded(tmp_path)
    with pytest.raises(NotPossible, match="quá xa"):
        given(places, "a", 1200)
    assert numbers(places) == []


def test_the_day_of_a_number_filled_in_stands_between_those_of_its_neighbours(tmp_path: Path) -> None:
    places = founded(tmp_path)
    given(places, "a", 1, LATER)
    given(places, "b", 4, LATER)
    with pytest.raises((DayBeforeLast, ClockBehind, LateNumber)):
        given(places, "c", 3)
    with pytest.raises(NotPossible, match="muộn hơn ngày 07/3/2024 của số đứng sau"):
        given(places, "c", 3, LATER + timedelta(days=1))
    given(places, "c", 3, LATER)
    assert verify(places).damages == ()


def test_several_documents_go_on_from_the_number_that_was_given(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issue(places, replace(batch("one"), given=3), [draft("a"), draft("b"), draft("c", "quyet-dinh")], render)
    assert [(row.series, row.ordinal) for row in entries(places)] == [("chung", 3), ("chung", 4), ("quyet-dinh", 1)]


def test_a_lost_register_comes_back_with_the_numbers_given_outside(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    given(places, "b", 5)
    places.register.unlink()
    assert restore(places) is Restored.REGISTER
    assert unfilled(places) == [2, 3, 4]
    issued(places, "three", "c")
    assert numbers(places)[-1] == (6, "c")


def test_a_hole_that_nobody_said_is_still_damage(tmp_path: Path) -> None:
    places = founded(tmp_path)
    with Register.open(places.register) as register:
        register.skip(EntryKey(series="chung", year=2024, ordinal=2), "x", NOON, "Lan")
    assert unfilled(places) == [1, 2]
    assert places_in(tmp_path) == places


def test_the_book_prints_the_numbers_given_outside_between_the_others(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    given(places, "b", 3)
    with opened(places, reading_only=True) as register:
        every = sorted((*register.entries(), *register.unfilled()), key=lambda one: one.ordinal)  # type: ignore[attr-defined]
        context = register_book(BODY, every, 2024, 1, register.head())  # type: ignore[arg-type]
    rows = [row for page in context.pages for row in page.rows]
    assert [row.number for row in rows] == ["01/KH-UBND", "02", "03/KH-UBND"]
    assert rows[1].note == "Cấp ngoài chương trình"
    assert "1 số cấp ngoài chương trình" in context.closing[0]
