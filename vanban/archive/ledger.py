"""The ledger: the register's journal once more, as lines of text beside the objects it speaks of."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vanban import durable
from vanban.archive.reading import read
from vanban.domain.ledger import Event, Head, follows, from_line, to_line
from vanban.errors import BusyRegister, DamagedArchive

_WINDOW: Final = 1 << 13
_PATIENCE_S: Final = 30.0


@dataclass(frozen=True)
class _End:
    """Where the chain ends: the last event that follows, the bytes up to it, and what still stands behind a hole."""

    head: Head
    length: int
    stray: tuple[Head, ...]


class Ledger:
    """A file to which only events are added that follow; a last line that a crash tore does not count."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def heads(self) -> tuple[Head, ...]:
        """The end of the chain, then whole lines that a hole parts from it: a register must know all of them."""
        end = self._end()
        return (end.head, *end.stray)

    def events(self) -> Iterator[Event]:
        """All events, checked; ends before a torn end. Raises :class:`DamagedArchive` at damage before it."""
        head = Head()
        if not self.path.exists():
            return
        with read(self.path), self.path.open("rb") as stream:
            lines = iter(stream)
            for line in lines:
                event = from_line(line) if line.endswith(b"\n") else None
                if event is None or not follows(event, head):
                    if any(from_line(later) for later in lines):
                        raise DamagedArchive(path=self.path, reason=f"dòng thứ {head.seq + 1} bị sửa hoặc mất")
                    return
                yield event
                head = event.head

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only one who adds to it. Raises :class:`BusyRegister`."""
        with durable.held(self.path.with_suffix(".lock"), _PATIENCE_S) as ours:
            if not ours:
                raise BusyRegister(path=self.path)
            yield

    def add(self, events: Iterable[Event]) -> None:
        """Add the events that follow the head, durably; those before it are there already. Only while writing.

        Raises :class:`DamagedArchive` where they do not follow.
        """
        end = self._end()
        head = end.head
        lines = []
        for event in events:
            if event.seq <= head.seq:
                continue
            if not follows(event, head):
                raise DamagedArchive(path=self.path, reason=f"việc thứ {event.seq} của sổ không nối tiếp dòng cuối")
            lines.append(to_line(event))
            head = event.head
        if lines or end.stray:
            durable.append(self.path, "".join(lines).encode("utf-8"), after=end.length)
        elif self.path.exists():
            # Whoever wrote the lines may have died before they were on the disk.
            durable.sync(self.path)

    def holds(self, lines: Iterable[str]) -> bool:
        """Whether it is just these lines, to the last byte; what is no file holds none."""
        if not self.path.is_file():
            return False
        with read(self.path), self.path.open("rb") as stream:
            return all(stream.readline() == line.encode("utf-8") for line in lines) and not stream.read(1)

    def whole_lines(self) -> Iterator[Event]:
        """Every line that proves itself, wherever it stands and whatever is around it."""
        if self.path.exists():
            with read(self.path), self.path.open("rb") as stream:
                yield from (event for event in map(from_line, stream) if event)

    def clear_the_way(self) -> None:
        """Move aside what stands in its place and is no file: a folder, a pipe, a link that leads to none.

        Only while writing.
        """
        if os.path.lexists(self.path) and not self.path.is_file():
            durable.move_aside(self.path)

    def rewrite(self, events: Iterable[Event]) -> None:
        """Move a damaged ledger aside and write all events anew. Only while writing."""
        if self.path.exists():
            durable.move_aside(self.path)
        durable.write(self.path, "".join(map(to_line, events)).encode("utf-8"))

    def _end(self) -> _End:
        """The end of the chain, from no more of the file than needed."""
        size = self.path.stat().st_size if self.path.exists() else 0
        window = _WINDOW
        while True:
            start = max(0, size - window)
            end = self._end_within(start, size) if size else _End(Head(), 0, ())
            if end:
                return end
            window *= 4

    def _end_within(self, start: int, size: int) -> _End | None:
        """The end of the chain in the bytes from ``start`` on; nothing if the first line there tells nothing."""
        with read(self.path), self.path.open("rb") as stream:
            stream.seek(start)
            lines = stream.read(size - start).split(b"\n")
        length = start + (len(lines.pop(0)) + 1 if start else 0)
        reached = Head() if start == 0 else None
        for index, line in enumerate(lines[:-1]):
            event = from_line(line)
            if event is None or (reached and not follows(event, reached)):
                stray = (from_line(later) for later in lines[index:-1])
                return _End(reached, length, tuple(later.head for later in stray if later)) if reached else None
            length += len(line) + 1
            reached = event.head
        return _End(reached, length, ()) if reached else None
