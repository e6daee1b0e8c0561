"""Turn a tree of written values into domain records: a finding for whatever does not fit, a place for the rest.

Records are made from the leaves upwards, each by its own model, so that an error names the one value that is wrong and
a broken piece neither hides nor invents errors around it.
"""

from __future__ import annotations

import difflib
import re
import types
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.domain.text import TextFault, matching_key
from vanban.domain.unit_kind import UNIT_KINDS, is_asked
from vanban.ingest.reading import Path, PlaceMark
from vanban.ingest.scalars import Raw, Refused, choices, convert, is_scalar, shown
from vanban.ingest.sentences import explain
from vanban.ingest.tree import Listing, Node, NodeGroup, Scalar

R = TypeVar("R", bound=Record)

_ROW = tuple[str, ...]
_BETWEEN_CELLS = "|"
_LISTS = (tuple, list, frozenset, set, Sequence)
_BETWEEN_ITEMS = re.compile(r"[;\r\n]+")
_LINE_BREAK = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_MOST_KEPT = 2_000


class Broken:
    """Stands for a piece that did not become a value; its findings are already told."""


BROKEN = Broken()


class Assembly:
    """One file on its way to records: collects findings and marks as it goes."""

    def __init__(self, file: str, sheet: str | None = None, office: Office | None = None) -> None:
        self.findings: list[Finding] = []
        self.untold = 0
        self.marks: dict[Path, PlaceMark] = {(): PlaceMark(file, sheet)}
        self.file, self._sheet, self.office = file, sheet, office
        self._kind = office.unit_kind if office else UNIT_KINDS[0]

    def record(self, model: type[R], group: NodeGroup, path: Path, absent: Iterable[str] = ()) -> R | Broken:
        """The record of ``group``; ``absent`` names fields already reported missing for the whole file."""
        values: dict[str, object] = {}
        broken = set(absent)
        fields = _fields(model)
        for name, node in group.entries.items():
            if name not in fields:
                # A name that is written wrongly is one mistake: that its field is missing only follows from it.
                broken |= {name, self._unknown(name, model, group, path)}
                continue
            field = fields[name]
            self._mark(node, (*path, name), field.header, group.lines.get(name))
            if not (isinstance(node, Scalar) and node.is_blank):
                values[name] = self._value(field.kinds, node, (*path, name))
        broken |= {name for name, value in values.items() if isinstance(value, Broken)}
        try:
            made = model.model_validate({name: value for name, value in values.items() if name not in broken})
        except ValidationError as failure:
            for error in failure.errors(include_url=False):
                self._explain(error, model, group, path, broken)
            return BROKEN
        for name in self._not_said(model, values, broken):
            self._missing(name, model, group, path)
            broken.add(name)
        return BROKEN if broken else made

    def _not_said(self, model: type[BaseModel], values: Mapping[str, object], broken: set[str]) -> tuple[str, ...]:
        """What the office's kind of units must say, and this record does not."""
        return tuple(
            name
            for name, field in model.model_fields.items()
            if not field.is_required() and name not in values and name not in broken and is_asked(field, self._kind)
        )

    def records(self, model: type[R], listing: Listing) -> tuple[R, ...] | Broken:
        """The records of a list that is a whole file."""
        made = self._items((model,) * len(listing.items), listing.items, ())
        return BROKEN if isinstance(made, Broken) else tuple(made)

    def find(self, path: Path, fault: TextFault, value: object = None) -> None:
        """Add a finding at ``path`` or the closest marked piece around it."""
        length = next(length for length in range(len(path), -1, -1) if path[:length] in self.marks)
        self._note(self.marks[path[:length]].place(path), fault, value, Severity.ERROR)

    def find_at(
        self, mark: PlaceMark, fault: TextFault, value: object = None, severity: Severity = Severity.ERROR
    ) -> None:
        """Add a finding at a place of its own."""
        self._note(mark.place(), fault, value, severity)

    def _note(self, place: Place, fault: TextFault, value: object, severity: Severity) -> None:
        if len(self.findings) >= _MOST_KEPT:
            self.untold += 1
            return
        told = None if value is None else shown(value)
        self.add(Finding(severity=severity, place=place, value=told, reason=fault.reason, remedy=fault.remedy))

    def add(self, *findings: Finding) -> None:
        """Add findings made elsewhere."""
        self.findings.extend(findings)

    def _mark(self, node: Node, path: Path, header: str | None, line: int | None = None) -> None:
        if isinstance(node, Scalar) and node.column is not None:
            self.marks[path] = PlaceMark(self.file, self._sheet, node.line, node.column, node.header)
        else:
            self.marks[path] = PlaceMark(self.file, self._sheet, line or node.line, None, header)

    def _value(self, kinds: tuple[Any, ...], node: Node, path: Path) -> object:
        match node:
            case Scalar():
                return self._scalar(kinds, node, path)
            case Listing(items=items):
                return self._listing(kinds, items, path)
            case NodeGroup():
                return self._group(kinds, node, path)

    def _scalar(self, kinds: tuple[Any, ...], node: Scalar, path: Path) -> object:
        if plain := tuple(kind for kind in kinds if is_scalar(kind)):
            result = convert(plain, node.raw if node.column is None else _on_one_line(node.raw), self.office)
            if not isinstance(result, Refused):
                return result
            for fault in result:
                self.find(path, fault, node.raw)
            return BROKEN
        if _ROW in kinds and _BETWEEN_CELLS in shown(node.raw):
            return self._row_of_cells(node, path)
        if node.column is not None and any(_is_list(kind) for kind in kinds):
            pieces = [piece for piece in _BETWEEN_ITEMS.split(shown(node.raw)) if piece.strip()]
            return self._listing(kinds, [Scalar(piece, node.line, node.column, node.header) for piece in pieces], path)
        if any(_is_list(kind) for kind in kinds):
            fault = TextFault("Cần một danh sách.", "Hãy ghi mỗi mục trên một dòng, bắt đầu bằng “- ”.")
        else:
            fault = TextFault(
                "Cần một nhóm gồm nhiều mục.", "Hãy xuống dòng, thụt vào và ghi từng mục “tên mục: lời văn”."
            )
        self.find(path, fault, node.raw)
        return BROKEN

    def _row_of_cells(self, node: Scalar, path: Path) -> object:
        """The cells of a row that is written on one line; a blank one is an empty text."""
        pieces = shown(node.raw).strip().split(_BETWEEN_CELLS)
        if len(pieces) > 2 and not pieces[0] and not pieces[-1]:
            pieces = pieces[1:-1]
        cells = [convert((str,), piece) if piece.strip() else "" for piece in pieces]
        faults = [fault for cell in cells if isinstance(cell, Refused) for fault in cell]
        for fault in faults:
            self.find(path, fault, node.raw)
        return BROKEN if faults else tuple(cells)

    def _listing(self, kinds: tuple[Any, ...], items: list[Node], path: Path) -> object:
        kind = next((kind for kind in kinds if _is_list(kind)), None)
        if kind is None:
            self.find(path, TextFault("Ở đây không ghi danh sách.", "Hãy bỏ dấu “-” ở đầu các dòng bên dưới."))
            return BROKEN
        inner = get_args(kind)
        if get_origin(kind) is not tuple or inner[-1] is Ellipsis:
            inner = (inner[0],) * len(items)
        elif len(inner) != len(items):
            self.find(path, TextFault(f"Cần đúng {len(inner)} mục, đang có {len(items)}.", "Hãy ghi lại cho đủ."))
            return BROKEN
        made = self._items(inner, items, path)
        return made if isinstance(made, Broken) else get_origin(kind)(made) if get_origin(kind) in _MAKERS else made

    def _items(self, kinds: Sequence[Any], items: list[Node], path: Path) -> list[Any] | Broken:
        made: list[object] = []
        above = self.marks[path].header
        for position, (kind, node) in enumerate(zip(kinds, items, strict=True)):
            here = (*path, position)
            ordinal = f"dòng thứ {position + 1}"
            self._mark(node, here, f"{above}, {ordinal}" if above else ordinal)
            if isinstance(node, Scalar) and node.is_blank:
                self.find(here, TextFault("Một mục của danh sách để trống.", "Hãy điền mục này hoặc xóa dòng."))
                made.append(BROKEN)
            else:
                made.append(self._value(kinds_of(kind), node, here))
        return BROKEN if any(isinstance(value, Broken) for value in made) else made

    def _group(self, kinds: tuple[Any, ...], group: NodeGroup, path: Path) -> object:
        models = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Record)]
        if models:
            return self.record(min(models, key=lambda model: _misfit(model, group)), group, path)
        mapping = next((kind for kind in kinds if get_origin(kind) in (dict, Mapping)), None)
        if mapping is None:
            self.find(path, TextFault("Ở đây không ghi nhóm mục con.", "Hãy ghi chữ hoặc số ngay trên dòng này."))
            return BROKEN
        made: dict[str, object] = {}
        for name, node in group.entries.items():
            self._mark(node, (*path, name), name, group.lines.get(name))
            made[name] = self._value(kinds_of(get_args(mapping)[1]), node, (*path, name))
        return BROKEN if any(isinstance(value, Broken) for value in made.values()) else made

    def _unknown(self, name: str, model: type[BaseModel], group: NodeGroup, path: Path) -> str:
        """Tell of a name that no field has; the field that is probably meant, else the name itself."""
        known = {matching_key(field): field for field in model.model_fields}
        known |= {matching_key(field.title): name for name, field in model.model_fields.items() if field.title}
        near = difflib.get_close_matches(matching_key(name), known, n=1, cutoff=0.6)
        if near:
            remedy = f"Hãy sửa lại tên nếu là “{_fields(model)[known[near[0]]].header}”, nếu không thì xóa mục này."
        else:
            free = [row.header for field, row in _fields(model).items() if field not in group.entries]
            remedy = f"Hãy xóa mục này, hoặc dùng một trong các tên chưa ghi: {', '.join(free)}."
        mark = PlaceMark(self.file, self._sheet, group.lines.get(name, group.line), None, name)
        self.find_at(mark, TextFault("Không có mục nào mang tên này.", remedy))
        meant = known[near[0]] if near else name
        return name if meant in group.entries else meant

    def _explain(
        self, error: ErrorDetails, model: type[BaseModel], group: NodeGroup, path: Path, broken: set[str]
    ) -> None:
        location = error["loc"]
        # A rule over several fields says nothing true while one of them is broken.
        if (broken and not location) or (location and location[0] in broken):
            return
        if error["type"] == "missing":
            self._missing(str(location[0]), model, group, path)
            return
        value = error["input"]
        told = value if isinstance(value, str) or not isinstance(value, (BaseModel, Mapping, Sequence)) else None
        self.find((*path, *location), explain(error), told)

    def _missing(self, name: str, model: type[BaseModel], group: NodeGroup, path: Path) -> None:
        if (*path, name) in self.marks:
            mark = self.marks[*path, name]
            title = (mark.header if mark.column else None) or model.model_fields[name].title or name
            vacant = isinstance(extra := model.model_fields[name].json_schema_extra, dict) and "may_be_vacant" in extra
            remedy = "Hãy điền họ tên; chức danh đang khuyết thì ghi “khuyết”." if vacant else "Hãy ghi vào chỗ này."
            self.find((*path, name), TextFault(f"Chưa ghi “{title}”.", remedy))
            return
        absent = PlaceMark(self.file, self._sheet, group.line, None, _fields(model)[name].header)
        self.find_at(absent, TextFault("Chưa có mục bắt buộc này.", f"Hãy thêm dòng “{name}: …” vào nhóm này."))


