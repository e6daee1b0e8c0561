"""What only the printed page shows: margins kept, lengths of rules, page numbers, the signature on its page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from vanban.domain.measure import pt
from vanban.law.layout_rules import RULES
from vanban.law.nd30 import PAGE
from vanban.proofread.facts import DrawnLine, LineKind, WordFile
from vanban.proofread.lines import PrintedLine, fold
from vanban.proofread.mark import Mark, mark, number
from vanban.proofread.parts import Recognised
from vanban.proofread.sheets import DrawnRule, Printed, Sheet, find_line
from vanban.proofread.stamps import is_circulation

_PAPER_SLACK: Final = 3.0
_SLACK: Final = 1.0
_CENTRE: Final = 6.0
_BELOW: Final = 16.0
_LONG_HEAD: Final = 8
_LEAST_LINES: Final = 2


def check_sheets(sheets: Sequence[Sheet], file: WordFile, parts: Recognised) -> Iterator[Mark]:
    """Faults measured on the pages of the PDF of ``file``."""
    heads = {fold(line.text) for line in (*parts.state_name, *parts.motto, *parts.issuer, *parts.parent_body)}
    heads |= {fold(line.text) for line in (*parts.number, *parts.place_and_date, *parts.letter_subject)}
    for sheet in sheets:
        yield from _check_paper(sheet, heads)
        if sheet.is_empty:
            yield mark("TR-05.empty", None, "trang trống", page=sheet.number)
        for font, embedded in sheet.fonts.items():
            if not embedded:
                yield mark("TR-06.fonts", None, f"phông {font} không nhúng", page=sheet.number)
    if not sheets:
        return
    yield from _check_rules(sheets[0], parts)
    if parts.is_administrative:
        yield from _check_numbers(sheets, file)
        yield from _check_signature(sheets, parts)


def _is_number(line: Printed) -> bool:
    """Whether a line is a page number: digits alone in the top margin."""
    return line.text.strip().isdigit() and line.top < PAGE.top.most.points


def _check_paper(sheet: Sheet, heads: set[str]) -> Iterator[Mark]:
    """Paper and margins. The head's two columns may be wider than the text, as in the samples of Phụ lục III."""
    short, long = sorted((sheet.width, sheet.height))
    if abs(short - PAGE.width.points) > _PAPER_SLACK or abs(long - PAGE.height.points) > _PAPER_SLACK:
        size = f"{number(pt(sheet.width).mm)} x {number(pt(sheet.height).mm)} mm"
        yield mark("TR-01.paper", None, size, page=sheet.number)
        return
    if sheet.width > sheet.height:
        return
    text = [line for line in sheet.lines if not _is_number(line) and not is_circulation(line.text)]
    if not text:
        return
    block = [line for line in text if not (sheet.number == 1 and _is_head(line, heads))] or text
    edges = {
        "left": min(line.left for line in block),
        "right": sheet.width - max(line.right for line in block),
        "top": min(line.top for line in text),
        "bottom": sheet.height - max(line.bottom for line in text),
    }
    for side, length in edges.items():
        rule = RULES[f"TR-01.{side}"]
        if not rule.admits(pt(length).mm, _SLACK):
            yield mark(rule.id, None, f"cách mép {number(pt(length).mm)} mm", page=sheet.number)


def _is_head(line: Printed, heads: set[str]) -> bool:
    """Whether a line is of the head, be it that its two columns print with little between them."""
    said = fold(line.text)
    return said in heads or any(len(head) > _LONG_HEAD and head in said for head in heads)


def _check_rules(sheet: Sheet, parts: Recognised) -> Iterator[Mark]:
    """The three rules of page 1 against the lines that they stand under."""
    under: list[tuple[str, list[PrintedLine], bool]] = [
        ("TR-02.motto", parts.motto, _measurable(parts.motto_rule)),
        ("TR-02.issuer", parts.issuer, _measurable(parts.issuer_rule) and parts.is_administrative),
        ("TR-02.subject", parts.subject, _measurable(parts.subject_rule) and parts.is_administrative),
    ]
    for rule, lines, drawn in under:
        if not lines or not drawn:
            continue
        printed = _printed(sheet, lines)
        last = _printed(sheet, lines[-1:]) or printed
        found = _rule_below(sheet, printed) if printed else None
        if printed is None or last is None or found is None:
            continue
        share = 100 * found.width / last.width
        if not any(RULES[rule].admits(100 * found.width / line.width, _SLACK) for line in (last, printed)):
            yield mark(rule, lines[-1], f"dài {share:.0f} % dòng chữ", page=sheet.number)
        aside = abs(found.middle - printed.middle)
        if not RULES["TR-02.centre"].admits(pt(aside).mm):
            yield mark("TR-02.centre", lines[-1], f"lệch {number(pt(aside).mm)} mm", page=sheet.number)


