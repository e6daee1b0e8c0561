"""A bag that is refused leaves nothing behind; beside a register it brings back what that knows and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from invariants import entries
from small_office import NOON, batch, draft, founded, issued, places_in, recovered, render
from workspace_offices import issued_in, office_in
from workspace_offices import places_in as places_of

from vanban.archive import EVERYTHING, Archive, BagDocument, BagOrder, write_bag
from vanban.domain.dossier import Dossier, DossierDocument, RetentionPeriod
from vanban.domain.ledger import Event, next_event, to_line
from vanban.domain.register_entry import ObjectRole
from vanban.errors import BagNewer, BagRefused, DocumentsMissing
from vanban.register import Register
from vanban.workflows.bags import import_bag
from vanban.workflows.issuing import issue, recording
from vanban.workflows.issuing_terms import Outcome, Places, Terms
from vanban.workflows.proving import Restored, republish, verify
from vanban.workspace import Machine, Workspace


def bag_of(places: Places, target: Path, year: int | None = None) -> Path:
    with Register.open(places.register, reading_only=True) as register:
        wanted = (entry for entry in register.entries() if year in (None, entry.year))
        documents, head = tuple(map(BagDocument, wanted)), register.head()
    write_bag(
        Archive(places.archive), BagOrder(documents, None, "UBND", "2024-12-31", "2024", head, whole=True), target
    )
    return target


def with_one_more(places: Places, deed: str, body: dict[str, object]) -> None:
    with Register.open(places.register, reading_only=True) as register:
        events: list[Event] = list(register.events())
    events.append(next_event(events[-1].head, NOON.isoformat(), "Lan", deed, body))  # type: ignore[arg-type]
    Archive(places.archive).ledger.path.write_bytes("".join(map(to_line, events)).encode())


KEY = {"series": "chung", "year": 2024, "ordinal": 1}


@pytest.mark.parametrize(
    ("deed", "body"),
    [
        ("burn", {"entry_key": KEY}),
        ("open_series", {"series": "../../etc", "year": 2024, "first": 1, "name": ""}),
        ("void", {"entry_key": {**KEY, "ordinal": 99}, "reason": 7}),
        ("reserve", {"batch": "x", "day": "2024-03-05", "documents": [{"ordinal": 9}]}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_bag_leaves_a_new_office_empty_and_the_good_one_after_it_is_taken(
    tmp_path: Path, deed: str, body: dict[str, object]
) -> None:
    source = founded(tmp_path / "source")
    issued(source, "one", "a")
    good = bag_of(source, tmp_path / "tot")
    with_one_more(source, deed, body)
    bad = bag_of(source, tmp_path / "xau")
    office = Workspace(tmp_path / "office")
    with pytest.raises(BagRefused):
        import_bag(office, bad)
    assert not office.archive.exists()
    taken = import_bag(office, good)
    assert taken.restored is Restored.REGISTER
    assert [row.number for row in entries(places_of(office))] == ["01/KH-UBND"]


def _torn(ledger: bytes) -> bytes:
    return ledger[:-9]


def _without_a_line(ledger: bytes) -> bytes:
    lines = ledger.splitlines(keepends=True)
    return b"".join(lines[:2] + lines[3:])


@pytest.mark.parametrize("spoil", [_torn, _without_a_line])
def test_a_bag_whose_ledger_is_no_chain_is_refused(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    source = founded(tmp_path / "source")
    issued(source, "one", "a")
    path = Archive(source.archive).ledger.path
    path.write_bytes(spoil(path.read_bytes()))
    office = Workspace(tmp_path / "office")
    with pytest.raises(BagRefused, match="nhật ký trong gói bị đứt"):
        import_bag(office, bag_of(source, tmp_path / "goi"))
    assert not office.archive.exists()


def test_beside_a_register_a_bag_brings_a_lost_file_back(tmp_path: Path) -> None:
    office = office_in(tmp_path / "office", Machine("pc", tmp_path / "pc"))
    outcome = issued_in(office, "a")
    bag = bag_of(places_of(office), tmp_path / "goi")
    Archive(office.archive).path_of(outcome.entries[0].sha256).unlink()
    assert not verify(places_of(office), EVERYTHING).sound
    assert import_bag(office, bag).restored is Restored.NOTHING
    assert verify(places_of(office), EVERYTHING).damages == ()


def test_beside_a_register_the_documents_of_another_office_are_refused(tmp_path: Path) -> None:
    office = office_in(tmp_path / "office", Machine("pc", tmp_path / "pc"))
    issued_in(office, "a")
    other = founded(tmp_path / "other")
    issued(other, "x", "x", "y")
    before = sorted(path for path in office.archive.rglob("*") if path.is_file())
    with pytest.raises(BagRefused, match="không phải là văn bản đã ghi trong sổ"):
        import_bag(office, bag_of(other, tmp_path / "goi"))
    assert sorted(path for path in office.archive.rglob("*") if path.is_file()) == before
    shutil.rmtree(tmp_path / "other")
    assert places_in(tmp_path / "other").register != office.register


def issued_next_year(places: Places, name: str) -> Outcome:
    return issue(places, batch(name, NOON.replace(year=2025)), [draft(name)], render, Terms(confirmed=True))


@pytest.fixture
def two_years(tmp_path: Path) -> tuple[Workspace, Path, Path]:
    """An office of two years, and a bag of each, both exported at the end of the second."""
    office = office_in(tmp_path / "office", Machine("pc", tmp_path / "pc"))
    issued_in(office, "a", "b")
    issued_next_year(places_of(office), "c")
    for year in (2024, 2025):
        bag_of(places_of(office), tmp_path / f"goi-{year}", year)
    return office, tmp_path / "goi-2024", tmp_path / "goi-2025"


def test_a_bag_of_one_year_tells_at_once_what_other_years_lack_and_nothing_is_issued_meanwhile(
    tmp_path: Path, two_years: tuple[Workspace, Path, Path]
) -> None:
    _, first, second = two_years
    office = office_in(tmp_path / "new", Machine("pc", tmp_path / "another"), series=())
    taken = import_bag(office, second)
    assert [key.ordinal for key in taken.lacking] == [1, 2]
    assert "thiếu 2 văn bản mà sổ đã ghi (năm 2024: số 01-02 (“chung”))" in taken.notice
    assert "gói đầy đủ của năm 2024" in taken.notice
    with pytest.raises(DocumentsMissing, match="năm 2024: số 01-02"):
        issued_next_year(places_of(office), "d")
    assert import_bag(office, first).notice == ""
    recovered(places_of(office))
    outcome = issued_next_year(places_of(office), "d")
    assert [entry.number for entry in outcome.entries] == ["02/KH-UBND"]
    republish(places_of(office))
    assert verify(places_of(office), EVERYTHING).damages == ()


def test_beside_an_older_bag_the_newer_one_says_in_which_order_bags_are_taken(
    tmp_path: Path, two_years: tuple[Workspace, Path, Path]
) -> None:
    source, _, second = two_years
    early = office_in(tmp_path / "early", Machine("pc", tmp_path / "early-pc"), series=())
    ledger = Archive(source.archive).ledger.path
    lines = ledger.read_bytes().splitlines(keepends=True)
    until = next(at for at, line in enumerate(lines) if b'"moment":"2025' in line)
    ledger.write_bytes(b"".join(lines[:until]))
    import_bag(early, bag_of(places_of(source), tmp_path / "cuoi-2024", 2024))
    with pytest.raises(BagNewer) as refused:
        import_bag(early, second)
    assert "Hãy nhận gói mới nhất trước" in str(refused.value)


def test_the_papers_from_outside_come_back_with_a_whole_bag(tmp_path: Path) -> None:
    source = founded(tmp_path / "source")
    issued(source, "one", "a")
    item = Archive(source.archive).put(ObjectRole.ATTACHMENT, "den.pdf", b"%PDF from outside")
    card = Dossier(code="01.TĐKT", year=2024, title="Hồ sơ", retention=RetentionPeriod(years=10), creator="Lan")
    with recording(source) as register:
        register.open_dossier(card, NOON, "Lan")
        register.file(2024, "01.TĐKT", DossierDocument(subject="Công văn", objects=(item,)), NOON, "Lan")
        documents, head = tuple(map(BagDocument, register.entries())), register.head()
    order = BagOrder(documents, None, "UBND", "2024-12-31", "2024", head, whole=True, outside=(item,))
    write_bag(Archive(source.archive), order, tmp_path / "goi")
    office = Workspace(tmp_path / "office")
    import_bag(office, tmp_path / "goi")
    shutil.copytree(source.published, office.issued)
    assert verify(places_of(office), EVERYTHING).damages == ()
