"""What the targets of Vietnamese offices are counted in: the words behind a number that are its unit."""

from __future__ import annotations

import re
from typing import Final

_UNITS: Final = (
    "%", "phần trăm", "điểm %", "điểm phần trăm", "‰",
    "triệu đồng/người/năm", "triệu đồng/ha", "triệu đồng", "nghìn tỷ đồng", "tỷ đồng", "nghìn đồng", "đồng", "USD",
    "triệu", "tỷ", "ha", "m2", "m²", "m3", "m³", "km", "m", "tấn", "tạ/ha", "tạ", "kg", "kWh",
    "lượt người", "lượt khách", "lượt", "người", "hộ gia đình", "hộ nghèo", "hộ cận nghèo", "hộ dân", "hộ", "khẩu",
    "lao động", "cán bộ", "công chức", "viên chức", "giáo viên", "học sinh", "sinh viên", "trẻ em", "trẻ", "cháu", "em",
    "đảng viên", "đoàn viên", "hội viên", "thanh niên", "công dân", "dân quân", "chiến sĩ", "cá nhân", "đồng chí",
    "chi bộ", "chi hội", "chi đoàn", "công đoàn", "tập thể", "đơn vị", "cơ quan", "phòng", "ban", "khoa", "tổ chức",
    "tổ dân phố", "tổ chuyên môn", "tổ", "thôn", "ấp", "bản", "buôn", "khóm", "khu phố", "khu dân cư", "xã", "phường",
    "gia đình", "nhà", "căn", "trường học", "trường", "lớp", "trạm", "bệnh viện", "giường bệnh", "giường", "bác sĩ",
    "doanh nghiệp", "hợp tác xã", "tổ hợp tác", "trang trại", "cơ sở", "câu lạc bộ", "mô hình", "công trình", "dự án",
    "tuyến đường", "tuyến phố", "tuyến", "sáng kiến", "đề tài", "chuyên đề", "giải pháp", "sản phẩm", "nhãn hiệu",
    "giải thưởng", "giải", "huy chương", "danh hiệu", "bằng khen", "giấy khen", "điển hình", "gương", "tấm gương",
    "tiêu chí", "tiêu chuẩn", "chỉ tiêu", "nhiệm vụ", "văn bản", "hồ sơ", "thủ tục", "vụ việc", "vụ", "cuộc", "đợt",
    "buổi", "lần", "phiên", "hội nghị", "lớp tập huấn", "tin, bài", "tin bài", "tin", "bài", "ấn phẩm", "sao", "điểm",
    "bậc", "hạng", "ngày công", "ngày", "giờ", "tháng", "tiết", "con", "cây", "suất quà", "suất", "phần quà",
    "đơn vị máu", "quyển", "cuốn", "đầu sách", "bộ", "máy", "thẻ", "tài khoản", "điểm cầu", "nghìn lượt",
    "triệu lượt", "thành viên",
    "phong trào", "nội dung", "việc", "phần việc", "kế hoạch", "báo cáo", "di tích", "lễ hội", "thiết chế",
    "nhà văn hóa", "nhà văn hoá", "người lao động", "ca", "mũi", "bệnh nhân", "phụ nữ", "cặp", "nạn nhân",
)  # fmt: skip

_AFTER: Final = re.compile(
    r"\s*(?P<unit>" + "|".join(re.escape(one) for one in sorted(_UNITS, key=lambda one: (-len(one), one))) + r")(?!\w)",
    re.IGNORECASE,
)


def unit_after(text: str, start: int) -> tuple[str, int]:
    """The unit that follows a number which ends at ``start``, and where it ends; none is ``("", start)``."""
    found = _AFTER.match(text, start)
    if found is None:
        return "", start
    unit = found["unit"]
    return ("%" if unit.casefold() in ("%", "phần trăm") else unit), found.end()
