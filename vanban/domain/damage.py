"""What a check of the register and the archive finds wrong."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from vanban.domain.record import Record


class Harm(StrEnum):
    """The kinds of damage, each with its own sentence."""

    SQLITE = "sqlite"
    CHAIN = "chain"
    ROW = "row"
    SCHEMA = "schema"
    GAP = "gap"
    DATE_ORDER = "date_order"
    TEXT = "text"
    LEDGER = "ledger"
    LEDGER_BEHIND = "ledger_behind"
    LEDGER_AHEAD = "ledger_ahead"
    WITNESS = "witness"
    OBJECT_MISSING = "object_missing"
    OBJECT_ALTERED = "object_altered"
    MANIFEST_MISSING = "manifest_missing"
    MANIFEST_ALTERED = "manifest_altered"
    STRANGER = "stranger"
    PUBLISHED_MISSING = "published_missing"
    PUBLISHED_ALTERED = "published_altered"
    PUBLISHED_STRANGER = "published_stranger"
    UNFINISHED = "unfinished"
    NOT_REBUILT = "not_rebuilt"


MILD = frozenset(
    {Harm.PUBLISHED_MISSING, Harm.PUBLISHED_ALTERED, Harm.PUBLISHED_STRANGER, Harm.UNFINISHED, Harm.LEDGER_BEHIND}
)
"""What the next issue or recovery puts right by itself, or what does not touch the proof."""


class Damage(Record):
    """One thing that is not as it was entered: which document, which file, and a Vietnamese sentence."""

    harm: Harm = Field(title="Mã")
    number: str = Field(default="", title="Số và ký hiệu, năm")
    path: str = Field(default="", title="Tệp")
    reason: str = Field(title="Vấn đề")

    @property
    def severe(self) -> bool:
        """Whether the proof itself is hurt."""
        return self.harm not in MILD

    def __str__(self) -> str:
        where = ", ".join(filter(None, (f"Văn bản {self.number}" if self.number else "", self.path)))
        return f"{where}: {self.reason}" if where else self.reason
