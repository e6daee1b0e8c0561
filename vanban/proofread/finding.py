"""What a proofreader hands back: each fault with its place, what is, what should be, the article and the remedy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from pydantic import Field

from vanban.domain.finding import Finding, Place, Severity, visible
from vanban.domain.record import Record
from vanban.law.rule import PART_NAMES
from vanban.proofread.mark import Mark

_MOST_APART: Final = 3
_PLACES_NAMED: Final = 5
WHOLE = "Toàn văn bản"
"""The name of what is no single part: paper, fonts, text."""


class LayoutFinding(Record):
    """One fault of one file. ``paragraph`` counts from 1 through the file, ``page`` through its PDF.

    ``margin``: the fault stands in a page header or footer, whose paragraphs nobody counts. A fault that repeats itself
    is told once: ``count`` says how often it stands there, ``others`` the next places.
    """

    rule: str = Field(title="Mã quy tắc")
    part: str = Field(title="Thành phần")
    severity: Severity = Field(title="Mức độ")
    paragraph: int | None = Field(default=None, title="Đoạn")
    page: int | None = Field(default=None, title="Trang")
    margin: bool = Field(default=False, title="Ở đầu trang, chân trang")
    quote: str = Field(default="", title="Trích")
    found: str = Field(title="Hiện có")
    expected: str = Field(title="Cần có")
    article: str = Field(title="Điều khoản")
    remedy: str = Field(title="Cách sửa")
    mechanical: bool = Field(default=False, title="Máy sửa được")
    count: int = Field(default=1, title="Số chỗ")
    others: tuple[str, ...] = Field(default=(), title="Các chỗ tiếp theo")

    @property
    def spot(self) -> str:
        """The page and the paragraph."""
        parts = [f"trang {self.page}"] if self.page is not None else []
        if self.paragraph is not None:
            parts.append(f"đoạn {self.paragraph}")
        return ", ".join(parts) or ("phần đầu trang" if self.margin else "cả văn bản")

    @property
    def place(self) -> str:
        """Where a clerk looks: the page, the paragraph and its first words."""
        return f"{self.spot}: “{self.quote}”" if self.quote else self.spot

    @property
    def repeated(self) -> str:
        """“và 288 chỗ nữa: đoạn 5; đoạn 7…”, empty for a fault that stands in one place."""
        if self.count == 1:
            return ""
        more = "…" if self.count - 1 > len(self.others) else ""
        return f"và {self.count - 1} chỗ nữa: {'; '.join(self.others)}{more}"

    def as_finding(self, file: str) -> Finding:
        """The same as the program's common kind of finding, at ``file``."""
        repeated = f", {self.repeated}" if self.repeated else ""
        return Finding(
            severity=self.severity,
            place=Place(file=file, line=self.paragraph, header=self.part),
            value=self.quote or None,
            reason=f"{self.found}; cần: {self.expected} ({self.article}){repeated}.",
            remedy=self.remedy,
            rule=self.rule,
            article=self.article,
        )


def findings_of(marks: Iterable[Mark]) -> tuple[LayoutFinding, ...]:
    """The findings of a file by rule; a rule broken more than three times is told once, with its next places."""
    return tuple(finding for _, finding in first_marks(marks))


def first_marks(marks: Iterable[Mark]) -> list[tuple[Mark, LayoutFinding]]:
    """The same, each finding with the note that it begins at."""
    by_rule: dict[str, list[Mark]] = {}
    for mark in marks:
        by_rule.setdefault(mark.rule.id, []).append(mark)
    return [pair for found in by_rule.values() for pair in zip(found, _told(found), strict=False)]


def _told(marks: list[Mark]) -> list[LayoutFinding]:
    findings = [finding_of(mark) for mark in marks]
    if len(findings) <= _MOST_APART:
        return findings
    kinds = dict.fromkeys(finding.found for finding in findings)
    found = "; ".join(list(kinds)[:_MOST_APART]) + ("…" if len(kinds) > _MOST_APART else "")
    others = tuple(finding.spot for finding in findings[1 : 1 + _PLACES_NAMED])
    return [findings[0].model_copy(update={"found": found, "count": len(findings), "others": others})]


def finding_of(mark: Mark) -> LayoutFinding:
    """The finding that a check's note amounts to."""
    rule = mark.rule
    return LayoutFinding(
        rule=rule.id,
        part=PART_NAMES[rule.part] if rule.part is not None else WHOLE,
        severity=rule.severity,
        paragraph=mark.paragraph.number if mark.paragraph is not None and not mark.paragraph.in_margin else None,
        page=mark.page,
        margin=mark.paragraph is not None and mark.paragraph.in_margin,
        quote=visible(mark.quote),
        found=visible(mark.found),
        expected=visible(mark.expected),
        article=rule.article,
        remedy=rule.remedy,
        mechanical=rule.mechanical,
    )
