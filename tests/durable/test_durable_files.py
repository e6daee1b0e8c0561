"""Files appear whole, survive, and say in Vietnamese what the system refused."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from vanban import durable
from vanban.errors import DiskFull, FileFault, FileHeld, PathTaken, PathTooLong, ReadOnlyPlace, WriteFailed


def _files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_written_file_holds_exactly_the_bytes_and_nothing_else_is_left(tmp_path: Path) -> None:
    data = bytes(range(256)) * 1000
    durable.write(tmp_path / "2024" / "tổ" / "plan.docx", data)
    assert (tmp_path / "2024" / "tổ" / "plan.docx").read_bytes() == data
    assert _files(tmp_path) == ["2024/tổ/plan.docx"]


def test_an_empty_file_can_be_written(tmp_path: Path) -> None:
    durable.write(tmp_path / "empty", b"")
    assert (tmp_path / "empty").read_bytes() == b""


def test_writing_again_replaces_the_whole_file(tmp_path: Path) -> None:
    durable.write(tmp_path / "plan.docx", b"a long first version")
    durable.write(tmp_path / "plan.docx", b"second")
    assert (tmp_path / "plan.docx").read_bytes() == b"second"


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_what_is_written_is_its_makers_alone(tmp_path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        durable.write(tmp_path / "a" / "b" / "plan.docx", b"text")
        durable.write(tmp_path / "a" / "kept.docx", b"text", read_only=True)
        durable.append(tmp_path / "a" / "ledger.jsonl", b"x", after=0)
    finally:
        os.umask(before)
    assert [rights(tmp_path / "a"), rights(tmp_path / "a" / "b")] == [0o700, 0o700]
    assert [rights(tmp_path / "a" / name) for name in ("b/plan.docx", "ledger.jsonl", "kept.docx")] == [
        0o600,
        0o600,
        0o400,
    ]


@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_in_a_folder_that_a_group_writes_all_of_the_group_has_it(tmp_path: Path, mask: int) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o2770)
    before = os.umask(mask)
    try:
        durable.write(tmp_path / "shared" / "a" / "plan.docx", b"text")
        durable.write(tmp_path / "shared" / "kept.docx", b"text", read_only=True)
        with durable.held(tmp_path / "shared" / "a" / "lock", 0) as ours:
            assert ours
    finally:
        os.umask(before)
    assert rights(tmp_path / "shared" / "a") == 0o2770
    assert rights(tmp_path / "shared" / "a" / "plan.docx") == 0o660
    assert rights(tmp_path / "shared" / "a" / "lock") == 0o660
    assert rights(tmp_path / "shared" / "kept.docx") == 0o440


def test_a_short_write_is_continued_until_every_byte_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:7]))
    durable.write(tmp_path / "plan.docx", b"0123456789" * 10)
    assert (tmp_path / "plan.docx").read_bytes() == b"0123456789" * 10


def test_a_file_that_came_out_shorter_than_its_data_never_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write

    def lose_the_end(handle: int, data: memoryview) -> int:
        write(handle, data[:-1])
        return len(data)

    monkeypatch.setattr(os, "write", lose_the_end)
    with pytest.raises(WriteFailed):
        durable.write(tmp_path / "plan.docx", b"text")
    assert _files(tmp_path) == []


@pytest.mark.parametrize(
    ("number", "fault", "said"),
    [
        (
            errno.ENOSPC,
            DiskFull,
            "Ổ đĩa đầy, không ghi được “{path}”. "
            "Hãy giải phóng chỗ trên ổ đĩa rồi chạy lại; các tệp đã có vẫn nguyên vẹn.",
        ),
        (
            errno.EACCES,
            FileHeld,
            "Không được phép ghi “{path}”. Hãy đóng tệp nếu đang mở trong Word hay chương trình khác, "
            "xem lại quyền ghi của thư mục, rồi chạy lại.",
        ),
        (
            errno.EROFS,
            ReadOnlyPlace,
            "“{path}” nằm ở nơi chỉ cho đọc. Hãy chép thư mục làm việc sang ổ đĩa ghi được rồi chạy lại.",
        ),
        (
            errno.EIO,
            WriteFailed,
            "Không ghi được “{path}” (hệ thống báo lỗi EIO). "
            "Hãy kiểm tra ổ đĩa, kết nối mạng rồi chạy lại; tệp cũ vẫn nguyên vẹn.",
        ),
    ],
)
@pytest.mark.parametrize("call", ["open", "write", "fsync"])
def test_what_the_system_refuses_is_said_and_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, fault: type[FileFault], said: str
) -> None:
    path = tmp_path / "plan.docx"
    durable.write(path, b"old")

    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(fault) as caught:
        durable.write(path, b"new")
    monkeypatch.undo()
    assert str(caught.value) == said.format(path=path)
    assert caught.value.exit_code == 4
    assert path.read_bytes() == b"old"
    assert _files(tmp_path) == ["plan.docx"]


def test_a_full_disk_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    durable.write(tmp_path / "plan.docx", b"old")
    script = (
        "import pathlib, sys; from vanban import durable, errors\n"
        "try: durable.write(pathlib.Path(sys.argv[1]), b'x' * 300_000)\n"
        "except errors.DiskFull as fault: sys.exit(fault.exit_code)"
    )

    def allow_200_kb() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    child = subprocess.run([sys.executable, "-c", script, tmp_path / "plan.docx"], preexec_fn=allow_200_kb, check=False)
    assert child.returncode == 4
    assert (tmp_path / "plan.docx").read_bytes() == b"old"
    assert _files(tmp_path) == ["plan.docx"]


def test_a_file_in_the_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "2024").write_text("I am a file")
    path = tmp_path / "2024" / "plan.docx"
    with pytest.raises(PathTaken) as caught:
        durable.write(path, b"text")
    assert str(caught.value) == (
        f"Không ghi được “{path.parent}”: trên đường dẫn này có tệp trùng tên với thư mục, "
        "hoặc thư mục trùng tên với tệp. Hãy đổi tên hoặc chuyển tệp, thư mục đó đi nơi khác rồi chạy lại."
    )


def test_a_folder_in_the_place_of_a_file_is_said_and_stays(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").mkdir()
    with pytest.raises(PathTaken):
        durable.write(tmp_path / "plan.docx", b"text")
    assert _files(tmp_path) == []


def test_a_path_that_is_too_long_is_said(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)
    with pytest.raises(PathTooLong) as caught:
        durable.write(path, b"text")
    assert str(caught.value) == (
        f"Đường dẫn “{path}” quá dài. "
        "Hãy chuyển thư mục làm việc ra gần gốc ổ đĩa hơn, hoặc đặt tên ngắn hơn, rồi chạy lại."
    )
    assert _files(tmp_path) == []


def test_where_word_holds_the_file_for_a_moment_the_rename_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace
    refusals = [PermissionError(errno.EACCES, "held"), PermissionError(errno.EACCES, "held")]
    pauses: list[float] = []

    def refuse_twice(self: Path, target: Path) -> Path:
        if refusals:
            raise refusals.pop()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse_twice)
    monkeypatch.setattr(durable, "_ATTEMPTS", 3)
    monkeypatch.setattr(durable, "_pause", pauses.append)
    durable.write(tmp_path / "plan.docx", b"text")
    assert (tmp_path / "plan.docx").read_bytes() == b"text"
    assert pauses == [0.1, 0.1]


def test_where_word_keeps_holding_the_file_the_trying_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "held")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(durable, "_ATTEMPTS", 3)
    monkeypatch.setattr(durable, "_pause", lambda _: None)
    with pytest.raises(FileHeld):
        durable.write(tmp_path / "plan.docx", b"text")
    assert _files(tmp_path) == []


def test_an_interrupted_write_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(name: str) -> None:
        if name == "piece-written":
            raise KeyboardInterrupt

    monkeypatch.setattr(durable, "point", interrupt)
    with pytest.raises(KeyboardInterrupt):
        durable.write(tmp_path / "plan.docx", b"text")
    assert _files(tmp_path) == []


def test_a_file_moved_aside_takes_the_first_free_name(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    for text in (b"first", b"second"):
        path.write_bytes(text)
        durable.move_aside(path)
    assert _files(tmp_path) == ["plan.sua-tay-1.docx", "plan.sua-tay-2.docx"]
    assert (tmp_path / "plan.sua-tay-1.docx").read_bytes() == b"first"
    assert (tmp_path / "plan.sua-tay-2.docx").read_bytes() == b"second"


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP])
def test_a_file_is_moved_aside_also_where_the_disk_knows_no_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(number, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    (tmp_path / "plan.docx").write_bytes(b"mine")
    (tmp_path / "plan.sua-tay-1.docx").write_bytes(b"older")
    assert durable.move_aside(tmp_path / "plan.docx") == tmp_path / "plan.sua-tay-2.docx"
    assert (tmp_path / "plan.sua-tay-1.docx").read_bytes() == b"older"
    assert (tmp_path / "plan.sua-tay-2.docx").read_bytes() == b"mine"
    assert not (tmp_path / "plan.docx").exists()


def test_a_file_that_is_gone_cannot_be_moved_aside(tmp_path: Path) -> None:
    with pytest.raises(WriteFailed):
        durable.move_aside(tmp_path / "plan.docx")


def test_a_removed_file_is_gone_and_may_be_removed_again(tmp_path: Path) -> None:
    (tmp_path / "plan.docx").write_bytes(b"text")
    durable.remove(tmp_path / "plan.docx")
    durable.remove(tmp_path / "plan.docx")
    durable.remove(tmp_path / "no-folder" / "plan.docx")
    assert _files(tmp_path) == []


def test_only_the_programs_own_leftovers_are_removed(tmp_path: Path) -> None:
    names = [".vanban-1.tam", "2024/.vanban-12.tam", "2024/vanban-1.tam", ".vanban-x.tam", "~$plan.docx", "a.tam"]
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"half")
    (tmp_path / ".vanban-2.tam").mkdir()
    (tmp_path / ".vanban-3.tam").symlink_to(tmp_path / "a.tam")
    removed = durable.remove_leftovers(tmp_path)
    assert removed == (tmp_path / ".vanban-1.tam", tmp_path / "2024" / ".vanban-12.tam")
    assert _files(tmp_path) == [".vanban-3.tam", ".vanban-x.tam", "2024/vanban-1.tam", "a.tam", "~$plan.docx"]


def test_the_temporary_file_of_a_living_writer_is_no_leftover(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    removed: list[tuple[Path, ...]] = []

    def clean_up_meanwhile(name: str) -> None:
        if name == "file-synced":
            removed.append(durable.remove_leftovers(tmp_path))

    monkeypatch.setattr(durable, "point", clean_up_meanwhile)
    durable.write(tmp_path / "plan.docx", b"text")
    assert removed == [()]
    assert (tmp_path / "plan.docx").read_bytes() == b"text"


def test_a_leftover_in_the_way_does_not_stop_the_next_write(tmp_path: Path) -> None:
    (tmp_path / ".vanban-1.tam").write_bytes(b"half")
    durable.write(tmp_path / "plan.docx", b"text")
    assert _files(tmp_path) == [".vanban-1.tam", "plan.docx"]


def test_a_scratch_folder_is_gone_afterwards() -> None:
    with durable.scratch_folder() as folder:
        durable.write_scratch(folder / "in" / "a.docx", b"text")
        assert (folder / "in" / "a.docx").read_bytes() == b"text"
    assert not folder.exists()
