"""``vanban text``: a text goes out to Word and is taken from Word, from last year's papers of any office, from text;
everything is shown first, and only the lines that change are written."""

from __future__ import annotations

import difflib
import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sweeps import spread

from vanban.cli.app import cli
from vanban.errors import NoText
from vanban.pdf import find_converter
from vanban.workspace import Workspace, create

from .typed_plans import PLANS, typed_plan, word_file
from .writer_edits import Copy, run, say, tracked

CONVERTER = find_converter({"PATH": "/usr/bin:/usr/local/bin"})


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return create(tmp_path / "thi-dua")[0]


def text(space: Workspace, *arguments: object) -> Result:
    return CliRunner().invoke(cli, ["text", *map(str, arguments), "--workspace", str(space.root)])


def plan_of(space: Workspace) -> str:
    return (space.root / "data" / "2024" / "plan.yaml").read_text("utf-8")


def changed_lines(before: str, after: str) -> list[str]:
    diff = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in diff if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def exported(space: Workspace, name: str = "plan") -> Path:
    said = text(space, "export", name)
    assert said.exit_code == 0, said.output
    return space.editing_copy(space.year(None), name)


def test_a_figure_changed_in_word_changes_one_line_of_the_data(space: Workspace) -> None:
    copy = exported(space)
    opened = Copy(copy.read_bytes())
    [paragraph] = [one for one in opened.children if "Tỷ lệ gia đình văn hoá" in "".join(one.itertext())]
    say(paragraph, "Tỷ lệ gia đình văn hoá: từ 99% trở lên.")
    copy.write_bytes(opened.saved())
    before = plan_of(space)
    shown = text(space, "import", "plan", copy)
    assert shown.exit_code == 0, shown.output
    assert "Tỷ lệ gia đình văn hóa: đạt từ 99% trở lên" in shown.stdout
    assert "Chưa ghi gì" in shown.stdout
    assert plan_of(space) == before
    written = text(space, "import", "plan", copy, "--yes")
    assert "Đã ghi “data/2024/plan.yaml”." in written.stdout
    assert changed_lines(before, plan_of(space)) == ["-        value: 98", "+        value: 99"]
    kept = space.root / "data" / "earlier" / "2024" / "plan" / "000001.yaml"
    assert kept.read_text("utf-8") == before


def test_a_copy_that_nobody_changed_changes_nothing(space: Workspace) -> None:
    before = plan_of(space)
    said = text(space, "import", "plan", exported(space), "--yes")
    assert "Không có gì khác với dữ liệu đang có." in said.stdout
    assert plan_of(space) == before


