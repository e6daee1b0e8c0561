"""What people changed in a Word file under “Track Changes”, and the text as it is once all of it is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vanban.ooxml.names import W
from vanban.ooxml.tree import Element, val

_GONE: Final = frozenset({W + "del", W + "moveFrom"})
_COME: Final = frozenset({W + "ins", W + "moveTo"})
_MARKS: Final = tuple(
    W + name
    for name in (
        "moveFromRangeStart",
        "moveFromRangeEnd",
        "moveToRangeStart",
        "moveToRangeEnd",
        "pPrChange",
        "rPrChange",
        "sectPrChange",
        "tblPrChange",
        "trPrChange",
        "tcPrChange",
        "numberingChange",
    )
)
_WORDS: Final = (W + "t", W + "delText")
_NOBODY: Final = "không rõ ai"


@dataclass(frozen=True)
class TrackedChange:
    """One change: who made it, what came (``after``) and what went (``before``)."""

    author: str
    before: str
    after: str


@dataclass(frozen=True)
class ReviewComment:
    """A comment: who wrote it, what it says, beside which words."""

    author: str
    text: str
    beside: str


def tracked_changes(root: Element) -> tuple[TrackedChange, ...]:
    """Every change of words in ``root``, in order; what went and what came at one place are one change."""
    found: list[TrackedChange] = []
    previous: Element | None = None
    for element in root.iter(*_GONE, *_COME):
        words = said(element)
        if element.getparent() is None or not words:
            continue
        author = element.get(W + "author") or _NOBODY
        if element.tag in _GONE:
            found.append(TrackedChange(author, words, ""))
        elif found and not found[-1].after and previous is not None and element.getprevious() is previous:
            found[-1] = TrackedChange(author, found[-1].before, words)
        else:
            found.append(TrackedChange(author, "", words))
        previous = element
    return tuple(found)


def comments(root: Element, part: Element | None) -> tuple[ReviewComment, ...]:
    """The comments of the part ``part`` on the text ``root``, in the order of that part."""
    beside: dict[str, list[str]] = {}
    opened: list[str] = []
    for element in root.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "t"):
        number = element.get(W + "id") or ""
        if element.tag == W + "commentRangeStart":
            opened.append(number)
        elif element.tag == W + "commentRangeEnd":
            opened = [one for one in opened if one != number]
        else:
            for one in opened:
                beside.setdefault(one, []).append(element.text or "")
    return tuple(
        ReviewComment(
            one.get(W + "author") or _NOBODY,
            said(one),
            " ".join("".join(beside.get(one.get(W + "id") or "", ())).split()),
        )
        for one in (() if part is None else part.iter(W + "comment"))
    )


def accept_changes(root: Element) -> None:
    """Change ``root`` so that it says what it says once every change is accepted.

    A paragraph whose mark was deleted goes on in the next one.
    """
    for paragraph in list(root.iter(W + "p")):
        if _mark_is_gone(paragraph):
            _join_with_next(paragraph)
    for element in list(root.iter(*_GONE)):
        parent = element.getparent()
        if parent is not None and parent.tag not in (W + "rPr", W + "trPr"):
            _take_out(element)
    for element in list(root.iter(*_MARKS)):
        _take_out(element)
    for element in list(root.iter(*_COME)):
        _unwrap(element)
    for row in [one for one in root.iter(W + "tr") if one.find(f"{W}trPr/{W}del") is not None]:
        _take_out(row)


def before_changes(paragraph: Element) -> str:
    """What a paragraph said before the changes in it, its own mark apart; empty where nothing in it was changed."""
    if next(paragraph.iter(W + "ins", W + "del", W + "moveTo", W + "moveFrom"), None) is None:
        return ""
    return " ".join("".join(_old_words(paragraph)).split())


def said(element: Element) -> str:
    """The words inside an element, deleted ones too, on one line."""
    return " ".join("".join(one.text or "" for one in element.iter(*_WORDS)).split())


def _old_words(parent: Element) -> Iterator[str]:
    for child in parent:
        if child.tag in _WORDS:
            yield child.text or ""
        elif child.tag == W + "tab":
            yield " "
        elif child.tag not in _COME:
            yield from _old_words(child)


def _mark_is_gone(paragraph: Element) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and (mark.find(W + "del") is not None or mark.find(W + "moveFrom") is not None)


def _join_with_next(paragraph: Element) -> None:
    following = paragraph.getnext()
    while following is not None and following.tag != W + "p":
        following = following.getnext()
    content = [child for child in paragraph if child.tag != W + "pPr"]
    if following is None or val(paragraph, "pPr/sectPr") is not None:
        return
    own = following.find(W + "pPr")
    place = 0 if own is None else following.index(own) + 1
    if own is None or any(child.tag not in _GONE for child in content):
        # The text above goes on: its paragraph's look is the one that stays.
        look = paragraph.find(W + "pPr")
        if look is not None and any(child.tag not in _GONE and said(child) for child in content):
            mark = look.find(W + "rPr")
            if mark is not None:
                for gone in [one for one in mark if one.tag in _GONE]:
                    mark.remove(gone)
            other_mark = None if own is None else own.find(W + "rPr")
            if other_mark is not None and mark is not None:
                for gone in [one for one in other_mark if one.tag in _GONE]:
                    mark.append(gone)
            if own is not None:
                following.remove(own)
            following.insert(0, look)
            place = 1
    for offset, child in enumerate(content):
        following.insert(place + offset, child)
    _take_out(paragraph)


def _take_out(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if parent.tag in (W + "rPr", W + "trPr"):
        parent.remove(element)
        return
    place = parent.index(element)
    for offset, child in enumerate(list(element)):
        parent.insert(place + offset, child)
    parent.remove(element)
