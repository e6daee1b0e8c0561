"""The targets that stand in the plan's own file as rows of a grid, and such rows back in its text: whatever is equal
keeps its characters."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pydantic import ValidationError

from vanban.domain.document import Plan
from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.office import Office
from vanban.domain.plan_target import PlanTargetRow, rows_by_target, rows_of_targets, target_of
from vanban.domain.target import Target
from vanban.ingest import CellTable, DataFile, FileShape, cells_as_text, empty_cells, read_yaml
from vanban.ingest.scalars import written
from vanban.ingest.sentences import explain
from vanban.ingest.table import read_table
from vanban.ingest.written_tree import restated
from vanban.ingest.yaml_splice import said, spliced

PLAN_TARGETS: Final = DataFile("plan_targets", "plan", "year", FileShape.RECORDS, PlanTargetRow, required=False)
"""The targets in the file of the plan, as a list of rows."""


def cells_of_targets(data: bytes, file: str, office: Office | None) -> CellTable | Finding:
    """The targets of the plan as rows; or the first thing that is wrong with its file."""
    reading = read_yaml(data, file, Plan, office)
    if reading.value is None:
        return reading.findings[0]
    columns = empty_cells(PLAN_TARGETS, office)
    rows = tuple(
        tuple(written(getattr(row, column.field), office) for column in columns.columns)
        for row in rows_of_targets(reading.value.targets)
    )
    return replace(columns, rows=rows, lines=tuple(range(2, len(rows) + 2)))


def targets_as_text(table: CellTable, before: bytes, office: Office | None) -> bytes | tuple[Finding, ...]:
    """The plan's text ``before`` changed so that its targets are those of the rows; or what is wrong with the rows, by
    line and title."""
    file = f"{PLAN_TARGETS.stem}.csv"
    reading = read_table(cells_as_text(table), file, PlanTargetRow, office)
    plan = read_yaml(before, f"{PLAN_TARGETS.stem}.yaml", Plan, office).value
    if reading.value is None or plan is None:
        return tuple(one for one in reading.findings if one.severity is Severity.ERROR)
    found: list[Finding] = []
    targets: list[Target] = []
    for places in rows_by_target(reading.value):
        try:
            targets.append(target_of([reading.value[place] for place in places]))
        except ValidationError as failure:
            found += _explained(failure, file, places[0] + 2)
    if found:
        return tuple(found)
    text = before.decode("utf-8-sig")
    tree = said(text)
    assert isinstance(tree, dict)
    stated = restated(tree.get("targets"), plan.targets, tuple(targets), office)
    return spliced(text, {**tree, "targets": stated}).encode()


def _explained(failure: ValidationError, file: str, line: int) -> list[Finding]:
    """What a target's own rules say of its rows, at its first row."""
    found = []
    for error in failure.errors(include_url=False):
        fault = explain(error)
        field = str(error["loc"][0]) if error["loc"] else "statement"
        asked = PlanTargetRow.model_fields.get(field)
        place = Place(file=file, line=line, header=asked.title if asked else None)
        found.append(Finding(place=place, reason=fault.reason, remedy=fault.remedy))
    return found
