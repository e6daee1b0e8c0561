"""Quyết định (Phụ lục III, Mẫu 1.2): who decides, on what grounds, and the articles."""

from __future__ import annotations

from typing import Any, Final

from vanban.stationery.closing import closing
from vanban.stationery.letterhead import heading, letterhead
from vanban.stationery.paragraphs import command, each, labelled, paragraph
from vanban.stationery.text import text

_HELD: Final = (
    'line.text.endswith(":") '
    "or (article.closes and (loop.last or (loop.revindex == 2 and loop.nextitem.text|length < 90)))"
)
"""A line that announces a list stays with it; the end of the last article stays with the signature."""


def decision() -> tuple[Any, ...]:
    """A whole decision."""
    return (
        *letterhead(),
        *heading(),
        paragraph("{{ authority }}", "Thẩm quyền ban hành"),
        *each("line in bases", paragraph("{{ line }}", "Căn cứ")),
        paragraph("QUYẾT ĐỊNH:", "Quyết định"),
        *each("article in articles", *_article(), *text(lines="article.lines", held=_HELD)),
        *closing(),
    )


def _article() -> tuple[Any, ...]:
    """“Điều 1.” in bold and its sentence, which stays with what stands under it; the last one with the signature."""
    held = (
        "article.lines or article.closes or (loop.revindex == 2 and not loop.nextitem.lines "
        "and loop.nextitem.text|length < 90)"
    )
    return (
        command(f"if {held}"),
        labelled("{{ article.label }}", " {{ article.text }}", "Điều giữ liền"),
        command("else"),
        labelled("{{ article.label }}", " {{ article.text }}", "Điều"),
        command("endif"),
    )
