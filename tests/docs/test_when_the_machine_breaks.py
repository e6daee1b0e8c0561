"""The page “Khi máy hỏng” of the guide, followed to the letter: its own commands, from a backup alone."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from invariants import entries
from small_office import batch, draft, render

from vanban.cli.app import main
from vanban.domain.register_entry import SeriesOpening
from vanban.workflows.issuing import issue, recording
from vanban.workflows.issuing_terms import Terms, places_of
from vanban.workspace import Workspace, create

GUIDE = Path(__file__).parents[2] / "docs" / "huong-dan.md"
HANOI = timezone(timedelta(hours=7))
NUMBERS = {"ke-hoach": 2, "quyet-dinh": 1}
"""The last number of each series when the backup was made."""

Run = Callable[[str], tuple[int, str]]


def steps() -> list[str]:
    """Every command of the page, in its order."""
    page = GUIDE.read_text(encoding="utf-8").partition("### Khi máy hỏng\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"```\n(.*?)```", page, re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    return [re.split(r" {3,}", line)[0] for line in lines if line]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Type one line of the page: its drives are folders here."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state-of-the-new-machine"))

    def typed(line: str) -> tuple[int, str]:
        words = [re.sub(r"^([DE]):", rf"{tmp_path}/\1", word) for word in shlex.split(line)]
        if words[0] == "cd":
            monkeypatch.chdir(words[1])
            return 0, ""
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(words[1:])
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out + said.err

    return typed


@pytest.fixture
def backup_alone(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """What is left of an office: the backup. The workspace that is told here is gone."""
    office, _ = create(tmp_path / "D" / "cu")
    now = datetime.now(HANOI)
    with recording(places_of(office), create=True) as register:
        for series in NUMBERS:
            register.open_series(SeriesOpening(series=series, year=now.year), now, "Lan")
    for name, series in (("a", "ke-hoach"), ("b", "ke-hoach"), ("c", "quyet-dinh")):
        issue(places_of(office), batch(name, now), [draft(name, series)], render, Terms(confirmed=True))
    monkeypatch.chdir(office.root)
    assert run("vanban backup E:/sao-luu")[0] == 0
    monkeypatch.chdir(tmp_path)
    shutil.rmtree(office.root)
    return office


def test_the_page_leads_from_a_backup_to_an_office_that_issues_again(
    tmp_path: Path, run: Run, backup_alone: Workspace
) -> None:
    commands = steps()
    assert [shlex.split(line)[:2] for line in commands] == [
        ["vanban", "restore"], ["vanban", "restore"], ["cd", "D:/thi-dua"], ["vanban", "register"],
        ["vanban", "verify"], ["vanban", "check"],
    ]  # fmt: skip
    newest, older, enter, answer, *looks = commands
    code, said = run(newest)
    assert code == 0, said
    for series, ordinal in NUMBERS.items():
        assert f"“{series}” năm {datetime.now(HANOI).year}: {ordinal:02d}" in said
    run(enter)
    assert "31" in answer, "the numbers that the page takes for its example"
    code, said = run(answer)
    assert code == 0, said
    assert "cấp ngoài chương trình" in said
    for look in looks:
        code, said = run(look)
        assert code == 0, said
    now = datetime.now(HANOI)
    place = places_of(Workspace(tmp_path / "D" / "thi-dua"))
    made = issue(place, batch("d", now), [draft("d", "ke-hoach")], render, Terms(confirmed=True))
    assert [row.ordinal for row in made.entries] == [32]
    kept = {(row.series, row.ordinal) for row in entries(place)}
    assert kept == {("ke-hoach", 1), ("ke-hoach", 2), ("ke-hoach", 32), ("quyet-dinh", 1)}
    assert older.endswith(" --password")


def test_the_older_copy_is_taken_as_the_page_says(tmp_path: Path, run: Run, backup_alone: Workspace) -> None:
    (first,) = (path.stem for path in (tmp_path / "E" / "sao-luu" / "copies").glob("*.json"))
    line = steps()[1].replace("2024-12-02T09-00-00", first).removesuffix(" --password")
    assert first in line
    code, said = run(line)
    assert code == 0, said
    assert (tmp_path / "D" / "thi-dua" / "data" / "issued" / "register.sqlite").is_file()


def test_before_the_answer_no_number_is_given(run: Run, backup_alone: Workspace) -> None:
    newest, _, enter, *_ = steps()
    assert run(newest)[0] == 0
    run(enter)
    code, said = run("vanban void ke-hoach 2 --why Thử")
    assert code == 12
    assert "register continue" in said
