"""The texts of a year as lines on the page: what is saved is what the lines say, and nothing is saved over another."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from served_page import Answer, Clerk, Served, clerk_of

from vanban.domain.finding import Severity
from vanban.domain.work_year import WorkYear
from vanban.word import text_of
from vanban.workflows.check import check
from vanban.workflows.new_workspace import answers_of, new_workspace
from vanban.workflows.text_preview import preview_text
from vanban.workflows.text_writing import TextEdit, TextOpened, list_texts, open_text
from vanban.workspace import Workspace

YEAR = WorkYear(2024)


def saved(clerk: Clerk, opened: TextOpened, lines: list[dict[str, object]]) -> Answer:
    body = json.dumps({"lines": lines, "seen": opened.content}).encode()
    path = f"/2024/loi-van/luu?ten={opened.listed.name}"
    return clerk.send(path, body, "application/json", X_Vanban_dau=clerk.mark)


def told(opened: TextOpened) -> list[dict[str, object]]:
    """The lines as the page sends them."""
    return [{"kind": line.kind, "depth": line.depth, "text": line.text, "origin": line.origin} for line in opened.lines]


def test_every_text_of_the_sample_is_opened_and_saved_unchanged_without_a_change(office: Served) -> None:
    clerk, data = clerk_of(office), office.workspace.root / "data"
    before = {path: path.read_bytes() for path in sorted(data.rglob("*.yaml"))}
    names = [one.name for one in list_texts(office.workspace, YEAR)]
    assert len(names) > 20
    for name in names[:: max(1, len(names) // 8)]:
        opened = open_text(office.workspace, YEAR, name)
        answer = json.loads(saved(clerk, opened, told(opened)).text)
        assert (name, answer["changed"], answer["wrong"]) == (name, False, [])
    for name in names:
        open_text(office.workspace, YEAR, name)
    assert {path: path.read_bytes() for path in sorted(data.rglob("*.yaml"))} == before


def test_a_line_that_is_written_anew_changes_its_line_of_the_file_alone(office: Served) -> None:
    clerk, file = clerk_of(office), office.workspace.root / "data" / "2024" / "plan.yaml"
    opened, before = open_text(office.workspace, YEAR, "plan"), file.read_text("utf-8")
    lines = told(opened)
    at = next(place for place, line in enumerate(opened.lines) if line.kind in ("Đoạn văn", "Khoản"))
    lines.insert(at + 1, {**lines[at], "text": "Nêu gương người tốt, việc tốt.", "origin": None})
    assert json.loads(saved(clerk, opened, lines).text)["wrong"] == []
    after = file.read_text("utf-8")
    assert "Nêu gương người tốt, việc tốt." in after
    assert set(before.splitlines()) <= set(after.splitlines())
    assert json.loads(saved(clerk, opened, told(opened)).text) == {"changed": True}
    assert file.read_text("utf-8") == after
    page = clerk.get("/2024/loi-van/sua?ten=plan").text
    number = re.findall(r'name="ban" value="(\d+)"', page)[0]
    assert clerk.post("/2024/loi-van/lay-lai?ten=plan", {"ban": number}).status == 303
    assert file.read_text("utf-8") == before


def test_every_text_that_a_new_office_begins_with_is_opened(tmp_path: Path) -> None:
    said = {"form": "xã", "name": "Ủy ban nhân dân xã Đồng Quý", "locality": "xã Đồng Quý", "place": "Đồng Quý"}
    said |= {
        "province": "tỉnh Sơn Hải",
        "superior": "Ủy ban nhân dân tỉnh Sơn Hải",
        "unit": "thôn",
        "head": "Lương Văn Bách",
        "year": "2026",
    }
    new_workspace(tmp_path / "xa", answers_of(said))
    workspace = Workspace(tmp_path / "xa")
    texts = [open_text(workspace, WorkYear(2026), one.name) for one in list_texts(workspace, WorkYear(2026))]
    assert [one.listed.name for one in texts][:1] == ["plan"]
    assert all(one.lines for one in texts)


@pytest.mark.parametrize(
    "lines",
    [None, 5, ["x"], [{}], [{"kind": "Điều", "depth": 99, "text": "a", "origin": None}], [{"kind": "?", "depth": 0}]],
)
def test_lines_that_no_page_sends_are_refused(office: Served, lines: object) -> None:
    clerk = clerk_of(office)
    body = json.dumps({"lines": lines, "seen": ""}).encode()
    answer = clerk.send("/2024/loi-van/luu?ten=plan", body, "application/json", X_Vanban_dau=clerk.mark)
    assert (answer.status, "Traceback" in answer.text) == (404, False)


def test_an_outline_is_edited_with_the_keyboard(page: Page, office: Served) -> None:
    page.goto(f"{office.origin}/2024/loi-van/sua?ten=plan")
    line = page.get_by_label("Lời văn của dòng").nth(6)
    line.click()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.keyboard.type("Một việc mới, ghi bằng bàn phím.")
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Control+s")
    expect(page.get_by_text(re.compile("^Đã lưu"))).to_be_visible()
    written = Path(office.workspace.root / "data" / "2024" / "plan.yaml").read_text("utf-8")
    assert "Một việc mới, ghi bằng bàn phím." in written


def test_a_text_is_seen_as_it_will_print_before_it_is_saved(page: Page, office: Served) -> None:
    file = Path(office.workspace.root / "data" / "2024" / "announcement.yaml")
    before = file.read_text("utf-8")
    page.goto(f"{office.origin}/2024/loi-van/sua?ten=announcement")
    page.get_by_role("button", name="Xem trước trang in").click()
    picture = page.locator("#trang-in img")
    expect(page.locator("#trang-so")).to_have_text(re.compile(r"^Trang 1/\d+$"))
    expect(picture).to_have_js_property("complete", value=True)
    first = picture.get_attribute("src")
    assert picture.evaluate("one => one.naturalWidth") > 500
    page.get_by_label("Tìm căn cứ để thêm").fill("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022")
    page.get_by_role("button", name="Thêm căn cứ").click()
    expect(picture).not_to_have_attribute("src", first or "")
    assert file.read_text("utf-8") == before


def test_a_symbol_keeps_its_hyphen_where_the_word_file_itself_is_shown(page: Page, office: Served) -> None:
    opened = open_text(office.workspace, YEAR, "announcement")
    made = preview_text(office.workspace, TextEdit(opened.listed.name, YEAR, opened.lines, opened.content))
    page.route("**/thu.docx", lambda asked: asked.fulfill(body=made.word or b""))
    page.goto(f"{office.origin}/2024/loi-van/sua?ten=announcement")
    expect(page.get_by_role("button", name="Xem trước trang in")).to_be_visible()
    page.wait_for_load_state()
    shown = page.evaluate(
        """async () => {
          const place = document.querySelector("#trang-word");
          await showWord(place, "/thu.docx");
          return place.textContent;
        }"""
    )
    assert "/TB-UBND" in shown


def test_what_a_line_says_stands_in_the_paper_and_what_is_wrong_with_the_year_is_told_instead(office: Served) -> None:
    workspace = office.workspace
    opened = open_text(workspace, YEAR, "campaigns/dien-bien-phu/plan")
    at = next(place for place, line in enumerate(opened.lines) if line.kind in ("Đoạn văn", "Khoản"))
    lines = (*opened.lines[:at], replace(opened.lines[at], text="Một câu chỉ để xem."), *opened.lines[at + 1 :])
    edit = TextEdit(opened.listed.name, YEAR, lines, opened.content)
    made = preview_text(workspace, edit)
    assert made.word is not None
    assert "Một câu chỉ để xem." in text_of(made.word)
    assert open_text(workspace, YEAR, opened.listed.name) == opened
    people = workspace.root / "data" / "2024" / "submission.yaml"
    people.write_text(people.read_text("utf-8").replace("signatory: ", "signatory: khong-co-"), "utf-8")
    wrong = next(one for one in check(workspace, YEAR).findings if one.severity is Severity.ERROR)
    assert preview_text(workspace, edit).to_json() == {"made": False, "why_not": f"{wrong.reason} {wrong.remedy}"}
