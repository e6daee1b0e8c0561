"""Find the header row of a table and tell which column holds which field."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import get_args

from openpyxl.utils import get_column_letter
from pydantic import BaseModel

from vanban.domain.accents import accent_free
from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.text import matching_key, tidy
from vanban.domain.unit_kind import UNIT_KINDS, UnitKind, column_titles, is_asked
from vanban.ingest.grid import SheetGrid
from vanban.ingest.reading import PlaceMark
from vanban.ingest.scalars import Raw, Refused, convert, shown

_SEARCHED_ROWS = 10
_ORDINALS = frozenset(map(matching_key, ("STT", "TT", "Số TT", "Số thứ tự")))
_CERTAIN = 0.8
_LIKELY = 0.6
_OF_ANY_FIGURE = frozenset(map(matching_key, ("số", "tổng")))


@dataclass(frozen=True)
class Header:
    """The header row of a grid: the column of each field, each column's own words, and columns of running numbers.

    ``over``: a field whose value is a column's own header, that value, and the column.
    """

    row: int
    columns: dict[str, int]
    words: dict[int, str]
    ordinals: frozenset[int]
    missing: tuple[str, ...]
    over: tuple[str, str, int] | None = None

    def mark(self, file: str, grid: SheetGrid, row: int, column: int) -> PlaceMark:
        """The place of one cell under this header."""
        return PlaceMark(file, grid.name, row, get_column_letter(column), self.words.get(column))


def title_of(model: type[BaseModel], name: str, kind: UnitKind = UNIT_KINDS[0]) -> str:
    """The Vietnamese name of a field where units are of that ``kind``; its own name if it has none."""
    return next(iter(column_titles(model.model_fields[name], kind)), name)


def find_header(grid: SheetGrid, model: type[BaseModel], kind: UnitKind = UNIT_KINDS[0]) -> Header | None:
    """The row among the first ten that matches most titles, if it matches at least half of the required ones."""
    best: Header | None = None
    for row in sorted(number for number in grid.rows if number <= _SEARCHED_ROWS):
        header = _match(grid, row, model, kind)
        if best is None or len(header.columns) > len(best.columns):
            best = header
    required = sum(is_asked(field, kind) for field in model.model_fields.values())
    if best is None or not best.columns or 2 * (required - len(best.missing)) < required:
        return None
    return best


def _match(grid: SheetGrid, row: int, model: type[BaseModel], kind: UnitKind) -> Header:
    fields, bare = _known_words(model, kind)
    words = {column: tidy(shown(cell.raw)) for column, cell in sorted(grid.rows[row].items())}
    meant: dict[str, list[int]] = {}
    for column, title in words.items():
        name = fields.get(_key(title)) or (bare.get(_key(title)) if title.isascii() else None)
        if name is not None:
            meant.setdefault(name, []).append(column)
    columns = {name: _usual(model, name, kind, of_it, words) for name, of_it in meant.items()}
    ordinals = frozenset(
        column for column, title in words.items() if _key(title) in _ORDINALS and column not in columns.values()
    )
    missing = (name for name, field in model.model_fields.items() if is_asked(field, kind) and name not in columns)
    return Header(row, columns, words, ordinals, tuple(missing))


def _usual(model: type[BaseModel], name: str, kind: UnitKind, columns: Sequence[int], words: Mapping[int, str]) -> int:
    """Of several columns that can mean one field the one under the most usual words: “Chức vụ” before “Chức danh”."""
    titles = [_key(title) for title in column_titles(model.model_fields[name], kind)]
    said = {column: _key(words[column]) for column in columns}
    return min(columns, key=lambda column: titles.index(said[column]) if said[column] in titles else len(titles))


@lru_cache(maxsize=256)
def _known_words(model: type[BaseModel], kind: UnitKind) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The field that a header means, by the words of it, with accents and without: made once, asked of every row."""
    fields = {_key(title_of(model, name, kind)): name for name in model.model_fields}
    fields |= {_key(name): name for name in model.model_fields if _key(name) not in fields}
    fields = {_key(words): name for name, words in _other_words(model, kind)} | fields
    return fields, _without_accents(fields)


def _without_accents(fields: Mapping[str, str]) -> dict[str, str]:
    """The same headers as they are typed without accents; without those that are then two columns'."""
    found: dict[str, set[str]] = {}
    for words, name in fields.items():
        found.setdefault(accent_free(words), set()).add(name)
    return {words: names.pop() for words, names in found.items() if len(names) == 1}


def _other_words(model: type[BaseModel], own: UnitKind) -> Iterator[tuple[str, str]]:
    """Headers that offices of every form write over the columns that name their units: ``Mã thôn``, ``Tên ấp``."""
    for kind in (*UNIT_KINDS, own):
        for name, field in model.model_fields.items():
            yield from ((name, words) for words in column_titles(field, kind))


def _key(title: str) -> str:
    """A title for comparing: no star or colon at its end, which forms add to mark what must be filled in."""
    return matching_key(title).removesuffix("(*)").rstrip(" *:")


