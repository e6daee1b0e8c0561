"""``Soát văn bản khác``: any Word file: what breaks Nghị định 30, and copies that are corrected or annotated."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vanban.durable import scratch_folder
from vanban.errors import UnreadableRequest
from vanban.web.front import front_of
from vanban.web.pages.looking import handed
from vanban.web.sent import Sent, kept, post
from vanban.workflows.law_book import law_of, readable_office
from vanban.workflows.proofread import FileProofread, ProofreadRequest, proofread_files
from vanban.workspace import read_file

_LARGEST: Final = 32 << 20
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def _page(request: Request) -> Response:
    return front_of(request).page(request, "proofread", "Soát văn bản khác", read=None, findings=(), file="")


def _read(request: Request, sent: Sent) -> Response:
    """What is found, or the copy that is asked for, made in a process with bounds: the file is a stranger's."""
    front = front_of(request)
    if not sent.files:
        raise UnreadableRequest()
    given = sent.files[0]
    wanted = sent.get("lam")
    with kept(given) as path, scratch_folder() as folder:
        copy = folder / "ban-sao.docx" if wanted in ("sua", "ghi-chu") else None
        asked = ProofreadRequest(
            (path,),
            converter=front.converter,
            with_pages=copy is None,
            fixed=copy if wanted == "sua" else None,
            annotated=copy if wanted == "ghi-chu" else None,
            tracked=wanted == "sua",
            law=law_of(front.workspace),
            office=readable_office(front.workspace),
        )
        (read,) = front.reader.do(given.name, proofread_files, asked).files
        if read.fault is not None:
            raise type(read.fault)(**{name: _named(fact, path, given.name) for name, fact in read.fault.facts.items()})
        if copy is not None and copy.is_file():
            stem = Path(given.name.replace("\\", "/")).stem[:80] or "van-ban"
            return handed(read_file(copy), f"{stem}-{wanted}.docx", _WORD)
    return front.page(
        request, "proofread", "Soát văn bản khác", read=read, findings=_findings(read, given.name), file=given.name
    )


def _named(fact: object, path: Path, name: str) -> object:
    return name if str(fact) in (str(path), path.name) else fact


def _findings(read: FileProofread, name: str) -> tuple[object, ...]:
    return tuple(one.as_finding(name) for one in read.read.findings) if read.read else ()


ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/soat", _page),
    post("/{year:year}/soat", _read, largest=_LARGEST),
)
