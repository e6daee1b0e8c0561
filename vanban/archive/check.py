"""Whether the archive holds what the register says, byte for byte, and nothing that nobody put there."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vanban.archive.archive import Archive
from vanban.archive.manifest import from_bytes
from vanban.domain.damage import Damage, Harm
from vanban.domain.ledger import Event, Head
from vanban.domain.register_entry import Entry, EntryState, StoredObject
from vanban.errors import DamagedArchive

_OBJECT: Final = re.compile(r"[0-9a-f]{64}")


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


def damages(
    archive: Archive, entries: Sequence[Entry], others: Iterable[StoredObject], depth: Depth
) -> Iterator[Damage]:
    """What is missing, altered or strange in the archive, given all entries and the objects filed beside them."""
    held = dict(_held(archive))
    for path in held:
        if not (_OBJECT.fullmatch(path.name) and path.parent.name == path.name[:2]):
            yield Damage(harm=Harm.STRANGER, path=_short(archive, path), reason="Tệp lạ trong kho lưu trữ.")
    for index, entry in enumerate(entries):
        number = f"{entry.number} năm {entry.year}"
        yield from _manifest_damage(archive, entry, number, depth.reads(index))
        for item in (*entry.objects, *entry.inputs):
            yield from _object_damage(archive, held, item, number, depth.reads(index))
    for index, item in enumerate(others):
        yield from _object_damage(archive, held, item, "", depth.reads(index))
    yield from _strange_manifests(archive, entries)


def orphans(archive: Archive, entries: Iterable[Entry], others: Iterable[StoredObject]) -> tuple[Path, ...]:
    """Objects that no entry speaks of: drafts that were overtaken, inputs of batches that never got a number."""
    known = {item.sha256 for entry in entries for item in (*entry.objects, *entry.inputs)}
    known |= {item.sha256 for item in others}
    return tuple(sorted(path for path, _ in _held(archive) if path.name not in known))


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
                reason = f"Sổ cái trong kho có việc thứ {line.seq} mà sổ đăng ký không có: sổ là bản cũ."
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
        reason = f"Sổ cái trong kho mới ghi tới việc thứ {seen} trong {head.seq} việc của sổ đăng ký."
        yield Damage(harm=Harm.LEDGER_BEHIND, path=name, reason=reason)


def _held(archive: Archive) -> Iterator[tuple[Path, int]]:
    """Every file below the objects' folder with its size; a link counts as of no size."""
    if not archive.objects.is_dir():
        return
    for folder, _, names in os.walk(archive.objects):
        for name in names:
            path = Path(folder, name)
            yield path, -1 if path.is_symlink() else path.stat().st_size


def _object_damage(
    archive: Archive, held: dict[Path, int], item: StoredObject, number: str, read: bool
) -> Iterator[Damage]:
    path = archive.path_of(item.sha256)
    name = f"{item.name} ({_short(archive, path)})"
    if path not in held:
        yield Damage(harm=Harm.OBJECT_MISSING, number=number, path=name, reason="Tệp lưu trữ bị mất.")
    elif held[path] != item.size or (read and not archive.holds(item)):
        yield Damage(harm=Harm.OBJECT_ALTERED, number=number, path=name, reason="Tệp lưu trữ bị sửa.")


def _manifest_damage(archive: Archive, entry: Entry, number: str, read: bool) -> Iterator[Damage]:
    if not entry.manifest_sha256:
        return
    path = archive.manifest_path(entry.entry_key)
    name = _short(archive, path)
    if not path.is_file():
        yield Damage(harm=Harm.MANIFEST_MISSING, number=number, path=name, reason="Bản kê của văn bản bị mất.")
    elif read and hashlib.sha256(path.read_bytes()).hexdigest() != entry.manifest_sha256:
        yield Damage(harm=Harm.MANIFEST_ALTERED, number=number, path=name, reason="Bản kê của văn bản bị sửa.")


def _strange_manifests(archive: Archive, entries: Sequence[Entry]) -> Iterator[Damage]:
    """Files that lie where no number of the register has its manifest, and unreadable ones of numbers in work."""
    known = {archive.manifest_path(entry.entry_key): entry for entry in entries}
    for path in sorted(path for path in archive.documents.rglob("*") if not path.is_dir()):
        entry = known.get(path)
        strange = entry is None or entry.state is EntryState.PAPER
        unread = entry is not None and entry.state is EntryState.RESERVED and from_bytes(path.read_bytes()) is None
        if strange or unread:
            yield Damage(harm=Harm.STRANGER, path=_short(archive, path), reason="Bản kê lạ trong kho lưu trữ.")


def _short(archive: Archive, path: Path) -> str:
    return path.relative_to(archive.root).as_posix()
