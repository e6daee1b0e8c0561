"""Whatever a template does costs only its own documents, is told, and leaves nothing half-made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from vanban.domain.record import Record
from vanban.errors import TemplateStopped, UnsoundDocument
from vanban.workflows.check import check
from vanban.workflows.rendering import Composed, RenderedWord, compose, render
from vanban.workspace import Workspace


class Unforeseen(Record):
    """A context that breaks in a way that nobody thought of."""

    @property
    def subject(self) -> str:
        raise OSError("ổ đĩa mạng mất kết nối")


@pytest.fixture
def letters(workspace: Workspace) -> tuple[Workspace, list[Composed]]:
    checked = check(workspace)
    assert checked.year is not None
    documents = [
        one for one in compose(workspace, checked.year, checked.files) if one.kind.name == "group_registration"
    ]
    return workspace, documents[:2]


def outcomes(workspace: Workspace, documents: list[Composed], log: Path) -> list[object]:
    year = check(workspace).year
    assert year is not None
    return list(render(documents, year, log, 1, lambda _done, _all: None).values())


def test_what_nobody_foresaw_costs_one_document_and_leaves_its_traceback_in_a_log(
    letters: tuple[Workspace, list[Composed]], tmp_path: Path
) -> None:
    workspace, (first, second) = letters
    stopped, made = outcomes(workspace, [replace(first, context=Unforeseen()), second], tmp_path / "nhat-ky")
    assert isinstance(stopped, TemplateStopped)
    assert isinstance(made, RenderedWord)
    log = tmp_path / "nhat-ky" / "group_registration.txt"
    assert str(log) in str(stopped)
    assert "mẫu “group_registration.docx”" in str(stopped).lower()
    assert "Traceback" in log.read_text(encoding="utf-8")
    assert "ổ đĩa mạng mất kết nối" in log.read_text(encoding="utf-8")


def test_a_file_that_is_not_sound_is_refused_with_its_paragraph(
    letters: tuple[Workspace, list[Composed]], tmp_path: Path
) -> None:
    workspace, (first, second) = letters
    template = docx.Document()
    template.add_paragraph("Kính gửi: {_{ ten }_}")
    template.save(str(tmp_path / "mẫu.docx"))
    broken = replace(first, template=(tmp_path / "mẫu.docx").read_bytes())
    refused, made = outcomes(workspace, [broken, second], tmp_path)
    assert isinstance(refused, UnsoundDocument)
    assert str(refused) == (
        "Mẫu “group_registration.docx”, đoạn “Kính gửi: {{ ten }}”, cho ra tệp hỏng hoặc chưa xong: chỗ điền còn "
        "để nguyên: “{{ ten }}”. Không ghi tệp đó. "
        "Hãy sửa chỗ đó trong dữ liệu nếu chữ ấy do dữ liệu ghi, còn không thì sửa trong mẫu; "
        "“vanban template lint” chỉ ra lỗi của mẫu."
    )
    assert isinstance(made, RenderedWord)
