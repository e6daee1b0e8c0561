"""A register that an earlier version of the program wrote is read as it was: what follows from its journal is pinned.

``files/version-1.jsonl`` is the ledger of a small office, ``files/version-1.rows`` every row that follows from it. A
change that makes another row of an old event would call every office's register damaged: it needs a migration
(:mod:`vanban.register.schema`) and a second pair of files here; this pair stays as it is.
"""

from __future__ import annotations

import lzma
import sqlite3
import tarfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from small_office import NOON, batch, request

from vanban.domain.accents import accent_free
from vanban.domain.dossier import Dossier, DossierDocument, RetentionPeriod
from vanban.domain.ledger import from_line, to_line
from vanban.domain.old_book import TakenOver
from vanban.domain.register_entry import (
    ActsOn,
    Addressee,
    Entry,
    EntryKey,
    EntryState,
    Issued,
    Link,
    ObjectRole,
    Relation,
    SeriesOpening,
    StoredObject,
)  # fmt: skip
from vanban.register import Batch, Register, rebuilt, this_process
from vanban.register.deeds import DEEDS
from vanban.register.schema import FOLLOWING, MIGRATIONS

FILES = Path(__file__).parent / "files"
TEXT = "Kế hoạch phát động thi đua năm 2024"


def test_the_rows_of_version_1_follow_from_its_ledger_as_they_did(tmp_path: Path) -> None:
    lines = (FILES / "version-1.jsonl").read_bytes().splitlines(keepends=True)
    events = [event for event in map(from_line, lines) if event]
    assert len(events) == len(lines)
    path = tmp_path / "register.sqlite"
    path.write_bytes(rebuilt(events, lambda key: accent_free(TEXT) if key.ordinal == 8 else ""))
    assert rows_of(path) == (FILES / "version-1.rows").read_text("utf-8")
    with Register.open(path, reading_only=True) as register:
        assert register.damages() == ()


def test_the_same_deeds_write_the_ledger_of_version_1(tmp_path: Path) -> None:
    path = tmp_path / "register.sqlite"
    everything_done_once(path)
    with Register.open(path, reading_only=True) as register:
        assert "".join(map(to_line, register.events())) == (FILES / "version-1.jsonl").read_text("utf-8")
    assert rows_of(path) == (FILES / "version-1.rows").read_text("utf-8")


def rows_of(path: Path) -> str:
    """Every row that follows from the journal, a line each."""
    rows = sqlite3.connect(path)
    try:
        return "".join(
            f"{table} {row!r}\n"
            for table, key in FOLLOWING.items()
            for row in rows.execute(f"SELECT * FROM {table} ORDER BY {', '.join(key)}")
        )
    finally:
        rows.close()


def everything_done_once(path: Path) -> None:
    """Every deed that the journal knows."""
    with Register.open(path, create=True) as register:
        for series, first in (("chung", 8), ("quyet-dinh", 1)):
            register.open_series(SeriesOpening(series=series, year=2024, first=first), NOON, "Lan")
        paper = Entry(
            **dict(request("giay")), year=2024, ordinal=7, issued_on=date(2024, 3, 4), state=EntryState.PAPER,
            batch="so-giay", position=0,
        )  # fmt: skip
        register.import_paper([paper], "so-giay", NOON, "Lan")
        plan, spare = key("chung", 8), key("chung", 9)
        inputs = (stored(ObjectRole.INPUT, "data.json", "c"),)
        asked = [
            request("a", inputs=inputs, organ_id="H01.02", due_on=date(2024, 12, 2), note="Hỏa tốc"),
            request("b", sent_on=date(2024, 3, 6)),
        ]
        register.reserve(batch("first"), asked)
        register.enter([issued(plan, TEXT)], NOON, "Lan")
        register.void(spare, "Ghi nhầm ngày", NOON, "Lan")
        correction = request("c", "quyet-dinh", acts_on=(ActsOn(relation=Relation.CORRECTS, target=plan),))
        register.reserve(batch("second"), [correction])
        register.enter([issued(key("quyet-dinh", 1), "")], NOON, "Lan")
        register.link(Link(source=key("quyet-dinh", 1), relation=Relation.AMENDS, target=key("chung", 7)), NOON, "Lan")
        register.add_object(plan, stored(ObjectRole.SIGNED_COPY, "signed.pdf", "d"), NOON, "Lan")
        dossier = Dossier(
            code="01.TĐKT", year=2024, title="Hồ sơ thi đua", retention=RetentionPeriod(years=10), creator="Lan"
        )
        register.open_dossier(dossier, NOON, "Lan")
        register.file(2024, "01.TĐKT", DossierDocument(entry_key=plan, sheets=1), NOON, "Lan")
        register.file(
            2024, "01.TĐKT", DossierDocument(number="12/TTr-HĐ", subject="Tờ trình", author="Hội đồng"), NOON, "Lan"
        )
        register.close_dossier(2024, "01.TĐKT", date(2024, 12, 31), NOON, "Lan")
        for name in ("first", "second"):
            register.finish(name)


def key(series: str, ordinal: int) -> EntryKey:
    return EntryKey(series=series, year=2024, ordinal=ordinal)


def stored(role: ObjectRole, name: str, digit: str) -> StoredObject:
    return StoredObject(role=role, name=name, sha256=digit * 64, size=3)


def issued(number: EntryKey, text: str) -> Issued:
    objects = (stored(ObjectRole.WORD, "document.docx", "a"), stored(ObjectRole.TEXT, "text.txt", "b"))
    return Issued(entry_key=number, manifest_sha256="e" * 64, objects=objects, pages=2, text=text)


