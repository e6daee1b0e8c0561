"""One filling in of a template: the data, and what is learnt on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pydantic import BaseModel

from vanban.word.declared import computed_names
from vanban.word.docxtpl_pass import Pass
from vanban.word.running_lists import BegunLists

KEY: Final = "_filling"
"""Where the running filling stands among the variables: no template can name it."""


@dataclass
class Filling:
    """The ``variables`` of one document.

    ``docxtpl`` is set where docxtpl's own rendering runs; ``rounds`` counts what loops went over; ``markup`` says that
    the part being filled in received XML from a value, ``takes_bound`` that docxtpl can put pictures, links and
    sub-documents into it; ``mended`` is what had to be mended, ``lists`` those that rounds of loops begin anew.
    """

    variables: dict[str, Any]
    lists: BegunLists
    docxtpl: Pass | None = None
    rounds: int = 0
    markup: bool = field(default=False)
    takes_bound: bool = field(default=True)
    mended: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.variables[KEY] = self


def variables_of(context: object) -> dict[str, Any]:
    """The names that a template may use: the keys of a mapping, or the fields of any other object.

    Of a pydantic model, what it computes from its fields as well.
    """
    if isinstance(context, Mapping):
        return dict(context)
    computed = computed_names(type(context)) if isinstance(context, BaseModel) else ()
    return {**vars(context), **{name: getattr(context, name) for name in computed}}
