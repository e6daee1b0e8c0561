"""One start of LibreOffice over a folder of Word files, watched until it ends or has to be killed."""

from __future__ import annotations

import enum
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from vanban import durable
from vanban.pdf import profile
from vanban.pdf.converter import Converter

_OPTIONS = (
    "--headless",
    "--norestore",
    "--nologo",
    "--nodefault",
)

_FAREWELL_S = 2.0
_GLANCE_S = 0.01
_DEAD = ("Z", "X")

if sys.platform == "win32":
    _FLAGS = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
else:
    _FLAGS = 0


class Ending(enum.Enum):
    """How a start ended. The exit code alone says nothing: it is 0 also where no PDF came out."""

    FINISHED = enum.auto()
    CRASHED = enum.auto()
    HUNG = enum.auto()


class Start:
    """LibreOffice at work on ``files`` (name without suffix → Word bytes) in ``folder``, in its own process group.

    It is killed with all its children when no further PDF appears for ``limit_s`` seconds. Raises :class:`OSError`
    where the program cannot be started, :class:`~vanban.errors.FileFault` where the files cannot be laid out.
    """

    suffix, made = "docx", "pdf"
    # Without the filter, HTML or garbage under the name of a Word file becomes a PDF.
    options: tuple[str, ...] = (
        "--infilter=MS Word 2007 XML", "--convert-to", "pdf:writer_pdf_Export", "--outdir", "pdf",
    )  # fmt: skip

    def __init__(
        self, converter: Converter, folder: Path, home: Path, files: Mapping[str, bytes], limit_s: float
    ) -> None:
        self.names = tuple(files)
        self._folder = folder
        self._limit_s = limit_s
        self._seen = 0
        for name, data in files.items():
            durable.write_scratch(folder / f"{name}.{self.suffix}", data)
        settings = home / "user" / "registrymodifications.xcu"
        if not settings.exists():
            durable.write_scratch(settings, profile.registry())
        self._process = subprocess.Popen(
            [
                str(converter.program),
                f"-env:UserInstallation={home.as_uri()}",
                *_OPTIONS,
                *self.options,
                *(f"{n}.{self.suffix}" for n in files),
            ],
            cwd=folder,
            env=_environment(converter, home),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=_FLAGS,
        )
        self._deadline = time.monotonic() + limit_s

    def ending(self) -> Ending | None:
        """How it ended, or ``None`` while it works. Kills it where it hangs."""
        code = self._process.poll()
        if code is not None:
            self.kill()
            return Ending.FINISHED if code == 0 else Ending.CRASHED
        if (seen := sum(1 for _ in self._folder.glob(f"{self.made}/*.{self.made}"))) > self._seen:
            self._seen, self._deadline = seen, time.monotonic() + self._limit_s
        if time.monotonic() < self._deadline:
            return None
        self.kill()
        return Ending.HUNG

    def output(self, name: str) -> bytes | None:
        """The bytes of what came out for ``name``, if anything did."""
        path = self._folder / self.made / f"{name}.{self.made}"
        return path.read_bytes() if path.is_file() else None

    def kill(self) -> None:
        """End the whole process group, also what outlived its leader; none of it is at work afterwards."""
        if sys.platform == "win32":
            command = ["taskkill", "/F", "/T", "/PID", str(self._process.pid)]
            subprocess.run(command, capture_output=True, check=False)
        else:
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()
                deadline = time.monotonic() + _FAREWELL_S  # sent at once, obeyed a moment later
                while works(self._process.pid) and time.monotonic() < deadline:
                    time.sleep(_GLANCE_S)
        self._process.wait()


def works(group: int) -> bool:
    """Whether a process of that group is still at work; on Windows, which has no such groups, none ever is.

    The dead whom their parent has not buried stay in their group, for a second or more where the first process of a
    container buries late: they are at work no longer. Where ``/proc`` does not tell them apart, all count as living.
    """
    if sys.platform == "win32":
        return False
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    states = [state for state, of in _states() if of == group]
    return not states or any(state not in _DEAD for state in states)


def _states() -> Iterator[tuple[str, int]]:
    """State and process group of each process of the machine, where ``/proc`` has them (proc_pid_stat(5))."""
    for told in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # ended since it was listed
            state, _, group, *_ = told.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            yield state, int(group)


def _environment(converter: Converter, home: Path) -> dict[str, str]:
    """Nothing of the clerk's locale, time zone or home; all of it private to this start."""
    place = str(home)
    return {
        **converter.environment,
        "HOME": place,
        "USERPROFILE": place,
        "TMPDIR": place,
        "TEMP": place,
        "TMP": place,
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SAL_USE_VCLPLUGIN": "svp",
        # Both together save 0.4 s of page faults at every start.
        "MALLOC_TRIM_THRESHOLD_": "1000000000",
        "MALLOC_MMAP_THRESHOLD_": "1000000000",
    }
