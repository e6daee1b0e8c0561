"""Notes that a clerk has looked at and set aside with a reason; each comes back when its datum changes.

They are kept in the workspace, by what a note says and where: the content of its row rather than its number, so that
rows may move.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256

from vanban import durable
from vanban.domain.finding import Finding, Severity
from vanban.domain.work_year import WorkYear
from vanban.errors import DamagedNotes
from vanban.workflows.deed import Deed
from vanban.workspace import Workspace, read_file


@dataclass(frozen=True)
class NoteAside:
    """A note that was set aside: why, by whom and when."""

    why: str
    actor: str
    moment: datetime

    def to_json(self) -> dict[str, object]:
        """All of it."""
        return {"why": self.why, "actor": self.actor, "moment": self.moment.isoformat()}


def note_key(finding: Finding, lines: Mapping[str, Mapping[int, str]]) -> str:
    """By what a note is known: its words, its value, its place, and what the line there says (``lines`` of its file);
    nothing of an error, which nobody sets aside."""
    if finding.severity is not Severity.WARNING:
        return ""
    place = finding.place
    line = lines.get(place.file, {}).get(place.line or 0, "")
    said = (place.file, place.sheet, place.header, place.field, line, finding.value, finding.reason)
    return sha256(json.dumps(said).encode()).hexdigest()


def notes_aside(workspace: Workspace, year: WorkYear) -> Mapping[str, NoteAside]:
    """Every note of the year that was set aside, by its key. Raises :class:`vanban.errors.DamagedNotes`."""
    path = workspace.notes_aside(year)
    if not path.is_file():
        return {}
    try:
        return {
            key: NoteAside(one["why"], one["actor"], datetime.fromisoformat(one["moment"]))
            for key, one in json.loads(read_file(path)).items()
        }
    except (ValueError, TypeError, KeyError, AttributeError) as damage:
        raise DamagedNotes(path=path) from damage


def set_aside(workspace: Workspace, year: WorkYear, keys: Iterable[str], why: str, deed: Deed) -> None:
    """Set the notes of these keys aside for that reason."""
    fresh = NoteAside(why.strip(), deed.actor, deed.moment)
    _keep(workspace, year, {**notes_aside(workspace, year), **{key: fresh for key in keys if key}})


def take_up_again(workspace: Workspace, year: WorkYear, keys: Iterable[str]) -> None:
    """Let the notes of these keys be told again."""
    gone = set(keys)
    _keep(workspace, year, {key: one for key, one in notes_aside(workspace, year).items() if key not in gone})


def _keep(workspace: Workspace, year: WorkYear, notes: Mapping[str, NoteAside]) -> None:
    told = {key: {**asdict(one), "moment": one.moment.isoformat()} for key, one in sorted(notes.items())}
    durable.write(workspace.notes_aside(year), json.dumps(told, ensure_ascii=False, indent=1).encode())
