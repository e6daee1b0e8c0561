"""The glossary names every public class of the domain, and nothing that is not there."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from pydantic import BaseModel

import vanban.domain

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"


def modules() -> Iterator[ModuleType]:
    for module in pkgutil.walk_packages(vanban.domain.__path__, "vanban.domain."):
        yield importlib.import_module(module.name)


def classes() -> dict[str, type]:
    return {
        name: found
        for module in modules()
        for name, found in inspect.getmembers(module, inspect.isclass)
        if found.__module__ == module.__name__ and not name.startswith("_")
    }


def rows() -> list[list[str]]:
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    tables = [line.strip("|").split("|") for line in lines if line.startswith("| ")]
    return [[cell.strip() for cell in row] for row in tables if row[0].strip() != "Vietnamese"]


def identifiers() -> list[str]:
    return [name for row in rows() for name in re.findall(r"`(\w+)`", row[1])]


def test_every_public_class_of_the_domain_is_in_the_glossary() -> None:
    assert sorted(set(classes()) - set(identifiers())) == []


def test_every_identifier_of_the_glossary_is_a_class_or_a_field_of_the_domain() -> None:
    fields = {field for found in classes().values() if issubclass(found, BaseModel) for field in found.model_fields}
    assert sorted(set(identifiers()) - set(classes()) - fields) == []


def test_no_identifier_stands_for_two_terms() -> None:
    assert len(identifiers()) == len(set(identifiers()))


def test_every_row_has_a_vietnamese_term_and_an_identifier() -> None:
    assert all(len(row) == 3 and row[0] and row[1].startswith("`") for row in rows())
