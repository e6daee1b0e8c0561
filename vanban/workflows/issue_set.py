"""Issue documents of the year: take what was signed, give it its number and day, and keep it for ever."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from vanban.archive import Archive
from vanban.domain.consistency.fault import Fault
from vanban.domain.document_name import document_name, named
from vanban.domain.letter import Letter
from vanban.domain.numbering import cited_in, numbering_of
from vanban.domain.pending_days import pending_days
from vanban.domain.register_entry import ActsOn, Entry, EntryKey, EntryState, Relation
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year
from vanban.errors import (
    AlreadyIssued,
    BlankCitation,
    DaysUnconfirmed,
    NoSuchEntry,
    VanbanError,
)
from vanban.kinds import kinds_of
from vanban.kinds.drafts import is_draft
from vanban.register import Batch, Register, this_process
from vanban.workflows import issuing
from vanban.workflows.after_issue import citing
from vanban.workflows.backup import reminder
from vanban.workflows.check import fit_year
from vanban.workflows.day_of_issue import judge
from vanban.workflows.deed import Deed
from vanban.workflows.evidence import latest_day
from vanban.workflows.forms import Forms
from vanban.workflows.issue_request import IssueRequest, NotIssued, names_of, numbered_as, unnumbered_kinds
from vanban.workflows.issuing_terms import Draft, Outcome, Recovery, Terms, places_of
from vanban.workflows.notice import SILENT, Notice
from vanban.workflows.numbered_documents import draft_of, renderer
from vanban.workflows.selection import kind_named, paper_name
from vanban.workflows.sharing import share
from vanban.workflows.signed_content import Templates, content_of, unnumbered
from vanban.workflows.signing_copy import require_signed
from vanban.workspace import Workspace

_FALLING: Final = (Relation.REPLACES, Relation.RECALLS)
"""After these the earlier number no longer holds."""

_DAYS_SHOWN: Final = 3


@dataclass(frozen=True)
class IssuedSet:
    """What is issued, where the clerk finds it, whether it had been asked for before, what was put right first, what
    the law of its day makes doubtful, which documents cite a number that no longer holds, and which of all that were
    asked for together wait."""

    root: Path
    entries: tuple[Entry, ...]
    files: tuple[Path, ...]
    repeated: bool
    recovery: Recovery
    doubts: tuple[Fault, ...] = ()
    citing: tuple[Entry, ...] = ()
    backup_due: str = ""
    waiting: tuple[NotIssued, ...] = ()

    @property
    def copies(self) -> tuple[str, ...]:
        """The files below the workspace."""
        return tuple(path.relative_to(self.root).as_posix() for path in self.files)

    @property
    def hints(self) -> tuple[str, ...]:
        """What to do next: Vietnamese sentences."""
        done = self.repeated or not self.entries
        build = "" if done else "Chạy vanban build để số này có trong các văn bản viện dẫn nó."
        return tuple(filter(None, (build, self.backup_due)))

    def to_json(self) -> dict[str, object]:
        """Entries, their files below the workspace, doubts, the numbers of those that cite."""
        return {
            "repeated": self.repeated,
            "entries": [entry.to_json() for entry in self.entries],
            "files": list(self.copies),
            "doubts": [doubt.to_json() for doubt in self.doubts],
            "citing": [entry.number for entry in self.citing],
            "hints": list(self.hints),
            "finished": [entry.to_json() for entry in self.recovery.finished],
            "stuck": [stuck.to_json() for stuck in self.recovery.stuck],
            "waiting": [one.to_json() for one in self.waiting],
        }


def issue(workspace: Workspace, request: IssueRequest, deed: Deed, notice: Notice = SILENT) -> IssuedSet:
    """Issue documents that were built and signed; asked again, the same numbers and files.

    A stop is heeded until the first number is taken; then the batch goes to its end.

    Raises:
        DataUnfit: the year's data have errors.
        NoKind, NoDocument, NeverNumbered, NoActingLetter: what is asked for is no numbered document of the year.
        BlankCitation, DaysUnconfirmed, SigningCopyMissing, SignedCopyDiffers, NoSeries: it is not ready.
        AlreadyIssued: it is issued with another content.
        UnlawfulDay: the law of the day does not allow it.
        And whatever :func:`vanban.workflows.issuing.issue` raises.
    """
    return issue_of(fit_year(workspace, request.year), workspace, request, deed, notice)


def issue_of(year: Year, workspace: Workspace, request: IssueRequest, deed: Deed, notice: Notice = SILENT) -> IssuedSet:
    """The same of a year that is read and fit already. Raises the same but DataUnfit."""
    names, unnumbered = names_of(year, request), unnumbered_kinds(year, request)
    for name in names:
        numbered_as(year, name)
    share(workspace, year.office)
    places = places_of(workspace)
    workspace.require_own_folders((f"{places.published.name}/{deed.day.year}/0",))
    with issuing.opened(places) as register:
        desk = issuing.Desk(places, register, renderer(request.converter))
        recovery = issuing.recover(places, desk.render, owner=this_process(), register=register)
        made, waiting = _issue(asked_of(year, workspace, request, register), desk, deed, notice)
    return IssuedSet(
        root=workspace.root,
        entries=made.entries,
        files=made.files,
        repeated=made.repeated,
        recovery=recovery,
        doubts=made.doubts,
        citing=_fallen(workspace, made.entries),
        backup_due=reminder(workspace, deed.moment),
        waiting=(*unnumbered, *waiting),
    )


@dataclass(frozen=True)
class IssueAsked:
    """The request with what is known of its documents: kind and key, and every number that each has had."""

    workspace: Workspace
    year: Year
    request: IssueRequest
    wanted: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[Entry, ...], ...]


def asked_of(year: Year, workspace: Workspace, request: IssueRequest, register: Register) -> IssueAsked:
    """The request with what the register knows of its documents. Raises NoKind, NoDocument, NeverNumbered,
    NoActingLetter."""
    wanted = tuple(numbered_as(year, name) for name in names_of(year, request))
    number = year.year.register_year
    return IssueAsked(workspace, year, request, wanted, tuple(register.issued_as(number, *one) for one in wanted))


def draft_for(asked: IssueAsked, register: Register) -> Draft:
    """What would be issued as the first document that is asked for. Raises what :func:`issue` raises of its draft."""
    return _draft(asked, asked.wanted[0], _issued(asked.numbers[0]), _targets(register, asked.year))


def _issue(asked: IssueAsked, desk: issuing.Desk, deed: Deed, notice: Notice) -> tuple[Outcome, tuple[NotIssued, ...]]:
    """What was issued before as it is asked for now comes first; the rest gets its numbers as one batch."""
    request, year = asked.request, asked.year
    repeated = _repeated(asked)
    archive = Archive(desk.places.archive)
    put = (issuing.publish(desk.places, archive, entry, desk.register) for entry in repeated if entry)
    files = tuple(path for paths in put for path in paths)
    drafts, waiting = _drafts(asked, repeated, _targets(desk.register, year))
    before = tuple(filter(None, repeated))
    if not drafts:
        return Outcome(before, files, bool(before)), waiting
    given = None if repeated[0] else request.number
    batch = replace(_batch(_batch_key(drafts, asked.numbers), request, deed), given=given)
    terms = Terms(
        expected=(None if repeated[0] else request.expected, *(None for _ in drafts[1:])),
        evidence=latest_day(asked.workspace, desk.register, deed.moment),
        confirmed=request.confirmed,
        judge=lambda: judge(year, [draft.request for draft in drafts], batch.day),
        notice=notice,
    )
    made = issuing.issue_at(desk, batch, drafts, terms)
    return Outcome((*before, *made.entries), (*files, *made.files), made.repeated, doubts=made.doubts), waiting


def _repeated(asked: IssueAsked) -> tuple[Entry | None, ...]:
    """For each document its number, where it is issued just as it is asked for. Raises AlreadyIssued."""
    if asked.request.every:
        return tuple(None for _ in asked.wanted)
    known = map(_issued, asked.numbers)
    before = [entry if _repeats(asked, name, entry) else None for name, entry in zip(asked.wanted, known, strict=True)]
    _require_same(asked.wanted, before, asked.request)
    return tuple(before)


def _drafts(
    asked: IssueAsked, repeated: Sequence[Entry | None], targets: Mapping[str, EntryKey]
) -> tuple[list[Draft], tuple[NotIssued, ...]]:
    """What is to be issued, and of all that were asked for together what is not ready."""
    drafts, waiting = [], []
    for wanted, numbers, again in zip(asked.wanted, asked.numbers, repeated, strict=True):
        if again is not None:
            continue
        try:
            drafts.append(_draft(asked, wanted, _issued(numbers), targets))
        except VanbanError as fault:
            if not asked.request.every:
                raise
            title = kind_named(wanted[0], kinds_of(asked.year)).headline(asked.year, wanted[1])
            waiting.append(NotIssued(document_name(*wanted), title, fault))
    return drafts, tuple(waiting)


def _fallen(workspace: Workspace, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Who cites a number that these documents have taken out of force."""
    targets = [act.target for entry in entries for act in entry.acts_on if act.relation in _FALLING]
    return tuple(one for target in targets for one in citing(workspace, target))


