"""What every test may ask for: the goldens' switch, and years that were built before."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from built_years import BuiltYears

_MEMORY = Path("/dev/shm")
_ROOM = 2 * 2**30
"""Bytes that a run may need at once for its temporary files; where less is free, they lie on the disk as elsewhere."""

# A busy machine is no failure, and a run repeats itself.
# ``make torture`` asks for its own profile; a test that needs another count takes a share of the profile's.
settings.register_profile("ci", deadline=None, derandomize=True, max_examples=20)
settings.register_profile("torture", deadline=None, derandomize=True, max_examples=400)
settings.load_profile("ci")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let goldens be written instead of compared: ``make goldens``."""
    parser.addoption("--update-goldens", action="store_true", help="write the goldens instead of comparing them")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    """Where xdist shares the tests out, neighbours stay in one process: what a file lays out or reads is made once.

    Shared out one by one, they take more of the processors' time (docs/analysis/tests.md).
    """
    if getattr(config.option, "numprocesses", None) and config.option.dist == "no":
        config.option.dist = "worksteal"


def pytest_configure() -> None:
    """Temporary files lie in memory where there is room: thousands of offices otherwise wait for the disk.

    Who wants another place says so by ``TMPDIR``; what proves the disk itself asks for :func:`on_disk`.
    """
    if "TMPDIR" not in os.environ and os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free >= _ROOM:
        os.environ["TMPDIR"] = str(_MEMORY)
        tempfile.tempdir = None
    # Commands keep what they saw of a register on the machine: of the tests' registers not with that of its user.
    os.environ["XDG_STATE_HOME"] = str(Path(tempfile.gettempdir(), f"vanban-tests-{os.getpid()}"))


def pytest_unconfigure() -> None:
    """Take that away again."""
    shutil.rmtree(os.environ["XDG_STATE_HOME"], ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest begin first: at the end of a run no process waits for one that began late."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What was collected stays to the end: the garbage collector, and every fork after it, may leave it alone."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def built_years(tmp_path_factory: pytest.TempPathFactory) -> BuiltYears:
    """Copies of the sample workspaces whose Word files are built, once for the whole run."""
    # Imported here, so that tests that ask for none of it start without loading the whole program.
    from built_years import BuiltYears

    return BuiltYears(tmp_path_factory.getbasetemp())
