"""Texts and what goes with them: an annex that its document names nowhere, and one named that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from vanban.domain.award_decision import AwardDecision
from vanban.domain.consistency.fault import Fault
from vanban.domain.consistency.texts import block_texts
from vanban.domain.document import Annex, AnnexedDocument, Document, Plan
from vanban.domain.finding import Severity
from vanban.domain.numbering import type_of
from vanban.domain.objection import Objection
from vanban.domain.target import assigned
from vanban.domain.wording import listing, roman
from vanban.domain.year import Year
from vanban.law.annex_words import left_unnamed, names_an_annex, own_annex
from vanban.law.provision import DECREE_30
from vanban.law.ward_awards import submitted
from vanban.law.year_check.papers import DatedPaper, awarded, papers

_ARTICLE: Final = f"Phụ lục I, Phần I, Mục III khoản 1 điểm a {DECREE_30}"


class _Attached(NamedTuple):
    """What goes with one document: how it is called there, and the words that name it, ready to copy.

    ``within`` says that they stand inside the sentence that rewards or asks, not in a line of their own at the end.
    """

    called: str
    words: str
    within: bool = False


def annex_unnamed(year: Year) -> Iterator[Fault]:
    """A document whose text names nowhere the annex that goes with it; with the sentence that would."""
    for paper in _numbered(year):
        attached = _attached(year, paper)
        said = "\n".join(block.text for block in paper.document.numbered())
        left = [_number(n, 2) for n in left_unnamed(said, len(_annexes(paper.document)))]
        if attached is None or (names_an_annex(said, attached.called) and not left):
            continue
        if names_an_annex(said, attached.called):
            attached = _detailed(left, type_of(year, paper.kind, paper.key)[0])
        texts = tuple(block_texts((*paper.path, "body"), paper.document.body))
        if not texts:
            continue
        path, text = texts[0 if attached.within else -1]
        objection = Objection(
            rule="annex_unnamed",
            severity=Severity.WARNING,
            article=_ARTICLE,
            about=_named(year, paper),
            reason=f"Có {attached.called} đi kèm mà nội dung không nhắc tới.",
            remedy=f"Hãy thêm vào {'câu này' if attached.within else 'nội dung câu'}: “{attached.words}”",
        )
        yield paper.fault(path, objection, text)


def annex_absent(year: Year) -> Iterator[Fault]:
    """A text that names an annex of its own, where the set has none to go with it."""
    for paper in _numbered(year):
        if _attached(year, paper) is not None:
            continue
        for path, text in block_texts((*paper.path, "body"), paper.document.body):
            words = own_annex(text)
            if words:
                objection = Objection(
                    rule="annex_absent",
                    severity=Severity.WARNING,
                    article=_ARTICLE,
                    about=_named(year, paper),
                    reason=f"Nội dung nhắc “{words}” mà trong bộ không có.",
                    remedy="Hãy thêm phụ lục vào văn bản, hoặc bỏ câu này; tệp phụ lục riêng thì kèm khi gửi.",
                )
                yield paper.fault(path, objection, text)
                break


def _numbered(year: Year) -> Iterator[DatedPaper]:
    """Every document of a numbered kind, once; what went out already is not mended for this."""
    found = {paper.path: paper for paper in reversed(papers(year)) if paper.kind and not paper.issued}
    return reversed(found.values())


def _named(year: Year, paper: DatedPaper) -> str:
    return f"{type_of(year, paper.kind, paper.key)[0]} “{paper.document.subject}”"


def _attached(year: Year, paper: DatedPaper) -> _Attached | None:
    document, kind = paper.document, type_of(year, paper.kind, paper.key)[0]
    if own := _annexes(document):
        names = [annex.name or _number(n, len(own)) for n, annex in enumerate(own, start=1)]
        return _detailed(names, kind)
    if isinstance(document, Plan) and assigned(document.targets):
        return _Attached("Phụ lục", f"Phân công thực hiện các chỉ tiêu tại Phụ lục kèm theo {kind} này.")
    if paper.kind == "criteria_decision":
        return _Attached("Phụ lục", f"Tiêu chí, thang điểm tại Phụ lục kèm theo {kind} này.")
    if paper.kind == "family_decision" or _listed(year, paper):
        return _Attached("danh sách", "(có danh sách kèm theo)", within=True)
    return None


def _detailed(names: list[str], kind: str) -> _Attached:
    return _Attached(listing(names), f"Chi tiết tại {listing(names)} kèm theo {kind} này.")


def _listed(year: Year, paper: DatedPaper) -> bool:
    """Whether a list of names goes with the document: of those whom it rewards, of those for whom it asks."""
    if paper.kind == "submission":
        return bool(submitted(year))
    return isinstance(paper.document, AwardDecision) and bool(awarded(year, paper))


def _annexes(document: Document) -> tuple[Annex, ...]:
    return document.annexes if isinstance(document, AnnexedDocument) else ()


def _number(ordinal: int, among: int) -> str:
    return f"Phụ lục {roman(ordinal)}" if among > 1 else "Phụ lục"


RULES: Final = (annex_unnamed, annex_absent)
