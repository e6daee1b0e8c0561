"""A process of its own: every cell of the workbooks of a folder as calamine reads it, for tests alone.

``python second_reader.py FOLDER`` prints, by file, sheet and cell, ``[kind, value]`` of each cell that is not blank.
"""

import json
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

from python_calamine import CalamineWorkbook


def seen(value: object) -> list[object]:
    match value:
        case bool():
            return ["truth", value]
        case int() | float():
            return ["number", repr(float(value))]
        case datetime() | date() | time():
            return [type(value).__name__, value.isoformat()]
        case timedelta():
            return ["duration", value.total_seconds()]
        case _:
            return ["text", str(value)]


def cells(path: Path) -> dict[str, dict[str, list[object]]]:
    book = CalamineWorkbook.from_path(path)
    return {
        name: {
            f"{row},{column}": seen(value)
            for row, values in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), start=1)
            for column, value in enumerate(values, start=1)
            if value != ""
        }
        for name in book.sheet_names
    }


json.dump({path.name: cells(path) for path in sorted(Path(sys.argv[1]).iterdir())}, sys.stdout)
