"""Make rendered XML sound again where data took away or repeated what a Word file must have, or may have once.

Nothing is mended in a part that is sound: it stays what docxtpl makes of it, to the byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from vanban.ooxml import Element, W
from vanban.ooxml.containers import HOLDERS, has, lacks_paragraph
from vanban.ooxml.identities import MARKS, PARAGRAPH_ID, W14, astray, identities
from vanban.ooxml.story import Story

_LONGEST_NAME: Final = 40
"""Characters that Word allows in the name of a bookmark."""

_NUMBERED: Final = "hình, dấu trang, ô điều khiển lặp lại thì được đánh số lại"
_COMMENT_ONCE: Final = "ghi chú (Comment) trong vòng lặp chỉ còn ở lượt đầu"
SILENT: Final = frozenset({_NUMBERED})
"""What is done so that nobody sees it."""

_SHAPE_NUMBER: Final = "{urn:schemas-microsoft-com:office:office}spid"
_OBJECT: Final = "{urn:schemas-microsoft-com:office:office}OLEObject"


def mend(root: Element, part: str) -> tuple[str, ...]:
    """Mend the rendered part called ``part``; what was done, each kind once, nothing where it was sound."""
    story = Story(part, root)
    done = [*_drop_empty(root), *_drop_halves(story), *_number_anew(story), *_fill_holders(root)]
    return tuple(dict.fromkeys(done))


def _drop_empty(root: Element) -> Iterator[str]:
    """Rows without cells and tables without rows go, the innermost first."""
    for element in reversed(list(root.iter(W + "tr", W + "tbl"))):
        wanted = W + "tc" if element.tag == W + "tr" else W + "tr"
        if not has(element, wanted):
            _remove(element)
            yield "dòng không còn ô nào thì bị bỏ" if element.tag == W + "tr" else "bảng không còn dòng nào thì bị bỏ"


def _drop_halves(story: Story) -> Iterator[str]:
    """Of a bookmark, a comment's range or a range with rights that lost one end, the other goes too."""
    for element, kind in list(astray(story)):
        _remove(element)
        yield f"{MARKS[kind]} mất một đầu thì bị bỏ"


def _fill_holders(root: Element) -> Iterator[str]:
    """A holder without a last paragraph gets an empty one; what it holds comes first."""
    for holder in reversed(list(root.iter(*HOLDERS))):
        if reason := lacks_paragraph(holder):
            holder.append(holder.makeelement(W + "p"))
            yield f"{reason} thì có thêm một đoạn trống"


def _number_anew(story: Story) -> Iterator[str]:
    """What a part may name once gets another number where it comes again."""
    for start, end, again in (_BOOKMARKS, _PERMISSIONS, _COMMENTS):
        if _pairs_anew(story, start, end, again):
            yield _COMMENT_ONCE if again is _drop_both else _NUMBERED
    taken: dict[str, set[str]] = {}
    for kind, element, name in list(identities(story.root)):
        names = taken.setdefault(kind, set())
        if name not in names:
            names.add(name)
        elif kind in _ANEW and not story.is_repeated(element):
            _ANEW[kind](element, names)
            yield _COMMENT_ONCE if kind == "comment" else _NUMBERED


def _pairs_anew(story: Story, start: str, end: str, again: Callable[[Element, Element | None, set[str]], None]) -> bool:
    """Hand every beginning whose number was there before, with its end, to ``again``; whether there was one."""
    taken: set[str] = set()
    open_: dict[str, list[tuple[Element, bool]]] = {}
    repeated: list[tuple[Element, Element | None]] = []
    for element in story.root.iter(start, end):
        number = element.get(W + "id", "")
        if story.is_repeated(element):
            continue
        if element.tag == start:
            open_.setdefault(number, []).append((element, number in taken))
            taken.add(number)
        elif same := open_.get(number):
            beginning, is_again = same.pop()
            repeated += [(beginning, element)] if is_again else []
    for beginning, ending in repeated:
        again(beginning, ending, taken)
    return bool(repeated)


def _free(names: set[str], made: Callable[[int], str]) -> str:
    """The first name of the series that nobody has; it is taken from then on."""
    number = next(number for number in range(len(names) + 1, 10**9) if made(number) not in names)
    names.add(made(number))
    return made(number)


def _renumber(start: Element, end: Element | None, taken: set[str]) -> None:
    number = _free(taken, str)
    for element in (start, end):
        if element is not None:
            element.set(W + "id", number)


def _drop_both(start: Element, end: Element | None, _: set[str]) -> None:
    """A comment stays at its first place."""
    for element in (start, end):
        if element is not None:
            _remove(element)


def _drawing(element: Element, names: set[str]) -> None:
    element.set("id", _free(names, str))


def _control(element: Element, names: set[str]) -> None:
    element.set(W + "val", _free(names, str))


def _paragraph(element: Element, _: set[str]) -> None:
    for attribute in (PARAGRAPH_ID, W14 + "textId"):
        if attribute in element.attrib:
            del element.attrib[attribute]


def _shape(element: Element, names: set[str]) -> None:
    before = element.get("id", "")
    element.set("id", _free(names, lambda number: f"{before}_{number}"))
    if _SHAPE_NUMBER in element.attrib:
        del element.attrib[_SHAPE_NUMBER]
    holder = element.getparent()
    for embedded in holder.iter(_OBJECT) if holder is not None else ():
        if embedded.get("ShapeID") == before:
            embedded.set("ShapeID", element.get("id", ""))


def _bookmark(element: Element, names: set[str]) -> None:
    """Another name where the name was there before: ``Muc`` becomes ``Muc_2``."""
    name = element.get(W + "name", "")
    stem = name[: _LONGEST_NAME - 6]
    made = _free(names, lambda number: f"{stem}_{number}".casefold())
    element.set(W + "name", f"{stem}_{made.rpartition('_')[2]}")


def _comment(element: Element, _: set[str]) -> None:
    _remove(element)


def _remove(element: Element) -> None:
    """Take an element out; the white space after it stays."""
    parent = element.getparent()
    if parent is not None:
        if element.tail and element.tail.strip():
            before = element.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + element.tail
            else:
                parent.text = (parent.text or "") + element.tail
        parent.remove(element)


_BOOKMARKS: Final = (W + "bookmarkStart", W + "bookmarkEnd", _renumber)
_PERMISSIONS: Final = (W + "permStart", W + "permEnd", _renumber)
_COMMENTS: Final = (W + "commentRangeStart", W + "commentRangeEnd", _drop_both)
_ANEW: Final[dict[str, Callable[[Element, set[str]], None]]] = {
    "drawing": _drawing,
    "control": _control,
    "paragraph": _paragraph,
    "shape": _shape,
    "bookmark name": _bookmark,
    "comment": _comment,
}
