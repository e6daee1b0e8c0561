"""Every error that a user may meet: one class, one Vietnamese sentence with its place and remedy, one exit code.

::

    VanbanError
    ├── DataError                   exit 1: something that the clerk wrote or keeps
    │   └── PackageError            a Word or Excel file that must not be opened
    │       ├── DamagedPackage      cut short or altered on its way
    │       ├── WrongFileKind       something else under that name
    │       ├── ProtectedPackage    behind a password
    │       ├── OversizedPackage    too large, or a zip bomb
    │       ├── UnsafePackage       names, overlaps or XML that no office program writes
    │       ├── MacroPackage        carries macros
    │       └── LinkedPackage       takes content from outside itself
    ├── UsageError                  exit 2: the command line asks for what is not there
    └── EnvironmentFault            exit 4: LibreOffice, fonts, the disk
        └── FileFault               a file that cannot be written, renamed or removed
            ├── DiskFull            no room
            ├── FileHeld            open in Word, or no right to write
            ├── ReadOnlyPlace       a disk or folder for reading only
            ├── PathTaken           a file where a folder should be, or the other way round
            ├── PathTooLong         more characters than the system takes
            └── WriteFailed         anything else that the system refused

Each leaf fills the ``{placeholders}`` of its ``sentence`` from keyword arguments; a test audits every class.
"""

from __future__ import annotations

from typing import ClassVar


class VanbanError(Exception):
    """What went wrong, where, and what to do, said to a clerk in Vietnamese.

    ``sentence`` and ``remedy`` are format strings over the keyword arguments given to the constructor.
    """

    exit_code: ClassVar[int] = 1
    sentence: ClassVar[str] = ""
    remedy: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        self.said = self.sentence.format(**facts)
        self.advice = self.remedy.format(**facts)
        super().__init__(f"{self.said} {self.advice}".strip())

    def __reduce__(self) -> tuple[object, ...]:
        """Let an error cross from a worker process with its facts."""
        return (_rebuild, (type(self), self.facts))


def _rebuild(kind: type[VanbanError], facts: dict[str, object]) -> VanbanError:
    return kind(**facts)


class DataError(VanbanError):
    """Something that the clerk wrote or keeps is wrong."""

    exit_code = 1


class UsageError(VanbanError):
    """The command line asks for something that is not there."""

    exit_code = 2


class EnvironmentFault(VanbanError):
    """The machine lacks something or failed."""

    exit_code = 4


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


class FileFault(EnvironmentFault):
    """The system refused to write, rename or remove a file."""


class DiskFull(FileFault):
    """There is no room for the file."""

    sentence = "Ổ đĩa đầy, không ghi được “{path}”."
    remedy = "Hãy giải phóng chỗ trên ổ đĩa rồi chạy lại; các tệp đã có vẫn nguyên vẹn."


class FileHeld(FileFault):
    """Another program holds the file, or the user may not write there."""

    sentence = "Không được phép ghi “{path}”."
    remedy = "Hãy đóng tệp nếu đang mở trong Word hay chương trình khác, xem lại quyền ghi của thư mục, rồi chạy lại."


class ReadOnlyPlace(FileFault):
    """The disk or folder is for reading only."""

    sentence = "“{path}” nằm ở nơi chỉ cho đọc."
    remedy = "Hãy chép thư mục làm việc sang ổ đĩa ghi được rồi chạy lại."


class PathTaken(FileFault):
    """A file stands where a folder should be, or the other way round."""

    sentence = (
        "Không ghi được “{path}”: trên đường dẫn này có tệp trùng tên với thư mục, hoặc thư mục trùng tên với tệp."
    )
    remedy = "Hãy đổi tên hoặc chuyển tệp, thư mục đó đi nơi khác rồi chạy lại."


class PathTooLong(FileFault):
    """The path has more characters than the system takes."""

    sentence = "Đường dẫn “{path}” quá dài."
    remedy = "Hãy chuyển thư mục làm việc ra gần gốc ổ đĩa hơn, hoặc đặt tên ngắn hơn, rồi chạy lại."


class WriteFailed(FileFault):
    """The system refused for a reason that has no other class."""

    sentence = "Không ghi được “{path}” (hệ thống báo lỗi {code})."
    remedy = "Hãy kiểm tra ổ đĩa, kết nối mạng rồi chạy lại; tệp cũ vẫn nguyên vẹn."
