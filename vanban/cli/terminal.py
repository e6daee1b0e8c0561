"""The one place that prints: nothing that a name or a document says reaches the terminal as a command to it."""

from __future__ import annotations

import json
import unicodedata
from typing import Final

import click

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Controls, format marks that turn the direction of writing, and line ends that are no newline (Unicode, chapter 4.5).

Surrogates are left to the stream, which writes what its encoding cannot carry as ``\\udc80``.
"""

_LAYOUT: Final = "\n\t"


def say(text: object = "", *, err: bool = False, nl: bool = True) -> None:
    """Print a sentence; what cannot be seen in it is written as ``⟨U+001B⟩``."""
    shown = "".join(f"⟨U+{ord(sign):04X}⟩" if _is_unseen(sign) else sign for sign in str(text))
    click.echo(shown, err=err, nl=nl)


def say_json(value: object) -> None:
    """Print JSON, indented, Vietnamese as it is; what cannot be seen in it is written as ``\\u001b``."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    click.echo("".join(json.dumps(sign)[1:-1] if _is_unseen(sign) else sign for sign in text))


def _is_unseen(sign: str) -> bool:
    return not sign.isprintable() and sign not in _LAYOUT and unicodedata.category(sign) in _UNSEEN
