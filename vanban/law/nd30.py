"""Nghị định 30/2020/NĐ-CP, Phụ lục I: the layout of an administrative document, as data.

Every value names its point of Phụ lục I, Phần I. A range is what the decree allows; ``chosen`` is what our own
templates print inside it (the sizes of the official samples in Phụ lục III).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from vanban.domain.measure import Length, mm, pt


class Alignment(StrEnum):
    """How the lines of a paragraph stand between its margins."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    JUSTIFIED = "both"


@dataclass(frozen=True)
class Range:
    """The lengths that a rule allows, both ends included, and the one that our templates use."""

    least: Length
    most: Length
    chosen: Length

    def admits(self, length: Length, tolerance: Length | None = None) -> bool:
        """Whether ``length`` is inside, give or take ``tolerance`` (a tenth of a millimetre if none is given)."""
        slack = (tolerance or mm(0.1)).points
        return self.least.points - slack <= length.points <= self.most.points + slack


@dataclass(frozen=True)
class Page:
    """Mục I: the sheet and its margins."""

    width: Length
    height: Length
    top: Range
    bottom: Range
    left: Range
    right: Range
    header_distance: Length
    source: str

    @property
    def text_width(self) -> Length:
        """The width between the chosen left and right margins."""
        return self.width - self.left.chosen - self.right.chosen

    @property
    def text_width_across(self) -> Length:
        """The same of a page that lies on its side, whose left and right margins are as wide."""
        return self.height - self.left.chosen - self.right.chosen


PAGE: Final = Page(
    width=mm(210),
    height=mm(297),
    top=Range(mm(20), mm(25), mm(20)),
    bottom=Range(mm(20), mm(25), mm(20)),
    left=Range(mm(30), mm(35), mm(30)),
    right=Range(mm(15), mm(20), mm(20)),
    header_distance=mm(10),
    source="Phụ lục I, Phần I, Mục I khoản 1, 2, 3",
)

FONT: Final = "Times New Roman"
"""Mục I khoản 4: Times New Roman, Unicode (TCVN 6909:2001), black."""

COLOR: Final = "000000"

STATE_NAME: Final = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
"""Ô số 1, Mục II khoản 1: Quốc hiệu."""

MOTTO: Final = "Độc lập - Tự do - Hạnh phúc"
"""Ô số 1, Mục II khoản 1: Tiêu ngữ; hyphens with one space on each side."""

END_MARK: Final = "./."
"""What closes the content of every sample in Phụ lục III."""

FIRST_LINE_INDENTS: Final = (mm(10), mm(12.7))
"""Mục II khoản 6 điểm e: 1 cm or 1,27 cm."""

FIRST_LINE_INDENT: Final = mm(12.7)

LETTERHEAD_COLUMNS: Final = (mm(63), mm(100))
"""Ô số 2, 3 and ô số 1, 4: our choice. The right one holds the state name at 13 pt and a blank date at 14 pt."""

ISSUER_ROOM: Final = PAGE.text_width - LETTERHEAD_COLUMNS[1]
"""What a line in the left column may take without leaving the page's margins: the two columns are wider than the text,
evenly to both sides, and lines stand in the middle of theirs."""

SPACE_BETWEEN_PARAGRAPHS: Final = pt(6)
"""Mục II khoản 6 điểm e: at least 6 pt."""

LINE_SPACING_LEAST: Final = 1.0
LINE_SPACING_MOST: Final = 1.5
"""Mục II khoản 6 điểm e: single to 1,5 lines."""

RULE_SHARE_LEAST: Final = 1 / 3
RULE_SHARE_MOST: Final = 1 / 2
RULE_SHARE_CHOSEN: Final = 0.4
"""Mục II khoản 2, 5: the rule under the issuer and the subject is 1/3 to 1/2 of the line above it."""


@dataclass(frozen=True)
class Type:
    """How one part is printed: Mục V, "Mẫu chữ và chi tiết trình bày"."""

    size: Range
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    alignment: Alignment = Alignment.CENTER
    source: str = "Phụ lục I, Phần I, Mục V"


def _sizes(least: float, most: float, chosen: float) -> Range:
    return Range(pt(least), pt(most), pt(chosen))


