"""Step 6: PDFs of the Word files that changed, and merged PDFs to print."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vanban import __version__, durable, pdf
from vanban.batch import (
    Action,
    BuiltDocument,
    Inputs,
    RebuildStep,
    RebuildTerms,
    Wanted,
    after_build,
    after_pdfs,
    plan_pdfs,
    plan_rebuild,
    settled,
)
from vanban.domain.year import Year
from vanban.errors import DamagedPdf, Stopped, VanbanError
from vanban.kinds.packs import Pack, packs
from vanban.pdf import Converter
from vanban.workflows.notice import Notice
from vanban.workflows.rendering import digest
from vanban.workflows.shelf import Shelf
from vanban.workspace import Workspace, read_file


@dataclass(frozen=True)
class PdfOrder:
    """Where PDFs go and what makes them: no converter, no PDF. ``force`` moves aside what a hand has edited."""

    output: Path
    converter: Converter | None
    workers: int = 1
    force: bool = False


@dataclass(frozen=True)
class Conversion:
    """What became of the PDFs: the shelf after them, by document what failed, what a clerk should know.

    ``prints`` are the piles, ``None`` before they are bound. ``stopped`` is set where an early end was asked for: what
    was made by then is on the shelf.
    """

    shelf: Shelf
    faults: Mapping[str, VanbanError]
    notes: tuple[str, ...]
    wrote: bool
    prints: tuple[BuiltDocument, ...] | None = None
    stopped: Stopped | None = None


def convert(order: PdfOrder, shelf: Shelf, chosen: Collection[str], notice: Notice) -> Conversion:
    """Bring the PDFs of the chosen documents (paths of Word files) up to date; without a converter, drop stale ones.

    One start of LibreOffice takes up to a hundred files: whoever asks for an early end need not wait for it.
    """
    planned = plan_pdfs([entry for entry in shelf.entries if entry.path in chosen], shelf.disk, force=order.force)
    due = {one.path: one for one in planned if one.action is Action.BUILD or one.uncertain}
    outcomes: dict[str, pdf.Converted | VanbanError] = {}
    stopped: Stopped | None = None

    def keep(path: str, outcome: pdf.Converted | VanbanError) -> None:
        outcomes[path] = outcome
        if isinstance(outcome, pdf.Converted):
            _put(order.output, settled(due[path], digest(outcome.data)), outcome.data)
        notice.done(len(outcomes), len(due))

    if due and order.converter:
        documents = {path: read_file(order.output / _word(decision)) for path, decision in due.items()}
        try:
            pdf.convert(order.converter, documents, workers=order.workers, watch=pdf.Watch(keep, notice.go_on))
        except Stopped as asked:
            stopped = asked
    return _converted(order.output, shelf, planned, outcomes, stopped)


def _put(output: Path, decision: RebuildStep, data: bytes) -> None:
    if decision.action is Action.BUILD:
        for aside in decision.aside:
            durable.move_aside(output / aside)
        durable.write(output / decision.path, data)


def _converted(
    output: Path,
    shelf: Shelf,
    planned: Sequence[RebuildStep],
    outcomes: Mapping[str, pdf.Converted | VanbanError],
    stopped: Stopped | None,
) -> Conversion:
    """The shelf after PDFs were put on it; a stale one that nothing replaced goes: it contradicts its Word file."""
    made = {path: digest(one.data) for path, one in outcomes.items() if isinstance(one, pdf.Converted)}
    decisions = [settled(one, made[one.path]) if one.path in made else one for one in planned]
    builds = [decision for decision in decisions if decision.action is Action.BUILD]
    stale = [one.path for one in builds if one.path not in made and one.found and not one.aside]
    for path in stale:
        durable.remove(output / path)
    warned = ((path, one.warnings) for path, one in outcomes.items() if isinstance(one, pdf.Converted))
    notes = [f"{path}: {warning}" for path, warnings in warned for warning in warnings]
    notes += [f"{one.path}: {one.why}, được giữ nguyên." for one in decisions if one.action is Action.KEEP_EDITED]
    written = {decision.path: made[decision.path] for decision in builds if decision.path in made}
    disk = {path: sha256 for path, sha256 in shelf.disk.items() if path not in stale}
    return Conversion(
        shelf=Shelf(tuple(after_pdfs(shelf.entries, decisions, made)), {**disk, **written}),
        faults={one.name: fault for one in planned if isinstance(fault := outcomes.get(one.path), VanbanError)},
        notes=tuple(sorted(notes)),
        wrote=bool(written or stale),
        stopped=stopped,
    )


def _word(decision: RebuildStep) -> str:
    if decision.previous is None:
        raise ValueError(decision.path)
    return decision.previous.path


@dataclass(frozen=True)
class PrintOrder:
    """The year whose piles are printed, its documents, and the prints of before."""

    year: Year
    documents: Sequence[Wanted]
    previous: Sequence[BuiltDocument]
    force: bool = False


def bind(workspace: Workspace, order: PrintOrder, converted: Conversion) -> Conversion:
    """The same conversion with one PDF for each pile to print, from its documents' PDFs.

    A pile that lacks the PDF of one document is not made: one with a paper missing is worse than none.
    """
    year, disk = order.year, converted.shelf.disk
    piles = _piles(packs(year), order.documents)
    complete = [one for pack, parts in piles.items() if (one := _print(workspace, year, pack, parts, disk))]
    contents = {workspace.pack(year.year, pack.slug): parts for pack, parts in piles.items()}
    decisions = plan_rebuild(
        order.previous, complete, disk, RebuildTerms(force=order.force, within=f"print/{year.year}-")
    )
    built: dict[str, str] = {}
    notes: list[str] = []
    for position, decision in enumerate(decisions):
        try:
            data = _bound(workspace.output, decision, contents)
        except DamagedPdf as fault:  # A PDF that a hand has broken costs its print, not the build.
            notes.append(f"{decision.path}: {fault}")
            continue
        decisions[position] = decision = settled(decision, digest(data)) if data else decision
        for path in decision.remove:
            durable.remove(workspace.output / path)
        if decision.action is Action.BUILD and data:
            _put(workspace.output, decision, data)
            built[decision.path] = digest(data)
        elif decision.action is Action.KEEP_EDITED:
            notes.append(f"{decision.path}: {decision.why}.")
    return replace(
        converted,
        notes=(*converted.notes, *notes),
        wrote=converted.wrote or bool(built) or any(decision.remove for decision in decisions),
        prints=tuple(after_build(order.previous, decisions, built)),
    )


def _piles(wanted: Sequence[Pack], documents: Sequence[Wanted]) -> dict[Pack, tuple[Wanted, ...]]:
    known = {(document.kind, document.key or ""): document for document in documents}
    return {pack: tuple(known[name] for name in pack.documents) for pack in wanted}


def _print(
    workspace: Workspace, year: Year, pack: Pack, parts: Sequence[Wanted], disk: Mapping[str, str]
) -> Wanted | None:
    """What one pile would be; nothing while one of its documents lacks its PDF."""
    shas = [disk.get(part.pdf or "") for part in parts]
    if not all(shas):
        return None
    facts = "\n".join(f"{part.title}\t{sha}" for part, sha in zip(parts, shas, strict=True))
    return Wanted(
        kind="print",
        key=pack.slug,
        title=pack.title,
        path=workspace.pack(year.year, pack.slug),
        pdf=None,
        inputs=Inputs(data=digest(facts.encode()), template="", program=__version__),
    )


def _bound(output: Path, decision: RebuildStep, contents: Mapping[str, Sequence[Wanted]]) -> bytes | None:
    """The print that ``decision`` is about, where it must be made or compared."""
    wanted = decision.wanted
    if wanted is None or decision.action not in (Action.BUILD, Action.KEEP_EDITED):
        return None
    parts = [
        pdf.BoundPart(document.title, read_file(output / document.pdf))
        for document in contents[wanted.path]
        if document.pdf
    ]
    return pdf.merge(parts, title=wanted.title)
