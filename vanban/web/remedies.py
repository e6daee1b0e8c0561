"""Where the page mends what an error says: a remedy that names a command line names a page or a button here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from vanban import errors
from vanban.errors import VanbanError
from vanban.web.bare import MENU


@dataclass(frozen=True)
class Remedy:
    """What to do: the advice in the page's words, and the page on which it is done (below the year) with its link's
    words, where there is one."""

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

PLACES: Final = {
    "new-year": "/nam-moi",
    "check": "/kiem-tra",
    "kit": "/phieu",
    "take": "/phieu",
    "show": "/xem",
    "print": "/xem",
    "build": "/lap",
    "proof": "/lap",
    "issue": "/ban-hanh",
    "void": "/ban-hanh",
    "replace": "/ban-hanh",
    "correct": "/ban-hanh",
    "recall": "/ban-hanh",
    "sign-copy": "/ban-hanh",
    "recover": "/luu-tru",
    "backup": "/luu-tru",
    "restore": "/luu-tru",
    "verify": "/luu-tru",
    "archive": "/luu-tru",
    "register continue": "/so/them",
    "register move-here": "/so/them",
    "register": "/so",
    "dossier": "/ho-so",
    "proofread": "/soat",
    "template": "/mau",
    "paper": "/mau",
    "text": "/loi-van",
    "law": "/quy-dinh",
}
"""Each command, or group of commands, by the page on which it is done."""

_NAMES: Final = {**dict(MENU), "/so/them": "Sổ đăng ký, Nhập sổ cũ, cấp tiếp, đầu chuỗi"}
_WORDS: Final = "|".join(sorted(map(re.escape, PLACES), key=len, reverse=True))
_OPTION: Final = r"--[a-z-]+(?: [a-z][\w-]*(?= --|[”).,;]|$))?"
_ARGUMENT: Final = (
    _OPTION + r"|[A-ZĐ][A-ZĐÀ-Ỹ-]+(?:\.[a-z]+)?|…|\d+(?:-\d{4})?|“[^”]*”|[a-z_]+(?:/[\w-]+)?(?=[”).,;]|$)"
)
_COMMAND: Final = re.compile(
    rf"(?P<run>(?P<begin>[Cc])hạy(?: lại| tiếp)?:? )?(?P<by>(?:bằng )?lệnh:? )?“?vanban (?P<command>{_WORDS})"
    rf"(?: (?:import|export|list|fields|copy|lint|update|new|open-series|add|close|print|search|awards|heads))?"
    rf"(?: [a-z][a-z-]*(?: \d+)?(?= --))?(?: (?:{_ARGUMENT}))*”?"
)
_BEGINNING: Final = (
    ("tạo thư mục làm việc mới bằng lệnh: vanban new THƯ-MỤC", "mở chương trình ở một thư mục trống để bắt đầu"),
    ("(vanban new)", "(mở chương trình ở một thư mục trống để bắt đầu)"),
)
_OPTIONS: Final = (
    ("chạy lại với --password và gõ đúng mật khẩu", "gõ lại đúng mật khẩu"),
    ("chạy lại với --same-number", "đánh dấu “Sổ cũ có hai văn bản cùng số” rồi nhập lại"),
    ("chạy lại kèm --unit MÃ-ĐƠN-VỊ", "chọn đơn vị ấy rồi nhận lại"),
    ("dùng --columns", "ghi các cột của bảng"),
    (", hoặc dùng --no-page", ""),
    (" (--date)", ""),
    (" (--confirm-date)", ""),
    (" sau --why, ví dụ --why “Cấp nhầm”", ""),
    (" (--last)", ""),
    ("chạy lại lệnh ấy", "mở lại chương trình"),
    ("chạy lại lệnh", "làm lại"),
    ("Chạy lệnh lại", "Làm lại"),
    ("chạy lại", "làm lại"),
    ("chạy tiếp", "làm tiếp"),
)
_YEAR: Final = re.compile(r"thêm --year (\S+?)(?=[.,;]|$)")


def on_page(text: str) -> str:
    """The sentence with pages and buttons where it names command lines."""

    def place(found: re.Match[str]) -> str:
        name = _NAMES[PLACES[found["command"]]]
        if found["run"]:
            return f"{'M' if found['begin'] == 'C' else 'm'}ở trang “{name}”"
        return f"{'ở ' if found['by'] else ''}trang “{name}”"

    for words, instead in _BEGINNING:
        text = text.replace(words, instead)
    said = _YEAR.sub(r"mở năm \1 ở đầu trang", _COMMAND.sub(place, text))
    for words, instead in _OPTIONS:
        said = said.replace(words, instead)
    return said


def remedy_of(error: VanbanError) -> Remedy:
    """What a page says after the error's own sentence."""
    for kind, page, words in _PAGES:
        if isinstance(error, kind):
            return Remedy("", page, words)
    named = _COMMAND.search(error.advice)
    if named is None:
        return Remedy(on_page(error.advice))
    page = PLACES[named["command"]]
    return Remedy(on_page(error.advice), page, f"Tới trang “{_NAMES[page]}”")
