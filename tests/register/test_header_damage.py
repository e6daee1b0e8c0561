"""A bit flipped in the register's header is mended from the archive; a file of a newer version is never written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from invariants import entries, when_whole
from small_office import founded, issued, render

from vanban.errors import DamagedRegister, IntegrityFault, NewerRegister, RegisterFault
from vanban.register import Register
from vanban.register.schema import MIGRATIONS
from vanban.workflows.proving import Restored, restore, verify

VERSION = slice(60, 64)
"""Where SQLite keeps ``user_version``."""


def with_version(path: Path, version: int) -> None:
    data = bytearray(path.read_bytes())
    data[VERSION] = version.to_bytes(4, "big")
    path.write_bytes(data)


@pytest.mark.parametrize("bit", [0, 1, 2, 5, 17, 30])
def test_a_flipped_bit_of_the_version_is_damage_and_recover_mends_it(tmp_path: Path, bit: int) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    before = entries(places)
    with_version(places.register, len(MIGRATIONS) ^ (1 << bit))
    with pytest.raises(DamagedRegister, match="số phiên bản ở đầu tệp bị sửa"):
        Register.open(places.register)
    assert restore(places) is Restored.REGISTER
    assert entries(places) == before
    assert issued(places, "two", "b").entries[0].ordinal == 2
    for path in places.register.parent.glob("*sua-tay*"):
        path.unlink()
    assert when_whole(places, [], render) == []


@pytest.mark.parametrize("place", [16, 28, 47], ids=["page size", "pages", "format"])
def test_another_value_in_a_field_of_the_header_is_damage_and_recover_mends_it(tmp_path: Path, place: int) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    before = entries(places)
    data = bytearray(places.register.read_bytes())
    data[place] ^= 0x55
    places.register.write_bytes(data)
    with pytest.raises(IntegrityFault):
        verify(places)
    assert restore(places) is Restored.REGISTER
    assert entries(places) == before
    assert issued(places, "two", "b").entries[0].ordinal == 2


def test_every_bit_of_the_header_is_said_and_never_ends_in_a_traceback(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    whole = places.register.read_bytes()
    for bit in range(0, 800, 7):
        data = bytearray(whole)
        data[bit // 8] ^= 1 << (bit % 8)
        places.register.write_bytes(data)
        try:
            if verify(places).damages:
                restore(places)
        except RegisterFault:
            try:
                restore(places)
            except IntegrityFault:
                continue
        for path in places.register.parent.glob("*sua-tay*"):
            path.unlink()
        assert [row.ordinal for row in entries(places)] == [1], bit
        places.register.write_bytes(whole)


def test_a_file_of_a_newer_version_is_never_written(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    later = sqlite3.connect(places.register)
    try:
        later.execute("CREATE TABLE later (x TEXT)")
        later.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    finally:
        later.close()
    before = places.register.read_bytes()
    for deed in (lambda: issued(places, "two", "b"), lambda: verify(places), lambda: restore(places)):
        with pytest.raises(NewerRegister):
            deed()
    assert places.register.read_bytes() == before
