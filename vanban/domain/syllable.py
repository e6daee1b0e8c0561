"""The syllables of Vietnamese by rule: which onset, rhyme and tone may stand together, and where the tone is written.

Every written syllable is onset + rhyme + one of six tones. The tables are those of the national orthography (Quyết định
240/QĐ-BGDĐT of 1984 on spelling in textbooks; both ways of placing a tone on “oa”, “oe”, “uy” are in use). Loan words
and names are outside of them.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ONSETS: Final = (
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr",
    "b", "c", "d", "đ", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x",
)  # fmt: skip
"""The consonants that begin a syllable, longest first; a syllable may begin with its vowel as well."""

RHYMES: Final = _set(
    """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê
    êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang
    oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp
    ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut uy
    uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên
    yêng yêt yêu
    """
)
"""What follows the onset, without its tone."""

_AFTER_Q: Final = _set(
    """
    a ac ach ai am an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê êch ên ênh êt êu i ich it ơ
    ôc y yên yêt ych ynh yt yu ơi
    """
)
_AFTER_GI: Final = frozenset({"êc", "êm", "ên", "êng", "êp", "êt", "êu"})
_Y_AFTER: Final = frozenset({"", "h", "k", "l", "m", "qu", "s", "t", "v", "th"})
_OO_AFTER: Final = {"ooc": frozenset({"m", "s", "c"}), "oong": frozenset({"b", "x", "g", "s"})}
_FRONT: Final = "eêi"
_TONES: Final = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_STOPPED: Final = ("c", "ch", "p", "t")
_SHARP: Final = ("sắc", "nặng")
_VOWELS: Final = "aăâeêioôơuưy"
_LOOSE: Final = frozenset({"oa", "oe", "uy"})


class ToneStyle(StrEnum):
    """Where the tone stands on an open “oa”, “oe”, “uy”: “hòa” (old) or “hoà” (new)."""

    OLD = "old"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable taken apart: ``tone`` is empty for the level one, ``place`` the letter of the rhyme that bears it."""

    onset: str
    rhyme: str
    tone: str
    place: int

    @property
    def spelled(self) -> bool:
        """Whether onset, rhyme and tone may stand together, wherever the tone is written."""
        return _fits(self.onset, self.rhyme) and not (self._is_stopped and self.tone not in _SHARP)

    @property
    def readable(self) -> bool:
        """Whether it can be spoken, whatever letter spells its onset: “Kon”, “Ngia” are names."""
        known = _AFTER_Q if self.onset == "qu" else RHYMES | _AFTER_GI
        return self.rhyme in known - _OO_AFTER.keys() and not (self._is_stopped and self.tone not in _SHARP)

    @property
    def _is_stopped(self) -> bool:
        return self.rhyme.endswith(_STOPPED)

    @property
    def well_placed(self) -> bool:
        """Whether the tone stands on the letter that bears it, in the old way or the new one."""
        return not self.tone or self.place in _places(self.onset, self.rhyme)

    @property
    def style(self) -> ToneStyle | None:
        """Which of the two ways of placing a tone it follows, where they differ."""
        if not self.tone or self.rhyme not in _LOOSE or self.onset == "qu":
            return None
        return ToneStyle.OLD if self.place == 0 else ToneStyle.NEW


@lru_cache(maxsize=8192)
def taken_apart(word: str) -> Syllable:
    """``word`` (lower case, composed) as onset, rhyme and tone, whether or not such a syllable exists."""
    plain, tone, place = _without_tone(word)
    onset = _onset(plain)
    if plain.startswith("gi") and plain[1:] in RHYMES and plain[2:] not in RHYMES:
        # “gì”, “gìn”, “giếng”: the i of the onset is that of the rhyme.
        return Syllable("gi", plain[1:], tone, place - 1)
    return Syllable(onset, plain[len(onset) :], tone, place - len(onset))


