"""The ``rule`` filter: a line as long as the law wants, drawn as a paragraph of its own."""

from __future__ import annotations

from typing import Final

from jinja2 import TemplateRuntimeError
from markupsafe import Markup

from vanban.domain.measure import Length, mm, pt

_SPACE_ABOVE: Final = pt(3)
_HEIGHT: Final = pt(1)
_EIGHTHS_OF_A_POINT: Final = 6
"""0.75 pt, the thinnest line that office printers draw evenly."""

_PARAGRAPH: Final = (
    "<w:p><w:pPr>"
    '<w:pBdr><w:top w:val="single" w:sz="{size}" w:space="0" w:color="000000"/></w:pBdr>'
    '<w:spacing w:before="{above}" w:after="0" w:line="{height}" w:lineRule="exact"/>'
    '<w:ind w:left="{indent}" w:right="{indent}" w:firstLine="0"/>'
    '<w:jc w:val="center"/>'
    '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
    "</w:pPr></w:p>"
)


class DrawnXml(Markup):
    """XML that this program made and knows to be whole."""


def rule(length: object, column: float) -> DrawnXml:
    """A paragraph that draws a black line of ``length``, in the middle of a text area ``column`` millimetres wide.

    Used as ``{{p letterhead.issuer_rule|rule(70) }}``. In a table the text area is the column less the left and right
    margins of its cells. Raises ``TemplateRuntimeError`` where ``length`` is no length or does not fit.
    """
    if not isinstance(length, Length):
        raise TemplateRuntimeError("bộ lọc “rule” cần một độ dài, ví dụ “letterhead.issuer_rule”")
    room = mm(column) - length
    if room.points < 0:
        raise TemplateRuntimeError(f"đường kẻ dài {length.mm:.0f} mm không vừa cột rộng {column:g} mm")
    return DrawnXml(
        _PARAGRAPH.format(
            size=_EIGHTHS_OF_A_POINT,
            above=_SPACE_ABOVE.twips,
            height=_HEIGHT.twips,
            indent=(room * 0.5).twips,
        )
    )
