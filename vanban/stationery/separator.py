"""The sheet between two piles of a print: whose pile begins, and what it takes."""

from __future__ import annotations

from vanban.stationery.package import package
from vanban.stationery.paragraphs import in_the_middle, last, paragraph


def separator(words: str) -> bytes:
    """A Word file of one page: the receiver before the colon of ``words`` large, the rest under it."""
    receiver, _, takes = words.partition(": ")
    blocks = (
        paragraph("", "Chỗ Quốc huy"),
        in_the_middle(receiver, "Người được khen 1"),
        in_the_middle(takes, "Lời văn"),
        last(),
    )
    return package(blocks, receiver)