def is_well_spelled(word: str) -> bool:
    """Whether ``word`` (lower case, composed) is a syllable as the orthography has it, its tone where it belongs."""
    syllable = taken_apart(word)
    return syllable.spelled and syllable.well_placed


def is_syllable(word: str) -> bool:
    """Whether ``word``, in any case, can be read as a syllable, as names are spelled too; for telling garbled text.

    Names write ``Kon``, ``Ngia``; the loan rhymes ``ooc`` and ``oong`` are left out: garbled text looks like them more
    often than anyone writes them.
    """
    syllable = taken_apart(unicodedata.normalize("NFC", word.lower()))
    return syllable.readable and syllable.well_placed


def has_plain_case(word: str) -> bool:
    """Whether ``word`` is lower case, upper case or capitalised: not capitals in its middle."""
    return word.islower() or word.isupper() or word[1:].islower()


def has_vowel(word: str) -> bool:
    """Whether ``word`` can be spoken: “tđkt” and “vnđ” are abbreviations."""
    return any(letter in _VOWELS for letter in _without_tone(word)[0])


def with_tone_moved(word: str) -> str | None:
    """``word`` with its tone on the letter that bears it, where only that is wrong."""
    syllable = taken_apart(word)
    if not syllable.spelled or syllable.well_placed:
        return None
    plain, _, _ = _without_tone(word)
    at = len(plain) - len(syllable.rhyme) + _places(syllable.onset, syllable.rhyme)[0]
    mark = next(sign for sign, name in _TONES.items() if name == syllable.tone)
    return plain[:at] + unicodedata.normalize("NFC", plain[at] + mark) + plain[at + 1 :]


def respelled(word: str) -> str | None:
    """The one syllable that a slip of spelling was meant for: “nghành”, “đuợc”, “họach”, if there is exactly one."""
    moved = with_tone_moved(word)
    if moved is not None:
        return moved
    found = {new for new in _slips(word) if new != word and is_well_spelled(new)}
    return found.pop() if len(found) == 1 else None


def _slips(word: str) -> list[str]:
    plain, tone, _ = _without_tone(word)
    marked = next((sign for sign, name in _TONES.items() if name == tone), "")
    tries = [plain[:-1]] if len(plain) > 2 and plain[-1] == plain[-2] else []
    for old, new in (
        ("ngh", "ng"), ("ng", "ngh"), ("gh", "g"), ("g", "gh"), ("k", "c"), ("c", "k"),
    ):  # fmt: skip
        if plain.startswith(old) and not (old in ("ng", "g") and plain.startswith(new)):
            tries.append(new + plain[len(old) :])
    tries += [plain.replace("uơ", "ươ"), plain.replace("ưo", "ươ"), plain.replace("ôô", "ô"), plain.replace("ưư", "ư")]
    return [_toned(one, marked) for one in tries]


def _toned(plain: str, mark: str) -> str:
    """``plain`` with a tone where it belongs."""
    if not mark:
        return plain
    syllable = taken_apart(plain)
    places = _places(syllable.onset, syllable.rhyme)
    at = len(plain) - len(syllable.rhyme) + (places[0] if places else 0)
    if at >= len(plain):
        return plain
    return plain[:at] + unicodedata.normalize("NFC", plain[at] + mark) + plain[at + 1 :]


_VNI_TONES: Final = {"1": "\u0301", "2": "\u0300", "3": "\u0309", "4": "\u0303", "5": "\u0323"}
_VNI_SIGNS: Final = {
    "6": {"a": "â", "e": "ê", "o": "ô"},
    "7": {"o": "ơ", "u": "ư"},
    "8": {"a": "ă"},
    "9": {"d": "đ"},
}


