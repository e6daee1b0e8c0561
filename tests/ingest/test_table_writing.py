"""A written table reads back as the same records, keeps every zero, and never runs what it holds."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import zipfile
from datetime import date
from decimal import Decimal
from enum import StrEnum
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field
from reading_models import Gender, Medal, Person, Title

from vanban.domain.finding import Severity
from vanban.domain.record import Record
from vanban.errors import CellTooLong
from vanban.ingest import read_table, write_table

PEOPLE = (
    Person(
        key="007",
        name='=HYPERLINK("http://a","b")',
        born_on=date(1980, 3, 5),
        phone="0912345678",
        gender=Gender.FEMALE,
        households=12,
        share=Decimal("0.125"),
        award=Medal.CERTIFICATE,
        done=False,
        units=("T1", "T2"),
    ),
    Person(key="+84", name="-Nguyễn _x000D_ Văn A", born_on=date(2000, 12, 31), share=Decimal("1.125")),
    Person(key="@A", name="Trần Thị Á", born_on=date(1900, 1, 1), share=Decimal("1800"), award=Title.GROUP, done=True),
)


def sheet(data: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]


def test_records_read_back_as_they_were() -> None:
    reading = read_table(write_table(PEOPLE, Person, "Cá nhân"), "people.xlsx", Person)
    assert reading.findings == ()
    assert reading.value == PEOPLE
    assert reading.places[(2, "key")].sheet == "Cá nhân"


@given(
    st.lists(
        st.builds(
            Person,
            key=st.from_regex(r"[0-9A-Z=+@-]{1,8}", fullmatch=True),
            # An apostrophe that begins a cell is told: it is Excel's sign for a text.
            name=st.text(alphabet=st.sampled_from("aăđơưẢẠỮ=+-@_x000D'\"<>&;,."), min_size=1, max_size=30).filter(
                lambda name: not name.startswith("'")
            ),
            born_on=st.dates(min_value=date(1000, 1, 1)),
            phone=st.none() | st.from_regex(r"0[0-9]{9}", fullmatch=True),
            gender=st.none() | st.sampled_from(Gender),
            households=st.none() | st.integers(1, 10**9),
            share=st.none() | st.decimals(min_value=-(10**9), max_value=10**9, places=3),
            award=st.none() | st.sampled_from([*Title, *Medal]),
            done=st.none() | st.booleans(),
            units=st.lists(st.from_regex(r"[A-Z]{1,3}", fullmatch=True), max_size=3).map(tuple),
        ),
        max_size=6,
    )
)
def test_any_records_read_back_as_they_were(people: list[Person]) -> None:
    reading = read_table(write_table(people, Person, "Cá nhân"), "people.xlsx", Person)
    # A word that happens to look like one typed with the keyboard method off is asked about, and read all the same.
    assert [str(one) for one in reading.findings if one.severity is Severity.ERROR] == []
    assert reading.value == tuple(people)


def test_nothing_in_the_file_is_a_formula_and_every_cell_is_text() -> None:
    for row in sheet(write_table(PEOPLE, Person, "Cá nhân")).iter_rows():
        for cell in row:
            assert cell.number_format == "@"
            assert cell.data_type in ("s", "n")
            assert cell.value is None or isinstance(cell.value, str)
    written = write_table(PEOPLE, Person, "Cá nhân")
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


def test_rows_still_to_be_filled_in_are_text_too() -> None:
    groups = sheet(write_table([], Person, "Cá nhân")).column_dimensions.values()
    assert {group.number_format for group in groups} == {"@"}
    assert sum(group.max - group.min + 1 for group in groups) == len(Person.model_fields)


def test_the_header_is_bold_wrapped_frozen_and_printed_on_every_page() -> None:
    written = sheet(write_table(PEOPLE, Person, "Cá nhân"))
    assert [cell.value for cell in written[1]] == [field.title for field in Person.model_fields.values()]
    assert all(cell.font.b and cell.alignment.wrap_text for cell in written[1])
    assert written.freeze_panes == "A2"
    assert written.print_title_rows == "$1:$1"
    assert all(8 <= group.width <= 51 for group in written.column_dimensions.values())


def test_closed_lists_are_offered_to_choose_from() -> None:
    rules = {
        str(rule.sqref): rule.formula1
        for rule in sheet(write_table(PEOPLE, Person, "Cá nhân")).data_validations.dataValidation
    }
    assert rules == {
        "E2:E20001": '"Nam,Nữ"',
        "H2:H20001": '"Lao động tiên tiến,Tổ dân phố văn hóa,Giấy khen"',
        "I2:I20001": '"có,không"',
    }


class Long(StrEnum):
    ONE = "Một, hai"
    TWO = "x" * 300


class Choice(Record):
    mark: Long = Field(title="Lựa chọn")


def test_a_list_too_long_for_a_cell_rule_stands_on_a_hidden_sheet() -> None:
    data = write_table([Choice(mark=Long.ONE)], Choice, "Chọn")
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.worksheets[0].data_validations.dataValidation[0].formula1 == "'Danh mục'!$A$1:$A$2"
    assert book["Danh mục"].sheet_state == "hidden"
    assert [cell.value for cell in book["Danh mục"]["A"]] == list(Long)
    reading = read_table(data, "a.xlsx", Choice)
    assert (reading.value, reading.findings) == ((Choice(mark=Long.ONE),), ())


def test_x28_a_value_too_long_to_be_read_back_is_refused() -> None:
    class Note(Record):
        note: str = Field(title="Ghi chú")

    with pytest.raises(CellTooLong) as caught:
        write_table([Note(note="a" * 10_001)], Note, "Ghi chú")
    assert str(caught.value) == (
        "Một ô của cột “Ghi chú” dài quá 10.000 ký tự, không ghi được vào bảng. Hãy viết ngắn lại."
    )


SCRIPT = """
import hashlib
from datetime import date
from reading_models import Person
from vanban.ingest import write_table
people = [Person(key=str(at), name="Nguyễn Văn A", born_on=date(1980, 3, 5)) for at in range(9)]
print(hashlib.sha256(write_table(people, Person, "Cá nhân")).hexdigest())
"""


def test_the_same_records_give_the_same_bytes_in_any_process() -> None:
    hashes = set()
    for seed, zone, language in (
        ("0", "UTC", "C"),
        ("1", "Asia/Ho_Chi_Minh", "vi_VN.UTF-8"),
        ("2", "America/Lima", "C"),
    ):
        settings_ = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "PYTHONUTF8": "1"}
        settings_["PYTHONPATH"] = os.pathsep.join(sys.path)
        done = subprocess.run([sys.executable, "-c", SCRIPT], env=settings_, capture_output=True, text=True, check=True)
        hashes.add(done.stdout)
    assert len(hashes) == 1


def test_the_file_says_nothing_about_when_and_where_it_was_made() -> None:
    with zipfile.ZipFile(io.BytesIO(write_table(PEOPLE, Person, "Cá nhân"))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = ElementTree.fromstring(package.read("docProps/core.xml"))
    said = {element.tag.rpartition("}")[2]: element.text for element in core}
    moment = "1980-01-01T00:00:00Z"
    assert said == {"creator": "vanban", "lastModifiedBy": "vanban", "created": moment, "modified": moment}
