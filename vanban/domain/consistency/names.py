"""Names of people: one to a cell, without a form of address before it, spelled alike wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.finding import Severity
from vanban.domain.honorific import split_honorific
from vanban.domain.suggestion import plain
from vanban.domain.text import matching_key
from vanban.domain.year import Year

_APART: Final = re.compile(r"\s*(?:[;/&+\n]|,|(?<=\s)và(?=\s))\s*")
_NOT_IN_A_NAME: Final = re.compile(r"[^\w\s.'’ʼ‘-]|_")
"""Of a person; what peoples of Vietnam write in theirs is allowed: ``H'Lan``, ``Y-Bhăm``."""
_NOT_IN_A_TITLE: Final = re.compile(r"[<>{}\[\]|\\^~#*=@_$]")
"""Of a unit or collective, which may well bear numbers, quotes, brackets and “&”."""
_FEWEST_WORDS: Final = 2
_FEWEST_LETTERS: Final = 8
"""A shorter name without accents may well have none."""


def honorifics(year: Year) -> Iterator[Fault]:
    """A person's name with “Ông”, “Bà”, “Đ/c”, a degree or a rank before it.

    A warning, never a change: what is registered may be a name after all.
    """
    for path, name in _names(year):
        honorific, bare = split_honorific(name)
        if honorific:
            yield Fault(
                path=path,
                value=name,
                reason=f"Trước họ tên có “{honorific}”; văn bản tự ghi Ông, Bà ở chỗ cần.",
                remedy=f"Hãy ghi họ tên là “{bare}”.",
                severity=Severity.WARNING,
            )


def numbers_in_names(year: Year) -> Iterator[Fault]:
    """A digit in a person's name: it would be printed on a certificate."""
    for path, name in _names(year):
        if any(letter.isdigit() for letter in name):
            yield Fault(
                path=path,
                value=name,
                reason="Họ tên có chữ số.",
                remedy="Hãy xóa chữ số; phân biệt hai người cùng tên bằng mã, không bằng họ tên.",
            )


def several_names(year: Year) -> Iterator[Fault]:
    """Two people in one cell: both would be printed as one name."""
    for path, name in (*_names(year), *_signing(year)):
        if pieces := _several(name):
            yield Fault(
                path=path,
                value=name,
                reason=f"Ô này có {pieces} tên.",
                remedy="Hãy ghi một người ở ô này, người kia ở dòng hoặc ô của người ấy.",
            )


def _several(name: str) -> int:
    """How many names stand in one cell; none where it is one."""
    pieces = [piece for piece in _APART.split(name) if len(piece.split()) >= _FEWEST_WORDS]
    return len(pieces) if len(pieces) > 1 and all(piece[:1].isupper() for piece in pieces) else 0


def signs_in_names(year: Year) -> Iterator[Fault]:
    """A sign that no name has: it would be printed as it stands, on a certificate too."""
    people = ((path, split_honorific(name)[1], _NOT_IN_A_NAME) for path, name in _everybody(year) if not _several(name))
    units = (
        ((part, position, "name"), row.name, _NOT_IN_A_TITLE)
        for part in ("groups", "collectives")
        for position, row in enumerate(getattr(year, part))
    )
    for path, name, foreign in (*people, *units):
        if signs := list(dict.fromkeys(foreign.findall(name))):
            yield Fault(
                path=path,
                value=name,
                reason=f"Trong tên có {', '.join(f'“{sign}”' for sign in signs)}; văn bản in đúng như đang ghi.",
                remedy="Hãy bỏ đi nếu không thuộc tên.",
                severity=Severity.WARNING,
            )


def letters_of_names(year: Year) -> Iterator[Fault]:
    """A person's name in capitals alone, or a word of it without one: papers print it as it was typed.

    Where the same name stands elsewhere in other letters, that they differ is told instead.
    """
    names = tuple(_everybody(year))
    spellings: dict[str, set[str]] = {}
    for _, name in names:
        spellings.setdefault(matching_key(name), set()).add(name)
    for path, name in names:
        words = split_honorific(name)[1].split()
        if len(words) < _FEWEST_WORDS or len(spellings[matching_key(name)]) > 1 or _several(name):
            continue
        if name.isupper() or any(word[:1].islower() for word in words):
            yield Fault(
                path=path,
                value=name,
                reason="Họ tên không viết hoa chữ cái đầu của từng tiếng; văn bản in đúng như đang ghi.",
                remedy=f"Hãy ghi “{' '.join(word[:1].upper() + word[1:].lower() for word in words)}” nếu đúng tên.",
                severity=Severity.WARNING,
            )


