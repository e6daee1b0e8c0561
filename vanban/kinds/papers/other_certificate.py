"""Giấy chứng nhận of an award that is none of the law's own and that the office decides: the form of Điều 104."""

from __future__ import annotations

from typing import Final

from vanban.domain.receiver import RECEIVER_PARTS, receiver
from vanban.domain.rows import keyed
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.papers.certificate import CertificateContext, Entitled, certificate_of
from vanban.kinds.parts.other_awards import certified_awards

_KIND: Final = "free_document"
_GIVEN: Final = "TẶNG"


class OtherCertificateContext(CertificateContext):
    """One certificate, ready to print."""


def compose(year: Year, key: str) -> OtherCertificateContext:
    """The certificate of that key; ``KeyError`` where nobody has it."""
    award, row, ordinal = certified_awards(year)[key]
    decision = award.decision or ""
    honoured = receiver(year, row.nominee)
    entitled = Entitled(_KIND, decision, ordinal, _GIVEN, award.name, honoured, row.achievement)
    return OtherCertificateContext(**dict(certificate_of(year, entitled, keyed(year.documents)[decision])))


def _headline(year: Year, key: str) -> str:
    award, row, _ = certified_awards(year)[key]
    return f"{award.certificate} {award.name}: {receiver(year, row.nominee).name}"


KIND = Kind(
    name="other_certificate",
    title="Giấy chứng nhận danh hiệu, hình thức của hệ thống khác",
    step=Step.RESULT,
    slug="giay-chung-nhan",
    form="certificate",
    context=OtherCertificateContext,
    reads=(
        "office",
        "certificate_stock",
        "signatories",
        "other_awards",
        "other_nominations",
        "documents",
        *RECEIVER_PARTS,
    ),
    keys=lambda year: tuple(certified_awards(year)),
    compose=compose,
    headline=_headline,
    receivers=lambda year, key: tuple(filter(None, (receiver(year, certified_awards(year)[key][1].nominee).unit,))),
    goes_with=lambda year, key: (_KIND, certified_awards(year)[key][0].decision or ""),
)
