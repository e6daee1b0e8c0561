"""Turn one paragraph's XML into its runs, its fields, the lines that it draws and the boxes that it holds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from lxml import etree

from vanban.errors import DamagedPackage
from vanban.ooxml import MC, W
from vanban.ooxml.styles import Properties, Stylist
from vanban.proofread.drawing import chosen, lines_in
from vanban.proofread.facts import DrawnLine, LineKind, Paragraph, Run

_DEEPEST: Final = 40
_HALVES: Final = (0.55, 0.68)
_RULE_CHARACTERS: Final = re.compile(
    r"\(?[\s_\u2013\u2014\u2500-\u2503\u2015*=\-~]*([o0O]{3}[\s_\u2013\u2014\u2500-\u2503\u2015*=\-~]*)?\)?"
)
_RULE_WIDTHS: Final = {"_": 0.5, "-": 0.333, "–": 0.5, "—": 1.0, "─": 0.6, "―": 1.0, "━": 0.6, "=": 0.564, "*": 0.5}
_COMBINING: Final = re.compile("[\u0300-\u036f]+")
TRANSPARENT: Final = frozenset(
    W + name
    for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "fldSimple", "bdo", "dir", "sdtContent")
)
"""Elements that only surround what they hold."""
_REMOVED: Final = frozenset(W + name for name in ("del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr"))
_TRACKS: Final = frozenset(W + name for name in ("ins", "del", "moveTo", "moveFrom"))
_WRITTEN: Final = {
    W + "tab": "\t", W + "ptab": "\t", W + "cr": "\n", W + "noBreakHyphen": "-", W + "softHyphen": "",
}  # fmt: skip


class Gathered:
    """What the runs of one paragraph held."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.lines: list[DrawnLine] = []
        self.drawings: list[etree._Element] = []
        self.fields: list[str] = []
        self.page_breaks = 0
        self.comments: list[str] = []
        self.tracked = self.decomposed = False
        self._code: list[str] | None = None

    def draw(self, element: etree._Element) -> None:
        """Keep a drawing, with the lines that it draws."""
        if element.tag in (W + "drawing", W + "pict"):
            self.lines.extend(lines_in(element))
            self.drawings.append(element)

    def code(self, text: str) -> None:
        """Keep a piece of a field's code: Word cuts it into runs as it likes."""
        if self._code is None:
            self._code = []
        self._code.append(text)

    def close_code(self) -> None:
        """A field's code has ended."""
        if self._code:
            self.fields.append(" ".join("".join(self._code).split()))
        self._code = None


def gather(element: etree._Element, stylist: Stylist, table: Properties, style: str, name: str) -> Gathered:
    """Everything that the paragraph ``element`` holds, in cells of ``table`` and of ``style``; text is composed (NFC).

    Raises :class:`vanban.errors.DamagedPackage` where elements are nested without end; ``name`` is the file's.
    """
    reader = _Reader(stylist, table, style, name)
    reader.walk(element, 0)
    reader.into.close_code()
    compose(reader.into)
    return reader.into


