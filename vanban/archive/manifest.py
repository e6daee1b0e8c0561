"""What the archive says of one issued document: enough to prove it, to make it again and to rebuild its row."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Final, Literal

from pydantic import Field, PrivateAttr
from pydantic_core import from_json

from vanban.domain.ledger import canonical
from vanban.domain.record import Record
from vanban.domain.register_entry import DocumentRequest, EntryKey, Issued, Sha256, StoredObject

FORMAT: Final = "vanban-manifest-v1"


class IssuedManifest(Record):
    """One document under one number: made from these inputs, by these versions, into these objects."""

    format: Literal["vanban-manifest-v1"] = FORMAT
    entry_key: EntryKey
    number: str
    issued_on: date
    batch: str
    position: int = Field(ge=0)
    moment: str
    actor: str
    request: DocumentRequest
    objects: tuple[StoredObject, ...] = Field(min_length=1)
    sha512: dict[Sha256, str]
    pages: int | None = None
    content: str = ""
    versions: dict[str, str]
    _written: bytes = PrivateAttr(default=b"")

    def to_bytes(self) -> bytes:
        """The one form in which it lies in the archive: of one that was read the very bytes that were.

        An earlier version of the program wrote fewer fields; its manifests are not written anew.
        """
        return self._written or _form(self.model_dump(mode="json"))

    def issued(self, text: str) -> Issued:
        """What the register enters; ``text`` is what people will search."""
        seal = hashlib.sha256(self.to_bytes()).hexdigest()
        return Issued(entry_key=self.entry_key, manifest_sha256=seal, objects=self.objects, pages=self.pages, text=text)


def from_bytes(data: bytes) -> IssuedManifest | None:
    """The manifest in ``data``; nothing where it is damaged or not of our writing."""
    try:
        manifest = IssuedManifest.model_validate_json(data)
        if _form(from_json(data, allow_inf_nan=False)) != data:
            return None
    except ValueError:
        return None
    manifest._written = data
    return manifest


def _form(fields: object) -> bytes:
    return (canonical(fields) + "\n").encode("utf-8")
