"""Who does what is recorded for ever, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from vanban.domain.issuing_day import vietnam_day


@dataclass(frozen=True)
class Deed:
    """The moment, which knows its zone, and the actor: what the register keeps of everything that it is told."""

    moment: datetime
    actor: str

    @property
    def day(self) -> date:
        """The day in Vietnam. Raises ``ValueError`` for a moment without a zone."""
        return vietnam_day(self.moment)
