"""What ``vanban check`` says of the council's votes: the file, the row, the article, the numbers."""

from __future__ import annotations

from typing import Any

from vanban.domain.finding import Finding
from vanban.domain.selection import CouncilVote
from vanban.ingest import read_table, write_table
from vanban.workflows.check import check
from vanban.workspace import Workspace


def found(workspace: Workspace) -> list[Finding]:
    """What is told besides what the sample's own words are known for: a small letter in its name, an unnamed annex."""
    return [one for one in check(workspace).findings if one.rule not in ("unit_capital", "annex_unnamed")]


def with_vote(workspace: Workspace, position: int, **changes: Any) -> list[str]:
    """What is said after the figures of one row are changed."""
    place = workspace.root / "data" / "2024" / "votes.xlsx"
    read = read_table(place.read_bytes(), place.name, CouncilVote).value
    assert read is not None
    rows = list(read)
    rows[position] = rows[position].model_copy(update=changes)
    place.write_bytes(write_table(rows, CouncilVote, "Bỏ phiếu"))
    return [str(finding) for finding in found(workspace)]


def test_the_votes_of_the_sample_year_are_in_order(workspace: Workspace) -> None:
    assert found(workspace) == []


def test_a_nominee_who_falls_short_is_named_at_the_row_of_the_nomination(workspace: Workspace) -> None:
    short, count = with_vote(workspace, 1, in_favour=7, against=2)
    assert short == (
        "Bảng Đề nghị khen thưởng (2024/nominations.xlsx), "
        "trang “Đề nghị khen thưởng”, dòng 3, cột A (Mã đối tượng): Lê Văn C: “Chiến sĩ "
        "thi đua cơ sở” cần bỏ phiếu, từ 80% trở lên tính trên tổng số thành viên Hội đồng: ít nhất 8/9 phiếu, mới "
        "được 7/9 (77,8%). (khoản 7 Điều 30 Nghị định số 98/2023/NĐ-CP) Đang ghi: “le-van-c”. Cách sửa: Hãy đưa khỏi "
        "danh sách đề nghị, hoặc sửa số phiếu nếu nhập nhầm."
    )
    assert "cột E (Số người đạt Lao động tiên tiến)" in count, "who falls short is one fewer in the table of ratings"


def test_votes_that_do_not_sum_up_are_told_at_their_row(workspace: Workspace) -> None:
    [said] = with_vote(workspace, 0, in_favour=9, against=1)
    assert said.startswith(
        "Bảng Kết quả bỏ phiếu (2024/votes.xlsx), trang “Bỏ phiếu”, dòng 2, cột C (Số phiếu đồng ý): Trần Thị B: "
    )
    assert "(hợp lệ: 9; đồng ý: 9; không đồng ý: 1)." in said


def test_ballots_that_do_not_sum_up_are_told_at_their_line(workspace: Workspace) -> None:
    place = workspace.root / "data" / "2024" / "council_meeting.yaml"
    place.write_text(place.read_text(encoding="utf-8").replace("issued: 9", "issued: 8"), encoding="utf-8")
    [said] = [str(finding) for finding in found(workspace)]
    line = place.read_text(encoding="utf-8").splitlines().index("  issued: 8") + 1
    assert said.startswith(f"Tệp Họp Hội đồng (2024/council_meeting.yaml), dòng {line}")
    assert "(phát ra: 8; thu về: 9; không thu về: 0)" in said
