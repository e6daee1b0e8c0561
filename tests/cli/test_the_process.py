"""One command line as a process of its own: it writes UTF-8, and whatever ends it early is one sentence."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import click
import pytest

from vanban.cli import app
from vanban.workspace import Workspace, create, shipped

STOPPED = "Đã dừng theo yêu cầu; các tệp đã ghi xong vẫn nguyên vẹn. Hãy chạy lại lệnh khi muốn làm tiếp."
PROGRAM = (sys.executable, "-m", "vanban")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace that no test here writes anything but output into."""
    made, _ = create(tmp_path_factory.mktemp("process") / "thi-dua")
    return made


def hit(moment: str, number: signal.Signals, *arguments: str, cwd: Path, tmp: Path) -> subprocess.CompletedProcess[str]:
    """One command line to which that signal comes at that moment of its own: an audit event and what it is about."""
    event, _, about = moment.partition(" ")
    code = (
        "import os, signal, sys\n"
        "signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"  # whoever runs the tests may have chosen to ignore it
        "hit = []\n"
        "def hear(event, facts):\n"
        f"    if not hit and event == {event!r} and (not {about!r} or facts[0] == {about!r}):\n"
        "        hit.append(event)\n"
        f"        os.kill(os.getpid(), {int(number)})\n"
        "sys.addaudithook(hear)\n"
        "from vanban.cli import main\n"
        "main()\n"
    )
    environment = {**os.environ, "TMPDIR": str(tmp), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, check=False)


@pytest.mark.parametrize("arguments", [["--help"], ["law"], ["biuld"]], ids=" ".join)
def test_output_is_utf_8_whatever_the_code_page_of_the_console(arguments: list[str]) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1258", "PYTHONUTF8": "0"}
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, env=environment, check=False)
    assert "cách dùng" in (done.stdout + done.stderr).decode().lower()


def test_findings_reach_a_pipe_of_another_code_page(workspace: Workspace) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1258", "PYTHONUTF8": "0"}
    command = [*PROGRAM, "check", "--workspace", str(workspace.root)]
    done = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "Dữ liệu dùng được" in done.stdout.decode()