def of_telex(word: str) -> str | None:
    """The syllable that ``word`` was typed for by the Telex method while it was off (“thuwcj”, “ddaang”), if any."""
    text = word
    tone = ""
    for key, mark in (("s", "\u0301"), ("f", "\u0300"), ("r", "\u0309"), ("x", "\u0303"), ("j", "\u0323")):
        at = text.find(key, 1)
        if at > 0 and any(letter in _VOWELS + "w" for letter in text[:at]) and text.count(key, 1) == 1:
            text, tone = text[:at] + text[at + 1 :], mark
            break
    plain = text
    for keys, letter in (
        ("dd", "đ"), ("aa", "â"), ("ee", "ê"), ("oo", "ô"), ("uow", "ươ"), ("uwow", "ươ"), ("aw", "ă"), ("ow", "ơ"),
        ("uw", "ư"),
    ):  # fmt: skip
        plain = plain.replace(keys, letter)
    if plain.startswith("d") and plain.endswith("d") and len(plain) > 1:
        plain = "đ" + plain[1:-1]
    if plain == text and not tone:
        return None
    made = _toned(plain, tone)
    return made if made != word and is_well_spelled(made) else None


def of_vni(word: str) -> str | None:
    """The syllable that ``word`` was typed for by the VNI method while it was off (“thu7c5”, “d9a3ng”), if any."""
    plain, tone = "", ""
    for letter in word:
        if letter in _VNI_TONES:
            tone = _VNI_TONES[letter]
        elif letter in _VNI_SIGNS:
            plain = _with_sign(plain, _VNI_SIGNS[letter])
        else:
            plain += letter
    made = _toned(plain, tone)
    return made if made != word and is_well_spelled(made) else None


def _with_sign(plain: str, signs: dict[str, str]) -> str:
    """The last letter that can bear a sign with it, both of “uo” with a horn."""
    if signs.get("u") and plain.endswith("uo"):
        return f"{plain[:-2]}ươ"
    at = next((place for place in range(len(plain) - 1, -1, -1) if plain[place] in signs), -1)
    return plain if at < 0 else plain[:at] + signs[plain[at]] + plain[at + 1 :]


def _without_tone(word: str) -> tuple[str, str, int]:
    """The letters without their tone, the tone's name, and which letter bore it (-1 for none)."""
    letters: list[str] = []
    tone, place = "", -1
    for letter in word:
        parts = unicodedata.normalize("NFD", letter)
        marks = [sign for sign in parts if sign in _TONES]
        if marks:
            tone, place = _TONES[marks[0]], len(letters)
            parts = "".join(sign for sign in parts if sign not in _TONES)
        letters.append(unicodedata.normalize("NFC", parts))
    return "".join(letters), tone, place


def _onset(plain: str) -> str:
    return next((onset for onset in ONSETS if plain.startswith(onset) and len(plain) > len(onset)), "")


def _fits(onset: str, rhyme: str) -> bool:
    """Whether an onset may stand before a rhyme."""
    if onset == "qu":
        return rhyme in _AFTER_Q
    if onset == "gi":
        return rhyme in RHYMES or rhyme in _AFTER_GI
    if rhyme not in RHYMES or (rhyme.startswith("yê") and onset) or (rhyme.startswith("iê") and not onset):
        return False
    if rhyme == "y" and onset not in _Y_AFTER:
        return False
    if rhyme in _OO_AFTER and onset not in _OO_AFTER[rhyme]:
        return False
    front = rhyme[0] in _FRONT or rhyme.startswith("y")
    if onset in ("c", "g", "ng"):
        return not front
    if onset in ("k", "gh", "ngh"):
        return front
    return True


def _places(onset: str, rhyme: str) -> tuple[int, ...]:
    """The letters of a rhyme on which its tone may be written."""
    for letter in "ơêôăâ":
        if letter in rhyme:
            return (rhyme.index(letter),)
    vowels = sum(1 for letter in rhyme if letter in _VOWELS)
    closed = len(rhyme) > vowels
    if vowels == 1:
        return (0,) if rhyme[0] in _VOWELS else ()
    if vowels == 3:
        return (1,)
    if onset == "qu" and rhyme[0] == "y":
        return (0,)
    if closed:
        return (1, 0) if rhyme.startswith("oo") else (1,)
    if rhyme in _LOOSE:
        return (0, 1)
    return (0,)
