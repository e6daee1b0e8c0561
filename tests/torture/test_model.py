"""Whatever people do in whatever order, the book is what a model of forty lines says (hypothesis)."""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, multiple, rule
from invariants import when_whole, while_broken
from small_office import HANOI, NOON, SERIES, batch, draft, founded, recovered, render
from torture.kill import killed_at

from vanban.domain.register_entry import EntryKey, EntryState
from vanban.errors import ClockBehind, IntegrityFault, LateNumber, NotPossible
from vanban.register import Register
from vanban.workflows.issuing import issue, void
from vanban.workflows.issuing_terms import Terms
from vanban.workflows.proving import Restored, restore


class Office(RuleBasedStateMachine):
    """Clerks, killers, restorers and a clock against a dictionary."""

    numbers = Bundle("numbers")

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.places = founded(self.root)
        self.now = NOON
        self.asked = 0
        self.rows: dict[tuple[str, int], list[tuple[str, datetime, str]]] = {}
        self.backup = self.places.register.read_bytes()

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    def _give(self, series: str, count: int) -> tuple[str, list[EntryKey]]:
        self.asked += 1
        held = self.rows.setdefault((series, self.now.year), [])
        keys = []
        for part in range(count):
            held.append((f"{self.asked}-{part}", self.now, EntryState.ISSUED))
            keys.append(EntryKey(series=series, year=self.now.year, ordinal=len(held)))
        return str(self.asked), keys

    def _issue(self, series: str, key: str, count: int) -> list[EntryKey]:
        drafts = [draft(f"{key}-{part}", series) for part in range(count)]
        outcome = issue(self.places, batch(key, self.now), drafts, render, Terms(confirmed=True))
        return [row.entry_key for row in outcome.entries]

    @rule(target=numbers, series=st.sampled_from(SERIES), count=st.integers(1, 3), twice=st.booleans())
    def issue(self, series: str, count: int, twice: bool) -> object:
        key, expected = self._give(series, count)
        for _ in range(1 + twice):
            assert self._issue(series, key, count) == expected
        return multiple(*expected)

    @rule(series=st.sampled_from(SERIES), fatal=st.integers(1, 70), again=st.integers(1, 70))
    def issue_killed(self, series: str, fatal: int, again: int) -> None:
        if not killed_at(fatal, partial(self._issue, series, str(self.asked + 1), 1)):
            self._give(series, 1)
            return
        assert while_broken(self.places) == []
        killed_at(again, partial(recovered, self.places))
        recovered(self.places)
        with Register.open(self.places.register) as register:
            given = register.entries_of(str(self.asked + 1))
        if given:
            assert [row.entry_key for row in given] == self._give(series, 1)[1]
        else:
            self.asked += 1

    @rule(key=numbers)
    def give_up(self, key: EntryKey) -> None:
        held = self.rows[key.series, key.year]
        name, moment, state = held[key.ordinal - 1]
        if state == EntryState.VOID:
            try:
                void(self.places, key, "lần hai", self.now, "Lan")
            except NotPossible:
                return
            raise AssertionError("given up twice")
        void(self.places, key, "không ký", self.now, "Lan")
        held[key.ordinal - 1] = (name, moment, EntryState.VOID)

    @rule(days=st.integers(0, 200))
    def time_passes(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule()
    def clock_falls_back(self) -> None:
        dead = datetime(2019, 1, 1, tzinfo=HANOI)
        try:
            issue(self.places, batch("dead", dead), [draft("dead")], render)
        except (ClockBehind, LateNumber):
            return
        raise AssertionError("issued in 2019")

    @rule()
    def back_up(self) -> None:
        self.backup = self.places.register.read_bytes()

    @rule(lost=st.booleans())
    def restore_old_backup(self, lost: bool) -> None:
        stale = self.backup != self.places.register.read_bytes()
        if lost:
            self.places.register.unlink()
        else:
            self.places.register.write_bytes(self.backup)
        try:
            restored = restore(self.places)
        except IntegrityFault as fault:
            raise AssertionError("not restored") from fault
        assert restored is Restored.REGISTER or not (lost or stale) or restored is Restored.NOTHING
        self.places.register.with_name("register.sua-tay-1.sqlite").unlink(missing_ok=True)

    @invariant()
    def the_book_is_the_models(self) -> None:
        assert when_whole(self.places, [], render) == []
        with Register.open(self.places.register) as register:
            found: dict[tuple[str, int], list[tuple[str, object, str]]] = {}
            for row in register.entries():
                found.setdefault((row.series, row.year), []).append((row.key, row.issued_on, row.state))
        wanted = {
            key: [(name, moment.date(), state) for name, moment, state in held]
            for key, held in self.rows.items()
            if held
        }
        assert found == wanted


TestOffice = Office.TestCase
TestOffice.settings = settings(
    max_examples=int(os.environ.get("VANBAN_TORTURE_EXAMPLES", "5")),
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
