"""Effective facts: what a run and a paragraph look like once every style has had its word."""

from __future__ import annotations

import pytest

from tests.proofread.paper import DEFAULT_STYLES, package
from vanban.proofread.facts import LineKind, Paragraph, WordFile
from vanban.proofread.reading import read_word_file

_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" '
    'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Base"/><w:basedOn w:val="N"/><w:pPr><w:jc w:val="both"/>'
    '<w:ind w:firstLine="567"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="Derived"/><w:basedOn w:val="B"/>'
    '<w:rPr><w:i/><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="S"><w:name w:val="Strong"/><w:rPr><w:b/><w:color w:val="1F4E79"/></w:rPr>'
    "</w:style>"
    '<w:style w:type="table" w:styleId="T"><w:name w:val="Grid"/><w:tblPr><w:tblBorders><w:top w:val="single"/>'
    '</w:tblBorders></w:tblPr><w:rPr><w:sz w:val="24"/></w:rPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
    "</w:tblStylePr></w:style>"
    '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Circle"/><w:basedOn w:val="C"/></w:style>'
)
_THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
    '<a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def read(body: str, numbering: str = "") -> WordFile:
    more = {"word/theme/theme1.xml": _THEME}
    if numbering:
        space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        more["word/numbering.xml"] = f'<w:numbering xmlns:w="{space}">{numbering}</w:numbering>'
    return read_word_file(package(body, None, _STYLES, more), "a.docx")


def first(body: str, numbering: str = "") -> Paragraph:
    return read(body, numbering).paragraphs[0]


def test_document_defaults_and_theme_fonts_reach_a_bare_run() -> None:
    paragraph = first("<w:p><w:r><w:t>Chữ</w:t></w:r></w:p>")
    face = paragraph.runs[0].face
    assert (face.ascii, face.h_ansi, face.size, face.bold, face.color) == ("Calibri", "Calibri", 11.0, False, "auto")
    assert (paragraph.after, round(paragraph.line, 3), paragraph.alignment) == (8.0, 1.079, "left")


def test_a_derived_style_keeps_what_its_base_says() -> None:
    paragraph = first('<w:p><w:pPr><w:pStyle w:val="D"/></w:pPr><w:r><w:t>Chữ</w:t></w:r></w:p>')
    face = paragraph.runs[0].face
    assert (face.ascii, face.size, face.bold, face.italic) == ("Arial", 13.0, True, True)
    assert (paragraph.alignment, paragraph.first_line, paragraph.style) == ("both", 28.35, "Derived")


def test_a_toggle_in_paragraph_and_character_style_cancels_out() -> None:
    run = '<w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>Chữ</w:t></w:r>'
    face = first(f'<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr>{run}</w:p>').runs[0].face
    assert (face.bold, face.color) == (False, "1f4e79")


def test_direct_formatting_wins_over_every_style() -> None:
    run = (
        '<w:r><w:rPr><w:b w:val="0"/><w:sz w:val="28"/><w:rFonts w:ascii="Times New Roman"/></w:rPr><w:t>A</w:t></w:r>'
    )
    face = first(f'<w:p><w:pPr><w:pStyle w:val="D"/></w:pPr>{run}</w:p>').runs[0].face
    assert (face.bold, face.size, face.ascii, face.h_ansi) == (False, 14.0, "Times New Roman", "Arial")
    assert (face.font_of("a"), face.font_of("ữ")) == ("Times New Roman", "Arial")


def test_a_table_style_reaches_its_cells_and_its_first_row() -> None:
    cell = "<w:tc><w:tcPr/><w:p><w:r><w:t>Ô</w:t></w:r></w:p></w:tc>"
    look = '<w:tblLook w:firstRow="1"/>'
    file = read(
        f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/>{look}</w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
        f"<w:tr>{cell}</w:tr><w:tr>{cell}</w:tr></w:tbl><w:p/>"
    )
    faces = [paragraph.runs[0].face for paragraph in file.paragraphs[:2]]
    assert [(face.size, face.bold) for face in faces] == [(12.0, True), (12.0, False)]
    cell_of = file.paragraphs[0].cell
    assert cell_of is not None and cell_of.bordered and cell_of.width == 100.0


def test_a_style_based_on_itself_is_read_once() -> None:
    assert first('<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr><w:r><w:t>A</w:t></w:r></w:p>').style == "Circle"


@pytest.mark.parametrize(
    ("indent", "expected"),
    [
        ('<w:ind w:firstLine="720"/>', 36.0),
        ('<w:ind w:start="720" w:hanging="360"/>', -18.0),
        ('<w:ind w:firstLine="720" w:firstLineChars="200"/>', 22.0),
    ],
)
def test_first_lines_are_read_however_they_are_said(indent: str, expected: float) -> None:
    assert first(f"<w:p><w:pPr>{indent}</w:pPr><w:r><w:t>A</w:t></w:r></w:p>").first_line == expected


def test_automatic_numbers_are_part_of_the_text() -> None:
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level.format(0, "upperRoman", "%1.")}'
        f"{level.format(1, 'decimal', '%2.')}{level.format(2, 'lowerLetter', '%3)')}</w:abstractNum>"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = "".join(
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>x</w:t></w:r></w:p>"
        for depth in (0, 1, 2, 2, 1, 0, 1)
    )
    texts = [paragraph.text for paragraph in read(body, numbering).paragraphs]
    assert texts == ["I. x", "1. x", "a) x", "b) x", "2. x", "II. x", "1. x"]


def test_deleted_text_is_gone_and_inserted_text_is_there() -> None:
    body = (
        "<w:p><w:r><w:t>Một </w:t></w:r><w:del><w:r><w:delText>hai</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>ba</w:t></w:r></w:ins></w:p>"
    )
    file = read(body)
    assert (file.paragraphs[0].text, file.tracked) == ("Một ba", True)


def test_a_vml_line_and_underscores_are_lines_with_a_length() -> None:
    shape = (
        '<w:r><w:pict><v:line xmlns:v="urn:schemas-microsoft-com:vml" from="10pt,5pt" to="110pt,5pt">'
        '<v:stroke dashstyle="dash"/></v:line></w:pict></w:r>'
    )
    row = '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>__________</w:t></w:r>'
    file = read(f"<w:p>{shape}</w:p><w:p>{row}</w:p>")
    drawn = [file.paragraphs[0].drawn[0], file.paragraphs[1].drawn[0]]
    assert [(line.kind, line.least, line.dashed) for line in drawn] == [
        (LineKind.SHAPE, 100.0, True),
        (LineKind.CHARACTERS, 70.0, False),
    ]


def test_the_shipped_default_styles_are_times_new_roman() -> None:
    file = read_word_file(package("<w:p><w:r><w:t>A</w:t></w:r></w:p>", None, DEFAULT_STYLES), "a.docx")
    assert file.paragraphs[0].runs[0].face.ascii == "Times New Roman"
