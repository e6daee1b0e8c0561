"""Hold the rows of a return against the records that are stored: what is new, changed, equal, emptied, gone.

A cell that is empty where something is stored is never taken for “none”: it waits for a yes, as does a row that is not
there. A column that is not there says nothing. “không” says that there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, NamedTuple

from openpyxl.utils import get_column_letter

from vanban.domain.finding import Finding, Place
from vanban.domain.kit import NAMES_UNIT, unit_field, unit_of
from vanban.domain.office import Office
from vanban.domain.people import Person
from vanban.domain.record import Record
from vanban.domain.record_value import is_as_typed
from vanban.domain.row_identity import identity_of, may_repeat
from vanban.domain.text import matching_key, tidy
from vanban.ingest.assembly import Assembly, Broken, kinds_of
from vanban.ingest.form_rules import NONE
from vanban.ingest.header import title_of
from vanban.ingest.reading import PlaceMark
from vanban.ingest.returned import ReturnedSheet, ReturnedTable
from vanban.ingest.rows import row_entries
from vanban.ingest.scalars import Refused, convert, shown, written
from vanban.ingest.tree import Node, NodeGroup, Scalar

Identity = tuple[str, ...]

_VALUE: Final = "value"
"""The column of a row that is one value: there stands what is wrong with it."""


class ValueState(StrEnum):
    """What became of one value or row, in the clerk's words."""

    NEW = "mới"
    CHANGED = "đổi"
    EQUAL = "không đổi"
    EMPTIED = "bị để trống"
    MISSING = "không có trong phiếu"


@dataclass(frozen=True)
class ValueChange:
    """One value of one row: whose (in the words of its key), which column, what is stored, what came back."""

    row: str
    field: str
    title: str
    before: str
    after: str
    state: ValueState


@dataclass(frozen=True)
class RowMerge:
    """One row that came back: of which stored record (its position, ``None`` for a new one), and the record that it is
    now; ``emptied`` is the record with what was emptied taken away, where something was."""

    identity: Identity
    words: str
    position: int | None
    record: Record
    emptied: Record | None
    changes: tuple[ValueChange, ...]
    place: Place | None = None

    @property
    def state(self) -> ValueState:
        """Of the whole row."""
        if self.position is None:
            return ValueState.NEW
        return ValueState.CHANGED if self.changes else ValueState.EQUAL


@dataclass
class TableMerge:
    """A table that came back against the stored one: its rows, the positions of stored rows that did not come back, the
    columns that were not asked, how many rows had only the unit's key, and which units the rows name."""

    part: str
    rows: list[RowMerge] = field(default_factory=list)
    missing: list[int] = field(default_factory=list)
    not_asked: tuple[str, ...] = ()
    unfilled: int = 0
    units: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class MergeGround:
    """What a return is held against: the stored rows of the table, the people by key, the office, and the unit whose
    form it is; empty where it is nobody's."""

    stored: tuple[Record, ...]
    people: Mapping[str, Person]
    office: Office
    unit: str = ""


class _Came(NamedTuple):
    """One row that came back: where, whose, of which stored position, and what it says."""

    sheet: ReturnedSheet
    number: int
    identity: Identity
    position: int | None
    entries: dict[str, Node]
    faulty: set[str]


