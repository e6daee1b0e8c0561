"""How awards are selected: the council, its meeting and what it voted; the meetings of units.

Whoever is present, and how many answered in writing, is counted from the council and its absences; it is never typed.
"""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from pydantic import Field

from vanban.domain.award import Award
from vanban.domain.document import Document
from vanban.domain.gender import Gender
from vanban.domain.record import Record
from vanban.domain.unit_kind import UNIT_KINDS, also_called, of_units


class CouncilRole(StrEnum):
    """What somebody is in the council (Hội đồng Thi đua - Khen thưởng)."""

    CHAIR = "Chủ tịch Hội đồng"
    DEPUTY = "Phó Chủ tịch Hội đồng"
    MEMBER = "Ủy viên Hội đồng"
    SECRETARY = "Ủy viên, Thư ký Hội đồng"


class CouncilMember(Record):
    """One member of the council, with the position that he or she holds besides.

    Where the key is that of a signatory or of a person, the name is theirs and need not be written a second time.
    """

    key: str = Field(title="Mã thành viên", json_schema_extra=also_called("Mã"))
    name: str | None = Field(default=None, title="Họ và tên", json_schema_extra=also_called("Họ tên"))
    gender: Gender = Field(title="Giới tính", json_schema_extra=also_called("Nam/Nữ", "Giới"))
    position: str = Field(title="Chức vụ", json_schema_extra=also_called("Chức danh", "Chức vụ, chức danh"))
    role: CouncilRole = Field(
        title="Vai trò trong Hội đồng", json_schema_extra=also_called("Vai trò", "Nhiệm vụ", "Chức danh trong Hội đồng")
    )


class Absence(Record):
    """A member who is not at the meeting, why, and whether he or she voted in writing (NĐ 98/2023 Điều 30 khoản 7)."""

    member: str = Field(title="Mã thành viên")
    reason: str = Field(title="Lý do vắng mặt")
    written: bool = Field(default=False, title="Có ý kiến bằng văn bản")


class CountingBoard(Record):
    """Who counts the ballots (Tổ kiểm phiếu), by their keys in the council."""

    head: str = Field(title="Tổ trưởng Tổ kiểm phiếu")
    secretary: str = Field(title="Thư ký Tổ kiểm phiếu")
    members: tuple[str, ...] = Field(default=(), title="Ủy viên Tổ kiểm phiếu")


class BallotFigures(Record):
    """The ballots of one meeting, as counted."""

    issued: int = Field(title="Số phiếu phát ra", ge=0)
    returned: int = Field(title="Số phiếu thu về", ge=0)
    not_returned: int = Field(title="Số phiếu không thu về", ge=0)
    valid: int = Field(title="Số phiếu hợp lệ", ge=0)
    invalid: int = Field(title="Số phiếu không hợp lệ", ge=0)


class Sitting(Record):
    """A council that sits: where and when, who presides and writes, who is not there; ``ends_at`` is empty until it is
    over."""

    place: str = Field(title="Địa điểm")
    day: date = Field(title="Ngày họp")
    starts_at: time = Field(title="Giờ bắt đầu")
    ends_at: time | None = Field(default=None, title="Giờ kết thúc")
    chair: str = Field(title="Mã người chủ trì")
    secretary: str = Field(title="Mã thư ký")
    guests: tuple[str, ...] = Field(default=(), title="Khách mời")
    absences: tuple[Absence, ...] = Field(default=(), title="Thành viên vắng mặt")

    def attending(self, council: tuple[CouncilMember, ...]) -> tuple[CouncilMember, ...]:
        """Those of the council's members who are there."""
        absent = {absence.member for absence in self.absences}
        return tuple(member for member in council if member.key not in absent)


class CouncilMeeting(Sitting):
    """The meeting of the council that selects; ``ballots`` and ``ends_at`` are empty until it is over."""

    counting_board: CountingBoard = Field(title="Tổ kiểm phiếu")
    ballots: BallotFigures | None = Field(default=None, title="Số phiếu")
    invitation: Document = Field(title="Giấy mời")
    minutes: Document = Field(title="Biên bản họp")


