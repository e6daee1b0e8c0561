"""Which documents a paper of one's own makes of a year, and what each of them is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final

from pydantic.fields import FieldInfo

from vanban.domain.document import Document
from vanban.domain.office import Office
from vanban.domain.own_paper import OnePer, OwnPaper, OwnRow, row_keys, slug
from vanban.domain.receiver import SORTS, UNITS, receiver, receiver_rows, units
from vanban.domain.receiver_row import Receiver, ReceiverRow
from vanban.domain.record import Record
from vanban.domain.rows import IndexedRows, first
from vanban.domain.target import fill
from vanban.domain.text import matching_key
from vanban.domain.unit_kind import column_titles
from vanban.domain.wording import decimal, numeric_date
from vanban.domain.year import Year, once_a_year

_NAMING: Final = ("nominee", "person", "collective", "group", "unit", "member")
"""Columns of the program's tables that name a receiver."""


@dataclass(frozen=True)
class OwnSheet:
    """One document: the cells of the row that it is for, the rows that it lists, the receiver that it is about."""

    cells: Mapping[str, str] | None
    rows: tuple[OwnRow, ...]
    receiver: Receiver | None = None


def own_paper(year: Year, kind: str) -> OwnPaper | None:
    """The paper of that name; ``None`` where the year has none."""
    return first(year.own_papers, key=kind)


@once_a_year
def own_sheets(year: Year, kind: str) -> Mapping[str, OwnSheet]:
    """The documents of the paper of that name by their keys, in order: none where its table has no rows."""
    paper = own_paper(year, kind)
    if paper is None or (paper.columns and not paper.rows):
        return {}
    match paper.one_per:
        case OnePer.DOCUMENT:
            return {"": OwnSheet(None, paper.rows)}
        case OnePer.UNIT:
            return _of_receivers(year, paper, ((unit.key, None, unit) for unit in units(year)))
        case OnePer.ROW if paper.table is None:
            return {row.key: OwnSheet(row.cells, (row,), _owner(year, paper, row)) for row in paper.rows}
        case OnePer.ROW:
            return _of_receivers(year, paper, _foreign_rows(year, paper.table))


def _of_receivers(
    year: Year, paper: OwnPaper, wanted: Iterable[tuple[str, Mapping[str, str] | None, Receiver | None]]
) -> Mapping[str, OwnSheet]:
    """One for each unit, or row of a table of the program: with its own rows, with all where they belong to nobody."""
    own = _by_owner(year, paper)
    made = ((key, cells, own.get(key, ()) if paper.owner else paper.rows, who) for key, cells, who in wanted)
    return {key: OwnSheet(cells, rows, who) for key, cells, rows, who in made if rows or not paper.owner}


def _by_owner(year: Year, paper: OwnPaper) -> Mapping[str, tuple[OwnRow, ...]]:
    found: dict[str, list[OwnRow]] = {}
    for row in paper.rows if paper.owner else ():
        found.setdefault(owner_key(year, row.cells[paper.owner or ""]) or "", []).append(row)
    return {key: tuple(rows) for key, rows in found.items()}


def owner_key(year: Year, said: str) -> str | None:
    """The key of the receiver that a cell names, by key or by name; ``None`` for nobody, or for two of one name."""
    if not said:
        return None
    found = _receivers_named(year).get(matching_key(said), ())
    return found[0] if len(found) == 1 else None


@once_a_year
def _receivers_named(year: Year) -> Mapping[str, tuple[str, ...]]:
    """What receivers are called, by key and by name, for comparing → whose it is."""
    found: dict[str, dict[str, None]] = {}
    for _, _, row in receiver_rows(year):
        for said in (row.key, row.name):
            found.setdefault(matching_key(said), {})[row.key] = None
    return {said: tuple(keys) for said, keys in found.items()}


def _owner(year: Year, paper: OwnPaper, row: OwnRow) -> Receiver | None:
    key = owner_key(year, row.cells[paper.owner]) if paper.owner else None
    return receiver(year, key) if key else None


# Rows of the tables of the program


def tables_of(year: Year) -> tuple[str, ...]:
    """The parts of a year that are tables: what ``table`` may name."""
    return tuple(name for name in type(year).model_fields if isinstance(getattr(year, name), IndexedRows))


def _foreign_rows(year: Year, table: str) -> Iterator[tuple[str, Mapping[str, str], Receiver | None]]:
    rows: tuple[Record, ...] = getattr(year, table, ())
    keys = row_keys(_first_words(row) for row in rows)
    for row, made in zip(rows, keys, strict=True):
        key = str(getattr(row, "key", "") or made)
        yield key, cells_of(year, row), _named_receiver(year, table, row)


def _first_words(row: Record) -> str:
    return printed(getattr(row, next(iter(type(row).model_fields))))


