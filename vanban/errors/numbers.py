"""Giving numbers: what the law, the register or the documents do not allow.

::

    RegisterFault
    ├── SeriesNotOpen       nobody has said with which number a series begins
    ├── SeriesAlreadyOpen   a series that has numbers in that year
    ├── ClockBehind         the machine's clock is earlier than it can be
    ├── LateNumber          a number of a later day than the machine's today
    ├── DayNotCome          a day after today
    ├── DayBeforeLast       an earlier day than that of the last number
    ├── DoubtfulDay         a day so late that somebody has to confirm it
    ├── UnexpectedNumber    another number than the clerk expects
    ├── NumberTaken         the same number and symbol twice in a year
    ├── AlreadyIssued       a document that has its number
    ├── RequestChanged      a repeated request that asks for something else
    ├── NoSuchEntry         a number or dossier that the register does not have
    │   ├── PaperBookNumber     a number before the first of the series
    │   ├── OutsideNumber       a number passed over, of which no document is known
    │   └── NumberToCome        a number that nobody has given yet
    ├── NotPossible         what the state of an entry does not allow
    │   ├── ReasonMissing       what is recorded for ever, without a reason
    │   └── TakenOverStays      a row of an old book, which stays as it was taken over
    ├── SignedCopyDiffers   the document is no longer the one that was signed
    ├── NumbersWait         numbers that are taken, and documents that are not made yet
    ├── NoLongerAsSigned    a number whose document comes out different before it is archived
    ├── SigningCopyMissing  a document that nobody can have signed yet
    ├── DaysUnconfirmed     a document that hangs on a day nobody has confirmed
    ├── BlankCitation       a document that cites one without a number
    ├── NoSeriesNamed       a series that the office does not have
    ├── NoActingLetter      no letter of the year does that to the document
    ├── NeverNumbered       a kind whose documents get no number
    ├── NoSeries            no run of numbers for that type
    ├── UnfitToIssue        a document that breaks a rule of layout
    └── UnlawfulDay         exit 13: the law of the day of issue does not allow the document
"""

from __future__ import annotations

from vanban.errors.base import RegisterFault


class SeriesNotOpen(RegisterFault):
    """Nobody has said with which number a series begins."""

    sentence = "Hệ thống số “{series}” năm {year} chưa mở trong sổ. Chưa cấp số nào."
    remedy = (
        "Hãy chạy “vanban register open-series {series} --first 1 --year {year}”; sổ giấy đã cấp "
        "số thì thay 1 bằng số tiếp theo của sổ giấy."
    )


class SeriesAlreadyOpen(RegisterFault):
    """A series that is open in that year."""

    sentence = "Hệ thống số “{series}” năm {year} đã mở từ số {first}."
    remedy = "Hãy cấp số như thường: số tiếp theo là số cuối cộng một."


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
    remedy = "Hãy xem lại lịch. Nếu ngày đúng, hãy chạy lại và xác nhận ngày (--confirm-date)."


class UnexpectedNumber(RegisterFault):
    """Another number than the clerk expects."""

    sentence = "Số tiếp theo là {granted}, không phải {expected} như dự kiến. Chưa cấp số nào."
    remedy = "Hãy xem sổ (vanban register list) để biết ai đã lấy số, rồi chạy lại với số đúng."


class NumberTaken(RegisterFault):
    """The same number and symbol twice in a year (Điều 15 khoản 1)."""

    sentence = "Số và ký hiệu {number} năm {year} đã có trong hệ thống số “{series}”. Chưa cấp số nào."
    remedy = (
        "Hai hệ thống số dùng chung ký hiệu thì phải là một. Hãy sửa mục Hệ thống số "
        "(number_series) của tệp Cơ quan (office/office.yaml)."
    )


class AlreadyIssued(RegisterFault):
    """A document that has its number."""

    sentence = "{called} đã có số {number} ngày {day}."
    remedy = (
        "Văn bản đã ban hành không sửa được. Hãy ban hành công văn đính chính (vanban correct "
        "{document}), bản thay thế (vanban replace {document}) hoặc công văn thu hồi (vanban "
        "recall {document})."
    )


