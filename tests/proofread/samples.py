"""Clean papers of UBND phường Ngô Quyền, and a copy of one, each laid out as the decree demands."""

from __future__ import annotations

from tests.proofread.paper import LEFT_COLUMN, RIGHT_COLUMN, Block, Paper, Para, gap, head, rule_under
from vanban.law.nd30 import MOTTO, STATE_NAME, Part

_SIDES = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right"))
FRAME = f"<w:pBdr>{_SIDES}</w:pBdr>"
IN_TOP_MARGIN = '<w:framePr w:w="3289" w:wrap="around" w:vAnchor="page" w:hAnchor="page" w:x="5953" w:y="510"/>'
LONG = (
    "tiếp tục quán triệt sâu sắc các chủ trương, chính sách về công tác thi đua, khen thưởng; đổi mới nội dung, hình "
    "thức tổ chức các phong trào, bảo đảm thiết thực, hiệu quả, lan tỏa rộng rãi trong các tầng lớp Nhân dân."
)


def _right(dated: str) -> list[Para]:
    lines = [
        head(STATE_NAME, Part.STATE_NAME, 13, bold=True),
        head(MOTTO, Part.MOTTO, 14, bold=True),
        rule_under(MOTTO, 14, 1.0, RIGHT_COLUMN),
    ]
    if dated:
        lines.append(head(dated, Part.PLACE_AND_DATE, 14, italic=True, before=120))
    return lines


def _left(number: str, parent: str = "") -> list[Para]:
    lines = [head(parent, Part.PARENT_BODY, 13)] if parent else []
    return [
        *lines,
        head("ỦY BAN NHÂN DÂN", Part.ISSUER, 13, bold=True),
        head("PHƯỜNG NGÔ QUYỀN", Part.ISSUER, 13, bold=True),
        rule_under("PHƯỜNG NGÔ QUYỀN", 13, 0.4, LEFT_COLUMN),
        head(number, Part.NUMBER, 13, before=120),
    ]


def _title(name: str, subject: str) -> list[Para]:
    return [
        gap(),
        head(name, Part.TYPE_NAME, 14, bold=True),
        head(subject, Part.SUBJECT, 14, bold=True),
        rule_under(subject, 14, 0.4, 9071, 0),
        gap(),
    ]


def _basis(text: str) -> Para:
    return Para(text, Part.LEGAL_BASIS, italic=True)


def _recipients(first: str, last: str = "- Lưu: VT, VHXH.") -> list[Para]:
    values = {"jc": "left", "first": 0, "before": 0}
    return [
        Para("Nơi nhận:", Part.RECIPIENTS_TITLE, 12, bold=True, italic=True, **values),  # type: ignore[arg-type]
        Para(first, Part.RECIPIENT, 11, **values),  # type: ignore[arg-type]
        Para("- Các tổ dân phố (để thực hiện);", Part.RECIPIENT, 11, **values),  # type: ignore[arg-type]
        Para(last, Part.RECIPIENT, 11, **values),  # type: ignore[arg-type]
    ]


def _signature(
    *, capacity: str = "TM. ỦY BAN NHÂN DÂN", position: str = "CHỦ TỊCH", name: str = "Vũ Trí Khánh"
) -> list[Para]:
    lines = [head(capacity, Part.SIGNING_CAPACITY, 14, bold=True)] if capacity else []
    return [
        *lines,
        head(position, Part.POSITION, 14, bold=True),
        *[gap() for _ in range(4)],
        head(name, Part.SIGNER_NAME, 14, bold=True),
    ]


