"""The figures that the text of a report may name between braces, counted from the year's data."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.domain.people import Person
from vanban.domain.wording import count, percentage
from vanban.domain.year import Year
from vanban.kinds.parts.award_counts import award_count_figures
from vanban.kinds.parts.awardees import award_figures
from vanban.kinds.parts.occasions import own_figures
from vanban.kinds.parts.reminder_figures import reminder_figures
from vanban.kinds.parts.target_figures import target_figures
from vanban.law.initiatives import accepted
from vanban.law.ward_awards import submitted


def figures(year: Year, kind: str = "", key: str = "") -> Mapping[str, str]:
    """Every figure by name, as printed: counts of two digits at least, shares with one digit after the comma.

    ``kind`` and ``key`` name the document that prints them: a campaign's documents know their own.
    """
    registered = year.group_registrations
    households = sum(year.group(row.group).households for row in registered)
    families = sum(row.cultural_families for row in registered)
    nominated = submitted(year)
    people = sum(isinstance(year.nominee(row.nominee), Person) for row in nominated)
    return {
        "year": str(year.year),
        "groups": count(len(year.groups)),
        "groups_registered": count(len(registered)),
        "groups_registered_title": count(sum(row.title is not None for row in registered)),
        "households": count(households),
        "cultural_families": count(families),
        "cultural_families_share": percentage(families, households) if households else "",
        "collectives_registered": count(len(year.collective_registrations)),
        "people_registered": count(len(year.individual_registrations)),
        "individual_nominations": count(people),
        "collective_nominations": count(len(nominated) - people),
        "nominations": count(len(nominated)),
        "recognised_initiatives": count(len(accepted(year))),
        **award_count_figures(year),
        **(own_figures(year, kind, key) or award_figures(year)),
        **reminder_figures(year, kind, key),
        "targets": count(len(year.plan.targets)),
        "measures": count(len(year.measures())),
        **target_figures(year, year.results),
    }
