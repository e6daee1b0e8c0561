"""What somebody answers who begins with an office of their own, and every other name of it that follows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Self

from pydantic import Field, model_validator

from vanban.domain.office_form import FORMS, OfficeForm
from vanban.domain.post import split_post
from vanban.domain.record import Record
from vanban.domain.suggestion import did_you_mean
from vanban.domain.text import tidy
from vanban.domain.unit_kind import BY_NOUN
from vanban.domain.work_year import WorkYear

_COMMITTEE: Final = "Ủy ban nhân dân"
_COMMITTEES: Final = re.compile(r"^(?:(?:Ủy|U[ỷ]) ban [Nn]hân dân|UBND)\s+", re.IGNORECASE)
_SAID_BY_FORM: Final = re.compile(r"^(?:trường|cơ quan|đơn vị)\s+", re.IGNORECASE)


class OfficeAnswers(Record):
    """Nine answers; ``name``, ``locality`` and ``place`` follow from one another where only one of them is given."""

    form: str = Field(title="Loại cơ quan (xã, phường, đặc khu, trường, cơ quan …)")
    name: str = Field(title="Tên đầy đủ của cơ quan, ví dụ Ủy ban nhân dân xã Đồng Quý")
    locality: str = Field(default="", title="Địa phương, như viết trong câu, ví dụ xã Đồng Quý")
    place: str = Field(default="", title="Địa danh ở dòng ngày tháng, ví dụ Đồng Quý")
    province: str | None = Field(default=None, title="Tỉnh, thành phố, ví dụ tỉnh Sơn Hải")
    superior: str = Field(title="Cơ quan cấp trên trực tiếp, ví dụ Ủy ban nhân dân tỉnh Sơn Hải")
    unit: str = Field(title="Loại đơn vị dưới (thôn, ấp, khu phố, tổ dân phố, tổ chuyên môn, phòng …)")
    head: str = Field(title="Họ và tên người đứng đầu cơ quan")
    year: WorkYear = Field(title="Năm của dữ liệu, ví dụ 2026; năm học: 2026-2027")

    @model_validator(mode="after")
    def _known_words(self) -> Self:
        for field, known in (("form", FORMS), ("unit", BY_NOUN)):
            said = getattr(self, field)
            if said.casefold() not in known:
                guess = did_you_mean(said.casefold(), known)
                raise ValueError(f"Chương trình không biết loại “{said}”.{guess} Các loại: {', '.join(known)}.")
        name = split_post(self.head)[1]
        if not name[:1].isupper():
            raise ValueError(f"Mục Người đứng đầu (head) ghi họ và tên, không chỉ chức vụ; đang ghi “{self.head}”.")
        return self

    @property
    def own_form(self) -> OfficeForm:
        """The row of its form."""
        return FORMS[self.form.casefold()]

    @property
    def place_name(self) -> str:
        """``xã Đồng Quý``: as answered, else what the name says after the committee."""
        if self.locality:
            return tidy(self.locality)
        rest = _COMMITTEES.sub("", tidy(self.name))
        return rest if not self.own_form.has_committee else _with_noun(self.own_form.noun, rest)

    @property
    def full_name(self) -> str:
        """``Ủy ban nhân dân xã Đồng Quý``, whichever part of it was answered; of a school as it is."""
        name = tidy(self.name)
        if not self.own_form.has_committee:
            return name[:1].upper() + name[1:]
        return f"{_COMMITTEE} {_with_noun(self.own_form.noun, _COMMITTEES.sub('', name))}"

    @property
    def short_name(self) -> str:
        """``UBND xã Đồng Quý``."""
        return _short(self.full_name)

    @property
    def abbreviation(self) -> str:
        """``UBND``; of a school or an agency the first letters of its name: ``THSM``."""
        if self.own_form.has_committee:
            return "UBND"
        return "".join(word[0] for word in _SAID_BY_FORM.sub("", self.full_name).split() if word[0].isalpha()).upper()

    def words(self) -> Mapping[str, str]:
        """Every name that the first files of the office say, by how they ask for it."""
        post, head = split_post(self.head)
        position = post or self.own_form.head
        return {
            "name": self.full_name,
            "NAME": self.full_name.upper(),
            "short_name": self.short_name,
            "SHORT_NAME": self.short_name.upper(),
            "locality": self.place_name,
            "LOCALITY": self.place_name.upper(),
            "place": tidy(self.place) or _proper(self.place_name, *FORMS),
            "province": tidy(self.province or ""),
            "superior": tidy(self.superior),
            "SUPERIOR": _short(tidy(self.superior)).upper(),
            "form": self.own_form.noun,
            "unit": self.unit.casefold(),
            "head": head,
            "head_position": position,
            "HEAD_POSITION": position.upper(),
            "abbreviation": self.abbreviation,
            "year": self.year.key,
        }


def _short(name: str) -> str:
    return _COMMITTEES.sub("UBND ", name)


def _with_noun(noun: str, name: str) -> str:
    """``xã Đồng Quý`` for both ``xã Đồng Quý``, ``Xã Đồng Quý`` and ``Đồng Quý``; but ``Phường 1``.

    A unit named by a number writes its noun with a capital (Nghị định số 30/2020/NĐ-CP, Phụ lục II, Mục III khoản 1
    điểm b). Whether a name is a person's or an event's the clerk alone knows, and says so by ``locality``.
    """
    proper = _proper(name, noun)
    return f"{noun[:1].upper()}{noun[1:]} {proper}" if proper.isdecimal() else f"{noun} {proper}"


def _proper(name: str, *nouns: str) -> str:
    noun = next((noun for noun in nouns if name.casefold().startswith(f"{noun} ")), None)
    return name[len(noun) + 1 :] if noun else name
