"""Issue documents: preflight, reserve, render, archive, enter, publish, answer; and go forward after an interruption.

The numbers exist from the reservation on, the documents are issued from the entering on; everything after is repeated
from the register as often as needed. Whoever finds a batch whose process died finishes it with the same numbers, day
and inputs.

::

    0 preflight   judge the day; render all with the widest number; any error stops here, and no number is taken
    1 reserve     numbers and day, once for the batch, in one transaction; then the ledger
    2 render      with number and day
    3 archive     objects by hash, then the manifest: the first one of a number counts
    4 enter       one transaction; then the ledger
    5 publish     copies for the clerk
    6 answer
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from vanban import durable
from vanban.archive import Archive, IssuedManifest
from vanban.domain.consistency.fault import Fault
from vanban.domain.issuing_day import VIETNAM
from vanban.domain.ledger import canonical
from vanban.domain.register_entry import (
    DocumentRequest,
    Entry,
    EntryKey,
    EntryState,
    ObjectRole,
    StoredObject,
)  # fmt: skip
from vanban.errors import (
    IntegrityFault,
    NoLongerAsSigned,
    NoRegister,
    NumbersWait,
    NumbersWaitBroken,
    SignedCopyDiffers,
    StaleRegister,
    TooLittleRoom,
    UnstableDocument,
    VanbanError,
)  # fmt: skip
from vanban.register import Batch, Owner, Register
from vanban.workflows import lacking, witnessing
from vanban.workflows.issuing_terms import (
    PLAIN,
    WIDEST,
    Draft,
    Numbered,
    Outcome,
    Places,
    Recovery,
    Render,
    RenderedDocument,
    Stuck,
    Terms,
    files_of,
    published_files,
    rendered,
)  # fmt: skip
from vanban.workflows.notice import Notice

_TIMES: Final = 3


@dataclass(frozen=True)
class Desk:
    """Where a batch is issued: the places, the open register of them, and how documents are made."""

    places: Places
    register: Register
    render: Render


def issue(places: Places, batch: Batch, drafts: Sequence[Draft], render: Render, terms: Terms = PLAIN) -> Outcome:
    """Issue the documents of one batch; doing it again with the same key gives the same numbers and files.

    Raises what :meth:`vanban.register.Register.reserve` raises and whatever ``render`` raises, before a number is
    taken; :class:`StaleRegister`, :class:`SignedCopyDiffers`, :class:`TooLittleRoom`. After it :class:`NumbersWait`,
    which names the numbers.
    """
    with opened(places) as register:
        desk = Desk(places, register, render)
        recovery = recover(places, render, owner=batch.owner, register=register)
        return replace(issue_at(desk, batch, drafts, terms), recovery=recovery)


def issue_at(desk: Desk, batch: Batch, drafts: Sequence[Draft], terms: Terms = PLAIN) -> Outcome:
    """The same with a register that is open, and in which nothing is left to be finished."""
    places, register, archive = desk.places, desk.register, Archive(desk.places.archive)
    requests = tuple(_with_inputs(draft) for draft in drafts)
    doubts: tuple[Fault, ...] = ()
    if not register.entries_of(batch.key):
        doubts = terms.judge()
        size = _preflight(batch, requests, drafts, desk.render, terms.notice)
        _check_room(places, size)
        lacking.require_none(archive, register)
        _check_unused(archive, register, requests, batch.day.year)
        _store_inputs(archive, drafts)
        terms.notice.go_on()
    reservation = register.reserve(
        batch, requests, expected=terms.expected, evidence=terms.evidence, confirmed=terms.confirmed
    )
    project(places, register)
    try:
        files = _finish(places, archive, register, batch.key, desk.render)
    except NoLongerAsSigned:
        raise
    except VanbanError as fault:
        numbers = ", ".join(f"{entry.number} năm {entry.year}" for entry in reservation.entries)
        unfinished = NumbersWaitBroken if isinstance(fault, IntegrityFault) else NumbersWait
        raise unfinished(numbers=numbers, reason=fault.said.rstrip("."), advice=fault.advice) from fault
    return Outcome(register.entries_of(batch.key), files, not reservation.fresh, doubts=doubts)


def batch_key(drafts: Sequence[Draft]) -> str:
    """A key that says what is asked for: the same documents from the same inputs have the same."""
    asked = canonical([_with_inputs(draft).model_dump(mode="json") for draft in drafts])
    return hashlib.sha256(asked.encode("utf-8")).hexdigest()


def recover(
    places: Places, render: Render, *, owner: Owner, register: Register | None = None, mine: bool = False
) -> Recovery:
    """Finish what dead processes left, forward, and clear their temporary files.

    Nothing happens where another process is doing it. ``mine`` also takes up batches that this process itself gave up.
    A batch whose documents cannot be made now stays reserved and stops no other.

    Raises :class:`vanban.errors.IntegrityFault`.
    """
    if register is None:
        with opened(places) as register:
            return recover(places, render, owner=owner, register=register, mine=mine)
    archive = Archive(places.archive)
    finished: list[Entry] = []
    stuck: list[Stuck] = []
    with archive.recovering() as ours:
        for key, holder in _left_behind(places, archive, register) if ours else ():
            if (holder == owner and not mine) or not register.claim(key, owner):
                continue
            try:
                project(places, register)
                _finish(places, archive, register, key, render)
                finished.extend(register.entries_of(key))
            except IntegrityFault:
                raise
            except VanbanError as fault:
                stuck.append(Stuck(key, register.entries_of(key), fault))
    return Recovery(tuple(finished), tuple(stuck))


def opened(places: Places, *, create: bool = False, reading_only: bool = False) -> Register:
    """The register, if it is the one that the archive knows; ``create`` makes the first one.

    What is only read must be that one too: an old copy lacks the last numbers in a list, an export, a printed book.

    Raises:
        NoRegister: there is none; with ``create``, there was one, as the archive's ledger shows.
        StaleRegister: it is older than the archive.
        OlderThanWitnessed, RewrittenRegister: it is not what was seen of it before.
        ForkedRegister: it is to be written, and is a copy.
    """
    archive = Archive(places.archive)
    heads = archive.ledger.heads()
    if create and not (places.register.exists() and places.register.stat().st_size):
        if heads[-1].seq:
            raise NoRegister(path=places.register)
        witnessing.require_none_before(places)
    if create:
        durable.make_folder(places.register.parent)
    register = Register.open(places.register, create=create, reading_only=reading_only)
    try:
        _check_age(archive, register)
        witnessing.require_newest(places, register)
        if not reading_only:
            witnessing.require_home(places, register)
    except BaseException:
        register.close()
        raise
    return register


def void(places: Places, key: EntryKey, reason: str, moment: datetime, actor: str) -> Entry:
    """Give a number up; copies of its document leave the clerk's folder, changed ones their name.

    Doing it again with the same reason takes up an interrupted one. Raises :class:`vanban.errors.NoSuchEntry`,
    :class:`vanban.errors.NotPossible`.
    """
    with recording(places) as register:
        before = register.entry(key)
        if (before.state, before.void_reason) != (EntryState.VOID, reason.strip()):
            register.void(key, reason, moment, actor)
        withdraw(places, before)
        return register.entry(key)


def withdraw(places: Places, entry: Entry) -> None:
    """Copies of a document whose number was given up leave the clerk's folder; a changed one loses its name."""
    for item, path in files_of(places, entry):
        if durable.holds(path, item.sha256):
            durable.remove(path)
        elif path.is_file():
            durable.move_aside(path)


