"""What every command prints alike: findings, and JSON."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.cli.terminal import say, say_json
from vanban.domain.finding import Finding, Severity
from vanban.domain.register_row import witness
from vanban.workflows.answer import Answer
from vanban.workflows.takeover import Takeover

LABELS = {Severity.ERROR: "LỖI", Severity.WARNING: "LƯU Ý"}


def as_json(answer: Answer) -> None:
    """The JSON of a result, indented, Vietnamese as it is."""
    say_json(answer.to_json())


def print_takeover(taken: Takeover | None) -> None:
    """From which history a register goes on: both heads, and every event between them."""
    if taken is None:
        return
    before = witness(taken.before) if taken.before.seq else "chưa biết"
    say(f"Đầu chuỗi đã biết trước đó: {before}")
    for event in taken.events:
        say(f"  {event}")
    say(f"Đầu chuỗi của sổ nay: {witness(taken.after)}")
    if taken.events:
        say("Hãy đọc lại các việc trên: việc nào không phải của cơ quan thì báo người quản trị máy.")


def print_findings(findings: Sequence[Finding]) -> None:
    """Every finding on a line of its own, the errors first."""
    for finding in sorted(findings, key=lambda found: found.severity is Severity.WARNING):
        say(f"{LABELS[finding.severity]}: {finding}")
