"""A person's one full title, composed of the post and of the unit in which it is held.

Whoever heads a unit, or stands for its head, is called after it: ``Bí thư Đoàn Thanh niên …``, ``Trưởng Phòng Văn hóa -
Xã hội``. Anybody else works there: ``Công chức Văn hóa - Xã hội, Cơ quan Ủy ban nhân dân …``.
"""

from __future__ import annotations

import re
from typing import Final

from vanban.domain.text import tidy

_LEADING: Final = (
    "Bí thư",
    "Chánh Thanh tra",
    "Chánh Văn phòng",
    "Chỉ huy phó",
    "Chỉ huy trưởng",
    "Chính trị viên",
    "Chủ nhiệm",
    "Chủ tịch",
    "Cụm trưởng",
    "Đội phó",
    "Đội trưởng",
    "Giám đốc",
    "Hiệu phó",
    "Hiệu trưởng",
    "Phụ trách",
    "Thủ trưởng",
    "Thường trực",
    "Tổ phó",
    "Tổ trưởng",
    "Trưởng",
)
"""Posts at the head of a unit; with ``Phó``, ``Quyền`` before them those of a deputy and of an acting head."""

_AT_THE_HEAD: Final = re.compile(
    rf"(?:(?:Phó|Quyền|Nguyên)\s+)*(?:{'|'.join(map(re.escape, _LEADING))})(?:\s+thường trực)?", re.IGNORECASE
)
_WORKPLACE: Final = re.compile(r"Cơ quan (?=Ủy ban|UBND|Hội đồng|HĐND|Đảng ủy)", re.IGNORECASE)
"""The staff of a committee is called its Cơ quan; the head's title names the committee itself."""


def full_title(post: str, unit: str) -> str:
    """``post`` and ``unit`` as one title: ``Trưởng trạm``, ``Trạm Y tế …`` → ``Trưởng Trạm Y tế …``.

    What the post already says of the unit is not said twice; a post that heads no unit keeps its comma.
    """
    post, unit = tidy(post), tidy(unit)
    if not post or not unit:
        return post or unit
    if unit.casefold() in post.casefold():
        return post
    said = _overlap(post.split(), unit.split())
    if said:
        return " ".join((*post.split()[:-said], unit))
    if _AT_THE_HEAD.fullmatch(post.rpartition(", ")[2]):
        return f"{post} {_WORKPLACE.sub('', unit, count=1)}"
    return f"{post}, {unit}"


def split_post(said: str) -> tuple[str, str]:
    """Post and name of ``Chủ tịch Nguyễn Văn A`` or ``Nguyễn Văn A, Chủ tịch``; no post where only a name is said."""
    said = tidy(said)
    name, comma, post = said.partition(", ")
    if comma and _AT_THE_HEAD.match(post):
        return post, name
    found = _AT_THE_HEAD.match(said)
    if found is None or (found.end() < len(said) and said[found.end()] != " "):
        return "", said
    return found[0], said[found.end() :].strip(" :,-")


def _overlap(post: list[str], unit: list[str]) -> int:
    """With how many words ``post`` ends that ``unit`` begins with; never the whole of it."""
    lengths = range(min(len(post) - 1, len(unit)), 0, -1)
    same = (n for n in lengths if [w.casefold() for w in post[-n:]] == [w.casefold() for w in unit[:n]])
    return next(same, 0)
