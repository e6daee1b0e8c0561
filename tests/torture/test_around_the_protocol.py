"""Around issuing: an archive put back alone, a copy changed before its number is given up, odd files and names."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from invariants import entries
from small_office import NOON, founded, issued

from vanban.archive import open_bag
from vanban.errors import DocumentsMissing, FileUnreadable, IntegrityFault, StrayInBag
from vanban.workflows.issuing import void
from vanban.workspace import read_file


def test_an_archive_that_was_put_back_alone_stops_the_next_number(tmp_path: Path) -> None:
    places = founded(tmp_path / "office")
    issued(places, "one", "a")
    copy = shutil.copytree(places.archive, tmp_path / "copy")
    issued(places, "two", "b")
    shutil.rmtree(places.archive)
    shutil.copytree(copy, places.archive)
    with pytest.raises(DocumentsMissing) as told:
        issued(places, "three", "c")
    assert "Kho lưu trữ thiếu 1 văn bản mà sổ đã ghi (năm 2024: số 02 (“chung”)). Chưa cấp số nào." in str(told.value)
    assert "lấy lại kho lưu trữ từ bản sao lưu" in str(told.value)
    assert told.value.exit_code == IntegrityFault.exit_code
    assert [row.ordinal for row in entries(places)] == [1, 2]


@pytest.mark.parametrize("changed", [True, False])
def test_no_copy_of_a_number_that_is_given_up_keeps_its_official_name(tmp_path: Path, changed: bool) -> None:
    places = founded(tmp_path)
    outcome = issued(places, "one", "a")
    word = outcome.files[0]
    if changed:
        word.write_bytes(b"changed in Word")
    void(places, outcome.entries[0].entry_key, "Cấp nhầm", NOON, "Lan")
    assert not [path for path in outcome.files if path.exists()]
    aside = word.with_name(f"{word.stem}.sua-tay-1.docx")
    assert aside.exists() is changed


@pytest.mark.parametrize("name", ["Thumbs.db", "data/desktop.ini", "data/.DS_Store"])
def test_a_file_that_windows_put_into_a_bag_is_to_be_deleted_and_no_new_bag_asked_for(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "goi" / "data").mkdir(parents=True)
    (tmp_path / "goi" / name).write_bytes(b"x")
    with pytest.raises(StrayInBag, match="Hãy xóa tệp ấy trong gói"):
        open_bag(tmp_path / "goi")


def test_a_pipe_and_a_giant_are_sentences(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "people.csv")
    with pytest.raises(FileUnreadable, match="không phải là tệp thường"):
        read_file(tmp_path / "people.csv")
    with (tmp_path / "votes.xlsx").open("wb") as giant:
        giant.truncate(3 << 30)
    with pytest.raises(FileUnreadable, match="lớn hơn 512 MB"):
        read_file(tmp_path / "votes.xlsx")
