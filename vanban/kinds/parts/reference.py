"""Citing another document of the same set: with number and day once it is issued, with the blanks until then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vanban.domain.decision import Decision
from vanban.domain.document import CitationDates, Document, DocumentNumber, symbol
from vanban.domain.numbering import CITATION, cited_basis, cited_names, meant, numbered_document, type_of
from vanban.domain.signatory import SigningCapacity
from vanban.domain.text_tree import SAYING, Block, NumberedBlock, numbered
from vanban.domain.wording import blank_date, full_date, lower_first, sentence_case, short_date
from vanban.domain.year import Year
from vanban.kinds.parts.target_tables import with_targets
from vanban.law.citation import Citation, citation_of, cite_in_order
from vanban.law.document_day import document_day

DECISION: Final = "Quyết định"

_PLACE: Final = re.compile(rf"\{{{CITATION}\w+\}}")


def number_of(year: Year, kind: str, key: str = "") -> DocumentNumber:
    """Số và ký hiệu of that document, as issued; blank before. ``KeyError`` where the year has no such document."""
    issued = year.issued_number(kind, key)
    if issued:
        return DocumentNumber(ordinal=issued.ordinal, symbol=issued.symbol)
    document = _document(year, kind, key)
    (_, type_code), units = type_of(year, kind, key), document.retained_copy.units
    unit = "" if type_code else "".join(units[:1])
    return DocumentNumber(symbol=symbol(type_code, year.issuer(document.issuer), unit))


def day_of(year: Year, kind: str, key: str = "", dates: CitationDates = CitationDates.FULL) -> str:
    """``ngày 05 tháng 3 năm 2024``; blank before the document is issued."""
    issued = year.issued_number(kind, key)
    if issued is None:
        return blank_date(year.year.calendar or _planned_year(year, kind, key))
    return short_date(issued.issued_on) if dates is CitationDates.NUMERIC else full_date(issued.issued_on)


def _planned_year(year: Year, kind: str, key: str) -> int | None:
    """The calendar year in which a document of a school's year is to be issued, where that is planned."""
    day = document_day(year, kind, key)
    return day.year if day else None


def refer_shortly(year: Year, kind: str, key: str = "", dates: CitationDates = CitationDates.FULL) -> str:
    """``Tờ trình số 05/TTr-UBND ngày 10 tháng 12 năm 2024``."""
    return f"{type_of(year, kind, key)[0]} số {number_of(year, kind, key)} {day_of(year, kind, key, dates)}"


def refer(year: Year, kind: str, key: str = "", dates: CitationDates = CitationDates.FULL) -> str:
    """The full citation: type, number, day, issuer, subject (Phụ lục I, Mục II khoản 6 điểm a)."""
    document = _document(year, kind, key)
    subject = lower_first(document.subject)
    about = subject if subject.startswith("về ") else f"về {subject}"
    return f"{refer_shortly(year, kind, key, dates)} của {issuer_of(year, document)} {about}"


def attached_to(year: Year, kind: str, key: str = "") -> str:
    """``(Kèm theo Tờ trình số … ngày … của …)``, the line under an appendix's title (Mục III khoản 1)."""
    return f"(Kèm theo {refer_shortly(year, kind, key)} của {issuer_of(year, _document(year, kind, key))})"


def issuer_of(year: Year, document: Document) -> str:
    """Whose document it is: its head's own where he decides or signs without “TM.”, else the body's.

    A decision on single cases is always the head's (Điều 79, 80 Luật); papers of a council are the council's, minutes
    too; a body without a collective, as a school, issues what its head signs.
    """
    body = year.issuer(document.issuer)
    head = sentence_case(body.head_position.lower())
    return f"{head} {body.name}" if isinstance(document, Decision) or _of_the_head(year, document) else body.name


def _of_the_head(year: Year, document: Document) -> bool:
    body = year.issuer(document.issuer)
    own = body.collective_name is not None and body.name == year.office.name
    return own and SigningCapacity.ON_BEHALF not in document.signature.capacity


def cited_body(year: Year, document: Document, key: str = "") -> tuple[Block, ...]:
    """The text of a document of that key with ``{cite_submission}``, ``{cite_nghi_dinh_98_2023}`` filled in, and with
    the targets that it calls for in their places.

    What căn cứ or an earlier sentence named is cited shortly (Phụ lục I, Mục II khoản 6 điểm b). Raises ``KeyError``
    for a place that names nothing.
    """
    before = (*document.legal_bases, *("/".join(meant(year, name, key)) for name in document.cites))
    cited = tuple(_citation(year, document, name, key) for name in cited_names(document))
    return with_targets(year, _filled(document.body, iter(cite_in_order(cited, before))))


def numbered_text(year: Year, document: Document, key: str = "") -> tuple[NumberedBlock, ...]:
    """The same with every number in place."""
    return tuple(numbered(cited_body(year, document, key), document.outline, document.part_numbers))


def _citation(year: Year, document: Document, name: str, key: str) -> Citation:
    basis = cited_basis(year, name)
    if basis:
        return citation_of(basis, document.citation_dates)
    kind, own = meant(year, name, key)
    short = f"{type_of(year, kind, own)[0]} số {number_of(year, kind, own)}"
    return Citation(f"{kind}/{own}", refer(year, kind, own, document.citation_dates), short)


def _filled(blocks: tuple[Block, ...], said: Iterator[str]) -> tuple[Block, ...]:
    """The blocks with every place of a citation filled by the next of ``said``, in reading order."""
    return tuple(_said(block, said) for block in blocks)


def _said(block: Block, said: Iterator[str]) -> Block:
    own = {
        field: _PLACE.sub(lambda _: next(said), text)
        for field in SAYING
        if isinstance(text := getattr(block, field), str)
    }
    return block.model_copy(update={**own, "body": _filled(block.body, said)})


def cited_bases(year: Year, document: Document, key: str = "") -> tuple[str, ...]:
    """The documents of the set that ``document``, of that key, stands on, as căn cứ cite them."""
    return tuple(refer(year, *meant(year, name, key), document.citation_dates) for name in document.cites)


def _document(year: Year, kind: str, key: str) -> Document:
    document = numbered_document(year, kind, key)
    if document is None:
        raise KeyError(f"{kind}/{key}")
    return document
