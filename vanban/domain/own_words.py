"""Turn general texts into an office's own: the words between braces that every office says its own way, filled in.

They are filled in once, when a year is made of its files, in every text wherever it stands: also in a subject, an
addressee, a recipient. What a document has of its own under such a name (``{unit}`` of a reminder) goes first.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any, Final, cast

from vanban.domain.office import Office
from vanban.domain.office_words import OFFICE_WORDS
from vanban.domain.record import Record
from vanban.domain.target import Target
from vanban.domain.work_year import WorkYear

_WORD: Final = re.compile(r"\{(\w+)\}")


def in_words_of(office: Office, value: Any, year: WorkYear, own: Collection[str] = ()) -> Any:
    """``value`` with the words of ``office``, and its ``year``, in each of its texts; ``own`` names mean other things.

    A word that the office does not have (no province, no cultural title) keeps its braces: checking tells of it.
    """
    said = {word.name: text for word in OFFICE_WORDS if (text := word.said(office))}
    said |= said_of(year)
    return _filled(value, {name: text for name, text in said.items() if name not in own})


def said_of(year: WorkYear) -> Mapping[str, str]:
    """What a text may say of its year: ``{year}`` its name, ``{period}`` with its noun (``năm học 2024 - 2025``),
    ``{last_year}`` and ``{next_year}`` the names of those around it."""
    around = {"last_year": year.previous.name, "next_year": year.next.name}
    return {"year": year.name, "period": year.phrase, **around}


def _filled(value: Any, said: Mapping[str, str]) -> Any:
    if isinstance(value, Target):
        said = {name: text for name, text in said.items() if name not in {one.key for one in value.measures}}
    if type(value) is str:
        return _WORD.sub(lambda found: said.get(found[1], found[0]), value) if "{" in value else value
    if isinstance(value, tuple):
        rows = tuple(_filled(row, said) for row in value)
        return value if all(new is old for new, old in zip(rows, value, strict=True)) else rows
    if isinstance(value, Record):
        fields = {name: new for name, old in cast(Any, value) if (new := _filled(old, said)) is not old}
        return value.model_copy(update=fields) if fields else value
    return value
