"""Sentences about results that the command line and the page say alike."""

from __future__ import annotations

from collections import Counter
from typing import Final

from vanban.domain.finding import visible
from vanban.domain.register_entry import Entry
from vanban.domain.wording import numeric_date
from vanban.ingest import InNewYear
from vanban.ingest.merging import ValueChange, ValueState
from vanban.workflows.after_issue import Recovered
from vanban.workflows.backup import BackedUp, RestoredOffice
from vanban.workflows.build import Built, DocumentOutcome
from vanban.workflows.issuing_terms import Stuck
from vanban.workflows.proving import Restored
from vanban.workflows.taking import ReturnState

_RESTORED: Final = {
    Restored.REGISTER: "Đã lập lại sổ từ kho lưu trữ.",
    Restored.LEDGER: "Đã ghi lại sổ cái của kho lưu trữ theo sổ đăng ký.",
}

STATE_WORDS: Final = {
    DocumentOutcome.BUILT: "đã lập",
    DocumentOutcome.WOULD_BUILD: "sẽ lập",
    DocumentOutcome.UNCHANGED: "không đổi",
    DocumentOutcome.KEPT: "giữ nguyên bản đã sửa tay",
    DocumentOutcome.FAILED: "không lập được",
    DocumentOutcome.WITHOUT_PDF: "đã lập Word, chưa có PDF",
    DocumentOutcome.REMOVED: "đã bỏ",
    DocumentOutcome.WOULD_REMOVE: "sẽ bỏ",
}
"""What became of a document in a build, in words."""


RETURN_WORDS: Final = {
    ReturnState.READY: "nhận được",
    ReturnState.KNOWN: "đã có",
    ReturnState.PASSED_OVER: "bỏ qua",
    ReturnState.DISPUTED: "CHƯA NHẬN, hai tệp nói khác nhau",
    ReturnState.FAULTY: "CHƯA NHẬN, có chỗ sai",
    ReturnState.REFUSED: "KHÔNG NHẬN",
}
"""What becomes of a returned file, in words."""


CARRIED_WORDS: Final = {
    InNewYear.COPIED: "Đã chép",
    InNewYear.EMPTIED: "Bảng trống, chỉ còn dòng tên cột",
    InNewYear.COMPARED: "Kết quả năm trước thành số so sánh",
    InNewYear.HANDED_ON: "Giữ nguyên các dòng cũ",
    InNewYear.LEFT_OUT: "Không chép (chuyện riêng của năm trước)",
}
"""What became of a file of the year before, in words."""


def built_sentence(built: Built) -> str:
    """``Năm 2024: 201 văn bản (3 đã lập, 198 không đổi).``"""
    states = Counter(document.state for document in built.documents)
    said = ", ".join(f"{number} {STATE_WORDS[state]}" for state, number in states.items())
    return f"{built.work_year.title}: {len(built.documents)} văn bản ({said})."


def backed_up_sentence(made: BackedUp) -> str:
    """How many files lie where, under which name."""
    return f"Đã sao lưu {made.files} tệp ({made.new} tệp mới) vào “{made.folder}”, bản {made.name}."


def restored_sentence(made: RestoredOffice) -> str:
    """Which folder was made of which copy."""
    return f"Đã lập lại “{made.root}” từ bản {made.copy}."


def recovered_sentences(recovered: Recovered) -> tuple[str, ...]:
    """What was brought back, finished, put there again; that nothing was left where nothing was."""
    lines = [_RESTORED[recovered.restored]] if recovered.restored in _RESTORED else []
    lines += [f"Đã làm nốt: {named(entry)}" for entry in recovered.recovery.finished]
    lines += [f"Đã đặt lại bản đã ban hành: {path}" for path in recovered.copies]
    return tuple(lines) if not recovered.idle else ("Không còn việc nào dở dang.",)


def stuck_sentence(stuck: Stuck) -> str:
    """Which numbers cannot be finished now, and why."""
    return f"Chưa làm nốt được {', '.join(entry.number for entry in stuck.entries)}: {stuck.fault}"


def named(entry: Entry) -> str:
    """A number with its day and what it is about."""
    return f"{entry.type_name} số {entry.number} ngày {numeric_date(entry.issued_on)}, {entry.subject}"


def change_sentence(one: ValueChange) -> str:
    """What a returned form changes in one cell."""
    if one.state is ValueState.EMPTIED:
        return f"{one.row}, {one.title}: xóa “{visible(one.before)}”?"
    if not one.after:
        return f"{one.row}, {one.title}: “{visible(one.before)}” → không có"
    before = f"“{visible(one.before)}” → " if one.before else ""
    return f"{one.row}, {one.title}: {before}“{visible(one.after)}” ({one.state.value})"
