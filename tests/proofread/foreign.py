"""Papers as other programs and other hands make them: the same words, laid out in some twenty other ways."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from itertools import zip_longest

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from tests.proofread.paper import DEFAULT_STYLES, Paper, Para, annexed, build, columns, gap, package, section_properties
from tests.proofread.samples import decision, letter, minutes, plan

VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def _text(paras: list[Para]) -> str:
    return "".join(para.xml() for para in paras)


def _file(paper: Paper, head: str, foot: str, styles: str = DEFAULT_STYLES) -> bytes:
    body = head + _text(paper.body) + foot + annexed(paper)
    return package(body, paper.sheet, styles)


def _head(paper: Paper) -> str:
    return columns(paper.head_left, paper.head_right)


def _foot(paper: Paper) -> str:
    return columns(paper.foot_left, paper.foot_right, (4535, 4535))


def tabs(paper: Paper) -> bytes:
    """Left and right on one line with a tab between them; rules are underscores."""

    def lines(left: list[Para], right: list[Para]) -> str:
        found = []
        for one, other in zip_longest(_no_rules(left), _no_rules(right)):
            para = replace(one or other or gap(), jc="left", first=0, left=0, right=0)
            runs = [_run(one) if one else "", "<w:r><w:tab/></w:r>", _run(other) if other else ""]
            para.text, para.runs = "", "".join(runs)
            found.append(para.xml())
        return "".join(found)

    return _file(paper, lines(paper.head_left, paper.head_right), lines(paper.foot_left, paper.foot_right))


def _no_rules(paras: list[Para]) -> list[Para]:
    return [para for para in paras if not para.rule and para.text]


def _run(para: Para) -> str:
    found = re.search(r"<w:r>.*</w:r>", para.xml())
    return found[0] if found else ""


def vml_boxes(paper: Paper) -> bytes:
    """The head in two VML text boxes."""
    shapes = ""
    for left, paras in ((0, paper.head_left), (190, paper.head_right)):
        style = f"position:absolute;margin-left:{left}pt;margin-top:0;width:{170 if not left else 280}pt;height:90pt"
        shapes += (
            f'<w:r><w:pict><v:shape {VML} style="{style}" stroked="f"><v:textbox><w:txbxContent>{_text(paras)}'
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        )
    return _file(paper, replace(gap(), runs=shapes).xml() + gap().xml(), _foot(paper))


def drawing_boxes(paper: Paper) -> bytes:
    """The head in two DrawingML text boxes, each with its VML fallback."""
    shapes = ""
    for left, paras in ((0, paper.head_left), (2413000, paper.head_right)):
        content = f"<w:txbxContent>{_text(paras)}</w:txbxContent>"
        shapes += (
            f'<w:r><mc:AlternateContent {DRAWING}><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
            f'<wp:positionH relativeFrom="column"><wp:posOffset>{left}</wp:posOffset></wp:positionH>'
            f'<wp:extent cx="{3556000 if left else 2159000}" cy="1143000"/><a:graphic><a:graphicData><wps:wsp>'
            f'<wps:spPr><a:prstGeom prst="rect"/><a:ln><a:noFill/></a:ln></wps:spPr><wps:txbx>{content}</wps:txbx>'
            "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f"<v:shape {VML}><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )
    return _file(paper, replace(gap(), runs=shapes).xml() + gap().xml(), _foot(paper))


def nested_tables(paper: Paper) -> bytes:
    """Head and foot as tables inside a table of one cell."""

    def around(inner: str) -> str:
        return (
            '<w:tbl><w:tblPr><w:tblW w:w="9300" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="9300"/></w:tblGrid>'
            f"<w:tr><w:tc><w:tcPr/>{inner}{gap(2).xml()}</w:tc></w:tr></w:tbl>"
        )

    return _file(paper, around(_head(paper)), around(_foot(paper)))


def content_controls(paper: Paper) -> bytes:
    """Every paragraph in a block content control, its run in an inline one."""
    data = _inside(
        build(paper), r"(<w:p>(?:(?!</w:p>).)*</w:p>)", r"<w:sdt><w:sdtPr/><w:sdtContent>\1</w:sdtContent></w:sdt>"
    )
    return _inside(data, r"(<w:r><w:rPr>(?:(?!</w:r>).)*</w:r>)", r"<w:sdt><w:sdtContent>\1</w:sdtContent></w:sdt>")


def tracked_changes(paper: Paper) -> bytes:
    """Every run inserted, beside a deleted one."""
    deleted = '<w:del w:id="1" w:author="A"><w:r><w:delText>Chữ đã xóa</w:delText></w:r></w:del>'
    return _inside(
        build(paper),
        r"(<w:r><w:rPr>(?:(?!</w:r>).)*</w:r>)",
        rf'<w:ins w:id="2" w:author="A">\1</w:ins>{deleted}',
    )


def comments(paper: Paper) -> bytes:
    """A comment range, bookmarks and proofing marks around every run."""
    numbers = itertools.count(1)

    def around(run: re.Match[str]) -> str:
        number = next(numbers)
        return (
            f'<w:commentRangeStart w:id="{number}"/><w:bookmarkStart w:id="{number}" w:name="a{number}"/>'
            f'<w:proofErr w:type="spellStart"/>{run[1]}<w:bookmarkEnd w:id="{number}"/>'
            f'<w:commentRangeEnd w:id="{number}"/>'
        )

    return _inside(build(paper), r"(<w:r><w:rPr>(?:(?!</w:r>).)*</w:r>)", around)


def split_runs(paper: Paper) -> bytes:
    """A run for every word, some in hyperlinks, as Word leaves after editing."""

    def cut(match: re.Match[str]) -> str:
        words = re.findall(r"\S+\s*|\s+", match[2])
        return "".join(f"{match[1]}{word}{match[3]}" for word in words)

    return _inside(
        build(paper), r'(<w:r><w:rPr>(?:(?!</w:rPr>).)*</w:rPr><w:t xml:space="preserve">)([^<]*)(</w:t></w:r>)', cut
    )


def line_breaks(paper: Paper) -> bytes:
    """A whole column in one paragraph, its lines parted by breaks; rules are raised underscores."""

    def one(paras: list[Para]) -> list[Para]:
        first = replace(next(para for para in paras if para.text), text="", runs="")
        runs = []
        for para in paras:
            row = "_" * (14 if paras is paper.head_left else 41)
            said = (
                replace(para, text=row, size=14, run_properties='<w:vertAlign w:val="superscript"/>')
                if para.rule
                else para
            )
            runs.append(_run(said) or "")
        first.runs = "<w:r><w:br/></w:r>".join(runs)
        return [first]

    return _file(paper, columns(one(paper.head_left), one(paper.head_right)), _foot(paper))


def underscores(paper: Paper) -> bytes:
    """Rules drawn as rows of raised underscores, as in the samples of Phụ lục III."""
    counts = {
        id(para): count
        for paras, count in ((paper.head_left, 14), (paper.head_right, 41), (paper.body, 28))
        for para in paras
    }

    def row(para: Para) -> Para:
        raised = '<w:vertAlign w:val="superscript"/>'
        return Para("_" * counts[id(para)], None, 14, jc="center", first=0, before=0, run_properties=raised)

    for paras in (paper.head_left, paper.head_right, paper.body):
        paras[:] = [row(para) if para.rule else para for para in paras]
    return build(paper)


def drawn_shapes(paper: Paper) -> bytes:
    """Rules drawn as connectors, anchored in the line above them."""
    for column, middle in ((paper.head_left, 85.0), (paper.head_right, 141.0), (paper.body, 226.0)):
        for index, para in enumerate(column):
            if para.rule:
                width = (
                    {id(paper.head_left): 3184, id(paper.head_right): 5454}.get(id(column), 9071) - para.left * 2
                ) / 20
                column[index - 1].runs = (
                    f'<w:r><w:drawing {DRAWING}><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>'
                    f"{round((middle - width / 2) * 12700)}</wp:posOffset></wp:positionH>"
                    f'<wp:extent cx="{round(width * 12700)}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
                    '<a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor>'
                    "</w:drawing></w:r>"
                )
        column[:] = [para for para in column if not para.rule]
    return build(paper)


def styles_only(paper: Paper) -> bytes:
    """No direct formatting: a paragraph style for every look, based on one another."""
    styles: dict[str, str] = {}

    def styled(match: re.Match[str]) -> str:
        properties, face, rest = match[1], match[2], match[3]
        key = f"S{len(styles)}"
        key = styles.setdefault(properties + face, key)
        bare = re.sub("<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>", "", rest)
        return f'<w:p><w:pPr><w:pStyle w:val="{key}"/></w:pPr>{bare}</w:p>'

    text = re.sub(
        r"<w:p><w:pPr>((?:(?!<w:rPr>).)*)<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr></w:pPr>((?:(?!</w:p>).)*)</w:p>",
        styled,
        _head(paper) + _text(paper.body) + _foot(paper) + annexed(paper),
    )
    made = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{key}"/><w:basedOn w:val="Normal"/>'
        f"{_style_of(look)}</w:style>"
        for look, key in styles.items()
    )
    return package(text, paper.sheet, DEFAULT_STYLES + made)


def _style_of(look: str) -> str:
    properties, mark, face = look.partition("<w:rFonts")
    return f"<w:pPr>{properties}</w:pPr><w:rPr>{mark}{face}</w:rPr>"


def theme_fonts(paper: Paper) -> bytes:
    """Fonts named by the theme alone, which says Times New Roman."""
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>'
        '<a:majorFont><a:latin typeface="Times New Roman"/></a:majorFont>'
        '<a:minorFont><a:latin typeface="Times New Roman"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
    )
    text = _head(paper) + _text(paper.body) + _foot(paper) + annexed(paper)
    text = re.sub(r"<w:rFonts[^>]*/>", '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>', text)
    return package(text, paper.sheet, more={"word/theme/theme1.xml": theme})


def numbered_lists(paper: Paper) -> bytes:
    """Khoản and mục numbered by Word itself."""
    levels = {"upperRoman": "%1.", "decimal": "%1."}
    numbering = "".join(
        f'<w:abstractNum w:abstractNumId="{place}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        for place, (form, text) in enumerate(levels.items())
    )
    numbering += "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(2))
    seen = 0
    for para in paper.body:
        label = re.match(r"[IVX]+\. |\d+\. ", para.text)
        if label is None or para.part is None or para.part == "clause_title":
            continue
        roman = label[0][0] in "IVX"
        seen += not roman
        para.text = para.text[label.end() :]
        para.properties = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{1 if roman else 2}"/></w:numPr>'
    text = _head(paper) + _text(paper.body) + _foot(paper) + annexed(paper)
    more = {"word/numbering.xml": f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>'}
    return package(text, paper.sheet, more=more)


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def landscape_appendix(paper: Paper) -> bytes:
    """The appendices in a section of their own, on its side."""
    last = replace(gap(2), properties=section_properties(paper.sheet))
    wide = replace(paper.sheet, width=16838, height=11906, orient="landscape")
    text = _head(paper) + _text(paper.body) + _foot(paper) + last.xml() + _text(paper.attached or [gap()])
    return package(text + section_properties(wide), paper.sheet)


def strict(paper: Paper) -> bytes:
    """ISO/IEC 29500 strict: other namespaces."""
    return _inside(build(paper), re.escape(W), "http://purl.oclc.org/ooxml/wordprocessingml/main")


def _inside(data: bytes, pattern: str, new: str | Callable[[re.Match[str]], str]) -> bytes:
    """The file with its text part rewritten."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name).decode()
            if name == "word/document.xml":
                content = re.sub(pattern, new, content, flags=re.DOTALL)
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return out.getvalue()


