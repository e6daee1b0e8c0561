"""The ``table`` filter: a table of a text, whose columns the data say and no template can know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Final

from jinja2 import TemplateRuntimeError
from markupsafe import escape

from vanban.domain.measure import mm
from vanban.kinds.parts.printed_table import PrintedColumn, PrintedTable
from vanban.word.printing import require_room
from vanban.word.rule import DrawnXml

_STYLE: Final = "BangSoLieu"
_SIZE: Final = 24
"""In half points: 12 pt, as the tables of the templates; a clerk changes it in the finished document."""

_BORDERS: Final = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS: Final = "".join(
    f'<w:{side} w:w="{room}" w:type="dxa"/>'
    for side, room in (("top", 40), ("left", 80), ("bottom", 40), ("right", 80))
)


_AFTER: Final = (
    '<w:p><w:pPr><w:keepNext/><w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/></w:pPr></w:p>'
)
"""A little room: two tables would be one for Word, and a cell must end in a paragraph."""


def table(value: object, room: float) -> DrawnXml:
    """The ruled table, drawn in where it is wider than ``room`` millimetres; an empty line for one without columns.

    Used as ``{{p line.table|table(160) }}``. The header repeats on every page, no row splits over two. Raises
    ``TemplateRuntimeError`` where ``value`` is no table.
    """
    made = PrintedTable.model_validate(value) if isinstance(value, Mapping) else value
    if not isinstance(made, PrintedTable):
        raise TemplateRuntimeError("bộ lọc “table” cần một bảng, ví dụ line.table")
    if not made.columns:
        return DrawnXml("<w:p/>")
    require_room(sum(len(cell) for row in made.rows for cell in row))
    wide = sum(column.width.points for column in made.columns)
    fit = min(1.0, mm(room).points / wide) if wide else 1.0
    widths = [(column.width * fit).twips for column in made.columns]
    return DrawnXml("".join(_written(made, widths)))


def _written(made: PrintedTable, widths: Sequence[int]) -> Iterator[str]:
    yield (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{_STYLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr><w:tblGrid>"
    )
    yield from (f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield "</w:tblGrid>"
    yield from _row(made.columns, widths, [column.name for column in made.columns], _Rank.HEADER)
    for place, row in enumerate(made.rows):
        yield from _row(made.columns, widths, row, _Rank.HEADING if place in made.bold else _Rank.USUAL)
    if made.total:
        yield from _row(made.columns, widths, made.total, _Rank.TOTAL)
    yield f"</w:tbl>{_AFTER}"


class _Rank(Enum):
    """What a row is to the others: a heading stands in bold over those below it and stays with them."""

    HEADER = "header"
    HEADING = "heading"
    USUAL = "usual"
    TOTAL = "total"


def _row(columns: Sequence[PrintedColumn], widths: Sequence[int], texts: Sequence[str], rank: _Rank) -> Iterator[str]:
    header = rank is _Rank.HEADER
    yield "<w:tr><w:trPr><w:cantSplit/>" + "<w:tblHeader/>" * header + "</w:trPr>"
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        text = texts[place] if place < len(texts) else ""
        middle = '<w:vAlign w:val="center"/>' if header else ""
        yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{middle}</w:tcPr>'
        yield _paragraph(
            text,
            centred=header or rank is _Rank.TOTAL or column.centred,
            bold=rank is not _Rank.USUAL,
            kept=rank in (_Rank.HEADER, _Rank.HEADING),
        )
        yield "</w:tc>"
    yield "</w:tr>"


def _paragraph(text: str, *, centred: bool, bold: bool, kept: bool) -> str:
    run = ("<w:b/><w:bCs/>" if bold else "") + f'<w:sz w:val="{_SIZE}"/><w:szCs w:val="{_SIZE}"/>'
    said = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return (
        f"<w:p><w:pPr>{'<w:keepNext/>' if kept else ''}"
        f'<w:jc w:val="{"center" if centred else "left"}"/><w:rPr>{run}</w:rPr></w:pPr>{said}</w:p>'
    )
