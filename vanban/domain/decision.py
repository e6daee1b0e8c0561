"""A decision of the office's head on single cases (quyết định cá biệt; Phụ lục III, Mẫu 1.2)."""

from __future__ import annotations

from datetime import date
from typing import Self

from pydantic import Field, model_validator

from vanban.domain.document import Document


class Decision(Document):
    """A decision: every outermost clause or article of its text is one Điều.

    ``decided_on`` is the day by whose law it is decided who may decide what.
    """

    decided_on: date = Field(title="Ngày quyết định, dự kiến")

    @model_validator(mode="after")
    def _articles(self) -> Self:
        if any(block.clause is None and block.article is None for block in self.body):
            raise ValueError("Nội dung của quyết định chỉ gồm các Điều: mỗi khối ngoài cùng phải là Điều (article).")
        return self
