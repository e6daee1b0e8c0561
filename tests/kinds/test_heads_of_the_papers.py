"""The head of a paper: the compact sizes where names are long, air under rules, phrases that stay whole."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from law.good_year import good_year
from shipped_templates import template_of

from vanban.domain.issued import IssuedNumber
from vanban.domain.phrases import unparted
from vanban.kinds import KINDS
from vanban.kinds.papers import campaign_plan, campaign_submission, council_minutes
from vanban.kinds.parts.letterhead import heading, unit_letterhead
from vanban.kinds.parts.reference import attached_to
from vanban.word import outline


def built(kind: str, context: object) -> bytes:
    return template_of(kind).render(context)


def test_a_council_under_its_committee_is_printed_in_the_compact_sizes_of_the_decree() -> None:
    year = good_year(2024)
    for kind, made in (
        ("campaign_submission", campaign_submission.KIND.compose(year, "dien-bien-phu")),
        ("council_minutes", council_minutes.compose(year, "")),
    ):
        said = outline(built(kind, made), kind)
        (parent,) = (line for line in said.splitlines() if line.endswith("⟩ UBND PHƯỜNG NGÔ QUYỀN"))
        (state,) = (line for line in said.splitlines() if "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in line)
        (motto,) = (line for line in said.splitlines() if "Độc lập - Tự do - Hạnh phúc" in line)
        assert (" 12⟩" in parent, " 12 đậm" in state, " 13 đậm" in motto) == (True, True, True)


def test_a_committee_of_two_lines_keeps_the_usual_sizes() -> None:
    year = good_year(2024)
    said = outline(built("campaign_plan", campaign_plan.compose(year, "dien-bien-phu")), "x")
    (state,) = (line for line in said.splitlines() if "CỘNG HÒA XÃ HỘI" in line)
    assert " 13 đậm" in state


def test_compact_is_chosen_only_where_it_saves_a_line() -> None:
    year = good_year(2024)
    assert not unit_letterhead(year, (), ("Ủy ban nhân dân", "phường Ngô Quyền")).compact
    assert unit_letterhead(year, ("UBND phường Ngô Quyền",), ("Tổ dân phố số 1",)).compact
    assert not unit_letterhead(year, ("UBND phường A",), ("Phòng B", "và C")).compact


def test_rules_keep_three_points_of_air_under_the_text() -> None:
    data = built("campaign_plan", campaign_plan.compose(good_year(2024), "dien-bien-phu"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body, styles = (package.read(f"word/{name}.xml").decode() for name in ("document", "styles"))
    assert 'w:space="0" w:color="000000"/></w:pBdr><w:spacing w:before="60"' in body
    rule = styles[styles.index('w:styleId="DuongKe"') :]
    assert 'w:before="60"' in rule[: rule.index("</w:style>")]


@pytest.mark.parametrize(
    ("subject", "whole"),
    [
        ("Về việc tặng Giấy khen trong đợt thi đua chào mừng 70 năm Chiến thắng Điện Biên Phủ", "chào mừng"),
        ("Về việc tặng Giấy khen cho cá nhân, tập thể có thành tích đột xuất trong chữa cháy", "cá nhân,"),
        ("Tổng hợp kết quả đăng ký thi đua của các tập thể, cá nhân trên địa bàn năm 2024", "năm 2024"),
        ("Về việc ủy quyền của Chủ tịch Ủy ban nhân dân thành phố trong công tác khen thưởng", "Chủ tịch"),
    ],
)
def test_a_heading_breaks_between_phrases(subject: str, whole: str) -> None:
    made = heading("QUYẾT ĐỊNH", subject).subject
    assert "\n" in made
    assert whole in made


@pytest.mark.parametrize("ordinal", ["05", None])
@pytest.mark.parametrize(
    ("kind", "document", "key"),
    [("award_list", "decision", ""), ("target_assignment", "plan", ""), ("nominee_list", "submission", "")],
)
def test_the_line_that_names_the_document_of_an_annex_breaks_between_phrases(
    kind: str, document: str, key: str, ordinal: str | None
) -> None:
    for office in ("Ủy ban nhân dân phường Ngô Quyền", "Ủy ban nhân dân xã Hoàng Hoa Thám - Tân Tiến Bắc"):
        year = good_year(2024)
        year = year.model_copy(update={"office": year.office.model_copy(update={"name": office})})
        if ordinal:
            issued = IssuedNumber(kind=document, key=key, ordinal=5, symbol="/QĐ-UBND", issued_on=date(2024, 12, 10))
            year = year.model_copy(update={"issued": (issued,)})
        (made,) = (one for one in KINDS if one.name == kind)
        context = made.compose(year, key)
        said = " ".join(context.attached_to.split("\n"))
        assert said == attached_to(year, document, key)
        for whole in (
            "Chủ tịch",
            "Ủy ban",
            "nhân dân",
            "năm 2024",
            "ngày 10 tháng 12 năm 2024" if ordinal else "ngày      tháng",
        ):
            assert said.count(whole) == context.attached_to.count(whole)


@given(st.text(alphabet="Về việc cá nhân, tập thể năm 2024 \u00a0Điện Biên Phủ-/12", max_size=80))
def test_pieces_of_a_heading_are_its_words(text: str) -> None:
    assert " ".join(unparted(text)).split() == text.split()


def test_who_signs_with_two_posts_has_the_second_broken_between_words() -> None:
    lines = campaign_submission.KIND.compose(good_year(2024), "dien-bien-phu").closing.other_position.split("\n")
    assert lines == ["PHÓ CHỦ TỊCH", "UBND PHƯỜNG"]
