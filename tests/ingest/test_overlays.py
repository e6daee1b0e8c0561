"""Notes, talk and text boxes of a returned workbook are told with their words: who reads only cells loses them."""

from __future__ import annotations

import io

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment
from workbook_maker import MAIN, OFFICE, Sheet
from workbook_maker import workbook as workbook_of

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


def tracked() -> bytes:
    """A workbook that Excel shares and keeps the changes of, as its parts are."""
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    changes = f"""<revisions xmlns="{MAIN}"><rcc rId="1" sId="1"><oc r="B2" t="inlineStr"><is><t>12 hộ</t></is></oc>
<nc r="B2" t="inlineStr"><is><t>8 hộ</t></is></nc></rcc>
<rcc rId="2" sId="1"><nc r="C3"><v>5</v></nc></rcc></revisions>"""
    return workbook_of(
        Sheet([["Mã tổ", "Số hộ"], ["tdp-01", "8 hộ"]], name="Hộ"),
        change={
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="s1" '
            f'Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="h" '
            f'Type="{OFFICE}/revisionHeaders" Target="revisions/revisionHeaders.xml"/></Relationships>',
            "xl/revisions/revisionHeaders.xml": f'<headers xmlns="{MAIN}" xmlns:r="{OFFICE}"><header userName="Lan" '
            'dateTime="2024-11-05T08:00:00Z" r:id="g"/></headers>',
            "xl/revisions/_rels/revisionHeaders.xml.rels": f'<Relationships xmlns="{relations}"><Relationship Id="g" '
            f'Type="{OFFICE}/revisionLog" Target="revisionLog1.xml"/></Relationships>',
            "xl/revisions/revisionLog1.xml": changes,
        },
    )


def test_changes_that_a_shared_workbook_keeps_are_told_with_who_made_them() -> None:
    told = [(one.place.sheet, one.reason, one.value) for one in overlay_findings(tracked(), "ho.xlsx")]
    assert told == [
        ("Hộ", "Ô B2 có sửa đổi được theo dõi, của “Lan”; chương trình chỉ đọc các ô.", "12 hộ → 8 hộ"),
        ("Hộ", "Ô C3 có sửa đổi được theo dõi, của “Lan”; chương trình chỉ đọc các ô.", "trống → 5"),
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
