"""Find the lines drawn under the motto and under the issuer, whatever draws them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vanban.proofread.facts import DrawnLine, LineKind, Paragraph
from vanban.proofread.lines import Side, lines_of
from vanban.proofread.parts import Recognised


def find_head_rules(paragraphs: Sequence[Paragraph], parts: Recognised) -> None:
    """The line under the motto and the one under the issuer, by the column that they are drawn in.

    Where everything stands one below the other a row of characters belongs to the last of the two above it.
    """
    motto = parts.motto[-1] if parts.motto else None
    issuer = parts.issuer[-1] if parts.issuer else None
    for line in (motto, issuer):
        if line is not None and line.underlined:
            drawn = DrawnLine(LineKind.UNDERLINE, 0.0, 0.0)
            if line is motto:
                parts.motto_rule = drawn
            else:
                parts.issuer_rule = drawn
    stacked = motto is not None and motto.side is Side.FULL
    # Columns that were exchanged are told as such; each line still belongs to what stands above it.
    of_motto = Side.LEFT if motto is not None and motto.side is Side.LEFT else Side.RIGHT
    above: Side | None = None
    for paragraph in paragraphs:
        if stacked:
            above = _last_above(paragraph, parts, above)
        for shape, side in _placed(paragraph):
            if above is not None and shape.kind in (LineKind.CHARACTERS, LineKind.BORDER):
                side = above
            free = shape.kind is LineKind.SHAPE
            if side is of_motto and motto is not None and (free or paragraph.number >= motto.paragraph.number):
                parts.motto_rule = parts.motto_rule or shape
            if side is not of_motto and issuer is not None and (free or paragraph.number >= issuer.paragraph.number):
                parts.issuer_rule = parts.issuer_rule or shape


def _last_above(paragraph: Paragraph, parts: Recognised, above: Side | None) -> Side | None:
    """Which of motto (right) and issuer (left) was met last, in a head without columns."""
    if paragraph.cell is not None or paragraph.box is not None:
        return None
    if any(line.paragraph is paragraph for line in parts.motto):
        return Side.RIGHT
    if any(line.paragraph is paragraph for line in parts.issuer):
        return Side.LEFT
    return None if any(True for _ in lines_of(paragraph)) else above


def _placed(paragraph: Paragraph) -> list[tuple[DrawnLine, Side]]:
    """The lines drawn at a paragraph, each with the half of the page that it stands in."""
    cell = paragraph.cell
    found = []
    for shape in paragraph.drawn:
        if cell is not None and cell.table.columns > 1:
            side = Side.LEFT if cell.column == 0 else Side.RIGHT
            if side is Side.LEFT and shape.middle is not None and cell.width and shape.middle > cell.width:
                side = Side.RIGHT
            found.append((shape, side))
        elif paragraph.box is not None:
            left = paragraph.box.left or 0.0
            found.append((shape, Side.LEFT if left + paragraph.box.width / 2 < 225 else Side.RIGHT))
        elif shape.middle is not None and paragraph.width:
            middle = shape.middle + (paragraph.left if shape.kind is not LineKind.BORDER else 0.0)
            found.append((shape, Side.LEFT if middle < 0.45 * paragraph.width else Side.RIGHT))
        elif shape.kind is LineKind.CHARACTERS:
            found.extend(_rows_of_characters(paragraph, shape))
    return found


def _rows_of_characters(paragraph: Paragraph, shape: DrawnLine) -> list[tuple[DrawnLine, Side]]:
    """Underscores laid out by tabs or spaces: one row each side."""
    text = "".join(run.text for run in paragraph.runs)
    rows = [row for row in re.split(r"[\t\s]{2,}|\t", text.strip()) if row]
    leading = re.match(r"[\s\t]*", text)
    total = sum(map(len, rows)) or 1
    if len(rows) == 2:
        shares = [len(row) / total for row in rows]
        return [
            (DrawnLine(shape.kind, shape.least * share, shape.most * share, None, shape.dashed), side)
            for share, side in zip(shares, (Side.LEFT, Side.RIGHT), strict=True)
        ]
    side = Side.RIGHT if leading and (len(leading[0]) > 12 or "\t" in leading[0]) else Side.LEFT
    return [(shape, side)]
