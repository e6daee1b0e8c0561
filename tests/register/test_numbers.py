# ruff: noqa: E501
"""Numbers: one after the other, once each, days in their order, and never given to nobody (Điều 15 khoản 1)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from small_office import HANOI, NOON, batch, request

from vanban.domain.register_entry import (
    ActsOn,
    Entry,
    EntryKey,
    EntryState,
    Issued,
    Link,
    ObjectRole,
    Relation,
    SeriesOpening,
    StoredObject,
)  # fmt: skip
from vanban.errors import (
    AlreadyIssued,
    ClockBehind,
    DayBeforeLast,
    DayNotCome,
    DoubtfulDay,
    LateNumber,
    NotPossible,
    NumberTaken,
    RegisterFault,
    RequestChanged,
    SeriesAlreadyOpen,
    SeriesNotOpen,
    UnexpectedNumber,
)  # fmt: skip
from vanban.register import Query, Register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with Register.open(tmp_path / "register.sqlite", create=True) as opened:
        for series in ("chung", "quyet-dinh"):
            opened.open_series(SeriesOpening(series=series, year=2024), NOON, "Lan")
        yield opened


def key(ordinal: int, series: str = "chung", year: int = 2024) -> EntryKey:
    return EntryKey(series=series, year=year, ordinal=ordinal)


def enter(register: Register, *ordinals: int, text: str = "") -> None:
    item = StoredObject(role=ObjectRole.WORD, name="a.docx", sha256="b" * 64, size=3)
    documents = [
        Issued(entry_key=key(n), manifest_sha256="a" * 64, objects=(item,), pages=2, text=text) for n in ordinals
    ]
    register.enter(documents, NOON, "Lan")


def reserve(register: Register, name: str, moment: datetime = NOON, **named: object) -> Entry:
    return register.reserve(batch(name, moment), [request(name)], **named).entries[0]  # type: ignore[arg-type]


def test_each_series_counts_for_itself_from_one_and_a_batch_gets_its_numbers_in_its_order(register: Register) -> None:
    asked = [request("a"), request("b", "quyet-dinh"), request("c"), request("d")]
    reservation = register.reserve(batch("one"), asked)
    assert [row.number for row in reservation.entries] == ["01/KH-UBND", "01/QĐ-UBND", "02/KH-UBND", "03/KH-UBND"]
    assert reservation.fresh
    assert {row.issued_on for row in reservation.entries} == {date(2024, 3, 5)}
    assert reserve(register, "e").ordinal == 4


def test_the_same_request_on_another_day_gets_the_number_and_day_of_the_first_time(register: Register) -> None:
    first = reserve(register, "a")
    again = register.reserve(batch("a", NOON + timedelta(days=3)), [request("a")])
    assert (again.entries, again.fresh) == ((first,), False)
    assert len(register.entries()) == 1


_REFUSED = [
    (lambda r: r.reserve(batch("a"), [request("b")]), RequestChanged,
     "Yêu cầu cấp số này đã được thực hiện với nội dung khác (01/KH-UBND). Hãy xem lại sổ, rồi gửi yêu cầu mới nếu cần "
     "thêm số."),
    (lambda r: r.reserve(batch("x"), [request("a")]), AlreadyIssued,
     "Kế hoạch (plan/a) đã có số 01/KH-UBND ngày 05/3/2024. Văn bản đã ban hành không sửa được. Hãy ban hành công văn đính chính (vanban correct plan/a), bản thay thế (vanban replace plan/a) hoặc công văn thu hồi (vanban recall plan/a)."),
    (lambda r: r.reserve(batch("x"), [request("b", "mat")]), SeriesNotOpen,
     "Hệ thống số “mat” năm 2024 chưa mở trong sổ. Chưa cấp số nào. Hãy chạy “vanban register open-series mat --first 1 "
     "--year 2024”; sổ giấy đã cấp số thì thay 1 bằng số tiếp theo của sổ giấy."),
    (lambda r: r.reserve(batch("x"), [request("b", "quyet-dinh", symbol="KH-UBND")]), NumberTaken,
     "Số và ký hiệu 01/KH-UBND năm 2024 đã có trong hệ thống số “chung”. Chưa cấp số nào. Hai hệ thống số dùng chung ký hiệu thì phải là một. Hãy sửa mục Hệ thống số (number_series) của tệp Cơ quan (office/office.yaml)."),
    (lambda r: r.reserve(batch("x"), [request("b")], expected=[7]), UnexpectedNumber,
     "Số tiếp theo là 2, không phải 7 như dự kiến. Chưa cấp số nào. Hãy xem sổ (vanban register list) để biết ai đã lấy "
     "số, rồi chạy lại với số đúng."),
    (lambda r: reserve(r, "x", NOON - timedelta(days=1)), LateNumber,
     "Đồng hồ của máy chỉ ngày 04/3/2024, nhưng số 01/KH-UBND đã cấp ngày 05/3/2024, là ngày sau đó. Chưa cấp số nào. "
     "Hãy xem lịch. Nếu đồng hồ sai, chỉnh lại rồi chạy lại. Nếu đồng hồ đúng thì số ấy bị ghi nhầm ngày khi đồng hồ "
     "chạy sai: hãy hủy nó (vanban void chung 1 --year 2024 --why …), rồi ban hành lại."),
    (lambda r: r.reserve(batch("x", NOON, date(2024, 3, 4)), [request("b")]), DayBeforeLast,
     "Ngày 04/3/2024 sớm hơn ngày 05/3/2024 của số cuối trong sổ; số sau không được có ngày trước. Chưa cấp số nào. "
     "Hãy dùng ngày 05/3/2024 hoặc muộn hơn."),
    (lambda r: r.reserve(batch("x", NOON, date(2024, 3, 6)), [request("b")]), DayNotCome,
     "Ngày 06/3/2024 chưa đến (hôm nay là 05/3/2024). Chưa cấp số nào. Hãy ghi ngày ban hành là hôm nay hoặc trước hôm "
     "nay."),
    (lambda r: reserve(r, "x", NOON + timedelta(days=8)), DoubtfulDay,
     "Ngày 13/3/2024 cách ngày của số cuối (05/3/2024) quá xa; có thể đồng hồ của máy chạy sai. Chưa cấp số nào. Hãy xem lại lịch. Nếu ngày đúng, hãy chạy lại và xác nhận ngày (--confirm-date)."),
    (lambda r: r.open_series(SeriesOpening(series="chung", year=2024), NOON, "Lan"), SeriesAlreadyOpen,
     "Hệ thống số “chung” năm 2024 đã mở từ số 1. Hãy cấp số như thường: số tiếp theo là số cuối cộng một."),
]  # fmt: skip


@pytest.mark.parametrize(("deed", "fault", "said"), _REFUSED, ids=[fault.__name__ for _, fault, _ in _REFUSED])
def test_what_would_spoil_the_book_is_refused_in_words_and_takes_no_number(
    deed: object, fault: type[RegisterFault], said: str, register: Register
) -> None:
    reserve(register, "a")
    before = register.head()
    with pytest.raises(fault) as caught:
        deed(register)  # type: ignore[operator]
    assert str(caught.value) == said
    assert caught.value.exit_code == 3
    assert register.head() == before


def test_a_day_far_ahead_is_taken_when_files_or_a_person_vouch_for_it(register: Register) -> None:
    reserve(register, "a")
    far = NOON + timedelta(days=60)
    assert reserve(register, "b", far, evidence=date(2024, 5, 1)).issued_on == date(2024, 5, 4)
    assert reserve(register, "c", far + timedelta(days=60), confirmed=True).ordinal == 3


def test_after_a_number_of_a_wrong_late_day_the_number_is_named_and_giving_it_up_lets_the_office_go_on(
    register: Register,
) -> None:
    reserve(register, "a")
    wrong = reserve(register, "b", NOON + timedelta(days=365), confirmed=True)
    with pytest.raises(LateNumber, match="vanban void chung 1 --year 2025"):
        reserve(register, "c", NOON + timedelta(days=1))
    register.void(wrong.entry_key, "Đồng hồ sai", NOON + timedelta(days=1), "Lan")
    assert reserve(register, "c", NOON + timedelta(days=1)).ordinal == 2


def test_a_clock_before_the_decree_is_no_clock(register: Register) -> None:
    with pytest.raises(ClockBehind, match="trước ngày 05/3/2020"):
        reserve(register, "a", NOON.replace(year=2019))


@pytest.mark.parametrize("seconds", range(-100, 101, 20))
def test_the_year_and_the_day_are_those_of_vietnam_whatever_zone_the_machine_is_in(
    seconds: int, register: Register
) -> None:
    midnight = datetime(2024, 12, 31, 17, tzinfo=UTC)
    row = reserve(register, "a", midnight + timedelta(seconds=seconds), confirmed=True)
    assert row.issued_on == (date(2025, 1, 1) if seconds >= 0 else date(2024, 12, 31))
    assert (row.year, row.ordinal) == (row.issued_on.year, 1)


def test_a_new_year_begins_with_01_by_itself_and_the_old_one_is_over(register: Register) -> None:
    reserve(register, "a")
    new_year = datetime(2025, 1, 2, 8, tzinfo=HANOI)
    assert reserve(register, "b", new_year, confirmed=True).number == "01/KH-UBND"
    with pytest.raises(DayBeforeLast):
        register.reserve(batch("c", new_year, date(2024, 12, 31)), [request("c")])


def test_a_paper_book_is_taken_over_at_any_number_with_its_old_rows(tmp_path: Path) -> None:
    with Register.open(tmp_path / "register.sqlite", create=True) as register:
        opening = SeriesOpening(series="chung", year=2024, first=25, last_paper_day=date(2024, 3, 4))
        register.open_series(opening, NOON, "Lan")
        old = [
            Entry(
                **dict(request(f"giay-{n}")), year=2024, ordinal=n, issued_on=date(2024, 1, n), state=EntryState.PAPER,
                batch="so-giay", position=n,
            )
            for n in (3, 24)
        ]  # fmt: skip
        register.import_paper(old, "so-giay", NOON, "Lan")
        register.import_paper(old, "so-giay", NOON, "Lan")
        with pytest.raises(NotPossible, match="cách số tiếp theo"):
            register.import_paper([old[0].model_copy(update={"ordinal": 250, "batch": "x"})], "x", NOON, "Lan")
        with pytest.raises(DayBeforeLast):
            register.reserve(batch("a", NOON, date(2024, 3, 3)), [request("a")])
        assert reserve(register, "a").ordinal == 25
        assert [row.ordinal for row in register.entries()] == [3, 24, 25]
        assert register.damages() == ()


def test_a_number_given_up_stays_with_its_reason_and_its_document_may_get_another(register: Register) -> None:
    reserve(register, "a")
    reserve(register, "b")
    register.void(key(2), " Chủ tịch không ký ", NOON, "Lan")
    row = register.entry(key(2))
    assert (row.state, row.void_reason) == (EntryState.VOID, "Chủ tịch không ký")
    again = register.reserve(batch("b2"), [request("b")]).entries[0]
    assert again.ordinal == 3
    for reason, why in (("lại", "số này đã hủy"), (" ", "Chưa ghi lý do hủy")):
        with pytest.raises(NotPossible) as caught:
            register.void(key(2), reason, NOON, "Lan")
        assert why in str(caught.value)
    with pytest.raises(NotPossible):
        enter(register, 2)


def test_a_wrong_day_ahead_that_is_given_up_no_longer_stands_in_the_way(register: Register) -> None:
    reserve(register, "a")
    reserve(register, "b", NOON + timedelta(days=5))
    register.void(key(2), "đồng hồ sai", NOON, "Lan")
    assert reserve(register, "c", NOON + timedelta(days=1)).ordinal == 3
    assert register.damages() == ()


def test_a_document_that_replaces_another_is_linked_both_ways_once_it_is_issued(register: Register) -> None:
    reserve(register, "a")
    enter(register, 1)
    act = ActsOn(relation=Relation.REPLACES, target=key(1))
    register.reserve(batch("b"), [request("a", revision=1, acts_on=(act,))])
    assert register.links(key(1)) == ()
    enter(register, 2)
    link = Link(source=key(2), relation=Relation.REPLACES, target=key(1))
    assert register.links(key(1)) == register.links(key(2)) == (link,)
    register.link(link, NOON, "Lan")
    assert [row.revision for row in register.issued_as(2024, "plan", "a")] == [0, 1]
    reserve(register, "d")
    unissued = ActsOn(relation=Relation.RECALLS, target=key(3))
    with pytest.raises(NotPossible):
        register.reserve(batch("c"), [request("c", acts_on=(unissued,))])


def test_words_are_found_without_accents_in_every_field_and_in_the_text(register: Register) -> None:
    reserve(register, "a")
    reserve(register, "b")
    enter(register, 1, text="Chỉ tiêu về cây xanh ở tổ dân phố Đồng Cửa")
    for words in ("to dan pho dong cua", "CÂY XANH", "xanh nguyễn văn a", "01/kh-ubnd", "05/3/2024 chi tieu"):
        assert [row.ordinal for row in register.page(Query(text=words))] == [1], words
    assert [row.ordinal for row in register.page(Query(text="ngo quyen", newest_first=True, limit=1))] == [2]
    assert register.count(Query(text="ngo quyen")) == 2
    assert register.page(Query(text="khong co")) == ()
    assert register.count(Query(states=(EntryState.RESERVED,))) == 1


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [((3, 5), (3, 5), 1), ((3, 6), None, 0), (None, (3, 4), 0), ((1, 1), (12, 31), 1), (None, None, 1)],
)
def test_numbers_are_found_between_two_days(
    register: Register, since: tuple[int, int] | None, until: tuple[int, int] | None, found: int
) -> None:
    reserve(register, "a")
    days = {name: date(2024, *day) for name, day in (("since", since), ("until", until)) if day}
    assert register.count(Query(**days)) == len(register.page(Query(**days))) == found


def test_a_confidential_series_shows_only_when_it_is_asked_for(register: Register) -> None:
    register.open_series(SeriesOpening(series="mat", year=2024, confidential=True), NOON, "Lan")
    register.reserve(batch("m"), [request("m", "mat")])
    assert register.page(Query(text="thi dua")) == register.page(Query()) == ()
    assert len(register.page(Query(confidential=True))) == 1
    new_year = datetime(2025, 1, 2, 8, tzinfo=HANOI)
    register.reserve(batch("n", new_year), [request("n", "mat")], confirmed=True)
    assert register.count(Query()) == 0


def test_a_row_that_is_issued_is_guarded_by_the_file_itself(register: Register) -> None:
    import sqlite3

    reserve(register, "a")
    enter(register, 1)
    connection = sqlite3.connect(register.path)
    for statement in (
        "UPDATE entry SET subject = 'x'",
        "DELETE FROM entry",
        "UPDATE journal SET actor = 'x'",
        "DELETE FROM journal",
        "UPDATE object SET size = 0",
        "UPDATE entry SET state = 'reserved'",
        "UPDATE entry SET state = 'void', void_reason = 'x', pages = 9",
    ):
        with pytest.raises(sqlite3.IntegrityError, match="the register forbids it"):
            connection.execute(statement)
        connection.rollback()
    connection.close()
