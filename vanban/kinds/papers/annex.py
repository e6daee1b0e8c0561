"""Phụ lục của một văn bản (Phụ lục I, Mục III khoản 1; Phụ lục III, Mẫu 2.1): its title, its text, pages from 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic import Field

from vanban.domain.document import Annex, AnnexedDocument
from vanban.domain.measure import Length
from vanban.domain.numbering import NUMBERINGS, numbered_document
from vanban.domain.record import Record
from vanban.domain.text_tree import numbered
from vanban.domain.wording import roman
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.letterhead import rule_under
from vanban.kinds.parts.line_breaks import in_capitals
from vanban.kinds.parts.reference import attached_to
from vanban.kinds.parts.target_tables import with_targets
from vanban.kinds.parts.text import TextLine, lines
from vanban.law import nd30

_NAME: Final = "Phụ lục"
_LANDSCAPE_ROOM: Final = nd30.PAGE.height - nd30.PAGE.left.chosen - nd30.PAGE.right.chosen


class AnnexPages(Record):
    """One annex, ready to print."""

    name: str = Field(title="Chữ Phụ lục và số thứ tự")
    title: str = Field(title="Tiêu đề của phụ lục")
    attached_to: str = Field(title="Chỉ dẫn kèm theo văn bản")
    attached_rule: Length = Field(title="Độ dài đường kẻ dưới chỉ dẫn")
    lines: tuple[TextLine, ...] = Field(title="Các dòng nội dung")


class AnnexContext(Record):
    """The annexes of one document that are printed upright, or those across."""

    annexes: tuple[AnnexPages, ...] = Field(title="Các phụ lục")


def _annexed(year: Year) -> Iterator[tuple[str, str, AnnexedDocument]]:
    """Kind, key and document of every numbered document with annexes."""
    for kind, numbering in NUMBERINGS.items():
        if KIND.name in numbering.attachments:
            for key, document in numbering.documents(year).items():
                if isinstance(document, AnnexedDocument) and document.annexes:
                    yield kind, key, document


def main_of(year: Year, key: str) -> tuple[str, str]:
    """Kind and key of the document with which the annexes of that key go; ``KeyError`` where there is none."""
    found = {own: kind for kind, own, _ in _annexed(year)}
    return found[key], key


def _compose(year: Year, key: str, *, landscape: bool) -> AnnexContext:
    kind, _ = main_of(year, key)
    document = numbered_document(year, kind, key)
    annexes = document.annexes if isinstance(document, AnnexedDocument) else ()
    return AnnexContext(
        annexes=tuple(
            _pages(year, (kind, key), annex, ordinal if len(annexes) > 1 else 0)
            for ordinal, annex in enumerate(annexes, start=1)
            if annex.landscape == landscape
        )
    )


def _pages(year: Year, main: tuple[str, str], annex: Annex, ordinal: int) -> AnnexPages:
    """An annex; the only one of its document has no number (Mục III khoản 1 điểm b)."""
    attached = attached_to(year, *main)
    room = _LANDSCAPE_ROOM if annex.landscape else nd30.PAGE.text_width
    name = annex.name.upper() if annex.name else f"{_NAME} {roman(ordinal)}" if ordinal else _NAME
    body = numbered(with_targets(year, annex.body), annex.outline)
    return AnnexPages(
        name=name,
        title="\n".join(in_capitals(annex.title.upper(), nd30.Part.APPENDIX_TITLE, room)),
        attached_to=attached,
        attached_rule=min(rule_under((attached,), nd30.Part.APPENDIX_REFERENCE), room * nd30.RULE_SHARE_CHOSEN),
        lines=lines(body, {}, lambda inset: (), room),
    )


def _kind(name: str, title: str, slug: str, *, landscape: bool) -> Kind:
    def keys(year: Year) -> tuple[str, ...]:
        wanted = (
            key for _, key, document in _annexed(year) if any(one.landscape == landscape for one in document.annexes)
        )
        return tuple(dict.fromkeys(wanted))

    return Kind(
        name=name,
        title=title,
        step=Step.OTHER,
        slug=slug,
        form=name,
        context=AnnexContext,
        reads=("office", "plan", "letters", "documents"),
        keys=keys,
        compose=lambda year, key: _compose(year, key, landscape=landscape),
        headline=lambda year, key: f"{title} {attached_to(year, *main_of(year, key)).strip('()').lower()}",
        goes_with=main_of,
    )


KIND: Final = _kind("annex", "Phụ lục", "phu-luc", landscape=False)
WIDE: Final = _kind("wide_annex", "Phụ lục khổ ngang", "phu-luc-ngang", landscape=True)
