"""Papers typed after real ones: what is said of them is true, what is wrong is said, fixing harms none."""

from __future__ import annotations

import pytest

from tests.proofread.office_texts import SLIPS
from tests.proofread.official.samples import words
from tests.proofread.typed_papers import HANDS, MISCHIEFS, STATE, TypedPaper, by_clerks, papers
from vanban.proofread import Form, fix, inspect, proofread

PAPERS = papers()
_BY_CLERKS = len(list(by_clerks()))
READ = [*PAPERS[:_BY_CLERKS:3], *PAPERS[_BY_CLERKS:]]
"""Every third of those that clerks typed, clean and with slips by turns; the bench reads all."""


def test_there_are_sixty_papers_and_more_by_five_hands_with_every_fault_somewhere() -> None:
    assert len(PAPERS) >= len(STATE) * len(HANDS) * 2 >= 60
    assert len(HANDS) == 5
    assert {rule for paper in PAPERS for rule in paper.planted} == set(MISCHIEFS) | set(SLIPS)


@pytest.mark.parametrize("paper", READ, ids=lambda paper: paper.name)
def test_what_is_said_of_a_typed_paper_is_true_and_what_was_planted_is_said(paper: TypedPaper) -> None:
    read = proofread(paper.data, name="a.docx")
    found = {finding.rule for finding in read.findings}
    assert read.form is paper.form
    assert found - paper.planted - paper.earned == set()
    assert paper.planted - found == set()


@pytest.mark.parametrize("paper", READ[::6], ids=lambda paper: paper.name)
def test_fixing_a_typed_paper_keeps_its_text_and_is_done_once(paper: TypedPaper) -> None:
    fixed = fix(inspect(paper.data, name="a.docx"), paper.data)
    assert words(fixed.data) == words(paper.data)
    again = fix(inspect(fixed.data, name="a.docx"), fixed.data)
    assert again.changes == () and again.data == fixed.data


def test_fixing_moves_nothing_that_tabs_lay_out_into_the_middle_of_the_page() -> None:
    old_hand = [paper for paper in PAPERS if "công chức lớn tuổi" in paper.name and paper.form is Form.LETTER]
    assert old_hand
    for paper in old_hand[:4]:
        before, after = (
            [(one.text, one.alignment) for one in inspect(data, name="a.docx").file.paragraphs if one.cell is None][:8]
            for data in (paper.data, fix(inspect(paper.data, name="a.docx"), paper.data).data)
        )
        assert after == before, paper.name
