"""What stands against an award besides its standards: armed forces' own titles, a failed year; a unit's capital."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.award import Award, Commendation, EmulationTitle, quoted
from vanban.domain.consistency.fault import Fault
from vanban.domain.evaluation import Rating
from vanban.domain.nomination import Nomination
from vanban.domain.people import Collective, CollectiveKind
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
_DIRECTORS: Final = frozenset(
    {
        EmulationTitle.ADVANCED_WORKER,
        EmulationTitle.GRASSROOTS_EMULATION_FIGHTER,
        EmulationTitle.ADVANCED_COLLECTIVE,
    }
)
"""On what the director of an enterprise decides for it (Điều 80 khoản 4)."""
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


def enterprises(year: Year) -> Iterator[Fault]:
    """What the Law has for enterprises and co-operatives apart: whose director decides on their titles, and the
    khoản by which they get a bằng khen."""
    for position, row in enumerate(year.nominations):
        unit, day = _unit(year, row), day_judging(year, row)
        if unit is None or unit.kind is not CollectiveKind.ENTERPRISE or not has_book(year.law, day):
            continue
        about = f"{unit.name}, {quoted(row.award)}"
        if row.award is Commendation.PROVINCIAL_MERIT_CERTIFICATE and row.nominee == unit.key:
            found = statement(year.law, "enterprise_merit", day)
            objection = found.reminder(
                rule="enterprise_merit",
                about=about,
                reason=f"{found.value}.",
                remedy="Hãy đối chiếu thành tích đóng góp với quy định của tỉnh trước khi trình.",
            )
        elif row.award in _DIRECTORS:
            found = statement(year.law, "enterprise_titles", day)
            objection = found.reminder(
                rule="enterprise_award",
                about=about,
                reason=f"{found.value}.",
                remedy="Hãy để doanh nghiệp, hợp tác xã tự quyết định tặng, hoặc hỏi cơ quan thi đua, khen thưởng cấp "
                "trên.",
            )
        else:
            continue
        yield objection.in_data(("nominations", position, "award"), row.nominee)


def posthumous_awards(year: Year) -> Iterator[Fault]:
    """An award for somebody who has died that the Law does not let be given so: it says so of a bằng khen alone."""
    for position, row in enumerate(year.nominations):
        day = day_judging(year, row)
        if not row.posthumous or not has_book(year.law, day):
            continue
        person = row.nominee in keyed(year.people) or row.nominee in keyed(year.outsiders)
        if person and row.award is Commendation.PROVINCIAL_MERIT_CERTIFICATE:
            continue
        found = statement(year.law, "posthumous", day)
        tell = found.reminder if person and row.award is Commendation.CERTIFICATE else found.objection
        objection = tell(
            rule="posthumous",
            about=f"{receiver_names(year).get(row.nominee, row.nominee)}, {quoted(row.award)}",
            reason="Luật chỉ ghi “truy tặng” cho bằng khen của tỉnh đối với cá nhân; giấy khen thì không nói: cần đối "
            "chiếu quy định của tỉnh."
            if tell == found.reminder
            else "Luật không quy định truy tặng danh hiệu thi đua, cũng không truy tặng cho tập thể, hộ gia đình.",
            remedy="Hãy chọn hình thức khen thưởng khác, hoặc bỏ “có” ở cột “Truy tặng”.",
        )
        yield objection.in_data(("nominations", position, "posthumous"), row.nominee)


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
        remedy="Hãy viết hoa trong tệp Cơ quan (office/office.yaml) và các lời văn nếu cơ quan theo "
        "cách viết này; chương trình "
        "không tự đổi.",
    )
    yield objection.in_data(("office", "locality"), year.office.locality)


RULES: Final = (armed_units, enterprises, posthumous_awards, failed_ratings, capital_of_the_unit)
