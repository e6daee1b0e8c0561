"""Hold the finished Word files of a year against each other: phiếu khớp hồ sơ."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from vanban.batch import BuiltDocument, read_manifest
from vanban.domain.agreement import Account, Agreement, Difference, DossierProof, PaperProof, compare
from vanban.domain.finding import Finding, Place
from vanban.domain.work_year import WorkYear
from vanban.errors import VanbanError
from vanban.kinds import KINDS, Kind
from vanban.kinds.parts.occasions import PART, dossier_of
from vanban.kinds.readback.account_awards import TOTAL
from vanban.kinds.readback.account_numbers import compare_numbers
from vanban.kinds.readback.accounts import PROVED, RELATIONS
from vanban.workflows.hand_changes import hand_changes
from vanban.workflows.kept_readings import KeptReadings, account_of, kept_readings
from vanban.workflows.notice import SILENT, Notice
from vanban.workflows.rendering import digest
from vanban.workspace import Workspace, read_file

ReadBack = Callable[[BuiltDocument, bytes, str], tuple[Account, ...]]
"""What the Word file of a document says, from its bytes and the dossier that it belongs to."""

PROOF_SHEET = "proof_sheet"
"""The kind that is made of what was read back, so it is never read itself."""


@dataclass(frozen=True)
class Proof:
    """What reading the files back showed.

    ``missing`` are files that were built and are not there or cannot be read; ``edited`` those that a hand has changed
    since the program wrote them, which is no fault by itself.
    """

    work_year: WorkYear
    files: tuple[str, ...]
    accounts: tuple[Account, ...]
    differences: tuple[Difference, ...]
    missing: tuple[Finding, ...]
    edited: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether every file is there and all of them agree."""
        return not self.differences and not self.missing and bool(self.files)

    @property
    def exit_code(self) -> int:
        """1 where they do not agree."""
        return 0 if self.ok else 1

    @property
    def hints(self) -> tuple[str, ...]:
        """What the clerk should do first, where nothing could be read."""
        if self.files:
            return ()
        return (f"{self.work_year.title} chưa có văn bản nào được lập. Hãy chạy vanban build trước.",)

    def to_json(self) -> dict[str, object]:
        """Year, whether all agree, files, differences each with its sentence, missing and edited files, hints."""
        return {
            "year": self.work_year.to_json(),
            "ok": self.ok,
            "files": list(self.files),
            "differences": [{**one.to_json(), "sentence": str(one)} for one in self.differences],
            "missing": [finding.to_json() for finding in self.missing],
            "edited": list(self.edited),
            "hints": list(self.hints),
        }


def prove(
    workspace: Workspace, year: WorkYear | None = None, notice: Notice = SILENT, read_back: ReadBack = account_of
) -> Proof:
    """Read every Word file that was built for the year and compare what they say.

    The newest year if none is named; ``NoYear`` if the workspace has no data for it.
    """
    number = workspace.year(year)
    content = read_file(workspace.manifest) if workspace.manifest.is_file() else None
    manifest, _ = read_manifest(content, file="output/manifest.json")
    entries = [entry for entry in manifest.documents if entry.path.startswith(f"{number}/")]
    proof = prove_entries(workspace, number, entries, notice, read_back)
    return with_hand_changes(workspace, proof, entries, kept_readings(workspace))


def with_hand_changes(
    workspace: Workspace, proof: Proof, entries: Sequence[BuiltDocument], kept: KeptReadings
) -> Proof:
    """The same with every fact that a hand changed in a file and that another file of the set still states.

    What comparing the papers of a dossier has told of the same place is not told again.
    """
    papers = [entry for entry in entries if entry.kind != PROOF_SHEET]
    changes = hand_changes(workspace, papers, proof.edited, kept.as_built(papers))
    told = {_said(change) for one in proof.differences for change in (one, _turned(one))}
    new = (change for change in changes if _said(change) not in told)
    return replace(proof, differences=tuple(dict.fromkeys((*proof.differences, *new))))


