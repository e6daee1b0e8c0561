"""Nghị định 30/2020/NĐ-CP as a table of rules that a proofreader applies: id, part, what, range, article, remedy.

Ids are stable: ``TT`` is thể thức (Phụ lục I), ``VH`` viết hoa (Phụ lục II), ``TR`` what is measured on the page,
``CU`` stale text, ``GO`` typing and spelling. The decree's own words decide: what it does not demand is at most a
warning that says so.
"""

from __future__ import annotations

from typing import Final

from vanban.law.layout_capitals import CAPITAL_RULES
from vanban.law.layout_content import CONTENT_RULES
from vanban.law.layout_copies import COPY_RULES
from vanban.law.layout_head import HEAD_RULES
from vanban.law.layout_placing import PLACING_RULES
from vanban.law.layout_text import TEXT_RULES
from vanban.law.layout_types import TYPE_RULES
from vanban.law.rule import LayoutRule
from vanban.law.typing_rules import TYPING_RULES

_TABLES: Final = (
    HEAD_RULES,
    CONTENT_RULES,
    PLACING_RULES,
    COPY_RULES,
    CAPITAL_RULES,
    TEXT_RULES,
    TYPE_RULES,
    TYPING_RULES,
)

RULES: Final[dict[str, LayoutRule]] = {rule.id: rule for table in _TABLES for rule in table}
"""Every rule by its id."""