class Part(StrEnum):
    """The parts of an administrative document (ô số, Mục IV, V), and what a paper copy adds (Phần II)."""

    STATE_NAME = "state_name"
    MOTTO = "motto"
    PARENT_BODY = "parent_body"
    ISSUER = "issuer"
    NUMBER = "number"
    PLACE_AND_DATE = "place_and_date"
    TYPE_NAME = "type_name"
    SUBJECT = "subject"
    LETTER_SUBJECT = "letter_subject"
    ADDRESSEE = "addressee"
    LEGAL_BASIS = "legal_basis"
    BODY = "body"
    PART_HEADING = "part_heading"
    PART_TITLE = "part_title"
    SECTION = "section"
    CLAUSE_TITLE = "clause_title"
    CLAUSE = "clause"
    POINT = "point"
    ARTICLE = "article"
    SIGNING_CAPACITY = "signing_capacity"
    POSITION = "position"
    SIGNER_NAME = "signer_name"
    RECIPIENTS_TITLE = "recipients_title"
    RECIPIENT = "recipient"
    APPENDIX = "appendix"
    APPENDIX_TITLE = "appendix_title"
    APPENDIX_REFERENCE = "appendix_reference"
    URGENCY = "urgency"
    DRAFTER = "drafter"
    ADDRESS = "address"
    CIRCULATION = "circulation"
    PAGE_NUMBER = "page_number"
    COPY_FORM = "copy_form"


_BODY = Type(_sizes(13, 14, 14), alignment=Alignment.JUSTIFIED)
_BODY_BOLD = Type(_sizes(13, 14, 14), bold=True, alignment=Alignment.JUSTIFIED)
_TITLE = Type(_sizes(13, 14, 14), bold=True)
_CAPITAL_TITLE = Type(_sizes(13, 14, 14), bold=True, capitals=True)
_MARK = Type(_sizes(13, 14, 13), bold=True, capitals=True)
"""Rows 10 and 13: the decree prints its own example in 13."""

TYPES: Final[dict[Part, Type]] = {
    Part.STATE_NAME: Type(_sizes(12, 13, 13), bold=True, capitals=True),
    Part.MOTTO: Type(_sizes(13, 14, 14), bold=True),
    Part.PARENT_BODY: Type(_sizes(12, 13, 13), capitals=True),
    Part.ISSUER: Type(_sizes(12, 13, 13), bold=True, capitals=True),
    Part.NUMBER: Type(_sizes(13, 13, 13)),
    Part.PLACE_AND_DATE: Type(_sizes(13, 14, 14), italic=True),
    Part.TYPE_NAME: _CAPITAL_TITLE,
    Part.SUBJECT: _TITLE,
    Part.LETTER_SUBJECT: Type(_sizes(12, 13, 12)),
    Part.ADDRESSEE: Type(_sizes(13, 14, 14), alignment=Alignment.LEFT),
    Part.LEGAL_BASIS: Type(_sizes(13, 14, 14), italic=True, alignment=Alignment.JUSTIFIED),
    Part.BODY: _BODY,
    Part.PART_HEADING: _TITLE,
    Part.PART_TITLE: _CAPITAL_TITLE,
    Part.SECTION: Type(_sizes(13, 14, 14), bold=True, capitals=True, alignment=Alignment.JUSTIFIED),
    Part.CLAUSE_TITLE: _BODY_BOLD,
    Part.CLAUSE: _BODY,
    Part.POINT: _BODY,
    Part.ARTICLE: _BODY_BOLD,
    Part.SIGNING_CAPACITY: _CAPITAL_TITLE,
    Part.POSITION: _CAPITAL_TITLE,
    Part.SIGNER_NAME: _TITLE,
    Part.RECIPIENTS_TITLE: Type(_sizes(12, 12, 12), bold=True, italic=True, alignment=Alignment.LEFT),
    Part.RECIPIENT: Type(_sizes(11, 11, 11), alignment=Alignment.LEFT),
    Part.APPENDIX: Type(_sizes(14, 14, 14), bold=True),
    Part.APPENDIX_TITLE: _CAPITAL_TITLE,
    Part.APPENDIX_REFERENCE: Type(_sizes(13, 14, 14), italic=True, source="Phụ lục I, Phần I, Mục III khoản 1 điểm c"),
    Part.URGENCY: _MARK,
    Part.DRAFTER: Type(_sizes(11, 11, 11), alignment=Alignment.LEFT),
    Part.ADDRESS: Type(_sizes(11, 12, 11), alignment=Alignment.LEFT),
    Part.CIRCULATION: _MARK,
    Part.PAGE_NUMBER: Type(_sizes(13, 14, 14)),
    Part.COPY_FORM: Type(_sizes(13, 14, 14), bold=True, capitals=True, source="Phụ lục I, Phần II, Mục II"),
}
