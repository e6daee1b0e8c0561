"""What stops before a number is taken, what is stuck after, and whether it is still what was signed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from invariants import entries, when_whole
from small_office import NOON, batch, draft, founded, issued, places_in, recovered, render
from torture.kill import killed_at, points_of

from vanban import durable
from vanban.archive import EVERYTHING, Archive
from vanban.domain.register_entry import EntryState, ObjectRole
from vanban.errors import ConverterMissing, NoRegister, SignedCopyDiffers, TooLittleRoom, UnstableDocument, VanbanError
from vanban.register import Register, this_process
from vanban.workflows.issuing import batch_key, issue, publish, recording, recover, void
from vanban.workflows.issuing_terms import Numbered, Places, RenderedDocument
from vanban.workflows.proving import verify


def broken(numbered: Numbered) -> RenderedDocument:
    raise SignedCopyDiffers(document=numbered.request.key, called=numbered.request.called, difference="")


def test_an_error_in_any_document_stops_the_batch_before_a_number_is_taken(tmp_path: Path) -> None:
    places = founded(tmp_path)
    with pytest.raises(SignedCopyDiffers):
        issue(places, batch("one"), [draft("a"), draft("b")], broken)
    assert entries(places) == ()
    assert not Archive(places.archive).objects.exists()


def test_the_preflight_renders_with_the_widest_number_and_the_day_of_the_batch(tmp_path: Path) -> None:
    seen: list[tuple[int, str]] = []

    def watched(numbered: Numbered) -> RenderedDocument:
        seen.append((numbered.ordinal, numbered.day.isoformat()))
        return render(numbered)

    issue(founded(tmp_path), batch("one"), [draft("a")], watched)
    assert seen == [(8888, "2024-03-05"), (1, "2024-03-05")]


def test_what_is_no_longer_what_was_signed_is_not_issued(tmp_path: Path) -> None:
    places = founded(tmp_path)
    signed = render(Numbered(draft("a").request, 1, NOON.date(), draft("a").inputs)).content
    good = draft("a", signed_content=signed)
    changed = replace(draft("a", signed_content="other"), inputs=good.inputs)
    with pytest.raises(SignedCopyDiffers) as caught:
        issue(places, batch("one"), [changed], render)
    assert str(caught.value) == (
        "Kế hoạch (plan/a) không còn đúng như bản đã ký. Chưa cấp số nào. Hãy chạy “vanban build plan/a” rồi trình ký "
        "lại, hoặc trả dữ liệu và mẫu về đúng bản đã ký."
    )
    assert issue(places, batch("two"), [good], render).entries[0].ordinal == 1


def test_too_little_room_is_said_before_a_number_is_taken(tmp_path: Path) -> None:
    places = replace(founded(tmp_path), spare_bytes=10**18)
    with pytest.raises(TooLittleRoom, match="cần ít nhất 1000000000"):
        issued(places, "one", "a")
    assert entries(places) == ()


def test_no_register_is_never_begun_anew_beside_an_archive_that_knows_one(tmp_path: Path) -> None:
    places = founded(tmp_path)
    issued(places, "one", "a")
    places.register.unlink()
    with pytest.raises(NoRegister), recording(places, create=True):
        pass
    assert not places.register.exists()
    with pytest.raises(NoRegister):
        issued(places_in(tmp_path / "nowhere"), "one", "a")


def _stuck(places: Places) -> None:
    points = (
        points_of(lambda: issued(places_copy, "one", "a")) if (places_copy := founded(places.archive / "x")) else []
    )
    assert killed_at(points.index("committed") + 3, lambda: issued(places, "one", "a"))


def test_a_number_that_cannot_be_finished_stops_no_other_and_is_finished_or_given_up_later(tmp_path: Path) -> None:
    places = founded(tmp_path / "office")
    _stuck(places)
    assert [row.state for row in entries(places)] == [EntryState.RESERVED]

    def without_office(numbered: Numbered) -> RenderedDocument:
        if numbered.request.key == "a":
            raise ConverterMissing()
        return render(numbered)

    outcome = issue(places, batch("two"), [draft("b")], without_office)
    assert [row.number for row in outcome.entries] == ["02/KH-UBND"]
    assert [(item.batch, type(item.fault)) for item in outcome.recovery.stuck] == [("one", ConverterMissing)]
    assert "Đã cấp số, đang hoàn tất." in {damage.reason for damage in verify(places).damages}
    again = recover(places, render, owner=this_process(), mine=True)
    assert [row.number for row in again.finished] == ["01/KH-UBND"]
    assert when_whole(places, [], render) == []


def test_a_stuck_number_may_be_given_up_and_nothing_is_left_to_do(tmp_path: Path) -> None:
    places = founded(tmp_path / "office")
    _stuck(places)
    void(places, entries(places)[0].entry_key, "không ban hành nữa", NOON, "Lan")
    recovered(places)
    assert when_whole(places, [], render) == []
    assert entries(places)[0].void_reason == "không ban hành nữa"


def test_a_signed_copy_lies_beside_the_original_and_neither_changes_the_other(tmp_path: Path) -> None:
    places = founded(tmp_path)
    before = issued(places, "one", "a").entries[0]
    item = Archive(places.archive).put(ObjectRole.SIGNED_COPY, "signed.pdf", b"%PDF signed")
    for _ in range(2):
        with recording(places) as register:
            register.add_object(before.entry_key, item, NOON, "Lan")
    after = entries(places)[0]
    assert after.objects == (*before.objects, item)
    assert after.sha256 == before.sha256
    assert verify(places, EVERYTHING, render=render).damages == ()


def test_a_number_whose_place_in_the_archive_is_taken_is_not_given(tmp_path: Path) -> None:
    places, other = founded(tmp_path / "office"), founded(tmp_path / "other")
    issued(other, "x", "x")
    manifest = Archive(other.archive).manifest_path(entries(other)[0].entry_key)
    target = Archive(places.archive).manifest_path(entries(other)[0].entry_key)
    target.parent.mkdir(parents=True)
    target.write_bytes(manifest.read_bytes())
    with pytest.raises(UnstableDocument) as caught:
        issued(places, "one", "a")
    assert caught.value.exit_code == 12
    assert entries(places) == ()


def test_the_key_of_a_batch_says_what_is_asked_for(tmp_path: Path) -> None:
    assert batch_key([draft("a")]) == batch_key([draft("a")])
    changed = replace(draft("a"), inputs={"data.json": b"{}"})
    assert len({batch_key(drafts) for drafts in ([draft("a")], [draft("b")], [changed], [draft("a"), draft("b")])}) == 4


def test_the_same_bytes_under_two_numbers_are_stored_once_and_stay_two_documents(tmp_path: Path) -> None:
    def same(numbered: Numbered) -> RenderedDocument:
        return render(Numbered(draft("a").request, 1, numbered.day, draft("a").inputs))

    places = founded(tmp_path)
    first, second = issue(places, batch("one"), [draft("a"), draft("b")], same).entries
    assert first.objects == second.objects
    assert first.manifest_sha256 != second.manifest_sha256
    assert verify(places, EVERYTHING).damages == ()


def test_a_batch_that_cannot_be_told_apart_from_damage_is_an_integrity_fault(tmp_path: Path) -> None:
    places = founded(tmp_path)
    row = issued(places, "one", "a").entries[0]
    path = Archive(places.archive).path_of(row.sha256)
    path.chmod(0o644)
    path.write_bytes(b"x" * path.stat().st_size)
    (places.published / "2024/chung/0001_KH-UBND_2024.docx").unlink()
    with pytest.raises(VanbanError) as caught:
        issued(places, "one", "a")
    assert caught.value.exit_code == 12


def test_a_file_that_another_process_publishes_at_the_same_moment_is_not_taken_for_a_changed_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = founded(tmp_path)
    (entry,) = issued(places, "first", "a").entries
    archive, look = Archive(places.archive), durable.holds

    def overtaken(path: Path, sha256: str) -> bool:
        """The file is not there, and the next moment the other process has published it."""
        found = look(path, sha256)
        if not path.exists():
            durable.create(path, archive.path_of(sha256).read_bytes(), via=places.publishing)
        return found

    shutil.rmtree(places.published)
    with monkeypatch.context() as patch, Register.open(places.register) as register:
        patch.setattr(durable, "holds", overtaken)
        publish(places, archive, entry, register)
    assert when_whole(places, [], render) == []


def test_a_changed_file_in_the_way_is_moved_aside_and_kept(tmp_path: Path) -> None:
    places = founded(tmp_path)
    outcome = issued(places, "first", "a")
    outcome.files[0].write_bytes(b"changed in Word")
    with Register.open(places.register) as register:
        publish(places, Archive(places.archive), outcome.entries[0], register)
    aside = outcome.files[0].with_name(f"{outcome.files[0].stem}.sua-tay-1.docx")
    assert aside.read_bytes() == b"changed in Word"
    aside.unlink()
    assert when_whole(places, [], render) == []
