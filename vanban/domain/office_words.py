"""What a text may say of its office between braces, so that it need not be changed for another: ``{office}``.

:mod:`vanban.domain.own_words` fills them in.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from vanban.domain.office import Office


class OfficeWord(NamedTuple):
    """One word: its name between braces, its Vietnamese meaning, what it is in an office."""

    name: str
    title: str
    said: Callable[[Office], str]


OFFICE_WORDS: Final = (
    OfficeWord("office", "Tên đầy đủ của cơ quan", lambda office: office.name),
    OfficeWord("office_short", "Tên viết gọn của cơ quan", lambda office: office.short_name),
    OfficeWord("locality", "Địa phương, như viết trong câu", lambda office: office.locality),
    OfficeWord("province", "Tỉnh, thành phố", lambda office: office.province or ""),
    OfficeWord("superior", "Cơ quan cấp trên trực tiếp", lambda office: office.superior or ""),
    OfficeWord("form", "Gọi tắt loại cơ quan: xã, phường, trường", lambda office: office.own_noun),
    OfficeWord("head", "Người đứng đầu cơ quan: Chủ tịch, Hiệu trưởng", lambda office: office.own_form.head),
    OfficeWord("unit", "Tên loại đơn vị: thôn, khu phố, tổ chuyên môn", lambda office: office.unit_kind.noun),
    OfficeWord("unit_name", "Tên loại đơn vị, viết hoa chữ đầu", lambda office: office.unit_kind.name),
    OfficeWord("unit_head", "Người đứng đầu đơn vị", lambda office: office.unit_kind.head),
    OfficeWord("unit_title", "Danh hiệu văn hóa của đơn vị", lambda office: office.unit_kind.cultural_title or ""),
)
"""Every word, in the order in which the guide lists them."""

WORD_NAMES: Final = tuple(word.name for word in OFFICE_WORDS)
