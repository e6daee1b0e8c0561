"""Word and Excel files from outside that must not, or cannot, be opened.

::

    DataError
    ├── PackageError          a Word or Excel file that must not be opened
    │   ├── DamagedPackage    cut short or altered on its way
    │   ├── WrongFileKind     something else under that name
    │   ├── OldFormatUnread   an old word processor's file that LibreOffice does not open
    │   ├── ProtectedPackage  behind a password
    │   ├── OversizedPackage  too large, or a zip bomb
    │   ├── UnsafePackage     names, overlaps or XML that no office program writes
    │   ├── MacroPackage      carries macros
    │   └── LinkedPackage     takes content from outside itself
    └── TooHeavy              a file that takes too much memory or time to read
"""

from __future__ import annotations

from vanban.errors.base import DataError


class PackageError(DataError):
    """A Word or Excel file that must not be opened."""


class DamagedPackage(PackageError):
    """Cut short or altered on its way."""

    sentence = "Tệp “{name}” bị hỏng hoặc bị cắt ngắn khi sao chép."
    remedy = "Hãy sao chép lại từ bản gốc, hoặc mở bằng Word hay Excel rồi lưu lại."


class WrongFileKind(PackageError):
    """Something else under that name."""

    sentence = "Tệp “{name}” không phải là {wanted} mà là {real}."
    remedy = "Hãy dùng đúng tệp, hoặc mở tệp bằng {save_as}."


class OldFormatUnread(PackageError):
    """An old word processor's file that LibreOffice does not open."""

    sentence = "Tệp “{name}” là {real}, LibreOffice không mở được để soát."
    remedy = "Hãy mở tệp bằng Word rồi chọn Lưu thành (Save As) kiểu “Word Document (*.docx)”."


class ProtectedPackage(PackageError):
    """Behind a password."""

    sentence = "Tệp “{name}” được đặt mật khẩu nên không đọc được."
    remedy = "Hãy mở tệp, gỡ mật khẩu rồi lưu lại."


class OversizedPackage(PackageError):
    """Too large, or a zip bomb."""

    sentence = "Tệp “{name}” {detail}, lớn quá mức cho phép."
    remedy = "Hãy bỏ bớt hình ảnh, trang và ô thừa rồi lưu lại; nếu tệp do người lạ gửi thì đừng mở."


class UnsafePackage(PackageError):
    """Names, overlaps or XML that no office program writes."""

    sentence = "Tệp “{name}” {detail}, không an toàn để mở."
    remedy = "Hãy xin lại tệp từ người gửi, hoặc mở bằng Word hay Excel rồi lưu thành tệp mới."


class MacroPackage(PackageError):
    """Carries macros."""

    sentence = "Tệp “{name}” chứa macro hoặc điều khiển ActiveX."
    remedy = "Hãy lưu thành kiểu không có macro (.docx hoặc .xlsx) rồi dùng tệp mới."


class LinkedPackage(PackageError):
    """Takes content from outside itself."""

    sentence = "Tệp “{name}” lấy nội dung từ nơi khác (liên kết {kind} tới “{target}”)."
    remedy = "Hãy ngắt liên kết (Excel: Data, Edit Links, Break Link; Word: chèn thẳng hình vào tệp) rồi lưu lại."


class TooHeavy(DataError):
    """A file that takes more memory or time to read than any office's paper."""

    sentence = "Tệp “{name}” cần nhiều bộ nhớ hoặc thời gian quá mức cho phép nên chương trình đã thôi đọc."
    remedy = "Hãy mở tệp bằng Word hoặc Excel, lưu lại rồi thử lại; nếu tệp do người lạ gửi thì đừng mở."
