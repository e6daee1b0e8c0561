"""What is built, kept, moved aside or removed, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from vanban.batch import (
    Action,
    BuiltDocument,
    Inputs,
    ManifestState,
    RebuildStep,
    RebuildTerms,
    Wanted,
    after_build,
    after_pdfs,
    plan_pdfs,
    plan_rebuild,
    settled,
)
from vanban.errors import PathClash

_OURS, _HAND, _NEW, _PDF, _SIGNED = (letter * 64 for letter in "abcde")
_INPUTS = Inputs(data="d1", template="t1", program="0.1.0")


def _wanted(key: str = "to-1", **facts: Any) -> Wanted:
    path = f"2024/group/{key}.docx"
    given = {
        "kind": "group",
        "key": key,
        "title": f"Đăng ký {key}",
        "path": path,
        "pdf": path.replace("docx", "pdf"),
        "inputs": _INPUTS,
        "sources": ("groups.xlsx", "registrations.xlsx"),
    }
    return Wanted(**given | facts)


def _entry(key: str = "to-1", **facts: Any) -> BuiltDocument:
    wanted = _wanted(key).model_dump(exclude={"sources"})
    return BuiltDocument(**wanted | {"sha256": _OURS, "state": ManifestState.BUILT} | facts)


def _only(decisions: Sequence[RebuildStep]) -> RebuildStep:
    (decision,) = decisions
    return decision


def _plan(wanted: Wanted, entry: BuiltDocument | None, found: str | None, **options: Any) -> RebuildStep:
    disk = {wanted.path: found} if found else {}
    return _only(plan_rebuild([entry] if entry else [], [wanted], disk, RebuildTerms(**options)))


_CHANGES = {"registrations.xlsx": "dòng 12", "results.xlsx": "dòng 3"}


@pytest.mark.parametrize(
    ("wanted", "entry", "found", "action", "why"),
    [
        (_wanted(), None, None, Action.BUILD, "mới"),
        (_wanted(), _entry(), _OURS, Action.KEEP, "không đổi"),
        (_wanted(), _entry(), None, Action.BUILD, "tệp đã bị xóa"),
        (
            _wanted(inputs=_INPUTS.model_copy(update={"data": "d2"})),
            _entry(),
            _OURS,
            Action.BUILD,
            "dữ liệu đổi: registrations.xlsx dòng 12",
        ),
        (
            _wanted(inputs=_INPUTS.model_copy(update={"data": "d2"}), sources=("office.yaml",)),
            _entry(),
            _OURS,
            Action.BUILD,
            "dữ liệu đổi",
        ),
        (_wanted(inputs=_INPUTS.model_copy(update={"template": "t2"})), _entry(), _OURS, Action.BUILD, "mẫu đổi"),
        (
            _wanted(inputs=_INPUTS.model_copy(update={"program": "0.2.0"})),
            _entry(),
            _OURS,
            Action.BUILD,
            "chương trình đổi",
        ),
        (
            _wanted(inputs=Inputs(data="d2", template="t2", program="0.2.0")),
            _entry(),
            _OURS,
            Action.BUILD,
            "dữ liệu đổi: registrations.xlsx dòng 12; mẫu đổi; chương trình đổi",
        ),
        (_wanted(), _entry(), _HAND, Action.KEEP_EDITED, "đã sửa tay"),
        (
            _wanted(inputs=_INPUTS.model_copy(update={"data": "d2"})),
            _entry(),
            _HAND,
            Action.KEEP_EDITED,
            "đã sửa tay; chưa đưa vào: dữ liệu đổi: registrations.xlsx dòng 12",
        ),
        (_wanted(), None, _HAND, Action.KEEP_EDITED, "tệp có sẵn, không do chương trình tạo"),
        (
            _wanted(),
            _entry(sha256=None, inputs=None, state=ManifestState.EDITED),
            _HAND,
            Action.KEEP_EDITED,
            "tệp có sẵn, không do chương trình tạo",
        ),
        (_wanted(), _entry(sha256=None, inputs=None, state=ManifestState.EDITED), None, Action.BUILD, "mới"),
        (_wanted(), _entry(state=ManifestState.EDITED), _OURS, Action.KEEP, "không đổi"),
    ],
)
def test_each_document_is_decided_with_its_reason(
    wanted: Wanted, entry: BuiltDocument | None, found: str | None, action: Action, why: str
) -> None:
    decision = _plan(wanted, entry, found, changes=_CHANGES)
    assert (decision.action, decision.why) == (action, why)
    assert (decision.name, decision.path, decision.aside) == ("group/to-1", "2024/group/to-1.docx", ())


def test_force_moves_a_file_edited_by_hand_aside_and_builds() -> None:
    decision = _plan(_wanted(), _entry(), _HAND, force=True)
    assert decision.action is Action.BUILD
    assert decision.why == "đã sửa tay: chuyển sang tên khác rồi dựng lại"
    assert decision.aside == ("2024/group/to-1.docx",)


def test_force_builds_nothing_that_has_not_changed() -> None:
    assert _plan(_wanted(), _entry(), _OURS, force=True).action is Action.KEEP


def test_a_document_that_nothing_calls_for_is_removed_with_its_pdf() -> None:
    entry = _entry("to-9", pdf_sha256=_PDF, pdf_from=_OURS)
    decision = _only(plan_rebuild([entry], [], {entry.path: _OURS, "2024/group/to-9.pdf": _PDF}))
    assert (decision.action, decision.why) == (Action.REMOVE, "không còn trong dữ liệu")
    assert decision.remove == ("2024/group/to-9.docx", "2024/group/to-9.pdf")


def test_of_a_document_that_nothing_calls_for_a_signed_pdf_stays() -> None:
    entry = _entry("to-9", pdf_sha256=_PDF, pdf_from=_OURS)
    decision = _only(plan_rebuild([entry], [], {entry.path: _OURS, "2024/group/to-9.pdf": _SIGNED}))
    assert decision.remove == ("2024/group/to-9.docx",)


@pytest.mark.parametrize("force", [False, True])
def test_a_document_that_nothing_calls_for_stays_where_it_was_edited_by_hand(force: bool) -> None:
    decision = _only(plan_rebuild([_entry("to-9")], [], {"2024/group/to-9.docx": _HAND}, RebuildTerms(force=force)))
    assert decision.action is Action.KEEP_OBSOLETE
    assert decision.why == "không còn trong dữ liệu, nhưng đã sửa tay nên được giữ lại"
    assert (decision.remove, decision.aside) == ((), ())
    (entry,) = after_build([_entry("to-9")], [decision], {})
    assert entry.state is ManifestState.OBSOLETE
    assert plan_pdfs([entry], {entry.path: _HAND}) == []


def test_a_document_that_nothing_calls_for_and_that_is_gone_is_forgotten() -> None:
    decision = _only(plan_rebuild([_entry("to-9")], [], {}))
    assert decision.action is Action.FORGET
    assert after_build([_entry("to-9")], [decision], {}) == []


def test_documents_whose_data_have_errors_now_and_those_of_other_years_are_left_alone() -> None:
    other_year = _entry("old", path="2023/group/old.docx")
    entries = [_entry("broken"), other_year]
    disk = {entry.path: _OURS for entry in entries}
    assert plan_rebuild(entries, [], disk, RebuildTerms(unready={"group/broken"}, within="2024/")) == []


def test_decisions_come_in_the_order_of_the_wanted_then_by_path() -> None:
    entries = [_entry("z"), _entry("a"), _entry("to-2")]
    decisions = plan_rebuild(entries, [_wanted("to-2"), _wanted("to-1")], {entry.path: _OURS for entry in entries})
    assert [decision.name for decision in decisions] == ["group/to-2", "group/to-1", "group/a", "group/z"]


def test_two_documents_in_one_file_are_refused() -> None:
    with pytest.raises(PathClash) as caught:
        plan_rebuild([], [_wanted("TO-1"), _wanted("to-1")], {})
    assert str(caught.value) == (
        "Hai văn bản “group/TO-1” và “group/to-1” cùng ghi vào một tệp “2024/group/to-1.docx”. "
        "Hãy đổi mã của một trong hai để tên tệp khác nhau, kể cả khi không phân biệt chữ hoa, chữ thường."
    )


@pytest.mark.parametrize(
    "decision",
    [
        _plan(_wanted(), _entry(), _NEW),
        _plan(_wanted(), None, _NEW),
        _plan(_wanted(), _entry(), _NEW, force=True),
        _plan(_wanted(inputs=Inputs(data="d2", template="t1", program="0.1.0")), _entry(sha256=_NEW), _NEW),
    ],
    ids=["cut short", "manifest lost", "forced", "data changed without effect"],
)
def test_a_file_that_already_is_what_would_be_written_is_kept_as_the_programs_own(decision: RebuildStep) -> None:
    final = settled(decision, _NEW)
    assert (final.action, final.why, final.aside) == (Action.KEEP, "không đổi", ())
    (entry,) = after_build([], [final], {})
    assert (entry.sha256, entry.state, entry.inputs) == (
        _NEW,
        ManifestState.BUILT,
        final.wanted and final.wanted.inputs,
    )


def test_a_strange_file_must_be_compared_unless_its_inputs_are_those_of_the_last_build() -> None:
    newer = _wanted(inputs=_INPUTS.model_copy(update={"data": "d2"}))
    assert not _plan(_wanted(), _entry(), _HAND).uncertain
    assert _plan(newer, _entry(), _HAND).uncertain
    assert _plan(_wanted(), None, _HAND).uncertain
    assert not settled(_plan(_wanted(), None, _HAND), _HAND).uncertain


def test_a_file_that_is_not_what_would_be_written_keeps_its_decision() -> None:
    for decision in (_plan(_wanted(), _entry(), _HAND), _plan(_wanted(), None, None)):
        assert settled(decision, _NEW) == decision


def test_after_a_build_the_entry_tells_what_was_written() -> None:
    decision = _plan(_wanted(title="Tên mới"), None, None)
    (entry,) = after_build([], [decision], {decision.path: _NEW})
    assert entry == _entry(title="Tên mới", sha256=_NEW)


def test_a_rebuilt_document_remembers_its_pdf_unless_that_has_another_place_now() -> None:
    entry = _entry(pdf_sha256=_PDF, pdf_from=_OURS)
    (same,) = after_build([entry], [_plan(_wanted(), entry, None)], {entry.path: _NEW})
    assert (same.pdf_sha256, same.pdf_from) == (_PDF, _OURS)
    (moved,) = after_build([entry], [_plan(_wanted(pdf="2024/x.pdf"), entry, None)], {entry.path: _NEW})
    assert (moved.pdf_sha256, moved.pdf_from) == (None, None)


def test_a_document_whose_building_failed_keeps_its_entry_and_is_tried_again() -> None:
    wanted = _wanted(inputs=_INPUTS.model_copy(update={"data": "d2"}))
    decision = _plan(wanted, _entry(), _OURS)
    entries = after_build([_entry()], [decision], {})
    assert entries == [_entry()]
    assert _plan(wanted, entries[0], _OURS).action is Action.BUILD
    assert after_build([], [_plan(wanted, None, None)], {}) == []


def test_a_file_edited_by_hand_stays_so_from_run_to_run() -> None:
    wanted = _wanted(inputs=_INPUTS.model_copy(update={"data": "d2"}))
    for entry in (_entry(), None):
        first = _plan(wanted, entry, _HAND)
        (after,) = after_build([entry] if entry else [], [first], {})
        assert after.state is ManifestState.EDITED
        second = _plan(wanted, after, _HAND)
        assert (second.action, second.why) == (first.action, first.why)


def test_documents_that_were_not_chosen_keep_their_entries() -> None:
    entries = [_entry("to-1"), _entry("to-2")]
    decisions = plan_rebuild(entries, [_wanted("to-1"), _wanted("to-2")], {})
    after = after_build(entries, decisions[:1], {decisions[0].path: _NEW})
    assert after == [_entry("to-1", sha256=_NEW), _entry("to-2")]


def _pdf(entry: BuiltDocument, found: str | None, word: str = _OURS, **options: Any) -> RebuildStep:
    disk = {entry.path: word, **({entry.pdf: found} if found and entry.pdf else {})}
    return _only(plan_pdfs([entry], disk, **options))


@pytest.mark.parametrize(
    ("entry", "found", "word", "action", "why"),
    [
        (_entry(), None, _OURS, Action.BUILD, "chưa có tệp PDF"),
        (_entry(pdf_sha256=_PDF, pdf_from=_OURS), _PDF, _OURS, Action.KEEP, "không đổi"),
        (_entry(pdf_sha256=_PDF, pdf_from=_OURS), None, _OURS, Action.BUILD, "chưa có tệp PDF"),
        (_entry(pdf_sha256=_PDF, pdf_from=_OURS), _PDF, _NEW, Action.BUILD, "tệp Word đã đổi"),
        (_entry(pdf_sha256=_PDF, pdf_from=_OURS), _PDF, _HAND, Action.BUILD, "tệp Word đã đổi"),
        (_entry(pdf_sha256=_PDF, pdf_from=_OURS), _SIGNED, _OURS, Action.KEEP_EDITED, "tệp PDF đã sửa tay"),
        (_entry(), _SIGNED, _OURS, Action.KEEP_EDITED, "tệp PDF có sẵn, không do chương trình tạo"),
    ],
)
def test_a_pdf_follows_its_word_file_unless_a_hand_has_been_at_it(
    entry: BuiltDocument, found: str | None, word: str, action: Action, why: str
) -> None:
    decision = _pdf(entry, found, word)
    assert (decision.action, decision.why, decision.aside) == (action, why, ())
    assert (decision.path, decision.name) == ("2024/group/to-1.pdf", "group/to-1")


def test_force_moves_a_pdf_edited_by_hand_aside() -> None:
    decision = _pdf(_entry(), _SIGNED, force=True)
    assert decision.action is Action.BUILD
    assert decision.aside == ("2024/group/to-1.pdf",)
    assert decision.why == "tệp PDF có sẵn, không do chương trình tạo: chuyển sang tên khác rồi tạo lại"


def test_documents_without_a_word_file_or_without_a_pdf_need_no_conversion() -> None:
    assert plan_pdfs([_entry("gone"), _entry("none", pdf=None)], {"2024/group/none.docx": _OURS}) == []


def test_a_pdf_that_was_made_is_up_to_date_afterwards_and_one_that_was_not_is_tried_again() -> None:
    entries = [_entry("to-1"), _entry("to-2", pdf_sha256=_PDF, pdf_from=_HAND)]
    words = {entry.path: _OURS for entry in entries}
    decisions = plan_pdfs(entries, words | {"2024/group/to-2.pdf": _PDF})
    after = after_pdfs(entries, decisions, {"2024/group/to-1.pdf": _NEW})
    assert after == [_entry("to-1", pdf_sha256=_NEW, pdf_from=_OURS), _entry("to-2")]
    again = plan_pdfs(after, words | {"2024/group/to-1.pdf": _NEW})
    assert [decision.action for decision in again] == [Action.KEEP, Action.BUILD]


def test_a_pdf_that_already_is_what_would_be_written_is_recognised() -> None:
    entry = _entry()
    final = settled(_pdf(entry, _PDF), _PDF)
    assert final.action is Action.KEEP
    assert after_pdfs([entry], [final], {}) == [_entry(pdf_sha256=_PDF, pdf_from=_OURS)]


@pytest.mark.parametrize(
    ("entry", "word", "uncertain"),
    [
        (_entry(pdf_sha256=_PDF, pdf_from=_OURS), _OURS, False),
        (_entry(pdf_sha256=_PDF, pdf_from=_OURS), _NEW, True),
        (_entry(), _OURS, True),
    ],
    ids=["own PDF known", "Word file new", "own PDF unknown"],
)
def test_a_strange_pdf_must_be_compared_unless_the_programs_own_is_known(
    entry: BuiltDocument, word: str, uncertain: bool
) -> None:
    assert _pdf(entry, _SIGNED, word).uncertain is uncertain


def test_a_strange_pdf_that_was_compared_is_certain_from_then_on() -> None:
    first = _pdf(_entry(), _SIGNED)
    final = settled(first, _PDF)
    assert final == first
    (entry,) = after_pdfs([_entry()], [final], {final.path: _PDF})
    second = _pdf(entry, _SIGNED)
    assert (second.action, second.why, second.uncertain) == (Action.KEEP_EDITED, "tệp PDF đã sửa tay", False)
    assert after_pdfs([entry], [second], {}) == [entry]


def test_a_pdf_edited_by_hand_stays_unknown_to_the_program() -> None:
    entry = _entry(pdf_sha256=_PDF, pdf_from=_OURS)
    assert after_pdfs([entry], [_pdf(entry, _SIGNED)], {}) == [entry]


def test_a_rebuild_of_an_unchanged_set_decides_to_do_nothing() -> None:
    wanted = [_wanted(f"to-{number}") for number in range(5)]
    decisions = plan_rebuild([], wanted, {})
    disk = {decision.path: _NEW for decision in decisions}
    entries = after_build([], decisions, disk)
    pdfs = plan_pdfs(entries, disk)
    made = {decision.path: _PDF for decision in pdfs}
    entries = after_pdfs(entries, pdfs, made)
    disk |= made
    again = plan_rebuild(entries, wanted, disk) + plan_pdfs(entries, disk)
    assert {decision.action for decision in again} == {Action.KEEP}
    assert after_pdfs(after_build(entries, again[:5], {}), again[5:], {}) == entries
