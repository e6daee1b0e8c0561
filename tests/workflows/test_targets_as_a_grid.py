"""The targets in the plan's own file as rows of a grid: shown, changed, added, and back in the text."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.aim import CHANGES, WITHOUT_VALUE, Comparison
from vanban.domain.plan_target import rows_by_target, rows_of_targets, target_of
from vanban.domain.target import Measure, Target
from vanban.domain.work_year import WorkYear
from vanban.ingest import CellTable
from vanban.workflows.check import check, office_of
from vanban.workflows.plan_targets import PLAN_TARGETS, cells_of_targets, targets_as_text
from vanban.workflows.tables import list_tables
from vanban.workspace import Workspace

YEAR = WorkYear(2024)


@st.composite
def measures(draw: st.DrawFn, key: str) -> Measure:
    comparison = draw(st.sampled_from(Comparison))
    number = st.integers(1, 900).map(Decimal)
    value = draw(st.none() | number) if comparison in WITHOUT_VALUE else draw(number)
    of_last_year = comparison in CHANGES and draw(st.booleans())
    ranges = comparison is Comparison.BETWEEN or (comparison is Comparison.AT_LEAST and draw(st.booleans()))
    unit = draw(st.sampled_from(["hộ", "%", "nhà văn hóa", "vụ"]))
    return Measure(
        key=key,
        name=draw(st.sampled_from(["Hộ nghèo", "Nhà văn hóa", "Vụ việc"])),
        comparison=comparison,
        value=value,
        upper=value + 5 if ranges and value is not None else None,
        unit=None if value is None or comparison is Comparison.RANK or of_last_year else unit,
        of_last_year=of_last_year,
        lead=draw(st.none() | st.just("van-phong")),
        supporting=draw(st.none() | st.just(("tdp-01", "tdp-02"))),
    )


@st.composite
def targets(draw: st.DrawFn) -> tuple[Target, ...]:
    made = []
    for number in range(draw(st.integers(0, 4))):
        own = [draw(measures(f"m{at}")) for at in range(draw(st.integers(1, 3)))]
        places = " ".join(f"{{{draw(st.sampled_from(['', 'aim_']))}{one.key}}}" for one in own)
        made.append(
            Target(
                key=f"chi-tieu-{number}",
                about=draw(st.none() | st.just("Kinh tế")),
                statement=f"Phấn đấu {places}.",
                measures=tuple(own),
                responsible=("groups",),
                lead=draw(st.none() | st.just("van-phong")),
            )
        )
    return tuple(made)


@given(targets())
def test_any_targets_come_back_from_their_rows(said: tuple[Target, ...]) -> None:
    rows = rows_of_targets(said)
    assert tuple(target_of([rows[place] for place in places]) for places in rows_by_target(rows)) == said


def changed(workspace: Workspace, change: Callable[[list[list[str]], Sequence[str]], None]) -> tuple[str, bytes | str]:
    """The plan before, and after a change of its rows; or what is wrong with the rows."""
    office = office_of(workspace)
    before = (workspace.root / "data" / "2024" / "plan.yaml").read_bytes()
    cells = cells_of_targets(before, "2024/plan.yaml", office)
    assert isinstance(cells, CellTable)
    rows = [list(row) for row in cells.rows]
    change(rows, cells.titles)
    after = targets_as_text(replace(cells, rows=tuple(map(tuple, rows))), before, office)
    if isinstance(after, bytes):
        return before.decode(), after.decode()
    return before.decode(), " ".join(f"{one.place.line} {one.place.header}: {one.reason}" for one in after).encode()


def lines(before: str, after: bytes | str) -> list[str]:
    assert isinstance(after, str), after
    return [line for line in difflib.ndiff(before.splitlines(), after.splitlines()) if line[0] in "+-"]


def test_rows_that_nobody_changed_leave_every_character_of_the_plan(workspace: Workspace) -> None:
    before, after = changed(workspace, lambda rows, titles: None)
    assert before == after


def test_another_aim_in_its_words_changes_its_own_lines(workspace: Workspace) -> None:
    def raise_it(rows: list[list[str]], titles: Sequence[str]) -> None:
        at = titles.index("Mức chỉ tiêu")
        next(row for row in rows if row[at] == "đạt từ 98% trở lên")[at] = "ít nhất 99%"

    assert lines(*changed(workspace, raise_it)) == ["-         value: 98", "+         value: 99"]


def test_a_new_row_is_a_target_whose_sentence_says_its_aim(workspace: Workspace) -> None:
    def add(rows: list[list[str]], titles: Sequence[str]) -> None:
        said = {"Mã chỉ tiêu": "nha-van-hoa", "Câu chỉ tiêu": "Sửa chữa nhà văn hóa"}
        said |= {"Mức chỉ tiêu": "từ 3 nhà trở lên", "Mã tập thể chịu trách nhiệm": "groups"}
        rows.append([said.get(title, "") for title in titles])

    before, after = changed(workspace, add)
    assert "+     statement: Sửa chữa nhà văn hóa {aim_muc}." in lines(before, after)
    assert isinstance(after, str)
    assert {line[0] for line in lines(before, after)} == {"+"}
    assert check(workspace, YEAR, files={**workspace.sources(YEAR), "2024/plan.yaml": after.encode()}).ok


def test_what_is_wrong_with_a_row_is_told_at_its_cell_and_nothing_is_written(workspace: Workspace) -> None:
    def spoil(rows: list[list[str]], titles: Sequence[str]) -> None:
        rows[0][titles.index("Mã tập thể chịu trách nhiệm")] = ""
        rows[3][titles.index("Mức chỉ tiêu")] = "giữ vững 03"

    _, told = changed(workspace, spoil)
    assert isinstance(told, bytes)
    assert told.decode().startswith("5 None: Mức chỉ tiêu có số nhưng không có đơn vị tính.")

    def unnamed(rows: list[list[str]], titles: Sequence[str]) -> None:
        rows[0][titles.index("Mã tập thể chịu trách nhiệm")] = ""

    assert (
        changed(workspace, unnamed)[1]
        == b"2 " + ("Mã tập thể chịu trách nhiệm: Danh sách cần ít nhất 1 mục, đang có 0.").encode()
    )


def test_the_list_of_tables_counts_the_rows_of_the_plans_own_file(workspace: Workspace) -> None:
    [row] = [one for one in list_tables(check(workspace, YEAR)) if one.name == PLAN_TARGETS.name]
    assert (row.title, row.rows) == ("Chỉ tiêu trong tệp kế hoạch", 21)
