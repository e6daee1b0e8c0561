"""Tables made to harm end in findings, within half a gigabyte; nothing else ever comes out of reading."""

from __future__ import annotations

import io
import random
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import settings
from reading_models import Person
from workbook_maker import Sheet, Value, formula, number, rows_xml, shared, workbook

from vanban.ingest import read_table

ROWS: list[list[Value]] = [
    ["Mã người", "Họ và tên", "Ngày sinh", "Số hộ", "Tỷ lệ"],
    ["P1", shared(0), number(29284, 1), formula("1+1", "2"), number("99.7")],
    ["P2", "Trần Thị B", "05/03/1980", number(12), number("0.5", 2)],
]
TEXTS = "<si><r><t>Nguyễn</t></r><r><t> Văn A</t></r></si>"
PARTS = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml"]
SHEET = Sheet(
    ROWS,
    before='<cols><col min="9" max="9" hidden="1"/></cols>',
    after='<mergeCells><mergeCell ref="H8:H9"/></mergeCells>',
)
ODD = ["", "-1", "0", "999999999999", "1e999", "x", "\u202e", "A0", "XFE1", "true", "nan", "&#0;", "../../x", "Ä"]


def whole_parts() -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(workbook(SHEET, texts=TEXTS))) as package:
        return {name: package.read(name).decode() for name in [*PARTS, "xl/worksheets/sheet1.xml"]}


def mutated(text: str, chance: random.Random) -> str:
    """``text`` with one tag doubled or dropped, one value made odd, or a piece cut out."""
    tags = list(re.finditer(r"<[^>]*>", text))
    values = list(re.finditer(r'"[^"]*"|>[^<]+<', text))
    tag, value = chance.choice(tags), chance.choice(values)
    match chance.randrange(5):
        case 0:
            return text[: tag.start()] + text[tag.end() :]
        case 1:
            return text[: tag.end()] + tag[0] * chance.choice([1, 3, 500]) + text[tag.end() :]
        case 2:
            return text[: value.start() + 1] + chance.choice(ODD) + text[value.end() - 1 :]
        case 3:
            start, end = sorted(chance.sample(range(len(text)), 2))
            return text[:start] + text[end:]
        case _:
            attribute = f' {chance.choice("rsti")}="{chance.choice(ODD)}" '
            return text[: tag.start()] + tag[0].replace(" ", attribute, 1) + text[tag.end() :]


def test_the_table_that_is_mutated_is_whole() -> None:
    reading = read_table(workbook(SHEET, texts=TEXTS), "people.xlsx", Person)
    assert [finding.place.column for finding in reading.findings] == ["C", "E"]


@pytest.mark.hypothesis
@pytest.mark.parametrize("seed", range(8))
def test_any_mutation_of_a_workbook_is_read_or_told_in_vietnamese(seed: int) -> None:
    chance = random.Random(seed)
    parts = whole_parts()
    for _ in range(3 * settings.default.max_examples):
        name = chance.choice(list(parts))
        text = parts[name]
        for _ in range(chance.randrange(1, 4)):
            text = mutated(text, chance) if re.search(r'"[^"]*"|>[^<]+<', text) and "<" in text else text
        reading = read_table(workbook(SHEET, texts=TEXTS, change={name: text}), "people.xlsx", Person)
        assert reading.findings or reading.value is not None
        for finding in reading.findings:
            assert not finding.reason.isascii()
            assert not finding.remedy.isascii()
            assert finding.place.file == "people.xlsx"


HEADER: list[list[Value]] = [["Mã người", "Họ và tên", "Ngày sinh"]]
FAULT = '<c t="inlineStr"><is><t>a&#x200b;{}</t></is></c><c><v>1</v></c>'


@cache
def long_digits() -> str:
    return "".join(str(at**5) for at in range(150_000)) * 8


BOMBS: dict[str, Callable[[], str]] = {
    "string": lambda: f'<row><c t="inlineStr"><is><t>{long_digits()}</t></is></c></row>',
    "shared": lambda: '<row><c t="s"><v>0</v></c></row>',
    "rows": lambda: "".join(f'<row r="{at}"/>' for at in range(1_500_000)),
    "faults": lambda: "".join(f"<row>{FAULT.format(at)}</row>" for at in range(19_000)),
    "far": lambda: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
    "nested": lambda: "<row>" * 200_000,
}
CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (512 * 2**20, 512 * 2**20))
sys.path[:0] = sys.argv[1:]
from reading_models import Person
from vanban.domain.finding import Severity
from vanban.ingest import read_table
reading = read_table(sys.stdin.buffer.read(), "people.xlsx", Person)
errors = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
print(reading.value is None, len(errors), errors[0].reason)
"""


@pytest.mark.parametrize(
    ("bomb", "outcome"),
    [
        ("string", "True 3 Ô dài quá 10.000 ký tự."),
        ("shared", "True 3 Ô dài quá 10.000 ký tự."),
        ("rows", "True 1 Trang khai báo quá nhiều ô trống."),
        ("faults", "True 500 Có ký tự ẩn hoặc đảo chiều chữ (U+200B) ở vị trí thứ 2."),
        ("far", "True 3 Có 1 dòng dữ liệu nằm sau dòng trống (dòng 2)."),
        ("nested", "True 1 Bị hỏng hoặc bị cắt ngắn khi sao chép."),
    ],
)
def test_x05_x06_x07_bombs_stay_within_half_a_gigabyte(bomb: str, outcome: str) -> None:
    text = long_digits() if bomb == "shared" else "Nguyễn"
    data = workbook(Sheet(rows_xml(HEADER) + BOMBS[bomb]()), texts=f"<si><t>{text}</t></si>")
    done = subprocess.run([sys.executable, "-X", "utf8", "-c", CHILD, *sys.path], input=data, capture_output=True)
    assert done.stderr.decode() == ""
    assert done.stdout.decode().strip() == outcome
