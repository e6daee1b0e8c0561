"""What does not fit the year: an old plan, a signatory of another body, periods in disorder, people not born."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, Protocol

from vanban.domain.birth import BirthYear, birth_in_digits
from vanban.domain.consistency.documents import documents
from vanban.domain.consistency.fault import Fault
from vanban.domain.finding import Severity
from vanban.domain.rows import keyed
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year

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
            value=year.plan.year.key,
            reason=f"Kế hoạch ghi {year.plan.year.phrase} nhưng nằm trong dữ liệu của {year.year.phrase}.",
            remedy=f"Hãy sửa thành {year.year.key} và rà lại các năm, ngày ghi trong kế hoạch.",
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
        age = year.year.last - person.born_on.year
        if age < 0:
            reason, severity = f"Ngày sinh ở sau {year.year.phrase}.", Severity.ERROR
        elif not _WORKING_AGE <= age <= _OLDEST:
            reason, severity = f"Tính đến {year.year.phrase} người này {age} tuổi.", Severity.WARNING
        else:
            continue
        yield Fault(
            path=("people", position, "born_on"),
            value=birth_in_digits(person.born_on),
            reason=reason,
            remedy="Hãy kiểm tra lại ngày, tháng, năm sinh.",
            severity=severity,
        )


def reports_without_day_of_birth(year: Year) -> Iterator[Fault]:
    """Somebody with an achievement report of whom the year of birth alone is known: its form has the whole
    day, month and year."""
    nominated = {row.nominee for row in year.nominations}
    for position, person in enumerate(year.people):
        if isinstance(person.born_on, BirthYear) and person.key in nominated:
            yield Fault(
                path=("people", position, "born_on"),
                value=birth_in_digits(person.born_on),
                reason="Người này được đề nghị khen thưởng; báo cáo thành tích ghi đủ ngày, tháng, năm sinh.",
                remedy="Hãy ghi đủ ngày, tháng, năm sinh.",
            )


RULES: Final = (
    plan_of_another_year,
    signatory_of_another_body,
    dates_in_disorder,
    implausible_births,
    reports_without_day_of_birth,
)
