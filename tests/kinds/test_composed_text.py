"""What composing does to long, missing and final text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_year import sample_year

from vanban.domain import typeface
from vanban.domain.document import Recipient
from vanban.domain.measure import mm, pt
from vanban.domain.text_tree import LineRole
from vanban.kinds.papers import collective_registration, group_registration, individual_registration, submission
from vanban.kinds.parts.form import commitments, introduction, unit_head
from vanban.kinds.parts.letterhead import heading, rule_under
from vanban.kinds.parts.line_breaks import balanced, in_capitals
from vanban.kinds.parts.text import TextLine, ended
from vanban.law import nd30

WORDS = st.lists(st.sampled_from(("tổ", "phường", "khen thưởng", "nghiêng", "ỦY BAN")), min_size=1, max_size=40)


def test_a_subject_that_fits_stands_on_one_line_as_it_was_written() -> None:
    made = heading("KẾ HOẠCH", "Tổ chức phát động phong trào thi đua năm 2024")
    assert made.subject == "Tổ chức phát động phong trào thi đua năm 2024"
    assert made.subject_rule == rule_under((made.subject,), nd30.Part.SUBJECT)


def test_a_long_subject_breaks_where_its_lines_are_about_as_long_and_the_rule_fits_the_longest() -> None:
    subject = "Về việc đề nghị tặng danh hiệu thi đua và hình thức khen thưởng cho các tập thể, cá nhân năm 2024"
    made = heading("TỜ TRÌNH", subject)
    lines = made.subject.split("\n")
    assert lines == [
        "Về việc đề nghị tặng danh hiệu thi đua và hình thức",
        "khen thưởng cho các tập thể, cá nhân năm 2024",
    ]
    longest = typeface.longest(lines, pt(14), bold=True)
    assert longest.points / 3 <= made.subject_rule.points <= longest.points / 2


@given(words=WORDS, column=st.integers(min_value=40, max_value=160))
def test_balancing_keeps_every_word_in_no_more_lines_and_none_too_wide(words: list[str], column: int) -> None:
    text = " ".join(words)
    greedy = typeface.wrap(text, pt(14), mm(column), bold=True)
    lines = balanced(text, nd30.Part.SUBJECT, mm(column))
    assert " ".join(lines) == text
    assert len(lines) == len(greedy)
    assert typeface.longest(lines, pt(14), bold=True) <= max(typeface.longest(greedy, pt(14), bold=True), mm(column))


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Tổ dân phố số 1", ["TỔ DÂN PHỐ SỐ 1"]),
        ("Bộ phận Văn phòng - Thống kê", ["BỘ PHẬN", "VĂN PHÒNG - THỐNG KÊ"]),
        ("Trường Mầm non Ngô Quyền", ["TRƯỜNG MẦM NON", "NGÔ QUYỀN"]),
        ("Trường Trung học cơ sở Ngô Quyền", ["TRƯỜNG TRUNG HỌC", "CƠ SỞ NGÔ QUYỀN"]),
        ("Hội Liên hiệp Phụ nữ phường Ngô Quyền", ["HỘI LIÊN HIỆP PHỤ NỮ", "PHƯỜNG NGÔ QUYỀN"]),
        ("UBND thành phố Bắc Giang", ["UBND", "THÀNH PHỐ BẮC GIANG"]),
        ("Phòng Giáo dục và Đào tạo", ["PHÒNG GIÁO DỤC", "VÀ ĐÀO TẠO"]),
        ("HỘI ĐỒNG", ["HỘI ĐỒNG"]),
        ("Trungtâmnghiêncứuthiđuakhenthưởngphường Ngô", ["TRUNGTÂMNGHIÊNCỨUTHIĐUAKHENTHƯỞNGPHƯỜNG", "NGÔ"]),
    ],
)
def test_a_name_in_capitals_breaks_where_a_part_of_it_begins(name: str, lines: list[str]) -> None:
    assert list(in_capitals(name, nd30.Part.ISSUER, nd30.LETTERHEAD_COLUMNS[0])) == lines


def test_names_of_units_break_in_their_column_and_the_rule_fits_what_is_printed() -> None:
    made = unit_head(sample_year(), "Trường Trung học cơ sở Sông Thương", "Phòng Giáo dục và Đào tạo")
    assert made.parent_lines == ("PHÒNG GIÁO DỤC", "VÀ ĐÀO TẠO")
    assert made.issuer_lines == ("TRƯỜNG TRUNG HỌC", "CƠ SỞ SÔNG THƯƠNG")
    assert made.issuer_rule == rule_under(made.issuer_lines, nd30.Part.ISSUER)


def test_the_end_mark_closes_the_last_sentence_or_stands_alone_after_a_table() -> None:
    text = TextLine(role=LineRole.TEXT, text="Kết thúc.")
    table = TextLine(role=LineRole.INSET, text="", inset="target_results")
    assert [line.text for line in ended((table, text))] == ["", "Kết thúc./."]
    assert ended((text, table)) == (text, table, TextLine(role=LineRole.TEXT, text="./."))


@pytest.mark.parametrize(
    ("written", "lines"),
    [
        ((), ()),
        ((" - ", ""), ()),
        (("- Giữ vững danh hiệu", "Không có vi phạm."), ("Giữ vững danh hiệu", "Không có vi phạm")),
    ],
)
def test_commitments_lose_their_dashes_and_stops(written: tuple[str, ...], lines: tuple[str, ...]) -> None:
    assert commitments(written) == lines


def test_what_nobody_registered_is_left_empty_for_the_template_to_dot() -> None:
    year = sample_year(rows=0)
    group = group_registration.compose(year, "g0")
    assert (group.title, group.facts[-1].value, group.commitments) == ("", "", ())
    assert collective_registration.compose(year, "a").title == ""
    person = individual_registration.compose(year, "p0")
    assert (person.title, person.initiative, person.commitments) == ("", "", ())


@pytest.mark.parametrize("subject", ["Tổ chức phong trào thi đua", "Về tổ chức phong trào thi đua"])
def test_a_form_never_says_about_twice_before_the_plans_subject(subject: str) -> None:
    year = sample_year(rows=1)
    named = year.model_copy(update={"plan": year.plan.model_copy(update={"subject": subject})})
    assert f"Kế hoạch của {year.office.short_name} về tổ chức phong trào thi đua, " in introduction(named, "tôi")


@given(st.lists(st.from_regex(r"[A-ZĐ][a-zà-ỹ ]{2,20}[a-zà-ỹ]", fullmatch=True), min_size=1, max_size=5))
def test_addressees_and_recipients_end_with_semicolons_and_the_last_with_a_stop(names: list[str]) -> None:
    year = sample_year()
    told = year.submission
    assert told is not None
    told = told.model_copy(
        update={"addressees": tuple(names), "recipients": tuple(Recipient(name=f"{name};") for name in names)}
    )
    made = submission.compose(year.model_copy(update={"submission": told}), "")
    several = tuple(f"- {name}{';' if place < len(names) else '.'}" for place, name in enumerate(names, start=1))
    assert made.addressees == (several if len(names) > 1 else tuple(names))
    assert made.closing.recipients == ("- Như trên;", *(f"- {name};" for name in names), "- Lưu: VT, TĐKT.")


@pytest.mark.parametrize("name", ["Lê Thị Hoà", "Trần Thuỷ Khoẻ", "Ngô Thị Hòa", "Y Bhin Niê", "Ông Ích Khiêm"])
def test_a_name_is_printed_as_it_is_registered_whichever_way_its_tone_stands(name: str) -> None:
    year = sample_year(rows=1, name=name)
    assert individual_registration.compose(year, "p0").signatures.right_name == name
    assert f"- Ông {name}, " in "\n".join(line.text for line in submission.compose(year, "").lines)
