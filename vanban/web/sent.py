"""Take in what a form or a script of a page sends: bounded while it streams, and proved to come from a page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message, Receive

from vanban.durable import scratch_folder, write_scratch
from vanban.errors import ForeignRequest, RequestTooLarge, UnreadableRequest, VanbanError
from vanban.web.session import same

MARK: Final = "dau"
"""The field of a form, and the end of the header of a script, that carries the session's mark."""

_LARGEST_FORM: Final = 16 << 20
_MOST_FIELDS: Final = 2_000
_ENDINGS: Final = frozenset({".docx", ".dotx", ".doc", ".rtf", ".odt", ".xlsx", ".csv", ".pdf", ".yaml"})
"""What the name of a kept file may end in; any other ending is left out."""

_MOST_FILES: Final = 20


@dataclass(frozen=True)
class Upload:
    """A file that came with a form: the name that it had, for messages only, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Sent:
    """The fields of a form and its files, or the values that a script sent. Fields that are not there are empty."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[Upload, ...] = ()
    json: Any = None

    def get(self, name: str, default: str = "") -> str:
        """The first value of a field, without spaces around it."""
        return self.fields.get(name, (default,))[0].strip()

    def every(self, name: str) -> tuple[str, ...]:
        """Every value of a field, of boxes that were ticked."""
        return self.fields.get(name, ())


@contextmanager
def kept(upload: Upload, also: tuple[str, ...] = ()) -> Iterator[Path]:
    """The upload as a file of a private folder, under a name of ours; errors say the name that it came with.

    ``also`` are endings that its name may keep besides the usual ones.
    """
    ending = PurePosixPath(upload.name.replace("\\", "/")).suffix.lower()
    with scratch_folder() as folder:
        path = folder / f"tep{ending if ending in (*_ENDINGS, *also) else ''}"
        write_scratch(path, upload.data)
        try:
            yield path
        except VanbanError as error:
            ours = (str(path), path.name)
            told = {name: upload.name if str(fact) in ours else fact for name, fact in error.facts.items()}
            raise type(error)(**told) from error


Act = Callable[[Request, Sent], Response]
"""What a route does with what was sent; it may take its time, and raise what a workflow raises."""


def post(path: str, act: Act, *, largest: int = _LARGEST_FORM) -> Route:
    """A route for what a page sends: ``act`` sees only what is no larger than ``largest`` bytes and has the mark."""

    async def endpoint(request: Request) -> Response:
        sent = await _received(request, largest)
        return await run_in_threadpool(act, request, sent)

    return Route(path, endpoint, methods=["POST"])


async def _received(request: Request, largest: int) -> Sent:
    """What was sent.

    Raises :class:`RequestTooLarge`, :class:`UnreadableRequest`, :class:`ForeignRequest`.
    """
    declared = request.headers.get("content-length", "0")
    if not declared.isdecimal() or int(declared[:20]) > largest:
        raise RequestTooLarge(limit=largest >> 20)
    bounded = Request(request.scope, _bounded(request.receive, largest))
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    mark = request.headers.get(f"x-vanban-{MARK}", "")
    if kind == "application/json":
        _require_mark(request, mark)
        try:
            return Sent(json=json.loads(await bounded.body()))
        except (ValueError, RecursionError) as error:
            raise UnreadableRequest() from error
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        raise UnreadableRequest()
    try:
        async with bounded.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=largest) as form:
            fields: dict[str, tuple[str, ...]] = {}
            files: list[Upload] = []
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    if value.filename:
                        files.append(Upload(value.filename, await value.read()))
                else:
                    fields[name] = (*fields.get(name, ()), value)
    except (HTTPException, MultiPartException, UnicodeDecodeError) as error:
        raise UnreadableRequest() from error
    sent = Sent(fields, tuple(files))
    _require_mark(request, mark or sent.get(MARK))
    return sent


def _require_mark(request: Request, told: str) -> None:
    if not same(told, request.app.state.front.session.mark):
        raise ForeignRequest()


def _bounded(receive: Receive, largest: int) -> Receive:
    """Counts what comes, whatever its length was said to be."""
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > largest:
            raise RequestTooLarge(limit=largest >> 20)
        return message

    return bounded
