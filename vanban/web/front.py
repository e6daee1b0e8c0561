"""What every page knows: the workspace, the session, the work in the background, and how a page is made."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Final, Generic, TypeVar

from jinja2 import Environment
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from vanban.batch import Aside
from vanban.domain.finding import Severity
from vanban.domain.issuing_day import VIETNAM
from vanban.domain.wording import count, numeric_date
from vanban.domain.work_year import WorkYear
from vanban.errors import UnfitData, VanbanError
from vanban.pdf import Converter
from vanban.web.bare import MENU, refused, templates, unexpected
from vanban.web.labour import Bench
from vanban.web.remedies import on_page, remedy_of
from vanban.web.sent import Upload
from vanban.web.session import Session
from vanban.web.year_in_address import teach_addresses
from vanban.workflows.build import build
from vanban.workflows.check import Checked
from vanban.workflows.deed import Deed
from vanban.workflows.latest import Latest
from vanban.workflows.law_book import readable_office
from vanban.workflows.looking import StrangerSeen
from vanban.workflows.would_build import WouldBuild
from vanban.workspace import Workspace

teach_addresses()

_PICTURES: Final = 150
_STRANGERS: Final = 6
_SERIES: Final = re.compile(r"([Hh]ệ thống số )“([^”]+)”")
_PLANNED: Final = "Sẽ lập"
_ERRORS: Final = "Có lỗi: "
"""How the title of a page begins that shows errors."""


_T = TypeVar("_T")


class Recent(Generic[_T]):
    """What was made last, by name; the oldest is forgotten."""

    def __init__(self, most: int = _PICTURES) -> None:
        self._kept: OrderedDict[str, _T] = OrderedDict()
        self._lock = threading.Lock()
        self._most = most

    def get(self, name: str, make: Callable[[], _T]) -> _T:
        """The one of that name, made where it is not known."""
        with self._lock:
            if name in self._kept:
                self._kept.move_to_end(name)
                return self._kept[name]
        made = make()
        with self._lock:
            self._kept[name] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


@dataclass(frozen=True)
class Front:
    """The office as its pages see it. One for a server's whole life; whatever changes lies in files."""

    workspace: Workspace
    deed: Callable[[], Deed]
    converter: Converter | None
    workers: int
    session: Session
    painter: Aside = field(default_factory=lambda: Aside(memory=1 << 30, patience_s=20))
    reader: Aside = field(default_factory=lambda: Aside(memory=4 << 30, patience_s=300))
    planner: Aside = field(default_factory=lambda: Aside(memory=4 << 30, patience_s=300))

    @cached_property
    def pictures(self) -> Recent[bytes]:
        """The pages that were looked at last."""
        return Recent()

    @cached_property
    def previews(self) -> Recent[bytes]:
        """The papers of texts that are being edited, as files, under the address at which they are shown."""
        return Recent()

    @cached_property
    def strangers(self) -> Recent[tuple[Upload, StrangerSeen]]:
        """The files of others that were brought to be proofread, with what was found."""
        return Recent(_STRANGERS)

    @cached_property
    def bench(self) -> Bench:
        """Where long work is done."""
        return Bench(self.unexpected)

    @cached_property
    def latest(self) -> Latest:
        """What was checked last, as long as nothing has changed since."""
        return Latest(self.workspace)

    @cached_property
    def would_build(self) -> WouldBuild:
        """What a build would do, found out in a process of its own: no other page waits for it."""
        return WouldBuild(
            self.workspace, self.latest, lambda asked: self.planner.do(_PLANNED, build, self.workspace, asked)
        )

    def on_page(self, text: str) -> str:
        """The sentence as this page says it: pages in the place of commands, series by their names."""
        office = readable_office(self.workspace) if _SERIES.search(text) else None
        names = {one.key: one.name for one in office.number_series} if office else {}
        return _SERIES.sub(lambda found: f"{found[1]}“{names.get(found[2], found[2])}”", on_page(text))

    @cached_property
    def _templates(self) -> Environment:
        made = templates()
        made.filters.update(day=numeric_date, count=count, hour=_hour, moment=_moment, on_page=self.on_page)
        made.globals.update(ERROR=Severity.ERROR, remedy_of=remedy_of)
        return made

    def year(self, request: Request) -> WorkYear:
        """The year of the address, the newest where it says none. Raises :class:`vanban.errors.NoYear`."""
        return self.workspace.year(request.path_params.get("year"))

    def checked(self, request: Request) -> Checked:
        """The year of the address, read and checked. Raises like :func:`vanban.workflows.check.check`."""
        return self.latest.checked(self.year(request))

    def page(self, request: Request, name: str, title: str, *, status: int = 200, **facts: Any) -> Response:
        """The page of the template ``name``; a piece of one for a script that asks for that."""
        year = self.year(request)
        known = {
            "title": (_ERRORS if facts.get("mistakes") else "") + title,
            "heading": title,
            "year": year,
            "years": self.workspace.years(),
            "place": request.url.path,
            "base": f"/{year}",
            "mark": self.session.mark,
            "labour": self.bench.now(),
            "today": self.deed().day,
            "menu": MENU,
            "sought": request.query_params.get("chu", ""),
            "here": request.url.path.removeprefix(f"/{year}"),
        }
        return HTMLResponse(self._templates.get_template(f"{name}.html").render({**known, **facts}), status)

    def hour(self, moment: datetime) -> str:
        """``14:02``, by the clocks of Vietnam."""
        return _hour(moment)

    @property
    def begun(self) -> bool:
        """Whether there is an office in the folder yet."""
        return self.workspace.has_office

    def alone(self, template: str, title: str, **facts: Any) -> Response:
        """A page without a year around it, as before there is an office."""
        known = {"title": title, "mark": self.session.mark}
        return HTMLResponse(self._templates.get_template(f"{template}.html").render({**known, **facts}))

    def refusal(self, error: VanbanError, status: int, request: Request | None) -> Response:
        """The page that says an error; without a request of the session it says nothing of the office."""
        findings = error.findings if isinstance(error, UnfitData) else ()
        if request is not None and self.begun and self.workspace.years():
            path = request.path_params.get("year")
            year = path if path in self.workspace.years() else None
            request.scope["path_params"] = {**request.path_params, "year": year}
            return self.page(
                request, "refusal", "Chưa làm được", status=status, error=error, findings=findings, mistakes=True
            )
        return refused(error)

    def unexpected(self, failure: BaseException) -> VanbanError:
        """An error that nobody thought of, kept for whoever mends the program."""
        return unexpected(self.workspace, failure)


def _hour(moment: datetime) -> str:
    """``14:02``, by the clocks of Vietnam."""
    return f"{moment.astimezone(VIETNAM):%H:%M}"


def _moment(moment: datetime) -> str:
    """``14:02 ngày 05/3/2024``."""
    day: date = moment.astimezone(VIETNAM).date()
    return f"{_hour(moment)} ngày {numeric_date(day)}"


def front_of(request: Request) -> Front:
    """The office that a request is for."""
    found: Front = request.app.state.front
    return found
