"""What the units under an office are called: one row for each kind, and every word that follows from it.

The nouns are those of Luật Tổ chức chính quyền địa phương (thôn, tổ dân phố), those that villages and street groups
have by custom, and those of schools and agencies; the title is that of Luật Thi đua, khen thưởng, Điều 31, in the name
of the office's own units. A new kind is one row; an office whose units have none writes one of its own in office.yaml.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from pydantic import Field, JsonValue
from pydantic.fields import FieldInfo

from vanban.domain.record import Record


class UnitKind(Record):
    """One kind of unit: its noun as in a sentence, its head, what it is called for short, what its people are.

    ``cultural_title``: the title that the law gives to such units; ``None`` where it gives none, as to those in which
    nobody lives: no households, no committee of the Front are asked of them.
    """

    noun: str = Field(title="Tên loại đơn vị")
    head: str = Field(title="Người đứng đầu")
    short: str = Field(title="Gọi tắt")
    slug: str = Field(title="Chữ không dấu trong tên tệp", pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    cultural_title: str | None = Field(default=None, title="Danh hiệu văn hóa của đơn vị")

    @property
    def name(self) -> str:
        """At the beginning of a sentence, of a cell, of a proper name."""
        return self.noun[:1].upper() + self.noun[1:]

    @property
    def signs(self) -> str:
        """Over the signature of its head: ``TRƯỞNG THÔN``."""
        return self.head.upper()

    @property
    def example_key(self) -> str:
        """A key as clerks give them: ``tdp-01``, ``thon-01``."""
        words = self.slug.split("-")
        return f"{''.join(word[0] for word in words) if len(words) > 1 else self.slug}-01"

    @property
    def is_residential(self) -> bool:
        """Whether households live in it, which register, meet and are counted."""
        return self.cultural_title is not None


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
    _residential("tiểu khu", "Trưởng tiểu khu", "tieu-khu"),
    _residential("khu dân cư", "Trưởng khu dân cư", "khu-dan-cu", "khu"),
    _working("tổ chuyên môn", "Tổ trưởng chuyên môn", "to-chuyen-mon", "tổ"),
    _working("khối lớp", "Khối trưởng", "khoi-lop", "khối"),
    _working("khoa", "Trưởng khoa", "khoa"),
    _working("phòng", "Trưởng phòng", "phong"),
)
"""The first is that of an office whose data say nothing of its units, as those of version 0.1.0."""

BY_NOUN: Final[Mapping[str, UnitKind]] = {kind.noun: kind for kind in UNIT_KINDS}


def of_units(*columns: str) -> dict[str, JsonValue]:
    """Marks a field whose column names a unit: the patterns of its header, the usual one first (``Mã {short}``)."""
    return {"of_units": list(columns)}


OF_RESIDENTS: Final[dict[str, JsonValue]] = {"of_residents": True}
"""Marks a field that every unit has in which people live, and none other."""


def also_called(*columns: str) -> dict[str, JsonValue]:
    """Marks a field over whose column offices write other words too."""
    return {"also_called": list(columns)}


OVER_COLUMNS: Final = "over_columns"
"""The name of the mark of :func:`over_columns`."""


def over_columns(values: str, each: Sequence[str], once: Sequence[str]) -> dict[str, JsonValue]:
    """Marks a field that people also write as headers, one column for each, with the ``values`` of that field below.

    ``each``: what such a row says of every value, ``once``: of all of them together.
    """
    return {OVER_COLUMNS: values, "each": list(each), "once": list(once)}


def column_titles(field: FieldInfo, kind: UnitKind) -> tuple[str, ...]:
    """What an office with units of that kind writes over the column, the usual words first."""
    extra = field.json_schema_extra
    marks = extra if isinstance(extra, dict) else {}
    patterns = marks.get("of_units")
    also = marks.get("also_called")
    if not isinstance(patterns, list):
        patterns = [field.title] if field.title else []
    said = {"noun": kind.noun, "short": kind.short, "head": kind.head}
    called = (str(pattern).format(**said) for pattern in (*patterns, *(also if isinstance(also, list) else ())))
    return tuple(dict.fromkeys(called))


def is_asked(field: FieldInfo, kind: UnitKind) -> bool:
    """Whether units of that kind must say it."""
    extra = field.json_schema_extra
    return field.is_required() or (isinstance(extra, dict) and "of_residents" in extra and kind.is_residential)
