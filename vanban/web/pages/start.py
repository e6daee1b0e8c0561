"""``Trang đầu``: how far the year is, and what to do next."""

from __future__ import annotations

from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from vanban.web.front import front_of
from vanban.workflows.backup import last_backup
from vanban.workflows.board import Task, board
from vanban.workflows.law_calendar import law_calendar

_PAGES: Final = {
    Task.MEND: ("/kiem-tra", "Xem và sửa lỗi"),
    Task.BUILD: ("/lap", "Lập văn bản"),
    Task.ISSUE: ("/ban-hanh", "Tới trang ban hành"),
    Task.BACK_UP: ("/luu-tru", "Sao lưu"),
}
"""Where each next task is done, and what its button says."""


def _start(request: Request) -> Response:
    front = front_of(request)
    checked = front.checked(request)
    deed = front.deed()
    seen = board(front.workspace, checked, deed.moment)
    office = checked.year.office.name if checked.year else "Trang đầu"
    return front.page(
        request,
        "start",
        "Trang đầu",
        office=office,
        board=seen,
        next_page=_PAGES.get(seen.next.task),
        last_backup=last_backup(front.workspace),
    )


def _deadlines(request: Request) -> Response:
    """The deadlines of the year, read after the page stands: they need the tables."""
    front = front_of(request)
    return front.page(
        request,
        "deadlines",
        "Lịch thời hạn",
        calendar=law_calendar(front.workspace, front.year(request), front.deed().day),
    )


ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/", _start),
    Route("/{year:year}/thoi-han", _deadlines),
)
