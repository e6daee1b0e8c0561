"""What is asked of the text itself: its characters, the page as printed, stale text."""

from __future__ import annotations

from typing import Final

from vanban.law.nd30 import PAGE, Part
from vanban.law.rule import ERROR, P1B, P2B, P5B, P6A, P7, PL1, THIRD, WARNING, LayoutRule

_UNICODE: Final = PL1 + "Mục I khoản 4 (Unicode theo TCVN 6909:2001)"
_NFC: Final = "Thông lệ kỹ thuật, Nghị định không quy định"
_TEXT: Final = [
    LayoutRule("TT-21.nfc", None, "Chữ tiếng Việt dựng sẵn (NFC)", _NFC, WARNING, "Chuyển sang chữ dựng sẵn.", True),
    LayoutRule(
        "TT-21.legacy-font",
        None,
        "Không dùng phông mã cũ (TCVN3, VNI)",
        _UNICODE,
        ERROR,
        "Chuyển mã sang Unicode rồi đổi phông.",
    ),
    LayoutRule(
        "TT-21.legacy-text",
        None,
        "Không còn chữ mã cũ (TCVN3, VNI)",
        _UNICODE,
        ERROR,
        "Gõ lại hoặc chuyển mã đoạn này sang Unicode.",
    ),
    LayoutRule(
        "TT-21.eth", None, "Chữ Đ, đ đúng mã tiếng Việt", _UNICODE, ERROR, "Thay bằng chữ Đ, đ tiếng Việt.", True
    ),
    LayoutRule("TT-21.invisible", None, "Không có ký tự vô hình", _UNICODE, ERROR, "Xóa ký tự vô hình.", True),
    LayoutRule("TT-21.private", None, "Không có ký tự ngoài bộ chữ Unicode", _UNICODE, ERROR, "Gõ lại ký tự này."),
]


_MEASURED: Final = [
    LayoutRule(
        "TR-01.left",
        None,
        "Chữ không lấn lề trái",
        PL1 + "Mục I khoản 3",
        ERROR,
        "Chỉnh lề hoặc thụt lề trái.",
        False,
        PAGE.left.least.mm,
        None,
        "mm",
    ),
    LayoutRule(
        "TR-01.right",
        None,
        "Chữ không lấn lề phải",
        PL1 + "Mục I khoản 3",
        ERROR,
        "Chỉnh lề hoặc thụt lề phải.",
        False,
        PAGE.right.least.mm,
        None,
        "mm",
    ),
    LayoutRule(
        "TR-01.top",
        None,
        "Chữ không lấn lề trên",
        PL1 + "Mục I khoản 3",
        ERROR,
        "Chỉnh lề trên.",
        False,
        PAGE.top.least.mm,
        None,
        "mm",
    ),
    LayoutRule(
        "TR-01.bottom",
        None,
        "Chữ không lấn lề dưới",
        PL1 + "Mục I khoản 3",
        ERROR,
        "Chỉnh lề dưới.",
        False,
        PAGE.bottom.least.mm,
        None,
        "mm",
    ),
    LayoutRule("TR-01.paper", None, "Trang in khổ A4", PL1 + "Mục I khoản 1", ERROR, "Đặt khổ giấy A4."),
    LayoutRule(
        "TR-02.motto",
        Part.MOTTO,
        "Đường kẻ dưới Tiêu ngữ dài bằng dòng chữ (đo trên trang)",
        P1B,
        ERROR,
        "Chỉnh đường kẻ dài bằng dòng Tiêu ngữ.",
        False,
        92,
        108,
        "%",
    ),
    LayoutRule(
        "TR-02.issuer",
        Part.ISSUER,
        "Đường kẻ dưới tên cơ quan dài 1/3 đến 1/2 dòng chữ (đo trên trang)",
        P2B,
        WARNING,
        "Chỉnh đường kẻ dài bằng 1/3 đến 1/2 dòng chữ.",
        False,
        THIRD,
        50,
        "%",
    ),
    LayoutRule(
        "TR-02.subject",
        Part.SUBJECT,
        "Đường kẻ dưới trích yếu dài 1/3 đến 1/2 dòng chữ (đo trên trang)",
        P5B,
        WARNING,
        "Chỉnh đường kẻ dài bằng 1/3 đến 1/2 dòng chữ.",
        False,
        THIRD,
        50,
        "%",
    ),
    LayoutRule(
        "TR-02.centre",
        None,
        "Đường kẻ đặt cân đối so với dòng chữ",
        P2B,
        WARNING,
        "Đặt đường kẻ vào giữa, dưới dòng chữ.",
        False,
        None,
        3,
        "mm",
    ),
    LayoutRule(
        "TR-03.number",
        Part.PAGE_NUMBER,
        "Từ trang 2 có số trang ở giữa lề trên",
        P7,
        ERROR,
        "Chèn số trang vào giữa lề trên.",
    ),
    LayoutRule(
        "TR-03.first", Part.PAGE_NUMBER, "Trang thứ nhất không hiện số trang", P7, ERROR, "Chọn “Different First Page”."
    ),
    LayoutRule(
        "TR-04.split",
        Part.POSITION,
        "Phần ký nằm trọn trên một trang",
        "Cách trình bày các mẫu của Phụ lục III",
        WARNING,
        "Giữ phần ký trên một trang (Keep with next).",
    ),
    LayoutRule(
        "TR-04.alone",
        Part.POSITION,
        "Trang có phần ký còn ít nhất hai dòng nội dung",
        "Cách trình bày các mẫu của Phụ lục III",
        WARNING,
        "Đưa ít nhất hai dòng nội dung sang trang có phần ký.",
    ),
    LayoutRule(
        "TR-05.empty",
        None,
        "Không có trang trống",
        "Cách trình bày các mẫu của Phụ lục III",
        WARNING,
        "Xóa trang trống.",
    ),
    LayoutRule(
        "TR-06.fonts", None, "Phông chữ được nhúng vào PDF", PL1 + "Mục I khoản 4", WARNING, "Nhúng phông khi xuất PDF."
    ),
]