def header_findings(
    file: str, grid: SheetGrid, header: Header, model: type[BaseModel], kind: UnitKind = UNIT_KINDS[0]
) -> Iterator[Finding]:
    """Columns that are missing, written twice, without a name, or unknown."""
    used = set(header.columns.values())
    spare = {column: title for column, title in header.words.items() if column not in used | header.ordinals}
    for name in header.missing:
        title = title_of(model, name, kind)
        column = _renamed(grid, header, title, spare)
        yield _missing(file, grid, header, title, column)
        spare.pop(column or 0, None)
    for column, title in list(spare.items()):
        twin = next((other for other in sorted(used) if _key(header.words[other]) == _key(title)), None)
        if twin is not None:
            spare.pop(column)
            yield Finding(
                place=header.mark(file, grid, header.row, column).place(),
                reason=f"Cột này trùng tên với cột {get_column_letter(twin)}.",
                remedy="Hãy xóa hoặc đổi tên một trong hai cột.",
            )
    lost = _renamed_figures(grid, header, model, spare)
    if lost is not None:
        name, column = lost
        title = title_of(model, name, kind)
        found = _missing(file, grid, header, title, column)
        if not _share_a_word(title, spare[column]):  # A column of the clerk's own, perhaps: telephone numbers.
            remedy = f"{found.remedy.removesuffix('.')}, nếu không thì để nguyên cũng được."
            found = found.model_copy(update={"severity": Severity.WARNING, "remedy": remedy})
        yield found
        spare.pop(column)
    unfilled = [title_of(model, name, kind) for name in model.model_fields if name not in header.columns]
    for column, title in spare.items():
        yield _unknown(header.mark(file, grid, header.row, column).place(), title, unfilled)
    yield from _nameless(file, grid, header)


def _renamed(grid: SheetGrid, header: Header, title: str, spare: dict[int, str]) -> int | None:
    """The column that is most likely the missing one: its name is nearly the same, or it is the only one left over."""
    keys = {_key(words): column for column, words in spare.items()}
    near = difflib.get_close_matches(_key(title), keys, n=1, cutoff=_LIKELY)
    if near:
        return keys[near[0]]
    filled = {column for row, cells in grid.rows.items() if row > header.row for column in cells}
    left = [column for column in spare if column in filled]
    return left[0] if len(left) == 1 and len(header.missing) == 1 else None


def _renamed_figures(
    grid: SheetGrid, header: Header, model: type[BaseModel], spare: dict[int, str]
) -> tuple[str, int] | None:
    """The one column of figures that the table lacks, and the one that it has under an unknown name."""
    lacking = [
        name
        for name, field in model.model_fields.items()
        if name not in header.columns and {int, Decimal} & {field.annotation, *get_args(field.annotation)}
    ]
    below = [cells for at, cells in grid.rows.items() if at > header.row]
    found = {column: [cells[column].raw for cells in below if column in cells] for column in spare}
    figures = [column for column, raws in found.items() if raws and all(map(_is_figure, raws))]
    return (lacking[0], figures[0]) if len(lacking) == len(figures) == 1 else None


def _share_a_word(title: str, other: str) -> bool:
    """Whether two headers speak of one thing: “Số phiếu đồng ý”, “Phiếu thuận”."""
    return bool({*_key(title).split()} & {*_key(other).split()} - _OF_ANY_FIGURE)


def _is_figure(raw: Raw) -> bool:
    return not isinstance(convert((Decimal,), raw), Refused)


def _missing(file: str, grid: SheetGrid, header: Header, title: str, column: int | None) -> Finding:
    if column is not None:
        said = header.words[column]
        remedy = f"Hãy sửa tên cột {get_column_letter(column)} (đang là “{said}”) thành “{title}” nếu đúng là cột ấy."
    else:
        remedy = f"Hãy thêm cột “{title}” vào dòng tên cột và điền đủ."
    place = PlaceMark(file, grid.name, header.row, None, None).place()
    return Finding(place=place, reason=f"Không thấy cột “{title}”.", remedy=remedy)


def _unknown(place: Place, title: str, unfilled: Sequence[str]) -> Finding:
    """An unknown column is left out with a warning; where it is nearly a known one, leaving it out would lose data."""
    by_key = {_key(known): known for known in unfilled}
    near = difflib.get_close_matches(_key(title), by_key, n=1, cutoff=_CERTAIN)
    # “Nội dung đăng ký thi đua năm 2023”: last year's form, the same column; “Danh hiệu”: the column cut short.
    longer = sorted((known for known in by_key if _key(title).startswith(f"{known} ")), key=len)[-1:]
    begun = [key for key in by_key if key.startswith(f"{_key(title)} ")]
    meant = near or longer or (begun if len(begun) == 1 else [])
    if meant:
        severity, remedy = (
            Severity.ERROR,
            f"Hãy sửa tên cột thành “{by_key[meant[0]]}” nếu đúng là cột ấy, nếu không thì xóa cột.",
        )
    else:
        severity, remedy = Severity.WARNING, "Hãy sửa tên cột nếu cần dùng; nếu không thì để nguyên cũng được."
    return Finding(severity=severity, place=place, reason=f"Bảng này không có cột nào tên là “{title}”.", remedy=remedy)


def _nameless(file: str, grid: SheetGrid, header: Header) -> Iterator[Finding]:
    found = {
        column for row, cells in grid.rows.items() if row > header.row for column in cells if column not in header.words
    }
    for column in sorted(found):
        yield Finding(
            severity=Severity.WARNING,
            place=header.mark(file, grid, header.row, column).place(),
            reason="Cột có dữ liệu nhưng không có tên nên không được dùng.",
            remedy="Hãy đặt tên cột ở dòng tên cột, hoặc xóa dữ liệu của cột này.",
        )


def no_header(file: str, grid: SheetGrid | None, model: type[BaseModel], kind: UnitKind = UNIT_KINDS[0]) -> Finding:
    """That no row of a file looks like the header of this table."""
    titles = ", ".join(f"“{title_of(model, name, kind)}”" for name in model.model_fields)
    return Finding(
        place=PlaceMark(file, grid.name if grid else None).place(),
        reason=f"Không thấy dòng tên cột của bảng trong {_SEARCHED_ROWS} dòng đầu.",
        remedy=f"Hãy đặt một dòng tên cột gồm: {titles}.",
    )
