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
_NUMBERS: Final = {
    0xEF53: "ext4", 0x58465342: "xfs", 0x9123683E: "btrfs", 0x2FC12FC1: "zfs", 0xF2F52010: "f2fs", 0x01021994: "tmpfs",
    0x794C7630: "overlay", 0x7366746E: "ntfs3", 0x5346544E: "ntfs", 0x4D44: "vfat", 0x2011BAB0: "exfat", 0x6969: "nfs",
    0xFF534D42: "cifs", 0xFE534D42: "smb2", 0x517B: "smbfs", 0x01021997: "9p", 0x00C36400: "ceph", 0x5346414F: "afs",
}  # fmt: skip
"""File systems by the number that Linux's statfs(2) answers with (its ``f_type``)."""
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
    """Why no register may be written there, as words that go on "đây là …"; nothing where it may.

    A place whose kind cannot be told is none: nobody knows what its locks are worth.
    """
    kind = facts.filesystem.casefold()
    if not kind:
        return "ổ không rõ loại định dạng"
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
    above = Path(os.path.realpath(path)).parents  # Path.resolve() fails at a link that leads to itself.
    folders = [folder for folder in above if folder.is_dir()]
    # Asked at every opening of a register: fifty paths are joined faster as text.
    markers = {name for folder in folders for name in _SYNC_MARKERS if os.path.exists(f"{folder}/{name}")}  # noqa: PTH110
    beside = sorted(file.name for file in folders[0].glob(f"{path.stem}*{path.suffix}") if file.name != path.name)
    names = tuple(folder.name for folder in above)
    return VolumeFacts(_filesystem(folders[0]), names, frozenset(markers), tuple(beside))


def _filesystem(folder: Path) -> str:
    if sys.platform == "win32":
        return _windows_filesystem(folder)
    table = Path("/proc/self/mountinfo")
    rows = table.read_text(encoding="utf-8", errors="surrogateescape") if table.exists() else ""
    return mounted(rows, str(folder)) or numbered(folder)


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


def numbered(folder: Path) -> str:
    """The file system type of ``folder`` by its number; nothing where it has none that is known.

    For a root that is no mount of its own, as in a chroot, the table has no row.
    """
    import ctypes

    # struct statfs: f_type is the first of its words, on every 64-bit Linux.
    answer = (ctypes.c_long * 64)()
    if sys.platform != "linux" or ctypes.CDLL(None).statfs(os.fsencode(folder), answer):
        return ""
    return _NUMBERS.get(answer[0] & 0xFFFFFFFF, "")


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
