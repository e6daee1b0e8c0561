"""What every document with a type name and a signature has in common (Phụ lục III, Mẫu 1.4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import Field

from vanban.domain.document import Document
from vanban.domain.numbering import numbering_of, type_of
from vanban.domain.record import Record
from vanban.domain.text_tree import Inset
from vanban.domain.wording import itemised, lower_first
from vanban.domain.year import Year
from vanban.kinds.parts.closing import Closing, closing
from vanban.kinds.parts.figures import Figures
from vanban.kinds.parts.letterhead import Heading, Letterhead, heading, letterhead
from vanban.kinds.parts.reference import numbered_text
from vanban.kinds.parts.text import Expand, TextLine, bases, ended, lines


class DocumentContext(Record):
    """A whole document of Mẫu 1.4, ready to print."""

    letterhead: Letterhead = Field(title="Phần đầu văn bản")
    heading: Heading = Field(title="Tên loại và trích yếu")
    addressees: tuple[str, ...] = Field(title="Các dòng Kính gửi")
    bases: tuple[str, ...] = Field(title="Các dòng căn cứ")
    introduction: str = Field(title="Lời dẫn")
    lines: tuple[TextLine, ...] = Field(title="Các dòng nội dung")
    closing: Closing = Field(title="Nơi nhận và người ký")


def no_expansion(inset: Inset) -> None:
    """Every inset is a table of the template."""


def compose(
    year: Year,
    kind: str,
    key: str = "",
    expand: Expand = no_expansion,
) -> dict[str, Any]:
    """The fields of a :class:`DocumentContext` for the document ``key`` of a numbered kind.

    Raises ``KeyError`` where the year has no such document.
    """
    numbering = numbering_of(year, kind)
    document = numbering.documents(year)[key]
    known = Figures(year, kind, key)
    return {
        "letterhead": letterhead(year, kind, key),
        "heading": heading(type_of(year, kind, key)[0].upper(), document.subject),
        "addressees": addressees(document.addressees),
        "bases": bases(year, document, key),
        "introduction": document.introduction or "",
        "lines": ended(lines(numbered_text(year, document, key), known, expand)),
        "closing": closing(year, document),
    }


def part(year: Year, name: str) -> Document:
    """The text of that field of the year; ``ValueError`` where the year has none."""
    document = getattr(year, name)
    if not isinstance(document, Document):
        raise ValueError(name)
    return document


def headed(type_name: str, name: str) -> Callable[[Year, str], str]:
    """What a person calls the document of that field: ``Kế hoạch tổ chức phát động …``."""
    return lambda year, key: f"{type_name} {lower_first(part(year, name).subject)}"


def addressees(names: tuple[str, ...]) -> tuple[str, ...]:
    """One name as it is; more than one each with “- ” and “;”, the last “.” (Mục II khoản 9 điểm a)."""
    if len(names) < 2:
        return names
    return itemised(names)
