"""One filling in of a template: the data, and what is learnt on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from vanban.word.docxtpl_pass import Pass

KEY: Final = "_filling"
"""Where the running filling stands among the variables: no template can name it."""


@dataclass
class Filling:
    """The ``variables`` of one document.

    ``docxtpl`` is set where docxtpl's own rendering runs; ``rounds`` counts what loops went over; ``markup`` says that
    the part being filled in received XML from a value.
    """

    variables: dict[str, Any]
    docxtpl: Pass | None = None
    rounds: int = 0
    markup: bool = field(default=False)

    def __post_init__(self) -> None:
        self.variables[KEY] = self


def variables_of(context: object) -> dict[str, Any]:
    """The names that a template may use: the keys of a mapping, or the fields of any other object."""
    return dict(context) if isinstance(context, Mapping) else dict(vars(context))
