"""Edits that a clerk makes in the Word file of a text arrive as they were made, after LibreOffice Writer saved it;
what was not touched stays to the character."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from small_office import NOON

from vanban.domain.work_year import WorkYear
from vanban.ingest import YamlText
from vanban.workflows.deed import Deed
from vanban.workflows.text_export import copy_lines, export_text
from vanban.workflows.text_import import ImportRequest, import_text
from vanban.workflows.texts import read_texts
from vanban.workspace import Workspace

from .writer_edits import Edit, edits_around_the_text, edits_of_the_text

ROOT = Path(__file__).parents[2]
TRIED = int(os.environ.get("VANBAN_TORTURE_EDITS", "14"))
"""How many of the edits are made; all of them are more than 400."""

SAMPLES = (
    (ROOT, "2024", 9),
    (ROOT / "tests" / "workspaces" / "bac-giang-2026", "2026", 4),
    (ROOT / "tests" / "workspaces" / "dong-quy-2026", "2026", 4),
)
"""Root, year, how many of its texts are edited: the longest ones."""


def _every(folder: Path) -> Iterator[tuple[Path, str, str, Edit]]:
    for root, year, count in SAMPLES:
        space, wanted = Workspace(root), WorkYear.read(year)
        texts = read_texts(space, wanted)
        written = [(place, tuple(copy_lines(texts, place))) for place in texts.texts()]
        for place, lines in sorted(written, key=lambda one: -len(one[1]))[:count]:
            assert place.document is not None
            data = export_text(space, place.name, wanted, folder / "ra.docx").path.read_bytes()
            label = f"{year} {place.name}"
            for edit in edits_of_the_text(label, data, lines, place.document):
                yield root, year, place.name, edit
            for edit in edits_around_the_text(label, data, lines, place.document):
                yield root, year, place.name, edit


@pytest.mark.long
def test_edits_made_in_writer_arrive_as_made(tmp_path: Path) -> None:
    every = list(_every(tmp_path))
    assert len({edit.name for *_, edit in every}) >= 200
    step = max(1, len(every) // TRIED)
    tried = every[::step]
    written, saved = tmp_path / "ghi", tmp_path / "luu"
    written.mkdir()
    for number, (*_, edit) in enumerate(tried):
        (written / f"{number:04d}.docx").write_bytes(edit.data)
    _saved_by_writer(sorted(written.iterdir()), saved, tmp_path / "profile")
    copies: dict[Path, Path] = {}
    wrong = []
    for number, (root, year, name, edit) in enumerate(tried):
        if root not in copies:
            copies[root] = shutil.copytree(root / "data", tmp_path / f"{root.name}-{len(copies)}" / "data").parent
        space = Workspace(copies[root])
        before = dict(space.sources(WorkYear.read(year)))
        request = ImportRequest(name, saved / f"{number:04d}.docx", WorkYear.read(year), write=True)
        read = import_text(space, request, Deed(NOON, "Lan"))
        if read.document != edit.wanted or read.findings:
            wrong.append(edit.name)
        after = space.sources(WorkYear.read(year))
        for file, text in before.items():
            if after[file] != text:
                assert _keeps_the_rest(text.decode(), after[file].decode(), read.name), edit.name
                space.data_file(file).write_bytes(text)
    assert wrong == []


def _saved_by_writer(files: list[Path], to: Path, profile: Path) -> None:
    office = shutil.which("soffice")
    assert office is not None
    for start in range(0, len(files), 60):
        some = [str(file) for file in files[start : start + 60]]
        command = [office, "--headless", "--norestore", f"-env:UserInstallation=file://{profile}"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(to), *some]
        subprocess.run(command, check=True, capture_output=True)


def _keeps_the_rest(before: str, after: str, name: str) -> bool:
    """Whether every value outside of the text stays as it is written, and within it all that is equal."""
    was, now = YamlText(before), YamlText(after)
    same = [path for path in was.places if path in now.places and was.said(path) == now.said(path)]
    outside = [path for path in was.places if len(path) == 1 and "/" not in name and path[0] not in _MAY_CHANGE]
    comments = [line for _, line in was.comments()]
    return all(path in same for path in outside) and [line for _, line in now.comments()][: len(comments)] == comments


_MAY_CHANGE = {"subject", "introduction", "legal_bases", "recipients", "body", "targets", "retained_copy", "signature"}
