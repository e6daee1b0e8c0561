"""Phiếu chấm điểm thi đua: one sheet for each receiver and period, the office's own; no statute prescribes it.

A sheet without points is blank, to be filled in by hand; of the periods those that have points and the next one.
"""

from __future__ import annotations

from typing import Final

from pydantic import Field

from vanban.domain.receiver_row import Receiver
from vanban.domain.record import Record
from vanban.domain.scoring import Scoring
from vanban.domain.tally import criteria_of, scored_periods, scored_receivers, scores_of, tally
from vanban.domain.year import Year, once_a_year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.closing import TwoSignatures, signing_position
from vanban.kinds.parts.letterhead import Heading, Letterhead, heading, unit_letterhead
from vanban.kinds.parts.printed_table import PrintedTable
from vanban.kinds.parts.score_tables import (
    SCORE_PARTS,
    SCORED_PARTS,
    period_key,
    period_title,
    sheet_table,
    sum_sentence,
)

_TYPE_NAME: Final = "PHIẾU CHẤM ĐIỂM"


class ScoreSheetContext(Record):
    """The sheet of one receiver and period, as far as the data fill it in."""

    letterhead: Letterhead = Field(title="Phần đầu")
    heading: Heading = Field(title="Tên phiếu")
    who: str = Field(title="Đối tượng được chấm")
    table: PrintedTable = Field(title="Bảng điểm")
    own_sum: str = Field(title="Tổng điểm tự chấm")
    assessed_sum: str = Field(title="Tổng điểm chấm")
    grade: str = Field(title="Xếp loại")
    signatures: TwoSignatures = Field(title="Người ký")


@once_a_year
def _sheets(year: Year) -> dict[str, tuple[Scoring, Receiver, int]]:
    """Every sheet by its key: of the periods that have points, and of the one after."""
    return {
        f"{scoring.key}-{key}-{period_key(scoring, period)}": (scoring, receiver, period)
        for scoring in year.scorings
        if criteria_of(year, scoring.key)
        for period in _open(year, scoring)
        for key, receiver in scored_receivers(year, scoring.key).items()
    }


def _open(year: Year, scoring: Scoring) -> tuple[int, ...]:
    periods, told = scoring.periods(year.year), scored_periods(year, scoring.key)
    return periods[: periods.index(told[-1]) + 2] if told else periods[:1]


def compose(year: Year, key: str) -> ScoreSheetContext:
    """The sheet ``key``; ``KeyError`` where there is none."""
    scoring, receiver, period = _sheets(year)[key]
    body, criteria = year.issuer(scoring.issuer), criteria_of(year, scoring.key)
    rows = dict(scores_of(year, scoring.key, receiver.key, period))
    own, assessed = tally(scoring, criteria, rows, own=True), tally(scoring, criteria, rows)
    return ScoreSheetContext(
        letterhead=unit_letterhead(year, body.parent_lines, body.name_lines),
        heading=heading(_TYPE_NAME, f"{scoring.name}, {period_title(scoring, period, year)}"),
        who=receiver.named,
        table=sheet_table(year, scoring, rows),
        own_sum=sum_sentence(own, "tự chấm") if own.is_whole else "",
        assessed_sum=sum_sentence(assessed, "chấm") if assessed.is_whole else "",
        grade=scoring.grade(assessed.total) if assessed.is_whole else "",
        signatures=TwoSignatures(
            left_lines=("NGƯỜI CHẤM ĐIỂM",),
            left_name="",
            right_lines=("NGƯỜI TỰ CHẤM ĐIỂM",) if receiver.is_person else signing_position(receiver.head_post),
            right_name=receiver.name if receiver.is_person else receiver.head,
        ),
    )


def _headline(year: Year, key: str) -> str:
    scoring, receiver, period = _sheets(year)[key]
    return f"Phiếu chấm điểm {period_title(scoring, period, year)} của {receiver.name}"


KIND = Kind(
    name="score_sheet",
    title="Phiếu chấm điểm thi đua",
    step=Step.SELECTION,
    slug="phieu-cham-diem",
    context=ScoreSheetContext,
    reads=("office", *SCORE_PARTS, *SCORED_PARTS),
    keys=lambda year: tuple(_sheets(year)),
    compose=compose,
    headline=_headline,
    receivers=lambda year, key: (_sheets(year)[key][1].unit,),
)
