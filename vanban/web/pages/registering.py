"""``Sổ đăng ký``: search as one types, series taken into use, the book exported and printed."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.domain.register_entry import EntryState, SeriesOpening
from vanban.domain.register_row import STATES
from vanban.durable import scratch_folder
from vanban.errors import NoRegister, UnreadableRequest
from vanban.register import Query
from vanban.web.front import Front, front_of
from vanban.web.pages.looking import handed
from vanban.web.sent import Sent, post
from vanban.workflows import books, register_desk
from vanban.workflows.books import RegisterPrint
from vanban.workflows.check import office_of
from vanban.workflows.register_desk import Found, OpeningRequest, openings
from vanban.workspace import read_file

_PAGE: Final = 50
_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _list(request: Request) -> Response:
    front = front_of(request)
    words = request.query_params.get("tim", "").strip()
    at = request.query_params.get("trang", "1")
    page = int(at[:6]) if at.isdecimal() and int(at[:6]) else 1
    found, known = _found(front, Query(text=words, offset=(page - 1) * _PAGE, limit=_PAGE))
    office = office_of(front.workspace)
    open_now = {(one.series, one.year) for one in known}
    today = front.deed().day
    piece = request.headers.get("hx-target") == "ket-qua"
    return front.page(
        request,
        "entries" if piece else "register",
        "Sổ đăng ký văn bản đi",
        found=found,
        words=words,
        page=page,
        pages=found.pages if found else 0,
        states=STATES,
        issued=EntryState.ISSUED,
        openings=known,
        unopened=[one for one in office.number_series if (one.key, today.year) not in open_now],
    )


def _found(front: Front, query: Query) -> tuple[Found | None, tuple[SeriesOpening, ...]]:
    """What the register says; nothing where there is none yet."""
    try:
        return register_desk.find(front.workspace, query), openings(front.workspace)
    except NoRegister:
        if front.workspace.archive.exists():
            raise
        return None, ()


def _open(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    first, year = sent.get("so-dau", "1"), sent.get("nam")
    if not first.isdecimal() or not year.isdecimal():
        raise UnreadableRequest()
    asked = OpeningRequest(sent.get("he-thong"), int(first[:7]), int(year[:4]))
    register_desk.open_series(front.workspace, asked, front.deed())
    return RedirectResponse(f"/{front.year(request)}/so", 303)


def _export(request: Request) -> Response:
    front = front_of(request)
    with scratch_folder() as folder:
        target = folder / "so-van-ban-di.xlsx"
        register_desk.export(front.workspace, Query(), target)
        return handed(read_file(target), target.name, _EXCEL)


def _print(request: Request) -> Response:
    front = front_of(request)
    told = request.query_params
    for one in openings(front.workspace):
        if (one.series, str(one.year)) == (told.get("he-thong"), told.get("nam")):
            with scratch_folder() as folder:
                target = folder / f"so-{one.series}-{one.year}.docx"
                made = books.print_register(
                    front.workspace, RegisterPrint(target, one.series, one.year, converter=front.converter)
                )
                best = made.files[-1]
                kind = "application/pdf" if best.suffix == ".pdf" else "application/octet-stream"
                return handed(read_file(best), best.name, kind)
    raise UnreadableRequest()


ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/so", _list),
    post("/{year:year}/so/mo", _open),
    Route("/{year:year}/so/xuat", _export),
    Route("/{year:year}/so/in", _print),
)
