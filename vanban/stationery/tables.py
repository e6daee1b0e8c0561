"""Tables of fixed columns: frames without lines, and ruled tables of data whose header repeats on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from vanban.domain.measure import Length
from vanban.stationery.markup import element
from vanban.stationery.paragraphs import paragraph
from vanban.stationery.stylesheet import BORDERED, BORDERLESS, table_style_id

_SHORT_TABLE: Final = 8
"""So many rows of three lines fit on a page with a heading and two signatures."""

_NEVER_ALONE: Final = {
    False: "loop.revindex == 2 or loop.first and not loop.last",
    True: "loop.first or loop.revindex <= 2",
}
"""Which rows stay with the next one, so that neither one row nor a total stands alone on a page; by whether there is a
total. A single row without one would stay with whatever follows the table."""

MONEY: Final = "Ô bảng phải"
"""The style of sums under each other: the unit stands in the header."""
_TOTALS: Final = {MONEY: "Ô bảng đậm phải"}

Cell = Sequence[Any]
"""The paragraphs of one cell, at least one."""


@dataclass(frozen=True)
class Column:
    """One column of a table of data: its header, its width, what stands in each row, and in which style."""

    header: str
    width: Length
    content: str
    style: str = "Ô bảng"


@dataclass(frozen=True)
class Total:
    """The last row of a table; ``of_several``: only where there is more than one row to sum up."""

    cells: tuple[str, ...]
    of_several: bool = False


def frame(widths: Sequence[Length], *rows: Sequence[Cell]) -> Any:
    """A table without lines that holds blocks side by side; it may reach evenly into both margins."""
    return _table(BORDERLESS, widths, [_row(widths, cells) for cells in rows])


def data_table(
    rows: str,
    columns: Sequence[Column],
    *,
    total: Total | Sequence[str] = (),
    held: bool = False,
    numbered: bool = False,
) -> Any:
    """A ruled table with one ``row`` for each of ``rows``, then ``total`` as its last row.

    ``numbered``: under the headers a row of (1), (2) …, as the forms of Phụ lục IV and V have it.

    ``held`` is for a table that the signatures follow: they are never alone on a page, so its rows stay with them.
    """
    widths = [column.width for column in columns]
    body = _row(widths, [[paragraph(column.content, column.style)] for column in columns])
    kept = f"{rows}|length <= {_SHORT_TABLE} or loop.first or loop.revindex <= 2" if held else _NEVER_ALONE[bool(total)]
    numbers = [[paragraph(f"({at})", "Ô bảng giữa")] for at in range(1, len(columns) + 1)]
    made = [
        _row(widths, [[paragraph(column.header, "Đầu bảng")] for column in columns], header=True),
        *([_row(widths, numbers, header=True)] if numbered else []),
        _command_row(widths, f"for row in {rows}"),
        *_held(kept, widths, columns, body),
        _command_row(widths, "endfor"),
    ]
    if total:
        made += _total(rows, widths, columns, total if isinstance(total, Total) else Total(tuple(total)))
    return _table(BORDERED, widths, made)


def _total(rows: str, widths: Sequence[Length], columns: Sequence[Column], total: Total) -> list[Any]:
    cells = [
        [paragraph(content, _TOTALS.get(column.style, "Ô bảng đậm"))]
        for content, column in zip(total.cells, columns, strict=True)
    ]
    row = _row(widths, cells)
    return (
        [_command_row(widths, f"if {rows}|length > 1"), row, _command_row(widths, "endif")]
        if total.of_several
        else [row]
    )


def _held(kept: str, widths: Sequence[Length], columns: Sequence[Column], body: Any) -> list[Any]:
    """Rows of which ``kept`` holds stay with what follows.

    Before signatures Word needs that of the last two rows; LibreOffice of all, which a table of a page cannot.
    """
    return [
        _command_row(widths, f"if {kept}"),
        _row(widths, [[paragraph(column.content, f"{column.style} liền chữ ký")] for column in columns]),
        _command_row(widths, "else"),
        body,
        _command_row(widths, "endif"),
    ]


def _table(style: str, widths: Sequence[Length], rows: Sequence[Any]) -> Any:
    properties = element(
        "tblPr",
        element("tblStyle", val=table_style_id(style)),
        element("tblW", w=sum(width.twips for width in widths), type="dxa"),
        element("jc", val="center"),
        element("tblLayout", type="fixed"),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return element("tbl", properties, grid, *rows)


def _row(widths: Sequence[Length], cells: Sequence[Cell], *, header: bool = False) -> Any:
    """A row that never splits over two pages."""
    properties = element("trPr", element("cantSplit"))
    if header:
        properties.append(element("tblHeader"))
    return element(
        "tr",
        properties,
        *(_cell(width.twips, content, centred=header) for width, content in zip(widths, cells, strict=True)),
    )


def _command_row(widths: Sequence[Length], tag: str) -> Any:
    """A template command alone in its row, which vanishes in the document."""
    content = [paragraph("{%tr " + tag + " %}", "Lệnh của mẫu")]
    width = sum(each.twips for each in widths)
    return element("tr", _cell(width, content, span=len(widths)))


def _cell(width: int, content: Cell, *, span: int = 1, centred: bool = False) -> Any:
    properties = element("tcPr", element("tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(element("gridSpan", val=span))
    if centred:
        properties.append(element("vAlign", val="center"))
    return element("tc", properties, *content)
