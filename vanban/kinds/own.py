"""Make kinds of document of the papers that an office describes itself: a table for each year, no global one."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Final, cast

from pydantic import Field, create_model

from vanban.domain.document import Document
from vanban.domain.office import Office
from vanban.domain.own_paper import ColumnKind, OnePer, OwnColumn, OwnPaper, OwnRow, TitledRow, part_names, slug
from vanban.domain.own_sheets import OwnSheet, headers_of, of_units, own_document, own_paper, own_sheets
from vanban.domain.receiver import RECEIVER_PARTS, UNITS
from vanban.domain.receiver_row import Receiver
from vanban.domain.record import Record
from vanban.domain.wording import count, decimal, itemised, lower_first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, no_unit
from vanban.kinds.papers.decision import Article, articles_of
from vanban.kinds.papers.letter import letter_subject
from vanban.kinds.parts.closing import Closing, closing
from vanban.kinds.parts.document import no_expansion
from vanban.kinds.parts.figures import Figures
from vanban.kinds.parts.letterhead import (
    Heading,
    Letterhead,
    attachment_line,
    centred,
    heading,
    letterhead,
    unit_letterhead,
)
from vanban.kinds.parts.reference import cited_body, numbered_text
from vanban.kinds.parts.text import TextLine, bases, ended, lines
from vanban.law.nd30 import Part

DECISION: Final = "Quyết định"
"""The type of which a text is articles and the head of the office decides (Phụ lục III, Mẫu 1.2)."""

LETTER: Final = "Công văn"
"""The type that stands nowhere on the paper: its subject stands under the number (Phụ lục III, Mẫu 1.5)."""


class OwnPaperContext(Record):
    """A paper of one's own, ready to print: what all papers share, and what its own table says."""

    letterhead: Letterhead = Field(title="Phần đầu văn bản")
    heading: Heading = Field(title="Tên loại và trích yếu")
    subject: str = Field(title="Trích yếu; của công văn thì bắt đầu bằng V/v")
    authority: str = Field(title="Thẩm quyền ban hành (quyết định)")
    articles: tuple[Article, ...] = Field(title="Các Điều trong bản mô tả (quyết định)")
    attached_to: str = Field(title="Dòng “Kèm theo …” dưới tên phụ lục")
    addressees: tuple[str, ...] = Field(title="Các dòng Kính gửi")
    bases: tuple[str, ...] = Field(title="Các dòng căn cứ")
    introduction: str = Field(title="Lời dẫn")
    lines: tuple[TextLine, ...] = Field(title="Các dòng nội dung trong bản mô tả")
    closing: Closing = Field(title="Nơi nhận và người ký")
    year: str = Field(title="Năm")
    office: str = Field(title="Tên cơ quan, như viết trong câu")
    locality: str = Field(title="Địa phương, như viết trong câu")
    unit_noun: str = Field(title="Tên gọi đơn vị dưới")
    receiver: Receiver | None = Field(default=None, title="Đối tượng, đơn vị mà văn bản nói đến")
    row: Mapping[str, str] = Field(default={}, title="Dòng của bảng")
    rows: tuple[Mapping[str, str], ...] = Field(default=(), title="Các dòng của bảng")
    totals: Mapping[str, str] = Field(default={}, title="Tổng của các cột số")
    count: str = Field(default="", title="Số dòng của bảng")


EXPECTED: Final = frozenset({"letterhead", "row", "rows"})
"""What the template of a paper of one's own should mention, of what it may: the rest is there for whoever wants it."""

_OF_A_ROW: Final = ("receiver", "row", "rows", "totals", "count")
"""What a template may only mention where the paper has it."""


def own_kind(paper: OwnPaper, office: Office, tables: Mapping[str, type[Record]]) -> Kind:
    """The kind of that paper; ``tables`` are the models of the program's tables by their part of the year."""
    return Kind(
        name=paper.key,
        title=paper.title,
        step=paper.step,
        slug=paper.key,
        context=declared(paper, office, tables),
        reads=_reads(paper),
        keys=lambda year: tuple(own_sheets(year, paper.key)),
        compose=lambda year, key: compose(year, paper.key, key),
        headline=lambda year, key: _headline(year, paper.key, key),
        receivers=(lambda year, key: (key,)) if of_units(paper) else _receivers(paper.key),
    )


