"""Names of files, accounts and documents are shown to a clerk; none of them moves the cursor or hides a line."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from small_office import NOON, draft, render
from workspace_offices import office_in

from vanban.cli import options
from vanban.cli.app import main
from vanban.domain.actor import actor_named
from vanban.register import Batch, this_process
from vanban.workflows.issuing import issue
from vanban.workflows.issuing_terms import places_of
from vanban.workspace import create

CLI = Path(options.__file__).parent
HOSTILE = ("\x1b[2J\x1b]0;x\x07", "\x9b31m", "\u202etxt.exe", "a\rb", "\x7f")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit):
        main(list(arguments))
    told = capsys.readouterr()
    return told.out + told.err


def is_clean(text: str) -> bool:
    return not any(sign in text for name in HOSTILE for sign in name if not sign.isprintable())


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_a_file_name_with_escapes_is_shown_and_not_obeyed(
    name: str, as_json: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, _ = create(tmp_path / "thi-dua")
    stranger = made.root / f"{name}.docx"
    stranger.write_bytes(b"nothing")
    issued = made.issued / "2024" / "chung"
    issued.mkdir(parents=True)
    (issued / f"{name}.docx").write_bytes(b"nothing")
    with chdir(made.root):
        for command in (
            ("proofread", str(stranger), "--no-page"),
            ("show", str(stranger)),
            ("build", f"plan/{name}"),
            ("sign-copy", "plan", name),
            (f"pl{name}an",),
            ("register", f"li{name}st"),
            ("template", "lint", name),
            ("take", str(stranger)),
            ("archive", "import", name),
            ("restore", name, f"{name}2"),
            ("void", name, "1", "--why", name),
            ("verify",),
        ):
            told = said(capsys, *command, *as_json)
            assert told
            assert is_clean(told), ascii(told)
            if as_json:
                json.loads(told)


def test_nothing_else_of_the_command_line_prints() -> None:
    printing = []
    for path in sorted(CLI.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {
                "click.echo", "click.secho", "print", "sys.stdout.write", "sys.stderr.write"
            }:  # fmt: skip
                printing.append(path.name)
    assert set(printing) == {"terminal.py"}


@pytest.mark.parametrize(
    ("account", "name"),
    [
        ("lan", "lan"),
        ("\x1b[31mLan\x1b[0m", "[31mLan [0m"),
        ("Nguyễn  Thị\nLan\t", "Nguyễn Thị Lan"),
        ("\u202eLan\u200b", "Lan"),
        ("", "không rõ"),
        ("\x00\x07", "không rõ"),
        ("a" * 300, "a" * 100),
    ],
)
def test_the_name_of_an_account_is_one_line_of_letters(account: str, name: str) -> None:
    assert actor_named(account) == name


def test_the_actor_is_the_account_of_the_process_whatever_the_environment_says(tmp_path: Path) -> None:
    made, _ = create(tmp_path / "thi-dua")
    liar = {**os.environ, "USER": "chu-tich", "USERNAME": "chu-tich", "LOGNAME": "chu-tich"}
    command = [sys.executable, "-m", "vanban", "register", "open-series", "ke-hoach", "--year", "2024"]
    subprocess.run(command, cwd=made.root, env=liar, check=True, capture_output=True)
    ledger = (made.archive / "ledger.jsonl").read_text(encoding="utf-8")
    assert "chu-tich" not in ledger
    assert json.loads(ledger)["actor"] == options.this_deed().actor


def test_who_gave_a_number_stands_in_lists_and_exports_cleaned(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workspace = office_in(tmp_path / "thi-dua", options.this_machine())
    asked = Batch("one", NOON.date(), NOON, "\x1b[31mLan\x1b[0m", this_process())
    issue(places_of(workspace), asked, [draft("a")], render)
    with chdir(workspace.root):
        listed = said(capsys, "register", "list")
        assert "[đã ban hành]; người cấp số: [31mLan [0m" in listed
        assert json.loads(said(capsys, "register", "list", "--json"))["entries"][0]["actor"] == "[31mLan [0m"
        assert is_clean(said(capsys, "register", "export", "so.csv"))
        assert "[31mLan [0m" in (workspace.root / "so.csv").read_text(encoding="utf-8-sig")
        said(capsys, "register", "export", "so.xlsx")
        assert (workspace.root / "so.xlsx").is_file()
