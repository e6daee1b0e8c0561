"""The targets that stand in a plan's own file as rows: one for each thing that can be measured or ticked off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from pydantic import Field, model_validator

from vanban.domain.record import Record
from vanban.domain.target import AIM, BoundParty, Measure, Target, placeholders
from vanban.domain.target_row import MEASURE, aim_in, joined


class PlanTargetRow(Record):
    """One measure of a target of the plan, how far it is to go in the words of a plan.

    What is said of the target as a whole stands on its first row; the rows of one target have its key.
    """

    key: str = Field(title="Mã chỉ tiêu")
    about: str | None = Field(default=None, title="Lĩnh vực")
    statement: str | None = Field(default=None, title="Câu chỉ tiêu")
    measure: str | None = Field(default=None, title="Mã nội dung")
    name: str | None = Field(default=None, title="Tên chỉ tiêu trong biểu")
    planned: str = Field(title="Mức chỉ tiêu")
    unit: str | None = Field(default=None, title="Đơn vị tính, nếu mức chưa nói")
    responsible: tuple[str, ...] = Field(default=(), title="Mã tập thể chịu trách nhiệm")
    binds: BoundParty | None = Field(default=None, title="Ràng buộc (chung, từng đơn vị)")
    lead: str | None = Field(default=None, title="Mã đơn vị chủ trì")
    due: date | None = Field(default=None, title="Thời hạn hoàn thành")
    own_lead: str | None = Field(default=None, title="Mã đơn vị chủ trì, nếu khác của chỉ tiêu")
    supporting: tuple[str, ...] | None = Field(default=None, title="Mã các đơn vị phối hợp, nếu khác của chỉ tiêu")
    own_due: date | None = Field(default=None, title="Thời hạn hoàn thành, nếu khác của chỉ tiêu")

    @model_validator(mode="after")
    def _says_an_aim(self) -> PlanTargetRow:
        aim_in(self.planned, self.unit)
        return self


def rows_of_targets(targets: Iterable[Target]) -> tuple[PlanTargetRow, ...]:
    """A row for each measure, in their order."""
    return tuple(_row(target, place) for target in targets for place in range(len(target.measures)))


def _row(target: Target, place: int) -> PlanTargetRow:
    measure, first = target.measures[place], place == 0
    aim = measure.aim
    return PlanTargetRow(
        key=target.key,
        about=target.about if first else None,
        statement=target.statement if first else None,
        measure=measure.key,
        name=measure.name,
        planned=aim.words,
        unit=measure.unit if aim.unit != measure.unit else None,
        responsible=target.responsible if first else (),
        binds=target.binds if first else None,
        lead=target.lead if first else None,
        due=target.due if first else None,
        own_lead=measure.lead,
        supporting=measure.supporting,
        own_due=measure.due,
    )


def rows_by_target(rows: Sequence[PlanTargetRow]) -> tuple[tuple[int, ...], ...]:
    """The places of the rows of each target, in the order of their first rows."""
    by_key: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        by_key.setdefault(row.key, []).append(place)
    return tuple(map(tuple, by_key.values()))


def target_of(rows: Sequence[PlanTargetRow]) -> Target:
    """The target that its rows say; ``ValidationError`` where they say none.

    A measure without a key gets one; a sentence in which its value has no place gets one at its end.
    """
    first = rows[0]
    statement = first.statement or first.name or ""
    measures = []
    for key, row in zip(_keys(rows), rows, strict=True):
        aim = aim_in(row.planned, row.unit)
        bare = statement.rstrip(" .;:,")
        if aim.value is not None and not {key, AIM + key} & {*placeholders(statement)}:
            statement = f"{bare}{joined(bare, aim, key)}."
        measures.append(
            Measure(
                key=key,
                name=row.name or bare,
                comparison=aim.comparison,
                value=aim.value,
                upper=aim.upper,
                unit=row.unit or aim.unit,
                of_last_year=aim.of_last_year,
                lead=row.own_lead,
                supporting=row.supporting,
                due=row.own_due,
            )
        )
    return Target(
        key=first.key,
        about=first.about,
        statement=statement,
        responsible=first.responsible,
        binds=first.binds,
        lead=first.lead,
        due=first.due,
        measures=tuple(measures),
    )


def _keys(rows: Sequence[PlanTargetRow]) -> Iterator[str]:
    taken = {row.measure for row in rows}
    for number, row in enumerate(rows, start=1):
        made = MEASURE if number == 1 else f"{MEASURE}_{number}"
        while row.measure is None and made in taken:
            made += "_"
        yield row.measure or made
