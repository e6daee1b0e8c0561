"""Many jobs on many processes, some of which fail, die or are interrupted."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from batch_deeds import blunder, die_of_thirteen, die_once, double, own_pid, refuse_thirteen

from vanban.batch import run
from vanban.errors import DiskFull, WorkerCrashed


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_outcomes_come_in_the_order_of_the_jobs_whatever_the_number_of_processes(workers: int) -> None:
    assert run(range(100), double, workers=workers) == [number * 2 for number in range(100)]


def test_no_jobs_have_no_outcomes() -> None:
    assert run([], double, workers=4) == []


def test_one_process_means_this_one_and_more_mean_others() -> None:
    assert set(run(range(4), own_pid, workers=1)) == {os.getpid()}
    others = set(run(range(40), own_pid, workers=2))
    assert os.getpid() not in others
    assert 1 <= len(others) <= 2


@pytest.mark.parametrize("workers", [1, 2])
def test_a_job_that_fails_stops_no_other_and_says_why(workers: int) -> None:
    outcomes = run(range(40), refuse_thirteen, workers=workers)
    failure = outcomes[13]
    assert isinstance(failure, DiskFull)
    assert str(failure) == (
        "Ổ đĩa đầy, không ghi được “a/13.docx”. "
        "Hãy giải phóng chỗ trên ổ đĩa rồi chạy lại; các tệp đã có vẫn nguyên vẹn."
    )
    assert outcomes[:13] + outcomes[14:] == [number for number in range(40) if number != 13]


def test_a_job_that_kills_its_process_is_reported_and_the_rest_is_done() -> None:
    outcomes = run(range(250), die_of_thirteen, workers=2)
    assert [outcome for outcome in outcomes if not isinstance(outcome, WorkerCrashed)] == [
        number for number in range(250) if number % 100 != 13
    ]
    assert str(outcomes[113]) == (
        "Máy dừng đột ngột khi đang làm “113”. "
        "Hãy đóng bớt chương trình cho đủ bộ nhớ rồi chạy lại; các văn bản khác không bị ảnh hưởng."
    )


def test_a_job_whose_process_dies_once_is_done_by_another(tmp_path: Path) -> None:
    marker = str(tmp_path / "died")
    assert run([(number, marker) for number in range(10)], die_once, workers=2) == list(range(10))
    assert Path(marker).exists()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_mistake_of_the_program_is_never_taken_for_the_failure_of_a_job(workers: int) -> None:
    with pytest.raises(ZeroDivisionError):
        run(range(10), blunder, workers=workers)


@pytest.mark.parametrize(("work", "workers"), [(double, 1), (double, 2), (die_of_thirteen, 2)])
def test_each_outcome_is_heard_once(work: object, workers: int) -> None:
    heard: dict[int, object] = {}

    def hear(index: int, outcome: object) -> None:
        assert index not in heard
        heard[index] = outcome

    made = run(range(20), work, workers=workers, on_outcome=hear, largest_slice=3)  # type: ignore[arg-type]
    assert [str(heard[index]) for index in range(20)] == [str(outcome) for outcome in made]


_CLERK = """
import signal, sys
from batch_deeds import {work}
from vanban.batch import run

heard = []

def tell(index, outcome):
    heard.append(index)
    print(len(heard), flush=True)

if __name__ == "__main__":
    # A shell starts what runs behind its back with Ctrl-C switched off.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        print("ready", flush=True)
        run({jobs}, {work}, workers=2, on_outcome=tell)
    except KeyboardInterrupt:
        sys.exit(130)
"""


def _started(folder: Path, work: str, jobs: str) -> subprocess.Popen[str]:
    """A program at work on its processes, in its own group as in a terminal."""
    script = folder / "clerk.py"
    script.write_text(_CLERK.format(work=work, jobs=jobs))
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    return subprocess.Popen(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _starts_processes(pid: int) -> bool:
    """Whether the first process for jobs is there; it needs a moment more to load anything."""
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        with suppress(FileNotFoundError, ProcessLookupError):
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                return True
    return False


def test_ctrl_c_while_the_processes_start_ends_the_run_in_silence(tmp_path: Path) -> None:
    clerk = _started(tmp_path, "double", "range(3000)")
    while not _starts_processes(clerk.pid):
        assert clerk.poll() is None
    os.killpg(clerk.pid, signal.SIGINT)
    _, errors = clerk.communicate()
    assert (clerk.returncode, errors) == (130, "")


@pytest.mark.parametrize("told", ["ready", "1"])
def test_ctrl_c_ends_the_run_in_silence_with_every_file_whole(tmp_path: Path, told: str) -> None:
    output = tmp_path / "output"
    clerk = _started(tmp_path, "write_much", f"['{output}/%d.docx' % n for n in range(3000)]")
    assert clerk.stdout is not None
    while clerk.stdout.readline().strip() != told:
        assert clerk.poll() is None
    os.killpg(clerk.pid, signal.SIGINT)
    _, errors = clerk.communicate()
    assert (clerk.returncode, errors) == (130, "")
    files = [path for path in output.glob("*") if path.name != "pids"] if output.exists() else []
    assert len(files) < 3000
    assert {path.suffix for path in files} <= {".docx"}
    assert {path.stat().st_size for path in files} <= {500_000}


def test_processes_do_not_outlive_a_killed_program(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    clerk = _started(tmp_path, "hold", f"['{pids}'] * 2")
    while not pids.exists() or len(pids.read_text().splitlines()) < 2:
        assert clerk.poll() is None
    handles = [os.pidfd_open(int(pid)) for pid in pids.read_text().split()]
    clerk.kill()
    outlived = []
    for handle in handles:
        ended, _, _ = select.select([handle], [], [], 20)
        if not ended:
            outlived.append(handle)
            signal.pidfd_send_signal(handle, signal.SIGKILL)
        os.close(handle)
    clerk.communicate()
    assert outlived == []
