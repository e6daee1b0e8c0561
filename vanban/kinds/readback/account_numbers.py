"""The number and day of a paper, and those under which it cites others, as they stand in the finished file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vanban.domain.agreement import Account, Difference, Reading, Topic
from vanban.domain.paper import Paper

_NUMBER: Final = re.compile(r"Số: ?(\d*) ?/(\S+)")
_DAY: Final = re.compile(r"ngày (\d*) ?tháng (\d*) ?năm (\d{4})")
_CITED: Final = re.compile(
    r"\bsố (\d*) ?/([A-ZĐ]\w*-\w+) "
    r"(?:ngày (\d*) ?tháng (\d*) ?năm (\d{4})|ngày (\d+)/(\d+)/(\d{4}))(?: của ([^,;.)]*))?"
)
_ENTERED: Final = re.compile(r"Số quyết định: ?(\d*) ?/(\S+?), ngày (\d*) ?tháng (\d*) ?năm (\d{4})")
_MANY: Final = frozenset({"QĐ", "NQ", "KH", "CV"})
"""Types of which an office issues many a year outside the set: a citation is only held against its near likeness."""


def _said(ordinal: str, symbol: str, day: str, month: str, year: str) -> str:
    """One spelling of number and day; ``…`` where a signing copy leaves the blank."""
    number = str(int(ordinal)) if ordinal else "…"
    return f"{number}/{symbol} ngày {_two(day)}/{_two(month)}/{year}"


def _two(digits: str) -> str:
    return f"{int(digits):02d}" if digits else "…"


def own_number(paper: Paper) -> Reading | None:
    """Number and day at the top of the paper; ``None`` for a paper without a number."""
    for table in paper.tables[:1]:
        cells = [cell for row in table.rows for cell in row]
        number = next((found for cell in cells if (found := _NUMBER.search(cell))), None)
        day = next((found for cell in cells if (found := _DAY.search(cell))), None)
        if number and day:
            value = _said(number[1], number[2], *day.groups())
            return Reading(value=value, file=paper.file, place="phần đầu văn bản")
    return None


def entered_number(paper: Paper) -> Reading | None:
    """Number and day of the decision at the foot of a certificate; ``None`` for a paper without them."""
    for table in paper.tables:
        for cell in (cell for row in table.rows for cell in row):
            if found := _ENTERED.search(cell):
                place = f"bảng {table.ordinal}, “Số quyết định”"
                return Reading(value=_said(*found.groups()), file=paper.file, place=place)
    return None


def issuer_of(paper: Paper) -> str:
    """The issuer's name at the top of the paper, without the committee above a council, in small letters."""
    lines = paper.tables[0].rows[0][0].splitlines() if paper.tables and paper.tables[0].rows else []
    own = lines[1:] if len(lines) > 2 and lines[0].startswith("UBND") else lines
    return " ".join(own).casefold()


def citations(paper: Paper) -> tuple[Reading, ...]:
    """Every number with its day that the lines of the paper cite, of offices whose symbol looks like the ward's."""
    return tuple(
        Reading(
            value=_said(found[1], found[2], *(found.groups()[2:5] if found[5] else found.groups()[5:8]))
            + (f" của {found[9]}" if found[9] else ""),
            file=paper.file,
            place=line.place,
        )
        for line in paper.lines
        for found in _CITED.finditer(line.text)
    )


def compare_numbers(accounts: Sequence[Account]) -> tuple[Difference, ...]:
    """Citations of a document of the set that say another number or day than the document itself does.

    What another office issued under a like symbol is not of the set: the issuers are those that the papers show.
    """
    own: dict[str, list[Reading]] = {}
    for account in accounts:
        if account.number:
            own.setdefault(_symbol(account.number.value), []).append(account.number)
    bodies = {account.issuer for account in accounts if account.number and account.issuer}
    cited = (citation for account in accounts for citation in account.citations)
    return tuple(dict.fromkeys(found for one in cited for found in _wrong(one, own, bodies)))


def _wrong(citation: Reading, own: dict[str, list[Reading]], bodies: set[str]) -> Iterator[Difference]:
    value, _, issuer = citation.value.partition(" của ")
    documents = own.get(_symbol(value), [])
    by_another = issuer and not any(body in issuer.casefold() for body in bodies)
    if not documents or by_another or any(one.value == value for one in documents):
        return
    symbol = _symbol(value)
    near = next((one for one in documents if _near(one.value, value)), None)
    if near is None and symbol.partition("-")[0] not in _MANY:
        near = documents[0]
    if near:
        yield Difference(topic=Topic.NUMBER, subject=symbol, readings=(citation, near))


def _symbol(value: str) -> str:
    return value.partition("/")[2].partition(" ")[0]


def _near(value: str, other: str) -> bool:
    """Whether number or day is the same and said (not blank)."""
    ours, theirs = value.split(" ngày "), other.split(" ngày ")
    return any(left == right and "…" not in left for left, right in zip(ours, theirs, strict=True))
