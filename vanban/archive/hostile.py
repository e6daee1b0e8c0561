"""Open a bag that anybody may have made: every name and sum is checked before bagit sees it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

import bagit

from vanban import durable
from vanban.archive.archive import Archive
from vanban.archive.bag import ALGORITHMS, CONTENTS, DECLARATION, HANDOVER
from vanban.archive.manifest import IssuedManifest, from_bytes
from vanban.domain.ledger import Head, from_line
from vanban.domain.register_entry import ObjectRole, StoredObject
from vanban.errors import BagRefused, FolderMissing, StrayInBag

_PART: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*")
_RESERVED: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.I)
_LINE: Final = re.compile(r"([0-9a-f]+)  (\S+)")
_TAGS: Final = frozenset(
    {"bagit.txt", "bag-info.txt"}
    | {f"{kind}-{name}.txt" for kind in ("manifest", "tagmanifest") for name in ALGORITHMS}
)
_LONGEST_PATH, _MOST_FILES, _LARGEST_FILE, _LARGEST_BAG = 200, 200_000, 100 << 20, 20 << 30
_STRAYS: Final = frozenset({"thumbs.db", "desktop.ini", ".ds_store"})
_LEDGER: Final = "ledger.jsonl"
_LARGEST_TAG: Final = 64 << 20


@dataclass(frozen=True)
class ReceivedBag:
    """A bag that holds what it says."""

    root: Path
    info: dict[str, str]
    files: tuple[str, ...]

    @property
    def ledger(self) -> str:
        """The name of the ledger that a whole bag brings; empty where there is none."""
        return _LEDGER if _LEDGER in self.files else ""

    def read(self, name: str) -> bytes:
        """The bytes of one payload file."""
        return (self.root / "data" / name).read_bytes()

    def manifests(self) -> Iterator[tuple[str, IssuedManifest]]:
        """The documents in it that can prove themselves, each with its folder in the payload. Raises `BagRefused`."""
        for name in self.files:
            if name.endswith("/manifest.json"):
                manifest = from_bytes(self.read(name))
                if manifest is None:
                    raise BagRefused(path=self.root, reason=f"bản kê {name} không đọc được")
                yield name.removesuffix("/manifest.json"), manifest

    def goes_on_after(self, head: Head) -> bool:
        """Whether the bag's ledger has ``head`` within and events after it."""
        seen = (
            [event.head for event in map(from_line, self.read(self.ledger).splitlines()) if event]
            if self.ledger
            else []
        )
        return head in seen[:-1]

    def store(self, archive: Archive) -> tuple[IssuedManifest, ...]:
        """Take its documents into the archive: objects by their hash, manifests under their numbers.

        A whole bag's ledger comes along where the archive has none. Raises :class:`BagRefused` before anything is
        stored where an object is missing or a number is taken by another document.
        """
        payload = {hashlib.sha256(self.read(name)).hexdigest(): name for name in self.files}
        found = tuple(manifest for _, manifest in self.manifests())
        for manifest in found:
            for item in (*manifest.objects, *manifest.request.inputs):
                if item.sha256 not in payload:
                    raise BagRefused(path=self.root, reason=f"văn bản {manifest.number} thiếu tệp {item.name}")
            held = archive.manifest(manifest.entry_key)
            if held is not None and held.to_bytes() != manifest.to_bytes():
                raise BagRefused(path=self.root, reason=f"số {manifest.number} trong kho lưu trữ là văn bản khác")
        for manifest in found:
            for item in (*manifest.objects, *manifest.request.inputs):
                archive.put(item.role, item.name, self.read(payload[item.sha256]))
            archive.settle(manifest)
        if self.ledger and not archive.ledger.path.exists():
            for item in self._others(payload, found):
                archive.put(item.role, item.name, self.read(payload[item.sha256]))
            durable.write(archive.ledger.path, self.read(self.ledger), via=archive.staging)
        return found

    def _others(self, payload: dict[str, str], found: tuple[IssuedManifest, ...]) -> Iterator[StoredObject]:
        """Signed copies and papers from outside: what no manifest names."""
        named = {item.sha256 for manifest in found for item in (*manifest.objects, *manifest.request.inputs)}
        for seal, name in sorted(payload.items()):
            if seal not in named and not name.endswith((".json", ".xml", ".jsonl")):
                size = (self.root / "data" / name).stat().st_size
                yield StoredObject(role=ObjectRole.ATTACHMENT, name=PurePosixPath(name).name, sha256=seal, size=size)


