"""The deadlines of the law as a calendar: each day counted from the office's data, reminded of, with its article."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from vanban.cli import app
from vanban.cli.options import this_deed
from vanban.domain.law_pack import Law
from vanban.domain.provision import DeadlineEvent
from vanban.domain.work_year import WorkYear
from vanban.law.calendar import Happened, calendar
from vanban.workflows.law_book import shipped_law
from vanban.workflows.law_calendar import LawCalendar, deadline_reminders, law_calendar
from vanban.workspace import Workspace

WARD = Path(__file__).parents[1] / "workspaces" / "bac-giang-2026"
BAC_NINH = shipped_law("tỉnh Bắc Ninh")
COUNTRY = shipped_law()


def looked_at(day: date) -> LawCalendar:
    return law_calendar(Workspace(WARD), WorkYear(2026), day)


def states(found: LawCalendar, words: str) -> list[str]:
    return [row.state(found.today) for row in found.days if words in row.what]


def test_a_day_of_the_year_is_reminded_of_as_it_comes_nearer_and_passes() -> None:
    words = "tổng kết năm về Sở Nội vụ"
    assert states(looked_at(date(2026, 11, 1)), words) == ["còn 39 ngày"]
    assert states(looked_at(date(2026, 12, 1)), words) == ["SẮP ĐẾN HẠN: còn 9 ngày"]
    assert states(looked_at(date(2026, 12, 10)), words) == ["SẮP ĐẾN HẠN: còn 0 ngày"]
    assert states(looked_at(date(2026, 12, 12)), words) == ["đã qua 2 ngày"]


def test_what_the_data_say_is_done_is_done_from_that_day_on() -> None:
    words = "Bình xét “Gia đình văn hóa” xong"
    assert states(looked_at(date(2026, 11, 1)), words) == ["còn 24 ngày"]
    assert states(looked_at(date(2026, 11, 30)), words) == ["đã xong"]


def test_ten_days_of_posting_are_counted_from_each_units_own_day() -> None:
    [row] = calendar(COUNTRY, WorkYear(2024), {DeadlineEvent.POSTED: [Happened("Tổ 1", date(2024, 11, 10))]})[:1]
    assert (row.due, row.whose) == (date(2024, 11, 20), "Tổ 1")
    assert row.found is not None
    assert row.found.article == "Nghị định số 86/2023/NĐ-CP"


def test_ten_days_before_a_campaign_ends_are_counted_back() -> None:
    ended = {DeadlineEvent.CAMPAIGN_ENDS: [Happened("Đợt 60 ngày", date(2026, 9, 30))]}
    rows = [row for row in calendar(BAC_NINH, WorkYear(2026), ended) if row.whose]
    assert [row.due for row in rows] == [date(2026, 9, 20)]


def test_what_is_counted_from_a_day_that_nobody_has_written_says_how_long_it_may_take() -> None:
    rows = [row for row in calendar(COUNTRY, WorkYear(2026), {}) if row.due is None]
    assert {row.found.article: row.state(date(2026, 1, 1)) for row in rows if row.found} == {
        "khoản 2 Điều 15 Nghị định số 30/2020/NĐ-CP": "1 ngày làm việc",
        "khoản 1 Điều 18 Nghị định số 30/2020/NĐ-CP": "1 ngày làm việc",
        "Quyết định số 638/QĐ-BNV năm 2025 của Bộ Nội vụ": "20 ngày làm việc",
    }


@pytest.mark.parametrize(("law", "year"), [(COUNTRY, 2026), (BAC_NINH, 2025)])
def test_days_of_one_province_and_of_a_later_text_are_in_no_other_calendar(law: Law, year: int) -> None:
    days = [row.due for row in calendar(law, WorkYear(year), {}) if row.due]
    assert date(year, 12, 10) not in days
    assert date(year, 11, 25) in days


def test_the_offices_own_days_stand_among_them() -> None:
    found = looked_at(date(2026, 11, 20))
    [own] = [row for row in found.days if row.what == "Hạn gửi báo cáo kết quả thi đua"]
    assert own.found is None
    days = [row.due for row in found.days if row.due]
    assert days == sorted(days)


def test_the_command_prints_the_calendar_and_gives_it_to_programs() -> None:
    asked = ["law", "calendar", "--workspace", str(WARD), "--year", "2026", "--date", "01/12/2026"]
    shown = CliRunner().invoke(app.cli, asked)
    assert shown.output.startswith("Lịch thời hạn năm 2026, xem ngày 01/12/2026:\n")
    assert "về Sở Nội vụ: SẮP ĐẾN HẠN: còn 9 ngày" in shown.output
    rows = json.loads(CliRunner().invoke(app.cli, [*asked, "--json"]).output)
    assert {"due", "what", "whose", "span", "state", "article", "source", "certainty"} == set(rows[0])


def test_what_falls_due_soon_is_told_once_for_all_units_and_what_is_done_or_far_off_is_not() -> None:
    def told(day: date) -> list[str]:
        return list(deadline_reminders(Workspace(WARD), WorkYear(2026), day))

    decided, sent = told(date(2026, 12, 1))
    assert "(Tổ dân phố Ngô Quyền 1 và 2 nơi khác): hạn ngày 01/12/2026, hôm nay là ngày cuối" in decided
    assert "hạn ngày 10/12/2026, còn 9 ngày (" in sent
    assert "86/2025/QĐ-UBND" in sent
    assert told(date(2026, 12, 11)) == []
    assert [said for said in told(date(2026, 11, 20)) if "Bình xét" in said] == [], "its meetings are held by then"


def test_check_ends_with_what_falls_due_soon() -> None:
    shown = CliRunner().invoke(app.cli, ["check", "--workspace", str(WARD)]).output
    today = this_deed().day
    assert [said for said in deadline_reminders(Workspace(WARD), WorkYear(2026), today) if said not in shown] == []
    assert shown.index("Dữ liệu dùng được") < min(
        (shown.index(said) for said in deadline_reminders(Workspace(WARD), WorkYear(2026), today)), default=len(shown)
    )
