"""What a template must not carry into documents: revisions, foreign content, fields that change or ask (T08, T09)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from vanban.ooxml import Element, Field, W, fields, on, tree
from vanban.ooxml.fields import ASKING, FETCHING, MERGING, is_changing
from vanban.ooxml.story import excerpt

_REVISIONS: Final = tuple(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "cellIns", "cellDel"),
        *("cellMerge", "pPrChange", "rPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "trPrChange"),
        *("tcPrChange", "sectPrChange", "numberingChange"),
    )
)
_FOREIGN: Final = (W + "altChunk", W + "subDoc")
_SETTINGS: Final = {
    W + "trackRevisions": (
        "đang bật theo dõi sửa đổi (Track Changes)",
        "Hãy tắt Track Changes (Review, Track Changes) rồi lưu.",
    ),
    W + "documentProtection": (
        "đang khóa không cho sửa (Restrict Editing)",
        "Hãy bỏ khóa (Review, Restrict Editing, Stop Protection) rồi lưu.",
    ),
    W + "writeProtection": (
        "đang khóa không cho ghi, hoặc khuyên chỉ đọc (Always open read-only)",
        "Hãy bỏ khóa (File, Info, Protect Document) rồi lưu.",
    ),
    W + "updateFields": (
        "buộc Word hỏi cập nhật các trường mỗi lần mở tệp",
        "Hãy mở tệp bằng Word, trả lời cập nhật, rồi lưu lại; nếu vẫn còn, hãy chép nội dung sang một tệp mới.",
    ),
    W + "mailMerge": (
        "còn nối với nguồn trộn thư (Mail Merge)",
        "Hãy chọn Mailings, Start Mail Merge, Normal Word Document rồi lưu.",
    ),
}


_SWITCHES: Final = (W + "trackRevisions", W + "updateFields")
"""Settings that may be written down as off."""

_PRINTS: Final = re.compile(r"\{\{|\}\}")

_SUSPECT: Final = re.compile(
    b"[<:](?:"
    + "|".join(
        name.removeprefix(W)
        for name in (*_REVISIONS, *_FOREIGN, *_SETTINGS, W + "instrText", W + "fldSimple", W + "vanish")
    ).encode()
    + b")[ />]"
)
"""A look at the bytes before a part is read."""


@dataclass(frozen=True)
class Hazard:
    """What is dangerous in a paragraph and what to do, in Vietnamese; ``merges`` is the name of a merge field."""

    paragraph: str
    reason: str
    remedy: str
    merges: str = ""


def hazards(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, Hazard]]:
    """The hazards in the text parts of the template ``name``, each with its part, in the order of the parts' names.

    Raises :class:`vanban.errors.DamagedPackage`.
    """
    for part in sorted(parts):
        if part.endswith(".xml") and _SUSPECT.search(parts[part]):
            root = tree(parts[part], name)
            if root.tag.startswith(W):
                yield from ((part, hazard) for hazard in _in_part(root))


def _in_part(root: Element) -> Iterator[Hazard]:
    if root.tag == W + "settings":
        for element in root.iter(*_SETTINGS):
            if _is_set(element):
                yield Hazard("", *_SETTINGS[element.tag])
        return
    for revision in root.iter(*_REVISIONS):
        remedy = "Hãy chấp nhận hoặc bỏ mọi vết sửa (Review, Accept hoặc Reject) rồi lưu."
        yield Hazard(excerpt(revision), "còn vết sửa (Track Changes)", remedy)
        return
    for foreign in root.iter(*_FOREIGN):
        yield Hazard(excerpt(foreign), "chèn nội dung từ tệp khác", "Hãy dán thẳng nội dung vào mẫu.")
    for run in root.iter(W + "r"):
        hidden = run.find(f"{W}rPr/{W}vanish")
        if hidden is not None and on(hidden) and _PRINTS.search("".join(text.text or "" for text in run.iter(W + "t"))):
            remedy = "Hãy chọn đoạn đó, mở Home, Font và bỏ dấu chọn ở ô Hidden."
            yield Hazard(excerpt(run), "chỗ điền nằm trong chữ ẩn (Hidden) nên không in ra", remedy)
    for field in fields(root):
        if told := _of_field(field):
            reason, remedy = told
            merges = field.argument if field.word == "MERGEFIELD" else ""
            yield Hazard(excerpt(field.element), reason, remedy, merges)


def _is_set(element: Element) -> bool:
    """Whether a setting is on; Word keeps a protection that was stopped, without enforcing it (17.15.1.29)."""
    if element.tag == W + "documentProtection":
        return element.get(W + "enforcement") not in ("0", "false", "off")
    return element.tag not in _SWITCHES or on(element)


def _of_field(field: Field) -> tuple[str, str] | None:
    word = field.word
    if word in FETCHING:
        return f"có trường “{word}” lấy nội dung từ nơi khác", "Hãy xóa trường đó."
    if is_changing(field.instruction):
        remedy = "Hãy thay bằng một chỗ điền, hoặc gõ hẳn chữ vào."
        return f"có trường “{word}” tự đổi theo ngày hoặc theo máy", remedy
    if word in ASKING:
        return f"có trường “{word}” hỏi người mở tệp hoặc chạy lệnh", "Hãy xóa trường đó, hoặc gõ hẳn chữ vào."
    if word == "MERGEFIELD":
        remedy = "Hãy xóa trường đó và viết chỗ điền {{ … }} với tên trong danh sách của “vanban template fields”."
        return f"có trường trộn thư “{field.argument}” (MERGEFIELD)", remedy
    return (f"có trường “{word}” của trộn thư (Mail Merge)", "Hãy xóa trường đó.") if word in MERGING else None
