"""LibreOffice is looked for where the caller says, never in the environment of the test."""

from __future__ import annotations

from pathlib import Path

from vanban.pdf import Converter, find_converter


def _program(folder: Path, mode: int = 0o755) -> Path:
    folder.mkdir(parents=True)
    program = folder / "soffice"
    program.write_text("#!/bin/sh\n")
    program.chmod(mode)
    return program


def test_the_office_on_the_search_path_comes_first(tmp_path: Path) -> None:
    on_path, known = _program(tmp_path / "bin"), _program(tmp_path / "known")
    environment = {"PATH": f"/nowhere:{tmp_path / 'bin'}", "SYSTEMROOT": "C:\\Windows", "HOME": "/home/lan", "X": "y"}
    assert find_converter(environment, [known]) == Converter(
        on_path, {"PATH": environment["PATH"], "SYSTEMROOT": "C:\\Windows"}
    )


def test_an_office_off_the_search_path_is_found_in_a_known_place(tmp_path: Path) -> None:
    known = _program(tmp_path / "known")
    assert find_converter({"PATH": ""}, [tmp_path / "absent", known]) == Converter(known, {"PATH": ""})
    assert find_converter({}, [known]) == Converter(known, {})


def test_a_file_that_cannot_be_run_is_no_office(tmp_path: Path) -> None:
    (tmp_path / "folder" / "soffice").mkdir(parents=True)
    program = _program(tmp_path / "bin", mode=0o644)
    assert find_converter({"PATH": str(tmp_path / "bin")}, [program, tmp_path / "folder" / "soffice"]) is None


def test_where_there_is_no_office_none_is_found() -> None:
    assert find_converter({"PATH": "/nowhere"}, []) is None
