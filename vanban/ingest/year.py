"""Turn the files of the office and of one year into the parts that the year is made of."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any, Literal

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.domain.work_year import WorkYear
from vanban.ingest.reading import Path, PlaceMark, ReadOutcome, ValuePlaces
from vanban.ingest.table import read_table
from vanban.ingest.yaml_file import read_yaml, read_yaml_list

_TABLES = (".xlsx", ".csv")
_TEXTS = (".yaml", ".yml")
_NOT_DATA = frozenset({".md", ".ini", ".db"})
_LOCK = "~$"
_REMEMBERED = 128
"""Files of about three years."""


class InNewYear(Enum):
    """What becomes of a file of a year when the next one begins."""

    COPIED = "chép"
    EMPTIED = "để trống"
    LEFT_OUT = "không chép"
    COMPARED = "thành số so sánh"
    HANDED_ON = "chép nguyên các dòng"


class FileShape(Enum):
    """How a part is written: one record or a list of records in YAML, or a table in Excel or CSV."""

    RECORD = "record"
    RECORDS = "records"
    TABLE = "table"


@dataclass(frozen=True)
class DataFile:
    """One file of the data: under which name it comes out, and what it holds.

    ``folder`` is ``office`` for what stays from year to year, ``year`` for the folder of the year and ``papers`` for
    what describes a paper of the office's own. ``stem`` is the file's name without its ending, in lower case.
    ``in_new_year`` says what the next year takes over of it, where that is not usual for its shape (:attr:`carried`),
    ``emptied`` which of its fields begin empty.
    """

    name: str
    stem: str
    folder: Literal["office", "year", "papers"]
    shape: FileShape
    model: type[Record]
    required: bool = True
    in_new_year: InNewYear | None = None
    emptied: tuple[str, ...] = ()

    @property
    def carried(self) -> InNewYear:
        """What the next year takes over of it: texts are copied, tables have their headers only."""
        usual = InNewYear.EMPTIED if self.shape is FileShape.TABLE else InNewYear.COPIED
        return self.in_new_year or usual

    @property
    def endings(self) -> tuple[str, ...]:
        """What the file's name may end in, the usual one first."""
        return _TABLES if self.shape is FileShape.TABLE else _TEXTS


def read_year(files: Mapping[str, bytes], year: WorkYear, parts: Sequence[DataFile]) -> ReadOutcome[dict[str, Any]]:
    """Every part found in ``files``, which maps ``office/NAME`` and ``YEAR/NAME`` to contents.

    ``value`` holds the parts that were read whole, by name, even if others are broken; paths in ``places`` start with
    the part's name. The parts after the office's own are read in its words. Findings tell of broken, missing, double
    and unknown files together.
    """
    value: dict[str, Any] = {}
    findings: list[Finding] = []
    marks: dict[Path, PlaceMark] = {}
    lines: dict[str, Mapping[int, str]] = {}
    office: Office | None = None
    for part in parts:
        folder = str(year) if part.folder == "year" else part.folder
        found = [name for name in sorted(files) if _is_file_of(part, folder, name)]
        marks[(part.name,)] = PlaceMark(found[0] if found else f"{folder}/{part.stem}{part.endings[0]}")
        if len(found) == 1:
            reading = _read(part, files[found[0]], found[0], office)
            findings.extend(reading.findings)
            marks |= {(part.name, *path): mark for path, mark in reading.places.marks.items()}
            lines |= reading.lines
            if reading.value is not None:
                value[part.name] = reading.value
                office = reading.value if isinstance(reading.value, Office) else office
        elif found:
            findings.append(_double(found))
        elif part.required:
            findings.append(_absent(marks[(part.name,)].file, files))
    findings.extend(_strangers(files, year, parts))
    return ReadOutcome(value, tuple(findings), ValuePlaces(marks), lines)


def _is_file_of(part: DataFile, folder: str, name: str) -> bool:
    path = PurePosixPath(name)
    ending = path.suffix.lower()
    return str(path.parent) == folder and path.stem.lower() == part.stem and ending in part.endings


@lru_cache(maxsize=_REMEMBERED)
def _read(part: DataFile, data: bytes, file: str, office: Office | None) -> ReadOutcome[Any]:
    """What the same bytes say is known from the first reading: who checks a year again reads what changed."""
    match part.shape:
        case FileShape.RECORD:
            return read_yaml(data, file, part.model, office)
        case FileShape.RECORDS:
            return read_yaml_list(data, file, part.model, office)
        case FileShape.TABLE:
            return read_table(data, file, part.model, office)


def _double(found: list[str]) -> Finding:
    others = ", ".join(f"“{name}”" for name in found[1:])
    return Finding(
        place=Place(file=found[0]),
        reason=f"Có hai tệp cho cùng một dữ liệu; tệp kia là {others}.",
        remedy="Hãy giữ tệp đang dùng, chuyển tệp còn lại ra khỏi thư mục.",
    )


def _absent(file: str, files: Mapping[str, bytes]) -> Finding:
    wanted = PurePosixPath(file)
    same = [name for name in sorted(files) if PurePosixPath(name).with_suffix("") == wanted.with_suffix("")]
    remedy = f"Hãy lưu “{same[0]}” thành kiểu {wanted.suffix}." if same else "Hãy chép tệp từ bản mẫu rồi sửa lại."
    return Finding(place=Place(file=file), reason="Thiếu tệp bắt buộc này.", remedy=remedy)


def _strangers(files: Mapping[str, bytes], year: WorkYear, parts: Sequence[DataFile]) -> Iterator[Finding]:
    """Files that no part asks for, and lock files that tell of unsaved changes."""
    folders = {"office": "office", "papers": "papers", "year": str(year)}
    known = {f"{folders[part.folder]}/{part.stem}": part for part in parts}
    for name in sorted(files):
        path = PurePosixPath(name)
        if any(_is_file_of(part, folders[part.folder], name) for part in parts):
            continue
        if path.name.startswith(_LOCK):
            yield _stranger(
                name.replace(_LOCK, "", 1),
                "Tệp đang mở trong Excel; những sửa đổi chưa lưu không được dùng.",
                "Hãy lưu và đóng tệp rồi chạy lại.",
            )
        elif not path.name.startswith(".") and path.suffix.lower() not in _NOT_DATA:
            yield _stranger(name, "Tệp này không được dùng.", _what_to_do(str(path.with_suffix("")).lower(), known))


def _what_to_do(stem: str, known: Mapping[str, DataFile]) -> str:
    if stem in known:
        endings = " hoặc ".join(known[stem].endings)
        return f"Hãy lưu thành kiểu {endings}."
    near = difflib.get_close_matches(stem, known, n=1, cutoff=0.75)
    if near:
        return f"Có lẽ là “{near[0]}{known[near[0]].endings[0]}”: hãy đổi lại tên tệp."
    return "Hãy chuyển tệp ra khỏi thư mục dữ liệu nếu không cần."


def _stranger(file: str, reason: str, remedy: str) -> Finding:
    return Finding(severity=Severity.WARNING, place=Place(file=file), reason=reason, remedy=remedy)
