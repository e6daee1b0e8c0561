"""Put the routes of every page behind the guard; every error becomes a page with a sentence, here and nowhere else."""

from __future__ import annotations

from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from vanban.errors import (
    DataError,
    ForeignHost,
    ForeignRequest,
    NoPage,
    NoSession,
    RegisterFault,
    RequestTooLarge,
    UsageError,
    VanbanError,
)
from vanban.web.front import HERE, Front
from vanban.web.guard import STATIC, Guard
from vanban.web.pages import ROUTES

_STATUS: Final[tuple[tuple[type[VanbanError], int], ...]] = (
    (ForeignHost, 421),
    (ForeignRequest, 403),
    (NoSession, 403),
    (RequestTooLarge, 413),
    (NoPage, 404),
    (UsageError, 404),
    (DataError, 422),
    (RegisterFault, 409),
)


def application(front: Front) -> ASGIApp:
    """Everything that the server answers."""
    inner = Starlette(
        routes=[*ROUTES, Mount(STATIC.rstrip("/"), StaticFiles(directory=HERE / "static"))],
        exception_handlers={VanbanError: _refused, HTTPException: _unknown, Exception: _failed},
    )
    inner.state.front = front
    return Guard(inner, front.session, lambda error: _page(front, error))


def _failed(request: Request, failure: Exception) -> Response:
    """The one place that no exception passes: what nobody expected is written to the log and told in a sentence."""
    return _page(request.app.state.front, request.app.state.front.unexpected(failure))


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, VanbanError)
    return _page(request.app.state.front, error, request)


def _unknown(request: Request, _error: Exception) -> Response:
    return _page(request.app.state.front, NoPage(), request)


def _page(front: Front, error: VanbanError, request: Request | None = None) -> Response:
    """The page of an error; without a session one that says nothing of the office."""
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), 500)
    return front.refusal(error, status, request)
