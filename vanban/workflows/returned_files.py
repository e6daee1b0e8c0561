"""Whose a returned file is, and whether it may be taken: what its id, its rows and the clerk say of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.kit import FORM_VERSION, OFFICE_SCOPE, YEAR_SCOPE, KitId, office_tag
from vanban.domain.people import Person
from vanban.domain.record import Record
from vanban.domain.scoring import Criterion, Score, with_criteria_by_name
from vanban.domain.suggestion import did_you_mean
from vanban.domain.text import matching_key
from vanban.ingest.merging import MergeGround, TableMerge, merge_table
from vanban.ingest.returned import ReturnedFile, TableCandidate, read_return
from vanban.workflows.check import title_of_part
from vanban.workflows.value_sheets import VALUE_SHEETS, value_faults
from vanban.workflows.year_tables import FORM_TABLES, YearTables

_CHOOSE: Final = "Hãy hỏi lại nơi gửi; nếu đúng là của đơn vị ấy thì chạy lại kèm --unit MÃ-ĐƠN-VỊ."
_PEOPLE: Final = "people"
_CRITERIA, _SCORES = "criteria", "scores"
_VALUES: Final = frozenset(part.name for part in VALUE_SHEETS)


@dataclass(frozen=True)
class ReadReturn:
    """A returned file held against the year: whose it is, each table, what is wrong with the cells.

    ``refusal`` says in one sentence why the file as a whole is not taken: then nothing is said of its cells.
    """

    file: str
    unit: str = ""
    tables: tuple[TableMerge, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusal: Finding | None = None

    @property
    def is_faulty(self) -> bool:
        """Whether a cell, a row or a sheet has to be mended first."""
        return any(one.severity is Severity.ERROR for one in self.findings)


def read_returned(tables: YearTables, data: bytes, file: str, unit: str = "") -> ReadReturn:
    """What the file holds; ``unit`` is whose the clerk says it is, empty where its id is to be believed."""
    candidates = (
        TableCandidate(
            part.name,
            part.model,
            (title_of_part(part), title_of_part(part)[:31].strip(), part.stem),
            _criteria(tables) if part.name == _SCORES else {},
        )
        for part in FORM_TABLES
    )
    read = read_return(data, file, candidates, tables.office)
    if not read.tables:
        return ReadReturn(file, refusal=_unrecognised(read))
    marks = read.marks
    if not unit:
        refusal = _against_id(tables, read)
        if refusal is not None:
            return ReadReturn(file, refusal=refusal)
        unit = marks.known.unit if marks.known is not None and marks.known.is_of_a_unit else ""
    broken = next((one.part for one in read.tables if tables.is_broken(one.part)), None)
    if broken is not None:
        return ReadReturn(file, unit, refusal=_broken(tables, file, broken))
    merged = _merge(tables, read, unit)
    refusal = _against_rows(tables, file, unit, merged)
    if refusal is not None:
        return ReadReturn(file, unit, refusal=refusal)
    if not unit and marks.known is None:
        named = {one for table in merged for one in table.units}
        unit = named.pop() if len(named) == 1 else ""
    findings = (*_said_of_id(read), *read.findings, *(one for table in merged for one in table.findings))
    return ReadReturn(file, unit, merged, findings)


def _merge(tables: YearTables, read: ReturnedFile, unit: str) -> tuple[TableMerge, ...]:
    """Each table against the stored one, people first: others name those who are new."""
    people: dict[str, Person] = dict(tables.people())
    made = []
    for table in sorted(read.tables, key=lambda one: one.part != _PEOPLE):
        merged = merge_table(read.file, table, MergeGround(_stored(tables, table.part), people, tables.office, unit))
        people |= {row.record.key: row.record for row in merged.rows if isinstance(row.record, Person)}
        if table.part in _VALUES:
            # A value that a form does not ask for is not gone.
            merged.missing = []
            merged.findings += value_faults(tables.parts, tables.office, read.file, merged)
        made.append(merged)
    return tuple(made)


def _criteria(tables: YearTables) -> dict[str, str]:
    """The keys of the criteria by what may stand over their column of points: their names, as far as just one has it,
    and their keys."""
    criteria = [row for row in tables.rows(_CRITERIA) if isinstance(row, Criterion)]
    names = Counter(matching_key(row.name) for row in criteria)
    by_name = {name: row.key for row in criteria if names[name := matching_key(row.name)] == 1}
    return by_name | {matching_key(row.key): row.key for row in criteria}


def _stored(tables: YearTables, part: str) -> tuple[Record, ...]:
    """The stored rows of a table; points under the keys of their criteria, as a returned table has them."""
    rows = tables.rows(part)
    if part != _SCORES:
        return rows
    criteria = [row for row in tables.rows(_CRITERIA) if isinstance(row, Criterion)]
    return with_criteria_by_name([row for row in rows if isinstance(row, Score)], criteria)


def _unrecognised(read: ReturnedFile) -> Finding:
    errors = [one for one in read.findings if one.severity is Severity.ERROR]
    if len(errors) == 1 and not read.unknown:
        return errors[0]
    return Finding(
        place=Place(file=read.file),
        reason="Tệp không có bảng nào mà cơ quan hỏi: không trang nào có tên cột quen thuộc.",
        remedy="Hãy kiểm tra xem có gửi nhầm tệp không; nếu đúng thì chép dữ liệu vào phiếu rồi nhận lại.",
    )


def _against_id(tables: YearTables, read: ReturnedFile) -> Finding | None:
    """Why the id alone keeps the file out."""
    marks, here = read.marks, tables.year
    known = marks.known
    if not marks.agree and marks.cell is not None and marks.stored is not None:
        said = f"Mã trong trang “Hướng dẫn” là của {_whose(tables, marks.cell)}, mã đi kèm tệp lại là của "
        return _refusal(read.file, f"{said}{_whose(tables, marks.stored)}.", _CHOOSE)
    if known is None:
        return None
    if known.office != office_tag(tables.office):
        return _refusal(read.file, f"Phiếu này do cơ quan khác lập (“{known.office}”).", _CHOOSE)
    if known.year != here:
        reason = f"Phiếu này của {known.year.phrase}, đang nhận phiếu của {here.phrase}."
        return _refusal(read.file, reason, f"Nếu muốn nhận vào {known.year.phrase}, hãy thêm --year {known.year.key}.")
    if known.version > FORM_VERSION:
        reason = f"Phiếu này theo mẫu phiên bản {known.version}, chương trình chỉ biết tới {FORM_VERSION}."
        return _refusal(read.file, reason, "Hãy cập nhật chương trình rồi nhận lại.")
    if known.is_of_a_unit and known.unit not in tables.units():
        guess = did_you_mean(known.unit, tables.units())
        return _refusal(read.file, f"Phiếu này của đơn vị “{known.unit}” mà cơ quan không có.{guess}", _CHOOSE)
    return None


def _whose(tables: YearTables, identity: KitId) -> str:
    own = {OFFICE_SCOPE: "cơ quan", YEAR_SCOPE: identity.year.phrase}
    return own.get(identity.unit) or _unit(tables, identity.unit)


def _unit(tables: YearTables, key: str) -> str:
    found = tables.units().get(key)
    return f"{found.name} ({key})" if found else f"“{key}”"


def _against_rows(tables: YearTables, file: str, unit: str, merged: tuple[TableMerge, ...]) -> Finding | None:
    """That the rows say another unit than the id: two witnesses of whom one is wrong."""
    if not unit:
        return None
    others = list(dict.fromkeys(one for table in merged for one in table.units if one != unit))
    if others:
        own = any(unit in table.units for table in merged)
        rows = "có dòng" if own else "các dòng"
        named = ", ".join(_unit(tables, one) for one in others[:3])
        return _refusal(file, f"Phiếu của {_unit(tables, unit)} nhưng {rows} ghi mã của {named}.", _CHOOSE)
    asked = {part.name for part in tables.asked_of(unit)} if unit in tables.units() else set()
    foreign = [table.part for table in merged if table.part not in asked]
    if foreign:
        titles = ", ".join(f"“{title_of_table(part)}”" for part in foreign)
        reason = f"Phiếu của {_unit(tables, unit)} lại chứa bảng {titles}, không phải bảng mà đơn vị điền."
        return _refusal(file, reason, "Hãy bỏ trang ấy khỏi phiếu, hoặc nhận bảng ấy bằng một tệp riêng.")
    return None


def title_of_table(part: str) -> str:
    """What the table of that part is called."""
    return next(title_of_part(one) for one in FORM_TABLES if one.name == part)


def _broken(tables: YearTables, file: str, part: str) -> Finding:
    stored = tables.files[part]
    return _refusal(
        file,
        f"Bảng “{title_of_table(part)}” đang lưu ở “data/{stored}” có chỗ sai nên chưa so được với phiếu.",
        "Hãy chạy vanban check --mark, sửa bảng ấy trước rồi nhận lại phiếu.",
    )


def _refusal(file: str, reason: str, remedy: str) -> Finding:
    return Finding(place=Place(file=file), reason=reason, remedy=remedy)


def _said_of_id(read: ReturnedFile) -> tuple[Finding, ...]:
    """What is worth knowing of the id of a file that is taken."""
    note = Finding(severity=Severity.WARNING, place=Place(file=read.file), reason="", remedy="")
    if read.marks.damaged:
        reason = f"Mã phiếu “{read.marks.damaged}” bị sửa nên không dùng; đơn vị được biết theo mã ở các dòng."
        return (note.model_copy(update={"reason": reason, "remedy": "Hãy xem lại đơn vị và năm của phiếu."}),)
    known = read.marks.known
    if known is not None and known.version < FORM_VERSION:
        reason = f"Phiếu theo mẫu cũ (phiên bản {known.version})."
        remedy = "Cột mà mẫu cũ không có thì coi là không hỏi; hãy xem lại khi cần."
        return (note.model_copy(update={"reason": reason, "remedy": remedy}),)
    return ()
