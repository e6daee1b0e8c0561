"""``Mẫu``: the Word template of each kind, its fields, a copy to change, one's own sent back, papers of one's own."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.domain.finding import Finding, tally
from vanban.domain.own_paper import OnePer
from vanban.errors import NoPage, UnreadableRequest
from vanban.pdf import page_count
from vanban.web.front import Front, front_of
from vanban.web.pages.building import said_of
from vanban.web.pages.looking import handed, pictured
from vanban.web.sent import Sent, kept, post
from vanban.workflows.new_paper import NewPaper, PaperMade, new_paper
from vanban.workflows.templates import (
    Linted,
    copy_template,
    lint_templates,
    list_templates,
    mark_template,
    put_template,
    show_template,
    template_fields,
    template_in_force,
)
from vanban.workflows.text_preview import as_pdf

_LARGEST: Final = 32 << 20
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LINTING: Final = "Tìm lỗi trong các mẫu"
_ROWS: Final = {"0": "Không có dòng nào", "2": "2 dòng", "60": "60 dòng"}
_PER: Final = {
    OnePer.DOCUMENT: "một văn bản cho cả bảng",
    OnePer.ROW: "mỗi dòng một văn bản",
    OnePer.UNIT: "mỗi đơn vị một văn bản",
}


def _list(request: Request) -> Response:
    labour = front_of(request).bench.now()
    ours = labour is not None and labour.page == request.url.path
    linted = labour.outcome if labour and ours and isinstance(labour.outcome, Linted) else None
    return _listed(request, findings=linted.findings if linted else None)


def _listed(request: Request, made: PaperMade | None = None, findings: tuple[Finding, ...] | None = None) -> Response:
    front = front_of(request)
    return front.page(
        request,
        "templates",
        "Mẫu Word",
        words=said_of(labour) if (labour := front.bench.now()) else "",
        templates=list_templates(front.workspace).templates,
        made=made,
        findings=findings,
        said=tally(findings) if findings else "",
        per=_PER,
    )


def _one(request: Request) -> Response:
    return _told(request, None)


def _told(request: Request, findings: tuple[Finding, ...] | None) -> Response:
    front = front_of(request)
    name = request.path_params["name"]
    rows = request.query_params.get("hang", "")
    shown = _shown(front, name, int(rows)) if rows in _ROWS else None
    at = request.query_params.get("trang", "1")
    pages = shown[1] if shown else 0
    listed = next((one for one in list_templates(front.workspace).templates if one.kind == name), None)
    fields = template_fields(name, front.workspace.root).fields
    return front.page(
        request,
        "template",
        f"Mẫu: {listed.title}" if listed else "Mẫu",
        listed=listed,
        fields=fields,
        findings=findings,
        said=tally(findings) if findings else "",
        kind=name,
        rows=rows if shown else "",
        every_rows=_ROWS,
        pages=pages,
        page=int(at) if at.isdecimal() and 1 <= int(at[:6]) <= max(pages, 1) else 1,
    )


def _shown(front: Front, name: str, rows: int) -> tuple[bytes, int]:
    """What the template makes with so many rows: the PDF and its pages, or without LibreOffice the Word file and 0."""
    file, template = template_in_force(front.workspace, name)
    place = f"mau {name} {rows} {sha256(template).hexdigest()}"
    word = front.previews.get(place, lambda: front.reader.do(file, show_template, front.workspace, name, rows))
    converter = front.converter
    if converter is None:
        return word, 0
    printed = front.previews.get(f"{place} pdf", lambda: as_pdf(converter, word, file))
    return printed, page_count(printed)


def _picture(request: Request) -> Response:
    """A page of it, or the Word file where no page is asked for."""
    front = front_of(request)
    name, rows = request.path_params["name"], request.query_params.get("hang", "")
    if rows not in _ROWS:
        raise NoPage()
    made, pages = _shown(front, name, int(rows))
    at = request.query_params.get("trang", "")
    if pages and at.isdecimal():
        return Response(pictured(front, made, int(at[:6]), name), media_type="image/png")
    return Response(made, media_type=_WORD)


def _download(request: Request) -> Response:
    front = front_of(request)
    name, data = template_in_force(front.workspace, request.path_params["name"])
    return handed(data, name, _WORD)


def _copy(request: Request, _sent: Sent) -> Response:
    front = front_of(request)
    copy_template(front.workspace, request.path_params["name"])
    return RedirectResponse(f"/{front.year(request)}/mau/{request.path_params['name']}", 303)


def _lint(request: Request, _sent: Sent) -> Response:
    front = front_of(request)
    page = f"/{front.year(request)}/mau"
    front.bench.begin(_LINTING, page, front.deed().moment, lambda _notice: lint_templates(front.workspace))
    return RedirectResponse(page, 303)


def _upload(request: Request, sent: Sent) -> Response:
    """Put the template in its place where nothing in it is wrong; else say what is."""
    if not sent.files:
        raise UnreadableRequest()
    front = front_of(request)
    given = sent.files[0]
    with kept(given) as path:
        if sent.get("lam") == "ghi-chu":
            marked = front.reader.do(given.name, mark_template, front.workspace, request.path_params["name"], path)
            return handed(marked, f"{request.path_params['name']}-ghi-chu.docx", _WORD)
        linted = front.reader.do(given.name, put_template, front.workspace, request.path_params["name"], path)
    return _told(request, linted.findings)


def _new(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    one_per = {words: one for one, words in _PER.items()}.get(sent.get("moi"))
    asked = NewPaper(
        name=sent.get("ten"),
        columns=sent.get("cot"),
        title=sent.get("goi"),
        one_per=one_per,
        year=front.year(request),
    )
    if sent.files:
        with kept(sent.files[0]) as path:
            made = new_paper(front.workspace, NewPaper(**{**asked.__dict__, "letter": path}))
    else:
        made = new_paper(front.workspace, asked)
    return _listed(request, made, made.findings)


_ONE: Final = "/{year:year}/mau/{name}"

ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/mau", _list),
    post("/{year:year}/mau-soat", _lint),
    post("/{year:year}/mau-moi", _new, largest=_LARGEST),
    Route(_ONE, _one),
    Route(f"{_ONE}/tai-ve", _download),
    Route(f"{_ONE}/xem", _picture),
    post(f"{_ONE}/chep", _copy),
    post(f"{_ONE}/tai-len", _upload, largest=_LARGEST),
)
