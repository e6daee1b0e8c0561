"""What a line never parts: two syllables that are one word, a number and what it counts, a day, a symbol, a blank."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = (
    "an ninh, an toàn, ban hành, ban tổ chức, biên bản, báo cáo, bình xét, bảo vệ, bầu cử, bồi thường, bổ "
    "sung, cao điểm, chiến sĩ, chiến thắng, chuyên môn, chuyển đổi, chào mừng, chính quyền, chính sách, "
    "chương trình, chỉ tiêu, chủ tịch, chữa cháy, cuộc họp, cá nhân, cách mạng, công an, công nhận, công tác, "
    "cơ quan, cơ sở, cải cách, cộng hòa, cộng sản, cứu nạn, cựu chiến binh, danh hiệu, danh sách, dân quân, "
    "dịch bệnh, gia đình, giao thông, giáo dục, giải phóng, giấy khen, gương mẫu, hiến máu, hoàn thành, huấn "
    "luyện, hành chính, hình thức, hưởng ứng, học tập, hộ gia đình, hội diễn, hội nghị, hội thao, hội thi, "
    "hội đồng, khen thưởng, khu dân cư, khuyến học, khuyết tật, kinh tế, kiểm phiếu, kiện toàn, kế hoạch, kết "
    "quả, kỷ luật, kỷ niệm, kỷ niệm chương, lao động, liệt sĩ, lĩnh vực, lập thành tích, lực lượng, môi "
    "trường, mặt bằng, mặt trận, nghị quyết, người cao tuổi, nhiệm vụ, nhân dân, nhân đạo, nâng cao, nông "
    "thôn, năm học, phong trào, pháp luật, phát triển, phát động, phân công, phòng cháy, phòng chống, phụ nữ, "
    "phục vụ, quy chế, quyết định, quân sự, quân đội, quốc khánh, quốc phòng, sáng kiến, sáng tạo, sơ kết, số "
    "liệu, sửa đổi, thanh niên, thay thế, thi đua, thiên tai, thành lập, thành tích, thương binh, thể thao, "
    "thống nhất, thực hiện, tiên tiến, tiêu biểu, tiêu chuẩn, triển khai, truyền thống, trật tự, tuyên dương, "
    "tuyển quân, tập thể, tổ chức, tổ dân phố, tổ quốc, tổng hợp, tổng kết, từ thiện, tự vệ, văn hóa, văn "
    "minh, văn nghệ, vận động, xuất sắc, xây dựng, xã hội, xét tặng, yêu nước, đoàn kết, đào tạo, đóng góp, "
    "đô thị, đôn đốc, đăng ký, đại hội, đảng bộ, đất nước, đề nghị, đột xuất, đợt thi đua, ủy ban"
)
_PHRASES: Final = sorted((phrase.strip() for phrase in _WORDS.split(",")), key=len, reverse=True)
_KEPT: Final = re.compile(
    r"(?<!\w)(?:"
    + "|".join(phrase.replace(" ", r"\s+") for phrase in _PHRASES)
    + r"|ngày \d{1,2} tháng \d{1,2} năm \d{4}|(?:năm|số|quý|tháng|khóa|lần thứ|đợt) (?:[\dIVX]|20…)\S*|\d[\d.,]* \w+"
    r"|Điện Biên Phủ|Hồ Chí Minh|Việt Nam)(?!\w)[,.;:”)]*",
    re.IGNORECASE,
)
_WORD_END: Final = re.compile(r"(?<! ) (?! )")

SYMBOLS: Final = (r"/[A-ZĐ]\w{0,9}(?:-[A-ZĐ]\w{0,11})+", r"-(?<=\d-)[A-ZĐ]{2,8}(?=/[A-ZĐ])")
"""The part of a symbol in which its hyphens stand, at which no line ends: of ``24/KH-UBND``, ``/BB-HĐTĐKT``,
``98/2023/NĐ-CP``; of ``35-NQ/TU``. Patterns that each begin with one character are found five times as fast as one."""


def unparted(text: str) -> tuple[str, ...]:
    """The pieces of ``text`` between which a line may break: joined by spaces they are the text.

    Two or more spaces are the room of a number or a day that is written by hand: it stays, within its piece.
    """
    held = " ".join(word.replace(" ", "\0") for word in words(text))
    glued = _KEPT.sub(lambda found: found[0].replace(" ", "\0"), held)
    return tuple(piece.replace("\0", " ") for piece in glued.split(" ") if piece)


def words(text: str) -> tuple[str, ...]:
    """The words of ``text``; what stands around two or more spaces is one."""
    return tuple(piece for line in text.split("\n") for piece in _WORD_END.split(line.strip()) if piece)
