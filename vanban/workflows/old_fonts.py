"""Bring a file out of an old encoding into Unicode: a Word file, a workbook, a text. The original is never touched.

In a Word file the font of each run says in what it is written, elsewhere the words themselves do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from lxml import etree

from vanban import durable
from vanban.domain.old_encoding import (
    OldEncoding,
    encoding_of,
    encoding_of_font,
    is_capital_font,
    unicode_pieces,
    unicoded,
)
from vanban.domain.syllable import is_syllable
from vanban.errors import OverOriginal, WrongFileKind
from vanban.gate import open_package
from vanban.ooxml import W, main_part, related, tree
from vanban.word.package import Package
from vanban.workspace import read_file

_FONT: Final = "Times New Roman"
_SHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FACES: Final = ("ascii", "hAnsi", "cs", "eastAsia")
_AFTER_HIGHLIGHT: Final = frozenset(
    W + name
    for name in (
        "u",
        "effect",
        "bdr",
        "shd",
        "fitText",
        "vertAlign",
        "rtl",
        "cs",
        "em",
        "lang",
        "eastAsianLayout",
        "specVanish",
    )
)
"""What stands behind the ground colour among a run's properties (ISO/IEC 29500-1, 17.3.2.28)."""
_SHOWN: Final = 12


@dataclass(frozen=True)
class ConvertedPiece:
    """A text that was brought into Unicode: as it was, as it is."""

    before: str
    after: str


@dataclass
class Unicode:
    """What became of one file: the copy, the encodings found with how many texts each, examples, doubtful words."""

    path: Path
    copy: Path | None = None
    encodings: Counter[OldEncoding] = field(default_factory=Counter)
    pieces: list[ConvertedPiece] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """1 where a word is doubtful: somebody has to look at it."""
        return 1 if self.doubtful else 0

    def to_json(self) -> dict[str, object]:
        """File, copy, encodings, every text before and after, doubtful words."""
        return {
            "file": str(self.path),
            "copy": str(self.copy) if self.copy else None,
            "encodings": {one.value: count for one, count in sorted(self.encodings.items())},
            "texts": [{"before": one.before, "after": one.after} for one in self.pieces],
            "doubtful": self.doubtful,
        }

    def take(self, text: str, encoding: OldEncoding, *, capitals: bool = False) -> str:
        """``text`` in Unicode; it is counted and told."""
        made = unicoded(text, encoding, capitals=capitals)
        if made.text != text:
            self.encodings[encoding] += 1
            self.pieces.append(ConvertedPiece(text, made.text))
            self.doubtful += [word for word in made.doubtful if word not in self.doubtful]
        return made.text


def to_unicode(path: Path, copy: Path | None) -> Unicode:
    """Write a copy of the file in Unicode; none where it is in Unicode already.

    Raises a ``PackageError``, ``WrongFileKind``, ``OverOriginal``, ``FileUnreadable``, ``FileFault``.
    """
    data, made = read_file(path), Unicode(path)
    target = copy or path.with_name(f"{path.stem}-unicode{path.suffix}")
    if target.resolve() == path.resolve():
        raise OverOriginal(path=target)
    suffix = path.suffix.lower()
    if suffix in (".docx", ".dotx"):
        content = _word(data, path.name, made)
    elif suffix == ".xlsx":
        content = _workbook(data, path.name, made)
    elif suffix in (".txt", ".csv", ".yaml", ".yml"):
        content = _text(data, made)
    else:
        raise WrongFileKind(
            name=path.name, wanted="tệp Word, Excel hay tệp chữ", real="tệp khác", save_as="chương trình của nó"
        )
    if made.pieces:
        durable.write(target, content)
        made.copy = target
    return made


def _text(data: bytes, made: Unicode) -> bytes:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Every byte of an old text is a letter of Windows-1252, or one of the few that it leaves free.
        text = "".join(bytes((byte,)).decode("cp1252", errors="ignore") or chr(byte) for byte in data)
    lines = text.split("\n")
    main = _main(lines)
    return "\n".join(_alone(line, main, made) for line in lines).encode()


def _workbook(data: bytes, name: str, made: Unicode) -> bytes:
    parts = dict(open_package(data, name=name, kind="xlsx"))
    texts = [part for part in sorted(parts) if part.startswith("xl/") and part.endswith(".xml")]
    roots = {part: tree(parts[part], name) for part in texts if b"<t" in parts[part] or b"<si" in parts[part]}
    held = [(part, one) for part, root in roots.items() for one in root.iter(_SHEET + "t")]
    main = _main(one.text or "" for _, one in held)
    changed = set()
    for part, one in held:
        new = _alone(one.text or "", main, made)
        if new != (one.text or ""):
            one.text = new
            changed.add(part)
    for part in changed:
        parts[part] = _xml(roots[part])
    _rename_fonts(parts, name)
    return _packed(parts)


def _rename_fonts(parts: dict[str, bytes], name: str) -> None:
    styles = "xl/styles.xml"
    if styles not in parts:
        return
    root, changed = tree(parts[styles], name), False
    for font in root.iter(_SHEET + "name"):
        if encoding_of_font(font.get("val") or "") is not None:
            font.set("val", _FONT)
            changed = True
    if changed:
        parts[styles] = _xml(root)


