"""Whether somebody is a man or a woman, as lists say it."""

from __future__ import annotations

from enum import StrEnum


class Gender(StrEnum):
    """As written in lists."""

    MALE = "Nam"
    FEMALE = "Nữ"
