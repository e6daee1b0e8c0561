"""What the clerk wrote or keeps is wrong.

::

    DataError
    ├── FileUnreadable    a file that the command names cannot be read
    │   ├── FileMissing     no file stands where the command says
    │   └── FolderMissing   no folder stands where the command says
    ├── DamagedJournal    the journal of returned forms cannot be read
    ├── DamagedNotes      which notes were set aside cannot be read
    ├── CellTooLong       a value that no table cell takes
    ├── UnfitPaper        a signed copy or a paper from outside that cannot be kept
    ├── UnfitData         with all that was found in the data
    │   ├── DataUnfit     data with errors, of which nothing can be issued
    │   ├── OfficeUnfit   the office's own file is broken or missing
    │   └── AnswersUnfit  the answers for a new office cannot be used
    ├── NoOffices         no workspace below the folders of a province
    ├── PathClash         two documents that want the same file
    └── TableUnread       a file that is not the table that it should be
"""

from __future__ import annotations

from typing import Any

from vanban.errors.base import DataError, _rebuild


class FileUnreadable(DataError):
    """A file that the command names cannot be read."""

    sentence = "Không đọc được tệp “{path}”: {reason}."
    remedy = "Hãy chọn tệp khác; nếu tệp đang mở trong Word hoặc Excel thì đóng lại rồi chạy lại lệnh."


class FileMissing(FileUnreadable):
    """No file stands where the command says."""

    sentence = "Không có tệp “{path}”."
    remedy = "Hãy xem lại tên tệp và thư mục."


class FolderMissing(FileUnreadable):
    """No folder stands where the command says."""

    sentence = "Không có thư mục “{path}”."
    remedy = "Hãy xem lại tên thư mục, và ổ đĩa đã cắm chưa."


class DamagedJournal(DataError):
    """The journal of what was taken of returned forms cannot be read."""

    sentence = "Nhật ký nhận phiếu “{path}” hỏng ở dòng {line} nên không biết những phiếu nào đã nhận."
    remedy = "Hãy chép lại tệp ấy từ bản sao lưu, hoặc đổi tên nó đi: phiếu đã nhận sẽ hiện lại là không đổi."


class DamagedNotes(DataError):
    """Which notes were set aside cannot be read."""

    sentence = "Tệp “{path}” hỏng nên không biết những lưu ý nào đã gác lại."
    remedy = "Hãy chép lại tệp ấy từ bản sao lưu, hoặc đổi tên nó đi: các lưu ý sẽ hiện lại."


class CellTooLong(DataError):
    """A value that no table cell takes."""

    sentence = "Một ô của cột “{header}” dài quá {limit} ký tự, không ghi được vào bảng."
    remedy = "Hãy viết ngắn lại."


class UnfitPaper(DataError):
    """A signed copy, or a paper from outside, that nobody could read in ten years, or that does more than be read."""

    sentence = "Tệp “{name}” {reason}. Chưa lưu gì vào kho lưu trữ."
    remedy = "{advice}"


class UnfitData(DataError):
    """What cannot be done with data that have errors; ``findings``, of the domain, are all that was found."""

    def __init__(self, *, findings: tuple[Any, ...] = (), **facts: object) -> None:
        super().__init__(**facts)
        self.findings = findings

    def to_json(self) -> dict[str, object]:
        """As of every error, with the findings."""
        return {**super().to_json(), "findings": [finding.to_json() for finding in self.findings]}

    def __reduce__(self) -> tuple[object, ...]:
        """With the findings too."""
        return (_rebuild, (type(self), {**self.facts, "findings": self.findings}))


class DataUnfit(UnfitData):
    """Data with errors, of which nothing can be issued."""

    sentence = "Dữ liệu {year} chưa dùng được ({count}) nên chưa làm gì."
    remedy = "Hãy sửa các lỗi nêu trên rồi chạy lại."


class OfficeUnfit(UnfitData):
    """The office's own file is broken or missing, whatever was to be done with what it says."""

    sentence = "Tệp Cơ quan (office/office.yaml) chưa dùng được nên chưa biết tên và các hệ thống số của cơ quan."
    remedy = "Hãy chạy “vanban check”, sửa các lỗi của tệp ấy rồi chạy lại."


class AnswersUnfit(UnfitData):
    """What somebody answered about a new office cannot be used, with what is wrong."""

    sentence = "Tệp trả lời “{file}” chưa dùng được nên chưa tạo thư mục làm việc."
    remedy = "Hãy sửa các chỗ nêu trên rồi chạy lại."


class NoOffices(DataError):
    """A folder in which no office's workspace lies."""

    sentence = "Không có thư mục làm việc nào của cơ quan trong {folders}."
    remedy = "Hãy nêu thư mục chứa các thư mục làm việc (mỗi thư mục có data/office), hoặc tệp danh sách thư mục."


class PathClash(DataError):
    """Two documents want the same file."""

    sentence = "Hai văn bản “{first}” và “{second}” cùng ghi vào một tệp “{path}”."
    remedy = "Hãy đổi mã của một trong hai để tên tệp khác nhau, kể cả khi không phân biệt chữ hoa, chữ thường."


class TableUnread(DataError):
    """A file that is not the table that it should be."""

    sentence = "Tệp “{file}” chưa đọc được thành bảng: {reason}"
    remedy = "{advice}"
