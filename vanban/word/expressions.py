"""What shape each expression of a template has, and which names in it nobody declared."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, Final

from jinja2 import nodes

from vanban.word import declared
from vanban.word.declared import NUMBER, TEXT, UNKNOWN, DeclaredShape, Member, listed

_SAME_LIST: Final = frozenset({"list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"})
_ONE_OF_LIST: Final = frozenset({"first", "last", "max", "min"})
_SAME: Final = frozenset({"default", "d", "e", "escape"})
_UNKNOWN_FILTERS: Final = frozenset({"placed", "rule", "table", "sum", "items", "dictsort"})
_OF_LOOP: Final = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0", "cycle", "changed"}
)
_NEIGHBOURS: Final = frozenset({"previtem", "nextitem"})
_MOST_SHOWN: Final = 8

LOOP: Final = DeclaredShape("unknown", python=type("loop", (), {}))
"""The ``loop`` of a for loop."""

Scope = dict[str, DeclaredShape]
Tell = Callable[[nodes.Node, str, str], None]
"""Takes the node, the reason and the remedy in Vietnamese."""


class Expressions:
    """Reads expressions over the fields of a context; what is wrong goes to ``tell``."""

    def __init__(self, members: Mapping[str, Member], tell: Tell) -> None:
        self._members, self._tell = members, tell
        self.used: set[str] = set()

    def shape(self, node: nodes.Node, scope: Scope) -> DeclaredShape:
        """The shape of the expression ``node``, with the names bound in ``scope``."""
        reader = _READERS.get(type(node))
        if reader is not None:
            return reader(self, node, scope)
        shapes = [self.shape(child, scope) for child in node.iter_child_nodes()]
        if isinstance(node, (nodes.Or, nodes.And)):
            return declared.either(*shapes)
        return TEXT if isinstance(node, (nodes.Concat, nodes.Test, nodes.Not)) else UNKNOWN

    @staticmethod
    def element(shape: DeclaredShape) -> DeclaredShape:
        """What a loop over ``shape`` gives."""
        if shape.sort in ("list", "mapping"):
            return shape.items[0]
        return declared.either(*shape.items) if shape.sort == "row" else UNKNOWN

    def _name(self, node: nodes.Name, scope: Scope) -> DeclaredShape:
        if node.name in scope:
            return scope[node.name]
        if node.name in self._members:
            self.used.add(node.name)
            return self._members[node.name].shape
        bound = {name: Member(shape) for name, shape in scope.items()}
        self._unknown(node, node.name, "dữ liệu của mẫu", {**self._members, **bound})
        return UNKNOWN

    def _getattr(self, node: nodes.Getattr, scope: Scope) -> DeclaredShape:
        return self._member(node, node.attr, self.shape(node.node, scope))

    def _getitem(self, node: nodes.Getitem, scope: Scope) -> DeclaredShape:
        base = self.shape(node.node, scope)
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._member(node, node.arg.value, base)
        self.shape(node.arg, scope)
        if base.sort == "row" and isinstance(node.arg, nodes.Const) and node.arg.value in range(len(base.items)):
            return base.items[int(node.arg.value)]
        return base if isinstance(node.arg, nodes.Slice) else self.element(base)

    def _member(self, node: nodes.Getattr | nodes.Getitem, name: str, base: DeclaredShape) -> DeclaredShape:
        owner = written(node.node)
        if base is LOOP:
            if name not in _OF_LOOP | _NEIGHBOURS:
                self._unknown(node, name, f"“{owner}”", {known: Member(NUMBER) for known in sorted(_OF_LOOP)})
            return NUMBER if name in _OF_LOOP else UNKNOWN
        if base.sort == "group":
            known = declared.members(base.models)
            if name not in known:
                self._unknown(node, name, f"“{owner}”", known)
            return known[name].shape if name in known else UNKNOWN
        if base.sort in ("list", "row"):
            remedy = f"Hãy lặp: {{% for x in {owner} %}} … {{{{ x.{name} }}}} … {{% endfor %}}."
            self._tell(node, f"“{owner}” là một danh sách, không có chỗ điền “{name}”", remedy)
        elif base.sort == "value" and not hasattr(base.python, name):
            reason = f"“{owner}” chỉ là chữ hoặc số, bên trong không có chỗ điền “{name}”"
            self._tell(node, reason, f"Hãy viết {{{{ {owner} }}}}.")
        return base.items[1] if base.sort == "mapping" else UNKNOWN

    def _call(self, node: nodes.Call, scope: Scope) -> DeclaredShape:
        for argument in (*node.args, *node.kwargs):
            self.shape(argument, scope)
        if not isinstance(node.node, nodes.Getattr):
            return listed(NUMBER) if isinstance(node.node, nodes.Name) and node.node.name == "range" else UNKNOWN
        base = self.shape(node.node.node, scope)
        if base.sort == "mapping":
            key, value = base.items
            results = {
                "items": listed(DeclaredShape("row", items=(key, value))),
                "keys": listed(key),
                "values": listed(value),
            }
            return results.get(node.node.attr, value)
        return (listed(TEXT) if node.node.attr == "split" else TEXT) if base.sort == "value" else UNKNOWN

    def _filter(self, node: nodes.Filter, scope: Scope) -> DeclaredShape:
        base = self.shape(node.node, scope) if node.node is not None else UNKNOWN
        for argument in (*node.args, *node.kwargs):
            self.shape(argument, scope)
        if node.name in _SAME_LIST:
            return base
        if node.name in _ONE_OF_LIST:
            return self.element(base)
        if node.name in ("batch", "slice"):
            return listed(base)
        if node.name == "map":
            return self._mapped(node, base)
        if node.name in _SAME:
            return base
        return UNKNOWN if node.name in _UNKNOWN_FILTERS else TEXT

    def _mapped(self, node: nodes.Filter, base: DeclaredShape) -> DeclaredShape:
        attribute = next((word.value for word in node.kwargs if word.key == "attribute"), None)
        if not isinstance(attribute, nodes.Const):
            return listed(TEXT)
        shape = self.element(base)
        for name in str(attribute.value).split("."):
            if shape.sort == "group":
                known = declared.members(shape.models)
                if name not in known:
                    self._unknown(node, name, f"“{written(node.node)}”", known)
                shape = known[name].shape if name in known else UNKNOWN
        return listed(shape)

    def _either(self, node: nodes.CondExpr, scope: Scope) -> DeclaredShape:
        self.shape(node.test, scope)
        branches = [self.shape(branch, scope) for branch in (node.expr1, node.expr2) if branch is not None]
        return declared.either(*branches)

    def _constant(self, node: nodes.Const, scope: Scope) -> DeclaredShape:
        return DeclaredShape("value", type(node.value))

    def _compare(self, node: nodes.Compare, scope: Scope) -> DeclaredShape:
        left = self.shape(node.expr, scope)
        for operand in node.ops:
            self.shape(operand.expr, scope)
            constant = operand.expr.value if isinstance(operand.expr, nodes.Const) else None
            if issubclass(left.python, Enum) and isinstance(constant, str):
                values = [str(choice.value) for choice in left.python]
                if constant not in values:
                    reason = f"“{written(node.expr)}” không bao giờ bằng “{constant}”"
                    self._tell(node.expr, reason, nearest(constant, dict.fromkeys(values, "")))
        return TEXT

    def _unknown(self, node: nodes.Node, name: str, owner: str, known: Mapping[str, Member]) -> None:
        titles = {name: member.title for name, member in known.items()}
        self._tell(node, f"{owner} không có chỗ điền “{name}”", nearest(name, titles))


_READERS: Final[Mapping[type[nodes.Node], Callable[[Expressions, Any, Scope], DeclaredShape]]] = {
    nodes.Name: Expressions._name,
    nodes.Getattr: Expressions._getattr,
    nodes.Getitem: Expressions._getitem,
    nodes.Call: Expressions._call,
    nodes.Filter: Expressions._filter,
    nodes.Compare: Expressions._compare,
    nodes.CondExpr: Expressions._either,
    nodes.Const: Expressions._constant,
}


def nearest(name: str, titles: Mapping[str, str]) -> str:
    """What the author of ``name`` may have meant among ``titles`` (name to title), else what there is."""
    near = difflib.get_close_matches(name, titles, 1)
    if near:
        title = f" ({titles[near[0]]})" if titles[near[0]] else ""
        return f"Có phải “{near[0]}”{title}?"
    shown = [*titles][:_MOST_SHOWN]
    return f"Hãy dùng một trong các tên: {', '.join(shown)}" + (" …" if len(titles) > len(shown) else "") + "."


def written(node: nodes.Node | None) -> str:
    """The mention as the template has it, near enough."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{written(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{written(node.node)}[{written(node.arg)}]"
    if isinstance(node, nodes.Const):
        return repr(node.value)
    if isinstance(node, nodes.Filter) and node.node is not None:
        return f"{written(node.node)}|{node.name}"
    if isinstance(node, nodes.Call):
        return f"{written(node.node)}()"
    return "…"
