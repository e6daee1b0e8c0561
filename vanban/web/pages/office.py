"""``Cơ quan``: the office as a form made from its model; who signs and what is cited stand in tables of their own."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.errors import UnreadableRequest
from vanban.web.front import front_of
from vanban.web.sent import MARK, Sent, post
from vanban.workflows.record_form import (
    Filled,
    RecordForm,
    office_form,
    office_form_with_one_more,
    save_office_form,
    take_office_back,
)
from vanban.workflows.record_lists import LISTS
from vanban.workflows.tables import list_tables

_MORE: Final = "them"
_WITHOUT: Final = "bo"
_SEEN: Final = "thay"
_OWN: Final = frozenset({MARK, _MORE, _WITHOUT, _SEEN})


def _office(request: Request) -> Response:
    front = front_of(request)
    return _shown(request, office_form(front.workspace, front.checked(request)))


def _shown(request: Request, form: RecordForm, saved: str = "") -> Response:
    front = front_of(request)
    lists = {part.name for part in LISTS}
    listed = [one for one in list_tables(front.checked(request)) if one.name in lists and one.of_office]
    wrong = bool(form.wrong or form.faults or form.overtaken)
    return front.page(request, "office", "Cơ quan", form=form, lists=listed, saved=saved, mistakes=wrong)


def _save(request: Request, sent: Sent) -> Response:
    front, deed = front_of(request), front_of(request).deed()
    values = {name: said[0].replace("\r\n", "\n") for name, said in sent.fields.items() if name not in _OWN}
    filled = Filled(values, frozenset(sent.every(_WITHOUT)), sent.get(_SEEN))
    if sent.get(_MORE):
        return _shown(request, office_form_with_one_more(front.workspace, filled, sent.get(_MORE)))
    form = save_office_form(front.workspace, filled, deed)
    if not form.wrote:
        return _shown(request, form)
    return _shown(request, office_form(front.workspace, front.checked(request)), front.hour(deed.moment))


def _take_back(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    if not sent.get("ban").isdecimal():
        raise UnreadableRequest()
    take_office_back(front.workspace, int(sent.get("ban")[:9]), front.deed())
    return RedirectResponse(f"/{front.year(request)}/co-quan", 303)


_HERE: Final = "/{year:year}/co-quan"

ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route(_HERE, _office),
    post(_HERE, _save),
    post(f"{_HERE}/lay-lai", _take_back),
)
