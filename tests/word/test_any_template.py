"""What lint calls clean renders sound, whatever the data; what docxtpl alone spoils, the check sees as the standard."""

from __future__ import annotations

import io
import os
from collections import Counter

import pytest
from docxtpl import DocxTemplate
from ecma import verdicts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, TemplateError
from template_maker import Context, contexts, templates
from word_files import parts_of

from vanban.domain.finding import Severity
from vanban.ooxml import SoundnessRule, flaws
from vanban.word import Template, lint

EXAMPLES = int(os.environ.get("VANBAN_TORTURE_TEMPLATES", "200"))
ENOUGH_FOR_EVERY_RULE = 5_000


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(templates(), st.lists(contexts, min_size=2, max_size=4))
def test_what_lint_calls_clean_renders_sound_for_any_data(data: bytes, drawn: list[Context]) -> None:
    if any(finding.severity is Severity.ERROR for finding in lint(data, "mẫu.docx", Context)):
        return
    template = Template.from_bytes(data, name="mẫu.docx")
    for context in drawn:
        made = template.render(context)
        assert verdicts(made) == set()
        assert flaws(parts_of(made), {}, "tệp.docx") == ()


def by_docxtpl_alone(data: bytes, context: Context) -> bytes | None:
    """What comes out without any rule of ours; nothing where docxtpl breaks."""
    template = DocxTemplate(io.BytesIO(data))
    template.init_docx()
    try:
        template.render(context.model_dump(), Environment(autoescape=True))
    except (TemplateError, AttributeError):
        return None
    stream = io.BytesIO()
    template.save(stream)
    return stream.getvalue()


@pytest.mark.hypothesis
def test_the_check_sees_in_what_docxtpl_spoils_the_rules_that_the_standard_names() -> None:
    """And the generator finds every rule's fault: without that rule a spoilt file would pass."""
    seen: Counter[str] = Counter()

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(templates(), contexts)
    def judge(data: bytes, context: Context) -> None:
        made = by_docxtpl_alone(data, context)
        if made is not None:
            by_standard = {verdict.partition(":")[0] for verdict in verdicts(made)}
            by_check = {flaw.rule.value for flaw in flaws(parts_of(made), {}, "tệp.docx")}
            assert by_check == by_standard
            seen.update(by_standard)

    judge()
    missed = {rule.value for rule in SoundnessRule} - set(seen)
    assert not missed or EXAMPLES < ENOUGH_FOR_EVERY_RULE
