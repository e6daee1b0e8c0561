"""A workspace with its forms, and a unit's clerk who fills one in."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
from built_years import made_once
from click.testing import CliRunner, Result
from openpyxl.workbook import Workbook

from vanban.cli.app import cli
from vanban.workspace import Workspace, create

Edit = Callable[[Workbook], None]


@pytest.fixture(scope="session")
def sent_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample workspace with every form made; nobody writes in it."""
    return made_once(tmp_path_factory.getbasetemp(), "sent-out", _sent_out) / "thi-dua"


def _sent_out(folder: Path) -> None:
    made, _ = create(folder / "thi-dua")
    said = CliRunner().invoke(cli, ["kit", "--workspace", str(made.root)])
    assert said.exit_code == 0, said.output


class Door:
    """One office's workspace, what is laid into its folder of returns, and what ``vanban take`` says of it."""

    def __init__(self, root: Path) -> None:
        self.workspace = Workspace(root)
        self.root = root
        self.returns = root / "data" / "2024" / "nhan-ve"

    def form(self, unit: str) -> Path:
        return self.root / "kits" / "2024" / f"phieu-2024-{unit}.xlsx"

    def comes_back(
        self, unit: str, cells: Mapping[tuple[str, str], object], name: str = "", edit: Edit | None = None
    ) -> Path:
        """The form of ``unit``, with ``cells`` (sheet, cell → value) typed into it, in the folder of returns."""
        workbook = openpyxl.load_workbook(self.form(unit))
        for (sheet, cell), value in cells.items():
            workbook[sheet][cell] = value
        if edit is not None:
            edit(workbook)
        return self.lays(workbook, name or self.form(unit).name)

    def lays(self, workbook: Workbook, name: str) -> Path:
        self.returns.mkdir(exist_ok=True)
        workbook.save(self.returns / name)
        return self.returns / name

    def take(self, *arguments: object) -> Result:
        return CliRunner().invoke(cli, ["take", "--workspace", str(self.root), *map(str, arguments)])

    def stored(self, table: str) -> list[list[str]]:
        sheet = openpyxl.load_workbook(self.root / "data" / table).worksheets[0]
        # Items of a list may stand on lines of their own; how they are parted says nothing.
        rows = [[re.sub(r";\s+", "; ", str(cell or "")) for cell in row] for row in sheet.iter_rows(values_only=True)]
        return rows[1:]

    def row(self, table: str, key: str) -> list[str]:
        [row] = [row for row in self.stored(table) if row[0] == key]
        return row


@pytest.fixture
def door(sent_out: Path, tmp_path: Path) -> Door:
    """A copy of one's own."""
    shutil.copytree(sent_out, tmp_path / "thi-dua")
    return Door(tmp_path / "thi-dua")
