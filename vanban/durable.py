"""Write files so that each is there whole or not at all, also after a crash or a power cut.

The only module that changes the disk. A file is written under a temporary name in its own folder, checked, synced and
renamed; then the folder is synced, because a name that was never synced may vanish with the power. Every step passes a
named :data:`point`, where a test may kill the process.
"""

from __future__ import annotations

import errno
import hashlib
import itertools
import os
import re
import shutil
import stat
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vanban.errors import DiskFull, FileFault, FileHeld, PathTaken, PathTooLong, ReadOnlyPlace, WriteFailed

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TEMPORARY = re.compile(r"\.vanban-\d+\.tam")
_PIECE = 1 << 16

# What is kept has names, birth dates, ratings: nobody else on the machine reads it, unless the folder is a group's.
_FILE, _FOLDER = 0o600, 0o700
_SHARED_FILE, _SHARED_FOLDER = 0o660, 0o2770

# Word, an antivirus program or a sync client may hold a file for a moment; only Windows refuses a rename for that.
_ATTEMPTS = 20 if sys.platform == "win32" else 1
_PAUSE_S = 0.1
_LOCK_PAUSE_S = 0.005
_pause = time.sleep

_FAULTS: dict[int, type[FileFault]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: FileHeld,
    errno.EPERM: FileHeld,
    errno.EBUSY: FileHeld,
    errno.EROFS: ReadOnlyPlace,
    errno.ENOTDIR: PathTaken,
    errno.EISDIR: PathTaken,
    errno.EEXIST: PathTaken,
    errno.ENAMETOOLONG: PathTooLong,
}
if sys.platform == "win32":
    # Windows says "not found" of a path over 260 characters; the folder itself has just been made.
    _FAULTS[errno.ENOENT] = PathTooLong


def _go_on(name: str) -> None:
    """Pass a point as production does: nothing happens."""


point: Callable[[str], None] = _go_on


def write(path: Path, data: bytes, *, via: Path | None = None, read_only: bool = False) -> None:
    """Put ``data`` at ``path``, making its folders: afterwards the file is whole and durable, or as it was before.

    ``via`` is a folder on the same volume for the temporary file, where it is to be out of sight. ``read_only`` keeps
    the file from being changed by mistake.

    Raises:
        FileFault: the disk is full, the place is read-only, another program holds the file…
    """
    _put(path, data, via, read_only, _rename)


def create(path: Path, data: bytes, *, via: Path | None = None, read_only: bool = False) -> bool:
    """Like :func:`write`, but never over a file: whether this call made it. Raises :class:`FileFault`."""
    try:
        _put(path, data, via, read_only, _rename_to_free_name)
    except PathTaken:
        if not path.is_file():
            raise
        sync(path)
        return False
    return True


def append(path: Path, data: bytes, *, after: int) -> None:
    """Put ``data`` behind the first ``after`` bytes of ``path``, whatever follows them now; durable when it returns.

    For one writer at a time (:func:`held`). Killed on the way, it leaves the bytes before ``after`` as they are, with
    a part of ``data`` or of the old rest behind them. Raises :class:`FileFault`.
    """
    make_folder(path.parent)
    with _said(path):
        handle = _opened(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0))
        try:
            os.ftruncate(handle, after)
            point("rest-cut")
            os.lseek(handle, after, os.SEEK_SET)
            _fill(handle, data, after)
        finally:
            os.close(handle)
        _sync_folder(path.parent)
        point("folder-synced")


def holds(path: Path, sha256: str) -> bool:
    """Whether the file ``path`` is there with just that content. Raises :class:`FileFault` where it cannot be read."""
    with _said(path):
        return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == sha256


def sync(path: Path) -> None:
    """Make a file durable that is found in place: that it can be seen does not say so. Raises :class:`FileFault`."""
    with _said(path):
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            if sys.platform != "win32":  # Windows syncs only what is open for writing.
                os.fsync(handle)
        finally:
            os.close(handle)
        point("found-synced")
        _sync_folder(path.parent)
        point("folder-synced")


def rename_folder(folder: Path, name: Path) -> None:
    """Give a finished folder, all of whose files are durable, its name. Raises :class:`FileFault` where it is taken."""
    with _said(name):
        if name.exists():
            raise FileExistsError(errno.EEXIST, "taken")
        folder.rename(name)
        point("renamed")
        _sync_folder(name.parent)
        point("folder-synced")


