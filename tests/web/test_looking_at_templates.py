"""A template is looked at with no, two and sixty rows; a faulty one comes back with a comment at each place."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Page, expect
from served_page import Served
from web.test_pages_of_the_year import broken_field

from vanban.kinds import KINDS
from vanban.ooxml import SoundnessRule
from vanban.proofread import inspect
from vanban.word import shown_context, text_of
from vanban.workflows.templates import mark_template, show_template
from vanban.workspace import Workspace, create, shipped_template

OF_TABLES = ("household_list", "award_list", "ballot")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made, _ = create(tmp_path_factory.mktemp("mau") / "w")
    return made


@pytest.mark.parametrize("rows", [0, 2, 60])
def test_every_template_shows_the_names_of_its_fields_with_any_number_of_rows(workspace: Workspace, rows: int) -> None:
    for kind in KINDS if rows == 2 else [one for one in KINDS if one.name in OF_TABLES]:
        made = show_template(workspace, kind.name, rows)
        assert made == show_template(workspace, kind.name, rows)
        assert "{{" not in text_of(made, kind.name)
    listed = Document(BytesIO(show_template(workspace, "household_list", rows))).tables
    assert max(len(table.rows) for table in listed) >= rows


def test_lists_within_lists_stay_short() -> None:
    kind = next(one for one in KINDS if one.name == "award_list")

    def deepest(value: object, depth: int = 0) -> int:
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        own = len(value) if isinstance(value, list) and depth > 1 else 0
        return max([own, *(deepest(one, depth + isinstance(value, list)) for one in inner)])

    assert deepest(shown_context(kind.context, 60)) <= 60


def test_what_is_wrong_with_a_template_stands_beside_it_as_a_comment(workspace: Workspace, tmp_path: Path) -> None:
    plan = next(one for one in KINDS if one.name == "plan")
    file = tmp_path / "mau.docx"
    file.write_bytes(broken_field(shipped_template(plan).read_bytes()))
    marked = mark_template(workspace, "plan", file)
    assert marked == mark_template(workspace, "plan", file)
    document = Document(BytesIO(marked))
    (said,) = [one.text for one in document.comments if "subjectt" in one.text]
    assert said.startswith("Lỗi: ") and "không có chỗ điền “subjectt”" in said and "Cách sửa: " in said
    paragraph = next(one for one in document.paragraphs if "subjectt" in one.text)
    assert paragraph._p.xpath("./w:commentRangeStart")
    with zipfile.ZipFile(BytesIO(marked)) as package:
        assert "word/comments.xml" in package.namelist()
    flaws = inspect(marked, name="mau.docx").flaws
    assert [one for one in flaws if one.rule is not SoundnessRule.TAG] == [], "its tags are its business"


def test_the_page_shows_a_template_page_by_page(page: Page, office: Served) -> None:
    page.goto(f"{office.origin}/2024/mau/household_list")
    page.get_by_role("link", name="60 dòng").click()
    picture = page.get_by_role("img", name="Trang 1 của mẫu với 60 dòng")
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("one => one.naturalWidth") > 500
    page.get_by_role("link", name="Trang sau").click()
    expect(page.get_by_role("img", name="Trang 2 của mẫu với 60 dòng")).to_be_visible()
    page.get_by_role("link", name="Không có dòng nào").click()
    expect(page.get_by_text("Trang 1/1")).to_be_visible()


def test_the_page_hands_out_a_faulty_template_with_its_faults(page: Page, office: Served, tmp_path: Path) -> None:
    plan = next(one for one in KINDS if one.name == "plan")
    file = tmp_path / "mau cua toi.docx"
    file.write_bytes(broken_field(shipped_template(plan).read_bytes()))
    page.goto(f"{office.origin}/2024/mau/plan")
    page.get_by_label("Mẫu đã sửa bằng Word").set_input_files(file)
    with page.expect_download() as handed:
        page.get_by_role("button", name="Tải bản có ghi chú tại chỗ sai").click()
    assert any("subjectt" in one.text for one in Document(handed.value.path()).comments)
    assert not (office.workspace.root / "templates" / "docx" / "plan.docx").exists()
