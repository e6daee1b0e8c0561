"""The text of a document, line by line: citations, numbered blocks, insets, the end mark (ô số 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from pydantic import Field

from vanban.domain.document import Document
from vanban.domain.measure import Length
from vanban.domain.record import Record
from vanban.domain.target import fill
from vanban.domain.text_tree import Inset, LineRole, NumberedBlock
from vanban.domain.wording import itemised
from vanban.domain.year import Year
from vanban.kinds.parts.printed_table import PrintedTable, printed_table
from vanban.kinds.parts.reference import cited_bases
from vanban.law import nd30
from vanban.law.citation import as_basis
from vanban.law.nd30 import END_MARK


class TextLine(Record):
    """One paragraph of a document's text, or the place of a table."""

    role: LineRole = Field(title="Vai trò của dòng (section, clause_title, clause, text, item, inset, table …)")
    text: str = Field(title="Nội dung, đã có số thứ tự")
    label: str = Field(default="", title="Số của Điều, in đậm trước nội dung")
    inset: str = Field(default="", title="Tên bảng đặt ở chỗ này")
    table: PrintedTable = Field(default=PrintedTable(), title="Bảng đặt ở chỗ này")


Expand = Callable[[Inset], tuple[TextLine, ...] | None]
"""What an inset becomes: lines, or ``None`` where the template has a table for it."""


def bases(year: Year, document: Document, key: str = "") -> tuple[str, ...]:
    """The căn cứ lines of a document of that key.

    Each ends with “;”, the last with “.” unless the introduction carries the sentence on.
    """
    texts = [as_basis(year.legal_basis(key), document.citation_dates) for key in document.legal_bases]
    cited = [f"Căn cứ {text}" for text in (*texts, *cited_bases(year, document, key))]
    if not cited:
        return ()
    return (*(f"{line};" for line in cited[:-1]), cited[-1] + (";" if document.introduction else "."))


def listed(texts: tuple[str, ...]) -> tuple[TextLine, ...]:
    """Items under each other: “;” after each, “.” after the last."""
    return tuple(TextLine(role=LineRole.ITEM, text=item) for item in itemised(texts))


def lines(
    body: Iterable[NumberedBlock], figures: Mapping[str, str], expand: Expand, room: Length = nd30.PAGE.text_width
) -> tuple[TextLine, ...]:
    """The printed lines of a text: figures, tables (as wide as ``room``) and insets in place."""
    return tuple(line for block in body for line in _printed(block, figures, expand, room))


def _printed(block: NumberedBlock, figures: Mapping[str, str], expand: Expand, room: Length) -> Iterator[TextLine]:
    if block.table is not None:
        yield TextLine(role=block.role, text="", table=printed_table(block.table, room))
        return
    if block.inset is None:
        text = fill(block.text, figures)
        if block.role is LineRole.ARTICLE:
            yield TextLine(role=block.role, label=block.label, text=text)
        else:
            yield TextLine(role=block.role, text=f"{block.label} {text}".strip())
        return
    expanded = expand(block.inset)
    if expanded is None:
        yield TextLine(role=LineRole.INSET, text="", inset=block.inset.value)
    else:
        yield from expanded


def ended(text: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """The same lines, the last one closed with “./.” as every sample of Phụ lục III is; after a table on its own."""
    last = text[-1]
    if last.role in (LineRole.INSET, LineRole.TABLE):
        return (*text, TextLine(role=LineRole.TEXT, text=END_MARK))
    return (*text[:-1], last.model_copy(update={"text": last.text.rstrip(" .;/") + END_MARK}))
