"""What recognition should find in a paper, and how much of it it found."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tests.proofread.paper import Paper
from vanban.law.nd30 import Part
from vanban.proofread.lines import fold
from vanban.proofread.reading import read_word_file
from vanban.proofread.recognition import recognise

_LOOSE = {Part.BODY, Part.PAGE_NUMBER}
_SAME = {Part.CLAUSE_TITLE: Part.CLAUSE}


@dataclass(frozen=True)
class Score:
    """Lines found, wanted and both, and which were missed or taken wrongly, as (part, text)."""

    wanted: Counter[tuple[Part, str]]
    found: Counter[tuple[Part, str]]

    @property
    def right(self) -> int:
        return (self.wanted & self.found).total()

    @property
    def missed(self) -> list[tuple[Part, str]]:
        return list((self.wanted - self.found).elements())

    @property
    def wrong(self) -> list[tuple[Part, str]]:
        return list((self.found - self.wanted).elements())


def wanted_of(paper: Paper) -> Counter[tuple[Part, str]]:
    """Each line of the paper with its part."""
    return Counter(
        (_SAME.get(para.part, para.part), fold(para.text))
        for para in paper.every()
        if para.part is not None and para.part not in _LOOSE and para.text
    )


def found_in(data: bytes) -> Counter[tuple[Part, str]]:
    """Each line that recognition put into a part."""
    parts = recognise(read_word_file(data, "a.docx"))
    lines = [(part, fold(line.text)) for part, found in parts.by_part().items() for line in found]
    lines += [
        (_SAME.get(line.part, line.part), fold(line.paragraph.text)) for line in parts.body if line.part not in _LOOSE
    ]
    return Counter(lines)


def score(paper: Paper, data: bytes) -> Score:
    """How well the file that was made of ``paper`` is recognised."""
    return Score(wanted_of(paper), found_in(data))