def remove_folder(folder: Path) -> None:
    """Remove a folder and all that is in it; one that is gone already is fine. Raises :class:`FileFault`."""
    with _said(folder):
        if folder.exists():
            shutil.rmtree(folder)
            point("removed")
            _sync_folder(folder.parent)


@contextmanager
def held(path: Path, patience_s: float) -> Iterator[bool]:
    """Hold the lock that the file ``path`` stands for: whether we do. Dead holders hold nothing; we wait for others.

    Raises :class:`FileFault`.
    """
    make_folder(path.parent)
    with _said(path):
        handle = _opened(path, os.O_RDWR | os.O_CREAT)
    try:
        deadline = time.monotonic() + patience_s
        while not (ours := _take(handle)) and time.monotonic() < deadline:
            _pause(_LOCK_PAUSE_S)
        yield ours
    finally:
        os.close(handle)


def make_folder(path: Path) -> None:
    """Make the folder ``path`` and those above it that are missing, each durable. Raises :class:`FileFault`."""
    missing = list(itertools.takewhile(lambda folder: not folder.is_dir(), (path, *path.parents)))
    with _said(path):
        for folder in reversed(missing):
            shared = _is_shared(folder.parent)
            folder.mkdir(_FOLDER, exist_ok=True)
            if shared:
                # The mask of one user must not lock the others of the group out.
                folder.chmod(_SHARED_FOLDER)
            point("folder-made")
            _sync_folder(folder.parent)


def share(folder: Path, group: int, *, below: bool) -> None:
    """Give a folder, and all ``below`` it if asked, to a group; what is made in it later is the group's by itself.

    Nothing happens where the folder is the group's already. ``PermissionError``: one of it belongs to somebody else.
    """
    if sys.platform == "win32" or _is_of(folder, group):
        return
    found = [path for path in sorted(folder.rglob("*")) if not path.is_symlink()] if below else []
    for path in (*reversed(found), folder):
        # The folder last: who is stopped on the way begins again.
        os.chown(path, -1, group)
        if path.is_dir():
            path.chmod(_SHARED_FOLDER)
        else:
            path.chmod(_SHARED_FILE if path.stat().st_mode & stat.S_IWUSR else stat.S_IRUSR | stat.S_IRGRP)
        point("shared")


def _is_of(folder: Path, group: int) -> bool:
    rights = folder.stat()
    return rights.st_gid == group and rights.st_mode & _SHARED_FOLDER == _SHARED_FOLDER


def move_aside(path: Path) -> Path:
    """Rename ``plan.docx`` to the first free of ``plan.sua-tay-1.docx``, ``-2``…; never over another file.

    Returns the new path. Raises :class:`FileFault`.
    """
    with _said(path):
        for number in itertools.count(1):
            aside = path.with_name(f"{path.stem}.sua-tay-{number}{path.suffix}")
            with suppress(FileExistsError):
                _rename_to_free_name(path, aside)
                break
        point("moved-aside")
        _sync_folder(path.parent)
    return aside


def remove(path: Path) -> None:
    """Remove the file ``path``; one that is gone already is fine. Raises :class:`FileFault`."""
    with _said(path):
        _permit(path)
        path.unlink(missing_ok=True)
        point("removed")
        if path.parent.is_dir():
            _sync_folder(path.parent)


def remove_leftovers(folder: Path) -> tuple[Path, ...]:
    """Remove the temporary files that killed runs left in ``folder`` and below, and no other file.

    A temporary file that a living process is writing stays. Returns what was removed, sorted. Raises
    :class:`FileFault`.
    """
    with _said(folder):
        found = sorted(path for path in folder.rglob(".vanban-*.tam") if _TEMPORARY.fullmatch(path.name))
        return tuple(path for path in found if path.is_file() and not path.is_symlink() and _remove_unheld(path))


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A private empty folder in the system's temporary place, gone when the block ends. Raises :class:`FileFault`."""
    with _said("thư mục tạm của máy"):
        holder = tempfile.TemporaryDirectory(prefix="vanban-", ignore_cleanup_errors=True)
    with holder as name:
        yield Path(name)


