"""Papers of real offices made from data alone: each as an outline that a reviewer can read, none with a finding.

The data are a workspace of its own: a commune's committee and council, a school, a cluster of communes. After a change
that is meant: ``make goldens``, then look at ``git diff tests``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from shipped_templates import template_of

from vanban.domain.consistency import check as faults_of
from vanban.domain.finding import Severity
from vanban.domain.letter import Letter
from vanban.domain.text_tree import Block
from vanban.domain.year import Year
from vanban.kinds import KINDS
from vanban.kinds.reads import reads_of
from vanban.law.document_types import NAMED_TYPES, OFFICIAL_LETTER, OPEN_LETTER, DocumentType
from vanban.law.free_documents import free_document_faults, with_type_code
from vanban.proofread import Expectations, inspect, report
from vanban.word import outline, text_of
from vanban.workflows.check import check
from vanban.workspace import Workspace

TESTS = Path(__file__).parents[1]
OFFICE = TESTS / "workspaces" / "dong-quy-2026"
GOLDENS = OFFICE / "goldens"
EXPECTED = Expectations(signing_copy=True)
BY_NAME = {kind.name: kind for kind in KINDS}
PAPERS = (
    ("free_document", "giam-sat"),
    ("free_document", "hoc-ky-1"),
    ("free_paper", "cum-3"),
    ("free_document", "tong-ket"),
    ("free_document", "kien-toan-hoi-dong"),
    ("annex", "kien-toan-hoi-dong"),
    ("free_document", "ban-hanh-tieu-chi"),
    ("annex", "ban-hanh-tieu-chi"),
    ("wide_annex", "ban-hanh-tieu-chi"),
    ("free_document", "thon-doai"),
    ("free_document", "ky-giay-moi"),
    ("free_document", "cham-diem"),
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
    return template_of(kind).render(BY_NAME[kind].compose(year(), key))


@pytest.mark.parametrize(("key", "told"), [("nhac-ho-so", 1), ("tong-ket", 0)])
def test_a_letter_of_one_file_does_not_take_the_place_of_a_letter_of_the_other(key: str, told: int) -> None:
    document = next(one for one in year().documents if one.key == key)
    letter = Letter(**{name: getattr(document, name) for name in Letter.model_fields})
    both = year().model_copy(update={"letters": (letter,)})
    found = [one for one in faults_of(both) if one.path[0] == "documents" and one.path[-1] == "key"]
    assert [one.value for one in found] == [key] * told


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


def test_a_paper_without_a_number_depends_on_what_its_text_names() -> None:
    named = (Block(text="Có {groups} thôn, theo {cite_cham_diem}."),)
    documents = [one.model_copy(update={"body": named}) if one.unnumbered else one for one in year().documents]
    changed = year().model_copy(update={"documents": tuple(documents)})
    assert "groups" in reads_of(BY_NAME["free_paper"], changed, "cum-3")


def test_a_free_document_is_cited_by_its_key_in_words_and_in_basis() -> None:
    context = BY_NAME["free_document"].compose(year(), "cham-diem").model_dump()
    cited = "Quyết định số      /QĐ-UBND ngày      tháng      năm 2026 của Ủy ban nhân dân xã Đồng Quý"
    assert context["bases"][0].startswith(f"Căn cứ {cited} về ban hành tiêu chí")
    assert context["lines"][1]["text"] == "1. Chấm từng tiêu chí theo Quyết định số      /QĐ-UBND."


def test_the_text_of_an_annex_names_figures_and_texts_of_the_law_and_depends_on_them() -> None:
    (annex,) = BY_NAME["annex"].compose(year(), "ban-hanh-tieu-chi").model_dump()["annexes"]
    said = [line["text"] for line in annex["lines"]]
    assert "1. Áp dụng cho 02 thôn, theo Luật Thi đua, khen thưởng." in said
    assert "groups" in reads_of(BY_NAME["annex"], year(), "ban-hanh-tieu-chi")
    assert "groups" in reads_of(BY_NAME["free_document"], year(), "ban-hanh-tieu-chi")


def test_a_brace_in_an_annex_that_nothing_fills_is_told() -> None:
    whole = year()
    place = [document.key for document in whole.documents].index("ban-hanh-tieu-chi")
    decision = whole.documents[place]
    broken = decision.annexes[0].model_copy(update={"body": (Block(text="Có {nothing}."),)})
    changed = (*whole.documents[:place], decision.model_copy(update={"annexes": (broken,)}))
    faults = faults_of(whole.model_copy(update={"documents": changed}))
    assert ("documents", place, "annexes", 0, "body", 0, "text") in {fault.path for fault in faults}


def test_a_decision_is_its_heads_unless_it_is_signed_for_the_body() -> None:
    own, bodys = (BY_NAME["free_document"].compose(year(), key).model_dump() for key in PAPERS_OF_BOTH)
    assert own["authority"] == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ ĐỒNG QUÝ"
    assert bodys["authority"] == "ỦY BAN NHÂN DÂN XÃ ĐỒNG QUÝ"


PAPERS_OF_BOTH = ("kien-toan-hoi-dong", "ban-hanh-tieu-chi")


@pytest.mark.parametrize(
    ("kind", "key", "file"),
    [
        ("free_document", "kien-toan-hoi-dong", "quyet-dinh-kien-toan-hoi-dong.docx"),
        ("free_paper", "cum-3", "ban-giao-uoc-thi-dua-cum-3.docx"),
        ("letter", "nhac-ho-so", "cong-van-nhac-ho-so.docx"),
    ],
)
def test_the_file_of_a_free_document_is_called_after_its_type(kind: str, key: str, file: str) -> None:
    assert Workspace(OFFICE).document(year(), BY_NAME[kind], key) == f"2026/8-van-ban-khac/{file}"


@pytest.mark.parametrize("known", (*NAMED_TYPES, OFFICIAL_LETTER, OPEN_LETTER), ids=lambda known: known.name)
def test_a_document_of_each_type_of_the_decree_has_its_number_and_no_fault_of_layout(known: DocumentType) -> None:
    decides = known.name in ("Quyết định", "Nghị quyết")
    written = {
        "type_name": known.name.upper(),
        "type_code": "XX",
        "subject": "Phối hợp tổ chức phong trào thi đua năm 2026",
        "addressees": ("Các thôn",) if known.addressed else (),
        "legal_bases": ("luat-thi-dua-khen-thuong",) if decides else (),
        "body": tuple(Block(**{"article" if decides else "text": f"Nội dung thứ {n}."}) for n in ("nhất", "hai")),
    }
    plain = next(document for document in year().documents if document.key == "cham-diem")
    document = with_type_code(plain.model_copy(update={"cites": (), "introduction": None, **written}))
    kind = BY_NAME["free_document" if known.code else "letter"]
    alone = year().model_copy(update={"documents": (document,)})
    assert kind.keys(alone) == (document.key,)
    data = template_of(kind.name).render(kind.compose(alone, document.key))
    assert [str(one) for one in report(inspect(data, name="vb.docx", expected=EXPECTED)).findings] == []
    assert f"/{known.code}-UBND" in text_of(data) if known.code else "/UBND" in text_of(data)


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ({"type_name": "Thong bao"}, "Nghị định 30 không có tên loại này."),
        ({"type_name": "Bản cam kết"}, "Nghị định 30 không có tên loại này."),
        ({"type_name": "Bản cam kết", "unnumbered": True}, ""),
        ({"type_name": "Bản cam kết", "type_code": "BCK"}, ""),
        ({"type_name": "Thông báo", "addressees": ("Các thôn",)}, "Thông báo không ghi “Kính gửi”"),
        ({"type_name": "Biên bản"}, "Biên bản cần chữ ký của thư ký và của chủ tọa."),
    ],
)
def test_what_a_type_does_not_allow_is_told(written: dict[str, Any], told: str) -> None:
    plain = next(document for document in year().documents if document.key == "ky-giay-moi")
    document = with_type_code(plain.model_copy(update={"type_code": None, **written}))
    faults = [*free_document_faults(year().model_copy(update={"documents": (document,)}))]
    assert [fault.reason[: len(told)] for fault in faults] == ([told] if told else [])
