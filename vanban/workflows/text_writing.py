"""A text of the year as lines to be edited in a page, and such lines back into the text.

The lines are those of the editing copy in Word, each with what it is and how deep it stands; what comes back goes the
way of a copy that was edited in Word (:mod:`vanban.workflows.text_import`), so that both mean the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from vanban import durable
from vanban.domain.editing_style import ABOUT_THE_COPY, BASIS, HEAD_AND_FOOT, STYLE_OF
from vanban.domain.work_year import WorkYear
from vanban.errors import NoText, NotWritten
from vanban.law.citation import as_basis
from vanban.law.citation import bases as bases_of_law
from vanban.stationery.editing_copy import CopyLine, editing_copy
from vanban.workflows.check import title_of_part
from vanban.workflows.deed import Deed
from vanban.workflows.earlier import Earlier, Kept, keep_earlier
from vanban.workflows.tables import alone
from vanban.workflows.text_export import copy_lines
from vanban.workflows.text_import import ImportRequest, TextImported, import_text, understood
from vanban.workflows.texts import TextPlace, YearTexts, read_texts
from vanban.workspace import Workspace, read_file

KINDS_OF_LINE: Final = (*STYLE_OF.values(), *(name for name in HEAD_AND_FOOT if name != ABOUT_THE_COPY))
"""What a line may be, in words."""

_FIELD_OF: Final = {name: field for field, name in STYLE_OF.items()}


@dataclass(frozen=True)
class TextListed:
    """A text of the year: its name, the title of the file that it stands in, its subject, whether it is written."""

    name: str
    title: str
    subject: str
    written: bool

    def to_json(self) -> dict[str, object]:
        """All of it."""
        return {"name": self.name, "title": self.title, "subject": self.subject, "written": self.written}


@dataclass(frozen=True)
class OutlineLine:
    """One line of a text: what it is, inside of how many blocks it stands, the number that it prints, its words.

    ``origin`` is its place among the lines as they were opened, ``None`` for a new one.
    """

    kind: str
    depth: int
    text: str
    label: str = ""
    origin: int | None = None


@dataclass(frozen=True)
class TextOpened:
    """A text to be edited: which, its lines, a digest of its file, what was kept of that file.

    ``bases`` are the lines of the texts that it may cite: of the office's own list, then of the law.
    """

    listed: TextListed
    lines: tuple[OutlineLine, ...]
    content: str
    earlier: tuple[Kept, ...]
    bases: tuple[str, ...] = ()


@dataclass(frozen=True)
class TextEdit:
    """A text as it was edited: which, its lines now, and the digest that its file had when it was opened."""

    name: str
    year: WorkYear
    lines: tuple[OutlineLine, ...]
    seen: str


def list_texts(workspace: Workspace, year: WorkYear) -> tuple[TextListed, ...]:
    """Every text of the year that is written, in the order of the files. Raises ``NoYear``, ``DataUnfit``."""
    return tuple(_listed(place) for place in read_texts(workspace, year).texts())


def open_text(workspace: Workspace, year: WorkYear, name: str) -> TextOpened:
    """The text of that name, line by line.

    Raises ``DataUnfit``, :class:`vanban.errors.NoText`, :class:`NotWritten`.
    """
    texts = read_texts(workspace, year)
    place = _written(texts, name)
    lines = tuple(
        OutlineLine(line.outer or STYLE_OF[line.said], line.depth, line.text, line.label, number)
        for number, line in enumerate(_copied(texts, place))
    )
    file = texts.files[place.part.name]
    known = (*texts.bases.values(), *bases_of_law(texts.law).values())
    bases = dict.fromkeys(f"{BASIS} {as_basis(one)}" for one in known)
    return TextOpened(_listed(place), lines, _content(texts, place), Earlier(workspace, file).kept(), tuple(bases))


def save_text(workspace: Workspace, edit: TextEdit, deed: Deed) -> TextImported | None:
    """Write the text as the lines say; nothing, and ``None``, where its file says something else by now than when it
    was opened.

    Raises ``DataUnfit``, :class:`vanban.errors.NoText`, :class:`NotWritten`, :class:`vanban.errors.BusyTable`.
    """
    with alone(workspace), durable.scratch_folder() as folder:
        texts = read_texts(workspace, edit.year)
        place = _written(texts, edit.name)
        if edit.seen != _content(texts, place):
            return None
        path = _as_copy(texts, place, edit, folder)
        return import_text(workspace, ImportRequest(edit.name, path, edit.year, write=True, keep_years=True), deed)


def edited_files(texts: YearTexts, edit: TextEdit) -> tuple[TextPlace, Mapping[str, bytes]]:
    """Where the text stands, and every file of the year with the text in it as it was edited; nothing is written.

    Raises like :func:`save_text`; a text that could not be read again is told like any other by who checks the files.
    """
    with durable.scratch_folder() as folder:
        place = _written(texts, edit.name)
        path = _as_copy(texts, place, edit, folder)
        _, contents = understood(texts, ImportRequest(edit.name, path, edit.year, keep_years=True))
    return place, {**texts.sources, **{name: text.encode() for name, text in contents.items()}}


def take_text_back(workspace: Workspace, year: WorkYear, name: str, number: int, deed: Deed) -> None:
    """Put an earlier content of the file in which the text stands in its place again; what stands there is kept too.

    Raises :class:`vanban.errors.NoText` where nothing was kept under that number.
    """
    with alone(workspace):
        texts = read_texts(workspace, year)
        file = texts.files[texts.text(name).part.name]
        kept = Earlier(workspace, file).content(number)
        if kept is None:
            raise NoText(name=str(number), nearest="", names=file)
        keep_earlier(workspace, file, read_file(workspace.data_file(file)), deed)
        durable.write(workspace.data_file(file), kept[1])


def _written(texts: YearTexts, name: str) -> TextPlace:
    place = texts.text(name)
    if place.document is None:
        raise NotWritten(name=name, year=texts.year.phrase)
    return place


def _as_copy(texts: YearTexts, place: TextPlace, edit: TextEdit, folder: Path) -> Path:
    """The lines as the copy in Word that they stand for."""
    opened = _copied(texts, place)
    copied = tuple(_copy_line(line, opened) for line in edit.lines if line.text.strip() or _table_of(line, opened))
    assert place.document is not None
    path = folder / "loi-van.docx"
    durable.write_scratch(path, editing_copy(copied, place.document.subject))
    return path


def _copied(texts: YearTexts, place: TextPlace) -> tuple[CopyLine, ...]:
    return tuple(line for line in copy_lines(texts, place) if line.outer != ABOUT_THE_COPY)


def _copy_line(line: OutlineLine, opened: Sequence[CopyLine]) -> CopyLine:
    words = " ".join(line.text.split())
    if line.kind not in _FIELD_OF:
        return CopyLine(words, outer=line.kind)
    table = _table_of(line, opened)
    return CopyLine("" if table else words, _FIELD_OF[line.kind], line.depth, table=table.table if table else None)


def _table_of(line: OutlineLine, opened: Sequence[CopyLine]) -> CopyLine | None:
    """The line with the table that this one had when it was opened."""
    if line.origin is None or not 0 <= line.origin < len(opened) or opened[line.origin].table is None:
        return None
    return opened[line.origin]


def _content(texts: YearTexts, place: TextPlace) -> str:
    return sha256(texts.sources.get(texts.files[place.part.name], b"")).hexdigest()


def _listed(place: TextPlace) -> TextListed:
    subject = place.document.subject if place.document else ""
    return TextListed(place.name, title_of_part(place.part), subject, place.document is not None)
