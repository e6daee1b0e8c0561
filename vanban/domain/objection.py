"""What a rule has against a document or a nomination: which article, whom, which numbers, what to do."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.finding import Severity
from vanban.domain.record import Record


class Objection(Record):
    """One thing that a rule does not allow (error) or that somebody must look at (warning).

    ``reason`` and ``remedy`` are whole Vietnamese sentences. ``article`` names the rule as it is
    cited; empty where it is arithmetic that does not hold, and no article.
    """

    rule: str = Field(title="Tên quy tắc")
    severity: Severity = Field(default=Severity.ERROR, title="Mức độ")
    article: str = Field(title="Căn cứ")
    about: str = Field(title="Đối tượng")
    figures: tuple[tuple[str, int], ...] = Field(default=(), title="Các con số")
    reason: str = Field(title="Vấn đề")
    remedy: str = Field(title="Cách sửa")

    def __str__(self) -> str:
        return f"{self.about}: {self.reason}{self._cited} {self.remedy}"

    @property
    def _cited(self) -> str:
        return f" ({self.article})" if self.article else ""

    def in_data(self, path: Path, value: object = None, note: str = "") -> Fault:
        """This objection at its place in the year: whom it is about, the reason, ``note``, and the article."""
        return Fault(
            path=path,
            value=None if value is None else str(value),
            reason=f"{self.about}: {self.reason}{note}{self._cited}",
            remedy=self.remedy,
            severity=self.severity,
            rule=self.rule,
            article=self.article,
        )
