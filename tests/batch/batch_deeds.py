"""Jobs for other processes to do; a module of its own, so that they load nothing else."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from vanban import durable
from vanban.errors import DiskFull


def double(number: int) -> int:
    return number * 2


def refuse_thirteen(number: int) -> int:
    if number == 13:
        raise DiskFull(path=Path("a/13.docx"))
    return number


def die_of_thirteen(number: int) -> int:
    if number % 100 == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_once(job: tuple[int, str]) -> int:
    number, marker = job
    if number == 3 and not Path(marker).exists():
        Path(marker).touch()
        os._exit(1)
    return number


def blunder(number: int) -> float:
    return 1 / (number - 3)


def own_pid(number: int) -> int:
    return os.getpid()


def write_much(path: str) -> None:
    durable.write(Path(path), b"x" * 500_000)
    with Path(path).with_name("pids").open("a") as log:
        log.write(f"{os.getpid()}\n")


def hold(path: str) -> None:
    """Report for work, then never end."""
    with Path(path).open("a") as log:
        log.write(f"{os.getpid()}\n")
    signal.pause()