def _batch(key: str, request: IssueRequest, deed: Deed) -> Batch:
    return Batch(key=key, day=request.day or deed.day, moment=deed.moment, actor=deed.actor, owner=this_process())


def _issued(entries: Sequence[Entry]) -> Entry | None:
    """The last number of a document that was not given up."""
    return next((entry for entry in reversed(entries) if entry.state is EntryState.ISSUED), None)


def _targets(register: Register, year: Year) -> dict[str, EntryKey]:
    """The numbers of the documents on which letters of the year act, as far as these are issued."""
    names = dict.fromkeys(act.document for letter in (*year.letters, *year.documents) for act in letter.acts_on)
    issued = {name: _issued(register.issued_as(year.year.register_year, *named(name))) for name in names}
    return {name: entry.entry_key for name, entry in issued.items() if entry}


def _batch_key(drafts: Sequence[Draft], numbers: Sequence[Sequence[Entry]]) -> str:
    """What is asked for, and after which numbers given up: a document asked for again after that gets a new number."""
    given_up = sum(entry.state is EntryState.VOID for entries in numbers for entry in entries)
    key = issuing.batch_key(drafts)
    return f"{key}-{given_up}" if given_up else key


def _repeats(asked: IssueAsked, wanted: tuple[str, str], entry: Entry | None) -> bool:
    """Whether the document is issued just as it is asked for: the command was run before."""
    if entry is None or entry.signed_content != content_of(
        asked.year, *wanted, _template_of(asked.workspace, asked.year, wanted[1])
    ):
        return False
    return bool(entry.revision) or not asked.request.replacing


