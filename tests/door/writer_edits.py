"""Edits that a clerk makes in an editing copy, each with the text that must come of it: in the file as a word processor
writes it, in the text by its own means."""

from __future__ import annotations

import copy
import io
import random
import unicodedata
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree

from vanban.domain.document import Document, Plan, Recipient
from vanban.domain.text_tree import SAYING, Block
from vanban.ooxml import W
from vanban.stationery.editing_copy import CopyLine

NEW: Final = "Làm thêm một việc mới trong năm."
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

Where = tuple[int, ...]
"""The way to a block from the outermost ones."""


@dataclass(frozen=True)
class Edit:
    """One edit: what it is called, the file after it, the text that must come back."""

    name: str
    data: bytes
    wanted: Document


class Copy:
    """The file of an editing copy, opened."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            self.parts = {name: packed.read(name) for name in packed.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.body = self.root.find(W + "body")
        self.children = list(self.body)

    def saved(self) -> bytes:
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as packed:
            for name, content in self.parts.items():
                changed = etree.tostring(self.root) if name == "word/document.xml" else content
                packed.writestr(name, changed)
        return made.getvalue()


def say(paragraph: Any, text: str, *, in_runs: int = 1) -> None:
    """Give a paragraph other words, in so many runs."""
    for child in list(paragraph):
        if child.tag != W + "pPr":
            paragraph.remove(child)
    size = max(1, -(-len(text) // in_runs))
    for start in range(0, len(text), size):
        paragraph.append(run(text[start : start + size]))


def run(text: str, tag: str = "t") -> Any:
    made = etree.Element(W + "r")
    for place, piece in enumerate(text.split("\n")):
        if place:
            made.append(etree.Element(W + "br"))
        words = etree.SubElement(made, W + tag)
        words.text = piece
        words.set(_XML_SPACE, "preserve")
    return made


def tracked(tag: str, *runs: Any) -> Any:
    made = etree.Element(W + tag, {W + "id": "900", W + "author": "Bà Lan", W + "date": "2024-05-01T00:00:00Z"})
    made.extend(runs)
    return made


# Trees


def leaves(blocks: Sequence[Block], above: Where = ()) -> Iterator[tuple[Where, Block]]:
    """Every block with the way to it, in reading order."""
    for place, block in enumerate(blocks):
        yield (*above, place), block
        yield from leaves(block.body, (*above, place))


def said_of(block: Block) -> str:
    return next((name for name in SAYING if getattr(block, name) is not None), "")


def worded(block: Block, words: str) -> Block:
    return block.model_copy(update={said_of(block): words})


def changed(blocks: tuple[Block, ...], where: Where, by: Callable[[tuple[Block, ...], int], tuple[Block, ...]]) -> Any:
    """The tree with the row of blocks around ``where`` as ``by`` makes it."""
    place, *deeper = where
    if not deeper:
        return by(blocks, place)
    inner = changed(blocks[place].body, tuple(deeper), by)
    return (*blocks[:place], blocks[place].model_copy(update={"body": inner}), *blocks[place + 1 :])


@dataclass(frozen=True)
class Chosen:
    """A block of a text with its line of the copy: the edit is made on both."""

    lines: Sequence[CopyLine]
    document: Document
    where: Where
    block: Block
    index: int

    @property
    def label(self) -> str:
        return f"{self.lines[self.index].label} " if self.lines[self.index].label else ""

    def of(self, words: str) -> Document:
        return self.with_row(lambda row, at: (*row[:at], worded(row[at], words), *row[at + 1 :]))

    def with_row(self, by: Callable[[tuple[Block, ...], int], tuple[Block, ...]]) -> Document:
        return self.document.model_copy(update={"body": changed(self.document.body, self.where, by)})

    def next_alike(self) -> Block | None:
        """The block below it on the same level, of the same sort and without others inside."""
        row = self.document.body
        for step in self.where[:-1]:
            row = row[step].body
        following = row[self.where[-1] + 1] if self.where[-1] + 1 < len(row) else None
        alike = following is not None and said_of(following) == said_of(self.block) and not following.body
        return following if alike else None


def _reword(chosen: Chosen, opened: Copy, words: str, typed: str | None = None, runs: int = 1) -> Document:
    say(opened.children[chosen.index], chosen.label + (typed if typed is not None else words), in_runs=runs)
    return chosen.of(words)


def at_the_end(chosen: Chosen, opened: Copy, _: random.Random) -> Document:
    return _reword(chosen, opened, f"{chosen.block.words} theo kế hoạch", runs=3)


def at_the_start(chosen: Chosen, opened: Copy, _: random.Random) -> Document:
    return _reword(chosen, opened, f"Tiếp tục {chosen.block.words}", runs=2)


def a_word_in_the_middle(chosen: Chosen, opened: Copy, chance: random.Random) -> Document:
    words = chosen.block.words.split(" ")
    words[chance.randrange(len(words))] = "được thay"
    return _reword(chosen, opened, "Nay " + " ".join(words))


def twice_the_spaces(chosen: Chosen, opened: Copy, _: random.Random) -> Document:
    words = chosen.block.words
    return _reword(chosen, opened, words, words.replace(" ", "  ", 1).replace(" ", "\u00a0", 1) + " ")


def letters_and_tones_apart(chosen: Chosen, opened: Copy, _: random.Random) -> Document:
    return _reword(chosen, opened, chosen.block.words, unicodedata.normalize("NFD", chosen.block.words))


def another_number_typed(chosen: Chosen, opened: Copy, _: random.Random) -> Document:
    label = chosen.lines[chosen.index].label
    other = label.replace("1", "7").replace("a)", "c)") or ""
    say(opened.children[chosen.index], f"{other} {chosen.block.words}".strip())
    return chosen.document


def an_empty_line_below(chosen: Chosen, opened: Copy, _: random.Random) -> Document:
    opened.children[chosen.index].addnext(etree.Element(W + "p"))
    return chosen.document


def a_word_in_bold(chosen: Chosen, opened: Copy, _: random.Random) -> Document:
    say(opened.children[chosen.index], chosen.label + chosen.block.words, in_runs=3)
    middle = opened.children[chosen.index].findall(W + "r")[-1]
    look = etree.Element(W + "rPr")
    look.append(etree.Element(W + "b"))
    middle.insert(0, look)
    return chosen.document


def words_under_track_changes(chosen: Chosen, opened: Copy, _: random.Random) -> Document:
    paragraph = opened.children[chosen.index]
    say(paragraph, chosen.label + chosen.block.words)
    paragraph.append(tracked("del", run(" bỏ chỗ này", "delText")))
    paragraph.append(tracked("ins", run(" kịp thời")))
    return chosen.of(f"{chosen.block.words} kịp thời")


def a_line_break(chosen: Chosen, opened: Copy, _: random.Random) -> Document:
    first, _, rest = f"{chosen.block.words} hằng quý".partition(" ")
    return _reword(chosen, opened, f"{first}\n{rest}")


def gone(chosen: Chosen, opened: Copy, _: random.Random) -> Document | None:
    opened.body.remove(opened.children[chosen.index])
    made = chosen.with_row(lambda row, at: row[:at] + row[at + 1 :])
    return made if len(made.body) else None


def a_new_one_below(chosen: Chosen, opened: Copy, _: random.Random) -> Document:
    own = opened.children[chosen.index]
    other = copy.deepcopy(own)
    say(other, NEW)
    own.addnext(other)
    new = worded(chosen.block, NEW)
    return chosen.with_row(lambda row, at: (*row[: at + 1], new, *row[at + 1 :]))


def a_new_one_typed_in_no_style(chosen: Chosen, opened: Copy, _: random.Random) -> Document | None:
    if said_of(chosen.block) not in ("item", "clause", "point"):
        return None
    other = etree.Element(W + "p")
    say(other, chosen.label + NEW)
    opened.children[chosen.index].addnext(other)
    new = worded(chosen.block, NEW)
    return chosen.with_row(lambda row, at: (*row[: at + 1], new, *row[at + 1 :]))


def pasted_again(chosen: Chosen, opened: Copy, _: random.Random) -> Document:
    own = opened.children[chosen.index]
    own.addnext(copy.deepcopy(own))
    return chosen.with_row(lambda row, at: (*row[: at + 1], row[at], *row[at + 1 :]))


def cut_in_two(chosen: Chosen, opened: Copy, _: random.Random) -> Document | None:
    words = chosen.block.words.split(" ")
    if len(words) < 4:
        return None
    first, second = " ".join(words[:2]), "Và " + " ".join(words[2:])
    own = opened.children[chosen.index]
    other = copy.deepcopy(own)
    say(own, chosen.label + first)
    say(other, second)
    own.addnext(other)
    halves = (worded(chosen.block, first), worded(chosen.block, second))
    return chosen.with_row(lambda row, at: (*row[:at], *halves, *row[at + 1 :]))


def joined_with_the_next(chosen: Chosen, opened: Copy, _: random.Random) -> Document | None:
    following = chosen.next_alike()
    if following is None:
        return None
    words = f"{chosen.block.words} {following.words}"
    say(opened.children[chosen.index], chosen.label + words)
    opened.body.remove(opened.children[chosen.index + 1])
    return chosen.with_row(lambda row, at: (*row[:at], worded(row[at], words), *row[at + 2 :]))


def below_the_next(chosen: Chosen, opened: Copy, _: random.Random) -> Document | None:
    if chosen.next_alike() is None:
        return None
    own = opened.children[chosen.index]
    opened.body.remove(own)
    opened.children[chosen.index + 1].addnext(own)
    return chosen.with_row(lambda row, at: (*row[:at], row[at + 1], row[at], *row[at + 2 :]))


ON_ANY: Final = (
    at_the_end, at_the_start, a_word_in_the_middle, twice_the_spaces, letters_and_tones_apart, another_number_typed,
    an_empty_line_below, a_word_in_bold, words_under_track_changes, a_line_break,
)  # fmt: skip
ON_LEAVES: Final = (
    gone, a_new_one_below, a_new_one_typed_in_no_style, pasted_again, cut_in_two, joined_with_the_next, below_the_next,
)  # fmt: skip


def edits_of_the_text(name: str, data: bytes, lines: Sequence[CopyLine], document: Document) -> Iterator[Edit]:
    """One edit of every sort on a line of every sort that the text has."""
    first = next((place for place, line in enumerate(lines) if line.said), None)
    if first is None:
        return
    every = [Chosen(lines, document, where, block, first + n) for n, (where, block) in enumerate(leaves(document.body))]
    every = [one for one in every if said_of(one.block) and "{" not in one.block.words and "\n" not in one.block.words]
    for said in SAYING:
        own = [one for one in every if said_of(one.block) == said]
        for operations, held in ((ON_ANY, own), (ON_LEAVES, [one for one in own if not one.block.body])):
            for operation in operations:
                label = f"{name}: {operation.__name__} ({said})"
                chance = random.Random(label)
                for chosen in chance.sample(held, min(3, len(held))):
                    opened = Copy(data)
                    wanted = operation(chosen, opened, chance)
                    if wanted is not None:
                        yield Edit(label, opened.saved(), wanted)
                        break


# Head and foot


def edits_around_the_text(name: str, data: bytes, lines: Sequence[CopyLine], document: Document) -> Iterator[Edit]:
    """Edits of the subject, the introduction, the legal bases, the recipients, the plan's targets."""

    def made(what: str, edit: Callable[[Copy], None], **changes: object) -> Edit:
        opened = Copy(data)
        edit(opened)
        return Edit(f"{name}: {what}", opened.saved(), document.model_copy(update=changes))

    def at(outer: str) -> list[int]:
        return [place for place, line in enumerate(lines) if line.outer == outer]

    def reworded(place: int, text: str) -> Callable[[Copy], None]:
        return lambda opened: say(opened.children[place], text)

    def removed(place: int) -> Callable[[Copy], None]:
        return lambda opened: opened.body.remove(opened.children[place])

    def moved_down(place: int) -> Callable[[Copy], None]:
        def edit(opened: Copy) -> None:
            own = opened.children[place]
            opened.body.remove(own)
            opened.children[place + 1].addnext(own)

        return edit

    def added(place: int, text: str) -> Callable[[Copy], None]:
        def edit(opened: Copy) -> None:
            own = opened.children[place]
            other = copy.deepcopy(own)
            say(other, text)
            own.addnext(other)

        return edit

    [subject] = at("Trích yếu")
    yield made("subject", reworded(subject, "Trích yếu mới năm 2024"), subject="Trích yếu mới năm 2024")
    for place in at("Lời dẫn"):
        yield made(
            "introduction", reworded(place, "Nay có lời dẫn mới như sau:"), introduction="Nay có lời dẫn mới như sau:"
        )
        yield made("introduction gone", removed(place), introduction=None)
    bases = at("Căn cứ")
    if len(bases) > 1:
        yield made("first basis gone", removed(bases[0]), legal_bases=document.legal_bases[1:])
        order = (document.legal_bases[1], document.legal_bases[0], *document.legal_bases[2:])
        yield made("bases change places", moved_down(bases[0]), legal_bases=order)
    recipients = at("Nơi nhận")
    if len(recipients) > 2:
        new = Recipient(name="Ban biên tập cổng thông tin", purpose="để đăng tin")
        rest = document.recipients
        yield made("recipient gone", removed(recipients[0]), recipients=rest[1:])
        yield made("recipients change places", moved_down(recipients[0]), recipients=(rest[1], rest[0], *rest[2:]))
        text = "- Ban biên tập cổng thông tin (để đăng tin);"
        yield made("recipient added", added(recipients[0], text), recipients=(rest[0], new, *rest[1:]))
        other = rest[0].model_copy(update={"name": "Cơ quan khác", "purpose": None})
        yield made("recipient reworded", reworded(recipients[0], "- Cơ quan khác;"), recipients=(other, *rest[1:]))
    if isinstance(document, Plan):
        yield from _edits_of_targets(made, at("Chỉ tiêu"), document, (reworded, removed, moved_down))


def _edits_of_targets(made: Any, places: list[int], plan: Plan, ways: tuple[Any, Any, Any]) -> Iterator[Edit]:
    reworded, removed, moved_down = ways
    old = plan.targets
    for number, (place, target) in enumerate(zip(places, old, strict=True)):
        others = lambda new, n=number: (*old[:n], *new, *old[n + 1 :])  # noqa: E731
        yield made(f"target {number} gone", removed(place), targets=others(()))
        if number + 1 < len(old) and old[number + 1].about == target.about:
            swapped = (*old[:number], old[number + 1], target, *old[number + 2 :])
            yield made(f"target {number} moved down", moved_down(place), targets=swapped)
        counted = [one for one in target.measures if one.value is not None and one.upper is None]
        if (
            len(counted) == 1
            and counted[0].value != 100
            and len(target.measures) == 1
            and "{aim_" not in target.statement
        ):
            [measure] = counted
            higher = measure.model_copy(update={"value": measure.value + 1})
            new = target.model_copy(update={"measures": (higher,)})
            yield made(f"target {number} higher", reworded(place, new.sentence), targets=others((new,)))
