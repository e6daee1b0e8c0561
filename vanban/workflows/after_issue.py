"""What can be done about numbers that are given: give one up, see who cites it, finish what was interrupted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vanban.archive import Archive
from vanban.domain.register_entry import Entry, EntryKey, EntryState
from vanban.errors import DocumentsStillMissing, NoRegister
from vanban.pdf import Converter
from vanban.register import Register, this_process
from vanban.workflows import issuing, proving, takeover
from vanban.workflows.deed import Deed
from vanban.workflows.issuing_terms import Recovery, places_of
from vanban.workflows.lacking import still_missing
from vanban.workflows.numbered_documents import printed_numbers, renderer
from vanban.workflows.proving import Restored
from vanban.workflows.takeover import Takeover
from vanban.workspace import Workspace

CITING_HINT: Final = "Hãy xem có phải đính chính, thay thế văn bản ấy không."
"""What to do about a document that cites a number that no longer holds."""


@dataclass(frozen=True)
class VoidRequest:
    """A number that is given up and why, of the newest year of the data if no year is said; of the day
    where that is a school's."""

    series: str
    ordinal: int
    reason: str
    year: int | None = None


@dataclass(frozen=True)
class Voided:
    """The entry as it stands now, and the issued documents that print its number."""

    entry: Entry
    citing: tuple[Entry, ...]

    def to_json(self) -> dict[str, object]:
        """The entry, the numbers of those that cite it."""
        return {**self.entry.to_json(), "citing": [one.number for one in self.citing]}


@dataclass(frozen=True)
class Recovered:
    """What was brought back together, finished or left stuck, and which issued copies were put there again.

    ``taken`` says from which history the register goes on, where it was made again; ``missing`` which documents the
    archive lacks, which no recovery can make.
    """

    root: Path
    restored: Restored
    recovery: Recovery
    republished: tuple[Path, ...]
    taken: Takeover | None = None
    missing: DocumentsStillMissing | None = None

    @property
    def exit_code(self) -> int:
        """0 where nothing is stuck or missing, else the highest code of what keeps it."""
        faults = [stuck.fault for stuck in self.recovery.stuck] + ([self.missing] if self.missing else [])
        return max((fault.exit_code for fault in faults), default=0)

    @property
    def idle(self) -> bool:
        """Whether there was nothing to do."""
        done = self.recovery.finished or self.recovery.stuck or self.republished or self.missing
        return self.restored is Restored.NOTHING and not done

    @property
    def copies(self) -> tuple[str, ...]:
        """The copies below the workspace."""
        return tuple(path.relative_to(self.root).as_posix() for path in self.republished)

    def to_json(self) -> dict[str, object]:
        """What was restored, finished, stuck, put there again."""
        return {
            "restored": self.restored.value,
            "finished": [entry.to_json() for entry in self.recovery.finished],
            "stuck": [stuck.to_json() for stuck in self.recovery.stuck],
            "republished": list(self.copies),
            "taken": self.taken.to_json() if self.taken else None,
            "missing": str(self.missing) if self.missing else None,
        }


def void(workspace: Workspace, request: VoidRequest, deed: Deed) -> Voided:
    """Give a number up. Raises what :func:`vanban.workflows.issuing.void` raises."""
    year = request.year or workspace.year(None).calendar or deed.day.year
    key = EntryKey(series=request.series, year=year, ordinal=request.ordinal)
    entry = issuing.void(places_of(workspace), key, request.reason, deed.moment, deed.actor)
    return Voided(entry, citing(workspace, key))


def citing(workspace: Workspace, key: EntryKey) -> tuple[Entry, ...]:
    """The issued documents that print that number: what is to be looked at where the number no longer holds.

    Raises :class:`vanban.errors.NoSuchEntry`, :class:`vanban.errors.DamagedArchive`.
    """
    places = places_of(workspace)
    archive = Archive(places.archive)
    with issuing.opened(places, reading_only=True) as register:
        cited = register.entry(key)
        others = [one for one in register.entries() if one.state is EntryState.ISSUED]
    return tuple(
        one
        for one in others
        if one.plan_year == cited.plan_year and not any(act.target == key for act in one.acts_on)
        if any(
            (number.ordinal, number.symbol, number.issued_on) == (cited.ordinal, cited.symbol, cited.issued_on)
            for number in printed_numbers(archive, one)
        )
    )


def recover(workspace: Workspace, converter: Converter | None) -> Recovered:
    """Bring register and archive back together where one is lost or old, finish what an interruption left, and put
    issued copies there again that the clerk's folder misses or holds changed.

    Raises :class:`vanban.errors.NoRegister` where there never was one, and what :mod:`vanban.workflows.proving` and
    :func:`vanban.workflows.issuing.recover` raise.
    """
    places = places_of(workspace)
    if not places.register.exists() and not places.archive.exists():
        raise NoRegister(path=places.register)
    before = takeover.known_before(places)
    restored = proving.restore(places)
    taken = takeover.since(places, before) if restored is Restored.REGISTER else None
    recovery = issuing.recover(places, renderer(converter), owner=this_process(), mine=True)
    republished = proving.republish(places)
    with Register.open(places.register, reading_only=True) as register:
        missing = still_missing(Archive(places.archive), register)
    return Recovered(workspace.root, restored, recovery, republished, taken, missing)
