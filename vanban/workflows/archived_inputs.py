"""Read what a document was made from out of the archive, also where another version of the program wrote it.

A year is archived as the program's own ``Year`` of that day. Later versions rename, add and drop fields:

- what changed its name or its shape is brought up by the next step of :data:`STEPS`, once for each change;
- a field that is no more is left out, one that has a default has it;
- what then still makes no year is not guessed: :class:`vanban.errors.InputsUnreadable`.

Nothing wrong can be printed from it: an interrupted issue compares the content with what was signed, a check compares
bytes with the archive's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from vanban.domain.issued import IssuedNumber
from vanban.domain.law_pack import Law
from vanban.domain.ledger import canonical
from vanban.domain.own_paper import part_names
from vanban.domain.rows import IndexedRows
from vanban.domain.year import Year
from vanban.errors import InputsUnreadable

YEAR_FILE: Final = "year.json"
LAW_FILE: Final = "law.json"
NUMBERS_FILE: Final = "numbers.json"
OTHERS_FILE: Final = "others.json"
SETTINGS_FILE: Final = "settings.json"

Step = Callable[[dict[str, Any]], dict[str, Any]]
"""The fields of a year as one format names them → as the next one does."""

STEPS: Final[Sequence[Step]] = ()
"""Step n brings a year of format n to n + 1. A field of ``Year`` that is renamed, or whose values change their shape,
needs one; a new field with a default and a field that is dropped need none. A released step is never edited."""

_NUMBERS: Final = TypeAdapter(tuple[IssuedNumber, ...])
_ALWAYS: Final = {"year", "office", "signatories", "plan", "law"}
_YEAR: Final = TypeAdapter(Year)
_LAW: Final = TypeAdapter(Law)
_LONGEST: Final = 120


def settings_bytes(*, with_pdf: bool) -> bytes:
    """What is archived beside the year: whether there is a PDF, and the format of the year."""
    return canonical({"format": len(STEPS) + 1, "pdf": with_pdf}).encode()


def year_bytes(year: Year) -> bytes:
    """The year as it is archived: without the numbers given since, the law beside it."""
    return canonical(year.model_copy(update={"issued": ()}).model_dump(mode="json", exclude={"law"})).encode()


def law_bytes(law: Law) -> bytes:
    """The law packs by which a document is judged and composed, as they are archived."""
    return canonical(law.model_dump(mode="json", exclude_defaults=True)).encode()


def law_of_inputs(inputs: Mapping[str, bytes]) -> Law | None:
    """The law that was archived with a document; ``None`` for one that was issued before there were packs.

    Raises :class:`InputsUnreadable`.
    """
    return _read_law(inputs[LAW_FILE]) if LAW_FILE in inputs else None


@lru_cache(maxsize=4)
def _read_law(data: bytes) -> Law:
    """Documents of one batch are made by one law; what is read is frozen, so that they may share it."""
    law: Law = _tolerant(_LAW, _taken_apart(LAW_FILE, data, dict), LAW_FILE)
    return law


def reduced(year: Year, parts: Collection[str]) -> Year:
    """The year with no more than these parts: what a document does not depend on is not kept with it.

    Birth dates, ratings, discipline of people whom a circular never names are nobody's business who gets its file (Luật
    số 91/2025/QH15). Office and officials stay: without them nobody can say who may sign. The plan stays: it is about
    nobody.
    """
    fields, wanted = Year.model_fields, set(parts)
    own = {paper.key: set(part_names(paper.key)) for paper in year.own_papers}
    texts = wanted - set(fields) - set().union(*own.values())
    kept = _ALWAYS | wanted | ({"texts"} if texts else set()) | {"own_papers"}
    empty = {name: () if field.is_required() else field.get_default() for name, field in fields.items()}
    papers = tuple(paper for paper in year.own_papers if wanted & own[paper.key])
    return year.model_copy(
        update={**{name: empty[name] for name in fields.keys() - kept}, "own_papers": IndexedRows(papers)}
    )


def numbers_bytes(numbers: tuple[IssuedNumber, ...]) -> bytes:
    """The numbers that a document cites, as they are archived."""
    return _NUMBERS.dump_json(numbers)


def asks_for_pdf(inputs: Mapping[str, bytes]) -> bool:
    """Whether a PDF was asked for. Raises :class:`InputsUnreadable`."""
    return bool(_settings(inputs).get("pdf"))


def numbers_of(data: bytes) -> tuple[IssuedNumber, ...]:
    """The numbers in archived bytes. Raises :class:`InputsUnreadable`."""
    return tuple(_tolerant(_NUMBERS, _taken_apart(NUMBERS_FILE, data, list), NUMBERS_FILE))


def issued_in(inputs: Mapping[str, bytes]) -> tuple[IssuedNumber, ...]:
    """Every number that a document was made with, but its own. Raises :class:`InputsUnreadable`."""
    files = (NUMBERS_FILE, OTHERS_FILE)
    return tuple(number for name in files if name in inputs for number in numbers_of(inputs[name]))


def year_of(inputs: Mapping[str, bytes], steps: Sequence[Step] = STEPS) -> Year:
    """The archived year in the form of today. Raises :class:`InputsUnreadable`."""
    written = _settings(inputs).get("format", 1)
    if not isinstance(written, int) or not 1 <= written <= len(steps) + 1:
        raise InputsUnreadable(file=YEAR_FILE, reason=f"mẫu ghi số {written!r:.20} chưa biết")
    return _read_year(inputs[YEAR_FILE], written, tuple(steps))


@lru_cache(maxsize=4)
def _read_year(data: bytes, written: int, steps: tuple[Step, ...]) -> Year:
    """Documents of one kind are made from the same year; what is read is frozen, so that they may share it."""
    fields = _taken_apart(YEAR_FILE, data, dict)
    try:
        for step in steps[written - 1 :]:
            fields = step(fields)
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise InputsUnreadable(file=YEAR_FILE, reason="không đổi được sang mẫu ghi ngày nay") from error
    year: Year = _tolerant(_YEAR, fields, YEAR_FILE)
    return year


def _settings(inputs: Mapping[str, bytes]) -> dict[str, Any]:
    settings: dict[str, Any] = _taken_apart(SETTINGS_FILE, inputs[SETTINGS_FILE], dict)
    return settings


def _taken_apart(name: str, data: bytes, shape: type) -> Any:
    try:
        value = json.loads(data)
    except ValueError as error:
        raise InputsUnreadable(file=name, reason="không đúng cách ghi") from error
    if not isinstance(value, shape):
        raise InputsUnreadable(file=name, reason="không đúng cách ghi")
    return value


def _tolerant(adapter: TypeAdapter[Any], value: Any, name: str) -> Any:
    """``value`` as what it stands for, without the fields that today's program does not have."""
    try:
        return adapter.validate_json(json.dumps(value))
    except ValidationError as error:
        unknown = [fault for fault in error.errors() if fault["type"] == "extra_forbidden"]
        # What else is wrong may follow from it: a list whose one row has an unknown field counts as empty.
        if not any([_left_out(value, fault["loc"]) for fault in unknown]):  # noqa: C419 (each of them is left out)
            raise InputsUnreadable(file=name, reason=_place(error.errors()[0])) from error
    return _tolerant(adapter, value, name)


def _left_out(value: Any, place: Sequence[str | int]) -> bool:
    """Take an unknown field out of ``value``; whether it was found there.

    Steps of the way that lead nowhere are the names of types that pydantic tried at that place.
    """
    *way, last = place
    for name in way:
        if isinstance(value, dict):
            value = value.get(str(name), value)
        elif isinstance(value, list) and isinstance(name, int) and name < len(value):
            value = value[name]
    if not isinstance(value, dict) or last not in value:
        return False
    del value[last]
    return True


def _place(fault: ErrorDetails) -> str:
    return ("mục " + ".".join(map(str, fault["loc"])))[:_LONGEST]
