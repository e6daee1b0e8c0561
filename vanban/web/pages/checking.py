"""``Kiểm tra``: everything that is wrong, by its cause, each place a link to where it is mended."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.issuing_day import VIETNAM
from vanban.domain.wording import numeric_date
from vanban.ingest import FileShape
from vanban.web.front import front_of
from vanban.web.sent import Sent, post
from vanban.workflows.causes import causes, part_of
from vanban.workflows.check import Checked
from vanban.workflows.record_standing import OFFICE, record_part
from vanban.workflows.set_aside import note_key, set_aside, take_up_again
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
    why: str = ""


@dataclass(frozen=True)
class _Group:
    severity: Severity
    reason: str
    remedy: str
    article: str
    places: tuple[_Link, ...]
    keys: str


def _check(request: Request) -> Response:
    return _shown(request)


def _shown(request: Request, without_reason: str = "") -> Response:
    front = front_of(request)
    checked = front.checked(request)
    aside = [one for one in checked.findings if checked.why_aside(one)]
    return front.page(
        request,
        "check",
        "Kiểm tra dữ liệu",
        groups=_groups(checked, checked.open_findings),
        aside=_groups(checked, aside),
        without_reason=without_reason,
        tally=checked.tally,
        errors=not checked.ok,
        mistakes=bool(not checked.ok or without_reason),
    )


def _groups(checked: Checked, findings: Iterable[Finding]) -> list[_Group]:
    return [
        _Group(
            one.severity,
            one.reason,
            one.remedy,
            one.article,
            tuple(_link(finding, checked) for finding in one.findings),
            ",".join(note_key(finding, checked.lines) for finding in one.findings),
        )
        for one in causes(findings)
    ]


def _link(finding: Finding, checked: Checked) -> _Link:
    aside = checked.why_aside(finding)
    why = f"{aside.why} ({aside.actor}, {numeric_date(aside.moment.astimezone(VIETNAM).date())})" if aside else ""
    return _Link(href_of(finding.place), words_of(finding.place), finding.value, finding.remedy, why)


def _set_aside(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    if not sent.get("vi-sao"):
        return _shown(request, without_reason=sent.get("khoa"))
    set_aside(front.workspace, front.year(request), sent.get("khoa").split(","), sent.get("vi-sao"), front.deed())
    return RedirectResponse(f"/{front.year(request)}/kiem-tra", 303)


def _take_up(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    take_up_again(front.workspace, front.year(request), sent.get("khoa").split(","))
    return RedirectResponse(f"/{front.year(request)}/kiem-tra", 303)


def href_of(place: Place) -> str:
    """Below the year: the cell or form in which that place stands; nothing where no page mends it."""
    part = part_of(place.file)
    if part is not None and record_part(part.name):
        if part.name == OFFICE:
            return "/co-quan"
        line = f"?dong={place.line}" if place.line is not None and part.shape is FileShape.RECORDS else ""
        return f"/muc/{part.name}{line}"
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


_HERE: Final = "/{year:year}/kiem-tra"

ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route(_HERE, _check),
    post(f"{_HERE}/gac-lai", _set_aside),
    post(f"{_HERE}/nhac-lai", _take_up),
)
