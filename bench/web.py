"""The page of a large office beside a bare Starlette answer, in the same run: does anybody wait?

    python bench/web.py                    the sample with 1,000 people; builds its Word files first
    python bench/web.py --people 200       fewer

Each page is asked for five times after one that warms it; the median counts. Limits are those of a quiet machine: first
picture 1 s after start, any page 200 ms, an answer to a keystroke 150 ms. On a busy one the second figure tells more:
what the server itself computed meanwhile.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from served_page import Clerk, Served, clerk_of, running

from vanban.domain.work_year import WorkYear
from vanban.ingest import write_cells
from vanban.workflows.build import BuildRequest, build
from vanban.workflows.tables import open_table
from vanban.workspace import Workspace, create

YEAR = WorkYear(2024)
PAGES = (
    "/",
    "/bang",
    "/bang/people",
    "/kiem-tra",
    "/lap",
    "/xem",
    "/xem/van-ban?ten=plan",
    "/ban-hanh",
    "/so",
    "/luu-tru",
)
FIRST_S, PAGE_S, KEY_S = 1.0, 0.2, 0.15
TIMES = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, default=1_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "thi-dua"
        create(root)
        enlarge(Workspace(root), options.people)
        build(Workspace(root), BuildRequest(with_pdf=False, workers=os.cpu_count() or 1))
        began = time.perf_counter()
        with running(root, Path(folder) / "state") as served:
            seen = first_picture(served)
            slow = report("first picture after start", (time.perf_counter() - began, cpu(served)), FIRST_S)
            assert "<h1>" in seen
            clerk = clerk_of(served)
            report("the office read and checked", (time.perf_counter() - began, cpu(served)), None)
            for path in PAGES:
                slow |= report(path, median(lambda path=path: clerk.get(f"/2024{path}"), served), PAGE_S)
            slow |= report("a keystroke: its row", keystroke(clerk, Workspace(root)), KEY_S)
            report("the whole year after it", whole_year(clerk, Workspace(root)), None)
            slow |= would_build(clerk)
    report("a bare Starlette answer", bare(), None)
    sys.exit(1 if slow else 0)


def first_picture(served: Served) -> str:
    """What a browser shows first."""
    opened = served.ask("GET", served.address.removeprefix(served.origin))
    cookie = opened.headers["set-cookie"].partition(";")[0]
    return served.ask("GET", "/", Cookie=cookie, Accept="text/html").text


def cpu(served: Served) -> float:
    """Seconds that the server's process has computed, where the system tells."""
    stat = Path(f"/proc/{served.process.pid}/stat")
    ticks = stat.read_text().rpartition(")")[2].split()[11:13] if stat.is_file() else ["nan"]
    return sum(map(float, ticks)) / os.sysconf("SC_CLK_TCK")


def _letters(number: int) -> str:
    """A name for each number: a person's name has no digits."""
    return "".join(chr(ord("A") + int(digit)) for digit in str(number))


def enlarge(workspace: Workspace, people: int) -> None:
    """So many people of invented names in the table of people."""
    table = open_table(workspace, YEAR, "people").cells
    first = table.rows[0]
    more = [
        (f"nguoi-{number}", f"Nguyễn Văn {_letters(number)}", *first[2:]) for number in range(people - len(table.rows))
    ]
    rows = (*table.rows, *more)
    (workspace.root / "data" / "office" / "people.xlsx").write_bytes(write_cells(replace(table, rows=rows), "Bảng"))


def keystroke(clerk: Clerk, workspace: Workspace) -> tuple[float, float]:
    """The answer to a changed cell of that table, by what its row says alone."""
    row = list(open_table(workspace, YEAR, "people").cells.rows[5])

    def press() -> None:
        row[1] += "a"
        send(clerk, "/2024/bang/people/soat-dong", {"rows": [row], "places": [5]})

    return median(press, clerk.served)


def whole_year(clerk: Clerk, workspace: Workspace) -> tuple[float, float]:
    """The second answer, once the keys rest: the year with that cell in it."""
    rows = [list(row) for row in open_table(workspace, YEAR, "people").cells.rows]

    def rest() -> None:
        rows[5][1] += "a"
        send(clerk, "/2024/bang/people/soat", {"rows": rows})

    return median(rest, clerk.served)


def send(clerk: Clerk, path: str, said: object) -> None:
    answer = clerk.send(path, json.dumps(said).encode(), "application/json", X_Vanban_dau=clerk.mark)
    assert answer.status == 200, answer.text


def would_build(clerk: Clerk) -> bool:
    """What a build would do: the slowest page that is asked for meanwhile, then the answer as it is kept."""
    piece = threading.Thread(target=clerk.get, args=("/2024/lap/se-lap",))
    piece.start()
    began, waited, slowest = time.perf_counter(), 0.0, 0.0
    while piece.is_alive():
        asked = time.perf_counter()
        clerk.get("/2024/bang/people")
        waited = time.perf_counter()
        slowest = max(slowest, waited - asked)
    report("what would be built, first asked", (waited - began, float("nan")), None)
    slow = report("any page meanwhile, the slowest", (slowest, float("nan")), PAGE_S)
    return slow | report(
        "what would be built, kept", median(lambda: clerk.get("/2024/lap/se-lap"), clerk.served), PAGE_S
    )


def median(ask: Callable[[], object], served: Served | None = None) -> tuple[float, float]:
    """Seconds of the middle one of five, after one that warms; and what the server computed for it."""
    times, computed = [], []
    for _ in range(TIMES + 1):
        began, before = time.perf_counter(), cpu(served) if served else 0.0
        ask()
        times.append(time.perf_counter() - began)
        computed.append((cpu(served) if served else 0.0) - before)
    return statistics.median(times[1:]), statistics.median(computed[1:])


def bare() -> tuple[float, float]:
    """Seconds of an answer of three words from the same libraries."""
    app = Starlette(routes=[Route("/", lambda _request: PlainTextResponse("ba chữ thôi"))])
    ear = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
    threading.Thread(target=server.run, kwargs={"sockets": [ear]}, daemon=True).start()

    def ask() -> None:
        line = http.client.HTTPConnection("127.0.0.1", ear.getsockname()[1], timeout=30)
        line.request("GET", "/")
        line.getresponse().read()
        line.close()

    found = median(ask)
    server.should_exit = True
    return found


def report(what: str, seconds: tuple[float, float], limit: float | None) -> bool:
    """One line, and whether the limit does not hold."""
    slow = limit is not None and seconds[0] > limit
    of = f"  of {1000 * limit:.0f}" if limit is not None else ""
    _say(f"{what:32} {1000 * seconds[0]:7.1f} ms, computed {1000 * seconds[1]:7.1f}{of}{'  TOO SLOW' if slow else ''}")
    return slow


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
