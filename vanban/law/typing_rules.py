"""What is noted of typing and spelling: no demand of the decree, so a note with a suggestion, never an error."""

from __future__ import annotations

from typing import Final

from vanban.law.rule import WARNING, LayoutRule

_TYPING: Final = "Soát gõ chữ (không phải quy định của Nghị định)"
_SPELLING: Final = "Soát chính tả (không phải quy định của Nghị định)"


def _note(rule: str, what: str, remedy: str, article: str = _TYPING) -> LayoutRule:
    return LayoutRule(rule, None, what, article, WARNING, remedy)


TYPING_RULES: Final = (
    _note("GO-01.double-space", "Giữa hai từ chỉ có một dấu cách", "Xóa dấu cách thừa."),
    _note("GO-02.before-mark", "Không có dấu cách trước dấu câu", "Xóa dấu cách trước dấu câu."),
    _note("GO-03.brackets", "Không có dấu cách ở trong dấu ngoặc", "Xóa dấu cách sau “(” và trước “)”."),
    _note("GO-04.after-mark", "Sau dấu câu có một dấu cách", "Thêm dấu cách sau dấu câu."),
    _note(
        "GO-05.tab",
        "Lùi đầu dòng bằng “First line”, không gõ dấu Tab hay dấu cách",
        "Xóa dấu Tab, dấu cách ở đầu dòng rồi đặt “First line” 1,27 cm.",
    ),
    _note("GO-06.telex", "Không còn phím gõ dấu chưa thành chữ", "Bật bộ gõ tiếng Việt rồi gõ lại từ này."),
    _note("GO-07.syllable", "Âm tiết có trong tiếng Việt", "Kiểm tra lại từ này.", _SPELLING),
    _note("GO-08.misspelt", "Từ viết đúng chính tả", "Sửa theo chữ gợi ý.", _SPELLING),
    _note("GO-09.tone-place", "Dấu thanh đặt đúng chữ", "Đặt lại dấu theo chữ gợi ý.", _SPELLING),
    _note(
        "GO-10.tone-style",
        "Một từ đặt dấu thanh theo một kiểu trong cả văn bản (hòa hoặc hoà)",
        "Chọn một kiểu đặt dấu cho cả văn bản.",
        _SPELLING,
    ),
    _note("GO-11.repeated", "Từ không lặp lại liền nhau", "Xóa từ lặp.", _SPELLING),
)
"""Typing (GO-01 to 06) and spelling (GO-07 to 11)."""
