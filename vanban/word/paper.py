"""Turn a finished Word file into its lines and tables, so that what it says can be held against other files."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.domain.paper import Paper, PaperLine, PaperTable
from vanban.domain.text import tidy
from vanban.ooxml import Element, W, val, whole
from vanban.word.inline import plain_text, text_boxes
from vanban.word.word_parts import WordParts, blocks


def read_paper(data: bytes, name: str) -> Paper:
    """What the body of the Word file ``data`` says; ``name`` is the file's name in messages and places.

    Raises a :class:`vanban.errors.PackageError`.
    """
    word = WordParts(data, name)
    reader = _Reader()
    reader.read(word.tree(word.main).find(W + "body"))
    return Paper(file=name, lines=tuple(reader.lines), tables=tuple(reader.tables))


class _Reader:
    def __init__(self) -> None:
        self.lines: list[PaperLine] = []
        self.tables: list[PaperTable] = []

    def read(self, parent: Element | None) -> None:
        for block in blocks(parent):
            if block.tag == W + "tbl":
                rows = tuple(tuple(_cells(row)) for row in _own(block, "tr"))
                self.tables.append(PaperTable(ordinal=len(self.tables) + 1, rows=rows))
            else:
                self._line(block)
            for box in text_boxes(block):
                self.read(box)

    def _line(self, paragraph: Element) -> None:
        text = tidy(plain_text(paragraph))
        if text:
            self.lines.append(PaperLine(text=text, place=f"đoạn {len(self.lines) + 1}"))


def _cells(row: Element) -> Iterator[str]:
    for cell in _own(row, "tc"):
        yield "\n".join(filter(None, (tidy(plain_text(one)) for one in cell.iter(W + "p"))))
        for _ in range(whole(val(cell, "tcPr/gridSpan"), 1) - 1):
            yield ""


def _own(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those in a wrapping, and not those of a table inside."""
    table = parent if parent.tag == W + "tbl" else next(parent.iterancestors(W + "tbl"))
    for found in parent.iter(W + tag):
        if next(found.iterancestors(W + "tbl")) is table:
            yield found
