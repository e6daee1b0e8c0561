"""Phiếu theo dõi, đôn đốc thực hiện chỉ tiêu: one sheet a unit and quarter, the ward's own; no statute prescribes it.

What nobody has reported yet is an empty cell, to be filled in by hand.
"""

from __future__ import annotations

from typing import Final

from pydantic import Field

from vanban.domain.progress import QUARTERS
from vanban.domain.receiver import units
from vanban.domain.receiver_row import Receiver
from vanban.domain.record import Record
from vanban.domain.rows import keyed
from vanban.domain.target import difference
from vanban.domain.wording import count, listing, lower_first, numeric_date, roman, signed
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.closing import TwoSignatures, signing_position
from vanban.kinds.parts.form import plan_author
from vanban.kinds.parts.letterhead import Heading, Letterhead, heading, unit_letterhead
from vanban.kinds.parts.standing import Standing, charges, standings
from vanban.kinds.parts.target_rows import SO_FAR, achieved, planned

_MARK: Final = "-q"
_OVERDUE: Final = "Quá hạn"


class ProgressRow(Record):
    """One measure that the unit is charged with; a cell without a figure is empty."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Nội dung chỉ tiêu, vai trò, đơn vị tính, thời hạn")
    planned: str = Field(title="Mức kế hoạch của cơ quan")
    first: str = Field(title="Lũy kế đến hết quý I")
    second: str = Field(title="Lũy kế đến hết quý II")
    third: str = Field(title="Lũy kế đến hết quý III")
    fourth: str = Field(title="Lũy kế đến hết quý IV")
    difference: str = Field(title="Chênh lệch so với kế hoạch")
    remark: str = Field(title="Đánh giá, ghi chú")


class ProgressSheetContext(Record):
    """The sheet of one unit and quarter, as far as the data fill it in."""

    letterhead: Letterhead = Field(title="Phần đầu")
    heading: Heading = Field(title="Tên phiếu")
    office_noun: str = Field(title="Gọi tắt loại cơ quan")
    introduction: str = Field(title="Đơn vị, số nội dung được giao và tình hình chung")
    rows: tuple[ProgressRow, ...] = Field(title="Các chỉ tiêu được giao")
    overdue: tuple[str, ...] = Field(title="Các nội dung quá hạn, cần đôn đốc")
    signatures: TwoSignatures = Field(title="Người ký")


def keys(year: Year) -> tuple[str, ...]:
    """Each unit with a charge, for each quarter with figures and the one after: the sheet to be filled in next."""
    last = max((row.quarter for row in year.progress), default=0)
    return tuple(
        f"{unit.key}{_MARK}{quarter}"
        for unit in units(year)
        if charges(year, unit.key)
        for quarter in QUARTERS[: last + 1]
    )


def parts_of(key: str) -> tuple[str, int]:
    """``tdp-01-q2`` → the unit's key and the quarter; ``ValueError`` where it is no such key."""
    unit, _, quarter = key.rpartition(_MARK)
    if not unit or quarter not in map(str, QUARTERS):
        raise ValueError(key)
    return unit, int(quarter)


def compose(year: Year, key: str) -> ProgressSheetContext:
    """The sheet ``key``; ``KeyError`` where there is no such unit."""
    unit_key, quarter = parts_of(key)
    unit, body = keyed(units(year))[unit_key], year.issuer(year.plan.issuer)
    held = standings(year, unit_key, quarter)
    return ProgressSheetContext(
        letterhead=unit_letterhead(year, body.parent_lines, body.name_lines),
        heading=heading("PHIẾU THEO DÕI, ĐÔN ĐỐC", f"Thực hiện chỉ tiêu thi đua {_named(quarter)} {year.year.phrase}"),
        office_noun=year.office.own_noun,
        introduction=_introduction(year, unit, quarter, held),
        rows=tuple(_row(ordinal, standing, quarter) for ordinal, standing in enumerate(held, start=1)),
        overdue=tuple(_late(standing) for standing in held if standing.overdue),
        signatures=_signatures(unit),
    )


