"""The whole year, every PDF of it, twice in other surroundings, to the byte: ``make torture`` runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from vanban.workspace import create


def test_two_builds_of_the_whole_year_in_other_surroundings_give_the_same_word_files_and_pdfs(tmp_path: Path) -> None:
    surroundings = [
        {"TZ": "Asia/Ho_Chi_Minh", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"},
    ]
    contents = []
    for position, environment in enumerate(surroundings):
        made, _ = create(tmp_path / ("a" * (position + 1)) / "thi đua")
        result = subprocess.run(
            [sys.executable, "-c", "from vanban.cli import main; main()", "build", "--jobs", str(position + 1)],
            capture_output=True,
            text=True,
            cwd=made.root,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
            check=False,
        )
        assert result.returncode == 0, result.stderr
        contents.append(
            {path.relative_to(made.output).as_posix(): path.read_bytes() for path in made.output.rglob("*.*")}
        )
    assert contents[0].keys() == contents[1].keys()
    assert [name for name in contents[0] if contents[0][name] != contents[1][name]] == []
    assert sum(name.endswith(".pdf") for name in contents[0]) > 40
