"""Turn the pages of a PDF into pictures."""

from __future__ import annotations

import io
from typing import Final

import pypdfium2

from vanban.errors import DamagedPdf

_WIDEST: Final = 2_400
"""Pixels: what a printer's page is wide at 290 dots an inch."""


def picture(data: bytes, page: int, width: int, name: str) -> bytes:
    """The page (from 1) of a PDF as a PNG of ``width`` pixels. Raises :class:`vanban.errors.DamagedPdf`."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise DamagedPdf(name=name) from error
    try:
        if not 1 <= page <= len(document):
            raise DamagedPdf(name=name)
        sheet = document[page - 1]
        scale = min(width, _WIDEST) / max(sheet.get_width(), 1.0)
        buffer = io.BytesIO()
        sheet.render(scale=scale, grayscale=False).to_pil().save(buffer, format="PNG")
        return buffer.getvalue()
    finally:
        document.close()
