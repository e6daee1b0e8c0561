"""Titles of other systems as data: lists where a text calls for them, certificates of what the office decides."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from sample_year import sample_year
from shipped_templates import template_of

from vanban.domain.award import NomineeKind
from vanban.domain.consistency import check
from vanban.domain.finding import Severity
from vanban.domain.office import Office
from vanban.domain.text_mark import inset_mark, read_inset
from vanban.domain.text_tree import Block, Inset
from vanban.domain.year import Year
from vanban.ingest.scalars import Refused, convert
from vanban.kinds import KINDS
from vanban.kinds.reads import reads_of
from vanban.word import text_of

KNOWN = {kind.name: kind for kind in KINDS}
PARTS = ("other_awards", "other_nominations", "documents")


def said(year: Year, kind: str, key: str) -> str:
    return text_of(template_of(kind).render(KNOWN[kind].compose(year, key)))


def with_award(**changes: Any) -> Year:
    year = sample_year()
    return year.model_copy(update={"other_awards": (year.other_awards[0].model_copy(update=changes),)})


def faults(year: Year) -> list[tuple[tuple[str | int, ...], str, Severity]]:
    return [(one.path, one.reason, one.severity) for one in check(year) if one.path[0] in PARTS]


def test_the_list_of_an_award_stands_where_a_text_calls_for_it_with_its_prize() -> None:
    year = sample_year()
    words = said(year, "annex", "f4")
    assert "Kèm theo Quyết định số" in words and "500.000 đồng" in words
    assert all(person.name in words for person in year.people) and "Có công xây dựng phường" in words
    assert {"other_awards", "other_nominations", "people"} <= set(reads_of(KNOWN["annex"], year, "f4"))


def test_who_is_not_given_it_is_not_listed_and_gets_no_certificate() -> None:
    year = sample_year()
    rows = (year.other_nominations[0].model_copy(update={"given": False}), *year.other_nominations[1:])
    year = year.model_copy(update={"other_nominations": rows})
    assert year.people[0].name not in said(year, "annex", "f4")
    assert len(KNOWN["other_certificate"].keys(year)) == len(year.people) - 1


def test_a_certificate_says_award_receiver_achievement_and_number_of_the_decision() -> None:
    year = sample_year()
    key = KNOWN["other_certificate"].keys(year)[1]
    words = said(year, "other_certificate", key)
    assert "TẶNG\n" in words
    words = " ".join(words.split())
    assert "KỶ NIỆM CHƯƠNG “VÌ SỰ PHÁT TRIỂN PHƯỜNG SÔNG THƯƠNG”" in words and year.people[1].name in words
    assert "Số sổ vàng: 2" in words and "/QĐ-UBND" in words


@pytest.mark.parametrize("change", [{"own": False}, {"certificate": None}, {"decision": None}])
def test_what_others_decide_and_what_comes_without_paper_has_no_certificate(change: dict[str, Any]) -> None:
    assert KNOWN["other_certificate"].keys(with_award(**change)) == ()


def test_the_office_may_not_decide_what_another_decides_and_is_told_who_does() -> None:
    year = with_award(own=False, decided_by="Tổng Liên đoàn Lao động Việt Nam")
    (told,) = faults(year)
    assert told[0] == ("documents", 3, "annexes", 0, "body", 0, "of_award") or "of_award" in told[0]
    assert "do Tổng Liên đoàn Lao động Việt Nam quyết định, cơ quan chỉ đề nghị" in told[1]


def test_a_sort_to_whom_it_is_not_given_is_told() -> None:
    (*told,) = faults(with_award(receivers=(NomineeKind.COLLECTIVE,)))
    assert len(told) == 3 and "chỉ tặng cho tập thể" in told[0][1] and told[0][2] is Severity.ERROR


@pytest.mark.parametrize(("field", "words"), [("nominee", "Mã này chưa có"), ("award", "của hệ thống khác")])
def test_nobody_and_no_such_award_are_told(field: str, words: str) -> None:
    year = sample_year()
    rows = (year.other_nominations[0].model_copy(update={field: "khong-co"}), *year.other_nominations[1:])
    told = faults(year.model_copy(update={"other_nominations": rows}))
    assert told[0][0] == ("other_nominations", 0, field) and words in told[0][1]


def test_a_sound_table_is_told_nothing() -> None:
    assert faults(sample_year()) == []


@pytest.mark.parametrize("block", [{"inset": "other_awards"}, {"inset": "targets", "of_award": "a"}])
def test_a_list_and_its_award_are_said_together(block: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="of_award"):
        Block.model_validate(block)


def test_the_mark_of_a_list_is_read_back() -> None:
    block = Block(inset=Inset.OTHER_AWARDS, of_award="ky-niem-chuong")
    assert read_inset(inset_mark(block)) == block


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cá nhân", NomineeKind.PERSON),
        ("thôn", NomineeKind.RESIDENTIAL_GROUP),
        ("Tổ dân phố", NomineeKind.RESIDENTIAL_GROUP),
        ("hộ", NomineeKind.HOUSEHOLD),
    ],
)
def test_sorts_of_receivers_are_read_as_offices_call_them(typed: str, meant: NomineeKind) -> None:
    assert convert((NomineeKind,), typed) is meant


def test_an_office_is_offered_sorts_by_its_own_nouns() -> None:
    office: Office = sample_year().office.model_copy(update={"unit": "thôn", "form": "xã"})
    told = convert((NomineeKind,), "nhóm", office)
    assert isinstance(told, Refused) and "“thôn”" in told[0].remedy and "tổ dân phố" not in told[0].remedy