def _said(difference: Difference) -> tuple[str, str, str, str]:
    """In which file and row what stands, and what another file says instead."""
    here, there = difference.readings[:2]
    row, _, _ = here.place.partition(", cột ")
    return here.file, row, here.value, there.value.casefold()


def _turned(difference: Difference) -> Difference:
    """The same, told from the other file."""
    return difference.model_copy(update={"readings": difference.readings[::-1]})


def prove_entries(
    workspace: Workspace,
    number: WorkYear,
    entries: Sequence[BuiltDocument],
    notice: Notice = SILENT,
    read_back: ReadBack = account_of,
) -> Proof:
    """The same for the given documents of the year ``number``."""
    read: list[Account] = []
    missing: list[Finding] = []
    edited: list[str] = []
    occasions = [(entry.kind, entry.key or "") for entry in entries if entry.kind in PART]
    proved = sorted((one for one in entries if one.kind != PROOF_SHEET), key=lambda entry: entry.path)
    for done, entry in enumerate(proved):
        notice.done(done, len(proved))
        try:
            data = read_file(workspace.output / entry.path)
            read += read_back(entry, data, dossier_of(entry.kind, entry.key or "", occasions))
        except VanbanError as fault:
            missing.append(_unread(entry, fault))
            continue
        if digest(data) != entry.sha256:
            edited.append(entry.path)
    return Proof(
        work_year=number,
        files=tuple(dict.fromkeys(account.file for account in read)),
        accounts=tuple(read),
        differences=(*compare(read, RELATIONS), *compare_numbers(read)),
        missing=tuple(missing),
        edited=tuple(edited),
    )


def agreement_of(proof: Proof) -> Agreement:
    """What the sheets tell of the proof: one for each dossier of which papers that name nominees were read."""
    dossiers = sorted(dict.fromkeys(account.dossier for account in proof.accounts), key=bool)
    made = (_dossier(proof, dossier) for dossier in dossiers)
    return Agreement(dossiers=tuple(one for one in made if one.papers))


def foretold(papers: Sequence[tuple[str, str]]) -> Agreement:
    """The dossiers of which these papers, by kind and key, will give a sheet; none of them is read yet."""
    dossiers = dict.fromkeys(dossier_of(kind, key, papers) for kind, key in papers if kind in PROVED)
    return Agreement(dossiers=tuple(DossierProof(dossier=one, papers=()) for one in sorted(dossiers, key=bool)))


def _dossier(proof: Proof, dossier: str) -> DossierProof:
    """The kinds whose nominees were compared, in the order of the year; every difference that touches the dossier."""
    accounts_read = [account for account in proof.accounts if account.dossier == dossier]
    files = {account.file for account in accounts_read}
    rows = (
        (kind, [account for account in accounts_read if account.kind == kind.name])
        for kind in KINDS
        if kind.name in PROVED
    )
    return DossierProof(
        dossier=dossier,
        papers=tuple(_row(proof, kind, read) for kind, read in rows if read),
        differences=tuple(str(one) for one in proof.differences if files & {reading.file for reading in one.readings}),
    )


def _row(proof: Proof, kind: Kind, read: Sequence[Account]) -> PaperProof:
    files = {account.file for account in read}
    wrong = [one for one in proof.differences if files & {reading.file for reading in one.readings}]
    return PaperProof(
        title=kind.title,
        files=len(files),
        nominees=len({mention.name.value for account in read for mention in account.mentions} - {TOTAL}),
        differences=len(wrong),
    )


def _unread(entry: BuiltDocument, fault: VanbanError) -> Finding:
    return Finding(
        place=Place(file=entry.path),
        reason=f"Không đọc lại được tệp này: {fault}",
        remedy="Chạy vanban build để lập lại, rồi chạy lại vanban proof.",
    )
