"""What was left in a finished file: hidden text, highlights, fields that change or were never filled, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vanban.ooxml.fields import ASKING, MERGING, field_argument, field_word, is_changing
from vanban.proofread.facts import Paragraph, WordFile
from vanban.proofread.mark import Mark, mark

MERGE_FIELD: Final = re.compile(r"«[^«»\n]{1,60}»")
_BROKEN: Final = re.compile(
    r"(?:Error|Lỗi)!\s*(?=\w)[^.\n]{3,80}|#REF!|#N/A|#VALUE!|#DIV/0!|#NAME\?|#NUM!|#NULL!|"
    r"!(?:Syntax Error|Unexpected End of Formula|Undefined Bookmark)",
    re.IGNORECASE,
)
"""What Word and Excel print in the place of something that is not there."""
_WAITING: Final = ASKING | MERGING
_LABEL: Final = re.compile(
    r"«\s*(họ|tên|ngày|tháng|năm|số|chức|đơn vị|địa chỉ|nơi|lớp|trường|điện thoại|nội dung)\b", re.IGNORECASE
)
_LONGEST_QUOTE: Final = 40


def check_left_in(file: WordFile) -> Iterator[Mark]:
    """Faults that are left in a file of any kind, in the text and in its headers."""
    if file.remote_template:
        yield mark("CU-17.template", None, f"mẫu gốc ở “{file.remote_template[:80]}”")
    for paragraph in (*file.paragraphs, *file.margins_text):
        yield from _check_looks(paragraph)
        yield from _check_fields(paragraph)
        if not file.own_comments.issuperset(paragraph.comments):
            yield mark("CU-14.comment", paragraph, "còn ghi chú của người soát")
        if found := _BROKEN.search(paragraph.text):
            yield mark("CU-12.reference", paragraph, f"“{found[0]}”")


def _check_looks(paragraph: Paragraph) -> Iterator[Mark]:
    hidden = "".join(run.text for run in paragraph.runs if run.face.hidden).strip()
    lit = "".join(run.text for run in paragraph.runs if run.face.highlighted and not run.face.hidden).strip()
    if hidden:
        yield mark("CU-09.hidden", paragraph, f"chữ ẩn “{hidden[:_LONGEST_QUOTE]}”")
    if lit:
        yield mark("CU-10.highlight", paragraph, f"tô nền “{lit[:_LONGEST_QUOTE]}”")


def _check_fields(paragraph: Paragraph) -> Iterator[Mark]:
    named = False
    for code in paragraph.fields:
        word = field_word(code)
        if is_changing(code):
            yield mark("CU-11.date", paragraph, f"trường {word} đổi mỗi lần mở tệp")
        elif word in _WAITING:
            named = True
            yield mark("CU-13.merge", paragraph, f"trường {word} {field_argument(code)}".rstrip())
    if not named and (found := MERGE_FIELD.search(paragraph.text)) and not _is_quotation(found[0]):
        yield mark("CU-13.merge", paragraph, f"“{found[0]}”")


def _is_quotation(text: str) -> bool:
    """Whether « » hold words that somebody says: a field's name has no spaces, or is a form's label typed by hand."""
    return " " in text.strip("« »") and _LABEL.match(text) is None
