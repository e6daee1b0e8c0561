"""The witnessed heads of a register, in a file that lies apart from register and archive."""

from __future__ import annotations

from pathlib import Path

from vanban import durable
from vanban.archive.reading import read
from vanban.domain.ledger import canonical
from vanban.domain.witness import Occasion, WitnessedHead


class Witnesses:
    """A line for each head that left the office, and one for the newest that the program itself has written.

    A line that cannot be read is no witness; :attr:`damaged` says so.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.damaged = False

    def heads(self) -> tuple[WitnessedHead, ...]:
        """Every head in the file, the oldest first. Raises :class:`vanban.errors.DamagedArchive`."""
        found = []
        for line in self._lines():
            try:
                found.append(WitnessedHead.model_validate_json(line))
            except ValueError:
                self.damaged = True
        return tuple(found)

    def note(self, seen: WitnessedHead) -> None:
        """Add a head; of those that the program itself writes only the newest stays. For one writer at a time."""
        before = self.heads()
        if any(_same(one, seen) for one in before):
            return
        kept = [one for one in before if not _overtaken(one, seen)]
        self.rewrite((*kept, seen))

    def rewrite(self, heads: tuple[WitnessedHead, ...]) -> None:
        """Write just these."""
        text = "".join(canonical(one.model_dump(mode="json")) + "\n" for one in heads)
        durable.write(self.path, text.encode("utf-8"))

    def _lines(self) -> list[bytes]:
        with read(self.path):
            return self.path.read_bytes().splitlines() if self.path.exists() else []


def _same(one: WitnessedHead, seen: WitnessedHead) -> bool:
    return (one.register_id, one.head, one.occasion, one.place) == (
        seen.register_id,
        seen.head,
        seen.occasion,
        seen.place,
    )


def _overtaken(one: WitnessedHead, seen: WitnessedHead) -> bool:
    """Whether ``seen`` proves all that ``one`` does: the chain goes on from one to the other."""
    return (
        one.occasion is Occasion.RECORDED
        and seen.occasion is Occasion.RECORDED
        and one.register_id == seen.register_id
        and one.head.seq <= seen.head.seq
        and not one.given_up
    )
