"""The styles of an editing copy: one for each kind of line and how deep it stands, so that a file which comes back says
itself what its lines are."""

from __future__ import annotations

import re
from typing import Final

STYLE_OF: Final = {
    "part": "Phần",
    "chapter": "Chương",
    "section": "Mục có tiêu đề",
    "article": "Điều",
    "clause": "Khoản",
    "point": "Điểm",
    "text": "Đoạn văn",
    "item": "Gạch đầu dòng",
    "inset": "Chỗ lấy từ dữ liệu",
    "table": "Bảng",
}
"""The field of a block → what the style of its line is called, before its level."""

SUBJECT, ADDRESSEE, BASIS, INTRODUCTION = "Trích yếu", "Kính gửi", "Căn cứ", "Lời dẫn"
TARGET, TARGET_FIELD, RECIPIENT, SIGNER = "Chỉ tiêu", "Lĩnh vực", "Nơi nhận", "Người ký"
ANNEX, ABOUT_THE_COPY = "Phụ lục", "Lời nhắc"

HEAD_AND_FOOT: Final = (
    SUBJECT, ADDRESSEE, BASIS, INTRODUCTION, TARGET, TARGET_FIELD, RECIPIENT, SIGNER, ANNEX, ABOUT_THE_COPY,
)  # fmt: skip
"""The styles of lines that are not of the text's tree."""

_PREFIX: Final = "vb "
_LEVEL: Final = re.compile(r"(?P<name>.+?) (?P<level>\d{1,2})")
_FIELD_OF: Final = {name.casefold(): field for field, name in STYLE_OF.items()}
_OTHERS: Final = {name.casefold(): name for name in HEAD_AND_FOOT}


def style_name(field: str, depth: int) -> str:
    """``vb Mục có tiêu đề 2``: the style of a line of that field inside of ``depth`` blocks."""
    return f"{_PREFIX}{STYLE_OF[field]} {depth + 1}"


def outer_style(name: str) -> str:
    """``vb Căn cứ``: the style of a line that is not of the tree."""
    return _PREFIX + name


def read_style(style: str) -> tuple[str, int | None] | None:
    """The field and depth, or the name and ``None``, that a style's name says; ``None`` for a style of others."""
    name = style.casefold()
    if not name.startswith(_PREFIX):
        return None
    name = name.removeprefix(_PREFIX).strip()
    if name in _OTHERS:
        return _OTHERS[name], None
    found = _LEVEL.fullmatch(name)
    field = _FIELD_OF.get(found["name"]) if found else None
    return (field, int(found["level"]) - 1) if found and field else None
