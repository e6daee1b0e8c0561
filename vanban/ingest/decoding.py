"""Turn the bytes of a text file into text, strictly: what is not Unicode is told with its line, never guessed."""

from __future__ import annotations

import codecs

from vanban.domain.finding import Finding, Place, visible

_SAVE_AS_UNICODE = "Hãy mở tệp rồi lưu lại: Excel chọn Lưu thành kiểu “CSV UTF-8”, Notepad chọn Encoding là UTF-8."
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def _around(data: bytes, offset: int) -> str:
    """The line in which a letter cannot be read, as far as it can."""
    begin, end = data.rfind(b"\n", 0, offset) + 1, data.find(b"\n", offset)
    return visible(data[begin : end if end > 0 else None].decode("utf-8", errors="replace").strip())


def decode(data: bytes, file: str, largest: int) -> str | Finding:
    """The text of a file in UTF-8, or UTF-16 that says so; otherwise, or above ``largest`` bytes, what is wrong."""
    if len(data) > largest:
        return Finding(
            place=Place(file=file),
            reason=f"Tệp nặng hơn {largest // 2**20} MB, lớn quá mức cho phép.",
            remedy="Hãy kiểm tra xem có lấy nhầm tệp không, hoặc tách bớt dữ liệu.",
        )
    mark, encoding = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), (b"", "utf-8"))
    try:
        return data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = len(mark) + error.start
        line = data[len(mark) : offset].decode(encoding, errors="ignore").count("\n") + 1
        return Finding(
            place=Place(file=file, line=line),
            reason=f"Không đọc được chữ có dấu: “{_around(data, offset)}”.",
            remedy=_SAVE_AS_UNICODE,
        )
