"""The copy of a clerk's workbook in which every mistake is marked: valid, complete, and as it was once mended."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from functools import cache
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from judges import sdk_errors
from lxml import etree
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from vanban.domain.finding import Finding, Place, Severity
from vanban.ingest.error_copy import error_copy, is_untouched, unmarked

FILE = "2024/bang.xlsx"
RED, AMBER = "FFFF9C9B", "FFFFE08A"
OPENING = "vanban kiểm tra:\n"
WPS_NOTE = (
    '<v:shape id="_x0000_s1030" o:spid="_x0000_s1030" o:spt="202" type="#_x0000_t202"'
    " style='position:absolute;margin-left:60pt;height:70pt;width:100pt;visibility:hidden;'"
    " fillcolor=\"#FFFFE1\"><x:ClientData ObjectType='Note'><x:Row>1</x:Row><x:Column>0</x:Column></x:ClientData>"
    "</v:shape>"
)


def finding(line: int | None, column: str | None, sheet: str = "Tổ", severity: Severity = Severity.ERROR) -> Finding:
    place = Place(file=FILE, sheet=sheet, line=line, column=column)
    return Finding(severity=severity, place=place, value="a<b", reason="Ngày & tháng sai.", remedy="Hãy gõ lại.")


@cache
def plain() -> bytes:
    """Without notes; one cell of the clerk's is yellow, two are merged."""
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Tổ"
    for row in range(1, 6):
        sheet.append([f"a{row}", row, None, "d"])
    sheet["B3"].fill = PatternFill("solid", start_color="FFFF00")
    sheet["D3"].fill = PatternFill("solid", start_color="FF9C9B9C")
    sheet.merge_cells("A5:B5")
    return saved(workbook)


@cache
def notes_on_another_sheet() -> bytes:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].title = "Tổ"
    workbook.worksheets[0].append(["a", "b"])
    other = workbook.create_sheet("It's 2")
    other["A1"] = "x"
    other["A1"].comment = Comment("của tôi", "Lan")
    return saved(workbook)


@cache
def note_on_the_cell() -> bytes:
    workbook = openpyxl.Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Tổ"
    sheet["A1"] = "x"
    sheet["A1"].comment = Comment("của tôi", "Lan")
    return saved(workbook)


@cache
def button_text_box_and_picture() -> bytes:
    """A form button (VML without a note), a text box, a picture in the header, bars of data, a table."""
    picture = io.BytesIO(png())
    out = io.BytesIO()
    workbook = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = workbook.add_worksheet("Tổ")
    sheet.write("A1", "x")
    sheet.insert_button("E2", {"caption": "Nút"})
    sheet.insert_textbox("F5", "hộp")
    sheet.set_header("&L&G", {"image_left": "p.png", "image_data_left": picture})
    sheet.conditional_format("A1:A9", {"type": "data_bar"})
    sheet.add_table("A10:B12")
    workbook.close()
    return out.getvalue()


@cache
def talk_about_a_cell() -> bytes:
    """A threaded comment: the talk in a part of its own, the old note only stands in for it."""
    data = note_on_the_cell()
    ref = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    said = '<threadedComment ref="A1" id="{1}"><text>a</text></threadedComment>'
    talk = f'<ThreadedComments xmlns="{ref}">{said}</ThreadedComments>'
    relation = (
        '<Relationship Id="rId99" Target="/xl/threadedComments/threadedComment1.xml"'
        ' Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"/></Relationships>'
    )
    override = (
        '<Override PartName="/xl/threadedComments/threadedComment1.xml"'
        ' ContentType="application/vnd.ms-excel.threadedcomments+xml"/></Types>'
    )
    changes = {
        "xl/worksheets/_rels/sheet1.xml.rels": lambda text: text.replace("</Relationships>", relation),
        "[Content_Types].xml": lambda text: text.replace("</Types>", override),
    }
    return rewritten(data, changes, {"xl/threadedComments/threadedComment1.xml": talk})


@cache
def note_made_by_wps() -> bytes:
    data = note_on_the_cell()
    drawing = next(name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if name.endswith(".vml"))
    shape = re.compile("<v:shape .*?</v:shape>", re.DOTALL)
    return rewritten(
        data, {drawing: lambda text: shape.sub(lambda _: WPS_NOTE.replace("<x:Row>1", "<x:Row>0"), text)}, {}
    )


@cache
def two_sheets() -> bytes:
    workbook = openpyxl.Workbook()
    workbook.worksheets[0].title = "Tổ"
    workbook.create_sheet("It's 2")
    return saved(workbook)


