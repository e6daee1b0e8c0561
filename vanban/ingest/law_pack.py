"""Turn a law pack's file into the pack, checked whole: every value, and that what it names is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from vanban.domain.finding import Finding, Place
from vanban.domain.law_pack import SCHEMA, Law, LawPack
from vanban.domain.law_text import LawText
from vanban.domain.provision import DeadlineProvision, Provision, UnitProvision
from vanban.domain.suggestion import did_you_mean
from vanban.ingest.reading import Path, ReadOutcome
from vanban.ingest.yaml_file import read_yaml


def read_law_pack(data: bytes, file: str, beside: Law) -> ReadOutcome[LawPack]:
    """The pack in a YAML file; ``beside`` is the law that it will stand with, whose texts and sources it may name.

    A pack of another form than this program reads, and one that names what is not there, is no pack: ``value`` is
    ``None`` wherever anything is wrong.
    """
    reading = read_yaml(data, file, LawPack)
    if reading.value is None:
        return reading
    others = Law(packs=tuple(pack for pack in beside.packs if pack.key != reading.value.key))
    found = tuple(
        _found(reading, path, value, reason, remedy) for path, value, reason, remedy in _faults(reading.value, others)
    )
    return ReadOutcome(None if found else reading.value, (*reading.findings, *found), reading.places, reading.lines)


_Told = tuple[Path, str | None, str, str]
"""Where in the pack, the value, what is wrong with it, and what to do."""


def _found(reading: ReadOutcome[LawPack], path: Path, value: str | None, reason: str, remedy: str) -> Finding:
    place: Place = reading.places.nearest(path)
    return Finding(place=place, value=value, reason=reason, remedy=remedy)


def _faults(pack: LawPack, others: Law) -> Iterator[_Told]:
    if pack.schema_version != SCHEMA:
        yield (
            ("schema_version",),
            str(pack.schema_version),
            f"Chương trình này đọc được kiểu tệp {SCHEMA}, không đọc được kiểu của tệp này.",
            "Hãy dùng tệp đúng kiểu, hoặc cài phiên bản mới của chương trình.",
        )
        return
    yield from _twice(pack)
    texts = {*others.texts, *(text.key for text in pack.texts)}
    sources = {source.key for source in pack.sources}
    for position, source in enumerate(pack.sources):
        other = others.sources.get(source.key)
        if other is not None and other != source:
            yield (
                ("sources", position, "key"),
                source.key,
                "Mã nguồn này là của một bộ quy định khác, với nội dung khác.",
                "Hãy đặt mã khác cho nguồn, rồi sửa các chỗ dùng mã ấy.",
            )
    for name, position, row in _rows(pack):
        yield from _references((name, position), row, texts, sources)
    units = {unit.key for unit in (*others.units, *pack.units)}
    for position, unit in enumerate(pack.units):
        for field in ("superior", "successor"):
            yield from _known(("units", position, field), getattr(unit, field), units, "đơn vị hành chính")


def _rows(pack: LawPack) -> Iterator[tuple[str, int, Provision | LawText]]:
    for name in LawPack.model_fields:
        value: Any = getattr(pack, name)
        if isinstance(value, tuple):
            yield from ((name, n, row) for n, row in enumerate(value) if isinstance(row, (Provision, LawText)))


def _references(
    path: Path, row: Provision | LawText, texts: Collection[str], sources: Collection[str]
) -> Iterator[_Told]:
    yield from _known((*path, "source"), row.source, sources, "nguồn")
    if isinstance(row, LawText):
        named = [("replaces", n, key) for n, key in enumerate(row.replaces)]
        named += [("amends", n, key) for n, key in enumerate(row.amends)]
        named += [("details", n, key) for n, key in enumerate(row.details)]
        for field, n, key in named:
            yield from _known((*path, field, n), key, texts, "văn bản")
    else:
        for n, reference in enumerate(row.cites):
            yield from _known((*path, "cites", n), reference.rpartition(" ")[2], texts, "văn bản")
        for field in ("begins_with", "ends_with"):
            yield from _known((*path, field), getattr(row, field), texts, "văn bản")
        if not row.cites and not row.remark:
            yield (
                path,
                None,
                "Quy định này không ghi điều khoản nào.",
                "Hãy ghi điều khoản (cites) hoặc ghi chú (remark).",
            )
    first, last = row.valid_from, row.valid_to
    if first and last and last < first:
        yield (*path, "valid_to"), str(last), "Ngày kết thúc đứng trước ngày bắt đầu.", "Hãy sửa một trong hai ngày."
    if isinstance(row, DeadlineProvision) and row.days is None and (row.month is None or row.day is None):
        yield (
            path,
            row.key,
            "Thời hạn không ghi số ngày, cũng không ghi ngày và tháng.",
            "Hãy ghi số ngày (days), hoặc tháng và ngày (month, day).",
        )


def _known(path: Path, key: str | None, known: Collection[str], what: str) -> Iterator[_Told]:
    if key is not None and key not in known:
        yield path, key, f"Không có {what} nào mang mã này.{did_you_mean(key, list(known))}", f"Hãy ghi đúng mã {what}."


def _twice(pack: LawPack) -> Iterator[_Told]:
    for name in ("sources", "texts", "units"):
        seen: set[str] = set()
        rows: tuple[Any, ...] = getattr(pack, name)
        for position, row in enumerate(rows):
            if row.key in seen and not isinstance(row, UnitProvision):
                yield (name, position, "key"), row.key, "Mã này đã dùng ở trên.", "Hãy đặt mã khác."
            seen.add(row.key)