class RequestChanged(RegisterFault):
    """A repeated request that asks for something else than the first time."""

    sentence = "Yêu cầu cấp số này đã được thực hiện với nội dung khác ({numbers})."
    remedy = "Hãy xem lại sổ, rồi gửi yêu cầu mới nếu cần thêm số."


class NoSuchEntry(RegisterFault):
    """A number, batch or dossier that the register does not have."""

    sentence = "Trong sổ không có {what}."
    remedy = "Hãy xem lại số, năm và hệ thống số (vanban register list), hoặc ký hiệu hồ sơ (vanban dossier list)."


class PaperBookNumber(NoSuchEntry):
    """A number before the one with which the series begins in the program: the paper book gave it."""

    sentence = (
        "Số {number:02d} năm {year} của hệ thống số “{series}” thuộc sổ giấy: sổ của chương trình bắt đầu từ số "
        "{first:02d}."
    )
    remedy = (
        "Nếu cần có số ấy trong sổ này, hãy chép dòng của sổ giấy vào một bảng. Sau đó chạy “vanban register import "
        "BẢNG --series {series} --year {year}”. Nếu chỉ hủy hay sửa số ấy thì ghi vào sổ giấy, ở đây không phải làm gì."
    )


class OutsideNumber(NoSuchEntry):
    """A number that was passed over because something else gave it, and of which no document is known yet."""

    sentence = (
        "Số {number:02d} năm {year} của hệ thống số “{series}” đã cấp ngoài chương trình, sổ chưa có văn bản nào mang "
        "số ấy."
    )
    remedy = (
        "Hãy điền văn bản của số ấy bằng “vanban register import BẢNG --series {series} --year {year}” hoặc “vanban "
        "issue VĂN-BẢN --number {number}”. Không rõ là văn bản nào thì để nguyên: sổ in ghi “cấp ngoài chương trình”."
    )


class NumberToCome(NoSuchEntry):
    """A number of an open series that nobody has given yet."""

    sentence = "Số {number:02d} năm {year} của hệ thống số “{series}” chưa cấp; số tiếp theo là {upcoming:02d}."
    remedy = "Hãy xem lại số và năm (vanban register list)."


class NotPossible(RegisterFault):
    """What the state of an entry, series or dossier does not allow."""

    sentence = "Không thể {deed} {what}: {reason}."
    remedy = "Hãy xem lại sổ (vanban register list), hoặc hồ sơ (vanban dossier list)."


class ReasonMissing(NotPossible):
    """What is recorded for ever is to be done without saying why."""

    sentence = "Chưa ghi lý do {deed} {what}."
    remedy = "Hãy ghi lý do sau --why, ví dụ --why “Cấp nhầm”."


class TakenOverStays(NotPossible):
    """A row of an old book: it stays as it was taken over, and the right one is taken over beside it."""

    sentence = "Không hủy được số {number} năm {year}: dòng này nhận từ sổ cũ, giữ nguyên như đã nhập."
    remedy = (
        "Nếu nhập sai, hãy ghi dòng đúng vào một bảng; cột Ghi chú nói dòng nào sai và vì sao. Sau đó chạy “vanban "
        "register import BẢNG --series {series} --year {year} --same-number”: dòng đúng đứng ngay sau dòng sai. Nếu "
        "văn bản ấy đã bị hủy, cũng làm như vậy và ghi lý do hủy ở cột Ghi chú."
    )


class SignedCopyDiffers(RegisterFault):
    """The document is no longer the one that was signed."""

    sentence = "{called} không còn đúng như bản đã ký{difference}. Chưa cấp số nào."
    remedy = "Hãy chạy “vanban build {document}” rồi trình ký lại, hoặc trả dữ liệu và mẫu về đúng bản đã ký."


