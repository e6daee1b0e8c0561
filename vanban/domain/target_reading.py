"""Recognise a target in a sentence of a plan: what is measured, how it is compared, with what, in which unit.

``Tỷ lệ hộ nghèo: dưới 0,08%`` is a measure “Tỷ lệ hộ nghèo”, below, 0,08, %. Numbers that count nothing (years, days,
numbers of texts, “3 dám”) are no aims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pydantic import Field

from vanban.domain.accents import accent_free
from vanban.domain.aim import PER_CENT, Comparison
from vanban.domain.counted_units import unit_after
from vanban.domain.record import Record
from vanban.domain.target import Measure, Target
from vanban.domain.wording import read_decimal, sentence_case

_NUMBER: Final = r"\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_FIGURE: Final = re.compile(
    rf"(?<![\w/.,-])(?P<low>{_NUMBER})(?P<share>\s*%)?(?:\s*(?:đến|tới|-|–|÷)\s*(?P<high>{_NUMBER})(?=\s*(?:%|[^\W\d])))?"
    r"(?![\d/])"
)
_FIXED: Final = re.compile(
    r"(?:ngày|năm|tháng|quý|giai đoạn|nhiệm kỳ|năm học|thứ|lần|khóa|khoá|số|Điều|khoản|điểm|Mục|Chương|Phần|mức độ|mức|"
    r"cấp|loại|hạng|vùng|đường|tổ|thôn|ấp|khu|khối|lớp|Covid|ISO|TCVN|OCOP|Đề án|Quyết định|Nghị quyết|Chỉ thị|"
    r"Kế hoạch|"
    r"Nghị định|Thông tư|trước|sau|từ tháng|đến tháng|đầu|cuối|phường|quận)\s*(?:số\s*)?$",
    re.IGNORECASE,
)
_DATED: Final = re.compile(r"\s*(?:/|-\s?(?:NQ|CT|KH|QĐ|TT|NĐ|BC|KL)|tháng \d|năm (?:19|20)\d\d)")
_QUOTED: Final = re.compile(r"[“\"][^”\"]{1,60}[”\"]")
_CLAUSE: Final = re.compile(r"\s*[;]\s*")
_TRAIL: Final = re.compile(r"\s*(?:trở lên|trở xuống|trở đi)")
_LEADS: Final = (
    (Comparison.RANK, r"(?:xếp|đứng)(?: hạng| vị trí)? thứ"),
    (
        Comparison.AT_MOST,
        r"không (?:vượt )?quá|tối đa|nhiều nhất|không cao hơn|không lớn hơn|không vượt|≤|(?:xuống )?còn",
    ),
    (Comparison.AT_LEAST, r"ít nhất|tối thiểu|không dưới|không thấp hơn|không ít hơn|≥|tăng lên|nâng lên|trở lên"),
    (Comparison.BELOW, r"dưới|thấp hơn|ít hơn|<"),
    (Comparison.ABOVE, r"trên|hơn|cao hơn|vượt|>"),
    (Comparison.INCREASE, r"tăng(?: thêm| bình quân| trưởng)?(?: từ)?"),
    (Comparison.DECREASE, r"giảm(?: thêm| bình quân)?(?: từ)?"),
    (Comparison.EXACTLY, r"đúng|bằng|="),
)
_LEAD: Final = tuple(
    (comparison, re.compile(rf"(?<!\w)(?:{words})\s*(?:đạt\s*)?(?:khoảng\s*)?$", re.IGNORECASE))
    for comparison, words in _LEADS
)
_FILLER: Final = re.compile(
    r"(?:[\s:(,–-]|(?<!\w)(?:đạt|từ|có|là|phấn đấu|khoảng|tỷ lệ đạt|được|với|và|trên|dưới|ít nhất|tối thiểu|không quá|"
    r"không dưới|tối đa|giảm|tăng|tăng thêm|xuống còn|còn|hơn|ước|đạt tỷ lệ|bằng|đúng|xây dựng được|không vượt quá))+$",
    re.IGNORECASE,
)
_KEEP: Final = re.compile(r"(?<!\w)(?:giữ vững|giữ nguyên|duy trì|giữ ổn định|giữ danh hiệu)(?!\w)", re.IGNORECASE)
_DONE: Final = re.compile(
    r"(?:^|(?<=[\s,;(]))(?:(?:phấn đấu|tiếp tục|cơ bản|từng bước|tập trung|chủ động)\s+)*(?P<verb>hoàn thành|xây dựng|"
    r"thực hiện|tổ chức|thành lập|đưa|triển khai|đạt|bảo đảm|đảm bảo|không có|không để|không xảy ra|kiểm soát|"
    r"giải quyết|nâng cao|"
    r"nâng cấp|củng cố|phát triển|khởi công|sắp xếp|tham gia|có|được công nhận|tạo|thu hút|đẩy mạnh|ban hành|"
    r"hình thành|"
    r"100%|làm tốt|quản lý|chấp hành|phát động|lập|mở)(?!\w)",
    re.IGNORECASE,
)
_LONGEST_NAME: Final = 140
_THAN_LAST: Final = re.compile(r"so (?:với|cùng kỳ)", re.IGNORECASE)


class ReadTarget(Record):
    """A target as it was recognised in a sentence; ``doubt`` says what is not certain of it."""

    target: Target = Field(title="Chỉ tiêu")
    doubt: str = Field(default="", title="Chỗ chưa chắc")


@dataclass(frozen=True)
class _Aim:
    """A number in a sentence that is aimed at, with where its characters stand and its words before."""

    start: int
    end: int
    comparison: Comparison
    value: Decimal
    upper: Decimal | None
    unit: str
    subject: str
    of_last_year: bool = False


def has_aim(sentence: str) -> bool:
    """Whether a sentence names a number that is aimed at."""
    return next(_aims(sentence), None) is not None


def is_judged(sentence: str) -> bool:
    """Whether a sentence without a number says something that is kept or done: “Giữ vững …”, “Hoàn thành …”."""
    return _judged(sentence, sentence) is not None


def read_target(sentence: str, key: str, responsible: tuple[str, ...], about: str | None = None) -> ReadTarget:
    """The target that ``sentence`` says, under that key, with who answers for it as far as anybody knows."""
    statement, measures = "", []
    position, taken = 0, set[str]()
    for start, clause in _clauses(sentence):
        found = list(_aims(clause))
        for aim in found:
            name = _key_of(aim.subject or clause, taken)
            measure = _measure(aim, name, sentence)
            measures.append(measure)
            statement += sentence[position : start + aim.start] + f"{{{name}}}"
            position = start + aim.end
        judged = None if found else _judged(clause, sentence)
        if judged is not None:
            name = _key_of(clause, taken)
            measures.append(Measure(key=name, name=_named(clause), comparison=judged))
    doubt = ""
    if not measures:
        measures.append(Measure(key="hoan_thanh", name=_named(sentence), comparison=Comparison.DONE))
        doubt = "không thấy mức, tạm ghi là hoàn thành"
    statement += sentence[position:]
    target = Target(key=key, about=about, statement=statement, measures=tuple(measures), responsible=responsible)
    return ReadTarget(target=target, doubt=doubt or _changed_figures(target, sentence))


def target_key(sentence: str, taken: set[str]) -> str:
    """A key for a new target, of the first words of what it says; ``taken`` keeps it apart from others."""
    words = [word for word in re.findall(r"[a-z0-9]+", accent_free(sentence)) if not word.isdigit()]
    stem = "-".join(words[:5]) or "chi-tieu"
    return _free(stem, "-", taken)


def _clauses(sentence: str) -> Iterator[tuple[int, str]]:
    """The parts of a sentence between semicolons, with where each begins."""
    start = 0
    for found in _CLAUSE.finditer(sentence):
        yield start, sentence[start : found.start()]
        start = found.end()
    if sentence[start:].strip():
        yield start, sentence[start:]


def _aims(clause: str) -> Iterator[_Aim]:
    quoted = [found.span() for found in _QUOTED.finditer(clause)]
    begun = 0
    for found in _FIGURE.finditer(clause):
        if any(first <= found.start() < last for first, last in quoted):
            continue
        aim = _aim(clause, found, begun)
        if aim is not None:
            begun = aim.end
            yield aim


def _aim(clause: str, found: re.Match[str], begun: int) -> _Aim | None:
    before, number_end = clause[: found.start()], found.end("high") if found["high"] else found.end("low")
    unit, end = unit_after(clause, number_end)
    if not unit and found["share"]:
        unit, end = PER_CENT, found.end("share")
    lead = next(((one, match) for one, form in _LEAD if (match := form.search(before))), None)
    is_rank = lead is not None and lead[0] is Comparison.RANK
    fixed = unit != PER_CENT and _FIXED.search(before) is not None
    if not is_rank and (fixed or _DATED.match(clause, number_end) or not unit):
        return None
    if re.fullmatch(r"(?:19|20)\d\d", found["low"]) and unit != PER_CENT and not found["high"]:
        return None
    value, upper = _read(found["low"]), _read(found["high"]) if found["high"] else None
    if value is None or (upper is not None and upper <= value):
        return None
    comparison, of_last_year = _compared(
        clause, (before, clause[end:]), lead[0] if lead else None, (value, upper, unit)
    )
    stop = end if unit == PER_CENT else number_end
    subject = _subject(clause, found.start(), stop, begun)
    return _Aim(found.start(), stop, comparison, value, upper, unit, subject, of_last_year)


def _compared(
    clause: str, around: tuple[str, str], lead: Comparison | None, said: tuple[Decimal, Decimal | None, str]
) -> tuple[Comparison, bool]:
    """How a result is held against the number, and whether it is so many per cent of last year's."""
    before, after = around
    value, upper, unit = said
    if re.match(r"\s*trở xuống", after):
        return Comparison.AT_MOST, False
    opened = before.rstrip().casefold().endswith("từ") and "trở lên" in after
    upwards = opened or _TRAIL.match(after) is not None
    if lead in (Comparison.INCREASE, Comparison.DECREASE):
        return lead, unit == PER_CENT and _THAN_LAST.search(after) is not None
    if lead is Comparison.RANK:
        return lead, False
    if upper is not None:
        return (Comparison.AT_LEAST if upwards else Comparison.BETWEEN), False
    if lead is not None and not (upwards and lead is Comparison.ABOVE):
        return lead, False
    if _KEEP.search(before[-60:]) and not upwards and unit != PER_CENT:
        return Comparison.KEEP, False
    whole = unit == PER_CENT and value == 100 and not upwards
    return (Comparison.EXACTLY if whole else Comparison.AT_LEAST), False


