"""Every error that a user may meet: one class, one Vietnamese sentence with its place and remedy, one exit code.

::

    VanbanError
    ├── DataError                   exit 1: something that the clerk wrote or keeps
    │   ├── PackageError            a Word or Excel file that must not be opened
    │   │   ├── DamagedPackage      cut short or altered on its way
    │   │   ├── WrongFileKind       something else under that name
    │   │   ├── OldFormatUnread     an old word processor's file that LibreOffice does not open
    │   │   ├── ProtectedPackage    behind a password
    │   │   ├── OversizedPackage    too large, or a zip bomb
    │   │   ├── UnsafePackage       names, overlaps or XML that no office program writes
    │   │   ├── MacroPackage        carries macros
    │   │   └── LinkedPackage       takes content from outside itself
    │   ├── NoOffices           no workspace below the folders of a province
    │   ├── PathClash               two documents that want the same file
    │   ├── CellTooLong             a value that no table cell takes
    │   ├── FileUnreadable          a file that the command names cannot be read
    │   ├── TableUnread             a file that is not the table that it should be
    │   ├── TooHeavy                a file that takes too much memory or time to read
    │   ├── DamagedJournal          the journal of returned forms cannot be read
    │   ├── TemplateMissing         a kind without its template
    │   ├── UnfitData               with all that was found in the data
    │   │   ├── DataUnfit           data with errors, of which nothing can be issued
    │   │   ├── OfficeUnfit         the office's own file is broken or missing
    │   │   └── AnswersUnfit        the answers for a new office cannot be used
    │   ├── NoMergeFields           a letter without the fields of a mail merge
    │   ├── UnfitPaper              a signed copy or a paper from outside that cannot be kept
    │   ├── NoLawBook               a day for which the program knows no rules on awards
    │   ├── DamagedLawPack          a law pack of the workspace that cannot be read whole
    │   ├── UnfitLawPack            a law pack to be taken that is wrong somewhere
    │   ├── OlderLawPack            a law pack that is no newer than the one in use
    │   ├── ForeignLawPack          a law pack of another province
    │   └── TemplateFault           a Word template, or what is put into it
    │       ├── UnusableTemplate    no Word document that can be filled in
    │       ├── BrokenTag           a tag that cannot be understood
    │       ├── ForbiddenTag        a tag that a template may not use
    │       ├── HazardousTemplate   revision marks, or fields that fetch or change
    │       ├── MissingField        a field that the data do not have
    │       ├── UnfilledTemplate    what breaks while the template is filled in
    │       ├── UnsoundDocument     the file that comes out is damaged or not complete
    │       ├── TemplateStopped     the program itself stops over it
    │       ├── UncarriedValue      a value with characters that Word cannot carry
    │       └── LongProperty        a file property longer than Word takes
    ├── UsageError                  exit 2: the command line asks for what is not there
    │   ├── NoWorkspace             no folder upwards holds an office's data
    │   ├── NoYear                  no data for that year
    │   ├── YearTaken               a year that is to begin has a folder already
    │   ├── YearsOverlap            a school's year beside a calendar year that begins with it
    │   ├── NoYearBefore            no earlier year to begin a new one from
    │   ├── DayInTable              another day for one that stands in an Excel table
    │   ├── NoSuchDate              no day of that row waits to be confirmed
    │   ├── NoKind                  no document kind of that name
    │   ├── NoDocument              no document of that kind and key
    │   ├── NotAReturn              a file that is no returned form
    │   ├── NoReturns               no returned form where they are looked for
    │   ├── NoUnit                  no unit of that key
    │   ├── NoText                  the year has no text of that name
    │   ├── NotWritten              a text to be edited that is not written yet
    │   ├── FolderNotEmpty          a new workspace where something stands
    │   ├── NobodyToAsk             questions about a new office where nobody can answer
    │   ├── OverOriginal            a copy over the file that it is made of
    │   ├── OneFileForCopy          one copy of several files
    │   ├── UnfitDossierCode        a number and symbol that no dossier may have
    │   ├── PageFault               a request that the page on this machine does not grant
    │   │   ├── ForeignHost         meant for another name than this machine's own
    │   │   ├── ForeignRequest      not sent by a page of this program
    │   │   ├── NoSession           without the address that ``vanban open`` printed
    │   │   ├── NoTable             no table of that name, nothing kept under that number
    │   │   ├── BusyTable           a table that somebody else is saving
    │   │   ├── NoPage              an address at which there is nothing
    │   │   ├── RequestTooLarge     more bytes than a form may send
    │   │   ├── UnreadableRequest   a form that nobody can read
    │   │   ├── FolderUnnamed       a folder that is not named whole
    │   │   ├── MistypedYear        words that are no year
    │   │   ├── MistypedPeriod      words that are no retention period
    │   │   ├── MistypedDay         words that are no day
    │   │   └── StillWorking        long work while other long work runs
    │   ├── PaperNameUnfit          a name that no paper of one's own may have
    │   ├── PaperExists             a new paper where one of its files stands
    │   ├── ColumnsUnfit            columns that no table can have
    │   └── MistypedCommand         words or options that no command has
    ├── RegisterFault               exit 3: the register of numbers and the archive
    │   ├── NoRegister              exit 10: there is none yet, or it is gone
    │   ├── BusyRegister            exit 11: another run holds it for too long
    │   ├── UnsafeVolume            a disk or folder on which a register would break
    │   ├── NewerRegister           made by a later version
    │   ├── ForeignRegister         a database of something else, or in another journal mode
    │   ├── RegisterUnwritable      the system refused while writing to the register
    │   ├── TooLittleRoom           the disk may fill up before the end
    │   ├── SeriesNotOpen           nobody has said with which number a series begins
    │   ├── SeriesAlreadyOpen       a series that has numbers in that year
    │   ├── ClockBehind             the machine's clock is earlier than it can be
    │   ├── LateNumber              a number of a later day than the machine's today
    │   ├── DayNotCome              a day after today
    │   ├── DayBeforeLast           an earlier day than that of the last number
    │   ├── DoubtfulDay             a day so late that somebody has to confirm it
    │   ├── UnexpectedNumber        another number than the clerk expects
    │   ├── NumberTaken             the same number and symbol twice in a year
    │   ├── AlreadyIssued           a document that has its number
    │   ├── RequestChanged          a repeated request that asks for something else
    │   ├── NoSuchEntry             a number or dossier that the register does not have
    │   ├── NotPossible             what the state of an entry does not allow
    │   ├── SignedCopyDiffers       the document is no longer the one that was signed
    │   ├── NumbersWait             numbers that are taken, and documents that are not made yet
    │   ├── NoLongerAsSigned        a number whose document comes out different before it is archived
    │   ├── SigningCopyMissing      a document that nobody can have signed yet
    │   ├── DaysUnconfirmed         a document that hangs on a day nobody has confirmed
    │   ├── BlankCitation           a document that cites one without a number
    │   ├── NoActingLetter          no letter of the year does that to the document
    │   ├── NeverNumbered           a kind whose documents get no number
    │   ├── NoSeriesNamed           a series that the office does not have
    │   ├── NoSeries                no run of numbers for that type
    │   ├── UnfitToIssue            a document that breaks a rule of layout
    │   ├── InputsUnreadable        archived data that another version of the program wrote
    │   ├── UnlawfulDay             exit 13: the law of the day of issue does not allow the document
    │   ├── StrayInBag              a file in a bag that Windows or macOS put there
    │   ├── BagNewer                a bag that tells of more than the register beside it
    │   ├── BagRefused              a bag that must not be taken in
    │   ├── BackupRefused           no backup, or a copy that is not whole
    │   ├── BackupLocked            a backup behind a password
    │   └── IntegrityFault          exit 12: register and archive contradict each other
    │       ├── NumbersWaitBroken   the same where register or archive are damaged
    │       ├── StaleRegister       an older copy of the register than the archive knows
    │       ├── OlderThanWitnessed  an older copy of register and archive than was seen before
    │       ├── RewrittenRegister   another history than the one that was seen
    │       ├── TwoHistories        one number, two documents, in two copies
    │       ├── ForkedRegister      a copy of the workspace beside the original
    │       ├── RestoredRegister    a workspace out of a backup, before its last numbers are known
    │       ├── LostRegister        a new register where there was one
    │       ├── DamagedRegister     the register does not prove itself
    │       ├── DamagedArchive      a file of the archive is gone or altered
    │       ├── DocumentsMissing    documents of the register that the archive lacks
    │       └── UnstableDocument    a number whose document comes out different
    ├── Stopped                     exit 130: somebody asked long work to end
    └── EnvironmentFault            exit 4: LibreOffice, fonts, the disk
        ├── TooLittleMemory         the system gives no more memory
        ├── GroupUnfit              a group that cannot share the workspace
        ├── FileFault               a file that cannot be written, renamed or removed
        │   ├── DiskFull            no room
        │   ├── FileHeld            open in Word, or no right to write
        │   ├── LinkedFolder        a folder that is a link to somewhere else
        │   ├── ReadOnlyPlace       a disk or folder for reading only
        │   ├── PathTaken           a file where a folder should be, or the other way round
        │   ├── PathTooLong         more characters than the system takes
        │   └── WriteFailed         anything else that the system refused
        ├── PdfFault                no PDF came out of a Word file
        │   ├── ConverterMissing    LibreOffice is not on this machine
        │   ├── ConverterUnusable   it does not start, whatever the file
        │   ├── ConverterRefused    it ended without a PDF
        │   ├── ConverterCrashed    it died on the file
        │   ├── ConverterHung       it had to be killed
        │   └── DamagedPdf          the PDF does not open or has no pages
        ├── PortTaken               another program listens where the page should
        ├── PageFailed              the page met what nobody had thought of
        ├── OfficeStopped           something unexpected in the work on one office of many
        ├── ClusterMissing          the libraries for many machines are not installed
        ├── SchedulerUnreachable    no answer from the scheduler of many machines
        └── WorkerCrashed           a process died on its job

Each leaf fills the ``{placeholders}`` of its ``sentence`` from keyword arguments; a test audits every class.
"""

