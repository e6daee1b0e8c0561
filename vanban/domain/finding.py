"""What is wrong, where, and what to do about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from pydantic import Field

from vanban.domain.record import Record

_LONGEST_SHOWN = 80


class Severity(StrEnum):
    """Whether a finding stops the work."""

    ERROR = "error"
    WARNING = "warning"


class Place(Record):
    """Where in a file that a person can open: every part that is known, from the file down to the cell.

    ``line`` is the row of a sheet or the line of a text, ``column`` the letters of a column, ``field`` what the program
    calls that piece of the data, for a page that points at it; ``called`` what a person calls the file:
    ``Bảng Cá nhân``.
    """

    file: str = Field(title="Tệp")
    sheet: str | None = Field(default=None, title="Trang")
    line: int | None = Field(default=None, title="Dòng")
    column: str | None = Field(default=None, title="Cột")
    header: str | None = Field(default=None, title="Tên cột hoặc tên mục")
    field: str | None = Field(default=None, title="Trường dữ liệu")
    called: str | None = Field(default=None, title="Tên gọi của bảng, tệp")

    def __str__(self) -> str:
        parts = [f"{self.called} ({self.file})" if self.called else f"Tệp “{self.file}”"]
        if self.sheet:
            parts.append(f"trang “{self.sheet}”")
        if self.line is not None:
            parts.append(f"dòng {self.line}")
        if self.column:
            parts.append(f"cột {self.column}" + (f" ({self.header})" if self.header else ""))
        elif self.header:
            parts.append(f"mục “{self.header}”")
        return ", ".join(parts)


class Finding(Record):
    """One thing wrong: the place, the value as it stands, the reason and the remedy, each a Vietnamese sentence.

    ``rule`` and ``article`` are empty where it is no rule of the law or of layout that is broken; the sentences say the
    article too.
    """

    severity: Severity = Field(default=Severity.ERROR, title="Mức độ")
    place: Place = Field(title="Vị trí")
    value: str | None = Field(default=None, title="Đang ghi")
    reason: str = Field(title="Vấn đề")
    remedy: str = Field(title="Cách sửa")
    rule: str = Field(default="", title="Tên quy tắc")
    article: str = Field(default="", title="Căn cứ")

    def __str__(self) -> str:
        shown = f" Đang ghi: “{visible(self.value)}”." if self.value is not None else ""
        return f"{self.place}: {self.reason}{shown} Cách sửa: {self.remedy}"


def tally(findings: Iterable[Finding]) -> str:
    """``2 lỗi, 1 lưu ý``."""
    count = Counter(finding.severity for finding in findings)
    return f"{count[Severity.ERROR]} lỗi, {count[Severity.WARNING]} lưu ý"


def visible(text: str) -> str:
    """``text`` cut to 80 characters, with every character that cannot be seen written as ``⟨U+000B⟩``."""
    shown = "".join(character if character.isprintable() else f"⟨U+{ord(character):04X}⟩" for character in text)
    return shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1] + "…"