def plan() -> Paper:
    """A kế hoạch in phần-mục-khoản-điểm order, with two appendices and three pages."""
    body = [
        *_title("KẾ HOẠCH", "Phát động phong trào thi đua năm 2024"),
        _basis("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"),
        _basis(
            "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết thi hành một "
            "số điều của Luật Thi đua, khen thưởng."
        ),
        Para("Ủy ban nhân dân Phường Ngô Quyền " + LONG, Part.BODY),
        Para("Phần I", Part.PART_HEADING, bold=True, jc="center", first=0),
        Para("QUY ĐỊNH CHUNG", Part.PART_TITLE, bold=True, jc="center", first=0),
        Para("I. MỤC ĐÍCH, YÊU CẦU", Part.SECTION, bold=True),
        Para("1. Mục đích", Part.CLAUSE_TITLE, bold=True),
        Para("Các tổ dân phố " + LONG, Part.BODY),
        Para("2. Yêu cầu", Part.CLAUSE_TITLE, bold=True),
        *[Para(f"{letter}) Các đơn vị " + LONG, Part.POINT) for letter in "abcdđ"],
        Para("II. NỘI DUNG THỰC HIỆN", Part.SECTION, bold=True),
        *[Para(f"{number}. Các bộ phận " + LONG, Part.CLAUSE) for number in range(1, 9)],
        Para("- Có Phụ lục kèm theo Kế hoạch này./.", Part.BODY),
    ]
    attached = []
    for place, number in enumerate(("I", "II")):
        attached += [
            Para(
                f"Phụ lục {number}", Part.APPENDIX, bold=True, jc="center", first=0, properties="<w:pageBreakBefore/>"
            ),
            Para(("CÁC CHỈ TIÊU", "LỊCH LÀM VIỆC")[place], Part.APPENDIX_TITLE, bold=True, jc="center", first=0),
            Para(
                "(Kèm theo Kế hoạch số 24/KH-UBND ngày 05 tháng 3 năm 2024 của Ủy ban nhân dân Phường Ngô Quyền)",
                Part.APPENDIX_REFERENCE, italic=True, jc="center", first=0,
            ),
            Para("Nội dung của phụ lục " + LONG, None),
        ]  # fmt: skip
    return Paper(
        _left("Số: 24/KH-UBND"),
        _right("Phường Ngô Quyền, ngày 05 tháng 3 năm 2024"),
        body,
        _recipients("- Phòng Nội vụ thành phố (để báo cáo);"),
        _signature(),
        attached,
    )


def decision() -> Paper:
    """A quyết định of the Chairman with a chapter, a section and articles."""
    body = [
        *_title("QUYẾT ĐỊNH", "Về việc ban hành Quy chế thi đua, khen thưởng"),
        head("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG NGÔ QUYỀN", Part.BODY, 14, bold=True),
        gap(),
        _basis("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"),
        _basis("Theo đề nghị của công chức Văn phòng - Thống kê."),
        gap(),
        head("QUYẾT ĐỊNH:", Part.BODY, 14, bold=True),
        gap(),
        Para("Chương I", Part.PART_HEADING, bold=True, jc="center", first=0),
        Para("QUY ĐỊNH CHUNG", Part.PART_TITLE, bold=True, jc="center", first=0),
        Para("Mục 1", Part.PART_HEADING, bold=True, jc="center", first=0),
        Para("PHẠM VI, ĐỐI TƯỢNG", Part.PART_TITLE, bold=True, jc="center", first=0),
        Para("Điều 1. Phạm vi điều chỉnh", Part.ARTICLE, bold=True),
        Para("1. Quy chế này " + LONG, Part.CLAUSE),
        Para("Điều 2. Hiệu lực thi hành", Part.ARTICLE, bold=True),
        Para("Quyết định này có hiệu lực kể từ ngày ký./.", Part.BODY),
    ]
    return Paper(
        _left("Số: 05/QĐ-UBND"),
        _right("Phường Ngô Quyền, ngày 15 tháng 01 năm 2024"),
        body,
        _recipients("- Như Điều 2;"),
        _signature(capacity=""),
    )


