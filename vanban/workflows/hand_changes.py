"""Name the facts that a hand changed in a built file and that other files of the set still state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vanban.batch import BuiltDocument
from vanban.domain.agreement import Difference
from vanban.domain.paper import Paper
from vanban.errors import VanbanError
from vanban.kinds.readback.changed_facts import changed_facts, stated_in
from vanban.word import read_paper
from vanban.workspace import Workspace, read_file


def hand_changes(
    workspace: Workspace, entries: Sequence[BuiltDocument], edited: Sequence[str], built: Mapping[str, Sequence[str]]
) -> tuple[Difference, ...]:
    """What changed in the ``edited`` files, by their paths, against what each said when it was ``built``.

    The other files are read only where there is something to look for; one that cannot be read is told elsewhere.
    """
    known = [path for path in edited if path in built]
    if not known:
        return ()
    papers = {entry.path: paper for entry in entries if (paper := _paper(workspace, entry.path))}
    stated = stated_in(papers.values())
    found = (one for path in known if path in papers for one in changed_facts(built[path], papers[path], stated))
    return tuple(dict.fromkeys(found))


def _paper(workspace: Workspace, path: str) -> Paper | None:
    try:
        return read_paper(read_file(workspace.output / path), path)
    except VanbanError:
        return None
