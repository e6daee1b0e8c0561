"""Citing a text: in full the first time and short after; not before it is issued, nor after it has lapsed."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from vanban.domain.document import CitationDates
from vanban.domain.finding import Severity
from vanban.domain.law_pack import Law
from vanban.domain.law_text import LAW_TYPES, LawText
from vanban.domain.objection import Objection
from vanban.domain.office import LegalBasis
from vanban.domain.wording import full_date, numeric_date, short_date
from vanban.law.provision import DECREE_30

ARTICLE: Final = f"điểm a khoản 6 Mục II Phần I Phụ lục I {DECREE_30}"


def short_citation(basis: LegalBasis) -> str:
    """``Nghị định số 98/2023/NĐ-CP``; ``Luật Thi đua, khen thưởng``: how a text is cited after the first time."""
    if basis.number is None or basis.type_name in LAW_TYPES:
        return f"{basis.type_name} {basis.subject}"
    return f"{basis.type_name} số {basis.number}"


def as_basis(basis: LegalBasis, dates: CitationDates = CitationDates.FULL) -> str:
    """How a căn cứ names a text: type, number, date, issuer, subject; a law without number and issuer (điểm a)."""
    day = short_date(basis.issued_on) if dates is CitationDates.NUMERIC else full_date(basis.issued_on)
    if basis.type_name in LAW_TYPES:
        return f"{basis.type_name} {basis.subject} {day}"
    words = [basis.type_name, f"số {basis.number}" if basis.number else "", day]
    words += [f"của {basis.issuer}" if basis.issuer else "", basis.subject]
    return " ".join(filter(None, words))


@dataclass(frozen=True)
class Citation:
    """One mention of a text in a sentence: which text, how it is cited the first time and how after (điểm b)."""

    key: str
    full: str
    short: str


def citation_of(basis: LegalBasis, dates: CitationDates = CitationDates.FULL) -> Citation:
    """A mention of a text of the law: in full as a căn cứ has it, but of a law only type and name (điểm b)."""
    short = short_citation(basis)
    return Citation(basis.key, short if basis.type_name in LAW_TYPES else as_basis(basis, dates), short)


def cite_in_order(cited: Sequence[Citation], before: Collection[str] = ()) -> tuple[str, ...]:
    """Each citation of a document in reading order: in full where a text is named first, short after.

    ``before`` are the keys of the texts that the căn cứ already name.
    """
    seen = set(before)
    said = []
    for one in cited:
        said.append(one.short if one.key in seen else one.full)
        seen.add(one.key)
    return tuple(said)


@lru_cache(maxsize=8)
def bases(law: Law) -> Mapping[str, LegalBasis]:
    """Every text of the law packs by its key, as an office's own list has it; an office uses the same keys for them."""
    return {key: basis_of(law, text) for key, text in law.texts.items() if text.issued_on is not None}


def basis_of(law: Law, text: LawText) -> LegalBasis:
    """A text of the law packs as a legal basis, its last day and its successor derived.

    :class:`ValueError` for a text whose day of issue is not known.
    """
    if text.issued_on is None:
        raise ValueError(text.key)
    span, following = law.spans[text.key], law.successor(text.key)
    return LegalBasis(
        key=text.key,
        type_name=text.type_name,
        number=text.number,
        issued_on=text.issued_on,
        issuer=text.issuer,
        subject=text.subject,
        valid_from=span.first,
        valid_to=span.last,
        successor=following.key if following else None,
    )


def basis_objections(
    law: Law, cited: Sequence[LegalBasis], day: date, known: Mapping[str, LegalBasis]
) -> tuple[Objection, ...]:
    """What speaks against each text that a document dated ``day`` takes as its basis (căn cứ).

    ``known`` are the office's texts by key: a successor is looked for there, then among the program's own.
    """
    return tuple(found for basis in cited if (found := _objection(law, basis, day, known)) is not None)


def _objection(law: Law, basis: LegalBasis, day: date, known: Mapping[str, LegalBasis]) -> Objection | None:
    about = f"{short_citation(basis)} ngày {numeric_date(basis.issued_on)}"
    if basis.issued_on > day:
        return Objection(
            rule="basis_not_yet_issued",
            article=ARTICLE,
            about=about,
            reason=f"Văn bản ngày {numeric_date(day)} căn cứ vào văn bản ban hành sau nó.",
            remedy=_instead(_predecessor(law, basis, day, known), "Hãy bỏ căn cứ này"),
        )
    if basis.valid_to is not None and basis.valid_to < day:
        return Objection(
            rule="basis_lapsed",
            article=ARTICLE,
            about=about,
            reason=f"Đã hết hiệu lực sau ngày {numeric_date(basis.valid_to)}, trước ngày của văn bản "
            f"({numeric_date(day)}).",
            remedy=_instead(successor(law, basis, day, known), "Hãy thay bằng văn bản đang có hiệu lực"),
        )
    if basis.valid_from is not None and basis.valid_from > day:
        return Objection(
            rule="basis_not_yet_in_force",
            severity=Severity.WARNING,
            article=ARTICLE,
            about=about,
            reason=f"Đã ban hành nhưng đến ngày {numeric_date(basis.valid_from)} mới có hiệu lực, sau ngày của văn bản "
            f"({numeric_date(day)}).",
            remedy="Hãy kiểm tra xem có nên căn cứ vào văn bản này không.",
        )
    return None


def successor(law: Law, basis: LegalBasis, day: date, known: Mapping[str, LegalBasis]) -> LegalBasis | None:
    """What took the place of ``basis`` by ``day``, or ``None``: of a chain the last that was issued by then."""
    found, seen = basis, {basis.key}
    while (key := found.successor) and key not in seen:
        seen.add(key)
        following = known.get(key) or bases(law).get(key)
        if following is None or following.issued_on > day:
            break
        found = following
    return None if found is basis else found


def _predecessor(law: Law, basis: LegalBasis, day: date, known: Mapping[str, LegalBasis]) -> LegalBasis | None:
    """What ``basis`` took the place of, where that was in force on ``day``."""
    everything = {**bases(law), **known}
    return next(
        (
            older
            for older in everything.values()
            if older.successor == basis.key
            and older.issued_on <= day
            and (older.valid_to is None or day <= older.valid_to)
        ),
        None,
    )


def _instead(other: LegalBasis | None, otherwise: str) -> str:
    if other is None:
        return f"{otherwise}."
    return f"Hãy căn cứ vào {short_citation(other)} ngày {numeric_date(other.issued_on)} (mã {other.key})."
