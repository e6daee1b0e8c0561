"""docs/law.md is the audit of the law as a table, made from the packs that ship: nobody writes it by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.law.layout_rules import RULES
from vanban.workflows.law_book import every_shipped_pack
from vanban.workflows.law_table import law_table

PAGE = Path(__file__).parents[2] / "docs" / "law.md"


def test_the_table_of_the_law_is_made_from_the_packs(request: pytest.FixtureRequest) -> None:
    made = law_table()
    if request.config.getoption("--update-goldens"):
        PAGE.write_text(made, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == made, "run: make goldens"


def test_every_fact_has_its_article_source_certainty_and_who_compared_it() -> None:
    rows = [line.strip("|").split("|") for line in law_table().splitlines() if line.startswith("| ")]
    facts = [row for row in rows if len(row) == 6 and row[0].strip() not in ("Quy định", "---")]
    packs = every_shipped_pack()
    assert len(facts) == len(RULES) + sum(len(pack.texts) + len(tuple(pack.provisions())) for pack in packs)
    assert [row for row in facts if not all(cell.strip() for cell in row[:1] + row[2:])] == []
