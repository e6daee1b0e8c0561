"""``make pictures``: the pages of a clerk's year as they look, for the guide.

python tests/web/pictures.py docs/trang
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from playwright.sync_api import sync_playwright
from served_page import running, tab_of

from vanban.workflows.build import BuildRequest, build
from vanban.workspace import create

PAGES = {
    "trang-dau": "/2024/",
    "co-quan": "/2024/co-quan",
    "bang": "/2024/bang/people",
    "loi-van": "/2024/loi-van/sua?ten=plan",
    "phieu": "/2024/phieu",
    "kiem-tra": "/2024/kiem-tra",
    "xem": "/2024/xem",
    "ban-hanh": "/2024/ban-hanh",
    "soat": "/2024/soat",
    "nam-moi": "/2024/nam-moi",
}


def main(target: Path) -> None:
    """Take a picture of each page of the sample."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        root = Path(folder) / "thi-dua"
        workspace, _ = create(root)
        build(workspace, BuildRequest(wanted=("plan", "decision", "certificate"), with_pdf=False))
        program = shutil.which("chromium") or "chromium"
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        with running(root, Path(folder) / "state") as served, tab_of(browser, served) as page:
            for name, path in PAGES.items():
                page.goto(served.origin + path)
                page.wait_for_load_state("networkidle")
                page.screenshot(path=target / f"{name}.png")
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
