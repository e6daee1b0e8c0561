"""Keep a copy of everything that cannot be made again, and make an office of it on a new machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from vanban import durable
from vanban.archive import EVERYTHING, Archive, Backup, Witnesses, open_backup
from vanban.domain.backup import BackupCopy, alike, can_travel
from vanban.domain.issuing_day import VIETNAM, vietnam_day
from vanban.domain.ledger import Head, canonical
from vanban.domain.register_row import witness
from vanban.domain.witness import Occasion
from vanban.domain.wording import numeric_date
from vanban.errors import BackupRefused, FolderNotEmpty, IntegrityFault, NameNotBackedUp, NamesAlike, NoRegister
from vanban.register import Register
from vanban.workflows import proving, witnessing
from vanban.workflows.deed import Deed
from vanban.workflows.issuing_terms import Places, places_of
from vanban.workflows.notice import SILENT, Notice
from vanban.workspace import Workspace, read_file, true_path

_WEEK: Final = timedelta(days=7)
_KEPT: Final = ("data", "templates", "output/issued")


@dataclass(frozen=True)
class BackupRequest:
    """Into which folder, behind which password if any."""

    folder: Path
    password: str | None = None


@dataclass(frozen=True)
class BackedUp:
    """The copy that was made: its name, how many files it has, how many were new; whether register and archive were
    whole then."""

    folder: Path
    name: str
    files: int
    new: int
    head: Head
    sound: bool

    @property
    def exit_code(self) -> int:
        """That of register and archive contradicting each other where they did: the copy holds them as they are."""
        return 0 if self.sound else IntegrityFault.exit_code

    def to_json(self) -> dict[str, object]:
        """Folder, name, counts, head."""
        return {
            "folder": str(self.folder),
            "copy": self.name,
            "files": self.files,
            "new": self.new,
            "head": witness(self.head),
            "sound": self.sound,
        }


@dataclass(frozen=True)
class RestoreRequest:
    """Out of which backup, into which new folder; which copy, the newest whole one if not said."""

    folder: Path
    target: Path
    copy: str | None = None
    password: str | None = None


@dataclass(frozen=True)
class RestoredOffice:
    """The workspace that was made, out of which copy; the last number of each series then; whether it is whole."""

    root: Path
    copy: str
    moment: str
    last: dict[str, int]
    sound: bool

    @property
    def exit_code(self) -> int:
        """That of register and archive contradicting each other where they do."""
        return 0 if self.sound else IntegrityFault.exit_code

    def to_json(self) -> dict[str, object]:
        """Folder, copy, its moment, last numbers."""
        return {
            "root": str(self.root),
            "copy": self.copy,
            "moment": self.moment,
            "last": self.last,
            "sound": self.sound,
        }


def backup(workspace: Workspace, request: BackupRequest, deed: Deed, notice: Notice = SILENT) -> BackedUp:
    """Copy what is new, read everything back, then write the copy's list: until then every earlier copy is the newest.

    Raises :class:`BackupRefused`, :class:`vanban.errors.BackupLocked`, :class:`vanban.errors.FileFault`,
    :class:`NameNotBackedUp`, and what opening the register raises.
    """
    places = places_of(workspace)
    if true_path(workspace.root) in (true_path(request.folder), *true_path(request.folder).parents):
        raise BackupRefused(path=request.folder, reason="nằm ngay trong thư mục làm việc, hỏng máy thì mất cả hai")
    target = open_backup(request.folder, request.password, create=True)
    head, last, taken = _taken(places)
    sound = not taken or proving.verify(places, EVERYTHING).sound
    names = sorted({*_files(workspace), *taken})
    if strange := next((name for name in names if not can_travel(name)), None):
        raise NameNotBackedUp(path=strange)
    if twins := alike(names):
        raise NamesAlike(first=twins[0], second=twins[1])
    kept, new = [], 0
    for count, name in enumerate(names, start=1):
        item, fresh = target.put(name, taken[name] if name in taken else read_file(workspace.root / name))
        kept.append(item)
        new += fresh
        notice.done(count, len(names))
    copy = BackupCopy(
        moment=deed.moment.astimezone(VIETNAM).isoformat(timespec="seconds"),
        actor=deed.actor,
        place=places.place,
        head=head,
        last=last,
        files=tuple(kept),
    )
    name = target.write(copy)
    if head.seq:
        with Register.open(places.register, reading_only=True) as register, Archive(places.archive).ledger.writing():
            witnessing.note(places, register, Occasion.BACKED_UP, copy.moment)
    return BackedUp(request.folder, name, len(kept), new, head, sound)


def restore(request: RestoreRequest, notice: Notice = SILENT) -> RestoredOffice:
    """Make a workspace of a copy; it issues only after somebody has said which numbers were given since.

    Raises :class:`BackupRefused`, :class:`vanban.errors.BackupLocked`, :class:`FolderNotEmpty`,
    :class:`vanban.errors.DamagedArchive`.
    """
    target = request.target.absolute()
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FolderNotEmpty(folder=target)
    source = open_backup(request.folder, request.password)
    name, copy = _chosen(source, request.copy)
    unfinished = target.with_name(f".{target.name}.tam")
    durable.remove_folder(unfinished)
    for count, item in enumerate(copy.files, start=1):
        if ".." in item.path.split("/"):
            raise BackupRefused(path=request.folder, reason=f"bản sao “{name}” bị sửa")
        durable.write(unfinished / item.path, source.get(item))
        notice.done(count, len(copy.files))
    made = Workspace(unfinished)
    if copy.head.seq:
        asked = {"moment": copy.moment, "last": copy.last}
        durable.write(made.restored, (canonical(asked) + "\n").encode("utf-8"))
    sound = not copy.head.seq or proving.verify(places_of(made), EVERYTHING).sound
    if target.exists():
        durable.remove_folder(target)
    durable.rename_folder(unfinished, target)
    return RestoredOffice(target, name, copy.moment, copy.last, sound)


def reminder(workspace: Workspace, moment: datetime) -> str:
    """A Vietnamese sentence where numbers were given and nobody has made a backup for a week; else nothing."""
    heads = [head for path in workspace.witnesses for head in Witnesses(path).heads()]
    begun = min((datetime.fromisoformat(head.moment) for head in heads), default=moment)
    last = last_backup(workspace)
    if moment - (last or begun) <= _WEEK:
        return ""
    when = f"Lần sao lưu cuối là ngày {numeric_date(vietnam_day(last))}." if last else "Chưa sao lưu lần nào."
    return f"{when} Hãy cắm ổ đĩa khác rồi chạy “vanban backup THƯ-MỤC”."


def last_backup(workspace: Workspace) -> datetime | None:
    """When a backup was made last, as the heads tell that are kept apart from the register."""
    heads = (head for path in workspace.witnesses for head in Witnesses(path).heads())
    made = (datetime.fromisoformat(head.seen_at) for head in heads if head.occasion is Occasion.BACKED_UP)
    return max(made, default=None)


def _chosen(source: Backup, wanted: str | None) -> tuple[str, BackupCopy]:
    if wanted is not None:
        return wanted, source.read(wanted)
    newest = next(source.whole(), None)
    if newest is None:
        raise BackupRefused(path=source.root, reason="không có bản sao nào còn nguyên vẹn")
    return newest


def _taken(places: Places) -> tuple[Head, dict[str, int], dict[str, bytes]]:
    """Head, last numbers, and the bytes of register and ledger as they stand at one moment."""
    archive = Archive(places.archive)
    if not places.register.exists():
        if archive.ledger.heads()[-1].seq or archive.documents.is_dir():
            raise NoRegister(path=places.register)
        witnessing.require_none_before(places)
        return Head(), {}, {}
    with Register.open(places.register, reading_only=True) as register, archive.ledger.writing():
        witnessing.require_newest(places, register)
        # Other processes may give numbers meanwhile: what is told of the image must lie in it.
        head, last = register.head(), witnessing.last_numbers(register)
        taken = {"data/issued/register.sqlite": register.image()}
        if archive.ledger.path.exists():
            taken["data/issued/archive/ledger.jsonl"] = read_file(archive.ledger.path)
        return head, last, taken


def _files(workspace: Workspace) -> Iterator[str]:
    """What is kept, by its path from the workspace: no link, no lock, nothing half written."""
    skipped = {workspace.register, workspace.register.with_name(workspace.register.name + "-journal")}
    for folder in _KEPT:
        for path in sorted((workspace.root / folder).rglob("*")):
            odd = path.is_symlink() or path.suffix in (".lock", ".tam") or path in skipped
            if path.is_file() and not odd:
                yield path.relative_to(workspace.root).as_posix()
