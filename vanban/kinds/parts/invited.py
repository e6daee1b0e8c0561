"""What an invitation says before its own words: who is asked to what, who presides, when and where (Mẫu 1.7)."""

from __future__ import annotations

from typing import Final

from pydantic import Field

from vanban.domain.document import Document
from vanban.domain.free_document import Gathering
from vanban.domain.record import Record
from vanban.domain.wording import clock, full_date, lower_first, weekday
from vanban.domain.year import Year
from vanban.kinds.parts.closing import Closing, closing
from vanban.kinds.parts.document import no_expansion
from vanban.kinds.parts.figures import Figures
from vanban.kinds.parts.letterhead import Heading, Letterhead, heading, letterhead
from vanban.kinds.parts.minutes import text
from vanban.kinds.parts.reference import numbered_text
from vanban.kinds.parts.text import TextLine, ended, lines, listed

_ASKED: Final = "- Như trên;"
"""Who is asked stands in the text; of a document with addressees the closing says it already."""


class InvitationContext(Record):
    """An invitation, ready to print."""

    letterhead: Letterhead = Field(title="Phần đầu văn bản")
    heading: Heading = Field(title="Tên loại và trích yếu")
    lines: tuple[TextLine, ...] = Field(title="Các dòng nội dung")
    closing: Closing = Field(title="Nơi nhận và người ký")


def invitation_of(
    year: Year, kind: str, key: str, document: Document, asked: tuple[TextLine, ...]
) -> InvitationContext:
    """The invitation ``document``: who is ``asked`` to what, then its own words."""
    made = closing(year, document)
    own = lines(numbered_text(year, document, key), Figures(year, kind, key), no_expansion)
    return InvitationContext(
        letterhead=letterhead(year, kind, key),
        heading=heading("GIẤY MỜI", document.subject),
        lines=ended((*asked, *own)),
        closing=made if document.addressees else made.model_copy(update={"recipients": (_ASKED, *made.recipients)}),
    )


def invited(issuer: str, guests: tuple[str, ...], gathering: Gathering | None) -> tuple[TextLine, ...]:
    """The lines over an invitation's own words; one guest stands in the sentence, several under it."""
    if len(guests) == 1:
        asked: tuple[TextLine, ...] = (text(f"{issuer} trân trọng kính mời: {guests[0].rstrip(' .;')}."),)
    else:
        asked = (text(f"{issuer} trân trọng kính mời:"), *listed(guests))
    return (*asked, *(_gathering(gathering) if gathering else ()))


def _gathering(gathering: Gathering) -> tuple[TextLine, ...]:
    when = f"{clock(gathering.starts_at)}, {weekday(gathering.day)}, {full_date(gathering.day)}"
    chair = (f"Chủ trì: {gathering.chair.rstrip(' .')}.",) if gathering.chair else ()
    said = (
        f"Tới dự {lower_first(gathering.name.rstrip(' .'))}.",
        *chair,
        f"Thời gian: {when}.",
        f"Địa điểm: {gathering.place.rstrip(' .')}.",
    )
    return tuple(text(one) for one in said)
