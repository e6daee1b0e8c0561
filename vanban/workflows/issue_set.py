"""Issue documents of the year: take what was signed, give it its number and day, and keep it for ever."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Final

from vanban.archive import Archive
from vanban.domain.consistency.fault import Fault
from vanban.domain.document_name import document_name, named
from vanban.domain.free_document import FreeDocument
from vanban.domain.letter import Letter
from vanban.domain.numbering import cited_in, numbered_document, numbering_of, numberings
from vanban.domain.pending_days import pending_days
from vanban.domain.register_entry import ActsOn, Entry, EntryKey, EntryState, Relation
from vanban.domain.suggestion import did_you_mean
from vanban.domain.wording import numeric_date
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import (
    AlreadyIssued,
    BlankCitation,
    DaysUnconfirmed,
    NeverNumbered,
    NoActingLetter,
    NoDocument,
    NoSuchEntry,
    SignedCopyDiffers,
    SigningCopyMissing,
)
from vanban.kinds import kinds_of, numbered_of
from vanban.kinds.drafts import is_draft
from vanban.pdf import Converter
from vanban.register import Batch, Register, this_process
from vanban.word import text_of
from vanban.workflows import issuing
from vanban.workflows.after_issue import citing
from vanban.workflows.backup import reminder
from vanban.workflows.check import fit_year
from vanban.workflows.compiled import compiled
from vanban.workflows.day_of_issue import judge
from vanban.workflows.deed import Deed
from vanban.workflows.evidence import latest_day
from vanban.workflows.forms import Forms
from vanban.workflows.issuing_terms import Draft, Outcome, Recovery, Terms, places_of
from vanban.workflows.notice import SILENT, Notice
from vanban.workflows.numbered_documents import draft_of, renderer
from vanban.workflows.selection import document_named, kind_named
from vanban.workflows.signed_content import Templates, content_of, parts_of, unnumbered
from vanban.workspace import Workspace, read_file

DEEDS: Final = {
    Relation.CORRECTS: "đính chính",
    Relation.REPLACES: "thay thế",
    Relation.RECALLS: "thu hồi",
    Relation.AMENDS: "sửa đổi, bổ sung",
}
"""What a document does to an earlier one, in words (Điều 18 khoản 3)."""

_FALLING: Final = (Relation.REPLACES, Relation.RECALLS)
"""After these the earlier number no longer holds."""

_SHOWN = 60
_DAYS_SHOWN: Final = 3


@dataclass(frozen=True)
class IssueRequest:
    """What is asked for: documents as KIND or KIND/KEY of a year (the newest if not said), and the day (today's).

    ``expected`` is the number that the first of them should get, ``number`` the one that the paper book or another
    system has given it, ``confirmed`` says that a late day is right.

    ``replacing``: they are issued already, and what the data say now takes their place as their next revision.

    ``acting``: each is issued already, and the year's letter that does this to it is what is to be issued.
    """

    documents: tuple[str, ...]
    year: WorkYear | None = None
    day: date | None = None
    expected: int | None = None
    number: int | None = None
    converter: Converter | None = None
    with_pdf: bool = True
    confirmed: bool = False
    replacing: bool = False
    acting: Relation | None = None


@dataclass(frozen=True)
class IssuedSet:
    """What is issued, where the clerk finds it, whether it had been asked for before, what was put right first, what
    the law of its day makes doubtful, and which documents cite a number that no longer holds."""

    root: Path
    entries: tuple[Entry, ...]
    files: tuple[Path, ...]
    repeated: bool
    recovery: Recovery
    doubts: tuple[Fault, ...] = ()
    citing: tuple[Entry, ...] = ()
    backup_due: str = ""

    @property
    def copies(self) -> tuple[str, ...]:
        """The files below the workspace."""
        return tuple(path.relative_to(self.root).as_posix() for path in self.files)

    @property
    def hints(self) -> tuple[str, ...]:
        """What to do next: Vietnamese sentences."""
        build = "" if self.repeated else "Chạy vanban build để số này có trong các văn bản viện dẫn nó."
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
    for name in _named(year, request):
        _wanted(year, name)
    places = places_of(workspace)
    workspace.require_own_folders((f"{places.published.name}/{deed.day.year}/0",))
    with issuing.opened(places) as register:
        desk = issuing.Desk(places, register, renderer(request.converter))
        recovery = issuing.recover(places, desk.render, owner=this_process(), register=register)
        made = _issue(asked_of(year, workspace, request, register), desk, deed, notice)
    return IssuedSet(
        root=workspace.root,
        entries=made.entries,
        files=made.files,
        repeated=made.repeated,
        recovery=recovery,
        doubts=made.doubts,
        citing=_fallen(workspace, made.entries),
        backup_due=reminder(workspace, deed.moment),
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
    wanted = tuple(_wanted(year, name) for name in _named(year, request))
    number = year.year.register_year
    return IssueAsked(workspace, year, request, wanted, tuple(register.issued_as(number, *one) for one in wanted))


def draft_for(asked: IssueAsked, register: Register) -> Draft:
    """What would be issued as the first document that is asked for. Raises what :func:`issue` raises of its draft."""
    return _draft(asked, asked.wanted[0], _issued(asked.numbers[0]), _targets(register, asked.year))


def _issue(asked: IssueAsked, desk: issuing.Desk, deed: Deed, notice: Notice) -> Outcome:
    """What was issued before as it is asked for now comes first; the rest gets its numbers as one batch."""
    request, year = asked.request, asked.year
    known = tuple(map(_issued, asked.numbers))
    before = [entry if _repeats(asked, name, entry) else None for name, entry in zip(asked.wanted, known, strict=True)]
    _require_same(asked.wanted, before, request)
    repeated = tuple(filter(None, before))
    archive = Archive(desk.places.archive)
    files = tuple(path for entry in repeated for path in issuing.publish(desk.places, archive, entry))
    targets = _targets(desk.register, year)
    drafts = [
        _draft(asked, name, entry, targets)
        for name, entry, again in zip(asked.wanted, known, before, strict=True)
        if again is None
    ]
    if not drafts:
        return Outcome(repeated, files, True)
    given = None if before[0] else request.number
    batch = replace(_batch(_batch_key(drafts, asked.numbers), request, deed), given=given)
    terms = Terms(
        expected=(None if before[0] else request.expected, *(None for _ in drafts[1:])),
        evidence=latest_day(asked.workspace, desk.register, deed.moment),
        confirmed=request.confirmed,
        judge=lambda: judge(year, [draft.request for draft in drafts], batch.day),
        notice=notice,
    )
    made = issuing.issue_at(desk, batch, drafts, terms)
    return Outcome((*repeated, *made.entries), (*files, *made.files), made.repeated, doubts=made.doubts)


def _named(year: Year, request: IssueRequest) -> tuple[str, ...]:
    """The documents to be issued, each once: those that are named, or the letters that act on these."""
    names = tuple(dict.fromkeys(document_named(year, name) for name in request.documents))
    return names if request.acting is None else tuple(_acting_on(year, name, request.acting) for name in names)


def _fallen(workspace: Workspace, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Who cites a number that these documents have taken out of force."""
    targets = [act.target for entry in entries for act in entry.acts_on if act.relation in _FALLING]
    return tuple(one for target in targets for one in citing(workspace, target))


def _batch(key: str, request: IssueRequest, deed: Deed) -> Batch:
    return Batch(key=key, day=request.day or deed.day, moment=deed.moment, actor=deed.actor, owner=this_process())


def _wanted(year: Year, name: str) -> tuple[str, str]:
    kind, key = named(name)
    known = kind_named(kind, kinds_of(year))
    if kind not in numbered_of(year):
        raise NeverNumbered(document=name)
    if numbered_document(year, kind, key) is None or key not in known.keys(year):
        written = numberings(year)[kind].documents(year) if kind in numberings(year) else ()
        raise NoDocument(key=name, nearest=did_you_mean(key, written))
    return kind, key


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
            raise AlreadyIssued(document=document_name(*name), number=entry.number, day=numeric_date(entry.issued_on))


def _draft(asked: IssueAsked, wanted: tuple[str, str], entry: Entry | None, targets: Mapping[str, EntryKey]) -> Draft:
    workspace, year, request = asked.workspace, asked.year, asked.request
    kind, key = wanted
    name = document_name(kind, key)
    if entry is not None and not request.replacing:
        raise AlreadyIssued(document=name, number=entry.number, day=numeric_date(entry.issued_on))
    if entry is None and request.replacing:
        raise NoSuchEntry(what=f"văn bản {name} đã ban hành")
    document = numbering_of(year, kind).documents(year)[key]
    acts = document.acts_on if isinstance(document, Letter) else ()
    for cited in (*cited_in(year, document, key), *(named(act.document) for act in acts)):
        if year.issued_number(*cited) is None:
            raise BlankCitation(document=name, cited=document_name(*cited))
    _require_settled(year, kind, key)
    blank = unnumbered(year, kind, key)
    template_of = _template_of(workspace, blank, key)
    _require_signed(workspace, blank, kind, key, template_of)
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
        raise DaysUnconfirmed(document=document_name(kind, key), days=days, year=year.year.key)


def _acting_on(year: Year, name: str, relation: Relation) -> str:
    """The letter of the year that corrects, amends or recalls that document, by its name.

    Raises :class:`vanban.errors.NoActingLetter`; NoKind, NoDocument, NeverNumbered where there is nothing to act on.
    """
    _wanted(year, name)
    for letter in (*year.letters, *year.documents):
        if any((act.document, act.relation) == (name, relation) for act in letter.acts_on):
            is_free = isinstance(letter, FreeDocument) and letter.type_code
            return document_name("free_document" if is_free else "letter", letter.key)
    raise NoActingLetter(document=name, relation=relation.value, what=DEEDS[relation])


def _replacing(draft: Draft, entry: Entry) -> Draft:
    """The document that takes the place of an issued one (Điều 18 khoản 3)."""
    acts_on = (ActsOn(relation=Relation.REPLACES, target=entry.entry_key),)
    changed = draft.request.model_copy(update={"revision": entry.revision + 1, "acts_on": acts_on})
    return Draft(changed, draft.inputs)


def _template_of(workspace: Workspace, year: Year, key: str) -> Templates:
    return Forms(workspace, year).of_key(key)


def _require_signed(workspace: Workspace, year: Year, kind: str, key: str, template_of: Templates) -> None:
    """What lies in the output folder, and was signed, is what the data and the template say now.

    Raises :class:`vanban.errors.SigningCopyMissing`, :class:`vanban.errors.SignedCopyDiffers`.
    """
    parts = parts_of(year, kind, key, template_of)
    if not parts:
        raise SigningCopyMissing(document=document_name(kind, key))
    for part in parts:
        place = workspace.output / workspace.document(year, part.kind, key)
        if not place.is_file():
            raise SigningCopyMissing(document=document_name(part.kind.name, key))
        made = compiled(part.template, f"{part.kind.name}.docx").render(part.context)
        if read_file(place) != made:
            raise SignedCopyDiffers(document=document_name(part.kind.name, key), difference=_difference(place, made))


def _difference(place: Path, made: bytes) -> str:
    """The first words that differ between the signed file and the one that would be issued."""
    signed = text_of(read_file(place), place.name).splitlines()
    for before, after in zip_longest(signed, text_of(made).splitlines(), fillvalue=""):
        if before != after:
            return f": tệp “{place.name}” ghi “{_around(before, after)}”, dữ liệu nay cho ra “{_around(after, before)}”"
    return f": tệp “{place.name}” có cách trình bày khác"


def _around(text: str, other: str) -> str:
    """The part of ``text`` where it begins to differ from ``other``."""
    same = next((place for place, (one, two) in enumerate(zip(text, other, strict=False)) if one != two), len(other))
    start = max(0, min(same, len(text)) - _SHOWN // 2)
    return ("…" if start else "") + text[start : start + _SHOWN] + ("…" if start + _SHOWN < len(text) else "")
