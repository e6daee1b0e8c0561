"""The text of a paragraph, stretch by stretch: what Word shows, or with marks for what cannot be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vanban.ooxml import MC, WP, Element, W, whole
from vanban.word.word_parts import in_order

_CONTAINERS: Final = frozenset(
    W + name for name in ("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo")
)
_PLAIN: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "page": "\f"}
_MARKED: Final = {"tab": "⇥", "br": "↵", "cr": "↵", "noBreakHyphen": "‑", "softHyphen": "¬", "page": "⤓"}
_EMU_PER_MM: Final = 36_000


@dataclass(frozen=True)
class Stretch:
    """Text of one run, with the run it stands in."""

    text: str
    run: Element


def plain_text(paragraph: Element) -> str:
    r"""The text as Word shows it: ``\t`` for tabs, ``\n`` for line breaks, ``\f`` for page breaks, fields' results."""
    return "".join(stretch.text for stretch in _Reader(marked=False).read(paragraph))


def marked_stretches(paragraph: Element) -> tuple[Stretch, ...]:
    """The text with ``⇥ ↵ ⤓ ␣`` for tabs, line breaks, page breaks and no-break spaces, ``{PAGE}`` for fields."""
    return tuple(_Reader(marked=True).read(paragraph))


class _Reader:
    def __init__(self, *, marked: bool) -> None:
        self._marked = marked
        self._signs = _MARKED if marked else _PLAIN
        # For each field that is open: its instruction so far, and whether its result has begun.
        self._fields: list[tuple[str, bool]] = []

    def read(self, parent: Element) -> Iterator[Stretch]:
        for child in in_order(parent):
            if child.tag == W + "r":
                yield from self._run(child)
            elif child.tag == W + "fldSimple":
                yield from self._simple_field(child)
            elif child.tag in _CONTAINERS:
                yield from self.read(child)

    def _simple_field(self, field: Element) -> Iterator[Stretch]:
        run = field.find(W + "r")
        if not self._marked:
            yield from self.read(field)
        elif run is not None:
            yield Stretch(_field_mark(field.get(W + "instr", "")), run)

    def _run(self, run: Element) -> Iterator[Stretch]:
        for child in in_order(run):
            if text := self._sign(child):
                yield Stretch(text, run)

    def _sign(self, child: Element) -> str:
        tag = child.tag.removeprefix(W)
        if tag == "fldChar":
            return self._field_border(child.get(W + "fldCharType", ""))
        if tag == "instrText" and self._fields:
            instruction, shown = self._fields.pop()
            self._fields.append((instruction + (child.text or ""), shown))
            return ""
        if any(self._marked or not shown for _, shown in self._fields):
            return ""
        return self._text(child, tag)

    def _field_border(self, kind: str) -> str:
        if kind == "begin":
            self._fields.append(("", False))
        elif kind == "separate" and self._fields:
            self._fields[-1] = (self._fields[-1][0], True)
        elif kind == "end" and self._fields:
            instruction, _ = self._fields.pop()
            return _field_mark(instruction) if self._marked and not self._fields else ""
        return ""

    def _text(self, child: Element, tag: str) -> str:
        if tag == "t":
            return (child.text or "").replace("\u00a0", "␣") if self._marked else child.text or ""
        if tag == "br" and child.get(W + "type") in ("page", "column"):
            return self._signs["page"]
        if tag == "footnoteReference":
            return f"[{child.get(W + 'id')}]" if self._marked else ""
        if tag in ("drawing", "pict", "object"):
            return _picture_mark(child) if self._marked else ""
        return self._signs.get(tag, "")


def _field_mark(instruction: str) -> str:
    return "{" + " ".join(instruction.split()) + "}"


def _picture_mark(drawing: Element) -> str:
    extent = next(drawing.iter(WP + "extent"), None)
    if extent is None:
        return "[hình]"
    width, height = (whole(extent.get(side), 0) / _EMU_PER_MM for side in ("cx", "cy"))
    return f"[hình {width:.0f} × {height:.0f} mm]"


def text_boxes(paragraph: Element) -> Iterator[Element]:
    """The contents of the text boxes that hang on a paragraph, each once."""
    for box in paragraph.iter(W + "txbxContent"):
        if not any(above.tag == MC + "Fallback" for above in box.iterancestors()):
            yield box
