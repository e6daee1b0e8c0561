"""The year in an address: ``/2025/lap``, a school's ``/2024-2025/lap``."""

from __future__ import annotations

from starlette.convertors import Convertor, register_url_convertor

from vanban.domain.work_year import WorkYear


class _YearInAddress(Convertor[WorkYear]):
    regex = r"\d{4}(?:-\d{4})?"

    def convert(self, value: str) -> WorkYear:
        """Two numbers that are no year lead to none: nobody has data for it."""
        return WorkYear.read(value) if WorkYear.names(value) else WorkYear(0)

    def to_string(self, value: WorkYear) -> str:
        return value.key


def teach_addresses() -> None:
    """Let routes say ``{year:year}``."""
    register_url_convertor("year", _YearInAddress())
