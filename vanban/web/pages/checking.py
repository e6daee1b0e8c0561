"""``Kiểm tra``: everything that is wrong, by its cause, each place a link to where it is mended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vanban.domain.finding import Finding, Place, Severity, tally
from vanban.ingest import FileShape
from vanban.web.front import front_of
from vanban.workflows.causes import causes, part_of
from vanban.workflows.tables import GRIDS

_WITH_NAME: Final = re.compile(r"^\w+ \((.+)\)$")
"""A field as a text file's findings name it, with the word that stands in the file: ``locality (Địa phương)``."""


@dataclass(frozen=True)
class _Link:
    """One place: where it is mended, how it is called."""

    href: str
    words: str
    value: str | None
    remedy: str


@dataclass(frozen=True)
class _Group:
    severity: Severity
    reason: str
    remedy: str
    article: str
    places: tuple[_Link, ...]


def _check(request: Request) -> Response:
    front = front_of(request)
    checked = front.checked(request)
    groups = [
        _Group(one.severity, one.reason, one.remedy, one.article, tuple(map(_link, one.findings)))
        for one in causes(checked.findings)
    ]
    return front.page(
        request,
        "check",
        "Kiểm tra dữ liệu",
        groups=groups,
        tally=tally(checked.findings),
        errors=not checked.ok,
        mistakes=not checked.ok,
    )


def _link(finding: Finding) -> _Link:
    return _Link(href_of(finding.place), words_of(finding.place), finding.value, finding.remedy)


def href_of(place: Place) -> str:
    """Below the year: the table with the cell in which that place stands; nothing where no page mends it."""
    part = part_of(place.file)
    if part is None or part.name not in {one.name for one in GRIDS}:
        return ""
    told = {"dong": place.line, "cot": place.header} if part.shape is FileShape.TABLE else {}
    asked = urlencode({name: value for name, value in told.items() if value is not None})
    return f"/bang/{part.name}" + (f"?{asked}" if asked else "")


def words_of(place: Place) -> str:
    """``Cá nhân, dòng 12, Ngày sinh``; of what no page mends also the file that is to be opened."""
    part = part_of(place.file)
    line = f"dòng {place.line}" if place.line is not None else ""
    file = "" if href_of(place) else f"tệp “{place.file}”"
    header = _WITH_NAME.sub(r"\1", place.header or "")
    return ", ".join(filter(None, (part.title if part else "", file, line, header)))


ROUTES: Final[tuple[BaseRoute, ...]] = (Route("/{year:year}/kiem-tra", _check),)
