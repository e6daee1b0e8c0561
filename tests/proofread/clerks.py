"""Five hands that type a paper with python-docx as offices do, each with its habits and the faults that these earn."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from docx import Document
from docx.document import Document as Paper
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.proofread.office_texts import OfficeText
from vanban.domain import typeface
from vanban.domain.measure import pt
from vanban.law.nd30 import MOTTO, STATE_NAME

LEFT, RIGHT = 190.0, 275.0
_PADDING = 10.8


@dataclass
class Look:
    """How one line looks; sizes and lengths in points."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    alignment: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY
    first: float = 0
    before: float = 0
    line: float = 1.0


CENTRED = Look(alignment=WD_ALIGN_PARAGRAPH.CENTER)
_UNSET = "w:rFonts"


def sheet(*, right: float = 15, numbered: bool = True) -> Paper:
    """An empty A4 paper in Times New Roman, with page numbers in the middle of the top from page 2."""
    paper = Document()
    normal = paper.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    fonts = normal.element.get_or_add_rPr().find(qn(_UNSET))
    for slot in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{slot}"), "Times New Roman")
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(right)
    if numbered:
        section.different_first_page_header_footer = True
        header = section.header.paragraphs[0]
        header.style, header.alignment = normal, WD_ALIGN_PARAGRAPH.CENTER
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), " PAGE ")
        header._p.append(field)
    return paper


def write(where: Paper | _Cell, text: str, look: Look) -> Paragraph:
    """A new paragraph of one look; a cell's own empty first paragraph is used."""
    empty = isinstance(where, _Cell) and len(where.paragraphs) == 1 and not where.paragraphs[0].runs
    paragraph = where.paragraphs[0] if empty and isinstance(where, _Cell) else where.add_paragraph()
    paragraph.alignment = look.alignment
    form = paragraph.paragraph_format
    form.space_before, form.first_line_indent, form.line_spacing = Pt(look.before), Pt(look.first), look.line
    for number, line in enumerate(text.split("\n")):
        if number:
            paragraph.add_run().add_break()
        run = paragraph.add_run(line)
        run.font.size, run.bold, run.italic = Pt(look.size), look.bold, look.italic
    return paragraph


