"""What a pack does by data alone: an invented decree of 2027, and the rules of three provinces that stay apart."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from law.good_year import changed, good_year
from shipped_packs import COUNTRY, LAW

from vanban.domain.award import EmulationTitle, NomineeKind
from vanban.domain.finding import Severity
from vanban.domain.issued import AwaitedNumber
from vanban.domain.law_pack import Law, LawPack
from vanban.domain.law_text import Certainty
from vanban.domain.year import Year
from vanban.ingest import read_law_pack
from vanban.kinds import KINDS
from vanban.kinds.form_day import form_day
from vanban.kinds.papers.certificate import certified
from vanban.law.book import every_change
from vanban.law.citation import bases
from vanban.law.collective_standards import standards
from vanban.law.forms import form_of
from vanban.law.lapsed import lapsed
from vanban.law.organisation import office_objection, unit_named
from vanban.law.prizes import base_salary, multiple
from vanban.law.year_check import law_faults
from vanban.workflows.law_book import every_shipped_pack, shipped_law, together

FILE = Path(__file__).with_name("invented.yaml")
OLD, NEW = date(2026, 12, 31), date(2027, 1, 1)
COLLECTIVE, WORKER = EmulationTitle.ADVANCED_COLLECTIVE, EmulationTitle.ADVANCED_WORKER


def invented() -> Law:
    reading = read_law_pack(FILE.read_bytes(), FILE.name, LAW)
    assert reading.findings == ()
    assert reading.value is not None
    return together(LAW, [reading.value])


LATER = invented()


def share(day: date) -> str:
    [found] = [one for one in standards(LATER, COLLECTIVE, day) if one.rule == "advanced_collective_share"]
    return found.article


def test_the_packs_that_ship_are_whole_also_for_the_reader_of_others_packs() -> None:
    folder = Path(__file__).parents[2] / "law"
    for pack in every_shipped_pack():
        reading = read_law_pack((folder / f"{pack.key}.yaml").read_bytes(), pack.key, COUNTRY)
        assert reading.findings == ()
        assert reading.value == pack


def test_an_invented_decree_brings_a_threshold_and_a_prize_of_its_own() -> None:
    assert share(OLD) == "điểm c khoản 1 Điều 28 Luật Thi đua, khen thưởng"
    assert share(NEW) == "khoản 1 Điều 5 Nghị định số 01/2027/NĐ-CP"
    assert [multiple(LATER, WORKER, NomineeKind.PERSON, day).value for day in (OLD, NEW)] == [30, 50]


def test_it_takes_the_place_of_the_decree_before_and_what_it_does_not_say_stands_in_doubt() -> None:
    old = bases(LATER)["nghi-dinh-152-2025"]
    assert (old.valid_to, old.successor) == (OLD, "nghi-dinh-01-2027")
    [text] = [one for one in lapsed(LATER).texts if one.name.endswith("152/2025/NĐ-CP")]
    assert (text.ended, text.replacement(NEW)) == (NEW, "Nghị định số 01/2027/NĐ-CP")
    kept = multiple(LATER, EmulationTitle.GRASSROOTS_EMULATION_FIGHTER, NomineeKind.PERSON, NEW)
    assert (kept.value, kept.certainty) == (100, Certainty.TO_CHECK)
    assert "Nghị định số 152/2025/NĐ-CP đã được Nghị định số 01/2027/NĐ-CP thay thế" in kept.doubt
    assert NEW in every_change(LATER)
    assert NEW not in every_change(LAW)


def test_a_form_begins_with_its_day() -> None:
    assert [form_of(LATER, "certificate", day) for day in (OLD, NEW)] == ["certificate", "certificate-2027"]
    assert form_of(LATER, "decision", NEW) == "decision"
    [kind] = [one for one in KINDS if one.name == "certificate"]
    year = good_year(2026)
    later = changed(year, (("decision", "decided_on"), date(2027, 1, 5)))
    [key] = [key for key, one in certified(year).items() if one.kind == "decision"][:1]
    assert (form_day(kind, year, key).year, form_day(kind, later, key)) == (2026, date(2027, 1, 5))


def test_a_paper_signed_in_one_form_is_not_issued_on_a_day_of_another() -> None:
    planned = changed(good_year(2026), (("announcement", "planned_on"), OLD)).model_copy(update={"law": LATER})
    for day, told in ((OLD, []), (NEW, [Severity.ERROR])):
        own = AwaitedNumber(kind="announcement", ordinal=7, symbol="TB-UBND", issued_on=day)
        faults = law_faults(planned.model_copy(update={"issued": (own,)}))
        assert [fault.severity for fault in faults if fault.rule == "form_of_another_day"] == told


def test_a_ward_gets_another_name() -> None:
    assert office_objection(LATER, "phường Bắc Giang", OLD) is None
    objection = office_objection(LATER, "phường Bắc Giang", NEW)
    assert objection is not None
    assert "không còn từ ngày 01/01/2027 (nay là phường Sông Thương)" in objection.reason
    assert [said for _, said in lapsed(LATER).named_in("Tại phường Bắc Giang, Hội đồng", NEW)] == ["phường Bắc Giang"]


def of(province: str, locality: str, sentence: str) -> Year:
    year = changed(
        good_year(2026),
        (("office", "province"), province),
        (("office", "locality"), locality),
        (("submission", "body", 0, "text"), sentence),
    )
    return year.model_copy(update={"law": shipped_law(province)})


TEXT = "Ủy ban nhân dân phường Trần Phú, thành phố Bắc Ninh, tỉnh Bắc Giang đề nghị:"
THIRD = LawPack(
    schema_version=1,
    key="ha-tinh",
    name="Quy định của tỉnh Hà Tĩnh",
    version=1,
    dated=date(2026, 11, 30),
    provinces=("tỉnh Hà Tĩnh",),
    sources=every_shipped_pack()[1].sources[:1],
    standards=tuple(
        row.model_copy(update={"rule": "ha_tinh_certificate", "cites": (), "remark": "Quy định của tỉnh Hà Tĩnh"})
        for row in every_shipped_pack()[1].standards[:1]
    ),
)


@pytest.mark.parametrize(
    ("province", "names"),
    [
        ("tỉnh Bắc Ninh", {"phường Trần Phú", "thành phố Bắc Ninh", "tỉnh Bắc Giang"}),
        ("tỉnh Hà Tĩnh", set()),
        ("thành phố Hải Phòng", set()),
    ],
)
def test_no_place_of_one_province_is_told_in_another(province: str, names: set[str]) -> None:
    year = of(province, "phường Trần Phú" if names == set() else "phường Bắc Giang", TEXT)
    faults = law_faults(year)
    assert {fault.value for fault in faults if fault.rule == "lapsed_name"} == names
    assert [fault.rule for fault in faults if fault.rule == "office_out_of_time"] == []


@pytest.mark.parametrize("province", ["tỉnh Bắc Ninh", "tỉnh Hà Tĩnh", "thành phố Hải Phòng"])
def test_no_standard_of_one_province_is_asked_in_another(province: str) -> None:
    packs = (*every_shipped_pack(), THIRD)
    mine = Law(packs=tuple(pack for pack in packs if not pack.provinces or province in pack.provinces))
    rules = {row.rule for row in mine.standards}
    assert ("person_certificate_rating" in rules) == (province == "tỉnh Bắc Ninh")
    assert ("ha_tinh_certificate" in rules) == (province == "tỉnh Hà Tĩnh")
    assert shipped_law(province) == Law(packs=tuple(pack for pack in mine.packs if pack is not THIRD))


def test_a_ward_of_the_same_name_in_another_province_is_no_lapsed_name() -> None:
    found = [said for _, said in lapsed(LAW).named_in("Đoàn công tác phường Trần Phú, tỉnh Hà Tĩnh", date(2026, 1, 5))]
    assert found == []
    assert unit_named(shipped_law("tỉnh Hà Tĩnh"), "phường Trần Phú") is None


def test_a_judgement_before_the_amendment_is_an_error_and_from_its_day_a_warning_that_names_it() -> None:
    counted = (("collective_evaluations", 0, "fighters"), 0)
    for day, severity in ((date(2026, 9, 30), Severity.ERROR), (date(2026, 10, 1), Severity.WARNING)):
        planned = (("submission", "planned_on"), day)
        faults = law_faults(changed(good_year(2026), counted, planned))
        [fault] = [one for one in faults if one.rule == "excellent_collective_fighter"]
        assert fault.severity is severity
        assert ("Luật số 06/2026/QH16 sửa đổi" in fault.reason) == (severity is Severity.WARNING)


DECREES = (
    ("under_review", (("collective_evaluations", 0, "under_review"), "đang thanh tra")),
    ("award_is_the_wards", (("nominations", 2, "submitted"), True)),
    ("collective_certificate_rating", (("nominations", 1, "award"), "Giấy khen")),
)


@pytest.mark.parametrize(("rule", "change"), DECREES)
def test_what_a_decree_or_a_province_says_in_detail_of_the_amended_law_is_a_warning_too(rule: str, change: Any) -> None:
    """Of Điều 4 of the decree, Điều 59 on who decides, and the province's own rules."""
    poor = (("collective_evaluations", 0, "rating"), "Hoàn thành nhiệm vụ")
    for day, severity in ((date(2026, 9, 30), Severity.ERROR), (date(2026, 12, 10), Severity.WARNING)):
        planned = ((("submission", "planned_on"), day), (("decision", "decided_on"), day))
        faults = law_faults(changed(good_year(2026), change, poor, *planned))
        [fault, *_] = [one for one in faults if one.rule == rule]
        assert fault.severity is severity
        assert ("Luật số 06/2026/QH16 sửa đổi" in fault.reason) == (severity is Severity.WARNING)


def test_the_base_salary_of_july_2026_is_sure_enough_to_be_used_and_says_its_source() -> None:
    found = base_salary(LAW, date(2026, 7, 1))
    assert (found.value, found.article) == (2_530_000, "khoản 2 Điều 3 Nghị định số 161/2026/NĐ-CP")
    assert found.certainty is Certainty.SECONDARY
    assert LAW.successor("nghi-dinh-73-2024") is LAW.texts["nghi-dinh-161-2026"]
    assert LAW.spans["nghi-dinh-73-2024"].last == date(2026, 7, 1) - timedelta(days=1)
