"""The page itself: papers are converted by LibreOffice, and each measured fault is found alone."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest

from tests.proofread.paper import Paper, Para, build, page_number, rule_under
from tests.proofread.samples import SAMPLES, plan
from vanban.errors import DamagedPdf
from vanban.law.layout_rules import RULES
from vanban.law.nd30 import MOTTO, Part
from vanban.pdf import Converted, convert, find_converter
from vanban.proofread import inspect, proofread
from vanban.proofread.check_sheets import check_sheets
from vanban.proofread.sheets import Sheet, read_sheets


def _wide_table(paper: Paper) -> None:
    paper.of(Part.CLAUSE)[0].left = -900


def _far_right(paper: Paper) -> None:
    paper.of(Part.CLAUSE)[0].right = -700


def _off_centre(paper: Paper) -> None:
    rule = next(para for para in paper.head_right if para.rule)
    rule.left, rule.right = rule.left + 400, rule.right - 400


def _longer_rule(paper: Paper) -> None:
    column = paper.head_left
    place = next(index for index, para in enumerate(column) if para.rule)
    column[place] = rule_under("PHƯỜNG NGÔ QUYỀN", 13, 0.52, 3400)


def _rule_of(column: list[Para], text: str, size: float, share: float, width: int, padding: int) -> None:
    place = next(index for index, para in enumerate(column) if para.rule)
    column[place] = rule_under(text, size, share, width, padding)


def _short_motto(paper: Paper) -> None:
    _rule_of(paper.head_right, MOTTO, 14, 0.8, 5670, 216)


def _long_subject(paper: Paper) -> None:
    _rule_of(paper.body, paper.of(Part.SUBJECT)[0].text, 14, 0.8, 9071, 0)


def _letter_paper(paper: Paper) -> None:
    paper.sheet.width, paper.sheet.height = 12240, 15840


def _signature_alone(paper: Paper) -> None:
    paper.body.append(Para("", None, 2, first=0, before=0, properties="<w:pageBreakBefore/>"))


def _split_signature(paper: Paper) -> None:
    position, name = paper.foot_right[1], paper.foot_right[-1]
    name.properties = "<w:pageBreakBefore/>"
    paper.foot_right.clear()
    paper.attached[:0] = [position, name]


def _copy_on_two_pages(paper: Paper) -> None:
    paper.copied = SAMPLES["copy"]().copied
    assert paper.copied is not None
    paper.copied.between.properties = "<w:pageBreakBefore/>"


def _empty_page(paper: Paper) -> None:
    paper.attached[:] = [*paper.attached, Para("", None, first=0, properties="<w:pageBreakBefore/>")]


def _number_on_the_right(paper: Paper) -> None:
    paper.sheet.number = page_number(jc="right")


def _numbered_first_page(paper: Paper) -> None:
    paper.sheet.first_number = page_number()


def _tight(paper: Paper) -> None:
    paper.sheet.top = paper.sheet.bottom = 700


SPOILED: dict[str, tuple[Callable[[Paper], None], set[str]]] = {
    "left": (_wide_table, {"TR-01.left"}),
    "right": (_far_right, {"TR-01.right"}),
    "centre": (_off_centre, {"TR-02.centre"}),
    "issuer": (_longer_rule, {"TR-02.issuer"}),
    "motto": (_short_motto, {"TR-02.motto"}),
    "subject": (_long_subject, {"TR-02.subject"}),
    "paper": (_letter_paper, {"TR-01.paper"}),
    "split": (_split_signature, {"TR-04.split"}),
    "alone": (_signature_alone, {"TR-04.alone"}),
    "copy": (_copy_on_two_pages, {"TR-07.copy"}),
    "empty": (_empty_page, {"TR-05.empty"}),
    "number": (_number_on_the_right, {"TR-03.number"}),
    "first": (_numbered_first_page, {"TR-03.first"}),
    "tight": (_tight, {"TR-01.top", "TR-01.bottom"}),
}


@pytest.fixture(scope="module")
def papers() -> dict[str, bytes]:
    made = {f"clean-{name}": build(sample()) for name, sample in SAMPLES.items()}
    for name, (spoil, _) in SPOILED.items():
        paper = plan()
        spoil(paper)
        made[name] = build(paper)
    return made


@pytest.fixture(scope="module")
def pages(papers: dict[str, bytes]) -> dict[str, bytes]:
    converter = find_converter(os.environ)
    assert converter is not None
    made = convert(converter, papers)
    return {name: outcome.data for name, outcome in made.items() if isinstance(outcome, Converted)}


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_clean_paper_is_clean_on_the_page_too(papers: dict[str, bytes], pages: dict[str, bytes], name: str) -> None:
    read = proofread(papers[f"clean-{name}"], name="a.docx", pdf=pages[f"clean-{name}"])
    assert read.findings == ()
    assert read.measured


@pytest.mark.parametrize("name", sorted(SPOILED))
def test_a_fault_that_only_the_page_shows_is_measured(
    papers: dict[str, bytes], pages: dict[str, bytes], name: str
) -> None:
    read = proofread(papers[name], name="a.docx", pdf=pages[name])
    measured = {finding.rule for finding in read.findings if finding.rule.startswith("TR-")}
    assert measured == SPOILED[name][1]
    assert all(finding.page is not None for finding in read.findings if finding.rule in measured)


def test_the_rule_under_the_motto_is_measured_in_millimetres(pages: dict[str, bytes]) -> None:
    sheet = read_sheets(pages["clean-plan"], "a.docx")[0]
    motto = next(line for line in sheet.lines if line.text == "Độc lập - Tự do - Hạnh phúc")
    rule = min(sheet.rules, key=lambda found: abs(found.top - motto.bottom) + abs(found.middle - motto.middle))
    assert abs(rule.width - motto.width) < 2
    assert abs(rule.middle - motto.middle) < 2


def test_a_pdf_that_does_not_open_is_said_to_be_damaged(papers: dict[str, bytes]) -> None:
    with pytest.raises(DamagedPdf) as caught:
        proofread(papers["clean-plan"], name="a.docx", pdf=b"%PDF-1.4 nothing")
    assert caught.value.said == "Tệp PDF của “a.docx” không mở được hoặc không có trang nào."


def test_a_font_that_is_not_embedded_is_named(papers: dict[str, bytes]) -> None:
    inspected = inspect(papers["clean-plan"], name="a.docx")
    sheet = Sheet(1, 595.3, 841.9, fonts={"TimesNewRomanPSMT": False, "LiberationSerif": True})
    marks = list(check_sheets([sheet], inspected.file, inspected.parts))
    fonts = [(mark.rule.id, mark.found, mark.page) for mark in marks if mark.rule.id == "TR-06.fonts"]
    assert fonts == [("TR-06.fonts", "phông TimesNewRomanPSMT không nhúng", 1)]


def test_every_rule_of_the_page_is_broken_by_some_paper() -> None:
    broken = {rule for _, wanted in SPOILED.values() for rule in wanted}
    assert {rule for rule in RULES if rule.startswith("TR-")} == broken | {"TR-06.fonts"}
