"""What campaigns and sudden achievements have in common: who is proposed, the figures of their texts, their table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from pydantic import Field

from vanban.domain.award import NomineeKind, quoted
from vanban.domain.award_decision import Awardee
from vanban.domain.campaign import Campaign, SuddenAchievement, SuddenAwardee
from vanban.domain.receiver import receiver, receivers
from vanban.domain.record import Record
from vanban.domain.rows import keyed
from vanban.domain.text_tree import LineRole
from vanban.domain.wording import count, full_date, lower_first
from vanban.domain.year import Year
from vanban.kinds.parts.awardees import (
    AwardeeGroup,
    figures_of,
    grouped,
    ordered,
    receivers_counted,
)
from vanban.kinds.parts.text import TextLine
from vanban.law.document_day import document_day

PART: Final[Mapping[str, str]] = {
    "campaign_plan": "campaigns",
    "campaign_minutes": "campaigns",
    "campaign_submission": "campaigns",
    "campaign_decision": "campaigns",
    "sudden_minutes": "sudden_achievements",
    "sudden_submission": "sudden_achievements",
    "sudden_decision": "sudden_achievements",
}
"""The kinds whose documents stand in a record of a list of the year: which list."""

_DECIDED_BY: Final[Mapping[str, tuple[str, str]]] = {
    "campaigns": ("campaign_decision", "campaign_submission"),
    "sudden_achievements": ("sudden_decision", "sudden_submission"),
}
"""Which kinds decide on the awards of a record of each list, and ask for them."""

Occasion = Campaign | SuddenAchievement
"""For what people are commended besides the year's own movement."""


def occasion(year: Year, kind: str, key: str) -> Occasion:
    """The campaign or sudden achievement of a document of that kind and key; ``KeyError`` if there is none."""
    rows: tuple[Occasion, ...] = getattr(year, PART[kind])
    return keyed(rows)[key]


def proposed(year: Year, kind: str, key: str) -> tuple[Awardee, ...]:
    """Who is proposed for the occasion of that document, in the order of the decision."""
    return ordered(year, tuple(occasion(year, kind, key).awardees))


def documents_of(part: str) -> tuple[str, ...]:
    """The kinds whose documents stand in the records of that list."""
    return tuple(kind for kind, place in PART.items() if place == part)


def own_figures(year: Year, kind: str, key: str) -> Mapping[str, str]:
    """What a document of an occasion may name between braces besides the year's figures."""
    found = occasion(year, kind, key)
    rows = proposed(year, kind, key)
    deciding, submitting = _DECIDED_BY[PART[kind]]
    day = document_day(year, deciding, key) or document_day(year, submitting, key)
    return {
        **figures_of(year, rows, day),
        "awardee_count": count(len({row.nominee for row in rows})),
        "awardee_receivers": receivers_counted(year, rows),
        **(_campaign(found) if isinstance(found, Campaign) else _event(found)),
    }


def _campaign(campaign: Campaign) -> Mapping[str, str]:
    return {
        "campaign_name": lower_first(campaign.name),
        "campaign_from": full_date(campaign.begins),
        "campaign_until": full_date(campaign.ends),
    }


def _event(achievement: SuddenAchievement) -> Mapping[str, str]:
    return {"event": lower_first(achievement.event), "event_day": full_date(achievement.happened_on)}


class ProposedRow(Record):
    """One who is proposed, with the achievement."""

    ordinal: str = Field(title="Số thứ tự")
    name: str = Field(title="Tên đối tượng")
    position: str = Field(title="Chức vụ, đơn vị công tác")
    award: str = Field(title="Hình thức đề nghị")
    achievement: str = Field(title="Thành tích")


class ProposedGroup(Record):
    """Those who are proposed for one award and are of one sort; the order numbers go on from group to group."""

    title: str = Field(title="Tên nhóm và số lượng")
    header: str = Field(title="Tên cột họ tên")
    people: bool = Field(title="Là nhóm cá nhân")
    rows: tuple[ProposedRow, ...] = Field(title="Các dòng")


def proposed_groups(year: Year, kind: str, key: str) -> tuple[ProposedGroup, ...]:
    """The table of a submission: award by award, people before units, as the decision will number them."""
    groups = grouped(year, proposed(year, kind, key))
    return tuple(_group(year, ordinal, group) for ordinal, group in enumerate(groups, start=1))


def _group(year: Year, ordinal: int, group: AwardeeGroup) -> ProposedGroup:
    known = receivers(year, (row.nominee for _, row in group.rows))
    return ProposedGroup(
        title=f"{ordinal}. {group}:",
        header=group.words.header,
        people=group.receivers is NomineeKind.PERSON,
        rows=tuple(
            ProposedRow(
                ordinal=str(number),
                name=known[row.nominee].name,
                position=known[row.nominee].title,
                award=quoted(row.award, year.office),
                achievement=row.achievement,
            )
            for number, row in group.rows
        ),
    )


def written(kind: str, field: str) -> Callable[[Year], tuple[str, ...]]:
    """The keys of a kind that has a document for each occasion whose ``field`` is written and that has awardees."""

    def keys(year: Year) -> tuple[str, ...]:
        return tuple(row.key for row in getattr(year, PART[kind]) if getattr(row, field) and row.awardees)

    return keys


def summaries(year: Year, kind: str, key: str) -> tuple[TextLine, ...]:
    """Bản tóm tắt thành tích: for each who is proposed what they did and who confirms it (Luật Điều 85)."""
    return tuple(
        line for row in proposed(year, kind, key) if isinstance(row, SuddenAwardee) for line in _summary(year, row)
    )


def _summary(year: Year, row: SuddenAwardee) -> tuple[TextLine, ...]:
    unit, nominee = receiver(year, row.confirmed_by).name, receiver(year, row.nominee)
    who = lower_first(nominee.named) if nominee.honorific else nominee.named
    return (
        TextLine(role=LineRole.CLAUSE_TITLE, text=f"Tóm tắt thành tích của {who}:"),
        *(TextLine(role=LineRole.TEXT, text=text) for text in row.summary),
        TextLine(role=LineRole.TEXT, text=f"Đơn vị xác nhận thành tích: {unit}."),
    )


def dossier_of(kind: str, key: str, papers: Iterable[tuple[str, str]]) -> str:
    """In which dossier a paper of that kind and key lies: the key of its campaign or sudden achievement.

    Empty for the year's own dossier. ``papers`` are kind and key of all papers: a certificate's key begins with that of
    its decision.
    """
    if kind in PART or kind == "award_list":
        return key
    if kind != "certificate":
        return ""
    owners = {
        own for of_kind, own in papers if of_kind in PART and key.startswith(f"{certificates_of(of_kind)}-{own}-")
    }
    return max(owners, key=len, default="")


def certificates_of(kind: str) -> str:
    """How the keys of the certificates of an occasion begin, before its own key; empty for the year's decision."""
    return {"campaigns": "dot", "sudden_achievements": "dot-xuat"}.get(PART.get(kind, ""), "")
