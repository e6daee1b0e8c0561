"""A target as a row of an Excel table: how far it is to go in the words of a plan."""

from __future__ import annotations

from datetime import date
from typing import Final, Self

from pydantic import Field, model_validator

from vanban.domain.aim import WITHOUT_VALUE, Aim, read_aim
from vanban.domain.record import Record
from vanban.domain.target import AIM, BoundParty, Measure, Target
from vanban.domain.unit_kind import also_called

MEASURE: Final = "muc"
"""The key of the measure of a row that names none."""


def aim_in(planned: str, unit: str | None) -> Aim:
    """The aim that a row says in two cells. ``ValueError``, with its remedy, where it is none or in doubt."""
    aim = read_aim(planned)
    if aim.unit and unit and aim.unit != unit:
        raise ValueError(
            f"Mức chỉ tiêu tính bằng “{aim.unit}” nhưng cột Đơn vị tính ghi “{unit}”.", "Hãy ghi đơn vị ở một nơi."
        )
    if aim.value is not None and not (aim.unit or unit or aim.of_last_year or aim.comparison == "rank"):
        raise ValueError("Mức chỉ tiêu có số nhưng không có đơn vị tính.", "Hãy ghi cột Đơn vị tính, ví dụ hộ, %.")
    return aim


class TargetRow(Record):
    """One target of the plan that is kept in a table and not in the plan's own file."""

    key: str = Field(title="Mã chỉ tiêu")
    about: str | None = Field(default=None, title="Lĩnh vực", json_schema_extra=also_called("Lĩnh vực, phong trào"))
    statement: str = Field(
        title="Nội dung chỉ tiêu", json_schema_extra=also_called("Chỉ tiêu", "Tên chỉ tiêu", "Nội dung")
    )
    planned: str = Field(
        title="Mức chỉ tiêu", json_schema_extra=also_called("Mức", "Kế hoạch", "Chỉ tiêu giao", "Mức phấn đấu")
    )
    unit: str | None = Field(default=None, title="Đơn vị tính", json_schema_extra=also_called("ĐVT", "Đơn vị"))
    responsible: tuple[str, ...] = Field(
        title="Mã tập thể chịu trách nhiệm",
        json_schema_extra=also_called("Đơn vị thực hiện", "Đơn vị chịu trách nhiệm"),
        min_length=1,
    )
    binds: BoundParty | None = Field(default=None, title="Ràng buộc (chung, từng đơn vị)")
    lead: str | None = Field(
        default=None, title="Mã đơn vị chủ trì", json_schema_extra=also_called("Đơn vị chủ trì", "Chủ trì")
    )
    due: date | None = Field(
        default=None, title="Thời hạn hoàn thành", json_schema_extra=also_called("Thời hạn", "Hạn hoàn thành")
    )

    @model_validator(mode="after")
    def _says_an_aim(self) -> Self:
        aim_in(self.planned, self.unit)
        return self

    @property
    def target(self) -> Target:
        """The target that the row says."""
        aim = read_aim(self.planned)
        statement = self.statement.rstrip(" .;:,")
        return Target(
            key=self.key,
            about=self.about,
            statement=f"{statement}{joined(statement, aim, MEASURE)}.",
            measures=(
                Measure(
                    key=MEASURE,
                    name=statement,
                    comparison=aim.comparison,
                    value=aim.value,
                    upper=aim.upper,
                    unit=self.unit or aim.unit,
                    of_last_year=aim.of_last_year,
                ),
            ),
            responsible=self.responsible,
            binds=self.binds,
            lead=self.lead,
            due=self.due,
        )


def joined(statement: str, aim: Aim, measure: str) -> str:
    """The aim of a measure behind its statement; nothing where that says already what is to be done or kept."""
    if aim.comparison in WITHOUT_VALUE and aim.value is None:
        return "" if statement.lower().startswith(aim.words) else f": {aim.words}"
    return f" {{{AIM}{measure}}}"
