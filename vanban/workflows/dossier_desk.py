"""What a clerk does with dossiers: open, fill, close, see what must be handed over; and bags for handing over."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from vanban.archive import (
    Archive,
)
from vanban.domain.dossier import (
    CREATOR_LENGTH,
    Dossier,
    DossierDocument,
    IndexLine,
    RetentionPeriod,
    index,
    is_dossier_code,
    sheets_of,
)
from vanban.domain.issuing_day import vietnam_day
from vanban.domain.register_entry import Entry, EntryKey, ObjectRole, StoredObject, ascii_slug
from vanban.domain.wording import numeric_date
from vanban.errors import NotPossible, UnfitDossierCode
from vanban.law.retention import due
from vanban.register import Register
from vanban.workflows import taking_papers
from vanban.workflows.deed import Deed
from vanban.workflows.issuing import opened, recording
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.law_book import law_of
from vanban.workflows.register_desk import last_issued
from vanban.workspace import Workspace


@dataclass(frozen=True)
class DossierRequest:
    """A dossier to be opened: number and symbol, title, for how long it is kept, who makes it (the actor if not said).

    ``year`` is the newest of the data if not said.
    """

    code: str
    title: str
    retention: RetentionPeriod
    heading: str = ""
    creator: str = ""
    year: int | None = None


@dataclass(frozen=True)
class OutsidePaper:
    """A paper that came from elsewhere: its file, and what the index says of it."""

    file: Path
    subject: str
    number: str = ""
    day: date | None = None
    author: str = ""
    sheets: int | None = None


@dataclass(frozen=True)
class FilingRequest:
    """What goes into a dossier: issued documents of the year by KIND or KIND/KEY, and a paper from outside."""

    code: str
    documents: tuple[str, ...] = ()
    outside: OutsidePaper | None = None
    year: int | None = None


@dataclass(frozen=True)
class ClosingRequest:
    """A dossier whose affair is over, and since which day: the day of the deed if not said."""

    code: str
    day: date | None = None
    year: int | None = None


@dataclass(frozen=True)
class DossierOpened:
    """The dossier as it stands on the year's list now."""

    card: Dossier

    def to_json(self) -> dict[str, object]:
        """The card."""
        return self.card.to_json()


@dataclass(frozen=True)
class DossierSeen:
    """A dossier: its index, the days of its documents, how many files and sheets they are (``None`` where the length of
    one is not known), and the last day for handing it over where that is near or past."""

    card: Dossier
    index: tuple[IndexLine, ...]
    days: tuple[date, ...]
    files: int
    hand_over_by: date | None = None
    sheets: int | None = None

    def to_json(self) -> dict[str, object]:
        """The card, the index, the last day for handing over."""
        return {
            **self.card.to_json(),
            "index": [line.to_json() for line in self.index],
            "hand_over_by": self.hand_over_by.isoformat() if self.hand_over_by else None,
        }


@dataclass(frozen=True)
class DossiersSeen:
    """Dossiers in the order of the list; ``notices`` tell what was filed already."""

    dossiers: tuple[DossierSeen, ...]
    notices: tuple[str, ...] = ()

    def to_json(self) -> list[object]:
        """Each dossier."""
        return [dossier.to_json() for dossier in self.dossiers]


def open_dossier(workspace: Workspace, request: DossierRequest, deed: Deed) -> DossierOpened:
    """Put a dossier on the year's list.

    Raises :class:`vanban.errors.UnfitDossierCode`, :class:`vanban.errors.NoYear`, :class:`vanban.errors.NotPossible`.
    """
    if not is_dossier_code(request.code):
        raise UnfitDossierCode(code=request.code)
    card = Dossier(
        code=request.code,
        year=workspace.register_year(request.year),
        heading=request.heading,
        title=request.title,
        retention=request.retention,
        creator=request.creator or deed.actor[:CREATOR_LENGTH],
    )
    with recording(places_of(workspace)) as register:
        register.open_dossier(card, deed.moment, deed.actor)
    return DossierOpened(card)


