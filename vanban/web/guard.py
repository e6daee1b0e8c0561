"""Let nothing pass that a page of this server did not ask for (``docs/analysis/page.md``, the list of threats)."""

from __future__ import annotations

from collections.abc import Callable
from http.cookies import CookieError, Morsel, SimpleCookie
from typing import Final
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from vanban.errors import ForeignHost, ForeignRequest, NoSession, VanbanError
from vanban.web.session import Session, same

ALIVE: Final = "/dang-chay"
"""Where another ``vanban open`` asks whether this one runs."""

STATIC: Final = "/tinh/"
"""Where the program's own scripts and styles lie; they say nothing of the office."""

_READING: Final = frozenset({"GET", "HEAD"})
_MOST_FIELDS: Final = 20
_METHODS: Final = _READING | {"POST"}

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""What a page may load: what this server gives, and nothing that stands in the page itself."""

_HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """The server's only door: ``app`` sees a request only after its host, its origin and its session are right.

    ``refuse`` turns what is wrong with one into a page.
    """

    def __init__(self, app: ASGIApp, session: Session, refuse: Callable[[VanbanError], Response]) -> None:
        self._app, self._session, self._refuse = app, session, refuse
        self._hosts = frozenset({f"127.0.0.1:{session.port}", f"localhost:{session.port}"})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or hand the request on."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        answer = self._answer(scope)
        await (answer or self._app)(scope, receive, _dressed(scope, send))

    def _answer(self, scope: Scope) -> Response | None:
        """What the guard itself says to a request; ``None`` where it may pass."""
        headers = Headers(scope=scope)
        try:
            self._require_here(scope, headers)
        except VanbanError as error:
            return self._refuse(error)
        if scope["path"] == ALIVE:
            known = same(headers.get("x-vanban-token", ""), self._session.token)
            return Response(self._session.proof if known else "", status_code=200 if known else 403)
        if scope["path"].startswith(STATIC):
            return None
        if token := _token(scope):
            if not same(token, self._session.token):
                return self._refuse(NoSession())
            to = {"Location": scope["path"], "Set-Cookie": self._session.set_cookie}
            return Response(status_code=303, headers=to)
        if not same(self._cookie(headers), self._session.cookie):
            return self._refuse(NoSession())
        return None

    def _require_here(self, scope: Scope, headers: Headers) -> None:
        """The request is for this host, and comes from a page of it or from the address bar.

        Raises :class:`ForeignHost`, :class:`ForeignRequest`.
        """
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self._hosts:
            raise ForeignHost()
        method = scope["method"]
        if method not in _METHODS:
            raise ForeignRequest()
        site = headers.get("sec-fetch-site")
        if site not in (None, "same-origin", "none"):
            raise ForeignRequest()
        origin = headers.get("origin")
        if origin is not None and origin not in {f"http://{host}" for host in hosts}:
            raise ForeignRequest()
        if method not in _READING and (origin is None or site == "none"):
            # Every browser says with a form or a script where it comes from.
            raise ForeignRequest()

    def _cookie(self, headers: Headers) -> str:
        try:
            known: dict[str, Morsel[str]] = SimpleCookie(headers.get("cookie", ""))
        except CookieError:
            return ""
        return known[self._session.cookie_name].value if self._session.cookie_name in known else ""


def _token(scope: Scope) -> str:
    if scope["method"] not in _READING:
        return ""
    try:
        told: dict[str, list[str]] = parse_qs(scope["query_string"].decode("latin-1"), max_num_fields=_MOST_FIELDS)
    except ValueError:
        return ""
    return told.get("token", [""])[0]


def _dressed(scope: Scope, send: Send) -> Send:
    """Every answer says what a page may do; what says something of the office is kept by nobody on the way."""

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return dressed
