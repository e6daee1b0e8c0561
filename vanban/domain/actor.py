"""Who does what the register keeps for ever, as their machine knows them."""

from __future__ import annotations

import unicodedata
from typing import Final

LONGEST: Final = 100
UNKNOWN: Final = "không rõ"


def actor_named(text: str) -> str:
    """The name of an account in one line that any list can hold: no controls, no marks that cannot be seen."""
    seen = (sign if unicodedata.category(sign)[0] not in "CZ" else " " for sign in unicodedata.normalize("NFC", text))
    return " ".join("".join(seen).split())[:LONGEST].rstrip() or UNKNOWN
