"""``make pictures``: the pages of a clerk's year, a filled table, a LỖI and the output folder, for the guide.

python tests/web/pictures.py docs
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from clerks_year import whole_year
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from playwright.sync_api import Browser, Page, sync_playwright
from served_page import running, tab_of

from vanban.workflows.build import BuildRequest, build
from vanban.workflows.check import check
from vanban.workspace import create, find

PAGES = {
    "trang-dau": "/2024/",
    "kiem-tra": "/2024/kiem-tra",
    "soat": "/2024/soat",
    "nam-moi": "/2024/nam-moi",
}
_STYLE = """
body {margin: 0; padding: 12px; background: white; font: 15px "Liberation Sans", Arial, sans-serif; width: 1100px}
table {border-collapse: collapse} td, th {border: 1px solid #b8bec6; padding: 3px 8px; text-align: left}
th, td.number {background: #eceff2; color: #444; font-weight: normal; text-align: center} tr.head td {font-weight: bold}
pre {margin: 0; padding: 12px 16px; background: #1f2329; color: #f2f2f2; font: 15px "Liberation Mono", monospace;
  line-height: 1.5; white-space: pre-wrap} ul {list-style: none; margin: 0; padding-left: 26px; line-height: 1.7}
i {display: inline-block; width: 13px; height: 15px; margin-right: 8px; vertical-align: -2px; background: #dfe6ee;
  border: 1px solid #7d8b99}
i.folder {width: 18px; height: 13px; background: #f2cf74; border-color: #b98f22; border-radius: 2px}
"""
_AS_ON_A_CLERKS_MACHINE = r"""(folder) => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replaceAll(folder, "D:");
  for (const one of document.querySelectorAll("input[type=text]")) one.value = one.value.replaceAll(folder, "D:");
}"""
"""Shows folders where a clerk has them, not where the picture is taken."""
_ROWS, _COLUMNS, _LONGEST = 9, 8, 34
_FOLDERS = ("1-phat-dong", "5-de-nghi-khen-thuong")
"""Which folders of the output are shown open."""


def main(target: Path) -> None:
    """Take a picture of each page of the sample, and of what a clerk sees outside the page."""
    (target / "trang").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder) / "thi-dua"
        workspace, _ = create(root)
        build(workspace, BuildRequest(with_pdf=False))
        program = shutil.which("chromium") or "chromium"
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with running(root, Path(folder) / "state") as served, tab_of(browser, served) as page:
            for name, path in PAGES.items():
                page.goto(served.origin + path)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=target / "trang" / f"{name}.png")
        _year(browser, Path(folder), target / "trang" / "nam")
        page = browser.new_page()
        _draw(page, _table(workspace.root / "data" / "office" / "people.xlsx"), target / "bang-ca-nhan.png")
        _draw(page, _folder(workspace.root / "output"), target / "thu-muc-output.png")
        _draw(page, _mistake(root), target / "mot-loi.png")
        browser.close()


def _year(browser: Browser, folder: Path, target: Path) -> None:
    """The row of pictures that a clerk's whole year makes."""
    target.mkdir(exist_ok=True)
    (folder / "xa").mkdir()
    with running(folder / "xa", folder / "state-of-the-year") as served, tab_of(browser, served) as page:

        def seen(name: str) -> None:
            page.evaluate("window.scrollTo(0, 0)")
            page.evaluate(_AS_ON_A_CLERKS_MACHINE, str(folder))
            page.wait_for_load_state("networkidle")
            page.screenshot(path=target / f"{name}.png")

        whole_year(page, folder, folder / "o-dia-khac", folder / "may-moi", seen)


def _draw(page: Page, body: str, path: Path) -> None:
    """A picture as high as what it shows."""
    page.set_content(f"<!doctype html><meta charset=utf-8><style>{_STYLE}</style><body>{body}</body>")
    page.locator("body > *").screenshot(path=path)


def _table(path: Path) -> str:
    """The first rows of a workbook with the letters and numbers that Excel has around them."""
    sheet = load_workbook(path).worksheets[0]
    rows = [
        [str(cell or "") for cell in row] for row in sheet.iter_rows(max_row=_ROWS, max_col=_COLUMNS, values_only=True)
    ]
    head = "".join(f"<th>{get_column_letter(place)}</th>" for place in range(1, _COLUMNS + 1))
    lines = [
        f"<tr class={'head' if number == 1 else 'row'}><td class=number>{number}</td>"
        + "".join(f"<td>{escape(cell if len(cell) <= _LONGEST else cell[:_LONGEST] + '…')}</td>" for cell in row)
        + "</tr>"
        for number, row in enumerate(rows, 1)
    ]
    return f"<table><tr><th></th>{head}</tr>{''.join(lines)}</table>"


def _folder(folder: Path) -> str:
    """The output folder as a window of folders shows it, some of them open."""

    def shown(path: Path) -> str:
        there = [one for one in path.iterdir() if one.is_dir() or one.suffix == ".docx"] if path.is_dir() else []
        inside = sorted(there, key=lambda one: (one.is_file(), one.name))
        is_open = path.name in (*_FOLDERS, "output", "2024") or path.parent.name in _FOLDERS
        listed = "".join(f"<li>{shown(one)}</li>" for one in inside[:6]) if is_open else ""
        more = f"<li>… ({len(inside)} mục)</li>" if is_open and len(inside) > 6 else ""
        sort = "folder" if path.is_dir() else "file"
        return f"<i class={sort}></i>{escape(path.name)}<ul>{listed}{more}</ul>"

    return f"<div style='width: 560px'><ul><li>{shown(folder)}</li></ul></div>"


def _mistake(root: Path) -> str:
    """What ``vanban check`` says of a mistyped key."""
    path = root / "data" / "office" / "people.xlsx"
    book = load_workbook(path)
    sheet = book.worksheets[0]
    column = next(cell.column for cell in sheet[1] if cell.value == "Mã tập thể")
    sheet.cell(2, column).value = str(sheet.cell(2, column).value)[:-1]
    book.save(path)
    found = [finding for finding in check(find(root)).findings if "Mã tập thể" in str(finding)]
    return f"<pre>&gt; vanban check\nLỖI: {escape(str(found[0]))}</pre>"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
