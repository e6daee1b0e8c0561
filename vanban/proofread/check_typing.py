"""Slips of typing and spelling in ordinary text: spaces, telex keys left over, syllables that Vietnamese does not have.

Only what no context makes right is noted. Names are never judged: a word with a capital is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from vanban.domain.syllable import (
    ToneStyle,
    has_vowel,
    is_well_spelled,
    of_telex,
    of_vni,
    respelled,
    taken_apart,
    with_tone_moved,
)
from vanban.domain.text import matching_key
from vanban.domain.words_in_use import COMMON_SYLLABLES, FOREIGN_WORDS, LOAN_WORDS, MISSPELLINGS, NEVER_TWICE
from vanban.proofread.facts import Paragraph, WordFile
from vanban.proofread.lines import is_rule, is_upper
from vanban.proofread.mark import Mark, mark
from vanban.proofread.parts import Form, Recognised

_FEWEST_WORDS: Final = 5
_LONGEST: Final = 7
_SHORTEST_KEYS: Final = 3
_MIXED: Final = 2
_MIXED_SHARE: Final = 0.3
_BLANKS: Final = re.compile(r"…{2,}|\.{4,}|_{3,}|…\s*…")
_DOUBLE: Final = re.compile(r"(?:(?<=[^\W\d_)”])|(?<=[^\W\d_][,;]))[ \u00a0]{2,4}(?=[^\W\d_(“]|[-–] )")
_OF_A_BLANK: Final = re.compile(r"\b(ngày|tháng|năm|số|giờ|phút|Số|Ngày)$", re.IGNORECASE)
_LABEL: Final = re.compile(r"[^.;:\n]{2,30}:")
_LAID_OUT: Final = 3
_OPENS_BLANK: Final = re.compile(r"(tháng|năm|giờ|phút)\b")
_BEFORE_MARK: Final = re.compile(r"(?<=[^\W\d_])[ \u00a0]+(?=[,;!?](?:\s|$)|(?<=.{12}):(?:\s|$)|\.(?:\s|$)|\./\.\s*$)")
_INSIDE: Final = re.compile(r"[(“][ \u00a0]+(?=[^\W_])|(?<=[^\W_])[ \u00a0]+[)”]")
_AFTER_MARK: Final = re.compile(r"(?<=[a-zà-ỹđ])[,;](?=[a-zà-ỹđ]{2})")
_AFTER_STOP: Final = re.compile(r"(?<![\w.])([^\W\d_]{2,})\.([^\W\d_]{2,})(?![\w.])")
_LEADING: Final = re.compile(r"^(\t+| {3,}|\u00a0{2,})")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WITH_DIGITS: Final = re.compile(r"(?<![\w/.-])(?=[a-z]*[1-9])[a-z]{2,}[1-9a-z]*(?![\w/-])")
_DIGIT_INSIDE: Final = re.compile(r"\d[a-z]|\d\d$")
"""The keys of a VNI keyboard that was off: two letters and more before the first digit, as no code of ours has."""
_ADDRESS: Final = re.compile(r"\S*(?:@|://|www\.|\\)\S*|\b\w+(?:\.\w{2,})+\b|(?<!\w)[\w.-]*/[\w./-]*")
_PART_OF_A_CODE: Final = re.compile(r"[\d_\-’'&.@]")
_RIGHT: Final = dict(MISSPELLINGS)
_ANY_MISSPELT: Final = re.compile(
    rf"(?<![\w-])(?:{'|'.join(f'[{wrong[0]}{wrong[0].upper()}]{re.escape(wrong[1:])}' for wrong, _ in MISSPELLINGS)})"
    r"(?![\w-])"
)
_TWICE: Final = re.compile(rf"(?<![\w-])({'|'.join(sorted(NEVER_TWICE))})[ \u00a0]+\1(?![\w-])")
_PHRASE_TWICE: Final = re.compile(r"(?<![\w-])((?:[a-zà-ỹđ]{2,} ){2,4}[a-zà-ỹđ]{2,}) \1(?![\w-])")


def check_typing(file: WordFile, parts: Recognised) -> Iterator[Mark]:
    """Notes on the ordinary text of a paper of any kind; heads, feet, tables' cells and blanks are left alone."""
    texts = [paragraph for paragraph in _texts(file, parts) if _is_prose(paragraph)]
    for paragraph in texts:
        yield from _check_spaces(paragraph)
        yield from _check_words(paragraph)
    yield from _check_style(texts)


