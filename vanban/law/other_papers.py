"""Papers that Nghị định 30/2020/NĐ-CP does not bind, each known by signs of its own.

Điều 2 binds the State's offices, and other organisations only as far as their own regulations send them there. A paper
is another system's where at least two different signs say so: a State paper that quotes a party body, or lost its own
head, has none or one. Folded words are without tones, case and spaces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

SIGNS_NEEDED: Final = 2
"""How many different signs make a paper another system's."""


@dataclass(frozen=True)
class OtherSystem:
    """One system's signs: its heading and issuers at the top, its form of number, its authority above a signature."""

    name: str
    regulation: str
    headings: tuple[str, ...]
    issuers: tuple[str, ...]
    number: re.Pattern[str]
    signers: tuple[str, ...]


_DASHED: Final = r"^s[ốo]\s*[:.]?\s*[\d.…_\s]*\s*-\s*[A-ZĐ][A-Za-zĐđ]{0,4}\s*/\s*[A-ZĐ]"

PARTY: Final = OtherSystem(
    name="văn bản của Đảng",
    regulation="Hướng dẫn 36-HD/VPTW ngày 03/4/2018 (cần đối chiếu văn bản hiện hành)",
    headings=("dangcongsanvietnam",),
    issuers=(
        "danguy", "dangbo", "dangdoan", "tinhuy", "thanhuy", "huyenuy", "quanuy", "thiuy", "chibo", "bancansu",
        "bantuyengiao", "bandanvan", "bannoichinh", "uybankiemtra", "bantochuctinh", "bantochuchuyen",
        "bantochucthanh", "vanphongtinhuy", "vanphonghuyenuy", "vanphongthanhuy", "vanphongdanguy", "banchaphanhdang",
        "banchaphanhtrunguong", "bantochuctrunguong",
    ),
    number=re.compile(_DASHED, re.IGNORECASE),
    signers=("tmbanthuongvu", "tmbanchaphanh", "tmchiuy", "tmdanguy", "tmthuongtruc", "tldanguy", "tlbanthuongvu",
             "bithu", "phobithu"),
)  # fmt: skip

YOUTH_UNION: Final = OtherSystem(
    name="văn bản của Đoàn Thanh niên",
    regulation="Hướng dẫn về thể thức văn bản của Đoàn (cần đối chiếu văn bản hiện hành)",
    headings=("doantncshochiminh", "doanthanhniencongsanhochiminh", "doantncshcm", "doitntphochiminh", "doitntphcm",
              "doithieunientienphonghochiminh"),
    issuers=(
        "banchaphanhdoan", "bandoan", "doantncs", "doanthanhnien", "doanxa", "doanphuong", "tinhdoan",
        "huyendoan", "thanhdoan", "chidoan", "hoilienhiepthanhnien", "hoidongdoi", "banthuongvudoan",
        "banthuongvutinhdoan", "liendoitruong", "bchdoan",
    ),
    number=re.compile(_DASHED, re.IGNORECASE),
    signers=("tmbanthuongvu", "tmbanchaphanh", "tmbch", "tmbtv", "tmhoidongdoi", "tmbanchihuyliendoi", "bithu",
             "phobithu"),
)  # fmt: skip

