"""Step 6: PDFs of the Word files that changed, and merged PDFs to print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vanban import __version__, durable, pdf
from vanban.batch import (
    Action,
    Decision,
    Entry,
    Inputs,
    Wanted,
    after_build,
    after_pdfs,
    plan_pdfs,
    plan_rebuild,
    settled,
)
from vanban.domain.year import Year
from vanban.errors import DamagedPdf, VanbanError
from vanban.kinds.packs import Pack, packs
from vanban.pdf import Converter
from vanban.workflows.rendering import digest
from vanban.workspace import Workspace, read_file


@dataclass
class Conversion:
    """What became of the PDFs: the entries that know them now, what failed, what a clerk should know."""

    entries: list[Entry]
    faults: dict[str, VanbanError] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    wrote: bool = False


@dataclass(frozen=True)
class Bound:
    """The prints' entries, notes for the clerk, and whether anything was written."""

    entries: list[Entry]
    notes: list[str]
    wrote: bool


def convert(
    output: Path,
    entries: Sequence[Entry],
    chosen: Iterable[str],
    disk: Mapping[str, str],
    converter: Converter | None,
    workers: int,
    force: bool,
    on_progress: Callable[[int, int], None],
) -> Conversion:
    """Bring the PDFs of the chosen documents (paths of Word files) up to date; without a converter, drop stale ones."""
    names = set(chosen)
    planned = plan_pdfs([entry for entry in entries if entry.path in names], disk, force=force)
    decisions = {decision.path: decision for decision in planned}
    due = {path: one for path, one in decisions.items() if one.action is Action.BUILD or one.uncertain}
    heard = 0
    conversion = Conversion(entries=[])
    made: dict[str, str] = {}

    def keep(path: str, outcome: pdf.Converted | VanbanError) -> None:
        nonlocal heard
        heard += 1
        if isinstance(outcome, VanbanError):
            conversion.faults[due[path].name] = outcome
        else:
            made[path] = digest(outcome.data)
            decisions[path] = decision = settled(due[path], made[path])
            if decision.action is Action.BUILD:
                for aside in decision.aside:
                    durable.move_aside(output / aside)
                durable.write(output / path, outcome.data)
                conversion.wrote = True
            conversion.notes += [f"{path}: {warning}" for warning in outcome.warnings]
        on_progress(heard, len(due))

    if due and converter:
        documents = {path: read_file(output / _word(decision)) for path, decision in due.items()}
        pdf.convert(converter, documents, workers=workers, on_done=keep)
    for path, decision in decisions.items():
        if decision.action is Action.BUILD and path not in made and decision.found and not decision.aside:
            durable.remove(output / path)
            conversion.wrote = True
        elif decision.action is Action.KEEP_EDITED:
            conversion.notes.append(f"{path}: {decision.why}, được giữ nguyên.")
    conversion.notes.sort()
    conversion.entries = after_pdfs(entries, decisions.values(), made)
    return conversion


def _word(decision: Decision) -> str:
    if decision.previous is None:
        raise ValueError(decision.path)
    return decision.previous.path


def bind(
    workspace: Workspace,
    year: Year,
    documents: Sequence[Wanted],
    previous: Sequence[Entry],
    disk: Mapping[str, str],
    *,
    force: bool,
) -> Bound:
    """One PDF for each pile to print, from its documents' PDFs.

    ``documents`` are the year's. A pile that lacks the PDF of one document is not made: one with a paper missing is
    worse than none.
    """
    piles = _piles(packs(year), documents)
    complete = [one for pack, parts in piles.items() if (one := _print(workspace, year, pack, parts, disk))]
    contents = {workspace.pack(year.year, pack.slug): parts for pack, parts in piles.items()}
    decisions = plan_rebuild(previous, complete, disk, force=force, within=f"print/{year.year}-")
    built: dict[str, str] = {}
    notes: list[str] = []
    for position, decision in enumerate(decisions):
        try:
            data = _bound(workspace.output, decision, contents)
        except DamagedPdf as fault:  # A PDF that a hand has broken costs its print, not the build.
            notes.append(f"{decision.path}: {fault}")
            continue
        decisions[position] = decision = settled(decision, digest(data)) if data else decision
        for aside in decision.aside:
            durable.move_aside(workspace.output / aside)
        for path in decision.remove:
            durable.remove(workspace.output / path)
        if decision.action is Action.BUILD and data:
            durable.write(workspace.output / decision.path, data)
            built[decision.path] = digest(data)
        elif decision.action is Action.KEEP_EDITED:
            notes.append(f"{decision.path}: {decision.why}.")
    wrote = bool(built) or any(decision.remove for decision in decisions)
    return Bound(after_build(previous, decisions, built), notes, wrote)


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


def _bound(output: Path, decision: Decision, contents: Mapping[str, Sequence[Wanted]]) -> bytes | None:
    """The print that ``decision`` is about, where it must be made or compared."""
    wanted = decision.wanted
    if wanted is None or decision.action not in (Action.BUILD, Action.KEEP_EDITED):
        return None
    parts = [
        pdf.Part(document.title, read_file(output / document.pdf)) for document in contents[wanted.path] if document.pdf
    ]
    return pdf.merge(parts, title=wanted.title)
