"""Phụ lục II of Nghị định 30/2020/NĐ-CP: the capitals that can be judged from the words alone, as patterns.

Only what no context can make right is here: “quản lý nhà nước”, “Công an nhân dân”, “lần thứ hai” stay out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Spelling:
    """A spelling that Phụ lục II rules out wherever it stands, the rule's id, and the right one."""

    rule: str
    pattern: re.Pattern[str]
    right: str


_TYPES: Final = (
    "nghị định|thông tư|quyết định|nghị quyết|chỉ thị|kế hoạch|công văn|tờ trình|hướng dẫn|thông báo|báo cáo"
)
_OF_A_TEXT: Final = r"(?=\s+(?:của\s+)?(?:Luật|Bộ luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Hiến pháp|Pháp lệnh)\b)"

_POSITIONS: Final = (
    "tổng bí thư|phó bí thư|bí thư|phó chủ tịch|chủ tịch|thủ tướng|bộ trưởng|phó giám đốc|giám đốc|phó hiệu trưởng|"
    "hiệu trưởng|trưởng phòng|tổ trưởng|phó giáo sư|giáo sư|tiến sĩ|thạc sĩ|nghệ sĩ nhân dân|nhà giáo nhân dân"
)
_SURNAMES: Final = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đoàn|Trịnh|Đinh|Lương|Mai|Tô|"
    "Thân|Giáp|Nông"
)
_STEMS: Final = "giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý|quí"
_BRANCHES: Final = "tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi"
_CAPITAL_STEMS: Final = "|".join(stem.capitalize() for stem in _STEMS.split("|"))
_OF_A_YEAR: Final = r"(?:(?<=[Nn]ăm )|(?<=[Xx]uân )|(?<=[Tt]ết )|(?<=[Nn]guyên đán ))"
_FIELDS: Final = (
    "nội vụ|tài chính|xây dựng|y tế|tư pháp|công thương|công an|quốc phòng|ngoại giao|dân tộc và tôn giáo|"
    "nông nghiệp và|khoa học và công nghệ|giáo dục và đào tạo|văn hóa, thể thao|văn hoá, thể thao"
)
_OF_AN_OFFICE: Final = (
    r"(?:(?<=\bcủa )|(?<=\bvới )|(?<=\bgửi )|(?<=\btại )|(?<=\bdo )|(?<=\bcho )|(?<=\bgiao )|(?<=\btừ )|(?<=\btheo ))"
)
_CAPITALS: Final = "A-ZĐÀ-ÃÈ-ÊÌÍĨỊỈÒ-ÕÙÚŨỤỦÝƠƯẠ-Ỹ"
_REGIONS: Final = "tây bắc|đông bắc|tây nam|đông nam|tây nguyên|nam bộ|bắc bộ|trung bộ"

