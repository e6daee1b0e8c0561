"""The page on this machine: requests that it does not grant, and what stops it.

::

    UsageError
    └── PageFault              a request that the page on this machine does not grant
        ├── ForeignHost        meant for another name than this machine's own
        ├── ForeignRequest     not sent by a page of this program
        ├── NoSession          without the address that ``vanban open`` printed
        ├── NoPage             an address at which there is nothing
        ├── NoTable            no table of that name, nothing kept under that number
        ├── NoRecord           no part of the data is called so, or none of its records
        ├── FileNotKept        a file to be proofread that is kept no longer
        ├── BusyTable          a table that somebody else is saving
        ├── RequestTooLarge    more bytes than a form may send
        ├── UnreadableRequest  a form that nobody can read
        ├── FolderUnnamed      a folder that is not named whole
        ├── MistypedYear       words that are no year
        ├── MistypedPeriod     words that are no retention period
        ├── MistypedDay        words that are no day
        └── StillWorking       long work while other long work runs
    EnvironmentFault
    ├── PortTaken              another program listens where the page should
    └── PageFailed             the page met what nobody had thought of
"""

from __future__ import annotations

from vanban.errors.base import EnvironmentFault, UsageError


class PageFault(UsageError):
    """A request that the page on this machine does not grant."""


class ForeignHost(PageFault):
    """The request is meant for another name than this machine's own."""

    sentence = "Địa chỉ này không phải của trang làm việc trên máy này."
    remedy = "Hãy mở đúng địa chỉ mà lệnh “vanban open” in ra."


class ForeignRequest(PageFault):
    """The request was not sent by a page of this program."""

    sentence = "Yêu cầu này không do trang làm việc gửi nên không được nhận; chưa có gì thay đổi."
    remedy = "Hãy mở lại trang làm việc rồi làm lại; nếu một trang web lạ vừa mở thì đóng nó."


class NoSession(PageFault):
    """Nobody opened the address that ``vanban open`` printed, or the program was started anew since."""

    sentence = "Trang làm việc chưa được mở từ máy này, hoặc chương trình đã chạy lại."
    remedy = "Hãy mở địa chỉ mà lệnh “vanban open” in ra; nếu đã đóng thì chạy lại lệnh ấy."


class NoPage(PageFault):
    """There is nothing at that address."""

    sentence = "Không có trang nào ở địa chỉ này."
    remedy = "Hãy về trang đầu rồi chọn lại."


class NoTable(PageFault):
    """No table of that name, or nothing kept under that number."""

    sentence = "Không có bảng, bản lưu nào tên là “{name}”."
    remedy = "Hãy chọn lại trong danh sách các bảng."


class NoRecord(PageFault):
    """No part of the data is called so, or none of its records."""

    sentence = "Không có mục nào tên là “{name}”; có thể mục ấy vừa được bỏ hoặc đổi tên."
    remedy = "Hãy chọn lại trong danh sách ở trang “Bảng dữ liệu”."


class FileNotKept(PageFault):
    """A file that was brought to be proofread, of which the page keeps the last few only."""

    sentence = "Trang làm việc không còn giữ tệp này."
    remedy = "Hãy thả lại tệp đó để soát."


class BusyTable(PageFault):
    """Somebody else is saving a table at this moment."""

    sentence = "Một trang khác đang lưu bảng nên chưa lưu được; những gì đã gõ vẫn còn."
    remedy = "Hãy chờ vài giây rồi lưu lại."


class RequestTooLarge(PageFault):
    """More bytes than a form may send."""

    sentence = "Những gì gửi lên lớn hơn {limit} MB nên không được nhận; chưa có gì thay đổi."
    remedy = "Hãy gửi từng tệp một, hoặc lưu lại tệp cho nhỏ hơn."


class UnreadableRequest(PageFault):
    """A form that nobody can read."""

    sentence = "Những gì gửi lên không đọc được; chưa có gì thay đổi."
    remedy = "Hãy tải lại trang rồi làm lại."


class FolderUnnamed(PageFault):
    """A folder that is not named whole, from its drive on."""

    sentence = "“{folder}” chưa phải là đường dẫn đầy đủ của một thư mục; chưa có gì thay đổi."
    remedy = "Hãy ghi đủ từ tên ổ đĩa, ví dụ E:\\sao-luu-thi-dua."


class MistypedYear(PageFault):
    """Words that are no year."""

    sentence = "“{year}” không phải là một năm; chưa có gì thay đổi."
    remedy = "Hãy ghi năm như 2025, hoặc năm học như 2024-2025."


class MistypedPeriod(PageFault):
    """Words that are no retention period."""

    sentence = "“{said}” không phải là thời hạn bảo quản; chưa có gì thay đổi."
    remedy = "Hãy ghi số năm từ 1 đến 100, ví dụ 10, hoặc ghi: vĩnh viễn."


class MistypedDay(PageFault):
    """Words that are no day."""

    sentence = "“{day}” không phải là một ngày; chưa có gì thay đổi."
    remedy = "Hãy ghi ngày/tháng/năm, ví dụ 05/3/2024."


class StillWorking(PageFault):
    """Long work is asked for while other long work runs."""

    sentence = "Chương trình đang làm việc khác: {what}."
    remedy = "Hãy chờ việc ấy xong, hoặc bấm Dừng rồi làm lại."


class PortTaken(EnvironmentFault):
    """Another program listens where the page should."""

    sentence = "Cổng {port} đang có chương trình khác dùng."
    remedy = "Hãy chạy lại với --port 0 để dùng một cổng trống."


class PageFailed(EnvironmentFault):
    """The page met what nobody had thought of."""

    sentence = "Trang này gặp trục trặc ngoài dự kiến; những gì đã lưu vẫn nguyên vẹn."
    remedy = "Hãy làm lại; nếu vẫn vậy thì gửi tệp “{log}” cho người giữ phần mềm."
