"""The committed templates, documents rendered from them, and their pages laid out by the real LibreOffice."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from vanban.kinds import KINDS
from vanban.pdf import Converted, convert, find_converter
from vanban.word import Template

TESTS = Path(__file__).parents[1]
TEMPLATES = TESTS.parent / "templates" / "docx"
sys.path.insert(0, str(TESTS / "kinds"))

from sample_year import sample_year  # noqa: E402


@pytest.fixture(scope="session")
def templates() -> dict[str, bytes]:
    """The committed template of every kind, by the kind's name."""
    return {path.stem: path.read_bytes() for path in sorted(TEMPLATES.glob("*.docx"))}


@pytest.fixture(scope="session")
def rendered(templates: dict[str, bytes]) -> Callable[..., dict[str, bytes]]:
    """Render the first and, where asked, the last document of every kind, or of those named, from a sample year."""

    @cache
    def template(kind: str) -> Template:
        return Template.from_bytes(templates[kind], name=kind)

    def render(*kinds: str, last: bool = True, **year: object) -> dict[str, bytes]:
        made = sample_year(**year)
        return {
            f"{kind.name}-{key}": template(kind.name).render(kind.compose(made, key))
            for kind in KINDS
            if not kinds or kind.name in kinds
            for key in dict.fromkeys(kind.keys(made)[:1] + (kind.keys(made)[-1:] if last else ()))
        }

    return render


@pytest.fixture(scope="session")
def laid_out() -> Callable[[dict[str, bytes]], dict[str, bytes]]:
    """Turn Word files into PDF in one start of LibreOffice."""
    converter = find_converter(os.environ)
    assert converter, "LibreOffice is missing: run make test, which installs it"

    def lay_out(documents: dict[str, bytes]) -> dict[str, bytes]:
        outcomes = convert(converter, documents)
        pages: dict[str, bytes] = {}
        for name, outcome in outcomes.items():
            assert isinstance(outcome, Converted), (name, outcome)
            pages[name] = outcome.data
        return pages

    return lay_out
