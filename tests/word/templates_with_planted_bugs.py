"""The generator of templates finds every protection that is taken away: ``make torture`` runs it."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from ecma import verdicts
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from template_maker import Context, contexts, templates
from test_any_template import by_docxtpl_alone
from word_files import parts_of

from vanban.domain.finding import Severity
from vanban.errors import VanbanError
from vanban.ooxml import SoundnessRule, flaws
from vanban.word import Template, faults, hazards, lint, mend, part, piece, rehearsal
from vanban.word.soundness_proof import Assurance

SURE = Assurance(single=True, whole=True, is_told=True)
EXAMPLES = int(os.environ.get("VANBAN_TORTURE_TEMPLATES", "5000"))
Patch = pytest.MonkeyPatch


class Found(Exception):
    """A file that the protection should have kept from being made."""


def looked_for(judge: Callable[[bytes, list[Context]], bool]) -> bool:
    """Whether one of the templates that the generator makes shows what ``judge`` looks for."""

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(templates(), st.lists(contexts, min_size=2, max_size=4))
    def search(data: bytes, drawn: list[Context]) -> None:
        if judge(data, drawn):
            raise Found

    try:
        search()
    except Found:
        return True
    return False


@pytest.mark.parametrize("rule", list(SoundnessRule))
def test_a_rule_switched_off_lets_something_pass_that_the_standard_forbids(rule: SoundnessRule) -> None:
    others = set(SoundnessRule) - {rule}

    def passes(data: bytes, drawn: list[Context]) -> bool:
        made = by_docxtpl_alone(data, drawn[0])
        return made is not None and bool(verdicts(made)) and not flaws(parts_of(made), {}, "tệp.docx", others)

    assert looked_for(passes)


def _spoils(data: bytes, drawn: list[Context]) -> bool:
    """Whether lint calls the template clean and it makes an unsound file, or breaks."""
    try:
        if any(finding.severity is Severity.ERROR for finding in lint(data, "mẫu.docx", Context)):
            return False
        template = Template.from_bytes(data, name="mẫu.docx")
        return any(verdicts(template.render(context)) for context in drawn)
    except VanbanError:
        return True


def _no_lint_of(patch: Patch) -> None:
    patch.setattr(rehearsal, "flaws", lambda *_: ())


PLANTED: dict[str, Callable[[Patch], None]] = {
    "holders are not filled": lambda patch: patch.setattr(mend, "_fill_holders", lambda _: ()),
    "empty tables stay": lambda patch: patch.setattr(mend, "_drop_empty", lambda _: ()),
    "halves stay": lambda patch: patch.setattr(mend, "_drop_halves", lambda _: ()),
    "nothing is numbered anew": lambda patch: patch.setattr(mend, "_number_anew", lambda _: ()),
    "every template is thought to come sound": lambda patch: patch.setattr(piece, "proof", lambda _: SURE),
    "every document is thought to be whole": lambda patch: patch.setattr(part, "is_whole", lambda _: True),
    "every number is thought to be single": lambda patch: patch.setattr(part, "is_single", lambda *_: True),
    "lint does not rehearse": _no_lint_of,
    "fields that fetch are welcome": lambda patch: patch.setattr(hazards, "FETCHING", frozenset()),
    "tags that nobody fills in are welcome": lambda patch: patch.setattr(faults, "unseen_tags", lambda *_: ()),
}


@pytest.mark.parametrize("bug", PLANTED)
def test_a_protection_taken_away_lets_lint_call_clean_what_spoils_a_document(bug: str, monkeypatch: Patch) -> None:
    if bug != "lint does not rehearse":
        _no_lint_of(monkeypatch)
    PLANTED[bug](monkeypatch)
    assert looked_for(_spoils)
