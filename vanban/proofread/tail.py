"""Turn what follows the content into ô số 7, 9b, 12 and 13 and the appendices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from vanban.proofread.facts import Paragraph
from vanban.proofread.head import is_place_and_date
from vanban.proofread.lines import PrintedLine, Side, fold, is_rule, is_upper, lines_of, printed
from vanban.proofread.parts import Appendix, Recognised, SignatureBlock
from vanban.proofread.stamps import is_stamp
from vanban.proofread.title import is_appendix_heading

_CAPACITY: Final = re.compile(r"^((TM|KT|TL|TUQ|TƯQ)(\.|\s)|(T/M|K/T|T/L)\.?\s|Q\.)\s*\S")
_POSITIONS: Final = re.compile(
    r"^(quyen)?(pho)?(chutich|bithu|chutoa|chutri|thuky|totruong|truongphong|truongban|giamdoc|tonggiamdoc|hieutruong|"
    r"truongdoan|truongtram|botruong|thutruong|cuctruong|vutruong|chanhvanphong|chihuytruong|truongcongan|chunhiem|"
    r"truongkhoa|vientruong|daidien|nguoilap|nguoibaocao|nguoidangky|thutruongdonvi|xacnhan|truongtdp|nguoiviet)"
)
_NOTE: Final = re.compile(r"^\(.*\)?$|^(Ký tên|Ký và|Đã ký|Chữ ký)", re.IGNORECASE)
_DRAFTER: Final = re.compile(r"^[A-ZĐ]{1,5}[a-zđ]?\.\s?\(?\d+\)?$")
_ADDRESS: Final = re.compile(r"^(Địa chỉ|Số\b.*(đường|phố)|ĐT\b|Điện thoại|Fax|E-?mail|Website)", re.IGNORECASE)
_DATED: Final = re.compile(r"ngày\W.{0,14}tháng\W.{0,12}năm", re.IGNORECASE)
_COPY_NUMBER: Final = re.compile(r"^Số\s*:.*/")
_NAME_LENGTH: Final = 60


def is_signing_capacity(text: str) -> bool:
    """Whether a line says for whom one signs: “TM. ỦY BAN NHÂN DÂN”, “KT. CHỦ TỊCH”."""
    return _CAPACITY.match(text) is not None


def recipients_begin(text: str) -> bool:
    """Whether a line is “Nơi nhận:”."""
    folded = fold(text)
    return folded.startswith(("noinhan", "nhoinhan", "noigui")) and len(folded) < 22


def find_tail(paragraphs: Sequence[Paragraph], start: int, parts: Recognised) -> tuple[int, int]:
    """Where the foot begins and where what is attached begins, as indexes."""
    end = _end_of_main(paragraphs, start)
    ending = max((index for index in range(start, end) if _closes(paragraphs[index])), default=start)
    first = end
    for index in range(start, end):
        lines = list(lines_of(paragraphs[index]))
        if any(_opens_tail(line, index >= ending) for line in lines):
            first = index
            break
    if first == end:
        return end, end
    cell = paragraphs[first].cell
    if cell is not None:
        while first > start and (above := paragraphs[first - 1].cell) is not None and above.table is cell.table:
            first -= 1
    return _above_the_foot(paragraphs, start, first, parts), end


def _above_the_foot(paragraphs: Sequence[Paragraph], start: int, first: int, parts: Recognised) -> int:
    """Where the foot begins with a line of place and date that was put above the signature."""
    above = next((index for index in range(first - 1, start, -1) if not paragraphs[index].is_empty), start)
    stray = _lacks_date(parts) and above > start and is_place_and_date(paragraphs[above].text.strip())
    return above if stray else first


def _lacks_date(parts: Recognised) -> bool:
    kind = parts.document_type
    return parts.is_administrative and not parts.place_and_date and (kind is None or kind.dated)


def _closes(paragraph: Paragraph) -> bool:
    return paragraph.text.rstrip().endswith("./.")


def _opens_tail(line: PrintedLine, after_end: bool) -> bool:
    if recipients_begin(line.text):
        return True
    if len(line.text) > _NAME_LENGTH or not line.capitals:
        return False
    if _CAPACITY.match(line.text):
        return True
    cell = line.paragraph.cell
    open_table = cell is not None and cell.table.columns > 1 and not cell.table.bordered
    placed = open_table or line.side is Side.RIGHT or line.paragraph.alignment == "center"
    return (after_end or open_table) and placed and _POSITIONS.match(fold(line.text)) is not None


def _end_of_main(paragraphs: Sequence[Paragraph], start: int) -> int:
    """The index of the first appendix heading after the content, or of a second head."""
    seen_foot = False
    for index in range(start, len(paragraphs)):
        paragraph = paragraphs[index]
        if paragraph.cell is not None and paragraph.cell.table.bordered:
            continue
        text = paragraph.text.strip()
        seen_foot = seen_foot or recipients_begin(text)
        if index > start and is_appendix_heading(paragraph):
            return index
        if seen_foot and (fold(text).startswith("conghoaxahoichunghiavietnam") or _COPY_NUMBER.match(text)):
            return start_of_table(paragraphs, index)
        if seen_foot and text and paragraph.cell is None and _starts_attachment(paragraphs, index):
            return index
    return len(paragraphs)


def start_of_table(paragraphs: Sequence[Paragraph], index: int) -> int:
    """The index of the first paragraph of the table that a paragraph stands in, or its own."""
    cell = paragraphs[index].cell
    while cell is not None and index > 0 and (above := paragraphs[index - 1].cell) is not None:
        if above.table is not cell.table:
            break
        index -= 1
    return index


def _starts_attachment(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """A title in capitals on a new page, or with its reference in brackets just below."""
    paragraph = paragraphs[index]
    signs = _CAPACITY.match(paragraph.text.strip()) or _POSITIONS.match(fold(paragraph.text))
    if signs or paragraph.alignment != "center" or not is_upper(printed(paragraph.runs)):
        return False
    if paragraph.page_break_before or paragraphs[index - 1].page_breaks:
        return True
    below = [fold(found.text) for found in paragraphs[index + 1 : index + 5]]
    return paragraph.section != paragraphs[index - 1].section or any(text.startswith("kemtheo") for text in below)


def read_tail(paragraphs: Sequence[Paragraph], parts: Recognised) -> None:
    """Fill recipients, signatures, the drafter's mark and the address."""
    sides: dict[Side, list[PrintedLine]] = {Side.LEFT: [], Side.RIGHT: [], Side.FULL: []}
    receiving: Side | None = None
    for paragraph in paragraphs:
        for line in lines_of(paragraph):
            if recipients_begin(line.text):
                parts.recipients_title.append(line)
                receiving = line.side
            elif receiving is not None and _goes_on(line, receiving) and _receives(line, parts):
                parts.recipients.append(line)
            elif _DRAFTER.match(line.text):
                parts.drafter.append(line)
            elif _ADDRESS.match(line.text) and line.side is Side.FULL:
                parts.address.append(line)
            elif _lacks_date(parts) and is_place_and_date(line.text):
                parts.place_and_date.append(line)
            else:
                sides[line.side].append(line)
    for lines in sides.values():
        blocks = [_signature(one) for one in _one_after_another(lines)]
        parts.signatures.extend(block for block in blocks if block.position or block.capacity)