def _require_same(wanted: Sequence[tuple[str, str]], before: Sequence[Entry | None], request: IssueRequest) -> None:
    """What was issued before has the day that is asked for, and the first document the number that is expected.

    Raises :class:`vanban.errors.AlreadyIssued`.
    """
    for place, (name, entry) in enumerate(zip(wanted, before, strict=True)):
        if entry is None:
            continue
        wanted_number = request.number or request.expected
        another_number = place == 0 and wanted_number not in (None, entry.ordinal)
        if another_number or request.day not in (None, entry.issued_on):
            raise AlreadyIssued(
                document=document_name(*name),
                called=entry.called,
                number=entry.number,
                day=numeric_date(entry.issued_on),
            )


def _draft(asked: IssueAsked, wanted: tuple[str, str], entry: Entry | None, targets: Mapping[str, EntryKey]) -> Draft:
    workspace, year, request = asked.workspace, asked.year, asked.request
    kind, key = wanted
    name = document_name(kind, key)
    if entry is not None and not request.replacing:
        raise AlreadyIssued(document=name, called=entry.called, number=entry.number, day=numeric_date(entry.issued_on))
    if entry is None and request.replacing:
        raise NoSuchEntry(what=f"{paper_name(name, kinds_of(year))} đã ban hành")
    document = numbering_of(year, kind).documents(year)[key]
    acts = document.acts_on if isinstance(document, Letter) else ()
    for cited in (*cited_in(year, document, key), *(named(act.document) for act in acts)):
        if year.issued_number(*cited) is None:
            other, kinds = document_name(*cited), kinds_of(year)
            raise BlankCitation(
                document=name,
                called=paper_name(name, kinds),
                cited=other,
                cited_called=paper_name(other, kinds),
            )
    _require_settled(year, kind, key)
    blank = unnumbered(year, kind, key)
    template_of = _template_of(workspace, blank, key)
    require_signed(workspace, blank, kind, key, template_of)
    draft = draft_of(blank, kind, key, template_of, with_pdf=request.with_pdf)
    if acts:
        done = tuple(ActsOn(relation=act.relation, target=targets[act.document]) for act in acts)
        draft = Draft(draft.request.model_copy(update={"acts_on": done}), draft.inputs)
    return _replacing(draft, entry) if entry is not None else draft


def _require_settled(year: Year, kind: str, key: str) -> None:
    """Neither the document nor what is issued with it hangs on a day that nobody has confirmed.

    Raises :class:`vanban.errors.DaysUnconfirmed`.
    """
    if is_draft(year, kind_named(kind, kinds_of(year)), key):
        days = "; ".join(f"{row.what} {numeric_date(row.proposed)}" for row in pending_days(year)[:_DAYS_SHOWN])
        called = paper_name(document_name(kind, key), kinds_of(year))
        raise DaysUnconfirmed(called=called, days=days, year=year.year.key)


def _replacing(draft: Draft, entry: Entry) -> Draft:
    """The document that takes the place of an issued one (khoản 3 Điều 18)."""
    acts_on = (ActsOn(relation=Relation.REPLACES, target=entry.entry_key),)
    changed = draft.request.model_copy(update={"revision": entry.revision + 1, "acts_on": acts_on})
    return Draft(changed, draft.inputs)


def _template_of(workspace: Workspace, year: Year, key: str) -> Templates:
    return Forms(workspace, year).of_key(key)
