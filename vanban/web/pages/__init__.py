"""The routes of every page, one module a page."""

from __future__ import annotations

from typing import Final

from starlette.routing import BaseRoute

from vanban.web.pages import (
    beginning,
    building,
    checking,
    issuing,
    keeping,
    looking,
    new_year,
    proofreading,
    registering,
    start,
    tables,
)

ROUTES: Final[tuple[BaseRoute, ...]] = (
    *beginning.ROUTES,
    *start.ROUTES,
    *tables.ROUTES,
    *checking.ROUTES,
    *building.ROUTES,
    *looking.ROUTES,
    *issuing.ROUTES,
    *registering.ROUTES,
    *keeping.ROUTES,
    *proofreading.ROUTES,
    *new_year.ROUTES,
)
"""Every page of the program, in the order of the menu."""