def open_bag(root: Path) -> ReceivedBag:
    """The bag in the folder ``root``, checked twice: by the rules below, then by bagit.

    Refused are links, names outside a safe ASCII grammar, names that differ by capitals only, ``fetch.txt``, files
    that a manifest leaves out or names without their being there, more or larger files than an office has, other
    versions and algorithms than ours.

    Raises :class:`BagRefused`.
    """
    sizes = dict(_files(root))
    payload = {name for name in sizes if name.startswith("data/")}
    tags = set(sizes) - payload
    if tags != _TAGS:
        raise BagRefused(path=root, reason=f"thừa hoặc thiếu tệp {', '.join(sorted(tags ^ _TAGS))}")
    if any(sizes[name] > _LARGEST_TAG for name in tags):
        raise BagRefused(path=root, reason="tệp kê quá lớn")
    if (root / "bagit.txt").read_bytes() != DECLARATION:
        raise BagRefused(path=root, reason="không phải là gói do chương trình này xuất")
    for algorithm in ALGORITHMS:
        _compare(root, f"manifest-{algorithm}.txt", payload)
        _compare(root, f"tagmanifest-{algorithm}.txt", {name for name in tags if not name.startswith("tagmanifest")})
    info = _info(root)
    oxum = f"{sum(sizes[name] for name in payload)}.{len(payload)}"
    if info.get("Payload-Oxum") != oxum:
        raise BagRefused(path=root, reason="số tệp hoặc dung lượng không đúng như khai")
    try:
        bagit.Bag(str(root)).validate()
    except (bagit.BagError, OSError, ValueError) as error:
        raise BagRefused(path=root, reason="nội dung không đúng mã kiểm chứng") from error
    if info.get(CONTENTS) == HANDOVER:
        reason = (
            "đây là gói giao nộp, không có dữ liệu gốc để nhận lại vào kho lưu trữ; cần gói đầy đủ hoặc bản sao lưu"
        )
        raise BagRefused(path=root, reason=reason)
    return ReceivedBag(root, info, tuple(sorted(name.removeprefix("data/") for name in payload)))


def _files(root: Path) -> Iterator[tuple[str, int]]:
    """Every file with its size, under names that any disk takes. Raises :class:`BagRefused`."""
    if not root.exists() and not root.is_symlink():
        raise FolderMissing(path=root)
    if not root.is_dir() or root.is_symlink():
        raise BagRefused(path=root, reason="không phải là thư mục")
    folded: set[str] = set()
    count, total = 0, 0
    for folder, folders, names in os.walk(root):
        for name in (*folders, *names):
            path = Path(folder, name)
            relative = path.relative_to(root).as_posix()
            if name.casefold() in _STRAYS and name in names:
                raise StrayInBag(path=root, name=relative)
            if not _safe(relative) or relative.casefold() in folded:
                raise BagRefused(path=root, reason=f"tên tệp không an toàn {ascii(relative)[:120]}")
            folded.add(relative.casefold())
            if path.is_symlink() or not (path.is_file() or path.is_dir()):
                raise BagRefused(path=root, reason=f"{relative} là liên kết hoặc tệp đặc biệt")
            if name not in names:
                continue
            size = path.stat().st_size
            count, total = count + 1, total + size
            if count > _MOST_FILES or size > _LARGEST_FILE or total > _LARGEST_BAG:
                raise BagRefused(path=root, reason="quá nhiều tệp hoặc tệp quá lớn")
            yield relative, size


def _safe(relative: str) -> bool:
    parts = relative.split("/")
    return len(relative) <= _LONGEST_PATH and all(
        _PART.fullmatch(part) is not None and _RESERVED.fullmatch(part) is None for part in parts
    )


def _lines(root: Path, name: str) -> list[str]:
    try:
        text = (root / name).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise BagRefused(path=root, reason=f"tệp {name} không đọc được thành chữ") from error
    if not text.endswith("\n") or "\r" in text:
        raise BagRefused(path=root, reason=f"{name} bị cắt hoặc có dấu xuống dòng lạ")
    return text[:-1].split("\n")


def _compare(root: Path, name: str, expected: set[str]) -> None:
    """A manifest names just the files that are there, each once."""
    listed: list[str] = []
    for line in _lines(root, name):
        match = _LINE.fullmatch(line)
        if match is None:
            raise BagRefused(path=root, reason=f"{name} có dòng sai mẫu")
        listed.append(match[2])
    if len(listed) != len(set(listed)) or set(listed) != expected:
        odd = sorted(set(listed) ^ expected) or ["trùng dòng"]
        raise BagRefused(path=root, reason=f"{name} không kê đúng các tệp có trong gói ({ascii(odd[0])[:120]})")


def _info(root: Path) -> dict[str, str]:
    fields = [line.partition(": ") for line in _lines(root, "bag-info.txt")]
    if any(not separator or not name.strip() for name, separator, _ in fields):
        raise BagRefused(path=root, reason="bag-info.txt có dòng sai mẫu")
    return {name: value for name, _, value in fields}
