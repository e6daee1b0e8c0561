"""Lead many Word files through several starts of LibreOffice at once; each file ends as a PDF or as a fault."""

from __future__ import annotations

import hashlib
import math
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from vanban import durable, gate
from vanban.domain.finding import visible
from vanban.errors import (
    ConverterCrashed,
    ConverterHung,
    ConverterRefused,
    ConverterUnusable,
    DamagedPdf,
    PackageError,
    PdfFault,
    VanbanError,
)
from vanban.pdf.converter import Converter
from vanban.pdf.normalise import normalised
from vanban.pdf.reading import font_warnings, page_count
from vanban.pdf.soffice import Ending, Start
from vanban.pdf.steady import steadied

LIMIT_S = 90.0
"""How long LibreOffice may work on one file: a cold start on an old PC takes half a minute."""

# LibreOffice silently drops what comes after its 253rd argument; one start costs as much as ten files.
_LARGEST_CHUNK = 100
_SMALLEST_CHUNK = 10
_ATTEMPTS = 2
# So many starts went wrong and no file has come out yet: it is not the files.
_FRUITLESS_STARTS = 4
_GLANCE_S = 0.05


@dataclass(frozen=True)
class Converted:
    """A PDF, how many pages it has, and what a clerk should know about its fonts (Vietnamese sentences)."""

    data: bytes
    pages: int
    warnings: tuple[str, ...] = ()


Outcome = Converted | VanbanError


def _unheard(_name: str, _outcome: Outcome) -> None:
    """Nobody waits for an outcome."""


def _unasked() -> None:
    """Nobody asks for an early end."""


@dataclass(frozen=True)
class Watch:
    """Whoever waits. ``done`` hears each outcome as it comes, in no fixed order, so that it can be written at once.

    ``glance`` is called many times a second while an outcome is missing: what it raises ends the work at once, and the
    outcomes that were not told yet are lost.
    """

    done: Callable[[str, Outcome], None] = _unheard
    glance: Callable[[], None] = _unasked


_NOBODY = Watch()


def convert(
    converter: Converter,
    documents: Mapping[str, bytes],
    *,
    workers: int = 1,
    limit_s: float = LIMIT_S,
    watch: Watch = _NOBODY,
) -> dict[str, Outcome]:
    """Convert Word files (name → bytes) to PDF; an outcome for every name, in the order of ``documents``.

    ``workers`` starts of LibreOffice run at once, each with a private profile. A file that yields no PDF is tried once
    more, alone and with a fresh profile; then its outcome is the :class:`~vanban.errors.PdfFault`. What is no plain
    Word file never reaches LibreOffice (of an empty one it would make a blank page): the outcome is the gate's
    :class:`~vanban.errors.PackageError`. Whatever ends this call, also Ctrl-C, leaves no LibreOffice running. Raises
    :class:`~vanban.errors.FileFault` where the temporary folder cannot be written.
    """
    with durable.scratch_folder() as folder:
        crew = _Crew(converter, folder, documents, limit_s, watch)
        crew.work(workers)
        return {name: crew.outcomes[name] for name in documents}


@dataclass
class _Line:
    """One worker: its start of LibreOffice, and the profile that serves until a start goes wrong."""

    number: int
    start: Start | None = None
    profiles: int = 0
    worn: bool = True


