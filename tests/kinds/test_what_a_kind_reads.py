"""What a kind says that it reads is all that it reads, whatever the year holds, and nothing that it never reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from recording_year import FIELDS, NO_FILES, RecordingYear, reads
from sample_year import sample_year

from vanban.domain.award import NomineeKind
from vanban.domain.decision import Decision
from vanban.domain.document import Document
from vanban.domain.figures import FIGURES, figures_within
from vanban.domain.numbering import NUMBERINGS
from vanban.domain.outsider import Outsider
from vanban.domain.receiver import RECEIVER_PARTS, receiver_rows
from vanban.domain.record import Record
from vanban.domain.text_tree import Block
from vanban.domain.year import Year
from vanban.errors import VanbanError
from vanban.ingest import PARTS
from vanban.kinds import KINDS, Kind
from vanban.kinds.parts.countings import COUNTINGS
from vanban.kinds.parts.figures import Figures
from vanban.kinds.reads import reads_of
from vanban.workflows.check import check
from vanban.workspace import Workspace, shipped

SECOND: Final = Path(__file__).parents[1] / "workspaces" / "bac-giang-2026"
OPTIONAL: Final = tuple(part.name for part in PARTS if not Year.model_fields[part.name].is_required())
OWN: Final = "own_papers"
"""No table of its own: each of its papers has one."""
TABLES: Final = tuple(
    name for name, field in Year.model_fields.items() if field.default == () and name not in {*NO_FILES, OWN}
)


@cache
def years() -> tuple[Year, ...]:
    found = [check(workspace).year for workspace in (Workspace(shipped()), Workspace(SECOND))]
    return (*(year for year in found if year), sample_year())


def with_outsiders(year: Year) -> Year:
    """The same year, everybody who is nominated from outside the office."""
    rewarded = {row.nominee for row in (*year.nominations, *year.votes)}
    rewarded |= {row.nominee for one in (*year.campaigns, *year.sudden_achievements) for row in one.awardees}
    guests = tuple(
        Outsider(key=key, name=f"Khách {key}", kind=NomineeKind.PERSON, address="Nơi khác") for key in sorted(rewarded)
    )
    own = {name: tuple(row for row in getattr(year, name) if row.key not in rewarded) for name in RECEIVER_PARTS[:3]}
    return year.model_copy(update={**own, "outsiders": guests})


def at_school(year: Year) -> Year:
    """The same year where people work in the units: the people of one collective in one of them."""
    unit, left = year.groups[0].key, year.people[0].collective
    office = year.office.model_copy(update={"unit": "tổ chuyên môn"})
    people = tuple(
        row.model_copy(update={"collective": unit}) if row.collective == left else row for row in year.people
    )
    return year.model_copy(update={"office": office, "people": people})


@contextmanager
def as_far_as_it_goes() -> Iterator[None]:
    """A year that checking would refuse cannot be composed; what was read until then was read."""
    try:
        yield
    except (LookupError, ValueError, VanbanError):
        return


def undeclared(year: Year, most: int) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """What each kind reads and does not declare, and what it reads at all, by at most so many documents of it."""
    missing, heard = defaultdict(set), defaultdict(set)
    for kind in KINDS:
        keys: tuple[str, ...] = ()
        with reads() as found, as_far_as_it_goes():
            keys = kind.keys(RecordingYear.of(year))
        missing[kind.name] |= found - set(kind.reads)
        heard[kind.name] |= found
        for key in keys[:most]:
            # Each document from a year of which nothing is remembered yet, as if it were the only one.
            one = RecordingYear.of(year)
            with reads() as found, as_far_as_it_goes():
                kind.compose(one, key)
            with reads() as told, as_far_as_it_goes():
                kind.headline(one, key), kind.receivers(one, key)
            with as_far_as_it_goes():
                missing[kind.name] |= (found | told) - declared(kind, year, key)
            heard[kind.name] |= found | told
    return {name: fields for name, fields in missing.items() if fields}, heard


def declared(kind: Kind, year: Year, key: str) -> set[str]:
    """What is declared for one document, by the fields of a year: a text without a field of its own is a text."""
    return {name if name in FIELDS else "texts" for name in reads_of(kind, year, key)}


@cache
def of_sample(number: int) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The same for all documents of a sample, or of a sample that rewards strangers alone."""
    return undeclared((*years(), *map(with_outsiders, years()), *map(at_school, years()))[number], most=1000)


