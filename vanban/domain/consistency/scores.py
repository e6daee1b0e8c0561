"""Criteria and points: of nobody, of no criterion or period, beyond the bounds, or with a sum that does not fit."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from vanban.domain.consistency.fault import Fault, Path, row_number, unknown
from vanban.domain.finding import Severity
from vanban.domain.rows import keyed
from vanban.domain.scoring import Criterion, CriterionKind, Score, Scoring, period_name
from vanban.domain.tally import criteria_of, scored_receivers, scores_of, scoring_of, tally
from vanban.domain.wording import decimal, listing
from vanban.domain.year import Year

_WHOSE: Final = {"groups": "đơn vị", "collectives": "tập thể", "people": "cá nhân"}


def unknown_scored(year: Year) -> Iterator[Fault]:
    """A criterion or points of no scoring; points of nobody who is scored, on no criterion, in no period."""
    known = keyed(year.scorings)
    for position, criterion in enumerate(year.criteria):
        if (of := scoring_of(year, criterion)) not in known:
            yield _no_scoring(("criteria", position), of, known)
    for position, row in enumerate(year.scores):
        path: Path = ("scores", position)
        if (of := scoring_of(year, row)) in known:
            yield from _score(year, path, known[of], row)
        else:
            yield _no_scoring(path, of, known)
    for position, said in enumerate(year.scorings):
        rows_of = dict(keyed(getattr(year, said.scored.value)))
        for ordinal, key in enumerate(said.receivers):
            if key not in rows_of:
                yield unknown(("scorings", position, "receivers", ordinal), key, _who(year, said), rows_of)
        bodies, signers = keyed(year.office.bodies), keyed(year.signatories)
        if said.issuer not in bodies:
            yield unknown(("scorings", position, "issuer"), said.issuer, "cơ quan ban hành", bodies)
        if said.signature.signatory not in signers:
            path = ("scorings", position, "signature", "signatory")
            yield unknown(path, said.signature.signatory, "người ký", signers)


def _who(year: Year, scoring: Scoring) -> str:
    return year.office.unit_kind.noun if scoring.scored.value == "groups" else _WHOSE[scoring.scored.value]


def _no_scoring(path: Path, key: str, known: Mapping[str, Scoring]) -> Fault:
    if key:
        return unknown((*path, "scoring"), key, "bảng điểm", known)
    return Fault(
        path=(*path, "scoring"),
        reason="Không rõ dòng này thuộc bảng điểm nào.",
        remedy="Hãy ghi mã bảng điểm, hoặc mô tả bảng điểm trong tệp Bảng điểm thi đua (scorings.yaml).",
    )


def _score(year: Year, path: Path, scoring: Scoring, row: Score) -> Iterator[Fault]:
    receivers, criteria = scored_receivers(year, scoring.key), keyed(criteria_of(year, scoring.key))
    if row.receiver not in receivers:
        rows = {key: found for key, found in keyed(getattr(year, scoring.scored.value)).items() if key in receivers}
        yield unknown((*path, "receiver"), row.receiver, f"{_who(year, scoring)} được chấm", rows)
    if row.criterion not in criteria:
        yield unknown((*path, "criterion"), row.criterion, "tiêu chí", criteria)
    periods = scoring.periods(year.year)
    if scoring.period_of(row) not in periods:
        allowed = ", ".join(map(str, periods))
        told = (
            f"Bảng điểm không chấm {scoring.every} này."
            if row.period
            else f"Chưa ghi điểm này của {scoring.every} nào."
        )
        yield Fault(
            path=(*path, "period"),
            value=None if row.period is None else str(row.period),
            reason=told,
            remedy=f"Hãy ghi số của {scoring.every}: {allowed}.",
        )


def points_out_of_bounds(year: Year) -> Iterator[Fault]:
    """More points than the criterion has, or less than none; of a penalty a minus is only a way to write it."""
    for position, row in enumerate(year.scores):
        criterion = _criterion(year, row)
        for field, points in (("own", row.own), ("assessed", row.assessed)):
            if criterion is None or points is None:
                continue
            given = abs(points) if criterion.kind is CriterionKind.PENALTY else points
            if not 0 <= given <= criterion.maximum:
                yield Fault(
                    path=("scores", position, field),
                    value=decimal(points),
                    reason=f"Điểm của tiêu chí “{criterion.name}” chỉ từ 0 đến {decimal(criterion.maximum)}.",
                    remedy="Hãy sửa điểm, hoặc sửa điểm tối đa của tiêu chí.",
                )


def _criterion(year: Year, row: Score) -> Criterion | None:
    return keyed(criteria_of(year, scoring_of(year, row))).get(row.criterion)


def repeated_points(year: Year) -> Iterator[Fault]:
    """Points that an earlier row gives, and a key of a criterion that another of its scoring has."""
    keys = [(scoring_of(year, row), row.key) for row in year.criteria]
    yield from _repeats("criteria", "key", keys, "Tiêu chí này")
    sheets = [(scoring_of(year, row), row.period, row.criterion, row.receiver) for row in year.scores]
    yield from _repeats("scores", "receiver", sheets, "Điểm của đối tượng, tiêu chí và kỳ này")


def _repeats(part: str, field: str, rows: Sequence[tuple[Hashable, ...]], what: str) -> Iterator[Fault]:
    first: dict[tuple[Hashable, ...], int] = {}
    for position, row in enumerate(rows):
        if first.setdefault(row, position) != position:
            other = (part, first[row], field)
            yield Fault(
                path=(part, position, field),
                other=other,
                value=str(row[-1]),
                reason=f"{what} đã có ở {row_number(other)}.",
                remedy="Hãy giữ một dòng, xóa dòng kia.",
            )


def sums_that_do_not_fit(year: Year) -> Iterator[Fault]:
    """A scale, a group's sum or a receiver's total as somebody typed it that is not what the rows add up to."""
    for position, scoring in enumerate(year.scorings):
        criteria = criteria_of(year, scoring.key)
        whole = _maxima(criteria)
        if scoring.scale is not None and criteria and whole != scoring.scale:
            what = "Điểm tối đa của các tiêu chí"
            yield _misfit(("scorings", position, "scale"), scoring.scale, whole, what)
        if not criteria:
            yield Fault(
                path=("scorings", position, "key"),
                value=scoring.key,
                reason="Bảng điểm này chưa có tiêu chí nào nên không lập được phiếu.",
                remedy="Hãy ghi các tiêu chí vào bảng Tiêu chí chấm điểm (criteria.xlsx).",
                severity=Severity.WARNING,
            )
    for position, row in enumerate(year.criteria):
        same = [one for one in criteria_of(year, scoring_of(year, row)) if one.heading == row.heading]
        if row.group_maximum is not None and (summed := _all(same)) != row.group_maximum:
            yield _misfit(("criteria", position, "group_maximum"), row.group_maximum, summed, "Điểm của nhóm này")
    yield from _totals(year)


def _maxima(criteria: tuple[Criterion, ...]) -> Decimal:
    return _all([row for row in criteria if row.kind is CriterionKind.SCORED])


def _all(criteria: list[Criterion]) -> Decimal:
    return sum((row.maximum for row in criteria), Decimal(0))


def _totals(year: Year) -> Iterator[Fault]:
    known = keyed(year.scorings)
    for position, row in enumerate(year.scores):
        scoring = known.get(scoring_of(year, row))
        if row.total is None or scoring is None:
            continue
        rows = scores_of(year, scoring.key, row.receiver, scoring.period_of(row))
        summed = tally(scoring, criteria_of(year, scoring.key), rows).total
        if summed != row.total and not _says_of_none(year, scoring, rows):
            yield _misfit(("scores", position, "total"), row.total, summed, "Điểm chấm các tiêu chí")


def _says_of_none(year: Year, scoring: Scoring, rows: Mapping[str, Score]) -> bool:
    """Whether a sheet has points on a criterion that is not there, which is told: what is left of it only follows."""
    return not rows.keys() <= {criterion.key for criterion in criteria_of(year, scoring.key)}


def _misfit(path: Path, typed: Decimal, summed: Decimal, what: str) -> Fault:
    return Fault(
        path=path,
        value=decimal(typed),
        reason=f"{what} cộng lại là {decimal(summed)}, không phải {decimal(typed)}.",
        remedy="Hãy sửa điểm từng tiêu chí, hoặc sửa con số tổng đã ghi.",
    )


def sheets_half_scored(year: Year) -> Iterator[Fault]:
    """A sheet with points on some criteria and none on others: whoever it scores gets no rank."""
    for position, row in enumerate(year.scores):
        scoring = keyed(year.scorings).get(scoring_of(year, row))
        if scoring is None:
            continue
        period = scoring.period_of(row)
        rows = scores_of(year, scoring.key, row.receiver, period)
        if next(iter(rows.values()), None) is not row or period not in scoring.periods(year.year):
            continue
        scored = [one for one in criteria_of(year, scoring.key) if one.kind is CriterionKind.SCORED]
        left = [one.name for one in scored if one.key not in rows or rows[one.key].assessed is None]
        if left and len(left) < len(scored) and not _says_of_none(year, scoring, rows):
            said = period_name(scoring.every, period, year.year)
            yield Fault(
                path=("scores", position, "receiver"),
                value=row.receiver,
                reason=f"Phiếu {said} của mã này chưa có điểm chấm của {len(left)} tiêu chí: {listing(left[:3])}"
                f"{' …' if len(left) > 3 else ''}; vì vậy chưa xếp thứ.",
                remedy="Hãy ghi đủ điểm chấm; không có điểm thì ghi 0.",
                severity=Severity.WARNING,
            )


RULES: Final = (unknown_scored, points_out_of_bounds, repeated_points, sums_that_do_not_fit, sheets_half_scored)
