"""One value of a record that is no table: what it is called, what it says, where it stands."""

from __future__ import annotations

from typing import Final

from pydantic import Field, JsonValue
from pydantic.fields import FieldInfo

from vanban.domain.record import Record
from vanban.domain.unit_kind import also_called

AS_TYPED: Final[dict[str, JsonValue]] = {"as_typed": True}
"""What a field says of itself in which every word is a value: “không” too, which elsewhere says that there is none."""


def is_as_typed(field: FieldInfo) -> bool:
    """Whether the field says that."""
    return isinstance(field.json_schema_extra, dict) and bool(field.json_schema_extra.get("as_typed"))


class RecordValue(Record):
    """A row of the sheet in which a clerk changes what stands in records: ``place`` leads to it, step by step."""

    paper: str = Field(title="Tài liệu")
    what: str = Field(title="Mục")
    value: str | None = Field(default=None, title="Đang ghi", json_schema_extra=AS_TYPED | also_called("Giá trị"))
    place: str = Field(title="Mã mục")
