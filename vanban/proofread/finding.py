"""What a proofreader hands back: each fault with its place, what is, what should be, the article and the remedy."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.finding import Finding, Place, Severity, visible
from vanban.domain.record import Record
from vanban.law.rule import PART_NAMES
from vanban.proofread.mark import Mark

WHOLE = "Toàn văn bản"
"""The name of what is no single part: paper, fonts, text."""


class LayoutFinding(Record):
    """One fault of one file. ``paragraph`` counts from 1 through the file, ``page`` through its PDF.

    ``margin``: the fault stands in a page header or footer, whose paragraphs nobody counts.
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

    @property
    def place(self) -> str:
        """Where a clerk looks: the page, the paragraph and its first words."""
        parts = [f"trang {self.page}"] if self.page is not None else []
        if self.paragraph is not None:
            parts.append(f"đoạn {self.paragraph}")
        where = ", ".join(parts) or ("phần đầu trang" if self.margin else "cả văn bản")
        return f"{where}: “{self.quote}”" if self.quote else where

    def as_finding(self, file: str) -> Finding:
        """The same as the program's common kind of finding, at ``file``."""
        return Finding(
            severity=self.severity,
            place=Place(file=file, line=self.paragraph, header=self.part),
            value=self.quote or None,
            reason=f"{self.found}; cần: {self.expected} ({self.article}).",
            remedy=self.remedy,
        )


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
