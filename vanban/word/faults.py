"""Everything that keeps a template from being used, each fault with its paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from jinja2 import TemplateSyntaxError

from vanban.errors import BrokenTag, ForbiddenTag, HazardousTemplate, TemplateFault
from vanban.ooxml import tree
from vanban.ooxml.story import area_of
from vanban.word.docxtpl_pass import Opened, PartSource, TagArea
from vanban.word.hazards import Hazard, hazards
from vanban.word.list_formats import ListFormats
from vanban.word.merged_lines import merged_lines
from vanban.word.part import LABELS, TemplatePart
from vanban.word.piece import located, paragraph
from vanban.word.shared_line import THINGS, shared_lines
from vanban.word.tags import mistakes
from vanban.word.unseen_tags import unseen_tags

_FORBIDDEN_REMEDY: Final = (
    "Hãy bỏ phần đó; mẫu chỉ in chỗ điền, lặp (for), xét điều kiện (if) và dùng các bộ lọc được phép."
)

_ENDS: Final = {"end of print statement": "}}", "end of statement block": "%}"}
_STOPPED: Final = re.compile(r"(?:got|char|unexpected) '(.+?)'")


@dataclass(frozen=True)
class TagFault:
    """What is wrong with a paragraph of a template: the error it makes, the reason and the remedy in Vietnamese."""

    error: type[TemplateFault]
    paragraph: str
    area: str
    reason: str
    remedy: str
    merges: str = ""

    @property
    def sentence(self) -> str:
        """The reason, said by itself."""
        return f"dùng {self.reason}, không được phép trong mẫu" if self.error is ForbiddenTag else self.reason

    def raised(self, name: str) -> TemplateFault:
        """The error for the template called ``name``."""
        where = located(self.paragraph, self.area)
        return self.error(name=name, where=where, detail=self.reason, hint=self.remedy)


def read(opened: Opened, lists: ListFormats, name: str) -> tuple[tuple[TemplatePart, ...], tuple[TagFault, ...]]:
    """The parts of a template with tags, compiled, and all its faults; ``lists`` are those that it numbers itself."""
    parts, faults = [], [*_hazards(opened, name)]
    for source in opened.sources:
        part, found = _read_part(source, name, lists)
        faults += found
        if part is not None:
            parts.append(part)
    return tuple(parts), tuple(faults)


def _hazards(opened: Opened, name: str) -> Iterator[TagFault]:
    for part, hazard in hazards(opened.parts, name):
        yield _hazardous(area_of(part), hazard)
    seen = {source.name: LABELS[source.area] for source in opened.sources}
    for area, hazard in unseen_tags(opened.parts, seen, name):
        yield _hazardous(area, hazard)
    for source in opened.sources:
        if source.area is not TagArea.PROPERTIES:
            root = tree(opened.parts[source.name], name)
            for hazard in (*shared_lines(root), *merged_lines(root, THINGS)):
                yield _hazardous(LABELS[source.area], hazard)


def _hazardous(area: str, hazard: Hazard) -> TagFault:
    return TagFault(HazardousTemplate, hazard.paragraph, area, hazard.reason, hazard.remedy, hazard.merges)


def _read_part(source: PartSource, name: str, lists: ListFormats) -> tuple[TemplatePart | None, list[TagFault]]:
    label = LABELS[source.area]
    found = mistakes(source.paragraphs)
    if found:
        return None, [
            TagFault(BrokenTag, mistake.paragraph, label, mistake.reason, mistake.remedy) for mistake in found
        ]
    try:
        part = TemplatePart(source, name, lists)
        if not (refused := list(_refused(part, label))):
            part.compile()
    except TemplateSyntaxError as failure:
        return None, [_unreadable(source, failure)]
    return part, refused


def _refused(part: TemplatePart, label: str) -> Iterator[TagFault]:
    for piece in part.pieces:
        for line, reason in piece.refusals:
            yield TagFault(ForbiddenTag, piece.paragraph(line), label, reason, _FORBIDDEN_REMEDY)


def _unreadable(source: PartSource, failure: TemplateSyntaxError) -> TagFault:
    """A tag that Jinja does not understand, with the word at which it stopped."""
    stopped = _STOPPED.search(failure.message or "")
    near = _ENDS.get(stopped[1], stopped[1]) if stopped else None
    reason = f"chỗ điền viết sai gần “{near}”" if near else "chỗ điền viết sai cú pháp"
    lines = (failure.source or "").split("\n")
    remedy = "Hãy viết chỗ điền theo dạng {{ tên }}, {% for x in nhóm %}, {% if tên %}."
    return TagFault(BrokenTag, paragraph(lines, failure.lineno, near), LABELS[source.area], reason, remedy)
