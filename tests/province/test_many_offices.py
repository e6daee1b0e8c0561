"""A province is worked through office by office: each as by its own command, none stopped by another."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from province.conftest import command, states, told, watched, word_files

from vanban.errors import NoOffices
from vanban.workflows.province import offices_below

Province = Callable[[int], Path]

OFFICES = int(os.environ.get("VANBAN_TORTURE_OFFICES", "6"))
"""So many are built where one is broken in each of five ways; ``make torture`` builds a hundred."""


def test_every_office_is_built_with_the_bytes_of_its_own_command_then_unchanged_proved_and_proofread(
    province: Province, alone: dict[str, str]
) -> None:
    folder = province(2)
    shutil.rmtree(folder / "xa-2/data/2026")
    before = sorted(path.relative_to(folder) for path in (folder / "xa-2").rglob("*"))
    assert states(told("build", folder=folder)) == {"xa-1": "xong", "xa-2": "chưa xong"}
    assert word_files(folder / "xa-1") == alone
    assert states(told("build", folder=folder))["xa-1"] == "không đổi"
    assert states(told("verify", folder=folder))["xa-1"] == "xong"
    assert states(told("proofread", folder=folder))["xa-1"] == "xong"
    # Nothing of one office is written into the folder of another.
    assert sorted(path.relative_to(folder) for path in (folder / "xa-2").rglob("*")) == before


def children_of(pid: int) -> Iterator[int]:
    """The processes below one that work on offices."""
    try:
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        yield from (int(one) for one in below if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes())
    except (FileNotFoundError, ProcessLookupError):
        return


def died(board: Path) -> bool:
    """Whether the board tells of an office whose process was killed."""
    rows = json.loads(board.read_bytes())["rows"] if board.exists() else []
    return any("Máy dừng đột ngột" in row["reason"] for row in rows)


# Where root runs the tests, rights bind it only without these; a file system of its own is small enough to be full.
_BOUND = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search", "--inh-caps", "-dac_override,-dac_read_search"]


def test_one_office_broken_in_each_of_five_ways_stops_no_other_and_is_told(
    province: Province, alone: dict[str, str]
) -> None:
    folder = province(OFFICES)
    (folder / "xa-1/data/2026/plan.yaml").write_text("subject: [", encoding="utf-8")
    (folder / "xa-2/templates/docx").mkdir(parents=True, exist_ok=True)
    (folder / "xa-2/templates/docx/group_registration.docx").write_bytes(b"PK no Word file")
    (folder / "xa-3/output").mkdir()
    (folder / "xa-3/output").chmod(0o500)
    (folder / "xa-4/output").mkdir()
    whole = " ".join(f"'{word}'" for word in [*_BOUND, *command("build", "--jobs", "2", folder=folder)])
    namespace = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    full = f"mount -t tmpfs -o size=64k none '{folder / 'xa-4/output'}' && exec {whole}"
    running = subprocess.Popen([*namespace, "sh", "-c", full], stdout=subprocess.DEVNULL)
    board = folder / "bang.json"
    killed_at = min(OFFICES * 5 // 6, 80)
    for rows_done in watched(running, board):
        # A worker that dies between two offices takes none with it: another one, once the board would say so.
        if rows_done >= killed_at and not died(board):
            for child in list(children_of(running.pid))[: 1 if rows_done < OFFICES - 1 else None]:
                os.kill(child, signal.SIGKILL)
            killed_at = rows_done + (3 if rows_done < OFFICES - 1 else 0)
    (folder / "xa-3/output").chmod(0o700)
    assert running.returncode == 1
    rows = {Path(row["folder"]).name: row for row in json.loads(board.read_bytes())["rows"]}
    failed = {name: row["reason"] for name, row in rows.items() if row["state"] == "chưa xong"}
    whole_ones = {f"xa-{number}" for number in range(5, OFFICES + 1)}
    (killed,) = set(failed) & whole_ones
    assert sorted(failed) == ["xa-1", "xa-2", "xa-3", "xa-4", killed]
    assert "(2026/plan.yaml)" in failed["xa-1"]
    assert "group_registration.docx" in failed["xa-2"]
    assert "Máy dừng đột ngột" in failed[killed]
    assert len(rows) == OFFICES
    for spared in whole_ones - {killed}:
        assert word_files(folder / spared) == alone
    again = states(told("build", "--only-failed", folder=folder))
    assert [name for name, state in again.items() if state == "chưa xong"] == ["xa-1", "xa-2"]


def test_a_killed_run_is_gone_on_with_where_it_was(province: Province) -> None:
    offices = 20  # so many that a busy machine sees the second done before the last
    folder = province(offices)
    running = subprocess.Popen(command("check", "--jobs", "1", folder=folder), stdout=subprocess.DEVNULL)
    for done in watched(running, folder / "bang.json"):
        if done >= 2:
            running.kill()
    answer = told("check", folder=folder)
    assert set(states(answer).values()) == {"xong"}
    assert 2 <= answer["left_out"] < offices
    assert told("check", folder=folder)["left_out"] == 0


def test_the_board_is_a_workbook_or_a_list_with_commas_for_people(province: Province) -> None:
    folder = province(2)
    (folder / "xa-2/data/2026/plan.yaml").write_text("subject: [", encoding="utf-8")
    told("check", "--table", str(folder / "bang.xlsx"), folder=folder)
    told("check", "--table", str(folder / "bang.csv"), folder=folder)
    sheet = openpyxl.load_workbook(folder / "bang.xlsx").worksheets[0]
    values = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=3)]
    assert values[0][:3] == ["Cơ quan", "Thư mục", "Tình trạng"]
    assert [row[2] for row in values[1:]] == ["xong", "chưa xong"]
    assert "(2026/plan.yaml)" in (folder / "bang.csv").read_text(encoding="utf-8-sig")


def test_offices_are_found_below_folders_and_in_lists(province: Province) -> None:
    folder = province(3)
    (folder / "danh-sach.txt").write_text("# các xã\nxa-3\n\nxa-1\n", encoding="utf-8")
    assert [path.name for path in offices_below([folder])] == ["xa-1", "xa-2", "xa-3"]
    assert [path.name for path in offices_below([folder / "danh-sach.txt"])] == ["xa-3", "xa-1"]
    with pytest.raises(NoOffices):
        offices_below([folder / "xa-1/data/2026"])
