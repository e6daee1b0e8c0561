"""Turn a Word file into an outline that a person can read and compare: the format of the golden tests.

::

    khổ 210 × 297 mm · lề trên 20, dưới 20, trái 30, phải 20 · phông Times New Roman
    đầu trang
      ⟨Số trang · giữa · 14⟩ {PAGE}
    thân
      bảng 64 + 102 mm
        1.1 ⟨Tên cơ quan · giữa · 13 đậm⟩ PHƯỜNG SÔNG THƯƠNG
        1.1 ─── đường kẻ 0,75 pt dài 21,4 mm · giữa
      ⟨Nội dung · đều · dòng đầu 12,7 · sau 6 · 14⟩ Căn cứ ‹đậm›Luật‹› …
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from vanban.domain.wording import measured
from vanban.ooxml import Element, R, W, val, whole
from vanban.word import wording
from vanban.word.inline import marked_stretches, text_boxes
from vanban.word.layers import Properties, Styles
from vanban.word.table_grid import OutlineCell, TableGrid
from vanban.word.word_parts import WordParts, blocks

_INDENT: Final = "  "
_PLACES: Final = {"default": "", "first": " của trang đầu", "even": " của trang chẵn"}


def outline(data: bytes, name: str) -> str:
    """The outline of the Word file ``data``: a line for each section, header, footer, paragraph and table.

    ``name`` is the file's name for messages. Raises a :class:`vanban.errors.PackageError`.
    """
    return "\n".join(_Outline(WordParts(data, name)).lines()) + "\n"


class _Outline:
    def __init__(self, word: WordParts) -> None:
        self._word, self._styles = word, Styles(word)
        self._font = wording.font_of(self._styles.run(None, word.tree(""), None))

    def lines(self) -> Iterator[str]:
        yield from self._properties()
        for section, content in self._sections():
            width = _twips(section, "pgSz", "w") - _twips(section, "pgMar", "left") - _twips(section, "pgMar", "right")
            yield _section_line(section, self._font)
            yield from self._margins(section, width)
            yield "thân"
            yield from _indented(self._blocks(content, width))
        yield from self._footnotes()

    def _properties(self) -> Iterator[str]:
        core = self._word.properties()
        if core:
            yield "thuộc tính · " + " · ".join(f"{name}: {text}" for name, text in core.items())

    def _sections(self) -> Iterator[tuple[Element, list[Element]]]:
        body = self._word.tree(self._word.main).find(W + "body")
        content: list[Element] = []
        for block in blocks(body):
            content.append(block)
            section = block.find(f"{W}pPr/{W}sectPr")
            if section is not None:
                yield section, content
                content = []
        last = None if body is None else body.find(W + "sectPr")
        if content or last is not None:
            yield last if last is not None else self._word.tree(""), content

    def _margins(self, section: Element, width: int) -> Iterator[str]:
        for tag, title in (("headerReference", "đầu trang"), ("footerReference", "chân trang")):
            for reference in section.iter(W + tag):
                yield title + _PLACES.get(reference.get(W + "type", ""), "")
                part = self._word.tree(self._word.target(tag.removesuffix("Reference"), reference.get(R + "id", "")))
                yield from _indented(self._blocks(list(blocks(part)), width))

    def _footnotes(self) -> Iterator[str]:
        for part in self._word.related("footnotes"):
            for note in self._word.tree(part).iter(W + "footnote"):
                if note.get(W + "type") is None:
                    yield f"chú thích [{note.get(W + 'id')}]"
                    yield from _indented(self._blocks(list(blocks(note)), 0))

    def _blocks(self, content: list[Element], width: int, table_style: str | None = None) -> Iterator[str]:
        for block in content:
            if block.tag == W + "tbl":
                yield from self._table(block)
            else:
                yield self._paragraph(block, width, table_style)
                for box in text_boxes(block):
                    yield _INDENT + "khung chữ"
                    yield from _indented(_indented(self._blocks(list(blocks(box)), 0)))

    # Tables

    def _table(self, table: Element) -> Iterator[str]:
        grid = TableGrid(table, self._styles.table(table))
        yield grid.line()
        style, facts_before = self._styles.table_style(table), ""
        for row, facts, cells in grid.rows():
            if facts != facts_before:
                yield f"{_INDENT}dòng {row} · {facts or 'thường'}"
                facts_before = facts
            for cell in cells:
                yield from _indented(self._cell(cell, style))

    def _cell(self, cell: OutlineCell, table_style: str | None) -> Iterator[str]:
        if cell.is_continued:
            yield f"{cell.label} ↑"
            return
        for line in self._blocks(list(blocks(cell.element)), cell.text_width, table_style):
            yield f"{cell.label} {line}"

    # Paragraphs

    def _paragraph(self, paragraph: Element, width: int, table_style: str | None) -> str:
        properties = self._styles.paragraph(paragraph, table_style)
        texts = self._texts(paragraph, table_style)
        if not texts and (thickness := wording.border(properties, "pBdr/top")):
            return _rule_line(properties, thickness, width)
        looks = [look for _, look in texts] or [self._look(None, paragraph, table_style)]
        main = max(dict.fromkeys(looks), key=lambda look: sum(len(text) for text, own in texts if own == look))
        facts = [self._styles.name(val(paragraph, "pPr/pStyle")), *wording.layout(properties), " ".join(main)]
        return f"⟨{' · '.join(facts)}⟩ {''.join(_told(text, look, main) for text, look in texts)}".rstrip()

    def _texts(self, paragraph: Element, table_style: str | None) -> list[tuple[str, tuple[str, ...]]]:
        """The text in stretches of one look each."""
        stretches = marked_stretches(paragraph)
        looks = [(self._look(stretch.run, paragraph, table_style), stretch.text) for stretch in stretches]
        return [("".join(text for _, text in group), look) for look, group in groupby(looks, key=lambda pair: pair[0])]

    def _look(self, run: Element | None, paragraph: Element, table_style: str | None) -> tuple[str, ...]:
        return wording.look(self._styles.run(run, paragraph, table_style), self._font)


def _indented(lines: Iterator[str]) -> Iterator[str]:
    return (_INDENT + line for line in lines)


def _told(text: str, look: tuple[str, ...], main: tuple[str, ...]) -> str:
    """``text`` as it is, or with what sets it apart: ``‹nghiêng, không đậm›…‹›``."""
    if look == main:
        return text
    words = [word for word in look if word not in main]
    words += [f"không {word}" for word in main[1:] if word not in look]
    return f"‹{', '.join(words)}›{text}‹›"


def _rule_line(properties: Properties, thickness: float, width: int) -> str:
    left, right = (whole(properties.get(f"ind@{side}"), 0) for side in ("left", "right"))
    place = "giữa" if left == right else f"cách trái {wording.mm(left)}"
    return f"─── đường kẻ {measured(thickness, 2)} pt dài {wording.mm(width - left - right)} mm · {place}"


def _section_line(section: Element, font: str) -> str:
    sides = (("trên", "top"), ("dưới", "bottom"), ("trái", "left"), ("phải", "right"))
    margins = ", ".join(f"{word} {wording.mm(_twips(section, 'pgMar', side))}" for word, side in sides)
    size = " × ".join(wording.mm(_twips(section, "pgSz", side)) for side in ("w", "h"))
    words = [f"khổ {size} mm", f"lề {margins}", f"đầu trang cách mép {wording.mm(_twips(section, 'pgMar', 'header'))}"]
    words += ["trang đầu khác"] if section.find(W + "titlePg") is not None else []
    words += [f"{count} cột"] if (count := _twips(section, "cols", "num")) > 1 else []
    start = section.find(W + "pgNumType")
    words += [f"đánh số trang từ {start.get(W + 'start')}"] if start is not None and start.get(W + "start") else []
    return " · ".join([*words, f"phông {font}"])


def _twips(parent: Element, child: str, attribute: str) -> int:
    found = parent.find(W + child)
    return 0 if found is None else whole(found.get(W + attribute), 0)
