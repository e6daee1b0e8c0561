"""A hundred and twenty mistakes and the whole message of each, in one file that a reviewer reads from end to end."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from vanban.cli.app import main
from vanban.cli.printed import LABELS
from vanban.domain.finding import Severity
from vanban.workflows.check import check
from vanban.workflows.new_workspace import new_sample
from vanban.workspace import Machine, Workspace, find
from wording.mistakes import COMMANDS, DATA, spoiled

GOLDEN = Path(__file__).parent / "mistakes.txt"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The sample office in which every mistake is made; none of them may change it."""
    root = tmp_path_factory.mktemp("sai-sot")
    new_sample(root / "thi-dua")
    return find(root / "thi-dua", Machine("may-thu", root / "may"))


def of_data(office: Workspace) -> str:
    files = office.sources(office.year(None))
    usual = {str(finding) for finding in check(office).findings}
    told = []
    for number, mistake in enumerate(DATA, 1):
        found = [one for one in check(office, files=spoiled(files, mistake)).findings if str(one) not in usual]
        found.sort(key=lambda one: one.severity is Severity.WARNING)
        lines = [f"{LABELS[one.severity]}: {one}" for one in found] or ["(không báo gì)"]
        told.append("\n".join([f"## D{number:02}. {mistake.what}", *lines]))
    return "\n\n".join(told)


def of_commands(office: Workspace, capsys: pytest.CaptureFixture[str]) -> str:
    told = []
    for number, words in enumerate(COMMANDS, 1):
        with pytest.raises(SystemExit) as ended:
            main(list(words))
        caught = capsys.readouterr()
        said = (caught.out + caught.err).strip().replace(str(office.root.parent), "…")
        said = re.sub(rf"\b{date.today():%d/}0?{date.today().month}/{date.today().year}\b", "HÔM-NAY", said)
        said = re.sub(rf"\b{date.today().year}\b", "NĂM-NAY", said)
        shown = " ".join(f'"{word}"' if " " in word else word for word in words)
        told.append(f"## L{number:02}. vanban {shown}\n{said}\n(mã kết thúc {ended.value.code})")
    return "\n\n".join(told)


def test_every_mistake_has_the_message_of_the_golden(
    office: Workspace,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.chdir(office.root)
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(office.root.parent / "may"))
    before = {path: path.stat().st_mtime_ns for path in sorted((office.root / "data").rglob("*")) if path.is_file()}
    made = f"{of_data(office)}\n\n{of_commands(office, capsys)}\n"
    assert {path: path.stat().st_mtime_ns for path in before} == before
    if request.config.getoption("--update-goldens"):
        GOLDEN.write_text(made, encoding="utf-8")
    assert GOLDEN.read_text(encoding="utf-8") == made, "run: make goldens, and read what changed"
    assert (len(DATA), len(COMMANDS)) == (60, 60)
    assert "Traceback" not in made
