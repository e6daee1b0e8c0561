"""``Phát phiếu, nhận về``: the forms that go out to the units, those that came back, and who is still waited for."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.errors import NoPage, UnreadableRequest
from vanban.web.front import Front, front_of
from vanban.web.pages.looking import handed
from vanban.web.sent import Sent, post
from vanban.workflows.kits import KitRequest, make_kits
from vanban.workflows.laying_returns import laid_returns, lay_returns, move_return_away
from vanban.workflows.return_board import UnitState, return_board
from vanban.workflows.sayings import RETURN_WORDS, change_sentence
from vanban.workflows.taking import ReturnState, Taken, TakeRequest, take
from vanban.workspace import read_file

_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LARGEST: Final = 64 << 20
_SHOWN: Final = 20


def _page(request: Request) -> Response:
    return _shown(request)


def _shown(request: Request, taken: Taken | None = None, *, done: bool = False) -> Response:
    front = front_of(request)
    year = front.year(request)
    board = return_board(front.workspace, year, front.deed().moment)
    folder = front.workspace.kits(year)
    return front.page(
        request,
        "handing_out",
        "Phát phiếu, nhận về",
        board=board,
        late=[unit for unit in board.units if unit.state is UnitState.ABSENT],
        kits=sorted(path.name for path in folder.iterdir()) if folder.is_dir() else [],
        returns=[path.name for path in laid_returns(front.workspace, year)],
        taken=taken,
        done=done,
        words=RETURN_WORDS,
        READY=ReturnState.READY,
        DISPUTED=ReturnState.DISPUTED,
        REFUSED=ReturnState.REFUSED,
        change=change_sentence,
        most=_SHOWN,
        deletions=sum(table.deletions for file in taken.files for table in file.tables) if taken else 0,
        mistakes=bool(taken and taken.exit_code),
    )


def _make(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    make_kits(front.workspace, KitRequest(front.year(request), blank=sent.get("trong") == "1"))
    return RedirectResponse(f"/{front.year(request)}/phieu", 303)


def _kit(request: Request) -> Response:
    front = front_of(request)
    folder = front.workspace.kits(front.year(request))
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name == request.query_params.get("ten"):
            return handed(read_file(path), path.name, _EXCEL)
    raise NoPage()


def _lay(request: Request, sent: Sent) -> Response:
    """The files that came back are laid into the year's folder, then looked at; no table is written yet."""
    front = front_of(request)
    if not sent.files:
        raise UnreadableRequest()
    year = front.year(request)
    lay_returns(front.workspace, year, [(one.name, one.data) for one in sent.files])
    return RedirectResponse(f"/{year}/phieu/xem", 303)


def _look(request: Request) -> Response:
    front = front_of(request)
    year = front.year(request)
    paths = laid_returns(front.workspace, year)
    if not paths:
        return RedirectResponse(f"/{year}/phieu", 303)
    return _shown(request, _read(front, request, paths))


def _read(front: Front, request: Request, paths: tuple[Path, ...], unit: str = "") -> Taken:
    """What the files say, read in a process with bounds: they are strangers'."""
    asked = TakeRequest(paths, front.year(request), unit)
    return front.reader.do("phiếu gửi về", take, front.workspace, asked, front.deed())


def _take(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    year = front.year(request)
    wanted = set(sent.every("tep"))
    paths = tuple(path for path in laid_returns(front.workspace, year) if path.name in wanted)
    if not paths:
        raise UnreadableRequest()
    unit = sent.get("don-vi")
    _read(front, request, paths, unit)
    taken = take(front.workspace, TakeRequest(paths, year, unit, True, sent.get("xoa") == "1"), front.deed())
    return _shown(request, taken, done=True)


def _away(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    year = front.year(request)
    for path in laid_returns(front.workspace, year):
        if path.name == sent.get("tep"):
            move_return_away(path)
    return RedirectResponse(f"/{year}/phieu/xem", 303)


def _copy(request: Request) -> Response:
    """The copy of a returned file in which every mistake is marked."""
    front = front_of(request)
    for path in laid_returns(front.workspace, front.year(request)):
        copy = front.workspace.error_copy(f"nhan-ve/{path.name}")
        if path.name == request.query_params.get("ten") and copy.is_file():
            return handed(read_file(copy), f"sua-loi-{path.name}", _EXCEL)
    raise NoPage()


_HERE: Final = "/{year:year}/phieu"

ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route(_HERE, _page),
    post(f"{_HERE}/lap", _make),
    Route(f"{_HERE}/tep", _kit),
    post(f"{_HERE}/gui-ve", _lay, largest=_LARGEST),
    Route(f"{_HERE}/xem", _look),
    post(f"{_HERE}/nhan", _take),
    post(f"{_HERE}/bo", _away),
    Route(f"{_HERE}/sua-loi", _copy),
)
