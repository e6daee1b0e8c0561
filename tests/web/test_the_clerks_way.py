"""A clerk goes through the year by visible Vietnamese words alone; every page on the way is fit for a screen reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from served_page import Served, running, tab_of

from vanban.web.front import MENU
from vanban.workflows.check import check
from vanban.workspace import Workspace, create

AXE = Path(__file__).parent / "axe.min.js"


def faults(page: Page) -> list[str]:
    """What axe finds on the page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((told) => told.violations)")
    return [json.dumps([one["id"], [node["html"][:160] for node in one["nodes"][:3]]]) for one in found]


def go(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Các trang").get_by_role("link", name=name, exact=True).click()


@pytest.mark.parametrize("path", [*(href for href, _ in MENU), "/bang/people", "/xem/van-ban?ten=plan", "/khong-co"])
def test_no_page_has_a_fault_for_a_screen_reader(page: Page, office: Served, path: str) -> None:
    page.goto(f"{office.origin}/2024{path}")
    page.wait_for_load_state("networkidle")
    assert faults(page) == []


def test_a_clerk_corrects_a_name_builds_looks_issues_registers_and_backs_up(browser: Browser, tmp_path: Path) -> None:
    create(tmp_path / "thi-dua")
    with running(tmp_path / "thi-dua", tmp_path / "state") as served, tab_of(browser, served) as page:
        _mend_a_name(page)
        _build(page)
        _look(page)
        _issue(page)
        _search_and_keep(page, tmp_path / "o-dia-khac")
        assert (tmp_path / "o-dia-khac").is_dir()
        assert check(Workspace(tmp_path / "thi-dua")).ok


def _mend_a_name(page: Page) -> None:
    go(page, "Bảng dữ liệu")
    page.get_by_role("link", name="Cá nhân", exact=True).click()
    page.get_by_text("Trần Thị B", exact=True).click()
    page.keyboard.type("Trần Thị Bích")
    page.keyboard.press("Control+s")
    expect(page.get_by_text("Đã lưu")).to_be_visible()
    expect(page.locator("#loi")).to_be_hidden()


def _build(page: Page) -> None:
    go(page, "Trang đầu")
    page.get_by_role("link", name="Lập văn bản").last.click()
    page.get_by_role("button", name="Lập văn bản").click()
    expect(page.get_by_role("link", name="Xem các văn bản")).to_be_visible(timeout=400_000)


def _look(page: Page) -> None:
    go(page, "Xem văn bản")
    page.get_by_label("Tìm văn bản").fill("ke hoach to chuc")
    page.get_by_role("link", name="Kế hoạch tổ chức phát động").first.click()
    expect(page.get_by_alt_text("Trang 1 của")).to_be_visible()
    expect(page.get_by_text("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")).to_be_visible()


def _issue(page: Page) -> None:
    go(page, "Ban hành")
    page.get_by_role("row", name="Kế hoạch tổ chức phát động").get_by_role("link", name="Cấp số").click()
    expect(page.get_by_role("alert")).to_contain_text("Không có sổ đăng ký")
    page.get_by_role("link", name="Mở sổ đăng ký").click()
    page.get_by_label("Số tiếp theo").first.fill("24")
    page.get_by_role("button", name="Mở sổ").first.click()
    go(page, "Ban hành")
    page.get_by_role("row", name="Kế hoạch tổ chức phát động").get_by_role("link", name="Cấp số").click()
    expect(page.get_by_text("24/KH-UBND")).to_be_visible()
    page.get_by_role("button", name="Cấp số 24 và vào sổ").click()
    expect(page.get_by_role("heading", name="Đã cấp số")).to_be_visible(timeout=120_000)
    expect(page.get_by_text("24/KH-UBND")).to_be_visible()


def _search_and_keep(page: Page, folder: Path) -> None:
    go(page, "Sổ đăng ký")
    page.get_by_label("Tìm trong sổ").fill("phat dong")
    expect(page.get_by_role("link", name="24/KH-UBND")).to_be_visible()
    go(page, "Lưu trữ, sao lưu")
    page.get_by_role("button", name="Kiểm chứng sổ và kho").click()
    expect(page.get_by_text("Sổ và kho nguyên vẹn")).to_be_visible(timeout=60_000)
    page.get_by_label("Thư mục sao lưu, ở ổ đĩa khác").fill(str(folder))
    page.get_by_role("button", name="Sao lưu", exact=True).click()
    expect(page.get_by_text("Đã sao lưu")).to_be_visible(timeout=60_000)