MASS_ORGANISATIONS: Final = OtherSystem(
    name="văn bản của Công đoàn, Mặt trận hoặc đoàn thể",
    regulation="quy định riêng của tổ chức ấy (cần đối chiếu)",
    headings=("mattrantoquocvietnam", "tongliendoanlaodongvietnam"),
    issuers=(
        "congdoan", "liendoanlaodong", "tongliendoan", "uybanmattrantoquoc", "uybanmttq", "banthuongtrucuybanmattran",
        "hoilienhiepphunu", "hoilhpn", "hoinongdan", "hoicuuchienbinh", "hoiccb", "banchaphanhcongdoan",
        "banthuongvuhoi", "banchaphanhhoi", "hoichuthapdo", "hoinguoicaotuoi", "hoinct", "hoikhuyenhoc",
        "hoicuuthanhnienxungphong", "hoinannhanchatdocdacam", "hoiluatgia",
    ),
    number=re.compile(
        r"/.*?(?<![A-ZĐ])(MTTQ|MTTW|BTT|CĐ|CĐCS|CĐN|CĐX|CĐP|LĐLĐ|TLĐ|HPN|LHPN|HND|HNDT|HCCB|CCB|CTĐ|HCTĐ|NCT|HNCT|HKH|BTV|BCH)(?![A-ZĐ])"
    ),
    signers=("tmbanthuongtruc", "tmbanthuongvu", "tmbanchaphanh", "tmbch", "tmbtv", "tmdoanchutich"),
)  # fmt: skip

OTHER_SYSTEMS: Final = (PARTY, YOUTH_UNION, MASS_ORGANISATIONS)

NORMATIVE_NUMBER: Final = re.compile(
    r"^(?:(?:luật|bộ luật|nghị quyết|pháp lệnh)\s+)?s[ốo]\s*[:.]?\s*(?P<ordinal>[\d.…_\s\u00a0]*)\s*/\s*"
    r"(?P<year>(?:19|20)\d\d)\s*/\s*(?P<symbol>(?:QĐ|NQ|NĐ|TT|TTLT|NQLT|L|PL)(?=\s*-)|QH\d+|UBTVQH\d+|PL-UBTVQH\d+)",
    re.IGNORECASE,
)
"""“Số: 15/2025/QĐ-UBND”: a legal normative text has its year in its number (Luật Ban hành văn bản quy phạm pháp luật);
an administrative paper has none."""

NORMATIVE_REGULATION: Final = "Luật Ban hành văn bản quy phạm pháp luật và nghị định hướng dẫn (cần đối chiếu)"

APPLICATIONS: Final = re.compile(
    r"^(ĐƠN|TỜ KHAI|BẢN KHAI|GIẤY KHAI|GIẤY ĐỀ NGHỊ|GIẤY CAM KẾT|BẢN CAM KẾT|BẢN CAM ĐOAN|GIẤY CAM ĐOAN|SƠ YẾU|"
    r"(BẢN )?LÝ LỊCH|PHIẾU YÊU CẦU|PHIẾU ĐĂNG KÝ|PHIẾU LẤY Ý KIẾN|BẢN TỰ|BẢN KIỂM ĐIỂM|BẢN TƯỜNG TRÌNH|"
    r"GIẤY BIÊN NHẬN|GIẤY XÁC NHẬN|HỢP ĐỒNG (LAO ĐỘNG|THUÊ|MUA|CHUYỂN))\b"
)
"""Titles of what citizens and parties to a contract write: no office issues it, so no layout binds it (Điều 2)."""

SPEAKS_FOR_ITSELF: Final = re.compile(
    r"^[-–+*\d.) ]{0,4}(Tôi\b|Chúng tôi (là|gồm)|(Tôi |Họ và |Họ |Họ, chữ đệm và )?tên( tôi)?( là)?\s*:|Tên tôi|"
    r"Em (tên )?là|Gia đình tôi|BÊN [AB]\b|Kính mời (ông|bà|anh|chị|gia đình))",
    re.IGNORECASE,
)
"""How a person, a household or a party to a contract begins, where an office would name itself."""

PLACEHOLDERS: Final = re.compile(
    r"^TÊN (CQ|CƠ QUAN|LOẠI|ĐƠN VỊ)|^THẨM QUYỀN BAN HÀNH|^QUYỀN HẠN, CHỨC VỤ|^CHỨC VỤ CỦA NGƯỜI|^HỌ VÀ TÊN\W*$",
    re.IGNORECASE,
)
"""Words that stand for what will be filled in, as in the samples of Phụ lục III."""
