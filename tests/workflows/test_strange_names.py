"""Names of the sample and earlier names of an office: told with their place wherever they were left standing."""

from __future__ import annotations

from pathlib import Path

import pytest
from office_papers import word_file
from own_offices import filled

from vanban.domain.finding import Severity
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.check import check
from vanban.workspace import Workspace


@pytest.fixture
def commune(tmp_path: Path) -> Workspace:
    return filled(tmp_path / "xa", "xã")


def errors(workspace: Workspace) -> list[str]:
    return [str(one) for one in check(workspace).findings if one.severity is Severity.ERROR]


def change(workspace: Workspace, name: str, old: str, new: str) -> None:
    path = workspace.root / "data" / name
    said = path.read_text("utf-8")
    assert old in said
    path.write_text(said.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize("name", ["phường Ngô Quyền", "UBND PHƯỜNG NGÔ QUYỀN", "ông Vũ Trí Khánh"])
def test_a_name_of_the_sample_in_a_text_is_an_error_at_its_line(commune: Workspace, name: str) -> None:
    change(commune, "2026/plan.yaml", "body:", f"body:\n  - section: Giao {name} thực hiện")
    (told,) = errors(commune)
    assert "2026/plan.yaml" in told and "dòng " in told
    assert "là tên của bộ dữ liệu mẫu, không phải của Ủy ban nhân dân xã Đồng Quý" in told


def test_a_name_of_the_sample_in_a_table_and_in_a_template_is_told(commune: Workspace) -> None:
    folder = commune.root / "templates" / "docx"
    folder.mkdir(parents=True)
    (folder / "letter.docx").write_bytes(word_file("UBND PHƯỜNG NGÔ QUYỀN", "Kính gửi"))
    head = "Mã thôn,Tên thôn,Trưởng thôn,Trưởng ban công tác Mặt trận,Số hộ"
    (commune.root / "data" / "office" / "groups.xlsx").unlink()
    (commune.root / "data" / "office" / "groups.csv").write_text(
        f"{head}\ndv-1,Thôn 1 phường Ngô Quyền,Trịnh Văn Ổi,Hồ Thị Mận,90\n", "utf-8"
    )
    told = errors(commune)
    assert any("office/groups.csv" in one and "dòng 2" in one and "bộ dữ liệu mẫu" in one for one in told)
    assert any("templates/docx/letter.docx" in one and "“PHƯỜNG NGÔ QUYỀN”" in one for one in told)


def test_a_place_from_which_somebody_comes_may_bear_that_name(commune: Workspace) -> None:
    head = "Mã người,Họ và tên,Giới tính,Ngày sinh,Quê quán,Nơi thường trú,Chức vụ,Mã tập thể"
    (commune.root / "data" / "office" / "people.xlsx").unlink()
    (commune.root / "data" / "office" / "people.csv").write_text(
        f"{head}\nta-van-dao,Tạ Văn Đào,Nam,12/3/1985,phường Ngô Quyền,Đồng Quý,Chuyên viên,van-phong\n", "utf-8"
    )
    assert errors(commune) == []


FORMER = 'former_names:\n  - {name: "xã Đồng Lạc", valid_to: 30/6/2025, now: "xã Đồng Quý"}\nsuperior:'


def test_an_earlier_name_of_the_office_is_an_error_in_a_paper_after_it(commune: Workspace) -> None:
    change(commune, "office/office.yaml", "superior:", FORMER)
    assert errors(commune) == []
    change(commune, "2026/plan.yaml", "body:", "body:\n  - section: Các thôn của Xã Đồng Lạc")
    (told,) = errors(commune)
    assert "2026/plan.yaml" in told and "Tên gọi này không còn" in told and "Hãy viết “xã Đồng Quý”" in told
    change(commune, "2026/plan.yaml", "Xã Đồng Lạc", "xã Đồng Lạc (nay là xã Đồng Quý)")
    assert errors(commune) == []


def test_an_earlier_name_that_only_a_letterhead_says_is_found_in_the_finished_file(commune: Workspace) -> None:
    change(commune, "office/office.yaml", "superior:", FORMER)
    change(commune, "office/office.yaml", '"XÃ ĐỒNG QUÝ"', '"XÃ ĐỒNG LẠC"')
    made = build(commune, BuildRequest(wanted=("plan",), with_pdf=False, workers=1))
    assert any("ke-hoach.docx" in str(one) and "XÃ ĐỒNG LẠC" in str(one) for one in made.findings)
