"""Forms of address, degrees and ranks are no part of a name."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.honorific import split_honorific


@pytest.mark.parametrize(
    ("text", "honorific", "name"),
    [
        ("Nguyễn Văn A", "", "Nguyễn Văn A"),
        ("Ông Nguyễn Văn A", "Ông", "Nguyễn Văn A"),
        ("bà  Trần Thị B", "bà", "Trần Thị B"),
        ("Ông: Vũ Trí Khánh", "Ông:", "Vũ Trí Khánh"),
        ("Đ/c Lê Văn C", "Đ/c", "Lê Văn C"),
        ("Đồng chí ThS. Phạm Thị D", "Đồng chí ThS.", "Phạm Thị D"),
        ("PGS.TS Hoàng Văn E", "PGS.TS", "Hoàng Văn E"),
        ("PGS, TS. Hoàng Văn E", "PGS, TS.", "Hoàng Văn E"),
        ("Bác sĩ Ngô Văn G", "Bác sĩ", "Ngô Văn G"),
        ("Đại úy Đỗ Văn H", "Đại úy", "Đỗ Văn H"),
        ("Ông Y Bhin Niê", "Ông", "Y Bhin Niê"),
        ("Ông Ích Khiêm", "", "Ông Ích Khiêm"),
        ("Ông Ông Ích Khiêm", "Ông", "Ông Ích Khiêm"),
        ("Bành Thị Bà", "", "Bành Thị Bà"),
        ("Kỷ Văn Sĩ", "", "Kỷ Văn Sĩ"),
        ("TSùng A Páo", "", "TSùng A Páo"),
        ("Cnor Văn K", "", "Cnor Văn K"),
        ("Ông", "", "Ông"),
    ],
)
def test_what_stands_before_a_name_is_kept_apart(text: str, honorific: str, name: str) -> None:
    assert split_honorific(text) == (honorific, name)


_NAMES = (Path(__file__).parents[1] / "ingest" / "names.txt").read_text(encoding="utf-8").split("\n")
FAMILY, MIDDLE, GIVEN = (words.split() for words in _NAMES[:3])
NAMES = st.tuples(
    st.sampled_from([family for family in FAMILY if family != "Ông"]), st.sampled_from(MIDDLE), st.sampled_from(GIVEN)
).map(" ".join)
TITLES = st.lists(
    st.sampled_from(["Ông", "Bà", "Đ/c", "Đồng chí", "ThS.", "TS.", "Bác sĩ", "Đại úy", "Nhà giáo Ưu tú"]), max_size=3
)


@given(TITLES, NAMES)
def test_whatever_stands_before_a_name_the_name_comes_out_whole(titles: list[str], name: str) -> None:
    assert split_honorific(" ".join([*titles, name])) == (" ".join(titles), name)


@given(NAMES)
def test_a_name_that_stands_alone_is_never_cut(name: str) -> None:
    assert split_honorific(name) == ("", name)
