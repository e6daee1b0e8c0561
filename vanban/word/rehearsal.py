"""Render a template with contexts of every shape and look at what comes out, before a clerk's data do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from vanban import gate
from vanban.errors import TemplateFault, UnfilledTemplate
from vanban.ooxml import flaws
from vanban.word.mend import SILENT
from vanban.word.part import BROKEN
from vanban.word.sample_context import sample_contexts
from vanban.word.template import Template


@dataclass(frozen=True)
class Rehearsed:
    """What came of one context: an unsound place, XML that came apart (``is_broken``), or what was mended."""

    area: str
    excerpt: str
    reason: str
    is_broken: bool = False
    is_mended: bool = False


def rehearse(data: bytes, name: str, context: type[BaseModel]) -> tuple[Rehearsed, ...]:
    """What is unsound or mended in the documents that the template ``data`` makes of some context, each once.

    A fault of the data that a document would tell by itself (a list without the row that the template takes) is none.
    Raises a :class:`vanban.errors.VanbanError` for what :func:`vanban.word.lint` tells already.
    """
    template = Template.from_bytes(data, name=name)
    seen: set[bytes] = set()
    found = (one for sample in sample_contexts(context) for one in _tried(template, sample, seen, name))
    return tuple({(one.area, one.reason): one for one in found}.values())


def _tried(template: Template, context: object, seen: set[bytes], name: str) -> Iterator[Rehearsed]:
    try:
        made, mended = template.rendered(context)
    except UnfilledTemplate as fault:
        if fault.facts["detail"] == BROKEN:
            yield Rehearsed(str(fault.facts["where"]), "", BROKEN, is_broken=True)
        return
    except TemplateFault:
        return
    if made in seen:
        return
    seen.add(made)
    for flaw in flaws(gate.open_package(made, name=name, kind="docx"), {}, name):
        yield Rehearsed(flaw.area, flaw.excerpt, flaw.reason)
    yield from (Rehearsed("", "", done, is_mended=True) for done in sorted(mended - SILENT))
