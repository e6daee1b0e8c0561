"""PDFs as strangers leave them: read, or refused in one sentence; and bound to print."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from vanban.errors import DamagedPdf
from vanban.pdf import BoundPart, Converted, Converter, convert, merge, page_count, places_of, text
from vanban.pdf.normalise import normalised
from vanban.pdf.reading import font_warnings


def _saved(writer: PdfWriter) -> bytes:
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _blank(pages: int, **metadata: str) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    writer.add_metadata({f"/{key}": value for key, value in metadata.items()})
    return _saved(writer)


def _printing(base_font: str) -> bytes:
    """One page that prints "x" in a font that is not in the file."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject(base_font),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    content = DecodedStreamObject()
    content.set_data(b"BT /F1 12 Tf (x) Tj ET")
    page[NameObject("/Contents")] = writer._add_object(content)
    return _saved(writer)


def _locked() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.encrypt("secret", algorithm="RC4-128")
    return _saved(writer)


@pytest.mark.parametrize("data", [b"", b"garbage", b"%PDF-1.6\n%%EOF", _blank(0), _blank(1)[:100], _locked()])
@pytest.mark.parametrize("look", [page_count, text, font_warnings])
def test_what_is_no_whole_open_pdf_is_said_so(data: bytes, look: Callable[[bytes, str], object]) -> None:
    with pytest.raises(DamagedPdf) as caught:
        look(data, "plan")
    assert str(caught.value) == (
        "Tệp PDF của “plan” không mở được hoặc không có trang nào. Hãy xóa tệp PDF đó rồi chạy lại để tạo tệp mới."
    )


@pytest.fixture(scope="session")
def converted(converter: Converter, word_file: Callable[..., bytes]) -> bytes:
    outcome = convert(converter, {"a": word_file("Ủy ban nhân dân", "Đạt 95%")})["a"]
    assert isinstance(outcome, Converted)
    return outcome.data


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_pdf_damaged_anywhere_is_read_or_refused_but_never_breaks_the_program(
    converted: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(converted)
    for _ in range(data.draw(st.integers(1, 8))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        del damaged[data.draw(st.integers(0, len(damaged))) :]
    for look in (page_count, text, font_warnings, normalised, lambda pdf: merge([("a", pdf)])):
        with suppress(DamagedPdf):
            look(bytes(damaged))


def test_a_font_that_is_not_in_the_file_is_a_warning() -> None:
    assert font_warnings(_printing("/ABCDEF+TimesNewRomanPS-BoldMT")) == (
        "Phông “TimesNewRomanPS-BoldMT” không nằm trong tệp PDF nên máy khác có thể in sai chữ.",
    )
    assert font_warnings(_printing("/Helvetica"))[0] == (
        "Có chữ in bằng phông “Helvetica”, không phải Times New Roman: mẫu dùng phông khác, "
        "hoặc máy thiếu Times New Roman và Liberation Serif."
    )


def test_two_pdfs_that_differ_only_in_their_time_become_the_same() -> None:
    first = _blank(2, CreationDate="D:20240523101010+07'00'", ModDate="D:20240523101010+07'00'")
    second = _blank(2, CreationDate="D:20250101000000Z", ModDate="D:20250101000000Z")
    assert first != second
    assert normalised(first) == normalised(second)
    assert page_count(normalised(first)) == 2


def test_merged_documents_keep_their_order_and_get_a_vietnamese_bookmark_each(converted: bytes) -> None:
    whole = merge(
        [BoundPart("Kế hoạch", converted), ("Tờ trình số 1", _blank(3)), ("Danh sách", converted)], title="Bản in"
    )
    reader = PdfReader(BytesIO(whole), strict=True)
    assert len(reader.pages) == 5
    bookmarks = [(item.title, reader.get_destination_page_number(item)) for item in reader.outline]
    assert bookmarks == [("Kế hoạch", 0), ("Tờ trình số 1", 1), ("Danh sách", 4)]
    assert "Ủy ban nhân dân" in reader.pages[0].extract_text()
    assert "Ủy ban nhân dân" in reader.pages[4].extract_text()
    assert reader.page_mode == "/UseOutlines"
    assert reader.metadata.title == "Bản in"


def test_bookmarks_inside_a_document_do_not_get_among_those_of_the_whole(converted: bytes) -> None:
    inner = merge([("Mục I", converted), ("Mục II", converted)])
    outline = PdfReader(BytesIO(merge([("Kế hoạch", inner)]))).outline
    assert [item.title for item in outline] == ["Kế hoạch"]


def test_for_printing_on_both_sides_each_document_starts_on_a_fresh_sheet() -> None:
    whole = merge([("a", _blank(1)), ("b", _blank(3)), ("c", _blank(2)), ("d", _blank(1))], duplex=True)
    reader = PdfReader(BytesIO(whole))
    assert [reader.get_destination_page_number(item) for item in reader.outline] == [0, 2, 6, 8]
    assert len(reader.pages) == 9
    assert {tuple(page.mediabox) for page in reader.pages} == {(0, 0, 595, 842)}


def test_merging_the_same_documents_gives_the_same_bytes(converted: bytes) -> None:
    parts = [("Kế hoạch", converted), ("Danh sách", _blank(2))]
    assert merge(parts, title="t") == merge(parts, title="t")


def test_merging_names_the_document_that_is_damaged(converted: bytes) -> None:
    with pytest.raises(DamagedPdf) as caught:
        merge([("Kế hoạch", converted), ("Tờ trình", b"garbage")])
    assert caught.value.said == "Tệp PDF của “Tờ trình” không mở được hoặc không có trang nào."


def test_mending_a_damaged_pdf_is_done_in_silence(tmp_path: Path) -> None:
    # pytest hears every log message itself, so only another process can show that the screen stays empty.
    (tmp_path / "bent.pdf").write_bytes(_blank(1).replace(b"startxref\n", b"startxref\n9"))
    script = (
        "import pathlib, sys; from vanban.pdf import page_count; page_count(pathlib.Path(sys.argv[1]).read_bytes())"
    )
    child = subprocess.run([sys.executable, "-c", script, tmp_path / "bent.pdf"], capture_output=True, check=False)
    assert (child.returncode, child.stdout, child.stderr) == (0, b"", b"")


def _written(*pages: str) -> bytes:
    """A PDF of pages with these operators in Helvetica."""
    writer = PdfWriter()
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    for said in pages:
        page = writer.add_blank_page(600, 800)
        fonts = DictionaryObject({NameObject("/F"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F 20 Tf {said} ET".encode())
        page[NameObject("/Contents")] = writer._add_object(stream)
    return _saved(writer)


def test_words_are_found_line_by_line_whatever_breaks_them() -> None:
    data = _written("60 400 Td (khac) Tj", "60 700 Td (Mot cau dai) Tj 0 -40 Td (qua hai dong) Tj")
    whole, cut, absent = places_of(data, ["Mot cau dai qua hai dong", "qua  hai d…", "khong co"], "x.pdf")
    assert [(one.page, round(one.left, 2), round(one.top, 2)) for one in whole] == [(2, 0.1, 0.11), (2, 0.1, 0.16)]
    assert [one.page for one in cut] == [2]
    assert cut[0].width < whole[1].width
    assert absent == ()
    with pytest.raises(DamagedPdf):
        places_of(b"%PDF-1.4 khong phai", ["x"], "x.pdf")
