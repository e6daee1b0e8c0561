"""A record that is kept as a text, the office above all, as a form made from its model, and the filled form back in the
text: whatever is equal keeps its characters, comments too."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any, Final, get_args, get_origin

from vanban import durable
from vanban.domain.finding import Finding, Severity
from vanban.domain.office import Office
from vanban.domain.office_form import FORMS
from vanban.domain.record import Record
from vanban.domain.unit_kind import BY_NOUN
from vanban.errors import OfficeUnfit
from vanban.ingest import read_yaml
from vanban.ingest.assembly import kinds_of
from vanban.ingest.header import title_of
from vanban.ingest.reading import Path, ValuePlaces
from vanban.ingest.scalars import Refused, choices, convert, shown, written
from vanban.ingest.written_tree import Written
from vanban.ingest.yaml_splice import said, spliced
from vanban.ingest.yaml_tree import parse
from vanban.workflows.check import EVERY_PART, Checked
from vanban.workflows.deed import Deed
from vanban.workflows.earlier import Earlier, Kept, keep_earlier
from vanban.workflows.tables import alone
from vanban.workspace import Workspace, read_file

NAMED: Final[Mapping[str, tuple[str, ...]]] = {"form": tuple(FORMS), "unit": tuple(BY_NOUN)}
"""What may be chosen where a field names a row of a table of the program."""

_OFFICE: Final = next(part for part in EVERY_PART if part.name == "office")


@dataclass(frozen=True)
class FormValue:
    """One value to be written: its ``path`` in the record (``bodies.0.name``), what it is called, what it says.

    ``several`` values stand one on a line. ``theirs`` is what the file says, where somebody else wrote it meanwhile.
    """

    path: str
    title: str
    said: str
    required: bool
    several: bool
    choices: tuple[str, ...]
    is_day: bool = False
    faults: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    theirs: str | None = None


@dataclass(frozen=True)
class FormGroup:
    """A record inside the record, or one of a list; who takes it out says so by its path."""

    path: str
    title: str
    entries: tuple[Entry, ...]

    @property
    def wrong(self) -> bool:
        """Whether something in it is wrong."""
        return any(one.faults or one.theirs is not None for one in _values(self.entries))


@dataclass(frozen=True)
class FormList:
    """Records of one kind, of which there may be more or fewer."""

    path: str
    title: str
    groups: tuple[FormGroup, ...]


Entry = FormValue | FormGroup | FormList
"""What a form asks for."""


@dataclass(frozen=True)
class RecordForm:
    """The form of a record: what it asks, a digest of the file that it was made from, the faults of no single value,
    the earlier contents of the file.

    ``wrote`` says that it was just written, ``overtaken`` that somebody else wrote first and nothing was.
    """

    file: str
    entries: tuple[Entry, ...]
    content: str
    faults: tuple[str, ...] = ()
    earlier: tuple[Kept, ...] = ()
    wrote: bool = False
    overtaken: bool = False

    @property
    def wrong(self) -> tuple[FormValue, ...]:
        """The values in which something is wrong, in their order."""
        return tuple(one for one in _values(self.entries) if one.faults)

    def to_json(self) -> dict[str, object]:
        """File, values by their paths, whether they were written, how many are wrong."""
        values = {one.path: one.said for one in _values(self.entries)}
        return {"file": self.file, "values": values, "wrote": self.wrote, "wrong": len(self.wrong)}


@dataclass(frozen=True)
class Filled:
    """A form as somebody filled it in: the values by their paths, groups taken out, the digest that it began from."""

    values: Mapping[str, str]
    without: frozenset[str] = frozenset()
    seen: str = ""


def office_form(workspace: Workspace, checked: Checked | None = None) -> RecordForm:
    """The office as its file says it, with what ``checked`` found in it at each value.

    Raises :class:`vanban.errors.OfficeUnfit` where the file cannot be read as a text.
    """
    stands = _stands(workspace)
    values = dict(_flat(stands.model, stands.tree, ""))
    form = RecordForm(stands.file, _entries(stands.model, values, ""), stands.content)
    form = replace(form, earlier=Earlier(workspace, stands.file).kept())
    found = [one for one in (checked.findings if checked else ()) if one.place.file == stands.file]
    return _with_faults(form, found, read_yaml(stands.data, stands.file, stands.model).places)


def office_form_with_one_more(workspace: Workspace, filled: Filled, path: str) -> RecordForm:
    """The form as it is filled in, with one more blank record in the list at ``path``; nothing is written."""
    stands = _stands(workspace)
    values = {name: text for name, text in filled.values.items() if not _is_out(name, filled.without)}
    for shape in _shapes(stands.model):
        if shape.name == path and shape.inner and shape.many:
            at = max(_places(values, path), default=-1) + 1
            values[f"{path}.{at}.{next(iter(shape.inner.model_fields))}"] = ""
    return RecordForm(stands.file, _entries(stands.model, values, ""), filled.seen)


def save_office_form(workspace: Workspace, filled: Filled, deed: Deed) -> RecordForm:
    """Write the office as the form says it; nothing where it could not be read again, or where the file says something
    else by now than when the form was made: then the form shows both.

    What stood in the file before is kept. Raises :class:`vanban.errors.OfficeUnfit`, ``BusyTable``.
    """
    with alone(workspace):
        stands = _stands(workspace)
        values = {name: text for name, text in filled.values.items() if not _is_out(name, filled.without)}
        form = RecordForm(stands.file, _entries(stands.model, values, ""), stands.content)
        if filled.seen != stands.content:
            now = dict(_flat(stands.model, stands.tree, ""))
            return replace(form, entries=_each(form.entries, lambda one: _beside(one, now)), overtaken=True)
        text = spliced(stands.text, _filled(stands.model, values, stands.tree, "")).encode()
        reading = read_yaml(text, stands.file, stands.model)
        if reading.value is None:
            errors = [one for one in reading.findings if one.severity is Severity.ERROR]
            return _with_faults(form, errors, reading.places)
        if text != stands.data:
            keep_earlier(workspace, stands.file, stands.data, deed)
            durable.write(workspace.data_file(stands.file), text)
    return replace(office_form(workspace), wrote=True)


def take_office_back(workspace: Workspace, number: int, deed: Deed) -> None:
    """Put an earlier content of the office's file in its place again; what stands there now is kept too."""
    with alone(workspace):
        stands = _stands(workspace)
        kept = Earlier(workspace, stands.file).content(number)
        if kept is not None:
            keep_earlier(workspace, stands.file, stands.data, deed)
            durable.write(workspace.data_file(stands.file), kept[1])


