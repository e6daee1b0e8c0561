"""Flipped bits, old backups, a rewritten book: each is found (N15, N16, N20, N22, A01, A02)."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from invariants import entries, when_whole
from pydantic import JsonValue
from small_office import NOON, SERIES, founded, issued, places_in, recovered, render, request

from vanban.archive import EVERYTHING, Archive, Depth
from vanban.domain.damage import Harm
from vanban.domain.ledger import next_event, to_line
from vanban.domain.register_entry import EntryState, ObjectRole
from vanban.errors import DamagedArchive, NoRegister, StaleRegister
from vanban.register import Register
from vanban.register.deeds import do
from vanban.register.schema import FOLLOWING
from vanban.register.verification import damages
from vanban.workflows.issuing import recording, void
from vanban.workflows.issuing_terms import Places
from vanban.workflows.proving import Restored, restore, verify

_FLIPS = int(os.environ.get("VANBAN_TORTURE_FLIPS", "100"))
_TABLES = ("journal", *FOLLOWING)
KEY = {"series": "chung", "year": 2024, "ordinal": 1}
TOO_LONG = {**request("forged").model_dump(mode="json"), "subject": "x" * 501}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty-one documents, one void, one with a signed copy."""
    root = tmp_path_factory.mktemp("office")
    places = founded(root)
    for number in range(7):
        issued(places, str(number), *(f"{number}-{part}" for part in "abc"), series=SERIES[number % 2])
    rows = entries(places)
    void(places, rows[3].entry_key, "Chủ tịch không ký", NOON, "Lan")
    archive = Archive(places.archive)
    with recording(places) as register:
        item = archive.put(ObjectRole.SIGNED_COPY, "signed.pdf", b"%PDF-1.7 signed")
        register.add_object(rows[0].entry_key, item, NOON, "Lan")
    return root


@pytest.fixture
def places(office: Path, tmp_path: Path) -> Places:
    return places_in(Path(shutil.copytree(office, tmp_path / "office")))


def _rows(image: bytes) -> object:
    """Everything that the tables say, or that they cannot be read."""
    connection = sqlite3.connect(":memory:")
    try:
        connection.deserialize(image)
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in _TABLES]
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    finally:
        connection.close()


def test_every_bit_that_changes_a_row_of_the_register_is_found(places: Places) -> None:
    image = places.register.read_bytes()
    before, chance = _rows(image), random.Random(7)
    assert not list(damages(places.register, image))
    changed = 0
    while changed < _FLIPS:
        place, bit = chance.randrange(len(image)), 1 << chance.randrange(8)
        flipped = image[:place] + bytes([image[place] ^ bit]) + image[place + 1 :]
        if _rows(flipped) != before:
            changed += 1
            assert list(damages(places.register, flipped)), (place, bit)


def test_every_bit_of_an_archived_file_is_found_with_its_document(places: Places) -> None:
    chance, archive = random.Random(8), Archive(places.archive)
    rows = [row for row in entries(places) if row.objects]
    for _ in range(_FLIPS * 2 // 3):
        row = chance.choice(rows)
        path = archive.path_of(chance.choice(row.objects).sha256)
        whole = path.read_bytes()
        place, bit = chance.randrange(len(whole)), 1 << chance.randrange(8)
        path.chmod(0o644)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ bit]) + whole[place + 1 :])
        found = [damage for damage in verify(places, EVERYTHING).damages if damage.harm is Harm.OBJECT_ALTERED]
        path.write_bytes(whole)
        assert f"{row.number} năm 2024" in {damage.number for damage in found}


_HARMS: list[tuple[str, Callable[[Path, Path], object], Harm]] = [
    ("changed", lambda path, other: path.write_bytes(b"x" * path.stat().st_size), Harm.OBJECT_ALTERED),
    ("cut", lambda path, other: os.truncate(path, 3), Harm.OBJECT_ALTERED),
    ("swapped", lambda path, other: shutil.copyfile(other, path), Harm.OBJECT_ALTERED),
    ("deleted", lambda path, other: path.unlink(), Harm.OBJECT_MISSING),
    ("linked", lambda path, other: (path.unlink(), path.symlink_to(other)), Harm.OBJECT_ALTERED),
    ("joined", lambda path, other: path.with_name("extra.docx").write_bytes(b"x"), Harm.STRANGER),
]


