"""The tables of the default templates: heads of few lines, columns as wide as what stands in them, no row alone."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import docx
import pytest
from sample_year import LONG_NAME

from vanban.domain import typeface
from vanban.domain.measure import mm, pt

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIPS_PER_MM = 1440 / 25.4
PADDING = mm(3.8)


def tables(data: bytes) -> Iterator[Any]:
    """The tables of data of a file, whose first row is repeated on each page."""
    for table in docx.Document(io.BytesIO(data)).element.body.iter(f"{W}tbl"):
        if table.find(f".//{W}tblHeader") is not None:
            yield table


def rows(table: Any) -> list[list[tuple[str, float, list[str]]]]:
    """Text, width in mm and styles of each cell of each row."""
    return [
        [
            (
                "".join(text.text or "" for text in cell.iter(f"{W}t")),
                int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) / TWIPS_PER_MM,
                [style.get(f"{W}val") for style in cell.iter(f"{W}pStyle")],
            )
            for cell in row.iterfind(f"{W}tc")
        ]
        for row in table.iterfind(f"{W}tr")
    ]


@pytest.mark.parametrize("count", [1, 3, 60])
def test_no_head_of_a_table_takes_more_than_three_lines_and_no_word_of_it_is_broken(
    rendered: Callable[..., dict[str, bytes]], count: int
) -> None:
    tall = {
        (name, text)
        for name, data in rendered(rows=count, name=LONG_NAME).items()
        for table in tables(data)
        for text, width, _ in rows(table)[0]
        for room in (mm(width) - PADDING,)
        if len(typeface.wrap(text, pt(12), room, bold=True)) > 3
        or any(typeface.width(word, pt(12), bold=True) > room for word in text.split())
    }
    assert tall == set()


def test_where_a_cell_is_tall_no_column_beside_it_is_both_wider_and_empty(
    rendered: Callable[..., dict[str, bytes]],
) -> None:
    wasteful = set()
    for name, data in rendered(rows=3, name=LONG_NAME).items():
        for table in tables(data):
            body = rows(table)[1:]
            for row in body:
                lines = [len(typeface.wrap(text, pt(12), mm(width) - PADDING)) for text, width, _ in row]
                tallest = max(range(len(row)), key=lines.__getitem__)
                empty = [width for text, width, _ in row if not text]
                if lines[tallest] > 4 and any(width > row[tallest][1] for width in empty):
                    wasteful.add((name, row[tallest][0]))
    assert wasteful == set()


def test_neither_one_row_nor_a_total_stands_alone_on_a_page(rendered: Callable[..., dict[str, bytes]]) -> None:
    loose = set()
    for name, data in rendered(rows=60).items():
        for table in tables(data):
            body = rows(table)[len(table.findall(f".//{W}tblHeader")) :]
            kept = [all("LienChuKy" in style for _, _, styles in row for style in styles) for row in body]
            bold = all("Dam" in style for _, _, styles in body[-1] for style in styles)
            last = len(body) - (3 if bold and len(body) > 2 else 2)
            if len(body) > 3 and not (kept[0] and kept[last]):
                loose.add(name)
    assert loose == set()


@pytest.mark.parametrize("kind", ["certificate", "family_certificate"])
def test_a_certificate_leaves_thirty_to_thirty_six_millimetres_for_signature_and_seal(
    rendered: Callable[..., dict[str, bytes]], kind: str
) -> None:
    data = next(iter(rendered(kind, last=False).values()))
    document = docx.Document(io.BytesIO(data))
    (signer,) = [
        paragraph
        for table in document.tables
        for cell in table.rows[-1].cells
        for paragraph in cell.paragraphs
        if paragraph.style and paragraph.style.name.startswith("Họ tên ký giấy khen")
    ]
    before = signer.style.paragraph_format.space_before if signer.style else None
    assert before is not None
    assert 30 <= before.mm <= 36
