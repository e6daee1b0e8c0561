"""Listen on this machine alone, and let a second start find the first."""

from __future__ import annotations

import gc
import http.client
import json
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

import uvicorn
from starlette.types import ASGIApp

from vanban import durable
from vanban.errors import PortTaken, VanbanError
from vanban.web.bare import opening, refused, unexpected
from vanban.web.guard import ALIVE, Guard
from vanban.web.opening import Opening
from vanban.web.session import Session
from vanban.workspace import Workspace, read_file

if TYPE_CHECKING:  # their libraries are loaded once the first page stands
    from vanban.pdf import Converter
    from vanban.web.front import Front
    from vanban.workflows.deed import Deed

_HERE: Final = "127.0.0.1"
"""The only address that is ever listened on."""

_PATIENCE_S: Final = 2.0
_FAREWELL_S: Final = 20.0


@dataclass(frozen=True)
class Surroundings:
    """What only the command line knows: the workspace, who acts now, LibreOffice if there is any, how many processes
    work side by side."""

    workspace: Workspace
    deed: Callable[[], Deed]
    converter: Callable[[], Converter | None]
    workers: int


def serve(around: Surroundings, port: int, told: Callable[[str], None]) -> None:
    """Serve the workspace on that port, any free one for 0, until the process is asked to end; ``told`` hears the
    address once it can be opened.

    Raises :class:`vanban.errors.PortTaken`.
    """
    with _listening(port) as ear:
        session = Session(ear.getsockname()[1])
        fronts: list[Front] = []
        opened = Opening(
            lambda: _loaded(around, session, fronts),
            lambda: opening(around.workspace, session),
            lambda failure: unexpected(around.workspace, failure),
        )
        place = _noted(around.workspace)
        if place is not None:
            note = {"port": session.port, "token": session.token}
            durable.write(place, json.dumps(note).encode())
        settings = uvicorn.Config(
            Guard(opened, session, refused),
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            date_header=False,
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=1,
        )
        told(session.address)
        opened.begin()
        try:
            uvicorn.Server(settings).run(sockets=[ear])
        finally:
            for front in fronts:
                front.bench.rest(_FAREWELL_S)
                front.painter.close()
                front.reader.close()
                front.planner.close()
            if place is not None:
                durable.remove(place)


def _loaded(around: Surroundings, session: Session, fronts: list[Front]) -> ASGIApp:
    """The pages with their libraries, and the newest year read and checked, ready for the first that asks."""
    from vanban.web.app import application
    from vanban.web.front import Front

    front = Front(around.workspace, around.deed, around.converter(), around.workers, session)
    fronts.append(front)
    app = application(front)
    if front.begun and around.workspace.years():
        with suppress(VanbanError):  # whoever asks for the page is told
            front.latest.checked(around.workspace.year(None))
    # What is loaded now stays: nobody needs to look through it again at every keystroke.
    gc.freeze()
    return app


def found_running(workspace: Workspace) -> str | None:
    """The address of the server that runs for this workspace already, if one does."""
    place = _noted(workspace)
    if place is None or not place.is_file():
        return None
    with suppress(ValueError, KeyError, TypeError, OSError, http.client.HTTPException):
        note = json.loads(read_file(place))
        session = Session(int(note["port"]), token=str(note["token"]))
        asked = http.client.HTTPConnection(_HERE, session.port, timeout=_PATIENCE_S)
        try:
            asked.request("GET", ALIVE, headers={"X-Vanban-Token": session.token})
            if asked.getresponse().read() == session.proof.encode():
                return session.address
        finally:
            asked.close()
    return None


def _listening(port: int) -> socket.socket:
    ear = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        ear.bind((_HERE, port))
        ear.listen()
    except OSError as error:
        ear.close()
        raise PortTaken(port=port) from error
    return ear


def _noted(workspace: Workspace) -> Path | None:
    """Where a server of the workspace is noted; nowhere on a machine that nobody named."""
    if workspace.machine is None:
        return None
    name = sha256(str(workspace.root.resolve()).encode()).hexdigest()[:24]
    return workspace.machine.state / "pages" / f"{name}.json"