@pytest.mark.parametrize(
    ("harm", "code"), [(harm, code) for _, harm, code in _HARMS], ids=[name for name, _, _ in _HARMS]
)
def test_a_file_of_the_archive_that_is_not_what_was_issued_is_named_with_its_document(
    harm: Callable[[Path, Path], object], code: Harm, places: Places
) -> None:
    archive = Archive(places.archive)
    for row, other in zip(entries(places)[5:10], entries(places)[10:], strict=False):
        fresh = places_in(
            Path(shutil.copytree(places.archive.parent.parent, places.archive.parents[2] / row.number[:2]))
        )
        path = Archive(fresh.archive).path_of(row.sha256)
        path.chmod(0o644)
        harm(path, archive.path_of(other.sha256))
        verdict = verify(fresh, EVERYTHING)
        assert not verdict.sound
        found = [damage for damage in verdict.damages if damage.harm is code]
        assert found
        assert code is Harm.STRANGER or found[0].number == f"{row.number} năm 2024"
        shutil.rmtree(fresh.archive.parents[1])


def test_a_sample_reads_its_share_and_all_samples_together_everything(places: Places) -> None:
    archive = Archive(places.archive)
    for path in archive.objects.rglob("*"):
        if path.is_file():
            path.chmod(0o644)
            path.write_bytes(b"?" * path.stat().st_size)
    assert verify(places).sound
    numbers = [{damage.number for damage in verify(places, Depth(part, 3)).damages} - {""} for part in (1, 2, 3)]
    assert [len(found) for found in numbers] == [7, 7, 7]
    assert len(set.union(*numbers)) == 21


def test_a_register_made_from_the_archive_alone_has_every_row(places: Places) -> None:
    with Register.open(places.register) as register:
        before = _rows(register.image())
    places.register.unlink()
    with pytest.raises(NoRegister):
        issued(places, "new", "new")
    assert restore(places) is Restored.REGISTER
    with Register.open(places.register) as register:
        assert _rows(register.image()) == before
    assert verify(places, EVERYTHING, render=render).damages == ()
    assert restore(places) is Restored.NOTHING


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[bytes, ...]]:
    """An office of twenty-one documents, and its register as it was before each of them."""
    root = tmp_path_factory.mktemp("grown")
    places = founded(root)
    backups = []
    for number in range(21):
        backups.append(places.register.read_bytes())
        issued(places, str(number), str(number))
    return root, tuple(backups)


@pytest.mark.parametrize("age", range(20))
def test_an_old_backup_of_the_register_is_refused_and_then_made_new(
    age: int, grown: tuple[Path, tuple[bytes, ...]], tmp_path: Path
) -> None:
    root, backups = grown
    places, backup = places_in(Path(shutil.copytree(root, tmp_path / "office"))), backups[age]
    with Register.open(places.register) as register:
        known = register.head().seq
    places.register.write_bytes(backup)
    with pytest.raises(StaleRegister) as caught:
        issued(places, "new", "new")
    assert caught.value.exit_code == 12
    assert str(caught.value) == (
        f"Sổ “{places.register}” là bản cũ: kho lưu trữ đã ghi tới việc thứ {known}, sổ chỉ có {2 + 2 * age}. "
        "Chưa cấp số nào. Hãy chạy “vanban recover” để lập lại sổ từ kho lưu trữ."
    )
    assert Harm.LEDGER_AHEAD in {damage.harm for damage in verify(places).damages}
    assert restore(places) is Restored.REGISTER
    assert issued(places, "new", "new").entries[0].ordinal == 22
    assert when_whole(places, [], render) == []


def test_a_register_and_ledger_that_are_both_old_are_brought_up_by_the_manifests(places: Places) -> None:
    old = places.register.read_bytes(), (places.archive / "ledger.jsonl").read_bytes()
    issued(places, "later", "later-a", "later-b")
    places.register.write_bytes(old[0])
    (places.archive / "ledger.jsonl").write_bytes(old[1])
    assert {damage.harm for damage in verify(places).damages} >= {Harm.STRANGER}
    assert restore(places) is Restored.REGISTER
    row = [entry for entry in entries(places) if entry.key == "later-b"]
    assert [entry.state for entry in row] == [EntryState.ISSUED]
    assert when_whole(places, [], render) == []


def test_a_damaged_ledger_is_written_again_from_a_register_that_proves_itself(places: Places) -> None:
    path = places.archive / "ledger.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole.replace("Ngô Quyền".encode(), "Ngô Quyến".encode(), 1))
    assert {damage.harm for damage in verify(places).damages} == {Harm.LEDGER}
    assert restore(places) is Restored.LEDGER
    assert path.read_bytes() == whole
    assert verify(places, EVERYTHING).damages == ()


def test_an_insider_who_rewrites_everything_is_betrayed_by_a_printed_head(places: Places, tmp_path: Path) -> None:
    with Register.open(places.register) as register:
        printed = register.head()
    forged = founded(tmp_path / "forged")
    for number in range(printed.seq):
        issued(forged, f"f{number}", f"f{number}")
    assert verify(forged).damages == ()
    assert [damage.harm for damage in verify(forged, witnesses=[printed]).damages] == [Harm.WITNESS]
    assert verify(places, witnesses=[printed]).damages == ()


