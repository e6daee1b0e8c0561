"""Turn a plain text into the parts of a paper: its lines are read as the paragraphs of a Word file are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Final

from vanban.domain.found_paper import FoundPaper
from vanban.domain.typed_label import label_of
from vanban.ooxml import W
from vanban.proofread.found import found_in
from vanban.proofread.reading import read_parts

_TYPES: Final = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS: Final = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
_CENTRED: Final = re.compile(r"(?:\t{2,}| {8,})\S")
_WRAPPED: Final = 100
_NEARLY_FULL: Final = 0.7


def find_paper_in_text(text: str, name: str) -> FoundPaper:
    """The parts of a paper that is a plain text, a paragraph a line, or wrapped at fewer than 100 characters."""
    body = "".join(_paragraph(line) for line in _unwrapped(text.replace("\r\n", "\n").split("\n")))
    document = f'<w:document xmlns:w="{W[1:-1]}"><w:body>{body}</w:body></w:document>'
    parts = {
        "[Content_Types].xml": _TYPES.encode(),
        "_rels/.rels": _RELATIONS.encode(),
        "word/document.xml": document.encode(),
    }
    return found_in(read_parts(parts, name))


def _paragraph(line: str) -> str:
    centred = '<w:pPr><w:jc w:val="center"/></w:pPr>' if _CENTRED.match(line) else ""
    visible = "".join(sign for sign in line if sign >= " " or sign == "\t")
    runs = '</w:t><w:tab/><w:t xml:space="preserve">'.join(escape(piece) for piece in visible.strip().split("\t"))
    return f'<w:p>{centred}<w:r><w:t xml:space="preserve">{runs}</w:t></w:r></w:p>'


def _unwrapped(lines: list[str]) -> Iterator[str]:
    """The paragraphs of a text that some program broke into lines of one width; others as they are."""
    widest = max(map(len, lines), default=0)
    held = ""
    for line in lines:
        goes_on = bool(line.strip()) and line.strip()[0].islower() and label_of(line) is None
        if widest <= _WRAPPED and held and len(held.rsplit("\n", maxsplit=1)[-1]) >= _NEARLY_FULL * widest and goes_on:
            held = f"{held} {line.strip()}"
            continue
        if held:
            yield held
        held = line
    yield held
