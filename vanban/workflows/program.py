"""Which program makes a document: its bytes may be compared only with what the very same program makes."""

from __future__ import annotations

import platform
import zlib
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

import vanban

PROGRAM: Final = "vanban"
OFFICE: Final = "LibreOffice"
_LIBRARIES: Final = ("docxtpl", "jinja2", "lxml", "python-docx", "pydantic")


@cache
def program() -> str:
    """``0.2.0+1f3a5c7e9b2d``: the release, and a mark of every line of its source.

    The release alone says too little between two releases: any changed line may change what is printed.
    """
    root = Path(vanban.__file__).parent
    mark = sha256()
    for path in sorted(root.rglob("*.py")):
        mark.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return f"{vanban.__version__}+{mark.hexdigest()[:12]}"


@cache
def _around() -> Mapping[str, str]:
    known = {name: version(name) for name in _LIBRARIES}
    return {PROGRAM: program(), "python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION, **known}


def made_by(office: str | None) -> dict[str, str]:
    """Everything that decides the bytes of a document; ``office``: the mark of the LibreOffice that makes its PDF."""
    return {**_around(), OFFICE: office} if office else dict(_around())


def without_office(versions: Mapping[str, str]) -> dict[str, str]:
    """What decides the bytes of a Word file."""
    return {name: value for name, value in versions.items() if name != OFFICE}


def release(versions: Mapping[str, str]) -> str:
    """``0.1.0``: the release that a person knows, of what made a document."""
    return versions.get(PROGRAM, "").partition("+")[0] or "không rõ"
