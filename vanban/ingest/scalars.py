"""Turn one written value into the type that the data model wants, or say why it cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, time, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, get_args, get_origin

from vanban.domain.award import EmulationTitle, NomineeKind, award_name, open_to
from vanban.domain.birth import BirthYear
from vanban.domain.office import Office
from vanban.domain.suggestion import nearest
from vanban.domain.text import TextFault, matching_key, text_faults, tidy_lines
from vanban.domain.typed import Typed
from vanban.domain.wording import DATE_EXAMPLE, numeric_date, read_decimal
from vanban.domain.work_year import YEAR_FORM, WorkYear

Raw = str | Decimal | date | time | bool
"""A value as written: text from YAML and CSV; Excel also keeps numbers, dates, times and yes/no."""

_WHOLE = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"([+-]?)([0-9]+)(?:([.,])([0-9]+))?")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:[., \u00a0][0-9]{3})+(?:[.,][0-9]+)?")
_WITH_UNIT = re.compile(
    r"([+-]?[0-9]+(?:,[0-9]+)?) ?((?!(?:chục|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ|rưỡi|k|tr)\b)[^\W\d_][^\d_]{0,30})",
    re.IGNORECASE,
)
"""“95 hộ”: a number and what it counts; no word that makes it another number."""
_VIETNAMESE_DATE = re.compile(r"([0-9]{1,2}) ?([/.]) ?([0-9]{1,2}) ?\2 ?([0-9]{4})")
_SAID_DATE = re.compile(r"ngày ([0-9]{1,2}) tháng ([0-9]{1,2}) năm ([0-9]{4})", re.IGNORECASE)
_HOUR_AFTER = re.compile(r"(\S+)[ T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
_YEAR_ALONE = re.compile(r"(?:19|20)[0-9]{2}")
_EXCEL_DAYS = range(7_306, 73_051)
"""Serial numbers of days from 1920 to 2099, as Excel keeps them."""
_EXCEL_BEGINS = date(1899, 12, 30)
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME = re.compile(
    r"([0-9]{1,2})(?::(?P<clock>[0-9]{2})(?::[0-9]{2})?| ?(?:h|g|giờ) ?(?:(?P<said>[0-9]{1,2}) ?(?:phút|p|')?)?)",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"[0-9][.,][0-9]+E\+[0-9]+")
_APOSTROPHE = re.compile(r"\s*['\u2018\u2019](?!.*['\u2019])", re.DOTALL)
"""Before a text, with none after it: what is left of Excel's sign for text, not a quotation."""

_DIGITS_OF_EXCEL = Decimal(10) ** 15

_AS_TEXT = "Hãy chọn cả cột, đổi định dạng ô thành Text rồi gõ lại."
_DATE_FORM = f"Hãy ghi ngày/tháng/năm với đủ bốn chữ số của năm, {DATE_EXAMPLE}."
_TRUTH = {
    matching_key(word): truth
    for truth, words in ((True, ("có", "đạt", "true")), (False, ("không", "không đạt", "false")))
    for word in words
}


class Refused(tuple[TextFault, ...]):
    """Why a written value does not fit, with what to do: one or more of each."""

    __slots__ = ()


def refuse(reason: str, remedy: str) -> Refused:
    """A refusal for one reason."""
    return Refused((TextFault(reason, remedy),))


def shown(raw: object) -> str:
    """A value as an office writes it: ``99,7``, ``05/03/2024``, ``có``."""
    match raw:
        case bool():
            return "có" if raw else "không"
        case Decimal() | float():
            return f"{Decimal(str(raw)):f}".replace(".", ",")
        case date():
            return f"{raw:%d/%m/%Y}"
        case time():
            return f"{raw:%H:%M}"
        case WorkYear():
            return raw.key
        case Enum():
            return str(raw.value)
        case tuple() | list():
            return "; ".join(map(shown, raw))
        case _:
            return str(raw)


def is_scalar(kind: Any) -> bool:
    """Whether values of ``kind`` are written as one piece."""
    return get_origin(kind) is Literal or kind in _READERS or (isinstance(kind, type) and issubclass(kind, Enum))