@contextmanager
def recording(places: Places, *, create: bool = False) -> Iterator[Register]:
    """The register for deeds other than issuing; afterwards the ledger holds them too. Raises like :func:`opened`."""
    with opened(places, create=create) as register:
        yield register
        project(places, register)


def project(places: Places, register: Register) -> None:
    """Bring the ledger up to the register, and keep its head apart from both.

    Raises :class:`StaleRegister`, :class:`vanban.errors.BusyRegister`.
    """
    archive = Archive(places.archive)
    with archive.ledger.writing():
        end = _check_age(archive, register)
        archive.ledger.add(register.events(after=end))
        witnessing.note(places, register)


def publish(places: Places, archive: Archive, entry: Entry, register: Register) -> tuple[Path, ...]:
    """Put the issued files where the clerk looks; a changed file there is moved aside, never lost.

    A number that somebody gave up meanwhile leaves nothing there.
    """
    files = []
    for item, path in published_files(places, entry):
        _put_in_place(path, archive.get(item), item.sha256, places.publishing)
        files.append(path)
    if files and register.entry(entry.entry_key).state is not EntryState.ISSUED:
        withdraw(places, entry)
        return ()
    return tuple(files)


def _put_in_place(path: Path, data: bytes, sha256: str, publishing: Path) -> None:
    """Another process may publish the same file at any moment: only what stood in the way is held for changed."""
    if durable.holds(path, sha256):
        return
    while not durable.create(path, data, via=publishing) and not durable.holds(path, sha256):
        durable.move_aside(path)