def rule(where: Paper | _Cell, text: str, size: float, share: float, room: float) -> None:
    """An empty paragraph whose top border is the rule under ``text``."""
    length = min(typeface.width(text, pt(size), bold=True).points, room) * share
    paragraph = write(where, "", Look(size=2))
    side = round((room - length) * 10)
    properties = paragraph._p.get_or_add_pPr()
    for child in list(properties):
        properties.remove(child)
    properties.append(parse_xml(f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6" w:space="0"/></w:pBdr>'))
    properties.append(parse_xml(f'<w:spacing {nsdecls("w")} w:before="20" w:after="0"/>'))
    properties.append(parse_xml(f'<w:ind {nsdecls("w")} w:left="{side}" w:right="{side}"/>'))
    properties.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:sz w:val="4"/></w:rPr>'))


def drawn(paragraph: Paragraph, length: float, left: float) -> None:
    """A straight line of VML anchored at a paragraph."""
    space = f'{nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"'
    style = "position:absolute;z-index:1"
    line = f'<v:line style="{style}" from="{left:.1f}pt,18pt" to="{left + length:.1f}pt,18pt"/>'
    paragraph._p.append(parse_xml(f"<w:r {space}><w:pict>{line}</w:pict></w:r>"))


def columns(paper: Paper, rows: int = 1, widths: tuple[float, float] = (LEFT, RIGHT)) -> list[tuple[_Cell, _Cell]]:
    """The cells of a table of two columns without borders."""
    table = paper.add_table(rows, 2)
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Pt(width)
    return [(row.cells[0], row.cells[1]) for row in table.rows]


Draw = Callable[[Paragraph | None, _Cell | None, str, float, float, float], None]


def _bordered(_: Paragraph | None, cell: _Cell | None, text: str, size: float, share: float, room: float) -> None:
    assert cell is not None
    rule(cell, text, size, share, room)


def _shaped(paragraph: Paragraph | None, _: _Cell | None, text: str, size: float, share: float, room: float) -> None:
    assert paragraph is not None
    length = min(typeface.width(text, pt(size), bold=True).points, room) * share
    drawn(paragraph, length, (room - length) / 2)


def _none(*_: object) -> None:
    pass


def head(paper: Paper, text: OfficeText, draw: Draw, size: float = 13) -> None:
    """The head in a table."""
    (left, right), (below, beside) = columns(paper, 2)
    bold = Look(size, bold=True, alignment=WD_ALIGN_PARAGRAPH.CENTER)
    for line in text.parent:
        write(left, line, Look(size, alignment=WD_ALIGN_PARAGRAPH.CENTER))
    last = [write(left, line, bold) for line in text.issuer][-1]
    draw(last, left, text.issuer[-1], size, 0.42, LEFT - _PADDING)
    write(right, STATE_NAME, Look(13, bold=True, alignment=WD_ALIGN_PARAGRAPH.CENTER))
    motto = write(right, MOTTO, Look(14, bold=True, alignment=WD_ALIGN_PARAGRAPH.CENTER))
    draw(motto, right, MOTTO, 14, 1.0, RIGHT - _PADDING)
    write(below, text.number, Look(13, alignment=WD_ALIGN_PARAGRAPH.CENTER))
    write(beside, text.date, Look(14, italic=True, alignment=WD_ALIGN_PARAGRAPH.CENTER))
    if not text.type_name:
        for place, line in enumerate(text.subject):
            write(below, line, Look(12, alignment=WD_ALIGN_PARAGRAPH.CENTER, before=0 if place else 6))


def middle(paper: Paper, text: OfficeText, usual: Look, room: float = 467) -> None:
    """Type, subject, bases, addressees and content; a rule under the subject where there is ``room`` for it."""
    loud = Look(14, bold=True, alignment=WD_ALIGN_PARAGRAPH.CENTER)
    write(paper, "", Look())
    if text.type_name:
        for line in (text.type_name, *text.subject):
            write(paper, line, loud)
        if room:
            rule(paper, text.subject[-1], 14, 0.42, room)
    if text.authority:
        write(paper, text.authority, Look(14, bold=True, alignment=WD_ALIGN_PARAGRAPH.CENTER, before=12))
    for line in text.bases:
        write(paper, line, Look(14, italic=True, first=usual.first, before=6, line=usual.line))
    if text.bases:
        enacting = text.type_name.replace("NGHỊ QUYẾT", "QUYẾT NGHỊ")
        write(paper, f"{enacting}:", Look(14, bold=True, alignment=WD_ALIGN_PARAGRAPH.CENTER, before=6))
    several = len(text.addressees) > 1
    for line in text.addressees:
        left = Look(14, alignment=WD_ALIGN_PARAGRAPH.LEFT, first=100 if line.startswith("-") else 72, before=6)
        write(paper, line, left if several else Look(14, alignment=WD_ALIGN_PARAGRAPH.CENTER, before=6))
    for line in text.body:
        words(paper, line, usual)


def words(paper: Paper, line: str, usual: Look) -> None:
    """One paragraph of the content; “Điều 1.” and section titles are bold."""
    look = Look(14, first=usual.first, before=6, line=usual.line)
    if line.startswith("Điều ") and ". " in line:
        number, _, rest = line.partition(". ")
        paragraph = write(paper, f"{number}. ", Look(14, bold=True, first=look.first, before=6, line=look.line))
        run = paragraph.add_run(rest)
        run.font.size, run.bold = Pt(14), False
    elif line.partition(".")[0] in ("I", "II", "III"):
        write(paper, line, Look(14, bold=True, first=look.first, before=6, line=look.line))
    else:
        write(paper, line, look)


def foot(paper: Paper, text: OfficeText) -> None:
    """Recipients and signature in a table."""
    write(paper, "", Look(8))
    ((left, right),) = columns(paper, 1, (225, 240))
    write(left, "Nơi nhận:", Look(12, bold=True, italic=True, alignment=WD_ALIGN_PARAGRAPH.LEFT))
    for line in text.recipients:
        write(left, line, Look(11, alignment=WD_ALIGN_PARAGRAPH.LEFT))
    for line in text.sign:
        write(right, line, Look(14, bold=True, alignment=WD_ALIGN_PARAGRAPH.CENTER))
    for _ in range(4):
        right.add_paragraph()
    write(right, text.name, Look(14, bold=True, alignment=WD_ALIGN_PARAGRAPH.CENTER))


def saved(paper: Paper) -> bytes:
    """The bytes of the Word file."""
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


# The hands


def old_clerk(text: OfficeText) -> tuple[bytes, set[str]]:
    """No tables: spaces and tabs lay the head and the foot out; an indent is a tab; no rules."""
    paper = sheet()
    bold = Look(13, bold=True, alignment=WD_ALIGN_PARAGRAPH.LEFT)
    names = [*text.parent, *text.issuer]
    for place in range(max(len(names), 2)):
        name = names[place] if place < len(names) else ""
        write(paper, f"{name}\t\t{(STATE_NAME, MOTTO)[place]}" if place < 2 else name, bold)
    line = write(paper, text.number, Look(13, alignment=WD_ALIGN_PARAGRAPH.LEFT))
    run = line.add_run(f"          {text.date}")
    run.font.size, run.italic = Pt(14), True
    if not text.type_name:
        for part in text.subject:
            write(paper, part, Look(12, alignment=WD_ALIGN_PARAGRAPH.LEFT))
    middle(paper, text, Look(first=0), room=0)
    for paragraph in paper.paragraphs:
        if paragraph.text in (*text.body, *text.bases):
            paragraph.runs[0].text = f"\t{paragraph.runs[0].text}"
    foot(paper, text)
    earned = {"TT-05.rule", "TT-06.issuer", "GO-05.tab"}
    earned |= {"TT-06.subject"} if text.type_name else {"TT-06.letter-close", "TT-04.letter_subject.alignment"}
    return saved(paper), earned | {"TT-04.parent_body.bold"} if text.parent else earned


def word_2003(text: OfficeText) -> tuple[bytes, set[str]]:
    """Rules drawn as lines, everything formatted directly, the margins that Word came with."""
    paper = sheet(right=31.7)
    head(paper, text, _shaped)
    middle(paper, text, Look(first=36), room=420)
    foot(paper, text)
    return saved(paper), {"TT-01.margin-right"}


def wps(text: OfficeText) -> tuple[bytes, set[str]]:
    """East Asian fonts in every style, first lines of 1 cm, an exact line spacing."""
    paper = sheet()
    head(paper, text, _bordered)
    middle(paper, text, Look(first=28.35, line=1.15))
    foot(paper, text)
    for run in paper.element.iter(qn("w:r")):
        properties = run.get_or_add_rPr()
        properties.insert(0, parse_xml(f'<w:rFonts {nsdecls("w")} w:eastAsia="SimSun" w:hint="default"/>'))
    return saved(paper), set()


def google_docs(text: OfficeText) -> tuple[bytes, set[str]]:
    """No rules, page numbers at the foot on the right, 13 point throughout, lines of 1,15."""
    paper = sheet(numbered=False)
    head(paper, text, _none)
    middle(paper, text, Look(first=36, line=1.15), room=0)
    foot(paper, text)
    footer = paper.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    footer._p.append(field)
    earned = {"TT-05.rule", "TT-06.issuer", "TT-03.place"}
    return saved(paper), earned | ({"TT-06.subject"} if text.type_name else set())


def copied_from_pdf(text: OfficeText) -> tuple[bytes, set[str]]:
    """Letters and tones apart in every second run."""
    paper = sheet()
    head(paper, text, _bordered)
    middle(paper, text, Look(first=36))
    foot(paper, text)
    for place, node in enumerate(paper.element.iter(qn("w:t"))):
        if place % 2:
            node.text = unicodedata.normalize("NFD", node.text or "")
    return saved(paper), {"TT-21.nfc"}


CLERKS: dict[str, Callable[[OfficeText], tuple[bytes, set[str]]]] = {
    "công chức lớn tuổi": old_clerk, "Word 2003": word_2003, "WPS": wps, "Google Docs": google_docs,
    "chép từ PDF": copied_from_pdf,
}  # fmt: skip
