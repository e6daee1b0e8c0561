"""Names that were typed with a form of address or a degree before them, which a text would print as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.finding import Severity
from vanban.domain.honorific import split_honorific
from vanban.domain.year import Year


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


RULES: Final = (honorifics,)
