"""Eight processes issue real letters in one series, two of them with PDF too: no number twice, none skipped."""

from __future__ import annotations

import os
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from torture.kill import ended, started

from vanban.archive import Archive, Depth
from vanban.domain.register_entry import EntryState, ObjectRole, SeriesOpening
from vanban.domain.text_tree import Block
from vanban.domain.year import Year
from vanban.durable import write
from vanban.kinds import KINDS
from vanban.pdf import find_converter
from vanban.register import Register
from vanban.word import Template, text_of
from vanban.workflows.check import check
from vanban.workflows.deed import Deed
from vanban.workflows.issue_request import IssueRequest
from vanban.workflows.issue_set import issue_of
from vanban.workflows.issuing import recording
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.numbered_documents import renderer
from vanban.workflows.proving import verify
from vanban.workspace import Workspace, create, read_file

_PROCESSES, _EACH = 8, int(os.environ.get("VANBAN_TORTURE_EACH", "2"))
_WITH_PDF = 2
_CONVERTER = find_converter({"PATH": "/usr/bin"})
_NOON = datetime(2024, 3, 5, 12, tzinfo=timezone(timedelta(hours=7)))


def _letters(workspace: Workspace) -> Year:
    """The sample year with a letter for every number that is to be given, each with its signing copy."""
    year = check(workspace).year
    assert year is not None
    pattern = year.letters[0].model_copy(update={"cites": ()})
    letters = tuple(
        pattern.model_copy(update={"key": f"l-{n}", "body": (Block(text=f"Nội dung của công văn thứ {n}"),)})
        for n in range(_PROCESSES * _EACH)
    )
    year = year.model_copy(update={"letters": letters})
    kind = next(kind for kind in KINDS if kind.name == "letter")
    template = Template.from_bytes(read_file(workspace.template(kind)), name="letter.docx")
    for letter in letters:
        path = workspace.output / workspace.document(year, kind, letter.key)
        write(path, template.render(kind.compose(year, letter.key)))
    return year


def _work(workspace: Workspace, year: Year, me: int) -> None:
    for n in range(me, _PROCESSES * _EACH, _PROCESSES):
        request = IssueRequest((f"letter/l-{n}",), converter=_CONVERTER, with_pdf=me < _WITH_PDF)
        outcome = issue_of(year, workspace, request, Deed(_NOON, "Lan"))
        assert len(outcome.entries) == 1


def test_eight_processes_issue_real_letters_at_the_same_time(tmp_path: Path) -> None:
    workspace, _ = create(tmp_path / "thi-dua")
    year = _letters(workspace)
    places = places_of(workspace)
    with recording(places, create=True) as register:
        register.open_series(SeriesOpening(series="cong-van", year=2024), _NOON, "Lan")
    workers = [started(partial(_work, workspace, year, me)) for me in range(_PROCESSES)]
    assert all(not code for code in [*map(ended, workers)])
    with Register.open(places.register, reading_only=True) as register:
        entries = register.entries()
    assert [entry.ordinal for entry in entries] == list(range(1, _PROCESSES * _EACH + 1))
    assert {entry.state for entry in entries} == {EntryState.ISSUED}
    assert {entry.key for entry in entries} == {letter.key for letter in year.letters}
    archive = Archive(places.archive)
    for entry in entries:
        (word,) = (item for item in entry.objects if item.role is ObjectRole.WORD)
        said = text_of(archive.get(word))
        assert f"Số: {entry.number}" in said
        assert f"Nội dung của công văn thứ {entry.key.removeprefix('l-')}./." in said
    assert sum(item.role is ObjectRole.PDF for entry in entries for item in entry.objects) == _WITH_PDF * _EACH
    assert verify(places, Depth(1, 10), render=renderer(_CONVERTER)).damages == ()