def add(workspace: Workspace, request: FilingRequest, deed: Deed) -> DossiersSeen:
    """Put issued documents, and a paper from outside with its file, into a dossier: all or none of it.

    Raises :class:`vanban.errors.NoSuchEntry`, :class:`vanban.errors.NotPossible`,
    :class:`vanban.errors.FileUnreadable`, :class:`vanban.errors.UnfitPaper`, :class:`vanban.errors.PackageError`.
    """
    places = places_of(workspace)
    year, outside = workspace.register_year(request.year), request.outside
    data = taking_papers.paper_from_outside(outside.file) if outside else b""
    if outside and outside.day:
        _require_come(outside.day, deed, "thêm văn bản vào", f"hồ sơ {request.code} năm {year}")
    with recording(places) as register:
        filed = [
            DossierDocument(entry_key=entry.entry_key)
            for entry in (last_issued(register, year, name) for name in request.documents)
        ]
        register.require_open(year, request.code, "thêm văn bản vào")
        known = register.dossier_documents(year, request.code)
        held = _held(known, data) if outside else None
        notices = [_already(register, document, known, request.code) for document in filed if document in known]
        if outside and held:
            notices.append(_already(register, held, known, request.code))
        elif outside:
            item = Archive(places.archive).put(ObjectRole.ATTACHMENT, _name_of(outside.file, data), data)
            filed.append(_line(outside, item))
        for document in filed:
            register.file(year, request.code, document, deed.moment, deed.actor)
        return DossiersSeen((_seen(register, register.dossier(year, request.code)),), tuple(notices))


def _held(known: Sequence[DossierDocument], data: bytes) -> DossierDocument | None:
    """The paper from outside that has the same bytes, whatever was said of it."""
    seal = hashlib.sha256(data).hexdigest()
    return next((one for one in known if seal in {item.sha256 for item in one.objects}), None)


def _already(register: Register, document: DossierDocument, known: Sequence[DossierDocument], code: str) -> str:
    line = index(known, _entries(register, tuple(known)))[list(known).index(document)]
    said = " ".join(filter(None, (line.number, line.dated, line.subject)))
    return f"Đã có trong hồ sơ {code} ở dòng {line.ordinal} ({said}); không thêm lần nữa."


def _line(paper: OutsidePaper, item: StoredObject) -> DossierDocument:
    return DossierDocument(
        number=paper.number,
        dated=paper.day,
        subject=paper.subject,
        author=paper.author,
        sheets=paper.sheets,
        objects=(item,),
    )


def _name_of(file: Path, data: bytes) -> str:
    """A name that any disk takes, from the bytes alone: ``4f1c…e2.pdf``."""
    return f"{hashlib.sha256(data).hexdigest()[:12]}.{ascii_slug(file.suffix).lower() or 'bin'}"


def _require_come(day: date, deed: Deed, what_is_done: str, what: str) -> None:
    if day > deed.day:
        raise NotPossible(deed=what_is_done, what=what, reason=f"ngày {numeric_date(day)} chưa đến")


def close_dossier(workspace: Workspace, request: ClosingRequest, deed: Deed) -> DossiersSeen:
    """End a dossier: its affair is over. Raises :class:`vanban.errors.NoSuchEntry`, :class:`NotPossible`."""
    year, day = workspace.register_year(request.year), request.day or deed.day
    _require_come(day, deed, "kết thúc", f"hồ sơ {request.code} năm {year}")
    with recording(places_of(workspace)) as register:
        register.close_dossier(year, request.code, day, deed.moment, deed.actor)
        return DossiersSeen((_seen(register, register.dossier(year, request.code)),))


def list_dossiers(workspace: Workspace, year: int | None, moment: datetime) -> DossiersSeen:
    """The dossiers of a year, or all, each with its index; with a warning where handing over is due within 30 days."""
    with opened(places_of(workspace), reading_only=True) as register:
        cards = register.dossiers(year)
        last = {(card.year, card.code): day for card, day in due(law_of(workspace), cards, vietnam_day(moment))}
        return DossiersSeen(tuple(_seen(register, card, last.get((card.year, card.code))) for card in cards))


def _seen(register: Register, card: Dossier, hand_over_by: date | None = None) -> DossierSeen:
    documents = register.dossier_documents(card.year, card.code)
    entries = _entries(register, documents)
    days = [entry.issued_on for entry in entries] + [document.dated for document in documents if document.dated]
    files = sum(len(one.objects) for one in entries) + sum(len(one.objects) for one in documents)
    lengths = sheets_of(documents, entries)
    sheets = None if None in lengths else sum(filter(None, lengths))
    return DossierSeen(card, index(documents, entries), tuple(sorted(days)), files, hand_over_by, sheets)


def _entries(register: Register, documents: tuple[DossierDocument, ...]) -> list[Entry]:
    keys: list[EntryKey] = [document.entry_key for document in documents if document.entry_key]
    return [register.entry(key) for key in keys]
