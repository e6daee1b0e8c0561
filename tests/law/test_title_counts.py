"""A text that counts titles otherwise than the table of ratings; titles counted from what is decided and proposed."""

from __future__ import annotations

import pytest
from law.good_year import changed, good_year

from vanban.law.year_check.title_counts import advanced_workers, counts_in_texts


def test_titles_are_counted_from_those_passed_and_those_put_forward_for_the_title_above() -> None:
    assert advanced_workers(good_year(2024)) == {"co-quan-ubnd": 5}
    votes = good_year(2024).votes
    position = next(at for at, row in enumerate(votes) if row.nominee == "pham-thi-d")
    failed = changed(good_year(2024), (("votes", position, "in_favour"), 1), (("votes", position, "against"), 7))
    assert advanced_workers(failed) == {"co-quan-ubnd": 4}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("21/24 người đủ tiêu chuẩn danh hiệu “Lao động tiên tiến”, đạt 87,5%.", "21/24"),
        ("Có 6/7 cá nhân đạt “Lao động tiên tiến”.", "6/7"),
        ("Danh hiệu “Lao động tiên tiến”: 06/07 người.", "06/07"),
        ("05/07 người đạt danh hiệu Lao động tiên tiến.", ""),
        ("Hòa giải thành 11/12 vụ việc; 2/4 phòng đạt “Tập thể lao động tiên tiến”.", ""),
        ("Năm 2023: 3/2024 văn bản về “Lao động tiên tiến”.", ""),
    ],
)
def test_a_text_that_counts_the_title_in_other_figures_is_told(text: str, told: str) -> None:
    year = good_year(2024)
    at = next(n for n, row in enumerate(year.nominations) if row.nominee == "co-quan-ubnd")
    found = list(counts_in_texts(changed(year, (("nominations", at, "summary"), text))))
    assert [fault.path for fault in found] == ([("nominations", at, "summary")] if told else [])
    assert all(f"ghi {told} " in fault.reason for fault in found)
