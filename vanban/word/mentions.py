"""Compare what a template mentions with what its kind declares, loops included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from jinja2 import nodes
from pydantic import BaseModel

from vanban.word import declared
from vanban.word.declared import UNKNOWN, DeclaredShape
from vanban.word.expressions import LOOP, Expressions, Scope, written
from vanban.word.sandbox import ATTRIBUTE, DRAWING, MARKUP
from vanban.word.syntax import place_after

_NO_TEXT: Final = {
    "group": "là cả một nhóm chỗ điền, không in thẳng được",
    "list": "là một danh sách, không in thẳng được",
    "row": "là một danh sách, không in thẳng được",
    "mapping": "là cả một nhóm chỗ điền, không in thẳng được",
    "length": "là một độ dài, không in thẳng được",
}


@dataclass(frozen=True)
class Problem:
    """A mention that the declaration does not cover: its line, its text, the reason and the remedy in Vietnamese."""

    line: int
    mention: str
    reason: str
    remedy: str


class Mentions:
    """The mentions of one template, collected with :meth:`read` from each of its pieces."""

    def __init__(self, context: type[BaseModel]) -> None:
        self._members = declared.members((context,))
        self._expressions = Expressions(self._members, self._tell)
        self._problems: list[Problem] = []
        self._place = MARKUP

    def read(self, tree: nodes.Template, *, is_xml: bool) -> tuple[Problem, ...]:
        """The problems of one piece, in the order of its text."""
        self._problems, self._place = [], MARKUP if is_xml else ATTRIBUTE
        self._body(tree.body, {})
        return tuple(self._problems)

    def unused(self) -> tuple[tuple[str, str], ...]:
        """Name and title of the context's own fields that no piece mentioned."""
        return tuple(
            (name, member.title) for name, member in self._members.items() if name not in self._expressions.used
        )

    # Statements

    def _body(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                self._output(node, scope)
            elif isinstance(node, nodes.For):
                self._for(node, scope)
            elif isinstance(node, nodes.If):
                self._if(node, scope)
            elif isinstance(node, nodes.Assign):
                self._bind(node.target, self._expressions.shape(node.node, scope), scope)
            elif isinstance(node, nodes.With):
                inner = dict(scope)
                for target, value in zip(node.targets, node.values, strict=True):
                    self._bind(target, self._expressions.shape(value, scope), inner)
                self._body(node.body, inner)

    def _output(self, output: nodes.Output, scope: Scope) -> None:
        for child in output.nodes:
            if isinstance(child, nodes.TemplateData):
                self._place = place_after(child.data, self._place)
                continue
            shape = self._expressions.shape(child, scope)
            if reason := _NO_TEXT.get(shape.sort):
                self._tell(child, f"“{written(child)}” {reason}", _how_to_print(shape, written(child)))
            elif isinstance(child, nodes.Filter) and child.name in DRAWING and self._place != MARKUP:
                remedy = f"Hãy viết trong một đoạn riêng: {{{{p {written(child)}(…) }}}}."
                self._tell(
                    child, f"“{written(child)}” vẽ {DRAWING[child.name]} nên không đứng được trong dòng chữ", remedy
                )
            elif shape.sort == "value" and self._place == MARKUP:
                remedy = f"Hãy viết {{{{ {written(child)} }}}}, không có chữ p, r, tr, tc sau dấu ngoặc."
                self._tell(child, f"“{written(child)}” đứng ngoài dòng chữ nên sẽ bị mất", remedy)

    def _for(self, loop: nodes.For, scope: Scope) -> None:
        over = self._expressions.shape(loop.iter, scope)
        inner = {**scope, "loop": LOOP}
        if over.sort in ("group", "value", "length") and over.python is not str:
            reason = f"“{written(loop.iter)}” không phải là danh sách nên không lặp được"
            self._tell(loop.iter, reason, "Hãy lặp trên một chỗ điền là danh sách.")
        self._bind(loop.target, self._expressions.element(over), inner)
        if loop.test is not None:
            self._expressions.shape(loop.test, inner)
        self._body(loop.body, inner)
        self._body(loop.else_, scope)

    def _if(self, condition: nodes.If, scope: Scope) -> None:
        self._expressions.shape(condition.test, scope)
        self._body(condition.body, scope)
        for other in condition.elif_:
            self._if(other, scope)
        self._body(condition.else_, scope)

    def _bind(self, target: nodes.Node, shape: DeclaredShape, scope: Scope) -> None:
        if isinstance(target, nodes.Name):
            scope[target.name] = shape
        elif isinstance(target, nodes.Tuple):
            inner = shape.items if shape.sort == "row" and len(shape.items) == len(target.items) else ()
            for at, item in enumerate(target.items):
                self._bind(item, inner[at] if inner else UNKNOWN, scope)

    def _tell(self, node: nodes.Node, reason: str, remedy: str) -> None:
        self._problems.append(Problem(node.lineno, written(node), reason, remedy))


def _how_to_print(shape: DeclaredShape, mention: str) -> str:
    if shape.sort == "length":
        return f"Hãy dùng để vẽ đường kẻ: {{{{p {mention}|rule(70) }}}}."
    if shape.sort in ("list", "row"):
        return f"Hãy lặp: {{% for x in {mention} %}} … {{% endfor %}}, hoặc nối: {{{{ {mention}|join(', ') }}}}."
    return f"Hãy in từng chỗ điền, ví dụ {{{{ {mention}.{next(iter(declared.members(shape.models)), 'x')} }}}}."
