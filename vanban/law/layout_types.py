"""Mục V of Phụ lục I as rules: the size, weight, slant, case and alignment of every part."""

from __future__ import annotations

from typing import Final

from vanban.law.nd30 import TYPES, Alignment, Part, Type
from vanban.law.rule import ERROR, PART_NAMES, PL1, PL1_COPIES, LayoutRule

_POINTS_OF_LAW: Final[dict[Part, str]] = {
    Part.STATE_NAME: "Mục II khoản 1 điểm a; Mục V hàng 1",
    Part.MOTTO: "Mục II khoản 1 điểm b; Mục V hàng 1",
    Part.PARENT_BODY: "Mục II khoản 2 điểm b; Mục V hàng 2",
    Part.ISSUER: "Mục II khoản 2 điểm b; Mục V hàng 2",
    Part.NUMBER: "Mục II khoản 3 điểm c; Mục V hàng 3",
    Part.PLACE_AND_DATE: "Mục II khoản 4 điểm c; Mục V hàng 4",
    Part.TYPE_NAME: "Mục II khoản 5 điểm b; Mục V hàng 5a",
    Part.SUBJECT: "Mục II khoản 5 điểm b; Mục V hàng 5a",
    Part.LETTER_SUBJECT: "Mục II khoản 5 điểm b; Mục V hàng 5b",
    Part.ADDRESSEE: "Mục II khoản 9 điểm d; Mục V hàng 8a",
    Part.LEGAL_BASIS: "Mục II khoản 6 điểm a",
    Part.BODY: "Mục II khoản 6 điểm e; Mục V hàng 6",
    Part.PART_HEADING: "Mục II khoản 6 điểm đ; Mục V hàng 6a",
    Part.PART_TITLE: "Mục II khoản 6 điểm đ; Mục V hàng 6a",
    Part.SECTION: "Mục V hàng 6b",
    Part.CLAUSE_TITLE: "Mục II khoản 6 điểm đ; Mục V hàng 6b",
    Part.CLAUSE: "Mục II khoản 6 điểm đ; Mục V hàng 6",
    Part.POINT: "Mục II khoản 6 điểm đ; Mục V hàng 6",
    Part.ARTICLE: "Mục II khoản 6 điểm đ; Mục V hàng 6a",
    Part.SIGNING_CAPACITY: "Mục II khoản 7 điểm đ; Mục V hàng 7",
    Part.POSITION: "Mục II khoản 7 điểm đ; Mục V hàng 7",
    Part.SIGNER_NAME: "Mục II khoản 7 điểm đ; Mục V hàng 7",
    Part.RECIPIENTS_TITLE: "Mục II khoản 9 điểm d; Mục V hàng 8b",
    Part.RECIPIENT: "Mục II khoản 9 điểm d; Mục V hàng 8b",
    Part.APPENDIX: "Mục III khoản 1 điểm b; Mục V hàng 9",
    Part.APPENDIX_TITLE: "Mục III khoản 1 điểm b; Mục V hàng 9",
    Part.APPENDIX_REFERENCE: "Mục III khoản 1 điểm c",
    Part.URGENCY: "Mục III khoản 2 điểm b; Mục V hàng 10",
    Part.DRAFTER: "Mục III khoản 3; Mục V hàng 11",
    Part.ADDRESS: "Mục III khoản 4; Mục V hàng 12",
    Part.CIRCULATION: "Mục III khoản 2 điểm c; Mục V hàng 13",
    Part.PAGE_NUMBER: "Mục I khoản 7; Mục V hàng 14",
    Part.COPY_FORM: "Mục II khoản 2 điểm b",
}

FREE_ALIGNMENT: Final = frozenset(
    {
        Part.ADDRESSEE,
        Part.BODY,
        Part.SECTION,
        Part.CLAUSE_TITLE,
        Part.CLAUSE,
        Part.POINT,
        Part.ARTICLE,
        Part.LEGAL_BASIS,
        Part.URGENCY,
        Part.CIRCULATION,
        Part.DRAFTER,
        Part.ADDRESS,
        Part.PAGE_NUMBER,
        Part.RECIPIENT,
        Part.SIGNING_CAPACITY,
        Part.POSITION,
    }
)
"""Parts whose alignment has a rule of its own (the content's, TT-11; the page number's, TT-03) or none."""

FREE_WEIGHT: Final = frozenset({Part.BODY, Part.CLAUSE, Part.POINT, Part.DRAFTER, Part.ADDRESS})
"""Parts of ordinary text, in which a bold word is an emphasis and no fault."""

FREE_CASE: Final = frozenset(
    {
        Part.BODY,
        Part.CLAUSE,
        Part.POINT,
        Part.LEGAL_BASIS,
        Part.DRAFTER,
        Part.ADDRESS,
        Part.ADDRESSEE,
        Part.RECIPIENT,
        Part.NUMBER,
        Part.PAGE_NUMBER,
        Part.APPENDIX_REFERENCE,
    }
)
"""Parts in lower case that hold abbreviations, whose capitals cannot be told from a fault."""

_ALIGNED: Final = {Alignment.CENTER: "canh giữa", Alignment.LEFT: "sát lề trái", Alignment.JUSTIFIED: "canh đều hai lề"}


def _sizes(kind: Type) -> str:
    least, most = kind.size.least.points, kind.size.most.points
    return f"{least:g}" if least == most else f"{least:g} - {most:g}"


def _rows_of(part: Part, kind: Type) -> list[LayoutRule]:
    """The rules of one row of Mục V."""
    whole = PL1_COPIES if part is Part.COPY_FORM else PL1
    name, article = PART_NAMES[part], whole + _POINTS_OF_LAW[part]
    least, most = kind.size.least.points, kind.size.most.points
    weight = "đậm" if kind.bold else "không đậm"
    slant = "nghiêng" if kind.italic else "đứng"
    case = "in hoa" if kind.capitals else "in thường"
    rows = [
        LayoutRule(
            f"TT-04.{part}.size",
            part,
            f"{name}: cỡ chữ {_sizes(kind)}",
            article,
            ERROR,
            f"Đặt cỡ chữ {kind.size.chosen.points:g}.",
            True,
            least,
            most,
            "pt",
        ),
        LayoutRule(
            f"TT-04.{part}.italic", part, f"{name}: kiểu chữ {slant}", article, ERROR, f"Đổi thành chữ {slant}.", True
        ),
    ]
    if part not in FREE_WEIGHT:
        rows.append(
            LayoutRule(
                f"TT-04.{part}.bold", part, f"{name}: chữ {weight}", article, ERROR, f"Đổi thành chữ {weight}.", True
            )
        )
    if part not in FREE_CASE:
        rows.append(
            LayoutRule(f"TT-04.{part}.capitals", part, f"{name}: {case}", article, ERROR, f"Viết lại bằng chữ {case}.")
        )
    if part not in FREE_ALIGNMENT:
        place = _ALIGNED[kind.alignment]
        rows.append(
            LayoutRule(f"TT-04.{part}.alignment", part, f"{name}: {place}", article, ERROR, f"Đặt {place}.", True)
        )
    return rows


TYPE_RULES: Final = tuple(rule for part, kind in TYPES.items() for rule in _rows_of(part, kind))
