"""What a hand changed in a finished file, where another file of the set still says it: names, posts, days, numbers.

A file as it was built and as it is now are read alike, phrase by phrase. A fact that is gone from where it stood, and
that another file has, is a contradiction, in whichever part of whichever paper: signature blocks and prose too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from vanban.domain.agreement import Difference, Reading, Topic
from vanban.domain.paper import Paper

_DAY: Final = r"ngày \d{1,2} tháng \d{1,2} năm \d{4}|\d{1,2}/\d{1,2}/\d{4}"
_SYMBOL: Final = r"\d*/[A-ZĐ][\w-]*"
_FACTS: Final[tuple[tuple[Topic, re.Pattern[str]], ...]] = (
    (Topic.NUMBER, re.compile(rf"(?:{_DAY}|{_SYMBOL})")),
    (Topic.COUNT, re.compile(r"(?<![\w/])\d[\d.,]*(?:/\d[\d.,]*)?%?(?![\w/])")),
)
_NAME: Final = re.compile(r"[^\W\d_a-zà-ỹ]\w*(?: [^\W\d_a-zà-ỹ]\w*)+")
_ADDRESS: Final = re.compile(r"^(?:Ông \(Bà\)|Ông|Bà|Đồng chí) ")
_PHRASES: Final = re.compile(r"[,;:()“”\n]|\.(?= |$)|/\.")
_LONGEST_POST: Final = 12
"""So many words has a post at most; more are a sentence."""


@dataclass(frozen=True)
class TextFact:
    """One name, post, day, number or count, in one spelling for comparing."""

    topic: Topic
    said: str
    key: str


@dataclass(frozen=True)
class Passage:
    """A line or one line of a cell, and where a person finds it."""

    text: str
    place: str


def passages(paper: Paper) -> tuple[Passage, ...]:
    """Everything that the file says: its lines, then its tables cell by cell."""
    return (
        *(Passage(line.text, line.place) for line in paper.lines),
        *(
            Passage(text.strip(), f"bảng {table.ordinal}, dòng {row}, cột {column}")
            for table in paper.tables
            for row, cells in enumerate(table.rows, start=1)
            for column, cell in enumerate(cells, start=1)
            for text in cell.splitlines()
            if text.strip()
        ),
    )


def facts(text: str) -> tuple[TextFact, ...]:
    """Every fact that ``text`` states, a name also without the words before it, a post as its whole phrase."""
    found = [TextFact(topic, match[0], _key(match[0])) for topic, wanted in _FACTS for match in wanted.finditer(text)]
    for match in _NAME.finditer(text):
        words = _ADDRESS.sub("", match[0]).split()
        found += [_fact(Topic.NAME, " ".join(words[start:])) for start in range(max(1, len(words) - 1))]
    for phrase in _PHRASES.split(text):
        post = _ADDRESS.sub("", phrase.strip(" -./"))
        if post[:1].isupper() and len(post.split()) <= _LONGEST_POST:
            found.append(_fact(Topic.POSITION, post))
    return tuple(found)


def _fact(topic: Topic, said: str) -> TextFact:
    return TextFact(topic, said, _key(said))


def _key(said: str) -> str:
    return said.casefold().strip(" .")


def stated_in(papers: Iterable[Paper]) -> dict[str, list[Reading]]:
    """Where each fact stands in the set: at most one place a file."""
    index: dict[str, dict[str, Reading]] = {}
    for paper in papers:
        for passage in passages(paper):
            for fact in facts(passage.text):
                reading = Reading(value=fact.said, file=paper.file, place=passage.place)
                index.setdefault(fact.key, {}).setdefault(paper.file, reading)
    return {key: list(places.values()) for key, places in index.items()}


def changed_facts(built: Sequence[str], now: Paper, stated: Mapping[str, Sequence[Reading]]) -> tuple[Difference, ...]:
    """Every fact of the file as ``built`` that is gone from its place ``now``, and that another file still states."""
    found = (one for before, after in _changed(built, passages(now)) for one in _lost(before, after, now.file, stated))
    return tuple(dict.fromkeys(found))


def _changed(built: Sequence[str], now: Sequence[Passage]) -> Iterator[tuple[tuple[str, ...], tuple[Passage, ...]]]:
    """The stretches that differ: what stood there, and what stands there, of equal numbers each with its own."""
    matcher = SequenceMatcher(a=built, b=[one.text for one in now], autojunk=False)
    for tag, low, high, left, right in matcher.get_opcodes():
        if tag == "equal":
            continue
        before, after = tuple(built[low:high]), tuple(now[left:right])
        if len(before) == len(after):
            yield from (((old,), (new,)) for old, new in zip(before, after, strict=True))
        elif before:
            yield before, after


def _lost(
    before: Sequence[str], after: Sequence[Passage], file: str, stated: Mapping[str, Sequence[Reading]]
) -> Iterator[Difference]:
    kept = Counter(fact.key for passage in after for fact in facts(passage.text))
    new = [fact for passage in after for fact in facts(passage.text)]
    old = [fact for text in before for fact in facts(text)]
    gone = Counter(fact.key for fact in old) - kept
    had, told, written = {one.key for one in old}, Counter[str](), Counter[str]()
    for key in dict.fromkeys(one.key for one in old if one.key in gone):
        elsewhere = next((one for one in stated.get(key, ()) if one.file != file), None)
        if elsewhere is None or gone[key] <= _within(key, told):
            continue
        told[key] = gone[key]
        fact = _most_telling([one for one in old if one.key == key], stated[key])
        others = [one for one in new if one.topic is fact.topic and one.key not in had]
        # The day of a date that is told already stands for no other number, unless nothing else does.
        others.sort(key=lambda one: _within(one.key, written))
        instead = others[0].said if others else ""
        written[_key(instead)] += 1
        place = after[0].place if after else ""
        yield Difference(
            topic=fact.topic, subject=fact.said, readings=(Reading(value=instead, file=file, place=place), elsewhere)
        )


def _within(key: str, told: Mapping[str, int]) -> int:
    """How often a fact went as a part of one already told: the end of a name, the day of a date."""
    return sum(number for whole, number in told.items() if f" {key} " in f" {whole} ")


def _most_telling(alike: Sequence[TextFact], readings: Sequence[Reading]) -> TextFact:
    """A name where some file writes it as one; in capitals alone a post looks like a name, and is taken for a post."""
    named = any(_NAME.fullmatch(one.value) and not one.value.isupper() for one in readings)
    return next((one for one in alike if named and one.topic is Topic.NAME), alike[-1])
