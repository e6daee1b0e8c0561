"""One server of the sample's page for every test that changes nothing of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from served_page import Clerk, Served, clerk_of, running

from vanban.workspace import create


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
