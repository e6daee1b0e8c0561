"""``Xem văn bản``: what was built, page by page as pictures, with text and findings beside."""

from __future__ import annotations

from hashlib import sha256
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vanban import pdf
from vanban.domain.accents import accent_free
from vanban.errors import NoDocument, NoPage
from vanban.web.front import Front, front_of
from vanban.workflows.board import STEPS, board
from vanban.workflows.looking import DocumentSeen, built, expected_of, findings_in, look, pdf_of, prints
from vanban.workflows.printing import bind_piles, print_plan
from vanban.workspace import read_file

_WIDTH: Final = 900
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _list(request: Request) -> Response:
    front = front_of(request)
    year = front.year(request)
    deed = front.deed()
    words = request.query_params.get("tim", "").strip()
    seen = board(front.workspace, front.checked(request), deed.moment)
    sought = accent_free(words).split()
    steps = [
        (step, [paper for paper in step.papers if all(word in accent_free(paper.title) for word in sought)])
        for step in seen.steps
    ]
    piece = request.headers.get("hx-target") == "ket-qua"
    return front.page(
        request,
        "papers" if piece else "look",
        "Xem văn bản",
        steps=[(step, papers) for step, papers in steps if papers],
        words=words,
        prints=prints(front.workspace, year),
        titles=STEPS,
    )


def _document(request: Request) -> Response:
    front = front_of(request)
    seen = _seen(front, request)
    at = request.query_params.get("trang", "1")
    page = int(at) if at.isdecimal() and 1 <= int(at[:6]) <= max(seen.pages, 1) else 1
    return front.page(request, "document", seen.title, seen=seen, page=page)


def _proofread(request: Request) -> Response:
    front = front_of(request)
    seen = _seen(front, request)
    expected = expected_of(front.checked(request).year, front.year(request), seen.name)
    findings = front.reader.do(seen.file, findings_in, seen, expected)
    return front.page(
        request, "proofread_piece", seen.title, findings=findings, paper=f"/xem/van-ban?ten={quote(seen.name)}"
    )


def _picture(request: Request) -> Response:
    front = front_of(request)
    name, at = request.query_params.get("ten", ""), request.query_params.get("trang", "1")
    one = built(front.workspace, front.year(request), name)
    data = pdf_of(front.workspace, one)
    if data is None or not at.isdecimal():
        raise NoPage()
    return Response(pictured(front, data, int(at[:6]), one.title), media_type="image/png")


def pictured(front: Front, data: bytes, page: int, name: str) -> bytes:
    """The picture of a page, made by a process of its own and kept for the next look."""
    return front.pictures.get(
        f"{sha256(data).hexdigest()} {page}", lambda: front.painter.do(name, pdf.picture, data, page, _WIDTH, name)
    )


def _file(request: Request) -> Response:
    front = front_of(request)
    one = built(front.workspace, front.year(request), request.query_params.get("ten", ""))
    if request.query_params.get("kieu") == "pdf":
        data = pdf_of(front.workspace, one)
        if data is None or one.pdf is None:
            raise NoPage()
        return handed(data, one.pdf.rpartition("/")[2], "application/pdf")
    return handed(read_file(front.workspace.output / one.path), one.path.rpartition("/")[2], _WORD)


def _pile(request: Request) -> Response:
    front = front_of(request)
    title = request.query_params.get("ten", "")
    for one in prints(front.workspace, front.year(request)):
        if one.title == title:
            data = read_file(front.workspace.output / one.path)
            return handed(data, one.path.rpartition("/")[2], "application/pdf")
    raise NoDocument(key=title, nearest="")


def _sheets(request: Request) -> Response:
    """How many sheets the papers take, receiver by receiver."""
    front = front_of(request)
    plan = print_plan(front.workspace, front.year(request))
    return front.page(request, "sheets", "Giấy cần in", plan=plan, piles=[str(pile) for pile in plan.piles])


def _bound(request: Request) -> Response:
    front = front_of(request)
    plan = print_plan(front.workspace, front.year(request))
    made = bind_piles(front.workspace, plan, front.converter) if plan.piles else plan
    if not made.file:
        raise NoPage()
    data = read_file(front.workspace.output / made.file)
    return handed(data, made.file.rpartition("/")[2], "application/pdf")


def handed(data: bytes, name: str, kind: str) -> Response:
    """A file to keep; a PDF is shown by the browser, anything else is put into the folder of downloads."""
    way = "inline" if kind == "application/pdf" else "attachment"
    disposition = f"{way}; filename*=UTF-8''{quote(name)}"
    return Response(data, media_type=kind, headers={"Content-Disposition": disposition})


def _seen(front: Front, request: Request) -> DocumentSeen:
    return look(front.workspace, front.year(request), request.query_params.get("ten", ""))


ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/xem", _list),
    Route("/{year:year}/xem/van-ban", _document),
    Route("/{year:year}/xem/soat", _proofread),
    Route("/{year:year}/xem/trang", _picture),
    Route("/{year:year}/xem/tep", _file),
    Route("/{year:year}/xem/tap-in", _pile),
    Route("/{year:year}/xem/giay", _sheets),
    Route("/{year:year}/xem/giay/ghep", _bound),
)