def _one_after_another(lines: list[PrintedLine]) -> list[list[PrintedLine]]:
    """The lines of one column cut before every position that follows a name."""
    found: list[list[PrintedLine]] = [[]]
    for line in lines:
        title = line.capitals and (_CAPACITY.match(line.text) or _POSITIONS.match(fold(line.text)))
        if title and found[-1] and not found[-1][-1].capitals and any(above.capitals for above in found[-1]):
            found.append([])
        found[-1].append(line)
    return found


def _goes_on(line: PrintedLine, receiving: Side) -> bool:
    """Whether a line stands under “Nơi nhận”: in its column, or across the page where tabs lay the columns out."""
    return line.side is receiving or (receiving is Side.LEFT and line.side is Side.FULL and line.text[:1] in "-–")


def _receives(line: PrintedLine, parts: Recognised) -> bool:
    """Whether a line under “Nơi nhận” still belongs to it."""
    if line.text.startswith(("-", "–", "+", "•", "*")) or fold(line.text).startswith("luu"):
        return True
    if _CAPACITY.match(line.text) or _DRAFTER.match(line.text) or _ADDRESS.match(line.text):
        return False
    finished = parts.recipients and fold(parts.recipients[-1].text).startswith("luu")
    return not finished and not line.capitals and line.face().size < 13


