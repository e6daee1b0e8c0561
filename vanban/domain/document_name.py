"""How commands, data and messages name a document of a year: KIND, or KIND/KEY."""

from __future__ import annotations


def document_name(kind: str, key: str | None) -> str:
    """``plan``, ``campaign_plan/tet``: the key is left out where there is none."""
    return f"{kind}/{key}" if key else kind


def named(name: str) -> tuple[str, str]:
    """The kind and the key of such a name; the key is empty where none is named."""
    kind, _, key = name.partition("/")
    return kind, key
