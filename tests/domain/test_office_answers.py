"""What somebody answers who begins with an office of their own."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from vanban.domain.office_answers import OfficeAnswers

ANSWERS = {
    "form": "xã",
    "name": "Ủy ban nhân dân xã Tân Hòa",
    "superior": "Ủy ban nhân dân tỉnh Sơn Hải",
    "unit": "thôn",
    "year": "2026",
}


@pytest.mark.parametrize("head", ["Trưởng thôn", "Chủ tịch", "Phó Chủ tịch", "tổ trưởng"])
def test_a_post_alone_is_no_name_of_a_head(head: str) -> None:
    with pytest.raises(ValidationError, match="không chỉ chức vụ"):
        OfficeAnswers.model_validate(ANSWERS | {"head": head})


@pytest.mark.parametrize(
    ("head", "name", "position"),
    [
        ("Hoàng Văn Đức", "Hoàng Văn Đức", "Chủ tịch"),
        ("Chủ tịch Hoàng Văn Đức", "Hoàng Văn Đức", "Chủ tịch"),
        ("Y Blô Niê", "Y Blô Niê", "Chủ tịch"),
        ("K’Đền", "K’Đền", "Chủ tịch"),
    ],
)
def test_a_head_is_told_by_name_with_or_without_the_post(head: str, name: str, position: str) -> None:
    words = OfficeAnswers.model_validate(ANSWERS | {"head": head}).words()
    assert (words["head"], words["head_position"]) == (name, position)


@pytest.mark.parametrize(
    ("name", "locality", "place"),
    [
        ("Ủy ban nhân dân phường 1", "", "Phường 1"),
        ("Ủy ban nhân dân Phường Thọ Xương", "", "phường Thọ Xương"),
        ("Ủy ban nhân dân phường Trần Phú", "Phường Trần Phú", "Phường Trần Phú"),
    ],
)
def test_a_unit_named_by_a_number_is_offered_with_a_capital_and_a_persons_as_it_is_said(
    name: str, locality: str, place: str
) -> None:
    ward = ANSWERS | {"form": "phường", "name": name, "locality": locality, "head": "Hoàng Văn Đức"}
    assert OfficeAnswers.model_validate(ward).place_name == place
