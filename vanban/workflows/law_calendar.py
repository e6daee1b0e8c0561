"""The deadlines of a year as a calendar: what the law wants by when, counted from what the office has done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vanban.domain.campaign import Campaign
from vanban.domain.provision import DeadlineEvent
from vanban.domain.selection import GroupMeeting
from vanban.domain.wording import numeric_date
from vanban.domain.work_year import WorkYear
from vanban.law.calendar import DueDay, Happened, calendar
from vanban.workflows.law_book import law_of
from vanban.workflows.year_tables import YearTables, read_tables
from vanban.workspace import Workspace


@dataclass(frozen=True)
class LawCalendar:
    """The deadlines of ``year`` as they look on ``today``."""

    year: WorkYear
    today: date
    days: tuple[DueDay, ...]

    def to_json(self) -> list[object]:
        """Each deadline with its day, what is said of it, and where it comes from."""
        return [
            {
                "due": row.due and numeric_date(row.due),
                "what": row.what,
                "whose": row.whose,
                "span": row.span,
                "state": row.state(self.today),
                "article": row.found and row.found.article,
                "source": row.found and row.found.source,
                "certainty": row.found and row.found.certainty,
            }
            for row in self.days
        ]


def deadline_reminders(workspace: Workspace, year: WorkYear, today: date) -> tuple[str, ...]:
    """A sentence for every deadline that falls due within the next days and is not met; one for all units that have it.

    Raises as :func:`law_calendar` does.
    """
    found: dict[str, list[DueDay]] = {}
    for row in law_calendar(workspace, year, today).days:
        if row.is_soon(today):
            found.setdefault(row.what, []).append(row)
    return tuple(_reminder(rows, today) for rows in found.values())


def _reminder(rows: list[DueDay], today: date) -> str:
    """``Gửi hồ sơ … về Sở Nội vụ: hạn ngày 10/12/2026, còn 9 ngày (…)``: the earliest, and how many more there are."""
    first, more = rows[0], len(rows) - 1
    due = first.due or today
    whose = first.whose + (f" và {more} nơi khác" if more else "")
    left = (due - today).days
    when = f"còn {left} ngày" if left else "hôm nay là ngày cuối"
    article = f"{first.found.article}; {first.found.certainty}" if first.found else "kế hoạch của cơ quan"
    return f"{first.what}{f' ({whose})' if whose else ''}: hạn ngày {numeric_date(due)}, {when} ({article})."


def law_calendar(workspace: Workspace, year: WorkYear | None, today: date) -> LawCalendar:
    """The deadlines of a year, the newest one's if none is said.

    Raises :class:`vanban.errors.DamagedLawPack`, ``NoYear``, and :class:`vanban.errors.DataUnfit` where the office's
    own tables cannot be read.
    """
    tables = read_tables(workspace, year)
    meetings = tuple(row for row in tables.rows("group_meetings") if isinstance(row, GroupMeeting))
    happened = {
        DeadlineEvent.POSTED: tuple(_posted(tables, meetings)),
        DeadlineEvent.SENT: tuple(_sent(tables, meetings)),
        DeadlineEvent.CAMPAIGN_ENDS: tuple(_campaigns(tables)),
    }
    held = {row.group for row in meetings}
    all_met = bool(held) and held >= {row.key for row in tables.parts["groups"]}
    done = {"cultural_family_meeting": max(row.day for row in meetings)} if all_met else {}
    days = calendar(law_of(workspace), tables.year, happened, done, tables.deadlines())
    return LawCalendar(tables.year, today, days)


def _posted(tables: YearTables, meetings: Iterable[GroupMeeting]) -> Iterator[Happened]:
    for row in meetings:
        yield Happened(_name(tables, row.group), row.posted_on or row.day, row.sent_on)


def _sent(tables: YearTables, meetings: Iterable[GroupMeeting]) -> Iterator[Happened]:
    for row in meetings:
        if row.sent_on is not None:
            yield Happened(_name(tables, row.group), row.sent_on)


def _name(tables: YearTables, key: str) -> str:
    return next((row.name for row in tables.parts["groups"] if row.key == key), key)


def _campaigns(tables: YearTables) -> Iterator[Happened]:
    for row in tables.parts.get("campaigns", ()):
        if isinstance(row, Campaign):
            yield Happened(row.name, row.ends, row.submitted_on)
