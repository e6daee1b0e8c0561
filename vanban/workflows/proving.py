"""Prove that what was issued is still what it was, and bring register and archive back together where it is not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Final

from vanban import durable
from vanban.archive import (
    EVERYTHING,
    QUICK,
    Archive,
    Depth,
    IssuedManifest,
    ReceivedBag,
    Spoken,
    damages,
    history,
    inventory,
    ledger_damages,
    manifests,
    orphans,
    sizes,
)
from vanban.domain.accents import accent_free
from vanban.domain.damage import Damage, Harm
from vanban.domain.issuing_day import vietnam_day
from vanban.domain.ledger import Head, from_line
from vanban.domain.register_entry import Entry, EntryKey, EntryState, ObjectRole, StoredObject
from vanban.domain.register_row import witness as printed
from vanban.domain.wording import numeric_date
from vanban.errors import BagRefused, DamagedArchive, DamagedRegister, ForeignRegister, IntegrityFault, NoRegister
from vanban.register import Register, entries_in, rebuilt
from vanban.workflows import witnessing
from vanban.workflows.issuing import publish, withdraw
from vanban.workflows.issuing_terms import Places, Render, file_names, published_files
from vanban.workflows.notice import SILENT, Notice
from vanban.workflows.program import release
from vanban.workflows.rebuilding import made_again


@dataclass(frozen=True)
class Verdict:
    """What a check found: damages (none is the proof), overtaken drafts, how much was looked at, the chain's head."""

    damages: tuple[Damage, ...]
    orphans: tuple[Path, ...]
    documents: int
    head: Head

    @property
    def sound(self) -> bool:
        """Whether the proof holds: nothing but what the next issue puts right."""
        return not any(damage.severe for damage in self.damages)

    @property
    def exit_code(self) -> int:
        """That of register and archive contradicting each other where the proof does not hold."""
        return 0 if self.sound else IntegrityFault.exit_code

    def to_json(self) -> dict[str, object]:
        """Whether the proof holds, how many documents, head, damages, overtaken drafts."""
        return {
            "sound": self.sound,
            "documents": self.documents,
            "head": self.head.to_json(),
            "damages": [damage.to_json() for damage in self.damages],
            "orphans": [str(path) for path in self.orphans],
        }


UNSOUND: Final = "Sổ hoặc kho lưu trữ không còn nguyên vẹn"


def verdict_sentence(verdict: Verdict) -> str:
    """``Sổ và kho lưu trữ nguyên vẹn (24 số).``, with the head by which anybody can prove it later."""
    said = "Sổ và kho lưu trữ nguyên vẹn" if verdict.sound else UNSOUND
    return f"{said} ({verdict.documents} số). Đầu chuỗi của sổ: {printed(verdict.head)}"


class Restored(Enum):
    """What bringing back together took."""

    NOTHING = "nothing"
    LEDGER = "ledger"
    REGISTER = "register"


def verify(
    places: Places,
    depth: Depth = QUICK,
    *,
    render: Render | None = None,
    witnesses: Iterable[Head] = (),
    notice: Notice = SILENT,
) -> Verdict:
    """Check register, ledger, archive and the clerk's copies against each other; nothing is changed.

    ``depth`` says how many documents are read to the last byte. With ``render`` every document that is read is also
    made again from its archived inputs and compared. ``witnesses`` are heads from paper prints and exports.

    Raises :class:`NoRegister` and what else opening the register raises.
    """
    archive = Archive(places.archive)
    with Register.open(places.register, reading_only=True) as register:
        wrong, entries = _proved(register)
        if wrong:
            return Verdict(wrong, (), 0, Head())
        spoken = Spoken(entries, _filed(register))
        found = [*_unwitnessed(register, witnesses), *witnessing.damages(places, register)]
        found.extend(_ledger(archive, register))
        stock = inventory(archive)
        found.extend(damages(archive, stock, spoken, depth, notice.done))
        found.extend(_published(places, entries, depth))
        found.extend(_twice_given(places, archive, found, entries))
        found.extend(_unfinished(register))
        found.extend(_clock(register))
        if render:
            read = [entry for index, entry in enumerate(entries) if depth.reads(index)]
            found.extend(made_again(archive, _between(read, notice), render))
        return Verdict(tuple(found), orphans(archive, stock, spoken), len(entries), register.head())


def _between(entries: Sequence[Entry], notice: Notice) -> Iterator[Entry]:
    """The entries, with a notice before each."""
    for done, entry in enumerate(entries):
        notice.done(done, len(entries))
        yield entry


