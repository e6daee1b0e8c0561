"""What is typed or pasted into a grid is what stands in the file, whatever types it; two tabs lose nothing."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect
from served_page import PASTE, Served, tab_of

from vanban.domain.work_year import WorkYear
from vanban.workflows.tables import open_table

YEAR = WorkYear(2024)
GROUPS = "/2024/bang/groups"
PEOPLE = "/2024/bang/people"


def rows(office: Served, name: str) -> tuple[tuple[str, ...], ...]:
    """What stands in the file."""
    return open_table(office.workspace, YEAR, name).cells.rows


def opened(page: Page, office: Served, path: str) -> Page:
    page.goto(office.origin + path)
    page.wait_for_selector(".writer:focus", state="attached")
    return page


def cell(page: Page, x: int, y: int) -> None:
    """Choose a cell without opening it, as a click does."""
    page.locator(f'td[data-x="{x}"][data-y="{y}"]').click()


def shown(page: Page, x: int, y: int) -> str:
    return page.locator(f'td[data-x="{x}"][data-y="{y}"]').inner_text()


def save(page: Page) -> None:
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("#da-luu")).to_contain_text("Đã lưu")


BURST = """async ([first, times, then]) => {
  const writer = document.activeElement;
  const key = (name, code) => writer.dispatchEvent(
    new KeyboardEvent("keydown", {key: name, keyCode: code, bubbles: true, cancelable: true}));
  for (let i = 0; i < times; i += 1) if (key("Backspace", 8)) document.execCommand("delete");
  for (const letter of then) if (key(letter, letter.charCodeAt(0))) document.execCommand("insertText", false, letter);
}"""
"""What UniKey and EVKey send: Backspaces and letters in one burst, without any composition."""


@pytest.mark.parametrize(
    ("typed", "back", "then", "made"),
    [("tao", 2, "ạo", "tạo"), ("Thu", 1, "ử", "Thử"), ("do", 2, "đ", "đ"), ("dong", 4, "đồng", "đồng")],
)
def test_the_backspaces_of_unikey_mend_the_word_on_a_cell_that_is_not_open(
    page: Page, office: Served, typed: str, back: int, then: str, made: str
) -> None:
    opened(page, office, GROUPS)
    cell(page, 1, 2)
    page.keyboard.type(typed)
    page.evaluate(BURST, ["", back, then])
    page.keyboard.press("Tab")
    assert shown(page, 1, 2) == made
    page.keyboard.type(typed)
    page.evaluate(BURST, ["", back, then])
    page.keyboard.press("Enter")
    assert shown(page, 2, 2) == made
    save(page)
    assert rows(office, "groups")[2][1:3] == (made, made)


def test_a_composing_input_method_writes_from_the_first_key_on(page: Page, office: Served) -> None:
    opened(page, office, GROUPS)
    cell(page, 1, 3)
    input_method = page.context.new_cdp_session(page)
    for text in ("t", "ta", "tạ", "tạo"):
        input_method.send(
            "Input.imeSetComposition", {"text": text, "selectionStart": len(text), "selectionEnd": len(text)}
        )
    input_method.send("Input.insertText", {"text": "tạo"})
    page.keyboard.press("Enter")
    assert shown(page, 1, 3) == "tạo"


def test_a_paste_from_excel_keeps_quotes_and_line_breaks_and_is_undone_in_one_step(page: Page, office: Served) -> None:
    opened(page, office, PEOPLE)
    before = [shown(page, x, y) for y in range(3) for x in (4, 5)]
    text = '"Mô hình ""Ngày Chủ Nhật xanh""\nDòng hai"\t210\r\n"Tổ 5" tự quản\t12\r\n5" ống nước\t3\r\n'
    cell(page, 4, 0)
    page.evaluate(PASTE, {"text/plain": text})
    pasted = [['Mô hình "Ngày Chủ Nhật xanh"\nDòng hai', "210"], ['"Tổ 5" tự quản', "12"], ['5" ống nước', "3"]]
    assert [[data(page, 4, y), data(page, 5, y)] for y in range(3)] == pasted
    page.keyboard.press("Control+z")
    assert [shown(page, x, y) for y in range(3) for x in (4, 5)] == before


def data(page: Page, x: int, y: int) -> str:
    """What the grid would send of the cell."""
    found: str = page.evaluate("([x, y]) => shownRows()[y][x]", [x, y])
    return found


def test_the_table_on_the_clipboard_goes_before_its_text(page: Page, office: Served) -> None:
    opened(page, office, GROUPS)
    cell(page, 2, 1)
    table = "<table><tr><td>Nguyễn\n   Văn A</td><td>một<br>hai</td></tr></table>"
    page.evaluate(PASTE, {"text/html": table, "text/plain": "sai\tsai"})
    assert [data(page, 2, 1), data(page, 3, 1)] == ["Nguyễn Văn A", "một\nhai"]


def test_a_large_paste_makes_the_rows_that_it_needs(page: Page, office: Served) -> None:
    opened(page, office, "/2024/bang/outsiders")
    cell(page, 0, 1)
    page.evaluate(PASTE, {"text/plain": "\r\n".join(f"ng-{n}\tNgười {n}" for n in range(200))})
    assert data(page, 1, 200) == "Người 199"


@pytest.mark.parametrize(
    "leave",
    [
        lambda page: page.keyboard.press("Tab"),
        lambda page: page.keyboard.press("Enter"),
        lambda page: page.locator("h1").click(),
        lambda page: save(page),
    ],
    ids=["tab", "enter", "click elsewhere", "save"],
)
def test_a_value_outside_the_list_stays_as_written_and_is_red(
    page: Page, office: Served, leave: Callable[[Page], None]
) -> None:
    opened(page, office, PEOPLE)
    cell(page, 2, 0)
    page.keyboard.type("Nữ giới")
    leave(page)
    assert (shown(page, 2, 0), data(page, 2, 0)) == ("Nữ giới", "Nữ giới")
    page.wait_for_selector('td[data-x="2"][data-y="0"].wrong-cell')
    expect(page.locator("#loi")).to_contain_text("Ở đây chỉ ghi được một trong các chữ đã định")
    assert page.title().startswith("Có lỗi:")


def test_an_offered_value_is_taken_with_the_arrows_and_stays_after_tab(page: Page, office: Served) -> None:
    opened(page, office, PEOPLE)
    cell(page, 2, 0)
    page.keyboard.type("n")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert data(page, 2, 0) == shown(page, 2, 0) == "Nam"


def test_a_list_cell_that_tab_passes_or_leaves_keeps_its_value(page: Page, office: Served) -> None:
    opened(page, office, PEOPLE)  # jspreadsheet/ce #1802: Tab empties it
    before = data(page, 2, 0)
    cell(page, 1, 0)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("F2")
    page.keyboard.press("Tab")
    assert (before, data(page, 2, 0), shown(page, 2, 0)) == (before or "?", before, before)


def test_a_paste_after_a_search_goes_into_the_rows_that_stand_below(page: Page, office: Served) -> None:
    opened(page, office, PEOPLE)  # jspreadsheet/ce #1797: a filter hides rows, and the paste goes into hidden ones
    names = page.evaluate("shownRows().map((row) => row[1])")
    page.get_by_label("Tìm trong bảng").fill(names[4])
    page.keyboard.press("Enter")
    cell(page, 4, 4)
    page.evaluate(PASTE, {"text/plain": "Một\r\nHai"})
    assert [data(page, 4, 4), data(page, 4, 5)] == ["Một", "Hai"] == [shown(page, 4, 4), shown(page, 4, 5)]
    assert page.evaluate("shownRows().map((row) => row[1])") == names


def test_a_value_that_no_list_has_is_sent_as_it_is_shown(page: Page, office: Served) -> None:
    opened(page, office, PEOPLE)  # jspreadsheet/ce #1004: the value from before is sent behind the one that is shown
    cell(page, 2, 0)
    page.keyboard.type("Nữ giới")
    page.keyboard.press("Enter")
    save(page)
    assert rows(office, "people")[0][2] == shown(page, 2, 0) == "Nữ giới"


def test_a_backspace_after_a_first_key_clears_no_cell(page: Page, office: Served) -> None:
    opened(page, office, GROUPS)
    before = data(page, 2, 1)
    cell(page, 2, 1)
    for leave in ("Escape", "Tab", "Shift+Tab", "Enter"):
        cell(page, 2, 1)
        page.keyboard.type("x")
        page.keyboard.press("Backspace")
        page.keyboard.press(leave)
        assert (leave, data(page, 2, 1)) == (leave, before or "?")
    cell(page, 2, 1)
    page.keyboard.press("Delete")
    assert data(page, 2, 1) == ""


def test_a_key_asks_for_its_row_first_and_for_the_year_once_the_keys_rest(page: Page, office: Served) -> None:
    with page.expect_response("**/soat"):
        opened(page, office, PEOPLE)
    page.wait_for_load_state("networkidle")
    cell(page, 2, 3)
    with page.expect_request("**/soat-dong") as quick, page.expect_request("**/soat") as whole:
        page.keyboard.type("Nan")
    assert quick.value.post_data_json["places"] == [3]
    assert len(whole.value.post_data_json["rows"]) == page.evaluate("shownRows().length")
    expect(page.locator('td[data-x="2"][data-y="3"]')).to_have_class(re.compile("wrong-cell"))


def test_nothing_is_a_formula(page: Page, office: Served) -> None:
    opened(page, office, GROUPS)
    cell(page, 1, 0)
    page.evaluate(PASTE, {"text/plain": '=1+1\t=HYPERLINK("x")'})
    assert [data(page, 1, 0), shown(page, 1, 0)] == ["=1+1", "=1+1"]
    save(page)
    assert rows(office, "groups")[0][1:3] == ("=1+1", '=HYPERLINK("x")')


def test_an_open_editor_is_kept_when_the_tab_is_left(page: Page, office: Served) -> None:
    opened(page, office, GROUPS)
    cell(page, 2, 0)
    page.keyboard.type("Trần Thị Mới")
    page.get_by_role("link", name="Kiểm tra").click()
    page.wait_for_url("**/kiem-tra")
    opened(page, office, GROUPS)
    assert shown(page, 2, 0) == rows(office, "groups")[0][2] == "Trần Thị Mới"


def test_two_tabs_merge_by_cell_and_ask_about_the_one_that_both_changed(
    page: Page, office: Served, browser: Browser
) -> None:
    with tab_of(browser, office) as other:
        opened(page, office, GROUPS)
        opened(other, office, GROUPS)
        cell(page, 2, 1)
        page.keyboard.type("Người của A")
        page.keyboard.press("Enter")
        save(page)
        cell(other, 2, 1)
        other.keyboard.type("Người của B")
        other.keyboard.press("Enter")
        cell(other, 2, 6)
        other.keyboard.type("Dòng bảy")
        other.keyboard.press("Enter")
        other.get_by_role("button", name="Lưu", exact=True).click()
        expect(other.locator("#va")).to_contain_text("Người của A")
        expect(other.locator("#va")).to_contain_text("Người của B")
        assert rows(office, "groups")[1][2] == "Người của A"
        other.get_by_label("Đang ở trong tệp").check()
        other.get_by_role("button", name="Lưu theo lựa chọn").click()
        expect(other.locator("#da-luu")).to_contain_text("Đã lưu")
        assert (rows(office, "groups")[1][2], rows(office, "groups")[6][2]) == ("Người của A", "Dòng bảy")


def test_every_save_can_be_taken_back(page: Page, office: Served) -> None:
    first = rows(office, "groups")
    opened(page, office, GROUPS)
    cell(page, 2, 1)
    page.keyboard.type("Sai")
    page.keyboard.press("Enter")
    save(page)
    page.reload()
    page.get_by_text("Lấy lại bản trước").click()
    page.get_by_role("button", name="Lấy lại bản này").first.click()
    page.wait_for_load_state()
    assert rows(office, "groups") == first
