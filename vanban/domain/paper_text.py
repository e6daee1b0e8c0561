"""The text of a kind of document that has nothing but a text: one file of the kind's own name a year."""

from __future__ import annotations

from pydantic import Field

from vanban.domain.document import Document


class PaperText(Document):
    """A document whose kind is not among those that the year has a field for.

    ``type_name`` is one of the decree's kinds of document (Điều 7), ``type_code`` its letters in a symbol.
    """

    kind: str = Field(title="Loại văn bản")
    type_name: str = Field(title="Tên loại")
    type_code: str = Field(title="Chữ viết tắt tên loại")
