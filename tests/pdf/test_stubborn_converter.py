"""LibreOffice hangs, dies, lies or refuses: false offices, real processes."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from vanban.errors import ConverterUnusable, PdfFault, Stopped
from vanban.pdf import Converted, Converter, Watch, convert
from vanban.pdf.soffice import works

_LIMIT_S = 1.5

Says = Callable[[str], bytes]


def _starts(converter: Converter) -> list[tuple[int, str, list[str], dict[str, str]]]:
    """Each start: how many arguments, the profile, the words of the files, the environment."""
    lines = (converter.program.parent / "starts").read_text().splitlines()
    return [ast.literal_eval(line) for line in lines]


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def _pids(converter: Converter) -> list[int]:
    """The offices that hung, and the child of each."""
    file = converter.program.parent / "pids"
    return [int(line) for line in file.read_text().split()] if file.exists() else []


def _said(outcomes: Mapping[str, object]) -> dict[str, str]:
    return {name: "PDF" if isinstance(outcome, Converted) else str(outcome) for name, outcome in outcomes.items()}


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (
            "refuse",
            (
                "LibreOffice không chuyển được “tờ trình/A” sang PDF; tệp Word đã lập xong. Hãy mở tệp "
                "bằng Word xem có hỏng không, dựng lại tệp rồi chạy lại."
            ),
        ),
        (
            "garble",
            "Tệp PDF của “tờ trình/A” không mở được hoặc không có trang nào. "
            "Hãy xóa tệp PDF đó rồi chạy lại để tạo tệp mới.",
        ),
        (
            "empty",
            "Tệp PDF của “tờ trình/A” không mở được hoặc không có trang nào. "
            "Hãy xóa tệp PDF đó rồi chạy lại để tạo tệp mới.",
        ),
        (
            "crash",
            "LibreOffice bị tắt giữa chừng khi chuyển “tờ trình/A” sang PDF. "
            "Hãy đóng bớt chương trình rồi chạy lại; nếu vẫn vậy, hãy mở tệp bằng Word rồi lưu thành PDF.",
        ),
        (
            "hang",
            "LibreOffice không chuyển xong “tờ trình/A” sau 2 giây nên đã bị dừng. "
            "Hãy chạy lại khi máy rảnh hơn; nếu vẫn vậy, hãy mở tệp bằng Word rồi lưu thành PDF.",
        ),
    ],
)
def test_a_file_that_yields_no_pdf_is_tried_again_alone_and_then_reported(
    false_converter: Converter, says: Says, word: str, said: str
) -> None:
    documents = {"b": says("good 1"), "tờ trình/A": says(word), "c": says("good 2"), "d": says("good 3")}
    outcomes = convert(false_converter, documents, limit_s=_LIMIT_S)
    assert _said(outcomes) == {"b": "PDF", "tờ trình/A": said, "c": "PDF", "d": "PDF"}
    assert list(outcomes) == list(documents)
    assert isinstance(outcomes["tờ trình/A"], PdfFault)
    first, *_, last = _starts(false_converter)
    assert first[2] == ["good 1", word, "good 2", "good 3"]
    assert last[2] == [word]
    assert last[1] != first[1], "the second try has a fresh profile"
    assert sum(word in start[2] for start in _starts(false_converter)) == 2
    assert len(_pids(false_converter)) == (4 if word == "hang" else 0), "two tries, each with a child"
    assert not [pid for pid in _pids(false_converter) if _alive(pid)], "nothing of a hung office survives"


def test_a_file_that_crashes_once_is_converted_by_the_second_try(false_converter: Converter, says: Says) -> None:
    outcomes = convert(false_converter, {"a": says("crash-once"), "b": says("good")})
    assert _said(outcomes) == {"a": "PDF", "b": "PDF"}


def test_files_behind_one_that_stops_the_work_keep_both_their_tries(false_converter: Converter, says: Says) -> None:
    documents = {"a": says("crash 1"), "b": says("crash 2"), "c": says("crash-once"), "d": says("good")}
    outcomes = convert(false_converter, documents)
    assert [name for name, said in _said(outcomes).items() if said == "PDF"] == ["c", "d"]


def test_an_interruption_kills_the_offices_at_work(false_converter: Converter, says: Says) -> None:
    pids = false_converter.program.parent / "pids"

    def interrupt(_name: str, _outcome: object) -> None:
        while not pids.exists() or len(pids.read_text().split()) < 2:
            pass
        raise KeyboardInterrupt

    documents = {str(number): says(f"good {number}") for number in range(10)} | {"hung": says("hang")}
    with pytest.raises(KeyboardInterrupt):
        convert(false_converter, documents, workers=2, watch=Watch(done=interrupt))
    assert not [pid for pid in pids.read_text().split() if _alive(int(pid))]


def test_who_asks_for_an_end_is_heard_while_the_office_is_at_work(false_converter: Converter, says: Says) -> None:
    pids = false_converter.program.parent / "pids"

    def asked() -> None:
        if pids.exists() and len(pids.read_text().split()) == 2:
            raise Stopped()

    with pytest.raises(Stopped):
        convert(false_converter, {"a": says("hang"), "b": says("good")}, limit_s=_LIMIT_S, watch=Watch(glance=asked))
    assert not [pid for pid in pids.read_text().split() if _alive(int(pid))]


_UNBURIED = """
import os, sys, time
group = os.fork()
if not group:
    os.setpgid(0, 0)
    os._exit(0) if sys.argv[1] == "dead" else time.sleep(3600)