def without_accents(year: Year) -> Iterator[Fault]:
    """A name typed without accents, beside the same with them: the one that a paper prints may be the wrong one."""
    names = tuple(_everybody(year))
    spelled: dict[str, str] = {}
    for _, name in names:
        if not name.isascii():
            spelled.setdefault(plain(name), name)
    for path, name in names:
        if name.isascii() and len(name) >= _FEWEST_LETTERS and plain(name) in spelled:
            yield Fault(
                path=path,
                value=name,
                reason=f"Họ tên không có dấu, chỗ khác ghi “{spelled[plain(name)]}”.",
                remedy=f"Hãy ghi “{spelled[plain(name)]}” nếu là một người.",
                severity=Severity.WARNING,
            )


def spelled_otherwise(year: Year) -> Iterator[Fault]:
    """One name typed twice in another way: other capitals, the tone on another letter."""
    spellings: dict[str, dict[str, list[Path]]] = {}
    for path, name in (*_names(year), *_signing(year)):
        if name:
            spellings.setdefault(matching_key(name), {}).setdefault(name, []).append(path)
    for found in spellings.values():
        usual = max(found, key=lambda name: len(found[name]))
        for name, places in found.items():
            # Of two people the rule of people who stand twice tells.
            if name != usual and {places[0][0], found[usual][0][0]} != {"people"}:
                yield _another(places[0], name, usual, "ở chỗ khác")


def heads_of_their_own(year: Year) -> Iterator[Fault]:
    """The head of a collective, named otherwise in the table of people, where that person has the head's post."""
    for position, unit in enumerate(year.collectives):
        for person in year.people:
            same_post = person.collective == unit.key and plain(person.position) == plain(unit.head_position)
            if same_post and unit.head and matching_key(person.name) != matching_key(unit.head):
                yield _another(("collectives", position, "head"), unit.head, person.name, "trong bảng cá nhân")


def _another(path: Path, name: str, known: str, where: str) -> Fault:
    return Fault(
        path=path,
        value=name,
        reason=f"Họ tên này ghi khác {where}: “{known}”.",
        remedy="Hãy ghi cùng một cách ở mọi chỗ, nếu là một người.",
        severity=Severity.WARNING,
    )


def vacant_posts(year: Year) -> Iterator[Fault]:
    """A post that nobody holds: its name is left blank on paper."""
    for part, field in (("groups", "leader"), ("collectives", "head")):
        for position, row in enumerate(getattr(year, part)):
            if not getattr(row, field):
                yield Fault(
                    path=(part, position, field),
                    reason=f"Chức danh đứng đầu {row.name} đang khuyết; văn bản để trống chỗ ghi tên.",
                    remedy="Hãy ghi họ tên khi có người.",
                    severity=Severity.WARNING,
                )


def _names(year: Year) -> Iterator[tuple[Path, str]]:
    """Every name of a person but the signatories', which the law on signing looks at."""
    for position, person in enumerate(year.people):
        yield ("people", position, "name"), person.name
    for position, group in enumerate(year.groups):
        yield ("groups", position, "leader"), group.leader
        yield ("groups", position, "front_head"), group.front_head or ""
    for position, collective in enumerate(year.collectives):
        yield ("collectives", position, "head"), collective.head
    for position, member in enumerate(year.council):
        yield ("council", position, "name"), member.name or ""
    for position, meeting in enumerate(year.group_meetings):
        yield ("group_meetings", position, "secretary"), meeting.secretary


def _signing(year: Year) -> Iterator[tuple[Path, str]]:
    for position, signatory in enumerate(year.signatories):
        yield ("signatories", position, "name"), signatory.name


def _everybody(year: Year) -> Iterator[tuple[Path, str]]:
    """Every name, with those of the heads of households, the people's own spelling first."""
    yield from _names(year)
    yield from _signing(year)
    for position, household in enumerate(year.households):
        yield ("households", position, "head"), household.head


RULES: Final = (
    honorifics,
    numbers_in_names,
    several_names,
    signs_in_names,
    letters_of_names,
    without_accents,
    spelled_otherwise,
    heads_of_their_own,
    vacant_posts,
)
