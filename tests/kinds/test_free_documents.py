"""Papers of real offices made from data alone: each as an outline that a reviewer can read, none with a finding.

The data are a workspace of its own: a commune's committee and council, a school, a cluster of communes. After a change
that is meant: ``make goldens``, then look at ``git diff tests``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from vanban.domain.finding import Severity
from vanban.domain.year import Year
from vanban.kinds import KINDS
from vanban.kinds.reads import reads_of
from vanban.proofread import Expectations, inspect, report
from vanban.word import Template, outline
from vanban.workflows.check import check
from vanban.workspace import Workspace

TESTS = Path(__file__).parents[1]
OFFICE = TESTS / "workspaces" / "dong-quy-2026"
GOLDENS = OFFICE / "goldens"
TEMPLATES = TESTS.parent / "templates" / "docx"
EXPECTED = Expectations(signing_copy=True)
BY_NAME = {kind.name: kind for kind in KINDS}
PAPERS = (
    ("free_document", "bao-cao-giam-sat"),
    ("free_document", "ke-hoach-nha-truong"),
    ("free_paper", "giao-uoc-thi-dua"),
    ("free_document", "giay-moi-tong-ket"),
    ("free_document", "kien-toan-hoi-dong"),
    ("annex", "kien-toan-hoi-dong"),
    ("free_document", "ban-hanh-tieu-chi"),
    ("annex", "ban-hanh-tieu-chi"),
    ("wide_annex", "ban-hanh-tieu-chi"),
    ("free_document", "bien-ban-kiem-tra"),
    ("free_document", "uy-quyen"),
    ("free_document", "huong-dan-cham-diem"),
    ("letter", "nhac-ho-so"),
    ("plan", ""),
)


@cache
def year() -> Year:
    found = check(Workspace(OFFICE))
    assert found.year is not None
    assert [str(one) for one in found.findings if one.severity is Severity.ERROR] == []
    return found.year


@cache
def made(kind: str, key: str) -> bytes:
    return Template.load(TEMPLATES / f"{kind}.docx").render(BY_NAME[kind].compose(year(), key))


def test_every_document_of_the_data_is_one_of_the_papers() -> None:
    names = ("plan", "letter", "free_document", "free_paper", "annex", "wide_annex")
    assert {(name, key) for name in names for key in BY_NAME[name].keys(year())} == {*PAPERS}


@pytest.mark.parametrize(("kind", "key"), PAPERS)
def test_a_paper_is_as_its_golden_outline_shows_it(kind: str, key: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDENS / f"{'-'.join(filter(None, (kind, key)))}.txt"
    shown = outline(made(kind, key), kind)
    if request.config.getoption("--update-goldens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(("kind", "key"), PAPERS)
def test_no_paper_has_a_fault_of_layout(kind: str, key: str) -> None:
    found = report(inspect(made(kind, key), name=f"{kind}.docx", expected=EXPECTED))
    assert [str(one) for one in found.findings] == []


def test_a_document_depends_on_its_file_and_on_the_targets_that_it_calls_for() -> None:
    assert set(reads_of(BY_NAME["letter"], year(), "nhac-ho-so")) >= {"documents", "plan"}
    assert "plan" not in reads_of(BY_NAME["free_document"], year(), "kien-toan-hoi-dong")


def test_a_free_document_is_cited_by_its_key_in_words_and_in_basis() -> None:
    context = BY_NAME["free_document"].compose(year(), "huong-dan-cham-diem").model_dump()
    cited = "Quyết định số      /QĐ-UBND ngày      tháng      năm 2026 của Ủy ban nhân dân xã Đồng Quý"
    assert context["bases"][0].startswith(f"Căn cứ {cited} về ban hành tiêu chí")
    assert context["lines"][1]["text"] == "1. Chấm từng tiêu chí theo Quyết định số      /QĐ-UBND."


def test_a_decision_is_its_heads_unless_it_is_signed_for_the_body() -> None:
    own, bodys = (BY_NAME["free_document"].compose(year(), key).model_dump() for key in PAPERS_OF_BOTH)
    assert own["authority"] == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỒNG QUÝ"
    assert bodys["authority"] == "ỦY BAN NHÂN DÂN XÃ ĐỒNG QUÝ"


PAPERS_OF_BOTH = ("kien-toan-hoi-dong", "ban-hanh-tieu-chi")