def choices(kind: Any) -> tuple[object, ...]:
    """The members of a closed list (an enumeration or literals); empty for an open type."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    return tuple(kind) if isinstance(kind, type) and issubclass(kind, Enum) else ()


def convert(kinds: tuple[Any, ...], raw: Raw, office: Office | None = None) -> object:
    """``raw`` as the first of ``kinds`` that it fits, plain text tried last; :class:`Refused` if it fits none.

    A refusal names what may be chosen in the words of the ``office``.
    """
    if isinstance(raw, str) and (faults := text_faults(raw)):
        return Refused(faults)
    if isinstance(raw, str) and _APOSTROPHE.match(raw):
        reason = "Ô bắt đầu bằng dấu nháy đơn (') và dấu đó sẽ in ra."
        return refuse(reason, "Hãy xóa dấu nháy đơn ở đầu ô; Excel chỉ dùng dấu đó để giữ chữ như đã gõ.")
    refusals: list[Refused] = []
    for kind in _open_kinds(kinds):
        result = _READERS[kind](raw)
        if not isinstance(result, Refused):
            return result
        refusals.append(result)
    if listed := _listed(kinds):
        chosen = _choose(listed, raw, office)
        return refusals[0] if isinstance(chosen, Refused) and refusals else chosen
    return refusals[0]


@cache
def _open_kinds(kinds: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(sorted((kind for kind in kinds if not choices(kind)), key=lambda kind: kind is str))


@cache
def _listed(kinds: tuple[Any, ...]) -> dict[str, object]:
    """The members of all closed lists among ``kinds``, by how they are compared: their own words before others'."""
    members = [member for kind in kinds for member in choices(kind)]
    aliases = {_said(alias): member for member in members for alias in _other_words(member)}
    return aliases | {_said(shown(member)): member for member in members}


def _other_words(member: object) -> tuple[str, ...]:
    """How a member of a closed list may be written besides its own value."""
    called = getattr(member, "called", "")
    return (*getattr(member, "aliases", ()), *((called,) if called else ()))


def offers(members: Iterable[object], office: Office | None) -> dict[object, str]:
    """What may be chosen of a closed list, each as that office calls it; without what only other offices have."""
    closed = set() if office is None else set(EmulationTitle) - set(open_to(office))
    return {member: _offered(member, office) for member in dict.fromkeys(members) if member not in closed}


def _offered(member: object, office: Office | None) -> str:
    if isinstance(member, EmulationTitle):
        return award_name(member, office)
    if office is not None and isinstance(member, NomineeKind):
        own = {NomineeKind.RESIDENTIAL_GROUP: office.unit_kind.noun, NomineeKind.WARD: office.own_noun}
        return own.get(member, member.value)
    return getattr(member, "called", "") or shown(member)


def _said(words: str) -> str:
    """Words for comparing: without the quotation marks that some put around a title."""
    return matching_key(words.strip().strip("“”\"'‘’«»"))


def _choose(by_key: dict[str, object], raw: Raw, office: Office | None) -> object:
    wanted = _said(shown(raw))
    if wanted in by_key:
        return by_key[wanted]
    near = nearest(wanted, by_key)
    offered = offers(by_key.values(), office)
    guess = f" Có lẽ là “{offered[by_key[near]]}”." if near and by_key[near] in offered else ""
    allowed = ", ".join(f"“{words}”" for words in offered.values())
    return refuse(f"Ở đây chỉ ghi được một trong các chữ đã định.{guess}", f"Hãy chọn một trong: {allowed}.")


def _text(raw: Raw) -> str | Refused:
    match raw:
        case str() if _SHORTENED.fullmatch(raw.strip()):
            return refuse("Excel đã rút gọn một số dài nên các chữ số cuối đã mất.", _AS_TEXT)
        case str():
            return tidy_lines(raw)
        case bool():
            return refuse("Excel đã đổi nội dung ô này thành TRUE hoặc FALSE (đúng, sai).", _AS_TEXT)
        case Decimal():
            reason = "Excel đang giữ ô này là số, nên số 0 ở đầu và các chữ số sau số thứ 15 (nếu có) đã mất."
            return refuse(reason, _AS_TEXT)
        case _:
            return refuse("Excel đã đổi nội dung ô này thành ngày hoặc giờ.", _AS_TEXT)


