"""Where the parts stand and what surrounds them: their order, borders of head and foot, tables over the edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from vanban.domain.measure import pt
from vanban.law.nd30 import Part
from vanban.law.rule import PART_NAMES
from vanban.ooxml import W, whole
from vanban.ooxml.table_style import asked_width, grid
from vanban.proofread.facts import Paragraph, Table, WordFile
from vanban.proofread.lines import PrintedLine, Side
from vanban.proofread.mark import Mark, mark, number
from vanban.proofread.parts import Recognised

_PADDING: Final = 12.0
_ORDER: Final = (
    (Part.STATE_NAME, Part.MOTTO),
    (Part.STATE_NAME, Part.TYPE_NAME),
    (Part.ISSUER, Part.TYPE_NAME),
    (Part.ISSUER, Part.NUMBER),
    (Part.NUMBER, Part.TYPE_NAME),
    (Part.PLACE_AND_DATE, Part.TYPE_NAME),
    (Part.TYPE_NAME, Part.SUBJECT),
    (Part.SUBJECT, Part.LEGAL_BASIS),
)
"""Each part above the one beside it (Mục IV, the diagram of a page)."""


def check_frame(file: WordFile, parts: Recognised) -> Iterator[Mark]:
    """Faults of place: parts out of their order, visible borders where the decree draws none, tables over the edge."""
    if parts.is_administrative:
        yield from _check_order(parts)
        yield from _check_borders(parts)
    yield from _check_tables(file, parts)


def _check_order(parts: Recognised) -> Iterator[Mark]:
    found = parts.by_part()
    told: set[int] = set()
    for above, below in _ORDER:
        first, second = _flowing(found[above]), _flowing(found[below])
        if first is None or second is None or first.paragraph.number <= second.paragraph.number:
            continue
        if id(second) not in told:
            told.add(id(second))
            where = f"đứng trên {PART_NAMES[above][0].lower()}{PART_NAMES[above][1:]}"
            yield mark("TT-25.order", second, where, f"{PART_NAMES[above]} ở trên {PART_NAMES[below]}")
    yield from _check_around_content(parts)


def _check_around_content(parts: Recognised) -> Iterator[Mark]:
    """What stands on the wrong side: the State's name left, the authority below its bases, “Kính gửi” in the text."""
    if parts.motto and parts.issuer and parts.motto[0].side is Side.LEFT and parts.issuer[0].side is Side.RIGHT:
        yield mark(
            "TT-25.order", parts.motto[0], "Quốc hiệu, Tiêu ngữ ở bên trái", "ở bên phải, tên cơ quan ở bên trái"
        )
    signed = parts.signatures[0].lines if len(parts.signatures) == 1 else ()
    if parts.recipients_title and signed and _are_exchanged(parts.recipients_title[0], signed[0]):
        yield mark("TT-25.order", parts.recipients_title[0], "“Nơi nhận” ở bên phải", "ở bên trái, phần ký ở bên phải")
    for line, others, where, wanted in (
        (parts.authority[:1], parts.legal_bases, "đứng dưới căn cứ", "Thẩm quyền ban hành ở trên căn cứ"),
        (parts.addressees_word[:1], parts.body, "đứng sau nội dung", "“Kính gửi” ở trên nội dung"),
    ):
        if line and others and line[0].paragraph.number > others[0].paragraph.number:
            yield mark("TT-25.order", line[0], where, wanted)


def _are_exchanged(title: PrintedLine, signed: PrintedLine) -> bool:
    """Whether “Nơi nhận” stands right and the signature left, side by side."""
    return title.side is Side.RIGHT and signed.side is Side.LEFT


def _flowing(lines: Sequence[PrintedLine]) -> PrintedLine | None:
    """The first line whose place in the file is its place on the page: not in a box or a header."""
    for line in lines:
        if line.paragraph.box is None and not line.paragraph.in_margin:
            return line
    return None


def _check_borders(parts: Recognised) -> Iterator[Mark]:
    head = (*parts.state_name, *parts.motto, *parts.issuer, *parts.number, *parts.place_and_date)
    signed = [line for block in parts.signatures for line in block.lines]
    for lines, name in ((head, "phần đầu"), ((*parts.recipients_title, *signed), "phần ký, nơi nhận")):
        bordered = next(
            (line for line in lines if line.paragraph.cell is not None and line.paragraph.cell.bordered), None
        )
        if bordered is not None:
            yield mark("TT-24.border", bordered, f"bảng của {name} có đường viền")


def _check_tables(file: WordFile, parts: Recognised) -> Iterator[Mark]:
    appended = [paragraph for appendix in parts.appendices for paragraph in appendix.paragraphs]
    seen: set[int] = set()
    for paragraph in (*parts.data_tables, *appended):
        cell = paragraph.cell
        if cell is None or cell.table.ordinal in seen or cell.table.depth:
            continue
        seen.add(cell.table.ordinal)
        yield from _check_width(file, paragraph, cell.table)


def _check_width(file: WordFile, paragraph: Paragraph, table: Table) -> Iterator[Mark]:
    section = file.sections[paragraph.section]
    width = _width(table)
    over = width - section.text_width - _PADDING
    if section.columns < 2 and over > 0:
        yield mark(
            "TT-24.wide",
            paragraph,
            f"bảng rộng {number(pt(width).mm)} mm, phần chữ {number(pt(section.text_width).mm)} mm",
        )


def _width(table: Table) -> float:
    """The width in points that a table asks for, 0 where Word decides it."""
    properties = table.element.find(W + "tblPr")
    asked = None if properties is None else properties.find(W + "tblW")
    layout = None if properties is None else properties.find(W + "tblLayout")
    if layout is not None and layout.get(W + "type") == "fixed":
        return _asked_by_cells(table) or sum(grid(table.element))
    if asked is not None and asked.get(W + "type") == "dxa" and (length := whole(asked.get(W + "w"))):
        return length / 20
    return _asked_by_cells(table)


def _asked_by_cells(table: Table) -> float:
    """What the cells of the first row ask for together, 0 where one of them leaves it open."""
    row = table.element.find(W + "tr")
    widths = [] if row is None else [asked_width(cell.find(W + "tcPr")) for cell in row.iterfind(W + "tc")]
    return sum(widths) if all(widths) else 0.0
