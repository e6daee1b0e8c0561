"""Bảng tổng hợp điểm thi đua: of each period that has points, and of the whole year once every period has; with ranks.

Equal points share a rank, and the sheet says so: who goes before whom is for people to decide.
"""

from __future__ import annotations

from typing import Final

from pydantic import Field

from vanban.domain.record import Record
from vanban.domain.scoring import Scoring
from vanban.domain.signatory import signature_lines
from vanban.domain.tally import placed, scored_periods
from vanban.domain.wording import decimal
from vanban.domain.year import Year, once_a_year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.closing import TwoSignatures
from vanban.kinds.parts.letterhead import Heading, Letterhead, heading, unit_letterhead
from vanban.kinds.parts.printed_table import PrintedTable
from vanban.kinds.parts.score_tables import (
    SCORE_PARTS,
    SCORED_PARTS,
    period_key,
    period_title,
    scoring_named,
    summary_table,
    told_of_ties,
    year_table,
)

_TYPE_NAME: Final = "BẢNG TỔNG HỢP ĐIỂM"


class ScoreSummaryContext(Record):
    """The summary of one scoring and period, ready to print."""

    letterhead: Letterhead = Field(title="Phần đầu")
    heading: Heading = Field(title="Tên bảng")
    table: PrintedTable = Field(title="Bảng tổng hợp")
    remarks: tuple[str, ...] = Field(title="Trọng số, đồng hạng, chưa chấm đủ")
    signatures: TwoSignatures = Field(title="Người ký")


@once_a_year
def _summaries(year: Year) -> dict[str, tuple[Scoring, int]]:
    """The summary of each period that has points, by its key."""
    return {
        f"{scoring.key}-{period_key(scoring, period)}": (scoring, period)
        for scoring in year.scorings
        for period in scored_periods(year, scoring.key)
    }


def compose(year: Year, key: str) -> ScoreSummaryContext:
    """The summary ``key`` of one period; ``KeyError`` where there is none."""
    scoring, period = _summaries(year)[key]
    rows = placed(year, scoring.key, (period,))
    table = summary_table(scoring, rows, period)
    return _context(year, scoring, period_title(scoring, period, year), table, told_of_ties(rows))


def year_keys(year: Year) -> tuple[str, ...]:
    """The scorings of more than one period of which every period has points."""
    told = ((scoring, scored_periods(year, scoring.key)) for scoring in year.scorings)
    return tuple(one.key for one, periods in told if len(periods) > 1 and periods == one.periods(year.year))


def compose_year(year: Year, key: str) -> ScoreSummaryContext:
    """The summary of a whole year; ``KeyError`` where there is no such scoring."""
    scoring = scoring_named(year, key)
    periods = scored_periods(year, key)
    rows = placed(year, key, periods)
    remarks = (*_weights(year, scoring, periods), *told_of_ties(rows))
    return _context(year, scoring, year.year.phrase, year_table(scoring, rows, periods), remarks)


def _context(
    year: Year, scoring: Scoring, called: str, table: PrintedTable, remarks: tuple[str, ...]
) -> ScoreSummaryContext:
    body, signatory = year.issuer(scoring.issuer), year.signatory(scoring.signature.signatory)
    return ScoreSummaryContext(
        letterhead=unit_letterhead(year, body.parent_lines, body.name_lines),
        heading=heading(_TYPE_NAME, f"{scoring.name}, {called}"),
        table=table,
        remarks=remarks,
        signatures=TwoSignatures(
            left_lines=("NGƯỜI TỔNG HỢP",),
            left_name="",
            right_lines=signature_lines(scoring.signature, signatory, body),
            right_name=signatory.name,
        ),
    )


def _weights(year: Year, scoring: Scoring, periods: tuple[int, ...]) -> tuple[str, ...]:
    """How the periods of a year are weighted, where they are."""
    if not scoring.weights:
        return ()
    said = (f"{period_title(scoring, one, year)} hệ số {decimal(scoring.weight(year.year, one))}" for one in periods)
    return (f"Điểm bình quân tính theo hệ số: {'; '.join(said)}.",)


_READS: Final = ("office", "signatories", *SCORE_PARTS, *SCORED_PARTS)


def _headline(year: Year, key: str) -> str:
    scoring, period = _summaries(year)[key]
    return f"Bảng tổng hợp điểm {period_title(scoring, period, year)}: {scoring.name}"


KIND = Kind(
    name="score_summary",
    title="Bảng tổng hợp điểm thi đua",
    step=Step.SELECTION,
    slug="bang-tong-hop-diem",
    context=ScoreSummaryContext,
    reads=_READS,
    keys=lambda year: tuple(_summaries(year)),
    compose=compose,
    headline=_headline,
)

YEAR = Kind(
    name="year_score_summary",
    title="Bảng tổng hợp điểm thi đua cả năm",
    step=Step.SELECTION,
    slug="bang-tong-hop-diem-ca-nam",
    context=ScoreSummaryContext,
    reads=_READS,
    keys=year_keys,
    compose=compose_year,
    headline=lambda year, key: f"Bảng tổng hợp điểm {year.year.phrase}: {scoring_named(year, key).name}",
)
