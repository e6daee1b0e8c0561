"""One server of the sample's page for every test that changes nothing of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from filecmp import dircmp
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from served_page import Clerk, Served, clerk_of, running, tab_of

from vanban.workspace import create, shipped

expect.set_options(timeout=60_000)  # a page waits as long as a busy machine needs; what never comes still fails


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The sample's page, for tests that change nothing of it."""
    folder = tmp_path_factory.mktemp("page")
    create(folder / "thi-dua")
    with running(folder / "thi-dua", folder / "state") as found:
        yield found
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def clerk(served: Served) -> Clerk:
    """Whoever opened the address."""
    return clerk_of(served)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "tests/system-packages.sh installs Chromium"
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A page of the sample's own, for tests that change its data."""
    folder = tmp_path_factory.mktemp("office")
    create(folder / "thi-dua")
    with running(folder / "thi-dua", folder / "state") as found:
        yield found


@pytest.fixture
def office(lasting: Served) -> Served:
    """The same with the data as they ship: what an earlier test changed is gone."""
    data = lasting.workspace.root / "data"
    shutil.rmtree(lasting.workspace.root.parent / "state" / "vanban" / "heads", ignore_errors=True)
    _as_shipped(shipped() / "data", data)
    return lasting


def _as_shipped(ours: Path, theirs: Path) -> None:
    """What differs is put back; what does not keeps its inode, so that the server need not read it again."""
    compared = dircmp(ours, theirs, ignore=["issued"], hide=[])
    for name in compared.right_only + (["issued"] if (theirs / "issued").exists() else []):
        gone = theirs / name
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    for name in compared.left_only + compared.diff_files + compared.funny_files:
        (shutil.copytree if (ours / name).is_dir() else shutil.copy2)(ours / name, theirs / name)
    for name in compared.common_dirs:
        _as_shipped(ours / name, theirs / name)


@pytest.fixture
def page(browser: Browser, office: Served) -> Iterator[Page]:
    """A tab of the office, as large as a clerk's screen, that speaks Vietnamese."""
    with tab_of(browser, office) as found:
        yield found
