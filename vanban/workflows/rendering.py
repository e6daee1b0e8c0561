"""Steps 3 to 5: compose the contexts of a year's documents; render and proofread them on many processes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from traceback import format_exception

from vanban import __version__, batch
from vanban.batch import Inputs, Wanted
from vanban.domain.finding import Finding
from vanban.domain.numbering import numbered_document
from vanban.domain.record import Record
from vanban.domain.year import Year
from vanban.durable import make_folder, write
from vanban.errors import TemplateStopped, VanbanError
from vanban.kinds import Kind, kinds_of
from vanban.kinds.reads import reads_of
from vanban.law.lapsed import lapsed
from vanban.proofread import Expectations, TermOfOffice, inspect, report
from vanban.workflows.compiled import compiled
from vanban.workflows.forms import Forms
from vanban.workflows.signed_content import content_of, mains_of, unnumbered
from vanban.workflows.sound_file import require_sound
from vanban.workspace import Workspace


@dataclass(frozen=True)
class Composed:
    """One document, every word of it decided: where it goes, what it is made of, the template to fill in.

    ``numbered`` says that it prints the number with which it is issued.
    """

    kind: Kind
    key: str
    wanted: Wanted
    context: Record
    template: bytes
    template_name: str
    numbered: bool


@dataclass(frozen=True)
class _Job:
    """What a process needs to render one document and to proofread it."""

    name: str
    path: str
    context: Record
    template: bytes
    template_name: str
    expected: Expectations
    log: Path


@dataclass(frozen=True)
class RenderedWord:
    """A Word file and what proofreading found in it."""

    data: bytes
    findings: tuple[Finding, ...]


def digest(data: bytes) -> str:
    """The SHA-256 by which files and inputs are compared."""
    return sha256(data).hexdigest()


def compose(workspace: Workspace, year: Year, files: Mapping[str, str], only: str = "") -> tuple[Composed, ...]:
    """Every document of the year, or those of the kind ``only``, in the order of the kinds.

    ``files`` maps the year's fields, and the names of kinds that are a text alone, to their files.
    """
    forms = Forms(workspace, year)
    superseded = _superseded(year, forms)
    return tuple(
        _composed(workspace, _printed(year, kind, key, superseded), kind, key, (files, forms.template(kind, key)))
        for kind in kinds_of(year)
        if only in ("", kind.name)
        for key in kind.keys(year)
    )


def _superseded(year: Year, forms: Forms) -> frozenset[tuple[str, str]]:
    """The issued documents that the data no longer say as they were signed: what is built of them is a new draft."""
    return frozenset(
        (number.kind, number.key)
        for number in year.issued
        if numbered_document(year, number.kind, number.key) is None
        or content_of(year, number.kind, number.key, forms.of_key(number.key)) != number.content
    )


def _printed(year: Year, kind: Kind, key: str, superseded: frozenset[tuple[str, str]]) -> Year:
    """The year as one document prints it: without its own number where that belongs to another content."""
    for main in mains_of(year, kind.name):
        if (main, key) in superseded:
            year = unnumbered(year, main, key)
    return year


def _composed(
    workspace: Workspace, year: Year, kind: Kind, key: str, made_of: tuple[Mapping[str, str], bytes]
) -> Composed:
    """``made_of``: the files of the year's fields, the template."""
    files, template = made_of
    context = kind.compose(year, key)
    path = workspace.document(year, kind, key)
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
            sources=tuple(files[part] for part in reads_of(kind, year, key)),
        ),
        context=context,
        template=template,
        template_name=f"{kind.name}.docx",
        numbered=any(year.issued_number(main, key) for main in mains_of(year, kind.name)),
    )


def render(
    documents: Sequence[Composed], year: Year, log: Path, workers: int, on_progress: Callable[[int, int], None]
) -> dict[str, RenderedWord | VanbanError]:
    """Each document's path → its Word file, proofread, or the error that kept it from being made.

    What nobody expected goes into the folder ``log``.
    """
    expected = {signing_copy: _expectations(year, signing_copy=signing_copy) for signing_copy in (True, False)}
    jobs = [
        _Job(
            one.wanted.name,
            one.wanted.path,
            one.context,
            one.template,
            one.template_name,
            expected[not one.numbered],
            log / f"{one.kind.name}.txt",
        )
        for one in documents
    ]
    outcomes = batch.run(jobs, _render, workers=workers, on_progress=on_progress, name=lambda job: job.name)
    return {one.wanted.path: outcome for one, outcome in zip(documents, outcomes, strict=True)}


def _expectations(year: Year, *, signing_copy: bool) -> Expectations:
    """What proofreading is told: whether number and day are to be blank, the year, and who was in office when."""
    terms = [
        TermOfOffice(name=signatory.name, since=signatory.valid_from, until=signatory.valid_to)
        for signatory in year.signatories
        if signatory.valid_from
    ]
    return Expectations(signing_copy=signing_copy, year=year.year, officials=tuple(terms), lapsed=lapsed(year.law))


def _render(job: _Job) -> RenderedWord:
    """The boundary that no exception of a template passes: what is not told yet is told here, as that template's."""
    try:
        return _rendered(job)
    except VanbanError:
        raise
    except Exception as failure:
        make_folder(job.log.parent)
        write(job.log, "".join(format_exception(failure)).encode())
        raise TemplateStopped(name=job.template_name, document=job.name, log=job.log) from failure


def _rendered(job: _Job) -> RenderedWord:
    data = compiled(job.template, job.template_name).render(job.context)
    read = inspect(data, name=job.path, expected=job.expected)
    require_sound(read.flaws, job.template_name)
    return RenderedWord(data, tuple(finding.as_finding(job.path) for finding in report(read).findings))