def _signature(lines: list[PrintedLine]) -> SignatureBlock:
    """One column of a foot: authority and position in capitals, then after a gap another position, then the name."""
    block = SignatureBlock()
    rest = [line for line in lines if not _NOTE.match(line.text) and not _DATED.search(line.text)]
    index = 0
    while index < len(rest) and _is_title(rest[index], index):
        line = rest[index]
        if index and rest[index - 1].paragraph.number + 1 < line.paragraph.number and _far(rest[index - 1], line):
            break
        begins = _CAPACITY.match(line.text) is not None and not block.position
        goes_on = bool(block.capacity) and not block.position and not _POSITIONS.match(fold(line.text))
        (block.capacity if begins or goes_on else block.position).append(line)
        index += 1
    below = rest[index:]
    if (block.position or block.capacity) and below:
        block.other_position.extend(line for line in below[:-1] if line.capitals)
        if len(below[-1].text) <= _NAME_LENGTH and not below[-1].text.startswith("-"):
            block.name.append(below[-1])
    if not block.position and len(block.capacity) > 1:
        block.position.append(block.capacity.pop())
    return block


def _is_title(line: PrintedLine, index: int) -> bool:
    if line.capitals:
        return True
    known = _CAPACITY.match(line.text.upper()) is not None or _POSITIONS.match(fold(line.text)) is not None
    return known and index < 3 and not line.text.endswith((".", ";", ":")) and len(line.text) < _NAME_LENGTH


def _far(above: PrintedLine, below: PrintedLine) -> bool:
    return below.paragraph.number - above.paragraph.number > 2


def read_appendices(paragraphs: Sequence[Paragraph], parts: Recognised) -> None:
    """Cut what follows the foot into appendices; what has no “Phụ lục” heading is kept as one without it.

    Heading, title and reference may share a paragraph, parted by line breaks.
    """
    current: Appendix | None = None
    for paragraph in paragraphs:
        lines = list(lines_of(paragraph))
        if lines and is_appendix_heading(paragraph) and not _in_data(paragraph):
            current = Appendix(lines.pop(0), [], [], [])
            parts.appendices.append(current)
        if not lines or is_rule(paragraph):
            continue
        if current is None:
            current = Appendix(None, [], [], [])
            parts.appendices.append(current)
        above = not current.paragraphs and not _in_data(paragraph) and _stands_above(paragraph)
        if not above or _left_over(lines, current):
            current.paragraphs.append(paragraph)


def _left_over(lines: list[PrintedLine], appendix: Appendix) -> list[PrintedLine]:
    """Keep the lines of an appendix's head where they belong; those that are none."""
    return [line for line in lines if not _heads(line, appendix)]


def _heads(line: PrintedLine, appendix: Appendix) -> bool:
    """Whether a line above an appendix's content is of its title or its reference; it is kept there."""
    if is_stamp(line.text):
        return True
    if line.text.startswith("(") or (appendix.reference and not appendix.reference[-1].text.endswith(")")):
        appendix.reference.append(line)
        return True
    if not appendix.reference:
        appendix.title.append(line)
    return not appendix.reference


def _stands_above(paragraph: Paragraph) -> bool:
    """Whether a paragraph is of an appendix's heading: centred, in capitals, or its reference in brackets."""
    reference = fold(paragraph.text).startswith("kemtheo")
    return paragraph.alignment == "center" or is_upper(printed(paragraph.runs)) or reference


def _in_data(paragraph: Paragraph) -> bool:
    return paragraph.cell is not None and paragraph.cell.table.columns > 1
