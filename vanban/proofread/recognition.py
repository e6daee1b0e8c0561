"""Turn the facts of a Word file into the parts of an administrative document, or say that it is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vanban.proofread.body import read_body
from vanban.proofread.facts import Paragraph, WordFile
from vanban.proofread.head import read_head
from vanban.proofread.lines import fold
from vanban.proofread.parts import Form, Recognised
from vanban.proofread.tail import find_tail, read_appendices, read_tail

_GIVEN: Final = frozenset({"tang", "tangthuong", "tangdanhhieu"})
_ENTERED: Final = ("soquyetdinh", "quyetdinhso", "sosovang")


def _is_certificate(paragraphs: Sequence[Paragraph]) -> bool:
    """A giấy khen or bằng: “TẶNG” on a line of its own, and the decision's number at the foot (NĐ 98/2023 Điều 104)."""
    lines = [fold(paragraph.text) for paragraph in paragraphs]
    return any(line in _GIVEN for line in lines) and any(line.startswith(_ENTERED) for line in lines)


def recognise(file: WordFile) -> Recognised:
    """The parts of ``file``. Never fails: what is not found stays empty, a strange file is ``Form.FOREIGN``."""
    parts = Recognised(Form.FOREIGN)
    paragraphs = file.paragraphs
    if _is_certificate(paragraphs):
        parts.form = Form.CERTIFICATE
        return parts
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
