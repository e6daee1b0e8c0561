"""Letters to late units: to just those that have not sent what they owe, saying what and by when."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from sample_year import sample_year

from vanban.domain.issued import IssuedNumber
from vanban.domain.numbering import numbered_document
from vanban.domain.reminder import ReceivedReport, Reminder
from vanban.domain.year import Year
from vanban.kinds import packs
from vanban.kinds.papers import reminder

YEAR = sample_year(rows=3)
UNITS = ("g0", "g1", "g2", "a", "c1", "c2")


def with_(**fields: object) -> Year:
    return YEAR.model_copy(update=fields)


def text(year: Year, key: str) -> str:
    made = reminder.REGISTRATION.compose(year, key)
    return " ".join(line["text"] for line in made.model_dump()["lines"])


def test_only_the_unit_without_a_registration_gets_a_letter() -> None:
    assert reminder.REGISTRATION.keys(YEAR) == ("g2",)
    assert reminder.REGISTRATION.keys(with_(group_registrations=YEAR.group_registrations[1:])) == ("g0", "g2")
    assert reminder.REGISTRATION.keys(with_(collective_registrations=YEAR.collective_registrations[:-1])) == (
        "g2",
        "c2",
    )


def test_a_collective_is_late_with_its_own_paper_with_that_of_its_people_or_with_both() -> None:
    def missing(own: bool, people: bool) -> str:
        year = with_(
            collective_registrations=YEAR.collective_registrations[0 if own else 1 :],
            individual_registrations=YEAR.individual_registrations[:1] if people else (),
        )
        return text(year, "a") if "a" in reminder.REGISTRATION.keys(year) else ""

    assert missing(own=True, people=True) == ""
    assert "chưa gửi bản đăng ký thi đua của tập thể." in missing(own=False, people=True)
    assert "chưa gửi bản đăng ký thi đua của cá nhân." in missing(own=True, people=False)
    both = "chưa gửi bản đăng ký thi đua của tập thể và bản đăng ký thi đua của cá nhân."
    assert both in missing(own=False, people=False)


def test_a_collective_without_people_in_the_table_owes_only_its_own_paper() -> None:
    year = with_(collective_registrations=())
    assert "chưa gửi bản đăng ký thi đua của tập thể." in text(year, "c1")


@settings(max_examples=40)
@given(st.sets(st.sampled_from(UNITS)))
def test_whoever_has_not_reported_gets_a_letter_and_nobody_else(reported: set[str]) -> None:
    rows = tuple(ReceivedReport(unit=key, received_on=date(2024, 11, 20)) for key in sorted(reported))
    year = with_(received_reports=rows)
    assert reminder.REPORT.keys(year) == tuple(key for key in UNITS if key not in reported)
    for key in reminder.REPORT.keys(year):
        (name,) = [unit.name for unit in (*year.groups, *year.collectives) if unit.key == key]
        assert reminder.REPORT.compose(year, key).model_dump()["addressees"] == (name,)


def test_the_letter_names_the_unit_what_is_missing_and_both_deadlines() -> None:
    assert text(YEAR, "g2").endswith(
        "là ngày 01 tháng 3 năm 2024. Đến nay Tổ dân phố số 3 chưa gửi bản đăng ký thi đua. "
        "Đề nghị Tổ dân phố số 3 gửi bản đăng ký thi đua chậm nhất ngày 20 tháng 3 năm 2024./."
    )


def test_where_the_office_writes_no_reminder_there_is_none_and_an_exempt_unit_gets_none() -> None:
    assert YEAR.registration_reminder
    assert reminder.REGISTRATION.keys(with_(registration_reminder=None)) == ()
    exempt = YEAR.registration_reminder.model_copy(update={"exempt": ("g2",)})
    assert reminder.REGISTRATION.keys(with_(registration_reminder=exempt)) == ()


def test_an_issued_letter_keeps_its_number_and_its_words_when_the_unit_registers_later() -> None:
    number = IssuedNumber(
        kind="registration_reminder", key="g2", ordinal=7, symbol="UBND-TĐKT", issued_on=date(2024, 3, 4)
    )
    late = with_(issued=(number,))
    row = YEAR.group_registrations[0].model_copy(update={"group": "g2"})
    done = late.model_copy(update={"group_registrations": (*YEAR.group_registrations, row)})
    assert reminder.REGISTRATION.keys(done) == ("g2",)
    assert reminder.REGISTRATION.compose(done, "g2") == reminder.REGISTRATION.compose(late, "g2")
    assert "Số: 07/UBND-TĐKT" in reminder.REGISTRATION.compose(done, "g2").model_dump_json()
    assert reminder.REGISTRATION.keys(done.model_copy(update={"issued": ()})) == ()


def test_a_letter_that_may_have_asked_for_one_of_two_papers_is_not_written_anew_when_all_have_come() -> None:
    number = IssuedNumber(
        kind="registration_reminder", key="a", ordinal=7, symbol="UBND-TĐKT", issued_on=date(2024, 3, 4)
    )
    year = with_(issued=(number,))
    assert reminder.REGISTRATION.keys(year) == ("g2",)
    assert numbered_document(year, "registration_reminder", "a") is not None


def test_the_letter_lies_in_the_pile_of_its_unit() -> None:
    piles = {pack.slug: pack.documents for pack in packs.packs(YEAR)}
    assert ("registration_reminder", "g2") in piles["gui-g2"]
    assert ("registration_reminder", "g2") not in piles["gui-g1"]
    assert ("report_reminder", "c2") in piles["gui-c2"]


def test_addressees_of_a_reminder_are_not_typed() -> None:
    assert YEAR.registration_reminder
    typed = {**YEAR.registration_reminder.model_dump(), "addressees": ["Các tổ dân phố"]}
    with pytest.raises(ValidationError, match="chương trình tự ghi nơi nhận"):
        Reminder.model_validate(typed)