SPELLINGS: Final = (
    Spelling(
        "VH-02.unit",
        re.compile(r"(?<!\w)(?:(?:quận|phường)\s+\d{1,2}(?![\d/.,]|\s*(?:,|và|-)\s*\d)|phường Điện Biên Phủ(?!\w))"),
        "Quận 1, Phường Điện Biên Phủ",
    ),
    Spelling(
        "VH-03.place",
        re.compile(r"(?<!\w)(?:thành phố Hồ Chí Minh|thủ đô Hà Nội)"),
        "Thành phố Hồ Chí Minh, Thủ đô Hà Nội",
    ),
    Spelling(
        "VH-04.body",
        re.compile(r"(?<!\w)(?:[uủỦU][ỷyủ] [Bb]an [Nn]hân [Dd]ân|[Hh]ội [Đđ]ồng [Nn]hân [Dd]ân)(?!\w)"),
        "Ủy ban nhân dân, Hội đồng nhân dân",
    ),
    Spelling("VH-05.type", re.compile(rf"(?<!\w)(?:{_TYPES})(?=\s+số\s*:?\s*\d+/)"), "Nghị định số …, Kế hoạch số …"),
    Spelling("VH-06.article", re.compile(r"(?<!\w)(?:khoản|điểm)\s+\S{1,4}\s+điều(?=\s+\d)"), "khoản 2 Điều 5"),
    Spelling(
        "VH-06.article",
        re.compile(rf"(?<!\w)(?:điều\s+\d+|chương\s+[IVXLC]+){_OF_A_TEXT}"),
        "Điều 5 của Luật …, Chương II Nghị định …",
    ),
    Spelling(
        "VH-07.clause",
        re.compile(r"(?<=[\w,;] )(?:Khoản\s+\d+|Điểm\s+[a-zđ])(?=(?:[,\s]+(?:khoản|Khoản)\s+\d+)?\s+Điều\s+\d)"),
        "điểm a khoản 2 Điều 5",
    ),
    Spelling(
        "VH-10.state",
        re.compile(r"(?<=\bcủa )(?:chính phủ|quốc hội|thủ tướng chính phủ)(?!\w| (?:các nước|nước ngoài|điện tử|số))"),
        "Chính phủ, Quốc hội, Thủ tướng Chính phủ",
    ),
    Spelling("VH-10.state", re.compile(r"(?<!\w)thủ tướng (?:C|c)hính phủ(?!\w)"), "Thủ tướng Chính phủ"),
    Spelling("VH-04.body", re.compile(r"(?<!\w)mặt trận [tT]ổ [qQ]uốc(?!\w)"), "Mặt trận Tổ quốc"),
    Spelling(
        "VH-19.nation",
        re.compile(r"(?<![\w@/-])(?<!\w\.)(?:v|V)iệt (?:n|N)am(?<!Việt Nam)(?![\w@/-]|\.\w)"),
        "Việt Nam",
    ),
    Spelling("VH-20.office", re.compile(rf"{_OF_AN_OFFICE}(?:sở|bộ) (?:{_FIELDS})(?!\w)"), "Sở Nội vụ, Bộ Tài chính"),
    Spelling("VH-20.office", re.compile(r"(?<!\w)đảng cộng sản (?=[vV]iệt [nN]am)"), "Đảng Cộng sản Việt Nam"),
    Spelling(
        "VH-08.holiday",
        re.compile(r"(?<!\w)(?:[Tt]ết (?:nguyên đán|trung thu))(?!\w)"),
        "tết Nguyên đán, tết Trung thu",
    ),
    Spelling(
        "VH-11.special",
        re.compile(r"(?:(?<=tầng lớp )|(?<=quần chúng )|(?<=bà con )|(?<=phục vụ )|(?<=\bcủa ))nhân dân(?! tệ)(?!\w)"),
        "Nhân dân",
    ),
    Spelling(
        "VH-11.special",
        re.compile(
            r"(?:(?<=Đảng và )|(?<=Đảng, )|(?<=pháp luật của )|(?<=chính sách của ))nhà nước(?! (?:bạn|khác))(?!\w)"
        ),
        "Nhà nước",
    ),
    Spelling(
        "VH-12.position",
        re.compile(rf"(?<!\w)(?:{_POSITIONS}) (?:{_SURNAMES})(?= [{_CAPITALS}])"),
        "Chủ tịch Nguyễn …, Giáo sư Tôn …",
    ),
    Spelling(
        "VH-13.anniversary",
        re.compile(
            r"(?<=[Nn]gày )(?:quốc khánh|quốc tế (?:lao động|phụ nữ|thiếu nhi)|tổng tuyển cử|thương binh|"
            r"(?:phụ nữ|nhà giáo|thầy thuốc|doanh nhân|gia đình|pháp luật) (?:Việt Nam|việt nam))(?!\w)"
        ),
        "ngày Quốc khánh, ngày Quốc tế Lao động, ngày Phụ nữ Việt Nam",
    ),
    Spelling(
        "VH-14.lunar-year",
        re.compile(rf"{_OF_A_YEAR}(?:(?:{_STEMS}) (?i:{_BRANCHES})|(?:{_CAPITAL_STEMS}) (?:{_BRANCHES}))(?!\w)"),
        "Kỷ Tỵ, Giáp Thìn",
    ),
    Spelling(
        "VH-15.day",
        re.compile(
            r"(?:(?<=[Ss]áng )|(?<=[Cc]hiều )|(?<=[Tt]ối ))thứ (?:hai|ba|tư|năm|sáu|bảy)(?!\w)|"
            r"(?<!\w)thứ (?:hai|ba|tư|năm|sáu|bảy)(?=,? ngày \d)|(?<!\w)tháng (?:giêng|chạp)(?!\w)"
        ),
        "thứ Hai, thứ Tư, tháng Giêng",
    ),
    Spelling(
        "VH-16.event",
        re.compile(
            r"(?<!\w)(?:cách mạng [Tt]háng [Tt]ám|Cách mạng [Tt]háng tám|triều (?:Lý|Trần|Nguyễn|Mạc)|"
            r"phong trào [Xx]ô viết Nghệ Tĩnh)(?!\w)"
        ),
        "Cách mạng tháng Tám, Triều Lý, Phong trào Xô viết Nghệ Tĩnh",
    ),
    Spelling(
        "VH-17.landform",
        re.compile(
            r"(?<=[a-zà-ỹđ,] )(?<!phường )(?<!xã )(?<!huyện )(?<!phố )(?<!bản )(?<!thôn )(?<!trường )(?<!khu )(?<!ty )"
            rf"(?:Sông|Vịnh|Chợ|Đèo) [{_CAPITALS}]\w+ [{_CAPITALS}]\w+"
        ),
        "sông Vàm Cỏ, chợ Bến Thành, vịnh Hạ Long",
    ),
    Spelling(
        "VH-18.region",
        re.compile(
            rf"(?:(?<=[Vv]ùng )|(?<=[Mm]iền )|(?<=[Kk]hu vực ))(?:{_REGIONS})(?!\w)|"
            r"(?<!\w)(?:Nam|Bắc|Trung) bộ(?! phận)(?!\w)"
        ),
        "vùng Tây Bắc, Bắc Bộ",
    ),
)

RIGHT_BODIES: Final = frozenset({"Ủy ban nhân dân", "Uỷ ban nhân dân", "Ủy ban Nhân dân", "Hội đồng nhân dân"})
"""Spellings of the bodies' names that stand: old and new place of the tone; “Nhân dân” by Mục V khoản 1."""
