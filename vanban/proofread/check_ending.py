"""Ô số 7, 9a, 9b and the appendices: who receives, who signs, what is attached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from vanban.domain.wording import roman
from vanban.law.annex_words import names_an_annex, own_annex
from vanban.proofread.check_identity import check_parts_of_date
from vanban.proofread.lines import PrintedLine, fold
from vanban.proofread.mark import Mark, mark
from vanban.proofread.parts import Form, Recognised, SignatureBlock

_RETAINED: Final = re.compile(r"^[-–]?\s*Lưu\s*:.*\bVT\b")
_RETAINED_END: Final = re.compile(r"\.\s*(?:\(?[A-ZĐ][^\s;,()]{0,11}\)?)?[\s_-]*(?:\(?\d{1,4}\s*b?(?:ản)?\)?)?\.?\s*$")
"""The last recipient, then perhaps the mark of who typed it and how many copies (Phụ lục I, ô số 12)."""
_ABOVE: Final = re.compile(r"^[-–]?\s*Như trên", re.IGNORECASE)
_ARTICLE: Final = re.compile(r"Như (?:các )?[Đđ]iều\s+(\d+)")
_ACADEMIC: Final = re.compile(
    r"^(GS|PGS|TS|ThS|Th\.S|T\.S|CN|KS|BS|BSCK|LS|NGND|NGƯT|NSND|NSƯT|TTND|TTƯT|AHLĐ|Giáo sư|Phó Giáo sư|Tiến sĩ|"
    r"Thạc sĩ|Thạc sỹ|Tiến sỹ|Kỹ sư|Cử nhân|Bác sĩ|Luật sư|Ông|Bà)\b"
    r"[.:\s]",
)  # fmt: skip
_OWN_RULES: Final = re.compile(
    r"^(?:truong|vien|hocvien|benhvien|daihoc|khoa)|congan|quansu|quandoi|bochihuy|botulenh|bienphong|canhsat|trungtamyte|"
    r"tramyte|trungtamgiaoduc"
)
"""Armed forces, schools, health and science: titles before the name as their own ministry says (khoản 7 điểm c)."""
_DEPUTIES: Final = ("pho", "thutruong")
_CAPACITY_FORM: Final = re.compile(r"^(TM|KT|TL|TUQ|Q)\.\s*\S")
_ROMAN_END: Final = re.compile(r"^ph[ụu]\s+l[ụu]c\s*([IVXLC]+)?\s*(?:[.:–-]|$)\s*(\S?)", re.IGNORECASE)
_DATE: Final = re.compile(r"ng[àa]y\s+(\d{1,2})\s+th[áa]ng\s+(\d{1,2})\s+n[ăa]m\s+(\d+)", re.IGNORECASE)


def check_ending(parts: Recognised) -> Iterator[Mark]:
    """Faults of addressees, recipients, signature and appendices."""
    if parts.is_administrative:
        yield from _check_addressees(parts)
        yield from check_recipients(parts)
        yield from _check_signature(parts)
    yield from _check_names(parts)
    yield from _check_appendices(parts)


def _check_addressees(parts: Recognised) -> Iterator[Mark]:
    kind = parts.document_type
    if not parts.addressees_word:
        if parts.form is Form.LETTER:
            yield mark("TT-13.missing", None, "không có “Kính gửi”")
        return
    word = parts.addressees_word[0]
    if kind is not None and not kind.addressed and kind.code != "CĐ":
        yield mark("TT-13.where", word, f"{kind.name} có “Kính gửi”")
    if not re.match(r"^K[íi]nh g[ửu]i\s*:", word.text, re.IGNORECASE):
        yield mark("TT-13.colon", word, word.text, "Kính gửi:")
    listed = parts.addressees
    for index, line in enumerate(listed):
        end = "." if index == len(listed) - 1 else ";"
        if not line.text.startswith("-") or not line.text.rstrip().endswith(end):
            if len(listed) == 1 and not line.text.startswith("-"):
                continue
            yield mark("TT-13.items", line, line.text[-12:], f"đầu dòng “-”, cuối dòng “{end}”")


def check_recipients(parts: Recognised) -> Iterator[Mark]:
    """Faults of “Nơi nhận” and what stands below it."""
    if not parts.recipients_title:
        if parts.reference and parts.document_type is not None:
            return
        yield mark("TT-04.recipients_title.missing", None, "không tìm thấy “Nơi nhận”")
        return
    title = parts.recipients_title[0]
    if not title.text.rstrip().endswith(":"):
        yield mark("TT-14.colon", title, title.text, "Nơi nhận:")
    items = _items(parts.recipients)
    for index, (line, text) in enumerate(items):
        last = index == len(items) - 1
        if not line.text.startswith("-"):
            yield mark("TT-14.dash", line, line.text[:12], "- …")
        if last:
            yield from _check_retained(line, text)
        elif not text.endswith(";"):
            yield mark("TT-14.item", line, f"kết thúc bằng “{text[-1]}”", "dấu chấm phẩy (;)")
    if items:
        yield from _check_references(parts, items)
    else:
        yield mark("TT-14.retained", title, "không có nơi nhận")


def _items(lines: list[PrintedLine]) -> list[tuple[PrintedLine, str]]:
    """Each recipient with its text, lines that only go on joined to the one above."""
    found: list[tuple[PrintedLine, str]] = []
    for line in lines:
        goes_on = not line.text.startswith(("-", "–", "+", "•", "*")) and not fold(line.text).startswith("luu")
        if goes_on and found and not found[-1][1].endswith((";", ".")):
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.text}".rstrip())
        else:
            found.append((line, line.text.rstrip()))
    return found


def _check_retained(line: PrintedLine, text: str) -> Iterator[Mark]:
    if not _RETAINED.match(text):
        yield mark("TT-14.retained", line, text, "- Lưu: VT, ….")
    elif not _RETAINED_END.search(text):
        yield mark("TT-14.stop", line, f"kết thúc bằng “{text[-1]}”", "dấu chấm (.)")


def _check_references(parts: Recognised, items: list[tuple[PrintedLine, str]]) -> Iterator[Mark]:
    above = next((line for line, text in items if _ABOVE.match(text)), None)
    code = parts.document_type.code if parts.document_type else None
    if parts.addressees_word and above is None:
        yield mark("TT-15.above", items[0][0], items[0][1], "- Như trên;")
    elif above is not None and not parts.addressees_word and code not in ("GGT", "GM", "CĐ", "PG", "PC"):
        yield mark("TT-15.without", above, above.text)
    articles = [
        int(found[1])
        for line in parts.body
        if (found := re.match(r"điều\s+(\d+)", line.paragraph.text.strip().lower()))
    ]
    for line, text in items:
        match = _ARTICLE.search(text)
        if match is not None and articles and int(match[1]) not in articles:
            yield mark("TT-15.article", line, text, f"Điều {max(articles)}")


# Signature


def _check_signature(parts: Recognised) -> Iterator[Mark]:
    if not parts.signatures:
        if not parts.reference:
            yield mark("TT-04.position.missing", None, "không tìm thấy chức vụ của người ký")
        return
    if not any(block.name for block in parts.signatures) and not parts.is_draft:
        yield mark("TT-04.signer_name.missing", parts.signatures[-1].lines[-1], "không tìm thấy họ tên người ký")
    for block in parts.signatures:
        for line in block.capacity[:1]:
            if not _CAPACITY_FORM.match(line.text):
                yield mark("TT-16.form", line, line.text)
        yield from _check_deputy(block)
    if len(parts.signatures) == 1:
        yield from _check_collective(parts)


def _check_deputy(block: SignatureBlock) -> Iterator[Mark]:
    """Under “KT. CHỦ TỊCH” stands the post of the deputy who signs (Điều 13 khoản 1)."""
    for_whom = next((line for line in (*block.capacity, *block.position) if line.text.startswith("KT.")), None)
    if for_whom is None:
        return
    posts = [line for line in block.position if line is not for_whom]
    if not posts or not fold(posts[0].text).startswith(_DEPUTIES):
        yield mark("TT-16.deputy", posts[0] if posts else for_whom, posts[0].text if posts else for_whom.text)


def _check_collective(parts: Recognised) -> Iterator[Mark]:
    block = parts.signatures[0]
    capacity = fold(" ".join(line.text for line in block.capacity))
    together = capacity.startswith("tm")
    issuer = fold(" ".join(line.text for line in parts.issuer))
    by_head = fold(" ".join(line.text for line in parts.authority)).startswith("chutich")
    if by_head and together:
        yield mark("TT-16.head", block.capacity[0], block.capacity[0].text)
        return
    if parts.is_minutes or not any("chutich" in fold(line.text) for line in block.position):
        return
    alone = not together and not capacity.startswith(("tl", "tuq")) and bool(block.position)
    collective = issuer.startswith(("uybannhandan", "ubnd")) and not by_head
    if alone and collective and not _may_sign_alone(parts):
        yield mark("TT-16.collective", block.position[0], block.position[0].text, "TM. ỦY BAN NHÂN DÂN")


def _may_sign_alone(parts: Recognised) -> bool:
    """Whether the head may sign in his own name: his decision, or a text that he himself speaks in."""
    if parts.is_decision:
        return not parts.authority
    opening = " ".join(line.paragraph.text for line in parts.body[:3])
    return re.search(r"\bChủ tịch (UBND|Ủy ban nhân dân|Uỷ ban nhân dân)", opening) is not None


def _check_names(parts: Recognised) -> Iterator[Mark]:
    if any(_OWN_RULES.search(fold(line.text)) for line in (*parts.parent_body, *parts.issuer)):
        return
    for block in parts.signatures:
        for line in block.name:
            if _ACADEMIC.match(line.text):
                yield mark("TT-17.title", line, line.text)


# Appendices


def _check_appendices(parts: Recognised) -> Iterator[Mark]:
    headed = [found for found in parts.appendices if found.heading is not None]
    if headed and parts.is_administrative:
        content = " ".join(p.text for p in (*(b.paragraph for b in parts.body), *parts.data_tables))
        if not names_an_annex(content, "danh sách"):
            yield mark("TT-18.mention", headed[0].heading, "nội dung không nhắc tới phụ lục")
    if parts.is_administrative and not parts.appendices:
        yield from _check_absent(parts)
    for index, found in enumerate(headed):
        if found.heading is None:
            continue
        match = _ROMAN_END.match(found.heading.text)
        wanted = roman(index + 1)
        if len(headed) > 1 and (match is None or (match[1] or "").upper() != wanted):
            yield mark("TT-18.roman", found.heading, found.heading.text, f"Phụ lục {wanted}")
        if match is not None and match[2]:
            yield mark("TT-18.own-line", found.heading, found.heading.text)
        if not found.reference:
            yield mark("TT-18.reference", found.heading, "không có “(Kèm theo …)”")
        for line in found.reference:
            for day, month, year in _DATE.findall(line.text):
                yield from check_parts_of_date(line, day, month, year)


def _check_absent(parts: Recognised) -> Iterator[Mark]:
    """An annex of the paper's own that its content names and the file does not hold."""
    for line in parts.body:
        said = own_annex(line.paragraph.text)
        if said:
            yield mark("TT-18.absent", line.paragraph, f"“{said}”, trong tệp không có phụ lục")
            return
