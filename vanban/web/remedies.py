"""Where the page mends what an error says, for those whose remedy is otherwise a command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from vanban import errors
from vanban.errors import VanbanError


@dataclass(frozen=True)
class Remedy:
    """What to do: the error's own advice, or the page on which it is done (below the year) and what its link says."""

    advice: str
    page: str = ""
    words: str = ""


_PAGES: Final[tuple[tuple[type[VanbanError], str, str], ...]] = (
    (errors.UnfitData, "/kiem-tra", "Xem và sửa lỗi dữ liệu"),
    (errors.NoRegister, "/so", "Mở sổ đăng ký"),
    (errors.SeriesNotOpen, "/so", "Mở sổ cho hệ thống số này"),
    (errors.BlankCitation, "/ban-hanh", "Ban hành văn bản được viện dẫn trước"),
    (errors.SigningCopyMissing, "/lap", "Lập văn bản rồi trình ký"),
    (errors.SignedCopyDiffers, "/lap", "Lập lại văn bản rồi trình ký lại"),
    (errors.AlreadyIssued, "/ban-hanh", "Xem số đã cấp; có thể đính chính, thay thế hoặc thu hồi"),
    (errors.Stopped, "/", "Về trang đầu"),
    (errors.NoDocument, "/xem", "Xem các văn bản"),
)


def remedy_of(error: VanbanError) -> Remedy:
    """What a page says after the error's own sentence."""
    for kind, page, words in _PAGES:
        if isinstance(error, kind):
            return Remedy("", page, words)
    return Remedy(error.advice)
