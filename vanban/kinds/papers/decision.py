"""Quyết định khen thưởng (Phụ lục III, Mẫu 1.2): the ward chairman's own decision, every number in it computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from pydantic import Field

from vanban.domain.award_decision import Awardee
from vanban.domain.decision import Decision
from vanban.domain.receiver import receiver
from vanban.domain.record import Record
from vanban.domain.target import fill
from vanban.domain.text_tree import Block, Inset, LineRole, NumberedBlock, as_articles, numbered
from vanban.domain.wording import introduced
from vanban.domain.year import Year
from vanban.kinds.kind import Kind, Step
from vanban.kinds.parts.awardees import GRANTED, awardees, decision_of, grouped
from vanban.kinds.parts.closing import Closing, closing
from vanban.kinds.parts.document import headed
from vanban.kinds.parts.figures import Figures
from vanban.kinds.parts.letterhead import Heading, Letterhead, centred, heading, letterhead
from vanban.kinds.parts.reference import cited_body
from vanban.kinds.parts.text import Expand, TextLine, bases, ended, lines, listed
from vanban.law.nd30 import END_MARK, Part

NAMED_IN_TEXT: Final = 10
"""So many receivers are named in the text; more are counted there and named in the list: custom."""


class Article(Record):
    """One Điều: its number, its first sentence on the same line, what stands under it, whether it is the last."""

    label: str = Field(title="Số thứ tự của Điều")
    text: str = Field(title="Nội dung trên dòng của Điều")
    lines: tuple[TextLine, ...] = Field(title="Các dòng bên dưới")
    closes: bool = Field(title="Là Điều cuối cùng")


class DecisionContext(Record):
    """A whole decision of Mẫu 1.2, ready to print."""

    letterhead: Letterhead = Field(title="Phần đầu văn bản")
    heading: Heading = Field(title="Tên loại và trích yếu")
    authority: str = Field(title="Thẩm quyền ban hành")
    bases: tuple[str, ...] = Field(title="Các dòng căn cứ")
    articles: tuple[Article, ...] = Field(title="Các Điều")
    closing: Closing = Field(title="Nơi nhận và người ký")


def compose(year: Year, key: str) -> DecisionContext:
    """The year's decision; ``key`` is empty, there is one."""
    return compose_decision(year, "decision", key, awardees(year, "decision", key))


def compose_decision(year: Year, kind: str, key: str, rows: tuple[Awardee, ...]) -> DecisionContext:
    """The decision ``key`` of a kind in ``AWARDED``, which rewards ``rows``; ``KeyError`` where the year has none."""
    document = decision_of(year, kind, key)
    if document is None:
        raise KeyError(f"{kind}/{key}")

    def expand(inset: Inset) -> tuple[TextLine, ...] | None:
        return award_lines(year, rows) if inset is Inset.AWARDS else None

    return decided(year, kind, key, document, expand)


def decided(year: Year, kind: str, key: str, document: Decision, expand: Expand) -> DecisionContext:
    """A decision of the office's head, whatever it decides."""
    body = year.issuer(document.issuer)
    end = closing(year, document)
    known = Figures(year, kind, key)
    return DecisionContext(
        letterhead=letterhead(year, kind, key),
        heading=heading("QUYẾT ĐỊNH", document.subject),
        authority=centred(f"{body.head_position} {body.name}".upper(), Part.TYPE_NAME),
        bases=decision_bases(year, document, key),
        articles=articles_of(cited_body(year, document, key), known, expand),
        closing=end.model_copy(update={"recipients": (f"- Như Điều {len(document.body)};", *end.recipients)}),
    )


def decision_bases(year: Year, document: Decision, key: str = "") -> tuple[str, ...]:
    """The căn cứ, then “Theo đề nghị của …”: each ends with “;”, the last with “.” (Mẫu 1.2)."""
    cited = bases(year, document, key)
    return (*cited, document.introduction.rstrip(" .;") + ".") if document.introduction else cited


_BEGINNING: Final = (LineRole.ARTICLE, LineRole.ARTICLE_TITLE)


def articles_of(body: tuple[Block, ...], known: Mapping[str, str], expand: Expand) -> tuple[Article, ...]:
    """The articles of a text, the last closed with “./.”."""
    return _ended(tuple(_articles(numbered(as_articles(body)), known, expand)))


def _articles(body: Iterable[NumberedBlock], known: Mapping[str, str], expand: Expand) -> Iterator[Article]:
    """Each article: its first sentence, and the lines until the next."""
    made: list[tuple[NumberedBlock, list[NumberedBlock]]] = []
    for block in body:
        if block.role in _BEGINNING:
            made.append((block, []))
        else:
            made[-1][1].append(block)
    for begun, under in made:
        text = fill(begun.text, known)
        yield Article(label=begun.label, text=text, lines=lines(under, known, expand), closes=begun is made[-1][0])


def _ended(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """The same articles, the last closed with “./.”."""
    last = articles[-1]
    if last.lines:
        return (*articles[:-1], last.model_copy(update={"lines": ended(last.lines)}))
    return (*articles[:-1], last.model_copy(update={"text": last.text.rstrip(" .;/") + END_MARK}))


def award_lines(year: Year, rows: tuple[Awardee, ...], listed_in: str = "kèm theo") -> tuple[TextLine, ...]:
    """For each award and sort of receiver how many get it; then who, where they are few, else a word on the list."""
    named_here = len(rows) <= NAMED_IN_TEXT
    made: list[TextLine] = []
    for ordinal, group in enumerate(grouped(year, rows), start=1):
        ending = introduced(len(group.rows)) if named_here else f" (có danh sách {listed_in})."
        made.append(TextLine(role=LineRole.CLAUSE, text=f"{ordinal}. {group}{ending}"))
        made += listed(tuple(receiver(year, row.nominee).named for _, row in group.rows)) if named_here else ()
    return tuple(made) or (TextLine(role=LineRole.TEXT, text="Không có trường hợp nào đủ điều kiện."),)


def keys(year: Year) -> tuple[str, ...]:
    """One decision where its text is written and somebody is rewarded."""
    return ("",) if awardees(year, "decision") else ()


KIND = Kind(
    name="decision",
    title="Quyết định khen thưởng",
    step=Step.RESULT,
    slug="quyet-dinh-khen-thuong",
    context=DecisionContext,
    reads=("office", "legal_bases", *GRANTED),
    keys=keys,
    compose=compose,
    headline=headed("Quyết định", "decision"),
)
