"""``Năm mới``: a year begun from the one before it, and the days that were proposed for it, to be confirmed."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.domain.wording import read_day, weekday
from vanban.domain.work_year import WorkYear
from vanban.errors import MistypedDay, MistypedYear
from vanban.web.front import front_of
from vanban.web.sent import Sent, post
from vanban.workflows.confirming import Confirmation, ConfirmRequest, confirm_dates, dates_pending
from vanban.workflows.new_year import NewYear, NewYearRequest, new_year
from vanban.workflows.sayings import CARRIED_WORDS


def _page(request: Request, made: NewYear | None = None) -> Response:
    front = front_of(request)
    year = made.work_year if made else front.year(request)
    fit = front.latest.checked(year).year is not None
    return front.page(
        request,
        "new_year",
        "Năm mới",
        made=made,
        groups=_groups(made) if made else (),
        next_year=front.workspace.years()[-1].next,
        asked=year,
        pending=dates_pending(front.workspace, year).pending if fit else (),
        weekday=weekday,
    )


def _show(request: Request) -> Response:
    return _page(request)


def _groups(made: NewYear) -> tuple[tuple[str, int], ...]:
    counted = ((words, sum(one.what is what for one in made.files)) for what, words in CARRIED_WORDS.items())
    return tuple(pair for pair in counted if pair[1])


def _begin(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    try:
        year = WorkYear.read(sent.get("nam"))
    except ValueError as error:
        raise MistypedYear(year=sent.get("nam")) from error
    return _page(request, new_year(front.workspace, NewYearRequest(year)))


def _confirm(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    days = []
    for row in sent.every("dong"):
        written = sent.get(f"ngay-{row}")
        day = read_day(written)
        if day is None or not row.isdecimal():
            raise MistypedDay(day=written)
        days.append(Confirmation(int(row[:6]), day))
    year = front.year(request)
    confirm_dates(front.workspace, ConfirmRequest(year, tuple(days)))
    return RedirectResponse(f"/{year}/nam-moi", 303)


ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/nam-moi", _show),
    post("/{year:year}/nam-moi", _begin),
    post("/{year:year}/nam-moi/ngay", _confirm),
)