def _texts(file: WordFile, parts: Recognised) -> Iterator[Paragraph]:
    """The paragraphs that may be ordinary text: of the content where it was told apart, else any."""
    if parts.form in (Form.NAMED, Form.LETTER, Form.NORMATIVE) and parts.body:
        yield from (line.paragraph for line in parts.legal_bases)
        yield from (line.paragraph for line in parts.body)
        yield from (paragraph for appendix in parts.appendices for paragraph in appendix.paragraphs)
        return
    head = {id(line.paragraph) for lines in parts.by_part().values() for line in lines}
    yield from (paragraph for paragraph in file.paragraphs if id(paragraph) not in head)


def _is_prose(paragraph: Paragraph) -> bool:
    """A sentence and no blank: some words, mostly small letters, not placed by the centre of the page."""
    text = paragraph.text
    if paragraph.cell is not None and paragraph.cell.table.columns > 1:
        return False
    if is_rule(paragraph) or is_upper(text) or _BLANKS.search(text) or "\t" in text.strip():
        return False
    return len(text.split()) >= _FEWEST_WORDS


def _check_spaces(paragraph: Paragraph) -> Iterator[Mark]:
    text = paragraph.text
    written = "".join(run.text for run in paragraph.runs)
    if not paragraph.label and (found := _LEADING.match(written)) and paragraph.cell is None:
        yield mark("GO-05.tab", paragraph, "đầu dòng có dấu Tab" if "\t" in found[0] else "đầu dòng có dấu cách")
    doubled = next((found for found in _DOUBLE.finditer(text.strip()) if not _is_blank(text.strip(), found)), None)
    if doubled is not None:
        yield mark("GO-01.double-space", paragraph, f"“{_around(text.strip(), doubled)}”")
    for rule, pattern in (
        ("GO-02.before-mark", _BEFORE_MARK), ("GO-03.brackets", _INSIDE), ("GO-04.after-mark", _AFTER_MARK),
    ):  # fmt: skip
        slip = pattern.search(text)
        if slip is not None and not _in_address(text, slip.start()):
            yield mark(rule, paragraph, f"“{_around(text, slip)}”")
    if (joined := next(filter(_joins_sentences, _AFTER_STOP.finditer(text)), None)) is not None:
        yield mark("GO-04.after-mark", paragraph, f"“{joined[0]}”")


def _joins_sentences(found: re.Match[str]) -> bool:
    """Whether a full stop without a space stands between two sentences: no abbreviation, address or number does so."""
    before, after = found[1], found[2]
    spelled = before.islower() and after[0].isupper() and after[1:].islower()
    return spelled and not before.isascii() and is_well_spelled(before) and is_well_spelled(after.lower())


def _is_blank(text: str, gap: re.Match[str]) -> bool:
    """Whether a wide space is left for a number or a day to be written in, or sets one label of a form from another."""
    before, after = text[: gap.start()], text[gap.end() :]
    if len(gap[0]) >= _LAID_OUT and _LABEL.match(after):
        return True
    return _OF_A_BLANK.search(before) is not None or _OPENS_BLANK.match(after) is not None


def _around(text: str, found: re.Match[str]) -> str:
    """A word before and a word after, so that the place is found by eye."""
    start = text.rfind(" ", 0, max(found.start() - 1, 0)) + 1
    end = text.find(" ", found.end() + 1)
    return text[start : end if end > 0 else len(text)][:60]


def _in_address(text: str, place: int) -> bool:
    return any(found.start() <= place < found.end() for found in _ADDRESS.finditer(text))


# Words


def _check_words(paragraph: Paragraph) -> Iterator[Mark]:
    for rule, found, meant in _slips(paragraph.text):
        yield mark(rule, paragraph, found, meant)


