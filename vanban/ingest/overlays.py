"""Tell what lies over the cells of a workbook that came back and is in none of them: notes, talk, text boxes, changes
that a shared workbook keeps of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from vanban.domain.finding import Finding, Place, Severity, visible
from vanban.domain.text import tidy
from vanban.ingest.cell_fills import S
from vanban.ingest.cell_notes import OPENING
from vanban.ingest.workbook_package import Element, WorkbookPackage

_TALK: Final = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}text"
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_R_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACEHOLDER: Final = "[Threaded comment]"
"""How Excel begins the note that it keeps beside a talk for older versions: the talk itself is told."""

_READ: Final = "Hãy đọc, sửa vào ô nếu cần; ghi chú không được đưa vào bảng."


def overlay_findings(data: bytes, file: str) -> Iterator[Finding]:
    """A notice for each note, each remark of a talk, each text box and each tracked change of a cell.

    Raises :class:`vanban.errors.PackageError`.
    """
    package = WorkbookPackage(data, file)
    workbook = next((one.part for one in package.relations("") if one.kind == "officeDocument"), "xl/workbook.xml")
    parts = {one.identity: one.part for one in package.relations(workbook) if one.kind == "worksheet"}
    for sheet in package.tree(workbook).iter(f"{S}sheet"):
        part = parts.get(sheet.get(_R_ID, ""))
        if part is not None:
            yield from _of_sheet(package, part, sheet.get("name", ""), file)
    names = {one.get("sheetId", ""): one.get("name", "") for one in package.tree(workbook).iter(f"{S}sheet")}
    for one in package.relations(workbook):
        if one.kind == "revisionHeaders" and package.has(one.part):
            yield from _tracked(package, one.part, names, file)


def _tracked(package: WorkbookPackage, headers: str, sheets: Mapping[str, str], file: str) -> Iterator[Finding]:
    """The changes of cells that a shared workbook keeps, with who made them (ISO/IEC 29500-1, 18.11)."""
    logs = {one.identity: one.part for one in package.relations(headers)}
    for header in package.tree(headers).iter(f"{S}header"):
        log = logs.get(header.get(_R_ID, ""), "")
        if not package.has(log):
            continue
        for change in package.tree(log).iter(f"{S}rcc"):
            old, new = change.find(f"{S}oc"), change.find(f"{S}nc")
            if new is None:
                continue
            sheet = sheets.get(change.get("sId", ""), "")
            before = _said(old, f"{S}t", f"{S}v") if old is not None else ""
            what = f"Ô {new.get('r')} có sửa đổi được theo dõi, của “{visible(header.get('userName', ''))}”"
            said = f"{before or 'trống'} → {_said(new, f'{S}t', f'{S}v') or 'trống'}"
            yield from _told(
                file, sheet, what, said, "Hãy xem lại ô này; trong Excel, Review, Track Changes cho biết từng lần sửa."
            )


def _of_sheet(package: WorkbookPackage, part: str, sheet: str, file: str) -> Iterator[Finding]:
    for one in package.relations(part):
        if not package.has(one.part):
            continue
        if one.kind == "comments":
            for note in package.tree(one.part).iter(f"{S}comment"):
                said = _said(note, f"{S}t").partition(OPENING)[0]
                if not said.startswith(_PLACEHOLDER):
                    yield from _told(file, sheet, f"Ô {note.get('ref')} có ghi chú", said)
        elif one.kind == "threadedComment":
            for remark in package.tree(one.part):
                yield from _told(file, sheet, f"Ô {remark.get('ref')} có lời trao đổi", _said(remark, _TALK))
        elif one.kind == "drawing":
            yield from _told(file, sheet, "Trên trang có khung chữ", _said(package.tree(one.part), _DRAWN))


def _said(root: Element, *names: str) -> str:
    return tidy(" ".join(one.text or "" for one in root.iter(*names)))


def _told(file: str, sheet: str, what: str, said: str, remedy: str = _READ) -> Iterator[Finding]:
    if said:
        yield Finding(
            severity=Severity.WARNING,
            place=Place(file=file, sheet=sheet),
            value=said,
            reason=f"{what}; chương trình chỉ đọc các ô.",
            remedy=remedy,
        )
