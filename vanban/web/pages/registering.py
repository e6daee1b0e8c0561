"""``Sổ đăng ký``: search as one types, series taken into use, the book exported and printed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.domain.finding import Finding, tally
from vanban.domain.register_entry import EntryState, SeriesOpening
from vanban.domain.register_row import STATES, witness
from vanban.domain.witness import Occasion
from vanban.domain.wording import read_day
from vanban.durable import scratch_folder
from vanban.errors import MistypedDay, NoRegister, UnreadableRequest
from vanban.register import Query
from vanban.web.front import Front, front_of
from vanban.web.pages.looking import handed
from vanban.web.sent import Sent, kept, post
from vanban.workflows import books, register_desk, register_safety
from vanban.workflows.award_memory import remember_awards
from vanban.workflows.books import RegisterPrint
from vanban.workflows.check import office_of
from vanban.workflows.register_desk import Found, OpeningRequest, PaperBookRequest, openings
from vanban.workflows.register_safety import ContinueRequest, LastNumber
from vanban.workspace import read_file

_PAGE: Final = 50
_EXCEL: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _list(request: Request) -> Response:
    front = front_of(request)
    words = request.query_params.get("tim", "").strip()
    at = request.query_params.get("trang", "1")
    page = int(at[:6]) if at.isdecimal() and int(at[:6]) else 1
    since, until = (request.query_params.get(name, "").strip() for name in ("tu", "den"))
    asked = Query(text=words, since=_day(since), until=_day(until), offset=(page - 1) * _PAGE, limit=_PAGE)
    found, known = _found(front, asked)
    office = office_of(front.workspace)
    open_now = {(one.series, one.year) for one in known}
    today = front.deed().day
    piece = request.headers.get("hx-target") == "ket-qua"
    return front.page(
        request,
        "entries" if piece else "register",
        "Sổ đăng ký văn bản đi",
        found=found,
        words=words,
        since=since,
        until=until,
        page=page,
        pages=found.pages if found else 0,
        states=STATES,
        issued=EntryState.ISSUED,
        openings=known,
        unopened=[
            (one, year)
            for year in sorted({today.year, front.year(request).register_year})
            for one in office.number_series
            if (one.key, year) not in open_now
        ],
    )


def _day(written: str) -> date | None:
    day = read_day(written) if written else None
    if written and day is None:
        raise MistypedDay(day=written)
    return day


def _found(front: Front, query: Query) -> tuple[Found | None, tuple[SeriesOpening, ...]]:
    """What the register says; nothing where there is none yet."""
    try:
        return register_desk.find(front.workspace, query), openings(front.workspace)
    except NoRegister:
        if front.workspace.archive.exists():
            raise
        return None, ()


def _open(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    first, year = sent.get("so-dau", "1"), sent.get("nam")
    if not first.isdecimal() or not year.isdecimal():
        raise UnreadableRequest()
    asked = OpeningRequest(sent.get("he-thong"), int(first[:7]), int(year[:4]))
    register_desk.open_series(front.workspace, asked, front.deed())
    return RedirectResponse(f"/{front.year(request)}/so", 303)


def _export(request: Request) -> Response:
    front = front_of(request)
    with scratch_folder() as folder:
        target = folder / "so-van-ban-di.xlsx"
        register_desk.export(front.workspace, Query(), target)
        return handed(read_file(target), target.name, _EXCEL)


def _print(request: Request) -> Response:
    front = front_of(request)
    told = request.query_params
    for one in openings(front.workspace):
        if (one.series, str(one.year)) == (told.get("he-thong"), told.get("nam")):
            with scratch_folder() as folder:
                target = folder / f"so-{one.series}-{one.year}.docx"
                made = books.print_register(
                    front.workspace, RegisterPrint(target, one.series, one.year, converter=front.converter)
                )
                best = made.files[-1]
                kind = "application/pdf" if best.suffix == ".pdf" else "application/octet-stream"
                return handed(read_file(best), best.name, kind)
    raise UnreadableRequest()


def _safety(request: Request) -> Response:
    return _doubts(request)


def _doubts(request: Request, said: tuple[str, ...] = (), findings: tuple[Finding, ...] = ()) -> Response:
    """What is done where the register itself is in doubt, or takes over an old book."""
    front = front_of(request)
    held = register_safety.heads(front.workspace)
    return front.page(
        request,
        "register_more",
        "Sổ: nhập sổ cũ, đầu chuỗi, cấp tiếp",
        now=witness(held.now),
        seen=[
            (datetime.fromisoformat(one.moment), _OCCASIONS[one.occasion], witness(one.head))
            for one in reversed(held.seen)
        ],
        openings=openings(front.workspace),
        said=said,
        findings=findings,
        mistakes=bool(findings),
    )


_OCCASIONS: Final = {
    Occasion.RECORDED: "chương trình ghi",
    Occasion.PRINTED: "in sổ",
    Occasion.EXPORTED: "xuất",
    Occasion.BACKED_UP: "sao lưu",
    Occasion.HANDED_OVER: "nộp lưu",
}


def _import(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    series, _, year = sent.get("he-thong").partition("/")
    if not sent.files or not year.isdecimal():
        raise UnreadableRequest()
    with kept(sent.files[0]) as path:
        asked = PaperBookRequest(path, series, int(year[:4]), sent.get("cung-so") == "1")
        taken = register_desk.import_book(front.workspace, asked, front.deed())
    said = f"Đã nhập {len(taken.entries)} số." if taken.entries else f"Chưa nhập dòng nào ({tally(taken.findings)})."
    return _doubts(request, (said,), taken.findings)


def _awards(request: Request, _sent: Sent) -> Response:
    added = remember_awards(front_of(request).workspace)
    said = f"Đã thêm {added.added} lượt khen thưởng vào bảng khen thưởng các năm (có {added.held} dòng)."
    return _doubts(request, () if added.findings else (said,), added.findings)


def _continue(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    last, years = [], set()
    for name, values in sent.fields.items():
        if name.startswith("so-cuoi/") and values[0].strip():
            _, series, year = name.split("/", 2)
            if not (values[0].strip().isdecimal() and year.isdecimal()):
                raise UnreadableRequest()
            last.append(LastNumber(series, int(values[0].strip()[:7])))
            years.add(int(year[:4]))
    if not last or len(years) != 1 or not sent.get("ly-do"):
        raise UnreadableRequest()
    asked = ContinueRequest(tuple(last), sent.get("ly-do")[:500], years.pop())
    done = register_safety.continue_after(front.workspace, asked, front.deed())
    said = [
        f"Từ số {one.first:02d} đến số {one.last:02d} năm {one.year}: cấp ngoài chương trình." for one in done.skipped
    ]
    return _doubts(request, tuple(said) or ("Sổ đã có tới các số ấy.",))


def _settle(request: Request, _sent: Sent) -> Response:
    register_safety.move_here(front_of(request).workspace)
    return _doubts(request, ("Từ nay cấp số ở thư mục này. Đừng cấp số ở bản cũ nữa.",))


ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/so", _list),
    Route("/{year:year}/so/them", _safety),
    post("/{year:year}/so/nhap", _import, largest=24 << 20),
    post("/{year:year}/so/khen-thuong", _awards),
    post("/{year:year}/so/cap-tiep", _continue),
    post("/{year:year}/so/o-day", _settle),
    post("/{year:year}/so/mo", _open),
    Route("/{year:year}/so/xuat", _export),
    Route("/{year:year}/so/in", _print),
)
