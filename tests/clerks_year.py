"""A clerk's whole year on the page, by its visible Vietnamese words alone: from an empty folder to a restored backup.

Whoever walks it is told at each page worth a picture; the test looks at the pages, ``make pictures`` keeps them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from docx import Document
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from served_page import PASTE

Seen = Callable[[str], None]
"""Told at a page that is worth a picture, by the name of the picture."""

PICTURES: Final = {
    "bat-dau": "Bắt đầu: trả lời về cơ quan",
    "ca-nhan": "Dán từ Excel: ô sai đỏ ngay, có câu chỉ cách sửa",
    "ke-hoach-word": "Kế hoạch sửa bằng Word: xem được hiểu thế nào rồi mới nhận",
    "dot-thi-dua": "Phiếu của một đợt thi đua",
    "loi-van": "Lời văn của đợt thi đua, soạn ngay trên trang",
    "phieu-sai": "Phiếu gửi về có chỗ sai: chưa nhận, có bản tô màu để trả lại",
    "lap": "Lập văn bản",
    "xem": "Xem từng trang giấy",
    "ban-hanh": "Trước khi cấp số: số dự kiến, ngày, văn bản nào sẽ in số ấy",
    "da-cap-so": "Đã cấp số và vào sổ",
    "so": "Tìm trong sổ đăng ký",
    "sao-luu": "Kiểm chứng và sao lưu",
}
"""The pictures of the year in their order, each with what it shows."""


def whole_year(page: Page, folder: Path, copy: Path, restored: Path, seen: Seen) -> None:
    """Go through the year in the browser; ``folder`` is the clerk's own, ``copy`` and ``restored`` for the backup."""
    _begin(page, seen)
    _paste_units_and_people(page, seen)
    _take_the_plan_from_word(page, folder, seen)
    _begin_a_campaign(page, seen)
    _send_a_kit_and_take_it_back(page, folder, seen)
    _build(page)
    seen("lap")
    _look(page, seen)
    _issue(page, seen)
    _correct(page)
    _search_prove_and_keep(page, copy, restored, seen)


def go(page: Page, name: str) -> None:
    """The page of that name, by the menu."""
    page.get_by_role("navigation", name="Các trang").get_by_role("link", name=name, exact=True).click()


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


def _begin(page: Page, seen: Seen) -> None:
    for label, answer in ANSWERS.items():
        page.get_by_label(label, exact=False).first.fill(answer)
    page.get_by_label("Loại cơ quan").select_option("xã")
    page.get_by_label("Loại đơn vị dưới").select_option("thôn")
    seen("bat-dau")
    page.get_by_role("button", name="Lập thư mục làm việc").click()
    expect(page.get_by_role("heading", name="Việc tiếp theo")).to_be_visible()


def _table(page: Page, name: str) -> None:
    go(page, "Bảng dữ liệu")
    page.get_by_role("link", name=name, exact=True).click()
    page.wait_for_selector(".writer:focus", state="attached")


def _saved(page: Page) -> None:
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Đã lưu")).to_be_visible()


def _paste_units_and_people(page: Page, seen: Seen) -> None:
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
    seen("ca-nhan")
    page.get_by_role("link", name="Giới tính").click()
    page.keyboard.type("Nam")
    page.keyboard.press("Tab")
    expect(page.locator("#loi")).to_be_hidden()
    _saved(page)


def _take_the_plan_from_word(page: Page, folder: Path, seen: Seen) -> None:
    """The plan goes out to Word, one sentence is written anew there, and it comes back."""
    go(page, "Lời văn")
    page.get_by_role("link", name="Kế hoạch").first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải bản Word để sửa").click()
    download.value.save_as(folder / "ke-hoach.docx")
    document = Document(str(folder / "ke-hoach.docx"))
    written = next(one for one in document.paragraphs if one.style.name.startswith("vb Gạch đầu dòng"))
    for old in list(written._p)[1:]:  # all but how the paragraph looks: words and marked places
        written._p.remove(old)
    written.add_run("- Nêu gương người tốt, việc tốt ở từng thôn.")
    document.save(str(folder / "ke-hoach.docx"))
    page.get_by_label("Tệp Word hoặc tệp chữ").set_input_files(folder / "ke-hoach.docx")
    page.get_by_role("button", name="Xem tệp được hiểu thế nào").click()
    expect(page.get_by_role("cell", name="Nêu gương người tốt, việc tốt ở từng thôn.")).to_be_visible()
    seen("ke-hoach-word")
    page.get_by_role("button", name="Dùng lời văn của tệp này").click()
    expect(page.get_by_role("heading", name="Đã lấy lời văn từ tệp")).to_be_visible()


