"""The register: everything that may be done to it, each deed one event and one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Final, Self

from pydantic import JsonValue

from vanban.domain.accents import accent_free
from vanban.domain.damage import Damage, Harm
from vanban.domain.dossier import Dossier, DossierDocument
from vanban.domain.issuing_day import VIETNAM, check_day, vietnam_day
from vanban.domain.ledger import next_event
from vanban.domain.old_book import TakenOver
from vanban.domain.register_entry import (
    DocumentRequest,
    Entry,
    EntryKey,
    EntryState,
    Issued,
    Link,
    ObjectRole,
    SeriesOpening,
    SkippedNumbers,
    StoredObject,
)  # fmt: skip
from vanban.domain.register_row import titled
from vanban.domain.wording import numeric_date
from vanban.errors import (
    AlreadyIssued,
    LateNumber,
    NotPossible,
    NumberTaken,
    OutsideNumber,
    ReasonMissing,
    RegisterFault,
    RegisterUnwritable,
    RequestChanged,
    SeriesAlreadyOpen,
    SeriesNotOpen,
    TakenOverStays,
    UnexpectedNumber,
    UnsafeVolume,
    UnstableDocument,
)  # fmt: skip
from vanban.register.batch import Batch, Reservation
from vanban.register.connection import PATIENCE_S, connect, said, transaction
from vanban.register.deeds import do, keep_texts
from vanban.register.owner import Owner, alive
from vanban.register.reader import Reader
from vanban.register.rows import text_hash
from vanban.register.verification import damages
from vanban.register.volume import facts_of, refusal

_OUTSIDE: Final = "cấp ngoài chương trình"
FARTHEST: Final = 100
"""How many numbers one document may pass over: a slip of the finger can never be taken back."""


class Register(Reader):
    """An open register. Use it as a context manager, or close it."""

    @classmethod
    def open(
        cls, path: Path, *, create: bool = False, reading_only: bool = False, patience_s: float = PATIENCE_S
    ) -> Self:
        """The register at ``path``; ``create`` makes an empty one (in an existing folder) where there is none.

        Raises:
            NoRegister, ForeignRegister, NewerRegister: see :func:`vanban.register.connection.connect`.
            UnsafeVolume: the place is no good for writing; ``reading_only`` does not mind.
            BusyRegister: others hold it for longer than ``patience_s``.
        """
        if not reading_only:
            try:
                place = refusal(facts_of(path))
            except OSError as error:
                raise RegisterUnwritable(path=path, code=error.strerror) from error
            if place:
                raise UnsafeVolume(path=path, place=place)
        return cls(path, connect(path, create=create, patience_s=patience_s))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def image(self) -> bytes:
        """The file as it stands between two transactions: what a check looks at, and a backup holds."""
        with said(self.path):
            return self._connection.serialize()

    def damages(self) -> tuple[Damage, ...]:
        """Everything wrong with the register itself; nothing where it proves itself. Takes a second or two."""
        try:
            image = self.image()
        except RegisterFault as fault:
            return (Damage(harm=Harm.SQLITE, path=self.path.name, reason=fault.said),)
        return tuple(damages(self.path, image))

    def open_series(self, opening: SeriesOpening, moment: datetime, actor: str) -> None:
        """Take a series into use in a year, from any number on where a paper book goes before.

        Raises :class:`SeriesAlreadyOpen`.
        """
        with self._writing():
            known = self._opening(opening.series, opening.year)
            if known:
                raise SeriesAlreadyOpen(series=known.series, year=known.year, first=known.first)
            self._record("open_series", opening.model_dump(mode="json"), moment, actor)

    def reserve(
        self,
        batch: Batch,
        requests: Sequence[DocumentRequest],
        *,
        expected: Sequence[int | None] = (),
        evidence: date | None = None,
        confirmed: bool = False,
    ) -> Reservation:
        """Give each request the next number of its series, all at once; again with the same key, the same numbers.

        ``expected`` holds the numbers that the clerk counts on; ``evidence`` and ``confirmed`` go to
        :func:`vanban.domain.issuing_day.check_day`.

        Raises:
            SeriesNotOpen, AlreadyIssued, NumberTaken, RegisterFault, RequestChanged, UnexpectedNumber, NotPossible
            ClockBehind, LateNumber, DayNotCome, DayBeforeLast, DoubtfulDay
        """
        with self._writing():
            known = self.entries_of(batch.key)
            if known:
                return Reservation(_same(known, requests), fresh=False)
            holes = self._hole(requests, batch)
            for series in sorted({request.series for request in requests[len(holes) :]}):
                self._require_no_later(series, batch)
                check_day(batch.day, batch.moment, self.last_day(series), evidence=evidence, confirmed=confirmed)
            for series in sorted({request.series for request in requests}):
                self._open_if_new_year(series, batch)
            ordinals = [*holes, *self._next_ordinals(requests[len(holes) :], batch)]
            self._check(requests, ordinals, batch.day.year, expected)
            documents: list[JsonValue] = [
                {"ordinal": ordinal, "request": request.model_dump(mode="json")}
                for ordinal, request in zip(ordinals, requests, strict=True)
            ]
            body: dict[str, JsonValue] = {"batch": batch.key, "day": batch.day.isoformat(), "documents": documents}
            self._record("reserve", body, batch.moment, batch.actor)
            self._work_on(batch.key, batch.owner)
            return Reservation(self.entries_of(batch.key), fresh=True)

    def claim(self, batch: str, owner: Owner) -> bool:
        """Take over an unfinished batch unless a living process is at it; whether it is ours now.

        One that another process was through with meanwhile is nobody's.
        """
        with self._writing():
            holders = [
                Owner(*row) for row in self._rows("SELECT pid, started, boot FROM work WHERE batch = ?", (batch,))
            ]
            if holders and holders[0] != owner and alive(holders[0]):
                return False
            if not holders and not any(entry.state is EntryState.RESERVED for entry in self.entries_of(batch)):
                return False
            self._work_on(batch, owner)
            return True

    def enter(self, documents: Sequence[Issued], moment: datetime, actor: str) -> None:
        """Enter finished documents: from here on they are issued. Those that are entered already stay as they are.

        Raises:
            NotPossible: a number that was given up.
            UnstableDocument: a number that is issued with another manifest.
        """
        with self._writing():
            fresh = [document for document in documents if self._awaits(document)]
            if not fresh:
                return
            texts = {document.entry_key: accent_free(document.text) for document in fresh}
            bodies: list[JsonValue] = [
                {
                    **document.model_dump(mode="json", exclude={"text"}),
                    "text_sha256": text_hash(texts[document.entry_key]),
                }
                for document in fresh
            ]
            self._record("enter", {"documents": bodies}, moment, actor)
            keep_texts(self._connection, texts.items())

    def bring_texts(self, texts: Mapping[EntryKey, str]) -> None:
        """Give documents their searchable texts again, where these are the ones that were sealed with them."""
        plain = {key: accent_free(text) for key, text in texts.items()}
        with self._writing():
            sealed = [key for key, text in plain.items() if self.entry(key).text_sha256 == text_hash(text)]
            keep_texts(self._connection, [(key, plain[key]) for key in sealed])

    def finish(self, batch: str) -> None:
        """Say that a batch is through to its end: nothing of it is left to do."""
        with self._writing():
            self._connection.execute("DELETE FROM work WHERE batch = ?", (batch,))

    def void(self, key: EntryKey, reason: str, moment: datetime, actor: str) -> None:
        """Give a number up: its row stays with the reason, and nobody gets it again.

        Raises :class:`NoSuchEntry`, :class:`NotPossible`.
        """
        with self._writing():
            entry = self.entry(key)
            what = f"số {entry.number} năm {entry.year}"
            if not reason.strip():
                raise ReasonMissing(deed="hủy", what=what)
            if entry.state is EntryState.PAPER:
                raise TakenOverStays(number=entry.number, year=entry.year, series=entry.series)
            if entry.state is EntryState.VOID:
                raise NotPossible(deed="hủy", what=what, reason=f"số này đã hủy với lý do “{entry.void_reason}”")
            body: dict[str, JsonValue] = {"entry_key": key.model_dump(mode="json"), "reason": reason.strip()}
            self._record("void", body, moment, actor)

    def link(self, link: Link, moment: datetime, actor: str) -> None:
        """Say that one issued document corrects, replaces, recalls or amends another; saying it twice is fine.

        Raises :class:`NoSuchEntry`, :class:`NotPossible`.
        """
        with self._writing():
            if link in self.links(link.source):
                return
            self._linkable(link.source, link.target, EntryState.ISSUED)
            self._record("link", link.model_dump(mode="json"), moment, actor)

    def add_object(self, key: EntryKey, item: StoredObject, moment: datetime, actor: str) -> None:
        """Put one more file beside an issued document (its signed copy); adding the same again is fine.

        Raises :class:`NoSuchEntry`, :class:`NotPossible`.
        """
        with self._writing():
            entry = self.entry(key)
            if entry.state is not EntryState.ISSUED:
                reason = "số này chưa ban hành hoặc đã hủy"
                raise NotPossible(deed="thêm tệp vào", what=f"số {entry.number} năm {entry.year}", reason=reason)
            if any(held.sha256 == item.sha256 and held.role == item.role for held in entry.objects):
                return
            body: dict[str, JsonValue] = {
                "entry_key": key.model_dump(mode="json"),
                "object": item.model_dump(mode="json"),
            }
            self._record("add_object", body, moment, actor)

    def retract_object(self, key: EntryKey, sha256: str, reason: str, moment: datetime, actor: str) -> None:
        """Set a wrong signed copy aside: it stays in the archive, and no longer counts as a copy of the document.

        Raises :class:`NoSuchEntry`, :class:`NotPossible`.
        """
        with self._writing():
            entry = self.entry(key)
            copies = {item.sha256 for item in entry.objects if item.role is ObjectRole.SIGNED_COPY}
            what = f"số {entry.number} năm {entry.year}"
            if not reason.strip():
                raise ReasonMissing(deed="rút bản đã ký của", what=what)
            if sha256 not in copies:
                why_not = "tệp này không phải là bản đã ký đang lưu của số ấy"
                raise NotPossible(deed="rút bản đã ký của", what=what, reason=why_not)
            body: dict[str, JsonValue] = {
                "entry_key": key.model_dump(mode="json"),
                "sha256": sha256,
                "reason": reason.strip(),
            }
            self._record("retract_object", body, moment, actor)

    def skip(self, last: EntryKey, reason: str, moment: datetime, actor: str) -> None:
        """Pass over the next numbers of a series up to ``last``: they were given outside the program.

        Where the register has come that far already nothing happens. Raises :class:`SeriesNotOpen`.
        """
        with self._writing():
            if not self._opening(last.series, last.year):
                raise SeriesNotOpen(series=last.series, year=last.year)
            if last.ordinal >= self.next_ordinal(last.series, last.year):
                self._skip(last.series, last.year, last.ordinal, (moment, actor), reason)

    def import_paper(self, rows: Sequence[Entry | TakenOver], batch: str, moment: datetime, actor: str) -> None:
        """Take rows of an old book over: numbers without files, and documents that it has beside a number.

        A number of the old book is never given again, nor any before it. Raises :class:`SeriesNotOpen`,
        :class:`NotPossible`. Numbers that the register has already are refused.
        """
        with self._writing():
            if self.knows_batch(batch):
                return
            for row in rows:
                if not self._opening(row.series, row.year):
                    raise SeriesNotOpen(series=row.series, year=row.year)
                if (isinstance(row, Entry) and row.state is not EntryState.PAPER) or row.batch != batch:
                    reason = "chỉ nhận các số của sổ cũ"
                    raise NotPossible(deed="nhập", what=f"số {row.number} năm {row.year}", reason=reason)
                if row.ordinal >= self.next_ordinal(row.series, row.year):
                    self._require_near(row.series, row.year, row.ordinal, "nhập")
                    self._skip(row.series, row.year, row.ordinal, (moment, actor))
                if isinstance(row, Entry):
                    self._check_free(row, row.ordinal, row.year)
            entries: list[JsonValue] = [row.model_dump(mode="json") for row in rows if isinstance(row, Entry)]
            beside: list[JsonValue] = [
                row.model_dump(mode="json", exclude={"batch"}) for row in rows if isinstance(row, TakenOver)
            ]
            if entries:
                self._record("import_paper", {"batch": batch, "entries": entries}, moment, actor)
            if beside:
                self._record("take_over", {"batch": batch, "rows": beside}, moment, actor)

    def open_dossier(self, dossier: Dossier, moment: datetime, actor: str) -> None:
        """Put a dossier on the year's list. Raises :class:`NotPossible` where the list has that number."""
        with self._writing():
            if dossier.code in {known.code for known in self.dossiers(dossier.year)}:
                what = f"hồ sơ {dossier.code} năm {dossier.year}"
                raise NotPossible(deed="mở", what=what, reason="số và ký hiệu này đã có")
            self._record("open_dossier", dossier.model_dump(mode="json", exclude={"closed_on"}), moment, actor)

    def file(self, year: int, code: str, document: DossierDocument, moment: datetime, actor: str) -> None:
        """Put a document into a dossier, after those it holds; an entry that lies there already stays once.

        Raises :class:`NoSuchEntry`, :class:`NotPossible`.
        """
        with self._writing():
            self.require_open(year, code, "thêm văn bản vào")
            if document.entry_key:
                self.entry(document.entry_key)
            if document not in self.dossier_documents(year, code):
                body: dict[str, JsonValue] = {"year": year, "code": code, "document": document.model_dump(mode="json")}
                self._record("file", body, moment, actor)

    def close_dossier(self, year: int, code: str, closed_on: date, moment: datetime, actor: str) -> None:
        """End a dossier: its affair is over. Raises :class:`NoSuchEntry`, :class:`NotPossible`."""
        with self._writing():
            self.require_open(year, code, "kết thúc")
            body: dict[str, JsonValue] = {"year": year, "code": code, "closed_on": closed_on.isoformat()}
            self._record("close_dossier", body, moment, actor)

    def _require_near(self, series: str, year: int, ordinal: int, deed: str) -> None:
        upcoming = self.next_ordinal(series, year)
        if ordinal - upcoming > FARTHEST:
            reason = f"cách số tiếp theo ({upcoming:02d}) quá xa; nếu đúng, hãy chạy “vanban register continue” trước"
            raise NotPossible(deed=deed, what=f"số {ordinal} năm {year} của hệ thống số “{series}”", reason=reason)

    def _skip(self, series: str, year: int, last: int, when: tuple[datetime, str], reason: str = _OUTSIDE) -> None:
        skipped = SkippedNumbers(
            series=series, year=year, first=self.next_ordinal(series, year), last=last, reason=reason
        )
        self._record("skip", skipped.model_dump(mode="json"), *when)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with said(self.path), transaction(self._connection):
            yield

    def _record(self, deed: str, body: Mapping[str, JsonValue], moment: datetime, actor: str) -> None:
        when = moment.astimezone(VIETNAM).isoformat(timespec="seconds")
        do(self._connection, next_event(self.head(), when, actor, deed, dict(body)))

    def _opening(self, series: str, year: int) -> SeriesOpening | None:
        return next((found for found in self.openings() if (found.series, found.year) == (series, year)), None)

    def _open_if_new_year(self, series: str, batch: Batch) -> None:
        """A series that was in use in an earlier year begins the new one with 01 (Điều 15 khoản 1)."""
        year = batch.day.year
        known = [opening for opening in self.openings() if opening.series == series]
        if any(opening.year == year for opening in known):
            return
        earlier = [opening for opening in known if opening.year < year]
        if not earlier:
            raise SeriesNotOpen(series=series, year=year)
        update = {"year": year, "first": 1, "last_paper_day": None}
        opening = earlier[-1].model_copy(update=update)
        self._record("open_series", opening.model_dump(mode="json"), batch.moment, batch.actor)

    def _require_no_later(self, series: str, batch: Batch) -> None:
        """No number of the series has a day after the machine's today: either that day or the clock is wrong.

        Raises :class:`LateNumber`, which names the number.
        """
        today = vietnam_day(batch.moment)
        last = self.last_day(series)
        if last is None or last <= today:
            return
        late = self._entries(
            "WHERE series = ? AND issued_on = ? AND state IN ('issued', 'reserved')", (series, last.isoformat())
        )
        if late:
            facts = {"number": late[0].number, "ordinal": late[0].ordinal, "year": late[0].year, "series": series}
            raise LateNumber(today=numeric_date(today), last=numeric_date(last), **facts)

    def _hole(self, requests: Sequence[DocumentRequest], batch: Batch) -> list[int]:
        """The number that another system has given to the first document, if it lies among those passed over before.

        Raises :class:`NotPossible`: that number is no longer free, or the day does not stand between its neighbours';
        :class:`PaperBookNumber`.
        """
        series, year, given = requests[0].series, batch.day.year, batch.given
        if given is None or given >= self.next_ordinal(series, year):
            return []
        key = EntryKey(series=series, year=year, ordinal=given)
        what = f"số {given:02d} năm {year} của hệ thống số “{series}”"
        try:
            holder = self.entry(key)
        except OutsideNumber:
            pass
        else:
            reason = f"số này đã có trong sổ, ngày {numeric_date(holder.issued_on)}: {titled(holder)}"
            raise NotPossible(deed="cấp", what=what, reason=reason)
        before, after = self.days_around(key)
        check_day(batch.day, batch.moment, before, confirmed=True)
        if after and batch.day > after:
            reason = f"ngày {numeric_date(batch.day)} muộn hơn ngày {numeric_date(after)} của số đứng sau"
            raise NotPossible(deed="cấp", what=what, reason=reason)
        return [given]

    def _next_ordinals(self, requests: Sequence[DocumentRequest], batch: Batch) -> list[int]:
        """The next numbers, after those that another system gave meanwhile: these are passed over."""
        year = batch.day.year
        if requests and batch.given and batch.given > self.next_ordinal(requests[0].series, year):
            self._require_near(requests[0].series, year, batch.given, "cấp")
            self._skip(requests[0].series, year, batch.given - 1, (batch.moment, batch.actor))
        upcoming = {series: self.next_ordinal(series, year) for series in {request.series for request in requests}}
        ordinals = []
        for request in requests:
            ordinals.append(upcoming[request.series])
            upcoming[request.series] += 1
        return ordinals

    def _check(
        self, requests: Sequence[DocumentRequest], ordinals: Sequence[int], year: int, expected: Sequence[int | None]
    ) -> None:
        for granted, wanted in zip(ordinals, expected or [None] * len(ordinals), strict=True):
            if wanted is not None and granted != wanted:
                raise UnexpectedNumber(granted=granted, expected=wanted)
        for request, ordinal in zip(requests, ordinals, strict=True):
            for entry in self.issued_as(request.plan_year, request.kind, request.key):
                if entry.revision == request.revision and entry.state in (EntryState.RESERVED, EntryState.ISSUED):
                    raise AlreadyIssued(
                        document=request.name,
                        called=request.called,
                        number=entry.number,
                        day=numeric_date(entry.issued_on),
                    )
            self._check_free(request, ordinal, year)
            for act in request.acts_on:
                self._linkable(None, act.target)

    def _check_free(self, request: DocumentRequest, ordinal: int, year: int) -> None:
        taken = self._entries(
            "WHERE year = ? AND ordinal = ? AND symbol = ? AND organ_name = ?",
            (year, ordinal, request.symbol, request.organ_name),
        )
        if taken:
            raise NumberTaken(number=taken[0].number, year=year, series=taken[0].series)

    def _work_on(self, batch: str, owner: Owner) -> None:
        row = (batch, owner.pid, owner.started, owner.boot)
        self._connection.execute("INSERT OR REPLACE INTO work VALUES (?, ?, ?, ?)", row)

    def _awaits(self, document: Issued) -> bool:
        """Whether the number still waits for its document."""
        entry = self.entry(document.entry_key)
        if entry.state is EntryState.ISSUED:
            if entry.manifest_sha256 != document.manifest_sha256:
                raise UnstableDocument(number=f"{entry.number} năm {entry.year}")
            return False
        if entry.state is not EntryState.RESERVED:
            what = f"số {entry.number} năm {entry.year}"
            raise NotPossible(deed="ban hành", what=what, reason="số này đã hủy")
        return True

    def _linkable(self, source: EntryKey | None, target: EntryKey, state: EntryState | None = None) -> None:
        """Only what is issued can be acted on, only by what is issued."""
        ends: list[tuple[EntryKey, tuple[EntryState, ...]]] = [(target, (EntryState.ISSUED, EntryState.PAPER))]
        if source and state:
            ends.append((source, (state,)))
        for key, states in ends:
            entry = self.entry(key)
            if entry.state not in states or source == target:
                what = f"số {entry.number} năm {entry.year}"
                raise NotPossible(
                    deed="ghi liên kết tới", what=what, reason="văn bản chưa ban hành, đã hủy hoặc là một"
                )

    def require_open(self, year: int, code: str, deed: str) -> None:
        """That a dossier takes that deed. Raises :class:`NoSuchEntry`, :class:`NotPossible` once it is closed."""
        closed = self.dossier(year, code).closed_on
        if closed:
            what = f"hồ sơ {code} năm {year}"
            raise NotPossible(deed=deed, what=what, reason=f"hồ sơ đã kết thúc ngày {numeric_date(closed)}")


def _identity(request: DocumentRequest) -> DocumentRequest:
    """What two requests for one number must share: how many copies are made was counted otherwise before."""
    return request.model_copy(update={"copies": None})


def _same(known: tuple[Entry, ...], requests: Sequence[DocumentRequest]) -> tuple[Entry, ...]:
    """The entries of a batch asked for again; what it asks for must be what it asked for."""
    asked = [DocumentRequest.model_validate(dict(request)) for request in requests]
    fields = set(DocumentRequest.model_fields)
    given = [DocumentRequest.model_validate(entry.model_dump(include=fields)) for entry in known]
    if [_identity(one) for one in asked] != [_identity(one) for one in given]:
        raise RequestChanged(numbers=", ".join(entry.number for entry in known))
    return known
