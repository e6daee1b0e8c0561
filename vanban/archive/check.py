"""Whether the archive holds what the register says, byte for byte, and nothing that nobody put there."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vanban.archive.archive import Archive
from vanban.archive.manifest import from_bytes
from vanban.archive.reading import read
from vanban.domain.damage import Damage, Harm
from vanban.domain.ledger import Event, Head
from vanban.domain.register_entry import Entry, EntryState, StoredObject
from vanban.errors import DamagedArchive

_OBJECT: Final = re.compile(r"([0-9a-f]{2})/\1[0-9a-f]{62}")


@dataclass(frozen=True)
class Depth:
    """How much is read: nothing but names and sizes, or the bytes of every ``of``-th document from the ``part``-th."""

    part: int = 1
    of: int = 0

    def reads(self, index: int) -> bool:
        """Whether the bytes of the document at that place are read."""
        return self.of > 0 and index % self.of == self.part - 1


QUICK: Final = Depth()
EVERYTHING: Final = Depth(1, 1)


@dataclass(frozen=True)
class Inventory:
    """What lies in the archive: the size of every file by its place under ``objects`` and ``documents``."""

    objects: dict[str, int]
    documents: dict[str, int]


def inventory(archive: Archive) -> Inventory:
    """Walk through the archive once."""
    return Inventory(sizes(archive.objects), sizes(archive.documents))


@dataclass(frozen=True)
class Spoken:
    """What the register speaks of: all entries, and the objects of papers that are filed beside them."""

    entries: tuple[Entry, ...]
    others: tuple[StoredObject, ...]


def damages(
    archive: Archive, stock: Inventory, spoken: Spoken, depth: Depth, between: Callable[[int, int], None]
) -> Iterator[Damage]:
    """What is missing, altered or strange in the archive; ``between`` hears how many of the entries are looked at."""
    entries, others = spoken.entries, spoken.others
    held, described = stock.objects, stock.documents
    for name in sorted(held):
        if not _OBJECT.fullmatch(name):
            yield Damage(harm=Harm.STRANGER, path=f"objects/{name}", reason="Tệp lạ trong kho lưu trữ.")
    for index, entry in enumerate(entries):
        between(index, len(entries))
        read = depth.reads(index)
        yield from _manifest_damage(archive, described, entry, read)
        for item in (*entry.objects, *entry.inputs):
            if read or held.get(_place(item)) != item.size:
                yield from _object_damage(archive, held, item, entry)
    for index, item in enumerate(others):
        if depth.reads(index) or held.get(_place(item)) != item.size:
            yield from _object_damage(archive, held, item, None)
    yield from _strange_manifests(archive, described, entries)


def orphans(archive: Archive, stock: Inventory, spoken: Spoken) -> tuple[Path, ...]:
    """Objects that no entry speaks of: drafts that were overtaken, inputs of batches that never got a number."""
    known = {item.sha256 for entry in spoken.entries for item in (*entry.objects, *entry.inputs)}
    known |= {item.sha256 for item in spoken.others}
    return tuple(archive.objects / name for name in sorted(stock.objects) if name[3:] not in known)


def sizes(root: Path) -> dict[str, int]:
    """Every file below ``root`` by its path from there, with its size; a link, a pipe counts as of size -1."""
    found: dict[str, int] = {}
    below = [""]
    while below and root.is_dir():
        folder = below.pop()
        with read(root / folder), os.scandir(root / folder) as names:
            for name in names:
                if name.is_dir(follow_symlinks=False):
                    below.append(f"{folder}{name.name}/")
                else:
                    regular = name.is_file(follow_symlinks=False)
                    found[folder + name.name] = name.stat(follow_symlinks=False).st_size if regular else -1
    return found


def ledger_damages(archive: Archive, events: Iterable[Event], head: Head) -> Iterator[Damage]:
    """Where ledger and journal part: the ledger may lag behind the journal, nothing else."""
    name = archive.ledger.path.name
    journal = iter(events)
    seen = 0
    try:
        for line in archive.ledger.events():
            seen = line.seq
            event = next(journal, None)
            if event is None:
                reason = f"Sổ cái trong kho lưu trữ có việc thứ {line.seq} mà sổ đăng ký không có: sổ là bản cũ."
                yield Damage(harm=Harm.LEDGER_AHEAD, path=name, reason=reason)
                return
            if event != line:
                reason = f"Việc thứ {line.seq} trong sổ cái khác trong sổ đăng ký."
                yield Damage(harm=Harm.LEDGER, path=name, reason=reason)
                return
    except DamagedArchive as damage:
        yield Damage(harm=Harm.LEDGER, path=name, reason=damage.said)
        return
    if seen < head.seq:
        reason = f"Sổ cái trong kho lưu trữ mới ghi tới việc thứ {seen} trong {head.seq} việc của sổ đăng ký."
        yield Damage(harm=Harm.LEDGER_BEHIND, path=name, reason=reason)


def _place(item: StoredObject) -> str:
    return f"{item.sha256[:2]}/{item.sha256}"


def _object_damage(archive: Archive, held: dict[str, int], item: StoredObject, entry: Entry | None) -> Iterator[Damage]:
    """What is wrong with an object that is read to its last byte, or of which the size alone says it."""
    size = held.get(_place(item))
    if size == item.size and archive.holds(item):
        return
    number, path = _number(entry) if entry else "", f"{item.name} (objects/{_place(item)})"
    if size is None:
        yield Damage(harm=Harm.OBJECT_MISSING, number=number, path=path, reason="Tệp lưu trữ bị mất.")
    else:
        yield Damage(harm=Harm.OBJECT_ALTERED, number=number, path=path, reason="Tệp lưu trữ bị sửa.")


def _manifest_damage(archive: Archive, described: dict[str, int], entry: Entry, read: bool) -> Iterator[Damage]:
    if not entry.manifest_sha256:
        return
    place = _manifest_place(entry)
    path = f"documents/{place}"
    if described.get(place, -1) < 0:
        yield Damage(harm=Harm.MANIFEST_MISSING, number=_number(entry), path=path, reason="Bản kê của văn bản bị mất.")
    elif read and hashlib.sha256((archive.documents / place).read_bytes()).hexdigest() != entry.manifest_sha256:
        yield Damage(harm=Harm.MANIFEST_ALTERED, number=_number(entry), path=path, reason="Bản kê của văn bản bị sửa.")


def _strange_manifests(archive: Archive, described: dict[str, int], entries: Sequence[Entry]) -> Iterator[Damage]:
    """Files that lie where no number of the register has its manifest, and unreadable ones of numbers in work."""
    known = {_manifest_place(entry): entry for entry in entries}
    for place in sorted(described):
        entry = known.get(place)
        strange = entry is None or entry.state is EntryState.PAPER
        if not strange and entry is not None and entry.state is EntryState.RESERVED:
            strange = from_bytes((archive.documents / place).read_bytes()) is None
        if strange:
            yield Damage(harm=Harm.STRANGER, path=f"documents/{place}", reason="Bản kê lạ trong kho lưu trữ.")


def _manifest_place(entry: Entry) -> str:
    return f"{entry.series}/{entry.year}/{entry.ordinal:05d}.json"


def _number(entry: Entry) -> str:
    return f"{entry.number} năm {entry.year}"
