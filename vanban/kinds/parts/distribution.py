"""How many copies of a document are made: one for each that Nơi nhận names, and those that stay (Điều 17 khoản 2)."""

from __future__ import annotations

from vanban.domain.document import Document
from vanban.domain.year import Year


def copies(year: Year, document: Document) -> int:
    """Copies for addressees and recipients, as many for each as stands there, one for VT and for each unit that keeps
    one. “Các tổ dân phố” are as many as the office has."""
    addressed = sum(_all_units(year, name) or 1 for name in document.addressees)
    sent = sum(one.copies or _all_units(year, one.name) or 1 for one in document.recipients)
    return addressed + sent + 1 + len(document.retained_copy.units)


def _all_units(year: Year, name: str) -> int:
    noun = year.office.unit_kind.noun
    return len(year.groups) if name.casefold().startswith(f"các {noun}".casefold()) else 0
