"""Make the Excel forms of a year: one for the office's tables, one for the year's, one kit for each unit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vanban import durable
from vanban.domain.finding import Finding
from vanban.domain.kit import OFFICE_SCOPE, YEAR_SCOPE, KitId, office_tag, unit_field
from vanban.domain.people import Unit
from vanban.domain.record import Record
from vanban.domain.wording import numeric_date, sentence_case
from vanban.domain.work_year import WorkYear
from vanban.ingest import DataFile
from vanban.ingest.form_rules import KeyRow, form_columns
from vanban.ingest.form_sheet import FormTable, rows_of
from vanban.ingest.kit import GuideLine, write_kit
from vanban.workflows.check import title_of_part
from vanban.workflows.year_tables import FORM_TABLES, YearTables, read_tables
from vanban.workspace import Workspace

_LEAST_SPARE: Final = 30


@dataclass(frozen=True)
class KitRequest:
    """For which year (the newest if none is named), into which folder (``kits`` of the workspace), with rows or not."""

    year: WorkYear | None = None
    folder: Path | None = None
    blank: bool = False


@dataclass(frozen=True)
class KitFile:
    """One form that was made: for which unit (its key; empty for the office's own), where, with how many rows."""

    unit: str
    name: str
    path: Path
    rows: int

    def to_json(self) -> dict[str, object]:
        """Unit, name, path, rows."""
        return {"unit": self.unit, "name": self.name, "path": str(self.path), "rows": self.rows}


@dataclass(frozen=True)
class Kits:
    """The forms of a year, and the findings that keep rows of a broken table out of them."""

    year: WorkYear
    folder: Path
    files: tuple[KitFile, ...]
    findings: tuple[Finding, ...] = ()

    def to_json(self) -> dict[str, object]:
        """Year, folder, files, findings."""
        return {
            "year": self.year.to_json(),
            "folder": str(self.folder),
            "files": [one.to_json() for one in self.files],
            "findings": [one.to_json() for one in self.findings],
        }


def make_kits(workspace: Workspace, request: KitRequest) -> Kits:
    """Write every form. Raises ``NoYear``, :class:`DataUnfit`, ``CellTooLong`` and ``FileFault``."""
    tables = read_tables(workspace, request.year)
    folder = request.folder or workspace.kits(tables.year)
    made = [_make(tables, form, folder, blank=request.blank) for form in _forms(tables)]
    for file, data in made:
        durable.write(file.path, data)
    return Kits(tables.year, folder, tuple(file for file, _ in made), tables.findings)


@dataclass(frozen=True)
class _Form:
    """One form in the making: whose it is, what it is called, which tables it has."""

    scope: str
    name: str
    parts: tuple[DataFile, ...]

    def file_name(self, year: WorkYear) -> str:
        return f"phieu-{year.key}-{self.scope.lstrip('_')}.xlsx"


def _forms(tables: YearTables) -> Iterator[_Form]:
    of_office = tuple(part for part in FORM_TABLES if part.folder == "office")
    yield _Form(OFFICE_SCOPE, "Các bảng của cơ quan", of_office)
    of_year = tuple(part for part in FORM_TABLES if part.folder == "year")
    yield _Form(YEAR_SCOPE, f"Các bảng của {tables.year.phrase}", of_year)
    yield from (_Form(key, unit.name, tables.asked_of(key)) for key, unit in tables.units().items())


def _make(tables: YearTables, form: _Form, folder: Path, *, blank: bool) -> tuple[KitFile, bytes]:
    identity = KitId(office=office_tag(tables.office), unit=form.scope, year=tables.year)
    laid, count = [], 0
    for part in form.parts:
        own = tables.rows_of_unit(part.name, form.scope) if identity.is_of_a_unit else tables.rows(part.name)
        rows = () if blank else own
        laid.append(_table(tables, part, rows, form.scope))
        count += len(rows)
    title = f"PHIẾU {tables.year.phrase.upper()}: {form.name}"
    data = write_kit(identity, title, tuple(_guide(tables, form, (one.title for one in laid))), laid)
    unit = form.scope if identity.is_of_a_unit else ""
    return KitFile(unit, form.name, folder / form.file_name(tables.year), count), data


def _table(tables: YearTables, part: DataFile, records: tuple[Record, ...], scope: str) -> FormTable:
    columns = form_columns(part.model, tables.office, _keys(tables, part, scope))
    rows = rows_of(records, columns, tables.office)
    names = unit_field(part.model)
    if not rows and scope in tables.units() and names in _NAMES_ITSELF:
        # The unit need not look up its own key.
        rows = (tuple(scope if column.name == names else "" for column in columns),)
    return FormTable(title_of_part(part), columns, rows, max(_LEAST_SPARE, len(rows)), is_framed=True)


_NAMES_ITSELF: Final = frozenset({"group", "collective"})
_KEYS_FROM: Final = {"group": "groups", "collective": "collectives", "person": "people", "initiative": "initiatives"}
"""The field in which a key is written → the table that has the key."""


def _keys(tables: YearTables, part: DataFile, scope: str) -> dict[str, tuple[KeyRow, ...]]:
    """The keys that a form may name: a unit's own, all of them for the office."""
    unit = scope if scope in tables.units() else ""
    found: dict[str, tuple[KeyRow, ...]] = {}
    for name, source in _KEYS_FROM.items():
        if name in part.model.model_fields:
            rows = tables.rows(source)
            if unit and source != "initiatives":
                rows = tuple(row for row in rows if unit in (getattr(row, "key", ""), getattr(row, "collective", "")))
            found[name] = tuple(KeyRow(getattr(row, "key", ""), getattr(row, "name", "")) for row in rows)
    return found


def _guide(tables: YearTables, form: _Form, titles: Iterable[str]) -> Iterator[GuideLine]:
    yield GuideLine("Đơn vị", form.name)
    unit = tables.units().get(form.scope)
    if unit is not None:
        yield GuideLine("Người đứng đầu", unit.leader if isinstance(unit, Unit) else unit.head)
    yield GuideLine(sentence_case(tables.year.noun), tables.year.name)
    yield GuideLine("Gửi về", tables.office.name)
    for title, day in tables.deadlines():
        yield GuideLine(title, numeric_date(day))
    yield GuideLine("Cần điền", "; ".join(titles))
    for number, step in enumerate(_STEPS, start=1):
        yield GuideLine(f"Bước {number}", step)


_STEPS: Final = (
    "Mở lần lượt từng trang ở dưới. Dòng có sẵn là số liệu đang lưu: xem lại, sửa chỗ sai, điền chỗ thiếu.",
    "Thêm người, thêm hộ thì ghi tiếp vào các dòng trống, hoặc chèn thêm dòng. Ô đỏ là ô sai hoặc còn thiếu; tên cột "
    "đỏ là trong cột ấy còn ô như vậy.",
    "Không có thì ghi: không. Ô để trống được hiểu là chưa điền; ô đang có mà xóa trống thì cơ quan sẽ hỏi lại.",
    "Không sửa “Mã phiếu” và tên các cột. Dán từ nơi khác thì chọn Paste Special, Values.",
    "Lưu lại, gửi nguyên tệp này về cơ quan. Gửi lại bản sửa thì gửi cả tệp, không cần xóa bản trước.",
)
