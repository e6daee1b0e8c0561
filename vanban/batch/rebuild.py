"""Decide what to build, what to keep and what to remove, and say why. Pure: files come in as path → SHA-256."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from vanban.batch.manifest import BuiltDocument, Inputs, ManifestState, RelativePath
from vanban.domain.document_name import document_name
from vanban.domain.record import Record
from vanban.errors import PathClash

Disk = Mapping[str, str]
"""What is in the output folder: path → SHA-256 of the file."""


class Wanted(Record):
    """A document that the data call for; ``sources`` are the data files that its kind reads."""

    kind: str
    key: str | None
    title: str
    path: RelativePath
    pdf: RelativePath | None
    inputs: Inputs
    sources: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """As the command line names it: KIND or KIND/KEY."""
        return document_name(self.kind, self.key)


class Action(StrEnum):
    """What to do with one file."""

    BUILD = "build"
    KEEP = "keep"
    KEEP_EDITED = "keep-edited"
    REMOVE = "remove"
    KEEP_OBSOLETE = "keep-obsolete"
    FORGET = "forget"


class RebuildStep(Record):
    """What to do with the file at ``path``, and ``why``, in words for the clerk.

    ``found`` is the SHA-256 of the file as it is. Before the action, the files ``aside`` are moved aside and the files
    ``remove`` removed. An ``uncertain`` file looks edited by hand, but may be what a run cut short has written: before
    it counts as edited, :func:`settled` must hear what the program would write.
    """

    action: Action
    path: str
    why: str
    found: str | None
    wanted: Wanted | None = None
    previous: BuiltDocument | None = None
    aside: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    word_sha256: str | None = None
    uncertain: bool = False

    @property
    def name(self) -> str:
        """The document as the command line names it."""
        document = self.wanted or self.previous
        return document.name if document else self.path


@dataclass(frozen=True)
class RebuildTerms:
    """What a rebuild may do.

    ``changes`` are the differing data lines (:func:`~vanban.batch.changes.data_changes`). A file that differs from what
    the program wrote, or that it never wrote, is kept unless ``force`` moves it aside. ``unready`` names documents
    whose data have errors now: they are left as they are. Entries whose path does not begin with ``within`` (another
    year's folder) are left alone.
    """

    changes: Mapping[str, str] = field(default_factory=dict)
    force: bool = False
    unready: Collection[str] = ()
    within: str = ""


UNCHANGED: Final = RebuildTerms()


def plan_rebuild(
    previous: Iterable[BuiltDocument], wanted: Sequence[Wanted], disk: Disk, terms: RebuildTerms = UNCHANGED
) -> list[RebuildStep]:
    """A decision for every wanted document, in their order, then for those that nothing calls for any more.

    Raises :class:`~vanban.errors.PathClash` where two documents want the same file.
    """
    _require_own_paths(wanted)
    entries = {entry.path: entry for entry in previous}
    decisions = [_decided(one, entries.get(one.path), disk.get(one.path), terms.changes, terms.force) for one in wanted]
    called_for = {one.path for one in wanted}
    decisions += [
        _obsolete(entry, disk)
        for entry in sorted(entries.values(), key=lambda entry: entry.path)
        if entry.path not in called_for and entry.name not in terms.unready and entry.path.startswith(terms.within)
    ]
    return decisions


def settled(decision: RebuildStep, sha256: str) -> RebuildStep:
    """The decision, knowing the SHA-256 of what the program would write: the same bytes are there already, or not.

    So a file that a run cut short had written, or whose manifest is lost, is recognised as the program's own.
    """
    if decision.action in (Action.BUILD, Action.KEEP_EDITED) and decision.found == sha256:
        kept = {"action": Action.KEEP, "why": "không đổi", "aside": (), "remove": (), "uncertain": False}
        return decision.model_copy(update=kept)
    return decision


def after_build(
    previous: Iterable[BuiltDocument], decisions: Iterable[RebuildStep], built: Mapping[str, str]
) -> list[BuiltDocument]:
    """The entries after the decisions were carried out; ``built`` is path → SHA-256 of what was written.

    A document whose building failed keeps its old entry, so the next run tries again.
    """
    entries = {entry.path: entry for entry in previous}
    for decision in decisions:
        entry = _entry_after(decision, built.get(decision.path))
        if entry:
            entries[entry.path] = entry
        elif decision.action in (Action.REMOVE, Action.FORGET):
            entries.pop(decision.path, None)
    return list(entries.values())


def _require_own_paths(wanted: Iterable[Wanted]) -> None:
    """Windows and macOS take names that differ in case or composition for one."""
    owners: dict[str, str] = {}
    for one in wanted:
        for path in (one.path, one.pdf):
            if path:
                owner = owners.setdefault(unicodedata.normalize("NFC", path).casefold(), one.name)
                if owner != one.name:
                    raise PathClash(first=owner, second=one.name, path=path)


def _decided(
    wanted: Wanted, previous: BuiltDocument | None, found: str | None, changes: Mapping[str, str], force: bool
) -> RebuildStep:
    why = _why_build(wanted, previous, changes)
    written = previous.sha256 if previous else None
    draft = RebuildStep(action=Action.BUILD, path=wanted.path, why=why, found=found, wanted=wanted, previous=previous)
    if found is None:
        return draft.model_copy(update={"why": "tệp đã bị xóa" if written else "mới"})
    if found == written:
        return draft if why else draft.model_copy(update={"action": Action.KEEP, "why": "không đổi"})
    edited = "đã sửa tay" if written else "tệp có sẵn, không do chương trình tạo"
    if force:
        return draft.model_copy(update={"why": f"{edited}: chuyển sang tên khác rồi dựng lại", "aside": (wanted.path,)})
    missed = f"{edited}; chưa đưa vào: {why}" if written and why else edited
    # The same inputs give the same bytes, so then the difference is a hand's.
    return draft.model_copy(update={"action": Action.KEEP_EDITED, "why": missed, "uncertain": bool(why)})


def _why_build(wanted: Wanted, previous: BuiltDocument | None, changes: Mapping[str, str]) -> str:
    """What differs from the inputs of the last build, or nothing."""
    if previous is None or previous.inputs is None:
        return "mới"
    reasons = []
    if wanted.inputs.data != previous.inputs.data:
        places = "; ".join(f"{file} {changes[file]}" for file in wanted.sources if file in changes)
        reasons.append(f"dữ liệu đổi: {places}" if places else "dữ liệu đổi")
    if wanted.inputs.template != previous.inputs.template:
        reasons.append("mẫu đổi")
    if wanted.inputs.program != previous.inputs.program:
        reasons.append("chương trình đổi")
    return "; ".join(reasons)


def _obsolete(entry: BuiltDocument, disk: Disk) -> RebuildStep:
    """A document that is no longer called for goes, since printing it would be wrong; one edited by hand stays."""
    found = disk.get(entry.path)
    own_pdf = entry.pdf is not None and entry.pdf_sha256 is not None and disk.get(entry.pdf) == entry.pdf_sha256
    remove = ((entry.path,) if found else ()) + ((entry.pdf,) if own_pdf and entry.pdf else ())
    draft = RebuildStep(
        action=Action.REMOVE, path=entry.path, why="không còn trong dữ liệu", found=found, previous=entry
    )
    if found and found != entry.sha256:
        why = "không còn trong dữ liệu, nhưng đã sửa tay nên được giữ lại"
        return draft.model_copy(update={"action": Action.KEEP_OBSOLETE, "why": why})
    return draft.model_copy(update={"remove": remove} if remove else {"action": Action.FORGET})


def _entry_after(decision: RebuildStep, built: str | None) -> BuiltDocument | None:
    wanted, previous = decision.wanted, decision.previous
    if decision.action is Action.KEEP_OBSOLETE and previous:
        return previous.model_copy(update={"state": ManifestState.OBSOLETE})
    if wanted is None:
        return None
    facts = wanted.model_dump(exclude={"sources"})
    if previous and previous.pdf == wanted.pdf:
        facts |= {"pdf_sha256": previous.pdf_sha256, "pdf_from": previous.pdf_from}
    if decision.action is Action.KEEP_EDITED:
        known = {"sha256": previous.sha256, "inputs": previous.inputs} if previous else {"sha256": None, "inputs": None}
        return BuiltDocument(**facts | known | {"state": ManifestState.EDITED})
    sha256 = built if decision.action is Action.BUILD else decision.found
    return BuiltDocument(**facts | {"sha256": sha256, "state": ManifestState.BUILT}) if sha256 else None