class CouncilVote(Record):
    """A candidate for one award and the votes that he, she or it got; empty until the council has voted."""

    nominee: str = Field(
        title="Mã đối tượng", json_schema_extra=also_called("Họ và tên", "Đối tượng", "Tên cá nhân, tập thể")
    )
    award: Award = Field(
        title="Danh hiệu, hình thức đề nghị",
        json_schema_extra=also_called("Danh hiệu, hình thức khen thưởng", "Danh hiệu", "Hình thức khen thưởng"),
    )
    in_favour: int | None = Field(
        default=None,
        title="Số phiếu đồng ý",
        json_schema_extra=also_called("Đồng ý", "Số phiếu tán thành", "Tán thành"),
        ge=0,
    )
    against: int | None = Field(
        default=None,
        title="Số phiếu không đồng ý",
        json_schema_extra=also_called("Không đồng ý", "Số phiếu không tán thành", "Không tán thành"),
        ge=0,
    )


class OccasionReview(Sitting):
    """How the council looked at those who are proposed for a campaign or an event (Luật Điều 84 khoản 2 điểm c).

    ``asked_in_writing`` is the day on which the members were asked for their opinion in writing, where they did not
    meet: place and hours are then those at which the answers were counted, ``absences`` who did not answer.
    """

    asked_in_writing: date | None = Field(default=None, title="Ngày gửi phiếu lấy ý kiến bằng văn bản")
    votes: tuple[CouncilVote, ...] = Field(default=(), title="Kết quả biểu quyết")
    minutes: Document = Field(title="Biên bản")


class InitiativeVote(Record):
    """An initiative before the initiative council and the votes that it got; empty until the council has voted."""

    initiative: str = Field(title="Mã sáng kiến")
    in_favour: int | None = Field(default=None, title="Số phiếu đồng ý", ge=0)
    against: int | None = Field(default=None, title="Số phiếu không đồng ý", ge=0)


class InitiativeMeeting(Sitting):
    """The meeting of the initiative council (Nghị định số 13/2012/NĐ-CP, Điều lệ Sáng kiến, Điều 8)."""

    votes: tuple[InitiativeVote, ...] = Field(default=(), title="Kết quả biểu quyết")
    minutes: Document = Field(title="Biên bản họp")


class GroupMeeting(Record):
    """The meeting of one unit that selects; its head presides."""

    group: str = Field(
        title=f"Mã {UNIT_KINDS[0].short}",
        json_schema_extra=of_units("Mã {short}", "Mã {noun}") | also_called("Đơn vị", "Tên đơn vị"),
    )
    day: date = Field(title="Ngày họp", json_schema_extra=also_called("Ngày bình xét", "Ngày tổ chức"))
    starts_at: time = Field(title="Giờ bắt đầu", json_schema_extra=also_called("Bắt đầu", "Giờ họp"))
    ends_at: time = Field(title="Giờ kết thúc", json_schema_extra=also_called("Kết thúc"))
    place: str = Field(title="Địa điểm", json_schema_extra=also_called("Nơi họp"))
    secretary: str = Field(title="Thư ký", json_schema_extra=also_called("Thư ký cuộc họp"))
    present: int = Field(
        title="Số hộ dự họp", json_schema_extra=also_called("Số hộ tham dự", "Số hộ có mặt", "Số hộ dự"), ge=0
    )
    cultural_families: int = Field(
        title="Số hộ đạt Gia đình văn hóa", json_schema_extra=also_called("Số hộ đạt", "Số hộ đạt GĐVH"), ge=0
    )
    title_in_favour: int | None = Field(
        default=None,
        title=f"Số hộ đồng ý danh hiệu của {UNIT_KINDS[0].short}",
        ge=0,
        json_schema_extra=of_units("Số hộ đồng ý danh hiệu của {short}", "Số hộ đồng ý danh hiệu của {noun}"),
    )
    posted_on: date | None = Field(default=None, title="Ngày niêm yết")
    sent_on: date | None = Field(default=None, title="Ngày gửi hồ sơ")
