"""What a clerk sees: help, results and mistakes, all in Vietnamese, with exit codes that a program can trust."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import click
import pytest
from built_years import BuiltYears
from click.testing import CliRunner, Result
from sweeps import WHOLE, spread

from vanban.cli import app
from vanban.kinds import KINDS
from vanban.workspace import Workspace, create

ENGLISH = re.compile(
    r"\b(Usage|Options|Commands|Error|Traceback|Show this message|Try|Missing|Invalid|No such|unexpected|required"
    r"|OPTIONS|COMMAND|ARGS)\b"
)


def run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """One command line in this process: loading the program costs more than most commands."""
    said, told = io.StringIO(), io.StringIO()
    with chdir(cwd or Path.cwd()), redirect_stdout(said), redirect_stderr(told), pytest.raises(SystemExit) as ended:
        app.main(list(arguments))
    return subprocess.CompletedProcess(arguments, int(ended.value.code or 0), said.getvalue(), told.getvalue())


def run_alone(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """One command line in a process of its own, as a clerk runs it."""
    return subprocess.run(
        [sys.executable, "-c", "from vanban.cli import main; main()", *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        check=False,
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    made, _ = create(tmp_path / "thi-dua")
    return made


def every_command() -> list[list[str]]:
    commands: list[list[str]] = [[]]
    context = click.Context(app.cli)
    for name in app.cli.list_commands(context):
        commands.append([name])
        commands += [[name, inner] for inner in getattr(app.cli.get_command(context, name), "commands", {})]
    return commands


def test_a_check_of_the_register_is_not_kept_waiting_for_the_libraries_of_word_excel_and_pdf() -> None:
    loaded = (
        "import sys, vanban.cli.verify; print(*sorted({'docx', 'docxtpl', 'openpyxl', 'pypdf'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "\n"


@pytest.mark.parametrize("command", every_command(), ids=" ".join)
def test_the_help_of_every_command_is_vietnamese(command: list[str]) -> None:
    result: Result = CliRunner().invoke(app.cli, [*command, "--help"], prog_name="vanban")
    assert result.exit_code == 0
    assert result.output.startswith("Cách dùng: vanban")
    assert not ENGLISH.search(result.output), result.output


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["biuld"], "Không có lệnh “biuld”. Có phải là “build”? Hãy xem cách dùng bằng lệnh: vanban --help."),
        (
            ["build", "--ony", "01"],
            "Không có tùy chọn “--ony”. Có phải là “--only”? Hãy xem cách dùng bằng lệnh: vanban build --help.",
        ),
        (["new"], "Lệnh còn thiếu “THƯ-MỤC”. Hãy xem cách dùng bằng lệnh: vanban new --help."),
        (
            ["build", "--jobs", "nhiều"],
            (
                "Ở tùy chọn “--jobs”: “nhiều” không phải là số nguyên từ 1 trở "
                "lên. Hãy xem cách dùng bằng lệnh: vanban build --help."
            ),
        ),
        (["build", "--only"], "Sau tùy chọn “--only” chưa ghi gì. Hãy xem cách dùng bằng lệnh: vanban build --help."),
        (["new", "a", "b"], "Lệnh thừa chữ ở cuối: “b”. Hãy xem cách dùng bằng lệnh: vanban new --help."),
        (
            ["template", "fileds"],
            "Không có lệnh “fileds”. Có phải là “fields”? Hãy xem cách dùng bằng lệnh: vanban template --help.",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_mistake_on_the_command_line_is_one_vietnamese_sentence(
    arguments: list[str], sentence: str, workspace: Workspace
) -> None:
    result = run(*arguments, cwd=workspace.root)
    assert (result.returncode, result.stdout, result.stderr.strip()) == (2, "", sentence)


def test_a_folder_without_a_workspace_is_said_with_what_to_do(tmp_path: Path) -> None:
    result = run("check", cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr == (
        f"LỖI: Không tìm thấy thư mục làm việc: từ “{tmp_path}” trở lên không có thư mục nào chứa data/office. "
        "Hãy chuyển vào thư mục làm việc (cd THƯ-MỤC), chỉ rõ bằng --workspace, hoặc tạo thư mục làm việc "
        "mới bằng lệnh: vanban new THƯ-MỤC.\n"
    )


def test_a_new_workspace_passes_the_check_and_builds_where_it_stands(tmp_path: Path) -> None:
    made = run("new", str(tmp_path / "của tôi"), "--sample", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    inside = tmp_path / "của tôi" / "data" / "2024"
    checked = run("check", cwd=inside)
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.splitlines()[-1].startswith("Dữ liệu dùng được (năm 2024: 0 lỗi")
    assert checked.stdout.splitlines()[-1].endswith("Chưa lập văn bản nào.")
    built = run("build", "plan", "--no-pdf", "-v", cwd=inside)
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "của tôi" / "output" / "2024" / "1-phat-dong" / "ke-hoach.docx").is_file()
    assert [line.split(" ", 2)[1] for line in built.stderr.splitlines()] == [
        "1/7",
        "2/7",
        "3/7",
        "4/7",
        "5/7",
        "6/7",
        "7/7",
    ]
    again = run("build", "plan", "--no-pdf", cwd=inside)
    assert again.stdout.splitlines()[-1] == "Không có gì thay đổi, không ghi tệp nào."


def test_a_folder_in_use_is_not_made_a_workspace(workspace: Workspace) -> None:
    result = run("new", str(workspace.root), "--sample")
    assert result.returncode == 2
    assert result.stderr == (
        f"LỖI: Thư mục “{workspace.root}” đã có tệp bên trong nên không tạo thư mục làm việc mới ở đó. "
        "Hãy chọn một tên thư mục chưa có.\n"
    )


def test_broken_data_are_told_with_file_row_column_and_what_was_not_done(workspace: Workspace) -> None:
    signatories = workspace.root / "data" / "office" / "signatories.yaml"
    signatories.write_text(signatories.read_text(encoding="utf-8") + "- key: b\n  nam: X\n", encoding="utf-8")
    result = run("build", cwd=workspace.root)
    assert result.returncode == 1
    lines = result.stdout.splitlines()
    assert all(line.startswith("LỖI: Tệp Người ký (office/signatories.yaml), dòng ") for line in lines[:-1])
    assert lines[-1].endswith("Chưa lập văn bản nào.")
    assert not workspace.output.exists()
    assert "Traceback" not in result.stderr


def test_results_can_be_read_by_a_program(built_years: BuiltYears, tmp_path: Path) -> None:
    workspace, _ = built_years.sample(tmp_path / "thi-dua")
    next(workspace.output.rglob("ke-hoach.docx")).unlink()
    built = json.loads(run("build", "--no-pdf", "--json", cwd=workspace.root).stdout)
    assert built["ok"] and built["wrote"] and built["year"] == 2024
    assert {"kind", "key", "title", "path", "pdf", "state", "why"} == set(built["documents"][0])
    checked = json.loads(run("check", "--json", cwd=workspace.root).stdout)
    assert checked["ok"]
    kinds = json.loads(run("template", "list", "--json", cwd=workspace.root).stdout)
    assert "plan" in [row["kind"] for row in kinds]
    fields = json.loads(run("template", "fields", "plan", "--json").stdout)
    assert {"name": "closing.signer_name", "title": "Họ và tên người ký"} in [
        {"name": row["name"], "title": row["title"]} for row in fields
    ]
    shown = json.loads(run("show", str(workspace.output / built["documents"][0]["path"]), "--json").stdout)
    assert any("KẾ HOẠCH" in line for line in shown["outline"])


def test_the_templates_in_force_mention_only_what_their_kinds_declare_and_use_every_field(workspace: Workspace) -> None:
    """A spread of them; ``make torture`` asks for all, as a clerk does who names none."""
    files = [str(workspace.template(kind)) for kind in spread(KINDS, 4)]
    result = run("template", "lint", *([] if WHOLE else files), cwd=workspace.root)
    assert (result.returncode, result.stdout) == (0, "Mẫu dùng được (0 lỗi, 0 lưu ý).\n")


def test_a_template_copied_to_the_workspace_is_in_force_and_never_overwritten(workspace: Workspace) -> None:
    copied = run("template", "copy", "plan", cwd=workspace.root)
    assert copied.returncode == 0, copied.stderr
    own = workspace.root / "templates" / "docx" / "plan.docx"
    assert own.is_file()
    assert f"(mẫu riêng: {own})" in run("template", "list", cwd=workspace.root).stdout
    again = run("template", "copy", "plan", cwd=workspace.root)
    assert again.returncode == 4
    assert str(own) in again.stderr


def test_a_file_that_is_not_there_is_said_plainly(tmp_path: Path) -> None:
    result = run("show", str(tmp_path / "x.docx"))
    assert result.returncode == 1
    assert result.stderr == (f"LỖI: Không có tệp “{tmp_path / 'x.docx'}”. Hãy xem lại tên tệp và thư mục.\n")


def test_without_libreoffice_the_word_files_are_built_and_one_line_says_what_to_install(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vanban.cli.build.find_converter", lambda environment: None)
    result = CliRunner().invoke(app.cli, ["build", "plan", "--workspace", str(workspace.root)])
    assert result.exit_code == 0
    said = [line for line in result.output.splitlines() if "LibreOffice" in line]
    assert said == [
        "Không thấy LibreOffice nên chưa tạo PDF; cài LibreOffice (Debian: apt-get install libreoffice-writer-nogui "
        "fonts-liberation2) rồi chạy lại để có PDF."
    ]


@pytest.mark.long
def test_two_builds_in_other_surroundings_give_the_same_word_files(built_years: BuiltYears, tmp_path: Path) -> None:
    """A Word file of each kind, by this process and by two others. ``make torture`` holds them all, and their PDFs."""
    here, made = built_years.sample(tmp_path / "a" / "thi đua")
    there, _ = create(tmp_path / "aa" / "thi đua")
    new_york = {"TZ": "America/New_York", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"}
    named = [document for document in made.documents if document.kind != "proof_sheet"]
    one_a_kind = {document.kind: "/".join(filter(None, (document.kind, document.key))) for document in named}
    result = run_alone("build", "--no-pdf", "--jobs", "2", *one_a_kind.values(), cwd=there.root, **new_york)
    assert result.returncode == 0, result.stderr
    ours, theirs = (
        {path.relative_to(one.output).as_posix(): path.read_bytes() for path in one.output.rglob("*.docx")}
        for one in (here, there)
    )
    written = {document.path for document in named if one_a_kind[document.kind].endswith(document.key or "")}
    assert len(written & theirs.keys()) == len(one_a_kind) > 30
    assert [name for name in theirs if ours.get(name) != theirs[name]] == []


def test_the_law_of_a_day_is_printed_with_article_source_dates_and_certainty() -> None:
    shown = run("law", "show", "--date", "05/03/2024")
    assert shown.returncode == 0
    assert (
        "“Lao động tiên tiến” - cá nhân: tiền thưởng\n"
        "  0,3 lần mức lương cơ sở = 540.000 đồng\n"
        "    Điều 54 Nghị định số 98/2023/NĐ-CP; "
    ) in shown.stdout
    later = json.loads(run("law", "show", "--date", "2025-07-01", "--json").stdout)
    facts = {"topic", "value", "article", "source", "source_kind", "valid_from", "valid_to", "certainty"}
    assert facts | {"doubt", "checked"} == set(later[0])
    assert "    nguồn: toàn văn Luật số 06/2022/QH15 (toàn văn); đã đọc nguyên văn; đối chiếu: " in shown.stdout
    apart = run("law", "diff", "30/6/2026", "01/7/2026").stdout
    assert "  - 2.340.000 đồng/tháng (Nghị định số 73/2024/NĐ-CP)\n  + 2.530.000 đồng/tháng (khoản 2 Điều 3" in apart
    assert "Quy định chung của cả nước (viet-nam), phiên bản 1" in run("law", "sources").stdout
    wrong = run("law", "show", "--date", "5/13/2024")
    assert wrong.returncode == 2
    assert wrong.stderr == (
        "Ở tùy chọn “--date”: “5/13/2024” không phải là một ngày; hãy "
        "ghi ngày/tháng/năm, ví dụ 05/3/2024 (05/03/2024 cũng được). Hãy xem cách dùng bằng "
        "lệnh: vanban law show --help.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["register", "open-series", "ke-hoach", "--year", "9999"], "từ 1945 đến 2200"),
        (["register", "open-series", "ke-hoach", "--first", "99999999"], "từ 1 đến 9999999"),
        (["register", "list", "--page", "9" * 40], "từ 1 đến 9999999"),
        (["register", "list", "--series", "../x"], "“../x” không phải là mã của một hệ thống số"),
        (["void", "ke-hoach", "1", "--why", "a\x01b"], "ký tự điều khiển"),
        (["void", "ke-hoach", "1", "--why", "x" * 501], "dài 501 ký tự"),
        (["void", "ke-hoach", "1", "--why", "x", "--year", "9999"], "từ 1945 đến 2200"),
        (["dossier", "open", "01.TĐKT", "", "--retention", "5"], "chưa ghi chữ nào"),
        (["dossier", "open", "01.TĐKT", "  ", "--retention", "5"], "chưa ghi chữ nào"),
        (["dossier", "open", "01.TĐKT", "x" * 501, "--retention", "5"], "dài 501 ký tự"),
        (["dossier", "open", "01.TĐKT", "Hồ sơ", "--retention", "5", "--creator", "x" * 31], "chỉ nhận tới 30"),
        (["dossier", "open", "01", "Hồ sơ", "--retention", "5"], "Ký hiệu hồ sơ “01” không dùng được"),
        (["dossier", "add", "01.TĐKT", "--file", "a.pdf", "--subject", "x" * 601], "dài 601 ký tự"),
        (["dossier", "add", "01.TĐKT", "--file", "a.pdf", "--subject", "Cong v\ufffdn"], "ký tự thay thế"),
        (["register", "print", "so.txt", "--series", "ke-hoach", "--year", "2024"], "phải là tệp .docx"),
        (["correct", "plann"], "Có phải là “plan”?"),
        (["recall", "letter/khong-co"], "letter/khong-co"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, list) else "",
)
def test_what_the_register_could_not_keep_is_a_mistake_of_the_command_line(
    arguments: list[str], said: str, workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        app.main([*arguments, "--workspace", str(workspace.root)])
    heard = capsys.readouterr()
    assert (left.value.code, heard.out) == (2, "")
    assert said in heard.err
    assert not workspace.register.exists()
