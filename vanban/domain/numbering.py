"""Which documents of the year get a number of their own, of which type, and where their text stands in the year.

A document is named as in a command line and in ``Document.cites``: its kind, or kind and key (``campaign_plan/tet``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from vanban.domain.document import Document
from vanban.domain.document_name import named
from vanban.domain.free_document import FreeDocument
from vanban.domain.late_units import letters_to
from vanban.domain.office import LegalBasis
from vanban.domain.own_paper import OwnPaper, part_names
from vanban.domain.own_sheets import own_documents
from vanban.domain.paper_text import PaperText
from vanban.domain.year import Year, once_a_year

CITATION: Final = "cite_"
"""How a place in a text begins that cites a document of the set or a text of the law: ``{cite_submission}``."""


@dataclass(frozen=True)
class Numbering:
    """One kind of numbered document: the type's name and abbreviation, its documents in a year by their keys.

    A công văn has no abbreviation of its type. ``reads`` are the parts of the year in which these documents stand;
    ``attachments`` names the kinds that are issued together with a document
    of this kind, under the same key and its number.
    """

    type_name: str
    type_code: str
    reads: tuple[str, ...]
    documents: Callable[[Year], Mapping[str, Document]]
    attachments: tuple[str, ...] = ()


def only(part: str) -> Callable[[Year], Mapping[str, Document]]:
    """The one document that stands in that field of the year, if it does."""

    def documents(year: Year) -> Mapping[str, Document]:
        document = getattr(year, part)
        return {"": document} if isinstance(document, Document) else {}

    return documents


def of_the_meeting(meeting: str, part: str) -> Callable[[Year], Mapping[str, Document]]:
    """The one document that stands in that field of a council's meeting, if the year has the meeting."""

    def documents(year: Year) -> Mapping[str, Document]:
        found = getattr(year, meeting)
        return {"": getattr(found, part)} if found else {}

    return documents


def of_each_review(part: str) -> Callable[[Year], Mapping[str, Document]]:
    """The minutes of the council's review of each record of that list, by the record's key."""

    @once_a_year
    def documents(year: Year) -> Mapping[str, Document]:
        return {row.key: row.review.minutes for row in getattr(year, part) if row.review}

    return documents


def of_each(part: str, field: str) -> Callable[[Year], Mapping[str, Document]]:
    """The document that stands in ``field`` of each record of that list of the year, by the record's key."""

    @once_a_year
    def documents(year: Year) -> Mapping[str, Document]:
        written = {row.key: getattr(row, field) for row in getattr(year, part)}
        return {key: document for key, document in written.items() if isinstance(document, Document)}

    return documents


def letters(year: Year) -> Mapping[str, Document]:
    """Every công văn: of the file of letters, and those among the free documents."""
    free = (document for document in year.documents if document.type_code == "")
    return {letter.key: letter for letter in (*year.letters, *free)}


def free_documents(year: Year) -> Mapping[str, Document]:
    """Every free document of a type that has letters of its own in its symbol."""
    return {document.key: document for document in year.documents if document.type_code}


ANNEXES: Final = ("annex", "wide_annex")
"""The kinds in which the annexes of a document are printed."""

_UNITS: Final = ("groups", "collectives")

NUMBERINGS: Final[Mapping[str, Numbering]] = {
    "plan": Numbering("Kế hoạch", "KH", ("plan",), only("plan"), attachments=("target_assignment", *ANNEXES)),
    "registration_reminder": Numbering(
        "Công văn", "", ("registration_reminder", *_UNITS), letters_to("registration_reminder")
    ),
    "registration_summary": Numbering("Báo cáo", "BC", ("registration_summary",), only("registration_summary")),
    "council_decision": Numbering("Quyết định", "QĐ", ("council_decision",), only("council_decision")),
    "campaign_plan": Numbering("Kế hoạch", "KH", ("campaigns",), of_each("campaigns", "plan")),
    "campaign_minutes": Numbering("Biên bản", "BB", ("campaigns",), of_each_review("campaigns")),
    "campaign_submission": Numbering("Tờ trình", "TTr", ("campaigns",), of_each("campaigns", "submission")),
    "campaign_decision": Numbering(
        "Quyết định", "QĐ", ("campaigns",), of_each("campaigns", "decision"), attachments=("award_list",)
    ),
    "sudden_minutes": Numbering("Biên bản", "BB", ("sudden_achievements",), of_each_review("sudden_achievements")),
    "sudden_submission": Numbering(
        "Tờ trình", "TTr", ("sudden_achievements",), of_each("sudden_achievements", "submission")
    ),
    "sudden_decision": Numbering(
        "Quyết định",
        "QĐ",
        ("sudden_achievements",),
        of_each("sudden_achievements", "decision"),
        attachments=("award_list",),
    ),
    "criteria_decision": Numbering(
        "Quyết định", "QĐ", ("scorings",), of_each("scorings", "decision"), attachments=("criteria_annex",)
    ),
    "counting_board_decision": Numbering(
        "Quyết định", "QĐ", ("counting_board_decision",), only("counting_board_decision")
    ),
    "council_invitation": Numbering(
        "Giấy mời", "GM", ("council_meeting",), of_the_meeting("council_meeting", "invitation")
    ),
    "council_minutes": Numbering(
        "Biên bản",
        "BB",
        ("council_meeting",),
        of_the_meeting("council_meeting", "minutes"),
        attachments=("counting_minutes",),
    ),
    "submission": Numbering("Tờ trình", "TTr", ("submission",), only("submission"), attachments=("nominee_list",)),
    "decision": Numbering("Quyết định", "QĐ", ("decision",), only("decision"), attachments=("award_list",)),
    "family_decision": Numbering(
        "Quyết định", "QĐ", ("family_decision",), only("family_decision"), attachments=("family_list",)
    ),
    "initiative_council_decision": Numbering(
        "Quyết định", "QĐ", ("initiative_council_decision",), only("initiative_council_decision")
    ),
    "initiative_minutes": Numbering(
        "Biên bản", "BB", ("initiative_meeting",), of_the_meeting("initiative_meeting", "minutes")
    ),
    "initiative_confirmation": Numbering(
        "Quyết định", "QĐ", ("initiative_confirmation",), only("initiative_confirmation")
    ),
    "conference_invitation": Numbering("Giấy mời", "GM", ("conference_invitation",), only("conference_invitation")),
    "announcement": Numbering("Thông báo", "TB", ("announcement",), only("announcement")),
    "six_month_report": Numbering("Báo cáo", "BC", ("six_month_report",), only("six_month_report")),
    "report_reminder": Numbering("Công văn", "", ("report_reminder", *_UNITS), letters_to("report_reminder")),
    "annual_report": Numbering("Báo cáo", "BC", ("annual_report",), only("annual_report")),
    "letter": Numbering("Công văn", "", ("letters", "documents"), letters, attachments=ANNEXES),
    "free_document": Numbering("Văn bản", "", ("documents",), free_documents, attachments=ANNEXES),
}
"""Every numbered kind that has a part of the year of its own, by its name, in the order of the year."""


