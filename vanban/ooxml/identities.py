"""Names and numbers that a Word file may give only once, and marks that come in pairs (ECMA-376 Part 1, 17.13)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from vanban.ooxml.fields import references
from vanban.ooxml.flaw import Flaw, SoundnessRule, flaw
from vanban.ooxml.names import WP, V, W
from vanban.ooxml.story import Story
from vanban.ooxml.tree import Element

W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
PARAGRAPH_ID: Final = W14 + "paraId"

MARKS: Final = {
    "bookmark": "dấu trang (Bookmark)",
    "bookmark name": "dấu trang (Bookmark)",
    "drawing": "hình vẽ",
    "control": "ô điều khiển nội dung (Content Control)",
    "shape": "hình vẽ kiểu cũ",
    "paragraph": "đoạn",
    "comment": "ghi chú (Comment)",
    "permission": "vùng được sửa",
}
"""What a clerk calls each kind of thing that is named or comes in pairs."""
_PAIRS: Final = (
    ("bookmarkStart", "bookmarkEnd", "bookmark"),
    ("commentRangeStart", "commentRangeEnd", "comment"),
    ("permStart", "permEnd", "permission"),
)
_NOTES: Final = {
    W + "footnoteReference": (W + "footnote", "chú thích cuối trang"),
    W + "endnoteReference": (W + "endnote", "chú thích cuối văn bản"),
    W + "commentReference": (W + "comment", "ghi chú (Comment)"),
}
_SHAPE_TYPES: Final = frozenset({V + "shapetype", V + "formulas", V + "handles"})
_MARKED: Final = tuple(W + name for name in ("bookmarkStart", "commentRangeStart", "commentReference", "permStart"))


def identities(root: Element) -> Iterator[tuple[str, Element, str]]:
    """What may be named once under ``root``, in the order of the text: kind, element, name or number."""
    for drawing in root.iter(WP + "docPr"):
        yield "drawing", drawing, drawing.get("id", "")
    for element in root.iter(*_MARKED):
        yield from _marks(element)
    for control in root.iter(W + "sdtPr"):
        number = control.find(W + "id")
        if number is not None:
            yield "control", number, number.get(W + "val", "")
    for shape in root.iter(V + "*"):
        if shape.get("id") and shape.tag not in _SHAPE_TYPES:
            yield "shape", shape, shape.get("id", "")
    for paragraph in root.iter(W + "p", W + "tr"):
        if own := paragraph.get(PARAGRAPH_ID):
            yield "paragraph", paragraph, own


def _marks(element: Element) -> Iterator[tuple[str, Element, str]]:
    name = element.tag.removeprefix(W)
    number = element.get(W + "id", "")
    if name == "bookmarkStart":
        yield "bookmark", element, number
        yield "bookmark name", element, element.get(W + "name", "").casefold()
    elif name == "permStart":
        yield "permission", element, number
    else:
        yield "comment", element, f"{name} {number}"


def check_identities(story: Story) -> Iterator[Flaw]:
    """Numbers and names that the part gives twice."""
    seen: set[tuple[str, str]] = set()
    for kind, element, name in identities(story.root):
        if not story.is_repeated(element):
            if (kind, name) in seen:
                reason = f"hai {MARKS[kind]} mang cùng một số hoặc tên"
                yield flaw(SoundnessRule.IDENTITY, story, element, reason)
            seen.add((kind, name))


def astray(story: Story) -> Iterator[tuple[Element, str]]:
    """Beginnings without end and ends without beginning, each with the kind of mark."""
    for start, end, kind in _PAIRS:
        open_: dict[str | None, list[Element]] = {}
        for element in story.root.iter(W + start, W + end):
            if story.is_repeated(element):
                continue
            same = open_.setdefault(element.get(W + "id"), [])
            if element.tag == W + start:
                same.append(element)
            elif same:
                same.pop()
            else:
                yield element, kind
        yield from ((element, kind) for left in open_.values() for element in left)


def check_pairs(stories: Sequence[Story]) -> Iterator[Flaw]:
    """Marks without partner, note marks without note, references to a bookmark that is not there."""
    held = {(tag, note.get(W + "id")) for story in stories for tag, note in _held(story.root)}
    # Without the part of comments, Word passes over their marks.
    has_comments = any(story.root.tag == W + "comments" for story in stories)
    bookmarks = {
        mark.get(W + "name", "").casefold() for story in stories for mark in story.root.iter(W + "bookmarkStart")
    }
    for story in stories:
        for element, kind in astray(story):
            yield flaw(SoundnessRule.PAIR, story, element, f"{MARKS[kind]} chỉ còn một đầu")
        for mark in story.root.iter(*_NOTES):
            tag, name = _NOTES[mark.tag]
            if (tag, mark.get(W + "id")) not in held and (tag != W + "comment" or has_comments):
                yield flaw(SoundnessRule.PAIR, story, mark, f"dấu dẫn tới một {name} không có trong tệp")
        yield from _lost_references(story, bookmarks)


def _held(root: Element) -> Iterable[tuple[str, Element]]:
    return ((tag, note) for tag, _ in _NOTES.values() for note in root.iter(tag))


def _lost_references(story: Story, bookmarks: set[str]) -> Iterator[Flaw]:
    for field in references(story.root):
        if field.argument.casefold() not in bookmarks:
            reason = f"trường “{field.word}” dẫn tới dấu trang “{field.argument}” không có trong tệp"
            yield flaw(SoundnessRule.PAIR, story, field.element, reason)
