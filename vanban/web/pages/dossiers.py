"""``Hồ sơ``: the year's list of dossiers, what lies in each, filing, closing, the forms of Phụ lục V."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.domain.document_name import document_name
from vanban.domain.dossier import RetentionPeriod
from vanban.domain.register_entry import EntryState
from vanban.domain.wording import read_day
from vanban.errors import MistypedDay, MistypedPeriod, NoPage, NoRegister, UnreadableRequest
from vanban.web.front import Front, front_of
from vanban.web.pages.looking import handed
from vanban.web.sent import Sent, kept, post
from vanban.workflows import books, dossier_desk
from vanban.workflows.books import DossierPrint
from vanban.workflows.dossier_desk import ClosingRequest, DossierRequest, DossiersSeen, FilingRequest, OutsidePaper
from vanban.workflows.foresight import issued_entries
from vanban.workspace import read_file

_LARGEST: Final = 64 << 20
_FOREVER: Final = "vĩnh viễn"
_MOST_YEARS: Final = 100


def _page(request: Request) -> Response:
    return _shown(request)


def _shown(request: Request, notices: tuple[str, ...] = ()) -> Response:
    front = front_of(request)
    year = front.year(request)
    seen = _seen(front, request)
    folder = front.workspace.dossier_forms(year)
    return front.page(
        request,
        "dossiers",
        "Hồ sơ",
        seen=seen,
        notices=notices,
        entries=[
            (document_name(one.kind, one.key), one)
            for one in issued_entries(front.workspace, year)
            if one.state is EntryState.ISSUED
        ],
        forms=sorted(path.name for path in folder.iterdir()) if folder.is_dir() else [],
    )


def _seen(front: Front, request: Request) -> DossiersSeen | None:
    """The dossiers of the year; nothing where there is no register yet."""
    try:
        year = front.year(request).register_year
        return dossier_desk.list_dossiers(front.workspace, year, front.deed().moment)
    except NoRegister:
        return None


def _open(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    asked = DossierRequest(
        sent.get("ky-hieu"),
        sent.get("tieu-de")[:500],
        _period(sent.get("bao-quan")),
        sent.get("de-muc")[:200],
        year=front.year(request).register_year,
    )
    if not asked.title:
        raise UnreadableRequest()
    dossier_desk.open_dossier(front.workspace, asked, front.deed())
    return _back(request)


def _period(said: str) -> RetentionPeriod:
    """``10``, ``10 năm`` or ``vĩnh viễn``. Raises :class:`MistypedPeriod`."""
    text = said.casefold().removesuffix("năm").strip()
    if text == _FOREVER:
        return RetentionPeriod()
    if not text.isdecimal() or not 1 <= int(text[:4]) <= _MOST_YEARS:
        raise MistypedPeriod(said=said)
    return RetentionPeriod(years=int(text[:4]))


def _file(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    with ExitStack() as held:
        outside = None
        if sent.files:
            day, sheets = sent.get("ngay"), sent.get("so-to")
            dated = read_day(day) if day else None
            if day and dated is None:
                raise MistypedDay(day=day)
            outside = OutsidePaper(
                held.enter_context(kept(sent.files[0])),
                sent.get("trich-yeu")[:600] or sent.files[0].name[:600],
                sent.get("so-ky-hieu")[:100],
                dated,
                sent.get("tac-gia")[:200],
                int(sheets[:4]) if sheets.isdecimal() and int(sheets[:4]) else None,
            )
        documents = tuple(name for name in sent.every("van-ban") if name)
        if not documents and outside is None:
            raise UnreadableRequest()
        asked = FilingRequest(sent.get("ho-so"), documents, outside, front.year(request).register_year)
        added = dossier_desk.add(front.workspace, asked, front.deed())
    return _shown(request, added.notices) if added.notices else _back(request)


def _close(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    written = sent.get("ngay")
    day = read_day(written) if written else None
    if written and day is None:
        raise MistypedDay(day=written)
    asked = ClosingRequest(sent.get("ho-so"), day, front.year(request).register_year)
    dossier_desk.close_dossier(front.workspace, asked, front.deed())
    return _back(request)


def _print(request: Request, _sent: Sent) -> Response:
    front = front_of(request)
    year = front.year(request)
    folder = front.workspace.dossier_forms(year)
    asked = DossierPrint(folder, front.deed().moment, year.register_year, front.converter)
    books.print_dossiers(front.workspace, asked)
    return _back(request)


def _form(request: Request) -> Response:
    front = front_of(request)
    folder = front.workspace.dossier_forms(front.year(request))
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name == request.query_params.get("ten"):
            kind = "application/pdf" if path.suffix == ".pdf" else "application/octet-stream"
            return handed(read_file(path), path.name, kind)
    raise NoPage()


def _back(request: Request) -> Response:
    return RedirectResponse(f"/{front_of(request).year(request)}/ho-so", 303)


_HERE: Final = "/{year:year}/ho-so"

ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route(_HERE, _page),
    post(f"{_HERE}/mo", _open),
    post(f"{_HERE}/them", _file, largest=_LARGEST),
    post(f"{_HERE}/ket-thuc", _close),
    post(f"{_HERE}/in", _print),
    Route(f"{_HERE}/mau", _form),
)
