"""The ``table`` filter draws the table that the data say, whatever its columns."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_files import word_file

from vanban.domain.measure import mm
from vanban.domain.text_table import TextColumn, TextTable
from vanban.errors import TemplateFault
from vanban.kinds.parts.printed_table import PrintedTable, printed_table
from vanban.word import Template, outline

TABLE = TextTable(
    columns=(TextColumn(name="TT"), TextColumn(name="Tiêu chí"), TextColumn(name="Điểm <tối đa>", total=True)),
    rows=(("Đoàn kết & kỷ luật", "12,5"), ("Khác", "30")),
)


def rendered(table: object, tag: str = "{{p line|table(160) }}") -> bytes:
    return Template.from_bytes(word_file(tag), name="mẫu.docx").render({"line": table})


def test_the_cells_stand_as_they_are_with_order_numbers_and_a_total() -> None:
    shown = outline(rendered(printed_table(TABLE)), "bảng")
    for text in ("Điểm <tối đa>", "Đoàn kết & kỷ luật", "12,5", "Tổng cộng", "42,5"):
        assert text in shown


def test_the_header_repeats_and_no_row_splits() -> None:
    xml = zipfile.ZipFile(io.BytesIO(rendered(printed_table(TABLE)))).read("word/document.xml").decode()
    assert xml.count("<w:tblHeader/>") == 1 and xml.count("<w:cantSplit/>") == 4


@given(
    widths=st.lists(st.none() | st.integers(5, 200), min_size=1, max_size=9),
    text=st.text("aB ê", max_size=80),
    room=st.sampled_from((160, 247)),
)
def test_a_table_is_never_wider_than_its_room_and_every_column_has_some(
    widths: list[int | None], text: str, room: int
) -> None:
    columns = tuple(TextColumn.model_validate({"name": f"Cột {n}", "width": width}) for n, width in enumerate(widths))
    made = printed_table(TextTable(columns=columns, rows=((text.strip(),) * len(widths),)), mm(room))
    assert sum(column.width.mm for column in made.columns) <= room + 0.01
    assert all(column.width.mm > 1 for column in made.columns)


def test_no_columns_are_an_empty_line() -> None:
    assert "bảng" not in re.sub("^bảng", "", outline(rendered(PrintedTable()), "x"))


@pytest.mark.parametrize(
    ("tag", "value", "told"),
    [
        ("{{p line|table(160) }}", "chữ", "bộ lọc “table” cần một bảng, ví dụ line.table"),
        ("Bảng {{ line|table(160) }}", printed_table(TABLE), "không đứng được trong dòng chữ"),
    ],
)
def test_what_cannot_be_a_table_is_told(tag: str, value: object, told: str) -> None:
    with pytest.raises(TemplateFault, match=told):
        rendered(value, tag)
