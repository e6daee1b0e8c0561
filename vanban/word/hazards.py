"""What a template must not carry into documents: revision marks, foreign content, fields that change (T08, T09)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from vanban.ooxml import W
from vanban.word.piece import around

_REVISIONS: Final = ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange", "tblPrChange", "sectPrChange")
_FOREIGN: Final = ("altChunk", "subDoc")
_FETCHING: Final = frozenset({"INCLUDETEXT", "INCLUDEPICTURE", "DDE", "DDEAUTO", "LINK", "IMPORT", "DATABASE"})
_CHANGING: Final = frozenset({"DATE", "TIME", "SAVEDATE", "PRINTDATE", "FILENAME", "USERNAME"})
_SUSPECT: Final = re.compile(
    b"<w:(?:" + "|".join((*_REVISIONS, *_FOREIGN, "instrText", "fldSimple")).encode() + b")[ />]"
)


@dataclass(frozen=True)
class Hazard:
    """What is dangerous in a paragraph and what to do, in Vietnamese."""

    paragraph: str
    reason: str
    remedy: str


def hazards(parts: Mapping[str, bytes]) -> Iterator[Hazard]:
    """The hazards in the text parts of a template, in the order of the parts' names."""
    for name in sorted(parts):
        if _SUSPECT.search(parts[name]):
            yield from _in_part(etree.fromstring(parts[name]))


def _in_part(root: Any) -> Iterator[Hazard]:
    for element in root.iter(*(W + name for name in (*_REVISIONS, *_FOREIGN, "instrText", "fldSimple"))):
        tag = element.tag.removeprefix(W)
        if tag in _REVISIONS:
            yield Hazard(
                _paragraph(element),
                "còn vết sửa (Track Changes)",
                "Hãy chấp nhận hoặc bỏ mọi vết sửa (Review, Accept hoặc Reject) rồi lưu.",
            )
            return
        if tag in _FOREIGN:
            yield Hazard(_paragraph(element), "chèn nội dung từ tệp khác", "Hãy dán thẳng nội dung vào mẫu.")
        elif hazard := _in_field(element):
            yield hazard


def _in_field(element: Any) -> Hazard | None:
    instruction = (element.text or "") if element.tag == f"{W}instrText" else element.get(f"{W}instr", "")
    word = instruction.strip().partition(" ")[0].upper()
    if word in _FETCHING:
        return Hazard(_paragraph(element), f"có trường “{word}” lấy nội dung từ nơi khác", "Hãy xóa trường đó.")
    if word in _CHANGING:
        remedy = "Hãy thay bằng một trường của dữ liệu, hoặc gõ hẳn chữ vào."
        return Hazard(_paragraph(element), f"có trường “{word}” tự đổi theo ngày hoặc theo máy", remedy)
    return None


def _paragraph(element: Any) -> str:
    paragraph = next(element.iterancestors(f"{W}p"), element)
    return around("".join(paragraph.itertext(f"{W}t")), None)
