"""The steps of the emulation year."""

from __future__ import annotations

from enum import Enum


class Step(Enum):
    """The steps of the emulation year in order; the value names the folder in which a clerk looks."""

    LAUNCH = "1-phat-dong"
    REGISTRATION = "2-dang-ky"
    CAMPAIGN = "3-dot-thi-dua"
    SELECTION = "4-binh-xet"
    NOMINATION = "5-de-nghi-khen-thuong"
    RESULT = "6-ket-qua-khen-thuong"
    REPORT = "7-bao-cao"
    OTHER = "8-van-ban-khac"
