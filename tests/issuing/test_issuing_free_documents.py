"""A free decision is numbered in its series with its annexes, cited by the next, corrected by a letter of its file."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from issuing_deeds import issued

from vanban.archive import Archive
from vanban.domain.register_entry import ObjectRole, Relation, SeriesOpening
from vanban.errors import BlankCitation, NeverNumbered
from vanban.word import text_of
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.issuing import recording
from vanban.workflows.issuing_terms import places_of
from vanban.workspace import Workspace

OFFICE = Path(__file__).parents[1] / "workspaces" / "dong-quy-2026" / "data"
MOMENT = datetime(2026, 2, 10, 9, tzinfo=timezone(timedelta(hours=7)))
WANTED = ("free_document", "annex", "wide_annex", "letter", "free_paper")
CORRECTION = """
- key: dinh-chinh
  type_name: Công văn
  issuer: ubnd
  subject: Đính chính Quyết định ban hành tiêu chí
  addressees: [Các thôn]
  acts_on: [{relation: corrects, document: free_document/ban-hanh-tieu-chi}]
  body: [{text: Ủy ban nhân dân xã đính chính lỗi chính tả tại Phụ lục I.}]
  signature: {signatory: chu-tich, capacity: [TM.]}
  planned_on: 11/02/2026
"""


@pytest.fixture
def office(tmp_path: Path) -> Workspace:
    """The commune's data, its series open, everything built."""
    shutil.copytree(OFFICE, tmp_path / "data")
    with (tmp_path / "data" / "2026" / "documents.yaml").open("a", encoding="utf-8") as file:
        file.write(CORRECTION)
    made = Workspace(tmp_path)
    with recording(places_of(made), create=True) as register:
        for series in ("quyet-dinh", "chung"):
            register.open_series(SeriesOpening(series=series, year=2026), MOMENT, "Lan")
    rebuilt(made)
    return made


def rebuilt(workspace: Workspace) -> None:
    assert not build(workspace, BuildRequest(wanted=WANTED, with_pdf=False)).stopped


def test_a_free_decision_is_issued_with_its_annexes_cited_and_corrected(office: Workspace) -> None:
    with pytest.raises(BlankCitation):
        issued(office, "free_document/cham-diem", moment=MOMENT)
    made = issued(office, "ban-hanh-tieu-chi", moment=MOMENT)
    (decision,) = made.entries
    assert (decision.number, decision.type_name) == ("01/QĐ-UBND", "Quyết định")
    archive = Archive(office.archive)
    attached = [
        text_of(archive.get(item))
        for item in decision.objects
        if item.role is ObjectRole.ATTACHMENT and item.name.endswith(".docx")
    ]
    assert len(attached) == 2
    lines = [" ".join(text.replace("\u2011", "-").split()) for text in attached]
    assert all("(Kèm theo Quyết định số 01/QĐ-UBND ngày 10 tháng 02 năm 2026" in line for line in lines)
    rebuilt(office)
    (guide,) = issued(office, "van-ban/cham-diem", moment=MOMENT).entries
    assert (guide.number, guide.type_name) == ("01/HD-UBND", "Hướng dẫn")
    (letter,) = issued(office, "free_document/ban-hanh-tieu-chi", moment=MOMENT, acting=Relation.CORRECTS).entries
    assert (letter.kind, letter.key, letter.number) == ("letter", "dinh-chinh", "02/UBND")


def test_a_pledge_has_no_number_to_give(office: Workspace) -> None:
    with pytest.raises(NeverNumbered):
        issued(office, "free_paper/cum-3", moment=MOMENT)
