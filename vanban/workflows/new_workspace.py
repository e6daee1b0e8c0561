"""Make a workspace of one's own: of the sample, or of what somebody answers about their office."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from vanban import workspace
from vanban.domain.law_pack import Law
from vanban.domain.law_text import LAW_TYPES
from vanban.domain.office import LegalBasis, Office
from vanban.domain.office_answers import OfficeAnswers
from vanban.domain.wording import numeric_date
from vanban.domain.work_year import WorkYear
from vanban.errors import AnswersUnfit
from vanban.ingest import PARTS, FileShape, read_yaml, write_table
from vanban.law.citation import bases
from vanban.workflows.law_book import shipped_law

_BLANK: Final = re.compile(r"\{\{(\w+)\}\}")
_CITED: Final = re.compile(r"\{\{luật:([\w-]+)\|([\d/]+)\|([\d/]+)\}\}")
_DAY: Final = re.compile(r"\{\{ngày:([\d/]+)\|([\d/]+)\}\}")
"""A day of the calendar year, or the one of a school's year."""
_OF_HALF_YEARS: Final = "year/six_month_report.yaml"
_UNUSED: Final = frozenset({"complaints", "outsiders", "dossier_papers", "dates_to_confirm"})
_MAIN: Final = {True: "ubnd", False: "co-quan"}


@dataclass(frozen=True)
class NewWorkspace:
    """Where the new workspace stands and which files it holds, below it."""

    root: Path
    files: tuple[str, ...]

    def to_json(self) -> dict[str, object]:
        """Folder, files."""
        return {"root": str(self.root), "files": list(self.files)}


def new_sample(target: Path) -> NewWorkspace:
    """A copy of the sample in ``target``; ``FolderNotEmpty`` where something stands there."""
    made, files = workspace.create(target)
    return NewWorkspace(root=made.root, files=files)


def read_answers(path: Path) -> OfficeAnswers:
    """The answers that stand in a YAML file. Raises :class:`vanban.errors.AnswersUnfit` with every finding."""
    return _answers(workspace.read_file(path), path.name)


def answers_of(said: Mapping[str, str]) -> OfficeAnswers:
    """The answers that somebody gave by name. Raises :class:`vanban.errors.AnswersUnfit` with every finding."""
    written = "".join(f'{name}: "{_quotable(answer)}"\n' for name, answer in said.items())
    return _answers(written.encode(), "câu trả lời")


def _answers(data: bytes, file: str) -> OfficeAnswers:
    reading = read_yaml(data, file, OfficeAnswers)
    if reading.value is None:
        raise AnswersUnfit(file=file, findings=reading.findings)
    return reading.value


def new_workspace(target: Path, answers: OfficeAnswers) -> NewWorkspace:
    """An office's own workspace: tables with their headers only, general texts, the law that these cite.

    Raises ``FolderNotEmpty`` where something stands in ``target``.
    """
    committee = answers.own_form.has_committee
    words = {**answers.words(), "main": _MAIN[committee]}
    law = shipped_law(answers.province)
    cited: dict[str, LegalBasis] = {}
    texts = {
        name.replace("year/", f"{answers.year.key}/", 1): _filled(text, words, law, answers.year, cited)
        for name, text in workspace.starter_files("committee" if committee else "agency").items()
        if not (answers.year.is_school and name == _OF_HALF_YEARS)
    }
    texts["office/legal_bases.yaml"] = _legal_bases(cited)
    office = read_yaml(texts["office/office.yaml"].encode(), "office.yaml", Office).value
    assert office is not None, "the office that ships is sound"
    files = {**{name: text.encode() for name, text in texts.items()}, **_tables(office, answers.year)}
    made, names = workspace.create_of(target, dict(sorted(files.items())))
    return NewWorkspace(root=made.root, files=names)


def _tables(office: Office, year: WorkYear) -> Mapping[str, bytes]:
    """Every table with its header alone, in the words of the office; those of households only where people live."""
    residents = {"households", "group_meetings"} if not office.unit_kind.is_residential else set()
    folder = {"office": "office", "year": year.key}
    return {
        f"{folder[part.folder]}/{part.stem}.xlsx": write_table((), part.model, "Bảng", office)
        for part in PARTS
        if part.shape is FileShape.TABLE and part.name not in residents | _UNUSED
    }


def _filled(text: str, words: Mapping[str, str], law: Law, year: WorkYear, cited: dict[str, LegalBasis]) -> str:
    """A general text with the office's names and with the keys of the law that is in force on the day that it says."""

    def key(found: re.Match[str]) -> str:
        basis = _in_force(law, found[1], _on(year, found[2], found[3]))
        cited[basis.key] = basis
        return basis.key

    text = _DAY.sub(lambda found: numeric_date(_on(year, found[1], found[2])), _CITED.sub(key, text))
    lines = text.splitlines(keepends=True)
    return "".join(
        _BLANK.sub(lambda found: _quotable(words[found[1]]), line) for line in lines if not _says_nothing(line, words)
    )


def _on(year: WorkYear, calendar: str, school: str) -> date:
    """The day that a general text proposes in such a year."""
    day, month = map(int, (school if year.is_school else calendar).split("/"))
    return year.on(month, day)


def _says_nothing(line: str, words: Mapping[str, str]) -> bool:
    """Whether the line is there for an answer that was not given."""
    blanks = _BLANK.findall(line)
    return bool(blanks) and all(not words[name] for name in blanks)


def _quotable(words: str) -> str:
    """Inside YAML's double quotes, on one line."""
    return " ".join(words.replace("\\", "\\\\").replace('"', '\\"').split())


def _in_force(law: Law, key: str, day: date) -> LegalBasis:
    """Of a text and those that took its place one after the other, the one in force on ``day``."""
    text = law.texts[key]
    while not law.spans[text.key].covers(day) and (after := law.successor(text.key)) is not None:
        text = after
    return bases(law)[text.key]


def _legal_bases(cited: Mapping[str, LegalBasis]) -> str:
    """The file of the texts that are cited, with when they hold."""
    head = (
        "# Văn bản được dùng làm căn cứ, kèm thời gian có hiệu lực. Cần đối chiếu một lần với Công báo.\n"
        "# Bộ luật, Luật, Pháp lệnh không ghi số và cơ quan ban hành khi viện dẫn (Nghị định 30/2020/NĐ-CP).\n"
    )
    return head + "".join(_basis(cited[key]) for key in sorted(cited))


def _basis(basis: LegalBasis) -> str:
    is_law = basis.type_name in LAW_TYPES
    rows = {
        "type_name": basis.type_name,
        "number": None if is_law else basis.number,
        "issued_on": numeric_date(basis.issued_on),
        "issuer": None if is_law else basis.issuer,
        "subject": basis.subject,
        "valid_from": numeric_date(basis.valid_from) if basis.valid_from else None,
        "valid_to": numeric_date(basis.valid_to) if basis.valid_to else None,
    }
    said = "".join(f'  {name}: "{_quotable(value)}"\n' for name, value in rows.items() if value)
    return f"\n- key: {basis.key}\n{said}"
