"""Bags: bagit accepts ours; anybody else's is refused at the first thing that no honest bag has (A05, A06, A07)."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import bagit
import pytest
from invariants import entries, when_whole
from lxml import etree
from small_office import NOON, founded, issued, places_in, render
from torture.kill import killed_at, points_of

from vanban.archive import EVERYTHING, Archive, BagDocument, BagDossier, BagOrder, open_bag, write_bag
from vanban.domain.dossier import Dossier, DossierDocument, RetentionPeriod, index, list_footer
from vanban.domain.register_entry import ObjectRole
from vanban.errors import BagRefused, FolderMissing, PathTaken
from vanban.workflows.issuing import recording
from vanban.workflows.issuing_terms import Places
from vanban.workflows.proving import Restored, restore, verify

CARD = Dossier(
    code="01.TĐKT",
    year=2024,
    title="Hồ sơ thi đua, khen thưởng năm 2024",
    retention=RetentionPeriod(years=10),
    creator="Trần Thị Lan",
)


def order_of(places: Places, *, whole: bool = True, dossier: BagDossier | None = None) -> BagOrder:
    with recording(places) as register:
        head = register.head()
    documents = tuple(BagDocument(entry, place) for place, entry in enumerate(entries(places), start=1))
    return BagOrder(documents, dossier, "UBND phường Ngô Quyền", "2024-12-31", "2024", head, whole=whole)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("office")
    issued(founded(root), "one", "a", "b", "c")
    return root


@pytest.fixture
def places(office: Path, tmp_path: Path) -> Places:
    return places_in(Path(shutil.copytree(office, tmp_path / "office")))


@pytest.fixture
def bag(places: Places, tmp_path: Path) -> Path:
    write_bag(Archive(places.archive), order_of(places), tmp_path / "bag")
    return tmp_path / "bag"


def test_a_bag_passes_bagits_own_validation_and_has_the_fields_of_the_decree(bag: Path, places: Places) -> None:
    found = bagit.Bag(str(bag))
    found.validate()
    assert set(found.algorithms) == {"sha256", "sha512"}
    assert found.info["Source-Organization"] == "UBND phường Ngô Quyền"
    seq, _, seal = found.info["Vanban-Register-Head"].partition(" ")
    assert (int(seq), len(seal)) == (4, 64)
    folder = bag / "data/2024/chung/0001_KH-UBND_2024"
    assert sorted(path.name for path in folder.iterdir()) == [
        "0001_KH-UBND_2024.docx", "0001_KH-UBND_2024.pdf", "0001_KH-UBND_2024.txt", "manifest.json", "metadata.json",
        "metadata.xml",
    ]  # fmt: skip
    fields = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    assert (fields["CodeNumber"], fields["CodeNotation"]) == ("01", "KH-UBND")
    assert fields["SignerInfo"] == {"Position": "Chủ tịch", "FullName": "Nguyễn Văn A"}
    tree = etree.fromstring((folder / "metadata.xml").read_bytes())
    assert tree.findtext("IssuedDate") == "2024-03-05"
    assert tree.findtext("To/OrganName") == "Các tổ dân phố"
    assert tree.findtext("Subject") == "Phát động thi đua đợt a"


def test_the_same_order_gives_the_same_bag_and_never_over_another(bag: Path, places: Places, tmp_path: Path) -> None:
    order = order_of(places)
    write_bag(Archive(places.archive), order, tmp_path / "again")
    names = sorted(path.relative_to(bag) for path in bag.rglob("*") if path.is_file())
    assert names == sorted(
        path.relative_to(tmp_path / "again") for path in (tmp_path / "again").rglob("*") if path.is_file()
    )
    assert all((bag / name).read_bytes() == (tmp_path / "again" / name).read_bytes() for name in names)
    with pytest.raises(PathTaken):
        write_bag(Archive(places.archive), order, bag)


def test_a_bag_that_was_killed_on_the_way_is_not_there(places: Places, tmp_path: Path) -> None:
    archive, order = Archive(places.archive), order_of(places)
    points = len(points_of(partial(write_bag, archive, order, tmp_path / "trial")))
    for fatal in range(1, points, 11):
        target = tmp_path / str(fatal)
        assert killed_at(fatal, partial(write_bag, archive, order, target))
        assert not target.exists()
        write_bag(archive, order, target)
        bagit.Bag(str(target)).validate()


def test_a_lost_office_comes_back_from_a_whole_bag(bag: Path, tmp_path: Path) -> None:
    places = places_in(tmp_path / "new")
    assert len(open_bag(bag).store(Archive(places.archive))) == 3
    assert restore(places) is Restored.REGISTER
    assert [entry.number for entry in entries(places)] == ["01/KH-UBND", "02/KH-UBND", "03/KH-UBND"]
    assert verify(places, EVERYTHING, render=render).sound
    assert issued(places, "two", "d").entries[0].ordinal == 4


def test_a_bag_without_the_ledger_is_taken_beside_what_is_there_unless_a_number_is_another(
    places: Places, tmp_path: Path
) -> None:
    write_bag(Archive(places.archive), order_of(places, whole=False), tmp_path / "part")
    received = open_bag(tmp_path / "part")
    assert "ledger.jsonl" not in received.files
    received.store(Archive(places.archive))
    assert when_whole(places, [], render) == []
    other = founded(tmp_path / "other")
    issued(other, "x", "x")
    with pytest.raises(BagRefused, match="số 01/KH-UBND trong kho lưu trữ là văn bản khác"):
        received.store(Archive(other.archive))
    assert when_whole(other, [], render) == []


def _append(path: Path, data: bytes) -> None:
    path.write_bytes(path.read_bytes() + data)


def _rename(path: Path, name: str) -> None:
    path.rename(path.with_name(name))


_DOCX = "data/2024/chung/0001_KH-UBND_2024/0001_KH-UBND_2024.docx"
_HARMS: dict[str, Callable[[Path], object]] = {
    "a changed file": lambda bag: (bag / _DOCX).write_bytes(b"x" * (bag / _DOCX).stat().st_size),
    "a longer file": lambda bag: _append(bag / _DOCX, b"x"),
    "a missing file": lambda bag: (bag / _DOCX).unlink(),
    "an extra file": lambda bag: (bag / "data/extra.txt").write_bytes(b"x"),
    "an extra tag file": lambda bag: (bag / "notes.txt").write_bytes(b"x"),
    "fetch": lambda bag: (bag / "fetch.txt").write_bytes(b"http://example.com/x 1 data/x\n"),
    "a link": lambda bag: ((bag / _DOCX).unlink(), (bag / _DOCX).symlink_to("/etc/passwd")),
    "a linked folder": lambda bag: (bag / "data/etc").symlink_to("/etc"),
    "a pipe": lambda bag: os.mkfifo(bag / "data/pipe"),
    "capitals": lambda bag: (bag / "data/REGISTER.json").write_bytes(b"x"),
    "an accent": lambda bag: _rename(bag / "data/register.json", "sổ.json"),
    "a Windows name": lambda bag: (bag / "data/aux.txt").write_bytes(b"x"),
    "a hidden file": lambda bag: (bag / "data/.hidden").write_bytes(b"x"),
    "a space": lambda bag: (bag / "data/a b").write_bytes(b"x"),
    "a trailing dot": lambda bag: (bag / "data/a.").write_bytes(b"x"),
    "a line end in a name": lambda bag: (bag / "data/a\nb").write_bytes(b"x"),
    "traversal": lambda bag: _append(bag / "manifest-sha256.txt", b"0" * 64 + b"  data/../../x\n"),
    "an absolute name": lambda bag: _append(bag / "manifest-sha256.txt", b"0" * 64 + b"  /etc/passwd\n"),
    "an encoded line end": lambda bag: _append(bag / "manifest-sha256.txt", b"0" * 64 + b"  data/a%0Ab\n"),
    "a doubled line": lambda bag: _append(
        bag / "manifest-sha512.txt", (bag / "manifest-sha512.txt").read_bytes().split(b"\n")[0] + b"\n"
    ),
    "a binary star": lambda bag: _append(bag / "manifest-sha256.txt", b"0" * 64 + b" *data/x\n"),
    "no last line end": lambda bag: (bag / "manifest-sha256.txt").write_bytes(
        (bag / "manifest-sha256.txt").read_bytes()[:-1]
    ),
    "not UTF-8": lambda bag: _append(bag / "bag-info.txt", b"Note: \xff\n"),
    "another version": lambda bag: (bag / "bagit.txt").write_bytes(
        b"BagIt-Version: 0.93\nTag-File-Character-Encoding: UTF-8\n"
    ),
    "another encoding": lambda bag: (bag / "bagit.txt").write_bytes(
        b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-7\n"
    ),
    "an empty bagit.txt": lambda bag: (bag / "bagit.txt").write_bytes(b""),
    "no second digest": lambda bag: (bag / "manifest-sha512.txt").unlink(),
    "a weak digest too": lambda bag: (bag / "manifest-md5.txt").write_bytes(b""),
    "a lying oxum": lambda bag: (bag / "bag-info.txt").write_bytes(
        (bag / "bag-info.txt").read_bytes().replace(b"Payload-Oxum: ", b"Payload-Oxum: 9")
    ),
    "no oxum": lambda bag: (bag / "bag-info.txt").write_bytes(b"Source-Organization: x\n"),
    "a broken info": lambda bag: _append(bag / "bag-info.txt", b"no colon\n"),
    "a changed info": lambda bag: _append(bag / "bag-info.txt", b"Note: x\n"),
}


@pytest.mark.parametrize("harm", _HARMS.values(), ids=_HARMS)
def test_a_hostile_bag_is_refused_and_nothing_is_stored(
    harm: Callable[[Path], object], bag: Path, tmp_path: Path
) -> None:
    open_bag(bag)
    harm(bag)
    with pytest.raises(BagRefused) as caught:
        open_bag(bag)
    assert caught.value.said.startswith(f"Không nhận gói “{bag}”: ")
    assert caught.value.exit_code == 3


@pytest.mark.parametrize("place", ["file", "link"])
def test_what_is_no_folder_is_no_bag(place: str, bag: Path, tmp_path: Path) -> None:
    path = tmp_path / place
    if place == "file":
        path.write_bytes(b"x")
    else:
        path.symlink_to(bag)
    with pytest.raises(BagRefused, match="không phải là thư mục"):
        open_bag(path)


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing, match="Không có thư mục"):
        open_bag(tmp_path / "missing")


def test_a_dossier_lists_its_documents_and_travels_with_those_from_outside(places: Places, tmp_path: Path) -> None:
    archive = Archive(places.archive)
    scan = archive.put(ObjectRole.ATTACHMENT, "den.pdf", b"%PDF scan")
    outside = DossierDocument(
        number="15/KH-TP", dated=date(2024, 1, 9), subject="Kế hoạch thi đua thành phố", author="UBND thành phố",
        sheets=4, objects=(scan,),
    )  # fmt: skip
    with recording(places) as register:
        register.open_dossier(CARD, NOON, "Lan")
        register.file(2024, CARD.code, outside, NOON, "Lan")
        for entry in register.entries()[:2]:
            register.file(2024, CARD.code, DossierDocument(entry_key=entry.entry_key), NOON, "Lan")
            register.file(2024, CARD.code, DossierDocument(entry_key=entry.entry_key), NOON, "Lan")
        register.close_dossier(2024, CARD.code, date(2024, 12, 20), NOON, "Lan")
        held = register.dossier_documents(2024, CARD.code)
        card = register.dossier(2024, CARD.code)
        assert register.damages() == ()
        assert register.dossiers_of(entry.entry_key) == ((card, 3),)
    lines = index(held, entries(places))
    assert [(line.ordinal, line.number, line.dated, line.sheet) for line in lines] == [
        (1, "15/KH-TP", "09/01/2024", "1"), (2, "01/KH-UBND", "05/3/2024", "5"), (3, "02/KH-UBND", "05/3/2024", "7"),
    ]  # fmt: skip
    assert list_footer([card])[2] == "01 hồ sơ bảo quản có thời hạn."
    write_bag(archive, order_of(places, whole=False, dossier=BagDossier(card, held)), tmp_path / "bag")
    bagit.Bag(str(tmp_path / "bag")).validate()
    tree = etree.parse(tmp_path / "bag/data/dossier/metadata.xml")
    assert [tree.findtext(name) for name in ("FileCode/FileNotation", "Maintenance", "DocTotal", "EndDate")] == [
        "01.TĐKT", "10 năm", "3", "2024-12-20",
    ]  # fmt: skip
    assert (tmp_path / "bag/data/dossier/outside/001-1.pdf").read_bytes() == b"%PDF scan"
    assert verify(places, EVERYTHING).sound
