"""Fill in a template; the Word file that comes out is sound, or there is none."""

from __future__ import annotations

from collections.abc import Iterable

from vanban import gate
from vanban.errors import UnsoundDocument
from vanban.ooxml import Flaw, flaws
from vanban.workflows.compiled import compiled


def sound_file(template: bytes, name: str, context: object) -> bytes:
    """The Word file of the template called ``name``. Raises a :class:`vanban.errors.TemplateFault`."""
    made = compiled(template, name).render(context)
    require_sound(flaws_of(made, name), name)
    return made


def flaws_of(data: bytes, name: str) -> tuple[Flaw, ...]:
    """What is unsound in a Word file that nobody has read yet."""
    return flaws(gate.open_package(data, name=name, kind="docx"), {}, name)


def require_sound(found: Iterable[Flaw], template: str) -> None:
    """Refuse a Word file that the template made and that is not sound.

    Raises :class:`vanban.errors.UnsoundDocument`.
    """
    for flaw in found:
        raise UnsoundDocument(name=template, where=flaw.where, detail=flaw.reason)
