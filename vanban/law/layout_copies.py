"""Phần II of Phụ lục I: what a copy on paper shows below what it copies, as rules."""

from __future__ import annotations

from typing import Final

from vanban.law.nd30 import Part
from vanban.law.rule import ERROR, PL1_COPIES, LayoutRule

COPY_RULES: Final = (
    LayoutRule(
        "TT-27.form",
        Part.COPY_FORM,
        "Hình thức sao ghi “SAO Y”, “SAO LỤC” hoặc “TRÍCH SAO”",
        PL1_COPIES + "Mục II khoản 1 điểm a",
        ERROR,
        "Ghi “SAO Y” (chép cả bản gốc, bản chính), “SAO LỤC” (chép cả bản sao y) hoặc “TRÍCH SAO” (chép một phần).",
    ),
    LayoutRule(
        "TT-27.missing",
        None,
        "Bản sao có tên cơ quan sao, số, ký hiệu, địa danh và ngày sao, chức vụ, họ tên người ký, Nơi nhận",
        PL1_COPIES + "Mục II khoản 1",
        ERROR,
        "Bổ sung thành phần này dưới hình thức sao.",
    ),
    LayoutRule(
        "TT-27.line",
        None,
        "Phần sao ở dưới một đường kẻ nét liền hết chiều ngang vùng trình bày",
        PL1_COPIES + "Mục II khoản 2 điểm a",
        ERROR,
        "Kẻ một đường nét liền hết chiều ngang giữa văn bản và phần sao.",
    ),
    LayoutRule(
        "TR-07.copy",
        None,
        "Các thành phần của bản sao nằm trên cùng một tờ giấy",
        PL1_COPIES + "Mục II khoản 2 điểm a",
        ERROR,
        "Đặt các thành phần của bản sao trên cùng một trang.",
    ),
)
