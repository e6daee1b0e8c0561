"""Notes, talk and text boxes of a returned workbook are told with their words: who reads only cells loses them."""

from __future__ import annotations

import io

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment

from vanban.domain.finding import Finding, Place, Severity
from vanban.errors import PackageError
from vanban.ingest.error_copy import error_copy
from vanban.ingest.overlays import overlay_findings


def workbook() -> bytes:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = made.add_worksheet("Hộ")
    sheet.write(1, 1, "Lê Văn C")
    sheet.write_comment("B2", "Bà này đã chuyển đi tháng 3")
    sheet.insert_textbox(5, 3, "Tổ trưởng xin bổ sung 2 hộ")
    made.add_worksheet("Trống")
    made.close()
    return out.getvalue()


def test_a_note_and_a_text_box_are_told_with_their_words() -> None:
    told = [(one.place.sheet, one.reason, one.value) for one in overlay_findings(workbook(), "ho.xlsx")]
    assert sorted(told) == [
        ("Hộ", "Trên trang có khung chữ; chương trình chỉ đọc các ô.", "Tổ trưởng xin bổ sung 2 hộ"),
        ("Hộ", "Ô B2 có ghi chú; chương trình chỉ đọc các ô.", "Bà này đã chuyển đi tháng 3"),
    ]


def test_they_are_notices_that_stop_nothing() -> None:
    assert {one.severity for one in overlay_findings(workbook(), "ho.xlsx")} == {Severity.WARNING}


def test_our_own_notes_of_an_error_copy_are_not_told() -> None:
    bare = openpyxl.Workbook()
    out = io.BytesIO()
    bare.save(out)
    found = Finding(place=Place(file="a.xlsx", sheet="Sheet", line=2, column="B"), reason="Sai.", remedy="Hãy sửa.")
    assert list(overlay_findings(error_copy(out.getvalue(), "a.xlsx", [found]), "a.xlsx")) == []


def test_a_workbook_without_any_has_nothing_to_tell() -> None:
    out = io.BytesIO()
    made = openpyxl.Workbook()
    made.save(out)
    assert list(overlay_findings(out.getvalue(), "a.xlsx")) == []
    assert made.active is not None
    made.active["A1"].comment = Comment("", "ai đó")
    out = io.BytesIO()
    made.save(out)
    assert list(overlay_findings(out.getvalue(), "a.xlsx")) == []


def test_what_is_no_workbook_is_refused_as_everywhere() -> None:
    with pytest.raises(PackageError):
        list(overlay_findings(b"PK\x03\x04", "a.xlsx"))
