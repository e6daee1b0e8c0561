"""``Lập văn bản``: what would be built and why, building in the background, how far it is, stopping it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from vanban.domain.work_year import WorkYear
from vanban.errors import TooHeavy
from vanban.web.front import Front, front_of
from vanban.web.labour import Labour
from vanban.web.sent import Sent, post
from vanban.workflows.build import BuildRequest, Built, DocumentOutcome, build
from vanban.workflows.looking import built_documents
from vanban.workflows.notice import Notice
from vanban.workflows.sayings import STATE_WORDS, built_sentence

_SHOWN: Final = 40
_HEARTBEAT_S: Final = 5.0
_UNKNOWN: Final = "Chưa xem được sẽ lập những gì; bấm “Lập văn bản” thì chương trình xem lại từ đầu."


def _request(front: Front, year: WorkYear) -> BuildRequest:
    return BuildRequest(year=year, converter=front.converter, workers=front.workers)


def _page(request: Request) -> Response:
    front = front_of(request)
    labour = front.bench.now()
    built = labour.outcome if labour and isinstance(labour.outcome, Built) else None
    return front.page(
        request,
        "build",
        "Lập văn bản",
        built=built,
        said=built_sentence(built) if built else "",
        words=said_of(labour) if labour else "",
        fit=front.checked(request).ok,
        converter=front.converter,
    )


def _would_build(request: Request) -> Response:
    front = front_of(request)
    try:
        told = front.would_build.told(front.year(request))
    except TooHeavy:
        return front.page(request, "would_build", "Sẽ lập", groups=[], said=_UNKNOWN)
    groups = [
        (STATE_WORDS[state][:1].upper() + STATE_WORDS[state][1:], documents)
        for state in DocumentOutcome
        if (documents := [one for one in told.documents if one.state is state])
        and state is not DocumentOutcome.UNCHANGED
    ]
    said = "Sẽ lập những văn bản này" if groups else "Mọi văn bản đã lập đúng theo dữ liệu; không có gì phải lập lại."
    there = {one.name for one in built_documents(front.workspace, front.year(request))}
    return front.page(request, "would_build", "Sẽ lập", groups=groups, said=said, most=_SHOWN, there=there)


def _begin(request: Request, _sent: Sent) -> Response:
    front = front_of(request)
    year = front.year(request)

    def work(notice: Notice) -> Built:
        return build(front.workspace, _request(front, year), notice)

    front.bench.begin("Lập văn bản", f"/{year}/lap", front.deed().moment, work)
    return RedirectResponse(f"/{year}/lap", 303)


def said_of(labour: Labour) -> str:
    """What is being done now, and how far it is."""
    if labour.stopping and labour.running:
        return "Đang dừng…"
    far = f": {labour.done}/{labour.total}" if labour.total else ""
    return f"{labour.step or labour.name}{far}"


async def _hear(request: Request) -> Response:
    """How far the work is, told again whenever it goes on."""
    bench = front_of(request).bench

    async def stream() -> AsyncIterator[str]:
        seen, running = -1, True
        while running and not await request.is_disconnected():
            seen, labour = await run_in_threadpool(bench.after, seen, _HEARTBEAT_S)
            running = labour is not None and labour.running
            percent, words = (labour.percent, said_of(labour)) if labour else (0, "")
            yield f"data: {json.dumps({'percent': percent, 'words': words, 'running': running})}\n\n"

    return StreamingResponse(stream(), media_type="text/event-stream")


def _stop(request: Request, _sent: Sent) -> Response:
    front = front_of(request)
    front.bench.stop()
    labour = front.bench.now()
    return RedirectResponse(labour.page if labour else f"/{front.year(request)}/", 303)


ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/lap", _page),
    post("/{year:year}/lap", _begin),
    Route("/{year:year}/lap/se-lap", _would_build),
    Route("/{year:year}/viec", _hear),
    post("/{year:year}/viec/dung", _stop),
)
