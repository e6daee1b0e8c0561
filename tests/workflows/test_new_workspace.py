"""From nine answers and three filled tables to a first set of papers in the office's own name, of any office."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from own_offices import OFFICES, UNITS, filled

from vanban.errors import AnswersUnfit
from vanban.word import outline
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.check import check
from vanban.workflows.new_workspace import answers_of, new_workspace, read_answers
from vanban.workspace import Workspace

SHIPPED = Path(__file__).parents[2]
SAMPLE = ("Ngô Quyền", "Bắc Giang", "Bắc Ninh", "Vũ Trí Khánh")
WORDS = ("phường", "xã", "khu phố", "thôn", "tổ chuyên môn", "tổ dân phố", "hộ gia đình", "Mặt trận", "Ủy ban nhân dân")
ALLOWED = {
    "xã": ("xã", "thôn", "hộ gia đình", "Mặt trận", "Ủy ban nhân dân"),
    "phường": ("phường", "khu phố", "hộ gia đình", "Mặt trận", "Ủy ban nhân dân"),
    "trường": ("tổ chuyên môn", "xã", "Ủy ban nhân dân"),
    "cơ quan": ("Ủy ban nhân dân",),
}
ALLOWED["trường, năm học"] = ALLOWED["trường"]
"""A school lies in a commune, which stands over it; an agency has a committee over it."""


@cache
def said_by(root: Path, form: str) -> dict[str, str]:
    """The words of every Word file of the office's first set, by the file's name, after a check without any finding."""
    workspace = filled(root, form)
    checked = check(workspace)
    assert [str(one) for one in checked.findings] == []
    built = build(workspace, BuildRequest(with_pdf=False, workers=1))
    assert built.exit_code == 0, built.to_json()
    output = workspace.output
    return {path.relative_to(output).as_posix(): outline(path.read_bytes(), "") for path in output.rglob("*.docx")}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("offices")


@pytest.mark.parametrize("form", OFFICES)
def test_nine_answers_and_three_tables_make_the_first_set_without_a_finding(made: Path, form: str) -> None:
    files = said_by(made / form, form)
    kinds = {name.rpartition("/")[2].partition("-dv-")[0] for name in files}
    assert "ke-hoach.docx" in kinds
    slug = {"xã": "thon", "phường": "khu-pho", "cơ quan": "phong"}.get(form, "to-chuyen-mon")
    assert sum(f"/dang-ky-{slug}-dv-" in name for name in files) == UNITS[form]
    assert {"dang-ky-tap-the-van-phong.docx", "dang-ky-ca-nhan-ta-van-dao.docx"} <= kinds


@pytest.mark.parametrize("form", OFFICES)
def test_no_word_of_the_sample_or_of_another_office_is_in_any_file(made: Path, form: str) -> None:
    files = said_by(made / form, form)
    foreign = [*SAMPLE, *(word for word in WORDS if word not in ALLOWED[form])]
    found = [
        (name, word)
        for name, text in files.items()
        for word in foreign
        if re.search(rf"\b{word}\b(?! hội)", text, re.IGNORECASE)
    ]
    assert found == []


@pytest.mark.parametrize("form", OFFICES)
def test_the_general_texts_and_the_headers_name_no_office(made: Path, form: str) -> None:
    said_by(made / form, form)
    texts = [path.read_text("utf-8") for path in (made / form / "data" / OFFICES[form]["year"]).glob("*.yaml")]
    names = [*SAMPLE, "Đồng Quý", "Hồ Sen", "Sông Mây", "Sơn Hải"]
    assert [name for name in names if any(name in text for text in texts)] == []


def test_answers_stand_in_a_file_or_are_given_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "tra-loi.yaml"
    file.write_text("".join(f"{name}: {said}\n" for name, said in OFFICES["xã"].items()), "utf-8")
    assert read_answers(file) == answers_of(OFFICES["xã"])


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"form": "xa"}, "“xa”"),
        ({"unit": "thong"}, "Có phải là “thôn”?"),
        ({"head": "Chủ tịch"}, "họ và tên"),
        ({"year": "hai nghìn"}, "Không đọc được năm"),
        ({"names": "x"}, "names"),
    ],
)
def test_answers_that_cannot_be_used_are_told_with_the_field(change: dict[str, str], said: str) -> None:
    with pytest.raises(AnswersUnfit) as told:
        answers_of(OFFICES["xã"] | change)
    assert said in " ".join(str(one) for one in told.value.findings)


def test_a_school_begins_in_a_school_year_of_its_own(tmp_path: Path) -> None:
    made = new_workspace(tmp_path / "w", answers_of(OFFICES["trường"] | {"year": "2026-2027"}))
    assert "data/2026-2027/plan.yaml" in made.files
    assert "data/2026-2027/six_month_report.yaml" not in made.files
    checked = check(Workspace(made.root))
    assert [str(one) for one in checked.findings] == []
    assert checked.year
    assert checked.year.plan.subject == "Tổ chức phát động phong trào thi đua năm học 2026 - 2027"
    assert checked.year.plan.planned_on == date(2026, 9, 15)


@pytest.mark.parametrize("form", ["xã", "trường"])
def test_only_the_tables_that_its_papers_need_are_asked_for(tmp_path: Path, form: str) -> None:
    workspace = filled(tmp_path / "w", form)
    office = workspace.root / "data" / "office"
    (office / "people.xlsx").unlink()
    assert [str(one) for one in check(workspace).findings] == []
    built = build(workspace, BuildRequest(with_pdf=False, workers=1))
    assert built.exit_code == 0 and "individual_registration" not in {one.kind for one in built.documents}
    (office / "collectives.xlsx").unlink()
    (office / "groups.xlsx").unlink()
    year = office.parent / OFFICES[form]["year"]
    assert {str(one.place.file) for one in check(workspace).findings if "Thiếu tệp" in one.reason} == set()
    (year / "individual_registrations.xlsx").unlink()
    (year / "individual_registrations.csv").write_text("Mã người,Danh hiệu đăng ký\nai,Lao động tiên tiến\n", "utf-8")
    missing = [str(one.place.file) for one in check(workspace).findings if "Không có tệp này" in one.reason]
    assert missing == ["office/people.xlsx"]


def test_what_is_not_answered_follows_from_the_name() -> None:
    words = answers_of(OFFICES["phường"] | {"name": "Hồ Sen"}).words()
    assert words["name"] == "Ủy ban nhân dân phường Hồ Sen"
    assert (words["locality"], words["place"], words["short_name"]) == ("phường Hồ Sen", "Hồ Sen", "UBND phường Hồ Sen")
    assert (words["head"], words["head_position"]) == ("Mai Thị Cúc", "Chủ tịch")
