"""Giấy mời dự hội nghị tổng kết năm (Phụ lục III, Mẫu 1.7): who is asked stands in the document's addressees."""

from __future__ import annotations

from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step, every_unit, only
from vanban.kinds.parts.document import headed
from vanban.kinds.parts.invited import InvitationContext, invitation_of, invited

_NAME = "conference_invitation"


def compose(year: Year, key: str) -> InvitationContext:
    """The invitation to the year's conference; ``key`` is empty, there is one; ``ValueError`` where there is none."""
    document = year.conference_invitation
    if document is None:
        raise ValueError(_NAME)
    asked = invited(year.issuer(document.issuer).name, document.addressees, document.gathering)
    return invitation_of(year, _NAME, key, document, asked)


KIND = Kind(
    name=_NAME,
    title="Giấy mời hội nghị tổng kết",
    step=Step.REPORT,
    slug="giay-moi-hoi-nghi-tong-ket",
    form="invitation",
    context=InvitationContext,
    reads=("office", "signatories", _NAME),
    keys=only(_NAME),
    compose=compose,
    headline=headed("Giấy mời", _NAME),
    receivers=every_unit,
)
