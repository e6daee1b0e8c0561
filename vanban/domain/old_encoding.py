"""The encodings that Vietnamese was written in before Unicode, as tables, and text brought out of them.

Each table says what a letter or a pair of signs stands for; :func:`unicode_pieces` keeps which signs became which
letter, so that a text cut into runs of one look keeps its looks.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from vanban.domain.legacy import TCVN3, VNI_LETTERS, garbling
from vanban.domain.syllable import is_syllable


class OldEncoding(StrEnum):
    """How a text was written, in the words of a clerk."""

    TCVN3 = "TCVN3 (phông .VnTime)"
    VNI = "VNI (phông VNI-Times)"
    VIQR = "VIQR (dấu gõ sau chữ)"
    CP1258 = "Windows-1258"
    APART = "Unicode tổ hợp (dấu rời)"
    ETH = "chữ Ð thay cho Đ"


_HATS: Final = {"^": "\u0302", "(": "\u0306", "+": "\u031b", "*": "\u031b"}
_TONES: Final = {"'": "\u0301", "`": "\u0300", "?": "\u0309", "~": "\u0303", ".": "\u0323"}


def _viqr() -> dict[str, str]:
    hatted = dict.fromkeys("aeiouyAEIOUY", "")
    hatted |= {base + "^": "\u0302" for base in "aeoAEO"} | {base + "(": "\u0306" for base in "aA"}
    hatted |= {base + sign: "\u031b" for base in "ouOU" for sign in "+*"}
    made = {typed: unicodedata.normalize("NFC", typed[0] + hat) for typed, hat in hatted.items() if hat}
    for typed, hat in hatted.items():
        made |= {typed + tone: unicodedata.normalize("NFC", typed[0] + hat + mark) for tone, mark in _TONES.items()}
    return made | {"dd": "đ", "Dd": "Đ", "DD": "Đ"}


def _cp1258() -> dict[str, str]:
    """What the bytes of Windows-1258 look like where they are shown as Windows-1252."""
    made = {}
    for byte in range(0x80, 0x100):
        shown = bytes((byte,)).decode("cp1252", errors="ignore")
        meant = bytes((byte,)).decode("cp1258", errors="ignore")
        if shown and meant and shown != meant:
            made[shown] = meant
    return made


TABLES: Final[Mapping[OldEncoding, Mapping[str, str]]] = {
    OldEncoding.TCVN3: TCVN3,
    OldEncoding.VNI: VNI_LETTERS,
    OldEncoding.VIQR: _viqr(),
    OldEncoding.CP1258: _cp1258(),
    OldEncoding.APART: {},
    OldEncoding.ETH: {"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"},
}
"""Each encoding's letters: what stands there → what is meant; longer ones go first."""

_FORMS: Final = {
    encoding: re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))) or r"(?!)")
    for encoding, table in TABLES.items()
}
_MARKS: Final = re.compile("[\u0300-\u036f]")
_VIQR_WORD: Final = re.compile(
    r"(?<!\w)[A-Za-z]+(?:[\^(+*][`'?~.]?|(?<=[aeiouyAEIOUY])[`'?~.](?=[a-z])|dd)[A-Za-z^(+*`'?~.]*"
)
_WORD: Final = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Unicoded:
    """A text in Unicode: out of which encoding, and the words in it that cannot be Vietnamese as they were read."""

    text: str
    encoding: OldEncoding
    doubtful: tuple[str, ...] = ()


def encoding_of_font(font: str) -> OldEncoding | None:
    """The encoding that a font of that name shows: ``.VnTime``, ``VNI-Times``."""
    name = font.strip().casefold()
    if name.startswith(".vn"):
        return OldEncoding.TCVN3
    return OldEncoding.VNI if name.startswith("vni") else None


def is_capital_font(font: str) -> bool:
    """Whether a font shows small letters as capitals: ``.VnTimeH``."""
    return font.strip().casefold().startswith(".vn") and font.strip().endswith("H")


