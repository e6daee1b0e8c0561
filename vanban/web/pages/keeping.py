"""``Lưu trữ, sao lưu``: proof, backup, an office made of a backup again, what an interruption left."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.archive import EVERYTHING
from vanban.domain.register_row import witness
from vanban.errors import FolderUnnamed
from vanban.web.front import Front, front_of
from vanban.web.pages.building import said_of
from vanban.web.sent import Sent, post
from vanban.workflows import after_issue
from vanban.workflows.after_issue import Recovered
from vanban.workflows.backup import (
    BackedUp,
    BackupRequest,
    RestoredOffice,
    RestoreRequest,
    backup,
    last_backup,
    reminder,
    restore,
)
from vanban.workflows.bags import BagRequest, BagTaken, BagWritten, export_bag, import_bag
from vanban.workflows.issuing_terms import places_of
from vanban.workflows.notice import Notice
from vanban.workflows.proving import UNSOUND, Restored, Verdict, verdict_sentence, verify
from vanban.workflows.sayings import (
    backed_up_sentence,
    recovered_sentences,
    restored_sentence,
    stuck_sentence,
)


@dataclass(frozen=True)
class _Said:
    """What came of the last work of this page, and whether all is well."""

    good: bool
    lines: tuple[str, ...]


def _page(request: Request) -> Response:
    front = front_of(request)
    labour = front.bench.now()
    ours = labour is not None and labour.page == request.url.path
    return front.page(
        request,
        "keeping",
        "Lưu trữ, sao lưu",
        ours=ours,
        words=said_of(labour) if labour else "",
        said=_said(labour.outcome) if labour and ours else None,
        has_register=front.workspace.register.exists() or front.workspace.archive.exists(),
        last=last_backup(front.workspace),
        due=reminder(front.workspace, front.deed().moment),
        folder=str(front.workspace.root),
    )


def _said(outcome: Any) -> _Said | None:
    match outcome:
        case Verdict():
            damages = (f"{'Hỏng' if one.severe else 'Lưu ý'}: {one}" for one in outcome.damages)
            remedies = dict.fromkeys(one.remedy for one in outcome.damages)
            return _Said(outcome.sound, (verdict_sentence(outcome), *damages, *remedies))
        case BackedUp():
            return _Said(outcome.sound, _lines([backed_up_sentence(outcome)], sound=outcome.sound))
        case RestoredOffice():
            numbers = [
                f"Số cuối trong bản sao lưu, “{name.partition('/')[0]}” năm {name.partition('/')[2]}: {ordinal:02d}"
                for name, ordinal in sorted(outcome.last.items())
            ]
            return _Said(outcome.sound, _lines([restored_sentence(outcome), *numbers], sound=outcome.sound))
        case BagWritten():
            said = f"Đã xuất {outcome.documents} văn bản ra “{outcome.folder}”."
            return _Said(True, (said, f"Đầu chuỗi của sổ: {witness(outcome.head)}"))
        case BagTaken():
            again = ("Đã lập lại sổ từ gói này.",) if outcome.restored is Restored.REGISTER else ()
            return _Said(
                True,
                (f"Đã nhận {len(outcome.numbers)} văn bản vào kho lưu trữ.", *again, *filter(None, [outcome.notice])),
            )
        case Recovered():
            stuck = [stuck_sentence(one) for one in outcome.recovery.stuck]
            stuck += [str(outcome.missing)] if outcome.missing else []
            return _Said(not outcome.exit_code, (*recovered_sentences(outcome), *stuck))
    return None


def _lines(lines: Iterable[str], *, sound: bool) -> tuple[str, ...]:
    return (*lines, *(() if sound else (f"{UNSOUND}.",)))


def _begin(request: Request, name: str, work: Callable[[Notice], Any]) -> Response:
    front = front_of(request)
    page = f"/{front.year(request)}/luu-tru"
    front.bench.begin(name, page, front.deed().moment, work)
    return RedirectResponse(page, 303)


def _verify(request: Request, _sent: Sent) -> Response:
    front = front_of(request)
    places = places_of(front.workspace)
    return _begin(request, "Kiểm chứng sổ và kho lưu trữ", lambda notice: verify(places, EVERYTHING, notice=notice))


def _back_up(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    asked = BackupRequest(_folder(sent, "thu-muc"), sent.get("mat-khau") or None)
    deed = front.deed()
    return _begin(request, "Sao lưu", lambda notice: backup(front.workspace, asked, deed, notice))


def _restore(request: Request, sent: Sent) -> Response:
    asked = RestoreRequest(_folder(sent, "tu"), _folder(sent, "vao"), None, sent.get("mat-khau") or None)
    return _begin(request, "Khôi phục", lambda notice: restore(asked, notice))


def _recover(request: Request, _sent: Sent) -> Response:
    front: Front = front_of(request)
    return _begin(
        request, "Làm nốt việc dở dang", lambda _notice: after_issue.recover(front.workspace, front.converter)
    )


def _export(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    year = front.year(request).register_year
    code = sent.get("ho-so") or None
    asked = BagRequest(_folder(sent, "goi"), front.deed().moment, code, year, sent.get("nop") == "1")
    return _begin(request, "Xuất gói lưu trữ", lambda _notice: export_bag(front.workspace, asked))


def _import(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    source = _folder(sent, "goi-nhan")
    return _begin(request, "Nhận gói lưu trữ", lambda _notice: import_bag(front.workspace, source))


def _folder(sent: Sent, name: str) -> Path:
    """A folder that the clerk names whole. Raises :class:`vanban.errors.FolderUnnamed`."""
    path = Path(sent.get(name))
    if not sent.get(name) or not path.is_absolute() or "\0" in sent.get(name):
        raise FolderUnnamed(folder=sent.get(name))
    return path


ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/{year:year}/luu-tru", _page),
    post("/{year:year}/luu-tru/kiem-chung", _verify),
    post("/{year:year}/luu-tru/sao-luu", _back_up),
    post("/{year:year}/luu-tru/khoi-phuc", _restore),
    post("/{year:year}/luu-tru/lam-not", _recover),
    post("/{year:year}/luu-tru/xuat", _export),
    post("/{year:year}/luu-tru/nhan", _import),
)
