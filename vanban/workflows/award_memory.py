"""Bring what the register's own decisions gave into the award memory, from what each was made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vanban import durable
from vanban.archive import Archive
from vanban.domain.award import quoted
from vanban.domain.finding import Finding
from vanban.domain.given_award import GivenAward, award_key
from vanban.domain.issued import IssuedNumber
from vanban.domain.receiver import receiver
from vanban.domain.register_entry import Entry, EntryState
from vanban.domain.year import Year
from vanban.ingest import read_table, write_table
from vanban.kinds.parts.awardees import AWARDED, awardees, decision_of
from vanban.kinds.parts.reference import issuer_of, refer_shortly
from vanban.workflows.archived_inputs import issued_in, law_of_inputs, year_of
from vanban.workflows.issuing import inputs_of, opened
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.law_book import shipped_law
from vanban.workspace import Workspace, read_file

_SHEET = "Khen thưởng các năm trước"


@dataclass(frozen=True)
class AwardsRemembered:
    """How many awards came to the memory, of how many it now holds; or why its file cannot be read."""

    file: Path
    added: int
    held: int
    findings: tuple[Finding, ...] = ()

    @property
    def exit_code(self) -> int:
        """1 where the file is wrong, which is then left as it is."""
        return 1 if self.findings else 0

    def to_json(self) -> dict[str, object]:
        """File, numbers, findings."""
        return {
            "file": self.file.name,
            "added": self.added,
            "held": self.held,
            "findings": [finding.to_json() for finding in self.findings],
        }


def remember_awards(workspace: Workspace) -> AwardsRemembered:
    """Add to the memory what every issued decision on awards gave and it does not hold yet; rows stay as they are.

    Raises what :func:`vanban.workflows.issuing.opened` raises, :class:`vanban.errors.InputsUnreadable`,
    :class:`vanban.errors.DamagedArchive`.
    """
    target = workspace.award_history
    held: tuple[GivenAward, ...] = ()
    if target.is_file():
        reading = read_table(read_file(target), target.name, GivenAward)
        if reading.value is None:
            return AwardsRemembered(target, 0, 0, reading.findings)
        held = reading.value
    known = {_identity(row) for row in held}
    new = {_identity(row): row for row in _given(workspace) if _identity(row) not in known}
    if new:
        durable.write(target, write_table((*held, *new.values()), GivenAward, _SHEET))
    return AwardsRemembered(target, len(new), len(held) + len(new))


def _identity(row: GivenAward) -> tuple[str, str, str]:
    return row.nominee or row.name, award_key(row.award), row.decision


def _given(workspace: Workspace) -> Iterator[GivenAward]:
    if not workspace.register.exists():
        return
    archive = Archive(workspace.archive)
    with opened(places_of(workspace), reading_only=True) as register:
        entries = [one for one in register.entries() if one.kind in AWARDED and one.state is EntryState.ISSUED]
    for entry in entries:
        yield from _of(entry, _year(archive, entry))


def _year(archive: Archive, entry: Entry) -> Year:
    """The year from which the decision was made, with its own number and those that it prints."""
    inputs = inputs_of(archive, entry)
    year = year_of(inputs)
    own = IssuedNumber(
        kind=entry.kind, key=entry.key, ordinal=entry.ordinal, symbol=entry.symbol, issued_on=entry.issued_on
    )
    law = law_of_inputs(inputs) or shipped_law(year.office.province)
    return year.model_copy(update={"issued": (*issued_in(inputs), own), "law": law})


def _of(entry: Entry, year: Year) -> Iterator[GivenAward]:
    document = decision_of(year, entry.kind, entry.key)
    if document is None:
        return
    cited = f"{refer_shortly(year, entry.kind, entry.key)} của {issuer_of(year, document)}"
    for row in awardees(year, entry.kind, entry.key):
        one = receiver(year, row.nominee)
        yield GivenAward(
            nominee=row.nominee,
            name=one.name,
            born_year=one.born_on.year if one.born_on else None,
            unit=one.unit_name if one.is_person else None,
            year=row.counted_for or year.year,
            award=quoted(row.award, year.office),
            decision=cited,
            achievement=row.achievement or None,
        )
