"""What each command takes besides options, for its help page: click explains options only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_DOCUMENT: Final = (
    "Tên loại văn bản, “kế hoạch”, “ke-hoach” hoặc “plan”, có nhiều văn bản cùng loại thì thêm mã: LOẠI/MÃ, ví dụ "
    "“achievement_report/ta-van-dao”. “vanban build --dry-run” kể tên mọi văn bản của năm."
)
_KIND: Final = "Loại văn bản: “kế hoạch”, “ke-hoach” hoặc “plan”. “vanban template list” kể mọi loại."
_TEXT: Final = "Văn bản có lời văn: “kế hoạch” hoặc “plan”; gõ sai tên thì chương trình kể các tên đang có."
_CODE: Final = "Số và ký hiệu hồ sơ, ví dụ 01.TĐKT."
_SERIES: Final = "Hệ thống số: “kế hoạch” hoặc “ke-hoach”; các hệ thống số ghi ở tệp Cơ quan (office/office.yaml)."
_OFFICES: Final = (
    "Thư mục chứa các thư mục làm việc của từng cơ quan, hoặc tệp kê các thư mục ấy, mỗi dòng một thư mục."
)

ARGUMENTS: Final[Mapping[str, Mapping[str, str]]] = {
    "new": {"THƯ-MỤC": "Thư mục làm việc sẽ tạo; phải chưa có hoặc còn trống."},
    "new-year": {"NĂM": "Năm cần lập, ví dụ 2027; trường học ghi năm học, ví dụ 2026-2027."},
    "open": {"[THƯ-MỤC]": "Thư mục làm việc (mặc định: thư mục hiện tại); thư mục trống thì trang hỏi về cơ quan."},
    "kit": {"[THƯ-MỤC]": "Nơi lập các phiếu (mặc định: kits/NĂM)."},
    "take": {"[TỆP]...": "Phiếu gửi về, .xlsx hoặc .csv (mặc định: mọi phiếu trong thư mục nhan-ve của năm)."},
    "convert": {
        "TỆP": "Tệp chữ kiểu cũ: .docx, .xlsx, .txt hoặc .csv; tệp này giữ nguyên.",
        "[BẢN-MỚI]": "Tên tệp mới (mặc định: tên cũ thêm “-unicode”).",
    },
    "text export": {"VĂN-BẢN": _TEXT, "[TỆP]": "Tệp Word sẽ lập (mặc định: trong thư mục sua-loi-van của năm)."},
    "text import": {
        "VĂN-BẢN": _TEXT,
        "TỆP": "Tệp Word đã sửa, hoặc văn bản năm trước (.docx, .doc, .odt, .rtf, .txt).",
    },
    "show": {"TỆP.docx": "Tệp Word cần xem."},
    "build": {"[LOẠI]...": _DOCUMENT + " Không ghi thì lập mọi văn bản."},
    "issue": {"VĂN-BẢN...": _DOCUMENT},
    "replace": {"VĂN-BẢN": _DOCUMENT},
    "correct": {"VĂN-BẢN": _DOCUMENT},
    "recall": {"VĂN-BẢN": _DOCUMENT},
    "sign-copy": {"VĂN-BẢN": _DOCUMENT, "[TỆP.pdf]": "Bản đã ký: bản quét hoặc bản có chữ ký số, kiểu .pdf."},
    "void": {"HỆ-THỐNG-SỐ": _SERIES, "SỐ": "Số cần hủy, ví dụ 24."},
    "register search": {"TỪ...": "Chữ cần tìm, có dấu hay không dấu; hoặc một số và ký hiệu."},
    "register export": {"TỆP": "Tệp sẽ xuất ra, .xlsx hoặc .csv."},
    "register print": {"TỆP.docx": "Tệp Word sẽ lập để in sổ."},
    "register open-series": {"HỆ-THỐNG-SỐ": _SERIES},
    "register import": {
        "TỆP.xlsx": "Bảng Excel chép từ sổ cũ: Số, Ký hiệu, Ngày tháng văn bản, Tên loại, Trích yếu nội dung, Người ký."
    },
    "dossier open": {"KÝ-HIỆU": _CODE, "TIÊU-ĐỀ": "Tiêu đề hồ sơ, trong dấu ngoặc kép."},
    "dossier add": {"KÝ-HIỆU": _CODE, "[VĂN-BẢN]...": "Văn bản đã ban hành của cơ quan: LOẠI hoặc LOẠI/MÃ."},
    "dossier close": {"KÝ-HIỆU": _CODE},
    "dossier print": {"THƯ-MỤC": "Nơi lập các mẫu của Phụ lục V."},
    "archive export": {"THƯ-MỤC": "Thư mục mới sẽ chứa gói, tốt nhất ở ổ đĩa khác."},
    "archive import": {"THƯ-MỤC": "Thư mục chứa gói đã xuất."},
    "backup": {"THƯ-MỤC": "Thư mục sao lưu, ở ổ đĩa khác, trống hoặc đã dùng để sao lưu."},
    "restore": {
        "THƯ-MỤC-SAO-LƯU": "Thư mục chứa bản sao lưu.",
        "THƯ-MỤC-MỚI": "Thư mục làm việc sẽ lập lại; phải chưa có hoặc còn trống.",
    },
    "proofread": {"TỆP|THƯ_MỤC...": "Tệp Word cần soát, hoặc thư mục chứa chúng; ghi nhiều tệp được."},
    "template fields": {"LOẠI": _KIND},
    "template copy": {"LOẠI": _KIND},
    "template lint": {"[TỆP.docx]...": "Mẫu cần kiểm tra (mặc định: mọi mẫu của cơ quan)."},
    "paper new": {"TÊN": "Tên của văn bản riêng: chữ thường không dấu, chữ số, dấu “-”, ví dụ phieu-cham-diem."},
    "province build": {"THƯ-MỤC...": _OFFICES},
    "province check": {"THƯ-MỤC...": _OFFICES},
    "province verify": {"THƯ-MỤC...": _OFFICES},
    "province proofread": {"THƯ-MỤC...": _OFFICES},
    "law show": {"[NGÀY]": "Ngày cần xem quy định, ví dụ 05/3/2024 (mặc định: hôm nay)."},
    "law diff": {"NGÀY1": "Ngày thứ nhất, ví dụ 05/3/2024.", "NGÀY2": "Ngày thứ hai, so với ngày thứ nhất."},
    "law update": {"TỆP": "Bộ quy định mới do nơi gửi chuyển tới, kiểu .yaml."},
}
"""By the words that call a command, then by what its line of usage calls the argument."""


def explained(command_path: str, metavar: str) -> str:
    """What one argument of a command is; ``vanban text export`` and ``VĂN-BẢN``."""
    return ARGUMENTS.get(command_path.partition(" ")[2], {}).get(metavar, "")
