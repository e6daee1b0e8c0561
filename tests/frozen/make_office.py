"""Issue a year with whatever version of the program is on the path, and pack the office as it then stands.

Run once for a version that offices have issued with, never again: see README.md.
"""

from __future__ import annotations

import io
import multiprocessing
import os
import shutil
import signal
import sys
import tarfile
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from vanban.archive import Archive
from vanban.domain.dossier import RetentionPeriod
from vanban.domain.register_entry import Entry, Relation, SeriesOpening
from vanban.pdf import find_converter
from vanban.register import Register
from vanban.workflows import after_issue, bags, dossier_desk, register_desk
from vanban.workflows.after_issue import VoidRequest
from vanban.workflows.bags import BagRequest
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.deed import Deed
from vanban.workflows.dossier_desk import ClosingRequest, DossierRequest, FilingRequest, OutsidePaper
from vanban.workflows.issue_request import IssueRequest
from vanban.workflows.issue_set import issue
from vanban.workflows.issuing import recording
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.register_desk import PaperBookRequest, SignedCopyRequest
from vanban.workspace import Workspace, create

HANOI = timezone(timedelta(hours=7))
CLERK = "Lan"
SERIES = ("bao-cao", "to-trinh", "thong-bao", "giay-moi", "cong-van", "hoi-dong", "quyet-dinh")
LETTER = """
- key: {key}
  issuer: ubnd
  subject: {subject}
  addressees: [Các tổ dân phố]
  {more}
  body:
    - text: Ủy ban nhân dân phường đề nghị các tổ dân phố biết, thực hiện.
  retained_copy:
    units: [TĐKT]
  signature:
    signatory: chu-tich
    capacity: [TM.]
"""
ACTS = "acts_on: [{{relation: {relation}, document: {document}}}]\n  cites: [{document}]"
PAPER_BOOK = """Số;Ký hiệu;Ngày tháng văn bản;Tên loại;Trích yếu nội dung;Người ký;Nơi nhận văn bản
21;KH-UBND;05/01/2024;Kế hoạch;Phòng chống dịch bệnh;Vũ Trí Khánh;Các tổ dân phố
22;KH-UBND;12/01/2024;Kế hoạch;Vệ sinh môi trường;Vũ Trí Khánh;Các tổ dân phố
"""


def main(target: Path) -> None:
    """Everything that an office does in a year, then three issues that a power cut ends."""
    folder = target.with_suffix(".tam")
    shutil.rmtree(folder, ignore_errors=True)
    workspace, _ = create(folder / "thi-dua")
    _write_letters(workspace)
    _open(workspace)
    _issue_the_year(workspace)
    _keep(workspace)
    for root in (workspace.output / "2024", workspace.output / "print"):
        shutil.rmtree(root, ignore_errors=True)
    _interrupt(workspace)
    _pack(folder, target)
    shutil.rmtree(folder)


def at(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2024, month, day, hour, tzinfo=HANOI)


def _write_letters(workspace: Workspace) -> None:
    path = workspace.root / "data" / "2024" / "letters.yaml"
    letters = (
        ("dinh-chinh", "Đính chính Kế hoạch thi đua", ACTS.format(relation="corrects", document="plan")),
        ("thu-hoi", "Thu hồi Thông báo kết quả", ACTS.format(relation="recalls", document="announcement")),
        ("moi-hop", "Mời dự tổng kết", "cites: [plan]"),
        ("cam-on", "Cảm ơn các tổ dân phố", "cites: [plan]"),
    )
    made = (LETTER.format(key=key, subject=subject, more=more) for key, subject, more in letters)
    path.write_text(path.read_text("utf-8") + "".join(made), "utf-8")


def _open(workspace: Workspace) -> None:
    with recording(places_of(workspace), create=True) as register:
        opening = SeriesOpening(series="ke-hoach", year=2024, first=24, last_paper_day=date(2024, 1, 25))
        register.open_series(opening, at(1, 26), CLERK)
        for series in SERIES:
            register.open_series(SeriesOpening(series=series, year=2024), at(1, 26), CLERK)
    book = workspace.root / "so-cu.csv"
    book.write_text(PAPER_BOOK, "utf-8")
    taken = register_desk.import_book(workspace, PaperBookRequest(book, "ke-hoach", 2024), Deed(at(1, 26), CLERK))
    assert taken.entries, taken.findings
    book.unlink()


def _issue_the_year(workspace: Workspace) -> None:
    _issue(workspace, at(1, 26), "plan")
    _issue(workspace, at(2, 5), "letter/phat-dong")
    _act(workspace, at(2, 6), "plan", Relation.CORRECTS)
    _issue(workspace, at(3, 10), "registration_reminder/cong-an")
    (summary,) = _issue(workspace, at(3, 20), "registration_summary")
    wrong = VoidRequest(summary.series, summary.ordinal, "Ghi nhầm ngày", summary.year)
    after_issue.void(workspace, wrong, Deed(at(3, 20, 10), CLERK))
    _issue(workspace, at(3, 21), "registration_summary")
    _issue(workspace, at(4, 1), "campaign_plan/dien-bien-phu")
    _issue(workspace, at(5, 20), "campaign_submission/dien-bien-phu")
    _issue(workspace, at(5, 25), "campaign_decision/dien-bien-phu")
    _issue(workspace, at(6, 20), "six_month_report")
    report = workspace.root / "data" / "2024" / "six_month_report.yaml"
    text = report.read_text("utf-8")
    report.write_text(text.replace("6 tháng cuối năm", "sáu tháng cuối năm"), "utf-8")
    assert report.read_text("utf-8") != text
    _issue(workspace, at(7, 1), "six_month_report", replacing=True)
    _issue(workspace, at(9, 20), "sudden_submission/cuu-hoa-cho")
    _issue(workspace, at(9, 25), "sudden_decision/cuu-hoa-cho")
    _issue(workspace, at(11, 20), "initiative_confirmation")
    _issue(workspace, at(12, 2), "council_invitation")
    _issue(workspace, at(12, 5, 17), "council_minutes")
    _issue(workspace, at(12, 6), "submission", "decision")
    _issue(workspace, at(12, 9), "announcement", with_pdf=True)
    _act(workspace, at(12, 10), "announcement", Relation.RECALLS)


