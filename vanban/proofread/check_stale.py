"""Stale text: last year's years, names and offices that ended, officials gone, texts replaced, blanks left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from vanban.domain.wording import numeric_date
from vanban.domain.work_year import WorkYear
from vanban.law.lapsed import Lapsed, spoken_of_as_old
from vanban.proofread.check_identity import dates_in, issued_on, year_of
from vanban.proofread.expectations import Expectations, TermOfOffice
from vanban.proofread.facts import Paragraph, WordFile
from vanban.proofread.lines import PrintedLine, fold
from vanban.proofread.mark import Mark, mark
from vanban.proofread.parts import Recognised

_YEAR: Final = re.compile(r"(?<![\d/.-])(?:năm\s+)?((?:19|20)\d\d)(?!\s*[-–]\s*\d{4}|\d|/)")
_DEADLINE: Final = re.compile(
    r"(?<!\w)(?:trước|chậm nhất(?: là)?|hoàn thành|hạn|xong|đến hết|bắt đầu từ|kể từ) ngày"
    r"\s+\d{1,2}(?:/\d{1,2}/|\s+tháng\s+\d{1,2}\s+năm\s+)(\d{4})",
    re.IGNORECASE,
)
_LEFTOVER: Final = re.compile(
    r"\[[…. ]*\]|\{\{.*?\}\}|\{%.*?%\}|<<[^<>]*>>|…{2,}|\.{5,}|_{4,}|\bx{3,}\b",
    re.IGNORECASE,
)
_SPAN: Final = re.compile(r"(?:20\d\d)\s*[-–]\s*(?:20\d\d)")
_REPORTS_ON: Final = ("báo cáo", "tổng kết", "kết quả", "sơ kết", "khen thưởng", "thành tích")


def check_stale(file: WordFile, parts: Recognised, expected: Expectations) -> Iterator[Mark]:
    """What an old paper left behind, by the document's own date or the year that it is made for."""
    dated = year_of(parts)
    year = expected.year or (WorkYear(dated) if dated else None)
    on = issued_on(parts) or expected.date or (year.ends if year else None)
    known_day = issued_on(parts) or expected.date
    if expected.year is not None:
        yield from _check_years(file, parts, expected.year)
    texts = [paragraph for paragraph in file.paragraphs if not paragraph.is_empty]
    if on is not None:
        first = known_day or (year or WorkYear(on.year)).begins
        later = [*_check_bases(parts, on)]
        yield from later
        yield from _check_names(texts, known_day or first, expected.lapsed)
        told = {id(one.paragraph) for one in later}
        yield from _check_laws([one for one in texts if id(one) not in told], first, on, expected.lapsed)
        yield from _check_officials(parts, expected.officials, known_day)
    if parts.is_administrative and not parts.is_draft:
        yield from _check_leftovers(parts)
    if file.tracked:
        where = next(paragraph for paragraph in file.paragraphs if paragraph.tracked)
        yield mark("CU-07.tracked", where, "còn thay đổi chưa chấp nhận")


def _check_years(file: WordFile, parts: Recognised, year: WorkYear) -> Iterator[Mark]:
    """Years other than the one that the paper is made for; without it nobody knows which are history."""
    for line in parts.place_and_date:
        dated = year_of(parts)
        if dated is not None and not year.first <= dated <= year.last:
            yield mark("CU-01.year", line, f"năm {dated}", year.phrase)
    subject = [*parts.subject, *parts.letter_subject, *(line for found in parts.appendices for line in found.title)]
    reporting = any(word in " ".join(line.text for line in subject).lower() for word in _REPORTS_ON)
    if not reporting:
        yield from _check_subject(subject, year)
    for paragraph in file.paragraphs:
        for found in _DEADLINE.finditer(paragraph.text):
            if int(found[1]) < year.first:
                yield mark("CU-01.year", paragraph, f"“{found[0]}”", year.phrase)


def _check_subject(lines: Sequence[PrintedLine], year: WorkYear) -> Iterator[Mark]:
    for line in lines:
        if _SPAN.search(line.text):
            continue
        years = [int(found) for found in _YEAR.findall(line.text)]
        if years and max(years) < year.first:
            yield mark("CU-01.year", line, f"năm {max(years)}", year.phrase)


def _check_names(texts: Sequence[Paragraph], on: date, lapsed: Lapsed) -> Iterator[Mark]:
    for paragraph in texts:
        for name, said in lapsed.named_in(paragraph.text, on):
            yield mark("CU-02.place", paragraph, f"“{said}”", f"{name.now} ({name.source})")


def _check_laws(texts: Sequence[Paragraph], first: date, on: date, lapsed: Lapsed) -> Iterator[Mark]:
    for paragraph in texts:
        for text in lapsed.texts:
            if (text.ended is None or first < text.ended) and on >= text.issued:
                continue
            found = text.pattern.search(paragraph.text)
            if found is None:
                continue
            if on < text.issued:
                yield mark("CU-05.future", paragraph, f"{text.name} ban hành ngày {numeric_date(text.issued)}")
            elif not spoken_of_as_old(paragraph.text):
                yield mark("CU-04.law", paragraph, text.name, text.replacement(first) or text.source)


def _check_bases(parts: Recognised, on: date) -> Iterator[Mark]:
    """A legal basis that bears a later day than the paper that rests on it."""
    for line in parts.legal_bases:
        later = [day for day in dates_in(line.text) if day > on]
        if later:
            yield mark("CU-08.basis", line, f"căn cứ ngày {numeric_date(later[0])}, văn bản {numeric_date(on)}")


def _check_officials(parts: Recognised, officials: Sequence[TermOfOffice], on: date | None) -> Iterator[Mark]:
    for block in parts.signatures:
        for line in block.name:
            terms = [term for term in officials if fold(term.name) == fold(line.text)]
            if terms and on is not None and not any(term.covers(on) for term in terms):
                yield mark("CU-03.official", line, f"{line.text} không giữ chức vụ ngày {numeric_date(on)}")


def _check_leftovers(parts: Recognised) -> Iterator[Mark]:
    lines: list[Paragraph | PrintedLine] = [
        *parts.subject,
        *parts.letter_subject,
        *parts.legal_bases,
        *parts.addressees,
    ]
    lines.extend(line.paragraph for line in parts.body)
    lines.extend([*parts.recipients, *(line for block in parts.signatures for line in block.lines)])
    for line in lines:
        found = _LEFTOVER.search(line.text)
        if found is not None:
            yield mark("CU-06.leftover", line, f"“{found[0][:20]}”")
