"""The register's file: where it may lie, and what other programs did to it (N17, N18, N19)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from pydantic import JsonValue
from small_office import NOON, batch, request
from torture.kill import killed_at, points_of

from vanban.domain.damage import Harm
from vanban.domain.ledger import next_event
from vanban.domain.register_entry import SeriesOpening
from vanban.errors import DamagedRegister, ForeignRegister, NewerRegister, NoRegister, UnsafeVolume
from vanban.register import Owner, Register, VolumeFacts, alive, refusal, this_process
from vanban.register.connection import connect
from vanban.register.rows import event_row
from vanban.register.schema import MIGRATIONS
from vanban.register.volume import facts_of, mounted, numbered

ENTERED_BY_NOBODY = {
    "entry_key": {"series": "chung", "year": 2024, "ordinal": 9},
    "manifest_sha256": "0" * 64,
    "objects": [{"role": "word", "name": "document.docx", "sha256": "0" * 64, "size": 1}],
    "pages": None,
    "text_sha256": "",
}
"""A document whose number nobody gave."""

ASKED = request("a").model_dump(mode="json")
FROM_TOMORROW = {**ASKED, "colour": "red"}
WITHOUT_SUBJECT = {name: value for name, value in ASKED.items() if name != "subject"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    place = tmp_path / "register.sqlite"
    with Register.open(place, create=True) as register:
        register.open_series(SeriesOpening(series="chung", year=2024), NOON, "Lan")
    return place


def _reserve(path: Path, name: str) -> int:
    with Register.open(path) as register:
        return register.reserve(batch(name), [request(name)]).entries[0].ordinal


def test_every_commit_is_on_the_disk_when_it_returns(path: Path) -> None:
    with connect(path) as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "mmap_size")
        assert [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked] == ["delete", 3, 1, 0, 1, 0]
        assert connection.execute("PRAGMA busy_timeout").fetchone() == (30_000,)
    connection.close()


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        (VolumeFacts("ext4", ("issued", "home")), None),
        (VolumeFacts("NTFS"), None),
        (VolumeFacts("tmpfs"), None),
        (VolumeFacts(""), "ổ không rõ loại định dạng"),
        (VolumeFacts("nfs4"), "ổ mạng (nfs4)"),
        (VolumeFacts("cifs"), "ổ mạng (cifs)"),
        (VolumeFacts("remote"), "ổ mạng (remote)"),
        (VolumeFacts("fuse.sshfs"), "ổ mạng (fuse.sshfs)"),
        (VolumeFacts("vfat"), "ổ định dạng FAT (vfat), thường là USB hay thẻ nhớ"),
        (VolumeFacts("exFAT"), "ổ định dạng FAT (exFAT), thường là USB hay thẻ nhớ"),
        (VolumeFacts("NTFS", ("data", "OneDrive - UBND")), "thư mục đồng bộ của OneDrive"),
        (VolumeFacts("NTFS", ("data", "Dropbox")), "thư mục đồng bộ của Dropbox"),
        (VolumeFacts("NTFS", ("My Drive",)), "thư mục đồng bộ của Google Drive"),
        (VolumeFacts("ext4", (), frozenset({".stfolder"})), "thư mục đồng bộ của Syncthing"),
        (
            VolumeFacts("NTFS", (), frozenset(), ("register-DESKTOP-4F2.sqlite",)),
            "nơi có bản sao xung đột của sổ (register-DESKTOP-4F2.sqlite)",
        ),
        (
            VolumeFacts("NTFS", (), frozenset(), ("register (Lan's conflicted copy).sqlite",)),
            "nơi có bản sao xung đột của sổ (register (Lan's conflicted copy).sqlite)",
        ),
    ],
)
def test_a_place_on_which_a_register_would_break_is_known_by_its_facts(facts: VolumeFacts, place: str | None) -> None:
    assert refusal(facts) == place


def test_the_file_system_is_that_of_the_nearest_mount_on_top() -> None:
    table = (
        "22 1 254:0 / / rw,relatime - ext4 /dev/vda rw\n"
        "40 22 0:35 / /mnt/so\\040chung rw - cifs //may-chu/chung rw\n"
        "41 22 0:36 / /home rw - xfs /dev/vdb rw\n"
        "42 22 0:37 / /home rw - nfs4 server:/home rw\n"
    )
    assert [mounted(table, folder) for folder in ("/srv", "/mnt/so chung/2024", "/home/lan", "/homes")] == [
        "ext4", "cifs", "nfs4", "ext4",
    ]  # fmt: skip


def test_a_place_that_no_table_of_mounts_names_is_known_by_its_number(tmp_path: Path) -> None:
    assert mounted("", str(tmp_path)) == ""
    assert numbered(tmp_path)
    assert numbered(Path("/proc")) == numbered(tmp_path / "nowhere") == ""


def test_a_register_in_a_sync_folder_is_read_and_not_written(path: Path, tmp_path: Path) -> None:
    synced = tmp_path / "OneDrive" / "register.sqlite"
    synced.parent.mkdir()
    synced.write_bytes(path.read_bytes())
    assert facts_of(synced).filesystem
    with pytest.raises(UnsafeVolume) as caught:
        Register.open(synced)
    assert str(caught.value) == (
        f"Không thể ghi sổ tại “{synced}” vì đây là thư mục đồng bộ của OneDrive: sổ dễ hỏng hoặc cấp trùng số. "
        "Hãy chuyển thư mục làm việc vào ổ đĩa trong máy (NTFS, ext4), ngoài các thư mục đồng bộ."
    )
    with Register.open(synced, reading_only=True) as register:
        assert register.head().seq == 1


@pytest.mark.parametrize("content", [None, b""], ids=["no file", "an empty file"])
def test_no_register_is_said_with_its_own_exit_code(content: bytes | None, tmp_path: Path) -> None:
    place = tmp_path / "register.sqlite"
    if content is not None:
        place.write_bytes(content)
    with pytest.raises(NoRegister) as caught:
        Register.open(place)
    assert caught.value.exit_code == 10


def test_a_register_that_another_program_put_into_wal_mode_is_brought_back(path: Path) -> None:
    other = sqlite3.connect(path)
    assert other.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    other.execute("BEGIN")
    other.execute("SELECT * FROM journal").fetchall()
    with pytest.raises(ForeignRegister) as caught:
        connect(path, patience_s=0.05)
    assert str(caught.value).startswith(f"Tệp “{path}” đang được chương trình khác mở.")
    other.close()
    assert _reserve(path, "a") == 1
    assert path.read_bytes()[18:20] == b"\x01\x01"


def test_a_register_of_a_later_version_and_a_database_of_something_else_are_refused(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path)) as later, later:
        later.execute("CREATE TABLE later (x TEXT) STRICT")
        later.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    with pytest.raises(NewerRegister) as newer:
        Register.open(path)
    assert newer.value.said == (
        f"Sổ “{path}” do phiên bản mới hơn của chương trình tạo (mẫu {len(MIGRATIONS) + 1}, bản này chỉ biết tới "
        f"{len(MIGRATIONS)})."
    )
    strange = tmp_path / "strange.sqlite"
    with closing(sqlite3.connect(strange)) as other, other:
        other.execute("CREATE TABLE history (url TEXT)")
    with pytest.raises(ForeignRegister, match="là cơ sở dữ liệu của chương trình khác"):
        Register.open(strange)
    (tmp_path / "text.sqlite").write_bytes(b"Not a database at all, only text" * 9)
    with pytest.raises(ForeignRegister, match="không phải là sổ đăng ký"):
        Register.open(tmp_path / "text.sqlite")


def test_an_older_register_comes_up_to_date_and_keeps_its_rows(path: Path) -> None:
    steps = (*MIGRATIONS, "CREATE TABLE later (x TEXT) STRICT;")
    connect(path, migrations=steps).close()
    connection = connect(path, migrations=steps)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(steps),)
    assert connection.execute("SELECT count(*) FROM journal").fetchone() == (1,)
    connection.close()


def _founding(place: Path) -> None:
    Register.open(place, create=True).close()


def test_a_register_whose_making_was_killed_is_made_by_the_next(tmp_path: Path) -> None:
    for fatal in range(1, len(points_of(partial(_founding, tmp_path / "trial"))) + 1):
        place = tmp_path / f"{fatal}.sqlite"
        assert killed_at(fatal, partial(_founding, place))
        with Register.open(place, create=True) as register:
            assert register.damages() == ()


def test_a_hot_journal_is_rolled_back_by_who_opens_next(path: Path) -> None:
    _reserve(path, "a")
    copy, journal = path.with_name("torn.sqlite"), path.with_name("torn.sqlite-journal")
    with connect(path) as connection:
        connection.execute("PRAGMA cache_size = 2")
        connection.execute("PRAGMA cache_spill = 2")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(400):
            connection.execute("INSERT INTO batch VALUES (?, '2024-03-05', ?, 'x')", (f"k{number}", "m" * 500))
        copy.write_bytes(path.read_bytes())
        journal.write_bytes(path.with_name("register.sqlite-journal").read_bytes())
        connection.execute("ROLLBACK")
    connection.close()
    assert copy.read_bytes() != path.read_bytes()
    with Register.open(copy) as register:
        assert register.damages() == ()
        assert len(register.entries()) == 1
    assert not journal.exists()


def test_rows_that_make_no_sense_are_said_not_shown(path: Path) -> None:
    _reserve(path, "a")
    with closing(sqlite3.connect(path)) as forger, forger:
        forger.execute("PRAGMA writable_schema = ON")
        forger.execute("DROP TRIGGER entry_no_update")
        forger.execute("UPDATE entry SET recipients = '[{}]'")
    with Register.open(path) as register:
        with pytest.raises(DamagedRegister) as caught:
            register.entries()
        assert caught.value.exit_code == 12
        assert register.damages()


def test_a_process_is_known_by_its_start_not_by_its_number_alone() -> None:
    me = this_process()
    assert alive(me)
    assert not alive(Owner(me.pid, "1", me.boot))
    assert not alive(Owner(me.pid, me.started, "another run of the machine"))
    assert not alive(Owner(2**22 + 1, me.started, me.boot))


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("void", []),
        ("void", {}),
        ("burn", {}),
        ("reserve", {"batch": "b", "day": "2024-03-05", "documents": [{"ordinal": 1, "request": 5}]}),
        ("reserve", {"batch": "b", "day": "2024-03-05", "documents": [{"ordinal": 1, "request": {"year": 1}}]}),
        ("reserve", {"batch": "b", "day": "2024-03-05", "documents": [{"ordinal": 1, "request": FROM_TOMORROW}]}),
        ("reserve", {"batch": "b", "day": "2024-03-05", "documents": [{"ordinal": 1, "request": WITHOUT_SUBJECT}]}),
        ("reserve", {"batch": "b", "day": "2024-03-05", "documents": 5}),
        ("reserve", {"batch": "b", "day": "2024-03-05", "documents": [[]]}),
        ("enter", {"documents": [{"entry_key": {"series": "chung", "year": 2024, "ordinal": 9}}]}),
        ("enter", {"documents": [ENTERED_BY_NOBODY]}),
        ("open_series", {"series": "chung", "year": 2024}),
    ],
)
def test_a_sealed_line_of_the_journal_that_makes_no_sense_is_damage(deed: str, said: JsonValue, path: Path) -> None:
    with Register.open(path) as register:
        forged = next_event(register.head(), NOON.isoformat(), "Lan", deed, said)  # type: ignore[arg-type]
    rows = sqlite3.connect(path)
    rows.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)", event_row(forged))
    rows.commit()
    rows.close()
    with Register.open(path, reading_only=True) as register:
        found = register.damages()
    assert any(damage.harm is Harm.CHAIN and "việc thứ 2" in damage.reason.casefold() for damage in found), found