@dataclass(frozen=True)
class _Stands:
    """What stands in the file of the office."""

    model: type[Record]
    file: str
    data: bytes
    tree: dict[str, Written]

    @property
    def text(self) -> str:
        return self.data.decode("utf-8-sig")

    @property
    def content(self) -> str:
        return sha256(self.data).hexdigest()


def _stands(workspace: Workspace) -> _Stands:
    stem = f"{_OFFICE.folder}/{_OFFICE.stem}"
    file = next((name for name in workspace.office_files() if name.partition(".")[0] == stem), None)
    if file is None:
        raise OfficeUnfit()
    data = read_file(workspace.data_file(file))
    reading = read_yaml(data, file, Office)
    root = None if reading.value is None and _is_no_text(data) else said(data.decode("utf-8-sig"))
    if not isinstance(root, dict) or not root:
        raise OfficeUnfit(findings=reading.findings)
    return _Stands(Office, file, data, root)


def _is_no_text(data: bytes) -> bool:
    """Whether the file cannot be read as names with values: then a form has nothing to show."""
    try:
        return bool(parse(data.decode("utf-8-sig"))[1])
    except UnicodeDecodeError:
        return True


@dataclass(frozen=True)
class _Shape:
    """How a field of a model is asked for: ``inner`` the record in it, ``many`` of it or of plain values."""

    name: str
    title: str
    required: bool
    inner: type[Record] | None
    many: bool
    kinds: tuple[Any, ...]

    def at(self, path: str) -> str:
        return f"{path}.{self.name}" if path else self.name


def _shapes(model: type[Record]) -> Iterator[_Shape]:
    for name, asked in model.model_fields.items():
        kinds = kinds_of(asked.annotation)
        many = any(get_origin(kind) is tuple for kind in kinds)
        members = tuple(member for kind in kinds for member in (kinds_of(get_args(kind)[0]) if many else (kind,)))
        inner = next((one for one in members if isinstance(one, type) and issubclass(one, Record)), None)
        yield _Shape(name, title_of(model, name), asked.is_required(), inner, many, members)


def _flat(model: type[Record], tree: Written, path: str) -> Iterator[tuple[str, str]]:
    """Every value of the tree as it is shown, by its path."""
    for shape in _shapes(model):
        node, here = tree.get(shape.name, "") if isinstance(tree, dict) else "", shape.at(path)
        if shape.inner and shape.many:
            for place, item in enumerate(node if isinstance(node, list) else ()):
                yield from _flat(shape.inner, item, f"{here}.{place}")
        elif shape.inner and isinstance(node, dict):
            yield from _flat(shape.inner, node, here)
        else:
            yield here, "\n".join(_said(shape, one) for one in (node if isinstance(node, list) else (node,)))


def _said(shape: _Shape, node: Written) -> str:
    """A value as an office writes it: a day as day, month, year."""
    text = node if isinstance(node, str) else ""
    value = convert(shape.kinds, text) if text and date in shape.kinds else text
    return text if isinstance(value, Refused) else written(value)


