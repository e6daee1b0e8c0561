"""Mục II and III of Phụ lục I, Phần I: how parts stand to each other, their frames and lines, as rules."""

from __future__ import annotations

from typing import Final

from vanban.domain.finding import Severity
from vanban.law.nd30 import Part
from vanban.law.rule import PL1, LayoutRule

PLACING_RULES: Final = (
    LayoutRule(
        "TT-13.single",
        Part.ADDRESSEE,
        "Gửi một nơi: từ “Kính gửi” và tên nơi nhận trên cùng một dòng",
        PL1 + "Mục II khoản 9 điểm d",
        Severity.ERROR,
        "Đưa tên nơi nhận lên cùng dòng với “Kính gửi”.",
    ),
    LayoutRule(
        "TT-13.aligned",
        Part.ADDRESSEE,
        "Gửi nhiều nơi: các gạch đầu dòng thẳng hàng với nhau",
        PL1 + "Mục II khoản 9 điểm d",
        Severity.ERROR,
        "Đặt các dòng cùng một khoảng lùi vào, dưới dấu hai chấm.",
    ),
    LayoutRule(
        "TT-14.level",
        Part.RECIPIENTS_TITLE,
        "Từ “Nơi nhận” ngang hàng với quyền hạn, chức vụ của người ký",
        PL1 + "Mục II khoản 9 điểm d",
        Severity.ERROR,
        "Đưa “Nơi nhận” lên cùng hàng với dòng đầu của phần ký.",
    ),
    LayoutRule(
        "TT-26.urgency",
        Part.URGENCY,
        "Dấu chỉ mức độ khẩn đặt trong khung hình chữ nhật viền đơn",
        PL1 + "Mục III khoản 2 điểm b",
        Severity.ERROR,
        "Kẻ khung viền đơn quanh dấu chỉ mức độ khẩn.",
    ),
    LayoutRule(
        "TT-26.circulation",
        Part.CIRCULATION,
        "Chỉ dẫn phạm vi lưu hành đặt trong khung hình chữ nhật viền đơn",
        PL1 + "Mục III khoản 2 điểm c",
        Severity.ERROR,
        "Kẻ khung viền đơn quanh chỉ dẫn phạm vi lưu hành.",
    ),
    LayoutRule(
        "TT-26.urgency-place",
        Part.URGENCY,
        "Dấu chỉ mức độ khẩn ở bên trái, dưới số, ký hiệu và trích yếu công văn (ô số 10b)",
        PL1 + "Mục III khoản 2 điểm b; Mục IV",
        Severity.ERROR,
        "Đặt dấu chỉ mức độ khẩn ở cột bên trái, dưới số, ký hiệu.",
    ),
    LayoutRule(
        "TT-26.circulation-place",
        Part.CIRCULATION,
        "Chỉ dẫn phạm vi lưu hành ở trong lề trên của trang thứ nhất, bên trên Quốc hiệu (ô số 11)",
        PL1 + "Mục III khoản 2 điểm c; Mục IV",
        Severity.ERROR,
        "Đưa chỉ dẫn phạm vi lưu hành vào một khung đặt trong lề trên, bên trên Quốc hiệu.",
    ),
    LayoutRule(
        "TT-26.address",
        Part.ADDRESS,
        "Địa chỉ cơ quan ở dưới một đường kẻ nét liền hết chiều ngang vùng trình bày",
        PL1 + "Mục III khoản 4",
        Severity.ERROR,
        "Kẻ một đường nét liền hết chiều ngang ở trên địa chỉ.",
    ),
)
