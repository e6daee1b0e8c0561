"""Lay returned forms into the year's folder, from where they are looked at and taken; move one away unread."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Final

from vanban import durable
from vanban.domain.register_entry import ascii_slug
from vanban.domain.work_year import WorkYear
from vanban.errors import NotAReturn
from vanban.workspace import Workspace, read_file

_READ: Final = (".xlsx", ".csv")
_AWAY: Final = "bo-ra"
_LONGEST: Final = 60


def lay_returns(workspace: Workspace, year: WorkYear, files: Iterable[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Each file under a name of ours that sounds like the one it came with; the same file again is not laid twice.

    Raises :class:`NotAReturn` where one is neither .xlsx nor .csv: then none is laid.
    """
    given = [(_stem(name), _ending(name), data) for name, data in files]
    folder = workspace.returns(year)
    durable.make_folder(folder)
    laid = []
    for stem, ending, data in given:
        place, number = folder / f"{stem}{ending}", 1
        while not durable.create(place, data) and read_file(place) != data:
            number += 1
            place = folder / f"{stem}-{number}{ending}"
        laid.append(place)
    return tuple(laid)


def laid_returns(workspace: Workspace, year: WorkYear) -> tuple[Path, ...]:
    """The files in the year's folder of returns, in order."""
    folder = workspace.returns(year)
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    return tuple(
        path
        for path in files
        if path.is_file() and path.suffix.lower() in _READ and not path.name.startswith(("~$", "."))
    )


def move_return_away(path: Path) -> None:
    """Out of the folder of returns into one beside: nobody takes it any more, nobody loses it."""
    folder = path.parent / _AWAY
    durable.make_folder(folder)
    data, place, number = read_file(path), folder / path.name, 1
    while not durable.create(place, data) and read_file(place) != data:
        number += 1
        place = folder / f"{path.stem}-{number}{path.suffix}"
    durable.remove(path)


def _stem(name: str) -> str:
    plain = PurePosixPath(name.replace("\\", "/")).stem
    return ascii_slug(plain).lower()[:_LONGEST].strip("-") or "phieu"


def _ending(name: str) -> str:
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if ending not in _READ:
        raise NotAReturn(file=name)
    return ending
