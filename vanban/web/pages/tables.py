"""``Bảng dữ liệu``: every table of the data as a grid: checked as one types, saved cell by cell against what others
saved, taken back, sent as a file and taken from one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.errors import UnreadableRequest
from vanban.web.front import Front, front_of
from vanban.web.pages.looking import handed
from vanban.web.sent import Sent, post
from vanban.workflows.record_form import list_records
from vanban.workflows.row_checks import check_edited, check_rows
from vanban.workflows.tables import (
    SaveRequest,
    TableOpened,
    earlier_tables,
    list_tables,
    open_table,
    replace_table,
    save_rows,
    table_file,
    take_back,
)

_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LARGEST_SHEET: Final = 24 << 20
_MOST_ROWS: Final = 1 << 20


def _list(request: Request) -> Response:
    front = front_of(request)
    listed = list_tables(front.checked(request))
    records = list_records(front.workspace, front.year(request))
    return front.page(request, "tables", "Bảng dữ liệu", tables=listed, records=records)


def _table(request: Request) -> Response:
    front = front_of(request)
    opened = open_table(front.workspace, front.year(request), request.path_params["name"])
    return _shown(front, request, opened, opened.cells.rows)


def _shown(
    front: Front, request: Request, opened: TableOpened, base: Sequence[Sequence[str]], sent: str = ""
) -> Response:
    year = front.year(request)
    told = {
        "columns": [
            {"title": one.title, "used": bool(one.field), "required": one.required, "options": list(one.options)}
            for one in opened.cells.columns
        ],
        "rows": [list(row) for row in opened.cells.rows],
        "base": [list(row) for row in base],
        "sent": sent,
        "place": f"/{year}/bang/{opened.name}",
        "line": request.query_params.get("dong", ""),
        "lines": list(opened.cells.lines),
        "header": request.query_params.get("cot", ""),
    }
    return front.page(
        request,
        "table",
        opened.title,
        opened=opened,
        told=json.dumps(told, ensure_ascii=False).replace("<", "\\u003c"),
        earlier=earlier_tables(front.workspace, year, opened.name)[:20],
        example=[column.title for column in opened.cells.columns if column.required],
        sent=sent,
    )


def _check_edited(request: Request, sent: Sent) -> Response:
    """The quick answer to a keystroke: of the rows that were edited, by their places."""
    front = front_of(request)
    rows = _rows(sent.json, "rows")
    places = sent.json.get("places")
    if not isinstance(places, list) or len(places) != len(rows) or not all(map(_is_place, places)):
        raise UnreadableRequest()
    edited = dict(zip(places, rows, strict=True))
    found = check_edited(front.workspace, front.year(request), request.path_params["name"], edited)
    return JSONResponse({"findings": [one.to_json() for one in found]})


def _is_place(told: Any) -> bool:
    return type(told) is int and 0 <= told < _MOST_ROWS


def _check(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    rows = _rows(sent.json, "rows")
    checked = check_rows(front.workspace, front.year(request), request.path_params["name"], rows)
    return JSONResponse(checked.to_json())


def _save(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    told = sent.json if isinstance(sent.json, dict) else {}
    rows, origins = _rows(told, "rows"), told.get("origins")
    if not isinstance(origins, list) or len(origins) != len(rows):
        raise UnreadableRequest()
    base = _rows(told, "base")
    known = [one if isinstance(one, int) and 0 <= one < len(base) else None for one in origins]
    # A row that was copied is a new one where it stands a second time.
    once = [None if one in known[:place] else one for place, one in enumerate(known)]
    asked = SaveRequest(
        name=request.path_params["name"],
        base=tuple(base),
        rows=tuple(rows),
        origins=tuple(once),
        year=front.year(request),
        choices=tuple(bool(one) for one in told.get("choices", ())),
        seen=str(told.get("seen", "")),
    )
    width = len(open_table(front.workspace, front.year(request), asked.name).cells.columns)
    if any(len(row) != width for row in (*base, *rows)):
        raise UnreadableRequest()
    deed = front.deed()
    saved = save_rows(front.workspace, asked, deed)
    return JSONResponse({**saved.to_json(), "hour": front.hour(deed.moment)})


def _rows(told: Any, name: str) -> list[tuple[str, ...]]:
    rows = told.get(name) if isinstance(told, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise UnreadableRequest()
    if not all(isinstance(text, str) for row in rows for text in row):
        raise UnreadableRequest()
    return [tuple(row) for row in rows]


def _download(request: Request) -> Response:
    front = front_of(request)
    name, data = table_file(front.workspace, front.year(request), request.path_params["name"])
    return handed(data, name, _EXCEL)


def _upload(request: Request, sent: Sent) -> Response:
    """The rows of the file on the grid, not saved yet: whoever sent it looks at them first."""
    front = front_of(request)
    if not sent.files:
        raise UnreadableRequest()
    year, name = front.year(request), request.path_params["name"]
    given = sent.files[0]
    now = open_table(front.workspace, year, name)
    found = front.reader.do(given.name, replace_table, front.workspace, year, name, given.data, given.name)
    return _shown(front, request, found, now.cells.rows, sent=given.name)


def _take_back(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    number = sent.get("ban")
    if not number.isdecimal():
        raise UnreadableRequest()
    name = request.path_params["name"]
    take_back(front.workspace, front.year(request), name, int(number[:9]), front.deed())
    return RedirectResponse(f"/{front.year(request)}/bang/{name}", 303)


_TABLE: Final = "/{year:year}/bang/{name}"

ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/bang", _list),
    Route(_TABLE, _table),
    post(f"{_TABLE}/soat-dong", _check_edited),
    post(f"{_TABLE}/soat", _check),
    post(f"{_TABLE}/luu", _save),
    Route(f"{_TABLE}/tai-ve", _download),
    post(f"{_TABLE}/tai-len", _upload, largest=_LARGEST_SHEET),
    post(f"{_TABLE}/lay-lai", _take_back),
)
