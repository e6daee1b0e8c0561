"""Bind many PDFs into one to print, with a bookmark for each."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

from pypdf import PdfWriter

from vanban.pdf.normalise import FIXED_DATE
from vanban.pdf.reading import opened, readable


class BoundPart(NamedTuple):
    """One document to bind: the title of its bookmark, its PDF."""

    title: str
    data: bytes


def merge(parts: Iterable[BoundPart | tuple[str, bytes]], *, title: str = "", duplex: bool = False) -> bytes:
    """All pages of ``parts`` in order, a bookmark at the first page of each; the same parts give the same bytes.

    ``title`` names the whole. ``duplex`` adds a blank page after a part with an odd number of pages, so that in
    printing on both sides every part starts on a fresh sheet. Raises :class:`~vanban.errors.DamagedPdf`, saying the
    part's title.
    """
    writer = PdfWriter()
    for name, data in parts:
        reader = opened(data, name)
        if duplex and len(writer.pages) % 2:
            writer.add_blank_page()
        with readable(name):
            writer.append(reader, outline_item=name, import_outline=False)
    writer.page_mode = "/UseOutlines"
    writer.add_metadata({"/Title": title, "/CreationDate": FIXED_DATE})
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()
