"""The guide inside the program: a section beside each page, in place and without a network."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from vanban.workspace import read_file, shipped

SECTIONS: Final[Mapping[str, str]] = {
    "/": "Trang làm việc trong trình duyệt",
    "/co-quan": "Cơ quan và đơn vị",
    "/bang": "Các bảng Excel",
    "/loi-van": "Lời văn: sửa bằng Word, lấy từ văn bản năm trước",
    "/phieu": "Nhận phiếu gửi về",
    "/kiem-tra": "Kiểm tra",
    "/lap": "Lập văn bản",
    "/xem": "So các văn bản đã lập với nhau",
    "/ban-hanh": "Ban hành: cấp số, vào sổ, lưu trữ",
    "/so": "Sổ đăng ký văn bản đi",
    "/ho-so": "Hồ sơ",
    "/luu-tru": "Kiểm chứng và sao lưu",
    "/soat": "Soát thể thức một tệp Word bất kỳ",
    "/mau": "Đổi mẫu Word",
    "/quy-dinh": "Xem quy định đang áp dụng",
    "/nam-moi": "Sang năm mới",
}
"""Page of the menu → the heading of the guide's section about it, without its number."""

_RECORDS, _TABLES = "/muc", "/bang"
"""What is no table is chosen, and told of, beside the tables."""

_NUMBERED: Final = re.compile(r"^\d+(\.\d+)*\.?\s+")


@dataclass(frozen=True)
class GuideSection:
    """A section of the guide: what its heading says without a number, its level from 1, its place in an address, its
    words as HTML with the sections inside it."""

    title: str
    level: int
    anchor: str
    html: str


@cache
def guide() -> tuple[GuideSection, ...]:
    """Every section in order. Raises :class:`vanban.errors.FileUnreadable`."""
    text = read_file(shipped() / "docs" / "huong-dan.md").decode()
    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = list(_inside(reader.parse(text)))
    starts = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.level == 0]
    made = []
    for at in starts:
        level = int(tokens[at].tag[1:])
        end = next((one for one in starts if one > at and int(tokens[one].tag[1:]) <= level), len(tokens))
        title = _NUMBERED.sub("", tokens[at + 1].content)
        html = reader.renderer.render(_below_title(tokens[at + 3 : end], level), reader.options, {})
        made.append(GuideSection(title, level, anchor_of(tokens[at + 1].content), html))
    return tuple(made)


def section_of(page: str) -> GuideSection | None:
    """The section about the page at that address below the year, or about the page of the menu that it belongs to."""
    page = page.replace(_RECORDS, _TABLES, 1) if page.startswith(f"{_RECORDS}/") else page
    known = [href for href in SECTIONS if page == href or (href != "/" and page.startswith(f"{href}/"))]
    return next((one for href in known for one in guide() if one.title == SECTIONS[href]), None)


def anchor_of(heading: str) -> str:
    """A heading as it stands in an address, as readers of Markdown make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _inside(tokens: list[Token]) -> Iterator[Token]:
    """The same without pictures and without links to files that are not inside; links within the guide stay."""
    for token in tokens:
        token.attrs.pop("style", None)  # pages have one stylesheet and no other
        if token.children:
            token.children = [one for one in token.children if not _leads_out(one, token.children)]
            for link in token.children:
                if link.type == "link_open":
                    link.attrSet("href", str(link.attrGet("href")).replace("#", "#hd-", 1))
        yield token


def _leads_out(token: Token, beside: list[Token]) -> bool:
    if token.type == "image":
        return True
    opened = token
    if token.type == "link_close":
        opened = next(one for one in reversed(beside[: beside.index(token)]) if one.type == "link_open")
    return opened.type == "link_open" and not str(opened.attrGet("href") or "").startswith("#")


def _below_title(tokens: list[Token], level: int) -> list[Token]:
    """Headings as they stand below the title of the section, of that ``level``, on a page with a title of its own; each
    with its anchor."""
    made = []
    for at, token in enumerate(tokens):
        if token.type in ("heading_open", "heading_close"):
            token = token.copy(tag=f"h{min(6, int(token.tag[1:]) - level + 2)}")
            if token.type == "heading_open":
                token.attrSet("id", f"hd-{anchor_of(tokens[at + 1].content)}")
        made.append(token)
    return made