def test_every_deed_of_the_journal_is_in_the_ledger_of_a_version() -> None:
    lines = b"".join(path.read_bytes() for path in sorted(FILES.glob("version-*.jsonl")))
    assert {event.deed for event in map(from_line, lines.splitlines()) if event} == set(DEEDS)


def new_in_version_2(path: Path) -> None:
    """Every deed that version 2 has added, after those of version 1."""
    everything_done_once(path)
    with Register.open(path) as register:
        register.skip(key("quyet-dinh", 3), "Cấp tay khi mất điện", NOON, "Lan")
        given = Batch("third", NOON.date(), NOON, "Lan", this_process(), given=5)
        register.reserve(given, [request("d", "quyet-dinh")])
        register.finish("third")


def new_in_version_3(path: Path) -> None:
    """Every deed that version 3 has added, after those of version 2."""
    new_in_version_2(path)
    with Register.open(path) as register:
        register.retract_object(key("chung", 8), "d" * 64, "Quét nhầm", NOON, "Lan")
        register.add_object(key("chung", 8), stored(ObjectRole.SIGNED_COPY, "signed.pdf", "d"), NOON, "Lan")


def beside(ordinal: int, suffix: str, position: int, subject: str) -> TakenOver:
    """A document of the old book beside a number."""
    return TakenOver(
        series="chung", year=2024, ordinal=ordinal, suffix=suffix, symbol="KH-UBND", issued_on=date(2024, 2, 20),
        type_name="Kế hoạch", subject=subject, organ_name="Ủy ban nhân dân phường Ngô Quyền",
        signer_name="Nguyễn Văn A", recipients=(Addressee(organ_name="Các tổ dân phố"),), retained_by="VT", copies=3,
        note="Ghi bằng bút chì", batch="so-cu", position=position,
    )  # fmt: skip


def new_in_version_4(path: Path) -> None:
    """Every deed that version 4 has added, after those of version 3."""
    new_in_version_3(path)
    paper = Entry(
        **dict(request("cu")), year=2024, ordinal=6, issued_on=date(2024, 2, 19), state=EntryState.PAPER,
        batch="so-cu", position=0,
    )  # fmt: skip
    with Register.open(path) as register:
        rows = (beside(6, "a", 1, "Chen vào"), beside(6, "", 2, "Trùng số"), beside(12, "/1", 3, "Sau cùng"))
        register.import_paper([paper, *rows], "so-cu", NOON, "Lan")


@pytest.mark.parametrize(("version", "deeds"), [(2, new_in_version_2), (3, new_in_version_3), (4, new_in_version_4)])
def test_the_rows_of_a_version_follow_from_its_ledger_as_they_did(
    version: int, deeds: Callable[[Path], None], tmp_path: Path
) -> None:
    lines = (FILES / f"version-{version}.jsonl").read_bytes().splitlines(keepends=True)
    events = [event for event in map(from_line, lines) if event]
    assert len(events) == len(lines)
    path, again = tmp_path / "register.sqlite", tmp_path / "again.sqlite"
    path.write_bytes(rebuilt(events, lambda key: accent_free(TEXT) if key.ordinal == 8 else ""))
    deeds(again)
    assert rows_of(path) == rows_of(again) == (FILES / f"version-{version}.rows").read_text("utf-8")
    with Register.open(again, reading_only=True) as register:
        assert "".join(map(to_line, register.events())).encode() == b"".join(lines)
        assert register.damages() == ()


@pytest.mark.parametrize(("version", "deeds"), [(2, new_in_version_2), (3, new_in_version_3), (4, new_in_version_4)])
def test_a_file_of_a_later_version_is_brought_up_and_stays_whole(
    version: int, deeds: Callable[[Path], None], tmp_path: Path
) -> None:
    """The register file that the program of that version wrote."""
    path, today = tmp_path / "register.sqlite", tmp_path / "today.sqlite"
    path.write_bytes(lzma.decompress((FILES / f"version-{version}.sqlite.xz").read_bytes()))
    before = sqlite3.connect(path)
    try:
        assert before.execute("PRAGMA user_version").fetchone() == (version,)
    finally:
        before.close()
    deeds(today)
    with Register.open(path) as register:
        assert register.damages() == ()
        register.import_paper([beside(12, "a", 0, "Sau khi nâng cấp")], "so-cu", NOON, "Lan")
        assert register.damages() == ()
    with Register.open(today) as register:
        register.import_paper([beside(12, "a", 0, "Sau khi nâng cấp")], "so-cu", NOON, "Lan")
    assert rows_of(path) == rows_of(today)


def test_a_file_of_version_1_is_brought_up_and_stays_whole(tmp_path: Path) -> None:
    """The register of the frozen office of 0.1.0, as that version wrote it."""
    path = tmp_path / "register.sqlite"
    with tarfile.open(FILES.parent.parent / "frozen" / "office-0.1.0.tar.xz") as packed:
        found = packed.extractfile("thi-dua/data/issued/register.sqlite")
        assert found is not None
        path.write_bytes(found.read())
    before = sqlite3.connect(path)
    try:
        assert before.execute("PRAGMA user_version").fetchone() == (1,)
    finally:
        before.close()
    with Register.open(path) as register:
        assert register.damages() == ()
        assert register.skipped() == ()
        assert len(register.entries()) == 26
    after = sqlite3.connect(path)
    try:
        assert after.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    finally:
        after.close()
