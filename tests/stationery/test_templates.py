"""The template files themselves: what a clerk opens in Word."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from vanban import gate
from vanban.domain import typeface
from vanban.kinds import KINDS
from vanban.law import nd30
from vanban.stationery import build_templates
from vanban.stationery.books import build_books
from vanban.stationery.styles import STYLES

NAMES = [kind.name for kind in KINDS]
TAG = re.compile(r"\{[{%#].*?[}%#]\}")


def opened(templates: dict[str, bytes], name: str) -> Any:
    return docx.Document(io.BytesIO(templates[name]))


def paragraphs(document: Any) -> list[Any]:
    return list(document.element.body.iter(qn("w:p")))


def sections_of(templates: dict[str, bytes], name: str) -> list[Any]:
    """The parts of a template with pages of their own: an annex and the next one, of anything else the one."""
    sections = list(opened(templates, name).sections)
    assert len(sections) == (2 if name in ("annex", "wide_annex") else 1)
    return sections


def text_of(element: Any) -> str:
    return "".join(element.itertext(qn("w:t")))


def test_the_committed_templates_are_byte_for_byte_what_the_builder_makes(templates: dict[str, bytes]) -> None:
    built = build_templates()
    assert sorted(templates) == sorted(built) == sorted(NAMES)
    for name, data in built.items():
        assert templates[name] == data, f"templates/docx/{name}.docx is not up to date: run make templates"


def test_other_hash_seeds_locales_and_time_zones_make_the_same_bytes(
    tmp_path: Path, templates: dict[str, bytes]
) -> None:
    strange = {"PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Asia/Ho_Chi_Minh", "PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "vanban.stationery", str(tmp_path / "made")]
    done = subprocess.run(command, env=strange, capture_output=True, text=True, check=True)
    assert done.stdout == done.stderr == ""
    made = tmp_path / "made"
    assert {path.stem: path.read_bytes() for path in (made / "docx").iterdir()} == templates
    assert {path.stem: path.read_bytes() for path in (made / "books").iterdir()} == build_books()


@pytest.mark.parametrize("name", NAMES)
def test_a_template_holds_only_the_parts_that_it_needs_and_passes_the_gate(
    name: str, templates: dict[str, bytes]
) -> None:
    with zipfile.ZipFile(io.BytesIO(templates[name])) as package:
        assert package.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "word/styles.xml",
            "word/settings.xml",
            "word/header1.xml",
            "word/header2.xml",
            *(["word/media/image1.emf"] if name.endswith("certificate") else []),
            "docProps/core.xml",
        ]
    gate.open_package(templates[name], name=name, kind="docx")


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_a4_with_the_margins_of_the_decree(name: str, templates: dict[str, bytes]) -> None:
    page = nd30.PAGE
    on_its_side = name in (
        "dossier_index",
        "nominee_list",
        "progress_sheet",
        "certificate",
        "family_certificate",
        "other_certificate",
        "target_assignment",
        "wide_annex",
        "year_score_summary",
    )
    sides = (page.height, page.width) if on_its_side else (page.width, page.height)
    for section in sections_of(templates, name):
        assert (section.page_width.twips, section.page_height.twips) == tuple(side.twips for side in sides)
        for side in ("top", "bottom", "left", "right"):
            chosen = page.left if name.endswith("certificate") and side == "right" else getattr(page, side)
            assert getattr(section, f"{side}_margin").twips == chosen.chosen.twips
        assert section.header_distance.twips == page.header_distance.twips


@pytest.mark.parametrize("name", NAMES)
def test_the_page_number_stands_in_the_middle_of_the_header_but_not_on_page_one(
    name: str, templates: dict[str, bytes]
) -> None:
    for section in sections_of(templates, name):
        assert section.different_first_page_header_footer
        [number], [empty] = section.header.paragraphs, section.first_page_header.paragraphs
        assert [piece.text for piece in number._p.iter(qn("w:instrText"))] == [" PAGE "]
        assert (number.text, empty.text) == ("2", "")
        assert number.style.name == "Số trang"
        assert number.style.paragraph_format.alignment == 1
        [start] = section._sectPr.iter(qn("w:pgNumType"))
        assert start.get(qn("w:start")) == "1", "each annex counts its own pages (Mục III khoản 1)"


@pytest.mark.parametrize("name", NAMES)
def test_the_whole_document_is_in_black_times_new_roman_and_vietnamese(name: str, templates: dict[str, bytes]) -> None:
    document = opened(templates, name)
    [defaults] = document.styles.element.iter(qn("w:rPrDefault"))
    [fonts] = defaults.iter(qn("w:rFonts"))
    assert dict(fonts.attrib) == {
        qn(f"w:{script}"): "Times New Roman" for script in ("ascii", "hAnsi", "eastAsia", "cs")
    }
    assert [color.get(qn("w:val")) for color in defaults.iter(qn("w:color"))] == ["000000"]
    assert [language.get(qn("w:val")) for language in defaults.iter(qn("w:lang"))] == ["vi-VN"]
    direct = [part.tag for run in document.element.iter(qn("w:rPr")) for part in run if part.tag != qn("w:rStyle")]
    assert direct == [], "formatting belongs to the styles"
    coloured = [style.name for style in document.styles if style.element.findall(f".//{qn('w:color')}")]
    red = {style for style in coloured if style.startswith(("Thẩm quyền giấy khen", "Danh hiệu giấy khen"))}
    urgent = {"Mức độ khẩn"} if "letterhead.urgency" in text_of(document.element) else set()
    assert set(coloured) - red - {"Lệnh của mẫu", "Đường kẻ"} == urgent, (
        "grey are only the commands, which are not printed, red is the mark of urgency (NĐ 30 Phụ lục I, Mục III.2.b)"
    )
    assert bool(red) is name.endswith("certificate"), "red are two lines of a certificate (NĐ 98/2023 Điều 104)"


@pytest.mark.parametrize("name", NAMES)
def test_styles_have_vietnamese_names_without_commas_and_none_is_unused(name: str, templates: dict[str, bytes]) -> None:
    document = opened(templates, name)
    headers = [document.sections[0].header._element, document.sections[0].first_page_header._element]
    used = {style.get(qn("w:val")) for part in (document.element, *headers) for style in part.iter(qn("w:pStyle"))}
    bases = {style.get(qn("w:val")) for style in document.styles.element.iter(qn("w:basedOn"))}
    known = {style.style_id: style.name for style in document.styles if style.type == 1}
    assert set(known) == used | bases & set(known)
    for title in known.values():
        assert "," not in title, "Word takes what follows a comma in a style's name for another name"
        assert title == unicodedata.normalize("NFC", title)


def test_every_style_has_an_identity_of_its_own_in_ascii() -> None:
    identities = [style.id for style in STYLES.values()]
    assert len(set(identities)) == len(identities)
    assert all(identity.isascii() and identity.isalnum() for identity in identities)
    assert STYLES["Nơi nhận (tiêu đề)"].id == "NoiNhanTieuDe"
    assert STYLES["Địa danh ngày tháng"].id == "DiaDanhNgayThang"


@pytest.mark.parametrize(
    ("style", "part"),
    [
        ("Mức độ khẩn", nd30.Part.URGENCY),
        ("Phạm vi lưu hành", nd30.Part.CIRCULATION),
        ("Quốc hiệu", nd30.Part.STATE_NAME),
        ("Tiêu ngữ", nd30.Part.MOTTO),
        ("Tên cơ quan chủ quản", nd30.Part.PARENT_BODY),
        ("Tên cơ quan", nd30.Part.ISSUER),
        ("Số ký hiệu", nd30.Part.NUMBER),
        ("Địa danh ngày tháng", nd30.Part.PLACE_AND_DATE),
        ("Tên loại", nd30.Part.TYPE_NAME),
        ("Trích yếu", nd30.Part.SUBJECT),
        ("Căn cứ", nd30.Part.LEGAL_BASIS),
        ("Lời văn", nd30.Part.BODY),
        ("Mục", nd30.Part.SECTION),
        ("Khoản có tiêu đề", nd30.Part.CLAUSE_TITLE),
        ("Khoản", nd30.Part.CLAUSE),
        ("Gạch đầu dòng", nd30.Part.POINT),
        ("Chức vụ ký", nd30.Part.POSITION),
        ("Họ tên ký", nd30.Part.SIGNER_NAME),
        ("Nơi nhận (tiêu đề)", nd30.Part.RECIPIENTS_TITLE),
        ("Nơi nhận", nd30.Part.RECIPIENT),
    ],
)
def test_a_style_looks_as_the_decree_prints_its_part(style: str, part: nd30.Part, templates: dict[str, bytes]) -> None:
    def inherited(read: Any) -> Any:
        level = opened(templates, "submission").styles[style]
        while level is not None and read(level) is None:
            level = level.base_style
        return None if level is None else read(level)

    wanted = nd30.TYPES[part]
    size = inherited(lambda level: level.font.size)
    assert (size.pt if size else 14) == wanted.size.chosen.points
    assert bool(inherited(lambda level: level.font.bold)) == wanted.bold
    assert bool(inherited(lambda level: level.font.italic)) == wanted.italic
    alignment = inherited(lambda level: level.paragraph_format.alignment)
    assert {None: "left", 0: "left", 1: "center", 3: "both"}[alignment] == wanted.alignment


@pytest.mark.parametrize("name", NAMES)
def test_every_tag_stands_in_one_run_and_every_command_alone(name: str, templates: dict[str, bytes]) -> None:
    for paragraph in paragraphs(opened(templates, name)):
        text = text_of(paragraph)
        if TAG.search(text):
            runs = [text_of(run) for run in paragraph.findall(qn("w:r"))]
            assert [tag for run in runs for tag in TAG.findall(run)] == TAG.findall(text), text
        if re.search(r"\{[{%#](p|tr) ", text):
            assert TAG.fullmatch(text), text
        if "{%tr " in text:
            row = next(paragraph.iterancestors(qn("w:tr")))
            assert text_of(row) == text


WITHOUT_TABLES = ("dossier_cover", "annex", "wide_annex", "criteria_annex")
"""A cover is no list; an annex has no letterhead (Mục III khoản 1), and the tables of its text come with the text."""


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WITHOUT_TABLES])
def test_tables_repeat_their_header_and_never_split_a_row(name: str, templates: dict[str, bytes]) -> None:
    tables = list(opened(templates, name).element.body.iter(qn("w:tbl")))
    for table in tables:
        rows = [row for row in table.iter(qn("w:tr")) if "{%tr" not in text_of(row)]
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in rows)
        style = table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}").get(qn("w:val"))
        headers = [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None]
        heading = 2 if "(1)" in text_of(rows[min(1, len(rows) - 1)]) else 1
        assert headers == (rows[:heading] if style == "BangSoLieu" else [])
    assert tables


@pytest.mark.parametrize("name", NAMES)
def test_columns_of_data_fill_the_width_between_the_margins(name: str, templates: dict[str, bytes]) -> None:
    document = opened(templates, name)
    section = document.sections[0]
    room = section.page_width.twips - section.left_margin.twips - section.right_margin.twips
    for table in document.element.body.iter(qn("w:tbl")):
        if table.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}").get(qn("w:val")) == "BangSoLieu":
            widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
            assert abs(sum(widths) - room) <= len(widths), "each column may round by half a twip"


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in NAMES
        if not name.startswith("dossier_") and not name.endswith(("_list", "certificate", "_assignment", "annex"))
    ],
)
def test_the_line_under_the_motto_is_as_long_as_the_motto(name: str, templates: dict[str, bytes]) -> None:
    document = opened(templates, name)
    lines = [p for p in paragraphs(document) if p.pPr.find(qn("w:pStyle")).get(qn("w:val")) == "DuongKe"]
    sizes = nd30.TYPES[nd30.Part.MOTTO].size
    for line, size in zip(lines, (sizes.least, sizes.chosen), strict=True):
        assert text_of(line.getprevious()) == nd30.MOTTO
        indent = line.pPr.find(qn("w:ind"))
        left, right = int(indent.get(qn("w:left"))), int(indent.get(qn("w:right")))
        motto = typeface.width(nd30.MOTTO, size, bold=True)
        assert left == right
        assert abs(nd30.LETTERHEAD_COLUMNS[1].twips - left - right - motto.twips) <= 2
