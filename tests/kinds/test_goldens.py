"""One document of every kind, as an outline that a reviewer can read.

After a change that is meant: ``make goldens``, then look at ``git diff tests``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_year import sample_year
from shipped_templates import template_of

from vanban.kinds import KINDS
from vanban.word import outline

HERE = Path(__file__).parent
DOCUMENTS = [(kind, "") for kind in KINDS] + [(kind, "c1") for kind in KINDS if kind.name == "achievement_report"]


@pytest.mark.parametrize(("kind", "key"), DOCUMENTS, ids=lambda value: getattr(value, "name", value))
def test_a_document_is_as_its_golden_outline_shows_it(kind, key: str, request: pytest.FixtureRequest) -> None:
    year = sample_year()
    context = kind.compose(year, key or kind.keys(year)[0])
    document = template_of(kind.name).render(context)
    golden = HERE / "goldens" / f"{'-'.join(filter(None, (kind.name, key)))}.txt"
    made = outline(document, kind.name)
    if request.config.getoption("--update-goldens"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def test_every_golden_belongs_to_a_document() -> None:
    wanted = {f"{'-'.join(filter(None, (kind.name, key)))}.txt" for kind, key in DOCUMENTS}
    assert {path.name for path in (HERE / "goldens").iterdir()} == wanted