class _Crew:
    """The files still to do, the lines at work on them, and the outcomes so far."""

    def __init__(
        self,
        converter: Converter,
        folder: Path,
        documents: Mapping[str, bytes],
        limit_s: float,
        watch: Watch,
    ) -> None:
        self.outcomes: dict[str, Outcome] = {}
        self._converter = converter
        self._folder = folder
        self._documents = documents
        self._limit_s = limit_s
        self._watch = watch
        # A file is called after its bytes: neither its neighbours nor its place among them can get into the PDF.
        self._names: dict[str, list[str]] = {}
        for name, data in documents.items():
            self._names.setdefault(hashlib.sha256(data).hexdigest()[:24], []).append(name)
        self._attempts = dict.fromkeys(self._names, 0)
        self._queue: deque[tuple[str, ...]] = deque()
        self._starts = 0
        self._fruitful = False
        self._fruitless = 0

    def work(self, workers: int) -> None:
        """Go on until every file has its outcome."""
        digests = tuple(self._names)
        size = min(_LARGEST_CHUNK, max(_SMALLEST_CHUNK, math.ceil(len(digests) / workers)))
        self._queue.extend(digests[first : first + size] for first in range(0, len(digests), size))
        lines = [_Line(number) for number in range(workers)]
        try:
            while len(self.outcomes) < len(self._documents):
                self._watch.glance()
                for line in lines:
                    self._tend(line)
                time.sleep(_GLANCE_S)
        finally:
            for line in lines:
                if line.start:
                    line.start.kill()

    def _tend(self, line: _Line) -> None:
        """Collect from a line whose LibreOffice has ended; give an idle line its next files."""
        if line.start and (ending := line.start.ending()):
            start, line.start = line.start, None
            line.worn = ending is not Ending.FINISHED
            self._collect(start, ending)
        if line.start is None and self._queue:
            digests = self._queue.popleft()
            copies = {digest: copy for digest in digests if (copy := self._admitted(digest))}
            if copies:
                self._begin(line, copies)

    def _admitted(self, digest: str) -> bytes | None:
        """LibreOffice's copy of a file that the gate lets through; what it says against it is the outcome."""
        first = self._names[digest][0]
        try:
            return steadied(gate.open_package(self._documents[first], name=first, kind="docx"))
        except PackageError as error:
            says = {name: type(error)(**{**error.facts, "name": visible(name)}) for name in self._names[digest]}
            self._settle(says)
            return None

    def _begin(self, line: _Line, files: Mapping[str, bytes]) -> None:
        if line.worn or any(self._attempts[digest] for digest in files):
            line.profiles, line.worn = line.profiles + 1, False
        self._starts += 1
        folder = self._folder / f"start-{self._starts}"
        home = self._folder / f"profile-{line.number}-{line.profiles}"
        try:
            line.start = Start(self._converter, folder, home, files, self._limit_s)
        except OSError:
            self._give_up()

    def _collect(self, start: Start, ending: Ending) -> None:
        missing: dict[str, type[PdfFault]] = {}
        for digest in start.names:
            judged = _judged(start.output(digest))
            if isinstance(judged, Converted):
                self._settle(dict.fromkeys(self._names[digest], judged))
                self._fruitful = True
            else:
                missing[digest] = judged
        if ending is Ending.FINISHED:
            self._blame(missing)
            return
        # Files are worked off in order: the first without a PDF stopped the work, the rest had no chance yet.
        fault = ConverterHung if ending is Ending.HUNG else ConverterCrashed
        first, rest = tuple(missing)[:1], tuple(missing)[1:]
        if rest:
            self._queue.appendleft(rest)
        self._blame(dict.fromkeys(first, fault))
        self._fruitless += 1
        if not self._fruitful and self._fruitless >= _FRUITLESS_STARTS:
            self._give_up()

    def _blame(self, faults: Mapping[str, type[PdfFault]]) -> None:
        for digest, fault in faults.items():
            self._attempts[digest] += 1
            if self._attempts[digest] < _ATTEMPTS:
                self._queue.append((digest,))
            else:
                self._fail(digest, fault)

    def _fail(self, digest: str, fault: type[PdfFault]) -> None:
        seconds = round(self._limit_s)
        self._settle({name: fault(name=visible(name), seconds=seconds) for name in self._names[digest]})

    def _settle(self, outcomes: Mapping[str, Outcome]) -> None:
        for name, outcome in outcomes.items():
            self.outcomes[name] = outcome
            self._watch.done(name, outcome)

    def _give_up(self) -> None:
        """LibreOffice does not work at all: every file that is left shares that fault."""
        self._queue.clear()
        for digest, names in self._names.items():
            if names[0] not in self.outcomes:
                self._fail(digest, ConverterUnusable)


def _judged(data: bytes | None) -> Converted | type[PdfFault]:
    """What came out for one file: only a PDF that opens and has pages counts."""
    if data is None:
        return ConverterRefused
    try:
        pages = page_count(data)
        final = normalised(data)
        return Converted(final, pages, font_warnings(final))
    except DamagedPdf:
        return DamagedPdf
