"""Issue documents of the year: take what was signed, give it its number and day, and keep it for ever."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Final

from vanban.archive import Archive
from vanban.domain.issuing_day import vietnam_day
from vanban.domain.letter import Letter
from vanban.domain.numbering import cited_in, named, numbered_document, numbering_of, numberings
from vanban.domain.register_entry import ActsOn, Entry, EntryKey, EntryState, Relation
from vanban.domain.suggestion import did_you_mean
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year
from vanban.errors import (
    AlreadyIssued,
    BlankCitation,
    NeverNumbered,
    NoActingLetter,
    NoDocument,
    NoRegister,
    NoSuchEntry,
    SignedCopyDiffers,
    SigningCopyMissing,
)
from vanban.kinds import NUMBERED
from vanban.pdf import Office
from vanban.register import Batch, Register, this_process
from vanban.word import Template, text_of
from vanban.workflows import issuing, proving
from vanban.workflows.day_of_issue import judge
from vanban.workflows.issuing_terms import Draft, Outcome, Recovery, places_of
from vanban.workflows.numbered_documents import draft_of, printed_numbers, renderer
from vanban.workflows.proving import Restored, restore
from vanban.workflows.selection import kind_named
from vanban.workflows.signed_content import Templates, content_of, parts_of, unnumbered
from vanban.workspace import Workspace, read_file

DEEDS: Final = {
    Relation.CORRECTS: "đính chính",
    Relation.REPLACES: "thay thế",
    Relation.RECALLS: "thu hồi",
    Relation.AMENDS: "sửa đổi, bổ sung",
}
"""What a document does to an earlier one, in words (Điều 18 khoản 3)."""

_SHOWN = 60


@dataclass(frozen=True)
class IssueRequest:
    """What is asked for: documents as KIND or KIND/KEY, the day (today where none is named), who asks and when.

    ``evidence`` is the latest day that the workspace's own files show: a clock far ahead of it is doubted.

    ``replacing``: they are issued already, and what the data say now takes their place as their next revision.
    """

    documents: tuple[str, ...]
    moment: datetime
    actor: str
    day: date | None = None
    expected: int | None = None
    office: Office | None = None
    with_pdf: bool = True
    evidence: date | None = None
    confirmed: bool = False
    replacing: bool = False


def issue(workspace: Workspace, year: Year, request: IssueRequest) -> Outcome:
    """Issue documents that were built and signed; asked again, the same numbers and files.

    Raises:
        NoKind, NoDocument, NeverNumbered: what is asked for is no numbered document of the year.
        BlankCitation, SigningCopyMissing, SignedCopyDiffers, NoSeries: it is not ready.
        AlreadyIssued: it is issued with another content.
        UnlawfulDay: the law of the day does not allow it.
        And whatever :func:`vanban.workflows.issuing.issue` raises.
    """
    places = places_of(workspace)
    wanted = [_wanted(year, name) for name in dict.fromkeys(request.documents)]
    render = renderer(request.office)
    with issuing.opened(places) as register:
        recovery = issuing.recover(places, render, owner=this_process(), register=register)
        numbers = [register.issued_as(year.year, kind, key) for kind, key in wanted]
        targets = _targets(register, year)
    known = [_issued(entries) for entries in numbers]
    before = [
        entry if _repeats(workspace, year, name, entry, request) else None
        for name, entry in zip(wanted, known, strict=True)
    ]
    _require_same(wanted, before, request)
    archive = Archive(places.archive)
    files = tuple(path for entry in before if entry for path in issuing.publish(places, archive, entry))
    drafts = [
        _draft(workspace, year, name, entry, request, targets)
        for name, entry, repeated_ in zip(wanted, known, before, strict=True)
        if repeated_ is None
    ]
    repeated = tuple(filter(None, before))
    if not drafts:
        return Outcome(repeated, files, True, recovery)
    batch = _batch(_batch_key(drafts, numbers), request)
    expected = [None if before[0] else request.expected, *(None for _ in drafts[1:])]
    made = issuing.issue(
        places,
        batch,
        drafts,
        render,
        expected=expected,
        evidence=request.evidence,
        confirmed=request.confirmed,
        judge=lambda: judge(year, [draft.request for draft in drafts], batch.day),
    )
    return Outcome((*repeated, *made.entries), (*files, *made.files), made.repeated, recovery, made.doubts)


def _batch(key: str, request: IssueRequest) -> Batch:
    day = request.day or vietnam_day(request.moment)
    return Batch(key=key, day=day, moment=request.moment, actor=request.actor, owner=this_process())


def recover(workspace: Workspace, office: Office | None) -> tuple[Restored, Recovery]:
    """Bring register and archive back together where one is lost or old, then finish what an interruption left.

    Raises :class:`vanban.errors.NoRegister` where there never was one, and what
    :func:`vanban.workflows.proving.restore` and :func:`vanban.workflows.issuing.recover` raise.
    """
    places = places_of(workspace)
    if not places.register.exists() and not places.archive.exists():
        raise NoRegister(path=places.register)
    restored = restore(places)
    return restored, issuing.recover(places, renderer(office), owner=this_process(), mine=True)


def republish(workspace: Workspace) -> tuple[Path, ...]:
    """Put issued files that the clerk's folder misses, or holds changed, there again.

    Raises what :func:`vanban.workflows.proving.republish` raises.
    """
    return proving.republish(places_of(workspace))


def void(workspace: Workspace, key: EntryKey, reason: str, moment: datetime, actor: str) -> Entry:
    """Give a number up. Raises what :func:`vanban.workflows.issuing.void` raises."""
    return issuing.void(places_of(workspace), key, reason, moment, actor)


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


def _wanted(year: Year, name: str) -> tuple[str, str]:
    kind, key = named(name)
    kind_named(kind)
    if kind not in NUMBERED:
        raise NeverNumbered(document=name)
    if numbered_document(year, kind, key) is None or key not in kind_named(kind).keys(year):
        written = numberings(year)[kind].documents(year) if kind in numberings(year) else ()
        raise NoDocument(key=name, nearest=did_you_mean(key, written))
    return kind, key


def _issued(entries: Sequence[Entry]) -> Entry | None:
    """The last number of a document that was not given up."""
    return next((entry for entry in reversed(entries) if entry.state is EntryState.ISSUED), None)


def _targets(register: Register, year: Year) -> dict[str, EntryKey]:
    """The numbers of the documents on which letters of the year act, as far as these are issued."""
    names = dict.fromkeys(act.document for letter in year.letters for act in letter.acts_on)
    issued = {name: _issued(register.issued_as(year.year, *named(name))) for name in names}
    return {name: entry.entry_key for name, entry in issued.items() if entry}


def _batch_key(drafts: Sequence[Draft], numbers: Sequence[Sequence[Entry]]) -> str:
    """What is asked for, and after which numbers given up: a document asked for again after that gets a new number."""
    given_up = sum(entry.state is EntryState.VOID for entries in numbers for entry in entries)
    key = issuing.batch_key(drafts)
    return f"{key}-{given_up}" if given_up else key


def _repeats(
    workspace: Workspace, year: Year, wanted: tuple[str, str], entry: Entry | None, request: IssueRequest
) -> bool:
    """Whether the document is issued just as it is asked for: the command was run before."""
    if entry is None or entry.signed_content != content_of(year, *wanted, _template_of(workspace)):
        return False
    return bool(entry.revision) or not request.replacing


def _require_same(wanted: Sequence[tuple[str, str]], before: Sequence[Entry | None], request: IssueRequest) -> None:
    """What was issued before has the day that is asked for, and the first document the number that is expected.

    Raises :class:`vanban.errors.AlreadyIssued`.
    """
    for place, (name, entry) in enumerate(zip(wanted, before, strict=True)):
        if entry is None:
            continue
        another_number = place == 0 and request.expected not in (None, entry.ordinal)
        if another_number or request.day not in (None, entry.issued_on):
            raise AlreadyIssued(document=_name(*name), number=entry.number, day=numeric_date(entry.issued_on))


def _draft(
    workspace: Workspace,
    year: Year,
    wanted: tuple[str, str],
    entry: Entry | None,
    request: IssueRequest,
    targets: Mapping[str, EntryKey],
) -> Draft:
    kind, key = wanted
    name = _name(kind, key)
    if entry is not None and not request.replacing:
        raise AlreadyIssued(document=name, number=entry.number, day=numeric_date(entry.issued_on))
    if entry is None and request.replacing:
        raise NoSuchEntry(what=f"văn bản {name} đã ban hành")
    document = numbering_of(year, kind).documents(year)[key]
    acts = document.acts_on if isinstance(document, Letter) else ()
    for cited in (*cited_in(year, document, key), *(named(act.document) for act in acts)):
        if year.issued_number(*cited) is None:
            raise BlankCitation(document=name, cited=_name(*cited))
    blank = unnumbered(year, kind, key)
    template_of = _template_of(workspace)
    _require_signed(workspace, blank, kind, key, template_of)
    draft = draft_of(blank, kind, key, template_of, with_pdf=request.with_pdf)
    if acts:
        done = tuple(ActsOn(relation=act.relation, target=targets[act.document]) for act in acts)
        draft = Draft(draft.request.model_copy(update={"acts_on": done}), draft.inputs)
    return _replacing(draft, entry) if entry is not None else draft


def acting_on(year: Year, name: str, relation: Relation) -> str:
    """The letter of the year that corrects, amends or recalls that document, as the command line names it.

    Raises :class:`vanban.errors.NoActingLetter`; NoKind, NoDocument, NeverNumbered where there is nothing to act on.
    """
    _wanted(year, name)
    for letter in year.letters:
        if any((act.document, act.relation) == (name, relation) for act in letter.acts_on):
            return _name("letter", letter.key)
    raise NoActingLetter(document=name, relation=relation.value, what=DEEDS[relation])


def _replacing(draft: Draft, entry: Entry) -> Draft:
    """The document that takes the place of an issued one (Điều 18 khoản 3)."""
    acts_on = (ActsOn(relation=Relation.REPLACES, target=entry.entry_key),)
    changed = draft.request.model_copy(update={"revision": entry.revision + 1, "acts_on": acts_on})
    return Draft(changed, draft.inputs)


def _template_of(workspace: Workspace) -> Templates:
    return lambda name: read_file(workspace.template(kind_named(name)))


def _require_signed(workspace: Workspace, year: Year, kind: str, key: str, template_of: Templates) -> None:
    """What lies in the output folder, and was signed, is what the data and the template say now.

    Raises :class:`vanban.errors.SigningCopyMissing`, :class:`vanban.errors.SignedCopyDiffers`.
    """
    parts = parts_of(year, kind, key, template_of)
    if not parts:
        raise SigningCopyMissing(document=_name(kind, key))
    for part in parts:
        place = workspace.output / workspace.document(year.year, part.kind, key)
        if not place.is_file():
            raise SigningCopyMissing(document=_name(part.kind.name, key))
        made = Template.from_bytes(part.template, name=f"{part.kind.name}.docx").render(part.context)
        if read_file(place) != made:
            raise SignedCopyDiffers(document=_name(part.kind.name, key), difference=_difference(place, made))


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


def _name(kind: str, key: str) -> str:
    return "/".join(filter(None, (kind, key)))
