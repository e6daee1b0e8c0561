"""What goes into issuing and comes out of it: places, drafts, numbered and rendered documents, outcomes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Protocol, runtime_checkable

from vanban.domain.consistency.fault import Fault
from vanban.domain.register_entry import DocumentRequest, Entry, EntryState, ObjectRole, StoredObject, file_stem
from vanban.errors import VanbanError
from vanban.kinds import KINDS
from vanban.workflows.notice import SILENT, Notice
from vanban.workspace import Workspace

WIDEST: Final = 8888
"""The number of the preflight: no number of four digits is wider."""

_SPARE: Final = 50_000_000
_PUBLISHED: Final = {ObjectRole.WORD: ".docx", ObjectRole.PDF: ".pdf", ObjectRole.ATTACHMENT: ""}
_SLUGS: Final = {kind.name: kind.slug for kind in KINDS}
_TITLES: Final = {kind.name: kind.title for kind in KINDS}


@dataclass(frozen=True)
class Places:
    """Where the register lies, the archive, and the folder in which a clerk finds what was issued.

    ``witnesses`` are the files, apart from those, that keep the heads which were seen of the register; ``place`` names
    machine and folder, as far as they are known.
    """

    register: Path
    archive: Path
    published: Path
    spare_bytes: int = _SPARE
    witnesses: tuple[Path, ...] = ()
    place: str = ""
    restored: Path | None = None

    @property
    def publishing(self) -> Path:
        """Where copies for the clerk are made before they get their name."""
        return self.published.with_name(f".{self.published.name}.tam")

    def gone(self, folder: str) -> bool:
        """Whether no register lies where it would in the workspace ``folder`` of this machine."""
        return not Workspace(Path(folder)).register.exists()


def places_of(workspace: Workspace) -> Places:
    """Where the register, the archive and the clerk's copies of a workspace lie."""
    return Places(
        workspace.register,
        workspace.archive,
        workspace.issued,
        witnesses=workspace.witnesses,
        place=workspace.place,
        restored=workspace.restored,
    )


def published_files(places: Places, entry: Entry) -> tuple[tuple[StoredObject, Path], ...]:
    """Which objects of an issued entry a clerk finds, and where: ``2024/chung/0024_KH-UBND_2024.docx``."""
    return files_of(places, entry) if entry.state is EntryState.ISSUED else ()


def files_of(places: Places, entry: Entry) -> tuple[tuple[StoredObject, Path], ...]:
    """The same whatever has become of the number since."""
    return tuple((item, places.published / name) for item, name in file_names(entry))


def file_names(entry: Entry) -> tuple[tuple[StoredObject, str], ...]:
    """The same by their names from the clerk's folder on, with ``/`` on every system.

    What was issued with a document lies beside it: ``0024_QD-UBND_2024_danh-sach-khen-thuong.docx``.
    """
    start = f"{entry.year}/{entry.series}/{file_stem(entry)}"
    return tuple((item, start + _ending(item)) for item in entry.objects if item.role in _PUBLISHED)


def _ending(item: StoredObject) -> str:
    if item.role is not ObjectRole.ATTACHMENT:
        return _PUBLISHED[item.role]
    kind, _, ending = item.name.rpartition(".")
    return f"_{_SLUGS.get(kind, kind)}.{ending}"


def attachment_title(item: StoredObject) -> str:
    """What a clerk calls what lies beside a document, ``Danh sách trích ngang``; "" of the document itself."""
    kind = item.name.rpartition(".")[0]
    return _TITLES.get(kind, kind) if item.role is ObjectRole.ATTACHMENT else ""


@dataclass(frozen=True)
class Draft:
    """A document that asks for a number, with everything that it is made from: data, template, settings, by name."""

    request: DocumentRequest
    inputs: Mapping[str, bytes]


@dataclass(frozen=True)
class Numbered:
    """A document as it is to be rendered: its request, number and day, and the inputs it asked with."""

    request: DocumentRequest
    ordinal: int
    day: date
    inputs: Mapping[str, bytes]


@dataclass(frozen=True)
class RenderedFile:
    """One file of a rendered document."""

    role: ObjectRole
    name: str
    data: bytes


@dataclass(frozen=True)
class RenderedDocument:
    """A rendered document: its files, its pages, the hash of its content without number and day, what made it."""

    pieces: tuple[RenderedFile, ...]
    pages: int | None
    content: str
    versions: Mapping[str, str]


class Render(Protocol):
    """Makes a document from nothing but what it is given: the same bytes each time."""

    def __call__(self, numbered: Numbered, /) -> RenderedDocument: ...


@runtime_checkable
class RendersMany(Protocol):
    """A :class:`Render` that can make many documents in one go, each with the bytes that it has alone."""

    def many(self, documents: Sequence[Numbered], notice: Notice) -> tuple[RenderedDocument, ...]:
        """The documents in their order; ``notice`` hears of each, and may stop the work between two of them."""


def rendered(render: Render, documents: Sequence[Numbered], notice: Notice = SILENT) -> tuple[RenderedDocument, ...]:
    """All of ``documents``, in one go where ``render`` can. Raises what it raises of any of them, and Stopped."""
    if isinstance(render, RendersMany):
        return render.many(documents, notice)
    made = []
    for done, document in enumerate(documents, start=1):
        made.append(render(document))
        notice.done(done, len(documents))
    return tuple(made)


@dataclass(frozen=True)
class Terms:
    """On which terms a batch is issued.

    ``expected`` are the numbers that its documents should get, ``evidence`` the latest day that the office's files
    show, ``confirmed`` that a late day is right. ``judge`` is asked before the first number is taken: it raises what
    forbids it and returns what is doubtful. ``notice`` hears of each document, and may stop the batch until then.
    """

    expected: Sequence[int | None] = ()
    evidence: date | None = None
    confirmed: bool = False
    judge: Callable[[], tuple[Fault, ...]] = tuple
    notice: Notice = SILENT


PLAIN: Final = Terms()
"""Nothing is expected, known or judged, and nobody waits."""


@dataclass(frozen=True)
class Stuck:
    """A batch that has its numbers and cannot be finished now: to be tried again, or its numbers given up."""

    batch: str
    entries: tuple[Entry, ...]
    fault: VanbanError

    def to_json(self) -> dict[str, object]:
        """The entries, and what keeps them."""
        return {"entries": [entry.to_json() for entry in self.entries], "error": self.fault.to_json()}


@dataclass(frozen=True)
class Recovery:
    """What dead processes had left: finished now, or stuck."""

    finished: tuple[Entry, ...] = ()
    stuck: tuple[Stuck, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What is issued, where the clerk finds it, whether it had been asked for before, what was put right first, and
    what the law of its day makes doubtful."""

    entries: tuple[Entry, ...]
    files: tuple[Path, ...]
    repeated: bool
    recovery: Recovery = Recovery()
    doubts: tuple[Fault, ...] = ()
