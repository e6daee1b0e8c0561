"""Phụ lục của một văn bản (Phụ lục I, Mục III khoản 1; Phụ lục III, Mẫu 2.1): its title, its text, pages from 1."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic import Field

from vanban.domain.document import Annex, AnnexedDocument
from vanban.domain.measure import Length
from vanban.domain.numbering import NUMBERINGS, numbered_document
from vanban.domain.record import Record
from vanban.domain.wording import roman
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.figures import Figures
from vanban.kinds.parts.letterhead import annex_title, attachment_line
from vanban.kinds.parts.reference import attached_to, numbered_text
from vanban.kinds.parts.text import TextLine, lines
from vanban.law import nd30

_NAME: Final = "Phụ lục"


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
    if not isinstance(document, AnnexedDocument):
        raise KeyError(key)
    pages = [
        _pages(year, (kind, key), annex, written)
        for annex, written in zip(_named(document.annexes), document.annexed(), strict=True)
        if annex.landscape == landscape
    ]
    return AnnexContext(annexes=tuple(pages))


def _named(annexes: tuple[Annex, ...]) -> tuple[Annex, ...]:
    """Each with its name and number; the only one of its document has no number (Mục III khoản 1 điểm b)."""
    numbers = [f"{_NAME} {roman(n)}" for n in range(1, len(annexes) + 1)] if len(annexes) > 1 else [_NAME]
    called = (annex.name.upper() if annex.name else number for annex, number in zip(annexes, numbers, strict=True))
    return tuple(annex.model_copy(update={"name": name}) for annex, name in zip(annexes, called, strict=True))


def _pages(year: Year, main: tuple[str, str], annex: Annex, written: AnnexedDocument) -> AnnexPages:
    """An annex, whose text stands in ``written``."""
    room = nd30.PAGE.text_width_across if annex.landscape else nd30.PAGE.text_width
    attached, rule = attachment_line(year, *main, room)
    body = numbered_text(year, written, main[1])
    return AnnexPages(
        name=annex.name or _NAME,
        title=annex_title(annex.title, room),
        attached_to=attached,
        attached_rule=rule,
        lines=lines(body, Figures(year, *main), lambda inset: (), room),
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
