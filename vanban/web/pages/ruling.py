"""``Quy định``: the rules of a day with their articles, what differs between two days, sources, a new pack of them."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.domain.wording import read_day
from vanban.errors import MistypedDay, UnreadableRequest
from vanban.web.front import front_of
from vanban.web.sent import Sent, Upload, kept, post
from vanban.workflows.law_book import law_changes, law_of, law_on, law_sources
from vanban.workflows.law_update import LawUpdate, read_update, take_update


def _page(request: Request) -> Response:
    return _shown(request)


def _shown(request: Request, update: LawUpdate | None = None) -> Response:
    front = front_of(request)
    law = law_of(front.workspace)
    day = _day(request, "ngay", front.deed().day)
    before, after = request.query_params.get("truoc", ""), request.query_params.get("sau", "")
    rows = law_on(law, day).rows
    compared = law_changes(law, _day(request, "truoc", day), _day(request, "sau", day)).pairs if before or after else ()
    return front.page(
        request,
        "ruling",
        "Quy định",
        day=day,
        topics=[(topic, list(found)) for topic, found in groupby(rows, key=lambda row: row.topic)],
        compared=compared,
        before=before,
        after=after,
        packs=[(pack, list(uses)) for pack, uses in groupby(law_sources(law).uses, key=lambda one: one.pack)],
        update=update,
        content=update.data.decode("utf-8", "surrogateescape") if update else "",
    )


def _day(request: Request, name: str, otherwise: date) -> date:
    written = request.query_params.get(name, "").strip()
    day = read_day(written) if written else otherwise
    if day is None:
        raise MistypedDay(day=written)
    return day


def _look(request: Request, sent: Sent) -> Response:
    """What would be judged otherwise by the pack; nothing is taken yet."""
    if not sent.files:
        raise UnreadableRequest()
    front = front_of(request)
    with kept(sent.files[0]) as path:
        return _shown(request, front.reader.do(sent.files[0].name, read_update, front.workspace, path))


def _take(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    data = sent.fields.get("noi-dung", ("",))[0].replace("\r\n", "\n").encode("utf-8", "surrogateescape")
    with kept(Upload("quy-dinh.yaml", data)) as path:
        update = front.reader.do("bộ quy định", read_update, front.workspace, path)
    take_update(front.workspace, update)
    return RedirectResponse(f"/{front.year(request)}/quy-dinh", 303)


_HERE: Final = "/{year:year}/quy-dinh"

ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route(_HERE, _page),
    post(f"{_HERE}/xem", _look),
    post(f"{_HERE}/nhan", _take),
)
