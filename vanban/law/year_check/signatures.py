"""Who signs the documents of a year: in office on the day, in a capacity that is allowed, not for an own award."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from vanban.domain.consistency.fault import Fault
from vanban.domain.decision import Decision
from vanban.domain.finding import Severity
from vanban.domain.numbering import type_of
from vanban.domain.objection import Objection
from vanban.domain.office import IssuingBody
from vanban.domain.rows import keyed
from vanban.domain.signatory import Signatory
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year
from vanban.law.provision import DECREE_30
from vanban.law.signing import SignedPaper, Signing, signing_objections
from vanban.law.year_check.papers import DatedPaper, awarded, papers, undated

_REPORTS: Final = frozenset({"submission", "registration_summary", "six_month_report", "annual_report"})
"""The office's own papers that can only be the committee's. A plan or a letter may be the committee's or its head's."""

_MINUTES: Final = "BB"
"""The letters of minutes in a symbol (Phụ lục III)."""
_OUT: Final = "signatory_out_of_office"
_CAPACITY: Final = "signing_capacity"
_TITLED: Final = "honorific_of_signatory"


def signatures(year: Year) -> Iterator[Fault]:
    """Everything against the signature of each document on its day (Nghị định 30/2020/NĐ-CP, Điều 13)."""
    signatories = keyed(year.signatories)
    rows = {row.key: position for position, row in enumerate(year.signatories)}
    titled: set[str] = set()
    for paper in papers(year):
        signatory = signatories.get(paper.document.signature.signatory)
        for objection in _objections(year, paper, signatory) if signatory else ():
            if objection.rule == _TITLED and signatory:  # It is the row that is wrong, whatever the person signs.
                if signatory.key not in titled:
                    yield objection.in_data(("signatories", rows[signatory.key], "name"), signatory.name)
                titled.add(signatory.key)
                continue
            field = "capacity" if objection.rule == _CAPACITY else "signatory"
            path = (*paper.path, "signature", field)
            note = undated(paper) if objection.rule == _OUT and objection.severity is Severity.ERROR else ""
            yield paper.fault(path, objection, paper.document.signature.signatory, note)


def _objections(year: Year, paper: DatedPaper, signatory: Signatory) -> Iterator[Objection]:
    day = _nearest(paper, signatory)
    yield from _of_the_act(year, paper, signatory, day)
    if paper.day is None and signatory.valid_to and paper.first <= signatory.valid_to < paper.last:
        yield _leaves(signatory, signatory.valid_to)


def _nearest(paper: DatedPaper, signatory: Signatory) -> date:
    """Of the days that the paper may have, one on which the signatory is in office, if there is any."""
    if signatory.valid_from and paper.first < signatory.valid_from <= paper.last:
        return signatory.valid_from
    if signatory.valid_from and signatory.valid_from > paper.last:
        return paper.last
    return paper.first


def _of_the_act(year: Year, paper: DatedPaper, signatory: Signatory, day: date) -> tuple[Objection, ...]:
    """Where a paper may be the committee's or the chairman's, a capacity is wrong that is wrong for both."""
    signature = paper.document.signature
    act = _act(year, paper)
    ward = year.office.own_form.is_commune
    if act is not None:
        awardees = _awarded(year, paper)
        return signing_objections(Signing(signature, signatory, act, day, awardees, ward), year.law)
    found, alone = (
        signing_objections(Signing(signature, signatory, one, day, ward=ward), year.law)
        for one in (SignedPaper.COLLECTIVE, SignedPaper.HEAD)
    )
    if any(objection.rule == _CAPACITY for objection in alone):
        return found
    return tuple(objection for objection in found if objection.rule != _CAPACITY)


def _act(year: Year, paper: DatedPaper) -> SignedPaper | None:
    """What is signed, where that can be one thing only: of a body that one person leads all is that person's."""
    body = keyed(year.office.bodies).get(paper.document.issuer)
    kind = _kind_of(year, paper, body)
    if body is not None and body.collective_name is None and kind is not SignedPaper.MINUTES:
        return SignedPaper.HEAD
    return kind


def _kind_of(year: Year, paper: DatedPaper, body: IssuingBody | None) -> SignedPaper | None:
    """By the type of the paper and whose it is: minutes by hand of chair and secretary, a council's in its name."""
    if isinstance(paper.document, Decision):
        return SignedPaper.HEAD
    if paper.kind and type_of(year, paper.kind, paper.key)[1] == _MINUTES:
        return SignedPaper.MINUTES
    council = body is not None and body.name != year.office.name and body.collective_name is not None
    return SignedPaper.COLLECTIVE if council or paper.kind in _REPORTS else None


def _awarded(year: Year, paper: DatedPaper) -> tuple[str, ...]:
    """The people whom a decision of the year rewards, by name."""
    people = keyed(year.people)
    return tuple(people[key].name for _, key, _ in awarded(year, paper) if key in people)


def _leaves(signatory: Signatory, last: date) -> Objection:
    return Objection(
        rule="signatory_leaves",
        severity=Severity.WARNING,
        article=f"Điều 13 {DECREE_30}",
        about=signatory.name,
        reason=f"Chỉ giữ chức {signatory.position} đến ngày {numeric_date(last)}, văn bản thì chưa ghi ngày ban hành "
        "dự kiến.",
        remedy="Hãy ghi ngày ban hành dự kiến (planned_on) của văn bản để chương trình kiểm tra người ký.",
    )


RULES: Final = (signatures,)
