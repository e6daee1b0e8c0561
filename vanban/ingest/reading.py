"""What reading a file gives: the value, what is wrong, where each piece stands, and what each line was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Generic, NamedTuple, TypeVar

from vanban.domain.consistency.fault import field_name
from vanban.domain.finding import Finding, Place, Severity

Path = tuple[str | int, ...]
"""How to reach a piece of a value: field names and positions from 0, ``("targets", 3, "value")``."""

T = TypeVar("T")

_MOST_FINDINGS = 500
_FINGERPRINT = 12


class PlaceMark(NamedTuple):
    """Where one piece stands; a :class:`Place` without its weight, for files of many cells."""

    file: str
    sheet: str | None = None
    line: int | None = None
    column: str | None = None
    header: str | None = None

    def place(self, path: Path = ()) -> Place:
        """The same as a finding shows it; ``path`` is that of the piece that stands there."""
        return Place(
            file=self.file,
            sheet=self.sheet,
            line=self.line,
            column=self.column,
            header=self.header,
            field=field_name(path),
        )


class ValuePlaces(Mapping[Path, Place]):
    """The place of every piece that was read, by its path in the value."""

    def __init__(self, marks: Mapping[Path, PlaceMark]) -> None:
        self.marks = marks

    def __getitem__(self, path: Path) -> Place:
        return self.marks[path].place(path)

    def __iter__(self) -> Iterator[Path]:
        return iter(self.marks)

    def __len__(self) -> int:
        return len(self.marks)

    def nearest(self, path: Path) -> Place:
        """The place of ``path``, or of the closest piece around it; ``KeyError`` where nothing around it was read."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.marks:
                return self[path[:length]]
        raise KeyError(path)


@dataclass(frozen=True)
class ReadOutcome(Generic[T]):
    """The outcome of reading: ``value`` is ``None`` if anything in it is broken.

    ``lines`` holds, for each file, a fingerprint of each line or table row by its number, so that a later reading can
    tell which ones changed.
    """

    value: T | None
    findings: tuple[Finding, ...] = ()
    places: ValuePlaces = field(default_factory=lambda: ValuePlaces({}))
    lines: Mapping[str, Mapping[int, str]] = field(default_factory=dict)

    @property
    def is_broken(self) -> bool:
        """Whether a finding stops the work; warnings do not."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def fingerprint(line: bytes) -> str:
    """A short, stable digest of one line's content."""
    return sha256(line).hexdigest()[:_FINGERPRINT]


def line_fingerprints(data: bytes) -> dict[int, str]:
    """The fingerprint of each line of a text file, from 1, whatever its line ends are."""
    return {number: fingerprint(line) for number, line in enumerate(data.splitlines(), start=1)}


def told(findings: list[Finding], untold: int, file: str) -> tuple[Finding, ...]:
    """The findings of one file by line, cut where a person would stop reading, with a word on how many are left."""
    ordered = sorted(findings, key=lambda finding: finding.place.line or 0)
    left = len(ordered) - _MOST_FINDINGS + untold
    if left <= 0:
        return tuple(ordered)
    more = Finding(
        place=Place(file=file),
        reason=f"Còn {left} vấn đề nữa chưa kể ra.",
        remedy="Hãy sửa các vấn đề ở trên rồi kiểm tra lại.",
    )
    return (*ordered[:_MOST_FINDINGS], more)
