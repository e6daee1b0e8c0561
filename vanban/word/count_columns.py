"""Give each rendered table as many columns as its longest row has cells, as docxtpl does, whatever its grid looks like.

docxtpl's own pass breaks on tables without a grid and on widths that are missing or have a unit; the arithmetic is its.
"""

from __future__ import annotations

from vanban.ooxml import Element, W, whole


def count_columns(root: Element) -> None:
    """Add or remove columns of every table under ``root``; one without a grid has none to count."""
    for table in root.iter(W + "tbl"):
        grid = table.find(W + "tblGrid")
        if grid is not None:
            _add(table, grid)
            _remove(table, grid)


def _add(table: Element, grid: Element) -> None:
    columns = grid.findall(W + "gridCol")
    # docxtpl counts the rows of inner tables for the outer ones too.
    missing = max((len(row.findall(W + "tc")) for row in table.iter(W + "tr")), default=0) - len(columns)
    width = float(sum(_width(column) for column in columns))
    if missing <= 0 or width <= 0:
        return
    before, after = width / len(columns), width / (len(columns) + missing)
    for column in columns:
        _set(column, int(_width(column) * after / before))
    for _ in range(missing):
        _set(grid.makeelement(W + "gridCol"), int(after), grid)


def _remove(table: Element, grid: Element) -> None:
    columns = grid.findall(W + "gridCol")
    surplus = len(columns) - max((_spanned(row) for row in table.iter(W + "tr")), default=0)
    if surplus <= 0:
        return
    removed = float(sum(_width(column) for column in columns[-surplus:]))
    for column in columns[-surplus:]:
        grid.remove(column)
    left = columns[:-surplus]
    for column in left:
        if column.get(W + "w") is not None:
            _set(column, _width(column) + int(removed / len(left)))


def _spanned(row: Element) -> int:
    spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(W + "tc"))
    return sum(1 if span is None else max(whole(span.get(W + "val"), 1), 1) for span in spans)


def _width(column: Element) -> int:
    return whole(column.get(W + "w"), 0)


def _set(column: Element, width: int, grid: Element | None = None) -> None:
    column.set(W + "w", str(width))
    if grid is not None:
        grid.append(column)
