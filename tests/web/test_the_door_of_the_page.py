"""Nothing passes the page's door that a page of this server did not ask for."""

from __future__ import annotations

import json
import os
import random
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from served_page import Clerk, Served, running

CLOSED = {"content-security-policy", "x-frame-options", "x-content-type-options", "referrer-policy"}


def test_the_address_with_its_token_opens_a_session_and_leaves_the_token_behind(served: Served) -> None:
    answer = served.ask("GET", served.address.removeprefix(served.origin))
    assert (answer.status, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"vanban-{served.port}=")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize("path", ["/", "/2024/", "/?token=wrong", "/?token=", "/2024/?token=%ff", "/2024/bang"])
def test_without_the_token_or_the_cookie_no_page_says_anything(served: Served, path: str) -> None:
    answer = served.ask("GET", path)
    assert answer.status == 403
    assert "Ngô Quyền" not in answer.text
    assert "Hãy mở địa chỉ" in answer.text


def test_a_forged_cookie_is_no_session(served: Served) -> None:
    name = f"vanban-{served.port}"
    for cookie in (f"{name}=x", f"{name}=", f"{name}", "a=b", f"{name}=é", ";;;=", f'{name}="'):
        assert served.ask("GET", "/2024/", Cookie=cookie).status == 403


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example", "", "[::1]", "0.0.0.0"],
)
def test_a_name_that_was_bound_to_this_machine_meets_a_closed_door(clerk: Clerk, host: str) -> None:
    answer = clerk.get("/2024/", Host=host)
    assert answer.status == 421
    assert "Ngô Quyền" not in answer.text


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1", "file://"]
)
def test_a_form_of_another_place_is_refused_even_with_cookie_and_mark(clerk: Clerk, origin: str) -> None:
    answer = clerk.post("/2024/lap", {}, Origin=origin)
    assert answer.status == 403
    assert "không được nhận" in answer.text


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_port_or_site_fetches_is_refused(clerk: Clerk, site: str) -> None:
    assert clerk.get("/2024/", Sec_Fetch_Site=site).status == 403
    assert clerk.post("/2024/lap", {}, Sec_Fetch_Site=site).status == 403


def test_a_write_without_an_origin_or_without_the_mark_is_refused(clerk: Clerk, served: Served) -> None:
    form = "application/x-www-form-urlencoded"
    without_origin = served.ask(
        "POST", "/2024/lap", b"dau=" + clerk.mark.encode(), Cookie=clerk.cookie, Content_Type=form
    )
    assert without_origin.status == 403
    for body in (b"", b"dau=", b"dau=wrong", b"dau=%c3%a9"):
        assert clerk.send("/2024/lap", body, form).status == 403
    assert clerk.send("/2024/lap", b"{}", "application/json").status == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH"])
def test_no_other_method_is_known(clerk: Clerk, method: str) -> None:
    assert clerk.served.ask(method, "/2024/", Cookie=clerk.cookie, Origin=clerk.served.origin).status in (400, 403)


def test_every_answer_forbids_frames_foreign_scripts_and_guessing(clerk: Clerk) -> None:
    answers = [clerk.get(path) for path in ("/2024/", "/tinh/trang.css", "/khong-co", "/2024/?token=x")]
    assert [sorted(CLOSED - set(answer.headers)) for answer in answers] == [[]] * 4
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
    assert answers[0].headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/tinh/../app.py", "/tinh/%2e%2e/app.py", "/tinh/..%2fapp.py", "/tinh/....//app.py", "/tinh//etc/passwd",
        "/tinh/%5c..%5capp.py", "/tinh/%00", "/2024/xem/..%2f..%2foffice/trang/1", "/%2e%2e/%2e%2e/etc/passwd",
    ],
)  # fmt: skip
def test_no_path_leads_out_of_what_the_page_shows(clerk: Clerk, path: str) -> None:
    answer = clerk.get(path)
    assert answer.status in (400, 404)
    assert "import" not in answer.text
    assert "root:" not in answer.text


