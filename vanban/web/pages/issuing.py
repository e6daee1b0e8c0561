"""``Ban hành``: what is ready and what is missing, the answers to check before a number is given, what came of it, and
what can be done about a number later."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.domain.document_name import document_name
from vanban.domain.register_entry import Entry, EntryState, Relation
from vanban.domain.wording import read_day
from vanban.domain.work_year import WorkYear
from vanban.domain.year import Year
from vanban.errors import MistypedDay, NoDocument, NoPage, UnreadableRequest
from vanban.web.front import Front, front_of
from vanban.web.labour import Labour
from vanban.web.pages.building import said_of
from vanban.web.pages.looking import handed
from vanban.web.sent import Sent, kept, post
from vanban.workflows import after_issue, issue_set
from vanban.workflows.after_issue import VoidRequest, citing
from vanban.workflows.board import board
from vanban.workflows.foresight import Foreseen, foresee, issued_entries, printing_papers, waiting
from vanban.workflows.issue_request import DEEDS, IssueRequest
from vanban.workflows.issue_set import IssuedSet
from vanban.workflows.issuing_terms import attachment_title, file_names, places_of
from vanban.workflows.notice import Notice
from vanban.workflows.register_desk import RetractRequest, SignedCopyRequest, retract_copy, sign_copy
from vanban.workspace import read_file

_LARGEST_COPY: Final = 64 << 20

_WAYS: Final[Mapping[str, Relation | None]] = {
    "": None,
    "thay-the": None,
    "dinh-chinh": Relation.CORRECTS,
    "thu-hoi": Relation.RECALLS,
}
"""What is done with a document: issued for the first time, or what is done to it afterwards."""


def _list(request: Request) -> Response:
    front = front_of(request)
    checked = front.checked(request)
    deed = front.deed()
    seen = board(front.workspace, checked, deed.moment)
    papers = tuple(paper for step in seen.steps for paper in step.papers)
    found = waiting(checked.year, papers) if checked.year else ()
    titles = {paper.name: paper.title for paper in papers}
    return front.page(
        request,
        "issue",
        "Ban hành",
        fit=checked.ok,
        ready=[paper for paper, missing in found if not missing],
        missing=[(paper, why) for paper, why in found if why],
        entries=issued_entries(front.workspace, checked.work_year),
        titles=titles,
    )


@dataclass(frozen=True)
class _Told:
    """What a form says of the document to be issued. Raises :class:`UnreadableRequest` where no form says that."""

    name: str
    way: str
    day: date | None
    number: int | None
    confirmed: bool

    @classmethod
    def of(cls, get: Callable[[str], str | None]) -> _Told:
        way, number = get("cach") or "", (get("so") or "").strip()
        if way not in _WAYS or (number and not number.isdecimal()):
            raise UnreadableRequest()
        written = (get("ngay") or "").strip()
        day = read_day(written) if written else None
        if written and day is None:
            raise MistypedDay(day=written)
        return cls(get("ten") or "", way, day, int(number[:7]) if number else None, get("dung-ngay") == "1")

    def asked(self, front: Front, year: Year, expected: int | None = None) -> IssueRequest:
        """The same as a workflow takes it."""
        return IssueRequest(
            (self.name,),
            year=year.year,
            day=self.day,
            expected=None if self.number else expected,
            number=self.number,
            converter=front.converter,
            with_pdf=front.converter is not None,
            confirmed=self.confirmed,
            replacing=self.way == "thay-the",
            acting=_WAYS[self.way],
        )


def _ask(request: Request) -> Response:
    """Check answers: nothing is written, everything is told before the one button."""
    front = front_of(request)
    told = _Told.of(request.query_params.get)
    year = front.checked(request).fit
    seen = foresee(year, front.workspace, told.asked(front, year), front.deed())
    before = _entry(front, year.year, told.name)
    falls = before is not None and told.way in ("thay-the", "thu-hoi")
    return front.page(
        request,
        "issue_ask",
        _HEADINGS[told.way],
        seen=seen,
        told=told,
        document=_title(front, request, seen),
        deed=_BUTTONS[told.way].format(number=seen.ordinal or ""),
        before=before,
        consequences=citing(front.workspace, before.entry_key) if before and falls else (),
        mistakes=seen.fault is not None,
    )


_HEADINGS: Final = {
    "": "Kiểm tra trước khi cấp số",
    "thay-the": "Kiểm tra trước khi thay thế",
    "dinh-chinh": "Kiểm tra trước khi đính chính",
    "thu-hoi": "Kiểm tra trước khi thu hồi",
}
_BUTTONS: Final = {
    "": "Cấp số {number} và vào sổ",
    "thay-the": "Cấp số {number} cho bản thay thế và vào sổ",
    "dinh-chinh": "Cấp số {number} cho công văn đính chính và vào sổ",
    "thu-hoi": "Cấp số {number} cho công văn thu hồi và vào sổ",
}


def _title(front: Front, request: Request, seen: Foreseen) -> str:
    if seen.request is not None:
        return f"{seen.request.type_name}: {seen.request.subject}"
    steps = board(front.workspace, front.checked(request), front.deed().moment).steps
    titles = {paper.name: paper.title for step in steps for paper in step.papers}
    return titles.get(seen.name, seen.name)


def _issue(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    year = front.checked(request).fit
    expected = sent.get("du-kien")
    if not expected.isdecimal():
        raise UnreadableRequest()
    asked = _Told.of(sent.get).asked(front, year, int(expected[:7]))
    deed = front.deed()

    def work(notice: Notice) -> IssuedSet:
        return issue_set.issue(front.workspace, asked, deed, notice)

    page = f"/{year.year}/ban-hanh/xong"
    front.bench.begin("Cấp số và vào sổ", page, deed.moment, work)
    return RedirectResponse(page, 303)


def _done(request: Request) -> Response:
    """What came of it: how far it is, then the number and what comes next."""
    front = front_of(request)
    labour: Labour | None = front.bench.now()
    if labour is None or labour.page != request.url.path:
        return RedirectResponse(f"/{front.year(request)}/ban-hanh", 303)
    if labour.fault is not None:
        raise labour.fault
    return front.page(
        request,
        "issue_done",
        "Đang cấp số" if labour.running else "Đã cấp số",
        issued=labour.outcome,
        printing=_printing(front, request, labour.outcome) if labour.outcome else (),
        words=said_of(labour),
    )


def _printing(front: Front, request: Request, issued: IssuedSet) -> tuple[str, ...]:
    """What prints the numbers that were just given; nothing while the data cannot be used."""
    year = front.checked(request).year
    if year is None:
        return ()
    named = ((document_name(one.kind, one.key), one.issued_on) for one in issued.entries)
    return tuple(dict.fromkeys(title for name, day in named for title in printing_papers(year, name, day)))


def _entry(front: Front, year: WorkYear, name: str) -> Entry | None:
    """The last number of the document that holds."""
    entries = [one for one in issued_entries(front.workspace, year) if one.state is EntryState.ISSUED]
    return next((one for one in reversed(entries) if document_name(one.kind, one.key) == name), None)


def _number(request: Request) -> Response:
    """What the register knows of a number, and what can be done about it."""
    front = front_of(request)
    entry = _of_number(front, request)
    holds = entry.state is EntryState.ISSUED
    return front.page(
        request,
        "number",
        f"Số {entry.number} năm {entry.year}",
        entry=entry,
        holds=holds,
        files=[(name.rpartition("/")[2], attachment_title(item)) for item, name in file_names(entry)],
        citing=citing(front.workspace, entry.entry_key),
        signed=sum(item.name == "signed.pdf" for item in entry.objects),
        deeds=DEEDS,
        letters=_letters(front, request, entry),
    )


def _letters(front: Front, request: Request, entry: Entry) -> frozenset[Relation]:
    """What the year's letters do to the document."""
    year = front.checked(request).year
    letters = year.letters if year else ()
    name = document_name(entry.kind, entry.key)
    return frozenset(act.relation for letter in letters for act in letter.acts_on if act.document == name)