def restore(places: Places) -> Restored:
    """Bring register and ledger back together: the one that proves itself, and knows all the other knows, wins.

    A register that is lost, damaged or an old copy is moved aside and made again from the archive. So is what stands in
    the ledger's place and is no file: it says nothing that anybody could read.

    Raises :class:`DamagedArchive`: the ledger cannot be trusted either. What :func:`witnessing.require_contains` and
    :func:`witnessing.require_one_history` raise: what would come of it is not the office's own history.
    """
    archive = Archive(places.archive)
    with archive.recovering() as ours, archive.ledger.writing():
        if not ours:
            raise DamagedArchive(path=archive.root, reason="chương trình khác đang khôi phục")
        archive.ledger.clear_the_way()
        outcome = _restore_ledger(archive, places)
        if outcome is not None:
            return outcome
        try:
            events = history(archive, _text_hashes(archive))
            image = rebuilt(events, _Texts(archive).of)
            entries = entries_in(image)
        except (LookupError, TypeError, ValueError) as error:
            raise DamagedArchive(path=archive.ledger.path, reason="có dòng không khớp sổ đăng ký") from error
        witnessing.require_contains(places, events, entries)
        witnessing.require_one_history(places, archive, entries)
        journal = places.register.with_name(places.register.name + "-journal")
        for path in (places.register, journal):
            if path.exists():
                durable.move_aside(path)
        durable.write(places.register, image)
        archive.ledger.add(events)
        return Restored.REGISTER


def require_history(bag: ReceivedBag) -> None:
    """A ledger that comes in a bag is a whole history that a register may have.

    Raises :class:`vanban.errors.BagRefused`.
    """
    if not bag.ledger:
        return
    lines = bag.read(bag.ledger).splitlines(keepends=True)
    events = [event for event in map(from_line, lines) if event]
    try:
        if len(events) != len(lines):
            raise ValueError("a line is torn or altered")
        rebuilt(events, lambda _: "")
    except (LookupError, TypeError, ValueError) as error:
        raise BagRefused(
            path=bag.root, reason="nhật ký trong gói bị đứt, hoặc có dòng không khớp sổ đăng ký"
        ) from error


def republish(places: Places) -> tuple[Path, ...]:
    """Put every issued file that the clerk's folder misses, or holds changed, there again; which ones.

    What is left there of a number that was given up goes.
    """
    archive = Archive(places.archive)
    with Register.open(places.register, reading_only=True) as register:
        entries = register.entries()
        wrong = {places.published / damage.path for damage in _published(places, entries, EVERYTHING, strangers=False)}
        wrong |= {path for entry in entries for _, path in published_files(places, entry) if not path.exists()}
        lacking = [entry for entry in entries if any(path in wrong for _, path in published_files(places, entry))]
        for entry in entries:
            if entry.state is EntryState.VOID:
                withdraw(places, entry)
        return tuple(path for entry in lacking for path in publish(places, archive, entry, register) if path in wrong)


def _restore_ledger(archive: Archive, places: Places) -> Restored | None:
    """Put the ledger right by a register that proves itself and knows all that the archive knows; if there is one."""
    try:
        register = Register.open(places.register)
    except (NoRegister, DamagedRegister, ForeignRegister):
        return None
    with register:
        wrong, known = _proved(register)
        if wrong:
            return None
        if any(register.hash_of(event.seq) != event.hash for event in archive.ledger.whole_lines()):
            return None
        witnessing.require_one_history(places, archive, known)
        if any(damage.severe for damage in witnessing.damages(places, register)):
            return None
        keys = {entry.entry_key for entry in known}
        if any(manifest.entry_key not in keys for manifest in manifests(archive)):
            return None
        found = {damage.harm for damage in _ledger(archive, register)}
        if Harm.LEDGER in found:
            archive.ledger.rewrite(register.events())
        else:
            archive.ledger.add(register.events())
        return Restored.LEDGER if found else Restored.NOTHING


def _proved(register: Register) -> tuple[tuple[Damage, ...], tuple[Entry, ...]]:
    """What is wrong with the register itself, else its entries: following from the journal, each of them legible."""
    found = register.damages()
    if found:
        return found, ()
    try:
        return (), register.entries()
    except DamagedRegister as fault:
        return (Damage(harm=Harm.ROW, path=register.path.name, reason=fault.said),), ()


