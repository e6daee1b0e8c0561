"""How many copies of a document are made: one for each that Nơi nhận names, and those that stay (Điều 17 khoản 2)."""

from __future__ import annotations

import re
from typing import Final

from vanban.domain.document import Document
from vanban.domain.year import Year

_BETWEEN: Final = re.compile(r"[,;]| và ")


def copies(year: Year, document: Document) -> int:
    """Copies for addressees and recipients, as many for each as stands there, one for VT and for each unit that keeps
    one. “Các tổ dân phố” are as many as the office has; “Các tổ dân phố 1, 2” are two."""
    addressed = sum(_units(year, name) or 1 for name in document.addressees)
    sent = sum(one.copies or _units(year, one.name) or 1 for one in document.recipients)
    return addressed + sent + 1 + len(document.retained_copy.units)


def _units(year: Year, name: str) -> int:
    head = f"các {year.office.unit_kind.noun}"
    after = name[len(head) :].strip().removeprefix("số ")
    if not name.casefold().startswith(head.casefold()):
        return 0
    are_named = after[:1].isdigit() or after[:1].isupper()
    return len(_BETWEEN.split(after)) if are_named else len(year.groups)
