"""Ô số 1 to 5: which parts are there, their exact words, and the lines drawn under them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain import typeface
from vanban.domain.measure import pt
from vanban.law.layout_rules import RULES
from vanban.law.nd30 import MOTTO, STATE_NAME, Part
from vanban.law.rule import LayoutRule
from vanban.proofread.facts import DrawnLine, LineKind
from vanban.proofread.lines import PrintedLine, fold, is_rule, printed
from vanban.proofread.mark import Mark, mark, number
from vanban.proofread.parts import Form, Recognised

_OLD_SPELLING: Final = STATE_NAME.replace("HÒA", "HOÀ")
_ESTIMATE: Final = 8.0
_SHORTEST_NAME: Final = 6
_SINGLE: Final = 1.05
_NO_RULE: Final = frozenset({"BB", "GGT", "GNP", "GUQ", "PG", "PC", "PB", "HĐ", "BGN", "BTT", "TC"})


def check_head(parts: Recognised) -> Iterator[Mark]:
    """Faults of the head of page 1, numbers and dates apart."""
    yield from _check_presence(parts)
    yield from _check_authority(parts)
    yield from check_fixed_words(parts)
    yield from _check_gap_of_motto(parts)
    if parts.motto and parts.form is not Form.ATTACHED:
        yield from _check_rule(parts.motto_rule, parts.motto[-1:], "TT-05.rule", "TT-05.length", "TT-05.solid")
    if parts.issuer and parts.is_administrative:
        yield from _check_rule(parts.issuer_rule, parts.issuer, "TT-06.issuer")
    if parts.subject and parts.form is Form.NAMED:
        code = parts.document_type.code if parts.document_type else None
        if code not in _NO_RULE or parts.subject_rule is not None:
            yield from _check_rule(parts.subject_rule, parts.subject, "TT-06.subject")
    if parts.letter_subject and parts.number:
        yield from _check_letter_gap(parts.letter_subject[0], parts.number[0])


def _check_presence(parts: Recognised) -> Iterator[Mark]:
    if not parts.is_administrative:
        return
    kind = parts.document_type
    attached = bool(parts.reference)
    wanted = [Part.STATE_NAME, Part.MOTTO, Part.ISSUER]
    if not attached and not parts.is_draft:
        wanted.append(Part.NUMBER)
        if kind is None or kind.dated:
            wanted.append(Part.PLACE_AND_DATE)
    if parts.form is Form.LETTER:
        wanted.append(Part.LETTER_SUBJECT)
    else:
        wanted.append(Part.TYPE_NAME)
        if kind is not None and kind.has_subject and parts.type_name and not parts.subject_in_title:
            wanted.append(Part.SUBJECT)
    found = parts.by_part()
    for part in wanted:
        if not found[part]:
            yield mark(f"TT-04.{part}.missing", None, "không tìm thấy")


def _check_authority(parts: Recognised) -> Iterator[Mark]:
    """A decision names who decides, and that is the office at its top."""
    if not (parts.is_administrative and parts.is_decision and parts.type_name) or parts.reference:
        return
    if not parts.authority:
        yield mark("TT-23.authority", parts.type_name[0], "không có thẩm quyền ban hành")
        return
    issuer, said = (_whole_name(lines) for lines in (parts.issuer, parts.authority))
    begun = (issuer[:length] for length in range(_SHORTEST_NAME, len(issuer) + 1))
    if issuer and issuer not in said and said not in issuer and not any(said.endswith(name) for name in begun):
        yield mark(
            "TT-23.whose", parts.authority[0], parts.authority[0].text, " ".join(line.text for line in parts.issuer)
        )


def _whole_name(lines: list[PrintedLine]) -> str:
    """A body's name, folded, its usual abbreviations written out."""
    return fold(" ".join(line.text for line in lines)).replace("ubnd", "uybannhandan").replace("hdnd", "hoidongnhandan")


