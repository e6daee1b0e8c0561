"""The sample year reads whole, holds together, and shows every case that a document has to deal with."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.domain.award import Commendation, EmulationTitle
from vanban.domain.consistency import check
from vanban.domain.figures import figures_within
from vanban.domain.receiver import receiver
from vanban.domain.target import is_met
from vanban.domain.text import text_faults
from vanban.domain.tone import with_new_tone_placement
from vanban.domain.wording import percentage
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.ingest import read_year
from vanban.kinds.parts.figures import Figures
from vanban.law.council_check import vote_faults
from vanban.law.ward_awards import granted, submitted, ward_faults
from vanban.workflows.check import EVERY_PART, year_of

DATA = Path(__file__).parents[2] / "data"


SCORED = {"criteria", "scorings", "scores"}
OF_OTHER_SYSTEMS = {"other_awards", "other_nominations"}
OF_SOME_OFFICES = {"certificate_stock", "complaints"}
NOT_IN_THE_SAMPLE = {"targets", "documents", "dates_to_confirm", *SCORED, *OF_OTHER_SYSTEMS, *OF_SOME_OFFICES}
"""Its targets stand in its plan; it has no papers besides, no year that it began from, scores nobody, and proposes
nobody for the titles of other systems; it prints on plain paper, and nobody complained."""


@pytest.fixture(scope="module")
def sample() -> Year:
    files = {
        f"{folder}/{path.name}": path.read_bytes()
        for folder in ("office", "2024")
        for path in sorted((DATA / folder).iterdir())
    }
    reading = read_year(files, WorkYear(2024), EVERY_PART)
    assert [str(finding) for finding in reading.findings] == []
    assert reading.value is not None
    return year_of(WorkYear(2024), reading.value)


def test_the_sample_year_has_no_fault(sample: Year) -> None:
    assert check(sample) == ()


def test_every_part_of_a_year_has_its_sample() -> None:
    present = {path.stem for folder in ("office", "2024") for path in (DATA / folder).iterdir()}
    assert present == {part.stem for part in EVERY_PART} - NOT_IN_THE_SAMPLE


def test_every_group_registers_and_one_leaves_its_title_open(sample: Year) -> None:
    assert len(sample.groups) == 14
    assert [row.group for row in sample.group_registrations] == [group.key for group in sample.groups]
    assert [row.group for row in sample.group_registrations if row.title is None] == ["tdp-09"]
    assert any(row.commitments == () for row in sample.group_registrations)
    assert any(len(row.commitments) > 1 for row in sample.group_registrations)


def test_every_person_registers_and_some_collectives_do_not(sample: Year) -> None:
    assert [row.person for row in sample.individual_registrations] == [person.key for person in sample.people]
    assert len(sample.people) == 14
    assert (len(sample.collectives), len(sample.collective_registrations)) == (17, 11)


def test_two_people_and_the_office_are_submitted_with_their_achievements(sample: Year) -> None:
    assert [(row.nominee, row.award) for row in submitted(sample)] == [
        ("tran-thi-b", EmulationTitle.GRASSROOTS_EMULATION_FIGHTER),
        ("le-van-c", EmulationTitle.GRASSROOTS_EMULATION_FIGHTER),
        ("co-quan-ubnd", EmulationTitle.ADVANCED_COLLECTIVE),
    ]
    assert [row.nominee for row in sample.achievements] == [row.nominee for row in sample.nominations]
    people = [row for row in submitted(sample) if receiver(sample, row.nominee).is_person]
    registered = {row.person: row.initiative for row in sample.individual_registrations}
    recognised = {row.nominee: [one.name for one in row.initiatives] for row in sample.achievements}
    assert all(registered[row.nominee] in recognised[row.nominee] for row in people)


def test_the_ward_decides_itself_on_advanced_workers_and_certificates_that_the_council_passed(sample: Year) -> None:
    assert [(row.nominee, row.award) for row in granted(sample)] == [
        ("pham-thi-d", EmulationTitle.ADVANCED_WORKER),
        ("hoang-van-e", EmulationTitle.ADVANCED_WORKER),
        ("do-thi-g", EmulationTitle.ADVANCED_WORKER),
        ("vu-van-h", Commendation.CERTIFICATE),
        ("truong-tieu-hoc", Commendation.CERTIFICATE),
    ]
    assert ward_faults(sample) == ()


def test_every_measure_has_a_result_and_two_are_not_met(sample: Year) -> None:
    assert [(target.key, measure.key) for target, measure, result in sample.measures() if result is None] == []
    judged = {
        (target.key, measure.key): is_met(measure, result)
        for target, measure, result in sample.measures()
        if result is not None
    }
    assert [key for key, met in judged.items() if met is False] == [
        ("giai-phong-mat-bang", "hoan_thanh"),
        ("dan-so", "ty_le"),
    ]
    # What the city decides on is not known yet.
    assert [key for key, met in judged.items() if met is None] == [
        ("can-bo-cong-chuc", "chien_si"),
        ("can-bo-cong-chuc", "tap_the"),
    ]


def test_the_share_of_cultural_groups_is_the_share_of_groups(sample: Year) -> None:
    results = {(row.target, row.measure): row for row in sample.results}
    assert results["to-dan-pho-van-hoa", "ty_le"].note == "13/14 tổ dân phố"
    assert str(results["to-dan-pho-van-hoa", "ty_le"].achieved) == "92.9"


def test_the_share_of_cultural_families_is_what_the_groups_selected(sample: Year) -> None:
    selected = sum(row.cultural_families for row in sample.group_meetings)
    households = sum(group.households for group in sample.groups)
    results = {(row.target, row.measure): row.achieved for row in sample.results}
    assert percentage(selected, households) == "98,4%"
    assert str(results["gia-dinh-van-hoa", "ty_le"]) == "98.4"
    assert [row.group for row in sample.group_meetings] == [group.key for group in sample.groups]


def test_every_nominee_has_the_votes_and_one_candidate_has_not(sample: Year) -> None:
    assert vote_faults(sample) == ()
    nominated = {(row.nominee, row.award) for row in sample.nominations}
    voted = {(row.nominee, row.award) for row in sample.votes}
    assert nominated < voted
    assert {nominee for nominee, _ in voted - nominated} == {"ngo-thi-m"}


def test_no_two_sample_people_share_a_name(sample: Year) -> None:
    names = [person.name for person in sample.people]
    names += [name for group in sample.groups for name in (group.leader, group.front_head)]
    heads = {collective.head for collective in sample.collectives} - set(names)
    assert len(names) == len(set(names))
    assert heads == {"Vũ Trí Khánh", "Trịnh Văn U", "Cao Văn V"}


def test_composing_fills_in_just_the_figures_that_checking_allows(sample: Year) -> None:
    assert set(Figures(sample)) == set(figures_within("annual_report"))
    assert all(Figures(sample).values())
    own = Figures(sample, "campaign_plan", sample.campaigns[0].key)
    assert set(own) == set(figures_within("campaigns"))
    assert all(own.values())


def own_texts() -> list[Path]:
    """The texts that the project wrote itself: all but the real plan."""
    return sorted(path for path in DATA.rglob("*.yaml") if path.name != "plan.yaml")


@pytest.mark.parametrize("path", [*own_texts(), DATA / "README.md"], ids=lambda path: path.name)
def test_own_texts_are_clean_and_place_tones_the_new_way(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text_faults(text) == ()
    assert with_new_tone_placement(text) == text


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yaml")), ids=lambda path: path.name)
def test_every_text_file_says_what_is_real_and_what_is_sample(path: Path) -> None:
    head = path.read_text(encoding="utf-8").partition("\n\n")[0]
    assert head.startswith("# ")
    assert "mẫu" in head or "thật" in head


def test_the_readme_of_the_data_names_every_file() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    missing = [path.name for path in DATA.rglob("*") if path.suffix in (".yaml", ".xlsx") and path.name not in readme]
    assert missing == []