def write_scratch(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path`` in a :func:`scratch_folder`, making its folders: never meant to outlive the run."""
    with _said(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@contextmanager
def _said(path: Path | str) -> Iterator[None]:
    """Say what the system refused, in the clerk's words."""
    try:
        yield
    except OSError as error:
        number = error.errno or 0
        fault = _FAULTS.get(number, WriteFailed)
        raise fault(path=path, code=errno.errorcode.get(number, str(number))) from error


def _put(path: Path, data: bytes, via: Path | None, read_only: bool, rename: Callable[[Path, Path], None]) -> None:
    folder = via or path.parent
    make_folder(path.parent)
    make_folder(folder)
    with _said(path):
        handle, temporary = _make_temporary(folder)
        with os.fdopen(handle, "wb", buffering=0) as stream:
            try:
                _fill(handle, data)
                if read_only:
                    temporary.chmod(stat.S_IREAD | (stat.S_IRGRP if _is_shared(folder) else 0))
                    point("made-read-only")
                if sys.platform == "win32":
                    stream.close()  # Windows cannot rename an open file.
                rename(temporary, path)
            except BaseException:
                if sys.platform == "win32":
                    stream.close()
                with suppress(OSError):
                    _permit(temporary)
                    temporary.unlink()
                raise
        point("renamed")
        _sync_folder(path.parent)
        point("folder-synced")


def _is_shared(folder: Path) -> bool:
    """Whether the folder is one that a group writes: then all of the group has what is made in it, else its maker."""
    return sys.platform != "win32" and bool(folder.stat().st_mode & stat.S_IWGRP)


def _opened(path: Path, flags: int) -> int:
    """Open a file that is made where it is not there, with the rights that its folder asks for."""
    made = not path.exists()
    handle = os.open(path, flags, _FILE)
    if sys.platform != "win32" and made and _is_shared(path.parent):
        os.fchmod(handle, _SHARED_FILE)
    return handle


def _make_temporary(folder: Path) -> tuple[int, Path]:
    """A new file that nobody else has, open for writing and locked as long as it is open."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for number in itertools.count(1):
        temporary = folder / f".vanban-{number}.tam"
        with suppress(FileExistsError):
            handle = _opened(temporary, flags)
            # Between these two lines another process may have taken it for a dead writer's.
            if _lock(handle) and os.fstat(handle).st_nlink:
                point("temporary-made")
                break
            os.close(handle)
    return handle, temporary


def _fill(handle: int, data: bytes, before: int = 0) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest[:_PIECE]) :]
        point("piece-written")
    if os.fstat(handle).st_size != before + len(data):
        raise OSError(errno.EIO, "the file is not as long as what was written")
    # A failed sync is final: the kernel may have dropped the pages, and a second call would lie.
    os.fsync(handle)
    point("file-synced")


def _rename(temporary: Path, path: Path) -> None:
    _permit(path)
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            temporary.replace(path)
        except PermissionError:
            if attempt == _ATTEMPTS:
                raise
            _pause(_PAUSE_S)
        else:
            return


def _permit(path: Path) -> None:
    """Windows neither replaces nor removes a file that is read-only, as those of the archive are; elsewhere the folder
    alone decides."""
    if sys.platform == "win32":
        with suppress(FileNotFoundError):
            path.chmod(stat.S_IREAD | stat.S_IWRITE)


def _rename_to_free_name(path: Path, free: Path) -> None:
    """Rename, or raise :class:`FileExistsError` where ``free`` is taken. Windows renames so; POSIX needs a link."""
    if sys.platform == "win32":
        path.rename(free)
        return
    try:
        free.hardlink_to(path)
    except FileExistsError:
        raise
    except OSError as error:
        # FAT, some network folders and files of other owners allow no second name.
        if error.errno not in (errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK):
            raise
        if free.exists():
            raise FileExistsError(errno.EEXIST, "taken") from error
        path.rename(free)
    else:
        point("second-name-made")
        path.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable. Windows has no such call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network folders cannot sync a folder.
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(handle)


def _lock(handle: int) -> bool:
    """Whether nobody else holds the open file; it is held from now on. Where there are no locks, nobody ever does."""
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno not in (errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS):
                raise
    return True


def _take(handle: int) -> bool:
    """Whether the lock that the open file stands for is ours now."""
    if sys.platform == "win32":
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    return _lock(handle)


def _remove_unheld(path: Path) -> bool:
    """Remove a temporary file, unless its writer lives (Windows refuses to remove an open file) or another owns it."""
    try:
        handle = os.open(path, os.O_RDONLY)
        try:
            free = _lock(handle)
            if free and sys.platform != "win32":
                # The name may by now be another file's; under its lock it stays what it is.
                free = os.path.samestat(os.fstat(handle), path.stat())
                if free:
                    path.unlink()
        finally:
            os.close(handle)
        if sys.platform == "win32":
            _permit(path)
            path.unlink()
    except (FileNotFoundError, PermissionError):
        return False
    return free
