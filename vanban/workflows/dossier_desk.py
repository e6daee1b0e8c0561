"""What a clerk does with dossiers: open, fill, close, see what must be handed over; and bags for handing over."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from vanban.archive import Archive, BagDocument, BagDossier, BagOrder, ReceivedBag, open_bag, write_bag
from vanban.domain.dossier import (
    CREATOR_LENGTH,
    Dossier,
    DossierDocument,
    IndexLine,
    RetentionPeriod,
    index,
    is_dossier_code,
)
from vanban.domain.issuing_day import vietnam_day
from vanban.domain.ledger import Head
from vanban.domain.register_entry import Entry, EntryKey, ObjectRole, StoredObject, ascii_slug
from vanban.domain.witness import Occasion
from vanban.domain.wording import numeric_date
from vanban.errors import BagRefused, NoSuchEntry, NotPossible, UnfitDossierCode
from vanban.law.retention import due
from vanban.register import Register
from vanban.workflows import proving, takeover, taking_papers
from vanban.workflows.check import office_of
from vanban.workflows.deed import Deed
from vanban.workflows.issuing import opened, recording
from vanban.workflows.issuing_terms import Places, places_of
from vanban.workflows.law_book import law_of
from vanban.workflows.proving import Restored, restore
from vanban.workflows.register_desk import last_issued
from vanban.workflows.register_safety import keep_head
from vanban.workflows.takeover import Takeover
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
class BagRequest:
    """A bag as the new folder ``target``: one dossier, or everything in the register of a year, the newest if not said.

    ``moment`` is when it is packed. ``for_handover`` leaves out the data that the documents were made from.
    """

    target: Path
    moment: datetime
    code: str | None = None
    year: int | None = None
    for_handover: bool = False


@dataclass(frozen=True)
class DossierOpened:
    """The dossier as it stands on the year's list now."""

    card: Dossier

    def to_json(self) -> dict[str, object]:
        """The card."""
        return self.card.to_json()


@dataclass(frozen=True)
class DossierSeen:
    """A dossier: its index, the days of its documents, how many files they are, and the last day for handing it over
    where that is near or past."""

    card: Dossier
    index: tuple[IndexLine, ...]
    days: tuple[date, ...]
    files: int
    hand_over_by: date | None = None

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


@dataclass(frozen=True)
class BagWritten:
    """A bag that was exported: the folder, how many documents it holds, the head of the register's chain."""

    folder: Path
    documents: int
    head: Head

    def to_json(self) -> dict[str, object]:
        """Folder, count, head."""
        return {"folder": str(self.folder), "documents": self.documents, "head": self.head.to_json()}


@dataclass(frozen=True)
class BagTaken:
    """What an imported bag brought: its documents' numbers, whether the register was made again from it, and with
    which history."""

    numbers: tuple[str, ...]
    restored: Restored
    taken: Takeover | None = None

    def to_json(self) -> dict[str, object]:
        """Numbers, and what was made again."""
        return {
            "numbers": list(self.numbers),
            "restored": self.restored.value,
            "taken": self.taken.to_json() if self.taken else None,
        }


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


def export_bag(workspace: Workspace, request: BagRequest) -> BagWritten:
    """Write a bag.

    Raises :class:`vanban.errors.PathTaken`, :class:`vanban.errors.DamagedArchive`, :class:`NoSuchEntry`.
    """
    places, organization = places_of(workspace), office_of(workspace).name
    with opened(places, reading_only=True) as register:
        dossier, documents = _contents(register, request.year, request.code)
        order = BagOrder(
            documents=documents,
            dossier=dossier,
            organization=organization,
            bagged_on=vietnam_day(request.moment).isoformat(),
            identifier=request.target.name,
            head=register.head(),
            whole=request.code is None,
            for_handover=request.for_handover,
            outside=_outside(register),
        )
    write_bag(Archive(places.archive), order, request.target)
    keep_head(workspace, Occasion.HANDED_OVER)
    return BagWritten(request.target, len(documents), order.head)


def import_bag(workspace: Workspace, source: Path) -> BagTaken:
    """Take a bag into the archive, as hostile as it may be; where there is no register, make it again from the bag.

    Raises :class:`vanban.errors.BagRefused`.
    """
    places = places_of(workspace)
    bag = open_bag(source)
    if places.register.exists():
        _require_known(places, bag)
    elif not Archive(places.archive).ledger.path.exists():
        proving.require_history(bag)
    manifests = bag.store(Archive(places.archive))
    restored = Restored.NOTHING
    if not places.register.exists() and Archive(places.archive).ledger.path.exists():
        restored = restore(places)
    taken = takeover.since(places, Head()) if restored is Restored.REGISTER else None
    return BagTaken(tuple(manifest.number for manifest in manifests), restored, taken)


def _outside(register: Register) -> tuple[StoredObject, ...]:
    """The papers from outside that lie in dossiers, of every year."""
    return tuple(
        item
        for card in register.dossiers()
        for document in register.dossier_documents(card.year, card.code)
        for item in document.objects
    )


def _require_known(places: Places, bag: ReceivedBag) -> None:
    """Beside a register a bag brings back what the register knows, and nothing else. Raises :class:`BagRefused`."""
    with opened(places, reading_only=True) as register:
        known = {entry.manifest_sha256 for entry in register.entries()}
    for _, manifest in bag.manifests():
        if hashlib.sha256(manifest.to_bytes()).hexdigest() not in known:
            reason = f"văn bản số {manifest.number} trong gói không phải là văn bản đã ghi trong sổ của cơ quan"
            raise BagRefused(path=bag.root, reason=reason)


def _contents(
    register: Register, year: int | None, code: str | None
) -> tuple[BagDossier | None, tuple[BagDocument, ...]]:
    entries = {entry.entry_key: entry for entry in register.entries()}
    if code is None:
        return None, _of_year(tuple(entries.values()), year)
    years = [one.year for one in register.dossiers() if one.code == code]
    if year is None and not years:
        raise NoSuchEntry(what=f"hồ sơ {code}")
    card = register.dossier(max(years) if year is None else year, code)
    filed = register.dossier_documents(card.year, code)
    inside = [
        BagDocument(entries[document.entry_key], position)
        for position, document in enumerate(filed, start=1)
        if document.entry_key
    ]
    return BagDossier(card, filed), tuple(inside)


def _of_year(entries: tuple[Entry, ...], year: int | None) -> tuple[BagDocument, ...]:
    """Every number of the year. Raises :class:`NoSuchEntry` where there is none: an empty bag keeps nothing."""
    years = {entry.year for entry in entries}
    wanted = max(years, default=0) if year is None else year
    if wanted not in years:
        there = ", ".join(map(str, sorted(years))) or "chưa có năm nào"
        raise NoSuchEntry(what=f"số nào {f'của năm {year} ' if year else ''}để xuất (các năm có số: {there})")
    return tuple(BagDocument(entry) for entry in entries if entry.year == wanted)


def _seen(register: Register, card: Dossier, hand_over_by: date | None = None) -> DossierSeen:
    documents = register.dossier_documents(card.year, card.code)
    entries = _entries(register, documents)
    days = [entry.issued_on for entry in entries] + [document.dated for document in documents if document.dated]
    files = sum(len(one.objects) for one in entries) + sum(len(one.objects) for one in documents)
    return DossierSeen(card, index(documents, entries), tuple(sorted(days)), files, hand_over_by)


def _entries(register: Register, documents: tuple[DossierDocument, ...]) -> list[Entry]:
    keys: list[EntryKey] = [document.entry_key for document in documents if document.entry_key]
    return [register.entry(key) for key in keys]
