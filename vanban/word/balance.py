"""Prove that a template gives well-formed XML whatever the data, so that no document has to be parsed to know it (T14).

A template is well-formed for good where its XML is, with every loop and condition taken out, and where each branch of
them ends as deep as it began: it closes only what it opens, or closes elements and opens the same ones again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from jinja2 import nodes

from vanban.word.sandbox import DRAWING
from vanban.word.syntax import MARK

_PLACEHOLDER: Final = "·"
"""Stands for printed values: escaped text, or XML that is checked when it is printed."""

BRANCH: Final = "\x02"
END_OF_BRANCH: Final = "\x03"

_TAG: Final = re.compile(r"<(/?)([\w:.-]+)([^<>]*?)(/?)>")


class _Unbalanced(Exception):
    """Some branch leaves elements open or closes what it did not open."""


def balanced_skeleton(tree: nodes.Template) -> str | None:
    """The XML that every document from ``tree`` follows, or ``None`` where some may leave elements open.

    It has each loop and condition once with all its branches, each between :data:`BRANCH` and :data:`END_OF_BRANCH`.
    """
    try:
        skeleton = _skeleton(tree.body)
        closed, opened = _effect(skeleton)
    except _Unbalanced:
        return None
    return None if closed or opened else skeleton


def branches_taken(skeleton: str) -> str:
    """The ``skeleton`` as one document: every branch taken once."""
    return skeleton.replace(BRANCH, "").replace(END_OF_BRANCH, "").replace(MARK, "").replace(MARK[1:], "")


def _skeleton(body: Sequence[nodes.Node]) -> str:
    """The XML of statements, each printed value a placeholder."""
    pieces = []
    for node in body:
        if isinstance(node, nodes.Output):
            pieces += [_printed(child) for child in node.nodes]
        elif isinstance(node, (nodes.For, nodes.If, nodes.With)):
            branches = [_skeleton(branch) for branch in _branches(node)]
            for branch in branches:
                _require_neutral(branch)
            pieces += [BRANCH + branch + END_OF_BRANCH for branch in branches]
    return "".join(pieces)


def _printed(node: nodes.Expr) -> str:
    if isinstance(node, nodes.TemplateData):
        return node.data
    # What ends in a paragraph, whatever the data.
    return "<w:p/>" if isinstance(node, nodes.Filter) and node.name in DRAWING else _PLACEHOLDER


def _branches(node: nodes.For | nodes.If | nodes.With) -> list[Sequence[nodes.Node]]:
    if isinstance(node, nodes.With):
        return [node.body]
    if isinstance(node, nodes.For):
        return [node.body, node.else_]
    return [node.body, node.else_, *(branch for other in node.elif_ for branch in _branches(other))]


def _require_neutral(xml: str) -> None:
    closed, opened = _effect(xml)
    # A branch across cells gives rows of different lengths.
    if closed != opened[::-1] or "w:tc" in closed:
        raise _Unbalanced


def _effect(xml: str) -> tuple[list[str], list[str]]:
    """The elements that ``xml`` closes without opening, and those that it leaves open, each in order."""
    closed: list[str] = []
    opened: list[str] = []
    for match in _TAG.finditer(xml):
        closing, name, _, alone = match.groups()
        if alone:
            continue
        if not closing:
            opened.append(name)
        elif opened and opened[-1] == name:
            opened.pop()
        elif opened:
            raise _Unbalanced
        else:
            closed.append(name)
    rest = _TAG.sub("", xml)
    if "<" in rest or ">" in rest:
        raise _Unbalanced
    return closed, opened
