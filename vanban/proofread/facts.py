"""What a Word file says once every style has had its word: runs, paragraphs, drawn lines, sections; in points."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from lxml import etree

from vanban.ooxml.face import Face

COMMENTATOR: Final = "vanban"
"""Who signs the comments of an annotated copy."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look; tabs are ``\\t``, line breaks ``\\n``."""

    text: str
    face: Face
    element: etree._Element


class LineKind(StrEnum):
    """How somebody drew a horizontal line."""

    SHAPE = "shape"
    BORDER = "border"
    CHARACTERS = "characters"
    UNDERLINE = "underline"


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A horizontal line; ``least`` and ``most`` bound its length where raised characters leave it open.

    ``middle`` is where its middle stands, counted from the left edge of the column or cell, if that is known.
    """

    kind: LineKind
    least: float
    most: float
    middle: float | None = None
    dashed: bool = False
    element: etree._Element | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table: the columns of its widest row, whether it shows borders, the padding of a cell's two sides."""

    ordinal: int
    columns: int
    rows: int
    bordered: bool
    padding: float
    depth: int
    element: etree._Element


@dataclass(frozen=True, slots=True, eq=False)
class CellPlace:
    """Where in a table a paragraph stands, both counted from 0; ``last`` is said of the row's last cell."""

    table: Table
    row: int
    column: int
    last: bool
    width: float
    cant_split: bool
    bordered: bool


@dataclass(frozen=True, slots=True, eq=False)
class TextBox:
    """A box of its own on the page; ``left`` is its left edge from the column, if known."""

    ordinal: int
    left: float | None
    width: float
    framed: bool


@dataclass(slots=True, eq=False)
class Paragraph:
    """One paragraph; ``number`` counts from 1 as a reader meets them, empty ones too.

    ``fields`` are the codes of the fields that it holds; ``decomposed``: its letters and tones were stored apart, the
    text of its runs is composed; ``in_margin``: it stands in a header or footer, where numbers count apart.
    """

    number: int
    element: etree._Element
    runs: tuple[Run, ...]
    style: str
    label: str
    alignment: str
    left: float
    right: float
    first_line: float
    before: float
    after: float
    line: float
    line_rule: str
    contextual: bool
    keep_next: bool
    keep_lines: bool
    page_break_before: bool
    tabs: tuple[float, ...]
    bordered_top: bool
    bordered_bottom: bool
    mark: Face
    cell: CellPlace | None
    box: TextBox | None
    section: int
    width: float
    page_breaks: int = 0
    tracked: bool = False
    fields: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    decomposed: bool = False
    in_margin: bool = False
    drawn: list[DrawnLine] = field(default_factory=list)
    _text: str | None = None

    @property
    def text(self) -> str:
        """What is printed, the automatic number first."""
        if self._text is None:
            written = "".join(run.text for run in self.runs if not run.face.hidden)
            self._text = f"{self.label} {written}" if self.label else written
        return self._text

    @property
    def is_empty(self) -> bool:
        """Whether nothing is printed but spaces."""
        return not self.text.strip()

    def size(self) -> float:
        """The size of its first visible character, or of its mark."""
        return next((run.face.size for run in self.runs if run.text.strip() and not run.face.raised), self.mark.size)

    def line_share(self) -> float:
        """Its line spacing as a multiple of single; TNR's own line is 1,15 times its size."""
        if self.line_rule == "auto":
            return self.line
        single = self.size() * 1.15
        share = self.line / single if single else 1.0
        return max(share, 1.0) if self.line_rule == "atLeast" else share


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A PAGE field and how it is printed."""

    alignment: str
    size: float
    italic: bool
    bold: bool
    font: str
    color: str
    roman: bool
    conditional: bool


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its sheet, margins (points) and the page numbers of its headers and footers by type."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    gutter: float
    header_distance: float
    columns: int
    title_page: bool
    number_start: int | None
    number_format: str
    headers: dict[str, tuple[PageNumber, ...]]
    footers: dict[str, tuple[PageNumber, ...]]
    element: etree._Element | None

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right - self.gutter

    @property
    def is_landscape(self) -> bool:
        """Whether the sheet lies on its long side."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file read: its paragraphs in reading order, text boxes after the paragraph that holds them.

    ``remote_template`` is the address of the template that it was made from, if that is on another machine.
    ``own_comments`` are the ids of those that an earlier proofreading left. ``roots`` are the trees of the parts by
    name; ``main`` is the name of the text's own.
    """

    name: str
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    even_and_odd: bool
    tracked: bool
    margins_text: tuple[Paragraph, ...]
    main: str
    roots: dict[str, etree._Element]
    own_comments: frozenset[str] = frozenset()
    remote_template: str = ""
