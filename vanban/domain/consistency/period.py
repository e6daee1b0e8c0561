"""What does not fit the year: an old plan, officials out of office, texts not in force, people not born."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, Protocol

from vanban.domain.consistency.documents import documents
from vanban.domain.consistency.fault import Fault
from vanban.domain.finding import Severity
from vanban.domain.office import LegalBasis
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year, keyed

_WORKING_AGE: Final = 15
_OLDEST: Final = 100


class _Dated(Protocol):
    @property
    def valid_from(self) -> date | None: ...

    @property
    def valid_to(self) -> date | None: ...


def plan_of_another_year(year: Year) -> Iterator[Fault]:
    """A plan that was copied from another year's folder and still says so."""
    if year.plan.year != year.year:
        yield Fault(
            path=("plan", "year"),
            value=str(year.plan.year),
            reason=f"Kế hoạch ghi năm {year.plan.year} nhưng nằm trong dữ liệu của năm {year.year}.",
            remedy=f"Hãy sửa thành {year.year} và rà lại các năm, ngày ghi trong kế hoạch.",
        )


def signatory_out_of_office(year: Year) -> Iterator[Fault]:
    """A signatory who left before the year began or came after it ended."""
    first, last = date(year.year, 1, 1), date(year.year, 12, 31)
    signatories = keyed(year.signatories)
    for path, document in documents(year):
        signatory = signatories.get(document.signature.signatory)
        if signatory is None:
            continue
        if signatory.valid_to is not None and signatory.valid_to < first:
            reason = f"{signatory.name} thôi giữ chức từ sau ngày {numeric_date(signatory.valid_to)}"
        elif signatory.valid_from is not None and signatory.valid_from > last:
            reason = f"{signatory.name} giữ chức từ ngày {numeric_date(signatory.valid_from)}"
        else:
            continue
        yield Fault(
            path=(*path, "signature", "signatory"),
            value=signatory.key,
            reason=f"{reason} nên không ký được văn bản năm {year.year}.",
            remedy="Hãy chọn người ký đang giữ chức, hoặc sửa thời gian giữ chức trong danh sách người ký.",
        )


def signatory_of_another_body(year: Year) -> Iterator[Fault]:
    """A signatory who signs for one body on the paper of another."""
    signatories = keyed(year.signatories)
    bodies = keyed(year.office.bodies)
    for path, document in documents(year):
        signatory = signatories.get(document.signature.signatory)
        if signatory is None or signatory.issuer == document.issuer or signatory.issuer not in bodies:
            continue
        yield Fault(
            path=(*path, "signature", "signatory"),
            value=signatory.key,
            reason=f"Người ký này ký cho {bodies[signatory.issuer].name}, không phải cơ quan ban hành văn bản.",
            remedy="Hãy chọn người ký của cơ quan ban hành.",
        )


def basis_not_in_force(year: Year) -> Iterator[Fault]:
    """A cited text that was issued after the year, or had expired before it (domain rule: căn cứ còn hiệu lực)."""
    bases = keyed(year.legal_bases)
    for path, document in documents(year):
        for position, key in enumerate(document.legal_bases):
            reason = _not_in_force(bases[key], year.year) if key in bases else None
            if reason is None:
                continue
            successor = bases.get(bases[key].successor or "")
            instead = f"Hãy dùng “{successor.key}” ({_named(successor)})" if successor else "Hãy bỏ căn cứ này"
            yield Fault(
                path=(*path, "legal_bases", position),
                value=key,
                reason=f"{_named(bases[key])} {reason} nên không làm căn cứ cho văn bản năm {year.year} được.",
                remedy=f"{instead}, hoặc sửa các ngày trong danh sách căn cứ nếu ghi nhầm.",
            )


def _not_in_force(basis: LegalBasis, year: int) -> str | None:
    if basis.issued_on > date(year, 12, 31):
        return f"ban hành ngày {numeric_date(basis.issued_on)}"
    if basis.valid_to is not None and basis.valid_to < date(year, 1, 1):
        return f"hết hiệu lực từ sau ngày {numeric_date(basis.valid_to)}"
    return None


def _named(basis: LegalBasis) -> str:
    return f"{basis.type_name} số {basis.number}" if basis.number else f"{basis.type_name} {basis.subject}"


def dates_in_disorder(year: Year) -> Iterator[Fault]:
    """A period that ends before it begins."""
    tables: tuple[tuple[str, Sequence[_Dated]], ...] = (
        ("signatories", year.signatories),
        ("legal_bases", year.legal_bases),
    )
    for table, rows in tables:
        for position, row in enumerate(rows):
            if row.valid_from is not None and row.valid_to is not None and row.valid_to < row.valid_from:
                yield Fault(
                    path=(table, position, "valid_to"),
                    value=numeric_date(row.valid_to),
                    reason=f"Ngày kết thúc đứng trước ngày bắt đầu ({numeric_date(row.valid_from)}).",
                    remedy="Hãy sửa một trong hai ngày.",
                )


def implausible_births(year: Year) -> Iterator[Fault]:
    """Somebody born after the year, or of an age at which nobody registers: most often a slip of the pen."""
    for position, person in enumerate(year.people):
        age = year.year - person.born_on.year
        if age < 0:
            reason, severity = f"Ngày sinh ở sau năm {year.year}.", Severity.ERROR
        elif not _WORKING_AGE <= age <= _OLDEST:
            reason, severity = f"Tính đến năm {year.year} người này {age} tuổi.", Severity.WARNING
        else:
            continue
        yield Fault(
            path=("people", position, "born_on"),
            value=numeric_date(person.born_on),
            reason=reason,
            remedy="Hãy kiểm tra lại ngày, tháng, năm sinh.",
            severity=severity,
        )


RULES: Final = (
    plan_of_another_year,
    signatory_out_of_office,
    signatory_of_another_body,
    basis_not_in_force,
    dates_in_disorder,
    implausible_births,
)
