"""``vanban convert``: files in old encodings come out in Unicode, whatever shows the encoding; the original stays."""

from __future__ import annotations

import itertools
import re
import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from vanban.cli.app import cli
from vanban.domain.old_encoding import TABLES, OldEncoding, encoding_of, unicode_of
from vanban.errors import OverOriginal

_FAMILY, _MIDDLE, _GIVEN = (
    line.split() for line in (Path(__file__).parents[1] / "ingest" / "names.txt").read_text("utf-8").splitlines()
)
NAMES = [
    " ".join(name)
    for name in itertools.islice(
        zip(itertools.cycle(_FAMILY[:60]), itertools.cycle(_MIDDLE[:50]), itertools.cycle(_GIVEN[:70]), strict=False),
        220,
    )
]
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def written_in(text: str, encoding: OldEncoding) -> str:
    """``text`` as somebody wrote it who had that encoding only."""
    if encoding is OldEncoding.APART:
        return unicodedata.normalize("NFD", text)
    back: dict[str, str] = {}
    for sign, letter in TABLES[encoding].items():
        back.setdefault(letter, sign)
    if encoding is not OldEncoding.CP1258:
        return "".join(back.get(letter, letter) for letter in text)
    made = ""
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        base = unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in _TONES))
        made += back.get(base, base) + "".join(back[sign] for sign in apart if sign in _TONES)
    return made


def can_say(encoding: OldEncoding, name: str) -> bool:
    """TCVN3 has no capitals with a tone: its writers took another font for them."""
    return encoding is not OldEncoding.TCVN3 or not any(
        letter.isupper() and not letter.isascii() and letter not in "ĂÂÊÔƠƯĐ" for letter in name
    )


@pytest.mark.parametrize("encoding", OldEncoding, ids=lambda one: one.name)
def test_two_hundred_names_survive_the_trip(encoding: OldEncoding) -> None:
    names = [name for name in NAMES if can_say(encoding, name)]
    assert len(names) >= 200
    assert [unicode_of(written_in(name, encoding), encoding) for name in names] == names


@pytest.mark.parametrize("encoding", OldEncoding, ids=lambda one: one.name)
def test_a_list_of_names_is_recognised_as_a_whole(encoding: OldEncoding, tmp_path: Path) -> None:
    names = [name for name in NAMES if can_say(encoding, name) and "Êa" not in name and "Ý" not in name]
    file = tmp_path / "ds.txt"
    file.write_text("\n".join(written_in(name, encoding) for name in names), "utf-8")
    said = convert(file)
    assert said.exit_code in (0, 1), said.output
    after = (tmp_path / "ds-unicode.txt").read_text("utf-8").split("\n")
    wrong = [(name, read) for name, read in zip(names, after, strict=True) if name != read]
    # A name with nothing odd in it ("An", "Ngo.c" alone) may stay as it stands; none becomes another one.
    assert len(wrong) <= len(names) * 0.2
    assert all(read == written_in(name, encoding) for name, read in wrong)


def convert(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["convert", *map(str, arguments)])


def word_file(*runs: tuple[str, str]) -> bytes:
    names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        for font, text in runs
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Override PartName="/word/document.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        packed.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
            'Id="rId1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        document = f'<w:document xmlns:w="{names}"><w:body><w:p>{body}</w:p></w:body></w:document>'
        packed.writestr("word/document.xml", document)
    return made.getvalue()


def document_of(file: Path) -> str:
    with zipfile.ZipFile(file) as packed:
        return packed.read("word/document.xml").decode()


def test_the_font_of_a_run_says_in_what_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "cu.docx"
    tcvn3, vni = written_in("phường Ngô Quyền", OldEncoding.TCVN3), written_in("Nguyễn Thị Hường", OldEncoding.VNI)
    cut = vni.index("H") + 2
    file.write_bytes(
        word_file((".VnTime", tcvn3), ("VNI-Times", vni[:cut]), ("VNI-Times", vni[cut:]), ("Arial", " café"))
    )
    original = file.read_bytes()
    said = convert(file)
    assert said.exit_code == 0, said.output
    after = document_of(tmp_path / "cu-unicode.docx")
    assert "phường Ngô Quyền" in after
    assert "café" in after
    assert ".VnTime" not in after and "VNI-Times" not in after
    assert "Nguyễn Thị H" in after and "ườ" in after
    assert file.read_bytes() == original
    assert "tệp gốc giữ nguyên" in said.stdout


def test_a_font_of_capitals_gives_capitals(tmp_path: Path) -> None:
    file = tmp_path / "hoa.docx"
    file.write_bytes(word_file((".VnTimeH", written_in("kế hoạch", OldEncoding.TCVN3))))
    convert(file)
    assert "KẾ HOẠCH" in document_of(tmp_path / "hoa-unicode.docx")


