"""What the decree demands of the sheet, the page number and the head of page 1 (Mục I, Mục II khoản 1 to 5)."""

from __future__ import annotations

from typing import Final

from vanban.law.nd30 import FONT, MOTTO, PAGE, STATE_NAME, Part
from vanban.law.rule import ERROR, P1B, P2B, P5B, P7, PART_NAMES, PL1, THIRD, WARNING, LayoutRule


def _margin(side: str, name: str, least: float, most: float) -> LayoutRule:
    return LayoutRule(
        f"TT-01.margin-{side}",
        None,
        f"Lề {name}: {least:g} - {most:g} mm",
        PL1 + "Mục I khoản 3",
        ERROR,
        f"Đặt lề {name} trong khoảng {least:g} - {most:g} mm.",
        True,
        least,
        most,
        "mm",
    )


_PAGE: Final = [
    LayoutRule(
        "TT-01.paper", None, "Khổ giấy A4 (210 mm x 297 mm)", PL1 + "Mục I khoản 1", ERROR, "Đặt khổ giấy A4.", True
    ),
    LayoutRule(
        "TT-01.orientation",
        None,
        "Trình bày theo chiều dài của khổ A4, trừ khi nội dung có bảng, biểu",
        PL1 + "Mục I khoản 2",
        ERROR,
        "Đặt giấy theo chiều dọc.",
    ),
    _margin("top", "trên", PAGE.top.least.mm, PAGE.top.most.mm),
    _margin("bottom", "dưới", PAGE.bottom.least.mm, PAGE.bottom.most.mm),
    _margin("left", "trái", PAGE.left.least.mm, PAGE.left.most.mm),
    _margin("right", "phải", PAGE.right.least.mm, PAGE.right.most.mm),
    LayoutRule("TT-02.font", None, f"Phông chữ {FONT}", PL1 + "Mục I khoản 4", ERROR, f"Đổi sang phông {FONT}.", True),
    LayoutRule("TT-02.color", None, "Chữ màu đen", PL1 + "Mục I khoản 4", ERROR, "Đổi màu chữ thành màu đen.", True),
]

_NUMBERING: Final = [
    LayoutRule(
        "TT-03.missing",
        Part.PAGE_NUMBER,
        "Văn bản từ hai trang trở lên có số trang",
        P7,
        ERROR,
        "Chèn số trang vào giữa lề trên (Insert, Page Number, Top of Page).",
        True,
    ),
    LayoutRule(
        "TT-03.place",
        Part.PAGE_NUMBER,
        "Số trang đặt canh giữa trong phần lề trên",
        P7,
        ERROR,
        "Đưa số trang lên giữa lề trên.",
        True,
    ),
    LayoutRule(
        "TT-03.first-page",
        Part.PAGE_NUMBER,
        "Không hiển thị số trang thứ nhất",
        P7,
        ERROR,
        "Chọn “Different First Page” và để trống đầu trang thứ nhất.",
        True,
    ),
    LayoutRule(
        "TT-03.arabic", Part.PAGE_NUMBER, "Số trang bằng chữ số Ả Rập", P7, ERROR, "Đổi sang chữ số 1, 2, 3…", True
    ),
    LayoutRule("TT-03.start", Part.PAGE_NUMBER, "Số trang đánh từ số 1", P7, ERROR, "Cho số trang bắt đầu từ 1.", True),
    LayoutRule(
        "TT-03.annex",
        Part.APPENDIX,
        "Số trang của phụ lục đánh riêng theo từng phụ lục",
        PL1 + "Mục III khoản 1 điểm đ",
        ERROR,
        "Chèn ngắt phần (Section Break) trước mỗi phụ lục rồi chọn Start at: 1 trong Format Page Numbers.",
    ),
]


def _missing(part: Part, where: str) -> LayoutRule:
    name = PART_NAMES[part]
    return LayoutRule(
        f"TT-04.{part}.missing",
        part,
        f"Văn bản có {name[0].lower()}{name[1:]}",
        f"khoản 2 Điều 8; {PL1}{where}",
        ERROR,
        "Bổ sung thành phần này.",
    )


