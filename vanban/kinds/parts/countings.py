"""How each figure that a text may name is counted, and from which parts of a year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from vanban.domain.receiver import RECEIVER_PARTS, receiver
from vanban.domain.wording import count, percentage
from vanban.domain.year import Year
from vanban.kinds.parts.award_counts import award_count_figures, group_count_figures
from vanban.kinds.parts.awardees import GRANTED, award_figures
from vanban.kinds.parts.families import FAMILY_DECISION, family_figures
from vanban.kinds.parts.mid_year import at_mid_year, last_day_of_six_months
from vanban.kinds.parts.occasions import documents_of, own_figures
from vanban.kinds.parts.reminder_figures import reminder_figures
from vanban.kinds.parts.target_figures import target_figures
from vanban.kinds.parts.target_rows import SO_FAR
from vanban.law.initiatives import accepted
from vanban.law.ward_awards import submitted

Count = Callable[[Year], Mapping[str, str]]


@dataclass(frozen=True)
class Counting:
    """Figures that are counted together: their names, from which parts of the year, how for a document of kind and key.

    ``kinds`` are those whose documents have figures of their own under these names; empty where all others have the
    same.
    """

    names: tuple[str, ...]
    reads: tuple[str, ...]
    figures: Callable[[Year, str, str], Mapping[str, str]]
    kinds: tuple[str, ...] = ()

    def told_in(self, kind: str) -> bool:
        """Whether a document of that kind may name these figures."""
        return not self.kinds or kind in self.kinds


def counting_of(kind: str, name: str) -> Counting:
    """How a document of that kind counts the figure ``name``; ``KeyError`` where it does not know such a figure."""
    found = next((one for one in COUNTINGS if name in one.names and one.told_in(kind)), None)
    if found is None:
        raise KeyError(name)
    return found


def _of_all(names: tuple[str, ...], reads: tuple[str, ...], counted: Count) -> Counting:
    return Counting(names, reads, lambda year, kind, key: counted(year))


def _of_six_months(names: tuple[str, ...], reads: tuple[str, ...], counted: Count) -> Counting:
    return Counting(names, reads, lambda year, kind, key: counted(at_mid_year(year)), ("six_month_report",))


def _registered(year: Year) -> Mapping[str, str]:
    registered = year.group_registrations
    households = sum(year.group(row.group).household_count for row in registered)
    families = sum(row.families for row in registered)
    return {
        "groups_registered": count(len(registered)),
        "groups_registered_title": count(sum(row.title is not None for row in registered)),
        "households": count(households),
        "cultural_families": count(families),
        "cultural_families_share": percentage(families, households) if households else "",
    }


def _nominated(year: Year) -> Mapping[str, str]:
    nominated = submitted(year)
    people = sum(receiver(year, row.nominee).is_person for row in nominated)
    return {
        "individual_nominations": count(people),
        "collective_nominations": count(len(nominated) - people),
        "nominations": count(len(nominated)),
    }


def _planned(year: Year) -> Mapping[str, str]:
    measures = sum(len(target.measures) for target in year.plan.targets)
    return {"targets": count(len(year.plan.targets)), "measures": count(measures)}


_OCCASIONS: Final = ("campaigns", "sudden_achievements")

_REGISTERED: Final = (
    "groups_registered",
    "groups_registered_title",
    "households",
    "cultural_families",
    "cultural_families_share",
)
_NOMINATED: Final = ("individual_nominations", "collective_nominations", "nominations")
_GIVEN: Final = ("year_awards", "year_awards_receivers")
_SELECTED: Final = ("cultural_families_selected", "groups_selected")
_AWARDED: Final = (
    "awarded",
    "awarded_people",
    "awarded_collectives",
    "awarded_receivers",
    "prize_total",
    "prize_total_words",
)
_PROPOSED: Final = (*_AWARDED, "awardee_count", "awardee_receivers")
_ASKED: Final = ("unit", "missing", "due", "asked_by")
_JUDGED: Final = (
    "targets_met",
    "measures_met",
    "measures_unmet",
    "measures_unjudged",
    "measures_verdicts",
    "measures_met_share",
    "measures_compared",
    "measures_up",
    "measures_down",
    "measures_level",
)

_FAMILIES: Final = (
    "families_recognised",
    "families_units",
    "families_share",
    "families_prize",
    "families_prize_total",
    "families_prize_total_words",
)

COUNTINGS: Final = (
    Counting(
        _FAMILIES,
        ("office", "family_decision", "groups", "households", "law"),
        lambda year, kind, key: family_figures(year),
        (FAMILY_DECISION,),
    ),
    Counting(
        (*_PROPOSED, "campaign_name", "campaign_from", "campaign_until"),
        ("office", "campaigns", "law", *RECEIVER_PARTS),
        own_figures,
        documents_of("campaigns"),
    ),
    Counting(
        (*_PROPOSED, "event", "event_day"),
        ("office", "sudden_achievements", "law", *RECEIVER_PARTS),
        own_figures,
        documents_of("sudden_achievements"),
    ),
    Counting(
        _ASKED,
        (
            "office",
            "registration_reminder",
            "plan",
            "group_registrations",
            "collective_registrations",
            "individual_registrations",
            "people",
            "groups",
            "collectives",
        ),
        reminder_figures,
        ("registration_reminder",),
    ),
    Counting(
        _ASKED,
        ("office", "report_reminder", "plan", "received_reports", "groups", "collectives"),
        reminder_figures,
        ("report_reminder",),
    ),
    _of_six_months(_NOMINATED, ("office", "decision", "nominations", "law", *RECEIVER_PARTS), _nominated),
    _of_six_months(
        _GIVEN,
        ("office", *_OCCASIONS, *GRANTED),
        lambda year: award_count_figures(year, last_day_of_six_months(year)),
    ),
    _of_six_months(_SELECTED, ("decision", "group_registrations", "law"), group_count_figures),
    _of_six_months(_AWARDED, ("office", *GRANTED), award_figures),
    _of_six_months(
        _JUDGED,
        ("decision", "plan", "mid_year_results"),
        lambda year: target_figures(year, year.mid_year_results, SO_FAR),
    ),
    _of_all(("year",), (), lambda year: {"year": year.year.name}),
    _of_all(("groups",), ("groups",), lambda year: {"groups": count(len(year.groups))}),
    _of_all(_REGISTERED, ("groups", "group_registrations"), _registered),
    _of_all(
        ("collectives_registered",),
        ("collective_registrations",),
        lambda year: {"collectives_registered": count(len(year.collective_registrations))},
    ),
    _of_all(
        ("people_registered",),
        ("individual_registrations",),
        lambda year: {"people_registered": count(len(year.individual_registrations))},
    ),
    _of_all(_NOMINATED, ("office", "decision", "nominations", "law", *RECEIVER_PARTS), _nominated),
    _of_all(
        ("recognised_initiatives",),
        ("initiatives",),
        lambda year: {"recognised_initiatives": count(len(accepted(year)))},
    ),
    _of_all(_GIVEN, ("office", *_OCCASIONS, *GRANTED), award_count_figures),
    _of_all(_SELECTED, ("group_meetings", "group_registrations", "law"), group_count_figures),
    _of_all(_AWARDED, ("office", *GRANTED), award_figures),
    _of_all(("targets", "measures"), ("plan",), _planned),
    _of_all(_JUDGED, ("plan", "results"), lambda year: target_figures(year, year.results)),
)
"""Every figure; of two countings of one name the first that a kind's documents have."""
