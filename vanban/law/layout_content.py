"""What the decree demands of content, recipients, signature and appendices (Mục II khoản 6 to 9, Mục III)."""

from __future__ import annotations

from typing import Final

from vanban.law.nd30 import LINE_SPACING_LEAST, LINE_SPACING_MOST, SPACE_BETWEEN_PARAGRAPHS, Part
from vanban.law.rule import ERROR, P6A, PL1, WARNING, LayoutRule

_P6B: Final = PL1 + "Mục II khoản 6 điểm b"
_P6D: Final = PL1 + "Mục II khoản 6 điểm đ"
_P6E: Final = PL1 + "Mục II khoản 6 điểm e"
_CONTENT: Final = [
    LayoutRule(
        "TT-10.item",
        Part.LEGAL_BASIS,
        "Cuối mỗi căn cứ có dấu chấm phẩy",
        P6A,
        ERROR,
        "Đặt dấu chấm phẩy ở cuối dòng.",
    ),
    LayoutRule(
        "TT-10.last",
        Part.LEGAL_BASIS,
        "Dòng căn cứ cuối cùng kết thúc bằng dấu chấm",
        P6A,
        ERROR,
        "Đặt dấu chấm ở cuối dòng.",
    ),
    LayoutRule(
        "TT-10.missing",
        Part.LEGAL_BASIS,
        "Quyết định, nghị quyết có căn cứ ban hành",
        P6A,
        ERROR,
        "Bổ sung các căn cứ: văn bản quy định thẩm quyền, văn bản quy định nội dung.",
    ),
    LayoutRule(
        "TT-10.opening",
        Part.LEGAL_BASIS,
        "Mỗi căn cứ mở đầu bằng từ “Căn cứ”",
        "Phụ lục III, Mẫu 1.1, 1.2, 1.3",
        WARNING,
        "Thêm từ “Căn cứ” ở đầu dòng.",
    ),
    LayoutRule(
        "TT-11.alignment", Part.BODY, "Nội dung canh đều hai lề", _P6E, ERROR, "Canh đều hai lề (Justify).", True
    ),
    LayoutRule(
        "TT-11.indent",
        Part.BODY,
        "Chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm",
        _P6E,
        ERROR,
        "Đặt “First line” 1,27 cm.",
        True,
        10,
        12.7,
        "mm",
    ),
    LayoutRule(
        "TT-11.spacing",
        Part.BODY,
        "Khoảng cách giữa các đoạn văn tối thiểu 6 pt",
        _P6E,
        ERROR,
        "Đặt khoảng cách trước đoạn 6 pt.",
        True,
        SPACE_BETWEEN_PARAGRAPHS.points,
        None,
        "pt",
    ),
    LayoutRule(
        "TT-11.line",
        Part.BODY,
        "Khoảng cách dòng từ dòng đơn đến 1,5 dòng",
        _P6E,
        ERROR,
        "Đặt khoảng cách dòng từ 1 đến 1,5 dòng.",
        True,
        LINE_SPACING_LEAST,
        LINE_SPACING_MOST,
        "lines",
    ),
    LayoutRule(
        "TT-12.letters",
        Part.POINT,
        "Điểm theo thứ tự bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i…",
        _P6D,
        ERROR,
        "Đánh lại thứ tự các điểm.",
    ),
    LayoutRule(
        "TT-12.bracket", Part.POINT, "Sau chữ cái của điểm có dấu đóng ngoặc đơn", _P6D, ERROR, "Ghi a), b), c)…"
    ),
    LayoutRule("TT-12.article", Part.ARTICLE, "Sau số thứ tự của điều có dấu chấm", _P6D, ERROR, "Ghi “Điều 1.”."),
    LayoutRule(
        "TT-12.articles", Part.ARTICLE, "Các điều đánh số liên tiếp", _P6D, ERROR, "Đánh lại số thứ tự các điều."
    ),
    LayoutRule("TT-12.clause", Part.CLAUSE, "Sau số thứ tự của khoản có dấu chấm", _P6D, ERROR, "Ghi “1.”, “2.”…"),
    LayoutRule(
        "TT-12.sections",
        Part.SECTION,
        "Các mục đánh số La Mã liên tiếp",
        PL1 + "Mục V hàng 6b",
        WARNING,
        "Đánh lại số thứ tự các mục.",
    ),
    LayoutRule(
        "TT-12.clauses",
        Part.CLAUSE,
        "Các khoản trong một điều, một mục đánh số liên tiếp",
        _P6D,
        WARNING,
        "Đánh lại số thứ tự các khoản.",
    ),
    LayoutRule(
        "TT-12.roman", Part.PART_HEADING, "Số thứ tự của phần, chương bằng chữ số La Mã", _P6D, ERROR, "Ghi I, II, III…"
    ),
    LayoutRule(
        "TT-12.arabic", Part.PART_HEADING, "Số thứ tự của mục, tiểu mục bằng chữ số Ả Rập", _P6D, ERROR, "Ghi 1, 2, 3…"
    ),
    LayoutRule(
        "TT-12.title",
        Part.PART_HEADING,
        "Phần, chương, mục có tiêu đề ngay dưới",
        PL1 + "Mục II khoản 6 điểm d",
        ERROR,
        "Bổ sung tiêu đề.",
    ),
    LayoutRule(
        "TT-19.end",
        Part.BODY,
        "Nội dung kết thúc bằng “./.”",
        "Phụ lục III, Mục II (các mẫu)",
        WARNING,
        "Ghi “./.” ở cuối nội dung.",
    ),
    LayoutRule(
        "TT-20.citation",
        Part.BODY,
        "Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, thời gian, cơ quan ban hành và trích yếu",
        _P6B,
        ERROR,
        "Ghi đầy đủ ở lần viện dẫn đầu tiên.",
    ),
]

