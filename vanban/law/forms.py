"""Which form a kind of document is printed with on a day: a template by its name, as the law prescribes it."""

from __future__ import annotations

from datetime import date

from vanban.domain.law_pack import Law


def form_of(law: Law, kind: str, day: date) -> str:
    """The name of the template for documents of ``kind`` on ``day``: that of the newest form of the law packs that
    holds then, else the kind's own name."""
    held = [(law.period(row).first or date.min, row) for row in law.forms if row.kind == kind]
    current = [(first, row) for first, row in held if law.period(row).covers(day)]
    return max(current, key=lambda pair: pair[0])[1].template if current else kind
