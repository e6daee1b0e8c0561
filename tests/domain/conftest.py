"""A small year that holds together, and a way to break one thing in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from vanban.domain.year import Year

Change = Callable[..., Year]


def document(**fields: Any) -> dict[str, Any]:
    """A short document of the committee's."""
    return {
        "issuer": "ubnd",
        "subject": "Tổng hợp đăng ký thi đua năm 2024",
        "legal_bases": ["luat"],
        "body": [{"section": "KẾT QUẢ", "body": [{"text": "Có {groups_registered}/{groups} tổ đăng ký."}]}],
        "recipients": [{"name": "Các tổ dân phố", "purpose": "để T/h"}],
        "signature": {"signatory": "chu-tich", "capacity": ["TM."]},
        **fields,
    }


def small() -> dict[str, Any]:
    """Everything that a year may hold, once or twice, as plain values."""
    return {
        "year": 2024,
        "office": {
            "name": "Ủy ban nhân dân phường Ngô Quyền",
            "short_name": "UBND phường Ngô Quyền",
            "locality": "phường Ngô Quyền",
            "place": "Phường Ngô Quyền",
            "bodies": [
                {
                    "key": "ubnd",
                    "name": "Ủy ban nhân dân phường Ngô Quyền",
                    "name_lines": ["ỦY BAN NHÂN DÂN", "PHƯỜNG NGÔ QUYỀN"],
                    "collective_name": "ỦY BAN NHÂN DÂN",
                    "head_position": "CHỦ TỊCH",
                    "abbreviation": "UBND",
                },
                {
                    "key": "council",
                    "name": "Hội đồng Thi đua - Khen thưởng phường",
                    "name_lines": ["HỘI ĐỒNG"],
                    "collective_name": "HỘI ĐỒNG",
                    "head_position": "CHỦ TỊCH",
                    "abbreviation": "HĐTĐKT",
                },
            ],
            "number_series": [{"key": "ke-hoach", "name": "Kế hoạch", "issuer": "ubnd", "type_codes": ["KH"]}],
        },
        "signatories": [
            {"key": "chu-tich", "name": "Vũ Trí Khánh", "position": "Chủ tịch", "issuer": "ubnd"},
            {"key": "chu-tich-hd", "name": "Vũ Trí Khánh", "position": "Chủ tịch", "issuer": "council"},
        ],
        "legal_bases": [
            {
                "key": "luat",
                "type_name": "Luật",
                "issued_on": date(2022, 6, 15),
                "subject": "Thi đua, khen thưởng",
                "valid_from": date(2024, 1, 1),
            },
            {
                "key": "nghi-dinh",
                "type_name": "Nghị định",
                "number": "98/2023/NĐ-CP",
                "issued_on": date(2023, 12, 31),
                "issuer": "Chính phủ",
                "subject": "quy định chi tiết",
            },
        ],
        "groups": [
            {"key": "tdp-01", "name": "Tổ dân phố số 1", "leader": "A", "front_head": "B", "households": 212},
            {"key": "tdp-02", "name": "Tổ dân phố số 2", "leader": "C", "front_head": "D", "households": 187},
        ],
        "collectives": [
            {"key": "co-quan", "name": "Cơ quan phường", "head": "A", "head_position": "Chủ tịch", "members": 24},
            {"key": "tram-y-te", "name": "Trạm Y tế", "head": "B", "head_position": "Trưởng trạm", "members": 6},
        ],
        "people": [
            {
                "key": "tran-thi-b",
                "name": "Trần Thị B",
                "gender": "Nữ",
                "born_on": date(1985, 3, 12),
                "hometown": "Bắc Giang",
                "residence": "Bắc Giang",
                "position": "Công chức",
                "collective": "co-quan",
            },
            {
                "key": "le-van-c",
                "name": "Lê Văn C",
                "gender": "Nam",
                "born_on": date(1980, 8, 2),
                "hometown": "Bắc Giang",
                "residence": "Bắc Giang",
                "position": "Công chức",
                "collective": "co-quan",
            },
        ],
        "plan": {
            **document(subject="Tổ chức phát động phong trào thi đua năm 2024"),
            "body": [{"section": "CHỈ TIÊU", "body": [{"inset": "targets"}]}],
            "year": 2024,
            "targets": [
                {
                    "key": "van-hoa",
                    "statement": "Tỷ lệ gia đình văn hóa: từ {ty_le} trở lên.",
                    "responsible": ["groups", "co-quan"],
                    "measures": [
                        {
                            "key": "ty_le",
                            "name": "Tỷ lệ gia đình văn hóa",
                            "comparison": "at_least",
                            "value": "98",
                            "unit": "%",
                        }
                    ],
                },
                {
                    "key": "viec-lam",
                    "statement": "Việc làm mới: {so_nguoi} lao động; thu ngân sách hoàn thành.",
                    "responsible": ["co-quan"],
                    "measures": [
                        {
                            "key": "so_nguoi",
                            "name": "Việc làm mới",
                            "comparison": "at_least",
                            "value": "172",
                            "unit": "lao động",
                        },
                        {"key": "thu", "name": "Thu ngân sách", "comparison": "done"},
                    ],
                },
            ],
        },
        "group_registrations": [
            {"group": "tdp-01", "cultural_families": 210, "title": "Tổ dân phố văn hóa"},
            {"group": "tdp-02", "cultural_families": 187},
        ],
        "collective_registrations": [{"collective": "co-quan", "title": "Tập thể lao động tiên tiến"}],
        "individual_registrations": [
            {"person": "tran-thi-b", "title": "Chiến sĩ thi đua cơ sở"},
            {"person": "le-van-c", "title": "Lao động tiên tiến"},
        ],
        "registration_summary": document(),
        "nominations": [
            {"nominee": "tran-thi-b", "award": "Chiến sĩ thi đua cơ sở", "summary": "Có sáng kiến."},
            {"nominee": "co-quan", "award": "Tập thể lao động tiên tiến", "summary": "Hoàn thành tốt."},
        ],
        "achievements": [
            {
                "nominee": "tran-thi-b",
                "duties": ["Văn phòng."],
                "accomplishments": ["Hoàn thành."],
                "compliance": ["Tốt."],
            },
            {
                "nominee": "co-quan",
                "circumstances": ["Có 24 người."],
                "duties": ["Tham mưu."],
                "accomplishments": ["Hoàn thành."],
                "compliance": ["Tốt."],
            },
        ],
        "submission": document(subject="Về việc đề nghị tặng danh hiệu", addressees=["Chủ tịch thành phố"]),
        "results": [
            {"target": "van-hoa", "measure": "ty_le", "achieved": "98.6"},
            {"target": "viec-lam", "measure": "so_nguoi", "achieved": "185"},
            {"target": "viec-lam", "measure": "thu", "done": True},
        ],
        "annual_report": document(subject="Tổng kết phong trào thi đua năm 2024"),
    }


@pytest.fixture
def year() -> Year:
    """The small year as it is."""
    return Year.model_validate(small())


@pytest.fixture
def changed() -> Change:
    """``changed(path, value)``: the small year with one value replaced, or a row added where ``path`` ends in "+"."""

    def change(*pairs: Any) -> Year:
        data = small()
        for path, value in zip(pairs[::2], pairs[1::2], strict=True):
            inner: Any = data
            for step in path[:-1]:
                inner = inner[step]
            if path[-1] == "+":
                inner.append(value)
            else:
                inner[path[-1]] = value
        return Year.model_validate(data)

    return change
