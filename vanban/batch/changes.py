"""Say in Vietnamese which lines of the data differ from those of the last build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

Lines = Mapping[int, str]
"""Line number → fingerprint of what the line says."""

_MOST_SHOWN = 6
# Beyond it, finding the lines that were inserted takes longer than building the documents.
_LARGEST_COMPARISON = 1_000_000


def data_changes(previous: Mapping[str, Lines], current: Mapping[str, Lines]) -> dict[str, str]:
    """For each file that differs, where: ``{"results.xlsx": "dòng 12, thêm dòng 15–16, bỏ 2 dòng sau dòng 20"}``."""
    changes = {}
    for file in sorted({*previous, *current}):
        if file not in previous:
            changes[file] = "(tệp mới)"
        elif file not in current:
            changes[file] = "(không còn tệp)"
        elif differing := tuple(_differing(previous[file], current[file])):
            rest = len(differing) - _MOST_SHOWN
            shown = differing[:_MOST_SHOWN] + ((f"và {rest} chỗ khác",) if rest > 0 else ())
            changes[file] = ", ".join(shown)
    return changes


def _differing(previous: Lines, current: Lines) -> Iterator[str]:
    """Each place that differs. A line put in or taken out moves those below it, but does not change them."""
    old, new = sorted(previous), sorted(current)
    before, after = [previous[number] for number in old], [current[number] for number in new]
    for kind, old_from, old_to, new_from, new_to in _blocks(before, after):
        if kind == "replace":
            yield f"dòng {_span(new, new_from, new_to)}"
        elif kind == "insert":
            yield f"thêm dòng {_span(new, new_from, new_to)}"
        elif kind == "delete":
            yield f"bỏ dòng {_span(old, old_from, old_to)} cũ"


def _blocks(before: Sequence[str], after: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    head = _alike(before, after)
    tail = _alike(before[: head - 1 if head else None : -1], after[: head - 1 if head else None : -1])
    old_to, new_to = len(before) - tail, len(after) - tail
    if (old_to - head) * (new_to - head) > _LARGEST_COMPARISON:
        return [("replace", head, old_to, head, new_to)]
    matcher = SequenceMatcher(None, before[head:old_to], after[head:new_to], autojunk=False)
    return [
        (kind, head + old_from, head + old_to, head + new_from, head + new_to)
        for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes()
    ]


def _alike(before: Sequence[str], after: Sequence[str]) -> int:
    """How many items are the same from the start."""
    count = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            break
        count += 1
    return count


def _span(numbers: Sequence[int], first: int, past: int) -> str:
    start, end = numbers[first], numbers[past - 1]
    return str(start) if start == end else f"{start}–{end}"