def numbering_of(year: Year, kind: str) -> Numbering:
    """How documents of that kind are numbered; ``KeyError`` for a kind whose documents get no number in the year."""
    numbering = _numbering(year, kind)
    if numbering is None:
        raise KeyError(kind)
    return numbering


def type_of(year: Year, kind: str, key: str = "") -> tuple[str, str]:
    """Name and letters of the type of that document: its kind's, or what a free document says.

    ``KeyError`` for a kind whose documents get no number.
    """
    numbering = numbering_of(year, kind)
    document = numbering.documents(year).get(key)
    if isinstance(document, FreeDocument):
        return document.type_name, document.type_code or ""
    return numbering.type_name, numbering.type_code


def _numbering(year: Year, kind: str) -> Numbering | None:
    return NUMBERINGS.get(kind) or _of_texts(year).get(kind) or _of_own_papers(year).get(kind)


def numberings(year: Year) -> Mapping[str, Numbering]:
    """Every numbered kind of the year by its name: those with a part of their own, those that are a text alone, then
    the office's own papers."""
    return {**NUMBERINGS, **_of_texts(year), **_of_own_papers(year)}


def _of_texts(year: Year) -> dict[str, Numbering]:
    return {text.kind: Numbering(text.type_name, text.type_code, (text.kind,), _alone(text)) for text in year.texts}


def _of_own_papers(year: Year) -> dict[str, Numbering]:
    return {paper.key: _own(paper) for paper in year.own_papers if paper.type_code is not None}


def _own(paper: OwnPaper) -> Numbering:
    reads = part_names(paper.key) if paper.columns else part_names(paper.key)[:1]
    return Numbering(paper.type_name, paper.type_code or "", reads, lambda year: own_documents(year, paper.key))


def _alone(text: PaperText) -> Callable[[Year], Mapping[str, Document]]:
    return lambda year: {"": text}


def numbered_document(year: Year, kind: str, key: str = "") -> Document | None:
    """The text of that document; ``None`` where the year has none or the kind gets no number."""
    numbering = _numbering(year, kind)
    return numbering.documents(year).get(key) if numbering else None


def unnumbered_documents(year: Year) -> Mapping[str, Document]:
    """Every free paper that gets no number, such as a pledge."""
    return {document.key: document for document in year.documents if document.type_code is None}


def meant(year: Year, name: str, within: str = "") -> tuple[str, str]:
    """Kind and key of the document that ``name`` means in a document of the key ``within``.

    A kind alone means the document of that same key where there is one, else the only document of the kind; a free
    document is meant by its own key, whose “-” is written “_” between braces.
    """
    kind, key = named(name)
    if kind not in NUMBERINGS:
        kind = next((paper.key for paper in year.own_papers if paper.key.replace("-", "_") == kind), kind)
    if not key and _numbering(year, kind) is None:
        return _free(year, kind) or (kind, key)
    own = key or ("" if kind in _FREE else within)
    return (kind, own) if numbered_document(year, kind, own) else (kind, key)


def _free(year: Year, name: str) -> tuple[str, str] | None:
    """Kind and key of the letter or free document of that key."""
    plain = name.replace("-", "_")
    return next(
        ((kind, key) for kind in _FREE for key in NUMBERINGS[kind].documents(year) if key.replace("-", "_") == plain),
        None,
    )


_FREE: Final = ("free_document", "letter")
"""The kinds whose documents have nothing to do with others of the same key."""


def cited_basis(year: Year, name: str) -> LegalBasis | None:
    """The text of the law that ``nghi_dinh_98_2023`` means between braces, where a key's “-” is written “_”.

    ``None`` where the year knows no such text, or has a document of the set under that name.
    """
    if name in NUMBERINGS:
        return None
    return next((basis for basis in year.legal_bases if basis.key.replace("-", "_") == name), None)


def cited_names(document: Document) -> tuple[str, ...]:
    """What the places of citations in a document's text name, in reading order, as often as they do."""
    return tuple(name.removeprefix(CITATION) for name in document.placeholders() if name.startswith(CITATION))


def cited_in(year: Year, document: Document, key: str = "") -> tuple[tuple[str, str], ...]:
    """The documents of the set that this one, of that key, cites in its căn cứ and in its text, each once."""
    from_text = (name for name in cited_names(document) if cited_basis(year, name) is None)
    return tuple(dict.fromkeys(meant(year, name, key) for name in (*document.cites, *from_text)))
