"""``Tìm``: one box for people, papers, numbers and texts."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vanban.web.front import front_of
from vanban.workflows.seeking import seek


def _page(request: Request) -> Response:
    front = front_of(request)
    words = request.query_params.get("chu", "").strip()
    found = seek(front.workspace, front.checked(request), words[:200], front.deed().moment)
    return front.page(request, "seeking", "Tìm", words=words, found=found)


ROUTES: Final[tuple[BaseRoute, ...]] = (Route("/{year:year}/tim", _page),)
