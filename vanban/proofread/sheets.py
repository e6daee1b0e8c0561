"""Turn a PDF into its pages in millimetres, and check on them what only the printed page shows."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vanban.proofread.facts import WordFile
from vanban.proofread.mark import Mark
from vanban.proofread.parts import Recognised


@dataclass(frozen=True)
class Sheet:
    width: float


def read_sheets(pdf: bytes) -> list[Sheet]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [Sheet(page.width) for page in document.pages]


def check_sheets(sheets: Sequence[Sheet], file: WordFile, parts: Recognised) -> Iterator[Mark]:
    yield from ()
