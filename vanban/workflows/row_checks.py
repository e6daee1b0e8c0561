"""What would be wrong if the rows that somebody edits were saved: two answers, a quick one and a whole one.

The rows that were just edited are read alone, by the rules that look at one row. The whole year is checked a moment
later: the rows lie over their file, so that the other tables are held against them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vanban.domain.finding import Finding, Severity
from vanban.domain.work_year import WorkYear
from vanban.ingest import CellTable, cells_as_text, rows_of
from vanban.ingest.table import read_table
from vanban.workflows.check import check
from vanban.workflows.record_lists import LISTS, list_as_text
from vanban.workflows.tables import TableOpened, office_as_read, open_table, table_part, text_before
from vanban.workspace import Workspace


@dataclass(frozen=True)
class CellFinding:
    """A finding about rows that are being edited: at which row and column, from 0, where it has them."""

    row: int | None
    column: int | None
    finding: Finding

    def to_json(self) -> dict[str, object]:
        """Row, column, severity, sentence, remedy."""
        found = self.finding
        return {
            "row": self.row,
            "column": self.column,
            "wrong": found.severity is Severity.ERROR,
            "reason": found.reason,
            "remedy": found.remedy,
        }


@dataclass(frozen=True)
class RowsChecked:
    """What would be wrong if the rows were saved: in this table, and how many errors in other files."""

    findings: tuple[CellFinding, ...]
    elsewhere: tuple[Finding, ...]

    def to_json(self) -> dict[str, object]:
        """Findings, those of other files."""
        return {
            "findings": [one.to_json() for one in self.findings],
            "elsewhere": [str(one.reason) for one in self.elsewhere],
        }


def check_edited(
    workspace: Workspace, year: WorkYear, name: str, rows: Mapping[int, Sequence[str]]
) -> tuple[CellFinding, ...]:
    """What is wrong with these rows, read alone, by their places in the table; of a list that is kept as a text too.

    What only the rest of the year can tell is not asked: :func:`check_rows` does.
    """
    opened = open_table(workspace, year, name)
    places = [place for place, row in sorted(rows.items()) if any(text.strip() for text in row)]
    table = rows_of(opened.cells, [rows[place] for place in places])
    part = table_part(name)
    reading = read_table(cells_as_text(table), f"{part.stem}.csv", part.model, office_as_read(workspace))
    placed = (_placed(one, places, table) for one in reading.findings)
    return tuple(one for one in placed if one.row is not None)


def check_rows(workspace: Workspace, year: WorkYear, name: str, rows: Sequence[Sequence[str]]) -> RowsChecked:
    """What would be wrong with the year if the rows stood in the table's file; blank rows say nothing."""
    opened = open_table(workspace, year, name)
    filled = [place for place, row in enumerate(rows) if any(text.strip() for text in row)]
    table = rows_of(opened.cells, rows)
    part = table_part(name)
    if part in LISTS:
        return _check_list(workspace, year, opened, table, filled)
    stem = opened.file.rpartition(".")[0]
    laid = f"{stem}.csv"
    files = {**workspace.sources(year), laid: cells_as_text(table)}
    if opened.file != laid:
        files.pop(opened.file, None)
    found = check(workspace, year, files=files).findings
    own = tuple(_placed(one, filled, table) for one in found if one.place.file == laid)
    return RowsChecked(own, tuple(one for one in found if one.place.file != laid and one.severity is Severity.ERROR))


def _check_list(
    workspace: Workspace, year: WorkYear, opened: TableOpened, table: CellTable, filled: Sequence[int]
) -> RowsChecked:
    """The same of a list that is kept as a text: its cells first, and where these are right the year with them."""
    said = list_as_text(table_part(opened.name), table, text_before(workspace, opened), office_as_read(workspace))
    if not isinstance(said, bytes):
        return RowsChecked(tuple(_placed(one, filled, table) for one in said), ())
    found = check(workspace, year, files={**workspace.sources(year), opened.file: said}).findings
    own = tuple(CellFinding(None, None, one) for one in found if one.place.file == opened.file)
    errors = (one for one in found if one.severity is Severity.ERROR and one.place.file != opened.file)
    return RowsChecked(own, tuple(errors))


def _placed(finding: Finding, filled: Sequence[int], table: CellTable) -> CellFinding:
    """Where a finding of the text that was checked stands in the rows on the page."""
    line, header = finding.place.line, finding.place.header
    row = filled[line - 2] if line is not None and 2 <= line < len(filled) + 2 else None
    column = table.titles.index(header) if header in table.titles else None
    return CellFinding(row, column, finding)