_MAKERS = (tuple, list, frozenset, set)


class _Field(NamedTuple):
    kinds: tuple[Any, ...]
    header: str


@cache
def _fields(model: type[BaseModel]) -> dict[str, _Field]:
    """What each field of a model takes, and its name as findings show it: in Vietnamese, the key in parentheses."""
    return {
        name: _Field(kinds_of(field.annotation), f"{field.title} ({name})" if field.title else name)
        for name, field in model.model_fields.items()
    }


def kinds_of(annotation: Any) -> tuple[Any, ...]:
    """The alternatives that an annotation allows, without ``None`` and without what only pydantic reads."""
    while get_origin(annotation) is Annotated or hasattr(annotation, "__value__"):
        annotation = annotation.__value__ if hasattr(annotation, "__value__") else get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        return tuple(kind for member in get_args(annotation) for kind in kinds_of(member))
    return () if annotation in (None, type(None)) else (annotation,)


def _on_one_line(raw: Raw) -> Raw:
    """A cell's text without the line breaks that only shape its column."""
    return _LINE_BREAK.sub(" ", raw) if isinstance(raw, str) else raw


def _is_list(kind: Any) -> bool:
    return get_origin(kind) in _LISTS


def _misfit(model: type[BaseModel], group: NodeGroup) -> tuple[int, int]:
    """How badly a group fits one of several models: names it does not know or that say another, then names it lacks."""
    foreign = sum(name not in model.model_fields for name in group.entries)
    for name, field in model.model_fields.items():
        node = group.entries.get(name)
        if get_origin(field.annotation) is Literal and isinstance(node, Scalar):
            foreign += shown(node.raw) not in map(shown, choices(field.annotation))
    lacking = sum(field.is_required() and name not in group.entries for name, field in model.model_fields.items())
    return foreign, lacking
