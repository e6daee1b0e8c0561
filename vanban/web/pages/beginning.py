"""``Bắt đầu``: the questions to which an office's workspace is made, where the folder has none yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from vanban.domain.office_answers import OfficeAnswers
from vanban.errors import AnswersUnfit
from vanban.web.front import Front, front_of
from vanban.web.sent import Sent, post
from vanban.workflows.named_rows import KINDS_OF_UNIT, SORTS_OF_OFFICE
from vanban.workflows.new_workspace import answers_of, new_workspace

_CHOICES: Final = {"form": SORTS_OF_OFFICE, "unit": KINDS_OF_UNIT}
"""What may be chosen where a question asks for a row of a table of the program."""


@dataclass(frozen=True)
class _Question:
    """One question: its field, its words and the example that they give, what may be chosen, the answer so far."""

    name: str
    title: str
    example: str
    required: bool
    choices: tuple[str, ...]
    said: str
    faults: tuple[str, ...]


def _newest(request: Request) -> Response:
    front = front_of(request)
    return RedirectResponse(f"/{front.year(request)}/" if front.begun else "/bat-dau", 303)


def _ask(request: Request) -> Response:
    front = front_of(request)
    if front.begun:
        return RedirectResponse("/", 303)
    return _asked(front, {"year": str(front.deed().day.year)}, {})


def _asked(front: Front, said: Mapping[str, str], faults: Mapping[str, tuple[str, ...]]) -> Response:
    questions = []
    for name, field in OfficeAnswers.model_fields.items():
        title, _, example = (field.title or name).partition(", ví dụ ")
        required = field.is_required()
        questions.append(
            _Question(name, title, example, required, _CHOICES.get(name, ()), said.get(name, ""), faults.get(name, ()))
        )
    return front.alone("begin", "Cơ quan", questions=questions, faults=faults, folder=str(front.workspace.root))


def _begin(request: Request, sent: Sent) -> Response:
    front = front_of(request)
    if front.begun:
        return RedirectResponse("/", 303)
    said = {name: sent.get(name) for name in OfficeAnswers.model_fields if sent.get(name)}
    try:
        new_workspace(front.workspace.root, answers_of(said))
    except AnswersUnfit as unfit:
        faults: dict[str, tuple[str, ...]] = {}
        for one in unfit.findings:
            known = next((name for name in OfficeAnswers.model_fields if name in (one.place.field or "")), "")
            faults[known] = (*faults.get(known, ()), f"{one.reason} {one.remedy}")
        return _asked(front, said, faults)
    return RedirectResponse("/", 303)


ROUTES: Final[tuple[BaseRoute, ...]] = (
    Route("/", _newest),
    Route("/bat-dau", _ask),
    post("/bat-dau", _begin),
)
