"""The texts of a year by name: where each stands in the files, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from vanban.domain.date_to_confirm import place_of
from vanban.domain.document import Document
from vanban.domain.finding import Finding
from vanban.domain.law_pack import Law
from vanban.domain.office import LegalBasis, Office
from vanban.domain.record import Record
from vanban.domain.signatory import Signatory
from vanban.domain.suggestion import did_you_mean, plain
from vanban.domain.work_year import WorkYear
from vanban.errors import DataUnfit, NoText
from vanban.ingest import DataFile, FileShape, Path, read_year
from vanban.workflows.check import EVERY_PART, TARGETS, title_of_part
from vanban.workflows.law_book import read_law
from vanban.workspace import Workspace


@dataclass(frozen=True)
class TextPlace:
    """One text: its name, the part of the year and the path in it; no ``document`` where none is written yet."""

    name: str
    part: DataFile
    path: Path
    document: Document | None


@dataclass(frozen=True)
class YearTexts:
    """What the files of a year say, as far as texts need it: which may be read even while other files are broken."""

    year: WorkYear
    sources: Mapping[str, bytes]
    files: Mapping[str, str]
    parts: Mapping[str, Any]
    findings: tuple[Finding, ...]
    law: Law

    @property
    def office(self) -> Office:
        """The office."""
        office = self.parts["office"]
        assert isinstance(office, Office)
        return office

    @property
    def signatories(self) -> tuple[Signatory, ...]:
        """Everybody who signs."""
        return tuple(self.parts.get("signatories", ()))

    @property
    def bases(self) -> Mapping[str, LegalBasis]:
        """The office's list of texts to cite, by key."""
        return {one.key: one for one in self.parts.get("legal_bases", ())}

    @property
    def has_target_table(self) -> bool:
        """Whether the plan's targets are kept in a table of their own."""
        return bool(self.parts.get(TARGETS))

    def texts(self) -> Iterator[TextPlace]:
        """Every text that is there, in the order of the table of files."""
        for part in EVERY_PART:
            if part.shape is not FileShape.TABLE and part.name in self.parts:
                for path, document in documents_in((), self.parts[part.name]):
                    name = f"{part.name}/{place_of(self.parts[part.name], path)}" if path else part.name
                    yield TextPlace(name, part, path, document)

    def text(self, name: str) -> TextPlace:
        """The text of that name, or the place of one that a year may have. Raises :class:`vanban.errors.NoText`."""
        known = {one.name: one for one in self.texts()}
        possible = {
            part.name: TextPlace(part.name, part, (), None)
            for part in EVERY_PART
            if part.shape is FileShape.RECORD and part.folder == "year" and part.model is Document
        }
        called = {plain(title_of_part(one.part)): one for one in (*possible.values(), *known.values()) if not one.path}
        found = known.get(name) or possible.get(name) or called.get(plain(name))
        if found is None:
            places = {**possible, **known}
            shown = "; ".join(f"{title_of_part(one.part)} ({one.name})" for one in known.values())
            raise NoText(name=name, nearest=did_you_mean(name, places), names=shown)
        return found


def read_texts(workspace: Workspace, year: WorkYear | None) -> YearTexts:
    """The texts of a year, the newest if none is named. Raises ``NoYear``, and ``DataUnfit`` where the office's own
    file cannot be read."""
    number = workspace.year(year)
    sources = workspace.sources(number)
    reading = read_year(sources, number, EVERY_PART)
    parts = reading.value or {}
    if "office" not in parts:
        count = f"{len(reading.findings)} chỗ"
        raise DataUnfit(year=number.phrase, count=count, findings=reading.findings)
    files = {part.name: mark.file for part in EVERY_PART if (mark := reading.places.marks.get((part.name,)))}
    law = read_law(workspace, parts["office"].province).law
    return YearTexts(number, sources, files, parts, reading.findings, law)


def documents_in(path: Path, value: Any) -> Iterator[tuple[Path, Document]]:
    """Every text in a value of the data, with the path to it."""
    if isinstance(value, Document):
        yield path, value
    elif isinstance(value, tuple):
        for position, row in enumerate(value):
            yield from documents_in((*path, position), row)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from documents_in((*path, name), getattr(value, name))


__all__ = ["TextPlace", "YearTexts", "documents_in", "read_texts"]
