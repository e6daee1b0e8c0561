"""Paragraphs that were cut where they should not end: a YAML list in square brackets parts at every comma."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.finding import Severity
from vanban.domain.year import Year

_PROSE: Final = {
    "achievements": ("circumstances", "duties", "accomplishments", "methods", "compliance", "organisations"),
    "initiatives": (
        "situation",
        "solution",
        "novelty",
        "applicability",
        "conditions",
        "confidential",
        "benefits",
        "benefits_of_users",
    ),
}
"""The parts of a year whose rows hold paragraphs, and the fields that do."""

_ENDINGS: Final = (".", ";", ":", "?", "!", "…", "”", ")")


def cut_paragraphs(year: Year) -> Iterator[Fault]:
    """A paragraph that goes on in small letters where the one before has no stop: it was one sentence."""
    for path, paragraphs in _paragraphs(year):
        for position in range(1, len(paragraphs)):
            before, after = paragraphs[position - 1].rstrip(), paragraphs[position].lstrip()
            if not before or not after or before.endswith(_ENDINGS):
                continue
            cut = after[:1].islower()
            yield Fault(
                path=(*path, position),
                value=after,
                reason=f"Đoạn “{_tail(before)}” không có dấu kết thúc, đoạn sau lại viết tiếp: danh sách trong ngoặc "
                "vuông bị cắt ở dấu phẩy."
                if cut
                else f"Đoạn “{_tail(before)}” không có dấu kết thúc câu.",
                remedy="Hãy đặt cả câu trong dấu nháy kép, hoặc ghi mỗi đoạn một dòng bắt đầu bằng dấu gạch ngang; hết "
                "câu ghi dấu chấm.",
                severity=Severity.ERROR if cut else Severity.WARNING,
            )


def _tail(text: str) -> str:
    return text if len(text) < 40 else f"… {text[-36:]}"


def _paragraphs(year: Year) -> Iterator[tuple[Path, Sequence[str]]]:
    for part, fields in _PROSE.items():
        for position, row in enumerate(getattr(year, part)):
            yield from (((part, position, field), getattr(row, field)) for field in fields)
    for position, event in enumerate(year.sudden_achievements):
        for ordinal, awardee in enumerate(event.awardees):
            yield ("sudden_achievements", position, "awardees", ordinal, "summary"), awardee.summary


RULES: Final = (cut_paragraphs,)
