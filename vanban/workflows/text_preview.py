"""The paper of a text as it is being edited, before anything is saved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from vanban import pdf
from vanban.domain.finding import Severity
from vanban.domain.numbering import NUMBERINGS
from vanban.domain.year import Year
from vanban.errors import VanbanError
from vanban.kinds import kinds_of
from vanban.kinds.drafts import is_draft, marked_as_draft
from vanban.pdf import Converter
from vanban.workflows.check import check
from vanban.workflows.compiled import compiled
from vanban.workflows.forms import Forms
from vanban.workflows.text_writing import TextEdit, edited_files
from vanban.workflows.texts import TextPlace, read_texts
from vanban.workspace import Workspace

_NO_PAPER: Final = "Lời văn này chưa có văn bản nào in ra nên không xem trước được."


@dataclass(frozen=True)
class TextPreviewed:
    """The Word file that the text would make; or why there is none to show."""

    word: bytes | None = None
    why_not: str = ""

    def to_json(self) -> dict[str, object]:
        """Whether there is one, and why not."""
        return {"made": self.word is not None, "why_not": self.why_not}


def preview_text(workspace: Workspace, edit: TextEdit) -> TextPreviewed:
    """The paper of the text as its lines say it now; nothing is written.

    Raises ``NoYear``, ``DataUnfit``, :class:`vanban.errors.NoText`, :class:`vanban.errors.NotWritten`.
    """
    texts = read_texts(workspace, edit.year)
    place, files = edited_files(texts, edit)
    checked = check(workspace, edit.year, files=files)
    wrong = next((one for one in checked.findings if one.severity is Severity.ERROR), None)
    if checked.year is None or wrong is not None:
        return TextPreviewed(why_not=f"{wrong.reason} {wrong.remedy}" if wrong else _NO_PAPER)
    found = paper_of(checked.year, place)
    if found is None:
        return TextPreviewed(why_not=_NO_PAPER)
    return TextPreviewed(_rendered(workspace, checked.year, *found))


def paper_of(year: Year, place: TextPlace) -> tuple[str, str] | None:
    """Kind and key of the paper that prints the text, the first where several do; nothing where none does yet."""
    own = next((kind for kind in kinds_of(year) if kind.name == place.part.name), None)
    if own is not None:
        return next(((own.name, key) for key in own.keys(year)), None)
    text = _at(getattr(year, place.part.name, None), place.path)
    written = ((name, key, one) for name, known in NUMBERINGS.items() for key, one in known.documents(year).items())
    return next(((name, key) for name, key, one in written if one is text), None)


def as_pdf(converter: Converter, word: bytes, name: str) -> bytes:
    """The Word file as a PDF. Raises :class:`vanban.errors.PdfFault`."""
    (outcome,) = pdf.convert(converter, {name: word}).values()
    if isinstance(outcome, VanbanError):
        raise outcome
    return outcome.data


def _at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def _rendered(workspace: Workspace, year: Year, name: str, key: str) -> bytes:
    kind = next(one for one in kinds_of(year) if one.name == name)
    context = kind.compose(year, key)
    context = marked_as_draft(context) if is_draft(year, kind, key) else context
    return compiled(Forms(workspace, year).template(kind, key), f"{name}.docx").render(context)
