"""The numbers and dashes that offices put before their paragraphs, in all the ways they do, and what each counts.

``Phần I``, ``Chương II``, ``Mục 1``, ``Điều 3.``, ``A.``, ``I.``, ``I/``, ``1.``, ``1/``, ``1)``, ``1.2.``, ``a)``,
``a.``, ``(1)``, ``-``, ``+``, ``*``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from vanban.domain.number_words import in_words
from vanban.domain.wording import roman

_LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
_ROMAN: Final = {roman(number): number for number in range(1, 60)}
_ORDINALS: Final = {"nhất": 1, "nhì": 2, "tư": 4} | {in_words(number): number for number in range(1, 30)}
_HEADED: Final = re.compile(
    r"(?P<name>Phần|Chương|Tiểu mục|Mục)\s+(?P<number>thứ\s+[^\W\d_]+(?:\s+[^\W\d_]+)?|[IVXLC]+|\d{1,2})"
    r"(?=$|[\s.:–-])[.:]?\s*(?:[–-]\s+)?(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_ARTICLE: Final = re.compile(r"Điều\s+(?P<number>\d{1,3})\s*[.:]?(?=\s|$)\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_FORMS: Final = (
    ("roman", re.compile(r"(?P<number>[IVXL]{1,6})\s*(?:[.)/:]|-(?=\s)|\.-)\s*(?P<rest>\S.*)", re.DOTALL)),
    (
        "capital",
        re.compile(r"(?P<number>[A-ZĐ])\s*[.)/]\s*(?P<rest>(?:\s|(?<=\s))\S.*|[A-ZĐÀ-Ỹ][a-zà-ỹ].*)", re.DOTALL),
    ),
    ("dotted", re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,6})\s*[.)/:]?\s+(?P<rest>\S.*)", re.DOTALL)),
    ("dotted", re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,6})\s*[.)/:]\s*(?P<rest>[^\W\d].*)", re.DOTALL)),
    ("arabic", re.compile(r"(?P<number>\d{1,2})\s*(?:[./:]|\.-)(?!\d)\s*(?P<rest>[^\s\d].*)", re.DOTALL)),
    ("arabic", re.compile(r"(?P<number>\d{1,2})\s*[./]\s+(?P<rest>\S.*)", re.DOTALL)),
    ("bracket", re.compile(r"(?P<number>\d{1,2})\s*\)\s*(?P<rest>\S.*)", re.DOTALL)),
    ("subletter", re.compile(r"(?P<number>[a-zđ]\.?\d{1,2}(?:\.\d{1,2}){0,5})\s*[.)/]\s*(?P<rest>\S.*)", re.DOTALL)),
    ("letter", re.compile(r"(?P<number>[a-zđ])\s*(?:\)\s*|[./]\s+)(?P<rest>\S.*)", re.DOTALL)),
    ("parenthesis", re.compile(r"\((?P<number>\d{1,2}|[a-zđ]|[ivx]{1,4})\)\s*(?P<rest>\S.*)", re.DOTALL)),
    ("dash", re.compile(r"(?P<number>[-–—−\u2010\u2011])\s*(?P<rest>[^\s\d].*)", re.DOTALL)),
    ("dash", re.compile(r"(?P<number>[-–—−\u2010\u2011])\s+(?P<rest>\S.*)", re.DOTALL)),
    ("plus", re.compile(r"(?P<number>\+)\s*(?P<rest>\S.*)", re.DOTALL)),
    ("bullet", re.compile(r"(?P<number>[*•▪●◦○■□♦❖➢✓·§])\s*(?P<rest>[^*\s].*)", re.DOTALL)),
)
_MAY_BE_BOTH: Final = frozenset("CDILMVX")
"""Letters that are Roman numbers too."""

DASHES: Final = ("dash", "plus", "bullet")
"""Signs that count nothing."""


@dataclass(frozen=True)
class TypedLabel:
    """A number or sign before a paragraph: of which sort, which in its row, as typed, and the words behind it.

    ``level`` counts the numbers of ``1.2.1.``; ``may_be_capital`` says that a Roman number can be a letter too.
    """

    sort: str
    ordinal: int
    typed: str
    rest: str
    level: int = 1
    may_be_capital: bool = False

    @property
    def row(self) -> tuple[str, int]:
        """What tells it from the numbers of another level."""
        return (self.sort, self.level)

    def as_capital(self) -> TypedLabel:
        """The same, read as a letter: ``C.`` after ``B.``."""
        return TypedLabel("capital", letter_ordinal(self.typed.rstrip(" .)/:-").lower()), self.typed, self.rest)


def letter_ordinal(letter: str) -> int:
    """Which letter of a Vietnamese list it is, from 1; letters that such lists leave out count as the one before."""
    return _LETTERS.index(letter) + 1 if letter in _LETTERS else 0


def label_of(line: str) -> TypedLabel | None:
    """The number or sign before ``line``, or ``None``."""
    line = line.strip()
    headed = _HEADED.fullmatch(line)
    if headed is not None and (headed["name"][0].isupper() and _stands_alone(headed)):
        name = headed["name"].capitalize()
        sort = {"Phần": "part", "Chương": "chapter", "Mục": "division", "Tiểu mục": "subdivision"}[name]
        return TypedLabel(sort, _ordinal(headed["number"]), _typed(line, headed["rest"]), headed["rest"].strip())
    article = _ARTICLE.fullmatch(line)
    if article is not None and line[0].isupper():
        rest = article["rest"].strip()
        return TypedLabel("article", int(article["number"]), _typed(line, article["rest"]), rest)
    for sort, form in _FORMS:
        found = form.fullmatch(line)
        if found is not None:
            return _made(sort, found, line)
    return None


def automatic(label: str, text: str) -> TypedLabel | None:
    """The label that Word counts before ``text``: a sign that no form has is a dash."""
    found = label_of(f"{label} {text or '…'}")
    if found is None or not label.strip():
        return TypedLabel("dash", 0, label, text) if label.strip() else None
    return TypedLabel(found.sort, found.ordinal, label.strip(), text, found.level, found.may_be_capital)


def _stands_alone(headed: re.Match[str]) -> bool:
    """Whether a heading is one, not the beginning of a sentence: “Mục 1 của Kế hoạch …”, “Phần 2 này …”."""
    rest = headed["rest"].strip()
    return not rest or rest[0].isupper() or not rest[0].isalpha()


def _made(sort: str, found: re.Match[str], line: str) -> TypedLabel | None:
    number, rest = found["number"], found["rest"].strip()
    typed = _typed(line, found["rest"])
    if sort == "roman":
        if number not in _ROMAN:
            return None
        return TypedLabel(sort, _ROMAN[number], typed, rest, may_be_capital=number in _MAY_BE_BOTH)
    if sort == "capital":
        return TypedLabel(sort, letter_ordinal(number.lower()), typed, rest)
    if sort == "dotted":
        numbers = number.split(".")
        return TypedLabel("arabic", int(numbers[-1]), typed, rest, len(numbers))
    if sort in DASHES:
        return TypedLabel(sort, 0, typed, rest)
    if sort == "subletter":
        return TypedLabel(sort, int(re.split(r"\D+", number)[-1]), typed, rest)
    if sort == "parenthesis" and not number.isdigit():
        return TypedLabel(sort, letter_ordinal(number) if len(number) == 1 else 0, typed, rest)
    ordinal = letter_ordinal(number) if sort == "letter" else int(number)
    return TypedLabel(sort, ordinal, typed, rest)


def _typed(line: str, rest: str) -> str:
    return line[: len(line) - len(rest)].strip() if rest else line


def _ordinal(number: str) -> int:
    words = number.casefold().removeprefix("thứ").strip()
    return int(number) if number.isdigit() else _ROMAN.get(number.upper()) or _ORDINALS.get(words, 0)
