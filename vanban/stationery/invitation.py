"""An invitation (Phụ lục III, Mẫu 1.7): as Mẫu 1.4 without addressees and căn cứ."""

from __future__ import annotations

from typing import Any

from vanban.stationery.closing import closing
from vanban.stationery.letterhead import heading, letterhead
from vanban.stationery.text import text


def invitation() -> tuple[Any, ...]:
    """A whole invitation."""
    return (*letterhead(), *heading(), *text(), *closing())
