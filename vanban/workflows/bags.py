"""Documents handed over in a bag, and bags taken in: a dossier's, or everything in the register of a year."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from vanban.archive import (
    Archive,
    BagDocument,
    BagDossier,
    BagOrder,
    IssuedManifest,
    ReceivedBag,
    open_bag,
    write_bag,
)
from vanban.domain.issuing_day import vietnam_day
from vanban.domain.ledger import Head
from vanban.domain.register_entry import Entry, EntryKey, StoredObject
from vanban.domain.witness import Occasion
from vanban.errors import BagNewer, BagRefused, NoSuchEntry
from vanban.register import Register
from vanban.workflows import lacking, proving, takeover
from vanban.workflows.check import office_of
from vanban.workflows.issuing import opened
from vanban.workflows.issuing_terms import Places, places_of
from vanban.workflows.proving import Restored, restore
from vanban.workflows.register_safety import keep_head
from vanban.workflows.takeover import Takeover
from vanban.workspace import Workspace


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
    lacking: tuple[EntryKey, ...] = ()

    @property
    def notice(self) -> str:
        """What is still to come before a number can be given; nothing where the archive is complete."""
        if not self.lacking:
            return ""
        years = ", ".join(map(str, sorted({key.year for key in self.lacking})))
        return (
            f"Kho lưu trữ còn thiếu {len(self.lacking)} văn bản mà sổ đã ghi "
            f"({lacking.named(self.lacking)}), nên chưa cấp số "
            f"được. Hãy nhận thêm gói đầy đủ của năm {years} (vanban archive import), hoặc lập lại từ bản sao lưu."
        )

    def to_json(self) -> dict[str, object]:
        """Numbers, what was made again, and the numbers whose documents are still to come."""
        return {
            "lacking": [key.to_json() for key in self.lacking],
            "numbers": list(self.numbers),
            "restored": self.restored.value,
            "taken": self.taken.to_json() if self.taken else None,
        }


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
    if places.register.exists():
        _bring_texts(places, manifests)
    restored = Restored.NOTHING
    if not places.register.exists() and Archive(places.archive).ledger.path.exists():
        restored = restore(places)
    taken = takeover.since(places, Head()) if restored is Restored.REGISTER else None
    return BagTaken(tuple(manifest.number for manifest in manifests), restored, taken, _lacking(places))


def _bring_texts(places: Places, manifests: Sequence[IssuedManifest]) -> None:
    """What came later than the register that was made again is searched like the rest."""
    archive = Archive(places.archive)
    with opened(places) as register:
        register.bring_texts({manifest.entry_key: archive.words_of(manifest) for manifest in manifests})


def _lacking(places: Places) -> tuple[EntryKey, ...]:
    if not places.register.exists():
        return ()
    with Register.open(places.register, reading_only=True) as register:
        return lacking.lacking(Archive(places.archive), register)


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
        known, head = {entry.manifest_sha256 for entry in register.entries()}, register.head()
    for _, manifest in bag.manifests():
        if hashlib.sha256(manifest.to_bytes()).hexdigest() not in known:
            if bag.goes_on_after(head):
                raise BagNewer(path=bag.root)
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
