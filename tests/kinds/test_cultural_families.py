"""“Gia đình văn hóa”: one decision of the office's head, the list of its families unit by unit, a certificate each."""

from __future__ import annotations

from datetime import date

from sample_year import sample_year
from shipped_templates import template_of

from vanban.domain.consistency import check
from vanban.domain.finding import Severity
from vanban.domain.people import Unit
from vanban.domain.registration import Household
from vanban.domain.year import Year
from vanban.kinds import KINDS
from vanban.kinds.kind import Kind
from vanban.kinds.packs import packs
from vanban.kinds.papers.family_list import FamilyListContext
from vanban.kinds.parts.figures import Figures
from vanban.word import text_of

DECISION, LIST, CERTIFICATE = "family_decision", "family_list", "family_certificate"
KNOWN = {kind.name: kind for kind in KINDS}


def thon_year(families: int, units: int = 9) -> Year:
    """A commune of that many thôn, with families that passed and one that did not."""
    year = sample_year()
    groups = tuple(
        Unit(key=f"thon-{n:02d}", name=f"Thôn {n}", leader="Lê Văn C", front_head="Phạm Thị D", households=200)
        for n in range(1, units + 1)
    )
    rows = tuple(
        Household(
            group=groups[n % units].key, head=f"Nguyễn Văn {n % 40}", members=3, address=f"Số {n}", recognised=True
        )
        for n in range(families)
    )
    failed = Household(group="thon-01", head="Trần Văn Không", members=2, recognised=False)
    return year.model_copy(update={"groups": groups, "households": (*rows, failed), "group_meetings": ()})


def composed(year: Year, kind: str, key: str = "") -> str:
    """The words of a document, as its file has them."""
    one: Kind = KNOWN[kind]
    return text_of(template_of(kind).render(one.compose(year, key)))


def test_1255_families_are_listed_by_unit_and_numbered_through() -> None:
    year = thon_year(1255)
    made = KNOWN[LIST].compose(year, "")
    assert isinstance(made, FamilyListContext)
    assert [unit.title for unit in made.units][:2] == ["I. Thôn 1: 140 hộ", "II. Thôn 2: 140 hộ"]
    assert [row.ordinal for unit in made.units for row in unit.rows] == [str(n) for n in range(1, 1256)]
    assert "1.255 hộ gia đình" in made.total and "69,7% tổng số 1.800 hộ" in made.total
    assert "Trần Văn Không" not in composed(year, LIST)


def test_the_decision_counts_the_families_of_each_unit_and_their_money() -> None:
    year = thon_year(1255)
    said = composed(year, DECISION)
    assert "cho 1.255 hộ của 09 tổ dân phố (69,7%), gồm:" in said and "- Thôn 9: 139 hộ." in said
    figures = Figures(year, DECISION)
    assert (figures["families_prize"], figures["families_prize_total"]) == ("240.000 đồng", "301.200.000 đồng")


def test_every_family_gets_a_certificate_under_its_number_in_its_unit_s_pack() -> None:
    year = thon_year(20, units=3)
    keys = KNOWN[CERTIFICATE].keys(year)
    assert len(keys) == len(set(keys)) == 20 and "thon-01-nguyen-van-0" in keys
    said = composed(year, CERTIFICATE, "thon-02-nguyen-van-1")
    assert "GIA ĐÌNH VĂN HÓA" in said and "Nguyễn Văn 1" in said and "Số 1, Thôn 2" in said and "Số sổ vàng: 8" in said
    known = {pack.slug: pack.documents for pack in packs(year)}
    assert (CERTIFICATE, "thon-02-nguyen-van-1") in known["gui-thon-02"]


def test_two_families_of_one_name_in_one_unit_have_certificates_of_their_own() -> None:
    year = thon_year(0)
    twins = tuple(Household(group="thon-01", head="Lê Thị B", members=n, recognised=True) for n in (2, 5))
    keys = KNOWN[CERTIFICATE].keys(year.model_copy(update={"households": twins}))
    assert keys == ("thon-01-le-thi-b", "thon-01-le-thi-b-2")


def test_there_is_no_decision_without_a_family_or_without_its_text() -> None:
    for year in (thon_year(0), thon_year(3).model_copy(update={"family_decision": None})):
        assert [KNOWN[kind].keys(year) for kind in (DECISION, LIST, CERTIFICATE)] == [(), (), ()]


def test_a_family_that_may_not_be_considered_and_another_number_in_the_minutes_are_told() -> None:
    year = thon_year(9)
    row = year.households[0].model_copy(update={"excluded_by": "Có người vi phạm pháp luật"})
    meeting = sample_year().group_meetings[0].model_copy(update={"group": "thon-01", "cultural_families": 5})
    year = year.model_copy(update={"households": (row, *year.households[1:]), "group_meetings": (meeting,)})
    told = {fault.path: fault for fault in check(year) if fault.path[0] in ("households", "group_meetings")}
    assert told["households", 0, "recognised"].severity is Severity.ERROR
    assert "01 hộ" in told["group_meetings", 0, "cultural_families"].reason


def test_from_july_2025_the_prize_is_that_of_the_new_decree() -> None:
    year = thon_year(10)
    assert year.family_decision is not None
    later = year.family_decision.model_copy(update={"decided_on": date(2026, 12, 5)})
    figures = Figures(year.model_copy(update={"family_decision": later}), DECISION)
    assert figures["families_prize"] in ("234.000 đồng", "253.000 đồng", "260.000 đồng", "240.000 đồng")
