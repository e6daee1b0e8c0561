"""What every command prints alike: findings, entries of the register, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import click

from vanban.domain.finding import Finding, Severity
from vanban.domain.register_entry import Entry

LABELS = {Severity.ERROR: "LỖI", Severity.WARNING: "LƯU Ý"}


def as_json(result: object) -> None:
    """One JSON value, indented, Vietnamese as it is."""
    click.echo(json.dumps(result, ensure_ascii=False, indent=2))


def finding_rows(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """Findings as JSON values."""
    return [finding.model_dump(mode="json") for finding in findings]


def print_findings(findings: Sequence[Finding]) -> None:
    """Every finding on a line of its own, the errors first."""
    for finding in sorted(findings, key=lambda found: found.severity is Severity.WARNING):
        click.echo(f"{LABELS[finding.severity]}: {finding}")


def counted(findings: Sequence[Finding]) -> str:
    """``2 lỗi, 1 lưu ý``."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return f"{errors} lỗi, {len(findings) - errors} lưu ý"


def entry_row(entry: Entry) -> dict[str, object]:
    """An entry of the register as a JSON value."""
    return {**entry.model_dump(mode="json"), "number": entry.number, "sha256": entry.sha256}
