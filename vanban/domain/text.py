"""The characters that data may hold, and the one spelling of a text that everything downstream sees.

Tidying never changes what a reader sees: composed letters (NFC), one plain space where there was white space of any
sort (no-break spaces too: where one is wanted, composing puts it), none at the ends. All else is a fault to be told.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from vanban.domain.finding import visible
from vanban.domain.legacy import garbling
from vanban.domain.syllable import has_vowel

_LINE_BREAK: Final = re.compile(r"\r\n?|\n")
_ETH: Final = str.maketrans("\u00d0\u0189\u00f0\u0256", "ĐĐđđ")
_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_HATS: Final = frozenset("\u0302\u031b")
_PRINTABLE_BUT_UNFIT: Final = re.compile("[\ufffd" + "".join(sorted(_TONES | _HATS)) + "]")
_LOST_LETTER: Final = re.compile(r"[^\W\d_]\?[^\W\d_]")
_LOST_END: Final = re.compile(r"(?<![^\W_])((?:[A-ZĐ]?[a-zđ]{1,3}|[A-ZĐ](?=\? [a-zà-ỹđ])))\?(?=\s|[,.;)]|$)")
_ADDRESS: Final = re.compile(r"\S*(?:://|www\.|=)\S*")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LOOKALIKES: Final = re.compile(r"[\u0400-\u052fΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιν]")

_REMEMBERED: Final = 1 << 16
"""Texts of a large year: whoever checks it again, as a page does at every keystroke, reads only what is new."""

_RETYPE: Final = "Hãy xóa ký tự đó rồi gõ lại chữ ở chỗ ấy."


class TextFault(NamedTuple):
    """What is wrong with the characters of a text, and what to do: a Vietnamese sentence each."""

    reason: str
    remedy: str


def tidy(text: str) -> str:
    """``text`` as one line: NFC, each run of white space one space, none at the ends."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def tidy_lines(text: str) -> str:
    """``text`` with its line breaks kept and each line tidied; no empty lines at its ends."""
    return "\n".join(tidy(line) for line in _LINE_BREAK.split(text)).strip("\n")


@lru_cache(maxsize=_REMEMBERED)
def matching_key(text: str) -> str:
    """``text`` for comparing only: case, spacing and the place of the tone (``hoà``, ``hòa``) make no difference."""
    return " ".join(map(_tone_last, tidy(text).casefold().split()))


def _tone_last(word: str) -> str:
    marked = unicodedata.normalize("NFD", word)
    return "".join(sorted(marked, key=_TONES.__contains__))


@lru_cache(maxsize=_REMEMBERED)
def text_faults(text: str) -> tuple[TextFault, ...]:
    """Everything that is wrong with the characters of ``text``, which is given as it was read, before tidying."""
    found = None if text.isascii() else garbling(text)
    if found is not None:
        reason = f"Chữ có vẻ gõ theo kiểu {found.encoding}; đọc đúng có lẽ là “{visible(tidy(found.reading))}”."
        return (TextFault(reason, "Hãy gõ lại bằng bộ gõ Unicode (phông Times New Roman)."),)
    composed = unicodedata.normalize("NFC", text)
    return (*_unfit_characters(composed), *_unfit_words(composed))


def _unfit_characters(text: str) -> Iterator[TextFault]:
    # The usual text is over with one look.
    if text.isprintable() and not _PRINTABLE_BUT_UNFIT.search(text):
        return
    seen: set[str] = set()
    for position, character in enumerate(text, start=1):
        kind = None if character in seen else _unfit(character)
        if kind is not None:
            seen.add(character)
            yield TextFault(f"Có {kind} (U+{ord(character):04X}) ở vị trí thứ {position}.", _RETYPE)


def _unfit(character: str) -> str | None:
    """What sort of unfit character this is, or ``None``."""
    if character < "\x7f" and (character.isprintable() or character in "\t\n\r"):
        return None
    if character == "\ufffd":
        return "ký tự thay thế cho chữ đã mất"
    if ord(character) & 0xFFFE == 0xFFFE or "\ufdd0" <= character <= "\ufdef":
        return "mã không phải ký tự"
    return _UNFIT_CATEGORIES.get(unicodedata.category(character)) or _stray_mark(character)


_UNFIT_CATEGORIES: Final = {
    "Cc": "ký tự điều khiển không nhìn thấy",
    "Cf": "ký tự ẩn hoặc đảo chiều chữ",
    "Cs": "nửa ký tự bị hỏng",
    "Co": "ký tự riêng của một phông chữ",
    "Zl": "dấu ngắt dòng lạ",
    "Zp": "dấu ngắt đoạn lạ",
}


def _stray_mark(character: str) -> str | None:
    """A tone or hat that NFC left standing alone: typed in the wrong order, twice, or on a letter that takes none."""
    return "dấu đứng rời khỏi chữ" if character in _TONES or character in _HATS else None


def _unfit_words(text: str) -> Iterator[TextFault]:
    right = text.translate(_ETH)
    if right != text:
        yield TextFault(
            "Có chữ “Ð” của tiếng Iceland thay cho chữ “Đ” tiếng Việt.", f"Hãy gõ lại thành “{visible(tidy(right))}”."
        )
    for word in _WORD.findall(text) if _LOOKALIKES.search(text) else ():
        other = _LOOKALIKES.search(word)
        if other is not None and any(unicodedata.name(letter, "").startswith("LATIN") for letter in word):
            yield TextFault(
                f"Từ “{visible(word)}” lẫn chữ “{other[0]}” (U+{ord(other[0]):04X}) không phải chữ Việt.",
                "Hãy gõ lại cả từ đó.",
            )
    plain = _ADDRESS.sub("", text)
    lost = _LOST_LETTER.search(plain)
    if lost is not None:
        yield TextFault(
            f"Có dấu hỏi giữa từ (“{lost[0]}”): chữ có dấu đã mất khi chuyển kiểu chữ.", "Hãy gõ lại từ đó."
        )
    # “T? dân ph?”: no word ends in these letters, so the mark stands for the vowel that followed.
    ends = _LOST_END.finditer(plain) if "?" in plain else iter(())
    cut = next((found for found in ends if not has_vowel(found[1].lower())), None)
    if cut is not None and lost is None:
        yield TextFault(
            f"Có dấu hỏi ở cuối từ (“{cut[0]}”): chữ có dấu đã mất khi chuyển kiểu chữ.", "Hãy gõ lại từ đó."
        )
