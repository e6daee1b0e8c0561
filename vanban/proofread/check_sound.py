"""Whether the Word file itself is sound, whatever it says: nothing that Word calls damaged, no tag left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from vanban.law.layout_rules import RULES
from vanban.ooxml import Flaw, SoundnessRule
from vanban.proofread.facts import Paragraph, WordFile
from vanban.proofread.mark import Mark

_MENDED_BY_WORD: Final = frozenset({SoundnessRule.IDENTITY, SoundnessRule.PAIR})
"""Word puts these right by itself when it opens a file."""


def check_sound(file: WordFile, flaws: Iterable[Flaw]) -> Iterator[Mark]:
    """A fault for each flaw of the file, the doubtful ones apart."""
    for flaw in flaws:
        rule = RULES["CU-16.marks" if flaw.rule in _MENDED_BY_WORD else "CU-15.sound"]
        found = f"{flaw.reason} ({flaw.area})" if flaw.area else flaw.reason
        paragraph = _paragraph(file, flaw.excerpt)
        yield Mark(rule, paragraph, flaw.excerpt if paragraph else "", found, rule.what)


def _paragraph(file: WordFile, excerpt: str) -> Paragraph | None:
    """The first paragraph of the file that begins with what a flaw quotes."""
    words = excerpt.removesuffix("…")
    everything = (*file.paragraphs, *file.margins_text)
    return next((one for one in everything if words and " ".join(one.text.split()).startswith(words)), None)