def _of_number(front: Front, request: Request) -> Entry:
    series, ordinal = request.path_params["series"], request.path_params["ordinal"]
    for entry in issued_entries(front.workspace, front.year(request)):
        if (entry.series, entry.ordinal) == (series, ordinal):
            return entry
    raise NoDocument(key=f"số {ordinal}", nearest="")


def _file(request: Request) -> Response:
    front = front_of(request)
    entry = _of_number(front, request)
    wanted = request.query_params.get("tep", "")
    for _, name in file_names(entry):
        short = name.rpartition("/")[2]
        if short == wanted:
            data = read_file(places_of(front.workspace).published / name)
            return handed(data, short, "application/pdf" if short.endswith(".pdf") else "application/octet-stream")
    raise NoPage()


def _void(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    entry = _of_number(front, request)
    reason = sent.get("ly-do")
    if not reason:
        raise UnreadableRequest()
    asked = VoidRequest(entry.series, entry.ordinal, reason[:500], entry.year)
    after_issue.void(front.workspace, asked, front.deed())
    return RedirectResponse(request.url.path.removesuffix("/huy"), 303)


def _sign(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    entry = _of_number(front, request)
    if not sent.files:
        raise UnreadableRequest()
    with kept(sent.files[0]) as path:
        asked = SignedCopyRequest(document_name(entry.kind, entry.key), path, entry.plan_year)
        sign_copy(front.workspace, asked, front.deed())
    return RedirectResponse(request.url.path.removesuffix("/ban-ky"), 303)


def _retract(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    entry = _of_number(front, request)
    reason = sent.get("ly-do")
    if not reason:
        raise UnreadableRequest()
    name = document_name(entry.kind, entry.key)
    if sent.files:
        with kept(sent.files[0]) as path:
            retract_copy(front.workspace, RetractRequest(name, reason[:500], path, entry.plan_year), front.deed())
    else:
        retract_copy(front.workspace, RetractRequest(name, reason[:500], None, entry.plan_year), front.deed())
    return RedirectResponse(request.url.path.removesuffix("/rut-ban-ky"), 303)


_NUMBER: Final = "/{year:year}/ban-hanh/so/{series}/{ordinal:int}"

ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/ban-hanh", _list),
    Route("/{year:year}/ban-hanh/kiem", _ask),
    post("/{year:year}/ban-hanh", _issue),
    Route("/{year:year}/ban-hanh/xong", _done),
    Route(_NUMBER, _number),
    Route(f"{_NUMBER}/tep", _file),
    post(f"{_NUMBER}/huy", _void),
    post(f"{_NUMBER}/ban-ky", _sign, largest=_LARGEST_COPY),
    post(f"{_NUMBER}/rut-ban-ky", _retract, largest=_LARGEST_COPY),
)
