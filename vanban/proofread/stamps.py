"""What is set on a page beside its parts: urgency, secrecy, circulation, “DỰ THẢO”, the number of a sample."""

from __future__ import annotations

import re
from typing import Final

from vanban.proofread.lines import PrintedLine, fold
from vanban.proofread.parts import Recognised

_URGENCY: Final = frozenset({"hoatoc", "thuongkhan", "khan", "hoatochengio"})
_CIRCULATION: Final = frozenset(
    {
        "xemxongtralai",
        "luuhanhnoibo",
        "khongphobien",
        "tailieuluuhanhnoibo",
        "khongsaochup",
    }
)
_NOTES: Final = frozenset({"tailieuhoinghi", "tailieuhop", "tailieuphucvuhoinghi", "tailieuphucvuhop"})
"""What a paper is for at a meeting: no scope of circulation, so it needs no frame."""
_SECRECY: Final = frozenset({"mat", "toimat", "tuyetmat", "tailieuthuhoi"})
_DRAFT: Final = re.compile(
    r"^[(\[]?\s*(bản\s+)?dự\s+thảo(\s*[-–:,]?\s*(lần|ngày|số|\d).{0,30})?\s*[)\]]?\.?$", re.IGNORECASE
)
_SAMPLE: Final = re.compile(
    r"^[(\[]?\s*(Mẫu|Biểu mẫu|Biểu|Phụ biểu)(\s+số)?\s*[:.]?\s*\d[\w./-]{0,14}\b.{0,90}$", re.IGNORECASE
)
_SAMPLE_OF: Final = re.compile(r"^\(\s*(Ban hành )?kèm theo\b", re.IGNORECASE)


def is_stamp(text: str) -> bool:
    """Whether a line is such a mark and no part of the document."""
    return fold(text) in _URGENCY | _CIRCULATION | _SECRECY | _NOTES or is_draft(text) or is_sample(text)


def is_circulation(text: str) -> bool:
    """“LƯU HÀNH NỘI BỘ”: for whom alone a document is, which stands in the margin (ô số 11)."""
    return fold(text) in _CIRCULATION


def is_draft(text: str) -> bool:
    """“DỰ THẢO”, “(Dự thảo lần 2)”."""
    return _DRAFT.match(text) is not None


def is_sample(text: str) -> bool:
    """“Mẫu số 21”."""
    return _SAMPLE.match(text) is not None


def is_source_of_sample(text: str) -> bool:
    """“(Ban hành kèm theo Thông tư số …)” above a type: the text that the sample belongs to."""
    return _SAMPLE_OF.match(text) is not None


def read_stamp(line: PrintedLine, parts: Recognised) -> bool:
    """Whether a line is a mark; it is kept where it belongs."""
    if is_draft(line.text):
        parts.drafts.append(line)
        return True
    if is_sample(line.text):
        parts.samples.append(line)
        return True
    folded = fold(line.text)
    if folded in _NOTES:
        return True
    for known, kept in (
        (_URGENCY, parts.urgency), (_CIRCULATION, parts.circulation), (_SECRECY, parts.secrecy),
    ):  # fmt: skip
        if folded in known and (line.capitals or line.face().bold):
            kept.append(line)
            return True
    return False
