"""What ``{%- … %}`` and ``{% … -%}`` take away besides the end of a paragraph.

They join a paragraph with the one before or after. docxtpl does so by taking out everything between that text and the
tag: words of the tag's own run, pictures, section breaks, marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vanban.ooxml import Element, W
from vanban.word.hazards import Hazard
from vanban.word.piece import around

_BEGIN, _END, _THING, _AFTER_THING = "\ue010", "\ue011", "\ue012", "\ue013"
"""Around the text of one ``w:t``, and around the name of what is no text."""

_SPLIT_BRACES: Final = re.compile(
    rf"(?<=\{{){_END}[^{_BEGIN}]*{_BEGIN}(?=[{{%#])|(?<=[%}}#]){_END}[^{_BEGIN}]*{_BEGIN}(?=\}})"
)
_TAG: Final = re.compile(r"\{%(?:(?!%\}).)*|\{#(?:(?!#\}).)*|\{\{(?:(?!\}\}).)*", re.DOTALL)
_INSIDE: Final = re.compile(f"{_END}[^{_BEGIN}]*{_BEGIN}")
_BEFORE: Final = re.compile(rf"{_END}((?:(?!{_END}).)*?)(\{{%-[^%]*)", re.DOTALL)
_BEHIND: Final = re.compile(rf"(\{{[%{{][^%}}]*-%\}})((?:(?!{_BEGIN}|\{{%|\{{\{{).)*?){_BEGIN}", re.DOTALL)
_HOLDING: Final = re.compile(r"\{%(?:p|tr|tc|r)\s[^%]*-%\}")
_NAMED: Final = re.compile(f"{_THING}(.*?){_AFTER_THING}")
_LONGEST: Final = 40


def merged_lines(root: Element, things: dict[str, str]) -> Iterator[Hazard]:
    """What each such tag under ``root`` would take away; ``things`` are the names of what is no text, by element."""
    text = _SPLIT_BRACES.sub("", _flat(root, things))
    text = _TAG.sub(lambda tag: _INSIDE.sub("", tag[0]), text)
    for found in _HOLDING.finditer(text):
        reason = f"dấu “-” trong chỗ điền “{found[0]}” làm mất đoạn đứng sau chỗ điền"
        yield Hazard(around(found[0], None), reason, "Hãy bỏ dấu “-” trong chỗ điền đó.")
    for pattern, tag, lost in ((_BEFORE, 2, 1), (_BEHIND, 1, 2)):
        for found in pattern.finditer(text):
            if name := _name(found[lost]):
                shown = f"{found[tag].strip()}{'' if found[tag].endswith('}') else ' %}'}".replace("  ", " ")
                reason = f"{name} đứng cạnh chỗ điền “{shown}” nên sẽ mất: dấu “-” nối hai đoạn và bỏ mọi thứ ở giữa"
                yield Hazard(shown, reason, f"Hãy bỏ dấu “-” trong chỗ điền đó, hoặc chuyển {name} sang chỗ khác.")


def _flat(root: Element, things: dict[str, str]) -> str:
    """The texts under ``root`` in a line, each between its marks, and the names of the things between them."""
    pieces = []
    for element in root.iter(W + "t", *things):
        if element.tag == W + "t":
            pieces.append(f"{_BEGIN}{element.text or ''}{_END}")
        else:
            pieces.append(f"{_THING}{things[element.tag]}{_AFTER_THING}")
    return "".join(pieces)


def _name(lost: str) -> str:
    """What is lost, in Vietnamese; nothing where it is only the end of a paragraph."""
    if thing := _NAMED.search(lost):
        return thing[1]
    words = " ".join(lost.replace(_BEGIN, "").replace(_END, "").split())
    return f"chữ “{words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}”" if words else ""
