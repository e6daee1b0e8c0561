"""``Cơ quan`` and every other part of a year that is no table, as forms made from their models; who signs and what is
cited stand in tables of their own."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.errors import NoRecord, UnreadableRequest
from vanban.web.front import front_of
from vanban.web.sent import MARK, Sent, post
from vanban.workflows.form_tree import NEW, FormChoice, values_in
from vanban.workflows.record_form import (
    Filled,
    RecordForm,
    drop_record,
    list_records,
    open_record,
    record_with_one_more,
    save_record,
    take_record_back,
)
from vanban.workflows.record_lists import LISTS
from vanban.workflows.record_standing import OFFICE, RecordPlace
from vanban.workflows.tables import list_tables

_MORE: Final = "them"
_WITHOUT: Final = "bo"
_SEEN: Final = "thay"
_LIKE: Final = "nhu"
_OWN: Final = frozenset({MARK, _MORE, _WITHOUT, _SEEN, _LIKE})
_NEW: Final = "moi"
_MOST_IN_A_LIST: Final = 40
"""Of more choices one is written with help instead of chosen."""


def _place(request: Request) -> RecordPlace:
    part = request.path_params.get("part", OFFICE)
    return RecordPlace(front_of(request).year(request), part, request.query_params.get("ten", ""))


def _office(request: Request) -> Response:
    front = front_of(request)
    return _shown(request, open_record(front.workspace, _place(request), front.checked(request)))


def _list(request: Request) -> Response:
    """The records of a part; of a part that is one record, that record."""
    front, place = front_of(request), _place(request)
    asked = request.query_params
    found = next((one for one in list_records(front.workspace, place.year) if one.name == place.part), None)
    if found is None:
        raise NoRecord(name=place.part)
    line = int(asked["dong"][:9]) if asked.get("dong", "").isdecimal() else None
    if found.several and not (place.name or _NEW in asked or line is not None):
        return front.page(request, "records", found.title, listed=found)
    opened = open_record(front.workspace, place, front.checked(request), asked.get(_LIKE, ""), line)
    return _shown(request, opened)


def _shown(request: Request, form: RecordForm, saved: str = "") -> Response:
    front = front_of(request)
    lists = {part.name for part in LISTS} if form.place.part == OFFICE else set()
    listed = (
        [one for one in list_tables(front.checked(request)) if one.name in lists and one.of_office] if lists else []
    )
    wrong = bool(form.wrong or form.faults or form.overtaken)
    heading = form.title if form.place.part == OFFICE or form.called == form.title else f"{form.title}: {form.called}"
    return front.page(
        request,
        "record",
        form.title if form.place.part == OFFICE else heading,
        form=form,
        here_is=_address(form.place),
        at=f"?ten={quote(form.place.name)}" if form.place.name else f"?{_NEW}=1" if form.is_new else "",
        lists=listed,
        long=_long_lists(form),
        most=_MOST_IN_A_LIST,
        saved=saved,
        mistakes=wrong,
        new=NEW,
        is_office=form.place.part == OFFICE,
    )


def _address(place: RecordPlace) -> str:
    return "/co-quan" if place.part == OFFICE else f"/muc/{place.part}"


def _long_lists(form: RecordForm) -> dict[tuple[FormChoice, ...], str]:
    """The lists that are too long to be laid below every field: each once, by a name of its own."""
    long = dict.fromkeys(one.choices for one in values_in(form.entries) if len(one.choices) > _MOST_IN_A_LIST)
    return {choices: f"danh-sach-{number}" for number, choices in enumerate(long)}


def _save(request: Request, sent: Sent) -> Response:
    front, place, deed = front_of(request), _place(request), front_of(request).deed()
    values = {name: "\n".join(said).replace("\r\n", "\n") for name, said in sent.fields.items() if name not in _OWN}
    filled = Filled(values, frozenset(sent.every(_WITHOUT)), sent.get(_SEEN), sent.get(_LIKE))
    if sent.get(_MORE):
        return _shown(request, record_with_one_more(front.workspace, place, filled, sent.get(_MORE)))
    form = save_record(front.workspace, place, filled, deed)
    if not form.wrote:
        return _shown(request, form)
    opened = open_record(front.workspace, form.place, front.checked(request))
    return _shown(request, opened, front.hour(deed.moment))


def _drop(request: Request, sent: Sent) -> Response:
    front, place = front_of(request), _place(request)
    drop_record(front.workspace, place, sent.get(_SEEN), front.deed())
    return RedirectResponse(f"/{place.year}{_address(place)}", 303)


def _take_back(request: Request, sent: Sent) -> Response:
    front, place = front_of(request), _place(request)
    if not sent.get("ban").isdecimal():
        raise UnreadableRequest()
    take_record_back(front.workspace, place, int(sent.get("ban")[:9]), front.deed())
    return RedirectResponse(f"/{place.year}{_address(place)}", 303)


_OFFICE: Final = "/{year:year}/co-quan"
_HERE: Final = "/{year:year}/muc/{part}"

ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route(_OFFICE, _office),
    post(_OFFICE, _save),
    post(f"{_OFFICE}/lay-lai", _take_back),
    Route(_HERE, _list),
    post(_HERE, _save),
    post(f"{_HERE}/bo", _drop),
    post(f"{_HERE}/lay-lai", _take_back),
)
