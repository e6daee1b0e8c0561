"""Words of the sample office in the data or the templates of another: what was copied and never changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from vanban.domain.consistency.fault import Fault, Path
from vanban.domain.finding import Finding, Place
from vanban.domain.office import Office
from vanban.domain.record import Record
from vanban.domain.signatory import Signatory
from vanban.domain.year import Year
from vanban.errors import VanbanError
from vanban.ingest import read_yaml, read_yaml_list
from vanban.law.lapsed import told_apart
from vanban.word import text_of
from vanban.workspace import Workspace, read_file, shipped

_NOT_ITS_WORDS: Final = frozenset(
    {"law", "issued", "agreement", "award_history", "legal_bases", "people", "outsiders", "households"}
)
"""Parts that may tell of any place: what others issued, where people come from."""

_REMEDY: Final = "Hãy sửa thành tên của cơ quan mình, hoặc xóa phần còn lại của bộ mẫu."


@cache
def _sample() -> tuple[Office, tuple[Signatory, ...]]:
    folder = shipped() / "data" / "office"
    office = read_yaml(read_file(folder / "office.yaml"), "office.yaml", Office).value
    signatories = read_yaml_list(read_file(folder / "signatories.yaml"), "signatories.yaml", Signatory).value
    assert office is not None
    return office, tuple(signatories or ())


def _names(year: Year) -> re.Pattern[str] | None:
    """The sample's place and the people who sign in it; ``None`` in the sample's own office."""
    office, signatories = _sample()
    if year.office.locality.casefold() == office.locality.casefold():
        return None
    own = {row.name for row in year.signatories} | {row.name for row in year.people}
    people = {row.name for row in signatories if len(row.name.split()[-1]) > 1} - own
    either = "|".join(map(re.escape, sorted((office.locality, *people))))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)


def strange_name_faults(year: Year) -> tuple[Fault, ...]:
    """Every text of the data that names the sample office or who signs in it, where the office is another."""
    names = _names(year)
    parts = (name for name in type(year).model_fields if name not in _NOT_ITS_WORDS)
    return tuple(_faults(names, parts, year)) if names else ()


def _faults(names: re.Pattern[str], parts: Iterator[str], year: Year) -> Iterator[Fault]:
    for part in parts:
        for path, text in _said((part,), getattr(year, part)):
            found = names.search(text)
            if found and not told_apart(text, *found.span()):
                reason = f"“{found[0]}” là tên của bộ dữ liệu mẫu, không phải của {year.office.name}."
                yield Fault(path=path, value=text, reason=reason, remedy=_REMEDY)


def _said(path: Path, value: object) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for position, row in enumerate(value):
            yield from _said((*path, position), row)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _said((*path, name), getattr(value, name))


def strange_name_findings(workspace: Workspace, year: Year) -> tuple[Finding, ...]:
    """The same of the Word templates that the workspace has of its own."""
    names = _names(year)
    return tuple(_in_templates(names, workspace, year)) if names else ()


def _in_templates(names: re.Pattern[str], workspace: Workspace, year: Year) -> Iterator[Finding]:
    for name in workspace.own_template_names():
        path = workspace.root / "templates" / "docx" / f"{name}.docx"
        try:
            said = text_of(read_file(path), path.name)
        except VanbanError:
            continue  # whatever reads the template tells it
        for found in dict.fromkeys(found[0] for found in names.finditer(said)):
            yield Finding(
                place=Place(file=f"templates/docx/{name}.docx"),
                value=found,
                reason=f"“{found}” trong mẫu là tên của bộ dữ liệu mẫu, không phải của {year.office.name}.",
                remedy="Hãy mở mẫu bằng Word và sửa, hoặc thay bằng chỗ điền như {{ office }}.",
            )
