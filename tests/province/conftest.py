"""Many offices under invented names, each in a workspace of its own, and the command as an IT officer calls it."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from built_years import made_once
from click.testing import CliRunner
from own_offices import filled

from vanban.cli.app import cli
from vanban.workflows.build import BuildRequest, build

VANBAN = (sys.executable, "-m", "vanban")


def _one(folder: Path) -> None:
    filled(folder / "xa", "xã")


def _built(folder: Path) -> None:
    assert build(filled(folder / "xa", "xã"), BuildRequest(with_pdf=False)).exit_code == 0


@pytest.fixture
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A commune whose tables are filled in, nothing built."""
    return made_once(tmp_path_factory.getbasetemp(), "province", _one) / "xa"


@pytest.fixture
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The Word files of that commune, as its own build without any other makes them."""
    return word_files(made_once(tmp_path_factory.getbasetemp(), "province-alone", _built) / "xa")


@pytest.fixture
def province(office: Path, tmp_path: Path) -> Callable[[int], Path]:
    """A folder with so many offices: ``xa-1``, ``xa-2`` …"""

    def made(count: int) -> Path:
        folder = tmp_path / "tinh"
        for number in range(1, count + 1):
            shutil.copytree(office, folder / f"xa-{number}")
        return folder

    return made


def words_of(*words: str, folder: Path) -> list[str]:
    """What is typed for the offices of a folder, its board beside them."""
    return ["province", *words, str(folder), "--no-pdf", "--json", "--board", str(folder / "bang.json")]


def command(*words: str, folder: Path) -> list[str]:
    """The same as a process of its own."""
    return [*VANBAN, *words_of(*words, folder=folder)]


def told(*words: str, folder: Path) -> dict[str, Any]:
    """What the command answers, which comes to one office after another here."""
    answer = json.loads(CliRunner().invoke(cli, words_of(*words, "--jobs", "1", folder=folder)).stdout)
    assert isinstance(answer, dict)
    return answer


def states(answer: dict[str, Any]) -> dict[str, str]:
    """What became of each office, by its folder's name."""
    return {Path(row["folder"]).name: row["state"] for row in answer["rows"]}


def rows_of(board: Path) -> int:
    """How many offices a run has come to so far."""
    return len(json.loads(board.read_bytes())["rows"]) if board.is_file() else 0


def watched(running: subprocess.Popen[bytes], board: Path) -> Iterator[int]:
    """While the command runs: how many offices it has come to, a few times a second."""
    while True:
        try:
            running.wait(timeout=0.05)
        except subprocess.TimeoutExpired:
            yield rows_of(board)
        else:
            return


def word_files(workspace: Path) -> dict[str, str]:
    """Path below the output → SHA-256 of each Word file."""
    output = workspace / "output"
    return {
        path.relative_to(output).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(output.rglob("*.docx"))
    }