def test_what_a_clerk_changes_loses_or_adds_among_the_copies_is_named_and_put_back(places: Places) -> None:
    first, second = sorted(places.published.rglob("*.docx"))[:2]
    first.write_bytes(b"changed in Word")
    second.unlink()
    (places.published / "ghi-chu.txt").write_bytes(b"x")
    verdict = verify(places, EVERYTHING)
    assert verdict.sound
    assert {damage.harm for damage in verdict.damages} == {
        Harm.PUBLISHED_ALTERED, Harm.PUBLISHED_MISSING, Harm.PUBLISHED_STRANGER,
    }  # fmt: skip
    recovered(places)
    from vanban.workflows.proving import republish

    assert {path.name for path in republish(places)} >= {first.name, second.name}
    assert (first.with_name(f"{first.stem}.sua-tay-1.docx")).read_bytes() == b"changed in Word"
    left = [damage for damage in verify(places, EVERYTHING).damages if damage.harm is not Harm.PUBLISHED_STRANGER]
    assert left == []


def test_a_document_that_its_inputs_no_longer_give_is_named(places: Places) -> None:
    from dataclasses import replace

    def newer(numbered: object) -> object:
        made = render(numbered)  # type: ignore[arg-type]
        return replace(made, pieces=tuple(replace(piece, data=piece.data + b" ") for piece in made.pieces))

    found = verify(places, EVERYTHING, render=newer).damages  # type: ignore[arg-type]
    assert {damage.harm for damage in found} == {Harm.NOT_REBUILT}
    assert len({damage.number for damage in found}) == 20


def test_a_number_can_be_given_up_though_its_archived_file_is_damaged(places: Places) -> None:
    entry = entries(places)[0]
    archive = Archive(places.archive)
    for item in entry.objects:
        path = archive.path_of(item.sha256)
        path.chmod(0o600)
        path.write_bytes(b"damaged")
    assert void(places, entry.entry_key, "Kho lưu hỏng", NOON, "Lan").state is EntryState.VOID


def test_a_value_that_no_register_gives_is_damage_though_it_is_sealed_and_follows(places: Places) -> None:
    said = {"batch": "forged", "day": "2024-03-05", "documents": [{"ordinal": 13, "request": TOO_LONG}]}
    with Register.open(places.register, reading_only=True) as register:
        forged = next_event(register.head(), NOON.isoformat(), "Lan", "reserve", said)  # type: ignore[arg-type]
    rows = sqlite3.connect(places.register)
    do(rows, forged)
    rows.commit()
    rows.close()
    verdict = verify(places)
    assert [damage.harm for damage in verdict.damages] == [Harm.ROW]
    assert "số 13 năm 2024" in verdict.damages[0].reason
    assert restore(places) is Restored.REGISTER
    assert verify(places).sound


def test_of_a_changed_row_the_number_is_named_and_no_other(places: Places) -> None:
    rows = sqlite3.connect(places.register)
    for trigger in ("entry_no_update", "object_no_update"):
        rows.execute(f"DROP TRIGGER {trigger}")
    rows.execute("UPDATE entry SET signer_name = 'Trần Thị B' WHERE series = 'chung' AND ordinal = 2")
    rows.execute("UPDATE object SET size = size + 1 WHERE series = 'chung' AND ordinal = 5 AND position = 0")
    rows.execute("UPDATE sought SET fields = 'khac' WHERE series = 'chung' AND ordinal = 7")
    rows.commit()
    rows.close()
    found = verify(places).damages
    assert [damage.harm for damage in found] == [Harm.SCHEMA, *[Harm.ROW] * 6]
    assert [damage.number for damage in found[1:]] == [
        f"số {ordinal} năm 2024 (“chung”)" for ordinal in (2, 2, 5, 5, 7, 7)
    ]


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("reserve", {"batch": "b", "day": "2024-03-05", "documents": [{"ordinal": 13, "request": TOO_LONG}]}),
        ("reserve", {"batch": "b", "day": "2024-03-05", "documents": 5}),
        ("reserve", {}),
        ("enter", {"documents": [[]]}),
        ("add_object", {"entry_key": KEY, "object": {"role": "x", "name": "../a", "sha256": "0" * 64, "size": 1}}),
        ("burn", {}),
    ],
)
def test_a_sealed_ledger_that_says_what_no_register_says_makes_no_register(
    places: Places, deed: str, said: JsonValue
) -> None:
    ledger = Archive(places.archive).ledger
    forged = next_event(ledger.heads()[0], NOON.isoformat(), "Lan", deed, said)  # type: ignore[arg-type]
    with ledger.path.open("ab") as stream:
        stream.write(to_line(forged).encode())
    places.register.unlink()
    with pytest.raises(DamagedArchive, match="dòng không khớp sổ đăng ký"):
        restore(places)
    assert not places.register.exists()
