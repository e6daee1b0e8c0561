"""A workspace with papers of its own, made by the commands' workflow and filled in as a clerk does in Excel."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path

import docx
import openpyxl

from vanban.domain.finding import Severity
from vanban.domain.own_paper import OnePer
from vanban.domain.register_entry import SeriesOpening
from vanban.domain.work_year import WorkYear
from vanban.workflows.build import BuildRequest, Built, build
from vanban.workflows.check import check
from vanban.workflows.issuing import recording
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.new_paper import NewPaper, new_paper
from vanban.workspace import Workspace, create

MOMENT = datetime(2024, 2, 5, 9, tzinfo=timezone(timedelta(hours=7)))
SCORES, NOTICE = "phieu-cham-diem", "thong-bao-lich-hop"


def fill(workspace: Workspace, name: str, rows: Sequence[Sequence[object]]) -> Path:
    """Add rows to the table of a paper."""
    path = workspace.paper_table(WorkYear(2024), name)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    path.write_bytes(stream.getvalue())
    return path


def with_papers(folder: Path) -> Workspace:
    """A fresh sample with a score sheet for each unit and a notice for each row, both filled in; one series open."""
    workspace, _ = create(folder)
    columns = "Đơn vị; Tiêu chí; Điểm chuẩn: số; Điểm tự chấm: số; Ghi chú"
    new_paper(workspace, NewPaper(SCORES, columns, "Phiếu chấm điểm", one_per=OnePer.UNIT, owner="Đơn vị"))
    notice = "Họ và tên; Chức vụ; Ngày họp: ngày"
    new_paper(workspace, NewPaper(NOTICE, notice, "Thông báo lịch họp", "Thông báo", one_per=OnePer.ROW))
    rows = [
        ("tdp-01", "Chấp hành pháp luật", 20, "18,5", ""),
        ("Tổ dân phố số 2", "Chấp hành pháp luật", 20, 20, ""),
        ("tdp-01", "Vệ sinh môi trường", 30, 25, "Còn rác"),
    ]
    fill(workspace, SCORES, rows)
    fill(workspace, NOTICE, [("Đinh Văn Bình", "Tổ trưởng", "05/03/2024"), ("Trần Thị Hoa", "Cán bộ", "06/03/2024")])
    with recording(places_of(workspace), create=True) as register:
        for series in ("thong-bao", "cong-van"):
            register.open_series(SeriesOpening(series=series, year=2024), MOMENT, "Lan")
    return workspace


def built(workspace: Workspace, *wanted: str, **asked: object) -> Built:
    """Build those documents, both papers if none is named; Word only."""
    return build(workspace, BuildRequest(wanted=wanted or (SCORES, NOTICE), with_pdf=False, **asked))  # type: ignore[arg-type]


def told(workspace: Workspace) -> list[str]:
    """What checking says, each finding as printed, without the two that it says of the sample itself."""
    of_the_sample = ("annex_unnamed", "unit_capital")
    return [str(finding) for finding in check(workspace).findings if finding.rule not in of_the_sample]


def errors(workspace: Workspace) -> list[str]:
    """The errors among them."""
    return [str(finding) for finding in check(workspace).findings if finding.severity is Severity.ERROR]


def word_file(*paragraphs: str) -> bytes:
    """A Word file of these paragraphs."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
