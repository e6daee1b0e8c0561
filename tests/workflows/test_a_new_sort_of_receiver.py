"""A sort of receiver that the program does not know is one module and its table in the year: tried in a copy."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import vanban
from vanban.word import text_of
from vanban.workspace import Workspace, create

PACKAGE = Path(vanban.__file__).parent

CLUB = '''"""Clubs of a ward, which are no collective of an office."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from vanban.domain.award import NomineeKind
from vanban.domain.receiver_row import Receiver, ReceiverRow, Sort

if TYPE_CHECKING:
    from vanban.domain.year import Year


class Club(ReceiverRow):
    """A club."""

    sort: ClassVar[Sort] = Sort("câu lạc bộ", rank=6)

    key: str = Field(title="Mã câu lạc bộ")
    name: str = Field(title="Tên câu lạc bộ")
    head: str = Field(title="Chủ nhiệm")
    members: int = Field(title="Số hội viên", ge=1)

    def as_receiver(self, year: Year) -> Receiver:
        return Receiver(
            key=self.key,
            kind=NomineeKind.COLLECTIVE,
            name=self.name,
            unit_name=self.name,
            head=self.head,
            head_post="Chủ nhiệm",
            strength=f"{self.members} hội viên",
            signs=("CHỦ NHIỆM",),
        )
'''
FIELD = '    outsiders: Rows[Outsider] = Field(default=(), title="Đối tượng ngoài cơ quan")\n'
IMPORT = "from vanban.domain.outsider import Outsider\n"
OF_CLUBS = '    clubs: Rows[Club] = Field(default=(), title="Câu lạc bộ")\n'
ROWS = """Mã câu lạc bộ,Tên câu lạc bộ,Chủ nhiệm,Số hội viên
clb-dan-vu,Câu lạc bộ Dân vũ phường Ngô Quyền,Trần Thị Hoa,45
{other},Câu lạc bộ Cờ tướng,Lê Văn Mã,12
"""
BUILT = ("campaign_decision", "award_list", "certificate")


def program(folder: Path) -> Path:
    """A copy of the program that knows clubs."""
    shutil.copytree(PACKAGE, folder / "vanban")
    for beside in ("data", "templates", "law", "starter"):
        (folder / beside).symlink_to(PACKAGE.parent / beside)
    (folder / "vanban" / "domain" / "club.py").write_text(CLUB, encoding="utf-8")
    year = folder / "vanban" / "domain" / "year.py"
    text = year.read_text(encoding="utf-8")
    for line, own in ((FIELD, OF_CLUBS), (IMPORT, "from vanban.domain.club import Club\n")):
        assert line in text
        text = text.replace(line, own + line)
    year.write_text(text, encoding="utf-8")
    return folder


def run(program: Path, *commands: Sequence[str]) -> list[tuple[int, str]]:
    """Command lines of that program, one after the other in one process: how each ends, and what it says."""
    one_by_one = (
        "import sys, vanban; from vanban.cli.app import cli; from click.testing import CliRunner\n"
        f"assert vanban.__file__.startswith({str(program)!r})\n"
        f"ends = [CliRunner().invoke(cli, command) for command in {[list(command) for command in commands]!r}]\n"
        "print(ascii([(end.exit_code, end.output) for end in ends]))"
    )
    # What stands in the folder where Python runs goes before anything that is installed.
    ran = subprocess.run([sys.executable, "-c", one_by_one], cwd=program, capture_output=True, text=True, check=True)
    found: list[tuple[int, str]] = ast.literal_eval(ran.stdout)
    return found


def office(folder: Path, other: str) -> Workspace:
    """The sample, where a campaign rewards a club in place of the young people's union; ``other`` is a second club."""
    workspace, _ = create(folder)
    campaigns = workspace.root / "data" / "2024" / "campaigns.yaml"
    text = campaigns.read_text(encoding="utf-8")
    assert "nominee: doan-thanh-nien" in text
    campaigns.write_text(text.replace("nominee: doan-thanh-nien", "nominee: clb-dan-vu"), encoding="utf-8")
    (workspace.root / "data" / "office" / "clubs.csv").write_text(ROWS.format(other=other), encoding="utf-8")
    return workspace


def test_its_rows_are_read_checked_rewarded_and_named_in_decision_list_and_certificate(tmp_path: Path) -> None:
    clashing, sound = office(tmp_path / "a", "doan-thanh-nien"), office(tmp_path / "b", "clb-co")
    refused, built = run(
        program(tmp_path / "program"),
        ("check", "--workspace", str(clashing.root)),
        ("build", *BUILT, "--no-pdf", "--jobs", "1", "--workspace", str(sound.root)),
    )
    assert refused[0] == 1
    assert "Mã này trùng với mã của tập thể" in refused[1]
    assert built[0] == 0, built[1]
    files = sound.output.rglob("*.docx")
    assert {path.name for path in files if "Câu lạc bộ Dân vũ phường Ngô Quyền" in text_of(path.read_bytes())} == {
        "quyet-dinh-dot-thi-dua-dien-bien-phu.docx",
        "danh-sach-khen-thuong-dien-bien-phu.docx",
        "giay-khen-dot-dien-bien-phu-clb-dan-vu.docx",
    }