def _begin_a_campaign(page: Page, seen: Seen) -> None:
    """A campaign of some weeks is begun on its form, and its plan is written on the page of texts."""
    year = ANSWERS["Năm của dữ liệu"]
    go(page, "Bảng dữ liệu")
    page.get_by_role("link", name="Đợt thi đua", exact=True).click()
    page.get_by_role("link", name="Thêm một mục mới").click()
    page.get_by_label("Tên đợt thi đua").fill("Đợt thi đua chào mừng Quốc khánh")
    page.get_by_label("Ngày bắt đầu").fill(f"01/8/{year}")
    page.get_by_label("Ngày kết thúc").fill(f"02/9/{year}")
    page.get_by_label("Trích yếu").first.fill("Tổ chức đợt thi đua chào mừng Quốc khánh")
    page.get_by_label("Cơ quan ban hành").first.select_option(label="Ủy ban nhân dân xã Đồng Quý")
    signer = page.get_by_label("Người ký").first
    own = signer.locator("option", has_text="Lương Văn Bách, Chủ tịch").first
    signer.select_option(label=own.inner_text())
    page.get_by_label("TM.").first.check()
    page.get_by_role("button", name="Lưu mục này").click()
    expect(page.get_by_text("Đã lưu")).to_be_visible()
    seen("dot-thi-dua")
    page.get_by_role("main").get_by_role("link", name="Tổ chức đợt thi đua chào mừng Quốc khánh").click()
    words = page.get_by_label("Lời văn của dòng")
    words.last.wait_for()
    written = next(one for one in words.all() if one.input_value() == "……")
    written.fill("Mỗi thôn làm xong một việc có ích cho Nhân dân trước ngày 02 tháng 9.")
    page.get_by_role("button", name="Lưu lời văn").click()
    expect(page.get_by_text("Đã lưu")).to_be_visible()
    seen("loi-van")


def _send_a_kit_and_take_it_back(page: Page, folder: Path, seen: Seen) -> None:
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
            seen("phieu-sai")
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


def _look(page: Page, seen: Seen) -> None:
    go(page, "Xem văn bản")
    page.get_by_label("Tìm văn bản").fill("ke hoach")
    page.get_by_role("link", name="Kế hoạch").first.click()
    expect(page.get_by_alt_text("Trang 1 của")).to_be_visible()
    expect(page.get_by_text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).to_be_visible()
    seen("xem")


def _plan(page: Page) -> None:
    go(page, "Ban hành")
    page.get_by_role("row", name="Kế hoạch").first.get_by_role("link", name="Cấp số").click()


def _issue(page: Page, seen: Seen) -> None:
    _plan(page)
    expect(page.get_by_role("alert")).to_contain_text("Không có sổ đăng ký")
    page.get_by_role("link", name="Mở sổ đăng ký").click()
    page.get_by_role("button", name="Mở sổ").first.wait_for()
    for button in page.get_by_role("button", name="Mở sổ").all_inner_texts():
        page.get_by_role("group", name=button.partition("“")[2].rstrip("”")).get_by_label("Số tiếp theo").fill("24")
        page.get_by_role("button", name=button).click()
        expect(page.get_by_role("button", name=button)).to_have_count(0)
    _plan(page)
    expect(page.get_by_text("24/KH-UBND")).to_be_visible()
    seen("ban-hanh")
    page.get_by_role("button", name="Cấp số 24 và vào sổ").click()
    expect(page.get_by_role("heading", name="Đã cấp số")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("24/KH-UBND")).to_be_visible()
    seen("da-cap-so")


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


def _search_prove_and_keep(page: Page, folder: Path, target: Path, seen: Seen) -> None:
    go(page, "Sổ đăng ký")
    page.get_by_label("Tìm trong sổ").fill("phat dong")
    expect(page.get_by_role("link", name="24/KH-UBND")).to_be_visible()
    seen("so")
    book = page.get_by_role("link", name="In sổ").first.get_attribute("href")
    printed = page.request.get(page.url.partition("/so")[0].rpartition("/")[0] + (book or ""), timeout=60_000)
    assert (printed.status, printed.body()[:4]) == (200, b"%PDF")
    go(page, "Lưu trữ, sao lưu")
    page.get_by_role("button", name="Kiểm chứng sổ và kho lưu trữ").click()
    expect(page.get_by_text("Sổ và kho lưu trữ nguyên vẹn")).to_be_visible(timeout=60_000)
    page.get_by_label("Thư mục sao lưu, ở ổ đĩa khác").fill(str(folder))
    page.get_by_role("button", name="Sao lưu", exact=True).click()
    expect(page.get_by_text("Đã sao lưu")).to_be_visible(timeout=60_000)
    seen("sao-luu")
    page.get_by_text("Khôi phục từ bản sao lưu").click()
    page.get_by_label("Thư mục sao lưu", exact=True).fill(str(folder))
    page.get_by_label("Thư mục mới, chưa có").fill(str(target))
    page.get_by_role("button", name="Khôi phục vào thư mục mới").click()
    expect(page.get_by_text("Đã lập lại")).to_be_visible(timeout=60_000)
