"""What was read back from finished files, kept by the SHA-256 of each, so that an unchanged file is not read again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pydantic import TypeAdapter, ValidationError

from vanban import durable
from vanban.batch import BuiltDocument
from vanban.domain.agreement import Account
from vanban.domain.record import Record
from vanban.domain.work_year import WorkYear
from vanban.kinds.readback.accounts import accounts
from vanban.kinds.readback.changed_facts import passages
from vanban.word import read_paper
from vanban.workflows.program import program
from vanban.workflows.rendering import digest
from vanban.workflows.shelf import content_of_file
from vanban.workspace import Workspace


def account_of(entry: BuiltDocument, data: bytes, dossier: str) -> tuple[Account, ...]:
    """What the Word file ``data`` of ``entry`` says. Raises :class:`VanbanError` where it cannot be read."""
    return tuple(accounts(entry.kind, entry.title, read_paper(data, entry.path), dossier))


class KeptReading(Record):
    """What one file says, and the SHA-256 of all that this depends on.

    ``said`` are the passages of the file as it was built, whose SHA-256 is ``built``: a hand may change it later.
    """

    of: str
    accounts: tuple[Account, ...]
    built: str = ""
    said: tuple[str, ...] = ()


_KEPT = TypeAdapter(dict[str, KeptReading])


@dataclass(frozen=True)
class KeptReadings:
    """The readings of the last build by the path of the file, and those of this one as far as it has come.

    A reading depends on the file's bytes, on its name, title and dossier, and on every line of the program that reads.
    """

    before: Mapping[str, KeptReading]
    now: dict[str, KeptReading] = field(default_factory=dict)

    def read_back(self, entry: BuiltDocument, data: bytes, dossier: str) -> tuple[Account, ...]:
        """What the file says. Raises :class:`vanban.errors.VanbanError` where it cannot be read."""
        facts = (program(), entry.kind, entry.title, entry.path, dossier, digest(data))
        of = digest("\n".join(facts).encode())
        kept = self.before.get(entry.path)
        if kept is None or kept.of != of or (kept.built != entry.sha256 and digest(data) == entry.sha256):
            paper = read_paper(data, entry.path)
            own = digest(data) == entry.sha256
            said = tuple(one.text for one in passages(paper)) if own else kept.said if kept else ()
            built = entry.sha256 if own else kept.built if kept else ""
            read = tuple(accounts(entry.kind, entry.title, paper, dossier))
            kept = KeptReading(of=of, accounts=read, built=built, said=said)
        self.now[entry.path] = kept
        return kept.accounts

    def as_built(self, entries: Iterable[BuiltDocument]) -> dict[str, tuple[str, ...]]:
        """What each of those files said when it was built, by its path, where that is known."""
        known = ((entry, self.now.get(entry.path) or self.before.get(entry.path)) for entry in entries)
        return {entry.path: kept.said for entry, kept in known if kept and kept.said and kept.built == entry.sha256}


def kept_readings(workspace: Workspace) -> KeptReadings:
    """Those of the last build; none where there are none, or they are damaged: then every file is read again."""
    content = content_of_file(workspace.readings)
    try:
        return KeptReadings(_KEPT.validate_json(content) if content else {})
    except ValidationError:
        return KeptReadings({})


def keep_readings(workspace: Workspace, readings: KeptReadings, number: WorkYear) -> None:
    """Keep what was read of the year ``number`` for the next build; where nothing differs, nothing is written."""
    others = {path: one for path, one in readings.before.items() if not path.startswith(f"{number}/")}
    after = {**others, **readings.now}
    if after != readings.before:
        said = _KEPT.dump_python(dict(sorted(after.items())), mode="json", exclude_defaults=True)
        durable.write(workspace.readings, json.dumps(said, ensure_ascii=False).encode())
