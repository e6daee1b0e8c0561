"""The lines of a text as an editing copy has them: every block with its field, its depth and the number before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import Field

from vanban.domain.record import Record
from vanban.domain.text_mark import inset_mark
from vanban.domain.text_table import TextTable
from vanban.domain.text_tree import SAYING, Block, LineRole, Outline, PartNumbers, numbered


class TreeLine(Record):
    """One block on a line of its own: which field of a block its words are of, inside how many others it stands."""

    said: str = Field(title="Loại khối")
    depth: int = Field(title="Nằm trong mấy khối")
    label: str = Field(title="Số")
    text: str = Field(title="Lời văn")
    table: TextTable | None = Field(default=None, title="Bảng")


def tree_lines(blocks: tuple[Block, ...], outline: Outline, parts: PartNumbers) -> Iterator[TreeLine]:
    """The blocks of a text in reading order; :func:`.draft_tree.read_draft` makes the same tree of them."""
    labels = (one.label for one in numbered(blocks, outline, parts) if one.role is not LineRole.HEADING_TITLE)
    for (block, depth), label in zip(_walk(blocks, 0), labels, strict=True):
        if block.table is not None:
            yield TreeLine(said="table", depth=depth, label="", text="", table=block.table)
        elif block.inset is not None:
            yield TreeLine(said="inset", depth=depth, label="", text=inset_mark(block))
        else:
            said = next(name for name in SAYING if getattr(block, name) is not None)
            headed = label.startswith(("Phần", "Chương", "Mục", "Tiểu mục"))
            yield TreeLine(said=said, depth=depth, label=f"{label}." if headed else label, text=block.words)


def _walk(blocks: Iterable[Block], depth: int) -> Iterator[tuple[Block, int]]:
    for block in blocks:
        yield block, depth
        yield from _walk(block.body, depth + 1)