_MISSING: Final = [
    _missing(Part.STATE_NAME, "Mục II khoản 1"),
    _missing(Part.MOTTO, "Mục II khoản 1"),
    _missing(Part.ISSUER, "Mục II khoản 2"),
    _missing(Part.NUMBER, "Mục II khoản 3"),
    _missing(Part.PLACE_AND_DATE, "Mục II khoản 4"),
    _missing(Part.TYPE_NAME, "Mục II khoản 5"),
    _missing(Part.SUBJECT, "Mục II khoản 5"),
    _missing(Part.LETTER_SUBJECT, "Mục II khoản 5"),
    _missing(Part.POSITION, "Mục II khoản 7"),
    _missing(Part.SIGNER_NAME, "Mục II khoản 7"),
    _missing(Part.RECIPIENTS_TITLE, "Mục II khoản 9"),
]

_HEAD: Final = [
    LayoutRule(
        "TT-05.state-text",
        Part.STATE_NAME,
        f"Quốc hiệu ghi đúng “{STATE_NAME}”",
        PL1 + "Mục II khoản 1 điểm a",
        ERROR,
        f"Viết lại: {STATE_NAME}.",
    ),
    LayoutRule("TT-05.motto-text", Part.MOTTO, f"Tiêu ngữ ghi đúng “{MOTTO}”", P1B, ERROR, f"Viết lại: {MOTTO}."),
    LayoutRule(
        "TT-05.spacing",
        Part.MOTTO,
        "Quốc hiệu và Tiêu ngữ cách nhau dòng đơn",
        PL1 + "Mục II khoản 1 điểm c",
        ERROR,
        "Đặt giãn dòng đơn, không giãn cách giữa hai dòng.",
        True,
    ),
    LayoutRule(
        "TT-05.rule", Part.MOTTO, "Dưới Tiêu ngữ có đường kẻ ngang", P1B, ERROR, "Kẻ đường ngang dưới Tiêu ngữ.", True
    ),
    LayoutRule(
        "TT-05.length",
        Part.MOTTO,
        "Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ",
        P1B,
        ERROR,
        "Chỉnh đường kẻ dài bằng dòng Tiêu ngữ.",
        True,
        90,
        110,
        "%",
    ),
    LayoutRule(
        "TT-05.solid", Part.MOTTO, "Đường kẻ dưới Tiêu ngữ là nét liền", P1B, ERROR, "Đổi thành nét liền.", True
    ),
    LayoutRule(
        "TT-06.issuer",
        Part.ISSUER,
        "Dưới tên cơ quan ban hành có đường kẻ ngang",
        P2B,
        ERROR,
        "Kẻ đường ngang dưới tên cơ quan ban hành.",
        True,
    ),
    LayoutRule(
        "TT-06.issuer-length",
        Part.ISSUER,
        "Đường kẻ dưới tên cơ quan dài bằng 1/3 đến 1/2 dòng chữ",
        P2B,
        ERROR,
        "Chỉnh đường kẻ dài bằng 1/3 đến 1/2 dòng chữ.",
        True,
        THIRD,
        50,
        "%",
    ),
    LayoutRule(
        "TT-06.issuer-solid",
        Part.ISSUER,
        "Đường kẻ dưới tên cơ quan là nét liền",
        P2B,
        ERROR,
        "Đổi thành nét liền.",
        True,
    ),
    LayoutRule(
        "TT-06.subject",
        Part.SUBJECT,
        "Dưới trích yếu có đường kẻ ngang",
        P5B,
        ERROR,
        "Kẻ đường ngang dưới trích yếu.",
        True,
    ),
    LayoutRule(
        "TT-06.subject-length",
        Part.SUBJECT,
        "Đường kẻ dưới trích yếu dài bằng 1/3 đến 1/2 dòng chữ",
        P5B,
        ERROR,
        "Chỉnh đường kẻ dài bằng 1/3 đến 1/2 dòng chữ.",
        True,
        THIRD,
        50,
        "%",
    ),
    LayoutRule(
        "TT-06.subject-solid",
        Part.SUBJECT,
        "Đường kẻ dưới trích yếu là nét liền",
        P5B,
        ERROR,
        "Đổi thành nét liền.",
        True,
    ),
    LayoutRule(
        "TT-06.issuer-short",
        Part.ISSUER,
        "Đường kẻ dưới tên cơ quan không ngắn hơn 1/3 dòng chữ",
        P2B,
        WARNING,
        "Kẻ dài bằng 1/3 đến 1/2 dòng chữ (các mẫu của Phụ lục III kẻ ngắn hơn: cần đối chiếu).",
        True,
        THIRD,
        50,
        "%",
    ),
    LayoutRule(
        "TT-06.subject-short",
        Part.SUBJECT,
        "Đường kẻ dưới trích yếu không ngắn hơn 1/3 dòng chữ",
        P5B,
        WARNING,
        "Kẻ dài bằng 1/3 đến 1/2 dòng chữ (các mẫu của Phụ lục III kẻ ngắn hơn: cần đối chiếu).",
        True,
        THIRD,
        50,
        "%",
    ),
    LayoutRule(
        "TT-06.letter-close",
        Part.LETTER_SUBJECT,
        "Trích yếu công văn cách số, ký hiệu 6 pt",
        P5B,
        WARNING,
        "Đặt khoảng cách 6 pt trên dòng “V/v” (Mẫu 1.5 của Phụ lục III để sát dòng: cần đối chiếu).",
        True,
        6,
        6,
        "pt",
    ),
    LayoutRule(
        "TT-06.letter",
        Part.LETTER_SUBJECT,
        "Trích yếu công văn cách số, ký hiệu 6 pt",
        P5B,
        ERROR,
        "Đặt khoảng cách 6 pt trên dòng “V/v”.",
        True,
        6,
        6,
        "pt",
    ),
]

