"""Offices of every form under invented names, begun by answers and three tables filled in as a clerk does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from vanban.domain.gender import Gender
from vanban.domain.office import Office
from vanban.domain.people import Collective, Person, Unit
from vanban.ingest import read_yaml, write_table
from vanban.workflows.new_workspace import answers_of, new_workspace
from vanban.workspace import Workspace

OFFICES = {
    "xã": {
        "form": "xã",
        "name": "Ủy ban nhân dân xã Đồng Quý",
        "locality": "xã Đồng Quý",
        "place": "Đồng Quý",
        "province": "tỉnh Sơn Hải",
        "superior": "Ủy ban nhân dân tỉnh Sơn Hải",
        "unit": "thôn",
        "head": "Lương Văn Bách",
        "year": "2026",
    },
    "phường": {
        "form": "phường",
        "name": "Ủy ban nhân dân phường Hồ Sen",
        "province": "thành phố Cửa Lục",
        "superior": "Ủy ban nhân dân thành phố Cửa Lục",
        "unit": "khu phố",
        "head": "Chủ tịch Mai Thị Cúc",
        "year": "2026",
    },
    "trường": {
        "form": "trường",
        "name": "Trường Tiểu học Sông Mây",
        "locality": "xã Đồng Quý",
        "superior": "Ủy ban nhân dân xã Đồng Quý",
        "unit": "tổ chuyên môn",
        "head": "Hiệu trưởng Đặng Thị Yến",
        "year": "2026",
    },
    "cơ quan": {
        "form": "cơ quan",
        "name": "Sở Thủy lợi tỉnh Sơn Hải",
        "locality": "tỉnh Sơn Hải",
        "place": "Sơn Hải",
        "superior": "Ủy ban nhân dân tỉnh Sơn Hải",
        "unit": "phòng",
        "head": "Giám đốc Phan Văn Đại",
        "year": "2026",
    },
}
OFFICES["trường, năm học"] = OFFICES["trường"] | {"year": "2024-2025"}
UNITS = {"xã": 9, "phường": 3, "trường": 2, "trường, năm học": 2, "cơ quan": 2}


def filled(root: Path, form: str) -> Workspace:
    """The office's workspace with its three tables filled in, in Excel, as its clerk does it."""
    new_workspace(root, answers_of(OFFICES[form]))
    folder = root / "data" / "office"
    office = read_yaml((folder / "office.yaml").read_bytes(), "office.yaml", Office).value
    assert office
    kind = office.unit_kind
    living = {"front_head": "Hồ Thị Mận", "households": 120} if kind.is_residential else {"members": 7}
    units = [
        Unit(key=f"dv-{number}", name=f"{kind.name} số {number}", leader="Trịnh Văn Ổi", **living)
        for number in range(1, UNITS[form] + 1)
    ]
    team = Collective(
        key="van-phong", name="Văn phòng", head="Quách Thị Na", head_position="Chánh Văn phòng", members=9
    )
    person = Person(
        key="ta-van-dao",
        name="Tạ Văn Đào",
        gender=Gender.MALE,
        born_on=date(1985, 3, 12),
        hometown="Sơn Hải",
        residence="Sơn Hải",
        position="Chuyên viên",
        collective="van-phong",
    )
    (folder / "groups.xlsx").write_bytes(write_table(units, Unit, "Bảng", office))
    (folder / "collectives.xlsx").write_bytes(write_table([team], Collective, "Bảng", office))
    (folder / "people.xlsx").write_bytes(write_table([person], Person, "Bảng", office))
    return Workspace(root)
