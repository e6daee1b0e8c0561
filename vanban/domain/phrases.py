"""What a line never parts: two syllables that are one word, a number and what it counts, a day, a symbol, a blank."""

from __future__ import annotations

import re
from typing import Final

_WORDS: Final = (
    "ban hành, ban tổ chức, báo cáo, bình xét, bồi thường, cá nhân, cao điểm, chào mừng, chỉ tiêu, chiến sĩ, "
    "chiến thắng, chính quyền, chính sách, chủ tịch, chữa cháy, chương trình, cơ quan, cơ sở, cộng hòa, cộng sản, công "
    "nhận, công tác, cuộc họp, cứu nạn, danh hiệu, danh sách, đăng ký, đề nghị, đoàn kết, đô thị, đôn đốc, đột xuất, "
    "đợt thi đua, gia đình, giấy khen, gương mẫu, hình thức, hộ gia đình, hội đồng, hội nghị, hưởng ứng, kế hoạch, kết "
    "quả, khen thưởng, kiểm phiếu, kỷ luật, kỷ niệm, lao động, lập thành tích, lĩnh vực, môi trường, nâng cao, "
    "năm học, nghị quyết, nhân dân, nhiệm vụ, nông thôn, phân công, pháp luật, phát động, phong trào, phụ nữ, "
    "phục vụ, quân sự, quốc phòng, quy chế, quyết định, sáng kiến, sáng tạo, sơ kết, số liệu, tập thể, thanh "
    "niên, thành lập, thành tích, thi đua, thể thao, thực hiện, tiên tiến, tiêu biểu, tiêu chuẩn, tổ chức, tổng "
    "hợp, tổng kết, triển khai, truyền thống, tuyên dương, ủy ban, văn hóa, văn minh, vận động, xã hội, xét tặng, "
    "xuất sắc, yêu nước"
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

SYMBOL: Final = re.compile(r"/[A-ZĐ]\w{0,9}(?:-[A-ZĐ]\w{0,11})+|(?<=\d)-[A-ZĐ]{2,8}(?=/[A-ZĐ])")
"""The part of a symbol in which its hyphens stand, at which no line ends: of ``24/KH-UBND``, ``/BB-HĐTĐKT``,
``98/2023/NĐ-CP``, ``35-NQ/TU``."""


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
