"""Letters to late units that name no deadline or ask for what cannot be, and reports from nobody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from vanban.domain.consistency.fault import Fault, Path, unknown
from vanban.domain.consistency.texts import filled_texts
from vanban.domain.finding import Severity
from vanban.domain.late_units import due_of, reminder_of
from vanban.domain.receiver import units, units_named
from vanban.domain.rows import keyed
from vanban.domain.wording import full_date, numeric_date
from vanban.domain.year import Year

_DUE: Final = {"registration_reminder": "registration_due", "report_reminder": "report_due"}


def unknown_units(year: Year) -> Iterator[Fault]:
    """A report from nobody, an exemption for nobody."""
    known = keyed(units(year))
    named: list[tuple[Path, str]] = [
        (("received_reports", position, "unit"), row.unit) for position, row in enumerate(year.received_reports)
    ]
    for kind in _DUE:
        reminder = reminder_of(year, kind)
        exempt = reminder.exempt if reminder else ()
        named += [((kind, "exempt", position), key) for position, key in enumerate(exempt)]
    for path, key in named:
        if key not in known:
            yield unknown(path, key, units_named(year.office), known)


def reminders_without_deadline(year: Year) -> Iterator[Fault]:
    """A letter about a deadline that the plan does not set, or that asks for the paper before the deadline was over."""
    for kind, field in _DUE.items():
        reminder, due = reminder_of(year, kind), due_of(year, kind)
        if reminder is None:
            continue
        if due is None:
            reason = f"Có công văn đôn đốc nhưng kế hoạch chưa ghi hạn gửi ({field})."
            remedy = f"Hãy ghi {field} trong tệp Kế hoạch (plan.yaml)."
        elif reminder.asked_by <= due:
            reason = f"Hạn mới không sau hạn trong kế hoạch ({numeric_date(due)})."
            remedy = "Hãy sửa một trong hai ngày."
        else:
            continue
        yield Fault(path=(kind, "asked_by"), value=numeric_date(reminder.asked_by), reason=reason, remedy=remedy)


def deadlines_told_nowhere(year: Year) -> Iterator[Fault]:
    """A letter that quotes a deadline which neither the plan nor a letter states: nobody could have kept it."""
    for kind, field in _DUE.items():
        reminder, due = reminder_of(year, kind), due_of(year, kind)
        if reminder is None or due is None or reminder.asked_by <= due:
            continue
        said = {full_date(due), numeric_date(due), f"{due:%d/%m/%Y}", f"{due.day}/{due.month}/{due.year}"}
        stated = (text for path, text in filled_texts(year) if path[0] in ("plan", "letters", "documents"))
        if not any(spelling in text for text in stated for spelling in said):
            yield Fault(
                path=("plan", field),
                value=numeric_date(due),
                reason=f"Công văn đôn đốc nhắc hạn {numeric_date(due)} nhưng kế hoạch và công văn triển khai không nêu "
                "hạn này.",
                remedy=f"Hãy nêu hạn “{full_date(due)}” trong lời văn của kế hoạch hoặc của công văn triển khai "
                "(letters).",
                severity=Severity.WARNING,
            )


def days_of_another_year(year: Year) -> Iterator[Fault]:
    """A deadline or a received report whose day was left over from another year's file."""
    days: list[tuple[Path, date | None]] = [(("plan", field), getattr(year.plan, field)) for field in _DUE.values()]
    days += [(("received_reports", n, "received_on"), row.received_on) for n, row in enumerate(year.received_reports)]
    for path, day in days:
        # The report on a year may well be due, and come, in January of the next.
        if day is not None and not year.year.holds_or_next(day):
            yield Fault(
                path=path,
                value=numeric_date(day),
                reason=f"Ngày này không thuộc {year.year.phrase} hay đầu năm sau.",
                remedy="Hãy sửa lại ngày.",
                severity=Severity.WARNING,
            )


RULES: Final = (unknown_units, reminders_without_deadline, deadlines_told_nowhere, days_of_another_year)
