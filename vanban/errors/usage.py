"""The command line asks for something that is not there.

::

    UsageError
    ├── NoWorkspace       no folder upwards holds an office's data
    ├── NoYear            no data for that year
    ├── YearTaken         a year that is to begin has a folder already
    ├── YearsOverlap      a school's year beside a calendar year that begins with it
    ├── NoYearBefore      no earlier year to begin a new one from
    ├── DayInTable        another day for one that stands in an Excel table
    ├── NoSuchDate        no day of that row waits to be confirmed
    ├── NoKind            no document kind of that name
    ├── NoDocument        no document of that kind and key
    ├── NoReturns         no returned form where they are looked for
    ├── NotAReturn        a file that is no returned form
    ├── NoUnit            no unit of that key
    ├── NoText            the year has no text of that name
    ├── NotWritten        a text to be edited that is not written yet
    ├── FolderNotEmpty    a new workspace where something stands
    ├── NobodyToAsk       questions about a new office where nobody can answer
    ├── PaperNameUnfit    a name that no paper of one's own may have
    ├── PaperExists       a new paper where one of its files stands
    ├── ColumnsUnfit      columns that no table can have
    ├── OverOriginal      a copy over the file that it is made of
    ├── OneFileForCopy    one copy of several files
    ├── UnfitDossierCode  a number and symbol that no dossier may have
    └── MistypedCommand   words or options that no command has
"""

from __future__ import annotations

from vanban.errors.base import UsageError


class NoWorkspace(UsageError):
    """No folder upwards holds an office's data."""

    sentence = "Không tìm thấy thư mục làm việc: từ “{folder}” trở lên không có thư mục nào chứa data/office."
    remedy = (
        "Hãy chuyển vào thư mục làm việc (cd THƯ-MỤC), chỉ rõ bằng --workspace, hoặc tạo thư mục "
        "làm việc mới bằng lệnh: vanban new THƯ-MỤC."
    )


class NoYear(UsageError):
    """The workspace has no data for that year."""

    sentence = "Không có dữ liệu của năm {year} trong “{folder}” (các năm đang có: {years})."
    remedy = "Hãy xem lại số năm, hoặc lập năm mới bằng lệnh: vanban new-year {year_key}."


class YearTaken(UsageError):
    """A year that is to begin has its folder already: nothing in it is overwritten."""

    sentence = "Dữ liệu {year} đã có ở “{folder}” nên không lập đè lên."
    remedy = "Hãy làm tiếp trong thư mục ấy; muốn lập lại từ đầu thì đổi tên thư mục ấy trước."


class YearsOverlap(UsageError):
    """A school's year and a calendar year that begin in the same year would share their place in the register."""

    sentence = "Không lập được {year} vì đã có dữ liệu {other}, sổ đăng ký văn bản đi không phân biệt được hai năm này."
    remedy = "Hãy lập cơ quan kia ở thư mục làm việc riêng: một thư mục làm việc chỉ dùng năm, hoặc chỉ dùng năm học."


class NoYearBefore(UsageError):
    """There is no earlier year of that sort from which a new one could begin."""

    sentence = "Không có dữ liệu của năm nào trước {year} để lập năm mới từ đó (các năm đang có: {years})."
    remedy = "Hãy kiểm tra lại số năm, hoặc tạo thư mục làm việc mới bằng lệnh: vanban new THƯ-MỤC."


class DayInTable(UsageError):
    """Another day is said for one that stands in a table: only the clerk changes a table."""

    sentence = "Ngày “{what}” nằm trong bảng Excel nên chương trình không tự đổi sang ngày khác."
    remedy = "Hãy mở bảng ấy bằng Excel, sửa ngày rồi lưu: ngày khác với đề xuất là ngày đã chốt."


class NoSuchDate(UsageError):
    """No day of that row of the table waits to be confirmed."""

    sentence = "Bảng ngày chờ xác nhận của {year} không có ngày nào đang chờ ở dòng {row}."
    remedy = "Hãy xem các dòng đang chờ bằng lệnh: vanban new-year {key} --dates."


class NoKind(UsageError):
    """There is no document kind of that name."""

    sentence = "Không có loại văn bản tên là “{kind}”.{nearest}"
    remedy = "Hãy xem các loại văn bản bằng lệnh: vanban template list."


class NoDocument(UsageError):
    """The year has no document of that kind and key."""

    sentence = "Không có văn bản nào ứng với “{key}”.{nearest}"
    remedy = "Hãy xem các văn bản sẽ lập bằng lệnh: vanban build --dry-run."