def inputs_of(archive: Archive, request: DocumentRequest) -> dict[str, bytes]:
    """What a document was made from, out of the archive. Raises :class:`vanban.errors.DamagedArchive`."""
    return {item.name: archive.get(item) for item in request.inputs}


def _left_behind(places: Places, archive: Archive, register: Register) -> tuple[tuple[str, Owner | None], ...]:
    """The batches that are not through, once the ledger is complete and the files of dead processes are gone."""
    project(places, register)
    archive.clean()
    if places.publishing.is_dir():
        durable.remove_leftovers(places.publishing)
    return register.unfinished()


def request_of(entry: Entry) -> DocumentRequest:
    """What an entry asked for before it had a number."""
    return DocumentRequest.model_validate({name: getattr(entry, name) for name in DocumentRequest.model_fields})


def _with_inputs(draft: Draft) -> DocumentRequest:
    items = tuple(
        StoredObject(
            role=ObjectRole.INPUT, name=name, sha256=_digest("sha256", draft.inputs[name]), size=len(draft.inputs[name])
        )
        for name in sorted(draft.inputs)
    )
    return draft.request.model_copy(update={"inputs": items})


def _store_inputs(archive: Archive, drafts: Sequence[Draft]) -> None:
    distinct = {data: name for draft in drafts for name, data in sorted(draft.inputs.items())}
    for data, name in distinct.items():
        archive.put(ObjectRole.INPUT, name, data)


def _preflight(
    batch: Batch, requests: Sequence[DocumentRequest], drafts: Sequence[Draft], render: Render, notice: Notice
) -> int:
    """Render everything as it will be, but for the number; how many bytes come out."""
    wanted = [
        Numbered(request, WIDEST, batch.day, draft.inputs) for request, draft in zip(requests, drafts, strict=True)
    ]
    made = rendered(render, wanted, notice)
    for request, document in zip(requests, made, strict=True):
        _check_content(request, document)
    return sum(len(piece.data) for document in made for piece in document.pieces)


def _check_content(request: DocumentRequest, document: RenderedDocument) -> None:
    """What was signed is what is issued."""
    if not _as_signed(request, document):
        raise SignedCopyDiffers(document=request.name, called=request.called, difference="")


def _as_signed(request: DocumentRequest, document: RenderedDocument) -> bool:
    return not request.signed_content or document.content == request.signed_content


