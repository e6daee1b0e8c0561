"""What the templates mention against what their kinds declare."""

from __future__ import annotations

import pytest

from vanban.kinds import KINDS, Kind
from vanban.word import lint

by_name = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


@by_name
def test_a_template_mentions_only_what_its_kind_declares_and_uses_every_field(
    kind: Kind, templates: dict[str, bytes]
) -> None:
    assert lint(templates[kind.name], kind.name, kind.context) == ()
