"""Any Word file is read on the page: what is wrong stands beside its pages, marked on them; copies are handed out."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from docx import Document
from playwright.sync_api import Page, expect
from served_page import Clerk, Served
from web.test_pages_of_the_year import sent, words

from tests.proofread.paper import build
from tests.proofread.samples import SAMPLES
from vanban.law.nd30 import Part


def spoiled() -> bytes:
    """A plan of several pages whose motto and last khoản are wrong."""
    paper = SAMPLES["plan"]()
    paper.of(Part.MOTTO)[0].size = 16
    paper.of(Part.CLAUSE)[-1].italic = True
    return build(paper)


def test_a_file_is_seen_page_by_page_with_its_faults_framed_and_a_click_on_either_shows_the_other(
    page: Page, office: Served, tmp_path: Path
) -> None:
    file = tmp_path / "ke-hoach nơi khác.docx"
    file.write_bytes(spoiled())
    page.goto(f"{office.origin}/2024/soat")
    page.get_by_label("Tệp Word (.docx").set_input_files(file)
    page.get_by_role("button", name="Soát", exact=True).click()
    expect(page.get_by_role("heading", name="ke-hoach nơi khác.docx")).to_be_visible()
    picture = page.get_by_role("img", name="Trang 1 của ke-hoach nơi khác.docx")
    expect(picture).to_be_visible()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("one => one.naturalWidth") > 500
    frames = page.locator("a[data-frame]")
    expect(frames.first).to_be_visible()
    shared = frames.filter(has=page.locator("rect")).first
    numbers = (shared.get_attribute("data-frame") or "").split()
    assert len(numbers) > 1, "several faults of one line share a frame"
    for number in (*numbers, numbers[0]):
        shared.click()
        expect(page.locator("li.shown")).to_have_attribute("id", f"sai-{number}")
    expect(page.locator("li.shown")).to_contain_text("Tiêu ngữ")
    page.get_by_role("link", name="Chỉ chỗ trên trang 2").first.click()
    expect(page.get_by_role("img", name="Trang 2 của")).to_be_visible()
    expect(page.locator("a[data-frame].shown")).to_have_count(1)
    page.reload()
    expect(page.get_by_role("img", name="Trang 2 của")).to_be_visible()
    for button, ending in (("Tải bản đã sửa", "-sua.docx"), ("Tải bản có ghi chú", "-ghi-chu.docx")):
        with page.expect_download() as handed:
            page.get_by_role("button", name=button).click()
        assert handed.value.suggested_filename == f"ke-hoach nơi khác{ending}"
        assert Document(BytesIO(Path(handed.value.path()).read_bytes())).paragraphs


def test_what_is_no_word_file_is_told_by_its_own_name(clerk: Clerk) -> None:
    for name, data in (
        ("gia.docx", b"PK\x03\x04 not a zip"),
        ("van-ban.docx", b"%PDF-1.7 a page"),
        ("trong.docx", b""),
    ):
        said = words(sent(clerk, "/2024/soat", name, data))
        assert f"“{name}”" in said and "tep.docx" not in said, said


def test_a_file_that_is_kept_no_longer_is_asked_for_again(clerk: Clerk) -> None:
    for path in ("/2024/soat?tep=" + "0" * 64, "/2024/soat/trang?tep=x&trang=1"):
        answer = clerk.get(path)
        assert answer.status == 400 or answer.status == 404
        assert "Trang làm việc không còn giữ tệp này." in words(answer)
        assert "Hãy thả lại tệp đó để soát." in words(answer)
