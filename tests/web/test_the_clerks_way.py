"""A clerk goes through the year by visible Vietnamese words alone; every page on the way is fit for a screen reader."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from clerks_year import PICTURES, whole_year
from playwright.sync_api import Browser, Page, expect
from served_page import Served, running, tab_of

from vanban.web.bare import MENU
from vanban.workflows.check import check
from vanban.workspace import Workspace

ROOT = Path(__file__).parents[2]
AXE = Path(__file__).parent / "axe.min.js"


def faults(page: Page) -> list[str]:
    """What axe finds on the page."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((told) => told.violations)")
    return [json.dumps([one["id"], [node["html"][:160] for node in one["nodes"][:3]]]) for one in found]


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


@pytest.mark.long
def test_a_clerks_year_from_an_empty_folder_to_a_restored_backup(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "xa").mkdir()
    found: dict[str, list[str]] = {}
    with running(tmp_path / "xa", tmp_path / "state") as served, tab_of(browser, served) as page:
        whole_year(
            page,
            tmp_path,
            tmp_path / "o-dia-khac",
            tmp_path / "may-moi",
            lambda name: found.update({name: faults(page)}),
        )
    assert check(Workspace(tmp_path / "may-moi")).ok
    assert found == {name: [] for name in PICTURES}


def test_the_pictures_of_the_year_stand_in_the_guide_in_its_order() -> None:
    guide = (ROOT / "docs" / "huong-dan.md").read_text(encoding="utf-8")
    assert re.findall(r"!\[(.+)\]\(trang/nam/(.+)\.png\)", guide) == [(words, name) for name, words in PICTURES.items()]
    assert {path.stem for path in (ROOT / "docs" / "trang" / "nam").iterdir()} == set(PICTURES)
