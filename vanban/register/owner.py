"""Which process works on a batch, told so that a later process with the same id is not mistaken for it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_PROCESSES = Path("/proc")


@dataclass(frozen=True)
class Owner:
    """A process: its id, when it started (in the system's own measure) and the run of the machine it belongs to."""

    pid: int
    started: str
    boot: str


def this_process() -> Owner:
    """The running process."""
    return Owner(os.getpid(), _started(os.getpid()) or "", _boot())


def alive(owner: Owner) -> bool:
    """Whether that very process still runs, be it stopped; another with its id does not count."""
    return owner.boot == _boot() and _started(owner.pid) == owner.started


def _boot() -> str:
    path = _PROCESSES / "sys/kernel/random/boot_id"
    return path.read_text(encoding="ascii").strip() if path.exists() else ""


def _started(pid: int) -> str | None:
    """When the process with that id started; nothing where there is none or only its remains."""
    if sys.platform == "win32":
        return _started_on_windows(pid)
    if _PROCESSES.is_dir():
        try:
            fields = (_PROCESSES / str(pid) / "stat").read_bytes().rpartition(b")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            return None
        return None if fields[0] in (b"Z", b"X") else fields[19].decode("ascii")
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return None
    except PermissionError:
        pass
    return ""


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY_LIMITED_INFORMATION = 0x1000
    _STILL_ACTIVE = 259

    def _started_on_windows(pid: int) -> str | None:
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, pid)
        if not handle:
            return None
        try:
            created, ended, in_kernel, in_user = (wintypes.FILETIME() for _ in range(4))
            code = wintypes.DWORD()
            kernel.GetExitCodeProcess(handle, ctypes.byref(code))
            kernel.GetProcessTimes(handle, *(ctypes.byref(time) for time in (created, ended, in_kernel, in_user)))
        finally:
            kernel.CloseHandle(handle)
        if code.value != _STILL_ACTIVE:
            return None
        return str((created.dwHighDateTime << 32) + created.dwLowDateTime)
