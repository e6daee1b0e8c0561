"""Turn the facts of a Word file into the parts of an administrative document, or say what else it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from vanban.law.other_papers import OTHER_SYSTEMS, PLACEHOLDERS, SIGNS_NEEDED, SPEAKS_FOR_ITSELF, OtherSystem
from vanban.proofread.body import read_body
from vanban.proofread.copies import find_copy, read_copy
from vanban.proofread.facts import Paragraph, WordFile
from vanban.proofread.head import is_state_name, read_head
from vanban.proofread.lines import PrintedLine, fold, lines_of
from vanban.proofread.parts import Form, Recognised
from vanban.proofread.signed_text import signed_lines
from vanban.proofread.tail import find_tail, read_appendices, read_tail
from vanban.proofread.title import is_appendix_heading, is_normative, type_at_start

_GIVEN: Final = frozenset({"tang", "tangthuong", "tangdanhhieu"})
_ENTERED: Final = ("soquyetdinh", "quyetdinhso", "sosovang")
_TOP: Final = 24
_BOTTOM: Final = 40
_DOTS: Final = re.compile(r"…{2,}|\.{4,}|…\s*\(?\d|\.{2,}\s*\(?\d{1,2}\)?\s*\.{2,}")
_BLANK_SYMBOL: Final = re.compile(r"/[^/]*(…|\.{2,})|^\S+\s*(…|\.{3,})\W*$")
_BLANK_PLACE: Final = re.compile(r"^[…. \d]+,\s*ngày")
_BLANK_SHARE: Final = 0.3
_BLANK_SIGNS: Final = 2
_OPENING: Final = 12


def recognise(file: WordFile) -> Recognised:
    """The parts of ``file``. Never fails: what is not found stays empty, a strange file is ``Form.FOREIGN``."""
    parts = Recognised(Form.FOREIGN)
    paragraphs = _with_head_of_the_margin(file)
    parts.signed = signed_lines(paragraphs)
    signed = {id(line.paragraph) for line in parts.signed}
    paragraphs = [one for one in paragraphs if id(one) not in signed] if signed else paragraphs
    if _is_certificate(paragraphs):
        parts.form = Form.CERTIFICATE
        return parts
    parts.system = _other_system(paragraphs)
    if parts.system is not None:
        parts.form = Form.OTHER_SYSTEM
        return parts
    annexed = _annex_that_comes_first(paragraphs)
    if annexed is not None:
        parts.form = Form.APPENDIX
        read_appendices(paragraphs[annexed:], parts)
        return parts
    start = read_head(paragraphs, parts)
    if parts.form in (Form.FOREIGN, Form.APPLICATION):
        return parts
    if parts.form is Form.APPENDIX and not parts.type_name:
        read_appendices(paragraphs[start:], parts)
        return parts
    copied = find_copy(paragraphs, start)
    parts.copy = read_copy(paragraphs[copied:], paragraphs[:copied])
    paragraphs = paragraphs[:copied]
    first, end = find_tail(paragraphs, start, parts)
    read_body(paragraphs[start:first], parts)
    read_tail(paragraphs[first:end], parts)
    read_appendices(paragraphs[end:], parts)
    if _is_blank(parts):
        parts.form = Form.BLANK
    elif is_normative(parts):
        parts.form = Form.NORMATIVE
    elif _has_no_office(parts):
        parts.document_type = parts.document_type or type_at_start(parts.type_name[0].text)
        parts.form = Form.ATTACHED if parts.is_minutes else Form.APPLICATION
    return parts


def _with_head_of_the_margin(file: WordFile) -> Sequence[Paragraph]:
    """The paragraphs of the text, after those of a page header that holds the document's own head."""
    for paragraph in file.margins_text:
        if any(is_state_name(line.text) for line in lines_of(paragraph)):
            root = paragraph.element.getroottree().getroot()
            above = [one for one in file.margins_text if one.element.getroottree().getroot() is root]
            return (*above, *file.paragraphs)
    return file.paragraphs


def _is_certificate(paragraphs: Sequence[Paragraph]) -> bool:
    """A giấy khen or bằng: “TẶNG” on a line of its own, and the decision's number at the foot (NĐ 98/2023 Điều 104)."""
    lines = [fold(paragraph.text) for paragraph in paragraphs]
    return any(line in _GIVEN for line in lines) and any(line.startswith(_ENTERED) for line in lines)


def _other_system(paragraphs: Sequence[Paragraph]) -> OtherSystem | None:
    """Whose paper it is, where at least two signs of one system stand in it: the system with the most of them."""
    top = [line for paragraph in paragraphs[:_TOP] for line in lines_of(paragraph)]
    bottom = [line for paragraph in paragraphs[-_BOTTOM:] for line in lines_of(paragraph)]
    counted = [(_signs(system, top, bottom), -place) for place, system in enumerate(OTHER_SYSTEMS)]
    most, place = max(counted)
    return OTHER_SYSTEMS[-place] if most >= SIGNS_NEEDED else None


def _signs(system: OtherSystem, top: Sequence[PrintedLine], bottom: Sequence[PrintedLine]) -> int:
    loud = [fold(line.text) for line in top if line.capitals]
    signed = [fold(line.text) for line in bottom if line.capitals]
    signs = (
        any(line.startswith(system.headings) for line in loud),
        any(line.startswith(system.issuers) for line in loud),
        any(system.number.search(line.text) for line in top if fold(line.text).startswith("so")),
        any(line.startswith(system.signers) for line in signed),
    )
    return sum(signs)


def _annex_that_comes_first(paragraphs: Sequence[Paragraph]) -> int | None:
    """Where the file begins with “Phụ lục …”: whatever head stands below is a form inside it."""
    for index, paragraph in enumerate(paragraphs[:_TOP]):
        if paragraph.is_empty:
            continue
        open_table = paragraph.cell is not None and paragraph.cell.table.columns > 1
        return index if is_appendix_heading(paragraph) and not open_table else None
    return None


def _has_no_office(parts: Recognised) -> bool:
    """Whether nobody issues it: no issuer, number or recipients, and a person speaks or it is no kind of Điều 7."""
    if parts.parent_body or parts.issuer or parts.number or parts.recipients_title or not parts.type_name:
        return False
    opening = [line.text for line in parts.subject] + [line.paragraph.text for line in parts.body[:_OPENING]]
    spoken = any(SPEAKS_FOR_ITSELF.match(text.strip()) for text in opening)
    return spoken or parts.form is Form.ATTACHED or parts.is_minutes


def _is_blank(parts: Recognised) -> bool:
    """A form to be filled in: dots and stand-in words where a paper has its number, place, subject and content."""
    stand_ins = (*parts.parent_body, *parts.issuer, *parts.type_name, *parts.authority)
    signed = [line for block in parts.signatures for line in block.lines]
    dotted = [line for line in parts.body if _DOTS.search(line.paragraph.text)]
    signs = (
        any(PLACEHOLDERS.match(line.text) for line in (*stand_ins, *signed)),
        any(_BLANK_SYMBOL.search(line.text) for line in parts.number),
        any(_BLANK_PLACE.match(line.text) for line in parts.place_and_date),
        any(_DOTS.search(line.text) for line in (*parts.subject, *parts.letter_subject, *parts.legal_bases)),
        len(parts.body) > 0 and len(dotted) >= _BLANK_SHARE * len(parts.body),
        bool(parts.samples),
    )
    return sum(signs) >= _BLANK_SIGNS and sum(signs) > bool(parts.samples)
