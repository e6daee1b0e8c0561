from __future__ import annotations

from datetime import date, timedelta

import pytest
from shipped_packs import LAW

from vanban.domain.award import Commendation, EmulationTitle, NomineeKind
from vanban.domain.law_text import Certainty
from vanban.errors import NoLawBook
from vanban.law.book import book_for, differences, every_change
from vanban.law.prizes import awards_with_prizes
from vanban.law.provision import cited

AWARDS = awards_with_prizes(LAW)
OLD, NEW = date(2024, 12, 2), date(2025, 12, 20)
FIGHTER = EmulationTitle.GRASSROOTS_EMULATION_FIGHTER


def printed(day: date, topic: str) -> list[str]:
    return [line.value for line in book_for(LAW, day).rows() if line.topic == topic]


def test_every_award_of_every_kind_of_nominee_has_all_its_rules() -> None:
    assert {award for award, _ in AWARDS} == {*EmulationTitle, *Commendation}
    for day in every_change(LAW):
        for award, kind in AWARDS:
            rules = book_for(LAW, day).rules(award, kind)
            assert rules.standards
            assert rules.dossier.value
            assert rules.prize.amount > 0


@pytest.mark.parametrize("day", every_change(LAW))
def test_every_row_says_where_it_comes_from_how_sure_it_is_and_holds_on_its_day(day: date) -> None:
    for line in book_for(LAW, day).rows():
        assert all((line.topic, line.value, line.article, line.source))
        assert line.certainty in set(Certainty)
        first, last = (
            date(*map(int, reversed(text.split("/")))) for text in (line.valid_from or "01/01/1945", "01/01/9999")
        )
        assert first <= day <= last


def test_the_rows_of_a_fighter_in_2024() -> None:
    topic = "“Chiến sĩ thi đua cơ sở” - cá nhân"
    assert printed(OLD, f"{topic}: thẩm quyền") == [
        "Chủ tịch Ủy ban nhân dân cấp huyện quyết định; Chủ tịch Ủy ban nhân dân cấp xã đề nghị"
    ]
    assert printed(OLD, f"{topic}: bình xét") == ["Bỏ phiếu, từ 80% trở lên tính trên tổng số thành viên Hội đồng"]
    assert printed(OLD, f"{topic}: tiền thưởng") == ["1 lần mức lương cơ sở = 2.340.000 đồng"]
    assert printed(OLD, "Giấy khen - hộ gia đình: tiền thưởng") == ["0,45 lần mức lương cơ sở = 1.060.000 đồng"]


def test_what_is_uncertain_is_printed_so() -> None:
    unsure = {line.topic for line in book_for(LAW, NEW).rows() if line.certainty == Certainty.TO_CHECK}
    assert {
        "“Gia đình văn hóa” - hộ gia đình: tiền thưởng",
        "Giấy khen - cá nhân: tiền thưởng",
        "“Chiến sĩ thi đua cơ sở” - cá nhân: bình xét",
        "Một sáng kiến",
    } <= unsure


def test_the_units_and_texts_of_the_day() -> None:
    assert "phường Ngô Quyền; sau đó là phường Bắc Giang" in printed(OLD, "Đơn vị hành chính")
    assert printed(NEW, "Đơn vị hành chính") == ["phường Bắc Giang", "tỉnh Bắc Ninh"]
    assert "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023" in printed(OLD, "Văn bản đang có hiệu lực")
    assert "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023" not in printed(NEW, "Văn bản đang có hiệu lực")
    assert "Thông tư số 01/2024/TT-BNV ngày 24/02/2024" not in printed(date(2024, 2, 1), "Văn bản đang có hiệu lực")


def test_the_two_regimes_stand_side_by_side() -> None:
    pairs = {
        (old or new).topic: (old and old.value, new and new.value)  # type: ignore[union-attr]
        for old, new in differences(LAW, date(2025, 6, 30), date(2025, 7, 1))
    }
    assert pairs["“Chiến sĩ thi đua cơ sở” - cá nhân: thẩm quyền"] == (
        "Chủ tịch Ủy ban nhân dân cấp huyện quyết định; Chủ tịch Ủy ban nhân dân cấp xã đề nghị",
        "Chủ tịch Ủy ban nhân dân cấp xã quyết định; tập thể, đơn vị cơ sở đề nghị",
    )
    assert pairs["“Tập thể lao động xuất sắc” - tập thể: thẩm quyền"] == (
        "Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định; Chủ tịch Ủy ban nhân dân cấp huyện đề nghị (theo thông lệ)",
        "Chủ tịch Ủy ban nhân dân cấp tỉnh quyết định; Chủ tịch Ủy ban nhân dân cấp xã đề nghị",
    )
    assert "Mức lương cơ sở" not in pairs
    assert differences(LAW, OLD, OLD) == ()


@pytest.mark.parametrize("day", every_change(LAW)[1:])
def test_rules_change_on_the_days_of_change(day: date) -> None:
    assert any(not _is_text(pair) for pair in differences(LAW, day - timedelta(days=1), day))


@pytest.mark.parametrize("position", range(len(every_change(LAW)) - 1))
def test_rules_do_not_change_in_between(position: int) -> None:
    first, last = every_change(LAW)[position], every_change(LAW)[position + 1] - timedelta(days=1)
    assert all(_is_text(pair) for pair in differences(LAW, first, last))


def _is_text(pair: tuple[object, object]) -> bool:
    return any(getattr(line, "topic", "") == "Văn bản đang có hiệu lực" for line in pair)


def test_a_collective_has_no_rules_for_a_title_of_people() -> None:
    with pytest.raises(KeyError):
        book_for(LAW, OLD).rules(FIGHTER, NomineeKind.COLLECTIVE)


def test_before_2024_there_is_no_book() -> None:
    with pytest.raises(NoLawBook):
        book_for(LAW, date(2023, 12, 31))


@pytest.mark.parametrize("day", [date(2024, 6, 1), date(2026, 12, 1)])
def test_every_fact_of_the_packs_is_printed_with_its_article_source_kind_and_certainty(day: date) -> None:
    rows = book_for(LAW, day).rows()
    articles = {row.article for row in rows}
    held = [one for pack in LAW.packs for one in pack.provisions() if LAW.period(one).covers(day)]
    assert [cited(LAW, one) for one in held if cited(LAW, one) not in articles] == []
    assert [row.topic for row in rows if not (row.value and row.source and row.source_kind and row.certainty)] == []
    assert any("từ 90% trở lên" in row.value for row in rows), "the vote of the province's council"
