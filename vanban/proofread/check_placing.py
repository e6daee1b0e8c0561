"""How ô số 9a, 9b, 10b, 11 and 13 stand to what is around them: on one line, level, framed, under a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vanban.ooxml import W, whole
from vanban.proofread.facts import Paragraph, WordFile
from vanban.proofread.lines import PrintedLine, Side, fold
from vanban.proofread.mark import Mark, mark, number
from vanban.proofread.parts import Recognised

_ALIGNED: Final = 2.0
"""Points by which the edges of two lines may differ and still stand under each other."""
_LEVEL: Final = 10.0
"""Points by which two lines may stand apart and still be level: less than a line."""
_EDGED: Final = ("left", "both")
_ADDRESS: Final = re.compile(r"^(?:Địa chỉ|Trụ sở)\s*:", re.IGNORECASE)


def check_placing(file: WordFile, parts: Recognised) -> Iterator[Mark]:
    """Faults of place and frame of an administrative document."""
    if not parts.is_administrative:
        return
    yield from _check_addressees(parts)
    yield from _check_level(file, parts)
    yield from _check_frames(parts)
    yield from _check_places_of_marks(file, parts)
    yield from _check_address(file, parts)


def _check_addressees(parts: Recognised) -> Iterator[Mark]:
    """One addressee stands on the line of “Kính gửi”; several have their dashes under each other."""
    listed = parts.addressees
    if not parts.addressees_word:
        return
    word = parts.addressees_word[0]
    beside = any(_beside(word.paragraph, line.paragraph) for line in listed)
    if len(listed) < 2 and fold(word.text).rstrip(":") == "kinhgui" and not beside:
        yield mark("TT-13.single", word, "tên nơi nhận ở dòng dưới")
    dashed = [line for line in listed if line.text.startswith(("-", "–"))]
    edges = [edge for line in dashed if (edge := _edge(line)) is not None]
    if len(edges) > 1 and len(edges) == len(dashed) and max(edges) - min(edges) > _ALIGNED:
        astray = dashed[edges.index(max(edges))]
        yield mark("TT-13.aligned", astray, f"lệch {number(max(edges) - min(edges))} pt so với dòng khác")


def _beside(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs stand in one row of a table."""
    if one.cell is None or other.cell is None:
        return False
    return one.cell.table is other.cell.table and one.cell.row == other.cell.row


def _edge(line: PrintedLine) -> float | None:
    """Where a line begins, in points from its column; unknown where it is centred or moved by a tab."""
    paragraph = line.paragraph
    written = "".join(run.text for run in paragraph.runs)
    if paragraph.alignment not in _EDGED or written[:1].isspace() or "\n" in written:
        return None
    return paragraph.left + paragraph.first_line


def _check_level(file: WordFile, parts: Recognised) -> Iterator[Mark]:
    """“Nơi nhận” stands level with the capacity, or the post, of the one who signs."""
    if len(parts.signatures) != 1 or not parts.recipients_title or parts.is_minutes:
        return
    lines = parts.signatures[0].lines
    title = parts.recipients_title[0].paragraph
    if not lines or title.cell is None or lines[0].paragraph.cell is None:
        return
    signed = lines[0].paragraph
    if title.cell.table is not signed.cell.table or title.cell.column == signed.cell.column:  # type: ignore[union-attr]
        return
    above = [_height_above(file.paragraphs, one) for one in (title, signed)]
    rows = title.cell.row - signed.cell.row  # type: ignore[union-attr]
    if rows or abs(above[0] - above[1]) > _LEVEL:
        found = "thấp hơn" if (rows, above[0]) > (0, above[1]) else "cao hơn"
        yield mark("TT-14.level", parts.recipients_title[0], f"“Nơi nhận” {found} “{lines[0].text}”")


def _height_above(paragraphs: Sequence[Paragraph], below: Paragraph) -> float:
    """The height of what stands above a paragraph in its cell, in points."""
    cell = below.cell
    if cell is None:
        return 0.0
    above = [
        one
        for one in paragraphs
        if one.cell is not None
        and one.cell.table is cell.table
        and (one.cell.row, one.cell.column) == (cell.row, cell.column)
        and one.number < below.number
    ]
    return sum(one.size() * one.line_share() * 1.15 + one.before + one.after for one in above) + below.before


def _check_frames(parts: Recognised) -> Iterator[Mark]:
    """Marks of urgency and of circulation stand in a rectangle of a single line."""
    for rule, lines in (("TT-26.urgency", parts.urgency), ("TT-26.circulation", parts.circulation)):
        for line in lines[:1]:
            if not _is_framed(line.paragraph):
                yield mark(rule, line, f"“{line.text}” không có khung")


def _is_framed(paragraph: Paragraph) -> bool:
    boxed = paragraph.box is not None and paragraph.box.framed
    celled = paragraph.cell is not None and paragraph.cell.bordered
    return boxed or celled or (paragraph.bordered_top and paragraph.bordered_bottom)


def _check_places_of_marks(file: WordFile, parts: Recognised) -> Iterator[Mark]:
    """Urgency stands left, below the number; circulation in the top margin, above the Quốc hiệu (Mục IV, Sơ đồ)."""
    for line in parts.urgency[:1]:
        numbered = (*parts.number, *parts.letter_subject)[-1:]
        columns = any(one.side is Side.LEFT for one in parts.number)
        if not columns or (line.paragraph.box is not None and line.paragraph.box.left is None):
            continue
        if line.side is not Side.LEFT:
            yield mark("TT-26.urgency-place", line, f"“{line.text}” không ở bên trái")
        elif any(_is_above(line.paragraph, one.paragraph) for one in numbered):
            yield mark("TT-26.urgency-place", line, f"“{line.text}” ở trên “{numbered[0].text}”")
    for line in parts.circulation[:1]:
        if not _is_in_top_margin(file, line.paragraph):
            yield mark("TT-26.circulation-place", line, f"“{line.text}” ở trong vùng trình bày")


def _is_above(one: Paragraph, other: Paragraph) -> bool:
    """Whether ``one`` stands over ``other`` in the same cell."""
    if one.cell is None or other.cell is None or one.cell.table is not other.cell.table:
        return False
    return one.cell.column == other.cell.column and one.number < other.number


def _is_in_top_margin(file: WordFile, paragraph: Paragraph) -> bool:
    """Whether a paragraph prints above the text: a header, a frame there, a box of unknown height."""
    if paragraph.in_margin or paragraph.box is not None:
        return True
    frame = paragraph.element.find(f"{W}pPr/{W}framePr")
    if frame is None or frame.get(W + "vAnchor") != "page":
        return False
    top = whole(frame.get(W + "y"))
    return top is not None and top / 20 < file.sections[0].top


def _check_address(file: WordFile, parts: Recognised) -> Iterator[Mark]:
    """The address of the office stands under a line over the whole width of the text."""
    for line in parts.address[:1]:
        paragraph = line.paragraph
        if not _ADDRESS.match(line.text) or paragraph.bordered_top or paragraph.drawn:
            continue
        beside = file.margins_text if paragraph.in_margin else file.paragraphs
        before = [one for one in beside if one.number < paragraph.number and one.in_margin == paragraph.in_margin][-1:]
        if not any(one.bordered_bottom or one.bordered_top or one.drawn for one in before):
            yield mark("TT-26.address", line, "không có đường kẻ ở trên")