_P9B: Final = PL1 + "Mục II khoản 9 điểm b"
_P9D: Final = PL1 + "Mục II khoản 9 điểm d"
_P7B: Final = PL1 + "Mục II khoản 7 điểm b"
_P7C: Final = PL1 + "Mục II khoản 7 điểm c"
_ENDING: Final = [
    LayoutRule(
        "TT-20.law",
        Part.LEGAL_BASIS,
        "Căn cứ luật, pháp lệnh ghi đủ ngày, tháng, năm ban hành",
        P6A,
        ERROR,
        "Ghi ngày, tháng, năm của luật, ví dụ “Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022”.",
    ),
    LayoutRule(
        "TT-23.authority",
        Part.TYPE_NAME,
        "Dưới trích yếu của quyết định, nghị quyết có thẩm quyền ban hành",
        "Phụ lục III, Mẫu 1.1, 1.2, 1.3",
        WARNING,
        "Ghi thẩm quyền ban hành, ví dụ “CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG …”.",
    ),
    LayoutRule(
        "TT-23.whose",
        Part.ISSUER,
        "Thẩm quyền ban hành là của chính cơ quan ban hành",
        "Phụ lục III, Mẫu 1.1, 1.2, 1.3",
        WARNING,
        "Ghi thẩm quyền của cơ quan ở đầu văn bản.",
    ),
    LayoutRule(
        "TT-24.border",
        None,
        "Bảng của phần đầu và phần ký không có đường viền",
        PL1 + "Mục IV",
        WARNING,
        "Bỏ đường viền của bảng (Borders, No Border).",
    ),
    LayoutRule(
        "TT-24.wide",
        None,
        "Bảng nằm trong lề trái và lề phải",
        PL1 + "Mục I khoản 3",
        WARNING,
        "Thu hẹp bảng (Layout, AutoFit, AutoFit Window).",
    ),
    LayoutRule(
        "TT-25.order",
        None,
        "Các thành phần đứng đúng thứ tự",
        PL1 + "Mục IV",
        ERROR,
        "Đưa thành phần này về đúng chỗ.",
    ),
    LayoutRule(
        "TT-13.where",
        Part.ADDRESSEE,
        "“Kính gửi” chỉ dùng trong tờ trình, báo cáo gửi cấp trên và công văn",
        _P9B,
        ERROR,
        "Bỏ phần “Kính gửi”.",
    ),
    LayoutRule("TT-13.missing", Part.ADDRESSEE, "Công văn có phần “Kính gửi”", _P9B, ERROR, "Bổ sung “Kính gửi:”."),
    LayoutRule("TT-13.colon", Part.ADDRESSEE, "Sau từ “Kính gửi” có dấu hai chấm", _P9D, ERROR, "Ghi “Kính gửi:”."),
    LayoutRule(
        "TT-13.items",
        Part.ADDRESSEE,
        "Gửi nhiều nơi: mỗi nơi một dòng có gạch đầu dòng, cuối dòng dấu chấm phẩy, dòng cuối dấu chấm",
        _P9D,
        ERROR,
        "Chỉnh dấu ở đầu và cuối dòng.",
    ),
    LayoutRule(
        "TT-14.colon", Part.RECIPIENTS_TITLE, "Sau từ “Nơi nhận” có dấu hai chấm", _P9D, ERROR, "Ghi “Nơi nhận:”."
    ),
    LayoutRule(
        "TT-14.dash", Part.RECIPIENT, "Đầu mỗi dòng nơi nhận có gạch đầu dòng", _P9D, ERROR, "Thêm “- ” ở đầu dòng."
    ),
    LayoutRule(
        "TT-14.item",
        Part.RECIPIENT,
        "Cuối mỗi dòng nơi nhận có dấu chấm phẩy",
        _P9D,
        ERROR,
        "Đặt dấu chấm phẩy ở cuối dòng.",
    ),
    LayoutRule(
        "TT-14.retained",
        Part.RECIPIENT,
        "Dòng cuối của Nơi nhận là “Lưu: VT, …”",
        _P9D,
        ERROR,
        "Ghi “- Lưu: VT, …” ở dòng cuối.",
    ),
    LayoutRule(
        "TT-14.stop",
        Part.RECIPIENT,
        "Dòng “Lưu” kết thúc bằng dấu chấm",
        _P9D,
        ERROR,
        "Đặt dấu chấm ở cuối dòng.",
    ),
    LayoutRule(
        "TT-15.above",
        Part.RECIPIENT,
        "Có “Kính gửi” thì nơi nhận đầu tiên là “Như trên”",
        _P9B,
        ERROR,
        "Ghi “- Như trên;” ở dòng đầu.",
    ),
    LayoutRule(
        "TT-15.without",
        Part.RECIPIENT,
        "Chỉ ghi “Như trên” khi có “Kính gửi”",
        _P9B,
        WARNING,
        "Ghi tên nơi nhận thay cho “Như trên”.",
    ),
    LayoutRule(
        "TT-15.article",
        Part.RECIPIENT,
        "“Như Điều …” chỉ tới một điều có trong quyết định",
        "Phụ lục III, Mẫu 1.2",
        WARNING,
        "Ghi đúng số của điều.",
    ),
    LayoutRule(
        "TT-16.collective",
        Part.SIGNING_CAPACITY,
        "Văn bản của Ủy ban nhân dân ký thay mặt tập thể (TM.)",
        _P7B,
        WARNING,
        "Ghi “TM. ỦY BAN NHÂN DÂN” trên chức vụ.",
    ),
    LayoutRule(
        "TT-16.head",
        Part.SIGNING_CAPACITY,
        "Quyết định của Chủ tịch không ký thay mặt tập thể",
        _P7B,
        WARNING,
        "Bỏ dòng “TM.”.",
    ),
    LayoutRule(
        "TT-16.form",
        Part.SIGNING_CAPACITY,
        "Quyền hạn ghi “TM.”, “KT.”, “TL.”, “TUQ.”, “Q.” có dấu chấm",
        _P7B,
        ERROR,
        "Ghi đúng chữ viết tắt có dấu chấm.",
    ),
    LayoutRule(
        "TT-16.deputy",
        Part.POSITION,
        "Dưới “KT.” và chức vụ người đứng đầu là chức vụ cấp phó của người ký",
        f"khoản 1 Điều 13; {_P7B}",
        ERROR,
        "Ghi chức vụ của người ký thay, ví dụ “PHÓ CHỦ TỊCH”.",
    ),
    LayoutRule(
        "TT-17.title",
        Part.SIGNER_NAME,
        "Trước họ tên người ký không ghi học hàm, học vị, danh hiệu",
        _P7C,
        ERROR,
        "Bỏ học hàm, học vị trước họ tên.",
    ),
    LayoutRule(
        "TT-18.mention",
        Part.APPENDIX,
        "Văn bản có phụ lục thì nội dung phải có chỉ dẫn về phụ lục",
        PL1 + "Mục III khoản 1 điểm a",
        ERROR,
        "Thêm chỉ dẫn, ví dụ “(Phụ lục kèm theo)”.",
    ),
    LayoutRule(
        "TT-18.absent",
        Part.APPENDIX,
        "Phụ lục mà nội dung nhắc tới có kèm theo",
        PL1 + "Mục III khoản 1 điểm a",
        WARNING,
        "Kèm phụ lục vào tệp, hoặc kiểm tra tệp phụ lục gửi riêng.",
    ),
    LayoutRule(
        "TT-18.roman",
        Part.APPENDIX,
        "Từ hai phụ lục trở lên đánh số La Mã liên tiếp",
        PL1 + "Mục III khoản 1 điểm a",
        ERROR,
        "Đánh số Phụ lục I, II, III…",
    ),
    LayoutRule(
        "TT-18.own-line",
        Part.APPENDIX,
        "Từ “Phụ lục” và số thứ tự thành một dòng riêng, tên phụ lục ở dòng dưới",
        PL1 + "Mục III khoản 1 điểm b",
        ERROR,
        "Xuống dòng sau “Phụ lục” và số thứ tự; ghi tên phụ lục ở dòng dưới, bằng chữ in hoa.",
    ),
    LayoutRule(
        "TT-18.reference",
        Part.APPENDIX_REFERENCE,
        "Phụ lục có chỉ dẫn “(Kèm theo …)” dưới tiêu đề",
        PL1 + "Mục III khoản 1 điểm c",
        ERROR,
        "Thêm dòng “(Kèm theo …)” dưới tiêu đề phụ lục.",
    ),
    LayoutRule(
        "TT-22.number",
        Part.NUMBER,
        "Bản trình ký chưa ghi số: số cấp sau khi có chữ ký",
        "khoản 2 (văn bản giấy), khoản 3 (văn bản điện tử) Điều 15",
        ERROR,
        "Để trống số.",
    ),
    LayoutRule(
        "TT-22.date",
        Part.PLACE_AND_DATE,
        "Bản trình ký chưa ghi ngày, tháng ban hành",
        "khoản 2 (văn bản giấy), khoản 3 (văn bản điện tử) Điều 15",
        ERROR,
        "Để trống ngày, tháng.",
    ),
]


CONTENT_RULES: Final = (*_CONTENT, *_ENDING)
