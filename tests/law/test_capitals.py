"""Phụ lục II of Nghị định 30/2020/NĐ-CP by its own examples: what it writes passes, other letters are told."""

from __future__ import annotations

import pytest

from vanban.law.capitals import SPELLINGS
from vanban.law.layout_rules import RULES

# Article of Phụ lục II: what passes, what does not.
CASES = {
    "VH-11.special": (
        "Mục V khoản 1",
        ["các tầng lớp Nhân dân", "Đảng, Nhà nước", "Công an nhân dân", "quản lý nhà nước", "phục vụ Nhân dân"],
        ["các tầng lớp nhân dân", "ý kiến của nhân dân", "Đảng và nhà nước", "pháp luật của nhà nước"],
    ),
    "VH-12.position": (
        "Mục V khoản 3",
        ["Giáo sư Tôn Thất Tùng", "Chủ tịch Nguyễn Văn A", "giao chủ tịch Hội đồng", "ông Trần Văn B, chủ tịch"],
        ["chủ tịch Nguyễn Văn A", "giám đốc Lê Thị B", "tiến sĩ Đặng Ê Đê"],
    ),
    "VH-13.anniversary": (
        "Mục V khoản 5",
        ["ngày Quốc khánh 2-9", "ngày Quốc tế Lao động 1-5", "ngày Phụ nữ Việt Nam 20-10", "ngày gia đình họp"],
        ["ngày quốc khánh 2-9", "Ngày quốc tế lao động", "ngày phụ nữ Việt Nam 20-10"],
    ),
    "VH-14.lunar-year": (
        "Mục V khoản 8 điểm a",
        ["năm Kỷ Tỵ", "xuân Tân Hợi", "năm giáp ranh", "năm tân sinh viên"],
        ["năm kỷ Tỵ", "xuân Giáp thìn", "tết Nguyên đán ất tỵ"],
    ),
    "VH-15.day": (
        "Mục V khoản 8 điểm c",
        ["sáng thứ Hai", "lần thứ hai", "thứ Tư, ngày 12/3", "tháng Giêng", "người thứ ba"],
        ["sáng thứ hai", "thứ tư, ngày 12/3", "rằm tháng giêng"],
    ),
    "VH-16.event": (
        "Mục V khoản 9",
        ["Triều Lý", "Cách mạng tháng Tám", "Phong trào Xô viết Nghệ Tĩnh", "triều cường"],
        ["triều Lý", "Cách mạng tháng tám", "cách mạng Tháng Tám", "phong trào xô viết Nghệ Tĩnh"],
    ),
    "VH-17.landform": (
        "Mục III khoản 1 điểm d",
        ["ven sông Vàm Cỏ", "đến Cửa Lò", "tại chợ Bến Thành", "phường Sông Lục Nam", "Sông Vàm Cỏ ở đầu câu"],
        ["ven Sông Vàm Cỏ", "tại Chợ Bến Thành", "thăm Vịnh Hạ Long"],
    ),
    "VH-19.nation": (
        "Mục III khoản 1",
        ["nước Việt Nam", "VIỆT NAM", "vn@vietnam.vn", "việt vị năm nay"],
        ["ngày Nhà giáo việt nam.", "nước Việt nam", "người việt Nam"],
    ),
    "VH-20.office": (
        "Mục IV khoản 1 điểm a",
        ["gửi Sở Nội vụ", "cán bộ y tế", "tại cơ sở giáo dục và đào tạo", "toàn bộ tài chính", "các sở, ban, ngành"],
        ["gửi sở nội vụ", "của bộ tài chính", "phối hợp với sở giáo dục và đào tạo", "đảng cộng sản Việt Nam"],
    ),
    "VH-18.region": (
        "Mục III khoản 1 điểm đ",
        ["vùng Tây Bắc", "khu vực Đông Nam Bộ", "phía tây bắc của phường", "Trung bộ phận"],
        ["vùng tây bắc", "khu vực đông nam bộ", "các tỉnh Bắc bộ"],
    ),
}


def told(rule: str, text: str) -> bool:
    return any(spelling.pattern.search(text) for spelling in SPELLINGS if spelling.rule == rule)


@pytest.mark.parametrize("rule", CASES)
def test_what_the_decree_writes_passes_and_other_letters_are_told_with_its_clause(rule: str) -> None:
    article, passing, failing = CASES[rule]
    assert RULES[rule].article == f"Phụ lục II, {article}"
    assert [text for text in passing if told(rule, text)] == []
    assert [text for text in failing if not told(rule, text)] == []
