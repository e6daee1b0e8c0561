"""What is installed carries the sample and the templates: a workspace can be made and built far from any checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_wheel_makes_and_builds_the_same_workspace_as_the_checkout(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as package:
        package.extractall(installed)
    script = (
        "from vanban import workspace; from vanban.cli import main; import sys; "
        f"assert workspace.shipped().is_relative_to({str(installed)!r}); main()"
    )

    def vanban(*arguments: str) -> None:
        environment = {**os.environ, "PYTHONPATH": str(installed)}
        subprocess.run([sys.executable, "-c", script, *arguments], cwd=tmp_path, env=environment, check=True)

    vanban("new", "thi-dua", "--sample")
    made = {path.relative_to(tmp_path / "thi-dua") for path in (tmp_path / "thi-dua").rglob("*") if path.is_file()}
    folders = (ROOT / "data" / "office", ROOT / "data" / "2024")
    own = {path.relative_to(ROOT) for folder in folders for path in folder.rglob("*") if path.is_file()}
    assert made == own | {Path("data/README.md")}
    guide = Path("docs") / "huong-dan.md"
    assert (installed / "vanban" / "shipped" / guide).read_bytes() == (ROOT / guide).read_bytes()
    vanban("build", "plan", "--no-pdf", "--workspace", "thi-dua")
    assert (tmp_path / "thi-dua" / "output" / "2024" / "1-phat-dong" / "ke-hoach.docx").is_file()
