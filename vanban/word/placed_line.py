"""The ``placed`` filter: a text at a place of the sheet, for blanks on which everything else is printed already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinja2 import TemplateRuntimeError
from markupsafe import escape

from vanban.kinds.parts.stock_lines import PlacedLine
from vanban.word.rule import DrawnXml

_LEADING: Final = 1.25
_NEAREST: Final = 1
"""In twips: at 0 Word leaves the place to itself."""

_PARAGRAPH: Final = (
    '<w:p><w:pPr><w:framePr w:w="{width}" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" '
    'w:x="{left}" w:y="{top}"/><w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/>'
    '<w:ind w:firstLine="0"/><w:jc w:val="{side}"/></w:pPr><w:r><w:rPr>{look}<w:color w:val="{color}"/>'
    '<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
)


def placed(value: object, color: str) -> DrawnXml:
    """The line in a frame of its own; what the form prints in colour gets ``color`` (six digits, ``FF0000``).

    Used as ``{{p line|placed("FF0000") }}``. Raises ``TemplateRuntimeError`` where ``value`` is no placed line.
    """
    made = PlacedLine.model_validate(value) if isinstance(value, Mapping) else value
    if not isinstance(made, PlacedLine):
        raise TemplateRuntimeError("bộ lọc “placed” cần một dòng in lên phôi, ví dụ “line” trong “placed”")
    look = "<w:b/><w:bCs/>" * made.bold + "<w:i/><w:iCs/>" * made.italic
    return DrawnXml(
        _PARAGRAPH.format(
            width=made.width.twips,
            left=max(made.left.twips, _NEAREST),
            top=max(made.top.twips, _NEAREST),
            line=(made.size * _LEADING).twips,
            side="left" if made.left_aligned else "center",
            look=look,
            color=escape(color) if made.coloured else "000000",
            size=made.size.half_points,
            text=escape(made.text),
        )
    )
