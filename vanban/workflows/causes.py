"""Gather findings by their cause: one sentence, and every place to which it applies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from vanban.domain.finding import Finding, Severity
from vanban.ingest import FileShape
from vanban.workflows.check import EVERY_PART, title_of_part


@dataclass(frozen=True)
class Cause:
    """One thing that is wrong, with all findings that say it; ``remedy`` is empty where each has its own."""

    severity: Severity
    reason: str
    remedy: str
    article: str
    findings: tuple[Finding, ...]


def causes(findings: Iterable[Finding]) -> tuple[Cause, ...]:
    """The findings by severity and reason, errors first, otherwise in the order in which they were found."""
    gathered: dict[tuple[Severity, str], list[Finding]] = {}
    for finding in findings:
        gathered.setdefault((finding.severity, finding.reason), []).append(finding)
    made = (_cause(severity, reason, tuple(found)) for (severity, reason), found in gathered.items())
    return tuple(sorted(made, key=lambda cause: cause.severity is Severity.WARNING))


def _cause(severity: Severity, reason: str, findings: tuple[Finding, ...]) -> Cause:
    remedies = {finding.remedy for finding in findings}
    remedy = findings[0].remedy if len(remedies) == 1 else ""
    return Cause(severity, reason, remedy, findings[0].article, findings)


@dataclass(frozen=True)
class DataPart:
    """A file of the data as a page names it: the field of the year, its title, and how it is written."""

    name: str
    title: str
    shape: FileShape


def data_parts() -> Mapping[str, DataPart]:
    """Every file of the data, by the stem of its name."""
    return {part.stem: DataPart(part.name, title_of_part(part), part.shape) for part in EVERY_PART}


def part_of(file: str) -> DataPart | None:
    """What the file of a finding holds; ``None`` for a stranger."""
    return data_parts().get(PurePosixPath(file).stem.lower())
