"""Tell what lies over the cells of a workbook that came back and is in none of them: notes, talk, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.finding import Finding, Place, Severity
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
    """A notice for each note, each remark of a talk and each text box. Raises :class:`vanban.errors.PackageError`."""
    package = WorkbookPackage(data, file)
    workbook = next((one.part for one in package.relations("") if one.kind == "officeDocument"), "xl/workbook.xml")
    parts = {one.identity: one.part for one in package.relations(workbook) if one.kind == "worksheet"}
    for sheet in package.tree(workbook).iter(f"{S}sheet"):
        part = parts.get(sheet.get(_R_ID, ""))
        if part is not None:
            yield from _of_sheet(package, part, sheet.get("name", ""), file)


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


def _said(root: Element, name: str) -> str:
    return tidy(" ".join(one.text or "" for one in root.iter(name)))


def _told(file: str, sheet: str, what: str, said: str) -> Iterator[Finding]:
    if said:
        yield Finding(
            severity=Severity.WARNING,
            place=Place(file=file, sheet=sheet),
            value=said,
            reason=f"{what}; chương trình chỉ đọc các ô.",
            remedy=_READ,
        )