def encoding_of(text: str) -> OldEncoding | None:
    """The encoding that a text shows of itself, by its words; ``None`` where it is Unicode as it stands."""
    found = garbling(text)
    if found is not None and found.encoding.startswith(("TCVN3", "VNI")):
        return OldEncoding.TCVN3 if found.encoding.startswith("TCVN3") else OldEncoding.VNI
    if any(sign in text for sign in TABLES[OldEncoding.ETH]) and _reads_as(text, OldEncoding.ETH):
        return OldEncoding.ETH
    if _reads_as(text, OldEncoding.CP1258):
        return OldEncoding.CP1258
    typed = _VIQR_WORD.findall(text)
    if typed and all(is_syllable(unicode_of(word.rstrip(".?"), OldEncoding.VIQR).casefold()) for word in typed):
        return OldEncoding.VIQR if len(typed) > 1 or any(sign in typed[0] for sign in "^(+") else None
    if unicodedata.normalize("NFC", text) != text:
        return OldEncoding.APART
    return None


def _reads_as(text: str, encoding: OldEncoding) -> bool:
    """Whether a text has words that cannot be Vietnamese, and none once it is read so."""
    foreign = (sign for sign in text if sign.isalpha() and ord(sign) > 0xFF and sign not in TABLES[encoding])
    if encoding is OldEncoding.CP1258 and next(foreign, None) is not None:
        return False
    words = [word for word in re.findall(r"[^\s\x00-@\[-`{-\x7f]*[^\s\d]+", text) if not word.isascii()]
    plain = [word.strip(".,;:()“”\"'") for word in words]
    read = [unicode_of(word, encoding) for word in plain]
    odd = any(not is_syllable(word.casefold()) and new != word for word, new in zip(plain, read, strict=True))
    return odd and all(is_syllable(word.casefold()) for word in read)


def unicode_of(text: str, encoding: OldEncoding) -> str:
    """``text``, which is written in that encoding, in composed Unicode."""
    return unicodedata.normalize("NFC", "".join(piece for _, piece in unicode_pieces(text, encoding)))


def unicode_pieces(text: str, encoding: OldEncoding) -> Iterator[tuple[int, str]]:
    """What each stretch of ``text`` becomes, with how many signs it has; marks go with the letter before them."""
    table, form = TABLES[encoding], _FORMS[encoding]
    place = 0
    while place < len(text):
        found = form.match(text, place)
        length = len(found[0]) if found else 1
        piece = table[found[0]] if found else text[place]
        place += length
        while place < len(text) and (mark := table.get(text[place], text[place])) and _MARKS.fullmatch(mark):
            piece, length, place = piece + mark, length + 1, place + 1
        yield length, unicodedata.normalize("NFC", piece)


def unicoded(text: str, encoding: OldEncoding, *, capitals: bool = False) -> Unicoded:
    """The text in Unicode, with the words that are doubtful; ``capitals`` where the font showed small letters so."""
    read = unicode_of(text, encoding)
    was = {unicode_of(word, encoding) for word in _WORD.findall(text) if word.isascii()}
    doubtful = tuple(
        dict.fromkeys(
            word
            for word in _WORD.findall(read)
            if not word.isascii() and word not in was and not is_syllable(word.casefold())
        )
    )
    if encoding in (OldEncoding.APART, OldEncoding.ETH):
        doubtful = ()
    return Unicoded(read.upper() if capitals else read, encoding, doubtful)


@dataclass(frozen=True)
class ConvertedPiece:
    """A text that was brought into Unicode: as it was, as it is."""

    before: str
    after: str


@dataclass
class Unicoding:
    """What became of the texts of one file: the encodings found with how many texts each, every text that changed,
    doubtful words."""

    encodings: Counter[OldEncoding] = field(default_factory=Counter)
    pieces: list[ConvertedPiece] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)

    def take(self, text: str, encoding: OldEncoding, *, capitals: bool = False) -> str:
        """``text`` in Unicode; it is counted and told."""
        made = unicoded(text, encoding, capitals=capitals)
        if made.text != text:
            self.encodings[encoding] += 1
            self.pieces.append(ConvertedPiece(text, made.text))
            self.doubtful += [word for word in made.doubtful if word not in self.doubtful]
        return made.text

    def take_alone(self, text: str, main: OldEncoding | None) -> str:
        """A text that has no font: by its own words, else as the rest of the file where these are syllables then."""
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
        return text if own is None else self.take(text, own)


def main_encoding(texts: Iterable[str]) -> OldEncoding | None:
    """The encoding of most of the texts that show one; ``None`` where none does."""
    found = Counter(one for text in texts if (one := encoding_of(text)) is not None)
    return max(found, key=lambda one: (found[one], one.value), default=None)
