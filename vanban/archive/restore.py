"""The whole history of the register, from the archive alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from operator import attrgetter

from pydantic import JsonValue

from vanban.archive.archive import Archive
from vanban.archive.manifest import IssuedManifest
from vanban.domain.ledger import Event, Head, next_event
from vanban.domain.register_entry import DocumentRequest, EntryKey, SeriesOpening, SkippedNumbers
from vanban.errors import DamagedArchive


def history(archive: Archive, text_hash: dict[EntryKey, str]) -> tuple[Event, ...]:
    """Every event: those of the ledger, then those that only manifests tell of.

    A manifest is written before its number is entered, and the ledger after; so a number that only a manifest knows
    was given, and its document is whole: it goes forward to issued. ``text_hash`` holds the hashes of the searchable
    texts of such documents.

    Raises :class:`DamagedArchive`: the ledger is damaged inside, or a number between is known to nobody.
    """
    events = list(archive.ledger.events())
    known = _Known(events)
    lost = [manifest for manifest in manifests(archive) if manifest.entry_key not in known.issued]
    for batch, group in groupby(sorted(lost, key=_by_batch), key=attrgetter("batch")):
        documents = list(group)
        for manifest in documents:
            known.check_follows(archive, batch, manifest)
        for deed, body in _bodies(documents, known, text_hash):
            first = documents[0]
            events.append(next_event(known.head, first.moment, first.actor, deed, body))
            known.add(events[-1])
    return tuple(events)


def manifests(archive: Archive) -> Iterator[IssuedManifest]:
    """All manifests that can be read and whose objects are whole, by series, year and number."""
    for path in sorted(archive.documents.glob("*/*/*.json")):
        key = {"series": path.parts[-3], "year": path.parts[-2], "ordinal": path.stem}
        manifest = archive.whole_manifest(EntryKey.model_validate(key))
        if manifest and archive.manifest_path(manifest.entry_key) == path:
            yield manifest


class _Known:
    """What the events so far say: which numbers were given, issued, given up, and with which number a series begins."""

    def __init__(self, events: list[Event]) -> None:
        self.head = Head()
        self.given: dict[EntryKey, str] = {}
        self.issued: set[EntryKey] = set()
        self.batches: set[str] = set()
        self.first: dict[tuple[str, int], int] = {}
        for event in events:
            self.add(event)

    def add(self, event: Event) -> None:
        self.head = event.head
        said = event.body
        if event.deed == "open_series":
            opening = SeriesOpening.model_validate(said)
            self.first[opening.series, opening.year] = opening.first
        elif event.deed == "reserve":
            batch = str(said["batch"])
            self.batches.add(batch)
            year = date.fromisoformat(str(said["day"])).year
            for document in _list(said["documents"]):
                request = DocumentRequest.model_validate(document["request"])
                key = EntryKey.model_validate({"series": request.series, "year": year, "ordinal": document["ordinal"]})
                self.given[key] = batch
        elif event.deed == "skip":
            skipped = SkippedNumbers.model_validate(said)
            for ordinal in range(skipped.first, skipped.last + 1):
                self.given[EntryKey(series=skipped.series, year=skipped.year, ordinal=ordinal)] = ""
        elif event.deed == "enter":
            self.issued |= {EntryKey.model_validate(item["entry_key"]) for item in _list(said["documents"])}
        elif event.deed == "void":
            self.issued.add(EntryKey.model_validate(said["entry_key"]))

    def check_follows(self, archive: Archive, batch: str, manifest: IssuedManifest) -> None:
        key = manifest.entry_key
        path = archive.manifest_path(key)
        if batch in self.batches and self.given.get(key) != batch:
            raise DamagedArchive(path=path, reason="bản kê không thuộc lượt cấp số này")
        before = key.model_copy(update={"ordinal": key.ordinal - 1})
        if key.ordinal > self.first.get((key.series, key.year), 1) and before not in self.given:
            raise DamagedArchive(path=path, reason=f"không còn dấu vết của số {before.ordinal} trước đó")
        self.given[key] = batch


def _bodies(
    documents: list[IssuedManifest], known: _Known, text_hash: dict[EntryKey, str]
) -> Iterator[tuple[str, dict[str, JsonValue]]]:
    first = documents[0]
    for series, year in sorted({(item.entry_key.series, item.entry_key.year) for item in documents} - set(known.first)):
        yield "open_series", SeriesOpening(series=series, year=year).model_dump(mode="json")
    if first.batch not in known.batches:
        given: list[JsonValue] = [
            {"ordinal": item.entry_key.ordinal, "request": item.request.model_dump(mode="json")} for item in documents
        ]
        yield "reserve", {"batch": first.batch, "day": first.issued_on.isoformat(), "documents": given}
    entered: list[JsonValue] = [
        {**item.issued("").model_dump(mode="json", exclude={"text"}), "text_sha256": text_hash[item.entry_key]}
        for item in documents
    ]
    yield "enter", {"documents": entered}


def _by_batch(manifest: IssuedManifest) -> tuple[str, str, int]:
    return manifest.moment, manifest.batch, manifest.position


def _list(value: JsonValue) -> list[dict[str, JsonValue]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
