"""Whatever is refused, a program that asked for JSON gets JSON: every command, and every designed error."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from vanban import errors
from vanban.cli.app import cli, main
from vanban.cli.refusal import refuse
from vanban.errors import VanbanError
from vanban.workspace import create


def commands(group: click.Group, named: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that does something, with the words that call it."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, (*named, name))
        else:
            yield (*named, name), command


COMMANDS = dict(commands(cli))
SPEAKING = {name: one for name, one in COMMANDS.items() if any("--json" in option.opts for option in one.params)}


def answer(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, object, str]:
    capsys.readouterr()
    with pytest.raises(SystemExit) as ended:
        main([*words, "--json"])
    said = capsys.readouterr()
    return int(ended.value.code or 0), json.loads(said.out), said.err


def is_refusal(found: object) -> bool:
    if not isinstance(found, dict) or found.get("ok") is not False:
        return False
    error = found["error"]
    return bool(error["sentence"]) and isinstance(error["exit_code"], int)


def filled(command: click.Command) -> list[str]:
    """Something for everything that the command must have."""
    words: list[str] = []
    for parameter in command.params:
        if parameter.required and isinstance(parameter, click.Option):
            words += [parameter.opts[0], _VALUES.get(parameter.opts[0], "1")]
        elif parameter.required:
            words += [_VALUES.get(parameter.name or "", "khong-co")] * max(1, parameter.nargs)
    return words


_VALUES = {"--series": "ke-hoach", "--year": "2024", "--last": "ke-hoach=3", "ordinal": "1", "file": "khong-co.xlsx"}


def test_every_command_that_tells_something_can_tell_it_as_json() -> None:
    assert {" ".join(name) for name in set(COMMANDS) - set(SPEAKING)} <= {"open"}


@pytest.mark.parametrize("name", SPEAKING, ids=" ".join)
def test_an_option_that_no_command_has_is_answered_as_json(
    name: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    code, found, _ = answer(capsys, *name, "--khong-co-muc-nay")
    assert code == 2
    assert is_refusal(found)


@pytest.mark.parametrize(
    "name",
    [name for name, one in SPEAKING.items() if any("--workspace" in option.opts for option in one.params)],
    ids=" ".join,
)
def test_outside_a_workspace_every_command_answers_as_json(
    name: tuple[str, ...], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, found, _ = answer(capsys, *name, *filled(COMMANDS[name]))
    assert code != 0
    assert is_refusal(found)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture(scope="module")
def empty_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made, _ = create(tmp_path_factory.mktemp("json") / "thi-dua")
    return made.root


@pytest.mark.parametrize(
    "words",
    [
        ("issue", "plan"), ("void", "ke-hoach", "1", "--why", "x"), ("register", "list"), ("register", "heads"),
        ("register", "continue", "--last", "ke-hoach=3", "--why", "x"), ("register", "export", "so.xlsx"),
        ("register", "print", "so.docx", "--series", "ke-hoach", "--year", "2024"), ("verify",), ("recover",),
        ("sign-copy", "plan", "khong-co.pdf"), ("dossier", "list"), ("dossier", "add", "01.X", "plan"),
        ("archive", "export", "goi"), ("archive", "import", "khong-co"), ("restore", "khong-co", "moi"),
        ("register", "import", "khong-co.xlsx", "--series", "ke-hoach", "--year", "2024"),
        ("register", "open-series", "khong-co"), ("register", "print", "so.txt", "--series", "a", "--year", "2024"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_in_an_office_without_a_register_refusals_are_json(
    words: tuple[str, ...], empty_office: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(empty_office)
    code, found, _ = answer(capsys, *words)
    assert code != 0
    assert is_refusal(found)


def _below(kind: type[VanbanError]) -> Iterator[type[VanbanError]]:
    for child in kind.__subclasses__():
        yield child
        yield from _below(child)


ERRORS = [
    kind
    for kind in dict.fromkeys(_below(VanbanError))
    if kind.__module__.startswith(f"{errors.__name__}.") and kind.sentence
]


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_every_designed_error_is_told_as_json(kind: type[VanbanError], capsys: pytest.CaptureFixture[str]) -> None:
    facts = dict.fromkeys(re.findall(r"\{(\w+)", f"{kind.sentence}{kind.remedy}"), 1)
    try:
        error = kind(**facts)
    except TypeError:
        error = kind(findings=())  # type: ignore[call-arg]
    with pytest.raises(SystemExit) as ended:
        refuse(error, ["--json"])
    said = capsys.readouterr()
    assert ended.value.code == error.exit_code != 0
    assert is_refusal(json.loads(said.out))
    assert said.err == ""
