"""Fonts, colours, and the rows of Mục V: the size, weight, slant, case and alignment of every part."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from vanban.law.layout_rules import RULES
from vanban.law.layout_types import FREE_ALIGNMENT, FREE_CASE, FREE_WEIGHT
from vanban.law.nd30 import FONT, TYPES, Alignment, Part
from vanban.law.rule import LayoutRule
from vanban.proofread.facts import Paragraph, Run, WordFile
from vanban.proofread.lines import PrintedLine, Side, is_upper, printed
from vanban.proofread.mark import Mark, mark, number
from vanban.proofread.parts import Form, Recognised

_BLACK: Final = frozenset({"auto", "000000", "black", "windowtext"})
_ALIGNED: Final = {"left": "canh trái", "center": "canh giữa", "right": "canh phải", "both": "canh đều hai lề"}
_LEGACY_FONTS: Final = (".vn", "vni-", "vni ")
_ADMITTED: Final = {Alignment.CENTER: ("center",), Alignment.LEFT: ("left", "both"), Alignment.JUSTIFIED: ("both",)}
_HEADINGS: Final = (Part.PART_HEADING, Part.PART_TITLE)
_LOUD: Final = ("PHẦN", "CHƯƠNG", "MỤC", "TIỂU", "ĐIỀU")
_NUMBERED: Final = (Part.SECTION, Part.ARTICLE, Part.CLAUSE_TITLE)
_OF_THE_LEFT: Final = frozenset({Part.PARENT_BODY, Part.ISSUER, Part.NUMBER, Part.LETTER_SUBJECT})
_LOOSE_FORMS: Final = frozenset({Part.SUBJECT, Part.TYPE_NAME, Part.POSITION, Part.SIGNER_NAME, Part.SIGNING_CAPACITY})


def check_type(file: WordFile, parts: Recognised) -> Iterator[Mark]:
    """Faults of fonts and colours everywhere and of every recognised part against its row of Mục V."""
    yield from check_every_font(file, parts)
    loose = parts.form is Form.ATTACHED or (parts.form is Form.APPENDIX and parts.document_type is None)
    for part, lines in parts.by_part().items():
        if part is Part.RECIPIENT:
            lines = [line for line in lines if line.text.startswith(("-", "–")) or "Lưu" in line.text]
        if (part in _LOOSE_FORMS and loose) or (part is Part.LEGAL_BASIS and parts.form is Form.LETTER):
            continue
        for line in lines:
            yield from check_line(part, line, placed=part not in _OF_THE_LEFT or _is_placed(line, parts))
    if not loose:
        yield from _check_content(parts)


def check_every_font(file: WordFile, parts: Recognised) -> Iterator[Mark]:
    """Faults of fonts and colours, stamps apart."""
    red = {id(line.paragraph) for line in (*parts.urgency, *parts.circulation, *parts.secrecy)}
    for paragraph in (*file.paragraphs, *file.margins_text):
        yield from check_fonts(paragraph, id(paragraph) in red)


def check_fonts(paragraph: Paragraph, red: bool) -> Iterator[Mark]:
    """Letters and digits that are not in Times New Roman, or not black."""
    fonts: Counter[str] = Counter()
    colors: Counter[str] = Counter()
    for run in paragraph.runs:
        face = run.face
        if face.hidden or not run.text.strip():
            continue
        plain = face.ascii.casefold() == face.h_ansi.casefold() == FONT.casefold() and not face.hint
        if not plain:
            fonts.update(face.font_of(character) for character in run.text if character.isalnum())
        if face.color not in _BLACK and any(map(str.isalnum, run.text)):
            colors[face.color] += 1
    for font in fonts:
        if font.casefold() != FONT.casefold():
            legacy = font.casefold().startswith(_LEGACY_FONTS)
            yield mark("TT-21.legacy-font" if legacy else "TT-02.font", paragraph, f"phông {font or 'không rõ'}", FONT)
    for color in colors:
        if not (red and color.startswith(("ff", "c0", "ed", "e0"))):
            yield mark("TT-02.color", paragraph, f"màu {color}", "màu đen")


def visible(runs: Iterable[Run]) -> list[Run]:
    """The runs whose look counts: they show letters or digits and are no raised note marks."""
    return [run for run in runs if not run.face.hidden and not run.face.raised and any(map(str.isalnum, run.text))]


def _rule(part: Part, aspect: str) -> LayoutRule:
    return RULES[f"TT-04.{part}.{aspect}"]


def _is_placed(line: PrintedLine, parts: Recognised) -> bool:
    """Whether a line of the head's left column is where its alignment can tell: in a column, or in a head without any.

    Where tabs alone make the two columns, a paragraph that is centred stands in the middle of the page.
    """
    alone = line.side is Side.FULL and line.paragraph.cell is None and line.paragraph.box is None
    return not alone or all(one.side is Side.FULL for one in (*parts.state_name, *parts.motto))


def check_line(part: Part, line: PrintedLine, *, placed: bool = True) -> Iterator[Mark]:
    """Faults of one line of ``part`` against its row of Mục V: size, slant, weight, case, and if it is ``placed`` by
    itself alignment."""
    runs = visible(line.runs)
    yield from _check_look(part, line, runs)
    kind = TYPES[part]
    if part not in FREE_CASE and runs and line.capitals is not kind.capitals:
        yield mark(f"TT-04.{part}.capitals", line, "in thường" if kind.capitals else "in hoa")
    alignment = line.paragraph.alignment
    if placed and part not in FREE_ALIGNMENT and line.laid_out and alignment not in _ADMITTED[kind.alignment]:
        yield mark(f"TT-04.{part}.alignment", line, _ALIGNED.get(alignment, alignment))


def _check_look(part: Part, where: PrintedLine | Paragraph, runs: list[Run]) -> Iterator[Mark]:
    """Size, slant and weight; one finding for each even if several runs are wrong."""
    kind = TYPES[part]
    if not runs:
        return
    size = _rule(part, "size")
    wrong = sorted({run.face.size for run in runs if not size.admits(run.face.size, 0.01)})
    if wrong:
        yield mark(size.id, where, "cỡ " + ", ".join(number(found) for found in wrong))
    if part is Part.LEGAL_BASIS or not kind.italic:
        slanted = [run.face.italic for run in runs]
        strays = not all(slanted) if kind.italic else (all(slanted) if part in FREE_WEIGHT else any(slanted))
        if strays and not (part in FREE_WEIGHT and where.text.lstrip().startswith(("(", "Ghi chú", "“"))):
            yield mark(f"TT-04.{part}.italic", where, "đứng" if kind.italic else "nghiêng")
    elif not all(run.face.italic for run in runs):
        yield mark(f"TT-04.{part}.italic", where, "đứng")
    if part not in FREE_WEIGHT:
        bold = [run.face.bold for run in runs]
        if kind.bold and not all(bold):
            yield mark(f"TT-04.{part}.bold", where, "không đậm")
        elif not kind.bold and any(bold):
            yield mark(f"TT-04.{part}.bold", where, "đậm")


def _check_content(parts: Recognised) -> Iterator[Mark]:
    """Every paragraph of the content against the row of its level."""
    bold_titles = {line.depth for line in parts.body if line.part is Part.CLAUSE_TITLE and _all_bold(line.paragraph)}
    for line in parts.body:
        paragraph, part = line.paragraph, line.part
        runs = visible(paragraph.runs)
        if part is Part.ARTICLE:
            runs = _words_of_article(paragraph, runs)
        elif part is Part.CLAUSE_TITLE and line.depth not in bold_titles:
            # Nobody bolds this level: it cannot be told from a khoản without a title.
            part = Part.CLAUSE
        yield from _check_look(part, paragraph, runs)
        if part in (*_HEADINGS, *_NUMBERED) and runs:
            yield from _check_heading_case(part, paragraph)
        if part in _HEADINGS and paragraph.alignment != "center":
            yield mark(f"TT-04.{part}.alignment", paragraph, _ALIGNED.get(paragraph.alignment, ""))


def _all_bold(paragraph: Paragraph) -> bool:
    runs = visible(paragraph.runs)
    return bool(runs) and all(run.face.bold for run in runs)


def _words_of_article(paragraph: Paragraph, runs: list[Run]) -> list[Run]:
    """“Điều 1.” and its title; the sentence that follows on the same line is ordinary text."""
    if len(paragraph.text) > 130 or paragraph.text.rstrip().endswith((".", ";", ":", "/.")):
        return runs[:1]
    return runs


def _shouts(text: str) -> bool:
    """Whether words stand in capitals that are no abbreviation: those bear no tone."""
    return is_upper(text) and unicodedata.normalize("NFD", text) != text


def _check_heading_case(part: Part, paragraph: Paragraph) -> Iterator[Mark]:
    text = printed(paragraph.runs)
    words = text.split(maxsplit=1)[-1] if part in _NUMBERED and not paragraph.label else text
    capitals = is_upper(words)
    if TYPES[part].capitals and not capitals:
        yield mark(f"TT-04.{part}.capitals", paragraph, "in thường")
    elif not TYPES[part].capitals and (_shouts(words) or text.split()[0] in _LOUD):
        yield mark(f"TT-04.{part}.capitals", paragraph, "in hoa")
