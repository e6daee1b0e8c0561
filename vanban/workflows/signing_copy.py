"""What lies in the output folder, and was signed, held against what would be issued."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path
from typing import Final

from vanban.domain.document_name import document_name
from vanban.domain.year import Year
from vanban.errors import SignedCopyDiffers, SigningCopyMissing
from vanban.kinds import kinds_of
from vanban.word import text_of
from vanban.workflows.compiled import compiled
from vanban.workflows.selection import paper_name
from vanban.workflows.signed_content import Templates, parts_of
from vanban.workspace import Workspace, read_file

_SHOWN: Final = 60
"""So many characters of each are shown where they differ."""


def require_signed(workspace: Workspace, year: Year, kind: str, key: str, template_of: Templates) -> None:
    """What lies in the output folder, and was signed, is what the data and the template say now.

    Raises :class:`vanban.errors.SigningCopyMissing`, :class:`vanban.errors.SignedCopyDiffers`.
    """
    parts = parts_of(year, kind, key, template_of)
    if not parts:
        raise SigningCopyMissing(**_named(year, kind, key))
    for part in parts:
        place = workspace.output / workspace.document(year, part.kind, key)
        if not place.is_file():
            raise SigningCopyMissing(**_named(year, part.kind.name, key))
        made = compiled(part.template, f"{part.kind.name}.docx").render(part.context)
        if read_file(place) != made:
            raise SignedCopyDiffers(**_named(year, part.kind.name, key), difference=_difference(place, made))


def _named(year: Year, kind: str, key: str) -> dict[str, str]:
    name = document_name(kind, key)
    return {"document": name, "called": paper_name(name, kinds_of(year))}


def _difference(place: Path, made: bytes) -> str:
    """The first words that differ between the signed file and the one that would be issued."""
    signed = text_of(read_file(place), place.name).splitlines()
    for before, after in zip_longest(signed, text_of(made).splitlines(), fillvalue=""):
        if before != after:
            return (
                f": tệp “{place.name}” ghi “{_around(before, after)}”, theo dữ liệu hiện nay là "
                f"“{_around(after, before)}”"
            )
    return f": tệp “{place.name}” có cách trình bày khác"


def _around(text: str, other: str) -> str:
    """The part of ``text`` where it begins to differ from ``other``."""
    same = next((place for place, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), len(other))
    start = max(0, min(same, len(text)) - _SHOWN // 2)
    return ("…" if start else "") + text[start : start + _SHOWN] + ("…" if start + _SHOWN < len(text) else "")
