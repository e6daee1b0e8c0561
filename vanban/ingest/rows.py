"""Tell which rows under a header are the table's, and make a record of each."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, pairwise

from openpyxl.utils import get_column_letter

from vanban.domain.finding import Finding, Severity
from vanban.domain.office import Office
from vanban.domain.text import TextFault
from vanban.ingest.assembly import Assembly, Broken, R
from vanban.ingest.grid import WHOLLY_STRUCK, SheetCell, SheetGrid
from vanban.ingest.header import Header
from vanban.ingest.reading import Path, PlaceMark, fingerprint
from vanban.ingest.scalars import Raw, shown
from vanban.ingest.tree import Node, NodeGroup, Scalar

_TOTAL = re.compile(r"\s*(tổng( cộng| số)?|cộng)\s*:?\s*", re.IGNORECASE)
_SHOWN_ROWS = 5
_REMEMBERED = 1 << 16
_STRUCK_ROW = TextFault(
    "Cả dòng bị gạch ngang nên không rõ có còn dùng không.",
    "Hãy xóa hẳn dòng nếu không dùng nữa; nếu còn dùng thì bỏ gạch ngang (Font, Strikethrough).",
)


def without_totals(grid: SheetGrid, numbers: list[int]) -> list[int]:
    """The rows that are told of as totals left out: nothing else is wrong with them."""
    return [number for number in numbers if not _has_total(grid, number)]


def _has_total(grid: SheetGrid, number: int) -> bool:
    return any(_is_total(cell.raw) for cell in grid.rows[number].values())


def data_rows(grid: SheetGrid, header: Header) -> list[int]:
    """The numbers of the rows that hold data, in order."""
    used, top = set(header.columns.values()), _top(grid, header)
    return [number for number in sorted(grid.rows) if number > top and _is_filled(grid.rows[number], used, header)]


def _top(grid: SheetGrid, header: Header) -> int:
    """The last row above the data: the header, or a row right under it that numbers the columns."""
    return header.row + 1 if _numbers_columns(grid.rows.get(header.row + 1, {})) else header.row


def _is_filled(cells: dict[int, SheetCell], used: set[int], header: Header) -> bool:
    """Whether a row says anything: running numbers filled in beforehand do not count, other words beside them do."""
    return any(
        column in used or (column in header.ordinals and not shown(cell.raw).strip().rstrip(".").isdigit())
        for column, cell in cells.items()
    )


def _numbers_columns(cells: dict[int, SheetCell]) -> bool:
    """Whether a row under the header only numbers the columns: 1, 2, 3 or (1), (2), (3)."""
    written = [shown(cells[column].raw).strip().strip("()") for column in sorted(cells)]
    return len(written) > 2 and written == [str(number) for number in range(1, len(written) + 1)]


def records(
    assembly: Assembly, grid: SheetGrid, rows: Iterable[tuple[Header, int]], model: type[R]
) -> list[R | Broken]:
    """The records of the rows of those numbers, each under its header, in their order.

    A row that said the same before, with nothing to find in it, is not asked again: of a large table a keystroke
    changes one.
    """
    made: list[R | Broken] = []
    for position, (header, number) in enumerate(rows):
        sound = _sound_rows(model, assembly.office, frozenset(header.missing))
        assembly.marks[(position,)] = PlaceMark(assembly.file, grid.name, number)
        said = _said(grid.rows[number], header)
        if header.over is None and said in sound:
            record, paths = sound[said]
            for path in paths:
                at = header.columns[str(path[0])]
                assembly.marks[position, *path] = header.mark(assembly.file, grid, number, at)
            made.append(record)
            continue
        told, marked = len(assembly.findings) + assembly.untold, len(assembly.marks)
        entries, faulty = row_entries(assembly, grid, header, number)
        fresh = assembly.record(model, NodeGroup(entries, number), (position,), faulty)
        made.append(fresh)
        if header.over is None and not isinstance(fresh, Broken) and len(assembly.findings) + assembly.untold == told:
            if len(sound) >= _REMEMBERED:
                sound.clear()
            new = islice(reversed(assembly.marks), len(assembly.marks) - marked)
            sound[said] = (fresh, tuple(path[1:] for path in reversed(list(new))))
    return made


@lru_cache(maxsize=64)
def _sound_rows(
    model: type[R], office: Office | None, missing: frozenset[str]
) -> dict[object, tuple[R, tuple[Path, ...]]]:
    """The records of rows in which nothing was found, with the paths of their pieces, by what the rows say; of an
    office, whose words decide."""
    return {}


def _said(cells: dict[int, SheetCell], header: Header) -> object:
    """What a row says under the names of the table, as it was written: 1 and 1,0 are not the same."""
    found = ((name, cells.get(column)) for name, column in header.columns.items())
    return tuple((name, cell and (type(cell.raw), str(cell.raw), cell.fault, cell.warning)) for name, cell in found)


def row_entries(assembly: Assembly, grid: SheetGrid, header: Header, number: int) -> tuple[dict[str, Node], set[str]]:
    """What one row says under each name, and the names of which it says nothing that can be used.

    These are those of missing columns and of cells with a fault, which is told.
    """
    cells = grid.rows[number]
    entries: dict[str, Node] = {}
    faulty = set(header.missing)
    struck = [cells[column].fault is WHOLLY_STRUCK for column in header.columns.values() if column in cells]
    if len(struck) > 1 and all(struck):
        assembly.find_at(PlaceMark(assembly.file, grid.name, number), _STRUCK_ROW)
        blank = {
            name: Scalar("", number, get_column_letter(at), header.words[at]) for name, at in header.columns.items()
        }
        return dict(blank), {*faulty, *blank}
    for name, column in header.columns.items():
        cell = cells.get(column, SheetCell(""))
        entries[name] = Scalar(cell.raw, number, get_column_letter(column), header.words[column])
        mark = header.mark(assembly.file, grid, number, column)
        if cell.fault is not None:
            assembly.find_at(mark, cell.fault, cell.raw)
            entries[name] = Scalar("", number, get_column_letter(column), header.words[column])
            faulty.add(name)
        if cell.warning is not None:
            assembly.find_at(mark, cell.warning, cell.raw, Severity.WARNING)
    if header.over is not None:
        name, word, column = header.over
        entries[name] = Scalar(word, header.row, get_column_letter(column), header.words[column])
    return entries, faulty


def row_fingerprint(cells: dict[int, SheetCell]) -> str:
    """The fingerprint of what one row says."""
    return fingerprint("\x1f".join(f"{column}={shown(cell.raw)}" for column, cell in sorted(cells.items())).encode())


def shape_findings(file: str, grid: SheetGrid, header: Header, rows: list[int]) -> Iterator[Finding]:
    """What is wrong with the table as a whole, gaps apart: totals, merged cells, ragged rows, what is hidden."""
    for number in rows:
        if _has_total(grid, number):
            yield Finding(
                place=PlaceMark(file, grid.name, number).place(),
                reason="Dòng tổng cộng nằm trong bảng.",
                remedy="Hãy xóa dòng này; chương trình tự cộng.",
            )
    yield from _merged(file, grid, header, rows)
    yield from _ragged(file, grid, header, without_totals(grid, rows))
    yield from _hidden(file, grid, header, rows)


def gap_findings(file: str, grid: SheetGrid, header: Header, rows: list[int]) -> Iterator[Finding]:
    """That data follow after a blank row: a table of the data ends with its last row."""
    for before, after in pairwise([_top(grid, header), *rows]):
        if after - before > 1:
            left = sum(number >= after for number in rows)
            yield Finding(
                place=PlaceMark(file, grid.name, after).place(),
                reason=f"Có {left} dòng dữ liệu nằm sau dòng trống (dòng {before + 1}).",
                remedy="Hãy xóa dòng trống trong bảng; ghi chú, chữ ký bên dưới thì chuyển sang trang khác.",
            )
            return


@lru_cache(maxsize=_REMEMBERED)
def _is_total(raw: Raw) -> bool:
    return isinstance(raw, str) and _TOTAL.fullmatch(unicodedata.normalize("NFC", raw)) is not None


def _merged(file: str, grid: SheetGrid, header: Header, rows: list[int]) -> Iterator[Finding]:
    last = max((header.row, *rows))
    for area in grid.merged:
        touches = any(area.left <= column <= area.right for column in header.columns.values())
        if touches and area.bottom >= header.row and area.top <= last:
            yield Finding(
                place=PlaceMark(file, grid.name, max(area.top, header.row)).place(),
                reason=f"Các ô {area} bị gộp làm một.",
                remedy="Hãy bỏ gộp ô (Unmerge Cells) rồi điền đủ từng ô.",
            )


def merged_header(file: str, grid: SheetGrid, header: Header) -> Finding | None:
    """The header's cells that are merged, where they are: every column under them is then another's or nobody's."""
    last = max(header.columns.values())
    areas = [
        str(area) for area in grid.merged if area.bottom == header.row and area.left < area.right and area.left <= last
    ]
    if not areas:
        return None
    return Finding(
        place=PlaceMark(file, grid.name, header.row).place(),
        reason=f"Dòng tên cột có ô bị gộp ({', '.join(areas)}) nên không biết cột nào là cột nào; chưa đọc bảng này.",
        remedy="Hãy bỏ gộp ô (Unmerge Cells) rồi ghi tên cho từng cột.",
    )


