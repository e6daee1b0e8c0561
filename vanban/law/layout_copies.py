"""What a copy on paper shows (Phụ lục I, Phần II), and the words of an office's digital signature, as rules."""

from __future__ import annotations

from typing import Final

from vanban.law.nd30 import Part
from vanban.law.rule import ERROR, PL1, PL1_COPIES, LayoutRule

_SIGNED: Final = f"{PL1}Mục II khoản 8 điểm b, Mục III khoản 1 điểm d; Phần II, Mục I khoản 3"

COPY_RULES: Final = (
    LayoutRule(
        "TT-28.place",
        None,
        "Thông tin chữ ký số ở góc trên, bên phải, trang đầu",
        _SIGNED,
        ERROR,
        "Đưa dòng này lên góc trên, bên phải của trang đầu.",
    ),
    LayoutRule(
        "TT-28.look",
        None,
        "Thông tin chữ ký số: chữ in thường, kiểu chữ đứng, cỡ chữ 10",
        _SIGNED,
        ERROR,
        "Đặt cỡ chữ 10, chữ thường, đứng.",
        False,
        10,
        10,
        "pt",
    ),
    LayoutRule(
        "TT-28.time",
        None,
        "Thời gian ký ghi ngày tháng năm; giờ phút giây; múi giờ Việt Nam theo tiêu chuẩn ISO 8601 (+07:00)",
        _SIGNED,
        ERROR,
        "Ghi đủ, ví dụ 05/3/2024 10:22:33 +07:00.",
    ),
    LayoutRule(
        "TT-28.whose",
        None,
        "Thông tin chữ ký số ghi số, ký hiệu văn bản (bản sao: hình thức sao, tên cơ quan sao) và thời gian ký",
        _SIGNED,
        ERROR,
        "Ghi thêm số, ký hiệu văn bản trước thời gian ký.",
    ),
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
