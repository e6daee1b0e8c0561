"""Turn a Word file into its plain text."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.ooxml import Element, W
from vanban.word.inline import plain_text, text_boxes
from vanban.word.word_parts import WordParts, blocks


def text_of(data: bytes, name: str = "văn bản.docx") -> str:
    """The text of the body, then of the headers, footers and footnotes, a line for each paragraph.

    ``name`` is the file's name for messages. Raises a :class:`vanban.errors.PackageError`.
    """
    word = WordParts(data, name)
    parts = [word.main, *word.related("header"), *word.related("footer"), *word.related("footnotes")]
    lines = (line for part in parts for line in _lines(_content(word.tree(part))))
    return "\n".join(lines) + "\n"


def _content(root: Element) -> Element:
    body = root.find(W + "body")
    return root if body is None else body


def _lines(parent: Element) -> Iterator[str]:
    for block in blocks(parent):
        if block.tag == W + "p":
            yield plain_text(block)
            for box in text_boxes(block):
                yield from _lines(box)
        else:
            for cell in block.iter(W + "tc"):
                if next(cell.iterancestors(W + "tbl")) is block:
                    yield from _lines(cell)
