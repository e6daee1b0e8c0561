"""A BagIt bag (RFC 8493) for handing documents over: payload, two digests of everything, fields of Phụ lục VI."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import bagit
from lxml import etree

from vanban import durable
from vanban.archive.archive import Archive
from vanban.archive.reading import read
from vanban.domain.dossier import Dossier, DossierDocument, IndexLine, index
from vanban.domain.ledger import Head
from vanban.domain.metadata import Fields, document_fields, dossier_fields, walk
from vanban.domain.register_entry import Entry, ObjectRole, StoredObject, ascii_slug, file_stem
from vanban.errors import BagRefused, PathTaken, VanbanError

ALGORITHMS: Final = ("sha256", "sha512")
DECLARATION: Final = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
HANDOVER: Final = "handover"
CONTENTS: Final = "Vanban-Contents"
"""The field of ``bag-info.txt`` that tells a full bag, with personal data in it, from one for handing over."""

SUFFIXES: Final = {ObjectRole.WORD: ".docx", ObjectRole.PDF: ".pdf", ObjectRole.TEXT: ".txt"}


@dataclass(frozen=True)
class BagDocument:
    """An issued, void or reserved number that goes into the bag, and its place in a dossier if the bag is one's."""

    entry: Entry
    position: int | None = None


@dataclass(frozen=True)
class BagDossier:
    """The dossier that the bag hands over, with its documents from outside the register too."""

    card: Dossier
    documents: tuple[DossierDocument, ...]


@dataclass(frozen=True)
class BagOrder:
    """What goes into a bag: documents, their dossier if it is one's, who sends it when, the witness of the register.

    ``whole`` adds the ledger, confidential series and all: only such a bag can bring a lost register back. The ledger
    speaks of papers from ``outside`` too, that lie in dossiers of any year.
    ``for_handover`` leaves out what the receiver has no use for: the data that documents were made from, with what they
    say of persons, the ledger, signed copies that were set aside.
    """

    documents: tuple[BagDocument, ...]
    dossier: BagDossier | None
    organization: str
    bagged_on: str
    identifier: str
    head: Head
    whole: bool = False
    for_handover: bool = False
    outside: tuple[StoredObject, ...] = ()

    @property
    def contents(self) -> str:
        """What kind of bag it is, as its own description names it."""
        return HANDOVER if self.for_handover else "full"


def write_bag(archive: Archive, order: BagOrder, target: Path) -> None:
    """Write the bag as the folder ``target``, which appears only when bagit itself has found it valid.

    Raises:
        PathTaken: there is such a folder already.
        DamagedArchive: an object is not what was issued; nothing is handed over then.
    """
    if target.exists():
        raise PathTaken(path=target)
    unfinished = target.with_name(f".{target.name}.tam")
    durable.remove_folder(unfinished)
    try:
        _write(archive, order, unfinished)
    except VanbanError:
        durable.remove_folder(unfinished)
        raise
    durable.rename_folder(unfinished, target)


def _write(archive: Archive, order: BagOrder, unfinished: Path) -> None:
    sums: dict[str, dict[str, str]] = {}
    octets = 0
    for name, data in _payload(archive, order):
        path = f"data/{name}"
        durable.write(unfinished / path, data)
        sums[path] = {algorithm: hashlib.new(algorithm, data).hexdigest() for algorithm in ALGORITHMS}
        octets += len(data)
    tags = {"bagit.txt": DECLARATION, "bag-info.txt": _info(order, octets, len(sums))}
    tags |= {f"manifest-{algorithm}.txt": _sums(sums, algorithm) for algorithm in ALGORITHMS}
    tag_sums = {
        name: {algorithm: hashlib.new(algorithm, data).hexdigest() for algorithm in ALGORITHMS}
        for name, data in tags.items()
    }
    tags |= {f"tagmanifest-{algorithm}.txt": _sums(tag_sums, algorithm) for algorithm in ALGORITHMS}
    for name, data in tags.items():
        durable.write(unfinished / name, data)
    try:
        bagit.Bag(str(unfinished)).validate()
    except bagit.BagError as error:
        raise BagRefused(path=unfinished, reason="gói vừa ghi không qua được phép kiểm tra") from error