def check_fixed_words(parts: Recognised) -> Iterator[Mark]:
    """Quốc hiệu and Tiêu ngữ, to the letter."""
    for line in parts.state_name:
        text = " ".join(printed(line.runs).split())
        if text.upper() not in (STATE_NAME, _OLD_SPELLING):
            yield mark("TT-05.state-text", line, text, STATE_NAME)
    for line in parts.motto:
        text = line.text.replace("\u00a0", " ").strip()
        if text != MOTTO and text.upper() != MOTTO.upper():
            yield mark("TT-05.motto-text", line, text, MOTTO)


def _check_gap_of_motto(parts: Recognised) -> Iterator[Mark]:
    if parts.state_name and parts.motto:
        above, below = parts.state_name[0].paragraph, parts.motto[0].paragraph
        wide = max(above.line_share(), below.line_share()) > _SINGLE
        if above is not below and (above.after + below.before > 0 or wide):
            gap = above.after + below.before
            yield mark("TT-05.spacing", below, f"cách {number(gap)} pt" if gap else "giãn dòng quá dòng đơn")


def text_width(lines: list[PrintedLine]) -> float:
    """The width in points of the longest of ``lines`` as printed."""
    widths = []
    for line in lines:
        width = 0.0
        for run in line.runs:
            if not run.face.raised and not run.face.hidden:
                text = (run.text.upper() if run.face.caps else run.text).replace("\t", "")
                width += typeface.width(text, pt(run.face.size), bold=run.face.bold).points
        paragraph = line.paragraph
        room = paragraph.width - paragraph.left - paragraph.right
        widths.append(min(width, room) if room > 0 else width)
    return max(widths, default=0.0)


def _check_rule(
    rule: DrawnLine | None, lines: list[PrintedLine], missing: str, length: str = "", solid: str = ""
) -> Iterator[Mark]:
    """A drawn line under ``lines``: there, of the right share of the last or of the longest of them, solid."""
    length, solid = length or f"{missing}-length", solid or f"{missing}-solid"
    if rule is None:
        yield mark(missing, lines[-1], "không có đường kẻ")
        return
    law = RULES[length]
    if rule.kind is LineKind.UNDERLINE:
        if not law.admits(100.0):
            yield mark(length, lines[-1], "gạch chân cả dòng chữ")
        return
    shares = [
        (100 * rule.least / width, 100 * rule.most / width)
        for width in (text_width(lines[-1:]), text_width(lines))
        if width
    ]
    if shares and not any(_admits(law, least, most) for least, most in shares):
        least, most = shares[0]
        # The samples of Phụ lục III draw theirs shorter than their own decree has it.
        length = f"{missing}-short" if f"{missing}-short" in RULES and most < (law.least or 0) else length
        yield mark(length, lines[-1], f"dài khoảng {(least + most) / 2:.0f} % dòng chữ")
    if rule.dashed:
        yield mark(solid, lines[-1], "nét đứt")


def _admits(law: LayoutRule, least: float, most: float) -> bool:
    """Whether a share between ``least`` and ``most`` may be inside the law's bounds."""
    return most >= (law.least or 0) - _slack(law.least) and least <= (law.most or 0) + _slack(law.most)


def _slack(bound: float | None) -> float:
    """How far a length may be from its bound before it surely is outside: the width of text is an estimate."""
    return _ESTIMATE / 100 * (bound or 0) + 1


def _check_letter_gap(subject: PrintedLine, above: PrintedLine) -> Iterator[Mark]:
    if subject.paragraph is above.paragraph or is_rule(subject.paragraph):
        return
    gap = above.paragraph.after + subject.paragraph.before
    if subject.paragraph.number == above.paragraph.number + 1 and not RULES["TT-06.letter"].admits(gap, 0.5):
        yield mark("TT-06.letter" if gap else "TT-06.letter-close", subject, f"cách {number(gap)} pt")