from __future__ import annotations

from typing import Any, ClassVar


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

    def to_json(self) -> dict[str, object]:
        """The error as JSON values: its class, what it says, its exit code, and the facts as the sentence says them."""
        return {
            "name": type(self).__name__,
            "sentence": self.said,
            "remedy": self.advice,
            "exit_code": self.exit_code,
            "facts": {name: str(fact) for name, fact in self.facts.items()},
        }

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


class Stopped(VanbanError):
    """Somebody asked long work to end: it ended between two documents."""

    exit_code = 130
    sentence = "Đã dừng theo yêu cầu; các tệp đã ghi xong vẫn nguyên vẹn."
    remedy = "Hãy chạy lại lệnh khi muốn làm tiếp."


class DamagedLawPack(DataError):
    """A law pack that the workspace has taken cannot be read whole."""

    sentence = "Bộ quy định “{file}” không đọc được: {finding}"
    remedy = (
        "Hãy nhận lại bộ quy định bằng lệnh: vanban law update TỆP, hoặc xóa tệp này để dùng bản đi kèm chương trình."
    )


class UnfitLawPack(DataError):
    """A law pack is wrong somewhere: nothing of it is taken."""

    sentence = "Tệp “{file}” có {count} chỗ sai nên không nhận; bộ quy định đang dùng giữ nguyên. {finding}"
    remedy = "Hãy xin lại tệp từ nơi gửi, hoặc sửa các chỗ sai rồi nhận lại."


