"""How far a measure is to go: printed as a plan says it, read back as it was, judged as it was meant."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from vanban.domain.aim import CHANGES, WITHOUT_VALUE, Aim, Comparison, read_aim
from vanban.domain.target import Measure, Result, Target, difference, is_met
from vanban.domain.target_inset import target_blocks
from vanban.domain.target_row import TargetRow
from vanban.domain.text_tree import Block

NUMBERS = st.decimals("0", "99999", places=2).map(lambda number: number.normalize() + 0)
UNITS = st.sampled_from(("%", "hộ", "lao động", "mô hình", "triệu đồng/người/năm", "vụ", "km đường", "m2"))


@st.composite
def aims(draw: st.DrawFn) -> Aim:
    comparison = draw(st.sampled_from(Comparison))
    value, unit = draw(NUMBERS), draw(UNITS)
    if comparison is Comparison.RANK:
        return Aim(comparison=comparison, value=Decimal(draw(st.integers(1, 200))))
    if comparison in WITHOUT_VALUE and draw(st.booleans()):
        return Aim(comparison=comparison)
    if comparison in CHANGES and draw(st.booleans()):
        return Aim(comparison=comparison, value=value, of_last_year=True)
    ranges = comparison is Comparison.BETWEEN or (comparison is Comparison.AT_LEAST and draw(st.booleans()))
    upper = value + draw(st.integers(1, 50)) if ranges else None
    return Aim(comparison=comparison, value=value, upper=upper, unit=unit)


@given(aims())
def test_what_is_printed_is_read_back(aim: Aim) -> None:
    assert read_aim(aim.words) == aim
    assert read_aim(f"  {aim.words.capitalize()}. ") == aim


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("98%", "đạt từ 98% trở lên"),
        ("Đạt 172 lao động", "đạt từ 172 lao động trở lên"),
        ("đạt từ 98 % trở lên", "đạt từ 98% trở lên"),
        ("ít nhất 3 mô hình", "đạt từ 03 mô hình trở lên"),
        ("Không quá 2%", "không quá 2%"),
        ("tối đa 5 vụ", "không quá 05 vụ"),
        ("từ 5 vụ trở xuống", "không quá 05 vụ"),
        ("dưới 0,08%", "dưới 0,08%"),
        ("trên 1.800 hộ", "trên 1.800 hộ"),
        ("bằng 12 buổi", "đúng 12 buổi"),
        ("từ 80% đến 90%", "từ 80% đến 90%"),
        ("01 - 02 người", "từ 01 đến 02 người"),
        ("từ 01 đến 02 mô hình trở lên", "đạt từ 01 đến 02 mô hình trở lên"),
        ("giữ vững", "giữ vững"),
        ("duy trì 3 trường", "giữ vững 03 trường"),
        ("Hoàn thành", "hoàn thành"),
        ("tăng 5% so với cùng kỳ năm trước", "tăng 5% so với năm trước"),
        ("tăng từ 5% trở lên so với năm 2023", "tăng 5% so với năm trước"),
        ("tăng 2 điểm phần trăm", "tăng 2 điểm % so với năm trước"),
        ("giảm 2 vụ", "giảm 02 vụ so với năm trước"),
        ("xếp thứ 3 trở lên", "xếp thứ 3 trở lên"),
        ("đứng thứ nhất", "xếp thứ nhất"),
    ],
)
def test_a_clerks_words_are_understood(written: str, printed: str) -> None:
    assert read_aim(written).words == printed


@pytest.mark.parametrize("written", ["", "cao", "đạt cao hơn", "tăng mạnh", "1.2.3%", "từ đến 5%", "98%; 99%"])
def test_what_says_no_aim_is_refused_with_examples(written: str) -> None:
    with pytest.raises(ValueError, match=r"Không hiểu mức|không đọc được") as refusal:
        read_aim(written)
    assert str(refusal.value.args[1]).startswith("Hãy ")


def measured(words: str, unit: str | None = None) -> Measure:
    aim = read_aim(words)
    return Measure.model_validate({"key": "m", "name": "M", **aim.model_dump(), "unit": unit or aim.unit})


@pytest.mark.parametrize(
    ("words", "unit", "achieved", "last_year", "met"),
    [
        ("không quá 2%", None, "2", None, True),
        ("không quá 2%", None, "2.01", None, False),
        ("trên 95%", None, "95", None, False),
        ("trên 95%", None, "95.1", None, True),
        ("từ 80% đến 90%", None, "80", None, True),
        ("từ 80% đến 90%", None, "91", None, False),
        ("tăng 5% so với năm trước", "triệu đồng", "105", "100", True),
        ("tăng 5% so với năm trước", "triệu đồng", "104.9", "100", False),
        ("tăng 5% so với năm trước", "triệu đồng", "105", None, None),
        ("tăng 5% so với năm trước", "triệu đồng", "105", "0", None),
        ("tăng 10 hộ", None, "30", "20", True),
        ("tăng 10 hộ", None, "29", "20", False),
        ("tăng 2 điểm %", None, "92", "90", True),
        ("giảm 2 vụ", None, "3", "5", True),
        ("giảm 2 vụ", None, "4", "5", False),
        ("giảm 50% so với năm trước", "vụ", "2", "5", True),
        ("xếp thứ 3 trở lên", None, "2", None, True),
        ("xếp thứ 3 trở lên", None, "4", None, False),
        ("giữ vững", None, "7", "7", True),
        ("giữ vững", None, "6", "7", False),
    ],
)
def test_each_comparison_is_judged(
    words: str, unit: str | None, achieved: str, last_year: str | None, met: Any
) -> None:
    result = Result.model_validate({"target": "t", "measure": "m", "achieved": achieved, "last_year": last_year})
    assert is_met(measured(words, unit), result) is met


def test_the_difference_of_a_change_is_held_against_the_change() -> None:
    result = Result(target="t", measure="m", achieved=Decimal(108), last_year=Decimal(100))
    assert difference(measured("tăng 5% so với năm trước", "triệu đồng"), result) == 3


def test_a_statement_prints_the_whole_aim_where_it_names_it() -> None:
    target = Target(
        key="t", statement="Tỷ lệ hộ nghèo {aim_m}.", measures=(measured("không quá 2%"),), responsible=("groups",)
    )
    assert target.sentence == "Tỷ lệ hộ nghèo không quá 2%."


ROW = {"key": "t", "statement": "Tỷ lệ hộ nghèo", "planned": "không quá 2%", "responsible": ("groups",)}


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({}, "Tỷ lệ hộ nghèo không quá 2%."),
        ({"planned": "98", "unit": "%"}, "Tỷ lệ hộ nghèo đạt từ 98% trở lên."),
        ({"planned": "tăng 5%", "unit": "triệu đồng"}, "Tỷ lệ hộ nghèo tăng 5% so với năm trước."),
        ({"planned": "xếp thứ 3 trở lên", "statement": "Kết quả thi đua;"}, "Kết quả thi đua xếp thứ 3 trở lên."),
        ({"planned": "hoàn thành", "statement": "Hoàn thành sáp nhập"}, "Hoàn thành sáp nhập."),
        ({"planned": "hoàn thành", "statement": "Sáp nhập"}, "Sáp nhập: hoàn thành."),
    ],
)
def test_a_row_of_the_table_is_a_target_of_the_plan(row: dict[str, Any], sentence: str) -> None:
    assert TargetRow.model_validate(ROW | row).target.sentence == sentence


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"planned": "cao"}, "Không hiểu mức “cao”."),
        ({"unit": "hộ"}, "Mức chỉ tiêu tính bằng “%” nhưng cột Đơn vị tính ghi “hộ”."),
        ({"planned": "98"}, "Mức chỉ tiêu có số nhưng không có đơn vị tính."),
    ],
)
def test_a_row_that_says_no_target_is_told(row: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        TargetRow.model_validate(ROW | row)


def of(key: str, about: str | None, *responsible: str) -> Target:
    row = ROW | {"key": key, "about": about, "statement": key, "responsible": responsible}
    return TargetRow.model_validate(row).target


TARGETS = (of("a", "Kinh tế", "groups"), of("b", None, "x"), of("c", "Văn hóa", "x", "groups"), of("d", "Kinh tế", "y"))


@pytest.mark.parametrize(
    ("inset", "printed"),
    [
        ({}, ["b", "Kinh tế", ["a", "d"], "Văn hóa", ["c"]]),
        ({"about": "Kinh tế"}, ["a", "d"]),
        ({"of_unit": "x"}, ["b", "Văn hóa", ["c"]]),
        ({"of_unit": "groups", "about": "Văn hóa"}, ["c"]),
    ],
)
def test_an_inset_prints_the_targets_of_its_field_and_unit_grouped_by_field(
    inset: dict[str, str], printed: list[Any]
) -> None:
    def first(block: Block) -> str:
        return block.words.split()[0] if block.item else block.words

    made: list[Any] = []
    for block in target_blocks(Block.model_validate({"inset": "targets", **inset}), TARGETS):
        made.append(first(block))
        if block.body:
            made.append([first(inner) for inner in block.body])
    assert made == printed
