"""The kinds, their templates, what a template may mention, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vanban import word
from vanban.domain.finding import Finding
from vanban.durable import write
from vanban.errors import PathTaken
from vanban.kinds import KINDS
from vanban.workflows.selection import kind_named
from vanban.workspace import Workspace, read_file, shipped_template


@dataclass(frozen=True)
class TemplateListed:
    """One kind and the template that its documents are made with."""

    kind: str
    title: str
    path: Path
    own: bool


def list_templates(workspace: Workspace) -> tuple[TemplateListed, ...]:
    """Every kind with the template in force, in the order of the year."""
    return tuple(
        TemplateListed(
            kind=kind.name,
            title=kind.title,
            path=workspace.template(kind),
            own=workspace.template(kind) == workspace.own_template(kind),
        )
        for kind in KINDS
    )


def template_fields(name: str) -> tuple[word.FieldRow, ...]:
    """What a template of that kind may mention."""
    return word.fields(kind_named(name).context)


def copy_template(workspace: Workspace, name: str) -> Path:
    """A copy of the default template in the workspace, to be changed in Word; ``PathTaken`` where one stands."""
    kind = kind_named(name)
    place = workspace.own_template(kind)
    if place.exists():
        raise PathTaken(path=place)
    write(place, read_file(shipped_template(kind)))
    return place


def lint_templates(workspace: Workspace, files: Iterable[Path] = ()) -> tuple[Finding, ...]:
    """What is wrong with the named templates, or with every one in force; a file's stem names its kind."""
    named = [(kind_named(path.stem), path) for path in files] or [(kind, workspace.template(kind)) for kind in KINDS]
    return tuple(finding for kind, path in named for finding in word.lint(read_file(path), path.name, kind.context))
