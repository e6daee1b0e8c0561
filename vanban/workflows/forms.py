"""The templates of a year's documents, each in the form that the law prescribes for its day."""

from __future__ import annotations

from dataclasses import dataclass, field

from vanban.domain.year import Year
from vanban.kinds import Kind, kinds_of
from vanban.kinds.form_day import form_day
from vanban.law.forms import form_of
from vanban.workflows.signed_content import Templates
from vanban.workspace import Workspace, read_file, shipped_templates


@dataclass(frozen=True)
class Forms:
    """The templates of one year, each file read once."""

    workspace: Workspace
    year: Year
    _read: dict[str, bytes] = field(default_factory=dict)

    def name(self, kind: Kind, key: str) -> str:
        """The name of the template of one document."""
        return form_of(self.year.law, kind.name, form_day(kind, self.year, key))

    def template(self, kind: Kind, key: str) -> bytes:
        """The template of one document. Raises :class:`vanban.errors.TemplateMissing`."""
        name = self.name(kind, key)
        if name not in self._read:
            self._read[name] = read_file(self.workspace.template(kind, name))
        return self._read[name]

    def of_the_office(self, kind: str, key: str) -> bytes | None:
        """The template of a document where the office has one of its own; nothing where the one that ships serves."""
        found = next(one for one in kinds_of(self.year) if one.name == kind)
        path = self.workspace.template(found, self.name(found, key))
        return None if path.is_relative_to(shipped_templates()) else self.template(found, key)

    def of_key(self, key: str) -> Templates:
        """The templates of the documents of that key, by their kinds' names."""
        kinds = {kind.name: kind for kind in kinds_of(self.year)}
        return lambda name: self.template(kinds[name], key)
