from __future__ import annotations

from datetime import date

import pytest
from shipped_packs import LAW

from vanban.domain.award import Award, Commendation, EmulationTitle
from vanban.domain.dossier_paper import DossierPart
from vanban.domain.level import CommendationOccasion as Occasion
from vanban.law.dossiers import dossier_parts, missing_parts

OLD, NEW = date(2024, 12, 2), date(2025, 7, 1)
FIGHTER = EmulationTitle.GRASSROOTS_EMULATION_FIGHTER
P = DossierPart


@pytest.mark.parametrize("day", [OLD, NEW])
@pytest.mark.parametrize("award", [*EmulationTitle, *Commendation])
def test_a_whole_dossier_lacks_nothing_and_each_paper_is_missed(award: Award, day: date) -> None:
    stated = dossier_parts(LAW, award, day)
    assert missing_parts(dossier_parts(LAW, award, day), award, stated.value, "Nguyễn Văn A") == ()
    for part in stated.value:
        (objection,) = missing_parts(dossier_parts(LAW, award, day), award, set(stated.value) - {part}, "Nguyễn Văn A")
        assert part in objection.reason
        assert objection.article == stated.article


def test_a_fighter_needs_the_ballot_and_a_confirmation() -> None:
    parts = (P.SUBMISSION, P.ACHIEVEMENT_REPORT, P.SELECTION_MINUTES)
    assert dossier_parts(LAW, EmulationTitle.ADVANCED_WORKER, OLD).value == parts
    assert dossier_parts(LAW, FIGHTER, OLD).value == (*parts, P.BALLOT_RESULT, P.CONFIRMATION)
    assert [
        str(objection)
        for objection in missing_parts(
            dossier_parts(LAW, FIGHTER, OLD), FIGHTER, {*parts, P.CONFIRMATION}, "Nguyễn Văn A"
        )
    ] == [
        "Nguyễn Văn A: Hồ sơ đề nghị “Chiến sĩ thi đua cơ sở” thiếu: Kết quả bỏ phiếu của Hội đồng. "
        "(khoản 1 Điều 84 Luật Thi đua, khen thưởng; khoản 2 Điều 34 Nghị định số 98/2023/NĐ-CP) "
        "Hãy bổ sung: Kết quả bỏ phiếu của Hội đồng."
    ]


def test_since_july_2025_the_province_sets_the_details() -> None:
    assert dossier_parts(LAW, FIGHTER, NEW).article == (
        "khoản 1 Điều 84 Luật Thi đua, khen thưởng; điểm c khoản 2 Điều 6 Nghị định số 152/2025/NĐ-CP "
        "(tỉnh quy định chi tiết)"
    )


def test_a_sudden_achievement_goes_the_simple_way() -> None:
    stated = dossier_parts(LAW, Commendation.CERTIFICATE, OLD, Occasion.SUDDEN)
    assert stated.value == (P.SUBMISSION, P.SUMMARY)
    assert stated.article == "điểm b khoản 1 Điều 85 Luật Thi đua, khen thưởng"


def test_households_go_the_way_of_decree_86_once_it_is_in_force() -> None:
    family = EmulationTitle.CULTURAL_FAMILY
    assert dossier_parts(LAW, family, date(2024, 1, 29)).value[0] is P.SUBMISSION
    assert dossier_parts(LAW, family, date(2024, 1, 30)).value == (P.PROPOSAL, P.HOUSEHOLD_SUMMARY, P.SELECTION_MINUTES)
