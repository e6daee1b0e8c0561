"""The characters of the text and its capitals: Unicode as Mục I khoản 4 asks, Phụ lục II where words alone decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vanban.domain.syllable import is_well_spelled
from vanban.law.capitals import RIGHT_BODIES, SPELLINGS
from vanban.law.nd30 import Part
from vanban.proofread.check_left_in import MERGE_FIELD
from vanban.proofread.facts import Paragraph, WordFile
from vanban.proofread.mark import Mark, mark
from vanban.proofread.parts import Form, Recognised

_ETH: Final = re.compile("[ÐðƉɖ]")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_PRIVATE: Final = re.compile("[\ue000-\uefff\uf100-\uf8ff\ufffd]")
_COMBINING: Final = re.compile("[\u0300-\u036f]")
_TCVN3_SURE: Final = re.compile(r"[µ¸¶·¹¨»¾¼½©ª«®¬](?=[a-z])|(?<=[a-z])[µ¸¶·¹»¾¼½Æ©®¬]")
_VNI_SURE: Final = re.compile(
    r"(?:[aeoy][ùøûõïâáàåãäêéèëúüûù])(?=[a-zñ]|\b)|ñ(?=[aeiouyöô])|[öô][ùøûõï]", re.IGNORECASE
)
_MOJIBAKE: Final = re.compile(r"Ã[¡¢£¨©ª¬­²³´µ¹º]|á»[\x80-\xbf‰\u2018-\u203a…]|Ä‘|Æ°")
_LOWER_START: Final = re.compile(r"^(?:[-–+•*]\s+|[a-zđ][).]\s*|\d+(?:\.\d+)*\.\s+)?([^\W\d_]+)(?![\w)])")
_SENTENCE: Final = re.compile(r"(?<![\w.])([a-zà-ỹđ]{3,})\. +([a-zà-ỹđ]{2,})(?![\w.])")
_ABBREVIATED: Final = frozenset({"trang", "hình", "vân", "tel", "điều", "khoản"})
_LIST_CONTINUES: Final = (",", "và", "hoặc")


def check_text(file: WordFile, parts: Recognised) -> Iterator[Mark]:
    """Faults of characters anywhere, and of capitals in the content."""
    for paragraph in (*file.paragraphs, *file.margins_text):
        if paragraph.decomposed or not paragraph.text.isascii():
            yield from _check_characters(paragraph)
    fixed = {id(line.paragraph) for line in parts.state_name}
    for paragraph in file.paragraphs:
        if id(paragraph) not in fixed:
            yield from _check_spellings(paragraph)
    if parts.form not in (Form.FOREIGN, Form.ATTACHED):
        yield from _check_line_starts(parts)
        yield from _check_sentence_starts(parts)


def _check_characters(paragraph: Paragraph) -> Iterator[Mark]:
    text = paragraph.text
    if paragraph.decomposed:
        yield mark("TT-21.nfc", paragraph, "chữ tổ hợp (dấu rời)")
    elif stray := _COMBINING.search(text):
        yield mark("TT-21.nfc", paragraph, f"dấu rời U+{ord(stray[0]):04X}")
    if found := _ETH.search(text):
        yield mark("TT-21.eth", paragraph, f"“{found[0]}” (U+{ord(found[0]):04X})", "Đ (U+0110), đ (U+0111)")
    if found := _INVISIBLE.search(text):
        yield mark("TT-21.invisible", paragraph, f"ký tự U+{ord(found[0]):04X}")
    if found := _PRIVATE.search(text):
        yield mark("TT-21.private", paragraph, f"ký tự U+{ord(found[0]):04X}")
    if not _legacy_font(paragraph) and (word := _legacy_word(text)):
        yield mark("TT-21.legacy-text", paragraph, f"“{word}”")


def _legacy_font(paragraph: Paragraph) -> bool:
    return any(run.face.ascii.casefold().startswith((".vn", "vni")) for run in paragraph.runs)


def _legacy_word(text: str) -> str:
    """A word that only makes sense in TCVN3, VNI or UTF-8 read as Windows-1252; « » around a field's name are none."""
    text = MERGE_FIELD.sub(" ", text)
    for pattern in (_MOJIBAKE, _TCVN3_SURE):
        found = pattern.search(text)
        if found is not None:
            return _word_at(text, found.start())
    vni = _VNI_SURE.findall(text)
    vietnamese = any("\u1e00" <= character <= "\u1eff" for character in text)
    if len(vni) >= 2 and not vietnamese and (found := _VNI_SURE.search(text)):
        return _word_at(text, found.start())
    return ""


def _word_at(text: str, place: int) -> str:
    start = text.rfind(" ", 0, place) + 1
    end = text.find(" ", place)
    return text[start : end if end > 0 else len(text)][:30]


def _check_spellings(paragraph: Paragraph) -> Iterator[Mark]:
    text = paragraph.text
    for spelling in SPELLINGS:
        for found in spelling.pattern.finditer(text):
            if found[0] in RIGHT_BODIES:
                continue
            if spelling.rule == "VH-05.type" and not text[: found.start()].strip(" -–+•"):
                continue
            yield mark(spelling.rule, paragraph, f"“{found[0]}”", spelling.right)
            break


def _check_line_starts(parts: Recognised) -> Iterator[Mark]:
    """A new line begins with a capital (Mục I); a line that only goes on from the one above does not."""
    previous = ""
    for line in parts.body:
        text = line.paragraph.text.strip()
        match = _LOWER_START.match(text)
        begins = previous == "" or previous.endswith((".", ":", ";", "!", "?"))
        listed = line.part in (Part.CLAUSE, Part.POINT, Part.CLAUSE_TITLE) or text[:1] in "-–+•"
        low = match is not None and match[1][0].islower() and not previous.endswith(_LIST_CONTINUES)
        if match is not None and low and (begins or listed):
            yield mark("VH-01.line", line.paragraph, f"“{match[1]}”")
        previous = text


def _check_sentence_starts(parts: Recognised) -> Iterator[Mark]:
    """A sentence begins with a capital after a full stop (Mục I); abbreviations and numbers end with one too."""
    for line in parts.body:
        for found in _SENTENCE.finditer(line.paragraph.text):
            before, after = found[1], found[2]
            if before not in _ABBREVIATED and is_well_spelled(before) and is_well_spelled(after):
                yield mark("VH-09.sentence", line.paragraph, f"“{before}. {after}”", f"{before}. {after.capitalize()}")
                break
