"""A document cites another of its set: with blanks before that one is issued, with number and day after."""

from __future__ import annotations

from datetime import date

import pytest
from sample_year import sample_year

from vanban.domain.consistency import check
from vanban.domain.issued import IssuedNumber
from vanban.domain.numbering import cited_in
from vanban.domain.text_tree import Block
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
    assert "Theo Kế hoạch số      /KH-UBND, phường trình" in text


def test_after_it_is_issued_every_citation_has_number_and_day() -> None:
    text = printed(citing_year(PLAN), "submission")
    assert "Căn cứ Kế hoạch số 24/KH-UBND ngày 05 tháng 02 năm 2024 của Ủy ban nhân dân phường Sông Thương" in text
    assert "Theo Kế hoạch số 24/KH-UBND, phường trình" in text


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
    text = kind.compose(year, "k1").model_dump_json()
    assert (
        "Thực hiện Kế hoạch số 31/KH-UBND ngày 26 tháng 02 năm 2024 của Ủy ban nhân dân phường Sông Thương về" in text
    )


def citing_the_law(*texts: str, bases: tuple[str, ...] = ()) -> list[str]:
    """What the submission prints of these sentences, with those texts for its căn cứ."""
    year = citing_year()
    assert year.submission is not None
    body = (Block(section="Căn cứ", body=tuple(Block(clause=text) for text in texts)), *year.submission.body)
    submission = year.submission.model_copy(update={"body": body, "legal_bases": bases, "cites": ()})
    made = year.model_copy(update={"submission": submission})
    assert [fault for fault in check(made) if "body" in fault.path] == []
    kind = next(one for one in KINDS if one.name == "submission")
    return [line.text for line in kind.compose(made, "").lines[1 : len(texts) + 1]]


def test_a_text_of_the_law_is_cited_in_full_the_first_time_and_shortly_after() -> None:
    assert citing_the_law("Theo {cite_decree};", "{cite_decree} và {cite_law};", "{cite_law}.") == [
        "1. Theo Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một số "
        "điều của Luật Thi đua, khen thưởng;",
        "2. Nghị định số 98/2023/NĐ-CP và Luật Thi đua, khen thưởng;",
        "3. Luật Thi đua, khen thưởng.",
    ]


def test_what_the_bases_name_is_cited_shortly_from_the_first_sentence() -> None:
    assert citing_the_law("Theo {cite_decree};", bases=("decree",)) == ["1. Theo Nghị định số 98/2023/NĐ-CP;"]


def test_a_document_of_the_set_is_cited_in_full_the_first_time_and_shortly_after() -> None:
    first, second = citing_the_law("Theo {cite_plan};", "Theo {cite_plan}.")
    assert first.startswith("1. Theo Kế hoạch số      /KH-UBND ngày      tháng      năm 2024 của Ủy ban nhân dân")
    assert second == "2. Theo Kế hoạch số      /KH-UBND."


def test_texts_of_the_law_between_braces_do_not_count_as_documents_that_must_be_issued_first() -> None:
    year = citing_year(text="Theo {cite_decree} và {cite_plan}:")
    assert year.submission is not None
    assert cited_in(year, year.submission) == (("plan", ""),)


def test_a_text_of_the_law_that_the_office_does_not_list_is_found() -> None:
    faults = [fault.value for fault in check(citing_year(text="Theo {cite_nghi_dinh_1_2000}:"))]
    assert "{cite_nghi_dinh_1_2000}" in faults


def test_a_text_of_the_year_does_not_know_the_figures_of_a_campaign() -> None:
    faults = check(citing_year(text="Đợt thi đua {campaign_name}:"))
    assert "{campaign_name}" in [fault.value for fault in faults]
