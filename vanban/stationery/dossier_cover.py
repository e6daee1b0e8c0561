"""Bìa hồ sơ: the office, the dossier's title, the nominee, and what a person fills in by hand."""

from __future__ import annotations

from typing import Any

from vanban.law import nd30
from vanban.stationery.forms import line
from vanban.stationery.letterhead import heading
from vanban.stationery.paragraphs import each, gap, given, last, measured_rule, paragraph


def dossier_cover() -> tuple[Any, ...]:
    """One page: names at the top, the title in the middle, the facts below."""
    return (
        *each("line in parent_lines", paragraph("{{ line }}", "Tên cơ quan chủ quản")),
        *each("line in issuer_lines", paragraph("{{ line }}", "Tên cơ quan")),
        measured_rule("issuer_rule", nd30.PAGE.text_width),
        *_room(5),
        *heading(),
        gap(),
        paragraph("{{ nominee }}", "Tên đối tượng"),
        *given("place", paragraph("{{ place }}", "Kèm theo")),
        *_room(4),
        *each("fact in facts", line("{{ fact.label }}", "fact.value")),
        last(),
    )


def _room(lines: int) -> tuple[Any, ...]:
    return tuple(paragraph("", "Tên loại") for _ in range(lines))
