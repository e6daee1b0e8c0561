"""What a file has to be before the archive takes it in for decades: signed copies, and papers from outside."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from vanban.errors import UnfitPaper
from vanban.gate import PackageKind, open_package
from vanban.pdf import PdfFlaw, flaw_of
from vanban.workspace import read_file

_SCAN: Final = "Hãy quét lại văn bản, hoặc xuất lại thành PDF, rồi chạy lại."
_FLAWS: Final = {
    PdfFlaw.OTHER_FILE: ("không phải là PDF", _SCAN),
    PdfFlaw.DAMAGED: ("bị hỏng hoặc bị cắt ngắn", "Hãy chép lại từ bản gốc, hoặc quét lại, rồi chạy lại."),
    PdfFlaw.LOCKED: ("đòi mật khẩu mới mở được", "Hãy lưu lại thành PDF không đặt mật khẩu, rồi chạy lại."),
    PdfFlaw.NO_PAGES: ("không có trang nào", _SCAN),
    PdfFlaw.BLANK: ("chỉ có trang trắng", _SCAN),
    PdfFlaw.ACTING: (
        "chứa lệnh tự chạy hoặc tự gửi dữ liệu đi",
        "Hãy in tệp ấy ra giấy hoặc ra PDF mới rồi dùng bản mới; nếu tệp do người lạ gửi thì đừng mở.",
    ),
}
_OFFICE: Final[dict[str, PackageKind]] = {".docx": "docx", ".xlsx": "xlsx"}
_BEGINNINGS: Final = {
    ".doc": (b"\xd0\xcf\x11\xe0", b"{\\rtf"),
    ".xls": (b"\xd0\xcf\x11\xe0",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".tif": (b"II*\0", b"MM\0*"),
    ".tiff": (b"II*\0", b"MM\0*"),
}
"""How files of those names begin; others are taken as they are, as long as there is something in them."""


def signed_copy(file: Path) -> bytes:
    """A scan or a digitally signed PDF. Raises :class:`UnfitPaper`, :class:`vanban.errors.FileUnreadable`."""
    data = read_file(file)
    _require_filled(data, file)
    _require_pdf(data, file)
    return data


def paper_from_outside(file: Path) -> bytes:
    """A file that is what its name says. Raises :class:`UnfitPaper`, :class:`vanban.errors.FileUnreadable`,
    :class:`vanban.errors.PackageError`.
    """
    data, suffix = read_file(file), file.suffix.lower()
    _require_filled(data, file)
    if suffix == ".pdf" or data.startswith(b"%PDF-"):
        _require_pdf(data, file)
    elif suffix in _OFFICE:
        open_package(data, name=file.name, kind=_OFFICE[suffix])
    elif not data.startswith(_BEGINNINGS.get(suffix, (b"",))):
        raise UnfitPaper(name=file.name, reason=f"không phải là tệp {suffix}, hoặc bị hỏng", advice=_SCAN)
    return data


def _require_filled(data: bytes, file: Path) -> None:
    if not data:
        raise UnfitPaper(name=file.name, reason="không có gì bên trong", advice=_SCAN)


def _require_pdf(data: bytes, file: Path) -> None:
    flaw = flaw_of(data)
    if flaw:
        reason, advice = _FLAWS[flaw]
        raise UnfitPaper(name=file.name, reason=reason, advice=advice)
