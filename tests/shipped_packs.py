"""The law that ships, as an office in the province of the sample years has it."""

from __future__ import annotations

from typing import Final

from vanban.workflows.law_book import shipped_law

LAW: Final = shipped_law("tỉnh Bắc Ninh")
"""The country's pack and the pack of Bắc Ninh."""

COUNTRY: Final = shipped_law()
"""The country's pack alone."""
