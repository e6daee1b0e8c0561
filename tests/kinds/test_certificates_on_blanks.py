"""Blank certificates: words at their millimetres, moved by the printer's error, smaller where long; the drawn frame."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sample_year import LONG_NAME, sample_year

from vanban.domain import typeface
from vanban.domain.certificate_stock import CertificateStock
from vanban.domain.measure import mm
from vanban.domain.year import Year
from vanban.kinds.papers import certificate
from vanban.word import Template, text_of

TEMPLATE = Template.load(Path(__file__).parents[2] / "templates" / "docx" / "certificate.docx")
NAME = {"field": "name", "left": 30, "top": 92, "width": 120, "size": 28, "least": 12}
LINES = [
    NAME,
    {"field": "decision_line", "left": 15, "top": 150, "width": 130, "size": 13, "left_aligned": True},
    {"field": "signature_lines", "left": 150, "top": 150, "width": 110, "size": 14},
    {"field": "signer_name", "left": 150, "top": 190, "width": 110, "size": 14},
]


def on_blanks(year: Year, **more: Any) -> Year:
    stock = CertificateStock.model_validate({"lines": LINES, **more})
    return year.model_copy(update={"certificate_stock": stock})


def frames(data: bytes) -> dict[str, tuple[float, float, float, float]]:
    """Text → millimetres from the left and upper edge, width, and size in points of every placed line of the file."""
    found = {}
    for paragraph in Document(io.BytesIO(data)).paragraphs:
        frame = paragraph._p.pPr.find(qn("w:framePr")) if paragraph._p.pPr is not None else None
        if frame is not None:
            left, top, width = (int(frame.get(qn(f"w:{name}"))) * 25.4 / 1440 for name in ("x", "y", "w"))
            size = paragraph.runs[0].font.size
            assert size is not None
            found[paragraph.text] = left, top, width, size.pt
    return found


def test_on_a_blank_only_what_the_office_named_is_printed_at_its_place() -> None:
    made = TEMPLATE.render(certificate.compose(on_blanks(sample_year(rows=1)), "p0"))
    placed = frames(made)
    context = certificate.compose(sample_year(rows=1), "p0")
    assert placed[context.name.text][:3] == pytest.approx((30, 92, 120), abs=0.05)
    assert placed[context.signer_name][:2] == pytest.approx((150, 190), abs=0.05)
    assert context.decision_line in placed
    assert len(placed) == len(LINES)
    said = text_of(made)
    assert "CỘNG HÒA" not in said
    assert "GIẤY KHEN" not in said
    assert "graphic" not in zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()


def test_the_printer_in_use_moves_every_line_by_its_error() -> None:
    year = sample_year(rows=1)
    printers = [{"printer": "Canon", "right": 9, "down": 9}, {"printer": "HP một cửa", "right": 1.5, "down": -0.8}]
    usual, moved = (
        frames(TEMPLATE.render(certificate.compose(on_blanks(year, **more), "p0")))
        for more in ({}, {"printers": printers, "printer": "HP một cửa"})
    )
    for text, (left, top, width, size) in usual.items():
        assert moved[text] == pytest.approx((left + 1.5, top - 0.8, width, size), abs=0.05)


@given(st.lists(st.sampled_from(["Nguyễn", "Thị", "Hoàng", "Khánh", "Huyền", "Công", "Tằng"]), min_size=1, max_size=12))
def test_a_long_name_shrinks_until_it_fits_its_place_and_loses_no_letter(words: list[str]) -> None:
    name = " ".join(words)
    year = on_blanks(sample_year(rows=1, name=name))
    (line, *_) = certificate.compose(year, "p0").placed
    assert line.text.split() == ["Ông", *words]
    assert 12 <= line.size.points <= 28
    lines = line.text.split("\n")
    assert typeface.longest(lines, line.size, bold=True).points <= mm(120).points
    assert line.fits == (len(lines) == 1)


def test_what_fits_no_blank_is_told_at_its_achievement() -> None:
    narrow = {"field": "achievement", "left": 30, "top": 110, "width": 60, "size": 14, "lines": 1}
    year = sample_year(rows=1, name=LONG_NAME)
    rows = tuple(row.model_copy(update={"summary": "Có thành tích xuất sắc " * 20}) for row in year.nominations)
    year = year.model_copy(update={"nominations": rows})
    assert not certificate.overfull(year)
    stock = CertificateStock.model_validate({"lines": [narrow]})
    (fault,) = certificate.overfull(year.model_copy(update={"certificate_stock": stock}))
    assert fault.path[0] == "nominations"


@pytest.mark.parametrize(
    ("stock", "says"),
    [
        ({"lines": [NAME | {"left": 200}]}, "nằm trong khổ 297 × 210 mm"),
        ({"lines": [NAME, NAME]}, "chỉ khai một lần"),
        ({"lines": [NAME | {"least": 40}]}, "không được lớn hơn"),
        ({"lines": [NAME], "printer": "HP"}, "trong danh sách độ lệch"),
    ],
)
def test_a_blank_that_cannot_be_is_refused_in_words(stock: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        CertificateStock.model_validate(stock)


def test_without_a_blank_the_program_draws_the_frame_itself_as_a_vector_of_the_whole_sheet() -> None:
    made = TEMPLATE.render(certificate.compose(sample_year(rows=1), "p0"))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        (drawing,) = (name for name in package.namelist() if name.endswith(".emf"))
        picture = package.read(drawing)
        body = package.read("word/document.xml").decode()
    assert picture[40:44] == b" EMF"
    assert int.from_bytes(picture[48:52], "little") == len(picture)
    assert 'behindDoc="1"' in body
    size = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"', body)
    assert size is not None
    assert [int(side) / 36_000 for side in size.groups()] == pytest.approx([297, 210], abs=0.05)


def test_a_unit_has_its_address_on_its_certificate() -> None:
    year = sample_year()
    keys = [key for key, one in certificate.certified(year).items() if one.awardee.nominee.startswith("c")]
    place = certificate.compose(year, keys[0]).place.text
    assert place.startswith(("Phường", "Xã", "Tỉnh"))
