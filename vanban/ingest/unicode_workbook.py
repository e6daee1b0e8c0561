"""Bring the texts of a workbook out of old encodings; all else keeps its bytes."""

from __future__ import annotations

from typing import Final

from vanban.domain.old_encoding import Unicoding, encoding_of_font, main_encoding
from vanban.ingest.workbook_package import WorkbookPackage

_FONT: Final = "Times New Roman"
_SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STYLES: Final = "xl/styles.xml"


def workbook_in_unicode(data: bytes, name: str, made: Unicoding) -> bytes:
    """The workbook in Unicode, its fonts with it. Raises a :class:`vanban.errors.PackageError`."""
    package = WorkbookPackage(data, name)
    texts = [part for part in sorted(package.parts) if part.startswith("xl/") and part.endswith(".xml")]
    roots = {part: package.tree(part) for part in texts if b"<t" in package.part(part)}
    held = [(part, one) for part, root in roots.items() for one in root.iter(_SHEET + "t")]
    main = main_encoding(one.text or "" for _, one in held)
    changed = set()
    for part, one in held:
        new = made.take_alone(one.text or "", main)
        if new != (one.text or ""):
            one.text = new
            changed.add(part)
    for part in sorted(changed):
        package.put_tree(part, roots[part])
    _rename_fonts(package)
    return package.to_bytes()


def _rename_fonts(package: WorkbookPackage) -> None:
    if not package.has(_STYLES):
        return
    root, changed = package.tree(_STYLES), False
    for font in root.iter(_SHEET + "name"):
        if encoding_of_font(font.get("val") or "") is not None:
            font.set("val", _FONT)
            changed = True
    if changed:
        package.put_tree(_STYLES, root)
