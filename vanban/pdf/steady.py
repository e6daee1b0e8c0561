"""The copy of a Word file that LibreOffice lays out: the same page, with a head start for its first guess.

LibreOffice guesses the end of page 1 after 25 paragraphs, and forgets “keep with next” where the guess and the true end
meet: a heading, or the signatures, may stand alone. Paragraphs without height at the head spend the guess (measured in
docs/analysis/stationery.md). Word needs none of it, so the clerk's file has none.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Final

_BODY: Final = b"<w:body>"
_PARAGRAPH: Final = (
    b'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="1" w:lineRule="exact"/><w:rPr><w:sz w:val="2"/></w:rPr>'
    b"</w:pPr></w:p>"
)
_GUESSED: Final = 24
"""One paragraph fewer than LibreOffice lays out before it guesses; 24 lines of 0,05 pt are half a millimetre."""

_DOCUMENT: Final = "word/document.xml"
_MOMENT: Final = (1980, 1, 1, 0, 0, 0)


def steadied(parts: Mapping[str, bytes]) -> bytes:
    """A Word file of these parts (name → bytes), with the paragraphs at the head of its text; always the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as package:
        for name, data in parts.items():
            begun = data.replace(_BODY, _BODY + _PARAGRAPH * _GUESSED, 1) if name == _DOCUMENT else data
            package.writestr(zipfile.ZipInfo(name, _MOMENT), begun)
    return packed.getvalue()
