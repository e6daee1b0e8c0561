"""Bring the texts of a workbook out of old encodings: the font of a cell or of a run says in which it is written, else
the words do. All else keeps its bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from openpyxl.utils import get_column_letter

from vanban.domain.finding import Finding, Place, Severity
from vanban.domain.old_encoding import OldEncoding, Unicoding, encoding_of_font, is_capital_font, main_encoding
from vanban.ingest.cell_fills import S
from vanban.ingest.error_copy import error_copy
from vanban.ingest.grid import TooLarge
from vanban.ingest.workbook import read_workbook
from vanban.ingest.workbook_package import Element, WorkbookPackage

_FONT: Final = "Times New Roman"
_STYLES: Final = "xl/styles.xml"
_SHARED: Final = "xl/sharedStrings.xml"


def workbook_in_unicode(data: bytes, name: str, made: Unicoding) -> bytes:
    """The workbook in Unicode, its fonts with it; cells with a doubtful word are amber and say which.

    Raises a :class:`vanban.errors.PackageError`.
    """
    package = WorkbookPackage(data, name)
    texts = [part for part in sorted(package.parts) if part.startswith("xl/") and part.endswith(".xml")]
    roots = {part: package.tree(part) for part in texts if b"<t" in package.part(part) or b'"s"' in package.part(part)}
    fonts = _fonts_of_texts(package, roots)
    held = [(part, one) for part, root in roots.items() for one in root.iter(S + "t")]
    main = main_encoding(one.text or "" for _, one in held)
    changed = set()
    for part, one in held:
        new = _in_unicode(one.text or "", fonts.get(one, set()), main, made)
        if new != (one.text or ""):
            one.text = new
            changed.add(part)
    for part in sorted(changed):
        package.put_tree(part, roots[part])
    _rename_fonts(package)
    copy = package.to_bytes()
    doubts = list(_doubts(copy, name, made)) if made.doubtful else []
    return error_copy(copy, name, doubts) if doubts else copy


def _in_unicode(text: str, fonts: set[str], main: OldEncoding | None, made: Unicoding) -> str:
    """By the font, where all cells that show the text have one of the same encoding; else by the words."""
    known = {(encoding_of_font(font), is_capital_font(font)) for font in fonts}
    encoding, capitals = known.pop() if len(known) == 1 else (None, False)
    return made.take_alone(text, main) if encoding is None else made.take(text, encoding, capitals=capitals)


def _fonts_of_texts(package: WorkbookPackage, roots: dict[str, Element]) -> dict[Element, set[str]]:
    """The fonts in which each text is shown: those of its cells, or of its run where that has one of its own."""
    styles = _fonts_of_styles(package)
    texts = list(roots[_SHARED].iter(S + "si")) if _SHARED in roots else []
    found: dict[Element, set[str]] = defaultdict(set)
    for root in roots.values():
        for cell in root.iter(S + "c"):
            style = int(cell.get("s") or 0)
            font = styles[style] if style < len(styles) else ""
            number = cell.findtext(S + "v") or ""
            is_shared = cell.get("t") == "s" and number.isdecimal() and int(number) < len(texts)
            for text in (texts[int(number)] if is_shared else cell).iter(S + "t"):
                run = text.getparent()
                own = run.find(f"{S}rPr/{S}rFont") if run is not None else None
                found[text].add(font if own is None else own.get("val") or font)
    return found


def _fonts_of_styles(package: WorkbookPackage) -> list[str]:
    """The font of each cell style, by its number."""
    if not package.has(_STYLES):
        return []
    root = package.tree(_STYLES)
    names = [
        named.get("val") or "" if (named := font.find(S + "name")) is not None else ""
        for font in root.iterfind(f"{S}fonts/{S}font")
    ]
    numbers = (int(look.get("fontId") or 0) for look in root.iterfind(f"{S}cellXfs/{S}xf"))
    return [names[number] if number < len(names) else "" for number in numbers]


def _doubts(copy: bytes, name: str, made: Unicoding) -> Iterator[Finding]:
    """Every cell in which a word stands that cannot be Vietnamese as it was read."""
    try:
        grids = read_workbook(copy, name)
    except TooLarge:
        return
    for grid in grids:
        for row, cells in sorted(grid.rows.items()):
            for column, cell in sorted(cells.items()):
                words = [word for word in made.doubtful if isinstance(cell.raw, str) and word in cell.raw]
                if words:
                    yield Finding(
                        severity=Severity.WARNING,
                        place=Place(file=name, sheet=grid.name, line=row, column=get_column_letter(column)),
                        reason=f"Chữ chưa chắc: {', '.join(f'“{word}”' for word in words)}.",
                        remedy="Hãy so với tệp gốc rồi gõ lại nếu sai.",
                    )


def _rename_fonts(package: WorkbookPackage) -> None:
    for part in (_STYLES, _SHARED):
        if not package.has(part):
            continue
        root, changed = package.tree(part), False
        for font in (*root.iter(S + "name"), *root.iter(S + "rFont")):
            if encoding_of_font(font.get("val") or "") is not None:
                font.set("val", _FONT)
                changed = True
        if changed:
            package.put_tree(part, root)
