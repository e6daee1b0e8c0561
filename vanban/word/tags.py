"""Find mistakes in the tags of a template from the paragraphs that a person sees, before Jinja reads them.

Jinja tells where it lost its way, which is often the end of the file; a clerk needs the paragraph of the mistake.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from vanban.word.piece import around

_BRACES: Final = re.compile(r"\{[{%#]|[}%#]\}")
_CLOSES: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_BLOCK: Final = re.compile(r"\{%[-+]?\s*(?:(?:tr|tc|p|r)\s+)?(\w+)(.*?)%\}", re.DOTALL)
_NEEDS_END: Final = ("for", "if", "with", "raw")
_WORDS: Final = (*_NEEDS_END, *(f"end{word}" for word in _NEEDS_END), "elif", "else", "set", "cellbg", "colspan")
_ALONE: Final = ("hm", "vm", "endset")
_HARD_SPACE: Final = re.compile(r"(\{[{%#](?:p|tr|tc|r)?)[\u00a0\u2007\u202f]")
_APART: Final = re.compile(r"\{\s+[{%#]|[}%#]\s+\}")
_FORBIDDEN: Final = ("macro", "call", "filter", "block", "autoescape")
"""Commands of Jinja that :mod:`vanban.word.syntax` refuses by name; here only their ends matter."""
_FORBIDDEN_ALONE: Final = ("import", "from", "include", "extends", "do")


@dataclass(frozen=True)
class Mistake:
    """What is wrong in a paragraph and what to do, in Vietnamese."""

    paragraph: str
    reason: str
    remedy: str


def mistakes(paragraphs: Iterable[str]) -> tuple[Mistake, ...]:
    """The mistakes in the tags of ``paragraphs``, the texts of one part in order."""
    texts = tuple(paragraphs)
    unclosed = tuple(mistake for text in texts for mistake in (*_spaces(text), *_braces(text)))
    return unclosed or tuple(_blocks(texts))


def _spaces(text: str) -> Iterator[Mistake]:
    """Spaces of another kind than a tag takes, and spaces that part the two braces."""
    if found := _HARD_SPACE.search(text):
        remedy = "Hãy xóa dấu cách đó rồi gõ lại một dấu cách thường (không giữ Ctrl và Shift)."
        yield Mistake(around(text, found[0]), f"sau “{found[1]}” là dấu cách cứng (no-break space)", remedy)
    if found := _APART.search(text):
        remedy = f"Hãy viết liền: “{''.join(found[0].split())}”."
        yield Mistake(around(text, found[0]), f"hai dấu “{found[0]}” của chỗ điền bị tách rời", remedy)


def _braces(text: str) -> Iterator[Mistake]:
    if "raw %}" in text:
        return
    opened = ""
    for found in _BRACES.finditer(text):
        brace = found[0]
        if opened and brace == _CLOSES[opened]:
            opened = ""
        elif not opened and brace in _CLOSES:
            opened = brace
        elif opened and brace in _CLOSES:
            break
        elif not opened and brace in ("}}", "%}"):
            shown = around(text, text[: found.end()][-20:])
            yield Mistake(
                shown, f"có “{brace}” mà không có dấu mở chỗ điền", f"Hãy thêm dấu mở chỗ điền trước “{brace}”."
            )
            return
    if opened:
        yield Mistake(
            around(text, opened),
            f"chỗ điền mở bằng “{opened}” không được đóng trong cùng đoạn",
            f"Hãy đóng chỗ điền bằng “{_CLOSES[opened]}” ngay trong đoạn đó.",
        )


def _blocks(texts: Iterable[str]) -> Iterator[Mistake]:
    """Commands that do not exist, ends without beginning, beginnings without end."""
    stack: list[tuple[str, str]] = []
    for text in texts:
        for found in _BLOCK.finditer(text):
            word, shown = found[1], around(text, found[0])
            if word in _NEEDS_END or word in _FORBIDDEN:
                stack.append((word, shown))
            elif word.startswith("end") and word[3:] in (*_NEEDS_END, *_FORBIDDEN):
                if not stack or stack[-1][0] != word[3:]:
                    yield _astray(word, shown, stack[-1][0] if stack else None)
                    return
                stack.pop()
            elif word not in (*_WORDS, *_ALONE, *_FORBIDDEN_ALONE):
                yield _unknown(word, shown)
    for word, shown in stack:
        yield Mistake(
            shown, f"lệnh “{word}” không có “end{word}”", f"Hãy thêm chỗ điền {{% end{word} %}} ở chỗ kết thúc."
        )


def _unknown(word: str, shown: str) -> Mistake:
    near = difflib.get_close_matches(word, _WORDS, 1)
    advice = f"Có phải “{near[0]}”? " if near else ""
    return Mistake(shown, f"không có lệnh “{word}”", f"{advice}Mẫu chỉ dùng các lệnh for, if, elif, else, set, with.")


def _astray(word: str, shown: str, open_word: str | None) -> Mistake:
    if open_word is None:
        return Mistake(
            shown, f"“{word}” không có “{word[3:]}” mở đầu", "Hãy bỏ chỗ điền đó, hoặc thêm chỗ điền mở đầu."
        )
    return Mistake(
        shown,
        f"gặp “{word}” khi lệnh “{open_word}” còn mở",
        f"Hãy thêm chỗ điền {{% end{open_word} %}} trước chỗ điền đó, hoặc sửa lại cho đúng cặp.",
    )
