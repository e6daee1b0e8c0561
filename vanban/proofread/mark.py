"""One fault as the checks note it: the rule, the paragraph, what stands there and what should."""

from __future__ import annotations

from dataclasses import dataclass

from vanban.domain.wording import measured
from vanban.law.layout_rules import RULES
from vanban.law.rule import LayoutRule
from vanban.proofread.facts import Paragraph, Run
from vanban.proofread.lines import PrintedLine


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """A fault at a paragraph, at a page of the PDF (from 1), or of the whole file; ``runs`` are its line's."""

    rule: LayoutRule
    paragraph: Paragraph | None
    quote: str
    found: str
    expected: str
    page: int | None = None
    runs: tuple[Run, ...] | None = None


def mark(
    rule: str, where: Paragraph | PrintedLine | None, found: str, expected: str = "", page: int | None = None
) -> Mark:
    """A fault against ``rule``; ``expected`` is the rule's own demand unless said."""
    law = RULES[rule]
    paragraph = where.paragraph if isinstance(where, PrintedLine) else where
    quote = "" if where is None else " ".join(where.text.split())
    runs = where.runs if isinstance(where, PrintedLine) else None
    return Mark(law, paragraph, quote, found, expected or law.what, page, runs)


def number(value: float) -> str:
    """A measure as a clerk writes it: one decimal at most, a comma."""
    return measured(value)
