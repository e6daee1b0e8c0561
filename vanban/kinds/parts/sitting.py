"""The minutes of one of the office's councils: who was there or answered in writing, the course, the end (Mẫu 1.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from vanban.domain.document import Document
from vanban.domain.rows import keyed
from vanban.domain.selection import Absence, CouncilMember, Sitting
from vanban.domain.text_tree import Block, numbered
from vanban.domain.wording import count, full_date, introduced, lower_first
from vanban.domain.year import Year
from vanban.kinds.parts.closing import TwoSignatures, closing
from vanban.kinds.parts.figures import Figures
from vanban.kinds.parts.letterhead import letterhead
from vanban.kinds.parts.minutes import (
    begun,
    member_named,
    members_named,
    minutes_heading,
    over,
    read_back,
    text,
    undated,
)
from vanban.kinds.parts.reference import cited_body
from vanban.kinds.parts.text import Expand, TextLine, ended, lines, listed


@dataclass(frozen=True)
class Held:
    """A sitting of a council whose members, by name, are ``council``; ``asked``: the day of asking them in writing."""

    sitting: Sitting
    council: tuple[CouncilMember, ...]
    minutes: Document
    asked: date | None = None

    @property
    def attending(self) -> tuple[CouncilMember, ...]:
        """Who is there, or has answered."""
        return self.sitting.attending(self.council)


def minutes_of(year: Year, kind: str, key: str, held: Held, expand: Expand) -> dict[str, Any]:
    """The fields of a :class:`~vanban.kinds.parts.minutes.MinutesContext`, but for a table of votes.

    The clauses count from 1: they stand under the “Nội dung” of Mẫu 1.9.
    """
    sitting, members = held.sitting, keyed(held.council)
    content = Block(section="Nội dung", body=cited_body(year, held.minutes, key))
    _, *said = lines(numbered((content,)), Figures(year, kind, key), expand)
    heard, what = (
        ("các thành viên dự họp", "Cuộc họp")
        if held.asked is None
        else ("những người kiểm phiếu", "Việc kiểm phiếu lấy ý kiến")
    )
    return {
        "letterhead": undated(letterhead(year, kind, key)),
        "heading": minutes_heading(held.minutes.subject),
        "lines": ended((*attendance(held), *said, read_back(heard), over(sitting.day, sitting.ends_at, what))),
        "signatures": TwoSignatures(
            left_lines=("THƯ KÝ",),
            left_name=members[sitting.secretary].name or "",
            right_lines=("CHỦ TỌA",),
            right_name=members[sitting.chair].name or "",
        ),
        "recipients": closing(year, held.minutes).recipients,
    }


def attendance(held: Held) -> tuple[TextLine, ...]:
    """When, where, who is there, who is not and why, who presides and who writes."""
    sitting, members = held.sitting, keyed(held.council)
    return (
        *begun(sitting.day, sitting.starts_at, sitting.place),
        *(_present(held) if held.asked is None else _answering(held, held.asked)),
        *((text("Khách mời:"), *listed(sitting.guests)) if sitting.guests else ()),
        text(f"Chủ trì (chủ tọa): {member_named(members[sitting.chair])}."),
        text(f"Thư ký (người ghi biên bản): {member_named(members[sitting.secretary])}."),
        text("Nội dung:"),
    )


def _present(held: Held) -> tuple[TextLine, ...]:
    there = held.attending
    absences = tuple(
        f"{_excused(held, absence)}; "
        + ("có ý kiến bằng văn bản" if absence.written else "không có ý kiến bằng văn bản")
        for absence in held.sitting.absences
    )
    return (
        text("Thành phần tham dự:"),
        text(f"Có mặt {count(len(there))}/{count(len(held.council))} thành viên Hội đồng{introduced(len(there))}"),
        *listed(members_named(there)),
        *((text(f"Vắng mặt {count(len(absences))} thành viên:"), *listed(absences)) if absences else ()),
    )


def _answering(held: Held, asked: date) -> tuple[TextLine, ...]:
    there = held.attending
    silent = tuple(_excused(held, absence) for absence in held.sitting.absences)
    return (
        text(f"Hình thức: lấy ý kiến bằng văn bản; phiếu lấy ý kiến gửi các thành viên Hội đồng {full_date(asked)}."),
        text(f"Có ý kiến {count(len(there))}/{count(len(held.council))} thành viên Hội đồng{introduced(len(there))}"),
        *listed(members_named(there)),
        *((text(f"Không có ý kiến {count(len(silent))} thành viên:"), *listed(silent)) if silent else ()),
    )


def _excused(held: Held, absence: Absence) -> str:
    member = keyed(held.council)[absence.member]
    return f"{member_named(member)}; lý do: {lower_first(absence.reason).rstrip(' .')}"