def _keep(workspace: Workspace) -> None:
    """A signed copy, a closed dossier with a paper from outside, an open one, both sorts of bags."""
    word = next((workspace.issued / "2024" / "thong-bao").glob("*.pdf"))
    deed = Deed(at(12, 11), CLERK)
    register_desk.sign_copy(workspace, SignedCopyRequest("announcement", word, 2024), deed)
    outside = workspace.root.parent / "cong-van-den.pdf"
    outside.write_bytes(word.read_bytes() + b"% outside\n")
    paper = OutsidePaper(outside, "Công văn hướng dẫn hồ sơ", "12/CV-PNV", date(2024, 12, 3), "Phòng Nội vụ", 1)
    for code in ("01.TĐKT", "02.TĐKT"):
        card = DossierRequest(code, "Khen thưởng", RetentionPeriod(years=10), creator=CLERK, year=2024)
        dossier_desk.open_dossier(workspace, card, deed)
    documents = ("submission", "decision")
    dossier_desk.add(workspace, FilingRequest("01.TĐKT", documents, paper, 2024), deed)
    dossier_desk.close_dossier(workspace, ClosingRequest("01.TĐKT", date(2024, 12, 11), 2024), deed)
    for name, code in (("goi-nam", None), ("goi-ho-so", "01.TĐKT")):
        bag = workspace.root.parent / name
        bags.export_bag(workspace, BagRequest(bag, at(12, 12), code, 2024))
    outside.unlink()


def _interrupt(workspace: Workspace) -> None:
    """Three processes die at one moment: with nothing archived, with one of two documents, with all of it."""
    real_reserve, real_settle = Register.reserve, Archive.settle

    def die_after_reserving() -> None:
        def reserve(*values: object, **named: object) -> None:
            real_reserve(*values, **named)  # type: ignore[arg-type]
            os.kill(os.getpid(), signal.SIGKILL)

        Register.reserve = reserve  # type: ignore[assignment, method-assign]

    def die_at_the_second() -> None:
        calls = []

        def settle(*values: object) -> object:
            calls.append(values)
            if len(calls) > 1:
                os.kill(os.getpid(), signal.SIGKILL)
            return real_settle(*values)  # type: ignore[arg-type]

        Archive.settle = settle  # type: ignore[assignment, method-assign]

    def die_before_entering() -> None:
        Register.enter = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[method-assign]

    with Archive(places_of(workspace).archive).recovering():
        _killed(workspace, at(12, 18), die_at_the_second, "report_reminder/hoi-cuu-chien-binh", "letter/moi-hop")
        _killed(workspace, at(12, 19), die_before_entering, "letter/cam-on")
        _killed(workspace, at(12, 20), die_after_reserving, "annual_report")


def _killed(workspace: Workspace, moment: datetime, prepare: Callable[[], None], *documents: str) -> None:
    def run() -> None:
        prepare()
        _issue(workspace, moment, *documents)

    process = multiprocessing.get_context("fork").Process(target=run)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL, process.exitcode


def _issue(
    workspace: Workspace, moment: datetime, *documents: str, with_pdf: bool = False, **how: Any
) -> tuple[Entry, ...]:
    kinds = {name.partition("/")[0] for name in documents}
    attached = {"plan": "target_assignment", "submission": "nominee_list", "council_minutes": "counting_minutes"}
    lists = {"award_list"} if any(kind.endswith("decision") for kind in kinds) else set()
    wanted = (*sorted(kinds), *sorted(attached[kind] for kind in kinds & set(attached)), *sorted(lists))
    build(workspace, BuildRequest(wanted=wanted, with_pdf=False, workers=1))
    request = IssueRequest(
        documents,
        converter=find_converter(os.environ) if with_pdf else None,
        with_pdf=with_pdf,
        confirmed=True,
        **how,
    )
    print(moment, documents)
    return issue(workspace, request, Deed(moment, CLERK)).entries


def _act(workspace: Workspace, moment: datetime, document: str, relation: Relation) -> None:
    build(workspace, BuildRequest(wanted=("letter",), with_pdf=False, workers=1))
    _issue(workspace, moment, document, acting=relation)


def _pack(folder: Path, target: Path) -> None:
    """The same bytes from the same office: names in order, no owners, no times."""
    with tarfile.open(target, "w:xz", format=tarfile.PAX_FORMAT, preset=9) as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = tarfile.TarInfo(path.relative_to(folder).as_posix())
            data = path.read_bytes()
            name.size, name.mode = len(data), 0o644
            packed.addfile(name, io.BytesIO(data))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
