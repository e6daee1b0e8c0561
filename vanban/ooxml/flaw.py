"""What keeps a Word file from being sound."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vanban.ooxml.story import Story, excerpt
from vanban.ooxml.tree import Element


class SoundnessRule(StrEnum):
    """The rules of a sound Word file, each with its own check."""

    CONTENT = "content"
    NESTING = "nesting"
    IDENTITY = "identity"
    RELATION = "relation"
    FIELD = "field"
    PAIR = "pair"
    TAG = "tag"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class Flaw:
    """One breach: the rule, the part as a clerk calls it, the words around, the reason in Vietnamese, no capital."""

    rule: SoundnessRule
    area: str
    excerpt: str
    reason: str

    @property
    def where(self) -> str:
        """``đoạn “…” ở đầu trang``."""
        words = f"đoạn “{self.excerpt}”" if self.excerpt else ""
        return " ở ".join(filter(None, (words, self.area))) or "thân văn bản"


def flaw(rule: SoundnessRule, story: Story, element: Element, reason: str) -> Flaw:
    """A breach of ``rule`` at ``element``."""
    return Flaw(rule, story.area, excerpt(element), reason)
