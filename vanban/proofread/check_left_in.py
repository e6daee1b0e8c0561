"""What was left in a finished file: hidden text, highlights, fields that change or were never filled, comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vanban.proofread.facts import Paragraph, WordFile
from vanban.proofread.mark import Mark, mark

MERGE_FIELD: Final = re.compile(r"«[^«»\n]{1,60}»")
_BROKEN: Final = re.compile(
    r"Error! (?:Reference source not found|Bookmark not defined|No text of specified style)|"
    r"Lỗi! (?:Không tìm thấy nguồn tham chiếu|Thẻ đánh dấu không được xác định|Không có văn bản)[^.]*|"
    r"#REF!|#N/A|#VALUE!",
    re.IGNORECASE,
)
_CHANGING: Final = re.compile(r"^(DATE|TIME|CREATEDATE|SAVEDATE|PRINTDATE|EDITTIME)\b", re.IGNORECASE)
_ASKING: Final = re.compile(r"^(MERGEFIELD|MERGEREC|NEXT|FILLIN|ASK|SKIPIF)\b\s*\"?([^\s\"\\]*)", re.IGNORECASE)
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
        if _CHANGING.match(code):
            yield mark("CU-11.date", paragraph, f"trường {code.split()[0].upper()} đổi mỗi lần mở tệp")
        elif asking := _ASKING.match(code):
            named = True
            yield mark("CU-13.merge", paragraph, f"trường {asking[1].upper()} {asking[2]}".rstrip())
    if not named and (found := MERGE_FIELD.search(paragraph.text)) and not _is_quotation(found[0]):
        yield mark("CU-13.merge", paragraph, f"“{found[0]}”")


def _is_quotation(text: str) -> bool:
    """Whether « » hold words that somebody says: a merge field's name has no spaces or stands for one."""
    return len(text.split()) > 3
