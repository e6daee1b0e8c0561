"""Turn the files of the office and of one year into the parts that the year is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from vanban.domain.finding import Finding, Place
from vanban.domain.office import Office
from vanban.domain.work_year import WorkYear
from vanban.ingest.part_file import DataFile, FileShape
from vanban.ingest.reading import Path, PlaceMark, ReadOutcome, ValuePlaces
from vanban.ingest.strangers import meant_by, renamed, strangers
from vanban.ingest.table import read_table
from vanban.ingest.yaml_file import read_yaml, read_yaml_list

_REMEMBERED = 128
"""Files of about three years."""


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
    known = {f"{_folder(part, year)}/{part.stem}": part for part in parts}
    split = {name: _split(name) for name in sorted(files)}
    found = {
        key: [name for name, (stem, ending) in split.items() if stem == key and ending in part.endings]
        for key, part in known.items()
    }
    others = set(files).difference(*found.values())
    for key, part in known.items():
        names = found[key]
        marks[(part.name,)] = PlaceMark(names[0] if names else f"{key}{part.endings[0]}")
        if len(names) == 1:
            reading = _read(part, files[names[0]], names[0], office)
            findings.extend(reading.findings)
            marks |= {(part.name, *path): mark for path, mark in reading.places.marks.items()}
            lines |= reading.lines
            if reading.value is not None:
                value[part.name] = reading.value
                office = reading.value if isinstance(reading.value, Office) else office
        elif names:
            findings.append(_double(names))
    absent = {key: part for key, part in known.items() if not found[key]}
    renames = _renamed(files, others, absent, office)
    needed = (key for key, part in absent.items() if _is_needed(part, value))
    findings[:0] = [*renames, *(_absent(f"{key}{known[key].endings[0]}", files) for key in needed)]
    findings.extend(strangers(others, known, {key: names[0] for key, names in found.items() if names}))
    return ReadOutcome(value, tuple(findings), ValuePlaces(marks), lines)


def _renamed(
    files: Mapping[str, bytes], others: set[str], absent: dict[str, DataFile], office: Office | None
) -> list[Finding]:
    """Files that are there under another name; what is found leaves ``others`` and ``absent``."""
    told: list[Finding] = []
    for name in sorted(others):
        meant = meant_by(name, files[name], absent, office)
        if meant is not None:
            key, part = meant
            told.append(renamed(name, part))
            others.remove(name)
            absent.pop(key)
    return told


def _is_needed(part: DataFile, value: Mapping[str, Any]) -> bool:
    """Whether a year cannot do without that file: never, or not where others speak of what it holds."""
    return part.required or any(value.get(name) for name in part.needed_by)


def _folder(part: DataFile, year: WorkYear) -> str:
    return str(year) if part.folder == "year" else part.folder


def _split(name: str) -> tuple[str, str]:
    """``office/people`` and ``.xlsx``, whatever the case of the file's own name."""
    path = PurePosixPath(name)
    return f"{path.parent}/{path.stem.lower()}", path.suffix.lower()


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
    remedy = (
        f"Hãy lưu “{same[0]}” thành kiểu {wanted.suffix}."
        if same
        else (
            "Hãy lấy lại tệp từ bản sao lưu, hoặc lập bộ mẫu ở một thư mục khác (vanban new mau "
            "--sample) rồi chép tệp cùng tên sang."
        )
    )
    return Finding(place=Place(file=file), reason="Không có tệp này.", remedy=remedy)