def _typed(raw: Raw) -> Typed | Refused:
    """Whatever stands in the cell, as it is shown there; truths alone are what Excel makes of other words."""
    if isinstance(raw, Decimal) and abs(raw) >= _DIGITS_OF_EXCEL:
        return _too_long()
    said = _text(raw if isinstance(raw, (str, bool)) else shown(raw))
    return said if isinstance(said, Refused) else Typed(said)


def _whole(raw: Raw) -> int | Refused:
    if isinstance(raw, str) and _WHOLE.fullmatch(text := raw.strip()):
        return int(text) if len(text) <= len(str(_DIGITS_OF_EXCEL)) else _too_long()
    number = _decimal(raw) if isinstance(raw, Decimal) else None
    if isinstance(number, Decimal):
        if number == number.to_integral_value():
            return int(number)
        return refuse("Cần một số nguyên, không có phần lẻ.", "Hãy ghi số nguyên, ví dụ 12.")
    if isinstance(number, Refused):
        return number
    return _not_a_number(raw, "Cần một số nguyên viết bằng chữ số.", "Hãy ghi số nguyên, ví dụ 12.")


def _decimal(raw: Raw) -> Decimal | Refused:
    if isinstance(raw, Decimal):
        return raw if abs(raw) < _DIGITS_OF_EXCEL else _too_long()
    found = _DECIMAL.fullmatch(raw.strip()) if isinstance(raw, str) else None
    if found is None:
        return _not_a_number(raw, "Cần một số viết bằng chữ số.", "Hãy ghi số, phần lẻ sau dấu phẩy, ví dụ 99,7.")
    sign, whole, mark, fraction = found.groups(default="")
    if len(whole + fraction) > 15:
        return _too_long()
    # 1.000 and 1,000 may be a thousand or one; 0,125 and 1234,567 cannot be groups of thousands.
    if len(fraction) == 3 and len(whole) <= 3 and whole.lstrip("0") == whole:
        return refuse(
            f"Không rõ “{whole}{mark}{fraction}” là {whole}{fraction} hay {whole} phẩy {fraction}.",
            f"Hãy ghi {whole}{fraction} nếu là hàng nghìn, {whole},{fraction}0 nếu là số lẻ.",
        )
    return read_decimal(f"{sign}{whole},{fraction}" if fraction else f"{sign}{whole}")


def _not_a_number(raw: Raw, reason: str, remedy: str) -> Refused:
    match raw:
        case str() if raw.strip().endswith("%"):
            return refuse("Ô số không ghi dấu %.", "Hãy chỉ ghi số, ví dụ 99,7 cho 99,7%.")
        case str() if _GROUPED.fullmatch(raw.strip()):
            return refuse(
                "Số có dấu ngăn cách hàng nghìn nên dễ hiểu nhầm.", "Hãy viết liền các chữ số, ví dụ 1800000."
            )
        case str() if found := _WITH_UNIT.fullmatch(raw.strip()):
            return refuse(f"Sau số có chữ “{found[2]}”.", f"Hãy chỉ ghi số: {found[1]}.")
        case bool() | date() | time():
            return refuse("Excel đã đổi nội dung ô này thành ngày, giờ, hoặc thành TRUE, FALSE.", _AS_TEXT)
        case _:
            return refuse(reason, remedy)


def _too_long() -> Refused:
    return refuse("Số dài hơn 15 chữ số, Excel không giữ được đủ.", "Hãy xem lại số này.")


def _float(raw: Raw) -> float | Refused:
    number = _decimal(raw)
    return number if isinstance(number, Refused) else float(number)


def _truth(raw: Raw) -> bool | Refused:
    if isinstance(raw, bool):
        return raw
    found = _TRUTH.get(matching_key(raw)) if isinstance(raw, str) else None
    return refuse("Cần trả lời có hoặc không.", "Hãy ghi “có” hoặc “không”.") if found is None else found


