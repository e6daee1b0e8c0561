"""Papers of the office's own that name what there is not: a table, a unit, a column, a run of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vanban.domain.consistency.fault import Fault, Path, unknown_in
from vanban.domain.consistency.texts import fixed_texts
from vanban.domain.finding import Severity
from vanban.domain.own_paper import OnePer, OwnPaper
from vanban.domain.own_sheets import columns_named, owner_key, tables_of
from vanban.domain.receiver import receiver_names, sorts_named, units
from vanban.domain.suggestion import did_you_mean
from vanban.domain.target import placeholders
from vanban.domain.year import Year

_NO_TABLES: Final = frozenset({"own_papers", "issued", "texts"})


def unknown_tables(year: Year) -> Iterator[Fault]:
    """A table of the program that there is not."""
    known = tuple(name for name in tables_of(year) if name not in _NO_TABLES)
    for path, paper in _papers(year):
        if paper.table is not None and paper.table not in known:
            yield Fault(
                path=(*path, "table"),
                value=paper.table,
                reason=f"Không có bảng nào tên như vậy.{did_you_mean(paper.table, known)}",
                remedy=f"Hãy ghi tên một bảng: {', '.join(known)}; hoặc bỏ mục này để dùng bảng riêng của văn bản.",
            )


def unknown_series(year: Year) -> Iterator[Fault]:
    """A run of numbers that the office does not have."""
    known = tuple(series.key for series in year.office.number_series)
    for path, paper in _papers(year):
        if paper.series is not None and paper.series not in known:
            yield Fault(
                path=(*path, "series"),
                value=paper.series,
                reason=f"{unknown_in('hệ thống số')}{did_you_mean(paper.series, known)}",
                remedy=f"Hãy ghi một trong các mã: {', '.join(known)}; hoặc bỏ mục này.",
            )


def unknown_owners(year: Year) -> Iterator[Fault]:
    """A row that belongs to nobody whom the data know."""
    for path, paper in _papers(year):
        if paper.owner is None:
            continue
        for position, row in enumerate(paper.rows):
            said = row.cells[paper.owner]
            if owner_key(year, said) is None:
                yield _unknown_owner(year, (*path, "rows", position, "cells", paper.owner), said)


def _unknown_owner(year: Year, path: Path, said: str) -> Fault:
    names = receiver_names(year)
    if not said:
        remedy = "Hãy ghi mã hoặc tên của đối tượng, đơn vị mà dòng này nói đến."
        return Fault(path=path, value=said, reason="Dòng này chưa ghi thuộc về ai.", remedy=remedy)
    alike = [key for key, name in names.items() if name == said]
    if len(alike) > 1:
        remedy = f"Hãy ghi mã thay cho tên: {', '.join(alike)}."
        return Fault(path=path, value=said, reason=f"Có {len(alike)} đối tượng cùng tên này.", remedy=remedy)
    guess = did_you_mean(said, (*names, *names.values()))
    return Fault(
        path=path,
        value=said,
        reason=f"Không có {sorts_named(year.office)} nào mang mã hoặc tên này.{guess}",
        remedy="Hãy ghi đúng mã hoặc tên như trong bảng của đối tượng ấy.",
    )


def unknown_places(year: Year) -> Iterator[Fault]:
    """A place between braces in a subject, an addressee or a recipient that no column fills."""
    for path, paper in _papers(year):
        known = ("year", *columns_named(year, paper))
        for within, text in fixed_texts(paper):
            for name in placeholders(text):
                if name not in known:
                    yield Fault(
                        path=(*path, *within),
                        value=f"{{{name}}}",
                        reason=f"Không có cột nào điền vào chỗ này.{did_you_mean(name, known)}",
                        remedy=f"Hãy dùng một trong các tên: {', '.join(known)}.",
                    )


def without_documents(year: Year) -> Iterator[Fault]:
    """A paper of which the year makes no document, because its table is empty or missing, or there are no units."""
    for path, paper in _papers(year):
        if paper.columns and not paper.rows:
            reason = f"{year.year.title} chưa có bảng của văn bản này, hoặc bảng chưa có dòng nào, nên chưa lập được."
            remedy = f"Hãy điền bảng {year.year.key}/{paper.key}.xlsx; nếu năm này không dùng thì để nguyên."
            yield _warning((*path, "rows"), reason, remedy)
        elif paper.one_per is OnePer.UNIT and not units(year):
            yield _warning((*path, "one_per"), "Chưa có đơn vị nào nên chưa lập được.", "Hãy điền bảng các đơn vị.")


def _warning(path: Path, reason: str, remedy: str) -> Fault:
    return Fault(path=path, reason=reason, remedy=remedy, severity=Severity.WARNING)


def _papers(year: Year) -> Iterator[tuple[Path, OwnPaper]]:
    yield from ((("own_papers", position), paper) for position, paper in enumerate(year.own_papers))


RULES: Final = (unknown_tables, unknown_series, unknown_owners, unknown_places, without_documents)
