"""The machine: its disk, its memory, LibreOffice, other machines.

::

    EnvironmentFault
    ├── TooLittleMemory        the system gives no more memory
    ├── GroupUnfit             a group that cannot share the workspace
    ├── FileFault              a file that cannot be written, renamed or removed
    │   ├── DiskFull           no room
    │   ├── FileHeld           open in Word, or no right to write
    │   ├── LinkedFolder       a folder that is a link to somewhere else
    │   ├── ReadOnlyPlace      a disk or folder for reading only
    │   ├── PathTaken          a file where a folder should be, or the other way round
    │   ├── PathTooLong        more characters than the system takes
    │   └── WriteFailed        anything else that the system refused
    ├── PdfFault               no PDF came out of a Word file
    │   ├── ConverterMissing   LibreOffice is not on this machine
    │   ├── ConverterUnusable  it does not start, whatever the file
    │   ├── ConverterRefused   it ended without a PDF
    │   ├── ConverterCrashed   it died on the file
    │   ├── ConverterHung      it had to be killed
    │   └── DamagedPdf         the PDF does not open or has no pages
    ├── WorkerCrashed          a process died on its job
    ├── ClusterMissing         the libraries for many machines are not installed
    ├── SchedulerUnreachable   no answer from the scheduler of many machines
    ├── SchedulerCertificates  the scheduler asks for certificates that this machine lacks
    └── OfficeStopped          something unexpected in the work on one office of many
"""

from __future__ import annotations

from vanban.errors.base import EnvironmentFault


class TooLittleMemory(EnvironmentFault):
    """The system gives this process no more memory."""

    sentence = "Máy không còn đủ bộ nhớ để làm tiếp; các tệp đã ghi xong vẫn nguyên vẹn."
    remedy = (
        "Hãy đóng bớt chương trình, xem lại tệp nào lớn bất thường, rồi chạy lại lệnh; nếu đang ban hành thì chạy "
        "“vanban recover”."
    )


class GroupUnfit(EnvironmentFault):
    """The group of ``office.yaml`` is none of this machine, or somebody else owns what is to be shared."""

    sentence = "Không cho nhóm “{group}” dùng chung thư mục làm việc được: {reason}. Chưa ghi tệp nào."
    remedy = (
        "Hãy ghi ở mục Nhóm người dùng (shared_group) của tệp Cơ quan (office/office.yaml) tên "
        "một nhóm mà người đang dùng thuộc về (lệnh "
        "“groups” nêu các nhóm ấy). Hoặc nhờ người sở hữu thư mục chạy lệnh này một lần."
    )


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


class LinkedFolder(FileFault):
    """A folder of the program's own is a link: what is written there lies elsewhere, over whatever is there."""

    sentence = "Thư mục “{path}” là liên kết tới nơi khác, ghi vào đó có thể đè lên tệp không thuộc thư mục làm việc."
    remedy = "Hãy xóa liên kết ấy, tạo thư mục thật cùng tên nếu cần, rồi chạy lại. Chưa ghi tệp nào."


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


class PdfFault(EnvironmentFault):
    """No PDF came out of a Word file, or the PDF cannot be used."""


class ConverterMissing(PdfFault):
    """LibreOffice is not on this machine."""

    sentence = "Không tìm thấy LibreOffice nên chưa có tệp PDF; các tệp Word vẫn đầy đủ."
    remedy = (
        "Hãy cài LibreOffice Writer (Windows: bộ cài ở libreoffice.org; "
        "Debian, Ubuntu: sudo apt-get install libreoffice-writer-nogui fonts-liberation) rồi chạy lại."
    )


class ConverterUnusable(PdfFault):
    """LibreOffice does not start, whatever the file."""

    sentence = "LibreOffice trên máy này không chạy được nên chưa có PDF của “{name}”; tệp Word đã lập xong."
    remedy = "Hãy thử mở LibreOffice Writer, cài lại nếu không mở được, rồi chạy lại; tệp Word vẫn dùng được."


class ConverterRefused(PdfFault):
    """LibreOffice ended without writing a PDF."""

    sentence = "LibreOffice không chuyển được “{name}” sang PDF; tệp Word đã lập xong."
    remedy = "Hãy mở tệp bằng Word xem có hỏng không, dựng lại tệp rồi chạy lại."


class ConverterCrashed(PdfFault):
    """LibreOffice died on the file, twice."""

    sentence = "LibreOffice bị tắt giữa chừng khi chuyển “{name}” sang PDF."
    remedy = "Hãy đóng bớt chương trình rồi chạy lại; nếu vẫn vậy, hãy mở tệp bằng Word rồi lưu thành PDF."


class ConverterHung(PdfFault):
    """LibreOffice had to be killed, twice."""

    sentence = "LibreOffice không chuyển xong “{name}” sau {seconds} giây nên đã bị dừng."
    remedy = "Hãy chạy lại khi máy rảnh hơn; nếu vẫn vậy, hãy mở tệp bằng Word rồi lưu thành PDF."


class DamagedPdf(PdfFault):
    """The PDF does not open, is locked, or has no pages."""

    sentence = "Tệp PDF của “{name}” không mở được hoặc không có trang nào."
    remedy = "Hãy xóa tệp PDF đó rồi chạy lại để tạo tệp mới."


class WorkerCrashed(EnvironmentFault):
    """A process died on its job, twice."""

    sentence = "Máy dừng đột ngột khi đang làm “{name}”."
    remedy = "Hãy đóng bớt chương trình cho đủ bộ nhớ rồi chạy lại; các văn bản khác không bị ảnh hưởng."


class ClusterMissing(EnvironmentFault):
    """The libraries for many machines are not installed."""

    sentence = "Máy này chưa cài phần chạy trên nhiều máy (Dask)."
    remedy = "Hãy cài bằng lệnh: pip install “vanban[cluster]”, hoặc bỏ --scheduler để chạy trên máy này."


class SchedulerUnreachable(EnvironmentFault):
    """No answer from the scheduler of many machines."""

    sentence = "Không kết nối được máy điều phối tại “{address}”."
    remedy = "Hãy xem máy điều phối đang chạy và địa chỉ viết đúng, ví dụ tcp://10.0.0.5:8786; hoặc bỏ --scheduler."


class SchedulerCertificates(EnvironmentFault):
    """The way to the scheduler is encrypted, and Dask's configuration names no certificates that can be read."""

    sentence = "Máy điều phối tại “{address}” đòi kết nối có chứng thư TLS, máy này chưa có chứng thư đọc được."
    remedy = "Hãy ghi nơi để chứng thư vào cấu hình của Dask (docs/province.md) và dùng địa chỉ tls://."


class OfficeStopped(EnvironmentFault):
    """What the program did not expect, in the work on one office of many."""

    sentence = "Chương trình gặp lỗi ngoài dự kiến ở cơ quan này."
    remedy = "Hãy gửi tệp “{log}” cho người phụ trách phần mềm; các cơ quan khác không bị ảnh hưởng."
