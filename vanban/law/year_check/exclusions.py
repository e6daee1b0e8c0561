"""What stands against an award besides its standards: armed forces' own titles, a failed year; a unit's capital."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle, quoted
from vanban.domain.consistency.fault import Fault
from vanban.domain.evaluation import Rating
from vanban.domain.nomination import Nomination
from vanban.domain.people import Collective
from vanban.domain.receiver import receiver_names
from vanban.domain.rows import first, keyed
from vanban.domain.text import tidy
from vanban.domain.year import Year, workplaces
from vanban.law.document_day import last_day
from vanban.law.organisation import unit_named
from vanban.law.provision import has_book, statement
from vanban.law.ward_awards import day_judging

_TITLES: Final[dict[Award, str]] = {
    EmulationTitle.ADVANCED_WORKER: "“Chiến sĩ tiên tiến”",
    EmulationTitle.ADVANCED_COLLECTIVE: "“Đơn vị tiên tiến”",
    EmulationTitle.EXCELLENT_COLLECTIVE: "“Đơn vị quyết thắng”",
}
"""What the armed forces have in the place of each title (Điều 24 khoản 2, Điều 27, Điều 28 khoản 2)."""
_FORCES: Final = ("công an ", "ban chỉ huy quân sự ")
"""How the names of units begin that are likely to be armed forces."""
_FLAGS: Final = frozenset({EmulationTitle.PROVINCIAL_EMULATION_FLAG, EmulationTitle.EXEMPLARY_WARD})
_COMMENDED: Final = frozenset({Commendation.CERTIFICATE, Commendation.PROVINCIAL_MERIT_CERTIFICATE})


def armed_units(year: Year) -> Iterator[Fault]:
    """A title of civilians for a unit of the armed forces: an error where the data say that it is one, else a doubt."""
    for position, row in enumerate(year.nominations):
        unit = _unit(year, row)
        if unit is None or row.award not in _TITLES or not has_book(year.law, day_judging(year, row)):
            continue
        likely = row.nominee == unit.key and unit.name.casefold().startswith(_FORCES)
        if not unit.armed and not likely:
            continue
        found = statement(year.law, "armed_units", day_judging(year, row))
        tell = found.objection if unit.armed else found.reminder
        said = "thuộc lực lượng vũ trang" if unit.armed else "có thể thuộc lực lượng vũ trang"
        objection = tell(
            rule="armed_unit",
            about=f"{unit.name}, {quoted(row.award)}",
            reason=f"Tập thể này {said}: danh hiệu tương ứng là {_TITLES[row.award]}, thẩm quyền do Bộ Quốc phòng, Bộ "
            "Công an quy định.",
            remedy="Hãy đưa khỏi danh sách đề nghị. Nếu không phải lực lượng vũ trang thì bỏ qua lưu ý này.",
        )
        yield objection.in_data(("nominations", position, "award"), row.nominee)


def _unit(year: Year, row: Nomination) -> Collective | None:
    """The collective that is nominated, or that of the person who is."""
    person = keyed(year.people).get(row.nominee)
    return workplaces(year).get(person.collective if person else row.nominee)


def failed_ratings(year: Year) -> Iterator[Fault]:
    """Somebody who did not do their duties in the year: no flag can be theirs, and a commendation is doubtful."""
    for position, row in enumerate(year.nominations):
        rated = first(year.evaluations, person=row.nominee) or first(
            year.collective_evaluations, collective=row.nominee
        )
        if rated is None or rated.rating is not Rating.NOT_DONE or row.award not in _FLAGS | _COMMENDED:
            continue
        if not has_book(year.law, day_judging(year, row)):
            continue
        flag = row.award in _FLAGS
        found = statement(year.law, "failed_flag" if flag else "failed_commendation", day_judging(year, row))
        tell = found.objection if flag else found.reminder
        objection = tell(
            rule="failed_rating",
            about=f"{receiver_names(year)[row.nominee]}, {quoted(row.award)}",
            reason=f"Xếp loại “{rated.rating}”, không phù hợp với hình thức được đề nghị.",
            remedy="Hãy đưa khỏi danh sách đề nghị, hoặc sửa xếp loại nếu nhập nhầm.",
        )
        yield objection.in_data(("nominations", position, "nominee"), row.nominee)


def capital_of_the_unit(year: Year) -> Iterator[Fault]:
    """The office's own unit, named after a person, a number or an event, with a small common noun: told once."""
    locality = tidy(year.office.locality)
    known = unit_named(year.law, locality)
    if known is None or not known.value.capitalized or locality[:1].isupper() or not has_book(year.law, last_day(year)):
        return
    objection = statement(year.law, "unit_capital", last_day(year)).reminder(
        rule="unit_capital",
        about=locality,
        reason=f"Đơn vị hành chính đặt theo tên người, chữ số hoặc sự kiện lịch sử thì viết hoa cả danh từ chung: "
        f"“{locality[:1].upper()}{locality[1:]}”.",
        remedy="Hãy viết hoa trong tệp office/office.yaml và các lời văn nếu cơ quan theo cách viết này; chương trình "
        "không tự đổi.",
    )
    yield objection.in_data(("office", "locality"), year.office.locality)


RULES: Final = (armed_units, failed_ratings, capital_of_the_unit)
