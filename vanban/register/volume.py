"""Where a register may be written: SQLite's locks are only as good as the disk under them."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_NETWORK: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "9p", "afs", "ceph", "glusterfs", "lustre", "ncpfs", "vboxsf",
     "prl_fs", "davfs", "beegfs", "ocfs2", "virtiofs", "remote"}
)  # fmt: skip
_FAT: Final = frozenset({"vfat", "msdos", "exfat", "fat", "fat32", "fat16"})
_SYNC_FOLDERS: Final = (
    (re.compile(r"onedrive( - .*)?", re.I), "OneDrive"),
    (re.compile(r"dropbox( \(.*\))?", re.I), "Dropbox"),
    (re.compile(r"google ?drive|my drive|drive của tôi", re.I), "Google Drive"),
    (re.compile(r"icloud ?drive|iclouddrive|com~apple~clouddocs", re.I), "iCloud Drive"),
    (re.compile(r"nextcloud|owncloud", re.I), "Nextcloud"),
    (re.compile(r"zalo received files|box sync|mega(sync)?|pcloud ?drive", re.I), "một dịch vụ đồng bộ"),
)
_SYNC_MARKERS: Final = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".sync_exclude.lst": "Nextcloud",
    "._sync.db": "Nextcloud",
    ".owncloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
}
_CONFLICT: Final = re.compile(r"conflict|xung đột|-(desktop|laptop|pc|may|vt)-[\w]+\.", re.I)


@dataclass(frozen=True)
class VolumeFacts:
    """What is known of a place: its file system, the folders above it, what lies in them and beside the register."""

    filesystem: str
    folders: tuple[str, ...] = ()
    markers: frozenset[str] = frozenset()
    beside: tuple[str, ...] = ()


def refusal(facts: VolumeFacts) -> str | None:
    """Why no register may be written there, as words that go on "đây là …"; nothing where it may."""
    kind = facts.filesystem.casefold()
    if kind in _NETWORK or kind.startswith(("fuse.ssh", "fuse.rclone", "fuse.gvfs", "fuse.s3", "fuse.smb")):
        return f"ổ mạng ({facts.filesystem})"
    if kind in _FAT:
        return f"ổ định dạng FAT ({facts.filesystem}), thường là USB hay thẻ nhớ"
    for folder in facts.folders:
        service = next((name for pattern, name in _SYNC_FOLDERS if pattern.fullmatch(folder)), None)
        if service:
            return f"thư mục đồng bộ của {service}"
    marker = next((marker for marker in _SYNC_MARKERS if marker in facts.markers), None)
    if marker:
        return f"thư mục đồng bộ của {_SYNC_MARKERS[marker]}"
    copy = next((name for name in facts.beside if _CONFLICT.search(name)), None)
    return f"nơi có bản sao xung đột của sổ ({copy})" if copy else None


def facts_of(path: Path) -> VolumeFacts:
    """What the system says of the place of the register ``path``."""
    folders = [folder for folder in path.resolve().parents if folder.is_dir()]
    # Asked at every opening of a register: fifty paths are joined faster as text.
    markers = {name for folder in folders for name in _SYNC_MARKERS if os.path.exists(f"{folder}/{name}")}  # noqa: PTH110
    beside = sorted(file.name for file in folders[0].glob(f"{path.stem}*{path.suffix}") if file.name != path.name)
    names = tuple(folder.name for folder in path.resolve().parents)
    return VolumeFacts(_filesystem(folders[0]), names, frozenset(markers), tuple(beside))


def _filesystem(folder: Path) -> str:
    if sys.platform == "win32":
        return _windows_filesystem(folder)
    table = Path("/proc/self/mountinfo")
    if not table.exists():
        return ""
    return mounted(table.read_text(encoding="utf-8", errors="surrogateescape"), str(folder))


def mounted(table: str, folder: str) -> str:
    """The file system type of ``folder`` by a table in the form of ``/proc/self/mountinfo``; of the last, on top."""
    best, found = -1, ""
    for line in table.splitlines():
        left, _, right = line.partition(" - ")
        point = left.split(" ")[4]
        if "\\" in point:
            point = re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), point)
        inside = point == "/" or folder == point or folder.startswith(point + "/")
        if inside and len(point) >= best:
            best, found = len(point), right.split(" ")[0]
    return found


if sys.platform == "win32":
    import ctypes

    _DRIVE_REMOTE = 4

    def _windows_filesystem(folder: Path) -> str:
        root = folder.anchor
        if root.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(root) == _DRIVE_REMOTE:
            return "remote"
        name = ctypes.create_unicode_buffer(64)
        ctypes.windll.kernel32.GetVolumeInformationW(root, None, 0, None, None, None, name, 64)
        return name.value