class OlderLawPack(DataError):
    """A law pack that is no newer than the one in use, or than what ships."""

    sentence = "Tệp “{file}” là phiên bản {version} của “{name}”; đang dùng phiên bản {known} nên không nhận."
    remedy = "Hãy dùng tệp có phiên bản lớn hơn {known}."


class ForeignLawPack(DataError):
    """A law pack of a province that the office does not lie in."""

    sentence = "Tệp “{file}” là quy định của {provinces}; cơ quan thuộc {province} nên không nhận."
    remedy = "Hãy dùng bộ quy định của tỉnh mình, hoặc ghi đúng mục province trong tệp office/office.yaml."


class NoWorkspace(UsageError):
    """No folder upwards holds an office's data."""

    sentence = "Không tìm thấy thư mục làm việc: từ “{folder}” trở lên không có thư mục nào chứa data/office."
    remedy = "Chuyển vào thư mục làm việc, chỉ rõ bằng --workspace, hoặc tạo mới bằng lệnh: vanban new THƯ-MỤC."


class NoYear(UsageError):
    """The workspace has no data for that year."""

    sentence = "Không có dữ liệu của năm {year} trong “{folder}” (các năm đang có: {years})."
    remedy = "Kiểm tra lại số năm, hoặc chép thư mục dữ liệu của một năm rồi đổi tên thành năm cần lập."


class NoMergeFields(DataError):
    """A letter that is to become a paper of one's own has no field that a mail merge fills."""

    sentence = "Tệp “{name}” không có trường trộn thư (MERGEFIELD) nào."
    remedy = (
        "Hãy chọn thư gốc đã chèn trường bằng Mailings, Insert Merge Field (chưa trộn); "
        "với thư thường thì dùng --columns rồi sửa mẫu."
    )


class YearTaken(UsageError):
    """A year that is to begin has its folder already: nothing in it is overwritten."""

    sentence = "Dữ liệu {year} đã có ở “{folder}” nên không lập đè lên."
    remedy = "Hãy làm tiếp trong thư mục ấy; muốn lập lại từ đầu thì đổi tên thư mục ấy trước."


class YearsOverlap(UsageError):
    """A school's year and a calendar year that begin in the same year would share their place in the register."""

    sentence = "Không lập được {year} vì đã có dữ liệu {other}, sổ văn bản đi không phân biệt được hai năm này."
    remedy = "Một thư mục làm việc chỉ dùng năm, hoặc chỉ dùng năm học; hãy lập cơ quan kia ở thư mục làm việc riêng."


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
    remedy = "Xem các loại văn bản bằng lệnh: vanban template list."


class NoDocument(UsageError):
    """The year has no document of that kind and key."""

    sentence = "Không có văn bản nào ứng với “{key}”.{nearest}"
    remedy = "Xem các văn bản sẽ lập bằng lệnh: vanban build --dry-run."


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
    remedy = "Xem mã các đơn vị ở bảng đơn vị dưới và bảng tập thể, hoặc bằng lệnh: vanban take --board."


class NoText(UsageError):
    """The year has no text of that name."""

    sentence = "Không có văn bản nào mang tên “{name}”.{nearest}"
    remedy = "Hãy ghi một trong các tên: {names}."


class NotWritten(UsageError):
    """A text is to be edited that the year does not have yet."""

    sentence = "Văn bản “{name}” của {year} chưa có lời văn."
    remedy = "Lấy lời văn từ một tệp Word bằng lệnh: vanban text import {name} TỆP."


class FolderNotEmpty(UsageError):
    """A new workspace is asked for where something already stands."""

    sentence = "Thư mục “{folder}” đã có tệp bên trong nên không tạo thư mục làm việc mới ở đó."
    remedy = "Chọn một tên thư mục chưa có."


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
    remedy = "Chọn tên khác cho bản sao: tệp gốc không bao giờ bị ghi đè."


class OneFileForCopy(UsageError):
    """A copy is asked for while several files are proofread."""

    sentence = "Chỉ lập bản ghi chú hoặc bản sửa cho một tệp mỗi lần, ở đây có {count} tệp."
    remedy = "Chạy lệnh lại với từng tệp một."


class UnfitDossierCode(UsageError):
    """A number and symbol that no dossier may have (Phụ lục V)."""

    sentence = "Ký hiệu hồ sơ “{code}” không dùng được: phải gồm số và chữ viết tắt, dài tới 20 ký tự."
    remedy = "Hãy ghi lại, ví dụ 01.TĐKT."


class MistypedCommand(UsageError):
    """Words or options that no command has, or not in that way."""

    sentence = "{mistake}"
    remedy = "Xem cách dùng bằng lệnh: {command} --help."


