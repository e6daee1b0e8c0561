"""A form made from a model: what it asks, the values of a written tree in it, and such values back in the tree.

A record in a record is a group, records of one kind are a list, values of one kind stand one on a line. Left out is
what is edited elsewhere: texts in blocks, their tables and annexes as texts, targets as a table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, get_args, get_origin

from vanban.domain.decision import Decision
from vanban.domain.document import Annex, Document
from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.domain.target import Target
from vanban.domain.text_table import TextTable
from vanban.domain.text_tree import Block
from vanban.domain.wording import sentence_case
from vanban.ingest.assembly import kinds_of
from vanban.ingest.header import title_of
from vanban.ingest.scalars import Refused, choices, convert, offers, written
from vanban.ingest.written_tree import Written

NEW: Final = "Mục mới"
"""What a record is called that says nothing yet."""

NOT_WRITTEN: Final = "……"
"""What a text says that is begun on a form: its words are written as lines."""

_ELSEWHERE: Final = (Block, Annex, TextTable, Target)
_KEY_OF: Final = "Mã "
_YES_OR_NO: Final = ("có", "không")


@dataclass(frozen=True)
class FormChoice:
    """One of what may be chosen: what the data say for it, and the words by which a clerk knows it."""

    said: str
    words: str


NamedRows = Callable[[type[Record], str], tuple[FormChoice, ...] | None]
"""What a field of a model may name; ``None`` where it names nothing."""


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
    choices: tuple[FormChoice, ...]
    is_day: bool = False
    faults: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    theirs: str | None = None

    @property
    def chosen(self) -> tuple[FormChoice, ...]:
        """What it says, each as a choice, in its order; what is none of the choices in its own words."""
        known = {one.said: one for one in self.choices}
        return tuple(known.get(line, FormChoice(line, line)) for line in self.said.splitlines() if line)

    @property
    def offered(self) -> tuple[FormChoice, ...]:
        """Every choice, those that are chosen first, in their order."""
        return (*self.chosen, *(one for one in self.choices if one not in self.chosen))

    @property
    def shown(self) -> str:
        """What it says, in the words of its choices."""
        return "\n".join(one.words for one in self.chosen) if self.choices else self.said

    @property
    def theirs_shown(self) -> str:
        """What the file says, in the words of the choices."""
        return replace(self, said=self.theirs or "").shown


@dataclass(frozen=True)
class FormGroup:
    """A record inside the record, or one of a list; who takes it out says so by its path."""

    path: str
    title: str
    entries: tuple[Entry, ...]

    @property
    def wrong(self) -> bool:
        """Whether something in it is wrong."""
        return any(one.faults or one.theirs is not None for one in values_in(self.entries))


@dataclass(frozen=True)
class FormList:
    """Records of one kind, of which there may be more or fewer; ``at_most_one`` where it is one or none."""

    path: str
    title: str
    groups: tuple[FormGroup, ...]
    at_most_one: bool = False

    @property
    def may_grow(self) -> bool:
        """Whether there may be one more."""
        return not (self.at_most_one and self.groups)


Entry = FormValue | FormGroup | FormList
"""What a form asks for."""


@dataclass(frozen=True)
class FormTree:
    """The form of a model in one office: what its fields may name, in which words."""

    model: type[Record]
    named: NamedRows
    office: Office | None = None

    def values(self, tree: Written) -> dict[str, str]:
        """Every value of the tree as it is shown, by its path."""
        return dict(self._flat(self.model, tree, ""))

    def entries(self, values: Mapping[str, str]) -> tuple[Entry, ...]:
        """What the form asks, with those values."""
        return self._entries(self.model, values, "")

    def tree(self, values: Mapping[str, str], stood: Written) -> dict[str, Written]:
        """The tree that the values make; what is shown as before stays as it was written, names that no model has too.

        A document that is new begins with a text that says that it is not written yet.
        """
        return self._filled(self.model, self._by_what_is_said(values), stood, "")

    def with_one_more(self, values: Mapping[str, str], path: str) -> dict[str, str]:
        """The values with one more blank record in the list at ``path``, wherever in the record that is."""
        found = _shape_at(self.model, tuple(path.split(".")))
        if found is None or found.inner is None:
            return dict(values)
        here = f"{path}.{max(_places(values, path), default=-1) + 1}" if found.many else path
        return {**values, **dict(self._flat(found.inner, {}, here))}

    def _by_what_is_said(self, values: Mapping[str, str]) -> dict[str, str]:
        """The values with what the data say in place of the words by which a clerk knows it."""
        made = dict(values)
        for one in values_in(self.entries(values)):
            said = {choice.words: choice.said for choice in one.choices}
            if said and one.path in made:
                made[one.path] = "\n".join(said.get(line.strip(), line) for line in made[one.path].split("\n"))
        return made

    def _flat(self, model: type[Record], tree: Written, path: str) -> Iterator[tuple[str, str]]:
        for shape in _shapes(model):
            node, here = tree.get(shape.name, "") if isinstance(tree, dict) else "", shape.at(path)
            if shape.inner and shape.many:
                for place, item in enumerate(node if isinstance(node, list) else ()):
                    yield from self._flat(shape.inner, item, f"{here}.{place}")
            elif shape.inner and (isinstance(node, dict) or shape.always):
                yield from self._flat(shape.inner, node, here)
            elif not shape.inner or shape.plain:
                nodes = node if isinstance(node, list) else (node,)
                yield here, "\n".join(self._said(shape, one) for one in nodes)

    def _said(self, shape: _Shape, node: Written) -> str:
        """A value as an office writes it: a day as day, month, year, one of a closed list in the words for it."""
        text = node if isinstance(node, str) else ""
        asked = date in shape.kinds or any(map(choices, shape.kinds))
        value = convert(shape.kinds, text, self.office) if text and asked else text
        if isinstance(value, Refused) or value is text:
            return text
        return offers((value,), self.office).get(value) or written(value, self.office)

    def _filled(self, model: type[Record], values: Mapping[str, str], stood: Written, path: str) -> dict[str, Written]:
        was: dict[str, Written] = stood if isinstance(stood, dict) else {}
        asked = {shape.name for shape in _shapes(model)}
        made: dict[str, Written] = {name: node for name, node in was.items() if name not in asked}
        before = dict(self._flat(model, was, path))
        for shape in _shapes(model):
            here, node = shape.at(path), was.get(shape.name)
            piece: Written
            if shape.inner and shape.many:
                items = node if isinstance(node, list) else []
                filled = [
                    self._filled(shape.inner, values, items[at] if at < len(items) else {}, f"{here}.{at}")
                    for at in _places(values, here)
                ]
                piece = [one for one in filled if any(one.values())]
            elif shape.inner and here not in values:
                piece = self._filled(shape.inner, values, node or {}, here) if _is_in(values, here) else ""
            elif here in values and node is not None and before.get(here) == values[here]:
                piece = node
            elif shape.many:
                piece = [line.strip() for line in values.get(here, "").splitlines() if line.strip()]
            else:
                piece = values.get(here, "").strip()
            if piece or shape.required:
                made[shape.name] = piece
        if issubclass(model, Document) and "body" not in made and any(made.values()):
            made["body"] = [{"article" if issubclass(model, Decision) else "text": NOT_WRITTEN}]
        return made

    def _entries(self, model: type[Record], values: Mapping[str, str], path: str) -> tuple[Entry, ...]:
        made: list[Entry] = []
        for shape in _shapes(model):
            here = shape.at(path)
            if shape.inner and shape.many:
                groups = (self._group(shape.inner, values, f"{here}.{at}") for at in _places(values, here))
                made.append(FormList(here, shape.title, tuple(groups)))
            elif shape.inner and shape.optional and not shape.plain:
                groups = (self._group(shape.inner, values, here) for _ in range(_is_in(values, here)))
                made.append(FormList(here, shape.title, tuple(groups), at_most_one=True))
            elif shape.inner and here not in values:
                made.append(FormGroup(here, shape.title, self._entries(shape.inner, values, here)))
            else:
                made.append(self._value(model, shape, values.get(here, ""), here))
        return tuple(made)

    def _group(self, model: type[Record], values: Mapping[str, str], path: str) -> FormGroup:
        entries = self._entries(model, values, path)
        return FormGroup(path, called(entries) or NEW, entries)

    def _value(self, model: type[Record], shape: _Shape, text: str, path: str) -> FormValue:
        listed = tuple(offers((one for kind in shape.kinds for one in choices(kind)), self.office).values())
        words = _YES_OR_NO if bool in shape.kinds else listed
        named = self.named(model, shape.name)
        offered = tuple(FormChoice(word, word) for word in words) if named is None else named
        if not text and shape.required and not shape.many and len(offered) == 1:
            text = offered[0].said
        title = shape.title if named is None else sentence_case(shape.title.removeprefix(_KEY_OF))
        return FormValue(path, title, text, shape.required, shape.many, offered, date in shape.kinds)


def called(entries: tuple[Entry, ...]) -> str:
    """What a record is called: as its name or subject says, else its first value, in words; empty where it says
    nothing."""
    own = [one for one in entries if isinstance(one, FormValue)]
    naming = [one for name in _NAMING for one in own if one.path.rpartition(".")[2] == name]
    return next((one.shown.replace("\n", ", ") for one in (*naming, *own) if one.said), "")


_NAMING: Final = ("name", "event", "subject", "nominee", "title", "award")


def values_in(entries: Iterable[Entry]) -> Iterator[FormValue]:
    """Every value that is asked for, in its order."""
    for one in entries:
        match one:
            case FormValue():
                yield one
            case FormGroup():
                yield from values_in(one.entries)
            case FormList():
                yield from (value for item in one.groups for value in values_in(item.entries))


def each(entries: Iterable[Entry], change: Callable[[FormValue], FormValue]) -> tuple[Entry, ...]:
    """The same entries with each value changed so."""
    made: list[Entry] = []
    for one in entries:
        match one:
            case FormValue():
                made.append(change(one))
            case FormGroup():
                made.append(replace(one, entries=each(one.entries, change)))
            case FormList():
                groups = (replace(item, entries=each(item.entries, change)) for item in one.groups)
                made.append(replace(one, groups=tuple(groups)))
    return tuple(made)


@dataclass(frozen=True)
class _Shape:
    """How a field of a model is asked for: ``inner`` the record in it, ``many`` of it or of plain values, ``plain``
    whether a value may stand in its place, ``optional`` whether it may be left out whole."""

    name: str
    title: str
    required: bool
    inner: type[Record] | None
    many: bool
    kinds: tuple[Any, ...]
    plain: bool
    optional: bool

    @property
    def always(self) -> bool:
        """Whether its record is asked for in any case."""
        return not (self.optional or self.plain)

    def at(self, path: str) -> str:
        return f"{path}.{self.name}" if path else self.name


def _shapes(model: type[Record]) -> Iterator[_Shape]:
    for name, asked in model.model_fields.items():
        kinds = kinds_of(asked.annotation)
        many = any(get_origin(kind) is tuple for kind in kinds)
        members = tuple(member for kind in kinds for member in (kinds_of(get_args(kind)[0]) if many else (kind,)))
        records = [one for one in members if isinstance(one, type) and issubclass(one, Record)]
        if any(issubclass(one, _ELSEWHERE) for one in records):
            continue
        inner = next(iter(records), None)
        optional = not asked.is_required() and asked.default is None
        plain = len(records) < len(members)
        yield _Shape(name, title_of(model, name), asked.is_required(), inner, many, members, plain, optional)


def _shape_at(model: type[Record], steps: tuple[str, ...]) -> _Shape | None:
    name, *rest = steps
    found = next((shape for shape in _shapes(model) if shape.name == name), None)
    rest = rest[1:] if found and found.many and rest else rest
    if found is None or not rest:
        return found
    return _shape_at(found.inner, tuple(rest)) if found.inner else None


def _places(values: Mapping[str, str], path: str) -> list[int]:
    """Which records of the list at ``path`` the values speak of."""
    inside = (name.removeprefix(f"{path}.").partition(".")[0] for name in values if name.startswith(f"{path}."))
    return sorted({int(place) for place in inside if place.isdecimal()})


def _is_in(values: Mapping[str, str], path: str) -> bool:
    return any(name.startswith(f"{path}.") for name in values)
