"""The order of Vietnamese names: by given name, then family name, then middle names."""

from __future__ import annotations

import unicodedata
from typing import Final

_LETTERS: Final = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES: Final = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
"""Ngang, huyền, hỏi, ngã, sắc, nặng."""


def _word(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The letters of ``word``, then its tones: a tone decides only between words of the same letters.

    On which letter the tone stands says nothing: ``Hoà`` and ``Hòa`` are one name.
    """
    letters: list[int] = []
    tones: list[int] = []
    for character in unicodedata.normalize("NFC", word.casefold()):
        marks = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in marks[1:] if mark in _TONES), "")
        letter = unicodedata.normalize("NFC", marks.replace(tone, "")) if tone else character
        letters.append(_LETTERS.index(letter) if letter in _LETTERS else len(_LETTERS) + ord(letter[0]))
        if tone:
            tones.append(_TONES.index(tone))
    return tuple(letters), tuple(tones)


def by_given_name(full_name: str) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """The sort key of a person's name: given name, family name, middle names, letters before tones."""
    words = full_name.split()
    return tuple(_word(word) for word in (*words[-1:], *words[:-1]))
