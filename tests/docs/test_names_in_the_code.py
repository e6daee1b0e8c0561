"""A name in the code says which of two things it is."""

from __future__ import annotations

import ast
from collections import defaultdict
from pathlib import Path

import vanban


def test_no_public_class_name_stands_twice_in_the_package() -> None:
    package = Path(vanban.__file__).parent
    places: dict[str, list[str]] = defaultdict(list)
    for path in sorted(package.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(str(path.relative_to(package)))
    assert {name: where for name, where in places.items() if len(where) > 1} == {}
