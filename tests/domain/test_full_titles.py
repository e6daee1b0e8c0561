"""One full title of post and unit, never the two with a comma where the post heads the unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.domain.post import full_title


@pytest.mark.parametrize(
    ("post", "unit", "title"),
    [
        ("Bí thư", "Đoàn Thanh niên phường Sông Thương", "Bí thư Đoàn Thanh niên phường Sông Thương"),
        ("Phó Bí thư", "Đoàn Thanh niên xã", "Phó Bí thư Đoàn Thanh niên xã"),
        ("Trưởng phòng", "Phòng Văn hóa - Xã hội", "Trưởng Phòng Văn hóa - Xã hội"),
        ("Phó Trưởng phòng", "Phòng Kinh tế", "Phó Trưởng Phòng Kinh tế"),
        ("Trưởng trạm", "Trạm Y tế xã Tân Mỹ", "Trưởng Trạm Y tế xã Tân Mỹ"),
        ("Trưởng Công an phường", "Công an phường Sông Thương", "Trưởng Công an phường Sông Thương"),
        ("Chánh Văn phòng", "Văn phòng HĐND và UBND xã", "Chánh Văn phòng HĐND và UBND xã"),
        ("Chỉ huy trưởng", "Ban Chỉ huy Quân sự xã", "Chỉ huy trưởng Ban Chỉ huy Quân sự xã"),
        ("Chỉ huy trưởng Ban Chỉ huy Quân sự xã", "Ban Chỉ huy Quân sự xã", "Chỉ huy trưởng Ban Chỉ huy Quân sự xã"),
        ("Chủ tịch", "Cơ quan Ủy ban nhân dân xã Tân Mỹ", "Chủ tịch Ủy ban nhân dân xã Tân Mỹ"),
        ("Bí thư Chi bộ, Hiệu trưởng", "Trường Tiểu học Tân Mỹ", "Bí thư Chi bộ, Hiệu trưởng Trường Tiểu học Tân Mỹ"),
        ("Quyền Giám đốc", "Trung tâm Văn hóa", "Quyền Giám đốc Trung tâm Văn hóa"),
        ("Công chức Tư pháp", "Cơ quan Ủy ban nhân dân xã", "Công chức Tư pháp, Cơ quan Ủy ban nhân dân xã"),
        ("Giáo viên", "Trường Tiểu học Tân Mỹ", "Giáo viên, Trường Tiểu học Tân Mỹ"),
        ("Trưởng ban Thanh tra nhân dân", "Trường Tiểu học A", "Trưởng ban Thanh tra nhân dân, Trường Tiểu học A"),
        ("", "Trường Tiểu học A", "Trường Tiểu học A"),
        ("Giáo viên", "", "Giáo viên"),
    ],
)
def test_a_title_is_composed_of_post_and_unit(post: str, unit: str, title: str) -> None:
    assert full_title(post, unit) == title


_WORDS = st.lists(st.sampled_from(["Trưởng", "phòng", "Phòng", "Phó", "Văn", "hóa", "Ban", "Cơ", "quan"]), max_size=5)


@given(_WORDS.map(" ".join), _WORDS.map(" ".join))
def test_a_title_made_whole_is_not_made_longer_by_its_unit(post: str, unit: str) -> None:
    title = full_title(post, unit)
    assert full_title(title, unit) == title
    assert len(title.split()) <= len(post.split()) + len(unit.split())
    assert set(title.casefold().replace(",", "").split()) == set(f"{post} {unit}".casefold().split())
