"""Which files of a workspace are read, which are only named, and what is said of one that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.errors import FileUnreadable
from vanban.workflows.check import check
from vanban.workspace import Workspace, read_file


def told(workspace: Workspace) -> list[str]:
    """What is told besides what the sample's own words are known for: a small letter in its name, an unnamed annex."""
    known = ("unit_capital", "annex_unnamed")
    return [str(finding) for finding in check(workspace).findings if finding.rule not in known]


def test_a_table_that_is_open_in_excel_is_told_as_a_warning(workspace: Workspace) -> None:
    (workspace.root / "data" / "office" / "~$groups.xlsx").write_bytes(b"Lan")
    assert check(workspace).ok
    assert told(workspace) == [
        "Bảng Đơn vị dưới (office/groups.xlsx): Tệp đang mở trong Excel; những sửa đổi chưa lưu không được dùng. "
        "Cách sửa: Hãy lưu và đóng tệp rồi chạy lại."
    ]


def test_a_table_saved_as_old_excel_is_told_with_the_kind_to_save_it_as(workspace: Workspace) -> None:
    people = workspace.root / "data" / "office" / "people.xlsx"
    people.rename(people.with_suffix(".xls"))
    assert told(workspace) == [
        "Bảng Cá nhân (office/people.xlsx): Không có tệp này. Cách sửa: Hãy lưu “office/people.xls” thành kiểu .xlsx.",
        (
            "Bảng Cá nhân (office/people.xls): Chương trình không đọc kiểu tệp .xls. Cách sửa: Hãy "
            "lưu thành kiểu .xlsx hoặc .csv."
        ),
    ]


def test_a_note_beside_the_data_is_nobodys_business(workspace: Workspace) -> None:
    (workspace.root / "data" / "2024" / "ghi-chu.md").write_text("Nhớ hỏi lại số hộ.", encoding="utf-8")
    assert told(workspace) == []


def test_a_file_that_cannot_be_read_stops_with_its_path(workspace: Workspace) -> None:
    place = workspace.root / "data" / "2024" / "results.xlsx"
    place.unlink()
    place.symlink_to(place)
    with pytest.raises(FileUnreadable) as raised:
        check(workspace)
    assert str(raised.value) == (
        f"Không đọc được tệp “{place}”: máy không cho đọc. Hãy chọn tệp khác; nếu tệp đang mở trong Word hoặc "
        "Excel thì đóng lại rồi chạy lại lệnh."
    )


@pytest.mark.parametrize(("name", "reason"), [("khong-co.docx", "Không có tệp"), (".", "đây là thư mục")])
def test_what_is_no_file_is_said_plainly(tmp_path: Path, name: str, reason: str) -> None:
    with pytest.raises(FileUnreadable, match=reason):
        read_file(tmp_path / name)
