"""One line of a text that somebody wrote elsewhere, in Word or as plain text, before it is a tree."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.record import Record
from vanban.domain.text_table import TextTable


class DraftLine(Record):
    """A paragraph as it stands there, or a table.

    ``label`` is a number that Word counts and nobody typed. ``said`` and ``depth`` are what the paragraph's own style
    says: which field of a block it is, inside how many others; empty where the style says nothing. ``before`` is what
    it said before tracked changes, where these changed it.
    """

    text: str = Field(title="Lời văn")
    label: str = Field(default="", title="Số tự động")
    bold: bool = Field(default=False, title="In đậm cả dòng")
    centred: bool = Field(default=False, title="Canh giữa")
    said: str = Field(default="", title="Loại khối mà kiểu chữ nói")
    depth: int | None = Field(default=None, title="Nằm trong mấy khối")
    place: str = Field(default="", title="Vị trí")
    before: str = Field(default="", title="Trước khi sửa")
    table: TextTable | None = Field(default=None, title="Bảng")

    @property
    def printed(self) -> str:
        """The line as a reader sees it, its number first."""
        return f"{self.label} {self.text}" if self.label else self.text
