"""What offices write: twelve papers of eight sorts of office, typed after real ones and not to fit any rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from vanban.proofread import Form


@dataclass(frozen=True)
class OfficeText:
    """The words of one paper; ``earned`` are the faults that its own author made in them, found by reading."""

    kind: str
    parent: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    date: str
    subject: tuple[str, ...]
    body: tuple[str, ...]
    recipients: tuple[str, ...]
    sign: tuple[str, ...]
    name: str
    type_name: str = ""
    authority: str = ""
    bases: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    form: Form = Form.NAMED
    earned: frozenset[str] = frozenset()


UBND = ("ỦY BAN NHÂN DÂN", "XÃ TÂN THÀNH")
FOR_UBND = ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
DATE = "Tân Thành, ngày 12 tháng 9 năm 2025"
_SITUATION = (
    "Thời gian qua, cấp ủy, chính quyền và Nhân dân các dân tộc trong xã đã đoàn kết, khắc phục khó khăn, phấn "
    "đấu thực "
    "hiện thắng lợi các chỉ tiêu phát triển kinh tế - xã hội; quốc phòng, an ninh được giữ vững."
)

TEXTS = (
    OfficeText(
        "công văn", (), UBND, "Số: 125/UBND-KT", DATE, ("V/v rà soát hộ nghèo, hộ cận nghèo", "năm 2025"),
        (
            "Thực hiện Công văn số 2145/SNNMT-GN ngày 04 tháng 8 năm 2025 của Sở Nông nghiệp và Môi trường về "
            "việc rà "
            "soát hộ nghèo, hộ cận nghèo năm 2025, Ủy ban nhân dân xã yêu cầu Trưởng các thôn:",
            "1. Tuyên truyền để Nhân dân biết mục đích, yêu cầu của việc rà soát; lập danh sách các hộ đăng ký.",
            "2. Gửi danh sách về Ủy ban nhân dân xã (qua Phòng Kinh tế) trước ngày 25 tháng 9 năm 2025 để tổng hợp.",
            "Yêu cầu Trưởng các thôn nghiêm túc thực hiện./.",
        ),
        ("- Như trên;", "- TT. Đảng ủy, HĐND xã;", "- Lưu: VT, KT.Hg"), FOR_UBND, "Lò Văn Pâng",
        addressees=("Kính gửi: Trưởng các thôn trên địa bàn xã.",), form=Form.LETTER,
    ),
    OfficeText(
        "công văn", ("UBND TỈNH LAI CHÂU",), ("SỞ NỘI VỤ",), "Số: 09/SNV-TĐKT",
        "Lai Châu, ngày 03 tháng 11 năm 2025", ("V/v hướng dẫn tổng kết thi đua",),
        (
            "Căn cứ Kế hoạch số 3021/KH-UBND ngày 20 tháng 10 năm 2025 của Ủy ban nhân dân tỉnh về tổng kết công "
            "tác thi "
            "đua, khen thưởng năm 2025, Sở Nội vụ đề nghị các cơ quan, đơn vị, địa phương thực hiện một số nội "
            "dung sau:",
            "1. Về hồ sơ đề nghị khen thưởng",
            "a) Tờ trình kèm theo danh sách; báo cáo thành tích của tập thể, cá nhân có xác nhận của cấp có thẩm "
            "quyền.",
            "b) Biên bản họp Hội đồng Thi đua - Khen thưởng (01 bản chính).",
            "2. Thời hạn gửi hồ sơ: Trước ngày 30 tháng 11 năm 2025, gửi bản điện tử về hộp thư "
            "bantdkt.snv@laichau.gov.vn và qua hệ thống quản lý văn bản.",
            "Đề nghị các cơ quan, đơn vị, địa phương phối hợp thực hiện./.",
        ),
        ("- Như trên;", "- Ban Giám đốc Sở;", "- Website Sở;", "- Lưu: VT, TĐKT (02b)."),
        ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), "Vàng Thị Dế",
        addressees=("Kính gửi:", "- Các sở, ban, ngành tỉnh;", "- Ủy ban nhân dân các xã, phường."), form=Form.LETTER,
    ),
    OfficeText(
        "quyết định", (), UBND, "Số: 418/QĐ-UBND", DATE, ("Về việc khen thưởng phong trào", "thi đua năm 2025"),
        (
            "Điều 1. Tặng Giấy khen của Chủ tịch Ủy ban nhân dân xã cho 05 tập thể và 12 cá nhân có thành tích "
            "xuất sắc.",
            "Điều 2. Tiền thưởng trích từ Quỹ Thi đua, khen thưởng của xã theo quy định.",
            "Điều 3. Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã, Trưởng phòng Kinh tế và các tập "
            "thể, cá nhân "
            "có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
        ),
        ("- Như Điều 3;", "- Lưu: VT, VHXH."), ("CHỦ TỊCH",), "Lò Văn Pâng", "QUYẾT ĐỊNH",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ TÂN THÀNH",
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
            "Thực hiện Kế hoạch số 15/KH-UBND ngày 10 tháng 01 năm 2025 của Ủy ban nhân dân xã;",
            "Theo đề nghị của Hội đồng Thi đua - Khen thưởng xã.",
        ),
    ),
    OfficeText(
        "nghị quyết", (), ("HỘI ĐỒNG NHÂN DÂN", "XÃ TÂN THÀNH"), "Số: 14/NQ-HĐND",
        "Tân Thành, ngày 30 tháng 7 năm 2025", ("Về nhiệm vụ phát triển kinh tế - xã hội 6 tháng cuối năm 2025",),
        (
            "Điều 1. Thông qua nhiệm vụ phát triển kinh tế - xã hội 6 tháng cuối năm 2025 theo Báo cáo số "
            "77/BC-UBND ngày "
            "25 tháng 7 năm 2025 của Ủy ban nhân dân xã.",
            "Điều 2. Giao Ủy ban nhân dân xã tổ chức thực hiện; Thường trực Hội đồng nhân dân xã giám sát.",
            "Nghị quyết này được Hội đồng nhân dân xã Tân Thành khóa I, Kỳ họp thứ 2 thông qua ngày 30 tháng 7 "
            "năm 2025./.",
        ),
        ("- HĐND, UBND tỉnh;", "- Đại biểu HĐND xã;", "- Lưu: VT."), ("CHỦ TỊCH",), "Giàng A Sử", "NGHỊ QUYẾT",
        "HỘI ĐỒNG NHÂN DÂN XÃ TÂN THÀNH\nKHÓA I, KỲ HỌP THỨ HAI",
        (
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
            "Xét Tờ trình số 52/TTr-UBND ngày 25 tháng 7 năm 2025 của Ủy ban nhân dân xã; báo cáo thẩm tra của "
            "Ban Kinh tế "
            "- Ngân sách; ý kiến thảo luận của đại biểu tại kỳ họp.",
        ),
    ),
    OfficeText(
        "kế hoạch", (), UBND, "Số: 88/KH-UBND", DATE, ("Tổ chức tết Trung thu năm 2025",),
        (
            "Căn cứ tình hình thực tế của địa phương, nhằm tạo điều kiện cho trẻ em vui tết Trung thu, Ủy ban "
            "nhân dân xã "
            "xây dựng kế hoạch như sau:",
            "I. MỤC ĐÍCH, YÊU CẦU",
            "1. Tạo không khí vui tươi, lành mạnh cho thiếu niên, nhi đồng; quan tâm trẻ em có hoàn cảnh khó khăn.",
            "2. Tổ chức an toàn, tiết kiệm, phù hợp với phong tục của từng dân tộc (Thái, Mông, Dao).",
            "II. NỘI DUNG",
            "1. Thời gian: 19 giờ 30 phút, ngày 05 tháng 10 năm 2025 (tức ngày 14 tháng 8 năm Ất Tỵ).",
            "2. Địa điểm: Sân vận động trung tâm xã.",
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Phòng Văn hóa - Xã hội: Chủ trì, phối hợp với Đoàn Thanh niên xã xây dựng chương trình văn nghệ, "
            "múa lân.",
            "2. Công an xã: Bảo đảm an ninh, trật tự, an toàn giao thông trong thời gian diễn ra hoạt động./.",
        ),
        ("- TT. Đảng ủy, HĐND xã;", "- Các thôn;", "- Lưu: VT, VHXH."),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Tao Thị Vân", "KẾ HOẠCH",
    ),
    OfficeText(
        "báo cáo", ("UBND XÃ TÂN THÀNH",), ("TRƯỜNG TIỂU HỌC SỐ 1",), "Số: 45/BC-TH1",
        "Tân Thành, ngày 06 tháng 9 năm 2025", ("Kết quả tổ chức khai giảng năm học 2025 - 2026",),
        (
            _SITUATION.replace("trong xã", "nhà trường"),
            "1. Tổng số học sinh: 412 em, 15 lớp; tỷ lệ chuyên cần ngày khai giảng đạt 98,5%.",
            "2. Lễ khai giảng diễn ra từ 08 giờ 00 phút, có sự tham dự của lãnh đạo xã và đông đảo phụ huynh.",
            "Trên đây là báo cáo của Trường Tiểu học số 1./.",
        ),
        ("- UBND xã;", "- Lưu: VT."), ("HIỆU TRƯỞNG",), "ThS. Nguyễn Thị Thu", "BÁO CÁO",
    ),
    OfficeText(
        "báo cáo", ("CÔNG AN TỈNH LAI CHÂU",), ("CÔNG AN XÃ TÂN THÀNH",), "Số: 212/BC-CAX", DATE,
        ("Tình hình an ninh, trật tự tháng 8 năm 2025",),
        (
            "Trong tháng 8 năm 2025, trên địa bàn xã xảy ra 02 vụ vi phạm trật tự xã hội (giảm 01 vụ so với "
            "tháng trước), "
            "đã điều tra, xử lý 02/02 vụ, 03 đối tượng.",
            "1. Quản lý cư trú: Tiếp nhận, giải quyết 156 hồ sơ trên Cổng dịch vụ công; cấp 42 căn cước, kích "
            "hoạt 30 tài "
            "khoản VNeID.",
            "2. Trật tự, an toàn giao thông: Lập biên bản 12 trường hợp, tạm giữ 05 xe mô tô.",
            "Trên đây là báo cáo của Công an xã Tân Thành./.",
        ),
        ("- UBND xã;", "- Phòng Tham mưu;", "- Lưu: CAX, VT."), ("TRƯỞNG CÔNG AN XÃ",), "Thiếu tá Lò Văn Sơn",
        "BÁO CÁO",
    ),
    OfficeText(
        "tờ trình", ("UBND XÃ TÂN THÀNH",), ("PHÒNG VĂN HÓA - XÃ HỘI",), "Số: 31/TTr-VHXH", DATE,
        ("Về việc đề nghị cấp kinh phí tổ chức Hội thi", "tiếng hát dân ca"),
        (
            "Thực hiện Kế hoạch số 60/KH-UBND ngày 15 tháng 7 năm 2025 của Ủy ban nhân dân xã, Phòng Văn hóa - "
            "Xã hội trình "
            "Ủy ban nhân dân xã xem xét, cấp kinh phí như sau:",
            "1. Nội dung chi: Trang trí khánh tiết, âm thanh, giải thưởng.",
            "2. Tổng kinh phí: 25.500.000 đồng (Hai mươi lăm triệu năm trăm nghìn đồng chẵn).",
            "Kính trình Ủy ban nhân dân xã xem xét, quyết định./.",
        ),
        ("- Như trên;", "- Lưu: VT, VHXH."), ("TRƯỞNG PHÒNG",), "Hoàng Văn Thái", "TỜ TRÌNH",
        addressees=("Kính gửi: Ủy ban nhân dân xã Tân Thành.",),
    ),
    OfficeText(
        "thông báo", (), UBND, "Số: 07/TB-UBND", "Tân Thành, ngày 28 tháng 8 năm 2025",
        ("Về việc treo cờ Tổ quốc và nghỉ lễ Quốc khánh",),
        (
            "Chào mừng kỷ niệm 80 năm Cách mạng tháng Tám và Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam "
            "(02/9/1945 - "
            "02/9/2025), Ủy ban nhân dân xã thông báo:",
            "1. Treo cờ Tổ quốc từ 06 giờ 00 phút ngày 30 tháng 8 đến hết ngày 03 tháng 9 năm 2025.",
            "2. Các cơ quan phân công người trực, bảo vệ tài sản, bí mật nhà nước trong dịp nghỉ lễ.",
            "Ủy ban nhân dân xã thông báo để các cơ quan, đơn vị và Nhân dân biết, thực hiện./.",
        ),
        ("- Các cơ quan, đơn vị;", "- Trưởng các thôn;", "- Lưu: VT."), FOR_UBND, "Lò Văn Pâng", "THÔNG BÁO",
    ),
    OfficeText(
        "giấy mời", (), UBND, "Số: 66/GM-UBND", DATE, ("Họp giao ban tháng 9 năm 2025",),
        (
            "Ủy ban nhân dân xã Tân Thành trân trọng kính mời: Trưởng các phòng, đơn vị; Trưởng các thôn.",
            "Tới dự họp giao ban tháng 9 năm 2025.",
            "Chủ trì: Đồng chí Lò Văn Pâng, Chủ tịch Ủy ban nhân dân xã.",
            "Thời gian: 08 giờ 00 phút, thứ Hai, ngày 15 tháng 9 năm 2025.",
            "Địa điểm: Phòng họp tầng 2, trụ sở Ủy ban nhân dân xã./.",
        ),
        ("- Như trên;", "- Lưu: VT."), ("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "Sùng A Của", "GIẤY MỜI",
    ),
    OfficeText(
        "chương trình", ("UBND XÃ TÂN THÀNH",), ("BAN CHỈ HUY QUÂN SỰ",), "Số: 22/CTr-BCH", DATE,
        ("Huấn luyện dân quân năm thứ nhất",),
        (
            "Ban Chỉ huy quân sự xã xây dựng chương trình huấn luyện dân quân năm thứ nhất, cụ thể như sau:",
            "1. Thời gian huấn luyện: 15 ngày, từ ngày 06 tháng 10 năm 2025.",
            "2. Nội dung: Giáo dục chính trị, pháp luật; điều lệnh, võ thuật; kỹ thuật bắn súng tiểu liên AK.",
            "Các tiểu đội nghiêm túc thực hiện./.",
        ),
        ("- UBND xã;", "- Các thôn;", "- Lưu: VT."), ("CHỈ HUY TRƯỞNG",), "Đại úy Vừ A Páo", "CHƯƠNG TRÌNH",
    ),
    OfficeText(
        "phương án", (), UBND, "Số: 54/PA-UBND", DATE, ("Ứng phó thiên tai năm 2025",),
        (
            "Thực hiện Luật Phòng, chống thiên tai năm 2013, Ủy ban nhân dân xã xây dựng phương án ứng phó thiên "
            "tai như sau:",
            "I. ĐẶC ĐIỂM TÌNH HÌNH",
            _SITUATION,
            "II. LỰC LƯỢNG, PHƯƠNG TIỆN",
            "1. Lực lượng: Dân quân 85 người; công an 12 người; y tế 07 người; thanh niên xung kích 120 người.",
            "2. Phương tiện: 02 xe ô tô, 35 xe mô tô, 05 máy phát điện, 150 áo phao, 02 ca nô.",
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Ban Chỉ huy phòng thủ dân sự xã trực 24/24 giờ trong mùa mưa bão, báo cáo kịp thời theo số máy "
            "02133.875.xxx.",
            "2. Trưởng các thôn rà soát các hộ ở nơi có nguy cơ sạt lở, lập danh sách di dời./.",
        ),
        ("- UBND tỉnh;", "- Các thôn;", "- Lưu: VT, KT."), FOR_UBND, "Lò Văn Pâng", "PHƯƠNG ÁN",
        earned=frozenset({"CU-06.leftover"}),
    ),
)  # fmt: skip


Slip = Callable[[OfficeText], OfficeText]


def _number(old: str, new: str) -> Slip:
    return lambda text: replace(text, number=text.number.replace(old, new, 1))


def _at_the_end(old: str, new: str) -> Slip:
    return lambda text: replace(text, body=(*text.body[:-1], text.body[-1].removesuffix(old) + new))


def _in_the_content(slip: str) -> Slip:
    """A sentence with a slip at the end of the first paragraph that is one."""

    def apply(text: OfficeText) -> OfficeText:
        at = next(
            (place for place, line in enumerate(text.body) if line.endswith(".") and not line.endswith("./.")), -1
        )
        return (
            text if at < 0 else replace(text, body=(*text.body[:at], f"{text.body[at]} {slip}", *text.body[at + 1 :]))
        )

    return apply


def _first_recipient(text: OfficeText) -> OfficeText:
    return replace(text, recipients=(text.recipients[0].rstrip(";"), *text.recipients[1:]))


def _deputy(text: OfficeText) -> OfficeText:
    alone = len(text.sign) == 1 and text.sign[0] in ("TRƯỞNG PHÒNG", "HIỆU TRƯỞNG")
    return replace(text, sign=(f"KT. {text.sign[0]}", text.sign[0])) if alone else text


SLIPS: dict[str, Slip] = {
    "TT-07.hyphen": _number("-", "–"),
    "TT-07.spaces": _number("/", " / "),
    "TT-07.colon": _number("Số:", "Số"),
    "TT-08.day": lambda text: replace(text, date=text.date.replace("ngày 12", "ngày 2").replace("ngày 0", "ngày ")),
    "TT-09.comma": lambda text: replace(text, date=text.date.replace(", ngày", " ngày")),
    "TT-14.item": _first_recipient,
    "TT-14.retained": lambda text: replace(text, recipients=(*text.recipients[:-1], "- Lưu văn thư.")),
    "TT-16.deputy": _deputy,
    "TT-19.end": _at_the_end("./.", "."),
    "TT-20.law": lambda text: replace(text, bases=tuple(b.replace(" ngày 15 tháng 6 năm 2022", "")
                                                       for b in text.bases)),
    "TT-10.missing": lambda text: replace(text, bases=()) if text.type_name == "QUYẾT ĐỊNH" else text,
    "CU-08.basis": lambda text: replace(text, bases=tuple(b.replace("16 tháng 6 năm 2025", "16 tháng 12 năm 2025")
                                                         for b in text.bases)),
    "TT-18.absent": _in_the_content("Danh mục nhiệm vụ (Phụ lục kèm theo)."),
    "GO-01.double-space": _in_the_content("Các cơ quan  phối hợp thực hiện."),
    "GO-02.before-mark": _in_the_content("Các cơ quan , đơn vị phối hợp thực hiện."),
    "GO-06.telex": _in_the_content("Các cơ quan phoois hợp thực hiện."),
    "GO-07.syllable": _in_the_content("Các nghành liên quan phối hợp thực hiện."),
    "GO-08.misspelt": _in_the_content("Các cơ quan xắp xếp thời gian thực hiện."),
    "GO-11.repeated": _in_the_content("Các cơ quan phối hợp với với các thôn."),
    "VH-04.body": _in_the_content("Báo cáo ủy ban nhân dân xã để chỉ đạo."),
    "VH-09.sentence": _in_the_content("Các cơ quan phối hợp thực hiện. trưởng các thôn báo cáo kết quả."),
    "VH-20.office": _in_the_content("Báo cáo gửi sở nội vụ để tổng hợp."),
}  # fmt: skip
"""The faults that a typist makes, each by the rule that it breaks; a text that cannot hold one is left as it was."""


_MOST_SLIPS = 3


def slipped(
    text: OfficeText,
    turn: int,
) -> tuple[OfficeText, frozenset[str]]:
    """``text`` with up to three slips, others at each turn, and the rules that they break."""
    rules = list(SLIPS)
    made: set[str] = set()
    for step in range(len(rules)):
        rule = rules[(turn * 7 + step * 5) % len(rules)]
        changed = SLIPS[rule](text)
        if len(made) < _MOST_SLIPS and rule not in made and changed != text:
            text = changed
            made.add(rule)
    return text, frozenset(made)
