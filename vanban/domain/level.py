"""The levels of government at which awards are proposed, submitted and decided."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """A level at which awards are proposed, submitted and decided."""

    UNIT = "tập thể, đơn vị cơ sở"
    WARD = "Chủ tịch Ủy ban nhân dân cấp xã"
    CITY = "Chủ tịch Ủy ban nhân dân cấp huyện"
    PROVINCE = "Chủ tịch Ủy ban nhân dân cấp tỉnh"


class CommendationOccasion(StrEnum):
    """What a commendation is given for (Điều 8); titles are always given for the year."""

    ANNUAL = "công trạng"
    CAMPAIGN = "phong trào thi đua"
    SUDDEN = "đột xuất"


class VoteBase(StrEnum):
    """Of whom the share of a vote is taken."""

    ALL_MEMBERS = "tổng số thành viên Hội đồng"
    PRESENT = "số thành viên dự họp"
    HOUSEHOLDS = "số hộ dự họp"
