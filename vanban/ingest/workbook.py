"""Turn an Excel file into grids, one for each worksheet."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from xml.parsers import expat

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from vanban.domain.finding import visible
from vanban.errors import DamagedPackage
from vanban.gate import open_package
from vanban.ingest.grid import Budget, SheetGrid
from vanban.ingest.sheet import MOST_READ, CellStyles, Formats, SheetReader, is_set, local_name, unescape

_EPOCH = date(1899, 12, 30)
_MAC_EPOCH = date(1904, 1, 1)
_ZEROS = re.compile("0{2,30}")
_EAST_ASIAN_DATES = frozenset((*range(27, 37), *range(50, 59)))

Start = Callable[[str, dict[str, str]], None]


def read_workbook(data: bytes, file: str) -> list[SheetGrid]:
    """The worksheets of an .xlsx file, in the order of their tabs.

    Raises :class:`vanban.errors.PackageError` for a file that must not be or cannot be opened, and
    :class:`vanban.ingest.grid.TooLarge` for a sheet beyond the limits.
    """
    parts = {f"/{name}".lower(): content for name, content in open_package(data, name=file, kind="xlsx").items()}
    try:
        return _worksheets(parts)
    except (expat.ExpatError, ValueError, LookupError, ArithmeticError) as damage:
        raise DamagedPackage(name=visible(file)) from damage


def _worksheets(parts: dict[str, bytes]) -> list[SheetGrid]:
    workbook = dict(_relations(parts, "/").values())["officeDocument"]
    relations = _relations(parts, workbook)
    sheets: list[tuple[SheetGrid, str]] = []
    epoch = _EPOCH

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal epoch
        if name == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            epoch = _MAC_EPOCH
        if name == "sheet":
            identity = {local_name(key): value for key, value in attributes.items()}["id"]
            kind, target = relations[identity]
            if kind == "worksheet":
                is_hidden = attributes.get("state", "visible") != "visible"
                sheets.append((SheetGrid(attributes["name"], is_hidden=is_hidden), target))

    _walk(parts[workbook], start)
    by_kind = dict(relations.values())
    texts, unstruck = _texts(parts.get(by_kind.get("sharedStrings", ""), b""))
    formats = Formats(texts, unstruck, _styles(parts.get(by_kind.get("styles", ""), b"")), epoch)
    budget = Budget()
    return [SheetReader(grid, formats, budget).read(parts[target]) for grid, target in sheets]


def _relations(parts: dict[str, bytes], owner: str) -> dict[str, tuple[str, str]]:
    """What a part refers to: kind and part name, by id."""
    folder, name = posixpath.split(owner)
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "Relationship" and attributes.get("TargetMode", "Internal") == "Internal":
            target = posixpath.normpath(posixpath.join(folder, attributes["Target"])).lower()
            found[attributes["Id"]] = attributes["Type"].rpartition("/")[2], target

    _walk(parts.get(posixpath.join(folder, "_rels", f"{name}.rels"), b""), start)
    return found


def _texts(xml: bytes) -> tuple[list[str], dict[int, str]]:
    """The shared texts: the runs of each joined, without readings printed above them.

    With them what is left of those in which a run is struck through, by their number.
    """
    texts: list[str] = []
    unstruck: dict[int, str] = {}
    pieces: list[tuple[str, bool]] = []
    reading = phonetic = struck = False
    room = MOST_READ

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal reading, phonetic, struck
        phonetic = phonetic or name == "rPh"
        reading = name == "t" and not phonetic
        struck = (struck and name not in ("r", "si")) or (name == "strike" and is_set(attributes))

    def characters(text: str) -> None:
        nonlocal room
        if reading and room > 0:
            pieces.append((text, struck))
            room -= len(text)

    def end(name: str) -> None:
        nonlocal reading, phonetic, room, struck
        reading = False
        phonetic = phonetic and name != "rPh"
        struck = struck and name != "r"
        if name == "si":
            if any(crossed for _, crossed in pieces):
                unstruck[len(texts)] = unescape("".join(text for text, crossed in pieces if not crossed))
            texts.append(unescape("".join(text for text, _ in pieces)))
            pieces.clear()
            room = MOST_READ

    _walk(xml, start, characters, end)
    return texts, unstruck


@dataclass
class _StyleSheet:
    """What is gathered of the styles of a workbook."""

    codes: dict[int, str] = field(default_factory=lambda: dict(BUILTIN_FORMATS))
    struck_fonts: list[bool] = field(default_factory=list)
    used: list[tuple[int, int]] = field(default_factory=list)
    inside: str = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt" and "numFmtId" in attributes:
            self.codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        elif name in ("cellXfs", "fonts"):
            self.inside = name
        elif name == "font" and self.inside == "fonts":
            self.struck_fonts.append(False)
        elif name == "strike" and self.inside == "fonts" and is_set(attributes):
            self.struck_fonts[-1] = True
        elif name == "xf" and self.inside == "cellXfs":
            self.used.append((int(attributes.get("numFmtId", "0")), int(attributes.get("fontId", "0"))))

    def end(self, name: str) -> None:
        self.inside = "" if name == self.inside else self.inside


def _styles(xml: bytes) -> CellStyles:
    """What each cell style does to what is shown."""
    sheet = _StyleSheet()
    _walk(xml, sheet.start, end=sheet.end)
    codes = [sheet.codes.get(number, "General") for number, _ in sheet.used]
    dates = (
        number in _EAST_ASIAN_DATES or is_date_format(code) for (number, _), code in zip(sheet.used, codes, strict=True)
    )
    struck = (font < len(sheet.struck_fonts) and sheet.struck_fonts[font] for _, font in sheet.used)
    return CellStyles(
        dates=_where(dates),
        percentages=_where("%" in code for code in codes),
        struck=_where(struck),
        zeros={place: len(code) for place, code in enumerate(codes) if _ZEROS.fullmatch(code)},
    )


def _where(flags: Iterable[bool]) -> frozenset[int]:
    return frozenset(index for index, flag in enumerate(flags) if flag)


def _walk(
    xml: bytes,
    start: Start,
    characters: Callable[[str], None] | None = None,
    end: Callable[[str], None] | None = None,
) -> None:
    """Run handlers over a part, with element names bare of namespaces; an absent part is empty."""
    if not xml:
        return
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(local_name(name), attributes)
    if characters is not None:
        parser.CharacterDataHandler = characters
    if end is not None:
        parser.EndElementHandler = lambda name: end(local_name(name))
    parser.Parse(xml, True)
