"""Write styles down as ``styles.xml``: document defaults, then what each style changes in the one it is based on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from lxml import etree

from vanban.law import nd30
from vanban.stationery.markup import element, single_border
from vanban.stationery.styles import LABEL_STYLE, LABEL_STYLE_ID, MARK_AIR, STYLES, Style

LANGUAGE: Final = "vi-VN"

BORDERLESS: Final = "Khung không kẻ"
BORDERED: Final = "Bảng số liệu"


def stylesheet(used: Iterable[str]) -> tuple[Any, ...]:
    """The children of ``w:styles`` for the styles ``used``, by id, and what they are based on."""
    used = set(used)
    wanted = {style.name for style in STYLES.values() if style.id in used} | {"Normal"}
    wanted |= {STYLES[name].base for name in wanted if STYLES[name].base}
    return (
        _defaults(),
        _latent(),
        *(_paragraph_style(style) for style in STYLES.values() if style.name in wanted),
        *([_label_style()] if LABEL_STYLE_ID in used else []),
        *_table_styles(),
    )


def _defaults() -> Any:
    fonts = element("rFonts", ascii=nd30.FONT, hAnsi=nd30.FONT, eastAsia=nd30.FONT, cs=nd30.FONT)
    size = STYLES["Normal"].type.size.chosen.half_points
    run = element(
        "rPr",
        fonts,
        element("color", val=nd30.COLOR),
        element("sz", val=size),
        element("szCs", val=size),
        element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi=LANGUAGE),
    )
    paragraph = element(
        "pPr",
        element("widowControl", val=True),
        element("spacing", before=0, after=0, line=240, lineRule="auto"),
    )
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", paragraph))


def _latent() -> Any:
    """Word's built-in styles stay out of the clerk's list."""
    return element(
        "latentStyles",
        defLockedState=False,
        defUIPriority=99,
        defSemiHidden=True,
        defUnhideWhenUsed=True,
        defQFormat=False,
        count=376,
    )


def _paragraph_style(style: Style) -> Any:
    if not style.base:
        return _style("paragraph", style.id, style.name, default=True)
    base = STYLES[style.base]
    made = _style("paragraph", style.id, style.name, base.id)
    for tag, properties in (("pPr", _paragraph), ("rPr", _run)):
        inherited = [etree.tostring(known) for known in properties(base)]
        changed = [given for given in properties(style) if etree.tostring(given) not in inherited]
        if changed:
            made.append(element(tag, *changed))
    return made


def _label_style() -> Any:
    made = _style("character", LABEL_STYLE_ID, LABEL_STYLE)
    made.append(element("rPr", element("b"), element("bCs")))
    return made


def table_style_id(name: str) -> str:
    """What the XML calls a table style."""
    return {BORDERLESS: "KhungKhongKe", BORDERED: "BangSoLieu"}[name]


def _style(kind: str, identity: str, name: str, base: str = "", *, default: bool = False) -> Any:
    made = element("style", type=kind, **({"default": True} if default else {"customStyle": True}), styleId=identity)
    made.append(element("name", val=name))
    if base:
        made.append(element("basedOn", val=base))
    made.append(element("qFormat"))
    return made


def _paragraph(style: Style) -> Iterable[Any]:
    """Every paragraph property of ``style`` in the order of the schema."""
    yield element("keepNext", val=style.keep_next)
    yield element("keepLines", val=style.keep_lines)
    if style.ruled:
        yield element("pBdr", single_border("top", eighths=6))
    if style.boxed:
        yield element("pBdr", *_box(style.color))
    if style.dotted_to:
        yield element("tabs", element("tab", val="right", leader="dot", pos=style.dotted_to))
    line, line_rule = (style.line.twips, "exact") if style.line else (240, "auto")
    yield element("spacing", before=style.before, after=style.after, line=line, lineRule=line_rule)
    first = style.first_line
    indent = {"hanging": first * -1.0} if first.points < 0 else {"firstLine": first}
    yield element("ind", left=style.left, right=style.right, **indent)
    yield element("jc", val=style.type.alignment.value)


def _box(color: str) -> Iterable[Any]:
    air = round(MARK_AIR.points)
    return (element(side, val="single", sz=8, space=air, color=color) for side in ("top", "left", "bottom", "right"))


def _run(style: Style) -> Iterable[Any]:
    """Every run property of ``style`` in the order of the schema."""
    size = style.type.size.chosen.half_points
    yield element("b", val=style.type.bold)
    yield element("bCs", val=style.type.bold)
    yield element("i", val=style.type.italic)
    yield element("iCs", val=style.type.italic)
    yield element("color", val=style.color)
    yield element("sz", val=size)
    yield element("szCs", val=size)


def _table_styles() -> tuple[Any, ...]:
    normal = _style("table", "TableNormal", "Normal Table", default=True)
    normal.append(element("tblPr", element("tblInd", w=0, type="dxa"), _margins(0, 0)))
    borderless = _style("table", table_style_id(BORDERLESS), BORDERLESS, "TableNormal")
    borderless.append(element("tblPr", _margins(0, 0)))
    bordered = _style("table", table_style_id(BORDERED), BORDERED, "TableNormal")
    borders = [single_border(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV")]
    bordered.append(element("tblPr", element("tblBorders", *borders), _margins(40, 80)))
    return normal, borderless, bordered


def _margins(vertical: int, horizontal: int) -> Any:
    """The room inside cells, in twips."""
    sides = (("top", vertical), ("left", horizontal), ("bottom", vertical), ("right", horizontal))
    return element("tblCellMar", *(element(side, w=room, type="dxa") for side, room in sides))
