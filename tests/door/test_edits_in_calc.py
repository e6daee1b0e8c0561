"""A hundred and sixty sorts of edits that a clerk makes in the forms arrive as made after LibreOffice Calc saved them;
what was not touched stays as it was, in the tables and in YAML."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from pydantic.fields import FieldInfo

from vanban.domain.row_identity import identity_of
from vanban.workflows.check import title_of_part
from vanban.workflows.year_tables import TABLES

from .conftest import Door

FORMS = ("co-quan", "nam") if int(os.environ.get("VANBAN_TORTURE_EDITS", "0")) else ("co-quan",)
"""The form of the year has two thirds of the edits, and takes the longer."""

Typed = tuple[object, str]
"""What is typed into a cell, and what the table says of it afterwards."""


def _number(said: str, others: list[str], field: FieldInfo) -> Typed | None:
    if not re.fullmatch(r"\d{1,6}(,\d{1,3})?", said) or "Mã" in str(field.title):
        return None
    value = Decimal(said.replace(",", "."))
    value += -1 if value > 1 else 1
    return (int(value) if value == int(value) else float(value)), f"{value:f}".replace(".", ",")


def _day(said: str, others: list[str], field: FieldInfo) -> Typed | None:
    if not re.fullmatch(r"\d\d/\d\d/\d{4}", said):
        return None
    day = datetime.strptime(said, "%d/%m/%Y").date().replace(day=27)
    return day, f"{day:%d/%m/%Y}"


def _hour(said: str, others: list[str], field: FieldInfo) -> Typed | None:
    return ("20 giờ 05 phút", "20:05") if re.fullmatch(r"\d\d:\d\d", said) else None


def _others(said: str, others: list[str], field: FieldInfo) -> Typed | None:
    return (others[0], others[0]) if others else None


def _emptied(said: str, others: list[str], field: FieldInfo) -> Typed | None:
    return None if field.is_required() or field.default not in (None, ()) else (None, "")


def _words(said: str, others: list[str], field: FieldInfo) -> Typed | None:
    if field.annotation not in (str, str | None) or "Mã" in str(field.title):
        return None
    return f"  {said} (sửa “lại”,\u00a0đợt 2) ", f"{said} (sửa “lại”, đợt 2)"


def _formula(said: str, others: list[str], field: FieldInfo) -> Typed | None:
    return ('="Ông " & "Trần Văn Tính"', "Ông Trần Văn Tính") if _words(said, others, field) else None


COUNTED_TOGETHER = frozenset({"collective_evaluations"})
"""Tables whose numbers must stay in step with each other."""

WAYS: dict[str, Callable[[str, list[str], FieldInfo], Typed | None]] = {
    "a number typed as one": _number,
    "a day typed as one": _day,
    "an hour in words": _hour,
    "what another row has": _others,
    "emptied": _emptied,
    "other words with spaces around": _words,
    "a formula": _formula,
}


@dataclass(frozen=True)
class CellEdit:
    """One cell of a form that gets another value."""

    part: str
    sheet: str
    column: str
    row: int
    way: str
    value: object
    stored: str


def edits_of(form: Workbook) -> Iterator[CellEdit]:
    """Each column of each table in each way that it takes, no two in one cell."""
    for part in TABLES:
        name = title_of_part(part)[:31]
        if name not in form.sheetnames or part.name in COUNTED_TOGETHER:
            continue
        sheet = form[name]
        assert isinstance(sheet, Worksheet)
        fixed = {part.model.model_fields[field].title for field in identity_of(part.name, part.model.model_fields)}
        fields = {field.title: field for field in part.model.model_fields.values() if field.title not in fixed}
        for column in sheet.iter_cols():
            title = str(column[0].value)
            if title not in fields:
                continue
            filled = [cell for cell in column[1:] if cell.value]
            free = filled if column[0].column % 2 else filled[::-1]
            for way, change in WAYS.items():
                for cell in free:
                    said = str(cell.value)
                    typed = change(said, [str(one.value) for one in filled if str(one.value) != said], fields[title])
                    if typed is not None and typed[1] != said:
                        free = [one for one in free if one is not cell]
                        yield CellEdit(part.name, name, title, cell.row, way, *typed)
                        break


def saved_by_calc(files: list[Path], to: Path, profile: Path) -> None:
    office = shutil.which("soffice")
    assert office is not None
    command = [office, "--headless", "--norestore", f"-env:UserInstallation=file://{profile}"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(to), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True)


def type_in(form: Workbook, edit: CellEdit) -> None:
    """Put the value into its cell, which a number or a day gives its own format, as when it is pasted."""
    sheet = form[edit.sheet]
    assert isinstance(sheet, Worksheet)
    cell = sheet.cell(edit.row, [one.value for one in sheet[1]].index(edit.column) + 1)
    cell.value = edit.value  # type: ignore[assignment]
    if isinstance(edit.value, int | float | date) or edit.way == "a formula":
        cell.number_format = "dd/mm/yyyy" if isinstance(edit.value, date) else "General"


def said_as(column: str, value: str) -> str:
    """A value with its lines joined; a question of yes or no that is left blank says no."""
    return re.sub(r";\s+", "; ", value) or ("không" if "(có/không)" in column else "")


def rows_of(door: Door, part: str) -> dict[tuple[str, str], str]:
    """What the table says: row of the form and column → value."""
    file = next((door.root / "data").rglob(f"{part}.xlsx"))
    [header, *rows] = openpyxl.load_workbook(file).worksheets[0].iter_rows(values_only=True)
    return {
        (str(number), str(title)): said_as(str(title), str(value or ""))
        for number, row in enumerate(rows, start=2)
        for title, value in zip(header, row, strict=True)
    }


@pytest.mark.long
def test_edits_made_in_calc_arrive_as_made(door: Door, tmp_path: Path) -> None:
    typed = tmp_path / "go"
    typed.mkdir()
    edits: list[CellEdit] = []
    for unit in FORMS:
        form = openpyxl.load_workbook(door.form(unit))
        edits += (own := list(edits_of(form)))
        for edit in own:
            type_in(form, edit)
        form.save(typed / door.form(unit).name)
    assert len({(edit.part, edit.column, edit.way) for edit in edits}) > 55 * len(FORMS)
    saved_by_calc(sorted(typed.iterdir()), door.returns, tmp_path / "profile")
    yaml = {path: path.read_bytes() for path in (door.root / "data").rglob("*.yaml")}
    wanted = {part: rows_of(door, part) for part in sorted({edit.part for edit in edits})}
    for edit in edits:
        wanted[edit.part][str(edit.row), edit.column] = said_as(edit.column, edit.stored)
    told = door.take("--yes", "--delete")
    assert told.exit_code == 0, told.output
    found = {part: rows_of(door, part) for part in wanted}
    assert {
        (part, *place): (value, found[part].get(place))
        for part, cells in wanted.items()
        for place, value in cells.items()
        if found[part].get(place) != value
    } == {}
    # Columns that the stored table lacked come with what they mean when left out: the same in every row.
    new = {(part, column): set[str]() for part, cells in found.items() for _, column in cells.keys() - wanted[part]}
    for part, column in new:
        new[part, column] |= {said for (_, title), said in found[part].items() if title == column}
    assert {place: said for place, said in new.items() if len(said) > 1} == {}
    assert {path: path.read_bytes() for path in yaml} == yaml
