"""The output folder as a build finds it, and what carrying out its decisions makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from vanban import durable
from vanban.batch import Action, BuiltDocument, RebuildStep, after_build, settled
from vanban.domain.finding import Finding
from vanban.errors import VanbanError
from vanban.workflows.rendering import RenderedWord, digest
from vanban.workspace import read_file

_REMEMBERED = 1 << 14


@dataclass(frozen=True)
class Shelf:
    """What the manifest knows of the documents, and the SHA-256 of every file that is there, by its path."""

    entries: tuple[BuiltDocument, ...]
    disk: Mapping[str, str]

    def seen(self, output: Path, paths: Iterable[str | None]) -> Shelf:
        """The same, having looked at those files of the output folder too."""
        unseen = {path for path in paths if path} - set(self.disk)
        contents = {path: content_of_file(output / path) for path in sorted(unseen)}
        found = {path: digest(content) for path, content in contents.items() if content is not None}
        return replace(self, disk={**self.disk, **found})


@dataclass(frozen=True)
class CarriedOut:
    """Decisions as they turned out, and the shelf after them; by a document's name why it could not be made."""

    shelf: Shelf
    decisions: tuple[RebuildStep, ...] = ()
    faults: Mapping[str, VanbanError] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
    wrote: bool = False


def carry_out(
    output: Path, shelf: Shelf, decisions: Sequence[RebuildStep], outcomes: Mapping[str, RenderedWord | VanbanError]
) -> CarriedOut:
    """Put each file of ``outcomes`` (path → what was rendered) in its place whole; remove what nothing calls for.

    What the program would write byte for byte is recognised as its own (:func:`vanban.batch.settled`).
    """
    made = {path: one for path, one in outcomes.items() if isinstance(one, RenderedWord)}
    turned_out = tuple(
        settled(decision, digest(made[decision.path].data)) if decision.path in made else decision
        for decision in decisions
    )
    built: dict[str, str] = {}
    gone: set[str] = set()
    notes: list[str] = []
    for decision in turned_out:
        if decision.action is Action.BUILD and decision.path in made:
            notes += _moved_aside(output, decision)
            durable.write(output / decision.path, made[decision.path].data)
            built[decision.path] = digest(made[decision.path].data)
        elif decision.action is Action.REMOVE:
            for path in decision.remove:
                durable.remove(output / path)
            gone |= set(decision.remove)
    disk = {path: sha256 for path, sha256 in shelf.disk.items() if path not in gone}
    return CarriedOut(
        shelf=Shelf(tuple(after_build(shelf.entries, turned_out, built)), {**disk, **built}),
        decisions=turned_out,
        faults={
            decision.name: outcome
            for decision in decisions
            if isinstance(outcome := outcomes.get(decision.path), VanbanError)
        },
        findings=tuple(finding for one in made.values() for finding in one.findings),
        notes=tuple(notes),
        wrote=bool(built) or any(decision.action is Action.REMOVE for decision in turned_out),
    )


def content_of_file(path: Path) -> bytes | None:
    """The bytes of a file, ``None`` where there is none. Raises :class:`vanban.errors.FileUnreadable`."""
    return read_file(path) if path.is_file() else None


def digest_on_disk(path: Path) -> str | None:
    """The SHA-256 of a file, ``None`` where there is none; read again only where size, times or place of it changed:
    a page asks of every document at every look. Raises :class:`vanban.errors.FileUnreadable`."""
    try:
        mark = path.stat()
    except OSError:
        return None
    return _digest_of(path, (mark.st_size, mark.st_mtime_ns, mark.st_ctime_ns, mark.st_ino, mark.st_dev))


@lru_cache(maxsize=_REMEMBERED)
def _digest_of(path: Path, _mark: tuple[int, ...]) -> str | None:
    content = content_of_file(path)
    return None if content is None else digest(content)


def _moved_aside(output: Path, decision: RebuildStep) -> list[str]:
    return [f"Bản cũ của {path} nay là {durable.move_aside(output / path).name}." for path in decision.aside]
