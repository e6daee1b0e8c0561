"""Turn the facts of a Word file into the parts of an administrative document, or say that it is none."""

from __future__ import annotations

from vanban.proofread.body import read_body
from vanban.proofread.facts import WordFile
from vanban.proofread.head import read_head
from vanban.proofread.parts import Form, Recognised
from vanban.proofread.tail import find_tail, read_appendices, read_tail


def recognise(file: WordFile) -> Recognised:
    """The parts of ``file``. Never fails: what is not found stays empty, a strange file is ``Form.FOREIGN``."""
    parts = Recognised(Form.FOREIGN)
    paragraphs = file.paragraphs
    start = read_head(paragraphs, parts)
    if parts.form is Form.FOREIGN:
        return parts
    if parts.form is Form.APPENDIX and not parts.type_name:
        read_appendices(paragraphs[start:], parts)
        return parts
    first, end = find_tail(paragraphs, start, parts)
    read_body(paragraphs[start:first], parts)
    read_tail(paragraphs[first:end], parts)
    read_appendices(paragraphs[end:], parts)
    return parts
