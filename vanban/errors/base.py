"""The roots of every error: what each says and the exit code of its branch.

::

    VanbanError
    ├── DataError         exit 1: something that the clerk wrote or keeps
    ├── UsageError        exit 2: the command line asks for what is not there
    ├── EnvironmentFault  exit 4: LibreOffice, fonts, the disk
    ├── Stopped           exit 130: somebody asked long work to end
    └── RegisterFault     exit 3: the register of numbers and the archive
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

    def to_json(self) -> dict[str, object]:
        """The error as JSON values: its class, what it says, its exit code, and the facts as the sentence says them."""
        return {
            "name": type(self).__name__,
            "sentence": self.said,
            "remedy": self.advice,
            "exit_code": self.exit_code,
            "facts": {name: str(fact) for name, fact in self.facts.items()},
        }

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


class Stopped(VanbanError):
    """Somebody asked long work to end: it ended between two documents."""

    exit_code = 130
    sentence = "Đã dừng theo yêu cầu; các tệp đã ghi xong vẫn nguyên vẹn."
    remedy = "Hãy chạy lại lệnh khi muốn làm tiếp."


class RegisterFault(VanbanError):
    """The register of numbers or the archive does not allow it."""

    exit_code = 3