class FileUnreadable(DataError):
    """A file that the command names cannot be read."""

    sentence = "Không đọc được tệp “{path}”: {reason}."
    remedy = "Kiểm tra lại đường dẫn; nếu tệp đang mở trong Word hoặc Excel thì đóng lại rồi chạy lại lệnh."


class DamagedJournal(DataError):
    """The journal of what was taken of returned forms cannot be read."""

    sentence = "Nhật ký nhận phiếu “{path}” hỏng ở dòng {line} nên không biết những phiếu nào đã nhận."
    remedy = "Hãy chép lại tệp ấy từ bản sao lưu, hoặc đổi tên nó đi: phiếu đã nhận sẽ hiện lại là không đổi."


class TemplateMissing(DataError):
    """Neither the workspace nor the program has a template of that kind."""

    sentence = "Không có mẫu Word cho loại văn bản “{kind}”."
    remedy = "Đặt mẫu vào “{path}” hoặc cài đặt lại chương trình."


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


class CellTooLong(DataError):
    """A value that no table cell takes."""

    sentence = "Cột “{header}” có giá trị dài quá {limit} ký tự, không ghi được vào ô của bảng."
    remedy = "Hãy viết ngắn lại."


class TemplateFault(DataError):
    """A Word template, or what is put into it, is wrong."""


class UnusableTemplate(TemplateFault):
    """A Word file that cannot be filled in."""

    sentence = "Mẫu “{name}” không dùng được: {detail}."
    remedy = "Hãy mở mẫu bằng Word, lưu lại kiểu “Word Document (*.docx)” rồi thử lại."


class BrokenTag(TemplateFault):
    """A tag that cannot be understood."""

    sentence = "Mẫu “{name}”, {where}: {detail}."
    remedy = "{hint}"


class ForbiddenTag(TemplateFault):
    """A tag that a template may not use: it runs code, changes data or uses up the machine."""

    sentence = "Mẫu “{name}”, {where}, dùng cú pháp không được phép: {detail}."
    remedy = "Hãy bỏ phần đó; mẫu chỉ in trường, lặp (for), xét điều kiện (if) và dùng các bộ lọc được phép."


class HazardousTemplate(TemplateFault):
    """Revision marks, or fields that fetch other files or change by the day."""

    sentence = "Mẫu “{name}”, {where}: {detail}."
    remedy = "{hint}"


class MissingField(TemplateFault):
    """The template prints a field that the data do not have."""

    sentence = "Mẫu “{name}”, {where}, dùng trường “{field}” mà dữ liệu không có{others}."
    remedy = "Hãy sửa tên trường trong mẫu theo danh sách của “vanban template fields”, hoặc bổ sung dữ liệu."


class UnfilledTemplate(TemplateFault):
    """Something breaks while the template is filled in."""

    sentence = "Mẫu “{name}”, {where}, không điền được: {detail}."
    remedy = "Hãy sửa đoạn đó trong mẫu, hoặc dữ liệu mà nó dùng."


class UnsoundDocument(TemplateFault):
    """What comes out of the template is no sound Word file."""

    sentence = "Mẫu “{name}”, {where}, cho ra tệp hỏng hoặc chưa xong: {detail}. Không ghi tệp đó."
    remedy = (
        "Hãy sửa chỗ đó trong dữ liệu nếu chữ ấy do dữ liệu ghi, còn không thì sửa trong mẫu; "
        "“vanban template lint” chỉ ra lỗi của mẫu."
    )


class TemplateStopped(TemplateFault):
    """The program stopped over a template for a reason that it does not know."""

    sentence = "Mẫu “{name}” làm chương trình dừng khi lập “{document}”; các văn bản của mẫu khác không bị ảnh hưởng."
    remedy = "Hãy dùng lại mẫu đi kèm; gửi mẫu và tệp “{log}” cho người giữ phần mềm."


class UncarriedValue(TemplateFault):
    """A value holds characters that a Word file cannot carry unchanged."""

    sentence = "Mẫu “{name}”: trường “{field}” có ký tự mà tệp Word không giữ nguyên được: “{value}”."
    remedy = "Hãy xóa ký tự đó trong dữ liệu rồi chạy lại."


class LongProperty(TemplateFault):
    """A file property is longer than the 255 characters that Word takes."""

    sentence = "Mẫu “{name}”: thuộc tính tệp “{property}” dài {length} ký tự, quá 255 ký tự mà Word nhận."
    remedy = "Hãy rút ngắn thuộc tính đó trong mẫu (Word: File, Info), ví dụ {{{{ heading.subject|truncate(250) }}}}."


class UnfitPaper(DataError):
    """A signed copy, or a paper from outside, that nobody could read in ten years, or that does more than be read."""

    sentence = "Tệp “{name}” {reason}. Chưa lưu gì vào kho."
    remedy = "{advice}"


class NoLawBook(DataError):
    """No rules on awards are known for that day."""

    sentence = "Chương trình không có quy định về thi đua, khen thưởng áp dụng cho ngày {day}."
    remedy = "Kiểm tra lại ngày của văn bản: chương trình chỉ có quy định từ ngày 01/01/2024."


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
        "Hãy ghi ở mục shared_group của tệp office/office.yaml tên một nhóm của máy mà người đang dùng thuộc về (lệnh "
        "“groups” nêu các nhóm ấy), hoặc nhờ người sở hữu thư mục chạy lệnh này một lần."
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

    sentence = "LibreOffice trên máy này không chạy được nên chưa chuyển “{name}” sang PDF."
    remedy = "Hãy thử mở LibreOffice Writer, cài lại nếu không mở được, rồi chạy lại; tệp Word vẫn dùng được."


