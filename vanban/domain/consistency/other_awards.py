"""Awards of other systems: of nobody, of no such award, to whom it is not given, decided by who may only propose it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.consistency.documents import documents
from vanban.domain.consistency.fault import Fault, Path, unknown
from vanban.domain.decision import Decision
from vanban.domain.document import AnnexedDocument, Document
from vanban.domain.free_document import FreeDocument
from vanban.domain.receiver import receiver, receiver_table, sorts_named, words_for
from vanban.domain.rows import keyed
from vanban.domain.text_tree import Block
from vanban.domain.wording import listing
from vanban.domain.year import Year

_DECISION: Final = "Quyết định"
_AWARD: Final = "danh hiệu, hình thức của hệ thống khác"


def unknown_other_awards(year: Year) -> Iterator[Fault]:
    """A nominee or an award that is not there, and somebody of a sort to whom the award is not given."""
    known, awards = receiver_table(year), keyed(year.other_awards)
    for position, row in enumerate(year.other_nominations):
        path: Path = ("other_nominations", position)
        if row.nominee not in known:
            yield unknown((*path, "nominee"), row.nominee, sorts_named(year.office), known)
        if row.award not in awards:
            yield unknown((*path, "award"), row.award, _AWARD, awards)
        if row.nominee in known and row.award in awards:
            yield from _of_another_sort(year, path, row.nominee, row.award)
    for position, award in enumerate(year.other_awards):
        decisions = keyed(year.documents)
        if award.decision is not None and decisions and award.decision not in decisions:
            yield unknown(("other_awards", position, "decision"), award.decision, "văn bản trong bộ", decisions)


def _of_another_sort(year: Year, path: Path, nominee: str, key: str) -> Iterator[Fault]:
    award, who = keyed(year.other_awards)[key], receiver(year, nominee)
    if who.kind not in award.receivers:
        allowed = listing(words_for(year.office, kind).noun for kind in award.receivers)
        yield Fault(
            path=(*path, "nominee"),
            value=nominee,
            reason=f"{award.name} chỉ tặng cho {allowed}; {who.name} là {words_for(year.office, who.kind).noun}.",
            remedy="Hãy sửa đối tượng, hoặc sửa cột “Tặng cho” của danh hiệu, hình thức này.",
        )


def lists_of_other_awards(year: Year) -> Iterator[Fault]:
    """A text that calls for the list of an award that is not there, or decides what another decides."""
    awards = keyed(year.other_awards)
    for path, document in documents(year):
        for place, block in _called(path, document):
            key = block.of_award or ""
            if key not in awards:
                yield unknown((*place, "of_award"), key, _AWARD, awards)
            elif _decides(document) and not awards[key].own:
                yield Fault(
                    path=(*place, "of_award"),
                    value=key,
                    reason=f"{awards[key].name} do {awards[key].decided_by} quyết định, cơ quan chỉ đề nghị.",
                    remedy="Hãy lập tờ trình, hoặc ghi “có” ở cột “Do cơ quan mình quyết định” nếu đúng thẩm quyền.",
                )


def _decides(document: Document) -> bool:
    is_free = isinstance(document, FreeDocument) and document.type_name == _DECISION
    return is_free or isinstance(document, Decision)


def _called(path: Path, document: Document) -> Iterator[tuple[Path, Block]]:
    yield from _placed((*path, "body"), document.body)
    for number, annex in enumerate(document.annexes if isinstance(document, AnnexedDocument) else ()):
        yield from _placed((*path, "annexes", number, "body"), annex.body)


def _placed(path: Path, blocks: tuple[Block, ...]) -> Iterator[tuple[Path, Block]]:
    for position, block in enumerate(blocks):
        if block.of_award is not None:
            yield (*path, position), block
        yield from _placed((*path, position, "body"), block.body)


RULES: Final = (unknown_other_awards, lists_of_other_awards)
