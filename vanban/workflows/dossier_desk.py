"""What a clerk does with dossiers: open, fill, close, see what must be handed over; and bags for handing over."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from vanban.archive import Archive, BagDocument, BagDossier, BagOrder, open_bag, write_bag
from vanban.domain.dossier import Dossier, DossierDocument, IndexLine, index
from vanban.domain.issuing_day import vietnam_day
from vanban.domain.register_entry import Entry, EntryKey, ObjectRole, ascii_slug
from vanban.domain.wording import numeric_date
from vanban.errors import NoSuchEntry, NotPossible
from vanban.law.retention import due
from vanban.register import Register
from vanban.workflows.issuing import opened, recording
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.proving import Restored, restore
from vanban.workflows.register_desk import last_issued
from vanban.workspace import Workspace, read_file


@dataclass(frozen=True)
class DossierSeen:
    """A dossier: its index, the days of its documents, how many files they are, and the last day for handing it over
    where that is near or past."""

    card: Dossier
    index: tuple[IndexLine, ...]
    days: tuple[date, ...]
    files: int
    hand_over_by: date | None = None


@dataclass(frozen=True)
class BagTaken:
    """What an imported bag brought: its documents' numbers, and whether the register was made again from it."""

    numbers: tuple[str, ...]
    restored: Restored


def open_dossier(workspace: Workspace, dossier: Dossier, moment: datetime, actor: str) -> Dossier:
    """Put a dossier on the year's list. Raises :class:`vanban.errors.NotPossible`."""
    with recording(places_of(workspace)) as register:
        register.open_dossier(dossier, moment, actor)
    return dossier


def add(
    workspace: Workspace,
    year: int,
    code: str,
    documents: tuple[str, ...],
    outside: tuple[DossierDocument, Path] | None,
    moment: datetime,
    actor: str,
) -> DossierSeen:
    """Put issued documents (KIND or KIND/KEY of that year), and a paper from outside with its file, into a dossier.

    All or none of it. Raises :class:`vanban.errors.NoSuchEntry`, :class:`vanban.errors.NotPossible`,
    :class:`vanban.errors.FileUnreadable`.
    """
    places = places_of(workspace)
    data = read_file(outside[1]) if outside else b""
    if outside and outside[0].dated:
        _require_come(outside[0].dated, moment, "thêm văn bản vào", f"hồ sơ {code} năm {year}")
    with recording(places) as register:
        filed = [
            DossierDocument(entry_key=entry.entry_key)
            for entry in (last_issued(register, year, name) for name in documents)
        ]
        register.require_open(year, code, "thêm văn bản vào")
        if outside:
            item = Archive(places.archive).put(ObjectRole.ATTACHMENT, _name_of(outside[1], data), data)
            filed.append(outside[0].model_copy(update={"objects": (item,)}))
        for document in filed:
            register.file(year, code, document, moment, actor)
        return _seen(register, register.dossier(year, code))


def _name_of(file: Path, data: bytes) -> str:
    """A name that any disk takes, from the bytes alone: ``4f1c…e2.pdf``."""
    return f"{hashlib.sha256(data).hexdigest()[:12]}.{ascii_slug(file.suffix).lower() or 'bin'}"


def _require_come(day: date, moment: datetime, deed: str, what: str) -> None:
    if day > vietnam_day(moment):
        raise NotPossible(deed=deed, what=what, reason=f"ngày {numeric_date(day)} chưa đến")


def close_dossier(workspace: Workspace, year: int, code: str, day: date, moment: datetime, actor: str) -> DossierSeen:
    """End a dossier: its affair is over. Raises :class:`vanban.errors.NoSuchEntry`, :class:`NotPossible`."""
    _require_come(day, moment, "kết thúc", f"hồ sơ {code} năm {year}")
    with recording(places_of(workspace)) as register:
        register.close_dossier(year, code, day, moment, actor)
        return _seen(register, register.dossier(year, code))


def list_dossiers(workspace: Workspace, year: int | None, moment: datetime) -> tuple[DossierSeen, ...]:
    """The dossiers of a year, or all, each with its index; with a warning where handing over is due within 30 days."""
    with opened(places_of(workspace), reading_only=True) as register:
        cards = register.dossiers(year)
        last = {(card.year, card.code): day for card, day in due(cards, vietnam_day(moment))}
        return tuple(_seen(register, card, last.get((card.year, card.code))) for card in cards)


def export_bag(
    workspace: Workspace, target: Path, year: int | None, code: str | None, organization: str, moment: datetime
) -> BagOrder:
    """Write a bag of one dossier, or of everything in the register of a year, as the folder ``target``.

    Where no year is said it is the newest that the register has.

    Raises :class:`vanban.errors.PathTaken`, :class:`vanban.errors.DamagedArchive`, :class:`NoSuchEntry`.
    """
    places = places_of(workspace)
    with opened(places, reading_only=True) as register:
        dossier, documents = _contents(register, year, code)
        order = BagOrder(
            documents=documents,
            dossier=dossier,
            organization=organization,
            bagged_on=vietnam_day(moment).isoformat(),
            identifier=target.name,
            head=register.head(),
            whole=code is None,
        )
    write_bag(Archive(places.archive), order, target)
    return order


def import_bag(workspace: Workspace, source: Path) -> BagTaken:
    """Take a bag into the archive, as hostile as it may be; where there is no register, make it again from the bag.

    Raises :class:`vanban.errors.BagRefused`.
    """
    places = places_of(workspace)
    manifests = open_bag(source).store(Archive(places.archive))
    restored = Restored.NOTHING
    if not places.register.exists() and Archive(places.archive).ledger.path.exists():
        restored = restore(places)
    return BagTaken(tuple(manifest.number for manifest in manifests), restored)


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
