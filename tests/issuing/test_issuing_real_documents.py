"""The year's own documents get their numbers: once, in order, as they were signed, the same in every place."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from issuing_deeds import MOMENT, built, day, issued
from judges import audit_errors, sdk_errors

from vanban.domain.register_entry import EntryState, ObjectRole, Relation
from vanban.errors import (
    AlreadyIssued,
    BlankCitation,
    DayBeforeLast,
    NeverNumbered,
    NoDocument,
    NoKind,
    NoSeries,
    NoSuchEntry,
    SignedCopyDiffers,
    SigningCopyMissing,
    UnexpectedNumber,
)
from vanban.pdf import text
from vanban.register import Register
from vanban.word import text_of
from vanban.workflows.after_issue import VoidRequest, recover, void
from vanban.workflows.check import check
from vanban.workflows.deed import Deed
from vanban.workflows.issued_numbers import issued_numbers
from vanban.workflows.proving import Restored
from vanban.workspace import Workspace


def change(workspace: Workspace, file: str, old: str, new: str) -> None:
    path = workspace.root / "data" / "2024" / file
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new), encoding="utf-8")


def words(workspace: Workspace, name: str) -> str:
    return text_of((workspace.output / "2024" / name).read_bytes())


def ordinals(workspace: Workspace) -> list[tuple[str, int, EntryState]]:
    with Register.open(workspace.register, reading_only=True) as register:
        return [(entry.series, entry.ordinal, entry.state) for entry in register.entries()]


def test_number_and_day_are_the_same_in_word_pdf_file_name_and_register(workspace: Workspace) -> None:
    outcome = issued(workspace, "plan", with_pdf=True, day=day(3))
    (entry,) = outcome.entries
    word, pdf, annex_pdf, annex = outcome.files
    assert (entry.number, entry.issued_on, entry.subject) == (
        "01/KH-UBND",
        day(3),
        "Tổ chức phát động phong trào thi đua năm 2024",
    )
    assert [path.name for path in outcome.files] == [
        "0001_KH-UBND_2024.docx",
        "0001_KH-UBND_2024.pdf",
        "0001_KH-UBND_2024_phu-luc-ke-hoach.pdf",
        "0001_KH-UBND_2024_phu-luc-ke-hoach.docx",
    ]
    for said in (text_of(word.read_bytes()), " ".join(text(pdf.read_bytes()).split())):
        assert "Số: 01/KH-UBND" in said
        assert "Phường Ngô Quyền, ngày 03 tháng 02 năm 2024" in said
    for said in (text_of(annex.read_bytes()), " ".join(text(annex_pdf.read_bytes()).split())):
        assert "(Kèm theo Kế hoạch số 01/KH-UBND ngày 03 tháng 02 năm 2024 của" in said
    assert entry.pages and entry.sha256


def test_asking_again_gives_the_same_number_and_the_same_bytes(workspace: Workspace) -> None:
    first = issued(workspace, "plan")
    before = [path.read_bytes() for path in first.files]
    first.files[0].unlink()
    again = issued(workspace, "plan", moment=MOMENT + timedelta(hours=1))
    assert again.repeated
    assert again.entries == first.entries
    assert [path.read_bytes() for path in again.files] == before
    assert ordinals(workspace) == [("ke-hoach", 1, EntryState.ISSUED)]


def test_asking_again_for_another_day_or_another_number_is_refused(workspace: Workspace) -> None:
    issued(workspace, "plan", day=day(3))
    before = ordinals(workspace)
    assert issued(workspace, "plan", day=day(3), expected=1).repeated
    for asked in ({"day": day(4)}, {"expected": 2}, {"day": day(3), "expected": 2}):
        with pytest.raises(AlreadyIssued, match=r"Kế hoạch \(plan\) đã có số 01/KH-UBND"):
            issued(workspace, "plan", **asked)
    with pytest.raises(AlreadyIssued, match=r"Kế hoạch \(plan\) đã có số 01/KH-UBND"):
        issued(workspace, "plan", "submission", day=day(4))
    with pytest.raises(UnexpectedNumber):
        issued(workspace, "submission", "plan", day=day(3), expected=2)
    assert ordinals(workspace) == before


def test_what_is_asked_for_beside_an_issued_document_gets_its_number_alone(workspace: Workspace) -> None:
    issued(workspace, "plan")
    outcome = issued(workspace, "plan", "submission")
    assert [entry.number for entry in outcome.entries] == ["01/KH-UBND", "01/TTr-UBND"]
    assert len(ordinals(workspace)) == 2


def test_the_list_is_kept_with_the_submission_and_both_carry_its_number(workspace: Workspace) -> None:
    (entry,) = issued(workspace, "submission").entries
    assert [item.name for item in entry.objects if item.role is ObjectRole.ATTACHMENT] == ["nominee_list.docx"]
    built(workspace)
    assert "Kèm theo Tờ trình số 01/TTr-UBND ngày 05 tháng 02 năm 2024" in words(
        workspace, "5-de-nghi-khen-thuong/danh-sach-trich-ngang.docx"
    )


def test_what_is_built_after_issuing_is_the_issued_file_to_the_byte(workspace: Workspace) -> None:
    file, annex = issued(workspace, "plan").files
    assert annex.name == "0001_KH-UBND_2024_phu-luc-ke-hoach.docx"
    result = built(workspace)
    assert result.exit_code == 0
    for name, path in (("ke-hoach", file), ("phu-luc-ke-hoach", annex)):
        assert (workspace.output / f"2024/1-phat-dong/{name}.docx").read_bytes() == path.read_bytes()
        assert [*sdk_errors(path), *audit_errors(path)] == []


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("nominee_list", NeverNumbered),
        ("group_registration/tdp-01", NeverNumbered),
        ("plan/x", NoDocument),
        ("pla", NoKind),
    ],
)
def test_what_gets_no_number_is_refused(workspace: Workspace, name: str, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        issued(workspace, name)
    assert ordinals(workspace) == []


def test_another_number_than_expected_stops_before_one_is_given(workspace: Workspace) -> None:
    with pytest.raises(UnexpectedNumber, match="Số tiếp theo là 1, không phải 24"):
        issued(workspace, "plan", expected=24)
    assert ordinals(workspace) == []


def test_a_day_before_the_last_number_is_refused(workspace: Workspace) -> None:
    issued(workspace, "annual_report", day=day(5))
    change(workspace, "annual_report.yaml", "Tổng kết phong trào", "Tổng kết các phong trào")
    built(workspace)
    with pytest.raises(DayBeforeLast):
        issued(workspace, "annual_report", day=day(4), replacing=True)
    assert len(ordinals(workspace)) == 1


def test_a_copy_that_was_never_built_cannot_have_been_signed(workspace: Workspace) -> None:
    (workspace.output / "2024/5-de-nghi-khen-thuong/danh-sach-trich-ngang.docx").unlink()
    with pytest.raises(SigningCopyMissing, match="vanban build nominee_list"):
        issued(workspace, "submission")
    assert ordinals(workspace) == []


def test_data_that_changed_since_signing_stop_the_issue_and_the_difference_is_shown(workspace: Workspace) -> None:
    change(workspace, "plan.yaml", "Rõ việc, quyết liệt", "Rõ việc, rất quyết liệt")
    with pytest.raises(SignedCopyDiffers) as caught:
        issued(workspace, "plan")
    assert "Rõ việc, quyết liệt" in str(caught.value)
    assert "Rõ việc, rất quyết" in str(caught.value)
    assert ordinals(workspace) == []


def test_a_signing_copy_changed_by_hand_is_not_issued(workspace: Workspace) -> None:
    copy = workspace.output / "2024/5-de-nghi-khen-thuong/danh-sach-trich-ngang.docx"
    copy.write_bytes((workspace.output / "2024/1-phat-dong/ke-hoach.docx").read_bytes())
    with pytest.raises(SignedCopyDiffers):
        issued(workspace, "submission")
    assert ordinals(workspace) == []


def test_a_document_that_cites_an_unissued_one_waits_for_it(workspace: Workspace) -> None:
    change(workspace, "submission.yaml", "subject: Về việc", "cites: [plan]\nsubject: Về việc")
    built(workspace)
    with pytest.raises(BlankCitation, match=r"\(submission\) viện dẫn .*\(plan\)"):
        issued(workspace, "submission")
    issued(workspace, "plan")
    with pytest.raises(SignedCopyDiffers, match="01/KH-UBND"):
        issued(workspace, "submission")
    built(workspace)
    issued(workspace, "submission")
    built(workspace)
    said = words(workspace, "5-de-nghi-khen-thuong/to-trinh.docx")
    assert "Căn cứ Kế hoạch số 01/KH-UBND ngày 05 tháng 02 năm 2024 của" in said


def test_an_issued_document_is_never_changed_only_replaced(workspace: Workspace) -> None:
    files = issued(workspace, "plan").files
    assert [path.name for path in files] == ["0001_KH-UBND_2024.docx", "0001_KH-UBND_2024_phu-luc-ke-hoach.docx"]
    before = [path.read_bytes() for path in files]
    change(workspace, "plan.yaml", "Rõ việc, quyết liệt", "Rõ việc, rất quyết liệt")
    built(workspace)
    assert "Số:      /KH-UBND" in words(workspace, "1-phat-dong/ke-hoach.docx"), "a new content has no number yet"
    with pytest.raises(AlreadyIssued, match="01/KH-UBND"):
        issued(workspace, "plan")
    outcome = issued(workspace, "plan", replacing=True)
    (entry,) = outcome.entries
    assert (entry.number, entry.revision) == ("02/KH-UBND", 1)
    replacements = ["0002_KH-UBND_2024.docx", "0002_KH-UBND_2024_phu-luc-ke-hoach.docx"]
    assert [path.name for path in outcome.files] == replacements
    assert issued(workspace, "plan", replacing=True).repeated
    assert [path.read_bytes() for path in files] == before
    with Register.open(workspace.register, reading_only=True) as register:
        (link,) = register.links(entry.entry_key)
    assert (link.relation, link.target.ordinal) == (Relation.REPLACES, 1)
    assert [number.ordinal for number in issued_numbers(workspace, 2024)] == [2]
    built(workspace)
    assert "Số: 02/KH-UBND" in words(workspace, "1-phat-dong/ke-hoach.docx")


def test_nothing_is_replaced_that_was_not_issued(workspace: Workspace) -> None:
    with pytest.raises(NoSuchEntry):
        issued(workspace, "plan", replacing=True)


def test_a_type_without_a_series_is_refused(workspace: Workspace) -> None:
    office = workspace.root / "data" / "office" / "office.yaml"
    office.write_text(
        office.read_text(encoding="utf-8").replace("type_codes: [KH]", "type_codes: [CTr]"), encoding="utf-8"
    )
    with pytest.raises(NoSeries, match="kế hoạch"):
        issued(workspace, "plan")


def test_numbers_reach_the_year_from_the_register_alone(workspace: Workspace) -> None:
    issued(workspace, "plan")
    year = check(workspace).year
    assert year is not None
    assert [(one.kind, one.ordinal) for one in year.issued] == [("plan", 1)]


def test_a_number_given_up_stays_in_the_register_and_the_document_gets_the_next(workspace: Workspace) -> None:
    given_up = issued(workspace, "plan")
    (entry,) = given_up.entries
    void(workspace, VoidRequest(entry.series, entry.ordinal, "Cấp nhầm", entry.year), Deed(MOMENT, "Lan"))
    assert [path.name for path in given_up.files if path.exists()] == []
    assert check_numbers(workspace) == ()
    outcome = issued(workspace, "plan")
    assert [one.number for one in outcome.entries] == ["02/KH-UBND"]
    assert ordinals(workspace) == [("ke-hoach", 1, EntryState.VOID), ("ke-hoach", 2, EntryState.ISSUED)]


def test_an_annex_changed_by_hand_loses_its_official_name_with_the_number(workspace: Workspace) -> None:
    outcome = issued(workspace, "plan")
    (entry,) = outcome.entries
    word, annex = outcome.files
    annex.write_bytes(b"changed in Word")
    void(workspace, VoidRequest(entry.series, entry.ordinal, "Cấp nhầm", entry.year), Deed(MOMENT, "Lan"))
    assert sorted(path.name for path in word.parent.iterdir()) == [f"{annex.stem}.sua-tay-1.docx"]
    assert annex.with_name(f"{annex.stem}.sua-tay-1.docx").read_bytes() == b"changed in Word"


def check_numbers(workspace: Workspace) -> tuple[int, ...]:
    return tuple(number.ordinal for number in issued_numbers(workspace, 2024))


def test_a_process_killed_while_issuing_is_finished_by_recover_with_the_same_number(workspace: Workspace) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(workspace.root)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent,
    )
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert ordinals(workspace) == [("ke-hoach", 1, EntryState.RESERVED)]
    recovered = recover(workspace, None)
    assert recovered.restored is Restored.NOTHING
    assert [entry.number for entry in recovered.recovery.finished] == ["01/KH-UBND"]
    assert issued(workspace, "plan").repeated


def test_a_lost_register_is_made_again_from_the_archive(workspace: Workspace) -> None:
    issued(workspace, "plan", "submission")
    before = ordinals(workspace)
    workspace.register.unlink()
    assert recover(workspace, None).restored is Restored.REGISTER
    assert ordinals(workspace) == before
    assert issued(workspace, "plan").repeated


KILLED = """
import os, signal, sys
from pathlib import Path
from issuing_deeds import issued
from vanban.workflows import issuing
from vanban.workflows.proving import Restored
from vanban.workspace import Workspace

def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)

issuing._finish = killed
issued(Workspace(Path(sys.argv[1])), "plan")
"""