def python_docx(paper: Paper) -> bytes:
    """Made by python-docx on its default template, with direct formatting."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = (
        Mm(30),
        Mm(20),
        Mm(20),
        Mm(20),
    )
    table = document.add_table(rows=1, cols=2)
    for cell, paras in zip(table.rows[0].cells, (paper.head_left, paper.head_right), strict=True):
        for para in _no_rules(paras):
            _write(cell.add_paragraph(), para)
    for para in paper.body:
        _write(document.add_paragraph(), para)
    table = document.add_table(rows=1, cols=2)
    for cell, paras in zip(table.rows[0].cells, (paper.foot_left, paper.foot_right), strict=True):
        for para in paras:
            _write(cell.add_paragraph(), para)
    for para in paper.attached:
        _write(document.add_paragraph(), para)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write(paragraph: object, para: Para) -> None:
    from docx.text.paragraph import Paragraph

    assert isinstance(paragraph, Paragraph)
    paragraph.alignment = {
        "center": WD_ALIGN_PARAGRAPH.CENTER, "both": WD_ALIGN_PARAGRAPH.JUSTIFY, "left": WD_ALIGN_PARAGRAPH.LEFT,
    }[para.jc]  # fmt: skip
    paragraph.paragraph_format.first_line_indent = Pt(para.first / 20)
    paragraph.paragraph_format.space_before = Pt(para.before / 20)
    paragraph.paragraph_format.page_break_before = "pageBreakBefore" in para.properties
    run = paragraph.add_run(para.text)
    run.font.name, run.font.size, run.bold, run.italic = para.font, Pt(para.size), para.bold, para.italic
    run._element.rPr.rFonts.set(qn("w:hAnsi"), para.font)


def stacked(paper: Paper) -> bytes:
    """Everything one below the other, no columns at all: the left column, then the right one."""
    head = [para for para in (*paper.head_left[:-1], *paper.head_right) if para.text]
    issuer, state = [p for p in head if p in paper.head_left], [p for p in head if p in paper.head_right]
    number = paper.head_left[-1:]
    return _file(paper, _text([*state[:2], *issuer, *number, *state[2:]]), _text([*paper.foot_right, *paper.foot_left]))


def xml_noise(paper: Paper) -> bytes:
    """Words with characters that XML must escape, and attributes that nobody reads."""
    for para in paper.body:
        para.text = para.text.replace("thi đua, khen thưởng;", "thi đua, khen thưởng & < >;")
    return _inside(build(paper), r"<w:p>", '<w:p w:rsidR="00AA" w:rsidRDefault="00BB">')


SAMPLES: dict[str, Callable[[], Paper]] = {"plan": plan, "decision": decision, "letter": letter, "minutes": minutes}
WAYS: dict[str, Callable[[Paper], bytes]] = {
    way.__name__: way
    for way in (
        tabs, vml_boxes, drawing_boxes, nested_tables, content_controls, tracked_changes, comments, split_runs,
        line_breaks, underscores, drawn_shapes, styles_only, theme_fonts, numbered_lists, landscape_appendix, strict,
        python_docx, stacked, xml_noise,
    )
}  # fmt: skip
"""How each way lays a clean paper out."""
