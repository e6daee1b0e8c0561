"""The year as it stands on 30 June, of which the report of six months speaks."""

from __future__ import annotations

from datetime import date

from vanban.domain.year import Year, once_a_year
from vanban.law.document_day import document_day


@once_a_year
def at_mid_year(year: Year) -> Year:
    """Without what is selected and nominated at its end; the results of six months have a table of their own."""
    day = document_day(year, "decision")
    early = day is not None and day <= last_day_of_six_months(year)
    later = {} if early else {"nominations": (), "votes": (), "council_meeting": None}
    return year.model_copy(update={"group_meetings": (), **later})


def last_day_of_six_months(year: Year) -> date:
    """30 June, or the end of a school's first term."""
    return year.year.half_ends