_P3C: Final = PL1 + "Mục II khoản 3 điểm c"
_P4B: Final = PL1 + "Mục II khoản 4 điểm b"
_P4C: Final = PL1 + "Mục II khoản 4 điểm c"
_IDENTITY: Final = [
    LayoutRule("TT-07.colon", Part.NUMBER, "Sau từ “Số” có dấu hai chấm", _P3C, ERROR, "Ghi “Số:”."),
    LayoutRule(
        "TT-07.zero", Part.NUMBER, "Số nhỏ hơn 10 ghi thêm số 0 phía trước", _P3C, ERROR, "Thêm số 0 phía trước."
    ),
    LayoutRule(
        "TT-07.digits",
        Part.NUMBER,
        "Số của văn bản bằng chữ số Ả Rập",
        PL1 + "Mục II khoản 3 điểm a",
        ERROR,
        "Ghi số bằng chữ số Ả Rập.",
    ),
    LayoutRule(
        "TT-07.slash",
        Part.NUMBER,
        "Giữa số và ký hiệu có dấu gạch chéo",
        _P3C,
        ERROR,
        "Ghi dấu gạch chéo giữa số và ký hiệu.",
    ),
    LayoutRule(
        "TT-07.year",
        Part.NUMBER,
        "Số, ký hiệu văn bản hành chính không ghi năm",
        PL1 + "Mục II khoản 3 điểm b",
        ERROR,
        "Bỏ năm giữa số và ký hiệu.",
    ),
    LayoutRule(
        "TT-07.year-differs",
        Part.NUMBER,
        "Năm trong số của văn bản quy phạm là năm ban hành",
        "Luật Ban hành văn bản quy phạm pháp luật (cần đối chiếu)",
        ERROR,
        "Ghi năm ban hành vào số.",
    ),
    LayoutRule(
        "TT-07.spaces",
        Part.NUMBER,
        "Số và ký hiệu viết liền, không cách chữ",
        _P3C,
        ERROR,
        "Bỏ dấu cách quanh dấu gạch chéo và gạch nối.",
    ),
    LayoutRule(
        "TT-07.hyphen",
        Part.NUMBER,
        "Các nhóm chữ trong ký hiệu nối bằng dấu gạch nối (-)",
        _P3C,
        ERROR,
        "Thay bằng dấu gạch nối (-).",
    ),
    LayoutRule("TT-07.capitals", Part.NUMBER, "Ký hiệu bằng chữ in hoa", _P3C, ERROR, "Viết hoa ký hiệu."),
    LayoutRule(
        "TT-07.type",
        Part.NUMBER,
        "Ký hiệu bắt đầu bằng chữ viết tắt của tên loại",
        PL1 + "Mục II khoản 3 điểm b; Phụ lục III, Mục I",
        ERROR,
        "Dùng chữ viết tắt của Phụ lục III.",
    ),
    LayoutRule(
        "TT-07.issuer",
        Part.NUMBER,
        "Ký hiệu có chữ viết tắt của cơ quan ban hành",
        PL1 + "Mục II khoản 3 điểm b",
        WARNING,
        "Ghi chữ viết tắt của cơ quan ban hành trong ký hiệu.",
    ),
    LayoutRule(
        "TT-07.unit",
        Part.NUMBER,
        "Ký hiệu công văn có chữ viết tắt của một đơn vị thuộc cơ quan",
        PL1 + "Mục II khoản 3 điểm b",
        WARNING,
        "Ghi chữ viết tắt của đơn vị soạn thảo, hoặc thêm đơn vị ấy vào danh sách đơn vị của cơ quan.",
    ),
    LayoutRule(
        "TT-07.letter",
        Part.NUMBER,
        "Ký hiệu công văn gồm tên cơ quan và đơn vị soạn thảo, không có tên loại",
        PL1 + "Mục II khoản 3 điểm b",
        ERROR,
        "Ghi tên viết tắt của cơ quan rồi của đơn vị soạn thảo, ví dụ 12/UBND-VX.",
    ),
    LayoutRule("TT-08.day", Part.PLACE_AND_DATE, "Ngày nhỏ hơn 10 ghi thêm số 0", _P4B, ERROR, "Thêm số 0 trước ngày."),
    LayoutRule("TT-08.month", Part.PLACE_AND_DATE, "Tháng 1, 2 ghi thêm số 0", _P4B, ERROR, "Ghi tháng 01, 02."),
    LayoutRule(
        "TT-08.month-extra",
        Part.PLACE_AND_DATE,
        "Chỉ tháng 1, 2 ghi thêm số 0 (tháng 3 đến 9 ghi một chữ số như mẫu)",
        _P4B,
        WARNING,
        "Bỏ số 0 trước tháng.",
    ),
    LayoutRule(
        "TT-08.year", Part.PLACE_AND_DATE, "Năm ghi đầy đủ bốn chữ số", _P4B, ERROR, "Ghi đủ bốn chữ số của năm."
    ),
    LayoutRule(
        "TT-08.digits", Part.PLACE_AND_DATE, "Ngày, tháng, năm bằng chữ số Ả Rập", _P4B, ERROR, "Ghi bằng chữ số Ả Rập."
    ),
    LayoutRule(
        "TT-08.real", Part.PLACE_AND_DATE, "Ngày ban hành là ngày có thật", _P4B, ERROR, "Kiểm tra lại ngày ban hành."
    ),
    LayoutRule(
        "TT-09.comma", Part.PLACE_AND_DATE, "Sau địa danh có dấu phẩy", _P4C, ERROR, "Thêm dấu phẩy sau địa danh."
    ),
    LayoutRule(
        "TT-09.place",
        Part.PLACE_AND_DATE,
        "Có địa danh trước thời gian ban hành",
        PL1 + "Mục II khoản 4 điểm a",
        ERROR,
        "Ghi địa danh.",
    ),
    LayoutRule(
        "TT-09.province",
        Part.PLACE_AND_DATE,
        "Địa danh cấp tỉnh là tên riêng, không ghi từ “Tỉnh”",
        PL1 + "Mục II khoản 4 điểm a",
        WARNING,
        "Bỏ từ “Tỉnh” trước tên.",
    ),
    LayoutRule(
        "TT-09.capitals",
        Part.PLACE_AND_DATE,
        "Các chữ cái đầu của địa danh viết hoa",
        _P4C,
        ERROR,
        "Viết hoa chữ đầu của địa danh.",
    ),
]


HEAD_RULES: Final = (*_PAGE, *_NUMBERING, *_MISSING, *_HEAD, *_IDENTITY)