def _reads(paper: OwnPaper) -> tuple[str, ...]:
    own = part_names(paper.key) if paper.columns else part_names(paper.key)[:1]
    tables = (paper.table,) if paper.table else ()
    whom = RECEIVER_PARTS if paper.owner or tables else UNITS if paper.one_per is OnePer.UNIT else ()
    cited = ("legal_bases",) if paper.legal_bases else ()
    return tuple(dict.fromkeys(("office", "signatories", *own, *tables, *whom, *cited)))


def _receivers(kind: str) -> Callable[[Year, str], tuple[str, ...]]:
    def receivers(year: Year, key: str) -> tuple[str, ...]:
        who = own_sheets(year, kind)[key].receiver
        return (who.unit,) if who and who.unit else no_unit(year, key)

    return receivers


def _headline(year: Year, kind: str, key: str) -> str:
    paper, sheet = own_paper(year, kind), own_sheets(year, kind)[key]
    assert paper is not None
    if sheet.receiver is not None:
        return f"{paper.title}: {sheet.receiver.name}"
    if sheet.cells:
        return f"{paper.title}: {next(iter(sheet.cells.values()))}"
    return f"{paper.title} {lower_first(own_document(year, paper, sheet).subject)}"


# What a template may mention


def declared(paper: OwnPaper, office: Office, tables: Mapping[str, type[Record]]) -> type[Record]:
    """The type with the names that the paper's template may mention, its columns among them."""
    own = tuple(column.name for column in paper.columns)
    totals = tuple(column.name for column in paper.columns if column.kind is ColumnKind.NUMBER)
    model = tables.get(paper.table or "")
    row = own if paper.one_per is OnePer.ROW and paper.table is None else headers_of(office, model) if model else ()
    listed = own if paper.one_per is not OnePer.ROW or paper.table else ()
    return _declared(row, listed, totals if listed else (), _has_receiver(paper))


def headers_of_row(kind: Kind) -> tuple[str, ...]:
    """The headers of the row that each document of such a kind is for; none where it is for no row."""
    row = kind.context.model_fields.get("row")
    model = row.annotation if row else None
    if not (isinstance(model, type) and issubclass(model, TitledRow)):
        return ()
    return tuple(field.title or "" for field in model.model_fields.values())


def _has_receiver(paper: OwnPaper) -> bool:
    return paper.one_per is not OnePer.DOCUMENT and bool(of_units(paper) or paper.table or paper.owner)


@cache
def _declared(row: tuple[str, ...], listed: tuple[str, ...], totals: tuple[str, ...], receiver: bool) -> type[Record]:
    shared = {name: (field.annotation, field) for name, field in OwnPaperContext.model_fields.items()}
    fields: dict[str, Any] = {name: value for name, value in shared.items() if name not in _OF_A_ROW}
    if receiver:
        fields["receiver"] = (Receiver, Field(title=OwnPaperContext.model_fields["receiver"].title))
    if row:
        fields["row"] = (titled_row(row), Field(title="Dòng của bảng"))
    if listed:
        fields["rows"] = (tuple[titled_row(listed), ...], Field(title="Các dòng của bảng"))  # type: ignore[misc]
        fields["count"] = (str, Field(title="Số dòng của bảng"))
    if totals:
        fields["totals"] = (titled_row(totals), Field(title="Tổng của các cột số"))
    return create_model("OwnPaperContext", __base__=Record, **fields)


@cache
def titled_row(headers: tuple[str, ...]) -> type[TitledRow]:
    """The declaration of a row with those columns; of two with one slug the first has it."""
    fields: dict[str, Any] = {}
    for header in headers:
        fields.setdefault(slug(header), (str, Field(title=header)))
    return create_model("TitledRow", __base__=TitledRow, **fields)