class ConverterRefused(PdfFault):
    """LibreOffice ended without writing a PDF."""

    sentence = "LibreOffice không chuyển được “{name}” sang PDF."
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


class RegisterFault(VanbanError):
    """The register of numbers or the archive does not allow it."""

    exit_code = 3


class NoRegister(RegisterFault):
    """There is no register yet, or it is gone."""

    exit_code = 10
    sentence = "Không có sổ đăng ký văn bản đi tại “{path}”."
    remedy = "Lần đầu dùng: chạy “vanban register open-series”. Nếu sổ bị mất: chạy “vanban recover” để lập lại từ kho."


class BusyRegister(RegisterFault):
    """Another run holds the register for too long."""

    exit_code = 11
    sentence = "Sổ đang bận vì chương trình khác đang ghi (“{path}”). Chưa cấp số nào."
    remedy = "Hãy đợi lần ban hành kia xong rồi chạy lại; nếu máy kia treo thì khởi động lại máy đó."


class UnsafeVolume(RegisterFault):
    """A disk or folder on which a register would break."""

    sentence = "Không thể ghi sổ tại “{path}” vì đây là {place}: sổ dễ hỏng hoặc cấp trùng số."
    remedy = "Hãy chuyển thư mục làm việc vào ổ đĩa trong máy (NTFS, ext4), ngoài các thư mục đồng bộ."


class NewerRegister(RegisterFault):
    """Made by a later version of the program."""

    sentence = "Sổ “{path}” do phiên bản mới hơn của chương trình tạo (mẫu {found}, bản này chỉ biết tới {known})."
    remedy = "Hãy cài phiên bản mới của chương trình rồi chạy lại."


class ForeignRegister(RegisterFault):
    """A database of something else, or one that another program has switched to another journal mode."""

    sentence = "Tệp “{path}” {found}."
    remedy = "Hãy đóng mọi chương trình đang mở tệp này; nếu sổ đã hỏng, chạy “vanban recover” để lập lại từ kho."


class RegisterUnwritable(RegisterFault):
    """The system refused while the register was written."""

    sentence = "Không ghi được vào sổ “{path}” (SQLite báo: {code}). Số đã cấp không mất."
    remedy = "Hãy kiểm tra ổ đĩa (còn chỗ, còn tốt, được phép ghi) rồi chạy “vanban recover”."


class TooLittleRoom(RegisterFault):
    """The disk may fill up before the batch is done."""

    sentence = "Ổ đĩa chứa “{path}” chỉ còn {free} MB, cần ít nhất {needed} MB. Chưa cấp số nào."
    remedy = "Hãy giải phóng chỗ trên ổ đĩa rồi chạy lại."


class SeriesNotOpen(RegisterFault):
    """Nobody has said with which number a series begins."""

    sentence = "Hệ thống số “{series}” năm {year} chưa mở trong sổ. Chưa cấp số nào."
    remedy = "Hãy chạy “vanban register open-series” và ghi số tiếp theo của sổ giấy (hoặc 1 nếu chưa cấp số nào)."


class SeriesAlreadyOpen(RegisterFault):
    """A series that is open in that year."""

    sentence = "Hệ thống số “{series}” năm {year} đã mở từ số {first}."
    remedy = "Không mở lại được; số tiếp theo luôn là số cuối cộng một."


class ClockBehind(RegisterFault):
    """The machine's clock is earlier than it can be."""

    sentence = "Đồng hồ của máy chỉ ngày {today}, trước ngày {last} đã có trong sổ. Chưa cấp số nào."
    remedy = "Hãy chỉnh lại ngày giờ của máy rồi chạy lại."


class LateNumber(RegisterFault):
    """A number of the series has a later day than the machine's today: one of the two is wrong."""

    sentence = (
        "Đồng hồ của máy chỉ ngày {today}, nhưng số {number} đã cấp ngày {last}, là ngày sau đó. Chưa cấp số nào."
    )
    remedy = (
        "Hãy xem lịch. Nếu đồng hồ sai, chỉnh lại rồi chạy lại. Nếu đồng hồ đúng thì số ấy bị ghi nhầm ngày khi đồng "
        "hồ chạy sai: hãy hủy nó (vanban void {series} {ordinal} --year {year} --why …), rồi ban hành lại."
    )


class DayNotCome(RegisterFault):
    """A day after today."""

    sentence = "Ngày {day} chưa đến (hôm nay là {today}). Chưa cấp số nào."
    remedy = "Hãy ghi ngày ban hành là hôm nay hoặc trước hôm nay."


class DayBeforeLast(RegisterFault):
    """An earlier day than that of the last number (Điều 15 khoản 1)."""

    sentence = "Ngày {day} sớm hơn ngày {last} của số cuối trong sổ; số sau không được có ngày trước. Chưa cấp số nào."
    remedy = "Hãy dùng ngày {last} hoặc muộn hơn."


class DoubtfulDay(RegisterFault):
    """A day so late that somebody has to confirm it: numbers dated too late block all after them."""

    sentence = "Ngày {day} cách ngày của số cuối ({last}) quá xa; có thể đồng hồ của máy chạy sai. Chưa cấp số nào."
    remedy = "Hãy xem lại lịch. Nếu ngày đúng, chạy lại và xác nhận ngày."