def test_a_body_that_says_it_is_too_large_is_refused_before_it_comes(clerk: Clerk) -> None:
    form = "application/x-www-form-urlencoded"
    answer = clerk.send("/2024/lap", b"dau=", form, Content_Length=str(1 << 40))
    assert answer.status == 413
    assert "MB" in answer.text


def test_a_body_that_grows_too_large_on_its_way_is_refused(clerk: Clerk) -> None:
    piece = b"100000\r\n" + b"x" * 0x100000 + b"\r\n"
    form = "application/x-www-form-urlencoded"
    answer = clerk.send("/2024/lap", piece * 20 + b"0\r\n\r\n", form, Transfer_Encoding="chunked")
    assert answer.status == 413


def test_a_hundred_hostile_requests_end_in_sentences_and_leave_the_page_alive(clerk: Clerk) -> None:
    chance = random.Random(18)
    kinds = ("application/json", "multipart/form-data", "multipart/form-data; boundary=x", "text/plain", "", "a" * 900)
    for _ in range(100):
        body = chance.randbytes(chance.randrange(300))
        answer = clerk.send(f"/2024/{chance.choice(('lap', 'bang', 'kiem-tra', '%e1%ba'))}", body, chance.choice(kinds))
        assert answer.status in (400, 403, 404, 405, 422)
        assert "Traceback" not in answer.text
    assert clerk.get("/2024/").status == 200


def test_a_browser_sees_a_page_at_once_while_the_office_is_read(served: Served, tmp_path: Path) -> None:
    with running(served.workspace.root, tmp_path) as other:
        opened = other.ask("GET", other.address.removeprefix(other.origin))
        cookie = opened.headers["set-cookie"].partition(";")[0]
        first = other.ask("GET", "/", Cookie=cookie, Accept="text/html")
        assert (first.status, "Đang đọc dữ liệu của cơ quan" in first.text) == (200, True)
        assert other.ask("GET", "/dang-mo", Cookie=cookie).status == 200
        assert "Việc tiếp theo" in other.ask("GET", "/2024/", Cookie=cookie, Accept="text/html").text
        assert other.ask("GET", "/dang-mo").status == 403


def test_the_server_listens_on_this_machine_alone(served: Served) -> None:
    with socket.socket() as other:
        assert other.connect_ex(("127.0.0.2", served.port)) != 0


def test_a_page_that_is_not_there_is_a_sentence_with_a_way_back(clerk: Clerk) -> None:
    answer = clerk.get("/2024/khong-co")
    assert answer.status == 404
    assert "Không có trang nào ở địa chỉ này." in answer.text
    assert "Về trang đầu" in answer.text


def test_a_year_without_data_is_a_sentence(clerk: Clerk) -> None:
    answer = clerk.get("/1999/")
    assert answer.status == 404
    assert "1999" in answer.text


def test_a_second_start_finds_the_first_and_another_port_is_no_obstacle(served: Served) -> None:
    again = opened_again(served)
    assert (again.stdout.strip(), again.returncode) == (served.address, 0)


def test_the_address_is_given_as_json_where_asked_for(served: Served) -> None:
    again = opened_again(served, "--json")
    assert (json.loads(again.stdout), again.returncode) == ({"address": served.address}, 0)


def opened_again(served: Served, *options: str) -> subprocess.CompletedProcess[str]:
    """``vanban open`` of a folder whose page runs already."""
    state = served.workspace.root.parent / "state"
    return subprocess.run(
        [sys.executable, "-m", "vanban", "open", str(served.workspace.root), "--no-browser", *options],
        capture_output=True, text=True, timeout=60, env={**os.environ, "XDG_STATE_HOME": str(state)},
    )  # fmt: skip


def test_a_taken_port_is_a_sentence(served: Served, tmp_path: Path) -> None:
    with (
        pytest.raises(AssertionError, match="Hãy chạy lại với --port 0"),
        running(served.workspace.root, tmp_path, "--port", str(served.port)),
    ):
        pass