def _filled(model: type[Record], values: Mapping[str, str], stood: Written, path: str) -> dict[str, Written]:
    """The tree that the values make; what is shown as before stays as it was written, names that no model has too."""
    was: dict[str, Written] = stood if isinstance(stood, dict) else {}
    made: dict[str, Written] = {name: node for name, node in was.items() if name not in model.model_fields}
    for shape in _shapes(model):
        here, node = shape.at(path), was.get(shape.name)
        piece: Written
        if shape.inner and shape.many:
            items = node if isinstance(node, list) else []
            filled = [
                _filled(shape.inner, values, items[at] if at < len(items) else {}, f"{here}.{at}")
                for at in _places(values, here)
            ]
            piece = [one for one in filled if any(one.values())]
        elif shape.inner and here not in values:
            piece = _filled(shape.inner, values, node or {}, here) if _is_in(values, here) else ""
        elif here in values and node is not None and dict(_flat(model, was, path)).get(here) == values[here]:
            piece = node
        elif shape.many:
            piece = [line.strip() for line in values.get(here, "").splitlines() if line.strip()]
        else:
            piece = values.get(here, "").strip()
        if piece or shape.required:
            made[shape.name] = piece
    return made


def _places(values: Mapping[str, str], path: str) -> list[int]:
    """Which records of the list at ``path`` the values speak of."""
    inside = (name.removeprefix(f"{path}.").partition(".")[0] for name in values if name.startswith(f"{path}."))
    return sorted({int(place) for place in inside if place.isdecimal()})


def _is_in(values: Mapping[str, str], path: str) -> bool:
    return any(name.startswith(f"{path}.") for name in values)


def _is_out(name: str, without: frozenset[str]) -> bool:
    return any(name.startswith(f"{path}.") for path in without)


def _entries(model: type[Record], values: Mapping[str, str], path: str) -> tuple[Entry, ...]:
    made: list[Entry] = []
    for shape in _shapes(model):
        here = shape.at(path)
        if shape.inner and shape.many:
            items = (f"{here}.{place}" for place in _places(values, here))
            groups = (
                FormGroup(one, _called(shape.inner, values, one), _entries(shape.inner, values, one)) for one in items
            )
            made.append(FormList(here, shape.title, tuple(groups)))
        elif shape.inner and here not in values and _is_in(values, here):
            made.append(FormGroup(here, shape.title, _entries(shape.inner, values, here)))
        else:
            made.append(_value(shape, values.get(here, ""), here))
    return tuple(made)


def _called(model: type[Record], values: Mapping[str, str], path: str) -> str:
    """What one record of a list is called: as its name says, else its first value."""
    names = ("name", next(iter(model.model_fields)))
    return next((text for name in names if (text := values.get(f"{path}.{name}", ""))), "Mục mới")


def _value(shape: _Shape, text: str, path: str) -> FormValue:
    listed = tuple(shown(member) for kind in shape.kinds for member in choices(kind))
    offered = NAMED.get(path, listed)
    if text and offered and text not in offered:
        offered = (text, *offered)
    return FormValue(path, shape.title, text, shape.required, shape.many, offered, date in shape.kinds)


def _each(entries: Iterable[Entry], change: Callable[[FormValue], FormValue]) -> tuple[Entry, ...]:
    """The same entries with each value changed so."""
    made: list[Entry] = []
    for one in entries:
        match one:
            case FormValue():
                made.append(change(one))
            case FormGroup():
                made.append(replace(one, entries=_each(one.entries, change)))
            case FormList():
                groups = (replace(item, entries=_each(item.entries, change)) for item in one.groups)
                made.append(replace(one, groups=tuple(groups)))
    return tuple(made)


def _values(entries: Iterable[Entry]) -> Iterator[FormValue]:
    for one in entries:
        match one:
            case FormValue():
                yield one
            case FormGroup():
                yield from _values(one.entries)
            case FormList():
                yield from (value for item in one.groups for value in _values(item.entries))


def _beside(one: FormValue, now: Mapping[str, str]) -> FormValue:
    return one if now.get(one.path, "") == one.said else replace(one, theirs=now.get(one.path, ""))


def _with_faults(form: RecordForm, found: Sequence[Finding], places: ValuePlaces) -> RecordForm:
    """The form with each finding at the value that it speaks of; what is about none of them for the whole."""
    known = {one.path for one in _values(form.entries)}
    paths: dict[tuple[int | None, str | None], Path] = {
        (mark.line, mark.header): path for path, mark in places.marks.items() if mark.header
    }
    told: dict[tuple[str, Severity], tuple[str, ...]] = {}
    for one in found:
        names = list(map(str, paths.get((one.place.line, one.place.header), ())))
        while names and ".".join(names) not in known:
            names.pop()
        path = ".".join(names)
        at = path, one.severity
        told[at] = (*told.get(at, ()), f"{one.reason} {one.remedy}".strip())

    def said(path: str, severity: Severity) -> tuple[str, ...]:
        return told.get((path, severity), ())

    entries = _each(
        form.entries,
        lambda one: replace(one, faults=said(one.path, Severity.ERROR), doubts=said(one.path, Severity.WARNING)),
    )
    return replace(form, entries=entries, faults=said("", Severity.ERROR))
