"""What the documents of a year rest on and whom they name: texts in force, earlier papers, offices that exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.consistency.texts import block_texts, fixed_texts
from vanban.domain.finding import Severity
from vanban.domain.numbering import CITATION, cited_basis, meant, type_of
from vanban.domain.objection import Objection
from vanban.domain.office import LegalBasis
from vanban.domain.rows import keyed
from vanban.domain.target import placeholders
from vanban.domain.wording import numeric_date
from vanban.domain.year import Year
from vanban.law.citation import ARTICLE, basis_objections, short_citation, successor
from vanban.law.lapsed import CitedText, LapsedName, gone_for, lapsed, spoken_of_as_old
from vanban.law.organisation import form_objection, office_objection
from vanban.law.year_check.papers import DatedPaper, papers, undated

_LOOKING_BACK: Final = frozenset({"Báo cáo", "Tờ trình", "Quyết định", "Thông báo", "Biên bản"})
"""What is still written about a year after its end; a plan or a letter that asks for something is not."""


def legal_bases(year: Year) -> Iterator[Fault]:
    """A text that is cited before it was issued or after it lapsed, with what took its place."""
    known = keyed(year.legal_bases)
    for paper in papers(year):
        for position, key in enumerate(paper.document.legal_bases):
            if key in known:
                yield from _basis(year, paper, (*paper.path, "legal_bases", position), known[key])


def texts_cited_in_sentences(year: Year) -> Iterator[Fault]:
    """The same for a text that a sentence cites by its key; a warning, since a sentence may speak of the past."""
    for paper in papers(year):
        for path, text in block_texts((*paper.path, "body"), paper.document.body):
            for name in placeholders(text):
                basis = cited_basis(year, name.removeprefix(CITATION)) if name.startswith(CITATION) else None
                for fault in _basis(year, paper, path, basis) if basis else ():
                    yield fault.model_copy(update={"severity": Severity.WARNING})


def _basis(year: Year, paper: DatedPaper, path: Path, basis: LegalBasis) -> Iterator[Fault]:
    known, lapses = keyed(year.legal_bases), basis.valid_to
    if paper.day is None and lapses and paper.first <= lapses < paper.last:
        yield paper.fault(path, _lapses(year, paper, basis, known), basis.key)
        return
    day = paper.last if basis.issued_on > paper.first else paper.first
    for objection in basis_objections(year.law, (basis,), day, known):
        if lapses == year.year.ends and lapses < day and not basis.successor and _looks_back(year, paper):
            objection = _ended_with_the_year(objection)
        if paper.day or objection.severity is Severity.ERROR:
            yield paper.fault(path, objection, basis.key, undated(paper))


def _looks_back(year: Year, paper: DatedPaper) -> bool:
    return bool(paper.kind) and type_of(year, paper.kind, paper.key)[0] in _LOOKING_BACK


def _ended_with_the_year(objection: Objection) -> Objection:
    """What a plan or a resolution set for the year is reported on in the next one: a doubt, no error."""
    return Objection(
        rule="basis_ended_with_the_year",
        severity=Severity.WARNING,
        article=objection.article,
        about=objection.about,
        reason=objection.reason,
        remedy="Văn bản tổng kết chính năm ấy thì bỏ qua lưu ý này; văn bản của năm sau thì hãy thay căn cứ.",
    )


def _lapses(year: Year, paper: DatedPaper, basis: LegalBasis, known: Mapping[str, LegalBasis]) -> Objection:
    following = successor(year.law, basis, paper.last, known)
    since = f", sau đó là {short_citation(following)} (mã {following.key})" if following else ""
    last = numeric_date(basis.valid_to) if basis.valid_to else ""
    return Objection(
        rule="basis_lapses",
        severity=Severity.WARNING,
        article=ARTICLE,
        about=short_citation(basis),
        reason=f"Chỉ có hiệu lực đến hết ngày {last}{since}; văn bản thì chưa ghi ngày ban hành dự kiến.",
        remedy="Hãy ghi ngày ban hành dự kiến (planned_on) của văn bản để chương trình kiểm tra căn cứ.",
    )


def papers_cited_too_early(year: Year) -> Iterator[Fault]:
    """A document of the set that rests on one of a later day."""
    found = {(paper.kind, paper.key): paper for paper in papers(year)}
    for paper in found.values():
        for position, name in enumerate(paper.document.cites):
            cited = found.get(meant(year, name, paper.key))
            if cited and cited.day and paper.day and cited.day > paper.day:
                yield paper.fault((*paper.path, "cites", position), _cited_later(year, paper, cited), name)


def _cited_later(year: Year, paper: DatedPaper, cited: DatedPaper) -> Objection:
    days = [numeric_date(one.first) for one in (paper, cited)]
    return Objection(
        rule="cited_later",
        article=ARTICLE,
        about=type_of(year, cited.kind, cited.key)[0],
        reason=f"Văn bản ngày {days[0]} căn cứ vào văn bản ngày {days[1]}, ban hành sau nó.",
        remedy="Hãy sửa ngày ban hành dự kiến của một trong hai văn bản, hoặc bỏ căn cứ này.",
    )


def office_of_another_time(year: Year) -> Iterator[Fault]:
    """Documents of an office that does not exist on their day: told once, with how many there are."""
    found = [
        (paper, objection)
        for paper in papers(year)
        if (objection := _out_of_time(year, paper.first)) and (paper.day or _out_of_time(year, paper.last))
    ]
    if found:
        paper, objection = min(found, key=lambda pair: pair[0].issued)
        more = f" Cùng lỗi: {len(found) - 1} văn bản khác." if len(found) > 1 else ""
        yield paper.fault(("office", "locality"), objection, year.office.locality, undated(paper) + more)


def _out_of_time(year: Year, day: date) -> Objection | None:
    """What a law pack says of that very office, else what is true of every office of its form."""
    return office_objection(year.law, year.office.locality, day) or form_objection(year.office, day)


def names_of_another_time(year: Year) -> Iterator[Fault]:
    """A place or an office that ended before the document's day, and is not said to be an old one."""
    for paper in papers(year):
        for path, text in _texts(paper):
            for name, said in gone_for(year.office, year.law).named_in(text, paper.first):
                yield paper.fault(path, _old_name(said, name, paper), said)


def _old_name(said: str, name: LapsedName, paper: DatedPaper) -> Objection:
    return Objection(
        rule="lapsed_name",
        severity=Severity.ERROR if name.of_office else Severity.WARNING,
        article=name.source,
        about=said,
        reason=f"Tên gọi này không còn vào ngày {numeric_date(paper.first)} của văn bản.",
        remedy=f"Hãy viết “{name.now}”, hoặc thêm “(nay là {name.now})” nếu nói về thời gian trước.",
    )


def texts_of_another_time(year: Year) -> Iterator[Fault]:
    """A text of the law that a sentence names as if it were in force, after it lapsed or before it was issued."""
    for paper in papers(year):
        ended = [text for text in lapsed(year.law).texts if text.ended is not None and paper.first >= text.ended]
        unborn = [text for text in lapsed(year.law).texts if text not in ended and paper.last < text.issued]
        for path, text in _texts(paper) if ended or unborn else ():
            for cited in (*ended, *unborn):
                if cited.pattern.search(text) and not spoken_of_as_old(text):
                    yield paper.fault(path, _old_text(cited, cited in ended, paper), text)


def _old_text(cited: CitedText, ended: bool, paper: DatedPaper) -> Objection:
    day, now = numeric_date(paper.first), cited.replacement(paper.first) if ended else ""
    remedy = "Hãy dẫn văn bản đang có hiệu lực." if ended else "Hãy bỏ, hoặc sửa ngày ban hành dự kiến của văn bản."
    return Objection(
        rule="lapsed_text",
        severity=Severity.WARNING,
        article=cited.source,
        about=cited.name,
        reason=f"Văn bản này đã hết hiệu lực vào ngày {day}." if ended else f"Đến ngày {day} chưa có văn bản này.",
        remedy=f"Hãy dẫn {now}." if now else remedy,
    )


def _texts(paper: DatedPaper) -> Iterator[tuple[Path, str]]:
    """Every text that the document prints, with where it stands."""
    for within, text in fixed_texts(paper.document):
        yield (*paper.path, *within), text
    yield from block_texts((*paper.path, "body"), paper.document.body)


RULES: Final = (
    legal_bases,
    texts_cited_in_sentences,
    papers_cited_too_early,
    office_of_another_time,
    names_of_another_time,
    texts_of_another_time,
)
