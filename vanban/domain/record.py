"""The base of every value that the program knows: frozen, complete, no unknown keys."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """An immutable value. Each field's ``title`` is its Vietnamese name: the header of its column in a table."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    def to_json(self) -> dict[str, object]:
        """The value as JSON values, by the names of its fields."""
        return self.model_dump(mode="json")
