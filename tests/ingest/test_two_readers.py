"""Two readers that know nothing of each other agree on every cell of two hundred workbooks, or ours tells the cell."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from many_workbooks import made, ways

from vanban.ingest.grid import SheetCell
from vanban.ingest.workbook import read_workbook

SECOND = Path(__file__).with_name("second_reader.py")
Seen = tuple[str, object]


def as_the_second(cell: SheetCell, second: Seen) -> Seen:
    """What our reader found, in the words of the second: it knows nothing of percentages."""
    match cell.raw:
        case bool():
            return "truth", cell.raw
        case Decimal():
            return "number", _number(float(cell.raw))
        case date():
            return "date", cell.raw.isoformat()
        case time():
            return "time", cell.raw.isoformat()
        case str() if second[0] == "number" and cell.raw.endswith("%"):
            return "number", _number(float(Decimal(cell.raw[:-1].replace(",", ".")) / 100))
        case _:
            return "text", cell.raw


def _number(value: float) -> str:
    return f"{value:.15g}"


def told_alike(kind: str, value: object) -> Seen:
    """What the second found, a day at midnight as a day, a number to the digits that Excel keeps."""
    if kind == "number":
        return kind, _number(float(str(value)))
    if kind == "datetime" and datetime.fromisoformat(str(value)).time() == time():
        return "date", datetime.fromisoformat(str(value)).date().isoformat()
    return kind, value


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[bytes, dict[str, dict[str, Seen]]]]:
    """Each workbook with what the second reader saw in it, by the way it was made."""
    folder = tmp_path_factory.mktemp("corpus")
    names = {f"{way.number:03}.xlsx": way for way in ways(200)}
    for name, way in names.items():
        (folder / name).write_bytes(made(way))
    command = [sys.executable, str(SECOND), str(folder)]
    read = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return {
        str(way): (
            (folder / name).read_bytes(),
            {sheet: {place: told_alike(*cell) for place, cell in cells.items()} for sheet, cells in read[name].items()},
        )
        for name, way in names.items()
    }


def test_both_readers_agree_on_every_cell_or_the_cell_is_told(
    corpus: dict[str, tuple[bytes, dict[str, dict[str, Seen]]]],
) -> None:
    differing: list[str] = []
    compared = told = 0
    for way, (data, second) in corpus.items():
        grids = {grid.name: grid for grid in read_workbook(data, "bang.xlsx")}
        assert list(grids) == list(second), way
        for name, cells in second.items():
            ours = {f"{row},{at}": cell for row, line in grids[name].rows.items() for at, cell in line.items()}
            for place in sorted({*ours, *cells}):
                compared += 1
                cell, theirs = ours.get(place), cells.get(place, ("blank", ""))
                if cell and cell.fault:
                    told += 1
                elif cell is None and theirs[0] == "text" and not str(theirs[1]).strip():
                    continue
                elif cell is None or as_the_second(cell, theirs) != theirs:
                    differing.append(f"{way}, {name} {place}: {cell and cell.raw!r}, {theirs}")
    assert differing == []
    assert compared > 3000
    assert told > 300
