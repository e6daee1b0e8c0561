from __future__ import annotations

import pytest

from vanban.domain.honorific import split_honorific


@pytest.mark.parametrize(
    ("text", "honorific", "name"),
    [
        ("Nguyễn Văn A", "", "Nguyễn Văn A"),
        ("Ông Nguyễn Văn A", "Ông", "Nguyễn Văn A"),
        ("bà  Trần Thị B", "bà", "Trần Thị B"),
        ("Ông: Vũ Trí Khánh", "Ông:", "Vũ Trí Khánh"),
        ("Đ/c Lê Văn C", "Đ/c", "Lê Văn C"),
        ("Đồng chí ThS. Phạm Thị D", "Đồng chí ThS.", "Phạm Thị D"),
        ("PGS.TS Hoàng Văn E", "PGS.TS", "Hoàng Văn E"),
        ("PGS, TS. Hoàng Văn E", "PGS, TS.", "Hoàng Văn E"),
        ("Bác sĩ Ngô Văn G", "Bác sĩ", "Ngô Văn G"),
        ("Đại úy Đỗ Văn H", "Đại úy", "Đỗ Văn H"),
        ("Ông Y Bhin Niê", "Ông", "Y Bhin Niê"),
        ("Ông Ích Khiêm", "", "Ông Ích Khiêm"),
        ("Ông Ông Ích Khiêm", "Ông", "Ông Ích Khiêm"),
        ("Bành Thị Bà", "", "Bành Thị Bà"),
        ("Kỷ Văn Sĩ", "", "Kỷ Văn Sĩ"),
        ("TSùng A Páo", "", "TSùng A Páo"),
        ("Cnor Văn K", "", "Cnor Văn K"),
        ("Ông", "", "Ông"),
    ],
)
def test_what_stands_before_a_name_is_kept_apart(text: str, honorific: str, name: str) -> None:
    assert split_honorific(text) == (honorific, name)
