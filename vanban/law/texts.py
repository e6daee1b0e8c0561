"""The texts on emulation and commendation that an office cites, with the days between which they are in force.

An office keeps its own list of legal bases; this one says what the program itself knows: the printed law book takes it
from here, and whoever cites a lapsed text is told its successor even where the office's list has none.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from vanban.domain.office import LegalBasis
from vanban.law.provision import QUOTATION, REPORT, Certainty, Period, Stated

_GOVERNMENT: Final = "Chính phủ"
_MINISTER: Final = "Bộ trưởng Bộ Nội vụ"
_READ: Final = (QUOTATION, Certainty.READ)
_SECONDARY: Final = (REPORT, Certainty.SECONDARY)
_TO_CHECK: Final = (REPORT, Certainty.TO_CHECK)


def _text(
    key: str,
    type_name: str,
    number: str,
    days: tuple[date, date | None, date | None],
    subject: str,
    known: tuple[str, Certainty],
    *,
    issuer: str | None = None,
    successor: str | None = None,
) -> Stated[LegalBasis]:
    issued_on, first, last = days
    basis = LegalBasis(
        key=key,
        type_name=type_name,
        number=number,
        issued_on=issued_on,
        issuer=issuer,
        subject=subject,
        valid_from=first,
        valid_to=last,
        successor=successor,
    )
    return Stated(basis, f"{type_name} số {number}", *known, Period(first, last))


_COMMENDATION: Final = "Thi đua, khen thưởng"
_LOCAL_GOVERNMENT: Final = "Tổ chức chính quyền địa phương"

TEXTS: Final = (
    _text(
        "luat-thi-dua-khen-thuong-2003",
        "Luật",
        "15/2003/QH11",
        (date(2003, 11, 26), date(2004, 7, 1), date(2023, 12, 31)),
        _COMMENDATION,
        _READ,
        successor="luat-thi-dua-khen-thuong",
    ),
    _text(
        "luat-thi-dua-khen-thuong",
        "Luật",
        "06/2022/QH15",
        (date(2022, 6, 15), date(2024, 1, 1), None),
        _COMMENDATION,
        _READ,
    ),
    _text(
        "luat-to-chuc-chinh-quyen-dia-phuong-2015",
        "Luật",
        "77/2015/QH13",
        (date(2015, 6, 19), date(2016, 1, 1), date(2025, 2, 28)),
        _LOCAL_GOVERNMENT,
        _SECONDARY,
        successor="luat-to-chuc-chinh-quyen-dia-phuong-02-2025",
    ),
    _text(
        "luat-to-chuc-chinh-quyen-dia-phuong-02-2025",
        "Luật",
        "65/2025/QH15",
        (date(2025, 2, 19), date(2025, 3, 1), date(2025, 6, 15)),
        _LOCAL_GOVERNMENT,
        _TO_CHECK,
        successor="luat-to-chuc-chinh-quyen-dia-phuong-06-2025",
    ),
    _text(
        "luat-to-chuc-chinh-quyen-dia-phuong-06-2025",
        "Luật",
        "72/2025/QH15",
        (date(2025, 6, 16), date(2025, 6, 16), None),
        _LOCAL_GOVERNMENT,
        _SECONDARY,
    ),
    _text(
        "nghi-dinh-91-2017",
        "Nghị định",
        "91/2017/NĐ-CP",
        (date(2017, 7, 31), date(2017, 10, 1), date(2023, 12, 31)),
        "quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
        _SECONDARY,
        issuer=_GOVERNMENT,
        successor="nghi-dinh-98-2023",
    ),
    _text(
        "nghi-dinh-98-2023",
        "Nghị định",
        "98/2023/NĐ-CP",
        (date(2023, 12, 31), date(2024, 1, 1), date(2025, 6, 30)),
        "quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
        _READ,
        issuer=_GOVERNMENT,
        successor="nghi-dinh-152-2025",
    ),
    _text(
        "nghi-dinh-152-2025",
        "Nghị định",
        "152/2025/NĐ-CP",
        (date(2025, 6, 14), date(2025, 7, 1), None),
        "quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và hướng dẫn thi hành "
        "một số điều của Luật Thi đua, khen thưởng",
        _READ,
        issuer=_GOVERNMENT,
    ),
    _text(
        "nghi-dinh-86-2023",
        "Nghị định",
        "86/2023/NĐ-CP",
        (date(2023, 12, 7), date(2024, 1, 30), None),
        "quy định về khung tiêu chuẩn và trình tự, thủ tục, hồ sơ xét tặng danh hiệu “Gia đình văn hóa”, “Thôn, tổ dân "
        "phố văn hóa”, “Xã, phường, thị trấn tiêu biểu”",
        _SECONDARY,
        issuer=_GOVERNMENT,
    ),
    _text(
        "nghi-dinh-129-2025",
        "Nghị định",
        "129/2025/NĐ-CP",
        (date(2025, 6, 11), date(2025, 7, 1), None),
        "quy định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của Bộ Nội "
        "vụ",
        _SECONDARY,
        issuer=_GOVERNMENT,
    ),
    _text(
        "thong-tu-01-2024",
        "Thông tư",
        "01/2024/TT-BNV",
        (date(2024, 2, 24), None, date(2025, 8, 4)),
        "quy định biện pháp thi hành Luật Thi đua, khen thưởng và Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 "
        "của Chính phủ quy định chi tiết thi hành một số điều của Luật Thi đua, khen thưởng",
        _TO_CHECK,
        issuer=_MINISTER,
        successor="thong-tu-15-2025",
    ),
    _text(
        "thong-tu-15-2025",
        "Thông tư",
        "15/2025/TT-BNV",
        (date(2025, 8, 4), date(2025, 8, 5), None),
        "quy định biện pháp để tổ chức, hướng dẫn thi hành Luật Thi đua, khen thưởng và Nghị định số 152/2025/NĐ-CP "
        "ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; "
        "quy định chi tiết và hướng dẫn thi hành một số điều của Luật Thi đua, khen thưởng",
        _READ,
        issuer=_MINISTER,
    ),
    _text(
        "quyet-dinh-86-2025-bac-ninh",
        "Quyết định",
        "86/2025/QĐ-UBND",
        (date(2025, 12, 3), date(2025, 12, 15), None),
        "ban hành Quy định về công tác thi đua, khen thưởng tỉnh Bắc Ninh",
        _READ,
        issuer="Ủy ban nhân dân tỉnh Bắc Ninh",
    ),
    _text(
        "nghi-dinh-13-2012",
        "Nghị định",
        "13/2012/NĐ-CP",
        (date(2012, 3, 2), date(2012, 5, 2), None),
        "ban hành Điều lệ Sáng kiến",
        _TO_CHECK,
        issuer=_GOVERNMENT,
    ),
    _text(
        "thong-tu-18-2013",
        "Thông tư",
        "18/2013/TT-BKHCN",
        (date(2013, 8, 1), None, None),
        "hướng dẫn thi hành một số quy định của Điều lệ Sáng kiến được ban hành theo Nghị định số 13/2012/NĐ-CP ngày "
        "02 tháng 3 năm 2012 của Chính phủ",
        _TO_CHECK,
        issuer="Bộ trưởng Bộ Khoa học và Công nghệ",
    ),
    _text(
        "nghi-dinh-24-2023",
        "Nghị định",
        "24/2023/NĐ-CP",
        (date(2023, 5, 14), date(2023, 7, 1), date(2024, 6, 30)),
        "quy định mức lương cơ sở đối với cán bộ, công chức, viên chức và lực lượng vũ trang",
        _TO_CHECK,
        issuer=_GOVERNMENT,
        successor="nghi-dinh-73-2024",
    ),
    _text(
        "nghi-dinh-73-2024",
        "Nghị định",
        "73/2024/NĐ-CP",
        (date(2024, 6, 30), date(2024, 7, 1), date(2026, 6, 30)),
        "quy định mức lương cơ sở và chế độ tiền thưởng đối với cán bộ, công chức, viên chức và lực lượng vũ trang",
        _TO_CHECK,
        issuer=_GOVERNMENT,
    ),
)

KNOWN: Final = {stated.value.key: stated.value for stated in TEXTS}
"""Every text by its key; an office's own list uses the same keys for them."""
