"""Find LibreOffice on this machine."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

KNOWN_PLACES: tuple[Path, ...] = tuple(
    Path(place)
    for place in (
        "/usr/bin/soffice",
        "/usr/lib/libreoffice/program/soffice",
        "/opt/libreoffice/program/soffice",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
        "C:/Program Files/LibreOffice/program/soffice.com",
        "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    )
)
"""Where installers put LibreOffice when they do not put it on the search path."""

_REGISTRY_KEY = r"SOFTWARE\LibreOffice\UNO\InstallPath"
"""Its own value is the folder of soffice.exe; beside it lies soffice.com, which waits until its work is done."""

# Without these, programs do not start on Windows; the rest of the clerk's environment stays out.
_PASSED_ON = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PROGRAMDATA", "PROGRAMFILES")


@dataclass(frozen=True)
class Converter:
    """The program ``soffice`` and the variables of the machine's environment that it needs to start."""

    program: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def mark(self) -> str:
        """Which LibreOffice it is: another one, or one that was updated, may lay a page out differently.

        Nothing in its folder says so more exactly than the names and sizes of the program's own files.
        """
        files = sorted(path for path in self.program.resolve().parent.iterdir() if path.is_file())
        return sha256("".join(f"{path.name} {path.stat().st_size}\n" for path in files).encode()).hexdigest()[:12]


def _registered() -> tuple[Path, ...]:
    """Where the installer told Windows that LibreOffice lies; elsewhere there is no such registry.

    Its key is there for every user or for one, and in the 32-bit half of the registry for a 32-bit LibreOffice.
    """
    found: list[Path] = []
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
            for half in (winreg.KEY_WOW64_64KEY, winreg.KEY_WOW64_32KEY):
                with suppress(OSError), winreg.OpenKey(root, _REGISTRY_KEY, access=winreg.KEY_READ | half) as key:
                    value, sort = winreg.QueryValueEx(key, "")
                    if sort == winreg.REG_SZ and isinstance(value, str):
                        found.append(Path(value) / "soffice.com")
    return tuple(found)


def find_converter(environment: Mapping[str, str], places: Sequence[Path] = KNOWN_PLACES) -> Converter | None:
    """LibreOffice from the ``PATH`` of ``environment``, else what Windows knows, else the first of ``places``.

    ``None`` where none of them can be run.
    """
    on_path = shutil.which("soffice", path=environment.get("PATH", ""))
    candidates = ([Path(on_path)] if on_path else []) + [*_registered(), *places]
    passed_on = {name: environment[name] for name in _PASSED_ON if name in environment}
    for program in candidates:
        if program.is_file() and os.access(program, os.X_OK):
            return Converter(program.absolute(), passed_on)
    return None