def _alone(text: str, main: OldEncoding | None, made: Unicode) -> str:
    """A text that has no font: by its own words, else as the rest of the file where that makes syllables of them."""
    own = encoding_of(text)
    if own is not None and main is not None and own is not main and not unicoded(text, main).doubtful:
        # A short text may be read in two ways: what the rest of the file is written in decides.
        own = main
    if own is None and main is not None and not text.isascii():
        read = unicoded(text, main)
        words = [word for word in read.text.split() if not word.isascii()]
        own = main if words and all(is_syllable(word.strip(".,;:()").casefold()) for word in words) else None
        was = [word for word in text.split() if not word.isascii()]
        if all(is_syllable(word.strip(".,;:()").casefold()) for word in was):
            own = None
    return text if own is None else made.take(text, own)


def _main(texts: Iterable[str]) -> OldEncoding | None:
    found = Counter(one for text in texts if (one := encoding_of(text)) is not None)
    return max(found, key=lambda one: (found[one], one.value), default=None)


# Word


def _word(data: bytes, name: str, made: Unicode) -> bytes:
    parts = dict(open_package(data, name=name, kind="docx"))
    main = main_part(parts, name)
    styles = next(iter(related(parts, main, "styles", name).values()), None)
    fonts = _fonts_of_styles(tree(parts[styles], name)) if styles in parts and styles is not None else {}
    texts = [
        part for part in sorted(parts) if part.startswith("word/") and part.endswith(".xml") and b"<w:t" in parts[part]
    ]
    for part in texts:
        root = tree(parts[part], name)
        before = len(made.pieces)
        for paragraph in root.iter(W + "p"):
            _paragraph(paragraph, fonts, made)
        _rename(root)
        if len(made.pieces) > before:
            parts[part] = _xml(root)
    if made.pieces and styles is not None and styles in parts:
        root = tree(parts[styles], name)
        _rename(root)
        parts[styles] = _xml(root)
    return _packed(parts)


def _fonts_of_styles(root: etree._Element) -> dict[str, str]:
    """The font of each style, its own or that of the one it is based on; under an empty name the file's own."""
    own = {one.get(W + "styleId") or "": one for one in root.iter(W + "style")}
    default = _font(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    normal = next(
        (key for key, one in own.items() if one.get(W + "default") == "1" and one.get(W + "type") == "paragraph"), ""
    )

    def of(key: str, deep: int = 0) -> str:
        style = own.get(key)
        if style is None or deep > 12:
            return default
        based = style.find(W + "basedOn")
        return _font(style.find(W + "rPr")) or of("" if based is None else based.get(W + "val") or "", deep + 1)

    return {key: of(key) for key in own} | {"": of(normal) if normal else default}


def _font(look: etree._Element | None) -> str:
    faces = None if look is None else look.find(W + "rFonts")
    return "" if faces is None else faces.get(W + "ascii") or faces.get(W + "hAnsi") or ""


def _paragraph(paragraph: etree._Element, fonts: dict[str, str], made: Unicode) -> None:
    """Every stretch of one encoding as a whole: two signs of one letter may stand in two runs."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    base = fonts.get("" if style is None else style.get(W + "val") or "", fonts.get("", ""))
    held: list[tuple[etree._Element, str]] = []
    for run in paragraph.iter(W + "r"):
        look = run.find(W + "rPr")
        named = None if look is None else look.find(W + "rStyle")
        font = _font(look) or (fonts.get(named.get(W + "val") or "", "") if named is not None else "") or base
        held += [(text, font) for text in run.iter(W + "t")]
    whole = "".join(text.text or "" for text, _ in held)
    own = encoding_of(whole)
    stretch: list[etree._Element] = []
    kind: tuple[OldEncoding | None, bool] = (None, False)
    for text, font in [*held, (None, "")]:
        here = (encoding_of_font(font) or own, is_capital_font(font)) if text is not None else (None, False)
        if here != kind or text is None:
            _stretch(stretch, kind[0], made, capitals=kind[1])
            stretch, kind = [], here
        if text is not None:
            stretch.append(text)


def _stretch(texts: list[etree._Element], encoding: OldEncoding | None, made: Unicode, *, capitals: bool) -> None:
    if encoding is None or not texts:
        return
    whole = "".join(text.text or "" for text in texts)
    if made.take(whole, encoding, capitals=capitals) == whole and not capitals:
        return
    ends, place = [], 0
    for text in texts:
        place += len(text.text or "")
        ends.append(place)
    pieces: list[list[str]] = [[] for _ in texts]
    at = 0
    for length, piece in unicode_pieces(whole, encoding):
        pieces[next(n for n, end in enumerate(ends) if at < end)].append(piece.upper() if capitals else piece)
        at += length
    for text, own in zip(texts, pieces, strict=True):
        text.text = "".join(own)
        if any(word in text.text for word in made.doubtful):
            _mark(text)


def _mark(text: etree._Element) -> None:
    """Show a run in which a word is doubtful on yellow ground."""
    run = text.getparent()
    if run is None:
        return
    look = run.find(W + "rPr")
    if look is None:
        look = etree.Element(W + "rPr")
        run.insert(0, look)
    if look.find(W + "highlight") is None:
        ground = etree.Element(W + "highlight", {W + "val": "yellow"})
        later = next((one for one in look if one.tag in _AFTER_HIGHLIGHT), None)
        look.append(ground) if later is None else later.addprevious(ground)


def _rename(root: etree._Element) -> None:
    for faces in root.iter(W + "rFonts"):
        for face in _FACES:
            if encoding_of_font(faces.get(W + face) or "") is not None:
                faces.set(W + face, _FONT)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _packed(parts: dict[str, bytes]) -> bytes:
    names = sorted(parts)
    return Package({}, names).write([parts[name] for name in names])


def examples(made: Unicode) -> Iterator[ConvertedPiece]:
    """The first texts that changed, for somebody to look at."""
    yield from made.pieces[:_SHOWN]
