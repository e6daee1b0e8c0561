"""Eight processes issue at once and are killed at any moment, some while others recover and go on (N01, N02, N06)."""

from __future__ import annotations

import json
import math
import os
import random
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from invariants import Acknowledged, when_whole, while_broken
from small_office import SERIES, founded, issued, recovered, render
from torture.kill import ended, killed_at, started, stopped

from vanban.workflows.issuing_terms import Places

ROUNDS = int(os.environ.get("VANBAN_TORTURE_ROUNDS", "6"))
SEED = int(os.environ.get("VANBAN_TORTURE_SEED", "20240305"))
_PROCESSES, _SURVIVORS, _ROUNDS_PER_OFFICE = 8, 3, 10


def _work(places: Places, pipe: int, name: str, until: float) -> None:
    """Issue one batch after the other, and tell of each once the answer is there."""
    chance = random.Random(name)
    for number in range(1000):
        if time.monotonic() > until:
            return
        key = f"{name}-{number}"
        names = [f"{key}-{part}" for part in range(chance.randint(1, 3))]
        outcome = issued(places, key, *names, series=chance.choice(SERIES))
        rows = outcome.entries
        line = json.dumps([key, [row.number for row in rows], [row.sha256 for row in rows]])
        os.write(pipe, (line + "\n").encode())


def _answers(reading: int) -> Iterator[Acknowledged]:
    with os.fdopen(reading) as pipe:
        for line in pipe:
            key, numbers, sums = json.loads(line)
            yield Acknowledged(key, tuple(numbers), tuple(sums))


def _survivors(number: int) -> int:
    """How many processes live through a round: in every second one some recover and go on beside the dying."""
    return _SURVIVORS if number % 2 else 0


def _round(places: Places, number: int, chance: random.Random) -> tuple[list[Acknowledged], int]:
    """One round: the answers that were given, and how many processes were killed."""
    reading, writing = os.pipe()
    span = chance.uniform(0.005, 0.120)
    survivors = _survivors(number)
    until = [time.monotonic() + span * 1.5] * survivors + [math.inf] * (_PROCESSES - survivors)
    children = [started(partial(_work, places, writing, f"{number}-{me}", end)) for me, end in enumerate(until)]
    os.close(writing)
    time.sleep(span)
    killed = sum(stopped(child) for child in children[survivors:])
    for child in children[:survivors]:
        assert not ended(child)
    return list(_answers(reading)), killed


@pytest.mark.long
def test_nothing_is_lost_doubled_or_skipped_whoever_is_killed_when(tmp_path: Path) -> None:
    chance = random.Random(SEED)
    killed = told = 0
    for number in range(ROUNDS):
        if number % _ROUNDS_PER_OFFICE == 0:
            places = founded(tmp_path / str(number))
            answers: list[Acknowledged] = []
        fresh, dead = _round(places, number, chance)
        answers.extend(fresh)
        told, killed = told + len(fresh), killed + dead
        assert while_broken(places) == [], number
        killed_at(chance.randint(1, 60), partial(recovered, places))
        recovered(places)
        assert when_whole(places, answers, render) == [], number
    print(f"{ROUNDS} rounds, {killed} kills, {told} answers, seed {SEED}")
    assert killed == sum(_PROCESSES - _survivors(number) for number in range(ROUNDS))
    assert told > ROUNDS // 3
