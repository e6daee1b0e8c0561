"""Lists of households that do not fit what their group has registered, or that name a household twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from vanban.domain.award import EmulationTitle
from vanban.domain.consistency.fault import Fault, row_number, unknown
from vanban.domain.finding import Severity
from vanban.domain.rows import keyed
from vanban.domain.text import matching_key
from vanban.domain.wording import count
from vanban.domain.year import Year


def unfit_households(year: Year) -> Iterator[Fault]:
    """A household of no group, or with a title that is not for households (Luật Thi đua, khen thưởng, Điều 31)."""
    groups = keyed(year.groups)
    for position, row in enumerate(year.households):
        if row.group not in groups:
            yield unknown(("households", position, "group"), row.group, year.office.unit_kind.noun, groups)
        if row.title is not EmulationTitle.CULTURAL_FAMILY:
            yield Fault(
                path=("households", position, "title"),
                value=row.title.value,
                reason="Danh hiệu này không dành cho hộ gia đình.",
                remedy=f"Hãy ghi “{EmulationTitle.CULTURAL_FAMILY}”.",
            )


def other_number_than_registered(year: Year) -> Iterator[Fault]:
    """A group that registers another number of households than its list names: one of the two is wrong."""
    groups, listed = keyed(year.groups), Counter(row.group for row in year.households)
    for position, row in enumerate(year.group_registrations):
        if row.group in groups and listed[row.group] not in (0, row.families):
            yield Fault(
                path=("group_registrations", position, "cultural_families"),
                value=count(row.families),
                reason=f"{groups[row.group].name} đăng ký {count(row.families)} hộ “Gia đình văn hóa” nhưng "
                f"danh sách hộ có {count(listed[row.group])} hộ.",
                remedy="Hãy sửa số hộ đăng ký, hoặc bổ sung, bỏ bớt hộ trong bảng hộ gia đình (households).",
                severity=Severity.WARNING,
            )


def listed_but_not_registered(year: Year) -> Iterator[Fault]:
    """A list of households whose group has no registration: its number is missing in every total."""
    groups, registered = keyed(year.groups), {row.group for row in year.group_registrations}
    first = {row.group: position for position, row in reversed(tuple(enumerate(year.households)))}
    for group, position in sorted(first.items(), key=lambda item: item[1]):
        if group in groups and group not in registered:
            yield Fault(
                path=("households", position, "group"),
                value=group,
                reason=f"{groups[group].name} có danh sách hộ nhưng chưa có dòng đăng ký nên không được tính vào "
                "tổng số.",
                remedy=f"Hãy thêm một dòng vào bảng đăng ký của {year.office.unit_kind.noun}.",
                severity=Severity.WARNING,
            )


def same_households(year: Year) -> Iterator[Fault]:
    """Two households of one group with one head and one address: most likely one household entered twice."""
    seen: dict[tuple[str, str, str], int] = {}
    for position, row in enumerate(year.households):
        identity = row.group, matching_key(row.head), matching_key(row.address or "")
        first = seen.setdefault(identity, position)
        if first != position:
            other = ("households", first, "head")
            yield Fault(
                path=("households", position, "head"),
                other=other,
                value=row.head,
                reason=f"Trùng chủ hộ và địa chỉ với hộ ở {row_number(other)}.",
                remedy="Hãy kiểm tra: nếu là một hộ thì xóa một mục, nếu là hai hộ thì ghi thêm số nhà.",
                severity=Severity.WARNING,
            )


def recognised_though_excluded(year: Year) -> Iterator[Fault]:
    """A household that is recognised though the data say why it may not be considered."""
    for position, row in enumerate(year.households):
        if row.recognised and row.excluded_by:
            yield Fault(
                path=("households", position, "recognised"),
                value="có",
                reason=f"Hộ này được ghi đạt danh hiệu nhưng có lý do không được xét: {row.excluded_by}.",
                remedy="Hãy ghi “không” ở cột Đạt danh hiệu, hoặc xóa lý do nếu ghi nhầm.",
            )


def other_number_than_selected(year: Year) -> Iterator[Fault]:
    """A group whose minutes count another number of families than are recognised in its list."""
    listed = Counter(row.group for row in year.households if row.recognised)
    groups = keyed(year.groups)
    for position, meeting in enumerate(year.group_meetings):
        if listed[meeting.group] not in (0, meeting.cultural_families) and meeting.group in groups:
            yield Fault(
                path=("group_meetings", position, "cultural_families"),
                value=count(meeting.cultural_families),
                reason=f"Biên bản bình xét của {groups[meeting.group].name} ghi {count(meeting.cultural_families)} hộ "
                f"đạt “Gia đình văn hóa” nhưng danh sách hộ có {count(listed[meeting.group])} hộ ghi đạt danh hiệu.",
                remedy="Hãy sửa số hộ trong bảng bình xét, hoặc cột Đạt danh hiệu của bảng hộ gia đình (households).",
                severity=Severity.WARNING,
            )


RULES: Final = (
    unfit_households,
    other_number_than_registered,
    listed_but_not_registered,
    same_households,
    recognised_though_excluded,
    other_number_than_selected,
)
