"""Targets that the plan prints twice or nowhere, and insets of targets that find none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from vanban.domain.aim import Comparison
from vanban.domain.consistency.documents import documents
from vanban.domain.consistency.fault import Fault, Path, unknown_in
from vanban.domain.document import AnnexedDocument
from vanban.domain.finding import Severity
from vanban.domain.suggestion import did_you_mean
from vanban.domain.target import ALL_GROUPS, Target
from vanban.domain.target_inset import chosen, insets
from vanban.domain.text import matching_key
from vanban.domain.text_tree import Block, Inset
from vanban.domain.year import Year


def empty_target_insets(year: Year) -> Iterator[Fault]:
    """An inset of targets of a field or a unit that no target has: nothing would be printed in its place."""
    fields = tuple(dict.fromkeys(target.about for target in year.plan.targets if target.about))
    units = (ALL_GROUPS, *(unit.key for unit in year.collectives))
    for path, document in documents(year):
        annexes = document.annexes if isinstance(document, AnnexedDocument) else ()
        texts = [((*path, "body"), document.body)]
        texts += [((*path, "annexes", n, "body"), annex.body) for n, annex in enumerate(annexes)]
        for place, block in (found for where, body in texts for found in _placed(where, body)):
            if block.about is not None and block.about not in fields:
                yield Fault(
                    path=(*place, "about"),
                    value=block.about,
                    reason=f"Không có chỉ tiêu nào của lĩnh vực này.{did_you_mean(block.about, fields)}",
                    remedy="Hãy ghi đúng tên lĩnh vực như ở chỉ tiêu, hoặc bỏ mục “about”.",
                )
            elif block.of_unit is not None and block.of_unit not in units:
                yield Fault(
                    path=(*place, "of_unit"),
                    value=block.of_unit,
                    reason=f"{unknown_in('tập thể')}{did_you_mean(block.of_unit, units)}",
                    remedy="Hãy ghi đúng mã tập thể.",
                )
            elif (block.about or block.of_unit) and not chosen(block, year.plan.targets):
                yield Fault(
                    path=place,
                    value=block.of_unit or block.about,
                    reason="Không có chỉ tiêu nào thỏa điều kiện lọc nên chỗ này sẽ trống.",
                    remedy="Hãy sửa lĩnh vực (about), đơn vị (of_unit), hoặc bỏ khối này.",
                )


def _placed(path: Path, blocks: tuple[Block, ...]) -> Iterator[tuple[Path, Block]]:
    for position, block in enumerate(blocks):
        if block.about is not None or block.of_unit is not None:
            yield (*path, position), block
        yield from _placed((*path, position, "body"), block.body)


def targets_not_printed_once(year: Year) -> Iterator[Fault]:
    """A target that stands in the plan twice, or nowhere although the plan prints others."""
    printed = _times_printed(year)
    for position, target in enumerate(year.plan.targets):
        times = printed[target.key]
        if times > 1:
            yield _told(position, target, f"Chỉ tiêu này in {times} lần trong kế hoạch.", _ONCE)
        elif not times:
            yield _told(position, target, "Chỉ tiêu này không in ở đâu trong kế hoạch.", _NOWHERE)


def _told(position: int, target: Target, reason: str, remedy: str) -> Fault:
    return Fault(
        path=("plan", "targets", position, "key"),
        value=target.key,
        reason=reason,
        remedy=remedy,
        severity=Severity.WARNING,
    )


_ONCE: Final = (
    "Hãy bỏ một chỗ: khối danh sách chỉ tiêu (inset: targets) lặp lại, câu gõ tay trong nội "
    "dung, hoặc chỉ tiêu ghi hai lần."
)
_NOWHERE: Final = (
    "Hãy thêm khối danh sách chỉ tiêu (inset: targets) vào lời văn kế hoạch, hoặc sửa lĩnh vực, đơn vị mà khối ấy lọc."
)


def words_against_their_comparison(year: Year) -> Iterator[Fault]:
    """A statement that says “dưới {share}” of a measure which is met from that number on, and the like."""
    for position, target in enumerate(year.plan.targets):
        for measure in target.measures:
            said = _said_around(target.statement, measure.key)
            if said is not None and measure.comparison not in said[1]:
                yield Fault(
                    path=("plan", "targets", position, "statement"),
                    value=target.statement,
                    reason=f"Câu ghi “{said[0]}” nhưng nội dung “{measure.key}” so sánh là “{measure.aim.words}”; "
                    "kết quả "
                    "được đánh giá theo cách so sánh.",
                    remedy="Hãy sửa câu, hoặc sửa cách so sánh (comparison) của nội dung cho khớp.",
                    severity=Severity.WARNING,
                )


_BEFORE: Final[Mapping[str, frozenset[Comparison]]] = {
    **dict.fromkeys(("không quá", "không vượt quá", "tối đa", "nhiều nhất"), frozenset({Comparison.AT_MOST})),
    **dict.fromkeys(("không dưới", "ít nhất", "tối thiểu"), frozenset({Comparison.AT_LEAST})),
    **dict.fromkeys(("dưới", "thấp hơn"), frozenset({Comparison.BELOW})),
    **dict.fromkeys(("trên", "cao hơn"), frozenset({Comparison.ABOVE})),
}
_AFTER: Final[Mapping[str, frozenset[Comparison]]] = {
    "trở lên": frozenset({Comparison.AT_LEAST, Comparison.RANK}),
    "trở xuống": frozenset({Comparison.AT_MOST}),
}
"""What stands beside a number, and what it then can mean; the longer ways of saying before the shorter."""


def _said_around(statement: str, key: str) -> tuple[str, frozenset[Comparison]] | None:
    """The words beside the place of that measure's value that say how it is meant; ``None`` where none do."""
    before, place, after = statement.partition(f"{{{key}}}")
    if not place:
        return None
    leading = (word for word in _BEFORE if before.rstrip().lower().endswith(word))
    following = (word for word in _AFTER if re.match(rf"[^{{.;]{{0,24}}?\b{word}\b", after, re.IGNORECASE))
    if word := next(leading, ""):
        return f"{word} {place}", _BEFORE[word]
    if word := next(following, ""):
        return f"{place} {word}", _AFTER[word]
    return None


def _times_printed(year: Year) -> Counter[str]:
    """How often each target stands in the plan: called for, typed as a sentence, or the same as another."""
    targets = year.plan.targets
    called = [block for block in insets(year.plan.body) if block.inset is Inset.TARGETS]
    shown = [target for block in called for target in chosen(block, targets)]
    times = Counter(target.key for target in shown)
    sentences = Counter(_plain(target.sentence) for target in {target.key: target for target in shown}.values())
    typed = Counter(_plain(text) for text in _typed(year.plan.body))
    for target in targets:
        same = _plain(target.sentence)
        times[target.key] += typed[same] + max(sentences[same] - 1, 0)
    return times


def _typed(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield block.words
        yield from _typed(block.body)


def _plain(sentence: str) -> str:
    return matching_key(sentence.strip(" .;:-"))


RULES: Final = (empty_target_insets, targets_not_printed_once, words_against_their_comparison)
