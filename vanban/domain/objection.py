"""What a rule has against a document or a nomination: which article, whom, which numbers, what to do."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.record import Record


class Objection(Record):
    """One thing that a rule does not allow (error) or that somebody must look at (warning).

    ``reason`` and ``remedy`` are whole Vietnamese sentences. ``article`` names the rule as it is cited.
    """

    rule: str = Field(title="Tên quy tắc")
    severity: Severity = Field(default=Severity.ERROR, title="Mức độ")
    article: str = Field(title="Căn cứ")
    about: str = Field(title="Đối tượng")
    figures: tuple[tuple[str, int], ...] = Field(default=(), title="Các con số")
    reason: str = Field(title="Vấn đề")
    remedy: str = Field(title="Cách sửa")

    def __str__(self) -> str:
        return f"{self.about}: {self.reason} ({self.article}) {self.remedy}"

    def at(self, place: Place, value: str | None = None) -> Finding:
        """This objection as a finding at ``place``: whom it is about before the reason, the article after it."""
        return Finding(
            severity=self.severity,
            place=place,
            value=value,
            reason=f"{self.about}: {self.reason} ({self.article})",
            remedy=self.remedy,
        )
