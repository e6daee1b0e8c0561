"""The checklist of the papers: each line names a kind that there is, and a test that there is."""

from __future__ import annotations

import re
from pathlib import Path

from vanban.kinds import KINDS

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| (?P<kinds>[a-z_, ]+) \| .+ \| `(?P<file>tests/\S+\.py)::(?P<test>test_\w+)` \|$")


def rows() -> list[re.Match[str]]:
    lines = (ROOT / "docs" / "analysis" / "papers.md").read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if line.startswith("| ") and not line.startswith("| Kind |")]
    found = [ROW.match(line) for line in table]
    assert [line for line, row in zip(table, found, strict=True) if row is None] == []
    return [row for row in found if row]


def test_every_line_of_the_checklist_names_a_kind_that_there_is() -> None:
    known = {kind.name for kind in KINDS} | {"every", "data", "books"}
    assert {name for row in rows() for name in row["kinds"].split(", ")} <= known


def test_every_kind_has_a_line_of_its_own() -> None:
    named = {name for row in rows() for name in row["kinds"].split(", ")}
    assert {kind.name for kind in KINDS} - named == set()


def test_every_line_of_the_checklist_has_its_test() -> None:
    missing = [
        row["test"] for row in rows() if f"def {row['test']}(" not in (ROOT / row["file"]).read_text(encoding="utf-8")
    ]
    assert missing == []
