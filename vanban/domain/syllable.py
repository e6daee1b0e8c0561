"""Whether a word can be a Vietnamese syllable: initial, rhyme, one tone. For telling garbled text from names."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_TONES: Final = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOP_TONES: Final = frozenset("\u0301\u0323")
"""Sắc and nặng: the only tones of a syllable that ends in c, ch, p or t."""

_GLIDES: Final = ("a", "i", "o", "u", "y")
"""The last letters of rhymes like ai, eo, ia: there the tone stands before the last letter (hoà, thuỷ apart)."""

_INITIAL: Final = r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu(?![ou])|th|tr|[bcdđghklmnprstvx])?"
_RHYMES: Final = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uân uâng uât uây uc uê uêch uên uênh ui um un ung uôc uôi uôm uôn uông uôt uơ up ut
uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
y yêm yên yêng yêt yêu ynh yt
"""
_SYLLABLE: Final = re.compile(_INITIAL + "(" + "|".join(sorted(_RHYMES.split(), key=len, reverse=True)) + ")")


def is_syllable(word: str) -> bool:
    """Whether ``word``, in any case, is spelled as a Vietnamese syllable can be; says nothing about its meaning.

    The loan rhymes ``ooc`` and ``oong`` are left out: garbled text looks like them more often than anyone writes them.
    """
    marked = unicodedata.normalize("NFD", word.lower())
    tones = [character for character in marked if character in _TONES]
    bare = unicodedata.normalize("NFC", "".join(character for character in marked if character not in _TONES))
    found = _SYLLABLE.fullmatch(bare)
    if found is None or len(tones) > 1:
        return False
    if tones and found[1].endswith(_GLIDES) and len(found[1]) > 1 and found[1] not in ("oa", "uy"):
        return marked[-1] not in _TONES
    return not bare.endswith(("c", "ch", "p", "t")) or (bool(tones) and tones[0] in _STOP_TONES)


def has_plain_case(word: str) -> bool:
    """Whether ``word`` is lower case, upper case or capitalised: not capitals in its middle."""
    return word.islower() or word.isupper() or word[1:].islower()
