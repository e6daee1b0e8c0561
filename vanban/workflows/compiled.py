"""Templates, each compiled once by a process, however many documents are made of it."""

from __future__ import annotations

from functools import lru_cache

from vanban.word import Template


@lru_cache(maxsize=64)
def compiled(template: bytes, name: str) -> Template:
    """The template of these bytes; faults call it ``name``. Raises a :class:`vanban.errors.TemplateFault`."""
    return Template.from_bytes(template, name=name)