_STALE: Final = [
    LayoutRule(
        "CU-01.year",
        None,
        "Năm trong văn bản khớp với năm đang làm",
        "Kiểm tra nội dung",
        WARNING,
        "Xem lại năm, sửa nếu còn của năm trước.",
    ),
    LayoutRule(
        "CU-02.place",
        None,
        "Tên đơn vị hành chính, cơ quan còn tồn tại vào ngày văn bản",
        "Quy định về sắp xếp đơn vị hành chính, ghi sau tên hiện hành",
        WARNING,
        "Dùng tên hiện hành, hoặc ghi “(nay là …)”.",
    ),
    LayoutRule(
        "CU-03.official",
        None,
        "Người được nêu còn giữ chức vụ vào ngày văn bản",
        "Kiểm tra nội dung",
        WARNING,
        "Xem lại người và chức vụ.",
    ),
    LayoutRule(
        "CU-04.law",
        None,
        "Văn bản được viện dẫn còn hiệu lực vào ngày văn bản",
        P6A,
        WARNING,
        "Viện dẫn văn bản thay thế.",
    ),
    LayoutRule(
        "CU-05.future",
        None,
        "Không viện dẫn văn bản ban hành sau ngày văn bản",
        P6A,
        ERROR,
        "Kiểm tra lại ngày hoặc văn bản viện dẫn.",
    ),
    *(
        LayoutRule(rule, None, what, "Kiểm tra nội dung", WARNING, remedy)
        for rule, what, remedy in (
            ("CU-09.hidden", "Không còn chữ ẩn", "Bỏ chữ ẩn, hoặc cho hiện lại (Font, bỏ chọn Hidden)."),
            ("CU-10.highlight", "Không còn chữ tô nền đánh dấu", "Bỏ tô nền (Text Highlight Color, No Color)."),
            (
                "CU-11.date",
                "Ngày tháng gõ thành chữ, không tự đổi",
                "Gõ ngày thành chữ (bấm Ctrl+Shift+F9 vào trường).",
            ),
            ("CU-12.reference", "Không còn tham chiếu hỏng", "Sửa hoặc xóa tham chiếu này."),
            (
                "CU-13.merge",
                "Không còn trường trộn thư chưa điền",
                "Điền nội dung, hoặc chạy trộn thư (Mailings) rồi lưu tệp kết quả.",
            ),
            (
                "CU-16.marks",
                "Mỗi dấu trang, hình vẽ mang một số riêng và đủ hai đầu",
                "Mở tệp bằng Word, xóa dấu trang hoặc hình thừa rồi lưu lại.",
            ),
            (
                "CU-17.template",
                "Tệp không gắn với mẫu ở máy khác",
                "Gỡ mẫu (Developer, Document Template, chọn Normal); bản đã sửa không còn mẫu này.",
            ),
            ("CU-14.comment", "Không còn ghi chú trong văn bản", "Xem rồi xóa ghi chú (Review, Delete All Comments)."),
        )
    ),
    LayoutRule(
        "CU-15.sound",
        None,
        "Tệp Word trọn vẹn, không hỏng, không còn chỗ điền để nguyên",
        "Kiểm tra tệp Word",
        ERROR,
        "Mở tệp bằng Word; nếu Word báo lỗi thì chọn Open and Repair, xem lại chỗ này rồi lưu.",
    ),
    LayoutRule(
        "CU-08.basis",
        Part.LEGAL_BASIS,
        "Căn cứ ban hành trước văn bản dựa vào nó",
        P6A,
        ERROR,
        "Kiểm tra lại ngày của căn cứ hoặc của văn bản.",
    ),
    LayoutRule(
        "CU-06.leftover",
        None,
        "Không còn chỗ trống, dấu nhắc của mẫu",
        "Kiểm tra nội dung",
        WARNING,
        "Điền hoặc xóa chỗ này.",
    ),
    LayoutRule(
        "CU-07.tracked",
        None,
        "Không còn thay đổi đang theo dõi",
        "Kiểm tra nội dung",
        WARNING,
        "Chấp nhận hoặc từ chối mọi thay đổi (Review, Accept All).",
    ),
]


TEXT_RULES: Final = (*_TEXT, *_MEASURED, *_STALE)