def _named_receiver(year: Year, table: str, row: Record) -> Receiver | None:
    if isinstance(row, ReceiverRow):
        return row.as_receiver(year)
    for field in _NAMING:
        key = owner_key(year, str(getattr(row, field, None) or ""))
        if key:
            return receiver(year, key)
    return None


def cells_of(year: Year, row: Record) -> dict[str, str]:
    """What a row of a table of the program says under each header, in the office's own words for its units."""
    cells: dict[str, str] = {}
    for name, field in type(row).model_fields.items():
        cells |= dict.fromkeys(_headers(year.office, name, field), printed(getattr(row, name)))
    return cells


def headers_of(office: Office, model: type[Record]) -> tuple[str, ...]:
    """The headers under which :func:`cells_of` gives what a row of that model says."""
    return tuple(header for name, field in model.model_fields.items() for header in _headers(office, name, field))


def _headers(office: Office, name: str, field: FieldInfo) -> tuple[str, ...]:
    return tuple(dict.fromkeys(column_titles(field, office.unit_kind))) or (name,)


def columns_named(year: Year, paper: OwnPaper) -> tuple[str, ...]:
    """The columns of the row that each document is for, as texts name them; none where there is no such row."""
    if paper.one_per is not OnePer.ROW:
        return ()
    if paper.table is None:
        return tuple(column.slug for column in paper.columns)
    rows = getattr(year, paper.table, ())
    return tuple(slug(name) for name in cells_of(year, rows[0])) if rows else ()


def printed(value: object) -> str:
    """A value of a table as a paper prints it."""
    match value:
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case Decimal() | int():
            return decimal(value)
        case date():
            return numeric_date(value)
        case Enum():
            return str(value.value)
        case tuple():
            return "; ".join(map(printed, value))
        case _:
            return str(value)


# The documents


def own_documents(year: Year, kind: str) -> Mapping[str, Document]:
    """The numbered documents of that paper by their keys, what their subjects and addressees name filled in."""
    paper = own_paper(year, kind)
    if paper is None or not paper.is_numbered:
        return {}
    return {key: own_document(year, paper, sheet) for key, sheet in own_sheets(year, kind).items()}


class _Named(dict[str, str]):
    """What places in fixed texts mean; one that means nothing stays as it is, and checking tells it."""

    def __missing__(self, name: str) -> str:
        return f"{{{name}}}"


def own_document(year: Year, paper: OwnPaper, sheet: OwnSheet) -> OwnPaper:
    """The paper with the places in its fixed texts filled by what that sheet's row says, and the year."""
    known = _Named({"year": year.year.name, **{slug(name): said for name, said in (sheet.cells or {}).items()}})
    fixed = {
        "subject": fill(paper.subject, known),
        "introduction": fill(paper.introduction, known) if paper.introduction else paper.introduction,
        "addressees": tuple(fill(name, known) for name in paper.addressees),
        "recipients": tuple(one.model_copy(update={"name": fill(one.name, known)}) for one in paper.recipients),
    }
    changed = {name: value for name, value in fixed.items() if value != getattr(paper, name)}
    return paper.model_copy(update=changed) if changed else paper


# What one document needs


def only_its_rows(year: Year, kind: str, key: str) -> Year:
    """The year with no more rows than that document of a paper of one's own is made from.

    Whoever gets a letter is not given everybody else's rows with it (Luật số 91/2025/QH15).
    """
    paper, sheet = own_paper(year, kind), own_sheets(year, kind).get(key)
    if paper is None or sheet is None:
        return year
    update: dict[str, object] = {"own_papers": tuple(_with_rows(one, sheet) for one in year.own_papers if one is paper)}
    kept = _needed(sheet)
    if paper.one_per is OnePer.UNIT or paper.table in SORTS or paper.owner:
        update |= {part: tuple(row for row in getattr(year, part) if row.key in kept) for part in SORTS}
    if paper.table is not None and paper.table not in SORTS:
        rows: tuple[Record, ...] = getattr(year, paper.table)
        update[paper.table] = tuple(row for row in rows if cells_of(year, row) == sheet.cells)
    return year.model_copy(update={name: IndexedRows(rows) for name, rows in update.items() if isinstance(rows, tuple)})


def _with_rows(paper: OwnPaper, sheet: OwnSheet) -> OwnPaper:
    return paper.model_copy(update={"rows": IndexedRows(sheet.rows)})


def _needed(sheet: OwnSheet) -> frozenset[str]:
    return frozenset(filter(None, (sheet.receiver.key, sheet.receiver.unit) if sheet.receiver else ()))


def of_units(paper: OwnPaper) -> bool:
    """Whether its documents are one each for the office's units."""
    return paper.one_per is OnePer.UNIT or paper.table in UNITS
