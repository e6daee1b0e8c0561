"""Giấy chứng nhận “Gia đình văn hóa”: one sheet for each family, in the form of Điều 104 Nghị định 98/2023/NĐ-CP."""

from __future__ import annotations

from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.papers.certificate import CertificateContext, Entitled, certificate_of
from vanban.kinds.papers.family_decision import keys as decisions
from vanban.kinds.parts.families import FAMILY, FAMILY_DECISION, recognised
from vanban.law.certificates import given


class FamilyCertificateContext(CertificateContext):
    """One certificate of a family, ready to print."""


def keys(year: Year) -> tuple[str, ...]:
    """Every family that the decision recognises."""
    return tuple(recognised(year)) if decisions(year) else ()


def compose(year: Year, key: str) -> FamilyCertificateContext:
    """The certificate of that family; ``KeyError`` where nobody has that key."""
    family = recognised(year)[key]
    if year.family_decision is None:
        raise KeyError(key)
    entitled = Entitled(FAMILY_DECISION, "", family.ordinal, given(FAMILY), FAMILY.value, family.receiver)
    return FamilyCertificateContext(**dict(certificate_of(year, entitled, year.family_decision)))


KIND = Kind(
    name="family_certificate",
    title="Giấy chứng nhận “Gia đình văn hóa”",
    step=Step.RESULT,
    slug="giay-chung-nhan-gia-dinh-van-hoa",
    form="certificate",
    context=FamilyCertificateContext,
    reads=("office", "certificate_stock", "signatories", FAMILY_DECISION, "groups", "households"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: f"Gia đình văn hóa: {recognised(year)[key].receiver.name}",
    receivers=lambda year, key: (recognised(year)[key].household.group,),
    goes_with=lambda year, key: (FAMILY_DECISION, ""),
)
