"""Plans of other offices, as Word files and as plain text, are read as a person reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from .typed_plans import PLANS, found_paper, score, typed_plan

BEFORE, AFTER = ("01", "02", "03", "04", "05"), ("06", "07", "08", "09", "10")


def _shares(numbers: tuple[str, ...]) -> tuple[float, float]:
    scores = [score(typed_plan(path)) for path in sorted(PLANS.glob("*.txt")) if path.name.startswith(numbers)]
    assert len(scores) == 5
    blocks = sum(one.right_blocks for one in scores) / sum(one.blocks for one in scores)
    targets = sum(one.right_targets for one in scores) / sum(one.targets for one in scores)
    return blocks, targets


@pytest.mark.parametrize("numbers", [BEFORE, AFTER], ids=["five built with", "five tried afterwards"])
def test_blocks_and_targets_are_read_right(numbers: tuple[str, ...]) -> None:
    blocks, targets = _shares(numbers)
    assert blocks >= 0.95
    assert targets >= 0.90


@pytest.mark.parametrize("path", sorted(PLANS.glob("*.txt")), ids=lambda path: path.stem)
def test_head_and_foot_are_found(path: Path) -> None:
    plan = typed_plan(path)
    found = found_paper(plan)
    typed = "\n".join(text for _, _, text in plan.lines)
    assert found.number and found.number in " ".join(typed.split())
    assert found.type_name == "KẾ HOẠCH"
    assert found.subject and found.subject in " ".join(typed.split())
    assert len(found.recipients) >= 3
    assert found.signer and found.signer in typed
