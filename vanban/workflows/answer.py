"""What every workflow answers with."""

from __future__ import annotations

from typing import Protocol


class Answer(Protocol):
    """A frozen result that knows its own JSON: what ``--json`` prints, and what a page would get.

    The keys are documented in ``docs/analysis/workflows.md``; a key that is there stays, with its meaning.
    """

    def to_json(self) -> dict[str, object] | list[object]:
        """The result as JSON values."""
        ...