def saved(workbook: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def rewritten(data: bytes, changes: dict[str, object], added: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            change = changes.get(name)
            new.writestr(name, change(content.decode()) if callable(change) else content)
        for name, text in added.items():
            new.writestr(name, text)
    return out.getvalue()


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")
    )


WORKBOOKS = {
    "without notes": plain,
    "notes on another sheet": notes_on_another_sheet,
    "a note on the cell": note_on_the_cell,
    "a button, a text box, a picture": button_text_box_and_picture,
    "a talk about the cell": talk_about_a_cell,
    "a note made by WPS": note_made_by_wps,
    "two sheets": two_sheets,
}
FOUND = (finding(1, "A"), finding(3, "B"), finding(4, "C", severity=Severity.WARNING), finding(20, "Z"))


def parts(data: bytes) -> dict[str, bytes]:
    package = zipfile.ZipFile(io.BytesIO(data))
    return {name: package.read(name) for name in package.namelist()}


def canonical(content: bytes) -> bytes:
    return etree.tostring(etree.fromstring(content), method="c14n")


def cells(data: bytes, sheet: str = "Tổ") -> dict[str, Cell | MergedCell]:
    loaded = openpyxl.load_workbook(io.BytesIO(data))[sheet]
    return {cell.coordinate: cell for row in loaded.iter_rows() for cell in row}


def note(cell: Cell | MergedCell) -> str:
    return cell.comment.text if cell.comment else ""


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
@pytest.mark.parametrize("name", WORKBOOKS)
def test_every_mistake_is_a_coloured_cell_with_the_sentence_and_the_remedy(name: str) -> None:
    marked = cells(error_copy(WORKBOOKS[name](), FILE, FOUND))
    assert [marked[at].fill.fgColor.rgb for at in ("A1", "B3", "C4", "Z20")] == [RED, RED, AMBER, RED]
    for at in ("B3", "C4", "Z20"):
        assert note(marked[at]) == f"{OPENING}Ngày & tháng sai. Đang ghi: “a<b”. Hãy gõ lại."


@pytest.mark.parametrize("name", WORKBOOKS)
def test_the_copy_has_no_fault_that_the_original_had_not(name: str, tmp_path: Path) -> None:
    original, copy = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    original.write_bytes(WORKBOOKS[name]())
    sheets = ("Tổ", "It's 2") if name in ("two sheets", "notes on another sheet") else ("Tổ",)
    found = (*FOUND, *(finding(2, "B", sheet) for sheet in sheets))
    copy.write_bytes(error_copy(original.read_bytes(), FILE, found))
    assert set(sdk_errors(copy)) <= set(sdk_errors(original))
    types = etree.fromstring(parts(copy.read_bytes())["[Content_Types].xml"])
    endings = [one.get("Extension") for one in types if one.get("Extension")]
    assert len(endings) == len(set(endings))
    drawn = b"".join(content for part, content in parts(copy.read_bytes()).items() if part.endswith(".vml"))
    identities = re.findall(rb'<v:shape [^>]*?id="([^"]+)"', drawn)
    assert len(identities) == len(set(identities))


@pytest.mark.parametrize("name", WORKBOOKS)
def test_what_has_no_mistake_stays_to_the_byte(name: str) -> None:
    before, after = parts(WORKBOOKS[name]()), parts(error_copy(WORKBOOKS[name](), FILE, FOUND))
    may_change = re.compile(
        r"xl/(worksheets/(_rels/)?sheet1\.xml.*|styles\.xml|workbook\.xml|comments.*|drawings/.*vml)|\[.*"
    )
    assert [part for part in before if before[part] != after[part] and not may_change.fullmatch(part)] == []
    assert [part for part in before if part not in after] == []


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
@pytest.mark.parametrize("name", WORKBOOKS)
def test_mended_and_dropped_back_the_marks_are_gone_and_the_clerks_own_stay(name: str) -> None:
    original = WORKBOOKS[name]()
    bare = unmarked(error_copy(original, FILE, FOUND), FILE)
    before, after = cells(original), cells(bare)
    for at, cell in before.items():
        assert (cell.value, note(cell)) == (after[at].value, note(after[at]))
        assert (cell.fill.patternType, cell.fill.fgColor.rgb) == (
            after[at].fill.patternType,
            after[at].fill.fgColor.rgb,
        )
    assert not any(note(cell) or cell.fill.patternType for at, cell in after.items() if at not in before)
    assert parts(bare).keys() == parts(original).keys()
    drawings = [part for part in parts(original) if part.endswith(".vml")]
    assert [parts(bare)[part].count(b"ClientData") for part in drawings] == [
        parts(original)[part].count(b"ClientData") for part in drawings
    ]


def test_a_workbook_without_marks_is_handed_back_as_it_came() -> None:
    for make in WORKBOOKS.values():
        data = make()
        assert unmarked(data, FILE) is data


def test_marking_twice_gives_the_same_bytes() -> None:
    original = plain()
    once = error_copy(original, FILE, FOUND)
    assert error_copy(once, FILE, FOUND) == once == error_copy(original, FILE, FOUND)


def test_people_who_talk_about_a_cell_are_not_interrupted() -> None:
    marked = error_copy(talk_about_a_cell(), FILE, FOUND)
    assert note(cells(marked)["A1"]) == "của tôi"
    assert note(cells(marked)["B1"]).startswith(f"{OPENING}Ô A1:\n")


def test_a_merged_cell_is_marked_where_it_is_seen_and_a_finding_without_a_cell_on_the_first() -> None:
    marked = cells(error_copy(plain(), FILE, (finding(5, "B"), finding(None, None), finding(4, None))))
    assert [at for at, cell in marked.items() if note(cell)] == ["A1", "A4", "A5"]


def test_whether_the_clerk_has_begun_to_mend_a_copy_is_known() -> None:
    copy = error_copy(plain(), FILE, FOUND)
    assert is_untouched(copy, FILE)
    workbook = openpyxl.load_workbook(io.BytesIO(copy))
    assert is_untouched(saved(workbook), FILE)
    workbook.worksheets[0]["A2"] = "khác"
    assert not is_untouched(saved(workbook), FILE)
    assert not is_untouched(plain(), FILE)
