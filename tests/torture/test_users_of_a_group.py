"""Several users of a group work on one folder, each with a mask of their own: what one begins another finishes."""

from __future__ import annotations

import codecs
import grp
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from invariants import when_whole
from other_users import User
from small_office import founded, issued, places_in, recovered, render
from workspace_offices import issued_in, office_in
from workspace_offices import places_in as places_of

from vanban import durable
from vanban.archive import EVERYTHING
from vanban.domain.office import Office
from vanban.errors import GroupUnfit
from vanban.workflows.proving import republish, restore, verify
from vanban.workflows.sharing import share
from vanban.workspace import Machine, Workspace

GROUP, STRANGERS = 4242, 4343
LAN, BINH = User(3001, GROUP, 0o077), User(3002, GROUP, 0o022)
SAMPLE = Office.model_construct(name="Ủy ban nhân dân phường")
STRANGER = User(3003, STRANGERS, 0o022)


@pytest.fixture(scope="module", autouse=True)
def loaded(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Every module that a deed needs, read while we may read them: another user may not enter where they lie."""
    places = founded(tmp_path_factory.mktemp("office"))
    issued(places, "one", "a")
    places.register.unlink()
    restore(places)
    recovered(places)
    republish(places)
    assert verify(places, EVERYTHING, render=render).damages == ()
    assert when_whole(places, (), render) == []
    for name in ("ascii", "utf-8", "idna"):
        codecs.lookup(name)


@pytest.fixture
def shared() -> Iterator[Path]:
    """A folder that a group writes, in a place that everybody may enter."""
    outside = Path(tempfile.mkdtemp(prefix="vanban-nhom-"))
    outside.chmod(0o755)
    folder = outside / "thi-dua"
    folder.mkdir()
    if os.getuid() == 0:
        os.chown(folder, LAN.uid, GROUP)
    folder.chmod(0o2770)
    yield folder
    shutil.rmtree(outside)


def sound(root: Path) -> Callable[[], None]:
    def look() -> None:
        assert verify(places_in(root), EVERYTHING, render=render).damages == ()
        assert when_whole(places_in(root), (), render) == []

    return look


def killed_at(root: Path, point: str) -> Callable[[], None]:
    """Issue a document and die, as a power cut would, at that step."""

    def die() -> None:
        durable.point = lambda name: os._exit(9) if name == point else None
        issued(places_in(root), "cut", "cut")

    return die


def test_two_users_issue_in_turn_and_each_sees_the_whole(shared: Path) -> None:
    assert LAN.does(lambda: (founded(shared), issued(places_in(shared), "one", "a"))) == ""
    assert BINH.does(lambda: issued(places_in(shared), "two", "b")) == ""
    assert LAN.does(lambda: issued(places_in(shared), "three", "c")) == ""
    for user in (LAN, BINH):
        assert user.does(sound(shared)) == ""


@pytest.mark.parametrize("point", ["committed", "second-name-made", "rest-cut"])
@pytest.mark.parametrize(("one", "other"), [(LAN, BINH), (BINH, LAN)], ids=["mask 077 dies", "mask 022 dies"])
def test_what_one_user_left_half_done_the_other_finishes(shared: Path, one: User, other: User, point: str) -> None:
    assert one.does(lambda: (founded(shared), issued(places_in(shared), "one", "a"))) == ""
    assert one.does(killed_at(shared, point)) == "ended with 2304"
    assert other.does(lambda: recovered(places_in(shared))) == ""
    assert other.does(lambda: issued(places_in(shared), "next", "b")) == ""
    for user in (one, other):
        assert user.does(sound(shared)) == ""


@pytest.mark.parametrize(("one", "other"), [(LAN, BINH), (BINH, LAN)], ids=["mask 077 first", "mask 022 first"])
def test_one_brings_back_what_is_lost_of_the_others_work(shared: Path, one: User, other: User) -> None:
    places = places_in(shared)
    assert one.does(lambda: (founded(shared), issued(places, "one", "a", "b"))) == ""
    assert other.does(lambda: (places.register.unlink(), shutil.rmtree(places.published))) == ""
    assert other.does(lambda: (restore(places), republish(places))) == ""
    assert one.does(lambda: issued(places, "two", "c")) == ""
    for user in (one, other):
        assert user.does(sound(shared)) == ""


def test_who_is_not_of_the_group_reads_nothing(shared: Path) -> None:
    assert LAN.does(lambda: (founded(shared), issued(places_in(shared), "one", "a"))) == ""
    rights = {path.stat().st_mode & 0o007 for path in shared.rglob("*")}
    assert rights == {0}
    if os.getuid() == 0:
        assert "PermissionError" in STRANGER.does(lambda: list(shared.iterdir()))


def test_the_group_that_the_office_names_shares_a_workspace_that_was_one_users(shared: Path) -> None:
    shared.chmod(0o755)
    own = shared / "own"
    workspace = office_in(own, Machine("pc", shared / "pc"))
    issued_in(workspace, "a")
    before = {path: path.stat().st_mode & 0o077 for path in own.rglob("*") if "issued" in path.parts}
    assert set(before.values()) == {0}
    group = grp.getgrgid(os.getgid()).gr_name
    share(workspace, SAMPLE.model_copy(update={"shared_group": group}))
    assert {path.stat().st_mode & 0o077 for path in before} <= {0o070, 0o060, 0o040}
    member, home = User(3001, os.getgid(), 0o077), shared / "home"
    home.mkdir()
    if os.getuid() == 0:
        os.chown(home, member.uid, member.gid)
    theirs = Workspace(own, Machine("pc", home))
    assert member.does(lambda: issued_in(theirs, "b")) == ""
    issued_in(workspace, "c")
    assert member.does(lambda: sound_workspace(theirs)) == ""


@pytest.mark.parametrize("group", ["khong-co-nhom-nay", "nhóm tổng hợp"])
def test_a_group_that_the_machine_has_not_is_told_before_anything_is_written(tmp_path: Path, group: str) -> None:
    workspace = office_in(tmp_path / "office", Machine("pc", tmp_path / "pc"))
    before = {path: path.stat().st_mode for path in workspace.root.rglob("*")}
    with pytest.raises(GroupUnfit, match="máy không có nhóm ấy"):
        share(workspace, SAMPLE.model_copy(update={"shared_group": group}))
    assert {path: path.stat().st_mode for path in workspace.root.rglob("*")} == before


def sound_workspace(workspace: Workspace) -> None:
    assert verify(places_of(workspace), EVERYTHING, render=render).damages == ()
