"""Take targets over from the lines of a text: those that a plan has already keep their keys, units and days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from pydantic import Field

from vanban.domain.accents import accent_free
from vanban.domain.aim import read_aim
from vanban.domain.alignment import aligned
from vanban.domain.record import Record
from vanban.domain.target import AIM, Measure, Target, fill
from vanban.domain.target_reading import ReadTarget, has_aim, is_judged, read_target, target_key
from vanban.domain.text import tidy
from vanban.domain.text_table import TextTable
from vanban.domain.text_tree import Block, Inset

_OF_TARGETS: Final = re.compile(
    r"chỉ tiêu|mục tiêu|danh hiệu (?:thi đua )?phấn đấu|đăng ký (?:danh hiệu )?thi đua|phấn đấu đạt",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(r"\{\w+\}")
_LEAVES: Final = ("item", "clause", "point", "text", "section")
_LONGEST_TITLE: Final = 160
_SHARE: Final = 0.5
_NAME, _UNIT, _VALUE = (
    re.compile(r"chi tieu|noi dung|ten"),
    re.compile(r"^dvt$|don vi(?: tinh)?"),
    re.compile(r"ke hoach|muc|phan dau|chi tieu nam|nam 20|giao|dang ky"),
)


class TargetLine(Record):
    """A line of a text that says a target, under the field that it stands in; ``measured`` where a table says it."""

    text: str = Field(title="Lời văn")
    about: str | None = Field(default=None, title="Lĩnh vực")
    value: str = Field(default="", title="Mức, ở bảng")


class TargetsFound(Record):
    """A text with its lines of targets taken out, an inset in their places, and these lines."""

    blocks: tuple[Block, ...] = Field(title="Các khối")
    lines: tuple[TargetLine, ...] = Field(title="Các dòng chỉ tiêu")


class TakenTarget(Record):
    """A target as it will be kept; ``before`` is the one that the plan had, ``doubt`` what is not certain."""

    target: Target = Field(title="Chỉ tiêu")
    before: Target | None = Field(default=None, title="Trước đây")
    doubt: str = Field(default="", title="Chỗ chưa chắc")


def find_targets(blocks: tuple[Block, ...]) -> TargetsFound:
    """The lines of targets in a text that somebody wrote elsewhere: under titles that announce them."""
    finder = _Finder()
    found = finder.within(blocks)
    if len(finder.fields) == 1:
        found = _without_field(found)
        lines = tuple(line.model_copy(update={"about": None}) for line in finder.lines)
    else:
        lines = tuple(finder.lines)
    return TargetsFound(blocks=found, lines=lines)


def take_targets(
    lines: Sequence[TargetLine], old: Sequence[Target], responsible: tuple[str, ...]
) -> tuple[TakenTarget, ...]:
    """The targets that ``lines`` say. One that ``old`` has already stays what it was but for what the line changes."""
    taken = {one.key for one in old}
    by_line = _matched([_compared(one.sentence) for one in old], [_compared(one.text) for one in lines])
    made = []
    for place, line in enumerate(lines):
        before = old[by_line[place]] if place in by_line else None
        made.append(_new(line, responsible, taken) if before is None else _changed(line, before))
    return tuple(made)


def _matched(old: list[str], new: list[str]) -> dict[int, int]:
    """For each of ``new`` which of ``old`` it is: the same words wherever they stand now, else the likest in order."""
    found: dict[int, int] = {}
    for other, text in enumerate(new):
        same = next((mine for mine, was in enumerate(old) if was == text and mine not in found.values()), None)
        if same is not None:
            found[other] = same
    left = [mine for mine in range(len(old)) if mine not in found.values()]
    rest = [other for other in range(len(new)) if other not in found]
    for one, place in aligned([old[mine] for mine in left], [new[other] for other in rest]):
        if one is not None and place is not None:
            found[rest[place]] = left[one]
    return found


# Where targets stand


@dataclass
class _Finder:
    """The lines found so far, and the fields that they stand under."""

    lines: list[TargetLine] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)

    def within(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        if _announces_targets(block) and _enough(block):
            return block.model_copy(update={"body": self._replaced(block, block.words.rstrip(" :."))})
        return block.model_copy(update={"body": self.within(block.body)}) if block.body else block

    def _replaced(self, block: Block, about: str) -> tuple[Block, ...]:
        made: list[Block] = []
        placed = False
        for inner in block.body:
            rows = _table_lines(inner.table, about) if inner.table is not None else ()
            if rows or _is_target(inner):
                self.lines += rows or [TargetLine(text=inner.words, about=about)]
                if not placed:
                    self.fields.append(about)
                    made.append(Block(inset=Inset.TARGETS, about=about))
                placed = True
            elif inner.body:
                made.append(inner.model_copy(update={"body": self._replaced(inner, inner.words.rstrip(" :."))}))
            else:
                made.append(inner)
        return tuple(made)


def _announces_targets(block: Block) -> bool:
    return bool(block.body) and len(block.words) <= _LONGEST_TITLE and _OF_TARGETS.search(block.words) is not None


def _enough(block: Block) -> bool:
    """Whether what stands in a block are targets in the main."""
    leaves = list(_leaves(block.body))
    meant = [one for one in leaves if _is_target(one)]
    aimed = any(has_aim(one.words) for one in leaves) or any(
        one.table and _table_lines(one.table, "") for one in leaves
    )
    sentences = [one for one in leaves if one.table is None and not one.words.endswith(":")]
    return aimed and len(meant) >= _SHARE * len(sentences)


def _leaves(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.body:
            yield from _leaves(block.body)
        else:
            yield block


def _is_target(block: Block) -> bool:
    said = next((name for name in _LEAVES if getattr(block, name) is not None), None)
    if said is None or block.body or block.words.endswith(":"):
        return False
    return has_aim(block.words) or (said != "text" and is_judged(block.words))


def _table_lines(table: TextTable, about: str) -> list[TargetLine]:
    """The rows of a table of targets: its columns say what is measured, in what, how much."""
    headers = [accent_free(column.name) for column in table.columns]
    unit = next((n for n, name in enumerate(headers) if _UNIT.search(name)), None)
    name = next((n for n, head in enumerate(headers) if _NAME.search(head) and n != unit), None)
    value = next((n for n, head in enumerate(headers) if _VALUE.search(head) and n not in (unit, name)), None)
    if unit is None or name is None or value is None:
        return []
    found = []
    for row in table.cells():
        said = tidy(f"{row[value]} {row[unit]}").replace(" %", "%")
        if row[name] and _readable(said):
            found.append(TargetLine(text=row[name], about=about, value=said))
    return found


def _readable(aim: str) -> bool:
    try:
        return bool(read_aim(aim))
    except ValueError:
        return False


def _without_field(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(
        Block(inset=Inset.TARGETS)
        if block.inset is Inset.TARGETS
        else block.model_copy(update={"body": _without_field(block.body)})
        for block in blocks
    )


# What becomes of a line


def _new(line: TargetLine, responsible: tuple[str, ...], taken: set[str]) -> TakenTarget:
    if line.value:
        return TakenTarget(target=_measured(line, target_key(line.text, taken), responsible))
    read = read_target(line.text, target_key(line.text, taken), responsible, line.about)
    return TakenTarget(target=read.target, doubt=read.doubt)


def _measured(line: TargetLine, key: str, responsible: tuple[str, ...]) -> Target:
    aim = read_aim(line.value)
    measure = Measure(
        key="muc",
        name=line.text,
        comparison=aim.comparison,
        value=aim.value,
        upper=aim.upper,
        unit=aim.unit,
        of_last_year=aim.of_last_year,
    )
    statement = f"{line.text.rstrip(' .;:')}: {{{AIM}muc}}."
    return Target(key=key, about=line.about, statement=statement, measures=(measure,), responsible=responsible)


def _changed(line: TargetLine, before: Target) -> TakenTarget:
    """What the plan had, with what the line says otherwise."""
    kept = before if line.about == before.about else before.model_copy(update={"about": line.about})
    if line.value or _compared(before.sentence) == _compared(line.text):
        return TakenTarget(target=kept if line.value else _with_stop(kept, line.text), before=before)
    read = read_target(line.text, before.key, before.responsible, line.about)
    return TakenTarget(target=_merged(kept, read), before=before, doubt=read.doubt)


def _with_stop(target: Target, text: str) -> Target:
    """The stop at the end of a line as it is now, where all else is as it was."""
    if tidy(target.sentence) == tidy(text):
        return target
    stop = text[len(text.rstrip(" .;,")) :].strip()
    return target.model_copy(update={"statement": target.statement.rstrip(" .;,") + stop})


def _merged(before: Target, read: ReadTarget) -> Target:
    """A line that was written anew: measures in the same places stay the same measures."""
    counted_now = [one for one in read.target.measures if one.value is not None]
    counted_before = [one for one in before.measures if one.value is not None]
    plain_now = [one for one in read.target.measures if one.value is None]
    plain_before = [one for one in before.measures if one.value is None]
    if len(counted_now) != len(counted_before):
        return before.model_copy(update={"statement": read.target.statement, "measures": read.target.measures})
    then_read = read_target(before.sentence, before.key, before.responsible).target
    told = {one.key: one for one in then_read.measures}
    # Where only numbers are others, nobody changed how a result is held against them.
    reworded = _PLACE.sub("{}", then_read.statement) != _PLACE.sub("{}", read.target.statement)
    as_before = [one for one in told.values() if one.value is not None]
    names: dict[str, str] = {}
    kept: list[Measure] = []
    for place, now in enumerate(counted_now):
        own = counted_before[place]
        then = as_before[place] if len(as_before) == len(counted_now) else now
        changes: dict[str, object] = {"value": now.value, "upper": now.upper if then.upper != now.upper else own.upper}
        if reworded:
            changes |= {
                name: getattr(now, name) for name in ("comparison", "unit") if getattr(now, name) != getattr(then, name)
            }
        kept.append(own.model_copy(update=changes))
        names[now.key] = f"{{{own.key}}}"
    plain = plain_before if len(plain_before) == len(plain_now) or not plain_now else plain_now
    order = {one.key: place for place, one in enumerate(before.measures)}
    measures = sorted((*kept, *plain), key=lambda one: order.get(one.key, len(order)))
    statement = fill(
        read.target.statement, names | {one.key: f"{{{one.key}}}" for one in plain_now if one.key not in names}
    )
    return before.model_copy(update={"statement": statement, "measures": tuple(measures)})


def _compared(sentence: str) -> str:
    return tidy(sentence).rstrip(" .;,")
