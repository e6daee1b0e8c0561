"""Every error that a user may meet: one class, one Vietnamese sentence with its place and remedy, one exit code.

::

    VanbanError
    ├── DataError                   exit 1: something that the clerk wrote or keeps
    ├── UsageError                  exit 2: the command line asks for what is not there
    └── EnvironmentFault            exit 4: LibreOffice, fonts, the disk

Each leaf fills the ``{placeholders}`` of its ``sentence`` from keyword arguments; a test audits every class.
"""

from __future__ import annotations

from typing import ClassVar


class VanbanError(Exception):
    """What went wrong, where, and what to do, said to a clerk in Vietnamese.

    ``sentence`` and ``remedy`` are format strings over the keyword arguments given to the constructor.
    """

    exit_code: ClassVar[int] = 1
    sentence: ClassVar[str] = ""
    remedy: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        self.said = self.sentence.format(**facts)
        self.advice = self.remedy.format(**facts)
        super().__init__(f"{self.said} {self.advice}".strip())

    def __reduce__(self) -> tuple[object, ...]:
        """Let an error cross from a worker process with its facts."""
        return (_rebuild, (type(self), self.facts))


def _rebuild(kind: type[VanbanError], facts: dict[str, object]) -> VanbanError:
    return kind(**facts)


class DataError(VanbanError):
    """Something that the clerk wrote or keeps is wrong."""

    exit_code = 1


class UsageError(VanbanError):
    """The command line asks for something that is not there."""

    exit_code = 2


class EnvironmentFault(VanbanError):
    """The machine lacks something or failed."""

    exit_code = 4
