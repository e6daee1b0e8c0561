"""The routes of every page, one module a page."""

from __future__ import annotations

from typing import Final

from starlette.routing import BaseRoute

from vanban.web.pages import (
    beginning,
    building,
    checking,
    dossiers,
    guiding,
    handing_out,
    issuing,
    keeping,
    looking,
    new_year,
    proofreading,
    records,
    registering,
    ruling,
    seeking,
    start,
    tables,
    templates,
    writing,
)

ROUTES: Final[tuple[BaseRoute, ...]] = (
    *beginning.ROUTES,
    *start.ROUTES,
    *records.ROUTES,
    *tables.ROUTES,
    *seeking.ROUTES,
    *writing.ROUTES,
    *handing_out.ROUTES,
    *checking.ROUTES,
    *building.ROUTES,
    *looking.ROUTES,
    *issuing.ROUTES,
    *registering.ROUTES,
    *dossiers.ROUTES,
    *keeping.ROUTES,
    *proofreading.ROUTES,
    *templates.ROUTES,
    *ruling.ROUTES,
    *new_year.ROUTES,
    *guiding.ROUTES,
)
"""Every page of the program, in the order of the menu."""