class UnexpectedNumber(RegisterFault):
    """Another number than the clerk expects."""

    sentence = "Số tiếp theo là {granted}, không phải {expected} như dự kiến. Chưa cấp số nào."
    remedy = "Hãy xem sổ (vanban register list) để biết ai đã lấy số, rồi chạy lại với số đúng."


class NumberTaken(RegisterFault):
    """The same number and symbol twice in a year (Điều 15 khoản 1)."""

    sentence = "Số và ký hiệu {number} năm {year} đã có trong hệ thống số “{series}”. Chưa cấp số nào."
    remedy = "Hai hệ thống số dùng chung ký hiệu thì phải là một; hãy sửa number_series của cơ quan."


class AlreadyIssued(RegisterFault):
    """A document that has its number."""

    sentence = "Văn bản {document} đã có số {number} ngày {day}."
    remedy = "Văn bản đã ban hành không sửa được: hãy dùng correct, replace hoặc recall."


class RequestChanged(RegisterFault):
    """A repeated request that asks for something else than the first time."""

    sentence = "Yêu cầu cấp số này đã được thực hiện với nội dung khác ({numbers})."
    remedy = "Hãy xem lại sổ, rồi gửi yêu cầu mới nếu cần thêm số."


class NoSuchEntry(RegisterFault):
    """A number, batch or dossier that the register does not have."""

    sentence = "Trong sổ không có {what}."
    remedy = "Hãy xem lại số, năm và hệ thống số (vanban register list), hoặc ký hiệu hồ sơ (vanban dossier list)."


class NotPossible(RegisterFault):
    """What the state of an entry, series or dossier does not allow."""

    sentence = "Không thể {deed} {what}: {reason}."
    remedy = "Hãy xem lại sổ (vanban register list), hoặc hồ sơ (vanban dossier list)."


class SignedCopyDiffers(RegisterFault):
    """The document is no longer the one that was signed."""

    sentence = "Nội dung của {document} không còn đúng như bản đã ký{difference}. Chưa cấp số nào."
    remedy = "Hãy trình ký lại bản mới, hoặc trả dữ liệu và mẫu về đúng bản đã ký."


class NumbersWait(RegisterFault):
    """The numbers are taken, and something then kept the documents from being made."""

    sentence = "Đã cấp số {numbers} nhưng chưa làm xong văn bản: {reason}. Số không mất, không cấp cho văn bản khác."
    remedy = "{advice} Sau đó hãy chạy “vanban recover”: văn bản nhận đúng số ấy."


class NoLongerAsSigned(RegisterFault):
    """A number that was given before an interruption, whose document now comes out different from what was signed."""

    sentence = (
        "Số {number} năm {year} đã cấp cho {document} từ trước, nhưng văn bản dựng bây giờ không còn đúng bản đã ký. "
        "Số vẫn giữ trong sổ, chưa ban hành gì."
    )
    remedy = (
        "Hãy chạy “vanban recover” bằng phiên bản chương trình đã cấp số; nếu không còn phiên bản ấy, hãy hủy số "
        "(vanban void {series} {ordinal} --year {year} --why …), lập lại, trình ký, rồi ban hành với số tiếp theo."
    )


class SigningCopyMissing(RegisterFault):
    """A document that nobody can have signed yet: it was never built."""

    sentence = "Chưa lập bản trình ký của {document} nên chưa thể ban hành. Chưa cấp số nào."
    remedy = "Hãy chạy “vanban build {document}”, trình ký, rồi ban hành."


class DaysUnconfirmed(RegisterFault):
    """A document hangs on a day that was proposed from last year's and that nobody has confirmed: it is a draft."""

    sentence = "Văn bản {document} còn là dự thảo vì có ngày chưa xác nhận: {days}. Chưa cấp số."
    remedy = "Hãy xem và xác nhận ngày bằng lệnh: vanban new-year {year} --dates, rồi lập lại và trình ký."


class BlankCitation(RegisterFault):
    """A document that cites another of the set, which has no number yet."""

    sentence = "{document} viện dẫn {cited} là văn bản chưa có số. Chưa cấp số nào."
    remedy = "Hãy ban hành {cited} trước, chạy “vanban build {document}”, trình ký, rồi ban hành."


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

    sentence = "Dữ liệu {year} chưa dùng được ({count}). Chưa cấp số nào."
    remedy = "Hãy sửa các lỗi nêu trên rồi chạy lại; vanban check cho biết mọi lỗi."


class OfficeUnfit(UnfitData):
    """The office's own file is broken or missing, whatever was to be done with what it says."""

    sentence = "Tệp office của dữ liệu cơ quan chưa dùng được nên chưa biết tên và các hệ thống số của cơ quan."
    remedy = "Hãy chạy “vanban check”, sửa các lỗi của tệp ấy rồi chạy lại."


class AnswersUnfit(UnfitData):
    """What somebody answered about a new office cannot be used, with what is wrong."""

    sentence = "Tệp trả lời “{file}” chưa dùng được nên chưa tạo thư mục làm việc."
    remedy = "Hãy sửa các chỗ nêu trên rồi chạy lại."


class NoSeriesNamed(RegisterFault):
    """A series that the office does not have."""

    sentence = "Cơ quan không có hệ thống số “{series}”.{nearest}"
    remedy = "Các hệ thống số trong tệp office: {known}."


