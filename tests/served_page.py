"""A real server of the page, started as a clerk starts it, and what speaks to it as a browser or an attacker would."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page

from vanban.workspace import Workspace

PASTE = """(kinds) => {
  const data = new DataTransfer();
  for (const [kind, text] of Object.entries(kinds)) data.setData(kind, text);
  const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
  document.activeElement.dispatchEvent(event);
}"""
"""Lays something on the clipboard and pastes it where the focus is."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str


@dataclass
class Served:
    """A running server: its folder, its address, its process."""

    workspace: Workspace
    address: str
    process: subprocess.Popen[str]

    @property
    def port(self) -> int:
        return int(re.findall(r":(\d+)/", self.address)[0])

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: bytes | None = None, **headers: str) -> Answer:
        """One request with these headers and no others; ``_`` in a name stands for ``-``."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            sent = {
                "Host": f"127.0.0.1:{self.port}",
                **{name.replace("_", "-"): value for name, value in headers.items()},
            }
            if body is not None and "Transfer-Encoding" not in sent:
                sent.setdefault("Content-Length", str(len(body)))
            for name, value in sent.items():
                line.putheader(name, value)
            line.endheaders()
            if body is not None:
                with suppress(BrokenPipeError, ConnectionResetError):
                    line.send(body)
            answer = line.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read().decode("utf-8", "replace"))
        finally:
            line.close()


@dataclass
class Clerk:
    """A browser with a session, as far as HTTP goes."""

    served: Served
    cookie: str
    mark: str

    def get(self, path: str, **headers: str) -> Answer:
        return self.served.ask("GET", path, Cookie=self.cookie, **headers)

    def post(self, path: str, fields: Mapping[str, str], **headers: str) -> Answer:
        body = urlencode({"dau": self.mark, **fields}).encode()
        return self.send(path, body, "application/x-www-form-urlencoded", **headers)

    def send(self, path: str, body: bytes, kind: str, **headers: str) -> Answer:
        known = {
            "Cookie": self.cookie,
            "Content-Type": kind,
            "Origin": self.served.origin,
            "Sec-Fetch-Site": "same-origin",
        }
        return self.served.ask("POST", path, body, **{**known, **headers})


_DYING = """
import os, sys
from vanban import durable
_, point, armed = sys.argv[:3]
durable.point = lambda name: os._exit(9) if name == point and os.path.exists(armed) else None
sys.argv[:3] = ["vanban"]
from vanban.cli import main
main()
"""


@contextmanager
def running(folder: Path, state: Path, *options: str, dies_at: str = "") -> Iterator[Served]:
    """``vanban open`` of that folder, ended as Ctrl-C ends it; once ``state/armed`` is there, its process dies when
    writing passes the point ``dies_at``."""
    program = ["-c", _DYING, dies_at, str(state / "armed")] if dies_at else ["-m", "vanban"]
    process = subprocess.Popen(
        [sys.executable, *program, "open", str(folder), "--no-browser", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "XDG_STATE_HOME": str(state)},
    )
    try:
        assert process.stdout and process.stderr
        address = process.stdout.readline().strip()
        assert address, process.stderr.read()
        yield Served(Workspace(folder), address, process)
    finally:
        process.terminate()
        process.communicate(timeout=30)


def clerk_of(served: Served) -> Clerk:
    """Open the address that was printed."""
    opened = served.ask("GET", served.address.removeprefix(served.origin))
    cookie = opened.headers["set-cookie"].partition(";")[0]
    year = served.workspace.years()[-1]
    page = served.ask("GET", f"/{year}/", Cookie=cookie)
    return Clerk(served, cookie, re.findall(r'name="dau" content="([^"]+)"', page.text)[0])


@contextmanager
def tab_of(browser: Browser, served: Served) -> Iterator[Page]:
    """A session of its own in the browser, at the first page."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(90_000)
    page.goto(served.address)
    page.wait_for_selector("nav.side li, form", timeout=120_000)
    yield page
    context.close()
