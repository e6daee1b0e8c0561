"""Issue fifty documents one by one and as one batch, as Word and with PDF: what does one more document cost?

    python bench/issue.py                        CPU milliseconds a document, and the ratio of batch to one by one
    python bench/issue.py --beside FOLDER        the same by another checkout of the program, in turn in the same run
    python bench/issue.py --documents 10

Times are CPU seconds of the process and of every LibreOffice that it starts. Ratios hold from machine to
machine, absolute figures do not. Exit code 1: a limit of the batch does not hold.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
YEAR, DAY = "2024", "05/3/2024"
_LETTER = """
- key: cong-van-{number}
  issuer: ubnd
  subject: Báo cáo số liệu thi đua, khen thưởng lần {number}
  addressees: [Các tổ dân phố]
  introduction: Để phong trào thi đua được triển khai kịp thời, thống nhất, đề nghị các đơn vị thực hiện như sau.
  body:
    - clause: Phổ biến Kế hoạch đến toàn thể cán bộ, công chức, người lao động, đoàn viên, hội viên và Nhân dân.
    - clause: Gửi số liệu lần {number} về Ủy ban nhân dân phường để tổng hợp, báo cáo.
    - text: Đề nghị các đơn vị quan tâm phối hợp, thực hiện.
  retained_copy: {{units: [TĐKT]}}
  signature: {{signatory: chu-tich, capacity: [TM.]}}
"""
WORD_MS, PDF_MS = 40, 150
"""What one more document of a batch of fifty may cost, as Word and with PDF."""
ALONE = 5
"""So many are issued one by one: each costs the same."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=50, help="how many in the batch (50)")
    parser.add_argument(
        "--beside", type=Path, help="the folder of another checkout, with an environment like this one's"
    )
    options = parser.parse_args()
    programs = {"this program": ROOT, **({"beside": options.beside.resolve()} if options.beside else {})}
    held = True
    for pdf, limit in ((False, WORD_MS), (True, PDF_MS)):
        for title, program in programs.items():
            made = _measured(program, options.documents, pdf)
            sort = "with PDF" if pdf else "Word"
            _say(
                f"{title:12} {sort:8}: {made.batch:7.1f} ms a document in a batch of {options.documents}, "
                f"{made.alone:7.1f} ms alone, {made.alone / made.batch:4.1f} times"
            )
            held = held and (program is not ROOT or made.batch <= limit)
    raise SystemExit(not held)


@dataclass(frozen=True)
class Measured:
    """CPU milliseconds of one more document: in a batch, and by a command of its own."""

    batch: float
    alone: float


def _measured(program: Path, documents: int, pdf: bool) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "van-phong"
        names = _founded(program, root, documents + ALONE)
        first = _run(program, root, names[:1], pdf)
        alone = [_run(program, root, [name], pdf) for name in names[1:ALONE]]
        batch = _run(program, root, names[ALONE:], pdf)
    # What is not of one more document: starting, reading the year; the first one of a new office pays for caches too.
    start = min(first, *alone)
    return Measured(1000 * (batch - start) / (documents - 1), 1000 * sum(alone) / len(alone))


def _founded(program: Path, root: Path, documents: int) -> list[str]:
    """A workspace of the sample with so many letters that cite nothing, all built."""
    _vanban(program, "new", "--sample", str(root))
    numbers = range(1, documents + 1)
    letters = "".join(_LETTER.format(number=number) for number in numbers)
    (root / "data" / YEAR / "letters.yaml").write_text(letters, encoding="utf-8")
    _vanban(program, "build", "letter", "--no-pdf", "--workspace", str(root))
    _vanban(program, "register", "open-series", "cong-van", "--first", "1", "--year", YEAR, "--workspace", str(root))
    return [f"letter/cong-van-{number}" for number in numbers]


def _run(program: Path, root: Path, names: list[str], pdf: bool) -> float:
    """CPU seconds of one command, with LibreOffice."""
    start = _cpu()
    how = ["--date", DAY, "--confirm-date", "--workspace", str(root), *([] if pdf else ["--no-pdf"])]
    _vanban(program, "issue", *names, *how)
    return _cpu() - start


def _vanban(program: Path, *words: str) -> None:
    command = [sys.executable, "-m", "vanban", *words]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(program)}, stdout=subprocess.PIPE, check=True)


def _cpu() -> float:
    times = os.times()
    return times.children_user + times.children_system


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
