"""Điều 7 and Phụ lục III, Mục I of Nghị định 30/2020/NĐ-CP: the kinds of administrative document and their letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SOURCE: Final = "Điều 7; Phụ lục III, Mục I"


@dataclass(frozen=True)
class DocumentType:
    """One of the 29 kinds: its name, the letters in a symbol (``None`` for công văn and thư công), where it is used.

    ``addressed``: may carry “Kính gửi” (Phụ lục I, Phần I, Mục II khoản 9 điểm b). ``dated``: has a line of place and
    date. ``has_subject``: has a subject under its name (Phụ lục III, Mẫu 1.8 and 1.10 have none).
    """

    name: str
    code: str | None
    addressed: bool = False
    dated: bool = True
    has_subject: bool = True


_WITHOUT_SUBJECT: Final = {
    "Giấy giới thiệu",
    "Giấy nghỉ phép",
    "Giấy ủy quyền",
    "Phiếu gửi",
    "Phiếu chuyển",
    "Phiếu báo",
}

_CODES: Final = {
    "Nghị quyết": "NQ",
    "Quyết định": "QĐ",
    "Chỉ thị": "CT",
    "Quy chế": "QC",
    "Quy định": "QyĐ",
    "Thông cáo": "TC",
    "Thông báo": "TB",
    "Hướng dẫn": "HD",
    "Chương trình": "CTr",
    "Kế hoạch": "KH",
    "Phương án": "PA",
    "Đề án": "ĐA",
    "Dự án": "DA",
    "Báo cáo": "BC",
    "Biên bản": "BB",
    "Tờ trình": "TTr",
    "Hợp đồng": "HĐ",
    "Công điện": "CĐ",
    "Bản ghi nhớ": "BGN",
    "Bản thỏa thuận": "BTT",
    "Giấy ủy quyền": "GUQ",
    "Giấy mời": "GM",
    "Giấy giới thiệu": "GGT",
    "Giấy nghỉ phép": "GNP",
    "Phiếu gửi": "PG",
    "Phiếu chuyển": "PC",
    "Phiếu báo": "PB",
}

NAMED_TYPES: Final = tuple(
    DocumentType(
        name,
        code,
        addressed=name in ("Tờ trình", "Báo cáo"),
        dated=name != "Biên bản",
        has_subject=name not in _WITHOUT_SUBJECT,
    )
    for name, code in _CODES.items()
)
"""The 27 kinds that have letters."""

OFFICIAL_LETTER: Final = DocumentType("Công văn", None, addressed=True)
OPEN_LETTER: Final = DocumentType("Thư công", None, addressed=True)


def type_code(name: str) -> str:
    """The letters of that kind in a symbol, ``TB``; ``""`` where it has none; ``KeyError``: no kind of the decree."""
    return {one.name: one.code or "" for one in (*NAMED_TYPES, OFFICIAL_LETTER, OPEN_LETTER)}[name]


COPY_CODES: Final = {"Bản sao y": "SY", "Bản trích sao": "TrS", "Bản sao lục": "SL"}

COPY_FORMS: Final[dict[str, DocumentType]] = {
    "SAO Y": DocumentType("Bản sao y", "SY"),
    "SAO LỤC": DocumentType("Bản sao lục", "SL"),
    "TRÍCH SAO": DocumentType("Bản trích sao", "TrS"),
}
"""Phụ lục I, Phần II, Mục II khoản 1 điểm a: what a copy says that it is, and the kind that its symbol names."""

CODES: Final = frozenset(_CODES.values()) | frozenset(COPY_CODES.values())

LOWER_CASE_CODES: Final = frozenset({"QyĐ", "CTr", "TTr", "TrS"})
"""The letters of Phụ lục III that are not all capitals."""
