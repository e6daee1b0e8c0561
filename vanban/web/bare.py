"""Pages before the office is known: a refusal at the door, and what is seen while the office is read.

Nothing here waits for the libraries of Word, Excel and PDF: the first picture stands before they are loaded.
"""

from __future__ import annotations

from pathlib import Path
from traceback import format_exception
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from vanban import __version__
from vanban.durable import make_folder, write
from vanban.errors import (
    DataError,
    ForeignHost,
    ForeignRequest,
    NoPage,
    NoSession,
    PageFailed,
    RegisterFault,
    RequestTooLarge,
    UsageError,
    VanbanError,
)
from vanban.web.session import Session
from vanban.workspace import Workspace

HERE: Final = Path(__file__).parent

MENU: Final = (
    ("/", "Trang đầu"),
    ("/co-quan", "Cơ quan"),
    ("/bang", "Bảng dữ liệu"),
    ("/loi-van", "Lời văn"),
    ("/phieu", "Phát phiếu, nhận về"),
    ("/kiem-tra", "Kiểm tra"),
    ("/lap", "Lập văn bản"),
    ("/xem", "Xem văn bản"),
    ("/ban-hanh", "Ban hành"),
    ("/so", "Sổ đăng ký"),
    ("/ho-so", "Hồ sơ"),
    ("/luu-tru", "Lưu trữ, sao lưu"),
    ("/soat", "Soát văn bản khác"),
    ("/mau", "Mẫu Word"),
    ("/quy-dinh", "Quy định"),
    ("/nam-moi", "Năm mới"),
    ("/huong-dan", "Hướng dẫn"),
)
"""The pages in the order of a year's work: address below the year, and name."""

_STATUS: Final[tuple[tuple[type[VanbanError], int], ...]] = (
    (ForeignHost, 421),
    (ForeignRequest, 403),
    (NoSession, 403),
    (RequestTooLarge, 413),
    (NoPage, 404),
    (UsageError, 404),
    (DataError, 422),
    (RegisterFault, 409),
)


def templates() -> Environment:
    """The templates of every page; what a name or a text says is never taken for more than words."""
    made = Environment(
        loader=FileSystemLoader(HERE / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(version=__version__)
    return made


def status_of(error: VanbanError) -> int:
    """The status of an answer that says that error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 500)


def refused(error: VanbanError) -> Response:
    """The page of an error that says nothing of the office."""
    return HTMLResponse(templates().get_template("bare.html").render(error=error), status_of(error))


def unexpected(workspace: Workspace, failure: BaseException) -> VanbanError:
    """An error that nobody thought of, kept for whoever mends the program."""
    log = workspace.log / "trang.txt"
    make_folder(log.parent)
    write(log, "".join(format_exception(failure)).encode())
    return PageFailed(log=log)


def opening(workspace: Workspace, session: Session) -> str:
    """The page that is seen while the office is read: it turns into the page that was asked for."""
    known: dict[str, Any] = {"title": "Đang mở", "heading": "Đang mở…", "mark": session.mark}
    if not workspace.has_office or not workspace.years():
        return templates().get_template("opening_alone.html").render(known)
    year = workspace.years()[-1]
    around = {
        "year": year,
        "years": (year,),
        "base": f"/{year}",
        "labour": None,
        "menu": MENU,
        "sought": "",
        "here": "",
    }
    return templates().get_template("opening.html").render({**known, **around})
