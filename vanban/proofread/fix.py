"""Turn the faults that a program may mend into a corrected copy, and say every change by its kind."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable
from typing import Final

from pydantic import Field

from vanban.domain.record import Record
from vanban.gate import open_package
from vanban.law.nd30 import Part
from vanban.proofread.expectations import Expectations
from vanban.proofread.finding import WHOLE, finding_of
from vanban.proofread.inspection import Inspected, inspect
from vanban.proofread.mark import Mark
from vanban.proofread.mend_look import mend_color, mend_font, mend_paragraph, mend_type
from vanban.proofread.mend_page import mend_numbers, mend_sheet
from vanban.proofread.mend_rule import mend_rule
from vanban.proofread.mend_text import mend_characters
from vanban.proofread.package import with_roots, write_package
from vanban.proofread.tracked import track, with_places


class Change(Record):
    """One kind of change: the rule that asked for it, and the places that were changed."""

    rule: str = Field(title="Mã quy tắc")
    part: str = Field(title="Thành phần")
    what: str = Field(title="Đã sửa theo")
    places: tuple[str, ...] = Field(title="Vị trí")


class Fixed(Record):
    """A corrected copy. ``data`` is the file itself where nothing was changed."""

    data: bytes = Field(title="Tệp", repr=False)
    changes: tuple[Change, ...] = Field(default=(), title="Các thay đổi")


_MENDERS: Final[dict[str, Callable[[Mark], bool]]] = {
    "TT-02.font": mend_font,
    "TT-02.color": mend_color,
    "TT-05.spacing": mend_paragraph,
    "TT-06.letter": mend_paragraph,
    "TT-06.letter-close": mend_paragraph,
    "TT-11": mend_paragraph,
    "TT-21": mend_characters,
}
_MOST_ROUNDS: Final = 20
_LONGEST_TITLE: Final = 4
_RULES: Final = ("TT-05.", "TT-06.")


def fix(inspected: Inspected, data: bytes) -> Fixed:
    """A copy of ``data`` with its mechanical faults mended: page, fonts, sizes, spacing, lines, forms, NFC.

    The text stays to the character (letters and tones are composed), missing parts are never made up. Only a paper
    that the decree binds and whose number or date was found is mended; of others only the characters. What cannot be
    mended safely stays a finding. Fixing the result again changes nothing. The trees of ``inspected`` are changed: use
    it no further.
    """
    changes: dict[str, Change] = {}
    left = _left(inspected)
    for _ in range(_MOST_ROUNDS):
        done = _mend_all(inspected)
        if not done:
            break
        mended = write_package(with_roots(inspected.package, inspected.file.roots))
        again = inspect(mended, name=inspected.name, expected=inspected.expected)
        if _weight(_left(again)) >= _weight(left):
            # What a strange file does not let be mended stays as it was: else every fixing would change it anew.
            break
        data, inspected, before, left = mended, again, left, _left(again)
        for rule, marks in done.items():
            if left[rule] < before[rule]:
                changes.setdefault(rule, _change(marks))
    return Fixed(data=data, changes=tuple(changes.values()))


def _may_mend(mark: Mark, inspected: Inspected) -> bool:
    """Whether recognition is sure enough of a part to change how it looks: a form or a scrap is left alone."""
    if not mark.rule.mechanical:
        return False
    parts = inspected.parts
    if mark.rule.id.startswith("TT-21."):
        return True
    if not parts.is_administrative or not (parts.number or parts.place_and_date):
        return False
    if mark.rule.part is Part.APPENDIX_TITLE:
        return all(len(found.title) <= _LONGEST_TITLE and found.reference for found in parts.appendices)
    return True


def _left(inspected: Inspected) -> Counter[str]:
    """How many mechanical faults there are, by rule."""
    return Counter(mark.rule.id for mark in inspected.marks if _may_mend(mark, inspected))


def _weight(left: Counter[str]) -> tuple[int, int]:
    """What must shrink with every round: faults of look first, for lengths of lines follow from them."""
    lines = sum(count for rule, count in left.items() if rule.startswith(_RULES))
    return left.total() - lines, lines


def _mend_all(inspected: Inspected) -> dict[str, list[Mark]]:
    """Mend every mechanical fault in the trees; what was mended, by rule."""
    done: dict[str, list[Mark]] = {}
    settled: dict[str, bool] = {}
    for mark in inspected.marks:
        if _may_mend(mark, inspected) and _mend(mark, inspected, inspected.package, settled):
            done.setdefault(mark.rule.id, []).append(mark)
    return done


def _mend(mark: Mark, inspected: Inspected, parts: dict[str, bytes], settled: dict[str, bool]) -> bool:
    rule = mark.rule.id
    if rule.startswith("TT-01."):
        return _once(rule, settled, lambda: mend_sheet(inspected.file, rule))
    if rule.startswith(("TT-03.", "TT-04.page_number.")) or (rule == "TT-02.font" and "số trang" in mark.found):
        return _once("TT-03", settled, lambda: mend_numbers(inspected.file, parts))
    mender = _MENDERS.get(rule) or _MENDERS.get(rule.partition(".")[0])
    if mender is not None:
        return mender(mark)
    if rule.startswith(_RULES):
        key = f"rule {mark.rule.part}"
        return _once(key, settled, lambda: mend_rule(mark, inspected.parts, inspected.file.paragraphs))
    return rule.startswith("TT-04.") and mend_type(mark)


def _once(key: str, settled: dict[str, bool], mend: Callable[[], bool]) -> bool:
    """Mend what several findings share a single time."""
    if key not in settled:
        settled[key] = mend()
    return settled[key]


def _change(marks: list[Mark]) -> Change:
    first = finding_of(marks[0])
    places = tuple(finding_of(mark).place for mark in marks)
    return Change(rule=first.rule, part=first.part or WHOLE, what=marks[0].rule.what, places=places)


def fix_tracked(data: bytes, *, name: str, expected: Expectations | None = None) -> Fixed:
    """The same corrected copy with every change as a tracked change of Word, to accept or to reject one by one.

    Raises a :class:`vanban.errors.PackageError`.
    """
    before = inspect(data, name=name, expected=expected)
    with_places(before.file.roots)
    numbered = {part: copy.deepcopy(root) for part, root in before.file.roots.items()}
    placed = write_package(with_roots(before.package, before.file.roots))
    fixed = fix(inspect(placed, name=name, expected=expected), placed)
    if not fixed.changes:
        return Fixed(data=data)
    after = open_package(fixed.data, name=name, kind="docx", for_reading=True)
    return Fixed(data=write_package(track(numbered, after, name)), changes=fixed.changes)
