"""Whatever fails once a number is taken says which number, and recovery gives the document just that."""

from __future__ import annotations

from pathlib import Path

import pytest
from invariants import entries, when_whole
from small_office import batch, draft, founded, recovered, render

from vanban.archive import Archive
from vanban.domain.register_entry import EntryState
from vanban.errors import ConverterMissing, NumbersWait, NumbersWaitBroken, UnfitToIssue, VanbanError
from vanban.register import this_process
from vanban.workflows.issuing import issue, recover
from vanban.workflows.issuing_terms import WIDEST, Numbered, Places, Render, RenderedDocument, Terms
from vanban.workflows.notice import Notice


def fails_after_the_preflight(fault: VanbanError) -> Render:
    def failing(numbered: Numbered) -> RenderedDocument:
        if numbered.ordinal != WIDEST:
            raise fault
        return render(numbered)

    return failing


@pytest.mark.parametrize("fault", [ConverterMissing(), UnfitToIssue(called="Kế hoạch (plan)", finding="Sai lề")])
def test_a_failure_after_the_number_names_it_and_recovery_goes_on_with_it(tmp_path: Path, fault: VanbanError) -> None:
    places = founded(tmp_path)
    with pytest.raises(NumbersWait) as caught:
        issue(places, batch("one"), [draft("a"), draft("b")], fails_after_the_preflight(fault))
    said = str(caught.value)
    assert "Đã cấp số 01/KH-UBND năm 2024, 02/KH-UBND năm 2024 nhưng chưa làm xong" in said
    assert fault.said.rstrip(".") in said
    assert "vanban recover" in said
    assert [row.state for row in entries(places)] == [EntryState.RESERVED] * 2
    again = recover(places, render, owner=this_process(), mine=True)
    assert [row.number for row in again.finished] == ["01/KH-UBND", "02/KH-UBND"]
    assert when_whole(places, [], render) == []


def _archive_gone_bad(places: Places) -> Notice:
    """Everything stored so far is overwritten just before the number is there."""

    def overwritten() -> bool:
        for path in Archive(places.archive).objects.rglob("*"):
            if path.is_file():
                path.chmod(0o600)
                path.write_bytes(b"x")
        return False

    return Notice(stop=overwritten)


def test_damage_after_the_number_names_it_too(tmp_path: Path) -> None:
    places = founded(tmp_path)
    with pytest.raises(NumbersWaitBroken) as caught:
        issue(places, batch("one"), [draft("a"), draft("b")], render, Terms(notice=_archive_gone_bad(places)))
    assert "01/KH-UBND" in str(caught.value)


def test_a_failure_before_the_number_takes_none(tmp_path: Path) -> None:
    places = founded(tmp_path)

    def failing(numbered: Numbered) -> RenderedDocument:
        raise ConverterMissing()

    with pytest.raises(ConverterMissing):
        issue(places, batch("one"), [draft("a")], failing)
    assert entries(places) == ()
    assert recovered(places).stuck == ()
