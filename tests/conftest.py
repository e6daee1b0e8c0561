"""What every test may ask of the command line."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let goldens be written instead of compared: ``make goldens``."""
    parser.addoption("--update-goldens", action="store_true", help="write the goldens instead of comparing them")
