"""What an option or an argument takes: numbers, words, days, names of series, each refused in Vietnamese."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import click

from vanban.domain.own_paper import OnePer
from vanban.domain.register_entry import ascii_slug, is_series_key
from vanban.domain.suggestion import plain
from vanban.domain.text import text_faults, tidy
from vanban.domain.wording import DATE_EXAMPLE, read_day
from vanban.domain.work_year import YEAR_FORM, WorkYear

if TYPE_CHECKING:  # the register and the archive take longer to load than most commands have to do
    from vanban.domain.ledger import Head
    from vanban.workflows.register_safety import LastNumber


class WholeNumber(click.ParamType[int]):
    """A whole number from ``least`` to ``most``, which is as far as the register counts."""

    name = "số"

    def __init__(self, least: int, most: int = 9_999_999) -> None:
        self.least, self.most = least, most

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        text = str(value)
        if not text.isdecimal() or int(text[:20]) < self.least:
            self.fail(f"“{text}” không phải là số nguyên từ {self.least} trở lên.", param, ctx)
        if int(text[:20]) > self.most:
            self.fail(f"“{text}” lớn quá: chỉ nhận số nguyên từ {self.least} đến {self.most}.", param, ctx)
        return int(text)


class WordsParameter(click.ParamType[str]):
    """Some words that the register keeps for ever: one line of at most ``most`` letters, none that cannot be seen."""

    name = "chữ"

    def __init__(self, most: int, *, blank: bool = False) -> None:
        self.most, self.blank = most, blank

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        for fault in text_faults(str(value)):
            self.fail(f"{fault.reason} {fault.remedy}", param, ctx)
        text = tidy(str(value))
        if not text and not self.blank:
            self.fail("chưa ghi chữ nào.", param, ctx)
        if len(text) > self.most:
            self.fail(f"dài {len(text)} ký tự, chỉ nhận tới {self.most}. Hãy viết ngắn lại.", param, ctx)
        return text


class SeriesName(click.ParamType[str]):
    """The key of a number series, as the office's file spells it: ``ke-hoach``; or its words, “kế hoạch”."""

    name = "hệ thống số"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        text = str(value)
        meant = ascii_slug(text).lower()
        if not text.isascii() and is_series_key(meant):  # “kế hoạch”: the same words with their accents
            return meant
        if not is_series_key(text):
            nearest = f" Có phải là “{meant}”?" if is_series_key(meant) else ""
            self.fail(f"“{text}” không phải là mã của một hệ thống số, ví dụ ke-hoach.{nearest}", param, ctx)
        return text


class OneForEach(click.ParamType[OnePer]):
    """Of what there is one document each, as the data spell it or as a clerk says it: ``row``, “dòng”."""

    name = "cách lập"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> OnePer:
        known = {plain(said): one for one in OnePer for said in (one.value, *one.aliases)}
        if plain(str(value)) not in known:
            said = ", ".join(f"“{one.aliases[0]}” ({one.value})" for one in OnePer)
            self.fail(f"không có cách lập “{value}”. Hãy chọn: {said}.", param, ctx)
        return known[plain(str(value))]


class Day(click.ParamType[date]):
    """A day written ``05/3/2024``, ``05/03/2024`` or ``2024-03-05``."""

    name = "ngày"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        day = value if isinstance(value, date) else read_day(str(value))
        if day is None:
            self.fail(f"“{value}” không phải là một ngày; hãy ghi ngày/tháng/năm, {DATE_EXAMPLE}.", param, ctx)
        return day


class YearText(click.ParamType[WorkYear]):
    """A year that documents are made for: ``2025``, a school's ``2024-2025``."""

    name = "năm"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> WorkYear:
        try:
            return value if isinstance(value, WorkYear) else WorkYear.read(str(value))
        except ValueError:
            self.fail(f"“{value}” không phải là một năm. {YEAR_FORM}", param, ctx)


class HeadText(click.ParamType["Head"]):
    """A head of the register as it is printed: ``12:3f…``."""

    name = "đầu chuỗi"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Head:
        from vanban.domain.ledger import Head

        found = re.fullmatch(r"([1-9]\d{0,9}):([0-9a-f]{64})", "".join(str(value).split()).lower())
        if not found:
            self.fail(f"“{value}” phải có dạng số:mã như in ở cuối sổ, gồm đủ 64 chữ số và chữ cái của mã.", param, ctx)
        return Head(seq=int(found[1]), hash=found[2])


class LastNumberText(click.ParamType["LastNumber"]):
    """The last number of a series: ``ke-hoach=12``."""

    name = "số cuối"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> LastNumber:
        from vanban.workflows.register_safety import LastNumber

        series, _, number = str(value).partition("=")
        if not (is_series_key(series) and number.isdecimal() and 1 <= int(number) <= 9_999_999):
            self.fail(f"“{value}” phải có dạng hệ-thống-số=số, ví dụ ke-hoach=12.", param, ctx)
        return LastNumber(series, int(number))
