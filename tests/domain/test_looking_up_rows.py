"""Rows are found by what their columns say, as a walk over them would; a changed year knows its own rows."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.people import Collective
from vanban.domain.record import Record
from vanban.domain.rows import IndexedRows, first, keyed, those
from vanban.domain.target import Result
from vanban.domain.year import Year, once_a_year


class Row(Record):
    key: str
    group: str | None
    quarter: int


ROWS = st.lists(
    st.builds(Row, key=st.sampled_from("abc"), group=st.sampled_from(("x", "y", None)), quarter=st.integers(1, 3))
).map(tuple)


@given(ROWS, st.sampled_from(("x", "y", "z", None)), st.integers(1, 3))
def test_rows_are_found_as_by_a_walk_over_the_table(rows: tuple[Row, ...], group: str | None, quarter: int) -> None:
    walked = tuple(row for row in rows if (row.group, row.quarter) == (group, quarter))
    for table in (rows, IndexedRows(rows)):
        assert those(table, quarter=quarter, group=group) == walked
        assert first(table, group=group, quarter=quarter) == (walked[0] if walked else None)
        assert those(table, group=group) == tuple(row for row in rows if row.group == group)


@given(ROWS)
def test_of_two_rows_with_one_key_the_first_is_found(rows: tuple[Row, ...]) -> None:
    for table in (rows, IndexedRows(rows)):
        assert keyed(table) == {row.key: row for row in reversed(rows)}
        assert list(keyed(table)) == list(dict.fromkeys(row.key for row in rows))


def test_indexed_rows_travel_to_another_process_as_rows() -> None:
    rows = IndexedRows((Row(key="a", group="x", quarter=1),))
    assert keyed(rows)["a"] is rows[0]
    sent = pickle.loads(pickle.dumps(rows))
    assert sent == rows
    assert those(sent, group="x") == rows


def _unit(key: str) -> Collective:
    return Collective(key=key, name=f"Đơn vị {key}", head="Nguyễn Văn A", head_position="Trưởng đơn vị", members=3)


def test_a_year_with_other_rows_finds_them_and_not_those_of_before(year: Year) -> None:
    before = year.collectives[0].key
    assert year.collective(before) is year.collectives[0]
    other = year.model_copy(update={"collectives": (_unit("moi"),)})
    assert other.collective("moi").name == "Đơn vị moi"
    with pytest.raises(KeyError):
        other.collective(before)
    assert year.collective(before) is year.collectives[0]


def test_what_is_worked_out_once_a_year_is_worked_out_anew_for_a_changed_one(year: Year) -> None:
    asked: list[str] = []

    @once_a_year
    def names(year: Year, begins: str = "") -> tuple[str, ...]:
        asked.append(begins)
        return tuple(unit.name for unit in year.collectives if unit.name.startswith(begins))

    assert names(year) == names(year) == tuple(unit.name for unit in year.collectives)
    assert names(year, "Đơn vị") == names(year, "Đơn vị")
    assert asked == ["", "Đơn vị"]
    for changed in (year.model_copy(update={"collectives": (_unit("moi"),)}), copy.copy(year)):
        assert names(changed) == tuple(unit.name for unit in changed.collectives)
    assert len(asked) == 4


def test_a_year_is_the_same_value_whatever_was_asked_of_it(year: Year) -> None:
    asked = year.model_copy()
    once_a_year(lambda year: len(year.people))(asked)
    assert asked == year
    assert pickle.loads(pickle.dumps(asked)) == copy.deepcopy(asked) == year


def test_of_two_results_of_one_measure_the_last_counts(year: Year) -> None:
    target, measure, _ = year.measures()[0]
    once, again = (Result(target=target.key, measure=measure.key, note=note) for note in ("trước", "sau"))
    (found,) = (held for one, own, held in year.measures((once, again)) if (one, own) == (target, measure))
    assert found is again
