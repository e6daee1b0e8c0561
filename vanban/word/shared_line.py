"""What stands in the paragraph, row or cell of a control tag, and would vanish with it.

``{%p … %}``, ``{%tr … %}``, ``{%tc … %}`` and ``{{p … }}`` take the whole paragraph, row or cell around them; whatever
else is in there is gone from every document without a word. ``{#p … #}`` means to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vanban.ooxml import Element, W, fields, on
from vanban.ooxml.story import excerpt
from vanban.word.hazards import Hazard

_CONTROL: Final = re.compile(r"\{[{%](p|tr|tc)\s")
_TAG: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_HOLDERS: Final = {"p": "đoạn", "tr": "dòng của bảng", "tc": "ô của bảng"}
THINGS: Final = {
    W + "sectPr": "ngắt phần (Section Break)",
    W + "drawing": "hình vẽ",
    W + "pict": "hình vẽ",
    W + "object": "hình vẽ",
    W + "contentPart": "nét vẽ tay",
    W + "footnoteReference": "dấu chú thích",
    W + "endnoteReference": "dấu chú thích",
    W + "sym": "ký hiệu",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath": "công thức",
}
"""What a person would miss, as a clerk calls it."""
_BREAKS: Final = {"page": "ngắt trang (Page Break)", "column": "ngắt cột (Column Break)"}
_LONGEST: Final = 40


def shared_lines(root: Element) -> Iterator[Hazard]:
    """Each paragraph, row or cell of a control tag that holds something else, with what would vanish."""
    for paragraph in root.iter(W + "p"):
        text = _own_text(paragraph)
        for word in dict.fromkeys(_CONTROL.findall(text)):
            holder = next(paragraph.iterancestors(W + word), paragraph) if word != "p" else paragraph
            if lost := next(_lost(holder, word), None):
                reason = f"{lost} đứng cùng {_HOLDERS[word]} với chỗ điền {{%{word} … %}} nên sẽ mất"
                remedy = f"Hãy chuyển {lost} sang {_HOLDERS[word]} khác; chỗ điền {{%{word} … %}} phải đứng một mình."
                yield Hazard(excerpt(holder), reason, remedy)


def _own_text(paragraph: Element) -> str:
    """The text of the paragraph without that of text boxes in it."""
    return "".join(
        text.text or ""
        for text in paragraph.iter(W + "t", W + "noBreakHyphen")
        if next(text.iterancestors(W + "p"), None) is paragraph
    )


def _lost(holder: Element, word: str) -> Iterator[str]:
    """What vanishes with the holder, besides its one tag, in Vietnamese."""
    text = " ".join(_own_text(paragraph) for paragraph in _paragraphs(holder))
    tags = _TAG.findall(text)
    control = next((tag for tag in tags if _CONTROL.match(tag)), "")
    yield from (f"chỗ điền “{tag}”" for tag in _without(tags, control) if not tag.startswith("{#"))
    words = " ".join(_TAG.sub(" ", text).split())
    if words:
        yield f"chữ “{words[:_LONGEST]}{'…' if len(words) > _LONGEST else ''}”"
    yield from _things(holder, word)


def _without(tags: list[str], control: str) -> list[str]:
    at = tags.index(control) if control in tags else len(tags)
    return [*tags[:at], *tags[at + 1 :]]


def _paragraphs(holder: Element) -> Iterator[Element]:
    yield from holder.iter(W + "p")


def _things(holder: Element, word: str) -> Iterator[str]:
    yield from (name for tag, name in THINGS.items() for _ in holder.iter(tag))
    for break_ in holder.iter(W + "br"):
        if name := _BREAKS.get(break_.get(W + "type", "")):
            yield name
    if any(on(before) for before in holder.iter(W + "pageBreakBefore")):
        yield "ngắt trang (Page break before)"
    if word != "p" and next(holder.iter(W + "tbl"), None) is not None:
        yield "bảng lồng bên trong"
    for field in fields(holder):
        yield f"trường “{field.word}”" if field.word else "một phần của trường"
    if any(True for _ in holder.iter(W + "fldChar")):
        yield "một phần của trường"
    yield from _whole_bookmarks(holder)


def _whole_bookmarks(holder: Element) -> Iterator[str]:
    """Bookmarks of a person's own that begin and end here; of others, both ends go (see :mod:`vanban.word.mend`)."""
    ends = {end.get(W + "id") for end in holder.iter(W + "bookmarkEnd")}
    for start in holder.iter(W + "bookmarkStart"):
        name = start.get(W + "name", "")
        if start.get(W + "id") in ends and not name.startswith("_"):
            yield f"dấu trang “{name}”"
