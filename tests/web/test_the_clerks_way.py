"""A clerk goes through the year by visible Vietnamese words alone; every page on the way is fit for a screen reader."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Browser, Page, expect
from served_page import PASTE, Served, running, tab_of

from vanban.web.bare import MENU
from vanban.workflows.check import check
from vanban.workspace import Workspace

AXE = Path(__file__).parent / "axe.min.js"


def faults(page: Page) -> list[str]:
    """What axe finds on the page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((told) => told.violations)")
    return [json.dumps([one["id"], [node["html"][:160] for node in one["nodes"][:3]]]) for one in found]


def go(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Các trang").get_by_role("link", name=name, exact=True).click()


PAGES = (
    *(href for href, _ in MENU),
    "/bang/people",
    "/bang/legal_bases",
    "/muc/campaigns",
    "/muc/campaigns?ten=dien-bien-phu",
    "/muc/council_meeting",
    "/muc/letters?moi=1",
    "/loi-van/sua?ten=plan",
    "/tim?chu=nguyen",
    "/mau/plan",
    "/so/them",
    "/xem/van-ban?ten=plan",
    "/khong-co",
)


def test_no_page_has_a_fault_for_a_screen_reader_with_its_section_of_the_guide_open(page: Page, office: Served) -> None:
    found = {}
    expect(page.get_by_role("heading", name="Việc tiếp theo")).to_be_visible()  # the office is read by then
    for path in PAGES:
        page.goto(f"{office.origin}/2024{path}")
        help_sign = page.get_by_role("link", name="Hướng dẫn về trang này")
        if help_sign.count():
            help_sign.click()
            expect(page.locator("#giup h2").first).to_be_visible()
        expect(page.locator(".htmx-request")).to_have_count(0)
        found[path] = faults(page)
    assert {path: told for path, told in found.items() if told} == {}


ANSWERS = {
    "Tên đầy đủ của cơ quan": "Ủy ban nhân dân xã Đồng Quý",
    "Địa phương, như viết trong câu": "xã Đồng Quý",
    "Địa danh ở dòng ngày tháng": "Đồng Quý",
    "Tỉnh, thành phố": "tỉnh Sơn Hải",
    "Cơ quan cấp trên trực tiếp": "Ủy ban nhân dân tỉnh Sơn Hải",
    "Họ và tên người đứng đầu cơ quan": "Lương Văn Bách",
    "Năm của dữ liệu": str(date.today().year),
}
UNITS = "thon-1\tThôn số 1\tTrịnh Văn Ổi\tHồ Thị Mận\t120\r\nthon-2\tThôn số 2\tBùi Văn Cốm\tHồ Văn Mơ\t98\r\n"
TEAMS = "van-phong\tVăn phòng\t\tQuách Thị Na\tChánh Văn phòng\t9\r\n"
WORDS = {"Mã người": "ta-van-dao", "Họ và tên": "Tạ Văn Đao", "Giới tính": "Nan", "Ngày sinh": "12/3/1985"} | {
    "Quê quán": "Sơn Hải", "Nơi thường trú": "Sơn Hải", "Chức vụ": "Chuyên viên", "Mã tập thể": "van-phong",
}  # fmt: skip


@pytest.mark.long
def test_a_clerks_year_from_an_empty_folder_to_a_restored_backup(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "xa").mkdir()
    with running(tmp_path / "xa", tmp_path / "state") as served, tab_of(browser, served) as page:
        _begin(page)
        _paste_units_and_people(page)
        _take_the_plan_from_word(page, tmp_path)
        _send_a_kit_and_take_it_back(page, tmp_path)
        _build(page)
        _look(page)
        _issue(page)
        _correct(page)
        _search_prove_and_keep(page, tmp_path / "o-dia-khac", tmp_path / "may-moi")
    assert check(Workspace(tmp_path / "may-moi")).ok


def _begin(page: Page) -> None:
    for label, answer in ANSWERS.items():
        page.get_by_label(label, exact=False).first.fill(answer)
    page.get_by_label("Loại cơ quan").select_option("xã")
    page.get_by_label("Loại đơn vị dưới").select_option("thôn")
    assert faults(page) == []
    page.get_by_role("button", name="Lập thư mục làm việc").click()
    expect(page.get_by_role("heading", name="Việc tiếp theo")).to_be_visible()


def _table(page: Page, name: str) -> None:
    go(page, "Bảng dữ liệu")
    page.get_by_role("link", name=name, exact=True).click()
    page.wait_for_selector(".writer:focus", state="attached")


def _saved(page: Page) -> None:
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Đã lưu")).to_be_visible()


def _paste_units_and_people(page: Page) -> None:
    _table(page, "Đơn vị dưới")
    page.evaluate(PASTE, {"text/plain": UNITS})
    _saved(page)
    _table(page, "Tập thể")
    page.evaluate(PASTE, {"text/plain": TEAMS})
    _saved(page)
    _table(page, "Cá nhân")
    titles = page.evaluate("told.columns.map((one) => one.title)")
    page.evaluate(PASTE, {"text/plain": "\t".join(WORDS.get(title, "") for title in titles)})
    # The program says at once what is wrong, and where: the link leads to the cell.
    expect(page.locator("#loi")).to_contain_text("Có lẽ là “Nam”")
    page.get_by_role("link", name="Giới tính").click()
    page.keyboard.type("Nam")
    page.keyboard.press("Tab")
    expect(page.locator("#loi")).to_be_hidden()
    _saved(page)


def _take_the_plan_from_word(page: Page, folder: Path) -> None:
    """The plan goes out to Word, one sentence is written anew there, and it comes back."""
    go(page, "Lời văn")
    page.get_by_role("link", name="Kế hoạch").first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải bản Word để sửa").click()
    download.value.save_as(folder / "ke-hoach.docx")
    document = Document(str(folder / "ke-hoach.docx"))
    written = next(one for one in document.paragraphs if one.style.name.startswith("vb Gạch đầu dòng"))
    written.runs[0].text = "- Nêu gương người tốt, việc tốt ở từng thôn."
    for run in written.runs[1:]:
        run.text = ""
    document.save(str(folder / "ke-hoach.docx"))
    page.get_by_label("Tệp Word hoặc tệp chữ").set_input_files(folder / "ke-hoach.docx")
    page.get_by_role("button", name="Xem tệp được hiểu thế nào").click()
    expect(page.get_by_role("cell", name="Nêu gương người tốt, việc tốt ở từng thôn.")).to_be_visible()
    page.get_by_role("button", name="Dùng lời văn của tệp này").click()
    expect(page.get_by_role("heading", name="Đã lấy lời văn từ tệp")).to_be_visible()


def _send_a_kit_and_take_it_back(page: Page, folder: Path) -> None:
    """The form comes back with a word that no list has, is refused with a marked copy, and taken once it is mended."""
    go(page, "Phát phiếu, nhận về")
    page.get_by_role("button", name="Lập phiếu gửi các đơn vị").click()
    kit = folder / "phieu.xlsx"
    with page.expect_download() as download:
        page.get_by_role("link", name="co-quan.xlsx").click()
    download.value.save_as(kit)
    for said, outcome in (("Nan", "CHƯA NHẬN, có chỗ sai"), ("Nữ", "nhận được")):
        _write_in(kit, "Giới tính", said)
        page.get_by_label("Tệp phiếu các đơn vị gửi về").set_input_files(kit)
        page.get_by_role("button", name="Xem phiếu gửi về").click()
        expect(page.get_by_role("heading", name=outcome)).to_be_visible(timeout=60_000)
        if said == "Nan":
            expect(page.get_by_text("Có lẽ là “Nam”").first).to_be_visible()
            expect(page.get_by_role("link", name="Tải bản tô màu chỗ sai")).to_be_visible()
            page.get_by_role("button", name="Bỏ tệp này ra").click()
    expect(page.get_by_text("“Nam” → “Nữ”")).to_be_visible()
    page.get_by_role("button", name="Ghi vào các bảng").click()
    expect(page.get_by_role("heading", name="Đã ghi vào các bảng")).to_be_visible(timeout=60_000)


def _write_in(kit: Path, title: str, said: str) -> None:
    """Put a word under that title, as the unit does in Excel."""
    book = load_workbook(kit)
    cell = next(cell for sheet in book for row in sheet for cell in row if cell.value == title)
    cell.parent.cell(cell.row + 1, cell.column).value = said
    book.save(kit)


def _build(page: Page) -> None:
    go(page, "Trang đầu")
    page.get_by_role("main").get_by_role("link", name="Lập văn bản").click()
    page.get_by_role("button", name="Lập văn bản").click()
    expect(page.get_by_role("link", name="Xem các văn bản")).to_be_visible(timeout=160_000)


def _look(page: Page) -> None:
    go(page, "Xem văn bản")
    page.get_by_label("Tìm văn bản").fill("ke hoach")
    page.get_by_role("link", name="Kế hoạch").first.click()
    expect(page.get_by_alt_text("Trang 1 của")).to_be_visible()
    expect(page.get_by_text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).to_be_visible()


def _plan(page: Page) -> None:
    go(page, "Ban hành")
    page.get_by_role("row", name="Kế hoạch").first.get_by_role("link", name="Cấp số").click()


def _issue(page: Page) -> None:
    _plan(page)
    expect(page.get_by_role("alert")).to_contain_text("Không có sổ đăng ký")
    page.get_by_role("link", name="Mở sổ đăng ký").click()
    for button in page.get_by_role("button", name="Mở sổ").all_inner_texts():
        page.get_by_role("group", name=button.partition("“")[2].rstrip("”")).get_by_label("Số tiếp theo").fill("24")
        page.get_by_role("button", name=button).click()
        expect(page.get_by_role("button", name=button)).to_have_count(0)
    _plan(page)
    expect(page.get_by_text("24/KH-UBND")).to_be_visible()
    page.get_by_role("button", name="Cấp số 24 và vào sổ").click()
    expect(page.get_by_role("heading", name="Đã cấp số")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("24/KH-UBND")).to_be_visible()


def _correct(page: Page) -> None:
    """A name was wrong: it is mended once, in its table; the number that was given stays."""
    _table(page, "Cá nhân")
    page.get_by_text("Tạ Văn Đao", exact=True).click()
    page.keyboard.type("Tạ Văn Đào")
    _saved(page)
    _build(page)
    go(page, "Xem văn bản")
    page.get_by_label("Tìm văn bản").fill("ta van dao")
    expect(page.get_by_role("link", name="Tạ Văn Đào").first).to_be_visible()


def _search_prove_and_keep(page: Page, folder: Path, target: Path) -> None:
    go(page, "Sổ đăng ký")
    page.get_by_label("Tìm trong sổ").fill("phat dong")
    expect(page.get_by_role("link", name="24/KH-UBND")).to_be_visible()
    book = page.get_by_role("link", name="In sổ").first.get_attribute("href")
    printed = page.request.get(page.url.partition("/so")[0].rpartition("/")[0] + (book or ""), timeout=60_000)
    assert (printed.status, printed.body()[:4]) == (200, b"%PDF")
    go(page, "Lưu trữ, sao lưu")
    page.get_by_role("button", name="Kiểm chứng sổ và kho lưu trữ").click()
    expect(page.get_by_text("Sổ và kho lưu trữ nguyên vẹn")).to_be_visible(timeout=60_000)
    page.get_by_label("Thư mục sao lưu, ở ổ đĩa khác").fill(str(folder))
    page.get_by_role("button", name="Sao lưu", exact=True).click()
    expect(page.get_by_text("Đã sao lưu")).to_be_visible(timeout=60_000)
    page.get_by_text("Khôi phục từ bản sao lưu").click()
    page.get_by_label("Thư mục sao lưu", exact=True).fill(str(folder))
    page.get_by_label("Thư mục mới, chưa có").fill(str(target))
    page.get_by_role("button", name="Khôi phục vào thư mục mới").click()
    expect(page.get_by_text("Đã lập lại")).to_be_visible(timeout=60_000)