class NumbersWait(RegisterFault):
    """The numbers are taken, and something then kept the documents from being made."""

    sentence = "Đã cấp số {numbers} nhưng chưa làm xong văn bản: {reason}. Số không mất, không cấp cho văn bản khác."
    remedy = "{advice} Sau đó hãy chạy “vanban recover”: văn bản nhận đúng số ấy."


class NoLongerAsSigned(RegisterFault):
    """A number that was given before an interruption, whose document now comes out different from what was signed."""

    sentence = (
        "Số {number} năm {year} đã cấp cho {called} từ trước, nhưng văn bản dựng bây giờ không còn đúng bản đã ký. "
        "Số vẫn giữ trong sổ, chưa ban hành gì."
    )
    remedy = (
        "Hãy chạy “vanban recover” bằng phiên bản chương trình đã cấp số; nếu không còn phiên bản ấy, hãy hủy số "
        "(vanban void {series} {ordinal} --year {year} --why …), lập lại, trình ký, rồi ban hành với số tiếp theo."
    )


class SigningCopyMissing(RegisterFault):
    """A document that nobody can have signed yet: it was never built."""

    sentence = "{called} chưa có bản trình ký nên chưa ban hành được. Chưa cấp số nào."
    remedy = "Hãy chạy “vanban build {document}”, trình ký, rồi ban hành."


class DaysUnconfirmed(RegisterFault):
    """A document hangs on a day that was proposed from last year's and that nobody has confirmed: it is a draft."""

    sentence = "{called} còn là dự thảo vì có ngày chưa xác nhận: {days}. Chưa cấp số nào."
    remedy = "Hãy xem và xác nhận ngày bằng lệnh: vanban new-year {year} --dates, rồi lập lại và trình ký."


class BlankCitation(RegisterFault):
    """A document that cites another of the set, which has no number yet."""

    sentence = "{called} viện dẫn {cited_called}, văn bản này chưa có số. Chưa cấp số nào."
    remedy = "Hãy chạy “vanban issue {cited}” trước, rồi chạy “vanban build {document}”, trình ký và ban hành."


class NoSeriesNamed(RegisterFault):
    """A series that the office does not have."""

    sentence = "Cơ quan không có hệ thống số “{series}”.{nearest}"
    remedy = "Hãy ghi một trong các hệ thống số: {known}."


class NoActingLetter(RegisterFault):
    """Nothing in the year's letters does that to the document."""

    sentence = "Chưa có công văn nào {what} {called}. Chưa cấp số nào."
    remedy = (
        "Hãy thêm vào tệp Công văn (letters.yaml) một công văn có mục “acts_on” gồm hai dòng “relation: {relation}” và "
        "“document: {document}”, lập, trình ký, rồi chạy lại."
    )


class NeverNumbered(RegisterFault):
    """A kind whose documents get no number of their own."""

    sentence = "{called} không được cấp số riêng. Chưa cấp số nào."
    remedy = (
        "Hãy ban hành văn bản chính: phụ lục, danh sách mang số của nó, giấy khen mang số quyết "
        "định; bản đăng ký không có số."
    )


class NoSeries(RegisterFault):
    """A document for which the office has no run of numbers."""

    sentence = "Chưa có hệ thống số nào của cơ quan dành cho loại {type_name} ({issuer}). Chưa cấp số nào."
    remedy = "Hãy thêm loại này vào mục Hệ thống số (number_series) của tệp Cơ quan (office/office.yaml)."


class UnfitToIssue(RegisterFault):
    """A document that breaks a rule of layout."""

    sentence = "{called} còn lỗi thể thức, kỹ thuật trình bày: {finding} Chưa cấp số nào."
    remedy = "Hãy sửa mẫu hoặc dữ liệu, lập lại, trình ký rồi ban hành."


class UnlawfulDay(RegisterFault):
    """A document that the law of its day of issue does not allow as it is."""

    exit_code = 13
    sentence = "Không ban hành được {called} vào ngày {day}: {reasons} Chưa cấp số nào."
    remedy = "Nếu nhầm ngày, hãy chạy lại với ngày đúng (--date). Nếu ngày đúng: {remedies}"