def test_a_plan_of_another_office_is_shown_beside_its_original_with_what_is_stale(
    space: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "ke hoach 2023.docx"
    plan = typed_plan(PLANS / "01-xa-mien-nui.txt")
    plan.lines = [(sort, look, line.replace("2024", "2023")) for sort, look, line in plan.lines]
    file.write_bytes(word_file(plan))
    shown = text(space, "import", "plan", file)
    assert "Số, ký hiệu: 35/KH-UBND" in shown.stdout
    assert "Ngày: 02/02/2023" in shown.stdout
    assert "I. mục có tiêu đề" in shown.stdout
    assert "Người ký ở tệp là TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH, Hà Văn Thông: chưa có trong danh sách" in shown.stdout
    assert "“2023” → “2024”" in shown.stdout
    assert "Chỉ tiêu mới “Trồng mới 15 ha rừng sản xuất.”: tạm giao “groups”" in shown.stdout
    written = text(space, "import", "plan", file, "--yes")
    assert written.exit_code == 0, written.output
    after = plan_of(space)
    assert "subject: Phát động phong trào thi đua yêu nước năm 2024" in after
    assert "- section: MỤC ĐÍCH, YÊU CẦU" in after
    assert "registration_due: 29/02/2024" in after
    assert "  - nghi-dinh-98-2023\n" in after
    checked = CliRunner().invoke(cli, ["check", "--workspace", str(space.root), "--json"])
    faults = [one for one in json.loads(checked.stdout)["findings"] if one["place"]["file"] == "2024/plan.yaml"]
    assert [one for one in faults if one["severity"] == "error"] == []


@pytest.mark.parametrize("kind", spread(["doc", "odt"], 2))
def test_older_and_other_formats_are_read_as_the_word_file_is(space: Workspace, tmp_path: Path, kind: str) -> None:
    assert CONVERTER is not None
    file = tmp_path / "ke-hoach.docx"
    file.write_bytes(word_file(typed_plan(PLANS / "04-trung-tam-y-te.txt")))
    command = [str(CONVERTER.program), "--headless", f"-env:UserInstallation=file://{tmp_path / 'profile'}"]
    subprocess.run(
        [*command, "--convert-to", kind, "--outdir", str(tmp_path), str(file)], check=True, capture_output=True
    )
    read = {
        path.suffix: json.loads(text(space, "import", "plan", path, "--json").stdout)
        for path in (file, tmp_path / f"ke-hoach.{kind}")
    }
    seen = {
        suffix: [(one["read_as"], one["depth"], one["number"]) for one in said["lines"]]
        for suffix, said in read.items()
    }
    assert seen[".docx"] == seen[f".{kind}"]
    assert [one["sentence"] for one in read[".docx"]["targets"]] == [
        one["sentence"] for one in read[f".{kind}"]["targets"]
    ]


def test_tracked_changes_and_comments_are_told_and_read_as_if_accepted(space: Workspace) -> None:
    copy = exported(space)
    opened = Copy(copy.read_bytes())
    [paragraph] = [one for one in opened.children if "Tỷ lệ gia đình văn hoá" in "".join(one.itertext())]
    say(paragraph, "Tỷ lệ gia đình văn hoá: từ ")
    paragraph.append(tracked("del", run("95%", "delText")))
    paragraph.append(tracked("ins", run("97%")))
    paragraph.append(run(" trở lên."))
    copy.write_bytes(opened.saved())
    shown = text(space, "import", "plan", copy)
    assert "2 chỗ sửa theo dõi" in shown.stdout or "1 chỗ sửa theo dõi" in shown.stdout
    assert "Bà Lan sửa “95%” thành “97%”." in shown.stdout
    assert "đạt từ 97% trở lên" in shown.stdout


def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next_one(space: Workspace) -> None:
    from vanban.domain.draft_tree import read_draft
    from vanban.proofread import find_paper

    copy = exported(space)
    opened = Copy(copy.read_bytes())
    first = next(n for n, one in enumerate(opened.children) if "- Phát huy truyền thống" in "".join(one.itertext()))
    own = opened.children[first]
    before = len(read_draft(find_paper(copy.read_bytes(), "a.docx").lines).lines)
    marks = own.find("{*}pPr")
    look = own.makeelement("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}rPr", {})
    look.append(tracked("del"))
    marks.append(look)
    read = read_draft(find_paper(opened.saved(), "a.docx").lines)
    assert len(read.lines) == before - 1
    [joined] = [one for one in read.lines if "Phát huy truyền thống" in one.line.text]
    assert "Phát hiện, tôn vinh" in joined.line.text


def test_a_plain_text_is_taken_too(space: Workspace, tmp_path: Path) -> None:
    file = tmp_path / "ke-hoach.txt"
    file.write_text("\n".join(line for *_, line in typed_plan(PLANS / "02-truong-tieu-hoc.txt").lines), "utf-8")
    said = text(space, "import", "plan", file, "--keep-years")
    assert said.exit_code == 0, said.output
    assert "7 chỉ tiêu" in said.stdout


def test_a_text_that_the_year_does_not_have_yet_is_made(space: Workspace, tmp_path: Path) -> None:
    (space.root / "data" / "2024" / "submission.yaml").rename(tmp_path / "submission.yaml")
    file = tmp_path / "to-trinh.txt"
    file.write_text(
        "ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nPHƯỜNG NGÔ QUYỀN\tĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 12/TTr-UBND\tNgô Quyền, ngày 05 tháng 12 năm 2024\nTỜ TRÌNH\n"
        "Về việc đề nghị tặng danh hiệu thi đua năm 2024\n"
        "Kính gửi: Chủ tịch UBND thành phố Bắc Giang\nUBND phường đề nghị xét tặng các danh hiệu sau:\n"
        "1. Tập thể lao động tiên tiến.\n2. Chiến sĩ thi đua cơ sở./.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\n"
        "Vũ Trí Khánh\n",
        "utf-8",
    )
    said = text(space, "import", "submission", file, "--yes")
    assert said.exit_code == 0, said.output
    made = (space.root / "data" / "2024" / "submission.yaml").read_text("utf-8")
    assert "subject: Về việc đề nghị tặng danh hiệu thi đua năm 2024" in made
    assert "- clause: Tập thể lao động tiên tiến." in made


def test_who_mistypes_a_text_is_told_the_names(space: Workspace) -> None:
    said = text(space, "export", "pla")
    assert isinstance(said.exception, NoText)
    assert "Có phải là “plan”?" in str(said.exception)
