"""PDFs as scanners, strangers and accidents make them, byte by byte."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdf
from pypdf.annotations import Link as PdfLink
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, NumberObject, TextStringObject

_SCRIPT = DictionaryObject(
    {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
)
INK = b"0 0 0 rg 20 20 100 100 re f"


def _writer(*contents: bytes) -> pypdf.PdfWriter:
    writer = pypdf.PdfWriter()
    for content in contents:
        page = writer.add_blank_page(200, 200)
        stream = DecodedStreamObject()
        stream.set_data(content)
        page[NameObject("/Contents")] = writer._add_object(stream)
    return writer


def _bytes(writer: pypdf.PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def scan(pages: int = 1, mark: int = 0) -> io.BytesIO:
    """A sound PDF of so many pages; ``mark`` makes another one of the same look."""
    return io.BytesIO(_bytes(_writer(*(INK + b" %% %d" % mark for _ in range(pages)))))


def blank(pages: int = 1) -> bytes:
    """Nothing but empty pages."""
    return _bytes(_writer(*(b"1 0 0 1 0 0 cm" for _ in range(pages))))


def with_script() -> bytes:
    """A page that runs JavaScript when the file is opened."""
    writer = _writer(INK)
    writer.root_object[NameObject("/OpenAction")] = writer._add_object(_SCRIPT)
    return _bytes(writer)


def with_script_on_the_page() -> bytes:
    """The same when the page is turned to."""
    writer = _writer(INK)
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): _SCRIPT})
    return _bytes(writer)


def with_launch() -> bytes:
    """A link that starts a program."""
    writer = _writer(INK)
    writer.add_annotation(0, PdfLink(rect=(0, 0, 50, 50), url="https://example.vn"))
    action = DictionaryObject({NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("cmd.exe")})
    writer.pages[0]["/Annots"][0].get_object()[NameObject("/A")] = action  # type: ignore[index]
    return _bytes(writer)


def miscounted(count: int) -> bytes:
    """One page that claims to be so many."""
    writer = _writer(INK)
    writer.root_object["/Pages"].get_object()[NameObject("/Count")] = NumberObject(count)  # type: ignore[index]
    return _bytes(writer)


def locked() -> bytes:
    """Behind a password."""
    writer = _writer(INK)
    writer.encrypt("secret", "owner", algorithm="RC4-128")
    return _bytes(writer)


def cut() -> bytes:
    """The first two thirds of a scan."""
    whole = scan(3).getvalue()
    return whole[: len(whole) * 2 // 3]


UNFIT: dict[str, tuple[Callable[[], bytes], str]] = {
    "blank page": (blank, "chỉ có trang trắng"),
    "three blank pages": (lambda: blank(3), "chỉ có trang trắng"),
    "script": (with_script, "chứa lệnh tự chạy"),
    "script on a page": (with_script_on_the_page, "chứa lệnh tự chạy"),
    "launch": (with_launch, "chứa lệnh tự chạy"),
    "count": (lambda: miscounted(999_999_999), "bị hỏng hoặc bị cắt ngắn"),
    "one page too many": (lambda: miscounted(2), "bị hỏng hoặc bị cắt ngắn"),
    "count below zero": (lambda: miscounted(-1), "bị hỏng hoặc bị cắt ngắn"),
    "cut": (cut, "bị hỏng hoặc bị cắt ngắn"),
    "cut before the mark of the end": (lambda: scan().getvalue()[:-7], "bị hỏng hoặc bị cắt ngắn"),
    "empty": (bytes, "không có gì bên trong"),
    "locked": (locked, "đòi mật khẩu"),
    "an image": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(50), "không phải là PDF"),
    "head and tail alone": (lambda: b"%PDF-1.7\n%%EOF\n", "bị hỏng hoặc bị cắt ngắn"),
    "no pages": (lambda: _bytes(pypdf.PdfWriter()), "không có trang nào"),
}
"""Files that are not kept, and what is said of them."""
