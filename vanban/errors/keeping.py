"""The register, the archive, bags and backups: files that are gone, altered, older or somebody else’s.

::

    RegisterFault
    ├── NoRegister              exit 10: there is none yet, or it is gone
    ├── BusyRegister            exit 11: another run holds it for too long
    ├── UnsafeVolume            a disk or folder on which a register would break
    ├── NewerRegister           made by a later version
    ├── ForeignRegister         a database of something else, or in another journal mode
    ├── RegisterUnwritable      the system refused while writing to the register
    ├── TooLittleRoom           the disk may fill up before the end
    ├── InputsUnreadable        archived data that another version of the program wrote
    ├── StrayInBag              a file in a bag that Windows or macOS put there
    ├── BagRefused              a bag that must not be taken in
    ├── BagNewer                a bag that tells of more than the register beside it
    ├── BackupRefused           no backup, or a copy that is not whole
    ├── NameNotBackedUp         a file whose name no other machine takes
    ├── NamesAlike              two files whose names another machine takes for one
    ├── BackupLocked            a backup behind a password
    └── IntegrityFault          exit 12: register and archive contradict each other
        ├── NumbersWaitBroken   the same where register or archive are damaged
        ├── StaleRegister       an older copy of the register than the archive knows
        ├── OlderThanWitnessed  an older copy of register and archive than was seen before
        ├── RewrittenRegister   another history than the one that was seen
        ├── TwoHistories        one number, two documents, in two copies
        ├── ForkedRegister      a copy of the workspace beside the original
        ├── RestoredRegister    a workspace out of a backup, before its last numbers are known
        ├── LostRegister        a new register where there was one
        ├── DamagedRegister     the register does not prove itself
        ├── DamagedArchive      a file of the archive is gone or altered
        ├── DocumentsMissing    documents of the register that the archive lacks
        ├── DocumentsStillMissing  the same, after all that was interrupted is finished
        └── UnstableDocument    a number whose document comes out different
"""

from __future__ import annotations

from vanban.errors.base import RegisterFault


class NoRegister(RegisterFault):
    """There is no register yet, or it is gone."""

    exit_code = 10
    sentence = "Không có sổ đăng ký văn bản đi tại “{path}”."
    remedy = (
        "Nếu là lần đầu dùng, hãy chạy “vanban register open-series ke-hoach --first 1”; sổ giấy "
        "đã cấp số thì thay 1 bằng số tiếp theo. Nếu sổ bị mất, hãy chạy "
        "“vanban recover” để lập lại từ kho lưu trữ."
    )


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
    remedy = (
        "Hãy đóng mọi chương trình đang mở tệp này; nếu sổ đã hỏng, chạy “vanban recover” để lập lại từ kho lưu trữ."
    )


class RegisterUnwritable(RegisterFault):
    """The system refused while the register was written."""

    sentence = "Không ghi được vào sổ “{path}” (mã lỗi {code}). Số đã cấp không mất."
    remedy = "Hãy kiểm tra ổ đĩa (còn chỗ, còn tốt, được phép ghi) rồi chạy “vanban recover”."


class TooLittleRoom(RegisterFault):
    """The disk may fill up before the batch is done."""

    sentence = "Ổ đĩa chứa “{path}” chỉ còn {free} MB, cần ít nhất {needed} MB. Chưa cấp số nào."
    remedy = "Hãy giải phóng chỗ trên ổ đĩa rồi chạy lại."


class InputsUnreadable(RegisterFault):
    """What a document was made from was archived by another version of the program, and this one cannot read it."""

    sentence = (
        "Dữ liệu lưu cùng văn bản ({file}: {reason}) do phiên bản khác của chương trình ghi, "
        "phiên bản này không đọc được."
    )
    remedy = (
        "Bản đã ban hành trong kho lưu trữ không bị ảnh hưởng. Hãy dùng phiên bản đã làm ra văn bản, hoặc bản mới hơn."
    )


class StrayInBag(RegisterFault):
    """A bag is whole but for a file that Windows or macOS put there when somebody looked into it."""

    sentence = "Gói “{path}” có tệp “{name}” do Windows hoặc macOS tự tạo. Chưa có gì được đưa vào kho lưu trữ."
    remedy = "Hãy xóa tệp ấy trong gói (bật hiện tệp ẩn nếu không thấy) rồi nhận lại; không phải xin lại gói."


class BagRefused(RegisterFault):
    """A bag that must not be taken in."""

    sentence = "Không nhận gói “{path}”: {reason}."
    remedy = "Hãy xin lại gói từ nơi gửi; chưa có gì được đưa vào kho lưu trữ."


class BagNewer(RegisterFault):
    """A bag tells of more than the register beside which it is taken in: bags of several years in the wrong order."""

    sentence = (
        "Gói “{path}” mới hơn sổ ở đây: nhật ký trong gói ghi tiếp sau sổ này. Chưa có gì được đưa vào kho lưu trữ."
    )
    remedy = (
        "Hãy nhận gói mới nhất trước, ở một thư mục làm việc chưa có sổ (vanban new), rồi lần lượt tới gói của các "
        "năm trước."
    )


class BackupRefused(RegisterFault):
    """A folder that is no backup, or a copy in it that is not whole."""

    sentence = "Không dùng được thư mục sao lưu “{path}”: {reason}."
    remedy = "Hãy chọn một thư mục riêng cho sao lưu, tốt nhất ở ổ đĩa khác, trống hoặc đã là thư mục sao lưu."


class NameNotBackedUp(RegisterFault):
    """A file whose name no other machine may take; without it the backup would lack something unseen."""

    sentence = "Chưa sao lưu được: tên của tệp “{path}” không mang sang máy khác được."
    remedy = "Hãy đổi tên tệp ấy (ngắn hơn, không có dấu gạch chéo ngược, dấu hai chấm, ký tự lạ) rồi chạy lại."


class NamesAlike(RegisterFault):
    """Two files whose names another machine takes for one: of the two, only one would come back there."""

    sentence = "Chưa sao lưu được: máy khác có thể coi hai tệp “{first}” và “{second}” là một."
    remedy = "Hãy đổi tên một trong hai tệp, khác nhau không chỉ ở chữ hoa hay cách gõ dấu, rồi chạy lại."


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
        "Hãy xem sổ giấy và các văn bản đã phát hành, rồi chạy “vanban register continue”. Ghi số cuối của từng hệ "
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
        "Hãy nhận thêm gói đầy đủ của các năm ấy (vanban archive import), hoặc lấy lại kho lưu "
        "trữ từ bản sao lưu (vanban "
        "restore); rồi chạy “vanban verify”."
    )


class DocumentsStillMissing(IntegrityFault):
    """What was interrupted is finished, and the archive still has not what the register knows."""

    sentence = "Việc dở dang đã xong, nhưng kho lưu trữ thiếu {count} văn bản mà sổ đã ghi ({documents})."
    remedy = DocumentsMissing.remedy


class UnstableDocument(IntegrityFault):
    """A number whose document comes out different from what the archive already holds."""

    sentence = "Văn bản {number} đã có trong kho lưu trữ với nội dung khác; không ghi đè."
    remedy = "Hãy chạy “vanban verify”; nếu sổ và kho lưu trữ đều là bản sao lưu cũ, hãy lấy bản sao lưu mới hơn."
