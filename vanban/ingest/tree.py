"""What YAML and a table row have in common before any type is known: written values, lists and named groups."""

from __future__ import annotations

from dataclasses import dataclass, field

from vanban.ingest.scalars import Raw


@dataclass(frozen=True, slots=True)
class Scalar:
    """One written value: its line, and in a table its column letter and header."""

    raw: Raw
    line: int
    column: str | None = None
    header: str | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written; blank means absent."""
        return isinstance(self.raw, str) and not self.raw.strip()


@dataclass(frozen=True, slots=True)
class Listing:
    """Values one after another."""

    items: list[Node]
    line: int


@dataclass(frozen=True, slots=True)
class NodeGroup:
    """Values by name, with the line of each name."""

    entries: dict[str, Node]
    line: int
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Listing | NodeGroup