def letter() -> Paper:
    """A công văn with all that a letter may carry: urgency, circulation, drafter's mark, address."""
    head_left = [
        *_left("Số: 12/UBND-VX", "UBND THÀNH PHỐ BẮC GIANG"),
        head("V/v đăng ký thi đua năm 2024", Part.LETTER_SUBJECT, 12, before=120),
        head("KHẨN", Part.URGENCY, 13, bold=True, before=120, color="FF0000", properties=FRAME),
    ]
    body = [
        head("LƯU HÀNH NỘI BỘ", Part.CIRCULATION, 13, bold=True, before=0, properties=FRAME + IN_TOP_MARGIN),
        Para("Kính gửi:", Part.ADDRESSEE, jc="left", first=0, left=1985),
        Para("- Các tổ dân phố;", Part.ADDRESSEE, jc="left", first=0, left=2552),
        Para("- Trạm Y tế phường.", Part.ADDRESSEE, jc="left", first=0, left=2552),
        Para("Ủy ban nhân dân Phường Ngô Quyền đề nghị các đơn vị " + LONG, Part.BODY),
        Para("Đề nghị các đơn vị gửi bản đăng ký trước ngày 31 tháng 3 năm 2024./.", Part.BODY),
    ]
    foot = [
        *_recipients("- Như trên;"),
        Para("PL.(30)", Part.DRAFTER, 11, jc="left", first=0, before=0),
    ]
    attached = [
        Para("Địa chỉ: Số 10, phố Nguyễn Văn Cừ, thành phố Bắc Giang", Part.ADDRESS, 11, jc="left", first=0, rule=True),
    ]
    paper = Paper(head_left, _right("Phường Ngô Quyền, ngày 29 tháng 02 năm 2024"), body, foot, _signature(), attached)
    paper.sheet.number = None
    return paper


def minutes() -> Paper:
    """A biên bản: no place and date, no rule under the title, two signatures, recipients below (Mẫu 1.9)."""
    body = [
        gap(),
        head("BIÊN BẢN", Part.TYPE_NAME, 14, bold=True),
        head("Họp Hội đồng Thi đua - Khen thưởng", Part.SUBJECT, 14, bold=True),
        gap(),
        Para("Thời gian bắt đầu: 08 giờ 00.", Part.BODY),
        Para("Địa điểm: Hội trường Ủy ban nhân dân phường.", Part.BODY),
        Para("Cuộc họp kết thúc vào 10 giờ 00, ngày 05 tháng 3 năm 2024./.", Part.BODY),
    ]
    left = [
        head("THƯ KÝ", Part.POSITION, 14, bold=True),
        *[gap() for _ in range(4)],
        head("Nguyễn Thị B", Part.SIGNER_NAME, 14, bold=True),
    ]
    paper = Paper(
        _left("Số: 02/BB-UBND"), _right(""), body, left, _signature(capacity="", position="CHỦ TỌA"),
        _recipients("- Thành viên Hội đồng;", "- Lưu: VT, Hồ sơ."),
    )  # fmt: skip
    paper.sheet.number = None
    return paper


def copy() -> Paper:
    """A short decision copied on paper by another ward (Phụ lục I, Phần II; Mẫu 3.1): all of it on one page."""
    paper = decision()
    paper.body[:] = [para for para in paper.body if para.part not in (Part.PART_HEADING, Part.PART_TITLE)]
    paper.copied = Block(
        [gap(), Para("", None, 2, jc="center", first=0, before=0, rule=True)],
        [
            head("ỦY BAN NHÂN DÂN", Part.ISSUER, 13, bold=True),
            head("PHƯỜNG TRẦN PHÚ", Part.ISSUER, 13, bold=True),
            head("Số: 12/SY-UBND", Part.NUMBER, 13, before=120),
        ],
        [
            head("SAO Y", Part.COPY_FORM, 14, bold=True),
            head("Phường Trần Phú, ngày 05 tháng 3 năm 2024", Part.PLACE_AND_DATE, 14, italic=True, before=120),
        ],
        _recipients("- Đảng ủy phường;", "- Lưu: VT."),
        _signature(capacity="TL. CHỦ TỊCH", position="CHÁNH VĂN PHÒNG", name="Nguyễn Thị Mai"),
    )
    return paper


def signed_annex() -> Paper:
    """An annex that goes as a file of its own, with the words of the office's digital signature at its top."""
    paper = Paper([], [], [], [], [], plan().attached[:4])
    paper.attached[0].properties = ""
    signed = Para("Số 24/KH-UBND; 05/03/2024 10:22:33 +07:00", None, 10, jc="right", first=0, before=0)
    paper.attached.insert(0, signed)
    return paper


SAMPLES = {
    "plan": plan,
    "decision": decision,
    "letter": letter,
    "minutes": minutes,
    "copy": copy,
    "annex": signed_annex,
}