def test_a_name_that_is_no_text_is_told_all_the_same(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.docx"
    done = subprocess.run([*map(os.fsencode, PROGRAM), b"show", name], capture_output=True, check=False)
    assert done.returncode == 1
    assert "\\udcff.docx”. Hãy xem lại tên tệp" in done.stderr.decode()


@pytest.mark.parametrize(
    ("moment", "number"),
    [
        ("import click", signal.SIGINT),
        ("import vanban.errors", signal.SIGINT),
        ("import pydantic", signal.SIGTERM),
        ("import vanban.workflows.check", signal.SIGHUP),
    ],
)
def test_ctrl_c_while_the_program_is_loaded_is_one_sentence(
    moment: str, number: signal.Signals, workspace: Workspace, tmp_path: Path
) -> None:
    done = hit(moment, number, "check", cwd=workspace.root, tmp=tmp_path)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", STOPPED)


def test_nothing_is_loaded_before_ctrl_c_is_heard_but_the_package_and_what_python_comes_with() -> None:
    listed = (
        "import sys\nbefore = set(sys.modules)\nfrom vanban.cli import main\n"
        "print(*sorted(name for name in set(sys.modules) - before"
        " if name.partition('.')[0] not in sys.stdlib_module_names))"
    )
    done = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["vanban", "vanban.cli", "vanban.cli.process"]


def test_a_program_hears_in_json_that_it_was_stopped(workspace: Workspace, tmp_path: Path) -> None:
    done = hit("import vanban.workflows.check", signal.SIGINT, "check", "--json", cwd=workspace.root, tmp=tmp_path)
    assert json.loads(done.stdout)["error"]["name"] == "Stopped"
    assert (done.returncode, done.stderr.strip()) == (130, "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_command_that_is_ended_leaves_no_temporary_folder(number: signal.Signals, tmp_path: Path) -> None:
    temporary = tmp_path / "tam"
    temporary.mkdir()
    paper = shipped() / "templates" / "docx" / "plan.docx"
    done = hit("subprocess.Popen", number, "proofread", str(paper), cwd=tmp_path, tmp=temporary)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (130, "", STOPPED)
    assert list(temporary.iterdir()) == []


def test_ctrl_c_while_workers_are_at_work_is_one_sentence_and_no_traceback_of_theirs(tmp_path: Path) -> None:
    made, _ = create(tmp_path / "thi-dua")
    command = [*PROGRAM, "build", "plan", "target_assignment", "--no-pdf", "--jobs", "2", "-v"]
    with subprocess.Popen(
        command, cwd=made.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True
    ) as clerk:
        assert clerk.stdout and clerk.stderr
        assert any(line.startswith("Bước 4/7") for line in clerk.stderr)
        os.killpg(clerk.pid, signal.SIGINT)
        said = clerk.stderr.read()
        assert (clerk.stdout.read(), said.strip()) == ("", STOPPED)
    assert clerk.returncode == 130


def refused(*arguments: str, cwd: Path) -> tuple[int, str, str]:
    """The exit code and what was said by one command line in this process."""
    said, told = io.StringIO(), io.StringIO()
    with chdir(cwd), redirect_stdout(said), redirect_stderr(told), pytest.raises(SystemExit) as ended:
        app.main(list(arguments))
    return int(ended.value.code or 0), said.getvalue(), told.getvalue()


@pytest.mark.parametrize(
    ("arguments", "name", "code"),
    [
        ("biuld --json", "MistypedCommand", 2),
        ("--json", "MistypedCommand", 2),
        ("build --ony 01 --json", "MistypedCommand", 2),
        ("build --json --jobs nhiều", "MistypedCommand", 2),
        ("build --json --only", "MistypedCommand", 2),
        ("new a b --json", "MistypedCommand", 2),
        ("new --json", "MistypedCommand", 2),
        ("verify --json --quick --rebuild", "MistypedCommand", 2),
        ("verify --json --sample 9/2", "MistypedCommand", 2),
        ("dossier open 01 Hồ-sơ --retention 5 --json", "UnfitDossierCode", 2),
        ("dossier add 01.TĐKT --json", "MistypedCommand", 2),
        ("check --json --year 1999", "NoYear", 2),
        ("build --json planx", "NoKind", 2),
        ("build --json plan/x", "NoDocument", 2),
        ("show không-có.docx --json", "FileMissing", 1),
        ("show data/2024/plan.yaml --json", "WrongFileKind", 1),
        ("new . --json", "FolderNotEmpty", 2),
        ("new mới --json", "NobodyToAsk", 2),
        ("proofread a.docx b.docx --fix c.docx --no-page --json", "OneFileForCopy", 2),
        ("proofread a.docx --fix a.docx --no-page --json", "OverOriginal", 2),
        ("law show --date 1/1/2000 --json", "NoLawBook", 1),
        ("template fields planx --json", "NoKind", 2),
        ("register list --json", "NoRegister", 10),
        ("register open-series khong-co --json", "NoSeriesNamed", 3),
        ("issue plan --json", "NoRegister", 10),
        ("issue planx --json", "NoKind", 2),
        ("issue target_assignment --json", "NeverNumbered", 3),
        ("correct plan --json", "NoActingLetter", 3),
        ("void chung 1 --why nhầm --json", "NoRegister", 10),
        ("recover --json", "NoRegister", 10),
        ("verify --json", "NoRegister", 10),
        ("archive import không-có --json", "FolderMissing", 1),
        ("sign-copy plan không-có.pdf --json", "FileMissing", 1),
        ("template copy plan --workspace / --json", "NoWorkspace", 2),
    ],
)
def test_a_refusal_under_json_is_json_on_standard_output(
    arguments: str, name: str, code: int, workspace: Workspace
) -> None:
    ended, said, told = refused(*arguments.split(), cwd=workspace.root)
    answer = json.loads(said)
    assert (answer["ok"], answer["error"]["name"], answer["error"]["exit_code"]) == (False, name, code)
    assert answer["error"]["sentence"] and answer["error"]["remedy"]
    assert (ended, told) == (code, "")


def test_every_command_answers_in_json() -> None:
    context = click.Context(app.cli)
    silent = []
    for name in app.cli.list_commands(context):
        command = app.cli.get_command(context, name)
        assert command
        for inner in getattr(command, "commands", {name: command}).values():
            if not any("--json" in parameter.opts for parameter in inner.params):
                silent.append(f"{name} {inner.name}")
    assert silent == []


def test_the_help_of_the_program_says_of_every_command_what_its_own_help_says() -> None:
    context = click.Context(app.cli)
    commands = ((name, app.cli.get_command(context, name)) for name in app.cli.list_commands(context))
    own = [(name, command.get_short_help_str(400)) for name, command in commands if command]
    assert own == app.cli.listed()


def test_the_help_of_the_program_loads_nothing_but_what_it_needs_to_speak() -> None:
    loaded = (
        "import sys\nfrom vanban.cli import main\ntry:\n    main()\nexcept SystemExit:\n"
        "    heavy = {'pydantic', 'lxml', 'babel', 'vanban.workflows', 'sqlite3'}\n"
        "    print(*sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", loaded, "--help"], capture_output=True, text=True, check=True)
    assert done.stderr == "\n"


@pytest.mark.parametrize("command", [("show",), ("proofread", "--no-page"), ("show", "--json")])
def test_a_file_larger_than_the_memory_that_there_is_ends_in_a_sentence(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    large = tmp_path / "lon.docx"
    with large.open("wb") as stream:
        stream.truncate(500 << 20)
    limited = (
        "import resource, sys\nfrom vanban.cli import app\n"
        "import vanban.cli.show, vanban.cli.proofread\n"
        "taken = int(open('/proc/self/statm').read().split()[0]) * resource.getpagesize()\n"
        "resource.setrlimit(resource.RLIMIT_AS, (taken + (200 << 20),) * 2)\n"
        "app.main(sys.argv[1:])"
    )
    done = subprocess.run([sys.executable, "-c", limited, *command, str(large)], capture_output=True, encoding="utf-8")
    assert done.returncode == 4, done.stderr
    assert "Máy không còn đủ bộ nhớ" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr
