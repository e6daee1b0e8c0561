"""What stands in a text for something that is taken from the data, as a person sees it: ``[[Các chỉ tiêu]]``."""

from __future__ import annotations

import re
from typing import Final

from vanban.domain.text import matching_key
from vanban.domain.text_tree import Block, Inset

INSET_NAMES: Final = {
    Inset.TARGETS: "Các chỉ tiêu",
    Inset.TARGET_RESULTS: "Kết quả các chỉ tiêu",
    Inset.AWARD_COUNTS: "Số lượng danh hiệu, hình thức khen thưởng",
    Inset.GROUP_REGISTRATIONS: "Đăng ký của các đơn vị dưới",
    Inset.COLLECTIVE_REGISTRATIONS: "Đăng ký của các tập thể",
    Inset.INDIVIDUAL_REGISTRATIONS: "Đăng ký của các cá nhân",
    Inset.BALLOT_FIGURES: "Số phiếu",
    Inset.COUNCIL_VOTES: "Kết quả bỏ phiếu",
    Inset.COUNCIL_CONCLUSIONS: "Kết luận của Hội đồng",
    Inset.NOMINATIONS: "Danh sách đề nghị",
    Inset.INITIATIVES: "Các sáng kiến",
    Inset.AWARDS: "Các danh hiệu, hình thức khen thưởng",
    Inset.RECOGNISED_INITIATIVES: "Các sáng kiến được công nhận",
    Inset.FAMILY_UNITS: "Số gia đình văn hóa của từng đơn vị",
    Inset.INITIATIVE_FACTS: "Thông tin về sáng kiến",
    Inset.AUTHORS: "Tác giả sáng kiến",
    Inset.HANDWRITTEN: "Chỗ để viết tay",
    Inset.AWARDEES: "Người, tập thể được khen thưởng",
    Inset.SUMMARIES: "Tóm tắt thành tích",
    Inset.MEMBERS: "Danh sách thành viên",
    Inset.OTHER_AWARDS: "Danh sách tặng danh hiệu của hệ thống khác",
    Inset.PAST_TITLES: "Danh hiệu đã đạt",
    Inset.PAST_COMMENDATIONS: "Khen thưởng đã nhận",
}
"""What a clerk calls each of them."""

_MARK: Final = re.compile(r"\[\[\s*(?P<name>[^\[\]|]+?)\s*(?P<rest>(?:\|[^\[\]|]*)*)\]\]\s*[.;]?")
_ABOUT, _UNIT, _AWARD = "lĩnh vực", "đơn vị", "danh hiệu"
_BY_NAME: Final = (
    {matching_key(name): inset for inset, name in INSET_NAMES.items()}
    | {matching_key(inset.value): inset for inset in Inset}
    | {matching_key("chỉ tiêu"): Inset.TARGETS}
)


def inset_mark(block: Block) -> str:
    """``[[Các chỉ tiêu | lĩnh vực: Kinh tế]]``: what stands for the inset of ``block``."""
    assert block.inset is not None
    said = [INSET_NAMES[block.inset]]
    said += [f"{_ABOUT}: {block.about}"] if block.about else []
    said += [f"{_UNIT}: {block.of_unit}"] if block.of_unit else []
    said += [f"{_AWARD}: {block.of_award}"] if block.of_award else []
    return f"[[{' | '.join(said)}]]"


def read_inset(text: str) -> Block | None:
    """The block whose mark ``text`` is; ``None`` where it is none."""
    found = _MARK.fullmatch(text.strip())
    inset = _BY_NAME.get(matching_key(found["name"])) if found else None
    if found is None or inset is None:
        return None
    facts = dict(_fact(one) for one in found["rest"].split("|") if one.strip())
    if inset is Inset.OTHER_AWARDS:
        award = facts.get(matching_key(_AWARD))
        return Block(inset=inset, of_award=award) if award else None
    if inset not in (Inset.TARGETS, Inset.TARGET_RESULTS):
        return Block(inset=inset)
    return Block(
        inset=inset, about=facts.get(matching_key(_ABOUT)) or None, of_unit=facts.get(matching_key(_UNIT)) or None
    )


def _fact(said: str) -> tuple[str, str]:
    name, _, value = said.partition(":")
    return matching_key(name), value.strip()
