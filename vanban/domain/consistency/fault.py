"""One contradiction in a year."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from pydantic import Field

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.record import Record
from vanban.domain.suggestion import did_you_mean, plain
from vanban.domain.wording import either

Path = tuple[str | int, ...]
"""Where in a year: field names and positions from 0, ``("nominations", 3, "nominee")``."""


class Fault(Record):
    """What contradicts what, and what to do: like a finding, with the place in the year instead of in a file."""

    path: Path = Field(title="Chỗ trong dữ liệu của năm")
    value: str | None = Field(default=None, title="Đang ghi")
    reason: str = Field(title="Vấn đề")
    remedy: str = Field(title="Cách sửa")
    severity: Severity = Field(default=Severity.ERROR, title="Mức độ")
    rule: str = Field(default="", title="Tên quy tắc của luật, nếu lỗi là lỗi so với luật")
    article: str = Field(default="", title="Căn cứ của quy tắc ấy")
    cause: str = Field(default="", title="Lỗi gốc mà nhiều chỗ cùng có")
    other: Path = Field(default=(), title="Dòng kia, mà lý do nói đến bằng số thứ tự")

    def at(self, place: Place, other: Place | None = None) -> Finding:
        """The same as a finding at the place in a file where that piece of the year stands.

        ``other`` is the place of the other row: a person counts by the line that the file shows.
        """
        return Finding(
            severity=self.severity,
            place=place.model_copy(update={"field": field_name(self.path) or place.field}),
            value=self.value,
            reason=self._with_line(place, other),
            remedy=self.remedy,
            rule=self.rule,
            article=self.article,
        )

    def _with_line(self, place: Place, other: Place | None) -> str:
        if other is None or other.line is None:
            return self.reason
        line = f"dòng {other.line}" + ("" if other.file == place.file else f" của tệp “{other.file}”")
        return self.reason.replace(row_number(self.other), line, 1)


def row_number(path: Path) -> str:
    """``dòng thứ 3``: how a reason speaks of the row at ``path`` as long as nobody knows its line."""
    (*_, position) = (step for step in path if isinstance(step, int))
    return f"dòng thứ {position + 1}"


def field_name(path: Path) -> str | None:
    """The name of the piece that stands at ``path``: ``nominee``; of the third value of a list the list's."""
    return next((step for step in reversed(path) if isinstance(step, str)), None)


def unknown(path: Path, key: str, what: str, known: Mapping[str, object] | Iterable[str]) -> Fault:
    """Nothing of the sort ``what`` has that key; names the key that was probably meant.

    ``known`` are the rows that there are, by their keys. Of people only a key that is the same but for case, accents or
    hyphens is suggested: one letter more is somebody else. Where a name stands in place of a key, its key is told.
    """
    rows = known if isinstance(known, Mapping) else dict.fromkeys(known)
    named = [other for other, row in rows.items() if plain(_name(row)) == plain(key) and plain(key)]
    if named and (" " in key or not key.isascii()):
        keys = either(f"“{other}”" for other in named)
        hint = f" Ở đây ghi mã, không ghi tên: “{key}” có mã {keys}."
    else:
        others = [other for other, row in rows.items() if not _is_person(row) or plain(other) == plain(key)]
        hint = did_you_mean(key, others)
    return Fault(
        path=path,
        value=key,
        reason=f"{unknown_in(what)}{hint}",
        remedy=f"Hãy ghi đúng mã, hoặc thêm mã này vào {_list_of(what)}.",
        cause=f"{what if what in _OF_DOCUMENTS else ''}/{key}",
    )


def unknown_in(what: str) -> str:
    """``Mã này chưa có trong bảng Cá nhân.``: where a key of the sort ``what`` is looked for in vain."""
    return f"Mã này chưa có trong {_list_of(what)}."


def _list_of(what: str) -> str:
    return _LISTS.get(what, f"danh sách {what}")


_LISTS: Final = {
    "cá nhân": "bảng Cá nhân",
    "tập thể": "bảng Tập thể",
    "tiêu chí": "bảng Tiêu chí chấm điểm",
    "bảng điểm": "tệp Bảng điểm thi đua",
    "sáng kiến": "tệp Sáng kiến",
    "người ký": "tệp Người ký",
    "văn bản căn cứ": "tệp Căn cứ",
    "cơ quan ban hành": "tệp Cơ quan",
    "thành viên Hội đồng": "danh sách thành viên Hội đồng",
    "văn bản trong bộ": "bộ văn bản của năm",
    "hệ thống số": "các hệ thống số của tệp Cơ quan",
    "chỉ tiêu": "các chỉ tiêu của kế hoạch",
    "nội dung của chỉ tiêu này": "các nội dung của chỉ tiêu này",
}
"""Where the keys of each sort stand, as a clerk calls it; of the others: the list of them."""

_OF_DOCUMENTS: Final = frozenset(
    {
        "chỉ tiêu",
        "nội dung của chỉ tiêu này",
        "sáng kiến",
        "văn bản căn cứ",
        "văn bản trong bộ",
        "người ký",
        "cơ quan ban hành",
    }
)
"""What has keys apart from those of people and units."""


def _name(row: object) -> str:
    return row if isinstance(row, str) else str(getattr(row, "name", None) or "")


def _is_person(row: object) -> bool:
    """Whether the row is that of one person: who has a gender, a birthday or a position."""
    said = getattr(row, "is_person", None)
    return bool(said) if said is not None else any(hasattr(row, name) for name in ("gender", "born_on", "position"))