@pytest.mark.parametrize("number", range(9))
def test_every_document_of_the_samples_reads_only_what_is_declared(number: int) -> None:
    missing, _ = of_sample(number)
    assert missing == {}


def told(value: Any, year: Year, names: tuple[str, ...]) -> Any:
    """``value`` with every document in it citing a text of the law, and naming those figures and documents."""
    if isinstance(value, tuple):
        return tuple(told(row, year, names) for row in value)
    if not isinstance(value, Record):
        return value
    changed = {name: told(inner, year, names) for name, inner in value if isinstance(inner, Document)}
    if isinstance(value, Document):
        said = " ".join(f"{{{name}}}" for name in names)
        more = Block(clause=said) if isinstance(value, Decision) else Block(text=said)
        changed |= {"body": (*value.body, more)}
        if names:
            changed |= {"legal_bases": tuple(basis.key for basis in year.legal_bases[:1])}
    return value.model_copy(update=changed)


@st.composite
def any_year(draw: st.DrawFn) -> Year:
    """A sample with parts left out, tables cut, other nominees, and texts that name whatever they may."""
    year = draw(st.sampled_from(years()))
    update: dict[str, Any] = {
        name: Year.model_fields[name].default for name in draw(st.sets(st.sampled_from(OPTIONAL), max_size=12))
    }
    for name in draw(st.sets(st.sampled_from(TABLES), max_size=8)) - set(update):
        update[name] = getattr(year, name)[draw(st.integers(0, 3)) :: draw(st.integers(1, 3))]
    receivers = [row.key for _, _, row in receiver_rows(year)]
    for name in {"nominations", "votes"} - set(update):
        update[name] = tuple(
            row.model_copy(update={"nominee": draw(st.sampled_from(receivers))}) for row in getattr(year, name)
        )
    laws = (f"cite_{year.legal_bases[0].key.replace('-', '_')}", "cite_khong_co")
    cites = (*laws, *(f"cite_{name}" for name in NUMBERINGS))
    for part in PARTS:
        names = draw(st.lists(st.sampled_from((*figures_within(part.name), *cites)), max_size=3).map(tuple))
        update[part.name] = told(update.get(part.name, getattr(year, part.name)), year, names)
    decision = update.get("decision", year.decision)
    if decision and draw(st.booleans()):
        update["decision"] = decision.model_copy(update={"decided_on": year.year.on(3, 1)})
    return year.model_copy(update=update)


def test_documents_of_any_year_read_what_is_declared_and_nothing_is_declared_in_vain() -> None:
    heard: dict[str, set[str]] = defaultdict(set)

    @settings(max_examples=40)
    @given(any_year())
    def compose(year: Year) -> None:
        missing, found = undeclared(year, most=2)
        for name, fields in found.items():
            heard[name] |= fields
        assert missing == {}

    compose()
    for number in range(6):
        for name, fields in of_sample(number)[1].items():
            heard[name] |= fields
    assert {kind.name: idle for kind in KINDS if (idle := {*kind.reads} - heard[kind.name])} == {}


def test_what_a_kind_reads_are_files_of_the_year() -> None:
    files = {*(part.name for part in PARTS), "law"}
    said = {field for kind in KINDS for field in kind.reads} - {"texts"}
    said |= {field for counting in COUNTINGS for field in counting.reads}
    said |= {field for numbering in NUMBERINGS.values() for field in numbering.reads}
    assert said <= files


@pytest.mark.parametrize("counting", COUNTINGS, ids=lambda counting: f"{counting.names[0]}-{'-'.join(counting.kinds)}")
def test_each_counting_reads_and_counts_what_it_says(counting: Any) -> None:
    for year in years():
        for kind in counting.kinds or ("annual_report",):
            for key in NUMBERINGS[kind].documents(year):
                with reads() as found:
                    counted = counting.figures(RecordingYear.of(year), kind, key)
                assert set(counted) == set(counting.names)
                assert found <= set(counting.reads)


def test_a_document_may_name_exactly_the_figures_of_the_table() -> None:
    known = {figure.name for figure in FIGURES}
    assert {name for counting in COUNTINGS for name in counting.names} == known
    for kind, numbering in NUMBERINGS.items():
        assert set(Figures(years()[0], kind)) == set(figures_within(numbering.reads[0])), kind