def _date(raw: Raw) -> date | Refused:
    if isinstance(raw, date):
        return raw
    text = raw.strip() if isinstance(raw, str) else ""
    if found := _VIETNAMESE_DATE.fullmatch(text) or _SAID_DATE.fullmatch(text):
        year, month, day = (int(found[number]) for number in _ORDER[found.re])
    elif found := _ISO_DATE.fullmatch(text):
        year, month, day = map(int, found.groups())
    else:
        return _no_date(raw, text)
    try:
        return date(year, month, day)
    except ValueError:
        return refuse("Không có ngày này trong lịch.", _DATE_FORM)


def _birth_year(raw: Raw) -> BirthYear | Refused:
    text = shown(raw).strip() if isinstance(raw, (str, Decimal)) else ""
    return BirthYear(text) if _YEAR_ALONE.fullmatch(text) else refuse("Không đọc được năm sinh.", _DATE_FORM)


_ORDER = {_VIETNAMESE_DATE: (4, 3, 1), _SAID_DATE: (3, 2, 1)}
"""Which groups of a form say year, month and day."""


def _no_date(raw: Raw, text: str) -> Refused:
    """What the value most likely is instead of a day, with the day that it may mean."""
    if found := _HOUR_AFTER.fullmatch(text):
        day = _date(found[1])
        said = f" Có lẽ là ngày {numeric_date(day)}." if isinstance(day, date) else ""
        return refuse(f"Ô chứa cả ngày lẫn giờ.{said}", _DATE_FORM)
    if _YEAR_ALONE.fullmatch(text) or (isinstance(raw, Decimal) and _YEAR_ALONE.fullmatch(shown(raw))):
        return refuse("Chỉ ghi năm; ở đây cần đủ ngày, tháng, năm.", _DATE_FORM)
    number = int(raw) if isinstance(raw, Decimal) and raw == int(raw) else int(text) if text.isdigit() else 0
    if number in _EXCEL_DAYS:
        meant = numeric_date(_EXCEL_BEGINS + timedelta(days=number))
        reason = f"Ô chứa số {number}; nếu là số thứ tự ngày của Excel thì đó là ngày {meant}."
        return refuse(reason, f"Hãy gõ {meant} vào ô, sau khi đổi định dạng ô thành Text hoặc Date.")
    return refuse("Không đọc được ngày.", _DATE_FORM)


def _time(raw: Raw) -> time | Refused:
    if isinstance(raw, time):
        return raw
    found = _TIME.fullmatch(raw.strip()) if isinstance(raw, str) else None
    minute = int(found["clock"] or found["said"] or 0) if found else 0
    if found is None or int(found[1]) > 23 or minute > 59:
        return refuse("Không đọc được giờ.", "Hãy ghi giờ và phút, ví dụ 07:30.")
    return time(int(found[1]), minute)


def _work_year(raw: Raw) -> WorkYear | Refused:
    text = f"{raw:f}" if isinstance(raw, Decimal) else raw
    try:
        return WorkYear.read(text) if isinstance(text, str) else refuse("Không đọc được năm.", YEAR_FORM)
    except ValueError:
        return refuse("Không đọc được năm.", YEAR_FORM)


_READERS: dict[Any, Callable[[Raw], object]] = {
    str: _text,
    Typed: _typed,
    int: _whole,
    Decimal: _decimal,
    float: _float,
    bool: _truth,
    date: _date,
    BirthYear: _birth_year,
    time: _time,
    WorkYear: _work_year,
}


def written(value: object, office: Office | None = None) -> str:
    """A value as reading takes it; three decimals get a fourth, which keeps them from looking like thousands.

    Titles of units and of the office itself are written as that ``office`` calls them.
    """
    if value is None:
        return ""
    if isinstance(value, Decimal) and value.as_tuple().exponent == -3:
        return shown(value) + "0"
    if isinstance(value, EmulationTitle):
        return award_name(value, office)
    return getattr(value, "called", "") or shown(value)