def _subject(clause: str, start: int, end: int, begun: int) -> str:
    """What a number measures: the words before it since the number before, or those behind it where it opens them."""
    before = clause[begun:start]
    if begun or len(before) > _LONGEST_NAME:
        cut = max(before.rfind(mark) for mark in (", ", " và ", "("))
        before = before[cut + 1 :].removeprefix("và ") if cut >= 0 else "" if begun else before
    own = _FILLER.sub("", before).strip(" ,;:.(-–")
    if len(own.split()) < 2 or _KEEP.fullmatch(own):
        other = _FIGURE.search(clause, end)
        behind = clause[end : other.start() if other else None]
        own = f"{own} {_FILLER.sub('', behind.split('; ')[0])}".strip()
    return _named(own or clause)


def _measure(aim: _Aim, key: str, sentence: str) -> Measure:
    return Measure(
        key=key,
        name=aim.subject or _named(sentence),
        comparison=aim.comparison,
        value=aim.value,
        upper=aim.upper,
        unit=None if aim.comparison is Comparison.RANK and not aim.unit else aim.unit,
        of_last_year=aim.of_last_year,
    )


def _judged(clause: str, sentence: str) -> Comparison | None:
    done = _DONE.search(clause[:60])
    kept_on = _KEEP.match(sentence) is not None and (done is None or done["verb"].casefold() in ("đạt", "có"))
    if _KEEP.search(clause) or (kept_on and " đạt " in clause):
        return Comparison.KEEP
    return Comparison.DONE if done else None