class _Merger:
    def __init__(self, file: str, table: ReturnedTable, ground: MergeGround) -> None:
        self.file, self.table, self.ground = file, table, ground
        self.model = table.model
        self.names_unit = unit_field(table.model)
        self.identity = tuple(
            name for name in identity_of(table.part, self.model.model_fields) if name in table.columns
        )
        self.findings: list[Finding] = []
        self.free: dict[Identity, list[int]] = {}
        for position, record in enumerate(ground.stored):
            self.free.setdefault(self._stored_identity(record), []).append(position)
        self.seen: dict[Identity, PlaceMark] = {}
        self.units: dict[str, None] = {}
        self.made = TableMerge(table.part)

    def merge(self) -> TableMerge:
        """Every row of every sheet."""
        taken: set[int] = set()
        for sheet in self.table.sheets:
            assembly = Assembly(self.file, sheet.grid.name, self.ground.office)
            for number in sheet.rows:
                self._row(sheet, number, assembly, taken)
            self.findings.extend(assembly.findings)
        kind = self.ground.office.unit_kind
        self.made.not_asked = tuple(
            title_of(self.model, name, kind) for name in self.model.model_fields if name not in self.table.columns
        )
        self.made.units = tuple(self.units)
        scope = (self.ground.unit,) if self.ground.unit and self.names_unit else self.made.units
        self.made.missing = [
            position
            for position, record in enumerate(self.ground.stored)
            if position not in taken and (not self.names_unit or unit_of(record, self.ground.people) in scope)
        ]
        self.made.findings = tuple(self.findings)
        return self.made

    def _row(self, sheet: ReturnedSheet, number: int, assembly: Assembly, taken: set[int]) -> None:
        entries, faulty = row_entries(assembly, sheet.grid, sheet.header, number)
        if self.ground.unit and self.names_unit in NAMES_ITSELF and _blank(entries.get(self.names_unit)):
            place = Scalar(self.ground.unit, number, *_first_column(sheet))
            entries[self.names_unit] = place
        identity = self._identity(entries)
        own = {self.names_unit} & NAMES_ITSELF
        if all(_blank(node) for name, node in entries.items() if name not in own) and faulty <= {*sheet.header.missing}:
            # Only the unit's key, which the form itself filled in: nobody said anything; the stored row is missing.
            self.made.unfilled += 1
            return
        self._note_unit(entries)
        if not self._is_first(identity, PlaceMark(self.file, sheet.grid.name, number), sheet):
            return
        position = next(iter(self.free.get(identity, [])), None)
        if position is not None:
            self.free[identity].remove(position)
            taken.add(position)
        elif sheet.header.missing:
            self._refuse_new(sheet, number)
            return
        came = _Came(sheet, number, identity, position, entries, faulty - {*sheet.header.missing})
        self._take(came, assembly)

    def _note_unit(self, entries: Mapping[str, Node]) -> None:
        node = entries.get(self.names_unit) if self.names_unit else None
        if self.names_unit and isinstance(node, Scalar) and not node.is_blank:
            said = tidy(shown(node.raw))
            unit = NAMES_UNIT[self.names_unit](said, self.ground.people)
            if unit is not None:
                own = self.ground.unit
                self.units[own if matching_key(unit) == matching_key(own) else unit] = None

    def _take(self, came: _Came, assembly: Assembly) -> None:
        stored = None if came.position is None else self.ground.stored[came.position]
        kept: dict[str, Node] = {}
        emptied: list[str] = []
        for name, info in self.model.model_fields.items():
            before = None if stored is None else getattr(stored, name)
            node = came.entries.get(name)
            if node is None or (stored is not None and name in self.identity):
                kept[name] = self._as_stored(before, came)
            elif _blank(node) and stored is not None and before != info.get_default(call_default_factory=True):
                emptied.append(name)
                kept[name] = self._as_stored(before, came)
                if info.is_required() and name not in came.faulty:
                    self._require(came, name, before)
            else:
                kept[name] = Scalar("", came.number) if self._says_none(name, node) else node
        path = (len(self.made.rows),)
        assembly.marks[path] = PlaceMark(self.file, came.sheet.grid.name, came.number)
        record = assembly.record(self.model, NodeGroup(kept, came.number), path, came.faulty)
        if isinstance(record, Broken):
            return
        words = " · ".join(filter(None, (written(getattr(record, name), self.ground.office) for name in self.identity)))
        changes = tuple(self._changes(words, stored, record, emptied))
        bare = self._without(record, emptied)
        marks = (assembly.marks.get((*path, name)) for name in (_VALUE, self.identity[0] if self.identity else ""))
        place = next((mark.place() for mark in marks if mark is not None), None)
        self.made.rows.append(RowMerge(came.identity, words, came.position, record, bare, changes, place))

    def _refuse_new(self, sheet: ReturnedSheet, number: int) -> None:
        """A new row needs every column that must be filled in; a stored one has its values."""
        kind = self.ground.office.unit_kind
        titles = ", ".join(f"“{title_of(self.model, name, kind)}”" for name in sheet.header.missing)
        self.findings.append(
            Finding(
                place=PlaceMark(self.file, sheet.grid.name, number).place(),
                reason=f"Dòng này chưa có trong bảng đang lưu, mà phiếu thiếu cột bắt buộc {titles}.",
                remedy="Hãy thêm cột ấy và điền đủ, hoặc sửa mã ở dòng này cho đúng.",
            )
        )

    def _without(self, record: Record, emptied: list[str]) -> Record | None:
        """The record without what was emptied; ``None`` where nothing was, or where it cannot be without."""
        names = [name for name in emptied if not self.model.model_fields[name].is_required()]
        if not names:
            return None
        values = {name: getattr(record, name) for name in self.model.model_fields if name not in names}
        try:
            return self.model.model_validate(values)
        except ValueError:
            # What is left would contradict itself: the emptied values stay until somebody fills the row in.
            return None

    def _changes(self, words: str, stored: Record | None, record: Record, emptied: list[str]) -> Iterator[ValueChange]:
        kind = self.ground.office.unit_kind
        for name in self.model.model_fields:
            if stored is None or name not in self.table.columns:
                continue
            before, after = (written(getattr(one, name), self.ground.office) for one in (stored, record))
            if name in emptied:
                state, after = ValueState.EMPTIED, ""
            elif before == after:
                continue
            else:
                state = ValueState.CHANGED if before else ValueState.NEW
            yield ValueChange(words, name, title_of(self.model, name, kind), before, after, state)

    def _as_stored(self, value: object, came: _Came) -> Scalar:
        said = "" if value is None else written(value, self.ground.office)
        return Scalar(said, came.number, *_first_column(came.sheet))

    def _says_none(self, name: str, node: Node) -> bool:
        info = self.model.model_fields[name]
        if is_as_typed(info) or info.is_required() or bool in kinds_of(info.annotation) or not isinstance(node, Scalar):
            return False
        return isinstance(node.raw, str) and matching_key(node.raw) == matching_key(NONE)

    def _require(self, came: _Came, name: str, before: object) -> None:
        header = came.sheet.header
        place = header.mark(self.file, came.sheet.grid, came.number, header.columns[name]).place()
        reason = f"Ô bắt buộc này để trống, đang lưu “{written(before, self.ground.office)}”."
        self.findings.append(Finding(place=place, reason=reason, remedy="Hãy điền lại ô này."))

    def _identity(self, entries: Mapping[str, Node]) -> Identity:
        found = []
        for name in self.identity:
            node = entries.get(name)
            raw = node.raw if isinstance(node, Scalar) else ""
            read = convert(kinds_of(self.model.model_fields[name].annotation), raw, self.ground.office)
            known = shown(raw) if isinstance(read, Refused) or _blank(node) else written(read, self.ground.office)
            found.append(matching_key(known))
        return tuple(found)

    def _stored_identity(self, record: Record) -> Identity:
        return tuple(matching_key(written(getattr(record, name), self.ground.office)) for name in self.identity)

    def _is_first(self, identity: Identity, mark: PlaceMark, sheet: ReturnedSheet) -> bool:
        """Whether no earlier row of the file is about the same; else both are told, each naming the other."""
        other = self.seen.setdefault(identity, mark)
        if other is mark or may_repeat(self.table.part) or not any(identity):
            return True
        for here, there in ((mark, other), (other, mark)):
            at = f"trang “{there.sheet}”, dòng {there.line}" if there.sheet != here.sheet else f"dòng {there.line}"
            column = sheet.header.columns[self.identity[0]]
            place = here._replace(column=get_column_letter(column), header=sheet.header.words[column]).place()
            self.findings.append(
                Finding(
                    place=place,
                    value=" · ".join(identity),
                    reason=f"Dòng này trùng với {at}: cùng nói về một mã.",
                    remedy="Hãy giữ dòng đúng, xóa dòng kia.",
                )
            )
        return False


NAMES_ITSELF: Final = frozenset({"group", "collective"})
"""The fields in which a unit's own key stands, which its form may fill in."""


def _blank(node: Any) -> bool:
    return not isinstance(node, Scalar) or node.is_blank


def _first_column(sheet: ReturnedSheet) -> tuple[str, str]:
    """Where a value that no cell says is told to stand: the first column of the row."""
    column = min(sheet.header.columns.values())
    return get_column_letter(column), sheet.header.words[column]


def merge_table(file: str, table: ReturnedTable, ground: MergeGround) -> TableMerge:
    """What each row of a returned table is to the stored ones.

    Findings are errors of cells and rows; a row with one is in no class.
    """
    return _Merger(file, table, ground).merge()