def _ragged(file: str, grid: SheetGrid, header: Header, rows: list[int]) -> Iterator[Finding]:
    if not grid.widths:
        return
    wanted = max(header.words)
    for number in rows:
        width = grid.widths[number] if grid.widths[number] < wanted else max(grid.rows[number])
        if grid.widths[number] < wanted or width > grid.widths[header.row]:
            yield Finding(
                place=PlaceMark(file, grid.name, number).place(),
                reason=f"Dòng này có {width} ô, trong khi dòng tên cột có {wanted} cột.",
                remedy="Hãy kiểm tra dấu phân cách và dấu nháy kép trong dòng này.",
            )


def _hidden(file: str, grid: SheetGrid, header: Header, rows: list[int]) -> Iterator[Finding]:
    hidden = [number for number in rows if number in grid.hidden_rows]
    if hidden:
        named = ", ".join(map(str, hidden[:_SHOWN_ROWS])) + (", …" if len(hidden) > _SHOWN_ROWS else "")
        yield Finding(
            severity=Severity.WARNING,
            place=PlaceMark(file, grid.name).place(),
            reason=f"Có {len(hidden)} dòng đang bị ẩn hoặc bị lọc (dòng {named}); các dòng này vẫn được dùng.",
            remedy="Hãy bỏ ẩn hoặc bỏ lọc để xem lại; dòng nào không dùng thì xóa hẳn.",
        )
    for column in header.columns.values():
        if grid.has_hidden_column(column):
            yield Finding(
                severity=Severity.WARNING,
                place=header.mark(file, grid, header.row, column).place(),
                reason="Cột đang bị ẩn nhưng vẫn được dùng.",
                remedy="Hãy bỏ ẩn cột để xem lại.",
            )
