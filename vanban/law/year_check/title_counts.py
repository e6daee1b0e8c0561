"""Typed counts of titles against what the year decides and proposes: no paper says 21 where another gives 5."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from vanban.domain.award import EmulationTitle
from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.evaluation import CollectiveEvaluation
from vanban.domain.finding import Severity
from vanban.domain.objection import Objection
from vanban.domain.people import Collective
from vanban.domain.rows import keyed
from vanban.domain.wording import count, read_decimal
from vanban.domain.year import Year, once_a_year, workplaces
from vanban.law.document_day import last_day
from vanban.law.provision import has_book, statement
from vanban.law.ward_awards import selected

_WORKER: Final = EmulationTitle.ADVANCED_WORKER
_FIGHTER: Final = EmulationTitle.GRASSROOTS_EMULATION_FIGHTER
_MEASURED: Final = (EmulationTitle.ADVANCED_COLLECTIVE, EmulationTitle.EXCELLENT_COLLECTIVE)
"""The titles of a collective that are measured by how many of its people have theirs (Điều 27, 28)."""

_SHARE: Final = r"(?P<some>\d[\d.]*)\s*/\s*(?P<all>\d[\d.]*)"
_PEOPLE: Final = r"(?:người|cá nhân|cán bộ|công chức|viên chức|đồng chí)"
_SAID: Final = (
    re.compile(rf"{_SHARE}\s*{_PEOPLE}\b[^.;/]*?(?<!tập thể )Lao động tiên tiến", re.IGNORECASE),
    re.compile(rf"(?<!tập thể )Lao động tiên tiến[^.;/]{{0,40}}?{_SHARE}(?=\s*{_PEOPLE})", re.IGNORECASE),
)
"""How a text counts the title: ``21/24 người đủ tiêu chuẩn danh hiệu “Lao động tiên tiến”``."""


@once_a_year
def advanced_workers(year: Year) -> Mapping[str, int]:
    """For each collective how many of its people the year gives, or puts forward for, “Lao động tiên tiến”.

    Whoever is put forward for “Chiến sĩ thi đua cơ sở” has the title below it; whom the council did not pass has none.
    """
    passed = selected(year) if year.council_meeting and year.council_meeting.ballots else None
    found: dict[str, set[str]] = {}
    people = keyed(year.people)
    for row in year.nominations:
        kept = passed is None or (row.nominee, row.award) in passed
        if row.nominee in people and row.award in (_WORKER, _FIGHTER) and kept:
            found.setdefault(people[row.nominee].collective, set()).add(row.nominee)
    return {collective: len(members) for collective, members in found.items()}


def typed_counts(year: Year) -> Iterator[Fault]:
    """A row of the table of ratings that counts other “Lao động tiên tiến” than the year decides and proposes."""
    if not has_book(year.law, last_day(year)):
        return
    asked = {row.nominee for row in year.nominations if row.award in _MEASURED}
    warned = {"severity": Severity.WARNING}
    collectives = workplaces(year)
    for position, row in enumerate(year.collective_evaluations):
        own = advanced_workers(year).get(row.collective, 0)
        collective = collectives.get(row.collective)
        if collective is None or row.advanced_workers == own or row.titles_decided:
            continue
        found = _differs(year, row, collective, own).in_data(
            ("collective_evaluations", position, "advanced_workers"), row.advanced_workers
        )
        yield found if row.collective in asked else found.model_copy(update=warned)


def _differs(year: Year, row: CollectiveEvaluation, collective: Collective, own: int) -> Objection:
    return statement(year.law, "standards", last_day(year)).objection(
        rule="titles_counted",
        about=collective.name,
        reason=f"Bảng xếp loại ghi {count(row.advanced_workers)} người đạt “Lao động tiên tiến”, đề nghị và quyết định "
        f"của năm có {count(own)} người.",
        figures=(("bảng xếp loại", row.advanced_workers), ("đề nghị, quyết định", own)),
        remedy="Hãy sửa số này hoặc thêm người còn thiếu vào bảng đề nghị. Ai đã được công nhận ở quyết định khác thì "
        "ghi quyết định ấy vào cột “Quyết định công nhận Lao động tiên tiến khác”.",
    )


def counts_in_texts(year: Year) -> Iterator[Fault]:
    """A text on a collective that counts its “Lao động tiên tiến” in other figures than its row of ratings."""
    rows = _rated(year)
    for path, key, text in _texts(year):
        row = rows.get(key)
        for said in (match for pattern in _SAID for match in pattern.finditer(text)) if row else ():
            stated = (_whole(said["some"]), _whole(said["all"]))
            if row and stated != (row.advanced_workers, row.members):
                yield Fault(
                    path=path,
                    value=said[0],
                    reason=f"Lời văn ghi {said['some']}/{said['all']} “Lao động tiên tiến”, bảng xếp loại tập thể ghi "
                    f"{row.advanced_workers}/{row.members}.",
                    remedy="Hãy sửa cho hai nơi cùng một số.",
                )


def _rated(year: Year) -> Mapping[str, CollectiveEvaluation]:
    """The rows of ratings of collectives by the collective's key."""
    return {row.collective: row for row in reversed(year.collective_evaluations)}


def _whole(digits: str) -> int:
    return int(read_decimal(digits))


def _texts(year: Year) -> Iterator[tuple[Path, str, str]]:
    for position, row in enumerate(year.nominations):
        yield ("nominations", position, "summary"), row.nominee, row.summary
    for position, written in enumerate(year.achievements):
        for field in ("circumstances", "accomplishments", "methods"):
            for ordinal, text in enumerate(getattr(written, field)):
                yield ("achievements", position, field, ordinal), written.nominee, text


RULES: Final = (typed_counts, counts_in_texts)
