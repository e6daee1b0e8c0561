"""Variations of the reproductions, a line each: what befalls an office, after which no number may be given.

Every line must also leave each published paper as it was, and be told by a check.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from small_office import NOON, batch, draft, founded, issued, render

from vanban.archive import EVERYTHING, Archive
from vanban.domain.damage import Harm
from vanban.domain.ledger import Event, from_line, next_event, to_line
from vanban.errors import DoubtfulDay, LateNumber, VanbanError
from vanban.register import Register, rebuilt
from vanban.workflows.issuing import issue, void
from vanban.workflows.issuing_terms import Places, Terms
from vanban.workflows.proving import verify

Done = Callable[[Places, Path], None]
"""What befalls an office of five letters, of which a copy was kept after the third."""


class Variation(NamedTuple):
    """One line: which fault it is a variation of, what is done."""

    fault: str
    done: Done


def _copied_over(places: Places, copy: Path) -> None:
    for path in sorted(copy.rglob("*")):
        name = path.relative_to(copy).as_posix()
        if path.is_file():
            target = places.archive.parent / name
            target.unlink(missing_ok=True)
            shutil.copy2(path, target)


def _only(places: Places, copy: Path, name: str) -> None:
    target = places.archive.parent / name
    target.unlink()
    shutil.copy2(copy / name, target)


def _whole_folder(places: Places, copy: Path) -> None:
    shutil.rmtree(places.archive.parent)
    shutil.copytree(copy, places.archive.parent)


def _whole_folder_without_papers(places: Places, copy: Path) -> None:
    _whole_folder(places, copy)
    shutil.rmtree(places.published)


def _whole_folder_one_witness(places: Places, copy: Path) -> None:
    _whole_folder(places, copy)
    for path in places.witnesses[:1]:
        path.unlink()


def _forged(places: Places, deed: str, body: dict[str, object]) -> None:
    ledger = Archive(places.archive).ledger.path
    events: list[Event] = [event for event in map(from_line, ledger.read_bytes().splitlines()) if event]
    events.append(next_event(events[-1].head, NOON.isoformat(), "Kẻ khác", deed, body))  # type: ignore[arg-type]
    ledger.write_bytes("".join(map(to_line, events)).encode())


KEY: Final = {"series": "chung", "year": 2024, "ordinal": 1}


def _documents_gone(places: Places, _: Path) -> None:
    shutil.rmtree(places.archive / "documents" / "chung")


def _one_manifest_gone(places: Places, _: Path) -> None:
    (places.archive / "documents/chung/2024/00001.json").unlink()


def _last_dropped(places: Places, _: Path) -> None:
    with Register.open(places.register, reading_only=True) as register:
        events = list(register.events())[:-2]
    places.register.write_bytes(rebuilt(events, lambda key: ""))
    Archive(places.archive).ledger.path.write_bytes("".join(map(to_line, events)).encode())


VARIATIONS: Final = (
    Variation("1 an old copy", _whole_folder),
    Variation("1 an old copy", _whole_folder_without_papers),
    Variation("1 an old copy", _whole_folder_one_witness),
    Variation("1 an old copy", _copied_over),
    Variation("1 an old copy", lambda places, copy: _only(places, copy, "register.sqlite")),
    Variation("4 a forged line", lambda places, _: _forged(places, "void", {"entry_key": KEY, "reason": "x"})),
    Variation("4 a forged line", lambda places, _: _forged(places, "burn", {"entry_key": KEY})),
    Variation("4 a forged line", lambda places, _: _forged(places, "skip", {**KEY, "first": 9, "last": 9})),
    Variation("4 the newest dropped", _last_dropped),
    Variation("13 the archive alone", _documents_gone),
    Variation("13 the archive alone", _one_manifest_gone),
)


@pytest.mark.parametrize("variation", VARIATIONS, ids=lambda one: one.fault)
def test_no_number_is_given_and_no_paper_changes(tmp_path: Path, variation: Variation) -> None:
    places = founded(tmp_path / "office")
    issued(places, "one", "a", "b", "c")
    copy = Path(shutil.copytree(places.archive.parent, tmp_path / "copy"))
    issued(places, "two", "d")
    issued(places, "three", "e")
    variation.done(places, copy)
    papers = {path: path.read_bytes() for path in places.published.rglob("*") if path.is_file()}
    with pytest.raises(VanbanError) as refused:
        issued(places, "next", "f")
    assert refused.value.exit_code == 12
    assert str(refused.value)
    assert {path: path.read_bytes() for path in places.published.rglob("*") if path.is_file()} == papers
    assert not verify(places, EVERYTHING, render=render).sound


def test_the_same_office_untouched_goes_on(tmp_path: Path) -> None:
    places = founded(tmp_path / "office")
    outcome = issued(places, "one", "a")
    void(places, outcome.entries[0].entry_key, "x", NOON, "Lan")
    issued(places, "next", "f")
    assert verify(places, EVERYTHING, render=render).damages == ()


@pytest.mark.parametrize(
    ("away", "fault"),
    [
        (timedelta(days=-40), LateNumber),
        (timedelta(days=-1), LateNumber),
        (timedelta(days=366), DoubtfulDay),
        (timedelta(days=-366 * 5), LateNumber),
    ],
    ids=str,
)
def test_a_clock_that_is_wrong_after_a_number_gives_none(
    tmp_path: Path, away: timedelta, fault: type[VanbanError]
) -> None:
    places = founded(tmp_path / "office")
    issued(places, "one", "a")
    with Register.open(places.register, reading_only=True) as register:
        before = register.head()
    with pytest.raises(fault):
        issued(places, "two", "b", moment=NOON + away)
    with Register.open(places.register, reading_only=True) as register:
        assert register.head() == before
    issued(places, "three", "b", moment=NOON)
    assert verify(places, EVERYTHING, render=render).damages == ()


def test_a_clock_a_year_ahead_that_was_believed_is_told_for_ever_and_stops_nobody(tmp_path: Path) -> None:
    places = founded(tmp_path / "office")
    issued(places, "one", "a")
    ahead = batch("two", NOON + timedelta(days=366))
    wrong = issue(places, ahead, [draft("b")], render, Terms(confirmed=True)).entries[0]
    with pytest.raises(LateNumber) as refused:
        issued(places, "three", "c")
    assert f"vanban void chung {wrong.ordinal} --year 2025" in refused.value.advice
    void(places, wrong.entry_key, "Đồng hồ sai", NOON, "Lan")
    assert [one.number for one in issued(places, "four", "c").entries] == ["02/KH-UBND"]
    verdict = verify(places, EVERYTHING, render=render)
    assert [damage.harm for damage in verdict.damages] == [Harm.CLOCK_BACK]
    assert "lùi từ ngày 06/3/2025 về ngày 05/3/2024" in verdict.damages[0].reason
    assert verdict.sound
