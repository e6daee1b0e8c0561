"""What the units under an office are called: one row for each kind, and every word that follows from it.

The nouns are those of Luật Tổ chức chính quyền địa phương (thôn, tổ dân phố), those that villages and street groups
have by custom, and those of schools and agencies; the title is that of Luật Thi đua, khen thưởng, Điều 31, in the name
of the office's own units. A new kind is one row.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pydantic import Field, JsonValue

from vanban.domain.record import Record


class UnitKind(Record):
    """One kind of unit: its noun as in a sentence, its head, what it is called for short, what its people are.

    ``cultural_title``: the title that the law gives to such units; ``None`` where it gives none.
    """

    noun: str = Field(title="Tên loại đơn vị")
    head: str = Field(title="Người đứng đầu")
    short: str = Field(title="Gọi tắt")
    slug: str = Field(title="Chữ không dấu trong tên tệp")
    cultural_title: str | None = Field(default=None, title="Danh hiệu văn hóa của đơn vị")

    @property
    def name(self) -> str:
        """At the beginning of a sentence, of a cell, of a proper name."""
        return self.noun[:1].upper() + self.noun[1:]

    @property
    def headers(self) -> Mapping[str, tuple[str, ...]]:
        """The columns of its table as offices write them, by field."""
        keys = dict.fromkeys((f"Mã {self.noun}", f"Mã {self.short}"))
        return {"key": tuple(keys), "group": tuple(keys), "name": (f"Tên {self.noun}",), "leader": (self.head,)}


def _residential(noun: str, head: str, slug: str, short: str = "") -> UnitKind:
    title = f"{noun[:1].upper()}{noun[1:]} văn hóa"
    return UnitKind(noun=noun, head=head, short=short or noun, slug=slug, cultural_title=title)


def _working(noun: str, head: str, slug: str, short: str = "") -> UnitKind:
    return UnitKind(noun=noun, head=head, short=short or noun, slug=slug)


UNIT_KINDS: Final = (
    _residential("tổ dân phố", "Tổ trưởng", "to-dan-pho", "tổ"),
    _residential("thôn", "Trưởng thôn", "thon"),
    _residential("ấp", "Trưởng ấp", "ap"),
    _residential("bản", "Trưởng bản", "ban"),
    _residential("buôn", "Trưởng buôn", "buon"),
    _residential("làng", "Trưởng làng", "lang"),
    _residential("phum", "Trưởng phum", "phum"),
    _residential("sóc", "Trưởng sóc", "soc"),
    _residential("xóm", "Trưởng xóm", "xom"),
    _residential("khóm", "Trưởng khóm", "khom"),
    _residential("khu phố", "Trưởng khu phố", "khu-pho"),
    _residential("khối phố", "Khối trưởng", "khoi-pho", "khối"),
    _residential("khu dân cư", "Trưởng khu dân cư", "khu-dan-cu", "khu"),
    _working("tổ chuyên môn", "Tổ trưởng chuyên môn", "to-chuyen-mon", "tổ"),
    _working("khối lớp", "Khối trưởng", "khoi-lop", "khối"),
    _working("phòng", "Trưởng phòng", "phong"),
)
"""The first is that of an office whose data say nothing of its units, as those of version 0.1.0."""

OF_UNITS: Final[dict[str, JsonValue]] = {"of_units": True}
"""Marks a field whose column names a unit or its head: every kind's own words are understood over it."""

BY_NOUN: Final[Mapping[str, UnitKind]] = {kind.noun: kind for kind in UNIT_KINDS}

FORMS: Final = (
    "phường",
    "xã",
    "đặc khu",
    "thị trấn",
    "quận",
    "huyện",
    "thị xã",
    "thành phố",
    "tỉnh",
    "trường",
    "cơ quan",
)
"""Forms of office as a sentence calls them for short: “chỉ tiêu của xã”; the locality's first word tells which."""
