"""What stands in records, not in tables, as sheets of the office's and of the year's form, and back into the files.

The records that are alike (who signs, what is cited) are tables of their own; of all others each value is a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from vanban.domain.finding import Finding, Place
from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.domain.record_value import RecordValue
from vanban.ingest import DataFile, FileShape, read_yaml, read_yaml_list
from vanban.ingest.merging import TableMerge
from vanban.ingest.record_values import as_list, kinds_at, refused, values_of, with_value
from vanban.ingest.written_tree import Written, restated
from vanban.ingest.yaml_splice import said, spliced
from vanban.workflows.check import EVERY_PART, TARGETS, title_of_part

OFFICE_VALUES, YEAR_VALUES = "office_values", "year_values"

VALUE_SHEETS: Final = (
    DataFile(OFFICE_VALUES, OFFICE_VALUES, "office", FileShape.TABLE, RecordValue, required=False),
    DataFile(YEAR_VALUES, YEAR_VALUES, "year", FileShape.TABLE, RecordValue, required=False),
)
"""The two sheets that hold one value a row."""

LISTED_RECORDS: Final = tuple(part for part in EVERY_PART if part.name in ("signatories", "legal_bases"))
"""Records that are alike and short: a sheet each, a row a record."""

_SHAPES: Final = (FileShape.RECORD, FileShape.RECORDS)


def recorded(folder: str) -> tuple[DataFile, ...]:
    """The parts whose values stand on the value sheet of a folder."""
    return tuple(
        part for part in EVERY_PART if part.folder == folder and part.shape in _SHAPES and part not in LISTED_RECORDS
    )


def value_rows(parts: Mapping[str, Any], office: Office, folder: str) -> tuple[RecordValue, ...]:
    """The rows of the value sheet of a folder, as the parts that could be read say."""
    return tuple(
        row
        for part in recorded(folder)
        if part.name in parts
        for row in values_of(part.name, title_of_part(part), parts[part.name], office)
        if not (part.name == "plan" and parts.get(TARGETS) and row.place.startswith("plan/targets/"))
    )


def value_faults(parts: Mapping[str, Any], office: Office, file: str, merged: TableMerge) -> tuple[Finding, ...]:
    """What keeps the values of a returned value sheet from being taken: places that are not there, values that do not
    fit."""
    return tuple(_faults(parts, office, file, merged))


def _faults(parts: Mapping[str, Any], office: Office, file: str, merged: TableMerge) -> Iterator[Finding]:
    for row in merged.rows:
        record = row.record
        assert isinstance(record, RecordValue)
        if row.position is not None and not row.changes:
            continue
        place = row.place or Place(file=file)
        part = record.place.partition("/")[0]
        kinds = kinds_at(part, parts[part], record.place) if part in parts else ()
        if not kinds:
            reason = f"Không có mục nào mang mã “{record.place}”."
            yield Finding(
                place=place, reason=reason, remedy="Hãy để nguyên cột “Mã mục”; mục mới thì ghi ở dòng “thêm mới”."
            )
        elif record.value is not None and any(change.field == "value" for change in row.changes):
            for fault in refused(kinds, record.value, office) or ():
                yield Finding(place=place, value=record.value, reason=fault.reason, remedy=fault.remedy)


def files_with_values(
    sources: Mapping[str, bytes],
    files: Mapping[str, str],
    parts: Mapping[str, Any],
    office: Office,
    rows: tuple[RecordValue, ...],
) -> dict[str, str]:
    """The files that change where values are as ``rows`` say, with what they will say; all else as it is written."""
    before = {row.place: row.value for folder in ("office", "year") for row in value_rows(parts, office, folder)}
    made: dict[str, str] = {}
    trees: dict[str, Written] = {}
    for row in rows:
        name, *steps = row.place.split("/")
        if row.value == before.get(row.place) or name not in parts:
            continue
        text = _text(sources, files[name])
        tree = trees.get(name, said(text))
        value = row.value
        if value is not None and as_list(kinds_at(name, parts[name], row.place)):
            value = "\n".join(one.strip() for one in value.split(";"))
            trees[name] = with_list(tree, parts[name], tuple(steps), value.split("\n"))
        else:
            trees[name] = with_value(tree, parts[name], tuple(steps), value)
    for name, tree in trees.items():
        text = _text(sources, files[name])
        changed = spliced(text, tree)
        if changed != text:
            made[files[name]] = changed
    return made


def with_list(tree: Written, value: Any, steps: tuple[str, ...], items: list[str]) -> Written:
    """The tree with a list of plain values at a place."""
    marked = with_value(tree, value, steps, _MARK)
    return _with_items(marked, [one for one in items if one])


_MARK: Final = "\ue000"


def _with_items(tree: Written, items: list[str]) -> Written:
    if isinstance(tree, dict):
        return {name: _with_items(inner, items) for name, inner in tree.items()}
    if isinstance(tree, list):
        return list(items) if tree == [_MARK] else [_with_items(inner, items) for inner in tree]
    return list(items) if tree == _MARK else tree


def broken_by(made: Mapping[str, str], files: Mapping[str, str], office: Office) -> tuple[Finding, ...]:
    """What the changed files would say that cannot be: a rule over several values."""
    found: list[Finding] = []
    for part in EVERY_PART:
        file = files.get(part.name)
        if file is not None and file in made and part.shape in _SHAPES:
            read = read_yaml if part.shape is FileShape.RECORD else read_yaml_list
            reading = read(made[file].encode(), file, part.model, office)
            found += () if reading.value is not None else reading.findings
    return tuple(found)


def file_with_records(
    sources: Mapping[str, bytes], file: str, old: tuple[Record, ...], new: tuple[Record, ...], office: Office
) -> bytes:
    """A file of alike records that says ``new`` where it said ``old``."""
    text = _text(sources, file)
    return spliced(text, restated(said(text), old, new, office)).encode()


def _text(sources: Mapping[str, bytes], file: str) -> str:
    return sources.get(file, b"").decode("utf-8-sig")


__all__ = [
    "LISTED_RECORDS",
    "OFFICE_VALUES",
    "VALUE_SHEETS",
    "YEAR_VALUES",
    "broken_by",
    "file_with_records",
    "files_with_values",
    "value_faults",
    "value_rows",
]
