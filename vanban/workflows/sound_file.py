"""Fill in a template; the Word file that comes out is sound, or there is none."""

from __future__ import annotations

from collections.abc import Mapping

from vanban import gate
from vanban.errors import UnsoundDocument
from vanban.ooxml import Element, flaws
from vanban.word import Template


def sound_file(template: bytes, name: str, context: object) -> bytes:
    """The Word file of the template called ``name``. Raises a :class:`vanban.errors.TemplateFault`."""
    made = Template.from_bytes(template, name=name).render(context)
    require_sound(gate.open_package(made, name=name, kind="docx"), {}, name)
    return made


def require_sound(parts: Mapping[str, bytes], trees: Mapping[str, Element], template: str) -> None:
    """Refuse a Word file that is not sound; ``trees`` are those of its parts that have been read already.

    Raises :class:`vanban.errors.UnsoundDocument`.
    """
    for flaw in flaws(parts, trees, template):
        raise UnsoundDocument(name=template, where=flaw.where, detail=flaw.reason)
