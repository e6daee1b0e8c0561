"""What a text calls for anywhere: targets, a table of their results, of who gets an award of another system."""

from __future__ import annotations

from typing import Final

from vanban.domain.target import Result
from vanban.domain.target_inset import chosen, target_blocks
from vanban.domain.text_table import TextColumn, TextTable
from vanban.domain.text_tree import Block, Inset
from vanban.domain.year import Year
from vanban.kinds.parts.other_awards import award_table
from vanban.kinds.parts.target_rows import target_rows

_COLUMNS: Final = (
    TextColumn(name="TT"),
    TextColumn(name="Chỉ tiêu"),
    TextColumn(name="Đơn vị tính"),
    TextColumn(name="Kế hoạch"),
    TextColumn(name="Kết quả"),
    TextColumn(name="Đánh giá"),
)


def with_targets(year: Year, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The text with its insets of targets and of other awards filled; a table of all results is the template's own."""
    return tuple(made for block in blocks for made in _filled(year, block))


def _filled(year: Year, block: Block) -> tuple[Block, ...]:
    if block.inset is Inset.TARGETS:
        return target_blocks(block, year.plan.targets)
    if block.inset is Inset.OTHER_AWARDS and block.of_award:
        return (award_table(year, block.of_award),)
    if block.inset is Inset.TARGET_RESULTS and (block.about or block.of_unit):
        return (result_table(year, block, year.results),)
    if not block.body:
        return (block,)
    return (block.model_copy(update={"body": with_targets(year, block.body)}),)


def result_table(year: Year, inset: Block, results: tuple[Result, ...]) -> Block:
    """The targets that ``inset`` calls for, held against ``results``; a sentence where there are none."""
    wanted = {target.key for target in chosen(inset, year.plan.targets)}
    pairs = zip(year.measures(results), target_rows(year, results), strict=True)
    rows = tuple(row for (target, _, _), row in pairs if target.key in wanted)
    if not rows:
        return Block(text="Chưa có chỉ tiêu nào.")
    cells = tuple((row.name, row.unit, row.planned, row.achieved, row.verdict) for row in rows)
    return Block(table=TextTable(columns=_COLUMNS, rows=cells))
