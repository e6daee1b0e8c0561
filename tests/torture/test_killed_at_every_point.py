"""kill -9 at every named step of issuing, then of recovering: nothing lost, doubled or half-visible (N01, N02)."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from invariants import (
    Acknowledged,
    i6_repeating_changes_nothing,
    i9_recovery_changes_nothing_more,
    when_whole,
    while_broken,
)
from small_office import founded, issued, places_in, recovered, render
from torture.kill import killed_at, points_of, telling

from vanban.workflows.issuing_terms import Outcome, Places

_DOCUMENTS = int(os.environ.get("VANBAN_TORTURE_DOCUMENTS", "1"))
_BATCHES = int(os.environ.get("VANBAN_TORTURE_BATCHES", "3"))
_NAMES = tuple(f"d{number}" for number in range(_DOCUMENTS))


def told(outcome: Outcome, key: str) -> Acknowledged:
    rows = outcome.entries
    return Acknowledged(key, tuple(row.number for row in rows), tuple(row.sha256 for row in rows))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Acknowledged]:
    """An office that has issued two documents."""
    root = tmp_path_factory.mktemp("office")
    return root, told(issued(founded(root), "first", "a", "b"), "first")


def _copied(office: Path, tmp_path: Path, name: str) -> Places:
    return places_in(Path(shutil.copytree(office, tmp_path / name)))


def _points(office: Path, tmp_path: Path) -> list[str]:
    places = _copied(office, tmp_path, "trial")
    return points_of(lambda: issued(places, "second", *_NAMES))


@pytest.mark.long
def test_a_run_killed_at_any_point_is_finished_by_the_next_with_the_same_numbers(
    office: tuple[Path, Acknowledged], tmp_path: Path
) -> None:
    points = _points(office[0], tmp_path)
    assert len(points) >= 50
    chance = random.Random(5)
    for fatal in telling(points):
        places = _copied(office[0], tmp_path, str(fatal))
        again = partial(issued, places, "second", *_NAMES)
        recovery = partial(recovered, places)
        assert killed_at(fatal, again)
        assert while_broken(places) == [], fatal
        for _ in range(2):
            killed_at(chance.randint(1, len(points)), recovery)
            assert while_broken(places) == [], fatal
        recovery()
        assert when_whole(places, [office[1]], render) == [], fatal
        assert list(i9_recovery_changes_nothing_more(places, recovery)) == [], fatal
        answer = told(again(), "second")
        assert list(i6_repeating_changes_nothing(places, partial(_told_again, again), answer)) == [], fatal
        last = told(issued(places, "third", "z"), "third")
        assert when_whole(places, [office[1], answer, last], render) == [], fatal
        assert answer.numbers == tuple(f"{number:02d}/KH-UBND" for number in range(3, 3 + _DOCUMENTS)), fatal
        assert last.numbers == (f"{3 + _DOCUMENTS:02d}/KH-UBND",), fatal
        shutil.rmtree(tmp_path / str(fatal))


def _told_again(again: Callable[[], Outcome]) -> Acknowledged:
    return told(again(), "second")


def test_a_batch_of_forty_killed_at_any_point_is_finished_with_the_same_numbers(
    office: tuple[Path, Acknowledged], tmp_path: Path
) -> None:
    forty = tuple(f"m{number}" for number in range(40))
    points = len(points_of(partial(issued, _copied(office[0], tmp_path, "forty"), "second", *forty)))
    assert points >= 500
    seed = random.randrange(2**32)
    print("seed", seed)
    chance = random.Random(seed)
    for number in range(_BATCHES):
        places = _copied(office[0], tmp_path, f"forty-{number}")
        again = partial(issued, places, "second", *forty)
        assert killed_at(chance.randint(1, points), again)
        assert while_broken(places) == []
        killed_at(chance.randint(1, points), partial(recovered, places))
        recovered(places)
        answer = told(again(), "second")
        assert answer.numbers == tuple(f"{number:02d}/KH-UBND" for number in range(3, 43))
        assert when_whole(places, [office[1], answer], render) == []
        shutil.rmtree(places.register.parents[1], ignore_errors=True)