def _named(quarter: int) -> str:
    return f"quý {roman(quarter)}"


def _introduction(year: Year, unit: Receiver, quarter: int, held: tuple[Standing, ...]) -> str:
    plan = f"Kế hoạch của {plan_author(year)} về {lower_first(year.plan.subject).removeprefix('về ')}"
    reported = [standing for standing in held if achieved(standing.measure, standing.result(quarter))]
    said = (
        ("đã đạt", sum(standing.met is True for standing in reported)),
        ("chưa đạt", sum(standing.met is False for standing in reported)),
        ("có số liệu nhưng chưa đánh giá", sum(standing.met is None for standing in reported)),
        ("chưa có số liệu", len(held) - len(reported)),
    )
    verdicts = listing(f"{count(number)} nội dung {verdict}" for verdict, number in said if number)
    return (
        f"Thực hiện {plan}, {unit.name} được giao {count(len(held))} nội dung. Đến hết {_named(quarter)}: {verdicts}. "
        "Số liệu trong bảng là số lũy kế từ đầu năm; ô trống do đơn vị ghi."
    )


def _row(ordinal: int, standing: Standing, quarter: int) -> ProgressRow:
    first, second, third, fourth = (achieved(standing.measure, result) for result in standing.results)
    now = standing.result(quarter)
    distance = difference(standing.measure, now) if standing.comparable else None
    return ProgressRow(
        ordinal=str(ordinal),
        name=_name(standing),
        planned=planned(standing.measure),
        first=first,
        second=second,
        third=third,
        fourth=fourth,
        difference="" if distance is None else signed(distance),
        remark=_remark(standing, now.note if now else None),
    )


def _name(standing: Standing) -> str:
    """``Số lao động được giải quyết việc làm mới (đơn vị phối hợp; tính bằng lao động; hạn: 30/11/2024)``."""
    role = {True: "đơn vị chủ trì", False: "đơn vị phối hợp", None: ""}[standing.leads]
    role = ", ".join(filter(None, ("chỉ tiêu chung" if standing.shared else "", role)))
    unit = "" if standing.measure.unit in ("%", None) else f"tính bằng {standing.measure.unit}"
    facts = "; ".join(filter(None, (role, unit, _due(standing))))
    return f"{standing.measure.name} ({facts})" if facts else standing.measure.name


def _due(standing: Standing) -> str:
    return f"hạn: {numeric_date(standing.charge.due)}" if standing.charge.due else ""


def _remark(standing: Standing, note: str | None) -> str:
    judged = SO_FAR[standing.met] if standing.met is not None else ""
    verdict = _OVERDUE if standing.overdue else judged
    return f"{verdict} ({note})" if verdict and note else verdict or note or ""


def _late(standing: Standing) -> str:
    return f"{standing.measure.name} ({_due(standing)})"


def _signatures(unit: Receiver) -> TwoSignatures:
    return TwoSignatures(
        left_lines=("NGƯỜI THEO DÕI",),
        left_name="",
        right_lines=signing_position(unit.head_post),
        right_name=unit.head,
    )


def _headline(year: Year, key: str) -> str:
    unit, quarter = parts_of(key)
    return f"Phiếu theo dõi {_named(quarter)} của {keyed(units(year))[unit].name}"


KIND = Kind(
    name="progress_sheet",
    title="Phiếu theo dõi, đôn đốc thực hiện chỉ tiêu",
    step=Step.REPORT,
    slug="phieu-theo-doi",
    context=ProgressSheetContext,
    reads=("office", "plan", "groups", "collectives", "progress", "mid_year_results", "results"),
    keys=keys,
    compose=compose,
    headline=lambda year, key: (
        f"Phiếu theo dõi {_named(parts_of(key)[1])} của {keyed(units(year))[parts_of(key)[0]].name}"
    ),
    receivers=lambda year, key: (parts_of(key)[0],),
)
