"""The archive's folder: objects by hash, manifests by number, the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vanban import durable
from vanban.archive.ledger import Ledger
from vanban.archive.manifest import IssuedManifest, from_bytes
from vanban.archive.reading import read
from vanban.domain.register_entry import EntryKey, ObjectRole, StoredObject
from vanban.errors import DamagedArchive


def manifest_name(ordinal: int) -> str:
    """What the manifest of a number is called in the folder of its series and year."""
    return f"{ordinal:05d}.json"


class Archive:
    """Everything that was issued, and the drafts that got their number and were overtaken."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.objects = root / "objects"
        self.documents = root / "documents"
        self.staging = root / "staging"
        self.ledger = Ledger(root / "ledger.jsonl")

    def put(self, role: ObjectRole, name: str, data: bytes) -> StoredObject:
        """Store bytes under their hash; bytes that lie there already are read, compared and made durable.

        Raises :class:`vanban.errors.FileFault`.
        """
        item = StoredObject(role=role, name=name, sha256=hashlib.sha256(data).hexdigest(), size=len(data))
        path = self.path_of(item.sha256)
        if self._holds(path, item):
            durable.sync(path)
        else:
            durable.write(path, data, via=self.staging, read_only=True)
        return item

    def get(self, item: StoredObject) -> bytes:
        """The bytes of an object, checked. Raises :class:`DamagedArchive`."""
        path = self.path_of(item.sha256)
        if not path.is_file():
            raise DamagedArchive(path=path, reason="tệp không còn")
        with read(path):
            data = path.read_bytes()
        if hashlib.sha256(data).hexdigest() != item.sha256 or len(data) != item.size:
            raise DamagedArchive(path=path, reason="nội dung không đúng mã kiểm chứng")
        return data

    def words_of(self, manifest: IssuedManifest) -> str:
        """The words of a document, for searching. Raises :class:`DamagedArchive`."""
        texts = [self.get(item) for item in manifest.objects if item.role is ObjectRole.TEXT]
        return "\n".join(text.decode("utf-8") for text in texts)

    def holds(self, item: StoredObject) -> bool:
        """Whether the object lies there whole: its bytes are read."""
        return self._holds(self.path_of(item.sha256), item)

    def settle(self, manifest: IssuedManifest) -> IssuedManifest:
        """Write a manifest, or find the one that this number has: the first to arrive counts.

        Afterwards it and its objects are durable. Only a manifest that is damaged, or whose objects are, is replaced.
        """
        path = self.manifest_path(manifest.entry_key)
        if durable.create(path, manifest.to_bytes(), via=self.staging, read_only=True):
            return manifest
        found = self.whole_manifest(manifest.entry_key)
        if found:
            return found
        durable.write(path, manifest.to_bytes(), via=self.staging, read_only=True)
        return manifest

    def manifest(self, key: EntryKey) -> IssuedManifest | None:
        """The manifest of a number, if there is one that can be read."""
        path = self.manifest_path(key)
        with read(path):
            return from_bytes(path.read_bytes()) if path.is_file() else None

    def whole_manifest(self, key: EntryKey) -> IssuedManifest | None:
        """The manifest of a number whose objects are all there, made durable with them; nothing otherwise."""
        manifest = self.manifest(key)
        if manifest is None or not all(self.holds(item) for item in manifest.objects):
            return None
        for item in manifest.objects:
            durable.sync(self.path_of(item.sha256))
        durable.sync(self.manifest_path(key))
        return manifest

    def path_of(self, sha256: str) -> Path:
        """Where an object lies."""
        return self.objects / sha256[:2] / sha256

    def manifest_path(self, key: EntryKey) -> Path:
        """Where the manifest of a number lies."""
        return self.documents / key.series / str(key.year) / manifest_name(key.ordinal)

    def has_manifest(self, key: EntryKey) -> bool:
        """Whether something lies where the manifest of that number belongs."""
        return self.manifest_path(key).exists()

    @contextmanager
    def recovering(self) -> Iterator[bool]:
        """Be the only one who finishes what others left; whether we are. Nobody waits for that."""
        with durable.held(self.root / "recovery.lock", 0) as ours:
            yield ours

    def clean(self) -> None:
        """Remove the temporary files of writers that died."""
        if self.staging.is_dir():
            durable.remove_leftovers(self.staging)

    def _holds(self, path: Path, item: StoredObject) -> bool:
        if not path.is_file() or path.stat().st_size != item.size:
            return False
        with read(path), path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == item.sha256
