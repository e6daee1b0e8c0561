"""Vietnamese text that was garbled on its way: TCVN3 and VNI bytes shown as Latin letters, UTF-8 read as Windows-1252.

The reading found is a proposal for a person to judge. It is made only where the text cannot be Vietnamese as it stands
and every odd word of it becomes a Vietnamese syllable, so that names of other peoples and languages pass untouched.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from vanban.domain.syllable import has_plain_case, is_syllable


@dataclass(frozen=True)
class Garbling:
    """What seems to have happened to a text, and how it would read."""

    encoding: str
    reading: str


TCVN3: Final = dict(
    zip(
        "¡¢£¤¥¦§¨©ª«¬\xad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
        "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
        strict=True,
    )
)
"""What the letters of TCVN3 look like where they are shown as Latin ones, and what they stand for."""

_VNI_SINGLE: Final = dict(zip("ôöñíìæóòîÔÖÑÍÌÆÓÒÎ", "ơưđíìỉĩịỵƠƯĐÍÌỈĨỊỴ", strict=True))
_VNI_TONES: Final = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_CIRCUMFLEX: Final = dict(zip("âáàåãä", ("", *"\u0301\u0300\u0309\u0303\u0323"), strict=True))
_VNI_BREVE: Final = dict(zip("êéèúüë", ("", *"\u0301\u0300\u0309\u0303\u0323"), strict=True))


def _vni_pairs() -> dict[str, str]:
    pairs = {base + mark: _VNI_SINGLE.get(base, base) + tone for base in "aeouyôö" for mark, tone in _VNI_TONES.items()}
    pairs |= {base + mark: f"{base}\u0302{tone}" for base in "aeo" for mark, tone in _VNI_CIRCUMFLEX.items()}
    pairs |= {"a" + mark: f"a\u0306{tone}" for mark, tone in _VNI_BREVE.items()}
    composed = {pair: unicodedata.normalize("NFC", letter) for pair, letter in pairs.items()}
    return composed | {pair.upper(): letter.upper() for pair, letter in composed.items()}


_VNI: Final = _vni_pairs()
VNI_LETTERS: Final = {**_VNI, **_VNI_SINGLE}
"""What VNI writes, alone or in pairs, and what it stands for."""

_VNI_FORMS: Final = re.compile("|".join(sorted((*_VNI, *_VNI_SINGLE), key=len, reverse=True)))
_VNI_SIGNS: Final = frozenset("".join((*_VNI, *_VNI_SINGLE)))

_TO_BYTES: Final = {
    ord(bytes((byte,)).decode("cp1252")): byte for byte in range(0x80, 0xA0) if byte not in b"\x81\x8d\x8f\x90\x9d"
}
"""Windows-1252 to bytes; the five bytes that it leaves free are shown as C1 controls, which need no change."""

_CLOSED_CAPITALS: Final = re.compile("[ÃÂ][\u2010-\u2026]")
"""``XÃ”``: a Vietnamese capital and a closing mark, whose Windows-1252 bytes happen to be UTF-8."""

_BEYOND_BYTES: Final = re.compile("[^\0-\xff\u2010-\u2026]")
"""What neither TCVN3 nor VNI can leave behind: most Vietnamese text of today has such letters."""

_SEPARATORS: Final = re.compile(r"[\x00-@\[-`{-\x7f\xa0\u2010-\u2026]+")


def from_tcvn3(text: str) -> str:
    """``text`` read as TCVN3 (ABC) bytes that were shown as Latin letters."""
    return "".join(TCVN3.get(character, character) for character in text)


def from_vni(text: str) -> str:
    """``text`` read as VNI bytes that were shown as Latin letters."""
    return _VNI_FORMS.sub(lambda form: _VNI.get(form[0]) or _VNI_SINGLE[form[0]], text)


def garbling(text: str) -> Garbling | None:
    """What garbled ``text``, or ``None`` where nothing shows that anything did. Give it the text before any tidying."""
    reading = _from_windows_1252(text)
    if reading is not None:
        return Garbling("chữ Việt bị đọc nhầm kiểu chữ Tây Âu", reading)
    if _BEYOND_BYTES.search(text):
        return None
    if _reads_better(text, frozenset(TCVN3), from_tcvn3):
        return Garbling("TCVN3 (phông .VnTime)", from_tcvn3(text))
    if _reads_better(text, _VNI_SIGNS, from_vni):
        return Garbling("VNI (phông VNI-Times)", from_vni(text))
    return None


def _from_windows_1252(text: str) -> str | None:
    if text.isascii():
        return None
    try:
        reading = text.translate(_TO_BYTES).encode("latin-1").decode("utf-8")
    except UnicodeError:
        return None
    if _CLOSED_CAPITALS.sub("", text).isascii():
        return None
    return reading if all(character.isprintable() or character.isspace() for character in reading) else None


def _reads_better(text: str, letters: frozenset[str], read: Callable[[str], str]) -> bool:
    """Whether ``text`` has words that cannot be Vietnamese and, once read, every word with marks is."""
    words = [word for word in _SEPARATORS.split(text) if not word.isascii()]
    if not all(character in letters or character.isascii() for character in "".join(words)):
        return False
    odd = any(_is_odd(word) and read(word) != word for word in words)
    return odd and all(is_syllable(read(word)) for word in words)


def _is_odd(word: str) -> bool:
    """Whether a word with other than ASCII letters cannot be Vietnamese; a sign alone (×, µ, ©) is not a word."""
    has_letters = any(character.isascii() for character in word) and word != "µm"
    return has_letters and not (is_syllable(word) and has_plain_case(word))