class NoReturns(UsageError):
    """There is no returned file to take."""

    sentence = "Không có phiếu nào (.xlsx, .csv) ở “{folder}”."
    remedy = "Hãy chép các phiếu gửi về vào thư mục ấy, hoặc ghi tên tệp: vanban take TỆP."


class NotAReturn(UsageError):
    """A file that is no table was given as a returned form."""

    sentence = "“{file}” không phải là phiếu: phiếu là tệp .xlsx hoặc .csv."
    remedy = "Hãy chọn đúng tệp phiếu mà đơn vị gửi về."


class NoUnit(UsageError):
    """The office has no unit of that key."""

    sentence = "Cơ quan không có đơn vị nào mang mã “{unit}”.{nearest}"
    remedy = (
        "Hãy xem mã ở bảng Đơn vị dưới (groups.xlsx), bảng Tập thể (collectives.xlsx), hoặc bằng "
        "lệnh: vanban take --board."
    )


class NoText(UsageError):
    """The year has no text of that name."""

    sentence = "Không có văn bản nào mang tên “{name}”.{nearest}"
    remedy = "Hãy ghi một trong các văn bản: {names}."


class NotWritten(UsageError):
    """A text is to be edited that the year does not have yet."""

    sentence = "Văn bản “{name}” của {year} chưa có lời văn."
    remedy = "Hãy lấy lời văn từ một tệp Word bằng lệnh: vanban text import {name} TỆP."


class FolderNotEmpty(UsageError):
    """A new workspace is asked for where something already stands."""

    sentence = "Thư mục “{folder}” đã có tệp bên trong nên không tạo thư mục làm việc mới ở đó."
    remedy = "Hãy chọn một tên thư mục chưa có."


class NobodyToAsk(UsageError):
    """A new office is to be asked about, and standard input is no terminal at which somebody could answer."""

    sentence = "Lệnh cần hỏi về cơ quan mà ở đây không có ai trả lời được nên chưa tạo thư mục làm việc."
    remedy = "Hãy chạy lại trong một cửa sổ lệnh, hoặc ghi sẵn câu trả lời vào một tệp và thêm --answers TỆP."


class PaperNameUnfit(UsageError):
    """A paper of one's own cannot have that name: it names files, and is typed on command lines."""

    sentence = "Không đặt được tên “{name}” cho văn bản riêng: {reason}."
    remedy = "Hãy dùng 2 đến 40 chữ thường không dấu, chữ số, dấu “-”, ví dụ phieu-cham-diem."


class PaperExists(UsageError):
    """A new paper of one's own is asked for where one of its files stands."""

    sentence = "Không tạo văn bản riêng “{name}”: đã có tệp “{path}”."
    remedy = "Hãy chọn tên khác, hoặc chuyển tệp đó đi nơi khác rồi chạy lại."


class ColumnsUnfit(UsageError):
    """The columns asked for a paper of one's own cannot stand in one table."""

    sentence = "Các cột của văn bản riêng không dùng được: {reason}"
    remedy = "Hãy ghi các cột cách nhau bằng dấu “;”, mỗi tên một lần, ví dụ “Tiêu chí; Điểm chuẩn: số; Ngày: ngày”."


class OverOriginal(UsageError):
    """A copy is to be written over the file that it is made of."""

    sentence = "Tệp kết quả “{path}” trùng với tệp đang soát."
    remedy = "Hãy chọn tên khác cho bản sao: tệp gốc không bao giờ bị ghi đè."


class OneFileForCopy(UsageError):
    """A copy is asked for while several files are proofread."""

    sentence = "Chỉ lập bản ghi chú hoặc bản sửa cho một tệp mỗi lần, ở đây có {count} tệp."
    remedy = "Hãy chạy lại với từng tệp một."


class UnfitDossierCode(UsageError):
    """A number and symbol that no dossier may have (Phụ lục V)."""

    sentence = "Ký hiệu hồ sơ “{code}” không dùng được: phải gồm số và chữ viết tắt, dài tới 20 ký tự."
    remedy = "Hãy ghi lại, ví dụ 01.TĐKT."


class MistypedCommand(UsageError):
    """Words or options that no command has, or not in that way."""

    sentence = "{mistake}"
    remedy = "Hãy xem cách dùng bằng lệnh: {command} --help."
