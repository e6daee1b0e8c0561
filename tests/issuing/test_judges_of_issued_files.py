"""What goes out of the office is valid for two judges from outside: the issued copy and the printed book of numbers."""

from __future__ import annotations

from pathlib import Path

from issuing_deeds import issued
from judges import audit_errors, sdk_errors

from vanban.workflows.books import RegisterPrint, print_register
from vanban.workspace import Workspace


def test_an_issued_copy_and_the_book_that_it_stands_in_have_no_error(workspace: Workspace, tmp_path: Path) -> None:
    out = issued(workspace, "plan")
    copies = [path for path in out.files if path.suffix == ".docx"]
    assert copies
    book = tmp_path / "so.docx"
    print_register(workspace, RegisterPrint(book, "ke-hoach", 2024))
    for path in (*copies, book):
        assert [*sdk_errors(path), *audit_errors(path)] == [], path.name
