"""The offices of a province are shared by real workers of a real Dask scheduler, also when one of them dies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import dask.config
import pytest
from province.conftest import command, told, watched, word_files

from vanban.batch import run_on_cluster
from vanban.errors import SchedulerCertificates, SchedulerUnreachable


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers with one process each; the scheduler's address."""
    meeting = tmp_path / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = subprocess.Popen(
        [*dask, "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(meeting)],
        **quiet,  # type: ignore[call-overload]
    )
    worker = [*dask, "worker", "--scheduler-file", str(meeting), "--no-nanny", "--nthreads", "1", "--no-dashboard"]
    folders = [tmp_path / f"worker-{number}" for number in (1, 2)]
    while not meeting.is_file():
        with pytest.raises(subprocess.TimeoutExpired):
            scheduler.wait(timeout=0.1)
    workers = [subprocess.Popen([*worker, "--local-directory", str(one)], **quiet) for one in folders]  # type: ignore[call-overload]
    try:
        yield json.loads(meeting.read_bytes())["address"], workers
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def test_all_is_built_with_the_bytes_of_the_single_command_though_a_worker_dies(
    province: Callable[[int], Path], alone: dict[str, str], cluster: tuple[str, list[subprocess.Popen[bytes]]]
) -> None:
    address, workers = cluster
    folder = province(3)
    asked = command("build", "--scheduler", address, folder=folder)
    running = subprocess.Popen(asked, stdout=subprocess.DEVNULL, env=dict(os.environ))
    for done in watched(running, folder / "bang.json"):
        if done == 1:
            workers[0].kill()
    assert running.returncode == 0
    assert [word_files(folder / f"xa-{number}") for number in range(1, 4)] == [alone] * 3
    again = told("build", "--scheduler", address, folder=folder)
    assert {row["state"] for row in again["rows"]} == {"không đổi"}


def test_a_scheduler_that_does_not_answer_is_told() -> None:
    with pytest.raises(SchedulerUnreachable, match=r"máy điều phối tại “tcp://127\.0\.0\.1:1”"):
        run_on_cluster(["xa-1"], Path, scheduler="tcp://127.0.0.1:1", connect_s=0.1)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tls://127.0.0.1:1", {}),
        ("tls://127.0.0.1:1", {"distributed.comm.tls.ca-file": "khong-co.pem"}),
        ("tcp://127.0.0.1:1", {"distributed.comm.require-encryption": True}),
    ],
    ids=["no certificates", "certificates that are not there", "no encryption where it is asked for"],
)
def test_a_way_without_the_certificates_that_it_needs_is_told(address: str, said: dict[str, object]) -> None:
    with dask.config.set(said), pytest.raises(SchedulerCertificates, match="chưa có chứng thư đọc được"):  # type: ignore[no-untyped-call]
        run_on_cluster(["xa-1"], Path, scheduler=address, connect_s=0.1)
