"""Formatting said in Vietnamese, the shortest way: ``giữa · 13 đậm · sau 6``."""

from __future__ import annotations

from typing import Final

from vanban.domain.measure import Length
from vanban.domain.wording import measured
from vanban.ooxml import whole
from vanban.word.layers import Properties, is_on

_ALIGNMENTS: Final = {
    "left": "trái",
    "start": "trái",
    "center": "giữa",
    "right": "phải",
    "end": "phải",
    "both": "đều",
    "distribute": "giãn",
}
_SWITCHES: Final = (
    ("keepNext", "đi liền đoạn sau"),
    ("keepLines", "không tách dòng"),
    ("pageBreakBefore", "sang trang"),
)
_LOOKS: Final = (
    ("b", "đậm"),
    ("i", "nghiêng"),
    ("u", "gạch chân"),
    ("strike", "gạch ngang"),
    ("caps", "in hoa"),
    ("smallCaps", "hoa nhỏ"),
    ("vanish", "ẩn"),
)
_BORDERS: Final = (("top", "trên"), ("bottom", "dưới"), ("left", "trái"), ("right", "phải"))
_NO_LINE: Final = frozenset({"nil", "none"})
_BLACK: Final = frozenset({"auto", "000000"})
_USUAL_SIZE: Final = 20
"""Half points where nothing says otherwise (ISO/IEC 29500-1, 17.3.2.38)."""

_LINE: Final = 240
"""``w:line`` counts single spacing as 240."""


def mm(twips: float) -> str:
    """A length in millimetres, ``12,7``."""
    return number(Length(twips / 20).mm)


def number(value: float) -> str:
    """A number with a decimal comma and at most one decimal."""
    return measured(value)


def layout(properties: Properties) -> list[str]:
    """Alignment, indents, spacing and the like of a paragraph."""
    words = [_ALIGNMENTS.get(properties.get("jc@val", "left"), properties.get("jc@val", ""))]
    first = _twips(properties, "ind@firstLine") - _twips(properties, "ind@hanging")
    for twips, name in ((_twips(properties, "ind@left"), "thụt trái"), (_twips(properties, "ind@right"), "thụt phải")):
        words += [f"{name} {mm(twips)}"] if twips else []
    words += [f"dòng đầu {mm(first)}"] if first else []
    for name, word in (("before", "trước"), ("after", "sau")):
        points = _twips(properties, f"spacing@{name}") / 20
        words += [f"{word} {number(points)}"] if points else []
    words += _line_spacing(properties)
    words += [word for name, word in _SWITCHES if is_on(properties, name)]
    words += ["đánh số tự động"] if properties.get("numPr/numId@val", "0") != "0" else []
    return words + [f"viền {word}" for name, word in _BORDERS if border(properties, f"pBdr/{name}")]


def _line_spacing(properties: Properties) -> list[str]:
    line, rule = _twips(properties, "spacing@line"), properties.get("spacing@lineRule", "auto")
    if rule == "auto":
        return [f"giãn dòng {measured(line / _LINE, 2)}"] if line and line != _LINE else []
    return [f"dòng {'đúng' if rule == 'exact' else 'ít nhất'} {number(line / 20)}"]


def look(properties: Properties, font: str) -> tuple[str, ...]:
    """Size, style, colour of characters, and the font where it is not ``font``."""
    words = [number(whole(properties.get("sz@val"), _USUAL_SIZE) / 2)]
    words += [word for name, word in _LOOKS if is_on(properties, name)]
    words += {"superscript": ["chỉ số trên"], "subscript": ["chỉ số dưới"]}.get(properties.get("vertAlign@val", ""), [])
    color = properties.get("color@val", "auto")
    words += [f"màu {color}"] if color not in _BLACK else []
    own = font_of(properties)
    return tuple(words + ([f"phông {own}"] if own != font else []))


def font_of(properties: Properties) -> str:
    """The font of Latin letters, or the theme's place for it."""
    return properties.get("rFonts@ascii") or f"({properties.get('rFonts@asciiTheme', 'không định')})"


def border(properties: Properties, name: str) -> float:
    """The width of a border in points, 0 where there is none."""
    if properties.get(f"{name}@val", "nil") in _NO_LINE:
        return 0
    return whole(properties.get(f"{name}@sz"), 4) / 8


def _twips(properties: Properties, key: str) -> int:
    return whole(properties.get(key), 0)
