"""Steps 3 to 5: compose the contexts of a year's documents; render and proofread them on many processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from traceback import format_exception
from typing import Final

from vanban import __version__, batch
from vanban.batch import Inputs, Wanted
from vanban.domain.finding import Finding
from vanban.domain.record import Record
from vanban.domain.year import Year
from vanban.durable import make_folder, write
from vanban.errors import TemplateStopped, VanbanError
from vanban.kinds import Kind, kinds_of
from vanban.kinds.drafts import is_draft, marked_as_draft
from vanban.kinds.reads import reads_of
from vanban.proofread import Expectations, TermOfOffice, inspect, report
from vanban.workflows.check import TARGETS
from vanban.workflows.compiled import compiled
from vanban.workflows.forms import Forms
from vanban.workflows.issued_documents import ArchivedFile, IssuedDocuments, issued_documents
from vanban.workflows.known_of_office import known_of
from vanban.workflows.signed_content import mains_of, unnumbered
from vanban.workflows.sound_file import require_sound
from vanban.workspace import Workspace

_DRAFT: Final = " (dự thảo)"


@dataclass(frozen=True)
class Composed:
    """One document, every word of it decided: where it goes, what it is made of, the template to fill in.

    ``numbered`` says that it prints the number with which it is issued, ``why_blank`` why it does not although it was
    issued. ``archived`` is the file that went out, where that stays what is built.
    """

    kind: Kind
    key: str
    wanted: Wanted
    context: Record
    template: bytes
    template_name: str
    numbered: bool
    archived: ArchivedFile | None = None
    why_blank: str = ""


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

    def __str__(self) -> str:
        return self.name


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
    issued = issued_documents(workspace, year, forms, only)
    return tuple(
        _composed(workspace, _Asked(year, kind, key, files, issued), forms.template(kind, key))
        for kind in kinds_of(year)
        if only in ("", kind.name)
        for key in kind.keys(year)
    )


@dataclass(frozen=True)
class _Asked:
    """One document of a year that is to be composed, the files of its parts, what stands of what is issued."""

    whole: Year
    kind: Kind
    key: str
    files: Mapping[str, str]
    issued: IssuedDocuments

    @property
    def blanks(self) -> Mapping[str, str]:
        """Whose number it must not print, and why."""
        return self.issued.blanks(self.kind.name, self.key)

    @property
    def year(self) -> Year:
        """The year as it is to print it: without its own number where that belongs to another content."""
        year = self.whole
        for main in self.blanks:
            year = unnumbered(year, main, self.key)
        return year


def _composed(workspace: Workspace, asked: _Asked, template: bytes) -> Composed:
    kind, key, year = asked.kind, asked.key, asked.year
    context = kind.compose(year, key)
    draft = is_draft(asked.whole, kind, key)
    context = marked_as_draft(context) if draft else context
    path = workspace.document(year, kind, key, draft=draft)
    archived = asked.issued.files.get((kind.name, key))
    return Composed(
        kind=kind,
        key=key,
        wanted=Wanted(
            kind=kind.name,
            key=key or None,
            title=kind.headline(year, key) + _DRAFT * draft,
            path=path,
            pdf=path.removesuffix(".docx") + ".pdf",
            inputs=Inputs(
                data=archived.item.sha256 if archived else digest(context.model_dump_json().encode()),
                template=digest(template),
                program=__version__,
            ),
            sources=_sources(asked.files, reads_of(kind, year, key)),
        ),
        context=context,
        template=template,
        template_name=f"{kind.name}.docx",
        numbered=any(year.issued_number(main, key) for main in mains_of(kind.name)),
        archived=archived,
        why_blank=next(iter(asked.blanks.values()), ""),
    )


def _sources(files: Mapping[str, str], parts: Iterable[str]) -> tuple[str, ...]:
    """The files of these parts; targets of the plan may stand in a table beside it."""
    names = (name for part in parts for name in ((part, TARGETS) if part == "plan" else (part,)))
    return tuple(files[name] for name in names if name in files)


def render(
    documents: Sequence[Composed], year: Year, log: Path, workers: int, on_progress: Callable[[int, int], None]
) -> dict[str, RenderedWord | VanbanError]:
    """Each document's path → its Word file, proofread, or the error that kept it from being made.

    What went out is taken as it is. What nobody expected goes into the folder ``log``.
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
        if one.archived is None
    ]
    ended = count(1)
    outcomes = batch.run(
        jobs, _render, workers=workers, on_outcome=lambda _index, _outcome: on_progress(next(ended), len(jobs))
    )
    issued = {one.wanted.path: _read(one.archived) for one in documents if one.archived}
    return {**issued, **{job.path: outcome for job, outcome in zip(jobs, outcomes, strict=True)}}


def _read(archived: ArchivedFile) -> RenderedWord | VanbanError:
    """A file as it was issued: proofread then, and never changed since."""
    try:
        return RenderedWord(archived.read(), ())
    except VanbanError as fault:
        return fault


def _expectations(year: Year, *, signing_copy: bool) -> Expectations:
    """What proofreading is told: whether number and day are to be blank, the year, and who was in office when."""
    terms = [
        TermOfOffice(name=signatory.name, since=signatory.valid_from, until=signatory.valid_to)
        for signatory in year.signatories
        if signatory.valid_from
    ]
    known = known_of(year.office, year.law)
    return known.model_copy(update={"signing_copy": signing_copy, "year": year.year, "officials": tuple(terms)})


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