@lru_cache(maxsize=4096)
def _slips(text: str) -> tuple[tuple[str, str, str], ...]:
    """The slips of one text, each with its rule and what was meant; papers of one office repeat their sentences."""
    told: list[tuple[str, str, str]] = []
    spoken_for: list[tuple[int, int]] = [found.span() for found in _ADDRESS.finditer(text)]
    for found in _ANY_MISSPELT.finditer(text):
        meant = _RIGHT[found[0][0].lower() + found[0][1:]]
        told.append(("GO-08.misspelt", f"“{found[0]}”", meant.capitalize() if found[0][0].isupper() else meant))
        spoken_for.append(found.span())
    for pattern in (_TWICE, _PHRASE_TWICE):
        told.extend(("GO-11.repeated", f"“{found[0]}”", found[1]) for found in pattern.finditer(text))
    told.extend(_typed_by_digits(text, spoken_for))
    noted: set[str] = set()
    for found in _WORD.finditer(text):
        word = found[0]
        slip = _slip(word) if word.islower() and len(word) > 1 and word not in noted else None
        if slip is not None and not _touches(text, found, spoken_for):
            noted.add(word)
            told.append((slip[0], f"“{word}”", slip[1] or "âm tiết tiếng Việt"))
    return tuple(told)


def _typed_by_digits(text: str, spoken_for: Sequence[tuple[int, int]]) -> list[tuple[str, str, str]]:
    """Words with the digits of VNI keys, if one of them can be nothing else: “ban2” alone is a number of ours."""
    words = [
        (found[0], typed)
        for found in _WITH_DIGITS.finditer(text)
        if (typed := of_vni(found[0])) in COMMON_SYLLABLES
        and not any(start <= found.start() < end for start, end in spoken_for)
    ]
    sure = any(_DIGIT_INSIDE.search(word) for word, _ in words)
    return [("GO-06.telex", f"“{word}”", typed or "") for word, typed in words] if sure else []


def _touches(text: str, word: re.Match[str], spoken_for: Sequence[tuple[int, int]]) -> bool:
    """Whether a word is part of something else: a number, a code, an address, what was noted already."""
    before, after = text[max(word.start() - 1, 0) : word.start()], text[word.end() : word.end() + 1]
    if _PART_OF_A_CODE.match(before) or (after != "." and _PART_OF_A_CODE.match(after)):
        return True
    return any(start <= word.start() < end for start, end in spoken_for)


@lru_cache(maxsize=8192)
def _slip(word: str) -> tuple[str, str | None] | None:
    """The rule that a word in small letters breaks, with what was meant if that is plain."""
    if is_well_spelled(word) or word in LOAN_WORDS or not has_vowel(word):
        return None
    if word.isascii():
        typed = None if word in FOREIGN_WORDS or len(word) < _SHORTEST_KEYS else of_telex(word)
        return ("GO-06.telex", typed) if typed in COMMON_SYLLABLES else None
    moved = with_tone_moved(word)
    if moved is not None:
        return "GO-09.tone-place", moved
    if len(word) > _LONGEST:
        halves = [(word[:at], word[at:]) for at in range(1, len(word)) if word[at:] in COMMON_SYLLABLES]
        apart = next((f"{one} {other}" for one, other in halves if is_well_spelled(one)), None)
        return None if apart is None else ("GO-07.syllable", apart)
    return "GO-07.syllable", respelled(word)


def _check_style(texts: Sequence[Paragraph]) -> Iterator[Mark]:
    """One syllable with its tone in both places (“hóa”, “hoá”), neither a rare slip: noted where the rarer stands."""
    used: dict[str, dict[ToneStyle, list[tuple[Paragraph, str]]]] = {}
    for paragraph in texts:
        for found in _WORD.finditer(paragraph.text):
            word = found[0]
            style = taken_apart(word).style if word.islower() and len(word) > 1 else None
            if style is not None and is_well_spelled(word):
                used.setdefault(matching_key(word), {}).setdefault(style, []).append((paragraph, word))
    for styles in used.values():
        rare, *usual = sorted(styles.values(), key=len)
        if usual and len(rare) >= max(_MIXED, _MIXED_SHARE * len(usual[0])):
            paragraph, word = rare[0]
            both = f"“{word}” ({len(rare)} chỗ), còn “{usual[0][0][1]}” ({len(usual[0])} chỗ)"
            yield mark("GO-10.tone-style", paragraph, both)