class NoActingLetter(RegisterFault):
    """Nothing in the year's letters does that to the document."""

    sentence = "Chưa có công văn nào trong tệp documents, letters {what} {document}. Chưa cấp số nào."
    remedy = "Hãy thêm công văn có acts_on: relation {relation}, document {document}; lập, trình ký, rồi chạy lại."


class NeverNumbered(RegisterFault):
    """A kind whose documents get no number of their own."""

    sentence = "{document} không phải là văn bản được cấp số riêng. Chưa cấp số nào."
    remedy = "Phụ lục, danh sách mang số của văn bản chính; giấy khen mang số quyết định; bản đăng ký không có số."


class NoSeries(RegisterFault):
    """A document for which the office has no run of numbers."""

    sentence = "Chưa có hệ thống số nào của cơ quan dành cho loại {type_name} ({issuer}). Chưa cấp số nào."
    remedy = "Hãy thêm loại này vào number_series trong tệp office của dữ liệu cơ quan."


class UnfitToIssue(RegisterFault):
    """A document that breaks a rule of layout."""

    sentence = "{document} còn lỗi thể thức: {finding} Chưa cấp số nào."
    remedy = "Hãy sửa mẫu hoặc dữ liệu, lập lại, trình ký rồi ban hành."


class InputsUnreadable(RegisterFault):
    """What a document was made from was archived by another version of the program, and this one cannot read it."""

    sentence = (
        "Dữ liệu lưu cùng văn bản ({file}: {reason}) do phiên bản khác của chương trình ghi, bản này không đọc được."
    )
    remedy = "Bản đã ban hành trong kho không bị ảnh hưởng. Hãy dùng phiên bản đã làm ra văn bản, hoặc bản mới hơn."


class UnlawfulDay(RegisterFault):
    """A document that the law of its day of issue does not allow as it is."""

    exit_code = 13
    sentence = "Không ban hành được {document} vào ngày {day}: {reasons} Chưa cấp số nào."
    remedy = "Nếu nhầm ngày, hãy chạy lại với ngày đúng (--date). Nếu ngày đúng: {remedies}"


class StrayInBag(RegisterFault):
    """A bag is whole but for a file that Windows or macOS put there when somebody looked into it."""

    sentence = "Gói “{path}” có tệp “{name}” do Windows hoặc macOS tự tạo. Chưa có gì được đưa vào kho."
    remedy = "Hãy xóa tệp ấy trong gói (bật hiện tệp ẩn nếu không thấy) rồi nhận lại; không phải xin lại gói."


class BagRefused(RegisterFault):
    """A bag that must not be taken in."""

    sentence = "Không nhận gói “{path}”: {reason}."
    remedy = "Hãy xin lại gói từ nơi gửi; chưa có gì được đưa vào kho."


class BagNewer(RegisterFault):
    """A bag tells of more than the register beside which it is taken in: bags of several years in the wrong order."""

    sentence = "Gói “{path}” mới hơn sổ ở đây: nhật ký trong gói ghi tiếp sau sổ này. Chưa có gì được đưa vào kho."
    remedy = (
        "Hãy nhận gói mới nhất trước, ở một thư mục làm việc chưa có sổ (vanban new), rồi lần lượt tới gói của các "
        "năm trước."
    )


class BackupRefused(RegisterFault):
    """A folder that is no backup, or a copy in it that is not whole."""

    sentence = "Không dùng được thư mục sao lưu “{path}”: {reason}."
    remedy = "Hãy chọn một thư mục riêng cho sao lưu, tốt nhất ở ổ đĩa khác, trống hoặc đã là thư mục sao lưu."


class BackupLocked(RegisterFault):
    """A backup behind a password that was not given, or is another."""

    sentence = "Không mở được bản sao lưu “{path}”: {reason}."
    remedy = "Hãy chạy lại với --password và gõ đúng mật khẩu; mật khẩu đã quên thì không ai mở được bản sao lưu ấy."


class IntegrityFault(RegisterFault):
    """Register and archive contradict each other."""

    exit_code = 12


class NumbersWaitBroken(IntegrityFault):
    """The numbers are taken, and register or archive turned out to be damaged."""

    sentence = "Đã cấp số {numbers} nhưng chưa làm xong văn bản: {reason}. Số không mất, không cấp cho văn bản khác."
    remedy = "{advice} Sau đó hãy chạy “vanban recover”: văn bản nhận đúng số ấy."


class StaleRegister(IntegrityFault):
    """An older copy of the register than the archive knows: its next numbers would be given twice."""

    sentence = "Sổ “{path}” là bản cũ: kho lưu trữ đã ghi tới việc thứ {known}, sổ chỉ có {found}. Chưa cấp số nào."
    remedy = "Hãy chạy “vanban recover” để lập lại sổ từ kho lưu trữ."


class OlderThanWitnessed(IntegrityFault):
    """Register and archive are older than what was seen of them: their next numbers would be given twice."""

    sentence = "Sổ “{path}” cũ hơn những gì đã cấp, sổ không có: {papers}. Chưa cấp số nào."
    remedy = (
        "Đừng cấp số tiếp: số sẽ bị trùng. Hãy lấy lại bản mới hơn của thư mục data/issued; nếu không còn bản nào mới "
        "hơn, hãy chạy “vanban register continue” và ghi số cuối của từng sổ đã cấp."
    )