class _Texts:
    """The searchable texts of issued documents, from the archive."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def of(self, key: EntryKey) -> str:
        manifest = self._archive.manifest(key)
        return "" if manifest is None else self.of_manifest(manifest)

    def of_manifest(self, manifest: IssuedManifest) -> str:
        return accent_free(self._archive.words_of(manifest))


def _text_hashes(archive: Archive) -> dict[EntryKey, str]:
    texts = _Texts(archive)
    return {
        manifest.entry_key: hashlib.sha256(texts.of_manifest(manifest).encode("utf-8")).hexdigest()
        for manifest in manifests(archive)
    }


def _ledger(archive: Archive, register: Register) -> Iterator[Damage]:
    """Where the ledger parts from a register that proves itself; events are read one by one only where it does."""
    if not archive.ledger.holds(register.lines()):
        yield from ledger_damages(archive, register.events(), register.head())


def _filed(register: Register) -> tuple[StoredObject, ...]:
    """The objects of papers from outside that lie in dossiers."""
    return tuple(
        item
        for dossier in register.dossiers()
        for document in register.dossier_documents(dossier.year, dossier.code)
        for item in document.objects
    )


def _unwitnessed(register: Register, witnesses: Iterable[Head]) -> Iterator[Damage]:
    for witness in witnesses:
        if witness.seq and register.hash_of(witness.seq) != witness.hash:
            reason = f"Sổ không còn khớp với mã đã in hoặc đã xuất ở việc thứ {witness.seq}: sổ đã bị viết lại."
            yield Damage(harm=Harm.WITNESS, path=printed(witness), reason=reason)


def _published(places: Places, entries: Iterable[Entry], depth: Depth, *, strangers: bool = True) -> Iterator[Damage]:
    """What a clerk changed, removed or added among the copies; the archive does not mind."""
    expected: set[str] = set()
    held = sizes(places.published)
    for index, entry in enumerate(entries):
        if entry.state is not EntryState.ISSUED:
            continue
        for item, name in file_names(entry):
            expected.add(name)
            if held.get(name) == item.size and not (
                depth.reads(index) and _sha256(places.published / name) != item.sha256
            ):
                continue
            number = f"{entry.number} năm {entry.year}"
            if name not in held and item.role is ObjectRole.ATTACHMENT and _of_first_release(places, entry):
                continue
            if name not in held:
                yield Damage(harm=Harm.PUBLISHED_MISSING, number=number, path=name, reason="Bản đã ban hành bị mất.")
            else:
                yield Damage(harm=Harm.PUBLISHED_ALTERED, number=number, path=name, reason="Bản đã ban hành bị sửa.")
    for name in sorted(set(held) - expected) if strangers else ():
        yield Damage(harm=Harm.PUBLISHED_STRANGER, path=name, reason="Tệp này không có trong sổ.")


def _of_first_release(places: Places, entry: Entry) -> bool:
    """Whether a release before 0.2.0 issued it: those put no attachment beside the document."""
    manifest = Archive(places.archive).manifest(entry.entry_key)
    return manifest is None or release(manifest.versions).startswith("0.1.")


def _twice_given(
    places: Places, archive: Archive, found: Iterable[Damage], entries: Iterable[Entry]
) -> Iterator[Damage]:
    """Of the copies that are not what was issued: those that another copy of the office has issued."""
    altered = {damage.number for damage in found if damage.harm is Harm.PUBLISHED_ALTERED}
    suspected = [entry for entry in entries if f"{entry.number} năm {entry.year}" in altered]
    for number, reason in witnessing.twice_given(places, archive, suspected):
        yield Damage(harm=Harm.TWICE_GIVEN, number=number, reason=f"Một số cấp cho hai văn bản: {reason}.")


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _clock(register: Register) -> Iterator[Damage]:
    """Where the clock of the machine went back by a day or more between two givings of numbers.

    Only these have the moment at which they happened: what an interruption left is entered with the moment of asking.
    """
    latest: datetime | None = None
    for event in register.events():
        if event.deed != "reserve":
            continue
        moment = datetime.fromisoformat(event.moment)
        if latest is not None and latest - moment >= timedelta(days=1):
            days = f"từ ngày {numeric_date(vietnam_day(latest))} về ngày {numeric_date(vietnam_day(moment))}"
            yield Damage(harm=Harm.CLOCK_BACK, reason=f"Đồng hồ của máy lùi {days} tại việc thứ {event.seq}.")
        latest = moment if latest is None or moment > latest else latest


def _unfinished(register: Register) -> Iterator[Damage]:
    for entry in register.reserved():
        number = f"{entry.number} năm {entry.year}"
        yield Damage(harm=Harm.UNFINISHED, number=number, reason="Đã cấp số, đang hoàn tất.")