def test_a_word_that_cannot_be_vietnamese_is_told_and_marked(tmp_path: Path) -> None:
    file = tmp_path / "ngo.docx"
    file.write_bytes(word_file((".VnTime", written_in("xã", OldEncoding.TCVN3) + " Br¨ngx")))
    said = convert(file)
    assert said.exit_code == 1
    assert "Chữ chưa chắc, hãy xem lại: “Brăngx”" in said.stdout
    assert "highlight" in document_of(tmp_path / "ngo-unicode.docx")


def test_cells_of_a_workbook_are_brought_over_and_all_else_stays(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for place, name in enumerate(("Nguyễn Thị Hường", "Trần Văn Đức", "Lê Hoàng Phượng"), start=1):
        sheet.cell(place, 1, written_in(name, OldEncoding.TCVN3))
        sheet.cell(place, 2, place)
    file = tmp_path / "cu.xlsx"
    book.save(file)
    assert convert(file).exit_code == 0
    read = openpyxl.load_workbook(tmp_path / "cu-unicode.xlsx").worksheets[0]
    rows = [[cell.value for cell in row] for row in read.iter_rows()]
    assert rows == [["Nguyễn Thị Hường", 1], ["Trần Văn Đức", 2], ["Lê Hoàng Phượng", 3]]


def test_the_font_of_a_cell_says_in_what_it_is_written_and_a_run_has_its_own(tmp_path: Path) -> None:
    """Words that could be read in two ways, capitals that only the font shows, one text in cells of two fonts."""
    book = openpyxl.Workbook(write_only=False)
    sheet = book.active
    assert sheet is not None
    cells = {
        "A1": (".VnTimeH", written_in("hộ nghèo", OldEncoding.TCVN3)),
        "A2": (".VnTime", written_in("Bé", OldEncoding.TCVN3)),
        "A3": ("VNI-Times", written_in("Bé", OldEncoding.VNI)),
        "A4": ("Times New Roman", "Tổ 5"),
        "A5": (".VnTime", "Tổ 5"),
    }
    for place, (font, text) in cells.items():
        sheet[place] = text
        sheet[place].font = Font(name=font)
    run = InlineFont(rFont=".VnTime")
    sheet["A6"] = CellRichText("Chủ hộ: ", TextBlock(run, written_in("Nguyễn Văn Định", OldEncoding.TCVN3)))
    file = tmp_path / "phong.xlsx"
    book.save(file)
    assert convert(file).exit_code == 0
    read = openpyxl.load_workbook(tmp_path / "phong-unicode.xlsx").worksheets[0]
    said = [str(read[f"A{row}"].value) for row in range(1, 7)]
    assert said == ["HỘ NGHÈO", "Bé", "Bé", "Tổ 5", "Tổ 5", "Chủ hộ: Nguyễn Văn Định"]
    assert {read[place].font.name for place in cells} == {"Times New Roman"}


def test_cells_with_a_doubtful_word_are_amber_and_say_which(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["A2"] = (
        written_in("Nguyễn Thị Hường", OldEncoding.TCVN3),
        written_in("xã", OldEncoding.TCVN3) + " Br¨ngx",
    )
    for place in ("A1", "A2"):
        sheet[place].font = Font(name=".VnTime")
    file = tmp_path / "ngo.xlsx"
    book.save(file)
    said = convert(file)
    assert said.exit_code == 1, said.output
    read = openpyxl.load_workbook(tmp_path / "ngo-unicode.xlsx").worksheets[0]
    assert (read["A1"].comment, read["A1"].fill.fgColor.rgb) == (None, "00000000")
    assert read["A2"].fill.fgColor.rgb == "FFFFE08A"
    assert read["A2"].comment is not None
    assert "Chữ chưa chắc: “Brăngx”." in read["A2"].comment.text


def test_a_file_of_an_older_word_processor_becomes_a_word_file(tmp_path: Path) -> None:
    text = written_in("Kế hoạch phường Ngô Quyền", OldEncoding.TCVN3)
    coded = "".join(sign if sign.isascii() else f"\\'{sign.encode('cp1252').hex()}" for sign in text)
    file = tmp_path / "cu.rtf"
    file.write_text(r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 .VnTime;}}\f0 " + coded + "}", "ascii")
    said = convert(file)
    assert said.exit_code == 0, said.output
    # The byte of the letter ư is a soft hyphen to whoever does not know the font.
    assert "Kế hoạch phường Ngô Quyền" in re.sub("<[^>]+>", "", document_of(tmp_path / "cu-unicode.docx"))


@pytest.mark.parametrize("text", ["Kế hoạch năm 2024: đạt 98%; xem lại?", "Müller, café, 100 m²", "Hoà Bình… (ok.)"])
def test_what_is_unicode_already_is_left_alone(text: str, tmp_path: Path) -> None:
    assert encoding_of(text) is None
    file = tmp_path / "moi.txt"
    file.write_text(text, "utf-8")
    said = convert(file)
    assert "không có chữ nào kiểu cũ" in said.stdout
    assert not (tmp_path / "moi-unicode.txt").exists()


def test_the_original_is_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("x", "utf-8")
    assert isinstance(convert(file, file).exception, OverOriginal)
