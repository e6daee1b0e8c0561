"""Who has sent the form back, who has not, and what to write to those who have not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vanban.domain.issuing_day import vietnam_day
from vanban.domain.people import Collective, Unit
from vanban.domain.wording import lower_first, numeric_date
from vanban.domain.work_year import WorkYear
from vanban.workflows.return_journal import read_journal
from vanban.workflows.taking import waiting_returns
from vanban.workflows.year_tables import YearTables, read_tables
from vanban.workspace import Workspace


class UnitState(StrEnum):
    """How far a unit's form is."""

    TAKEN = "taken"
    WAITING = "waiting"
    """It lies in the folder of returns and was not taken yet."""
    ABSENT = "absent"


@dataclass(frozen=True)
class UnitOnBoard:
    """One unit: how far its form is, in a sentence, and the words to remind it with where nothing came."""

    key: str
    name: str
    state: UnitState
    said: str
    reminder: str = ""

    def to_json(self) -> dict[str, object]:
        """All of it."""
        return {
            "key": self.key,
            "name": self.name,
            "state": self.state.value,
            "said": self.said,
            "reminder": self.reminder,
        }


@dataclass(frozen=True)
class ReturnBoard:
    """Every unit that is asked for something, those under the office first."""

    year: WorkYear
    units: tuple[UnitOnBoard, ...]

    def to_json(self) -> dict[str, object]:
        """Year, units."""
        return {"year": self.year.to_json(), "units": [one.to_json() for one in self.units]}


def return_board(workspace: Workspace, year: WorkYear | None, moment: datetime) -> ReturnBoard:
    """Where the forms of a year are, at ``moment``. Raises ``NoYear``, ``DataUnfit`` and ``DamagedJournal``."""
    tables = read_tables(workspace, year)
    taken = {entry.unit: entry for entry in read_journal(workspace, tables.year) if entry.unit}
    waiting = waiting_returns(workspace, tables)
    rows = []
    for key, unit in tables.units().items():
        if key in waiting:
            names = ", ".join(f"“{name}”" for name in waiting[key])
            rows.append(UnitOnBoard(key, unit.name, UnitState.WAITING, f"đã gửi {names}, chưa nhận vào bảng."))
        elif key in taken:
            said = f"đã nhận ngày {taken[key].day} (“{taken[key].file}”)."
            rows.append(UnitOnBoard(key, unit.name, UnitState.TAKEN, said))
        else:
            rows.append(UnitOnBoard(key, unit.name, UnitState.ABSENT, "chưa gửi.", _reminder(tables, unit, moment)))
    return ReturnBoard(tables.year, tuple(rows))


def _reminder(tables: YearTables, unit: Unit | Collective, moment: datetime) -> str:
    head = unit.leader if isinstance(unit, Unit) else unit.head
    today = vietnam_day(moment)
    due = [
        f"{lower_first(title)} {numeric_date(day)}" + (", đã quá hạn" if day < today else "")
        for title, day in tables.deadlines()
    ]
    when = f" ({'; '.join(due)})" if due else ""
    return (
        f"Kính gửi ông (bà) {head}, {unit.name}. Đến ngày {numeric_date(today)}, {tables.office.name} chưa nhận được "
        f"phiếu thi đua {tables.year.phrase} của đơn vị{when}. Đề nghị ông (bà) điền tệp "
        f"phieu-{tables.year.key}-{unit.key}.xlsx đã gửi và gửi lại nguyên tệp. Trân trọng."
    )