os.waitid(os.P_PID, group, os.WEXITED | os.WNOWAIT) if sys.argv[1] == "dead" else os.setpgid(group, group)
print(group, flush=True)
sys.stdin.read()
"""


def _in_a_group_of_its_own(state: str) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", _UNBURIED, state], stdin=pipe, stdout=pipe, text=True)


@pytest.mark.parametrize(("state", "at_work"), [("dead", False), ("living", True)])
def test_the_dead_whom_their_parent_has_not_buried_are_not_waited_for(state: str, at_work: bool) -> None:
    with _in_a_group_of_its_own(state) as parent:
        assert parent.stdout is not None
        group = int(parent.stdout.readline())
        try:
            os.killpg(group, 0)  # it is there, for who asks the system alone
            assert works(group) is at_work
        finally:
            os.killpg(group, signal.SIGKILL)


def test_a_group_that_is_gone_is_not_at_work() -> None:
    with subprocess.Popen([sys.executable, "-c", ""], start_new_session=True) as ended:
        ended.wait()
    assert not works(ended.pid)


@pytest.mark.parametrize("script", ["#!/bin/sh\nexit 127\n", "#!/bin/sh\nkill -9 $$\n", "#!/no/such/shell\n"])
def test_an_office_that_never_works_is_given_up_soon(false_converter: Converter, says: Says, script: str) -> None:
    starts = false_converter.program.parent / "count"
    false_converter.program.write_text(script.replace("\n", f"\necho x >> {starts}\n", 1))
    outcomes = convert(false_converter, {f"{number:03}": says(f"good {number}") for number in range(60)}, workers=2)
    assert {type(outcome) for outcome in outcomes.values()} == {ConverterUnusable}
    assert str(outcomes["007"]) == (
        "LibreOffice trên máy này không chạy được nên chưa có PDF của “007”; tệp Word đã lập "
        "xong. Hãy thử mở LibreOffice Writer, cài lại nếu không mở được, rồi chạy lại; tệp Word "
        "vẫn dùng được."
    )
    assert not starts.exists() or starts.read_text().count("x") <= 6


def test_hundreds_of_files_go_in_starts_that_no_argument_falls_out_of(false_converter: Converter, says: Says) -> None:
    documents = {f"{number:04}": says(f"good {number}") for number in range(530)}
    outcomes = convert(false_converter, documents, workers=2)
    assert set(_said(outcomes).values()) == {"PDF"}
    assert list(outcomes) == list(documents)
    starts = _starts(false_converter)
    assert max(arguments for arguments, *_ in starts) <= 120
    assert sum(len(words) for _, _, words, _ in starts) == 530


def test_two_offices_at_once_never_share_a_profile(false_converter: Converter, says: Says) -> None:
    outcomes = convert(false_converter, {f"{number:04}": says(f"good {number}") for number in range(250)}, workers=3)
    assert set(_said(outcomes).values()) == {"PDF"}
    starts = _starts(false_converter)
    assert len({profile for _, profile, _, _ in starts}) == 3
    assert all(len(words) > 1 for _, _, words, _ in starts), "no file needed a second try"


def test_files_with_the_same_bytes_are_converted_once(false_converter: Converter, says: Says) -> None:
    heard: list[str] = []
    documents = {"a": says("good"), "b": says("good"), "c": says("refuse"), "d": says("refuse")}
    outcomes = convert(false_converter, documents, watch=Watch(done=lambda name, _outcome: heard.append(name)))
    assert sorted(heard) == ["a", "b", "c", "d"]
    assert outcomes["a"] == outcomes["b"]
    assert str(outcomes["d"]).startswith("LibreOffice không chuyển được “d” sang PDF; tệp Word đã lập xong.")
    assert _starts(false_converter)[0][2] == ["good", "refuse"]


def test_nothing_to_convert_starts_no_office(false_converter: Converter, says: Says) -> None:
    assert convert(false_converter, {}) == {}
    assert not (false_converter.program.parent / "starts").exists()


def test_the_clerks_environment_and_home_stay_out(
    false_converter: Converter, says: Says, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"SECRET": "x", "LANG": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh", "PYTHONPATH": "y"}.items():
        monkeypatch.setenv(name, value)
    convert(false_converter, {"a": says("good")})
    ((_, profile, _, environment),) = _starts(false_converter)
    # The false office's own Python adds LC_CTYPE where no locale is set.
    environment.pop("LC_CTYPE", None)
    assert environment == {
        "PATH": os.environ["PATH"],
        **dict.fromkeys(["HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP"], profile),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        "SAL_USE_VCLPLUGIN": "svp",
        "MALLOC_TRIM_THRESHOLD_": "1000000000",
        "MALLOC_MMAP_THRESHOLD_": "1000000000",
    }
    assert not Path(profile).exists(), "the temporary folder is gone"


def test_the_pdf_of_an_unusual_office_is_normalised_too(false_converter: Converter, says: Says) -> None:
    outcomes = convert(false_converter, {"a": says("good")})
    assert isinstance(outcomes["a"], Converted)
    assert PdfReader(BytesIO(outcomes["a"].data)).metadata["/CreationDate"] == "D:19800101000000Z"
