"""Where a line may end: between phrases in every title, at no hyphen of a symbol anywhere."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator

from docx import Document
from docx.oxml.ns import qn
from sample_year import LONG_NAME

from vanban.domain import typeface
from vanban.domain.measure import mm, pt
from vanban.domain.phrases import SYMBOLS, unparted
from vanban.law import nd30
from vanban.word import text_of
from vanban.workspace import shipped

LONG = {
    "rows": 3,
    "last": True,
    "name": LONG_NAME,
    "signer": LONG_NAME,
    "subject": "Về việc đề nghị tặng danh hiệu thi đua và hình thức khen thưởng cho các tập thể, cá nhân có thành tích "
    "xuất sắc trong đợt thi đua chào mừng kỷ niệm 70 năm Chiến thắng Điện Biên Phủ theo Kế hoạch số 24/KH-UBND",
}
TITLES = {
    "Trích yếu": nd30.Part.SUBJECT,
    "Tên danh sách": nd30.Part.APPENDIX_TITLE,
    "Kèm theo": nd30.Part.APPENDIX_REFERENCE,
    "Tên đối tượng": nd30.Part.SUBJECT,
    "Thẩm quyền ban hành": nd30.Part.TYPE_NAME,
}


def titles(data: bytes) -> Iterator[tuple[nd30.Part, float, str]]:
    """Part, room in points and text, lines apart, of each title of a Word file."""
    document = Document(io.BytesIO(data))
    section = document.sections[0]
    room = (section.page_width - section.left_margin - section.right_margin) / 12_700
    for paragraph in document.paragraphs:
        if paragraph.style.name in TITLES and paragraph.text.strip():
            yield TITLES[paragraph.style.name], room, paragraph.text


def test_no_title_of_any_kind_is_broken_inside_a_phrase_or_by_the_margin(
    rendered: Callable[..., dict[str, bytes]],
) -> None:
    seen = 0
    for kind, data in rendered(**LONG).items():
        for part, room, text in titles(data):
            lines = text.split("\n")
            size, bold = nd30.TYPES[part].size.chosen, nd30.TYPES[part].bold
            assert typeface.longest(lines, size, bold=bold).points <= room, (kind, text)
            whole = unparted(text.replace("\n", " "))
            assert [piece for line in lines for piece in unparted(line)] == list(whole), (kind, text)
            seen += len(lines) > 1
    assert seen > 15


def test_no_line_ends_at_a_hyphen_of_a_symbol_and_the_text_is_as_it_was(
    rendered: Callable[..., dict[str, bytes]],
) -> None:
    for kind, data in rendered(**LONG).items():
        texts = Document(io.BytesIO(data)).element.body.iter(qn("w:t"))
        assert not [text.text for text in texts if any(re.search(symbol, text.text or "") for symbol in SYMBOLS)], kind
        assert "\u2011" not in text_of(data)
    assert "Kế hoạch số 24/KH-UBND" in text_of(rendered("plan", **LONG)["plan-"]).replace("\n", " ")


def test_the_longest_symbol_of_an_index_stands_on_one_line_of_its_cell() -> None:
    """A symbol is never parted at its hyphens: one that is wider than its cell would be parted within a word."""
    shipped_index = Document(str(shipped() / "templates" / "docx" / "dossier_index.docx"))
    column = shipped_index.tables[0].columns[1].width
    assert column is not None
    assert typeface.width("123/BB-HĐTĐKT", pt(12)) + mm(3.8) < mm(column.mm)
