"""Whether everything that holds text holds what it must (ECMA-376 Part 1, 17.4.66 ``tc``, 17.10, 17.11, 17.5.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.ooxml.flaw import Flaw, SoundnessRule, flaw
from vanban.ooxml.names import MC, W
from vanban.ooxml.story import Story
from vanban.ooxml.tree import Element


def _w(*names: str) -> frozenset[str]:
    return frozenset(W + name for name in names)


HOLDERS: Final = {
    W + "tc": "ô của bảng",
    W + "hdr": "đầu trang",
    W + "ftr": "chân trang",
    W + "footnote": "chú thích cuối trang",
    W + "endnote": "chú thích cuối văn bản",
    W + "comment": "ghi chú (Comment)",
    W + "txbxContent": "khung chữ",
    W + "sdtContent": "ô điều khiển nội dung (Content Control)",
}
"""Elements that must hold a paragraph or table."""

_WRAPPERS: Final = _w("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveFrom", "moveTo") | {
    MC + "AlternateContent",
    MC + "Choice",
}
_BLOCKS: Final = _w("p", "tbl", "altChunk", "subDoc")
_BLOCK_PARENTS: Final = frozenset(HOLDERS) | _w("body", "docPartBody", "customXml", "ins", "del", "moveFrom", "moveTo")
_CHOICES: Final = frozenset({MC + "Choice", MC + "Fallback"})
_PARENTS: Final = {
    W + "p": _BLOCK_PARENTS | _CHOICES,
    W + "tbl": _BLOCK_PARENTS | _CHOICES,
    W + "tr": _w("tbl", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo") | _CHOICES,
    W + "tc": _w("tr", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo") | _CHOICES,
}
_NO_RUNS: Final = frozenset(HOLDERS) - _w("sdtContent") | _w("body", "tbl", "tr", "r")
_NAMES: Final = {W + "p": "đoạn", W + "tbl": "bảng", W + "tr": "dòng của bảng", W + "tc": "ô của bảng", W + "r": "chữ"}
_ROWS: Final = {W + "tbl": (W + "tr", "bảng không có dòng nào"), W + "tr": (W + "tc", "dòng của bảng không có ô nào")}
_WORDLESS: Final = (*HOLDERS, *(W + name for name in ("body", "tbl", "tr", "p", "r", "sdt")))
_WORDLESS_INSIDE: Final = frozenset(W + name for name in ("tbl", "tr", "tc", "p", "r", "sdt"))
_BODY_PARTS: Final = (W + "p", W + "r", W + "tbl", W + "tr", W + "tc")


def blocks_of(holder: Element) -> Iterator[Element]:
    """The paragraphs and tables of a holder, the last first, out of any wrapping."""
    for child in reversed(holder):
        if child.tag in _BLOCKS:
            yield child
        elif child.tag in _WRAPPERS:
            yield from blocks_of(child)


def has(parent: Element, tag: str) -> bool:
    """Whether a table has a row, or a row a cell, out of any wrapping."""
    return any(child.tag == tag or (child.tag in _WRAPPERS and has(child, tag)) for child in parent)


def lacks_paragraph(holder: Element) -> str | None:
    """Why a holder is not as the schema asks, if it is not: empty, or a cell that ends with a table."""
    last = next(blocks_of(holder), None)
    if last is None:
        if holder.tag == W + "sdtContent" and not is_of_blocks(holder):
            return None
        return f"{HOLDERS[holder.tag]} không có đoạn nào"
    if holder.tag == W + "tc" and last.tag == W + "tbl":
        return "ô của bảng kết thúc bằng một bảng, không có đoạn nào sau bảng đó"
    return None


def is_of_blocks(content: Element) -> bool:
    """Whether the content of a control stands where paragraphs stand, not among words, rows or cells."""
    control = content.getparent()
    above = None if control is None else control.getparent()
    while above is not None and above.tag in _w("customXml", "sdtContent", "sdt", "ins", "del"):
        above = above.getparent()
    return above is not None and above.tag in _BLOCK_PARENTS


def check_content(story: Story) -> Iterator[Flaw]:
    """Holders that are empty or end with a table, tables without rows, rows without cells."""
    for holder in story.root.iter(*HOLDERS):
        if not (len(holder) and holder[-1].tag == W + "p") and (reason := lacks_paragraph(holder)):
            yield flaw(SoundnessRule.CONTENT, story, _shown(holder), reason)
    for element in story.root.iter(*_ROWS):
        wanted, reason = _ROWS[element.tag]
        if not has(element, wanted):
            yield flaw(SoundnessRule.CONTENT, story, _shown(element), reason)


def check_nesting(story: Story) -> Iterator[Flaw]:
    """Paragraphs, tables, rows, cells, runs that stand where none may stand, and words outside of any run."""
    for element in story.root.iter(*_BODY_PARTS):
        parent = element.getparent()
        above = None if parent is None else parent.tag
        if above in _NO_RUNS if element.tag == W + "r" else (above not in _PARENTS[element.tag]):
            yield flaw(SoundnessRule.NESTING, story, element, f"{_NAMES[element.tag]} đứng ở chỗ không được đứng")
    for element in story.root.iter(*_WORDLESS):
        for words in (element.text, element.tail if element.tag in _WORDLESS_INSIDE else None):
            if words is not None and words.strip():
                reason = f"chữ “{words.strip()[:40]}” đứng ngoài mọi đoạn"
                yield flaw(SoundnessRule.NESTING, story, element, reason)


def _shown(element: Element) -> Element:
    """What to quote of an empty element: the row around a cell, the paragraph before a table."""
    if element.tag == W + "tc":
        return element if element.getparent() is None else next(element.iterancestors(W + "tr"), element)
    if element.tag == W + "tbl":
        before = element.getprevious()
        return element if before is None else before
    return element
