"""Build years of different sizes side by side, Word only, by one process: does a document cost the same in each?

    python bench/build.py                      800 and 7,000 documents, and the sample unchanged beside cold
    python bench/build.py --sizes 300 1200     other sizes

Times are CPU seconds of the build itself, so that other work on the machine weighs little; ratios hold from machine to
machine, absolute figures do not. The larger years are the sample with residential groups and people of invented names
added, none of whom has registered or reported: each gets its forms, its sheets and its letters.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
YEAR = 2024
SIZES = (800, 7000)
OF_THE_SAMPLE, OF_A_GROUP, OF_A_PERSON = 201, 5, 1
MOST_APART, LARGEST_SHARE = 1.25, 1 / 8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs=2, default=SIZES, metavar="DOCUMENTS")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.folder:
        _say(json.dumps(_built(options.folder)))
        return
    sample, *sized = (_measured(size) for size in (0, *options.sizes))
    small, large = (one.each for one in sized)
    again_small, again_large = (one.each_again for one in sized)
    for one in (sample, *sized):
        _say(
            f"{one.documents:6} documents: {one.cold:7.2f} CPU s, {one.each:5.1f} ms each; "
            f"again {one.again:6.2f} CPU s, {one.each_again:4.1f} ms each"
        )
    _say(f"a document of the larger year beside one of the smaller: {large / small:.2f} times")
    _say(f"the same of an unchanged one: {again_large / again_small:.2f} times")
    _say(f"the sample again, unchanged, beside cold: 1/{sample.cold / sample.again:.1f}")
    apart = large > MOST_APART * small or again_large > MOST_APART * again_small
    if apart or sample.again > LARGEST_SHARE * sample.cold:
        raise SystemExit("a limit does not hold")


@dataclass(frozen=True)
class Measured:
    """One year: how many documents, the CPU seconds of building all of them, and of finding all unchanged."""

    documents: int
    cold: float
    again: float

    @property
    def each(self) -> float:
        """Milliseconds a document."""
        return 1000 * self.cold / self.documents

    @property
    def each_again(self) -> float:
        """The same where nothing changed."""
        return 1000 * self.again / self.documents


def _measured(size: int) -> Measured:
    """Each build in a process of its own: what one remembers helps no other."""
    from vanban.workspace import create

    with tempfile.TemporaryDirectory() as folder:
        workspace, _ = create(Path(folder) / "nam")
        if size:
            _enlarge(workspace.root / "data", size)
        command = [sys.executable, __file__, "--folder", str(workspace.root)]
        cold, again = (json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout) for _ in range(2))
    if not cold["wrote"] or again["wrote"]:
        raise SystemExit("the year was not built as it should be")
    return Measured(cold["documents"], cold["seconds"], again["seconds"])


def _built(folder: Path) -> dict[str, float]:
    from vanban.workflows.build import BuildRequest, build
    from vanban.workspace import Workspace

    start = _cpu()
    built = build(Workspace(folder), BuildRequest(with_pdf=False))
    return {"documents": len(built.documents), "wrote": built.wrote, "seconds": _cpu() - start}


def _enlarge(data: Path, size: int) -> None:
    """Add as many groups and people as bring about ``size`` documents, half of them by groups."""
    from vanban.domain.gender import Gender
    from vanban.domain.people import Person, Unit
    from vanban.ingest import read_table, write_csv

    half = max(0, size - OF_THE_SAMPLE) // 2
    groups = (*_rows(read_table, data / "office" / "groups.xlsx", Unit),)
    people = (*_rows(read_table, data / "office" / "people.xlsx", Person),)
    more_groups = tuple(
        Unit(
            key=f"tdp-moi-{number}",
            name=f"Tổ dân phố mới số {number}",
            leader=f"Nguyễn Văn {_name(number)}",
            front_head=f"Trần Thị {_name(number)}",
            households=100 + number % 50,
        )
        for number in range(half // OF_A_GROUP)
    )
    more_people = tuple(
        Person(
            key=f"nguoi-moi-{number}",
            name=f"Lê Thị {_name(number)}",
            gender=Gender.FEMALE,
            born_on=date(1980 + number % 20, 1 + number % 12, 1 + number // 240 % 28),
            hometown="Phường Ngô Quyền",
            residence="Phường Ngô Quyền",
            position="Công chức",
            collective=people[number % len(people)].collective,
        )
        for number in range(half // OF_A_PERSON)
    )
    _write(data / "office" / "groups.csv", write_csv((*groups, *more_groups), Unit))
    _write(data / "office" / "people.csv", write_csv((*people, *more_people), Person))


def _write(path: Path, table: bytes) -> None:
    """Put the table in the place of the sample's Excel file."""
    path.write_bytes(table)
    path.with_suffix(".xlsx").unlink()


def _name(number: int) -> str:
    """A given name in two syllables, another for each number up to ten thousand."""
    begins, sounds = "BCDGHKLMNPQRSTVX", "aeiou"
    first, second = divmod(number, 80)
    syllables = [f"{begins[one % 16]}{sounds[one // 16 % 5]}" for one in (first, second)]
    return " ".join(syllables) + (f"n{first // 80}" if first >= 80 else "")


def _rows(read: Any, path: Path, model: Any) -> Any:
    return read(path.read_bytes(), path.name, model).value


def _cpu() -> float:
    times = os.times()
    return times.user + times.system


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
