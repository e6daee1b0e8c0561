"""The ward of 2024 and the ward of 2026 build the same kinds of papers by the law of their day; both are printed."""

from __future__ import annotations

from datetime import date

import pytest
from built_years import BuiltYears
from shipped_packs import LAW

from vanban.domain.award import EmulationTitle, NomineeKind
from vanban.domain.finding import Severity
from vanban.domain.level import Level
from vanban.law.authority import authority, decided_by
from vanban.law.book import differences
from vanban.law.prizes import base_salary, prize
from vanban.word import text_of
from vanban.workflows.build import Built, DocumentOutcome
from vanban.workflows.proof import prove
from vanban.workspace import Workspace

OLD_DAY, NEW_DAY = date(2024, 12, 10), date(2026, 12, 10)
SUBMISSION = "5-de-nghi-khen-thuong/to-trinh.docx"
KINDS_OF_THE_SECOND = {
    "plan",
    "target_assignment",
    "group_registration",
    "household_list",
    "collective_registration",
    "individual_registration",
    "registration_summary",
    "campaign_plan",
    "campaign_submission",
    "campaign_decision",
    "sudden_submission",
    "sudden_decision",
    "group_minutes",
    "council_invitation",
    "ballot",
    "counting_minutes",
    "council_minutes",
    "submission",
    "nominee_list",
    "achievement_report",
    "decision",
    "award_list",
    "certificate",
    "announcement",
    "progress_sheet",
    "six_month_report",
    "report_reminder",
    "annual_report",
}
"""The kinds for which the second workspace holds data; a kind that comes later adds its own there and here."""
FIGHTER, ADVANCED = EmulationTitle.GRASSROOTS_EMULATION_FIGHTER, EmulationTitle.ADVANCED_COLLECTIVE


@pytest.fixture(scope="module")
def years(
    built_years: BuiltYears, tmp_path_factory: pytest.TempPathFactory
) -> tuple[tuple[Workspace, Built], tuple[Workspace, Built]]:
    """Both sample workspaces, built as Word files."""
    folder = tmp_path_factory.mktemp("two")
    return built_years.sample(folder / "old"), built_years.second(folder / "new")


def submission(workspace: Workspace, year: int) -> str:
    return text_of((workspace.output / str(year) / SUBMISSION).read_bytes())


def facts(workspace: Workspace, year: int, day: date) -> dict[str, str]:
    """What a reader of that year's submission and law book sees."""
    text = submission(workspace, year)
    lines = text.splitlines()
    start = next(position for position, line in enumerate(lines) if line.startswith("Kính gửi"))
    return {
        "Đầu văn bản": " ".join(lines[:2]),
        "Địa danh": next(line.partition(",")[0] for line in lines if ", ngày" in line and "tháng" in line),
        "Kính gửi": " ".join(line for line in lines[start + 1 : start + 3]),
        "Căn cứ": " ".join(line for line in lines if line.startswith("Căn cứ")),
        "Chiến sĩ thi đua cơ sở": str(authority(LAW, FIGHTER, day).value),
        "Tập thể lao động tiên tiến": str(authority(LAW, ADVANCED, day).value),
        "Lương cơ sở": str(base_salary(LAW, day).value),
        "Tiền thưởng CSTĐ cơ sở": str(prize(LAW, FIGHTER, NomineeKind.PERSON, day).amount),
    }


def test_both_workspaces_build_every_kind_of_their_year_and_agree_with_themselves(years) -> None:
    for workspace, built in years:
        assert not built.stopped
        assert {document.state for document in built.documents} == {DocumentOutcome.BUILT}
        assert [str(one) for one in built.findings if one.severity is Severity.ERROR] == []
        assert prove(workspace).differences == ()


def test_a_whole_year_of_kinds_builds_from_the_second_workspace(years) -> None:
    _, (_, built) = years
    assert {document.kind for document in built.documents} >= KINDS_OF_THE_SECOND


def test_the_two_regimes_differ_where_the_law_changed(years, capsys: pytest.CaptureFixture[str]) -> None:
    (old, _), (new, _) = years
    before, after = facts(old, 2024, OLD_DAY), facts(new, 2026, NEW_DAY)
    with capsys.disabled():
        print()
        for topic in before:
            print(f"{topic}\n  2024: {before[topic]}\n  2026: {after[topic]}")
        print(f"Các dòng luật khác nhau: {len(differences(LAW, OLD_DAY, NEW_DAY))}")
    assert all(before[topic] != after[topic] for topic in before)
    assert (before["Đầu văn bản"], after["Đầu văn bản"]) == (
        "ỦY BAN NHÂN DÂN PHƯỜNG NGÔ QUYỀN",
        "ỦY BAN NHÂN DÂN PHƯỜNG BẮC GIANG",
    )
    assert (before["Địa danh"], after["Địa danh"]) == ("Phường Ngô Quyền", "Bắc Giang")
    assert "thành phố Bắc Giang" in before["Kính gửi"]
    assert "tỉnh Bắc Ninh" in after["Kính gửi"]
    assert "98/2023/NĐ-CP" in before["Căn cứ"]
    assert all(number in after["Căn cứ"] for number in ("152/2025", "129/2025", "15/2025/TT-BNV", "86/2025/QĐ-UBND"))
    assert "98/2023/NĐ-CP" not in after["Căn cứ"]
    assert (before["Lương cơ sở"], after["Lương cơ sở"]) == ("2340000", "2530000")


@pytest.mark.parametrize("award", [FIGHTER, ADVANCED])
def test_the_ward_decides_since_july_2025_what_the_city_decided_before(award: EmulationTitle) -> None:
    assert decided_by(LAW, award, Level.WARD, OLD_DAY) is not None
    assert decided_by(LAW, award, Level.WARD, NEW_DAY) is None
    changed = [
        after for _, after in differences(LAW, OLD_DAY, NEW_DAY) if after and after.topic.endswith(": thẩm quyền")
    ]
    assert any(award.value in row.topic and "129/2025" in row.article for row in changed)


def test_the_submission_of_the_second_regime_asks_only_for_what_the_province_decides(years) -> None:
    _, (new, _) = years
    asked = {
        fact.reading.value
        for account in prove(new).accounts
        if account.kind == "submission"
        for mention in account.mentions
        for fact in mention.facts
        if fact.topic == "danh hiệu, hình thức khen thưởng"
    }
    assert asked == {"Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Bắc Ninh", "Tập thể lao động xuất sắc"}


def test_nothing_of_the_old_regime_stands_in_a_paper_of_the_new_one(years) -> None:
    _, (new, built) = years
    for document in built.documents:
        text = text_of((new.output / document.path).read_bytes())
        assert "thành phố Bắc Giang" not in text
        assert "tỉnh Bắc Giang" not in text
