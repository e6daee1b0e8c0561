"""Put the routes of every page together; every error becomes a page with a sentence, here and nowhere else."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from vanban.errors import NoPage, VanbanError
from vanban.web.bare import status_of
from vanban.web.front import Front
from vanban.web.pages import ROUTES


def application(front: Front) -> ASGIApp:
    """Everything that the server answers to whoever has passed the guard."""
    made = Starlette(
        routes=ROUTES,
        exception_handlers={VanbanError: _refused, HTTPException: _unknown, Exception: _failed},
    )
    made.state.front = front
    return made


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
    return front.refusal(error, status_of(error), request)
