"""How much of a long sweep is tried: ``make test`` takes a spread of it, ``make torture`` all of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TypeVar

Row = TypeVar("Row")

WHOLE = os.environ.get("VANBAN_TORTURE_EVERY") == "1"
"""Whether this run is of the long ones."""


def spread(rows: Sequence[Row], every: int, begin: int = 0) -> Sequence[Row]:
    """Every so-manyth row from the one at ``begin`` on; all of them in a long run."""
    return rows if WHOLE else rows[begin::every]
