"""Answer from the first moment: the office is read in the background, and who asks meanwhile sees that it is."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from vanban.errors import NoPage, VanbanError
from vanban.web.bare import HERE, refused
from vanban.web.guard import STATIC

_WAITING: Final = "/dang-mo"
"""Where the page that is seen meanwhile hears that all is ready."""


class Opening:
    """Hands requests to the application once ``load`` has made it; until then a browser gets the page ``meanwhile``,
    and whatever else asks waits. What ``load`` fails with is told as ``watch`` words it."""

    def __init__(
        self, load: Callable[[], ASGIApp], meanwhile: Callable[[], str], watch: Callable[[BaseException], VanbanError]
    ) -> None:
        self._load, self._meanwhile, self._watch = load, meanwhile, watch
        self._static = Starlette(
            routes=[Mount(STATIC.rstrip("/"), StaticFiles(directory=HERE / "static"))],
            exception_handlers={HTTPException: lambda _request, _error: refused(NoPage())},
        )
        self._ready = threading.Event()
        self._app: ASGIApp | Response | None = None

    def begin(self) -> None:
        """Begin to load in the background."""
        threading.Thread(target=self._make, name="vanban-opening", daemon=True).start()

    def _make(self) -> None:
        try:
            self._app = self._load()
        except BaseException as failure:  # noqa: BLE001 - a thread has nobody to raise to: every request tells it
            self._app = refused(self._watch(failure))
        self._ready.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand the request on."""
        if scope["path"].startswith(STATIC):
            await self._static(scope, receive, send)
            return
        if not self._ready.is_set() and scope["path"] != _WAITING and _is_seen(scope):
            await HTMLResponse(self._meanwhile())(scope, receive, send)
            return
        await run_in_threadpool(self._ready.wait)
        app = Response() if scope["path"] == _WAITING else self._app
        assert app is not None
        await app(scope, receive, send)


def _is_seen(scope: Scope) -> bool:
    """Whether a browser asks for a page to be shown, rather than a script for an answer."""
    headers = Headers(scope=scope)
    shown = "text/html" in headers.get("accept", "") and "hx-request" not in headers
    return scope["method"] == "GET" and shown
