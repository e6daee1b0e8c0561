"""The workflow: several files, copies beside them, the input untouched, one bad file stopping no other."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.proofread.paper import build
from tests.proofread.samples import SAMPLES, letter, plan
from vanban.domain.finding import Severity
from vanban.domain.office import DraftingUnit
from vanban.errors import FileMissing, OneFileForCopy, OverOriginal, WrongFileKind
from vanban.ingest.findings_sheet import write_table
from vanban.law.nd30 import Part
from vanban.pdf import find_converter
from vanban.proofread import fix, inspect, proofread
from vanban.workflows.known_of_office import office_around
from vanban.workflows.proofread import ProofreadRequest, proofread_files

ROOT = Path(__file__).parents[2]


def _spoiled(folder: Path) -> Path:
    paper = plan()
    paper.of(Part.NUMBER)[0].size = 14
    path = folder / "ke-hoach.docx"
    path.write_bytes(build(paper))
    return path


def test_clean_files_end_well_and_their_pages_are_measured(tmp_path: Path) -> None:
    files = []
    for name, sample in SAMPLES.items():
        (tmp_path / f"{name}.docx").write_bytes(build(sample()))
        files.append(tmp_path / f"{name}.docx")
    done = proofread_files(ProofreadRequest(tuple(files), converter=find_converter(os.environ)))
    assert [one.read is not None and one.read.findings for one in done.files] == [()] * len(SAMPLES)
    assert all(one.read is not None and one.read.measured for one in done.files)
    assert (done.measured, done.hints, done.exit_code) == (True, (), 0)


def test_both_copies_are_written_and_the_file_is_as_it_was(tmp_path: Path) -> None:
    path = _spoiled(tmp_path)
    before = path.read_bytes()
    request = ProofreadRequest((path,), annotated=tmp_path / "ghi-chu.docx", fixed=tmp_path / "da-sua.docx")
    done = proofread_files(request)
    assert done.exit_code == 1
    assert "cài LibreOffice rồi chạy lại" in done.hints[0], "without it no page is measured"
    assert (done.annotated, done.fixed) == (tmp_path / "ghi-chu.docx", tmp_path / "da-sua.docx")
    assert [(change.rule, change.what, change.places) for change in done.files[0].changes] == [
        ("TT-04.number.size", "Số, ký hiệu: cỡ chữ 13", ("đoạn 4: “Số: 24/KH-UBND”",))
    ]
    assert path.read_bytes() == before
    assert proofread((tmp_path / "da-sua.docx").read_bytes(), name="b").findings == ()


def test_a_file_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    good = _spoiled(tmp_path)
    old = tmp_path / "cu.docx"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    done = proofread_files(ProofreadRequest((tmp_path / "khong-co.docx", old, good)))
    assert [type(one.fault) for one in done.files] == [FileMissing, WrongFileKind, type(None)]
    assert done.files[2].read is not None and done.files[2].read.errors == 1
    assert done.exit_code == 1


def test_a_copy_over_the_original_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    path = _spoiled(tmp_path)
    before = path.read_bytes()
    with pytest.raises(OverOriginal) as caught:
        proofread_files(ProofreadRequest((path,), fixed=tmp_path / "." / "ke-hoach.docx"))
    assert caught.value.advice == "Hãy chọn tên khác cho bản sao: tệp gốc không bao giờ bị ghi đè."
    assert path.read_bytes() == before


def test_a_copy_of_several_files_is_refused(tmp_path: Path) -> None:
    path = _spoiled(tmp_path)
    with pytest.raises(OneFileForCopy) as caught:
        proofread_files(ProofreadRequest((path, path), annotated=tmp_path / "a.docx"))
    assert caught.value.said == "Chỉ lập bản ghi chú hoặc bản sửa cho một tệp mỗi lần, ở đây có 2 tệp."


def test_a_whole_folder_is_read_at_once_with_a_sheet_of_every_finding(tmp_path: Path) -> None:
    folder = tmp_path / "Văn bản tháng 3"
    (folder / "quý 1").mkdir(parents=True)
    _spoiled(folder)
    (folder / "quý 1" / "sạch.docx").write_bytes(build(SAMPLES["decision"]()))
    (folder / "~$khóa.docx").write_bytes(b"")
    (folder / "ảnh.png").write_bytes(b"")
    request = ProofreadRequest((folder,), summary=tmp_path / "bang.xlsx")
    done = proofread_files(request)
    assert [one.path.name for one in done.files] == ["ke-hoach.docx", "sạch.docx"]
    sheet = openpyxl.load_workbook(tmp_path / "bang.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("STT", "Tệp", "Loại", "Mức độ", "Phát hiện", "Số chỗ", "Vị trí", "Cách sửa")
    assert [(row[0], row[2], row[3], row[6], row[7]) for row in rows[1:]] == [
        (1, "Kế hoạch", "Lỗi", "đoạn 4: “Số: 24/KH-UBND”", "Đặt cỡ chữ 13."),
        (2, "Quyết định", "", "", ""),
    ]
    again = tmp_path / "lan-hai.xlsx"
    proofread_files(ProofreadRequest((folder,), summary=again))
    assert again.read_bytes() == (tmp_path / "bang.xlsx").read_bytes()


def test_a_word_of_a_sheet_that_looks_like_a_formula_stays_a_word() -> None:
    data = write_table("Bảng", ["A"], [["=1+1"], ["https://example.vn"], [3]])
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    assert sheet is not None
    assert [(cell.value, cell.data_type) for (cell,) in sheet.iter_rows(min_row=2)] == [
        ("=1+1", "s"), ("https://example.vn", "s"), (3, "n"),
    ]  # fmt: skip


def test_older_formats_are_read_through_libreoffice_and_named_where_it_is_not(tmp_path: Path) -> None:
    source = tmp_path / "cu.docx"
    source.write_bytes(build(SAMPLES["plan"]()))
    for filters in ("doc:MS Word 97", "rtf:Rich Text Format", "odt:writer8"):
        command = [
            "soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to",
            filters, "--outdir", str(tmp_path), str(source),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    old = tuple(tmp_path / f"cu.{suffix}" for suffix in ("doc", "rtf", "odt"))
    said = proofread_files(ProofreadRequest(old, with_pages=False, converter=find_converter(os.environ))).files
    assert len(said) == 3
    for one in said:
        assert one.read is not None and one.read.type_name == "Kế hoạch", one.path
        assert [found.rule for found in one.read.findings if found.severity is Severity.ERROR] == [], one.path
    assert [type(one.fault) for one in proofread_files(ProofreadRequest(old)).files] == [WrongFileKind] * 3


def test_a_template_file_is_read_and_a_template_elsewhere_is_left_out_of_the_corrected_copy() -> None:
    paper = plan()
    paper.template = "https://example.vn/mau/Ke-hoach.dotx"
    data = build(paper)
    assert [one.rule for one in proofread(data, name="a.docx").findings] == ["CU-17.template"]
    paper.of(Part.NUMBER)[0].size = 14
    data = build(paper)
    fixed = fix(inspect(data, name="a.docx"), data).data
    with zipfile.ZipFile(io.BytesIO(fixed)) as parts:
        assert not any(b"attachedTemplate" in parts.read(name) for name in parts.namelist())
    as_template = _as_template(build(plan()))
    assert proofread(as_template, name="mau.dotx").findings == ()


def _as_template(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            content = source.read(name).replace(b"document.main+xml", b"template.main+xml")
            target.writestr(name, content)
    return out.getvalue()


def test_the_offices_own_list_of_units_judges_the_symbols_of_its_letters(tmp_path: Path) -> None:
    office = office_around(ROOT)
    assert office is not None and office_around(tmp_path) is None
    paper = letter()
    paper.of(Part.NUMBER)[0].text = "Số: 15/UBND-TC"
    path = tmp_path / "cong-van.docx"
    path.write_bytes(build(paper))
    listed = office.model_copy(update={"drafting_units": (DraftingUnit(name="Văn phòng", abbreviation="VP"),)})
    for asking, wanted in ((None, []), (office, []), (listed, ["TT-07.unit"])):
        (done,) = proofread_files(ProofreadRequest((path,), office=asking)).files
        assert done.read is not None
        assert [finding.rule for finding in done.read.findings] == wanted
