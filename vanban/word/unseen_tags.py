"""Tags where docxtpl does not look: they would stay as they are in every document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from vanban.ooxml import Element, W, tree
from vanban.ooxml.leftovers import leftovers, may_hold
from vanban.ooxml.story import area_of, excerpt
from vanban.word.hazards import Hazard

_ADDRESS: Final = re.compile(r"%7B\s*(?:%7B|%25|%)", re.IGNORECASE)
_ELSEWHERE: Final = "Hãy chuyển chỗ điền vào thân văn bản, đầu trang, chân trang hoặc chú thích cuối trang."
_OF_LINK: Final = "Hãy ghi hẳn địa chỉ, hoặc bỏ liên kết (chuột phải, Remove Hyperlink)."


def unseen_tags(parts: Mapping[str, bytes], seen: Collection[str], name: str) -> Iterator[tuple[str, Hazard]]:
    """The area and the hazard of each tag that nobody would fill in; ``seen`` are the parts that docxtpl fills in.

    ``name`` is the template's. Raises :class:`vanban.errors.DamagedPackage`.
    """
    for part in sorted(parts):
        if part.endswith((".xml", ".rels")) and may_hold(parts[part]):
            root = tree(parts[part], name)
            yield from ((area_of(part), hazard) for hazard in _in_part(part, root, part in seen))


def _in_part(part: str, root: Element, is_seen: bool) -> Iterator[Hazard]:
    for element, words in leftovers(root):
        if not is_seen or _ADDRESS.match(words):
            where = "trong địa chỉ của một liên kết" if part.endswith(".rels") or is_seen else "ở chỗ không điền được"
            remedy = _OF_LINK if part.endswith(".rels") or is_seen else _ELSEWHERE
            yield Hazard(excerpt(element) or words, f"chỗ điền “{words}” {where}", remedy)
    if is_seen:
        yield from _bound_controls(root)


def _bound_controls(root: Element) -> Iterator[Hazard]:
    """Controls that Word fills from other data when it opens the file, over what we print there."""
    for control in root.iter(W + "sdt"):
        content = control.find(W + "sdtContent")
        if control.find(f"{W}sdtPr/{W}dataBinding") is None or content is None:
            continue
        if "{" in (text := "".join(str(piece) for piece in content.itertext(W + "t"))):
            reason = (
                "chỗ điền nằm trong ô điều khiển nội dung gắn với dữ liệu khác: khi mở tệp, Word ghi đè chữ đã điền"
            )
            yield Hazard(text[:60], reason, "Hãy bỏ ô điều khiển đó (chuột phải, Remove Content Control).")