def folder_of(entry: Entry) -> str:
    """Where a document lies in the payload: ``2024/chung/0024_KH-UBND_2024``."""
    return f"{entry.year}/{entry.series}/{file_stem(entry)}"


def _payload(archive: Archive, order: BagOrder) -> Iterator[tuple[str, bytes]]:
    entries = [document.entry for document in order.documents]
    card = order.dossier.card if order.dossier else None
    inputs: set[str] = set()
    for document in order.documents:
        folder = folder_of(document.entry)
        yield from _fields(folder, "OutgoingDocument", document_fields(document.entry, card, document.position))
        manifest = archive.manifest(document.entry.entry_key) if document.entry.manifest_sha256 else None
        if manifest and not order.for_handover:
            yield f"{folder}/manifest.json", manifest.to_bytes()
        for position, item in enumerate(document.entry.objects):
            if not (order.for_handover and item.role is ObjectRole.RETRACTED_COPY):
                yield f"{folder}/{_object_name(document.entry, position)}", archive.get(item)
        for item in () if order.for_handover else document.entry.inputs:
            if item.sha256 not in inputs:
                inputs.add(item.sha256)
                yield f"inputs/{item.sha256}", archive.get(item)
    yield "register.json", _json([entry.model_dump(mode="json") for entry in entries])
    if order.dossier:
        yield from _dossier(archive, order.dossier, entries)
    if order.whole and not order.for_handover and archive.ledger.path.exists():
        for seal, item in sorted({item.sha256: item for item in order.outside}.items()):
            yield f"outside/{seal}", archive.get(item)
        with read(archive.ledger.path):
            ledger = archive.ledger.path.read_bytes()
        yield "ledger.jsonl", ledger


def _dossier(archive: Archive, dossier: BagDossier, entries: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
    yield from _fields("dossier", "File", dossier_fields(dossier.card, entries, len(dossier.documents)))
    lines: tuple[IndexLine, ...] = index(dossier.documents, entries)
    yield "dossier/index.json", _json([line.model_dump(mode="json") for line in lines])
    for position, document in enumerate(dossier.documents, start=1):
        for number, item in enumerate(document.objects, start=1):
            suffix = ascii_slug(Path(item.name).suffix.removeprefix(".")) or "bin"
            yield f"dossier/outside/{position:03d}-{number}.{suffix}", archive.get(item)


def _object_name(entry: Entry, position: int) -> str:
    item = entry.objects[position]
    if item.role in SUFFIXES and [other.role for other in entry.objects].count(item.role) == 1:
        return file_stem(entry) + SUFFIXES[item.role]
    suffix = ascii_slug(Path(item.name).suffix.removeprefix(".")) or "bin"
    return f"{file_stem(entry)}_{item.role.value}-{position}.{suffix}"


def _fields(folder: str, root: str, fields: Fields) -> Iterator[tuple[str, bytes]]:
    yield f"{folder}/metadata.json", _json(fields)
    element = etree.Element(root)
    _fill(element, fields)
    yield f"{folder}/metadata.xml", etree.tostring(element, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _fill(element: etree._Element, fields: Mapping[str, object]) -> None:
    for name, value in walk(fields):
        child = etree.SubElement(element, name)
        if isinstance(value, dict):
            _fill(child, value)
        else:
            child.text = str(value)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _info(order: BagOrder, octets: int, files: int) -> bytes:
    fields = {
        "Source-Organization": order.organization,
        "External-Identifier": order.identifier,
        "Bagging-Date": order.bagged_on,
        "Payload-Oxum": f"{octets}.{files}",
        "Bag-Software-Agent": "vanban",
        CONTENTS: order.contents,
        "Vanban-Register-Head": f"{order.head.seq} {order.head.hash}",
    }
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in fields.items()).encode("utf-8")


def _sums(sums: Mapping[str, Mapping[str, str]], algorithm: str) -> bytes:
    return "".join(f"{sums[path][algorithm]}  {path}\n" for path in sorted(sums)).encode("utf-8")
