"""One type of receiver for every sort: what it is called, where its papers go, in which order lists have it."""

from __future__ import annotations

from datetime import date

import pytest
from sample_year import sample_year

from vanban.domain.award import Commendation, EmulationTitle, NomineeKind
from vanban.domain.consistency import check
from vanban.domain.finding import Severity
from vanban.domain.gender import Gender
from vanban.domain.nomination import Nomination
from vanban.domain.outsider import Outsider
from vanban.domain.receiver import SORTS, receiver
from vanban.domain.registration import Household
from vanban.domain.selection import CouncilVote
from vanban.domain.year import Year
from vanban.kinds.papers import award_list, certificate, decision, nominee_list
from vanban.law.year_check import law_faults

CERTIFICATE = Commendation.CERTIFICATE
HOUSEHOLD = Household(
    key="ho-bac", group="g0", head="Ngô Thị Lụa", gender=Gender.FEMALE, members=4, address="Số 12, đường Lê Lợi"
)
DONOR = Outsider(
    key="cong-ty-an-binh",
    name="Công ty TNHH An Bình",
    kind=NomineeKind.COLLECTIVE,
    address="Khu công nghiệp Đình Trám",
    members=40,
)
GUEST = Outsider(
    key="khach",
    name="Hoàng Văn Khách",
    kind=NomineeKind.PERSON,
    gender=Gender.MALE,
    address="Giám đốc Công ty TNHH An Bình",
)


def with_receivers(*nominations: Nomination, day: date = date(2026, 12, 20)) -> Year:
    """The sample year of a decision under the law of two levels, with a household and two outsiders besides."""
    year = sample_year()
    assert year.decision is not None
    return year.model_copy(
        update={
            "households": (*year.households, HOUSEHOLD),
            "outsiders": (DONOR, GUEST),
            "nominations": nominations,
            "decision": year.decision.model_copy(update={"decided_on": day}),
            "votes": tuple(
                CouncilVote(nominee=row.nominee, award=row.award, in_favour=8, against=0) for row in nominations
            ),
        }
    )


def asked(nominee: str, award: Commendation | EmulationTitle = CERTIFICATE) -> Nomination:
    return Nomination(nominee=nominee, award=award, summary="Có nhiều đóng góp cho phong trào")


def test_a_household_and_outsiders_stand_in_decision_list_and_certificates_after_the_offices_own() -> None:
    year = with_receivers(asked("ho-bac"), asked("cong-ty-an-binh"), asked("g0"), asked("khach"), asked("p0"))
    made = award_list.compose(year, "")
    assert [(group.header, [row.name for row in group.rows]) for group in made.groups] == [
        ("Họ và tên", ["Hoàng Văn Khách", receiver(year, "p0").name]),
        ("Tên tập thể", ["Công ty TNHH An Bình"]),
        ("Hộ gia đình", ["Gia đình bà Ngô Thị Lụa"]),
        ("Tổ dân phố", [receiver(year, "g0").name]),
    ]
    assert made.total.startswith("Danh sách này có 02 cá nhân, 01 tập thể, 01 hộ gia đình và 01 tổ dân phố;")
    assert made.groups[2].rows[0].position == "Số 12, đường Lê Lợi, " + receiver(year, "g0").name
    sheets = {key: certificate.compose(year, key) for key in certificate.KIND.keys(year)}
    assert sheets["ho-bac"].name.text == "Gia đình bà Ngô Thị Lụa"
    assert sheets["khach"].name.text == "Ông Hoàng Văn Khách"
    assert sheets["khach"].place.text == "Giám đốc Công ty TNHH An Bình"
    said = [line.text for article in decision.compose(year, "").articles for line in article.lines]
    assert "3. Hình thức Giấy khen cho 01 hộ gia đình:" in said


def test_a_households_certificate_goes_through_its_group_and_an_outsiders_through_nobody() -> None:
    year = with_receivers(asked("ho-bac"), asked("khach"))
    assert certificate.KIND.receivers(year, "ho-bac") == ("g0",)
    assert certificate.KIND.receivers(year, "khach") == ()


def test_a_household_that_goes_on_to_a_higher_level_has_a_table_of_its_own() -> None:
    year = with_receivers(asked("ho-bac", Commendation.PROVINCIAL_MERIT_CERTIFICATE))
    made = nominee_list.compose(year, "")
    assert [row.address for row in made.households] == ["Số 12, đường Lê Lợi, " + receiver(year, "g0").name]
    assert (made.individuals, made.collectives) == ((), ())
    assert made.total == "Danh sách này có 01 hộ gia đình./."


@pytest.mark.parametrize("nominee", ["ho-bac", "cong-ty-an-binh", "c1"])
def test_an_award_that_the_law_gives_to_people_alone_is_refused_to_another_sort(nominee: str) -> None:
    year = with_receivers(asked(nominee, EmulationTitle.ADVANCED_WORKER), day=date(2024, 12, 20))
    [fault] = [one for one in law_faults(year) if one.rule == "award_of_another_sort"]
    assert (fault.path, fault.severity) == (("nominations", 0, "award"), Severity.ERROR)
    assert "“Lao động tiên tiến”" in fault.reason


def test_a_household_may_not_take_the_key_of_another_receiver_and_many_may_have_none() -> None:
    year = with_receivers()
    twice = year.model_copy(update={"households": (HOUSEHOLD.model_copy(update={"key": "P0"}),)})
    [fault] = [one for one in check(twice) if one.path == ("households", 0, "key")]
    assert "cá nhân ở dòng thứ 1" in fault.reason
    nameless = HOUSEHOLD.model_copy(update={"key": ""})
    other = nameless.model_copy(update={"head": "Ngô Văn Gấm"})
    found = check(year.model_copy(update={"households": (nameless, other)}))
    assert not [one for one in found if one.path[0] == "households" and "key" in one.path]


def test_a_person_has_one_title_and_a_field_goes_before_the_rule() -> None:
    year = sample_year()
    person = year.people[0].model_copy(update={"position": "Trưởng phòng"})
    unit = year.collectives[0].model_copy(update={"key": person.collective, "name": "Phòng Văn hóa - Xã hội"})
    year = year.model_copy(update={"people": (person,), "collectives": (unit,)})
    assert receiver(year, person.key).title == "Trưởng Phòng Văn hóa - Xã hội"
    own = person.model_copy(update={"full_title": "Bí thư Chi bộ, Trưởng phòng"})
    assert receiver(year.model_copy(update={"people": (own,)}), person.key).title == "Bí thư Chi bộ, Trưởng phòng"


def test_every_sort_of_receiver_is_a_part_of_the_year_and_can_be_nominated() -> None:
    assert set(SORTS) <= set(Year.model_fields)
    year = with_receivers(*(asked(key) for key in ("p0", "c1", "g0", "ho-bac", "khach")))
    assert not [one for one in check(year) if one.path[0] == "nominations" and one.severity is Severity.ERROR]
