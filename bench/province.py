"""A simulated province: its offices built one after the other, by two processes, and by Dask with two workers.

    python bench/province.py                     100 offices of about 200 documents, Word only
    python bench/province.py --offices 4

Prints documents an hour and the largest memory of a process in each way, what Dask adds to two processes, and on paper
what ten such machines give. Wall time counts here, so the machine should do nothing else.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MACHINES = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--offices", type=int, default=100, help="how many (100)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        _found(folder / "mau", options.offices)
        one = _built(folder, "1 process", ["--jobs", "1"])
        two = _built(folder, "2 processes", ["--jobs", "2"])
        with_dask = _on_dask(folder)
    _say(f"two processes beside one: {one / two:.2f} times as fast")
    _say(f"Dask beside two processes: {with_dask / two:.2f} of its time")
    _say(f"on paper, {MACHINES} such machines by Dask: {with_dask / MACHINES:.0f} s, as long as the storage keeps up")


def _found(template: Path, offices: int) -> None:
    """As many copies of the sample: under another name its tables would have to be another office's too."""
    made = [sys.executable, "-m", "vanban", "new", "--sample", str(template)]
    subprocess.run(made, check=True, stdout=subprocess.PIPE)
    for number in range(offices):
        shutil.copytree(template, template.parent / "tinh" / f"phuong-{number:03d}")


def _built(folder: Path, way: str, how: list[str]) -> float:
    """Seconds of building all of them from nothing."""
    for output in sorted(folder.glob("tinh/*/output")):
        shutil.rmtree(output)
    command = [sys.executable, "-m", "vanban", "province", "build", str(folder / "tinh"), "--no-pdf", "--json"]
    board = folder / "bang.json"
    board.unlink(missing_ok=True)
    start = time.perf_counter()
    done = subprocess.run([*command, "--board", str(board), *how], stdout=subprocess.PIPE)
    seconds = time.perf_counter() - start
    rows = json.loads(done.stdout)["rows"]
    if failed := [row["reason"] for row in rows if row["state"] == "chưa xong"]:
        raise SystemExit(f"{len(failed)} offices were not built: {failed[0]}")
    documents = sum(row["documents"] for row in rows)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    _say(
        f"{way:14}: {len(rows)} offices, {documents} documents in {seconds:.0f} s, "
        f"{3600 * documents / seconds:,.0f} an hour, "
        f"at most {memory:.0f} MB a process so far"
    )
    return seconds


def _on_dask(folder: Path) -> float:
    meeting = folder / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    begun = [
        subprocess.Popen(
            [
                *dask,
                "scheduler",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--no-dashboard",
                "--scheduler-file",
                str(meeting),
            ],
            stderr=subprocess.DEVNULL,
        )
    ]
    try:
        while not meeting.is_file():
            time.sleep(0.1)
        worker = [*dask, "worker", "--scheduler-file", str(meeting), "--no-nanny", "--nthreads", "1", "--no-dashboard"]
        begun += [
            subprocess.Popen([*worker, "--local-directory", str(folder / name)], stderr=subprocess.DEVNULL)
            for name in "ab"
        ]
        return _built(folder, "Dask, 2 workers", ["--scheduler", json.loads(meeting.read_bytes())["address"]])
    finally:
        for process in begun:
            process.kill()
            process.wait()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