class _Reader:
    def __init__(self, stylist: Stylist, table: Properties, style: str, name: str) -> None:
        self._stylist, self._table, self._style, self._name = stylist, table, style, name
        self.into = Gathered()

    def walk(self, parent: etree._Element, deep: int) -> None:
        if deep > _DEEPEST:
            raise DamagedPackage(name=self._name)
        for child in parent:
            tag = child.tag
            if tag == W + "r":
                self._run(child)
            elif tag in _TRACKS:
                self.into.tracked = True
                if tag not in _REMOVED:
                    self.walk(child, deep + 1)
            elif tag == W + "sdt" or tag in TRANSPARENT:
                if tag == W + "fldSimple":
                    self.into.code(child.get(W + "instr") or "")
                    self.into.close_code()
                self.walk(child, deep + 1)
            elif tag == MC + "AlternateContent":
                content = chosen(child)
                if content is not None:
                    self.walk(content, deep + 1)

    def _run(self, element: etree._Element) -> None:
        text = "".join(self._written(element))
        if text:
            direct = self._stylist.run_properties(element.find(W + "rPr"))
            self.into.runs.append(Run(text, self._stylist.face(self._table, self._style, direct), element))

    def _written(self, element: etree._Element) -> Iterator[str]:
        into = self.into
        for child in element:
            tag = child.tag
            if tag == W + "t":
                yield child.text or ""
            elif tag == W + "br":
                kind = child.get(W + "type")
                into.page_breaks += kind == "page"
                yield "" if kind == "page" else "\n"
            elif tag in _WRITTEN:
                yield _WRITTEN[tag]
            elif tag == W + "sym":
                yield _symbol(child.get(W + "char"))
            elif tag == W + "instrText":
                into.code(child.text or "")
            elif tag == W + "fldChar":
                into.close_code()
            elif tag == W + "commentReference":
                into.comments.append(child.get(W + "id") or "")
            elif tag == MC + "AlternateContent":
                for drawing in () if (content := chosen(child)) is None else content:
                    into.draw(drawing)
            elif tag in (W + "drawing", W + "pict"):
                into.draw(child)


def compose(gathered: Gathered) -> None:
    """Compose letters and tones, also where a tone begins the run after its letter: every match is made on NFC."""
    runs = gathered.runs
    if all(run.text.isascii() or unicodedata.is_normalized("NFC", run.text) for run in runs):
        stray = any(_COMBINING.match(run.text) for run in runs[1:])
        if not stray:
            return
    gathered.decomposed = True
    texts = [run.text for run in runs]
    for place in range(1, len(texts)):
        match = _COMBINING.match(texts[place])
        if match is not None and texts[place - 1]:
            texts[place - 1] += match[0]
            texts[place] = texts[place][match.end() :]
    gathered.runs = [
        Run(unicodedata.normalize("NFC", text), run.face, run.element) for text, run in zip(texts, runs, strict=True)
    ]


def _symbol(code: str | None) -> str:
    try:
        return chr(int(code or "", 16))
    except (ValueError, OverflowError):
        return ""


def is_row(text: str) -> bool:
    """Whether a line is a row of characters that stands for a rule: underscores, dashes, “-----o0o-----”."""
    return len(text.strip()) > 2 and _RULE_CHARACTERS.fullmatch(text.strip()) is not None


def _is_deleted(paragraph: Paragraph) -> bool:
    """Whether the paragraph's mark is a tracked deletion: without text nothing of it is left once that is accepted."""
    return paragraph.element.find(f"{W}pPr/{W}rPr/{W}del") is not None


def lines_of_text_and_borders(paragraph: Paragraph) -> Iterator[DrawnLine]:
    """The lines that a paragraph draws without a shape: its border, or a row of characters."""
    text = "".join(run.text for run in paragraph.runs)
    rows = [row for row in text.split("\n") if is_row(row)]
    if rows:
        low = high = 0.0
        for run in paragraph.runs:
            drawn = "".join(row for row in run.text.split("\n") if _RULE_CHARACTERS.fullmatch(row))
            width = sum(_RULE_WIDTHS.get(character, 0.0) for character in drawn) * run.face.size
            low += width * (_HALVES[0] if run.face.raised else 1.0)
            high += width * (_HALVES[1] if run.face.raised else 1.0)
        dashed = any(character in "-*=–~oO0" for character in rows[0])
        yield DrawnLine(LineKind.CHARACTERS, low, high, None, dashed)
    bordered = (paragraph.bordered_top or paragraph.bordered_bottom) and not text.strip()
    if bordered and paragraph.width and not _is_deleted(paragraph):
        length = max(paragraph.width - paragraph.left - paragraph.right, 0.0)
        yield DrawnLine(LineKind.BORDER, length, length, paragraph.left + length / 2)
