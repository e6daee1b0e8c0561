"""``Hướng dẫn``: the guide as a page, and the section about a page in its place."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vanban.web.front import front_of
from vanban.web.guide import guide, section_of


def _guide(request: Request) -> Response:
    chapters = [one for one in guide() if one.level == 2]
    return front_of(request).page(request, "guide", "Hướng dẫn", chapters=chapters)


def _section(request: Request) -> Response:
    """The section about a page, to be laid below its title."""
    section = section_of(request.query_params.get("trang", "/")) or guide()[0]
    return front_of(request).page(request, "guide_piece", section.title, section=section)


ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/huong-dan", _guide),
    Route("/{year:year}/huong-dan/muc", _section),
)
