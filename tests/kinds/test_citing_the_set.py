"""A document cites another of its set: with blanks before that one is issued, with number and day after."""

from __future__ import annotations

from datetime import date

import pytest
from sample_year import sample_year

from vanban.domain.consistency import check
from vanban.domain.document import Block
from vanban.domain.issued import IssuedNumber
from vanban.domain.year import Year
from vanban.kinds import KINDS

PLAN = IssuedNumber(kind="plan", ordinal=24, symbol="KH-UBND", issued_on=date(2024, 2, 5))


def citing_year(*issued: IssuedNumber, text: str = "Theo {cite_plan}, phường trình như sau:") -> Year:
    year = sample_year()
    assert year.submission is not None
    submission = year.submission.model_copy(
        update={"cites": ("plan",), "body": (Block(text=text), *year.submission.body)}
    )
    return year.model_copy(update={"submission": submission, "issued": issued})


def printed(year: Year, kind: str) -> str:
    return next(one for one in KINDS if one.name == kind).compose(year, "").model_dump_json()


def test_before_the_cited_document_is_issued_number_and_day_are_blank() -> None:
    text = printed(citing_year(), "submission")
    assert (
        "Căn cứ Kế hoạch số      /KH-UBND ngày      tháng      năm 2024 của Ủy ban nhân dân phường Sông Thương" in text
    )
    assert "Theo Kế hoạch số      /KH-UBND ngày      tháng      năm 2024, phường trình" in text


def test_after_it_is_issued_every_citation_has_number_and_day() -> None:
    text = printed(citing_year(PLAN), "submission")
    assert "Căn cứ Kế hoạch số 24/KH-UBND ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân phường Sông Thương" in text
    assert "Theo Kế hoạch số 24/KH-UBND ngày 05 tháng 02 năm 2024, phường trình" in text


def test_an_issued_document_prints_its_own_number_and_day_and_its_appendix_too() -> None:
    submission = IssuedNumber(kind="submission", ordinal=5, symbol="TTr-UBND", issued_on=date(2024, 12, 3))
    year = citing_year(submission)
    assert '"Số: 05/TTr-UBND"' in printed(year, "submission")
    assert "Sông Thương, ngày 03 tháng 12 năm 2024" in printed(year, "submission")
    assert "(Kèm theo Tờ trình số 05/TTr-UBND ngày 03 tháng 12 năm 2024 của" in printed(year, "nominee_list")


def test_a_subject_that_begins_with_ve_viec_does_not_print_ve_twice() -> None:
    year = citing_year()
    renamed = year.plan.model_copy(update={"subject": "Về việc phát động thi đua"})
    text = printed(year.model_copy(update={"plan": renamed}), "submission")
    assert "phường Sông Thương về việc phát động thi đua" in text


@pytest.mark.parametrize("text", ["{cite_pla}", "{cite_minutes}"])
def test_a_citation_of_what_the_year_has_not_is_found(text: str) -> None:
    assert [fault.path for fault in check(citing_year(text=text)) if fault.value == text] == [
        ("submission", "body", 0, "text")
    ]


def test_a_basis_that_is_no_document_of_the_set_is_found() -> None:
    year = citing_year()
    assert year.submission is not None
    wrong = year.submission.model_copy(update={"cites": ("plann",)})
    (fault,) = (fault for fault in check(year.model_copy(update={"submission": wrong})) if "cites" in fault.path)
    assert fault.path == ("submission", "cites", 0)
    assert "“plan”" in fault.reason


def test_within_a_campaign_a_kind_alone_means_the_document_of_that_campaign() -> None:
    plan = IssuedNumber(kind="campaign_plan", key="k1", ordinal=31, symbol="KH-UBND", issued_on=date(2024, 2, 26))
    year = citing_year(plan, text="Theo {cite_campaign_plan}, phường trình như sau:")
    assert [fault.value for fault in check(year) if "body" in fault.path] == ["{cite_campaign_plan}"]
    kind = next(one for one in KINDS if one.name == "campaign_plan")
    assert (
        "Thực hiện Kế hoạch số 31/KH-UBND ngày 26 tháng 02 năm 2024, giao" in kind.compose(year, "k1").model_dump_json()
    )


def test_a_text_of_the_year_does_not_know_the_figures_of_a_campaign() -> None:
    faults = check(citing_year(text="Đợt thi đua {campaign_name}:"))
    assert "{campaign_name}" in [fault.value for fault in faults]
