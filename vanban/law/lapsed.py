"""What had ended by a date: places and offices that are gone, texts of the law that another replaced.

All of it follows from the law packs: a unit that has ended and has an heir, words that are no longer used, a text whose
place another has taken. An office hears of places from the pack of its own province alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from vanban.domain.law_pack import Law
from vanban.domain.law_text import LAW_TYPES, LawText
from vanban.domain.level import Level
from vanban.domain.office import Office
from vanban.domain.wording import full_date, numeric_date
from vanban.law.organisation import heir, units
from vanban.law.provision import cited


@dataclass(frozen=True)
class LapsedName:
    """A name that papers dated from ``ended`` no longer use, and what stands in its place.

    ``of_office``: one of the office that writes the papers, of which it knows itself.
    """

    pattern: re.Pattern[str]
    ended: date
    now: str
    source: str
    of_office: bool = False


@dataclass(frozen=True)
class CitedText:
    """A legal text as papers cite it: when issued, when it stopped (``None``: still stands), and what says so.

    ``followed_by`` are the texts that took its place one after the other, each from its day of issue on.
    """

    pattern: re.Pattern[str]
    name: str
    issued: date
    ended: date | None
    source: str
    followed_by: tuple[tuple[date, str], ...] = ()

    def replacement(self, day: date) -> str:
        """What to cite instead on ``day``: of those that had taken its place by then the last; empty without one."""
        return next((name for issued, name in reversed(self.followed_by) if issued <= day), "")


_OTHER: Final = r"\s*,?\s*(?:thuộc\s+)?(?:[Tt]ỉnh|[Tt]hành phố)\s+(?!(?:{own})(?!\w))\w"
_NOWHERE: Final = re.compile(r"(?!)")
_OWN_DATA: Final = "mục Tên cũ (former_names), tệp Cơ quan (office.yaml)"


@dataclass(frozen=True)
class Lapsed:
    """Everything that had ended by some day, as papers name it; small enough to be sent to another process.

    ``elsewhere`` is what may stand after a name and says that it is a place of another province: ``, tỉnh Hà Tĩnh``.
    """

    names: tuple[LapsedName, ...] = ()
    texts: tuple[CitedText, ...] = ()
    elsewhere: re.Pattern[str] = _NOWHERE

    def named_in(self, text: str, day: date) -> Iterator[tuple[LapsedName, str]]:
        """The names that a paper of ``day`` should no longer use, as the text writes them; each name once."""
        for name in self.names:
            if day < name.ended:
                continue
            found = name.pattern.search(text)
            while found and self.elsewhere.match(text, found.end()):
                found = name.pattern.search(text, found.end())
            if found and not told_apart(text, found.start(), found.end()):
                yield name, found[0]


@lru_cache(maxsize=8)
def lapsed(law: Law) -> Lapsed:
    """What has ended by the law packs: the province's units before the country's words, and every text."""
    own = [found.value.proper_name for found in units(law) if found.value.level in (Level.PROVINCE, Level.CITY)]
    other = re.compile(_OTHER.format(own="|".join(map(re.escape, own)))) if own else _NOWHERE
    texts = tuple(_cited(law, text) for text in law.texts.values() if text.issued_on is not None)
    return Lapsed((*_units(law), *_words(law)), texts, other)


def gone_for(office: Office, law: Law) -> Lapsed:
    """The same, and before them the names that the office had itself."""
    known = lapsed(law)
    own = tuple(
        LapsedName(
            re.compile(rf"(?<!\w){re.escape(one.name)}(?!\w)", re.IGNORECASE),
            one.valid_to + timedelta(days=1),
            one.now or office.name,
            _OWN_DATA,
            of_office=True,
        )
        for one in office.former_names
    )
    return replace(known, names=(*own, *known.names)) if own else known


def _units(law: Law) -> Iterator[LapsedName]:
    for found in units(law):
        new = heir(law, found.value)
        if found.period.last is not None and new is not None:
            yield LapsedName(_named([found.value.name]), found.period.last + timedelta(days=1), new.name, found.article)


def _words(law: Law) -> Iterator[LapsedName]:
    for row in law.lapsed_words:
        since = law.period(row).first
        if since is not None:
            yield LapsedName(_named(row.words), since, row.now, cited(law, row))


def _named(names: list[str] | tuple[str, ...]) -> re.Pattern[str]:
    """The names as words, the first letter of each large or small."""
    said = [f"[{name[0].upper()}{name[0].lower()}]{re.escape(name[1:])}" for name in names]
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)")


def told_apart(text: str, start: int, end: int) -> bool:
    """Whether the lapsed name at that place is said to be one: “nay là”, “trước đây”, “cũ”, or in a citation of its
    time."""
    around = text[max(0, start - 60) : end + 60].lower()
    if any(word in around for word in ("nay là", "trước đây", " cũ", "trước sáp nhập", "trước khi sắp xếp")):
        return True
    before = text[max(0, start - 110) : start]
    return re.search(r"số\s+[\w/\-Đ]+.{0,12}ngày\s+\d", before) is not None


def spoken_of_as_old(text: str) -> bool:
    """Whether a sentence names a text as one that was amended or replaced."""
    return re.search(r"sửa đổi|thay thế|bãi bỏ|trước đây|hết hiệu lực", text) is not None


def _cited(law: Law, text: LawText) -> CitedText:
    issued = text.issued_on or date.max
    last, following = law.spans[text.key].last, law.successor(text.key)
    name = f"{text.type_name} {text.number}"
    if text.type_name in LAW_TYPES:
        name = f"{text.type_name} {text.subject} năm {issued.year}"
    ended = last + timedelta(days=1) if last else None
    source = (following or text).numbered_name
    return CitedText(_pattern(text, issued), name, issued, ended, source, tuple(_chain(law, text)))


def _chain(law: Law, text: LawText) -> Iterator[tuple[date, str]]:
    """What took the place of a text, one after the other, as each is cited in a sentence."""
    seen = {text.key}
    found = law.successor(text.key)
    while found is not None and found.key not in seen:
        seen.add(found.key)
        if found.issued_on is not None:
            is_law = found.type_name in LAW_TYPES
            named = f"{found.type_name} {found.subject} {full_date(found.issued_on)}"
            yield found.issued_on, named if is_law else found.numbered_name
        found = law.successor(found.key)


def _pattern(text: LawText, issued: date) -> re.Pattern[str]:
    """A law by its name and its day or number, any other text by type and number."""
    if text.type_name not in LAW_TYPES:
        return re.compile(rf"{text.type_name}\s+(?:số\s*:?\s*)?{re.escape(text.number or text.subject)}", re.IGNORECASE)
    days = {full_date(issued).removeprefix("ngày "), numeric_date(issued), f"{issued.day}/{issued.month}/{issued.year}"}
    known = "|".join(map(re.escape, sorted({*days, f"{issued:%d/%m/%Y}", text.number or ""} - {""})))
    return re.compile(rf"{text.type_name} {re.escape(text.subject)}[^;.]{{0,40}}?(?:{known})", re.IGNORECASE)
