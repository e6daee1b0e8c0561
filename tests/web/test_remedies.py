"""No remedy on the page sends a clerk to a command line."""

from __future__ import annotations

import re

import pytest

from vanban import errors
from vanban.web.bare import MENU
from vanban.web.remedies import PLACES, on_page, remedy_of

OF_THE_COMMAND_LINE = {
    "NoWorkspace", "NobodyToAsk", "MistypedCommand", "ForeignHost", "NoSession", "PortTaken", "GroupUnfit",
    "ClusterMissing", "SchedulerUnreachable", "SchedulerCertificates",
}  # fmt: skip
"""What only a command line meets, or whoever has not opened the page yet."""

FILLED = {"series": "ke-hoach", "ordinal": "24", "year": "2024", "key": "2024", "build": "plan", "names": "plan"}


def below(kind: type[errors.VanbanError]) -> list[type[errors.VanbanError]]:
    return [one for child in kind.__subclasses__() for one in (child, *below(child))]


@pytest.mark.parametrize("kind", below(errors.VanbanError), ids=lambda kind: kind.__name__)
def test_the_remedy_of_an_error_names_a_page_where_it_named_a_command(kind: type[errors.VanbanError]) -> None:
    if kind.__name__ in OF_THE_COMMAND_LINE:
        return
    said = on_page(re.sub(r"\{(\w+)[^}]*\}", lambda found: FILLED.get(found[1], "x"), kind.remedy))
    assert re.search(r"vanban [a-z]|--[a-z]|lệnh", said) is None, said


@pytest.mark.parametrize(
    ("said", "on_the_page"),
    [
        ("Hãy cắm ổ đĩa khác rồi chạy “vanban backup THƯ-MỤC”.", "Hãy cắm ổ đĩa khác rồi mở trang “Lưu trữ, sao lưu”."),
        ("Chạy vanban build để lập lại.", "Mở trang “Lập văn bản” để lập lại."),
        ("Hãy vào vanban2 hoặc C:\\vanban nếu cần.", "Hãy vào vanban2 hoặc C:\\vanban nếu cần."),
        ("Xem bằng lệnh: vanban take --board.", "Xem ở trang “Phát phiếu, nhận về”."),
        ("Hãy nhận gói (vanban archive import), rồi đi.", "Hãy nhận gói (trang “Lưu trữ, sao lưu”), rồi đi."),
    ],
)
def test_a_sentence_keeps_all_but_the_command(said: str, on_the_page: str) -> None:
    assert on_page(said) == on_the_page


def test_every_place_of_a_command_is_a_page_and_is_linked_to() -> None:
    assert {place.removesuffix("/them") for place in PLACES.values()} <= {href for href, _ in MENU}
    error = errors.NoUnit(unit="x", nearest="")
    assert (remedy_of(error).page, remedy_of(error).words) == ("/phieu", "Tới trang “Phát phiếu, nhận về”")
