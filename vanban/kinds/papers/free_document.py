"""Văn bản tự do: a document of any type of Điều 7, and papers without a number such as a pledge.

The words are the clerk's; what the type asks for (Phụ lục III) is put around them: the authority and “QUYẾT ĐỊNH:” of a
decision, whom an invitation asks to what, minutes without place and date, many who sign side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import zip_longest
from typing import Final

from pydantic import Field

from vanban.domain.document import Document
from vanban.domain.free_document import CoSigner, FreeDocument
from vanban.domain.numbering import free_documents, unnumbered_documents
from vanban.domain.record import Record
from vanban.domain.register_entry import ascii_slug
from vanban.domain.signatory import SigningCapacity
from vanban.domain.text_tree import LineRole, as_articles, numbered
from vanban.domain.wording import lower_first
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.closing import Closing, TwoSignatures, closing, signing_position
from vanban.kinds.parts.document import addressees
from vanban.kinds.parts.figures import Figures
from vanban.kinds.parts.invited import invited
from vanban.kinds.parts.letterhead import Heading, Letterhead, centred, heading, letterhead, marked, unit_letterhead
from vanban.kinds.parts.reference import DECISION, numbered_text
from vanban.kinds.parts.text import TextLine, bases, ended, lines
from vanban.law.free_documents import INVITATION, document_type
from vanban.law.nd30 import Part

_ENACTING: Final = {DECISION: "QUYẾT ĐỊNH:", "Nghị quyết": "QUYẾT NGHỊ:"}
"""The types whose text is articles, with the words before them (Phụ lục III, Mẫu 1.1, 1.2)."""


class FreeDocumentContext(Record):
    """A free document, ready to print; what its type does not have is empty."""

    letterhead: Letterhead = Field(title="Phần đầu văn bản")
    heading: Heading = Field(title="Tên loại và trích yếu")
    authority: str = Field(title="Thẩm quyền ban hành")
    addressees: tuple[str, ...] = Field(title="Các dòng Kính gửi")
    bases: tuple[str, ...] = Field(title="Các dòng căn cứ")
    enacting: str = Field(title="Chữ QUYẾT ĐỊNH")
    introduction: str = Field(title="Lời dẫn")
    lines: tuple[TextLine, ...] = Field(title="Các dòng nội dung")
    closing: Closing = Field(title="Nơi nhận và người ký")
    co_signatures: tuple[TwoSignatures, ...] = Field(title="Những người cùng ký, hai người một hàng")


def compose(year: Year, key: str, kind: str) -> FreeDocumentContext:
    """The free document of that key; ``kind`` is one of the two below. ``KeyError`` where the year has none."""
    document = _documents(year)[key]
    decides = document.type_name in _ENACTING
    made = _closing(year, document)
    told = bases(year, document, key)
    if decides and document.introduction:
        told = (*told, document.introduction.rstrip(" .;") + ".")
    return FreeDocumentContext(
        letterhead=_letterhead(year, document, kind),
        heading=_heading(document),
        authority=centred(_authority(year, document), Part.TYPE_NAME) if decides else "",
        addressees=() if document.type_name == INVITATION else addressees(document.addressees),
        bases=told,
        enacting=_ENACTING.get(document.type_name, ""),
        introduction="" if decides else document.introduction or "",
        lines=ended((*_asked(year, document), *_text(year, document, kind))),
        closing=made,
        co_signatures=tuple(_pair(*pair) for pair in zip_longest(document.co_signers[::2], document.co_signers[1::2])),
    )


def _documents(year: Year) -> Mapping[str, FreeDocument]:
    return {document.key: document for document in year.documents}


def _letterhead(year: Year, document: FreeDocument, kind: str) -> Letterhead:
    """As that of any document; without place and date where the type has none, without a number for a paper."""
    known = document_type(document.type_name)
    if document.type_code:
        made = letterhead(year, kind, document.key)
    else:
        body = year.issuer(document.issuer)
        made = marked(unit_letterhead(year, body.parent_lines, body.name_lines), document)
    dated = known is None or known.dated
    return made if dated else made.model_copy(update={"place_and_date": ""})


def _heading(document: FreeDocument) -> Heading:
    known = document_type(document.type_name)
    subject = document.subject if known is None or known.has_subject else ""
    return heading(document.type_name.upper(), subject)


def _authority(year: Year, document: FreeDocument) -> str:
    """Who decides: the body where it is signed in its name, else its head."""
    body = year.issuer(document.issuer)
    if SigningCapacity.ON_BEHALF in document.signature.capacity:
        return body.name.upper()
    return f"{body.head_position} {body.name}".upper()


def _asked(year: Year, document: FreeDocument) -> tuple[TextLine, ...]:
    """Whom an invitation asks, to what, who presides, when and where (Mẫu 1.7)."""
    if document.type_name != INVITATION:
        return ()
    return invited(year.issuer(document.issuer).name, document.addressees, document.gathering)


def _text(year: Year, document: FreeDocument, kind: str) -> tuple[TextLine, ...]:
    decides = document.type_name in _ENACTING
    written = document.model_copy(update={"body": as_articles(document.body)}) if decides else document
    known = Figures(year, kind, document.key)
    return lines(numbered_text(year, written, document.key), known, lambda inset: ())


def _closing(year: Year, document: FreeDocument) -> Closing:
    made = closing(year, document)
    roles = [block.role for block in numbered(as_articles(document.body))]
    articles = roles.count(LineRole.ARTICLE) + roles.count(LineRole.ARTICLE_TITLE)
    first = (f"- Như Điều {articles};",) if document.type_name == DECISION and articles else ()
    if not document.type_code and not document.recipients:
        return made.model_copy(update={"recipients": ()})
    return made.model_copy(update={"recipients": (*first, *made.recipients)})


def _pair(left: CoSigner, right: CoSigner | None = None) -> TwoSignatures:
    return TwoSignatures(
        left_lines=_lines(left), left_name=left.name, right_lines=_lines(right), right_name=right.name if right else ""
    )


def _lines(signer: CoSigner | None) -> tuple[str, ...]:
    return tuple(piece for line in (signer.lines if signer else ()) for piece in signing_position(line.upper()))


def _kind(name: str, title: str, slug: str, listed_in: Callable[[Year], Mapping[str, Document]]) -> Kind:
    def headline(year: Year, key: str) -> str:
        document = _documents(year)[key]
        return f"{document.type_name} {lower_first(document.subject)}"

    return Kind(
        name=name,
        title=title,
        step=Step.OTHER,
        slug=slug,
        form="free_document",
        context=FreeDocumentContext,
        reads=("office", "signatories", "legal_bases", "documents"),
        keys=lambda year: tuple(listed_in(year)),
        compose=partial(compose, kind=name),
        headline=headline,
        begins=lambda year, key: ascii_slug(_documents(year)[key].type_name).lower(),
    )


KIND: Final = _kind("free_document", "Văn bản tự do", "van-ban", free_documents)
UNNUMBERED: Final = _kind("free_paper", "Giấy tờ không có số", "giay-to", unnumbered_documents)