def _measurable(rule: DrawnLine | None) -> bool:
    """Whether a rule prints as long from LibreOffice as from Word: raised underscores do not."""
    return rule is not None and rule.least == rule.most and rule.kind is not LineKind.UNDERLINE


def _printed(sheet: Sheet, lines: Sequence[PrintedLine]) -> Printed | None:
    """The last printed line of a part, as wide as its widest."""
    whole = fold(" ".join(line.text for line in lines))
    found = [line for line in sheet.lines if len(fold(line.text)) > 1 and fold(line.text) in whole]
    last = find_line(sheet, lines[-1].text)
    if last is None:
        return None
    near = [line for line in found if last.top - 60 < line.top <= last.top and abs(line.middle - last.middle) < 40]
    widest = max([*near, last], key=lambda line: line.width)
    return Printed(last.text, widest.left, widest.right, last.top, last.bottom)


def _rule_below(sheet: Sheet, line: Printed) -> DrawnRule | None:
    """The nearest rule just under a line and in its column."""
    near = [
        rule
        for rule in sheet.rules
        if -4 < rule.top - line.bottom < _BELOW and rule.left < line.right and rule.right > line.left
    ]
    return min(near, key=lambda rule: abs(rule.top - line.bottom), default=None)


def _check_numbers(sheets: Sequence[Sheet], file: WordFile) -> Iterator[Mark]:
    numbers = {sheet.number: [line for line in sheet.lines if _is_number(line)] for sheet in sheets}
    if numbers[1]:
        yield mark("TR-03.first", None, f"hiện số {numbers[1][0].text}", page=1)
    for sheet in sheets[1:]:
        found = numbers[sheet.number]
        middles = [(one.left + sheet.width - one.right) / 2 for one in file.sections] + [sheet.width / 2]
        centred = [line for line in found if min(abs(line.middle - middle) for middle in middles) < _CENTRE]
        # Where a section begins, an annex of its own, the first page shows no number.
        is_judged = bool(found) or len(file.sections) == 1
        if is_judged and not centred and not sheet.is_empty:
            yield mark("TR-03.number", None, "số trang không ở giữa" if found else "không có số", page=sheet.number)


def _check_signature(sheets: Sequence[Sheet], parts: Recognised) -> Iterator[Mark]:
    """Position and name on one page, with at least two lines of the content above them."""
    if not parts.signatures or len(sheets) < 2:
        return
    block = parts.signatures[-1]
    if not block.position or not block.name:
        return
    copied = None if parts.copy is None else _page_of(sheets, parts.copy.form)
    if copied is not None:
        # Below stands who signed the copy, perhaps under the same post.
        sheets = sheets[: copied.number]
    named = _page_of(sheets, block.name[-1])
    titled = None if named is None else _page_of(sheets[: named.number], block.lines[0])
    if named is None or titled is None:
        return
    if titled is not named:
        yield mark("TR-04.split", block.name[-1], "phần ký bị tách sang trang khác", page=named.number)
        return
    first = find_line(titled, block.lines[0].text)
    if titled.number == 1 or first is None:
        return
    above = [line for line in titled.lines if line.bottom < first.top + 2 and not _is_number(line)]
    rows = {round(line.bottom / 4) for line in above if not fold(line.text).startswith("noinhan")}
    if len(rows) < _LEAST_LINES:
        yield mark("TR-04.alone", block.lines[0], f"chỉ còn {len(rows)} dòng nội dung", page=titled.number)


def _page_of(sheets: Sequence[Sheet], line: PrintedLine) -> Sheet | None:
    """The last page that prints ``line``: a name may stand in the content too."""
    return next((sheet for sheet in reversed(sheets) if find_line(sheet, line.text) is not None), None)