class RewrittenRegister(IntegrityFault):
    """The register is another history than the one of which a head was seen."""

    sentence = (
        "Sổ “{path}” không chứa việc thứ {seq} ({moment}) như đã ghi nhận trước đây: sổ đã bị viết lại hoặc thay bằng "
        "bản khác. Chưa cấp số nào."
    )
    remedy = (
        "Đừng cấp số tiếp. Hãy lấy lại đúng thư mục data/issued của cơ quan; nếu hai bản đều đã cấp số, giữ một bản, "
        "văn bản của bản kia phải ban hành lại với số mới."
    )


class TwoHistories(IntegrityFault):
    """Two copies of the office have given one number to two documents."""

    sentence = "Hai bản sao của sổ đã cấp số khác nhau: {documents}. Chưa sửa gì."
    remedy = (
        "Hãy để người có trách nhiệm quyết định văn bản nào giữ số. Đặt lại data/issued của bản giữ số, chuyển tệp của "
        "văn bản kia ra khỏi output/issued, rồi ban hành lại văn bản kia: nó nhận số mới."
    )


class ForkedRegister(IntegrityFault):
    """A copy of the workspace, while the original still gives numbers."""

    sentence = "Thư mục làm việc “{here}” là bản sao của “{home}” (máy {machine}); hai bản cùng cấp số thì số bị trùng."
    remedy = (
        "Hãy cấp số ở bản gốc. Nếu đã chuyển hẳn sang đây và bản gốc không dùng nữa, "
        "hãy chạy “vanban register move-here”."
    )


class RestoredRegister(IntegrityFault):
    """The workspace was made of a backup: nobody has said yet which numbers were given since."""

    sentence = "Sổ “{path}” lấy từ bản sao lưu; từ ngày sao lưu cơ quan có thể đã cấp thêm số. Chưa cấp số nào."
    remedy = (
        "Hãy xem sổ giấy và các văn bản đã phát hành, rồi chạy “vanban register continue” và ghi số cuối của từng hệ "
        "thống số (--last), kể cả khi không cấp thêm số nào."
    )


class LostRegister(IntegrityFault):
    """A new register would begin where there was one: its numbers would be given twice."""

    sentence = "Ở “{path}” từng có sổ, nay không còn (số cuối đã cấp: {last}). Chưa mở sổ mới."
    remedy = (
        "Hãy lấy lại thư mục data/issued, hoặc khôi phục từ bản sao lưu (vanban restore). Nếu đó chỉ là sổ thử, "
        "hãy xóa tệp “{witness}” rồi chạy lại."
    )


class DamagedRegister(IntegrityFault):
    """The register does not prove itself."""

    sentence = "Sổ “{path}” bị hỏng hoặc bị sửa: {reason}."
    remedy = "Đừng cấp số tiếp; hãy chạy “vanban verify” rồi “vanban recover”."


class DamagedArchive(IntegrityFault):
    """A file of the archive is gone or altered."""

    sentence = "Kho lưu trữ hỏng tại “{path}”: {reason}."
    remedy = "Đừng cấp số tiếp; hãy chạy “vanban verify” và lấy lại tệp từ bản sao lưu."


class DocumentsMissing(IntegrityFault):
    """The register knows documents that the archive has not: a bag of one year is in, those of others are not."""

    sentence = "Kho lưu trữ thiếu {count} văn bản mà sổ đã ghi ({documents}). Chưa cấp số nào."
    remedy = (
        "Hãy nhận thêm gói đầy đủ của các năm ấy (vanban archive import), hoặc lấy lại kho từ bản sao lưu (vanban "
        "restore); rồi chạy “vanban verify”."
    )


class UnstableDocument(IntegrityFault):
    """A number whose document comes out different from what the archive already holds."""

    sentence = "Văn bản {number} đã có trong kho với nội dung khác; không ghi đè."
    remedy = "Hãy chạy “vanban verify”; nếu sổ và kho đều là bản sao lưu cũ, hãy lấy bản sao lưu mới hơn."


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


class NoOffices(DataError):
    """A folder in which no office's workspace lies."""

    sentence = "Không có thư mục làm việc nào của cơ quan trong {folders}."
    remedy = "Hãy nêu thư mục chứa các thư mục làm việc (mỗi thư mục có data/office), hoặc tệp danh sách thư mục."


class OfficeStopped(EnvironmentFault):
    """What the program did not expect, in the work on one office of many."""

    sentence = "Chương trình gặp lỗi ngoài dự kiến ở cơ quan này."
    remedy = "Hãy gửi tệp “{log}” cho người phụ trách phần mềm; các cơ quan khác không bị ảnh hưởng."


class PathClash(DataError):
    """Two documents want the same file."""

    sentence = "Hai văn bản “{first}” và “{second}” cùng ghi vào một tệp “{path}”."
    remedy = "Hãy đổi mã của một trong hai để tên tệp khác nhau, kể cả khi không phân biệt chữ hoa, chữ thường."


class TooHeavy(DataError):
    """A file that takes more memory or time to read than any office's paper."""

    sentence = "Tệp “{name}” cần nhiều bộ nhớ hoặc thời gian quá mức cho phép nên chương trình đã thôi đọc."
    remedy = "Hãy mở tệp bằng Word hoặc Excel, lưu lại rồi thử lại; nếu tệp do người lạ gửi thì đừng mở."


class TableUnread(DataError):
    """A file that is not the table that it should be."""

    sentence = "Tệp “{file}” chưa đọc được thành bảng: {reason}"
    remedy = "{advice}"


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
