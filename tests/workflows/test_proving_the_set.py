"""What `vanban proof` finds when the finished Word files of a year are read back and held against each other."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest

from vanban.batch import BuiltDocument
from vanban.cli.app import main
from vanban.domain.agreement import Account
from vanban.word import text_of
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.proof import account_of, prove
from vanban.workflows.rendering import digest
from vanban.workspace import Workspace

WORD_ONLY = BuildRequest(with_pdf=False)
NOMINATION = "2024/5-de-nghi-khen-thuong"


def edit_by_hand(path: Path, old: str, new: str, times: int = 1) -> None:
    """Replace the first ``times`` places of ``old`` in the text of a Word file, as somebody does in Word."""
    with zipfile.ZipFile(path) as package:
        parts = {item: package.read(item) for item in package.infolist()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for item, content in parts.items():
            if item.filename == "word/document.xml":
                text = content.decode()
                assert old in text
                content = text.replace(old, new, times).encode()
            package.writestr(item, content)
    path.write_bytes(target.getvalue())


def change_cell(path: Path, old: str, new: str) -> None:
    """Replace a whole cell of a table of data, which must be there."""
    book = openpyxl.load_workbook(path)
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value == old]
    assert cells
    for cell in cells:
        cell.value = new
    book.save(path)


_READ: dict[tuple[str, ...], tuple[Account, ...]] = {}


def read_once(entry: BuiltDocument, data: bytes, dossier: str) -> tuple[Account, ...]:
    """What a file says; the hundred that no test here changes are read by the first."""
    known = (entry.kind, entry.title, entry.path, dossier, digest(data))
    if known not in _READ:
        _READ[known] = account_of(entry, data, dossier)
    return _READ[known]


def test_the_sample_year_agrees_with_itself(built: Workspace) -> None:
    proof = prove(built, read_back=read_once)
    assert (proof.ok, proof.differences, proof.edited) == (True, (), ())
    assert len(proof.files) > 40


def test_a_name_changed_in_the_data_changes_everywhere_and_the_set_still_agrees(built: Workspace) -> None:
    for table in ("people", "collectives"):
        change_cell(built.root / "data" / "office" / f"{table}.xlsx", "Trần Thị B", "Trần Thị Bích Ngọc")
    assert not build(built, WORD_ONLY).stopped
    proof = prove(built, read_back=read_once)
    assert proof.ok, [str(one) for one in proof.differences]
    names = {mention.name.value for account in proof.accounts for mention in account.mentions}
    assert "Trần Thị Bích Ngọc" in names
    assert "Trần Thị B" not in names


@pytest.mark.parametrize(
    ("file", "places"),
    [
        (f"{NOMINATION}/to-trinh.docx", 1),
        (f"{NOMINATION}/danh-sach-trich-ngang.docx", 1),
        (f"{NOMINATION}/bao-cao-thanh-tich-tran-thi-b.docx", 1),
        (f"{NOMINATION}/bao-cao-thanh-tich-tran-thi-b.docx", 9),
        ("2024/4-binh-xet/bien-ban-kiem-phieu.docx", 9),
        ("2024/4-binh-xet/bien-ban-hop-hoi-dong.docx", 99),
        ("2024/2-dang-ky/dang-ky-ca-nhan-tran-thi-b.docx", 1),
    ],
)
def test_a_name_changed_by_hand_in_one_file_is_found_with_both_files_and_places(
    built: Workspace, file: str, places: int
) -> None:
    edit_by_hand(built.output / file, "Trần Thị B", "Trần Thị Bê", places)
    proof = prove(built, read_back=read_once)
    assert not proof.ok
    assert proof.edited == (file,)
    assert any(
        {reading.value for reading in one.readings} >= {"Trần Thị Bê"}
        and file in {reading.file for reading in one.readings}
        and all(reading.place for reading in one.readings if reading.value)
        for one in proof.differences
    ), [str(one) for one in proof.differences]


@pytest.mark.parametrize(
    "file",
    [
        "quyet-dinh-khen-thuong.docx",
        "danh-sach-khen-thuong.docx",
        "giay-khen-pham-thi-d.docx",
        "thong-bao-ket-qua.docx",
    ],
)
def test_a_name_changed_by_hand_in_a_decision_its_list_or_one_certificate_names_that_file(
    built: Workspace, file: str
) -> None:
    place = f"2024/6-ket-qua-khen-thuong/{file}"
    edit_by_hand(built.output / place, "Phạm Thị D", "Phạm Thị Đ")
    proof = prove(built, read_back=read_once)
    assert not proof.ok
    assert proof.edited == (place,)
    found = [one for one in proof.differences if place in {reading.file for reading in one.readings}]
    assert {"Phạm Thị Đ", "Phạm Thị D"} in [{reading.value for reading in one.readings} for one in found]


def test_an_order_number_changed_by_hand_on_a_certificate_is_found(built: Workspace) -> None:
    place = "2024/6-ket-qua-khen-thuong/giay-khen-vu-van-h.docx"
    edit_by_hand(built.output / place, "Số sổ vàng: 4", "Số sổ vàng: 5")
    found = [str(one) for one in prove(built, read_back=read_once).differences]
    assert any("số thứ tự" in one.split("(")[0] and place in one for one in found), found


@pytest.mark.parametrize(
    ("file", "old", "new", "topic"),
    [
        ("giay-khen-vu-van-h.docx", "Số quyết định:      /QĐ", "Số quyết định: 15/QĐ", "số, ngày"),
        ("giay-khen-vu-van-h.docx", "GIẤY KHEN", "LAO ĐỘNG TIÊN TIẾN", "danh hiệu"),
        ("giay-khen-vu-van-h.docx", "Chỉ huy trưởng Ban", "Chỉ huy phó Ban", "chức vụ"),
        ("danh-sach-khen-thuong.docx", ">1.410.000<", ">1.400.000<", "số lượng"),
        ("quyet-dinh-khen-thuong.docx", "4.250.000 đồng", "4.240.000 đồng", "tiền thưởng"),
        ("quyet-dinh-khen-thuong.docx", "Bốn triệu hai trăm năm mươi", "Bốn triệu hai trăm bốn mươi", "số lượng"),
        (
            "thong-bao-ket-qua.docx",
            "4.250.000 đồng (Bốn triệu hai trăm năm",
            "4.240.000 đồng (Bốn triệu hai trăm bốn",
            "tiền",
        ),
    ],
)
def test_a_number_an_award_or_a_sum_changed_by_hand_in_the_papers_of_a_decision_is_found(
    built: Workspace, file: str, old: str, new: str, topic: str
) -> None:
    place = f"2024/6-ket-qua-khen-thuong/{file}"
    edit_by_hand(built.output / place, old, new)
    found = [str(one) for one in prove(built, read_back=read_once).differences]
    assert any(topic in one.split("(")[0] and place in one for one in found), found


@pytest.mark.parametrize(
    ("file", "old", "new", "topic"),
    [
        (f"{NOMINATION}/to-trinh.docx", "cho 02 cá nhân, gồm", "cho 03 cá nhân, gồm", "số lượng"),
        (f"{NOMINATION}/danh-sach-trich-ngang.docx", "12/3/1985", "13/3/1985", "ngày sinh"),
        (f"{NOMINATION}/danh-sach-trich-ngang.docx", ">07<", ">08<", "số người"),
        (f"{NOMINATION}/danh-sach-trich-ngang.docx", "Chiến sĩ thi đua cơ sở", "Lao động tiên tiến", "danh hiệu"),
        (f"{NOMINATION}/danh-sach-trich-ngang.docx", "Tờ trình số ", "Tờ trình số 7", "số, ngày"),
    ],
)
def test_a_count_a_date_an_award_or_a_number_changed_by_hand_is_found(
    built: Workspace, file: str, old: str, new: str, topic: str
) -> None:
    edit_by_hand(built.output / file, old, new)
    proof = prove(built, read_back=read_once)
    found = [str(one) for one in proof.differences]
    assert any(topic in one.split("(")[0] and file in one for one in found), found


def test_a_file_that_is_gone_is_told_and_the_command_ends_with_1(
    built: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    (built.output / NOMINATION / "to-trinh.docx").unlink()
    with pytest.raises(SystemExit) as ended:
        main(["proof", "--workspace", str(built.root), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert ended.value.code == 1
    assert [one["place"]["file"] for one in told["missing"]] == [f"{NOMINATION}/to-trinh.docx"]


def test_the_command_names_both_files_and_ends_with_1(built: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    edit_by_hand(built.output / NOMINATION / "to-trinh.docx", "Lê Văn C", "Lê Văn X")
    with pytest.raises(SystemExit) as ended:
        main(["proof", "--workspace", str(built.root)])
    told = capsys.readouterr().out
    assert ended.value.code == 1
    assert f"{NOMINATION}/to-trinh.docx" in told
    assert f"{NOMINATION}/danh-sach-trich-ngang.docx" in told
    assert "đã được sửa tay" in told


def test_a_year_of_which_nothing_is_built_is_no_agreement(
    workspace: Workspace, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["proof", "--workspace", str(workspace.root)])
    assert ended.value.code == 1
    assert "chưa có văn bản nào" in capsys.readouterr().out


def test_every_dossier_has_its_own_sheet_and_only_the_sheet_of_the_dossier_at_fault_says_so(built: Workspace) -> None:
    file = "2024/3-dot-thi-dua/to-trinh-dot-thi-dua-dien-bien-phu.docx"
    sheets = {
        key: built.output / f"{NOMINATION}/phieu-khop-ho-so{key}.docx" for key in ("", "-dien-bien-phu", "-cuu-hoa-cho")
    }
    assert all("Các văn bản khớp nhau." in text_of(sheet.read_bytes()) for sheet in sheets.values())
    edit_by_hand(built.output / file, "Lý Thị P", "Lý Thị Phê")
    differences = prove(built, read_back=read_once).differences
    assert [{reading.value for reading in one.readings} for one in differences] == [{"Lý Thị P", "Lý Thị Phê"}] * 2
    assert [[reading.file for reading in one.readings] for one in differences] == [
        [file, "2024/3-dot-thi-dua/bien-ban-xet-dot-thi-dua-dien-bien-phu.docx"],
        [file, "2024/6-ket-qua-khen-thuong/danh-sach-khen-thuong-dien-bien-phu.docx"],
    ]
    assert not build(built, BuildRequest(wanted=("proof_sheet",), with_pdf=False)).stopped
    said = {key: text_of(sheet.read_bytes()) for key, sheet in sheets.items()}
    assert "Lý Thị Phê" in said["-dien-bien-phu"]
    assert "đợt thi đua cao điểm" in said["-dien-bien-phu"]
    assert "Các văn bản khớp nhau." in said[""] and "Các văn bản khớp nhau." in said["-cuu-hoa-cho"]
