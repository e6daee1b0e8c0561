"""Law packs: the facts of the law in one file, and the law as an office has it: several packs together.

A pack is what the program ships for the whole country, what a province or a council rules for its own offices, or a
newer version of either. Where two packs say something of the same point on the same day, the later one counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from pydantic import Field

from vanban.domain.law_text import Certainty, LawSource, LawText, Period
from vanban.domain.provision import (
    AuthorityProvision,
    CertificateProvision,
    DeadlineProvision,
    DossierProvision,
    FormProvision,
    HandOverProvision,
    InitiativeProvision,
    LapsedWords,
    PrizeProvision,
    Provision,
    RetentionLimits,
    RetentionProvision,
    RoundingProvision,
    SalaryProvision,
    StandardProvision,
    StatementProvision,
    UnitProvision,
    VoteProvision,
)
from vanban.domain.record import Record

SCHEMA: Final = 1
"""The form of pack that this program reads."""


class LawPack(Record):
    """One pack. ``provinces`` are the names of the province that it binds, old ones too; none for the whole country."""

    schema_version: int = Field(title="Kiểu tệp", ge=1)
    key: str = Field(title="Mã bộ quy định", pattern=r"^[a-z0-9-]+$")
    name: str = Field(title="Tên bộ quy định")
    version: int = Field(title="Phiên bản", ge=1)
    dated: date = Field(title="Ngày lập")
    provinces: tuple[str, ...] = Field(default=(), title="Áp dụng trong tỉnh, thành phố")
    sources: tuple[LawSource, ...] = Field(title="Nguồn", min_length=1)
    texts: tuple[LawText, ...] = Field(default=(), title="Văn bản")
    base_salaries: tuple[SalaryProvision, ...] = Field(default=(), title="Mức lương cơ sở")
    rounding: tuple[RoundingProvision, ...] = Field(default=(), title="Làm tròn tiền thưởng")
    prizes: tuple[PrizeProvision, ...] = Field(default=(), title="Tiền thưởng")
    authorities: tuple[AuthorityProvision, ...] = Field(default=(), title="Thẩm quyền")
    votes: tuple[VoteProvision, ...] = Field(default=(), title="Bỏ phiếu, biểu quyết")
    dossiers: tuple[DossierProvision, ...] = Field(default=(), title="Hồ sơ")
    standards: tuple[StandardProvision, ...] = Field(default=(), title="Tiêu chuẩn")
    statements: tuple[StatementProvision, ...] = Field(default=(), title="Quy định khác")
    initiatives: tuple[InitiativeProvision, ...] = Field(default=(), title="Công nhận sáng kiến")
    certificates: tuple[CertificateProvision, ...] = Field(default=(), title="Giấy khen, giấy chứng nhận")
    forms: tuple[FormProvision, ...] = Field(default=(), title="Mẫu văn bản")
    retention: tuple[RetentionProvision, ...] = Field(default=(), title="Thời hạn bảo quản")
    retention_limits: tuple[RetentionLimits, ...] = Field(default=(), title="Giới hạn thời hạn bảo quản")
    hand_over: tuple[HandOverProvision, ...] = Field(default=(), title="Nộp lưu")
    deadlines: tuple[DeadlineProvision, ...] = Field(default=(), title="Thời hạn của từng việc")
    units: tuple[UnitProvision, ...] = Field(default=(), title="Đơn vị hành chính")
    lapsed_words: tuple[LapsedWords, ...] = Field(default=(), title="Cách gọi không còn dùng")

    def provisions(self) -> Iterator[Provision]:
        """Every provision of the pack, in the order of its parts."""
        for name in type(self).model_fields:
            value = getattr(self, name)
            if isinstance(value, tuple):
                yield from (row for row in value if isinstance(row, Provision))


class Law(Record):
    """The law as an office has it: its packs, what is general before what is the office's own.

    It is the one owner of when a text is in force, what took its place and what amends it.
    """

    packs: tuple[LawPack, ...] = Field(default=(), title="Các bộ quy định")

    def __hash__(self) -> int:
        """Cheap, so that what follows from a law can be remembered: equal laws have packs of the same versions."""
        return hash(tuple((pack.key, pack.version, len(pack.texts)) for pack in self.packs))

    @cached_property
    def texts(self) -> Mapping[str, LawText]:
        """Every text by its key, as the last pack that has it says."""
        return {text.key: text for pack in self.packs for text in pack.texts}

    @cached_property
    def sources(self) -> Mapping[str, LawSource]:
        """Every source by its key."""
        return {source.key: source for pack in self.packs for source in pack.sources}

    def certainty(self, row: LawText | Provision) -> Certainty:
        """How sure that row is: as it says, else as its source is."""
        return row.certainty or self.sources[row.source].certainty

    @cached_property
    def _following(self) -> Mapping[str, tuple[LawText, ...]]:
        """What takes the place of each text, the earliest first."""
        found: dict[str, list[LawText]] = {}
        for text in self.texts.values():
            for key in text.replaces:
                found.setdefault(key, []).append(text)
        return {key: tuple(sorted(texts, key=_order)) for key, texts in found.items()}

    @cached_property
    def spans(self) -> Mapping[str, Period]:
        """From when to when each text is in force: to the day before the text that takes its place."""
        return {key: self._span(text) for key, text in self.texts.items()}

    def _span(self, text: LawText) -> Period:
        starts = [first for one in self._following.get(text.key, ()) if (first := _first_day(one))]
        ends = [text.valid_to, *(first - timedelta(days=1) for first in starts[:1])]
        return Period(text.valid_from, min(filter(None, ends), default=None))

    def period(self, row: Provision) -> Period:
        """From when to when a provision holds: while all that it cites is in force, inside its own days.

        An administrative unit is there by its own days alone: what it cites says that it comes or goes.
        """
        found = Period(row.valid_from, row.valid_to)
        if isinstance(row, UnitProvision):
            return found
        for cited in row.cites:
            found = found.within(self.spans[cited.rpartition(" ")[2]])
        if row.begins_with:
            found = found.within(Period(self.spans[row.begins_with].first))
        if row.ends_with and (first := self.spans[row.ends_with].first):
            found = found.within(Period(last=first - timedelta(days=1)))
        return found

    def successor(self, key: str) -> LawText | None:
        """What took the place of a text; ``None`` where it stands, or ended without a successor."""
        return next(iter(self._following.get(key, ())), None)

    @cached_property
    def amendments(self) -> Mapping[str, tuple[LawText, ...]]:
        """What amends each text, the earliest first."""
        found: dict[str, list[LawText]] = {}
        for text in self.texts.values():
            for key in text.amends:
                found.setdefault(key, []).append(text)
        return {key: tuple(sorted(texts, key=_order)) for key, texts in found.items()}

    @cached_property
    def base_salaries(self) -> tuple[SalaryProvision, ...]:
        """Mức lương cơ sở."""
        return tuple(row for pack in reversed(self.packs) for row in pack.base_salaries)

    @cached_property
    def rounding(self) -> tuple[RoundingProvision, ...]:
        """How prizes are rounded."""
        return tuple(row for pack in reversed(self.packs) for row in pack.rounding)

    @cached_property
    def prizes(self) -> tuple[PrizeProvision, ...]:
        """The prizes."""
        return tuple(row for pack in reversed(self.packs) for row in pack.prizes)

    @cached_property
    def authorities(self) -> tuple[AuthorityProvision, ...]:
        """Who decides on awards."""
        return tuple(row for pack in reversed(self.packs) for row in pack.authorities)

    @cached_property
    def votes(self) -> tuple[VoteProvision, ...]:
        """The votes that awards need."""
        return tuple(row for pack in reversed(self.packs) for row in pack.votes)

    @cached_property
    def dossiers(self) -> tuple[DossierProvision, ...]:
        """The papers of dossiers."""
        return tuple(row for pack in reversed(self.packs) for row in pack.dossiers)

    @cached_property
    def standards(self) -> tuple[StandardProvision, ...]:
        """The standards of awards; here the general ones stand before the office's own."""
        return tuple(row for pack in self.packs for row in pack.standards)

    @cached_property
    def statements(self) -> tuple[StatementProvision, ...]:
        """Rules in words."""
        return tuple(row for pack in reversed(self.packs) for row in pack.statements)

    @cached_property
    def initiatives(self) -> tuple[InitiativeProvision, ...]:
        """Who recognises initiatives."""
        return tuple(row for pack in reversed(self.packs) for row in pack.initiatives)

    @cached_property
    def certificates(self) -> tuple[CertificateProvision, ...]:
        """The sheets of certificates."""
        return tuple(row for pack in reversed(self.packs) for row in pack.certificates)

    @cached_property
    def forms(self) -> tuple[FormProvision, ...]:
        """The forms that the law prescribes."""
        return tuple(row for pack in reversed(self.packs) for row in pack.forms)

    @cached_property
    def retention(self) -> tuple[RetentionProvision, ...]:
        """How long dossiers are kept."""
        return tuple(row for pack in reversed(self.packs) for row in pack.retention)

    @cached_property
    def retention_limits(self) -> tuple[RetentionLimits, ...]:
        """The limits of such periods."""
        return tuple(row for pack in reversed(self.packs) for row in pack.retention_limits)

    @cached_property
    def hand_over(self) -> tuple[HandOverProvision, ...]:
        """When dossiers are handed over."""
        return tuple(row for pack in reversed(self.packs) for row in pack.hand_over)

    @cached_property
    def deadlines(self) -> tuple[DeadlineProvision, ...]:
        """Days and spans of time."""
        return tuple(row for pack in reversed(self.packs) for row in pack.deadlines)

    @cached_property
    def units(self) -> tuple[UnitProvision, ...]:
        """Administrative units: of one key those of the last pack that has it."""
        found: dict[str, tuple[UnitProvision, ...]] = {}
        for pack in reversed(self.packs):
            own = {key: tuple(row for row in pack.units if row.key == key) for key in (row.key for row in pack.units)}
            found = {**found, **{key: rows for key, rows in own.items() if key not in found}}
        return tuple(row for rows in found.values() for row in rows)

    @cached_property
    def lapsed_words(self) -> tuple[LapsedWords, ...]:
        """Words that are no longer used."""
        return tuple(row for pack in reversed(self.packs) for row in pack.lapsed_words)


def _first_day(text: LawText) -> date | None:
    return text.valid_from or text.issued_on


def _order(text: LawText) -> tuple[date, str]:
    return _first_day(text) or date.min, text.key
