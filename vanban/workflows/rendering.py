"""Steps 3 to 5: compose the contexts of a year's documents; render and proofread them on many processes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from vanban import __version__, batch
from vanban.batch import Inputs, Wanted
from vanban.domain.finding import Finding
from vanban.domain.record import Record
from vanban.domain.year import Year
from vanban.errors import VanbanError
from vanban.kinds import KINDS, Kind
from vanban.proofread import Expectations, TermOfOffice, proofread
from vanban.word import Template
from vanban.workspace import Workspace, read_file


@dataclass(frozen=True)
class Composed:
    """One document, every word of it decided: where it goes, what it is made of, the template to fill in."""

    kind: Kind
    key: str
    wanted: Wanted
    context: Record
    template: bytes
    template_name: str


@dataclass(frozen=True)
class _Job:
    """What a process needs to render one document and to proofread it."""

    name: str
    path: str
    context: Record
    template: bytes
    template_name: str
    expected: Expectations


@dataclass(frozen=True)
class Rendered:
    """A Word file and what proofreading found in it."""

    data: bytes
    findings: tuple[Finding, ...]


def digest(data: bytes) -> str:
    """The SHA-256 by which files and inputs are compared."""
    return sha256(data).hexdigest()


def compose(workspace: Workspace, year: Year, files: Mapping[str, str]) -> tuple[Composed, ...]:
    """Every document of the year, in the order of the kinds; ``files`` maps the year's fields to their files."""
    return tuple(_composed(workspace, year, kind, key, files) for kind in KINDS for key in kind.keys(year))


def _composed(workspace: Workspace, year: Year, kind: Kind, key: str, files: Mapping[str, str]) -> Composed:
    place = workspace.template(kind)
    template = read_file(place)
    context = kind.compose(year, key)
    path = workspace.document(year.year, kind, key)
    return Composed(
        kind=kind,
        key=key,
        wanted=Wanted(
            kind=kind.name,
            key=key or None,
            title=kind.headline(year, key),
            path=path,
            pdf=path.removesuffix(".docx") + ".pdf",
            inputs=Inputs(
                data=digest(context.model_dump_json().encode()), template=digest(template), program=__version__
            ),
            sources=tuple(files[part] for part in kind.reads),
        ),
        context=context,
        template=template,
        template_name=place.name,
    )


def render(
    documents: Sequence[Composed], year: Year, workers: int, on_progress: Callable[[int, int], None]
) -> dict[str, Rendered | VanbanError]:
    """Each document's path → its Word file, proofread, or the error that kept it from being made."""
    expected = _expectations(year)
    jobs = [
        _Job(one.wanted.name, one.wanted.path, one.context, one.template, one.template_name, expected)
        for one in documents
    ]
    outcomes = batch.run(jobs, _render, workers=workers, on_progress=on_progress, name=lambda job: job.name)
    return {one.wanted.path: outcome for one, outcome in zip(documents, outcomes, strict=True)}


def _expectations(year: Year) -> Expectations:
    """What proofreading is told: a signing copy of that year, and who was in office when."""
    terms = [
        TermOfOffice(name=signatory.name, since=signatory.valid_from, until=signatory.valid_to)
        for signatory in year.signatories
        if signatory.valid_from
    ]
    return Expectations(signing_copy=True, year=year.year, officials=tuple(terms))


def _render(job: _Job) -> Rendered:
    data = _compiled(job.template, job.template_name).render(job.context)
    read = proofread(data, name=job.path, expected=job.expected)
    return Rendered(data, tuple(finding.as_finding(job.path) for finding in read.findings))


@lru_cache(maxsize=32)
def _compiled(template: bytes, name: str) -> Template:
    return Template.from_bytes(template, name=name)
