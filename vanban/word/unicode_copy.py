"""Bring a Word file out of old encodings: the font of each run says in what it is written, else the words do."""

from __future__ import annotations

from typing import Final

from lxml import etree

from vanban.domain.old_encoding import (
    OldEncoding,
    Unicoding,
    encoding_of,
    encoding_of_font,
    is_capital_font,
    unicode_pieces,
)
from vanban.gate import open_package
from vanban.ooxml import W, main_part, related, tree
from vanban.ooxml.ordered import RUN_ORDER, child_in_order, run_properties
from vanban.word.package import Package

_FONT: Final = "Times New Roman"
_SOFT_HYPHEN: Final = "\u00ad"
_FACES: Final = ("ascii", "hAnsi", "cs", "eastAsia")


def word_in_unicode(data: bytes, name: str, made: Unicoding) -> bytes:
    """The Word file in Unicode, its fonts with it. Raises a :class:`vanban.errors.PackageError`."""
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


def _paragraph(paragraph: etree._Element, fonts: dict[str, str], made: Unicoding) -> None:
    """Every stretch of one encoding as a whole: two signs of one letter may stand in two runs."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    base = fonts.get("" if style is None else style.get(W + "val") or "", fonts.get("", ""))
    held: list[tuple[etree._Element, str]] = []
    for run in paragraph.iter(W + "r"):
        look = run.find(W + "rPr")
        named = None if look is None else look.find(W + "rStyle")
        font = _font(look) or (fonts.get(named.get(W + "val") or "", "") if named is not None else "") or base
        if encoding_of_font(font) is OldEncoding.TCVN3:
            _type_soft_hyphens(run)
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


def _type_soft_hyphens(run: etree._Element) -> None:
    """Put back as a sign what a word processor took for a place to break a word: in TCVN3 it is the letter ư."""
    for hyphen in list(run.iter(W + "softHyphen")):
        typed = etree.Element(W + "t")
        typed.text, typed.tail = _SOFT_HYPHEN, hyphen.tail
        hyphen.getparent().replace(hyphen, typed)  # type: ignore[union-attr]


def _stretch(texts: list[etree._Element], encoding: OldEncoding | None, made: Unicoding, *, capitals: bool) -> None:
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
    ground = child_in_order(run_properties(run), "highlight", RUN_ORDER)
    if ground.get(W + "val") is None:
        ground.set(W + "val", "yellow")


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
