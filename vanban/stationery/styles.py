"""The styles of the stationery: one for each part of a document, with the name that a clerk knows it by.

Whoever wants another look changes one style in Word. Word splits a style's name at a comma, so no name has one.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from typing import Any, Final

from vanban.domain import typeface
from vanban.domain.measure import Length, mm, pt
from vanban.kinds.papers.certificate import (
    ACHIEVEMENT_SIZES,
    AUTHORITY_SIZES,
    AWARD_SIZES,
    LEADING,
    NAME_SIZES,
    PLACE_SIZES,
    SEAL_GAPS,
    TIGHT,
)
from vanban.law import nd30
from vanban.law.nd30 import Alignment, Part

NONE: Final = Length(0.0)

SIGNATURE_GAP: Final = pt(66)
"""Room for signature and seal between position and name, four lines (23 mm): custom, the decree sets none."""

UNSEALED_GAP: Final = pt(42)
"""The same for a signature without a seal, on a sheet that stays inside the office: custom."""

RULE_AIR: Final = pt(3)
"""Between a line of text and the rule under it, so that Q, g and ộ do not touch it: custom."""

TABLE_SIZE: Final = pt(12)
"""Custom: the decree sets no size inside tables, and its own are smaller than its text."""

_TABLE_SIZES: Final = nd30.Range(pt(11), pt(14), TABLE_SIZE)

LABEL_STYLE_ID: Final = "SoDieu"
LABEL_STYLE: Final = "Số của Điều"
"""The one style of characters: what stands in bold at the start of an article (Mục V hàng 6b, Điều)."""

MARK_HEIGHT: Final = mm(8)
"""How high the box of a mark is (Phụ lục I, Mục III khoản 2 điểm b)."""

MARK_AIR: Final = pt(1)
"""Between a mark and its box: custom."""

MARK_COLOR: Final = "FF0000"
"""“Màu đỏ tươi”: a mark of urgency and its box (Phụ lục I, Mục III khoản 2 điểm b)."""

ADDRESSEE_INDENT: Final = mm(25)
"""Where “Kính gửi:” stands when it heads a list."""

_ADDRESSEE_SIZE: Final = nd30.TYPES[Part.ADDRESSEE].size.chosen
_DASH: Final = typeface.width("- ", _ADDRESSEE_SIZE)
_UNDER_COLON: Final = ADDRESSEE_INDENT + typeface.width("Kính gửi", _ADDRESSEE_SIZE) + _DASH


@dataclass(frozen=True)
class Style:
    """One paragraph style. ``line`` is an exact line height, single if not said; ``dotted_to`` the place of a tab
    that draws dots; ``ruled`` a line above; ``boxed`` lines around, in the colour of the text."""

    name: str
    type: nd30.Type
    base: str = "Normal"
    before: Length = NONE
    after: Length = NONE
    left: Length = NONE
    right: Length = NONE
    first_line: Length = NONE
    line: Length | None = None
    keep_next: bool = False
    keep_lines: bool = False
    ruled: bool = False
    boxed: bool = False
    dotted_to: Length | None = None
    color: str = nd30.COLOR

    @property
    def id(self) -> str:
        """The name without marks, spaces and brackets: what the XML calls the style."""
        latin = unicodedata.normalize("NFD", self.name.replace("đ", "d").replace("Đ", "D"))
        words = "".join(letter for letter in latin if letter.isascii() and (letter.isalnum() or letter == " ")).split()
        return "".join(word[:1].upper() + word[1:] for word in words)


def _body(name: str, part: Part, **changes: Any) -> Style:
    """A style of the text between the margins: as “Lời văn” but for the changes."""
    settings: dict[str, Any] = {
        "base": "Lời văn",
        "after": nd30.SPACE_BETWEEN_PARAGRAPHS,
        "first_line": nd30.FIRST_LINE_INDENT,
    }
    return Style(name, nd30.TYPES[part], **(settings | changes))


def _least(*names: str) -> tuple[Style, ...]:
    """The styles of a text in the least size that Mục V allows: for forms, which are one sheet."""
    return tuple(
        Style(
            f"{name} cỡ nhỏ",
            nd30.Type(replace(_BODY.size, chosen=_BODY.size.least), alignment=alignment),
            base="Lời văn",
            after=nd30.SPACE_BETWEEN_PARAGRAPHS,
            first_line=nd30.FIRST_LINE_INDENT,
            **more,
        )
        for name in names
        for alignment, more in (_OF_A_FORM[name],)
    )


_BODY: Final = nd30.TYPES[Part.BODY]
_OF_A_FORM: Final[dict[str, tuple[Alignment, dict[str, Any]]]] = {
    "Lời văn": (Alignment.JUSTIFIED, {}),
    "Lời văn giữ liền": (Alignment.JUSTIFIED, {"keep_next": True}),
    "Gạch đầu dòng": (Alignment.JUSTIFIED, {}),
    "Dòng điền tay": (Alignment.LEFT, {"dotted_to": nd30.PAGE.text_width, "keep_next": True}),
}


def _cell(name: str, alignment: Alignment, *, bold: bool = False, **changes: Any) -> Style:
    return Style(name, nd30.Type(_TABLE_SIZES, bold=bold, alignment=alignment), **changes)


def _compact(*parts: tuple[str, Part]) -> tuple[Style, ...]:
    """The styles of the head of a document in the least sizes that Mục V allows."""
    return tuple(
        Style(f"{name} cỡ nhỏ", replace(kind, size=replace(kind.size, chosen=kind.size.least)))
        for name, part in parts
        for kind in (nd30.TYPES[part],)
    )


def _mark(name: str, part: Part, **changes: Any) -> Style:
    """One line in a box of the height that the decree sets."""
    return Style(name, nd30.TYPES[part], line=MARK_HEIGHT - MARK_AIR * 2.0, boxed=True, **changes)


def _listed(*styles: Style) -> dict[str, Style]:
    return {style.name: style for style in styles}


def _certificate(name: str, size: Length, color: str = nd30.COLOR, **changes: Any) -> Style:
    """A line of a certificate: the decree sets weight, slant and colour, the sizes are ours."""
    look: dict[str, Any] = {"bold": True, "italic": False, "after": NONE, "before": pt(6)} | changes
    bold, italic = bool(look.pop("bold")), bool(look.pop("italic"))
    kind = nd30.Type(nd30.Range(size, size, size), bold=bold, italic=italic)
    return Style(name, kind, color=color, keep_next=True, **look)


CERTIFICATE_COLOR: Final = "FF0000"
"""The colour of the lines that are not black in the form of Điều 104 Nghị định 98/2023/NĐ-CP, which ships."""

_RED: Final = CERTIFICATE_COLOR
_SIZED: Final[dict[str, tuple[tuple[Length, ...], dict[str, Any]]]] = {
    "Thẩm quyền giấy khen": (AUTHORITY_SIZES, {"color": _RED, "before": pt(12)}),
    "Danh hiệu giấy khen": (AWARD_SIZES, {"color": _RED}),
    "Người được khen": (NAME_SIZES, {}),
    "Chức vụ người được khen": (PLACE_SIZES, {"bold": False}),
    "Thành tích giấy khen": (ACHIEVEMENT_SIZES, {"bold": False}),
}
CERTIFICATE_STEPS: Final = {name: len(sizes) for name, (sizes, _) in _SIZED.items()}
"""How many sizes a line of a certificate has; its styles are numbered from 1, the largest."""


STYLES: Final = _listed(
    Style("Normal", nd30.Type(nd30.TYPES[Part.BODY].size, alignment=Alignment.LEFT), base=""),
    Style("Tên cơ quan chủ quản", nd30.TYPES[Part.PARENT_BODY]),
    Style("Tên cơ quan", nd30.TYPES[Part.ISSUER], after=pt(1)),
    Style("Quốc hiệu", nd30.TYPES[Part.STATE_NAME]),
    Style("Tiêu ngữ", nd30.TYPES[Part.MOTTO], after=pt(1)),
    *_compact(
        ("Tên cơ quan chủ quản", Part.PARENT_BODY),
        ("Tên cơ quan", Part.ISSUER),
        ("Quốc hiệu", Part.STATE_NAME),
        ("Tiêu ngữ", Part.MOTTO),
    ),
    Style("Đường kẻ", nd30.TYPES[Part.SUBJECT], before=RULE_AIR, line=pt(1), ruled=True),
    Style("Số ký hiệu", nd30.TYPES[Part.NUMBER], before=pt(6)),
    Style("Địa danh ngày tháng", nd30.TYPES[Part.PLACE_AND_DATE], before=pt(6)),
    Style("Trích yếu công văn", nd30.TYPES[Part.LETTER_SUBJECT], before=pt(6)),
    _mark("Mức độ khẩn", Part.URGENCY, before=pt(6), color=MARK_COLOR),
    _mark("Phạm vi lưu hành", Part.CIRCULATION),
    Style("Tên loại", nd30.TYPES[Part.TYPE_NAME], before=pt(18), keep_next=True),
    Style("Trích yếu", nd30.TYPES[Part.SUBJECT], after=pt(1), keep_next=True),
    Style("Tên đối tượng", nd30.TYPES[Part.SUBJECT], after=nd30.SPACE_BETWEEN_PARAGRAPHS, keep_next=True),
    Style("Phụ lục", nd30.TYPES[Part.APPENDIX], keep_next=True),
    Style("Tên danh sách", nd30.TYPES[Part.APPENDIX_TITLE], keep_next=True),
    Style("Kèm theo", nd30.TYPES[Part.APPENDIX_REFERENCE], after=pt(1), keep_next=True),
    Style("Kính gửi", nd30.Type(nd30.TYPES[Part.ADDRESSEE].size), after=pt(12), keep_next=True),
    Style("Kính gửi nhiều nơi", nd30.TYPES[Part.ADDRESSEE], left=ADDRESSEE_INDENT, keep_next=True),
    Style("Nơi được kính gửi", nd30.TYPES[Part.ADDRESSEE], left=_UNDER_COLON, first_line=NONE - _DASH, keep_next=True),
    _body("Lời văn", Part.BODY, base="Normal"),
    _body("Lời văn giữ liền", Part.BODY, keep_next=True),
    _body("Căn cứ", Part.LEGAL_BASIS),
    Style("Thẩm quyền ban hành", nd30.TYPES[Part.TYPE_NAME], after=nd30.SPACE_BETWEEN_PARAGRAPHS, keep_next=True),
    Style("Quyết định", nd30.TYPES[Part.TYPE_NAME], before=pt(6), after=nd30.SPACE_BETWEEN_PARAGRAPHS, keep_next=True),
    _body("Điều", Part.BODY),
    _body("Điều giữ liền", Part.BODY, keep_next=True),
    _body("Mục", Part.SECTION, keep_next=True, keep_lines=True),
    _body("Khoản có tiêu đề", Part.CLAUSE_TITLE, keep_next=True, keep_lines=True),
    _body("Khoản", Part.CLAUSE),
    _body("Gạch đầu dòng", Part.POINT),
    Style(
        "Dòng điền tay",
        nd30.Type(nd30.TYPES[Part.BODY].size, alignment=Alignment.LEFT),
        base="Lời văn",
        after=nd30.SPACE_BETWEEN_PARAGRAPHS,
        first_line=nd30.FIRST_LINE_INDENT,
        dotted_to=nd30.PAGE.text_width,
        keep_next=True,
    ),
    *_least("Lời văn", "Lời văn giữ liền", "Gạch đầu dòng", "Dòng điền tay"),
    _cell("Đầu bảng", Alignment.CENTER, bold=True, keep_next=True),
    _cell("Ô bảng", Alignment.LEFT),
    _cell("Ô bảng giữa", Alignment.CENTER),
    _cell("Ô bảng phải", Alignment.RIGHT),
    _cell("Ô bảng đậm", Alignment.CENTER, bold=True),
    _cell("Ô bảng đậm phải", Alignment.RIGHT, bold=True),
    _cell("Ô bảng liền chữ ký", Alignment.LEFT, keep_next=True),
    _cell("Ô bảng giữa liền chữ ký", Alignment.CENTER, keep_next=True),
    _cell("Ô bảng phải liền chữ ký", Alignment.RIGHT, keep_next=True),
    Style("Chức vụ ký", nd30.TYPES[Part.POSITION], keep_next=True),
    Style("Họ tên ký", nd30.TYPES[Part.SIGNER_NAME], before=SIGNATURE_GAP),
    Style("Họ tên ký không dấu", nd30.TYPES[Part.SIGNER_NAME], before=UNSEALED_GAP),
    Style("Họ tên ký liền nơi nhận", nd30.TYPES[Part.SIGNER_NAME], before=SIGNATURE_GAP, keep_next=True),
    Style("Chức vụ khác của người ký", nd30.TYPES[Part.POSITION], before=SIGNATURE_GAP, keep_next=True),
    Style("Họ tên ký liền chức vụ", nd30.TYPES[Part.SIGNER_NAME]),
    Style("Chỉ dẫn ký", nd30.Type(_TABLE_SIZES, italic=True, alignment=Alignment.CENTER), keep_next=True),
    Style("Nơi nhận (tiêu đề)", nd30.TYPES[Part.RECIPIENTS_TITLE], keep_next=True),
    Style("Nơi nhận", nd30.TYPES[Part.RECIPIENT], keep_next=True),
    Style("Chỗ Quốc huy", nd30.TYPES[Part.BODY], line=mm(17), keep_next=True),
    _certificate("Quốc hiệu giấy khen", pt(16), before=NONE),
    _certificate("Tiêu ngữ giấy khen", pt(16), before=NONE, after=pt(1)),
    _certificate("Tặng", pt(18)),
    *(
        _certificate(f"{name} {step}", size, line=size * (LEADING if step < len(sizes) else TIGHT), **look)
        for name, (sizes, look) in _SIZED.items()
        for step, size in enumerate(sizes, start=1)
    ),
    _certificate("Số quyết định", pt(13), italic=True),
    *(
        Style(f"Họ tên ký giấy khen {room}", nd30.TYPES[Part.SIGNER_NAME], before=gap)
        for room, gap in enumerate(SEAL_GAPS, start=1)
    ),
    _certificate("Địa danh giấy khen", pt(14), italic=True),
    Style("Số trang", nd30.TYPES[Part.PAGE_NUMBER]),
    Style("Khoảng cách", nd30.TYPES[Part.BODY], line=pt(10), keep_next=True),
    Style("Dòng cuối", nd30.TYPES[Part.BODY], line=pt(0.1)),
    Style("Lệnh của mẫu", nd30.Type(_TABLE_SIZES, alignment=Alignment.LEFT), color="7F7F7F"),
)
"""Every style by its name, in the order of a document."""
