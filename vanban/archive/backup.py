"""A backup: a folder of objects by their hash, and of dated copies that say which file of an office each one was.

A copy is written last, so that whatever ends it before leaves every earlier one as it was. Objects that lie there
already are read and not written again.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

from vanban import durable
from vanban.archive.reading import read
from vanban.domain.backup import BackedUpFile, BackupCopy
from vanban.domain.ledger import canonical
from vanban.errors import BackupLocked, BackupRefused, DamagedArchive, FolderMissing

_MARKER: Final = "vanban-backup.json"
_FORMAT: Final = "vanban-backup-1"


class Vault(Protocol):
    """Turns bytes into what lies in a backup, and back."""

    def name(self, seal: str) -> str:
        """Under which name a file of that SHA-256 lies."""

    def close(self, name: str, data: bytes) -> bytes:
        """What is written under ``name``."""

    def open(self, name: str, data: bytes) -> bytes:
        """What was written. ``ValueError``: it is not what was written under that name."""


class OpenVault:
    """Everything lies as it is."""

    def name(self, seal: str) -> str:
        """Its own."""
        return seal

    def close(self, name: str, data: bytes) -> bytes:
        """The bytes themselves."""
        return data

    def open(self, name: str, data: bytes) -> bytes:
        """The bytes themselves."""
        return data


class Backup:
    """An open backup folder."""

    def __init__(self, root: Path, vault: Vault) -> None:
        self.root = root
        self._vault = vault

    def put(self, path: str, data: bytes) -> tuple[BackedUpFile, bool]:
        """Keep the bytes of a file, read back from where they lie; whether they were new.

        Raises :class:`vanban.errors.FileFault`, :class:`DamagedArchive`.
        """
        item = BackedUpFile(path=path, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
        if self._holds(item):
            return item, False
        name = self._vault.name(item.sha256)
        durable.write(self._object(name), self._vault.close(name, data))
        self.get(item)
        return item, True

    def get(self, item: BackedUpFile) -> bytes:
        """The bytes of a file. Raises :class:`DamagedArchive`."""
        name = self._vault.name(item.sha256)
        path = self._object(name)
        if not path.is_file():
            raise DamagedArchive(path=path, reason="tệp không còn")
        with read(path):
            sealed = path.read_bytes()
        try:
            data = self._vault.open(name, sealed)
        except ValueError as error:
            raise DamagedArchive(path=path, reason="nội dung không đúng như khi sao lưu") from error
        if len(data) != item.size or hashlib.sha256(data).hexdigest() != item.sha256:
            raise DamagedArchive(path=path, reason="nội dung không đúng như khi sao lưu")
        return data

    def write(self, copy: BackupCopy) -> str:
        """Write a copy, after all of its files; its name. Raises :class:`vanban.errors.FileFault`."""
        text = canonical(copy.model_dump(mode="json")).encode("utf-8")
        sealed = text + b"\n" + hashlib.sha256(text).hexdigest().encode("ascii") + b"\n"
        stem = copy.moment[:19].replace(":", "-")
        for number in range(1, 1000):
            name = stem if number == 1 else f"{stem}_{number}"
            if durable.create(self._copies / f"{name}.json", self._vault.close(name, sealed)):
                self.read(name)
                return name
        raise BackupRefused(path=self.root, reason="quá nhiều bản sao trong một giây")

    def names(self) -> tuple[str, ...]:
        """The copies that lie there, the newest first."""
        found = self._copies.glob("*.json") if self._copies.is_dir() else ()
        return tuple(sorted((path.stem for path in found), reverse=True))

    def read(self, name: str) -> BackupCopy:
        """One copy. Raises :class:`BackupRefused` where there is none, or it is not whole."""
        path = self._copies / f"{name}.json"
        if name not in self.names():
            raise BackupRefused(path=self.root, reason=f"không có bản sao “{name}”")
        with read(path):
            sealed = path.read_bytes()
        try:
            text, _, seal = self._vault.open(name, sealed).partition(b"\n")
            if seal != hashlib.sha256(text).hexdigest().encode("ascii") + b"\n":
                raise ValueError("cut short or altered")
            return BackupCopy.model_validate_json(text)
        except ValueError as error:
            raise BackupRefused(path=self.root, reason=f"bản sao “{name}” bị cắt hoặc bị sửa") from error

    def whole(self) -> Iterator[tuple[str, BackupCopy]]:
        """The copies that can be read, the newest first."""
        for name in self.names():
            try:
                copy = self.read(name)
            except BackupRefused:
                continue
            yield name, copy

    @property
    def _copies(self) -> Path:
        return self.root / "copies"

    def _object(self, name: str) -> Path:
        return self.root / "objects" / name[:2] / name

    def _holds(self, item: BackedUpFile) -> bool:
        try:
            self.get(item)
        except DamagedArchive:
            return False
        return True


def open_backup(root: Path, password: str | None = None, *, create: bool = False) -> Backup:
    """The backup in the folder ``root``; ``create`` begins one where the folder is not there, or empty.

    Raises :class:`BackupRefused`, :class:`BackupLocked`, :class:`vanban.errors.FolderMissing`,
    :class:`vanban.errors.FileFault`.
    """
    marker = root / _MARKER
    if not marker.is_file():
        if not create or (root.exists() and (not root.is_dir() or any(root.iterdir()))):
            if not root.exists():
                raise FolderMissing(path=root)
            raise BackupRefused(path=root, reason="không phải là thư mục sao lưu của chương trình")
        durable.make_folder(root)
        durable.write(marker, _begun(password))
    with read(marker):
        text = marker.read_bytes()
    try:
        said = json.loads(text)
        salt, proof = base64.b64decode(said.get("salt", "")), base64.b64decode(said.get("proof", ""))
        known = said["format"] == _FORMAT
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BackupRefused(path=root, reason=f"tệp {_MARKER} không đọc được") from error
    if not known:
        raise BackupRefused(path=root, reason="do phiên bản mới hơn của chương trình ghi")
    if bool(salt) != (password is not None):
        raise BackupLocked(path=root, reason="cần mật khẩu" if salt else "thư mục này không đặt mật khẩu")
    if password is None:
        return Backup(root, OpenVault())
    from vanban.archive.vault import unlocked  # Takes longer to load than most commands have to do.

    return Backup(root, unlocked(root, password, salt, proof))


def _begun(password: str | None) -> bytes:
    said = {"format": _FORMAT}
    if password is not None:
        from vanban.archive.vault import LockedVault, new_salt

        salt = new_salt()
        proof = LockedVault(password, salt).close("vanban-backup", b"vanban")
        said |= {"salt": base64.b64encode(salt).decode(), "proof": base64.b64encode(proof).decode()}
    return (canonical(said) + "\n").encode("utf-8")
