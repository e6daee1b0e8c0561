"""What every command prints alike: findings, and JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from vanban.domain.finding import Finding, Severity
from vanban.workflows.answer import Answer

LABELS = {Severity.ERROR: "LỖI", Severity.WARNING: "LƯU Ý"}


def as_json(answer: Answer) -> None:
    """The JSON of a result, indented, Vietnamese as it is."""
    click.echo(json.dumps(answer.to_json(), ensure_ascii=False, indent=2))


def print_findings(findings: Sequence[Finding]) -> None:
    """Every finding on a line of its own, the errors first."""
    for finding in sorted(findings, key=lambda found: found.severity is Severity.WARNING):
        click.echo(f"{LABELS[finding.severity]}: {finding}")
