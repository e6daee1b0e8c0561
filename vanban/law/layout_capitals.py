"""Phụ lục II of Nghị định 30/2020/NĐ-CP: its capitals as rules; warnings, since words alone decide."""

from __future__ import annotations

from typing import Final

from vanban.domain.finding import Severity
from vanban.law.rule import LayoutRule

_PL2: Final = "Phụ lục II, "
WARNING: Final = Severity.WARNING

CAPITAL_RULES: Final = (
    LayoutRule("VH-01.line", None, "Viết hoa chữ đầu khi xuống dòng", _PL2 + "Mục I", WARNING, "Viết hoa chữ đầu."),
    LayoutRule(
        "VH-02.unit",
        None,
        "Đơn vị hành chính đặt bằng chữ số, tên người, sự kiện lịch sử viết hoa cả danh từ chung",
        _PL2 + "Mục III khoản 1 điểm b",
        WARNING,
        "Viết hoa, ví dụ “Quận 1”.",
    ),
    LayoutRule(
        "VH-03.place",
        None,
        "Thủ đô Hà Nội, Thành phố Hồ Chí Minh viết hoa đặc biệt",
        _PL2 + "Mục III khoản 1 điểm c",
        WARNING,
        "Viết hoa “Thủ đô”, “Thành phố”.",
    ),
    LayoutRule(
        "VH-04.body",
        None,
        "Tên cơ quan viết hoa chữ đầu của từ chỉ loại hình",
        _PL2 + "Mục IV khoản 1 điểm a",
        WARNING,
        "Viết như “Ủy ban nhân dân”, “Hội đồng nhân dân”.",
    ),
    LayoutRule(
        "VH-05.type",
        None,
        "Tên loại của một văn bản cụ thể viết hoa chữ đầu",
        _PL2 + "Mục V khoản 6",
        WARNING,
        "Viết hoa chữ đầu của tên loại.",
    ),
    LayoutRule(
        "VH-06.article",
        None,
        "Viện dẫn điều, chương, mục, phần của một văn bản viết hoa chữ đầu",
        _PL2 + "Mục V khoản 7",
        WARNING,
        "Viết hoa chữ đầu.",
    ),
    LayoutRule(
        "VH-07.clause",
        None,
        "Viện dẫn khoản, điểm không viết hoa",
        _PL2 + "Mục V khoản 7",
        WARNING,
        "Viết thường chữ “khoản”, “điểm”.",
    ),
    LayoutRule(
        "VH-08.holiday",
        None,
        "Tên ngày tết viết hoa chữ đầu của âm tiết thứ nhất",
        _PL2 + "Mục V khoản 8 điểm b",
        WARNING,
        "Viết “tết Nguyên đán”, “tết Trung thu”.",
    ),
    LayoutRule(
        "VH-09.sentence",
        None,
        "Viết hoa chữ đầu câu, sau dấu chấm",
        _PL2 + "Mục I",
        WARNING,
        "Viết hoa chữ đầu câu.",
    ),
    LayoutRule(
        "VH-10.state",
        None,
        "Tên cơ quan nhà nước viết hoa: Chính phủ, Quốc hội, Thủ tướng Chính phủ",
        _PL2 + "Mục IV khoản 1",
        WARNING,
        "Viết hoa tên cơ quan.",
    ),
    LayoutRule(
        "VH-11.special",
        None,
        "Hai từ “Nhân dân”, “Nhà nước” viết hoa",
        _PL2 + "Mục V khoản 1",
        WARNING,
        "Viết “Nhân dân”, “Nhà nước”.",
    ),
    LayoutRule(
        "VH-12.position",
        None,
        "Chức vụ, học vị, danh hiệu đi liền với tên người viết hoa",
        _PL2 + "Mục V khoản 3",
        WARNING,
        "Viết hoa chữ đầu của chức vụ.",
    ),
    LayoutRule(
        "VH-13.anniversary",
        None,
        "Tên ngày lễ, ngày kỷ niệm viết hoa",
        _PL2 + "Mục V khoản 5",
        WARNING,
        "Viết như “ngày Quốc khánh”.",
    ),
    LayoutRule(
        "VH-14.lunar-year",
        None,
        "Tên năm âm lịch viết hoa mọi âm tiết",
        _PL2 + "Mục V khoản 8 điểm a",
        WARNING,
        "Viết như “Giáp Thìn”.",
    ),
    LayoutRule(
        "VH-15.day",
        None,
        "Ngày trong tuần, tháng viết bằng chữ thì viết hoa",
        _PL2 + "Mục V khoản 8 điểm c",
        WARNING,
        "Viết như “thứ Hai”, “tháng Giêng”.",
    ),
    LayoutRule(
        "VH-16.event",
        None,
        "Tên sự kiện lịch sử, triều đại viết hoa",
        _PL2 + "Mục V khoản 9",
        WARNING,
        "Viết như “Cách mạng tháng Tám”, “Triều Lý”.",
    ),
    LayoutRule(
        "VH-17.landform",
        None,
        "Từ chỉ địa hình đi liền với tên riêng không viết hoa",
        _PL2 + "Mục III khoản 1 điểm d",
        WARNING,
        "Viết như “sông Vàm Cỏ”.",
    ),
    LayoutRule(
        "VH-18.region",
        None,
        "Tên vùng, miền cấu tạo bằng từ chỉ phương hướng viết hoa",
        _PL2 + "Mục III khoản 1 điểm đ",
        WARNING,
        "Viết như “Tây Bắc”, “Bắc Bộ”.",
    ),
    LayoutRule(
        "VH-19.nation",
        None,
        "Tên nước viết hoa mọi âm tiết: Việt Nam",
        _PL2 + "Mục III khoản 1",
        WARNING,
        "Viết “Việt Nam”.",
    ),
    LayoutRule(
        "VH-20.office",
        None,
        "Tên cơ quan, tổ chức viết hoa chữ đầu của loại hình và của lĩnh vực hoạt động",
        _PL2 + "Mục IV khoản 1 điểm a",
        WARNING,
        "Viết như “Sở Tài chính”, “Bộ Nội vụ”, “Đảng Cộng sản Việt Nam”.",
    ),
)
