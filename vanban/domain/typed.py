"""A cell of which nothing is known but what stands in it."""

from __future__ import annotations

from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Typed(str):
    """The words of a cell as its reader sees them, whether Excel keeps them as text, a number or a day."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Text of any sort."""
        return core_schema.no_info_after_validator_function(cls._of, core_schema.str_schema())

    @classmethod
    def _of(cls, text: str) -> Self:
        return cls(text)
