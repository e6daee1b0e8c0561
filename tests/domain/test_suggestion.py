"""What is suggested is a slip of the keys, never another thing that looks alike."""

from __future__ import annotations

import pytest

from vanban.domain.suggestion import nearest


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("co-qan", ["co-quan", "tram-y-te"], "co-quan"),
        ("tdp-1", ["tdp-01", "tdp-02"], "tdp-01"),
        ("Van-Phong", ["van-phong"], "van-phong"),
        ("thong", ["thôn", "ấp"], "thôn"),
        ("Lao động tiên tiên", ["Lao động tiên tiến", "Tập thể lao động tiên tiến"], "Lao động tiên tiến"),
        ("groups_registed", ["groups", "groups_registered"], "groups_registered"),
        ("at_most", ["at_least", "below", "exactly"], None),
        ("tran-thi-b", ["tran-thi-a", "tran-thi-c"], None),
        ("tdp-3", ["tdp-01", "tdp-02"], None),
        ("tang", ["giam"], None),
    ],
)
def test_a_slip_is_told_from_another_thing(typed: str, known: list[str], meant: str | None) -> None:
    assert nearest(typed, known) == meant
