"""``Soát văn bản khác``: any Word file: what breaks Nghị định 30, beside its pages; corrected and annotated copies."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final, NoReturn

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.durable import scratch_folder
from vanban.errors import FileNotKept, NoPage, UnreadableRequest
from vanban.web.front import Front, front_of
from vanban.web.pages.looking import handed, pictured
from vanban.web.sent import Sent, Upload, kept, post
from vanban.workflows.law_book import law_of, readable_office
from vanban.workflows.looking import StrangerSeen, look_at_stranger
from vanban.workflows.proofread import ProofreadRequest, proofread_files
from vanban.workspace import read_file

_LARGEST: Final = 32 << 20
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_COPIES: Final = ("sua", "ghi-chu")


def _page(request: Request) -> Response:
    front = front_of(request)
    key = request.query_params.get("tep", "")
    if not key:
        return front.page(request, "proofread", "Soát văn bản khác", seen=None, key="", page=1)
    _, seen = _brought(front, key)
    at = request.query_params.get("trang", "1")
    page = int(at) if at.isdecimal() and 1 <= int(at[:6]) <= max(seen.pages, 1) else 1
    return front.page(request, "proofread", "Soát văn bản khác", seen=seen, key=key, page=page)


def _read(request: Request, sent: Sent) -> Response:
    """What is found, or the copy that is asked for, made in a process with bounds: the file is a stranger's."""
    front = front_of(request)
    key, wanted = sent.get("tep"), sent.get("lam")
    if not key and not sent.files:
        raise UnreadableRequest()
    given = _brought(front, key)[0] if key else sent.files[0]
    if wanted in _COPIES:
        return _copy(front, given, wanted)
    key = sha256(given.name.encode() + b"\0" + given.data).hexdigest()
    front.strangers.get(key, lambda: (given, _seen(front, given)))
    return RedirectResponse(f"/{front.year(request)}/soat?tep={key}", 303)


def _seen(front: Front, given: Upload) -> StrangerSeen:
    with kept(given) as path:
        asked = ProofreadRequest(
            (path,),
            converter=front.converter,
            law=law_of(front.workspace),
            office=readable_office(front.workspace),
        )
        return front.reader.do(given.name, look_at_stranger, asked, given.name)


def _copy(front: Front, given: Upload, wanted: str) -> Response:
    with kept(given) as path, scratch_folder() as folder:
        copy = folder / "ban-sao.docx"
        asked = ProofreadRequest(
            (path,),
            converter=front.converter,
            with_pages=False,
            fixed=copy if wanted == "sua" else None,
            annotated=copy if wanted == "ghi-chu" else None,
            tracked=wanted == "sua",
            law=law_of(front.workspace),
            office=readable_office(front.workspace),
        )
        (read,) = front.reader.do(given.name, proofread_files, asked).files
        if read.fault is not None:
            raise read.fault
        stem = Path(given.name.replace("\\", "/")).stem[:80] or "van-ban"
        return handed(read_file(copy), f"{stem}-{wanted}.docx", _WORD)


def _picture(request: Request) -> Response:
    front = front_of(request)
    _, seen = _brought(front, request.query_params.get("tep", ""))
    at = request.query_params.get("trang", "1")
    if seen.pdf is None or not at.isdecimal():
        raise NoPage()
    return Response(pictured(front, seen.pdf, int(at[:6]), seen.name), media_type="image/png")


def _brought(front: Front, key: str) -> tuple[Upload, StrangerSeen]:
    """The file that was brought under that key. Raises :class:`vanban.errors.FileNotKept` once it is forgotten."""
    return front.strangers.get(key, _forgotten)


def _forgotten() -> NoReturn:
    raise FileNotKept()


ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/soat", _page),
    Route("/{year:year}/soat/trang", _picture),
    post("/{year:year}/soat", _read, largest=_LARGEST),
)
