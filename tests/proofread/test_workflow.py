"""The workflow: several files, copies beside them, the input untouched, one bad file stopping no other."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.proofread.paper import build
from tests.proofread.samples import SAMPLES, plan
from vanban.errors import FileUnreadable, OneFileForCopy, OverOriginal, WrongFileKind
from vanban.law.nd30 import Part
from vanban.pdf import find_converter
from vanban.proofread import proofread
from vanban.workflows.proofread import ProofreadRequest, proofread_files


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
    assert [one.read is not None and one.read.findings for one in done.files] == [()] * 4
    assert all(one.read is not None and one.read.measured for one in done.files)
    assert (done.measured, done.exit_code) == (True, 0)


def test_both_copies_are_written_and_the_file_is_as_it_was(tmp_path: Path) -> None:
    path = _spoiled(tmp_path)
    before = path.read_bytes()
    request = ProofreadRequest((path,), annotated=tmp_path / "ghi-chu.docx", fixed=tmp_path / "da-sua.docx")
    done = proofread_files(request)
    assert done.exit_code == 1
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
    assert [type(one.fault) for one in done.files] == [FileUnreadable, WrongFileKind, type(None)]
    assert done.files[2].read is not None and done.files[2].read.errors == 1
    assert done.exit_code == 1


def test_a_copy_over_the_original_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    path = _spoiled(tmp_path)
    before = path.read_bytes()
    with pytest.raises(OverOriginal) as caught:
        proofread_files(ProofreadRequest((path,), fixed=tmp_path / "." / "ke-hoach.docx"))
    assert caught.value.advice == "Chọn tên khác cho bản sao: tệp gốc không bao giờ bị ghi đè."
    assert path.read_bytes() == before


def test_a_copy_of_several_files_is_refused(tmp_path: Path) -> None:
    path = _spoiled(tmp_path)
    with pytest.raises(OneFileForCopy) as caught:
        proofread_files(ProofreadRequest((path, path), annotated=tmp_path / "a.docx"))
    assert caught.value.said == "Chỉ lập bản ghi chú hoặc bản sửa cho một tệp mỗi lần, ở đây có 2 tệp."