def _named(words: str) -> str:
    text = " ".join(words.split()).strip(" ,;:.(-–)")
    text = re.sub(r"^(?:Phấn đấu|phấn đấu)\s+", "", text)
    return sentence_case(text if len(text) <= _LONGEST_NAME else text[:_LONGEST_NAME].rsplit(" ", 1)[0])


def _key_of(words: str, taken: set[str]) -> str:
    plain = [word for word in re.findall(r"[a-z]+", accent_free(words)) if word not in ("dat", "tu", "co", "va", "cac")]
    return _free("_".join(plain[:3]) or "muc", "_", taken)


def _free(stem: str, joint: str, taken: set[str]) -> str:
    key, count = stem, 1
    while key in taken:
        count += 1
        key = f"{stem}{joint}{count}"
    taken.add(key)
    return key


def _read(number: str) -> Decimal | None:
    text = re.sub(r"[\u00a0 ]", ".", number)
    if re.fullmatch(r"\d+\.\d{1,2}", text):
        text = text.replace(".", ",")
    try:
        return read_decimal(text)
    except ValueError:
        return None


def _changed_figures(target: Target, sentence: str) -> str:
    """Numbers that will be printed in another way than they are written there."""
    if " ".join(target.sentence.split()) == " ".join(sentence.split()):
        return ""
    return f"sẽ in là “{target.sentence}”"
