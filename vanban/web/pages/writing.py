"""``Lời văn``: every text of the year as lines to edit, out to Word and back with what would change."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from binascii import Error as NotEncoded
from hashlib import sha256
from typing import Any, Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.domain.editing_style import BASIS, STYLE_OF
from vanban.durable import scratch_folder
from vanban.errors import NoPage, UnreadableRequest
from vanban.pdf import page_count
from vanban.web.front import Front, front_of
from vanban.web.pages.looking import handed, pictured
from vanban.web.remedies import on_page
from vanban.web.sent import Sent, Upload, kept, post
from vanban.workflows.tables import target_grid
from vanban.workflows.text_export import export_text
from vanban.workflows.text_import import ImportRequest, TextImported, import_text
from vanban.workflows.text_preview import as_pdf, preview_text
from vanban.workflows.text_writing import (
    KINDS_OF_LINE,
    OutlineLine,
    TextEdit,
    list_texts,
    open_text,
    save_text,
    take_text_back,
)
from vanban.workspace import read_file

_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LARGEST: Final = 32 << 20
_DEEPEST: Final = 12
_MOST_LINES: Final = 5_000
_SHOWN: Final = 60


def _list(request: Request) -> Response:
    front = front_of(request)
    return front.page(request, "texts", "Lời văn", texts=list_texts(front.workspace, front.year(request)))


def _text(request: Request) -> Response:
    return _shown(request)


def _shown(request: Request, taken: TextImported | None = None, given: Upload | None = None) -> Response:
    front = front_of(request)
    name = request.query_params.get("ten", "")
    opened = open_text(front.workspace, front.year(request), name)
    names = [one.name for one in list_texts(front.workspace, front.year(request))]
    after = next(iter(names[names.index(name) + 1 :]), "") if name in names else ""
    told = {
        "next": f"/{front.year(request)}/loi-van/sua?ten={quote(after)}" if after else "",
        "place": f"/{front.year(request)}/loi-van/luu?ten={quote(name)}",
        "content": opened.content,
        "deepest": _DEEPEST,
        "leveled": list(STYLE_OF.values()),
        "basis": BASIS,
        "preview": f"/{front.year(request)}/loi-van/xem-truoc?ten={quote(name)}",
    }
    return front.page(
        request,
        "text",
        opened.listed.title,
        opened=opened,
        told=json.dumps(told, ensure_ascii=False).replace("<", "\\u003c"),
        kinds=KINDS_OF_LINE,
        leveled=tuple(STYLE_OF.values()),
        table=STYLE_OF["table"],
        has_next=bool(after),
        targets=target_grid(front.workspace, front.year(request)) if name == "plan" else "",
        taken=taken,
        styles=STYLE_OF,
        given=given,
        given_data=b64encode(given.data).decode() if given else "",
        most=_SHOWN,
        mistakes=bool(taken and taken.findings),
    )


def _download(request: Request) -> Response:
    front = front_of(request)
    with scratch_folder() as folder:
        target = folder / "loi-van.docx"
        made = export_text(front.workspace, request.query_params.get("ten", ""), front.year(request), target)
        return handed(read_file(target), f"loi-van-{made.name.replace('/', '-')}.docx", _WORD)


def _look(request: Request, sent: Sent) -> Response:
    """What a Word or plain file says for the text, beside what stands; nothing is written yet."""
    if not sent.files:
        raise UnreadableRequest()
    return _shown(request, _taken(request, sent.files[0], sent, write=False), sent.files[0])


def _take(request: Request, sent: Sent) -> Response:
    try:
        data = b64decode(sent.get("du-lieu"), validate=True)
    except (NotEncoded, ValueError) as error:
        raise UnreadableRequest() from error
    given = Upload(sent.get("ten-tep"), data)
    _taken(request, given, sent, write=False)
    taken = _taken(request, given, sent, write=True)
    return _shown(request, taken, None if taken.wrote else given)


def _taken(request: Request, given: Upload, sent: Sent, *, write: bool) -> TextImported:
    front: Front = front_of(request)
    name, keep = request.query_params.get("ten", ""), sent.get("giu-nam") == "1"
    with kept(given, (".txt", ".md")) as path:
        asked = ImportRequest(name, path, front.year(request), write, keep, front.converter)
        if write:
            return import_text(front.workspace, asked, front.deed())
        return front.reader.do(given.name, import_text, front.workspace, asked, front.deed())


def _save(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    told = sent.json if isinstance(sent.json, dict) else {}
    lines, deed = _lines(told.get("lines")), front.deed()
    name = request.query_params.get("ten", "")
    saved = save_text(front.workspace, TextEdit(name, front.year(request), lines, str(told.get("seen", ""))), deed)
    if saved is None:
        return JSONResponse({"changed": True})
    said = [f"{one.reason} {one.remedy}" for one in saved.findings]
    answer = {
        "changed": False,
        "wrong": list(map(on_page, said)),
        "doubts": list(map(on_page, saved.doubts)),
        "hour": front.hour(deed.moment),
        "content": open_text(front.workspace, front.year(request), name).content,
    }
    return JSONResponse(answer)


def _preview(request: Request, sent: Sent) -> Response:
    """The paper as the lines say it now: how many pages it has and where its pictures are, or why there is none.

    Without LibreOffice the Word file itself is shown.
    """
    front = front_of(request)
    told = sent.json if isinstance(sent.json, dict) else {}
    name = request.query_params.get("ten", "")
    made = preview_text(front.workspace, TextEdit(name, front.year(request), _lines(told.get("lines")), ""))
    if made.word is None:
        return JSONResponse({"why_not": on_page(made.why_not)})
    word = made.word
    place = f"/{front.year(request)}/loi-van/xem-truoc/{sha256(word).hexdigest()}"
    front.previews.get(place, lambda: word)
    converter = front.converter
    if converter is None:
        return JSONResponse({"word": place})
    printed = front.previews.get(f"{place}/pdf", lambda: as_pdf(converter, word, name.replace("/", "-")))
    return JSONResponse({"pages": page_count(printed), "place": place})


def _preview_picture(request: Request) -> Response:
    front = front_of(request)
    place, at = request.url.path, request.query_params.get("trang", "")
    if not at.isdecimal():
        return Response(front.previews.get(place, _unknown), media_type=_WORD)
    printed = front.previews.get(f"{place}/pdf", _unknown)
    return Response(pictured(front, printed, int(at[:6]), "Xem trước"), media_type="image/png")


def _unknown() -> bytes:
    raise NoPage()


def _lines(told: Any) -> tuple[OutlineLine, ...]:
    if not isinstance(told, list) or len(told) > _MOST_LINES or not all(isinstance(one, dict) for one in told):
        raise UnreadableRequest()
    return tuple(map(_line, told))


def _line(one: dict[str, Any]) -> OutlineLine:
    kind, depth, text, origin = one.get("kind"), one.get("depth"), one.get("text"), one.get("origin")
    if kind not in KINDS_OF_LINE or not isinstance(text, str) or not isinstance(depth, int):
        raise UnreadableRequest()
    if not 0 <= depth <= _DEEPEST or not (origin is None or isinstance(origin, int)):
        raise UnreadableRequest()
    return OutlineLine(kind, depth, text, origin=origin)


def _back(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    name, number = request.query_params.get("ten", ""), sent.get("ban")
    if not number.isdecimal():
        raise UnreadableRequest()
    take_text_back(front.workspace, front.year(request), name, int(number[:9]), front.deed())
    return RedirectResponse(f"/{front.year(request)}/loi-van/sua?ten={quote(name)}", 303)


_HERE: Final = "/{year:year}/loi-van"

ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route(_HERE, _list),
    Route(f"{_HERE}/sua", _text),
    Route(f"{_HERE}/tai-ve", _download),
    post(f"{_HERE}/luu", _save),
    post(f"{_HERE}/xem-truoc", _preview),
    Route(f"{_HERE}/xem-truoc/{{mark}}", _preview_picture),
    post(f"{_HERE}/xem", _look, largest=_LARGEST),
    post(f"{_HERE}/nhan", _take, largest=48 << 20),
    post(f"{_HERE}/lay-lai", _back),
)
