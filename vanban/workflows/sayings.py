"""Sentences about results that the command line and the page say alike."""

from __future__ import annotations

from collections import Counter
from typing import Final

from vanban.workflows.build import Built, DocumentOutcome

STATE_WORDS: Final = {
    DocumentOutcome.BUILT: "đã lập",
    DocumentOutcome.WOULD_BUILD: "sẽ lập",
    DocumentOutcome.UNCHANGED: "không đổi",
    DocumentOutcome.KEPT: "giữ nguyên bản đã sửa tay",
    DocumentOutcome.FAILED: "không lập được",
    DocumentOutcome.REMOVED: "đã bỏ",
    DocumentOutcome.WOULD_REMOVE: "sẽ bỏ",
}
"""What became of a document in a build, in words."""


def built_sentence(built: Built) -> str:
    """``Năm 2024: 201 văn bản (3 đã lập, 198 không đổi).``"""
    states = Counter(document.state for document in built.documents)
    said = ", ".join(f"{number} {STATE_WORDS[state]}" for state, number in states.items())
    return f"{built.work_year.title}: {len(built.documents)} văn bản ({said})."
