"""The list of households of a group: all of the table once and in order, or room to write in what was registered."""

from __future__ import annotations

import pytest
from sample_year import sample_year

from vanban.domain.registration import Household
from vanban.domain.year import Year
from vanban.kinds.papers import household_list
from vanban.kinds.papers.household_list import MOST_EMPTY_ROWS, HouseholdRow

YEAR = sample_year(rows=3)


def with_(registered: int, *households: Household) -> Year:
    """Group ``g0`` of 1.200 households has registered so many, and lists these."""
    row = YEAR.group_registrations[0].model_copy(update={"cultural_families": registered})
    return YEAR.model_copy(update={"group_registrations": (row,), "households": households})


def household(n: int, group: str = "g0") -> Household:
    return Household(group=group, head=f"Nguyễn Văn {n}", members=4, address=f"Số nhà {n}")


def test_the_households_of_a_group_stand_in_the_order_of_the_table_and_no_other_groups() -> None:
    made = household_list.compose(with_(2, household(7), household(1, "g1"), household(5)), "g0")
    assert [(row.ordinal, row.head, row.members, row.address) for row in made.rows] == [
        ("1", "Nguyễn Văn 7", "04", "Số nhà 7"),
        ("2", "Nguyễn Văn 5", "04", "Số nhà 5"),
    ]
    assert {row.title for row in made.rows} == {"“Gia đình văn hóa”"}


@pytest.mark.parametrize(
    ("listed", "total"),
    [
        (1, "Danh sách này có 01 hộ trên tổng số 1.200 hộ của tổ, đạt tỷ lệ 0,1%."),
        (60, "Danh sách này có 60 hộ trên tổng số 1.200 hộ của tổ, đạt tỷ lệ 5%."),
        (0, "Tổ dân phố số 1 đã đăng ký 1.180 hộ trên tổng số 1.200 hộ của tổ, đạt tỷ lệ 98,3%."),
    ],
)
def test_the_sum_is_that_of_the_list_or_where_it_is_written_by_hand_the_registered_one(listed: int, total: str) -> None:
    made = household_list.compose(with_(1180, *(household(n) for n in range(listed))), "g0")
    assert made.total == total


@pytest.mark.parametrize(("registered", "rows"), [(1, 1), (20, 20), (210, MOST_EMPTY_ROWS), (1180, MOST_EMPTY_ROWS)])
def test_a_list_to_write_in_has_no_more_than_a_page_of_blanks(registered: int, rows: int) -> None:
    made = household_list.compose(with_(registered), "g0").rows
    blank = dict.fromkeys(HouseholdRow.model_fields, "")
    assert [row.model_dump() for row in made] == [{**blank, "ordinal": str(n)} for n in range(1, rows + 1)]


def test_a_group_that_registers_no_household_has_no_list_and_one_with_households_always_has() -> None:
    assert household_list.keys(with_(0)) == ()
    assert household_list.keys(with_(5)) == ("g0",)
    assert household_list.keys(with_(5, household(1, "g1"))) == ("g0", "g1")
    assert household_list.KIND.receivers(YEAR, "g0") == ("g0",)


def test_the_two_heads_of_the_group_sign_and_the_list_says_by_which_standards_it_is_made() -> None:
    made = household_list.compose(with_(1, household(1)), "g0")
    assert (made.signatures.left_name, made.signatures.right_name) == ("Phạm Thị D", "Lê Văn C")
    assert made.introduction.endswith(
        "đạt danh hiệu “Gia đình văn hóa” theo tiêu chuẩn tại khoản 1 Điều 31 Luật Thi đua, khen thưởng và "
        "Nghị định số 86/2023/NĐ-CP như sau:"
    )
