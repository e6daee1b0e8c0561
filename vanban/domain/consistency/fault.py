"""One contradiction in a year."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.record import Record
from vanban.domain.suggestion import did_you_mean

Path = tuple[str | int, ...]
"""Where in a year: field names and positions from 0, ``("nominations", 3, "nominee")``."""


class Fault(Record):
    """What contradicts what, and what to do: like a finding, with the place in the year instead of in a file."""

    path: Path = Field(title="Chỗ trong dữ liệu của năm")
    value: str | None = Field(default=None, title="Giá trị")
    reason: str = Field(title="Vấn đề")
    remedy: str = Field(title="Cách sửa")
    severity: Severity = Field(default=Severity.ERROR, title="Mức độ")
    rule: str = Field(default="", title="Tên quy tắc của luật, nếu lỗi là lỗi so với luật")
    article: str = Field(default="", title="Căn cứ của quy tắc ấy")

    def at(self, place: Place) -> Finding:
        """The same as a finding at the place in a file where that piece of the year stands."""
        return Finding(
            severity=self.severity,
            place=place.model_copy(update={"field": field_name(self.path) or place.field}),
            value=self.value,
            reason=self.reason,
            remedy=self.remedy,
            rule=self.rule,
            article=self.article,
        )


def field_name(path: Path) -> str | None:
    """The name of the piece that stands at ``path``: ``nominee``; of the third value of a list the list's."""
    return next((step for step in reversed(path) if isinstance(step, str)), None)


def unknown(path: Path, key: str, what: str, known: Iterable[str]) -> Fault:
    """Nothing of the sort ``what`` has that key; names the key that was probably meant."""
    keys = list(known)
    same = {other.casefold(): other for other in keys}.get(key.casefold())
    guess = f" Có phải bạn muốn viết “{same}”?" if same else did_you_mean(key, keys)
    return Fault(
        path=path,
        value=key,
        reason=f"Không có {what} nào mang mã này.{guess}",
        remedy=f"Hãy ghi đúng mã, hoặc thêm {what} mang mã này vào danh sách.",
    )
