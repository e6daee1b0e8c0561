"""A name on a certificate is never cut or changed, however long; the number is the one of the decision."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_year import LONG_NAME, sample_year
from shipped_templates import template_of

from vanban.domain import typeface
from vanban.domain.award import Commendation, EmulationTitle
from vanban.domain.issued import IssuedNumber
from vanban.domain.measure import mm, pt
from vanban.domain.year import Year
from vanban.kinds.papers import award_list, certificate, decision
from vanban.kinds.parts.fitting import fitted
from vanban.kinds.readback.account_awards import certificate as read_certificate
from vanban.word.paper import read_paper

SIZES = (pt(28), pt(24), pt(20), pt(16))
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyÀẢÃÁẠẰẨỄẾỆỊỌỐỒỔỖỘỚỜỞỠỢỤỨỪỬỮỰỲỶỸÝỴ- .,()“”’"
names = st.text(alphabet=LETTERS, max_size=160) | st.text(max_size=40)


@given(names, st.integers(20, 260), st.booleans(), st.integers(1, 3))
def test_fitting_never_drops_adds_or_alters_a_letter(text: str, room: int, bold: bool, lines: int) -> None:
    made = fitted(text, SIZES, mm(room), bold=bold, most_lines=lines)
    assert made.text.split() == text.split()


@given(st.text(alphabet=LETTERS, max_size=160))
def test_a_decomposed_letter_stays_decomposed(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    assert fitted(apart, SIZES, mm(60)).text.split() == apart.split()


@given(st.lists(st.text(alphabet=LETTERS[:30], min_size=1, max_size=7), min_size=1, max_size=30))
def test_every_line_of_words_that_are_no_longer_than_the_room_fits_it(words: list[str]) -> None:
    made = fitted(" ".join(words), SIZES, mm(100), bold=True)
    assert all(typeface.width(line, SIZES[made.step - 1], bold=True) <= mm(100) for line in made.text.split("\n"))


def test_a_longer_text_is_printed_smaller_and_only_at_the_least_size_in_more_lines() -> None:
    steps = [fitted("An " * n, SIZES, mm(237), bold=True) for n in range(1, 90)]
    assert [made.step for made in steps] == sorted(made.step for made in steps)
    assert {made.step for made in steps} == {1, 2, 3, 4}
    assert all("\n" not in made.text for made in steps if made.step < 4)
    assert "\n" in steps[-1].text


def test_a_name_in_two_lines_has_no_last_line_of_one_word() -> None:
    made = fitted("Đoàn Thanh niên Cộng sản Hồ Chí Minh phường Sông Thương", (pt(28),), mm(150), bold=True)
    first, second = made.text.split("\n")
    assert len(second) > 0.6 * len(first)


# What is printed


def issued(year: Year) -> Year:
    number = IssuedNumber(kind="decision", ordinal=7, symbol="QĐ-UBND", issued_on="2024-12-20")
    return year.model_copy(update={"issued": (number,)})


def test_a_certificate_prints_the_blanks_of_the_decision_and_after_issue_its_number_and_day() -> None:
    year = sample_year()
    blank = certificate.compose(year, "p0")
    assert blank.decision_line == "Số quyết định:      /QĐ-UBND, ngày      tháng      năm 2024"
    assert certificate.compose(issued(year), "p0").decision_line == (
        "Số quyết định: 07/QĐ-UBND, ngày 20 tháng 12 năm 2024"
    )
    assert certificate.compose(issued(year), "p0").place_and_date == "Sông Thương, ngày 20 tháng 12 năm 2024"


def test_order_numbers_are_those_of_the_list_and_the_decision() -> None:
    year = sample_year(rows=60, name=LONG_NAME, occasions=False)
    [group] = award_list.compose(year, "").groups
    listed = {row.name + row.position: row.ordinal for row in group.rows}
    printed = [certificate.compose(year, key) for key in certificate.certified(year)]
    assert len(printed) == 59
    assert [made.ordinal_line for made in printed] == [f"Số sổ vàng: {n}" for n in range(1, 60)]
    assert [row.ordinal for row in group.rows] == [str(n) for n in range(1, 60)]
    assert len(listed) > 20


def test_somebody_whom_the_council_did_not_pass_gets_no_certificate_and_stands_in_no_paper() -> None:
    year = sample_year(occasions=False)
    assert [row.nominee for row in year.nominations if row.award is Commendation.CERTIFICATE] == [
        "c1", "c2", "p0", "p1", "p2",
    ]  # fmt: skip
    failed = year.person("p1").name
    assert list(certificate.certified(year)) == ["p0", "p2"]
    for context in (decision.compose(year, ""), award_list.compose(year, "")):
        assert failed not in context.model_dump_json()


def test_two_awards_of_one_decision_make_two_certificates() -> None:
    year = sample_year(occasions=False)
    also = year.nominations[0].model_copy(update={"submitted": None})
    votes = (*year.votes, year.votes[-1].model_copy(update={"nominee": "p0", "award": EmulationTitle.ADVANCED_WORKER}))
    year = year.model_copy(update={"nominations": (also, *year.nominations[1:]), "votes": votes})
    assert list(certificate.certified(year)) == ["p0", "p0-2", "p2"]
    titles = [certificate.compose(year, key).award.text for key in ("p0", "p0-2")]
    assert titles == ["LAO ĐỘNG TIÊN TIẾN", "GIẤY KHEN"]
    assert certificate.compose(year, "p0").given == "TẶNG DANH HIỆU"


def with_texts(year: Year, *, name: str, position: str, achievement: str) -> Year:
    """The same year; name and position are those of the first person, the achievement everybody's."""
    first = year.person("p0").model_copy(update={"name": name, "position": position})
    rows = tuple(row.model_copy(update={"summary": achievement}) for row in year.nominations)
    return year.model_copy(update={"people": (first, *year.people[1:]), "nominations": rows})


def test_a_certificate_with_the_longest_texts_still_takes_one_page_and_one_that_cannot_is_told() -> None:
    long = {"name": f"{LONG_NAME} {LONG_NAME}", "position": "Phó Bí thư Đảng ủy, Chủ tịch Ủy ban Mặt trận Tổ quốc " * 3}
    year = with_texts(sample_year(), **long, achievement="Có thành tích xuất sắc trong phong trào. " * 13)
    made = certificate.compose(year, "p0")
    assert certificate.fits(made)
    assert made.award.step > certificate.compose(sample_year(), "p0").award.step == 1
    assert certificate.overfull(year) == ()
    [first, *_] = certificate.overfull(with_texts(year, **long, achievement="Có thành tích xuất sắc. " * 60))
    assert first.path == ("nominations", 5, "summary")
    assert "không vừa một trang" in first.reason


@pytest.mark.parametrize("name", ["Lê A", LONG_NAME, f"{LONG_NAME} {LONG_NAME} {LONG_NAME}"])
def test_the_name_is_read_back_from_the_finished_file_as_it_is_in_the_data(name: str) -> None:
    year = sample_year(name=name)
    made = template_of("certificate").render(certificate.compose(year, "p0"))
    [mention], _ = read_certificate(read_paper(made, "giay-khen.docx"))
    assert mention.name.value == name
    assert [fact.reading.value for fact in mention.facts] == [
        "Giấy khen",
        "Công chức Tư pháp - Hộ tịch, Văn phòng - Thống kê",
        "1",
        "…/QĐ-UBND ngày …/…/2024",
    ]
