"""The text of a document, line by line in the style of each line's role, with the tables that it calls for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from vanban.domain.measure import Length
from vanban.domain.text_tree import Inset, LineRole
from vanban.law import nd30
from vanban.stationery.paragraphs import command, drawn_table, in_the_middle, labelled, paragraph, remark

HELD: Final = (
    'loop.last or line.text.endswith(":") or loop.nextitem.role in ("inset", "table") '
    "or (loop.revindex == 2 and loop.nextitem.text|length < 90)"
)
"""Lines that stay with what follows: the last one with the signature, the one before it where the last is short
(it fills hardly more than one line, and two belong with the signature), one that announces a list or a table."""


def text(
    tables: Mapping[Inset, tuple[Any, ...]] | None = None,
    lines: str = "lines",
    held: str = HELD,
    room: Length = nd30.PAGE.text_width,
) -> tuple[Any, ...]:
    """Every line of the field ``lines``; where one calls for a table, the blocks of ``tables`` for it.

    ``held`` is the condition under which a line stays with what follows, ``room`` the width of a text's own tables.
    """
    return (
        command(f"for line in {lines}"),
        command(f'if line.role == "{LineRole.SECTION}"'),
        paragraph("{{ line.text }}", "Mục"),
        command(f'elif line.role in ("{LineRole.CLAUSE_TITLE}", "{LineRole.ARTICLE_TITLE}")'),
        paragraph("{{ line.text }}", "Khoản có tiêu đề"),
        command(f'elif line.role in ("{LineRole.HEADING}", "{LineRole.HEADING_TITLE}")'),
        in_the_middle("{{ line.text }}", "Mục"),
        *_insets(tables or {}),
        command(f'elif line.role == "{LineRole.TABLE}"'),
        drawn_table("line.table", room),
        command(f'elif line.role == "{LineRole.ARTICLE}" and ({held})'),
        labelled("{{ line.label }}", " {{ line.text }}", "Lời văn giữ liền"),
        command(f'elif line.role == "{LineRole.ARTICLE}"'),
        labelled("{{ line.label }}", " {{ line.text }}", "Lời văn"),
        command(f"elif {held}"),
        remark("Dòng giữ liền với phần sau nó: dòng cuối, dòng kết thúc bằng dấu hai chấm, dòng trước một bảng."),
        paragraph("{{ line.text }}", "Lời văn giữ liền"),
        command(f'elif line.role == "{LineRole.CLAUSE}"'),
        paragraph("{{ line.text }}", "Khoản"),
        command(f'elif line.role in ("{LineRole.ITEM}", "{LineRole.POINT}")'),
        paragraph("{{ line.text }}", "Gạch đầu dòng"),
        command("else"),
        paragraph("{{ line.text }}", "Lời văn"),
        command("endif"),
        command("endfor"),
    )


def _insets(tables: Mapping[Inset, tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple(
        block for inset, blocks in tables.items() for block in (command(f'elif line.inset == "{inset}"'), *blocks)
    )