# What one document says


def compose(year: Year, kind: str, key: str) -> OwnPaperContext:
    """The document ``key`` of the paper ``kind``; ``KeyError`` where the year has none."""
    paper, sheet = own_paper(year, kind), own_sheets(year, kind)[key]
    if paper is None:
        raise KeyError(kind)
    document = own_document(year, paper, sheet)
    body = year.issuer(paper.issuer)
    numbered = paper.is_numbered
    return OwnPaperContext(
        letterhead=letterhead(year, kind, key)
        if numbered
        else unit_letterhead(year, body.parent_lines, body.name_lines),
        heading=heading(paper.type_name.upper(), document.subject),
        subject=letter_subject(document) if paper.type_name == LETTER else document.subject,
        authority=centred(f"{body.head_position} {body.name}".upper(), Part.TYPE_NAME)
        if paper.type_name == DECISION
        else "",
        articles=_articles(year, document, sheet, kind, key) if _is_decided(paper) else (),
        attached_to=attachment_line(year, kind, key)[0] if numbered else "",
        addressees=_addressees(document),
        bases=bases(year, document, key),
        introduction=document.introduction or "",
        lines=() if _is_decided(paper) else _lines(year, document, sheet, kind, key),
        closing=_closing(year, document) if _is_decided(paper) else closing(year, document),
        year=year.year.name,
        office=year.office.name,
        locality=year.office.locality,
        unit_noun=year.office.unit_kind.noun,
        receiver=sheet.receiver,
        row=_named(sheet.cells or {}),
        rows=tuple(_named(row.cells) for row in sheet.rows),
        totals=_named(_totals(paper.columns, sheet.rows)),
        count=count(len(sheet.rows)),
    )


def _addressees(document: Document) -> tuple[str, ...]:
    return itemised(document.addressees) if len(document.addressees) > 1 else document.addressees


def _lines(year: Year, document: Document, sheet: OwnSheet, kind: str, key: str) -> tuple[TextLine, ...]:
    """The text of the description, if it has any: figures of the year and of the document's own row in place."""
    if not document.body:
        return ()
    said = lines(numbered_text(year, document, key), _known(year, sheet, kind, key), no_expansion)
    # What the template prints of rows comes after it, and ends the paper.
    return said if sheet.cells or sheet.rows else ended(said)


def _articles(year: Year, document: Document, sheet: OwnSheet, kind: str, key: str) -> tuple[Article, ...]:
    return articles_of(cited_body(year, document, key), _known(year, sheet, kind, key), no_expansion)


def _is_decided(paper: OwnPaper) -> bool:
    """Whether its text is the articles of a decision."""
    return paper.type_name == DECISION and bool(paper.body) and all(block.clause for block in paper.body)


def _closing(year: Year, document: Document) -> Closing:
    """A decision goes first to whom its last article names."""
    end = closing(year, document)
    return end.model_copy(update={"recipients": (f"- Như Điều {len(document.body)};", *end.recipients)})


def _known(year: Year, sheet: OwnSheet, kind: str, key: str) -> Mapping[str, str]:
    """What a text may name: the columns of its own row before the figures of the year."""
    own = {slug(name): said for name, said in (sheet.cells or {}).items()}
    return ChainMap[str, str](own, cast("dict[str, str]", Figures(year, kind, key)))


def _named(cells: Mapping[str, str]) -> dict[str, str]:
    """The cells by header, and by the header's slug."""
    return {**{slug(name): said for name, said in reversed(tuple(cells.items()))}, **cells}


def _totals(columns: Iterable[OwnColumn], rows: Iterable[OwnRow]) -> dict[str, str]:
    """The sum of each column of numbers, as printed; blank cells count for nothing."""
    listed = tuple(rows)
    return {
        column.name: decimal(sum((row.numbers.get(column.name, Decimal(0)) for row in listed), Decimal(0)))
        for column in columns
        if column.kind is ColumnKind.NUMBER
    }