def _check_room(places: Places, size: int) -> None:
    needed = _TIMES * size + places.spare_bytes
    for path in (places.register, places.archive, places.published):
        folder = next(folder for folder in (path, *path.parents) if folder.is_dir())
        free = shutil.disk_usage(folder).free
        if free < needed:
            raise TooLittleRoom(path=folder, free=free // 1_000_000, needed=-(-needed // 1_000_000))


def _check_unused(archive: Archive, register: Register, requests: Sequence[DocumentRequest], year: int) -> None:
    """No manifest lies where the next number's will: register and ledger may both be old copies."""
    for series in {request.series for request in requests}:
        key = EntryKey(series=series, year=year, ordinal=register.next_ordinal(series, year))
        if archive.has_manifest(key) and key.ordinal == register.next_ordinal(series, year):
            raise UnstableDocument(number=f"{key.ordinal:02d} (“{series}”) năm {year}")


def _check_age(archive: Archive, register: Register) -> int:
    """The number of the ledger's last event, all of whose lines the register knows."""
    heads = archive.ledger.heads()
    for head in heads:
        if head.seq and register.hash_of(head.seq) != head.hash:
            raise StaleRegister(path=register.path, known=head.seq, found=register.head().seq)
    return heads[0].seq


def _finish(places: Places, archive: Archive, register: Register, batch: str, render: Render) -> tuple[Path, ...]:
    """From the reservation to the end, whatever of it is done already."""
    moment, actor = register.asked(batch)
    waiting = [entry for entry in register.entries_of(batch) if entry.state is EntryState.RESERVED]
    manifests = _archived(archive, waiting, moment, actor, render)
    register.enter([manifest.issued(archive.words_of(manifest)) for manifest in manifests], moment, actor)
    project(places, register)
    files = [path for entry in register.entries_of(batch) for path in publish(places, archive, entry, register)]
    register.finish(batch)
    return tuple(files)


def _archived(
    archive: Archive, waiting: Sequence[Entry], moment: datetime, actor: str, render: Render
) -> tuple[IssuedManifest, ...]:
    """The documents of numbers in the archive: found there whole, or rendered in one go and stored."""
    found = {entry.entry_key: archive.whole_manifest(entry.entry_key) for entry in waiting}
    lacking = [entry for entry in waiting if found[entry.entry_key] is None]
    wanted = [
        Numbered(request := request_of(entry), entry.ordinal, entry.issued_on, inputs_of(archive, request))
        for entry in lacking
    ]
    for entry, document in zip(lacking, rendered(render, wanted), strict=True):
        found[entry.entry_key] = archive.settle(_made(archive, entry, moment, actor, document))
    manifests = []
    for entry in waiting:
        manifest = found[entry.entry_key]
        if manifest is None or (manifest.batch, manifest.position) != (entry.batch, entry.position):
            raise UnstableDocument(number=f"{entry.number} năm {entry.year}")
        manifests.append(manifest)
    return tuple(manifests)


def _made(archive: Archive, entry: Entry, moment: datetime, actor: str, document: RenderedDocument) -> IssuedManifest:
    """Store what a given number prints. Raises :class:`NoLongerAsSigned` where that is another thing now."""
    request = request_of(entry)
    if not _as_signed(request, document):
        facts = {"number": entry.number, "year": entry.year, "series": entry.series, "ordinal": entry.ordinal}
        raise NoLongerAsSigned(called=request.called, **facts)
    return IssuedManifest(
        entry_key=entry.entry_key,
        number=entry.number,
        issued_on=entry.issued_on,
        batch=entry.batch,
        position=entry.position,
        moment=moment.astimezone(VIETNAM).isoformat(timespec="seconds"),
        actor=actor,
        request=request,
        objects=tuple(archive.put(piece.role, piece.name, piece.data) for piece in document.pieces),
        sha512={_digest("sha256", piece.data): _digest("sha512", piece.data) for piece in document.pieces},
        pages=document.pages,
        content=document.content,
        versions=dict(document.versions),
    )


def _digest(algorithm: str, data: bytes) -> str:
    return hashlib.new(algorithm, data).hexdigest()
